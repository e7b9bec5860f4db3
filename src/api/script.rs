//! `pgdiff.script` and `pgdiff.rollback_script`.

use pgdiff_engine::script::Direction;
use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call::Call;

/// The deployment script.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn script(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<String, ErrorReport> {
    Ok(Call::read(source, target, options)?.script(Direction::Deploy)?)
}

/// The script that takes a deployment back.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn rollback_script(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<String, ErrorReport> {
    Ok(Call::read(source, target, options)?.script(Direction::Rollback)?)
}
