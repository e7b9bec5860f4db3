//! What a session must look like for the server's deparser to write the same text on both sides, as pg_dump pins it
//! (`setup_connection` in pg_dump.c).

use std::ffi::CString;

use pgrx::prelude::*;

use crate::error::{Failure, Result};

/// Settings that decide how the server writes an object down, or how it runs the reading statement.
const DEPARSING: &[(&str, &str)] = &[
    ("search_path", "pg_catalog, pg_temp"),
    ("datestyle", "ISO, YMD"),
    ("intervalstyle", "postgres"),
    // Constants of type timestamp with time zone are written in the session's time zone.
    ("timezone", "UTC"),
    ("extra_float_digits", "3"),
    ("bytea_output", "hex"),
    ("standard_conforming_strings", "on"),
    ("quote_all_identifiers", "off"),
    ("row_security", "off"),
    // Every row is wanted, so a plan that is quick to return the first ones is the wrong one.
    ("cursor_tuple_fraction", "1"),
    // The statement is long, so compiling it takes longer than running it.
    ("jit", "off"),
];

/// Settings of a connection that is nobody's but pgdiff's.
const CONNECTION: &[(&str, &str)] = &[
    ("client_min_messages", "error"),
    ("statement_timeout", "0"),
    ("lock_timeout", "0"),
    ("idle_in_transaction_session_timeout", "0"),
    ("transaction_timeout", "0"),
];

/// The statement that pins a remote session. A setting that the remote doesn't have is passed over.
pub fn pin_remote() -> String {
    let values: Vec<String> = DEPARSING
        .iter()
        .chain(CONNECTION)
        .map(|(name, value)| format!("({}, {})", pgdiff_engine::ident::literal(name), pgdiff_engine::ident::literal(value)))
        .collect();
    format!(
        "SELECT pg_catalog.count(pg_catalog.set_config(s.name, v.value, false)) FROM pg_catalog.pg_settings AS s \
         JOIN (VALUES {}) AS v(name, value) ON pg_catalog.lower(s.name) OPERATOR(pg_catalog.=) v.name",
        values.join(", ")
    )
}

/// This session, pinned until dropped. Where an error ends the reading, the end of the transaction restores it.
pub struct Pinned {
    nest_level: i32,
}

impl Pinned {
    /// Sets what decides how the server writes an object down, for as long as the value lives.
    pub fn new() -> Result<Self> {
        // SAFETY: settings are saved at this level and restored by AtEOXact_GUC, as a function's SET clauses are.
        let nest_level = unsafe { pg_sys::NewGUCNestLevel() };
        for (name, value) in DEPARSING {
            let (Ok(name), Ok(value)) = (CString::new(*name), CString::new(*value)) else { continue };
            // SAFETY: both are null-terminated; an unknown setting raises an error.
            let set = unsafe {
                pg_sys::set_config_option(
                    name.as_ptr(),
                    value.as_ptr(),
                    pg_sys::GucContext::PGC_USERSET,
                    pg_sys::GucSource::PGC_S_SESSION,
                    pg_sys::GucAction::GUC_ACTION_SAVE,
                    true,
                    0,
                    false,
                )
            };
            if set <= 0 {
                let message = format!("could not set parameter \"{}\"", name.to_string_lossy());
                return Err(Failure::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, message));
            }
        }
        Ok(Self { nest_level })
    }
}

impl Drop for Pinned {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            // SAFETY: the level was opened by `new`, and levels nest as scopes do.
            unsafe { pg_sys::AtEOXact_GUC(true, self.nest_level) }
        }
    }
}
