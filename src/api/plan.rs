//! `pgdiff.plan`.

use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call::Call;

/// One row per statement, in order.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn plan(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(step, i32),
            name!(stage, i32),
            name!(in_transaction, bool),
            name!(action, &'static str),
            name!(object_type, &'static str),
            name!(object_identity, String),
            name!(statement, String),
            name!(risk, &'static str),
            name!(hazards, Vec<&'static str>),
            name!(reason, Option<String>),
            name!(mitigation, Option<String>),
            name!(lock_mode, Option<&'static str>),
            name!(locked_relations, Vec<String>),
            name!(rewrites, bool),
            name!(scans, bool),
            name!(rollback, Option<String>),
            name!(reversibility, &'static str),
            name!(loses, Vec<String>),
            name!(rows, Option<i64>),
            name!(bytes, Option<i64>),
        ),
    >,
    ErrorReport,
> {
    let rows = Call::read(source, target, options)?.weighed()?.rows();
    Ok(TableIterator::new(rows.into_iter().map(|row| {
        (
            row.step as i32,
            row.stage as i32,
            row.in_transaction,
            row.action,
            row.object_type,
            row.object_identity,
            row.statement,
            row.risk,
            row.hazards,
            row.reason,
            row.mitigation,
            row.lock_mode,
            row.locked_relations,
            row.rewrites,
            row.scans,
            row.rollback,
            row.reversibility,
            row.loses,
            row.rows,
            row.bytes,
        )
    })))
}
