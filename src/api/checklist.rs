//! `pgdiff.checklist`.

use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call::Call;

/// What to look at before a deployment.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn checklist(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(area, &'static str),
            name!(object_type, Option<&'static str>),
            name!(object_identity, Option<String>),
            name!(status, &'static str),
            name!(finding, String),
            name!(command, Option<String>),
            name!(hazards, Vec<&'static str>),
            name!(count, Option<i64>),
            name!(sample, Option<JsonB>),
        ),
    >,
    ErrorReport,
> {
    let rows = Call::read(source, target, options)?.checklist()?;
    Ok(TableIterator::new(rows.into_iter().map(|row| {
        let (object_type, object_identity) = row.object.unzip();
        let sample = row.sample.and_then(|sample| serde_json::from_str(&sample).ok()).map(JsonB);
        (row.area, object_type, object_identity, row.status.as_str(), row.finding, row.command, row.hazards, row.count, sample)
    })))
}
