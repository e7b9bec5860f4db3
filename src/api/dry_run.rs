//! `pgdiff.dry_run`.

use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call::Call;
use crate::deploy::{Outcome, Rehearsed};

/// Runs the plan in the target, and takes it back.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn dry_run(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(step, Option<i32>),
            name!(action, &'static str),
            name!(object_type, String),
            name!(object_identity, String),
            name!(statement, String),
            name!(status, &'static str),
            name!(sqlstate, Option<String>),
            name!(message, Option<String>),
            name!(detail, Option<String>),
            name!(hint, Option<String>),
            name!(milliseconds, Option<f64>),
            name!(locks, Vec<String>),
            name!(rewritten, Vec<String>),
        ),
    >,
    ErrorReport,
> {
    let rows = Call::read(source, target, options)?.rehearse()?;
    Ok(TableIterator::new(rows.into_iter().map(|row| {
        let Rehearsed { step, action, object_type, object_identity, statement, outcome, locks, rewritten } = row;
        let mut milliseconds = None;
        let (status, sqlstate, message, detail, hint) = match outcome {
            Outcome::Ok(duration) => {
                milliseconds = Some(duration.as_secs_f64() * 1000.0);
                ("ok", None, None, None, None)
            }
            Outcome::Failed(failure) => {
                let [sqlstate, message, detail, hint] = failure.columns();
                ("failed", sqlstate, message, detail, hint)
            }
            Outcome::NotRehearsed(why) => ("not rehearsed", None, Some(why), None, None),
            Outcome::NotRun => ("not run", None, None, None, None),
            Outcome::Left => ("left", None, None, None, None),
        };
        (
            step.map(|step| step as i32),
            action,
            object_type,
            object_identity,
            statement,
            status,
            sqlstate,
            message,
            detail,
            hint,
            milliseconds,
            locks.into_iter().map(|(mode, relation)| format!("{mode} {relation}")).collect(),
            rewritten.into_iter().collect(),
        )
    })))
}
