//! Keeps a password that stands in a statement's text out of the server's log.
//!
//! When a statement fails, the server logs its text (`log_min_error_statement`). A call such as
//! `pgdiff.compare('host=… password=…')` would write the password there with every failure.

use std::ffi::{CStr, CString};

use pgrx::prelude::*;

const STARS: &str = "********";

/// Overwrites the secrets in the text that the server logs for the running statement if that fails. If one of them can't be
/// found (SQL has more ways to write a text than are known here, or it came from elsewhere), nothing of the text is left.
pub fn hide<'a>(secrets: impl Iterator<Item = &'a str>) {
    // SAFETY: a null-terminated string or null, set by the main loop for each statement.
    let text = unsafe {
        if pg_sys::debug_query_string.is_null() {
            return;
        }
        CStr::from_ptr(pg_sys::debug_query_string).to_string_lossy().into_owned()
    };
    let mut hidden = text.clone();
    for secret in secrets {
        let forms = written_forms(secret);
        if forms.iter().any(|form| text.contains(form)) {
            hidden = forms.iter().fold(hidden, |hidden, form| hidden.replace(form, STARS));
        } else {
            hidden = format!("{STARS} (hidden by pgdiff, because it may hold a password)");
            break;
        }
    }
    if hidden != text {
        log_instead(hidden);
    }
}

fn log_instead(text: String) {
    let Ok(text) = CString::new(text) else { return };
    let bytes = text.as_bytes_with_nul();
    // SAFETY: the copy is as long as the text, and outlives the report of the statement's error: it stays with the session.
    unsafe {
        let copy = pg_sys::MemoryContextAlloc(pg_sys::TopMemoryContext, bytes.len()).cast::<std::ffi::c_char>();
        std::ptr::copy_nonoverlapping(bytes.as_ptr().cast(), copy, bytes.len());
        pg_sys::debug_query_string = copy;
    }
}

/// A secret as it can stand in a statement: plain, escaped for a connection string, percent-encoded for a URI; each of them in
/// a string literal of either sort.
fn written_forms(secret: &str) -> Vec<String> {
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
    let escaped = secret.replace('\\', "\\\\").replace('\'', "\\'");
    let mut forms: Vec<String> = [secret.to_owned(), escaped, encoded(true), encoded(false)]
        .into_iter()
        .flat_map(|form| {
            let doubled = form.replace('\'', "''");
            [form, doubled.replace('\\', "\\\\"), doubled]
        })
        .collect();
    // The longest first, so that none is cut by a shorter one.
    forms.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    forms.dedup();
    forms
}
