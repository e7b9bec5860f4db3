//! `pgdiff.backup_commands`.

use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call::Call;

/// The pg_dump calls that cover what the plan can lose, and how to get it back.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn backup_commands(
    source: default!(Option<&str>, "NULL"),
    target: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<TableIterator<'static, (name!(purpose, &'static str), name!(command, String), name!(covers, String))>, ErrorReport>
{
    let rows = Call::read(source, target, options)?.backup_commands()?;
    Ok(TableIterator::new(rows.into_iter().map(|row| (row.purpose, row.command, row.covers))))
}
