//! Keeps a password that stands in a statement's text out of the server's log.
//!
//! When a statement fails, the server logs its text (`log_min_error_statement`). A call such as
//! `pgdiff.compare('host=… password=…')` would write the password there with every failure.

use std::ffi::{CStr, CString};

use pgrx::prelude::*;

/// Overwrites the secrets in the text that the server logs for the running statement if that fails.
pub fn hide<'a>(secrets: impl Iterator<Item = &'a str>) {
    // SAFETY: a null-terminated string or null, set by the main loop for each statement.
    let text = unsafe {
        if pg_sys::debug_query_string.is_null() {
            return;
        }
        CStr::from_ptr(pg_sys::debug_query_string).to_string_lossy().into_owned()
    };
    let hidden = secrets.flat_map(written_forms).fold(text.clone(), |text, form| text.replace(&form, "********"));
    if hidden == text {
        return;
    }
    if let Ok(hidden) = CString::new(hidden) {
        // SAFETY: the context outlives the report of the statement's error; the few bytes stay with the session.
        unsafe {
            let bytes = hidden.as_bytes_with_nul();
            let copy = pg_sys::MemoryContextAlloc(pg_sys::TopMemoryContext, bytes.len()).cast::<std::ffi::c_char>();
            std::ptr::copy_nonoverlapping(bytes.as_ptr().cast(), copy, bytes.len());
            pg_sys::debug_query_string = copy;
        }
    }
}

/// A secret as it can stand in a statement: plain, in a string literal, in a connection string inside of that, in a URI.
fn written_forms(secret: &str) -> Vec<String> {
    let escaped = secret.replace('\\', "\\\\").replace('\'', "\\'");
    let encoded = |upper: bool| -> String {
        secret
            .bytes()
            .map(|byte| match byte {
                b if b.is_ascii_alphanumeric() || b"-._~".contains(&b) => char::from(b).to_string(),
                b if upper => format!("%{b:02X}"),
                b => format!("%{b:02x}"),
            })
            .collect()
    };
    let mut forms: Vec<String> =
        vec![secret.to_owned(), escaped.clone(), secret.replace('\'', "''"), escaped.replace('\'', "''")];
    forms.extend([encoded(true), encoded(false)]);
    // The longest first, so that none is cut by a shorter one.
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms.dedup();
    forms
}
