//! `pgdiff.check_drift`, `purge_drift`, `drop_drift_watch`, and the schedule of checks.

use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::drift;
use crate::error::{Failure, Result};
use crate::schedule::{self, Schedule};

/// Compares, and records each difference against the check before.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn check_drift(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(drift_check_id, i64),
            name!(state, String),
            name!(since, Option<TimestampWithTimeZone>),
            name!(action, Option<String>),
            name!(object_type, Option<String>),
            name!(object_schema, Option<String>),
            name!(object_name, Option<String>),
            name!(object_identity, Option<String>),
            name!(risk, Option<String>),
            name!(hazards, Vec<String>),
            name!(details, JsonB),
            name!(diff, Option<String>),
            name!(expected, Option<String>),
            name!(done_by, Option<String>),
            name!(done_at, Option<TimestampWithTimeZone>),
            name!(statement, Option<String>),
            name!(deployed_by, Option<String>),
        ),
    >,
    ErrorReport,
> {
    let drift::Check { id, rows } = drift::check(source, target, options)?;
    let time = |text: Option<String>| -> Result<Option<TimestampWithTimeZone>> {
        let parsed = text.map(|text| text.parse::<TimestampWithTimeZone>()).transpose();
        parsed.map_err(|error| Failure::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, error.to_string()))
    };
    let rows = rows.into_iter().map(|row| {
        Ok((
            id,
            row.state,
            time(row.since)?,
            row.action,
            row.object_type,
            row.object_schema,
            row.object_name,
            row.object_identity,
            row.risk,
            row.hazards,
            JsonB(row.details),
            row.diff,
            row.expected,
            row.done_by,
            time(row.done_at)?,
            row.statement,
            row.deployed_by,
        ))
    });
    Ok(TableIterator::new(rows.collect::<Result<Vec<_>>>()?))
}

/// Removes what is older; how much.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn purge_drift(older_than: default!(Option<Interval>, "'90 days'")) -> Result<i64, ErrorReport> {
    let older_than = older_than
        .ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "older_than must not be null"))?;
    Ok(drift::purge(older_than)?)
}

/// Ends a watch.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn drop_drift_watch(watch_id: Option<i64>) -> Result<(), ErrorReport> {
    let watch_id =
        watch_id.ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "watch_id must not be null"))?;
    Ok(drift::drop_watch(watch_id)?)
}

/// Makes a pg_cron job that checks; its number.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
#[allow(clippy::too_many_arguments, reason = "it is what SQL sees")]
fn schedule_drift_check(
    name: Option<&str>,
    schedule: Option<&str>,
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
    lock_timeout: default!(Option<&str>, "'5s'"),
    statement_timeout: default!(Option<&str>, "'10min'"),
    keep: default!(Option<Interval>, "'90 days'"),
) -> Result<i64, ErrorReport> {
    let wanted = Schedule {
        name: required("name", name)?,
        schedule: required("schedule", schedule)?,
        source,
        target,
        options,
        lock_timeout: required("lock_timeout", lock_timeout)?,
        statement_timeout: required("statement_timeout", statement_timeout)?,
        keep: keep.map(|keep| keep.to_string()),
    };
    Ok(schedule::schedule(wanted)?)
}

/// Removes it.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn unschedule_drift_check(name: Option<&str>) -> Result<(), ErrorReport> {
    Ok(schedule::unschedule(required("name", name)?)?)
}

/// The jobs, and how they ran last.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn drift_schedules() -> Result<
    TableIterator<
        'static,
        (
            name!(name, Option<String>),
            name!(schedule, Option<String>),
            name!(active, Option<bool>),
            name!(role, Option<String>),
            name!(jobid, Option<i64>),
            name!(last_start, Option<TimestampWithTimeZone>),
            name!(last_status, Option<String>),
            name!(last_message, Option<String>),
            name!(command, Option<String>),
        ),
    >,
    ErrorReport,
> {
    Ok(TableIterator::new(schedule::schedules()?.into_iter().map(|job| {
        let ([name, schedule, role, command], [status, message]) = (job.texts, job.last);
        (name, schedule, job.active, role, job.job, job.last_start, status, message, command)
    })))
}

fn required<'a>(argument: &str, value: Option<&'a str>) -> Result<&'a str> {
    value.ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, format!("{argument} must not be null")))
}
