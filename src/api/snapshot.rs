//! `pgdiff.take_snapshot`, `drop_snapshot`, `export_snapshot`, `import_snapshot`, `purge_snapshots`.

use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::error::{Failure, Result};
use crate::snapshot;

/// Reads an endpoint and keeps what was read; the label.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn take_snapshot(
    label: default!(Option<&str>, "NULL"),
    endpoint: default!(Option<&str>, "'current'"),
    comment: default!(Option<&str>, "NULL"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<String, ErrorReport> {
    Ok(snapshot::take(label, endpoint, comment, options)?)
}

/// Removes a snapshot.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn drop_snapshot(label: Option<&str>) -> Result<(), ErrorReport> {
    Ok(snapshot::remove(required(label)?)?)
}

/// A snapshot as a document that `import_snapshot` takes elsewhere. Its SQL stands in `sql/install/snapshot.sql`, because a text is a
/// json there.
#[pg_extern(sql = false)]
fn export_snapshot(label: Option<&str>) -> Result<String, ErrorReport> {
    Ok(snapshot::export(required(label)?)?)
}

/// Keeps a snapshot that was exported elsewhere; the label. Its SQL stands beside that of the export.
#[pg_extern(sql = false)]
fn import_snapshot(document: Option<&str>, label: Option<&str>) -> Result<String, ErrorReport> {
    let document =
        document.ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "document must not be null"))?;
    Ok(snapshot::import(document, label)?)
}

/// Removes snapshots that are older, but for the newest of each database and what a drift check watches; how many.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn purge_snapshots(older_than: default!(Option<Interval>, "'1 year'")) -> Result<i64, ErrorReport> {
    let older_than = older_than
        .ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "older_than must not be null"))?;
    Ok(snapshot::purge(older_than)?)
}

fn required(label: Option<&str>) -> Result<&str> {
    label.ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "label must not be null"))
}
