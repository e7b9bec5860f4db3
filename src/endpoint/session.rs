//! Pins this session while it is read, see [`pgdiff_engine::catalog::session`].

use std::ffi::CString;

use pgdiff_engine::catalog::session::DEPARSING;
use pgrx::prelude::*;

use crate::error::{Failure, Result};

/// This session, pinned until dropped. Where an error ends the reading, the end of the transaction restores it.
pub struct Pinned {
    nest_level: i32,
}

impl Pinned {
    /// Sets what decides how the server writes an object down, for as long as the value lives.
    pub fn new() -> Result<Self> {
        Self::to(DEPARSING.iter().copied())
    }

    /// Sets where names are looked up, and nothing else: row-level security stays what it is.
    pub fn path() -> Result<Self> {
        Self::to([("search_path", "pg_catalog, pg_temp")])
    }

    /// Sets these settings, for as long as the value lives.
    pub fn to<'a>(settings: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self> {
        // SAFETY: settings are saved at this level and restored by AtEOXact_GUC, as a function's SET clauses are.
        let nest_level = unsafe { pg_sys::NewGUCNestLevel() };
        for (name, value) in settings {
            let (Ok(name), Ok(value)) = (CString::new(name), CString::new(value)) else { continue };
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
