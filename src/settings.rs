//! The settings (`SHOW pgdiff.…`).

use std::ffi::CString;

use pgrx::guc::{GucContext, GucFlags, GucRegistry, GucSetting};

static SOURCE: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(None);
static LOOPBACK: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(None);
static SCRATCH_TIMEOUT: GucSetting<i32> = GucSetting::<i32>::new(300_000);
static SCRATCH_SIZE: GucSetting<i32> = GucSetting::<i32>::new(1024);

/// Makes the settings known to the server.
pub fn define() {
    GucRegistry::define_string_guc(
        c"pgdiff.source",
        c"Where the wanted state comes from when a call names no source.",
        c"An endpoint: a foreign server's name, a connection string, or snapshot:LABEL. Anyone who may see a session's \
          settings sees it, so a password belongs into a user mapping.",
        &SOURCE,
        GucContext::Userset,
        GucFlags::default(),
    );
    GucRegistry::define_string_guc(
        c"pgdiff.loopback",
        c"How a deployment connects to the database that it is called in, and an sql: endpoint to its server.",
        c"An endpoint: the name of a foreign server, or a connection string. Where it is empty, the server's own socket and the \
          session's user. A password belongs into a user mapping.",
        &LOOPBACK,
        GucContext::Userset,
        GucFlags::default(),
    );
    GucRegistry::define_int_guc(
        c"pgdiff.scratch_timeout",
        c"How long the script of an sql: endpoint may run.",
        c"0 is without end; the session's statement_timeout holds as well.",
        &SCRATCH_TIMEOUT,
        0,
        i32::MAX,
        GucContext::Userset,
        GucFlags::UNIT_MS,
    );
    GucRegistry::define_int_guc(
        c"pgdiff.scratch_size",
        c"How large the scratch database of an sql: endpoint may become.",
        c"It is looked at while a statement runs, once a second, and at the end; 0 is without limit.",
        &SCRATCH_SIZE,
        0,
        i32::MAX,
        GucContext::Userset,
        GucFlags::UNIT_MB,
    );
}

/// `pgdiff.source`, unless it is empty.
pub fn source() -> Option<String> {
    text(&SOURCE)
}

/// `pgdiff.loopback`, unless it is empty.
pub fn loopback() -> Option<String> {
    text(&LOOPBACK)
}

/// `pgdiff.scratch_timeout`, in milliseconds; 0 is without end.
pub fn scratch_timeout() -> u64 {
    u64::try_from(SCRATCH_TIMEOUT.get()).unwrap_or_default()
}

/// `pgdiff.scratch_size`, in bytes, unless it is without limit.
pub fn scratch_size() -> Option<u64> {
    u64::try_from(SCRATCH_SIZE.get()).ok().filter(|megabytes| *megabytes > 0).map(|megabytes| megabytes << 20)
}

fn text(setting: &GucSetting<Option<CString>>) -> Option<String> {
    let value = setting.get()?;
    let text = value.to_string_lossy().trim().to_owned();
    if text.is_empty() { None } else { Some(text) }
}
