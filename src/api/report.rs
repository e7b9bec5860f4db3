//! `pgdiff.report`, and the comparison in the forms that other programs read.

use pgdiff_engine::report::{json, junit, markdown, page};
use pgrx::JsonB;
use pgrx::datum::statement_timestamp;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call::Call;
use crate::error::Failure;

/// The comparison, its plan and its checklist as one HTML page.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn report(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<String, ErrorReport> {
    Ok(page(&Call::read(source, target, options)?.report(&now())?))
}

/// The comparison as one JSON object.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn to_json(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<JsonB, ErrorReport> {
    Ok(JsonB(json(&Call::read(source, target, options)?.differences()?).map_err(Failure::from)?))
}

/// The comparison as Markdown.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn to_markdown(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<String, ErrorReport> {
    Ok(markdown(&Call::read(source, target, options)?.differences()?))
}

/// The comparison as a JUnit report.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn to_junit(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<String, ErrorReport> {
    Ok(junit(&Call::read(source, target, options)?.differences()?).map_err(Failure::from)?)
}

/// The time of the caller's statement, to the second, in the session's time zone.
fn now() -> String {
    let now = statement_timestamp().to_string();
    let Some((until, rest)) = now.split_once('.') else { return now };
    format!("{until}{}", rest.trim_start_matches(|c: char| c.is_ascii_digit()))
}
