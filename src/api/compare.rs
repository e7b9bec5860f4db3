//! `pgdiff.compare` and `pgdiff.summary`.

use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call::Call;

/// One row per differing object.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn compare(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(action, &'static str),
            name!(object_type, &'static str),
            name!(object_schema, Option<String>),
            name!(object_name, String),
            name!(object_identity, String),
            name!(details, JsonB),
            name!(risk, &'static str),
            name!(hazards, Vec<&'static str>),
            name!(source_ddl, Option<String>),
            name!(target_ddl, Option<String>),
            name!(diff, Option<String>),
        ),
    >,
    ErrorReport,
> {
    let rows = Call::read(source, target, options)?.comparison()?.rows();
    Ok(TableIterator::new(rows.into_iter().map(|row| {
        (
            row.action,
            row.object_type,
            row.object_schema,
            row.object_name,
            row.object_identity,
            JsonB(row.details),
            row.risk.as_str(),
            row.hazards,
            row.source_ddl,
            row.target_ddl,
            row.diff,
        )
    })))
}

/// How many objects differ, by action, type and risk.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn summary(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<
    TableIterator<
        'static,
        (name!(action, &'static str), name!(object_type, &'static str), name!(risk, &'static str), name!(count, i64)),
    >,
    ErrorReport,
> {
    let rows = Call::read(source, target, options)?.comparison()?.summary();
    Ok(TableIterator::new(rows.into_iter().map(|row| (row.action, row.object_type, row.risk.as_str(), row.count as i64))))
}
