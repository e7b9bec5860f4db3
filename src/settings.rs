//! The settings (`SHOW pgdiff.…`).

use std::ffi::CString;

use pgrx::guc::{GucContext, GucFlags, GucRegistry, GucSetting};

static SOURCE: GucSetting<Option<CString>> = GucSetting::<Option<CString>>::new(None);

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
}

/// `pgdiff.source`, unless it is empty.
pub fn source() -> Option<String> {
    let value = SOURCE.get()?;
    let text = value.to_string_lossy().trim().to_owned();
    if text.is_empty() { None } else { Some(text) }
}
