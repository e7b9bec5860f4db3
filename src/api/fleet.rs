//! `pgdiff.compare_many` and `check_drift_many`: one source, many targets.

use std::collections::BTreeMap;
use std::time::Instant;

use pgdiff_engine::Options;
use pgdiff_engine::compare::ChangeRow;
use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use serde_json::json;

use crate::error::{Failure, Result};
use crate::{call, drift, fleet};

/// How a target stands beside the source.
struct Beside {
    target: String,
    outcome: &'static str,
    differences: Option<i64>,
    /// How many, by risk: none, low, medium, high.
    risks: [Option<i64>; 4],
    by_type: Option<JsonB>,
    failure: Option<Failure>,
}

const RISKS: [&str; 4] = ["none", "low", "medium", "high"];

impl Beside {
    fn new(target: String, compared: Result<Vec<ChangeRow>>) -> Self {
        match compared {
            Err(failure) => {
                Self { target, outcome: "error", differences: None, risks: [None; 4], by_type: None, failure: Some(failure) }
            }
            Ok(rows) => {
                let count = |risk: &str| Some(rows.iter().filter(|row| row.risk.as_str() == risk).count() as i64);
                let mut by_type: BTreeMap<&str, BTreeMap<&str, i64>> = BTreeMap::new();
                for row in &rows {
                    *by_type.entry(row.object_type).or_default().entry(row.action).or_default() += 1;
                }
                Self {
                    target,
                    outcome: if rows.is_empty() { "identical" } else { "different" },
                    differences: Some(rows.len() as i64),
                    risks: RISKS.map(count),
                    by_type: Some(JsonB(json!(by_type))),
                    failure: None,
                }
            }
        }
    }
}

/// One row per target.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn compare_many(
    source: Option<&str>,
    targets: Option<Vec<Option<String>>>,
    options: default!(Option<JsonB>, "NULL"),
    parallel: default!(Option<i32>, "8"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(target, String),
            name!(outcome, &'static str),
            name!(differences, Option<i64>),
            name!(none, Option<i64>),
            name!(low, Option<i64>),
            name!(medium, Option<i64>),
            name!(high, Option<i64>),
            name!(by_type, Option<JsonB>),
            name!(sqlstate, Option<String>),
            name!(message, Option<String>),
            name!(detail, Option<String>),
            name!(hint, Option<String>),
            name!(elapsed, Interval),
        ),
    >,
    ErrorReport,
> {
    let parallel = fleet::parallel(parallel)?;
    let (source, targets) = call::fleet(source, &required(targets)?)?;
    let options: Options = call::options(options)?;
    let start = Instant::now();
    let mut rows = BTreeMap::new();
    fleet::each(&source, &targets, &options, parallel, |number, comparison| {
        let name = targets.get(number).map(|target| target.name()).unwrap_or_default();
        let beside = Beside::new(name, comparison.map(|comparison| comparison.rows()));
        rows.insert(number, (beside, Interval::from_seconds(start.elapsed().as_secs_f64())));
        Ok(())
    })?;
    Ok(TableIterator::new(rows.into_values().map(|(beside, elapsed)| {
        let Beside { target, outcome, differences, risks: [none, low, medium, high], by_type, failure } = beside;
        let [sqlstate, message, detail, hint] = failure.map(|failure| failure.columns()).unwrap_or_default();
        (target, outcome, differences, none, low, medium, high, by_type, sqlstate, message, detail, hint, elapsed)
    })))
}

/// A drift check of each target: one row per target.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn check_drift_many(
    source: Option<&str>,
    targets: Option<Vec<Option<String>>>,
    options: default!(Option<JsonB>, "NULL"),
    parallel: default!(Option<i32>, "8"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(target, Option<String>),
            name!(drift_check_id, Option<i64>),
            name!(outcome, Option<String>),
            name!(unchanged, Option<bool>),
            name!(new, Option<i32>),
            name!(changed, Option<i32>),
            name!(back_again, Option<i32>),
            name!(still_there, Option<i32>),
            name!(fixed, Option<i32>),
            name!(expected, Option<i32>),
            name!(none, Option<i32>),
            name!(low, Option<i32>),
            name!(medium, Option<i32>),
            name!(high, Option<i32>),
            name!(sqlstate, Option<String>),
            name!(message, Option<String>),
        ),
    >,
    ErrorReport,
> {
    let checks = drift::check_many(source, &required(targets)?, options, parallel)?;
    Ok(TableIterator::new(checks.into_iter().map(|check| {
        let drift::Came { target, id, outcome, unchanged, counts, failure: [sqlstate, message] } = check;
        let [new, changed, back_again, still_there, fixed, expected, none, low, medium, high] = counts;
        (
            target,
            id,
            outcome,
            unchanged,
            new,
            changed,
            back_again,
            still_there,
            fixed,
            expected,
            none,
            low,
            medium,
            high,
            sqlstate,
            message,
        )
    })))
}

fn required(targets: Option<Vec<Option<String>>>) -> Result<Vec<Option<String>>> {
    targets.ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "targets must not be null"))
}
