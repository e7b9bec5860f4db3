//! `pgdiff.backfill`; its SQL stands in `sql/install/backfill.sql`.

use pgrx::JsonB;
use pgrx::datum::AnyElement;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::backfill::{self, Asked};
use crate::error::Failure;
use crate::procedure::{may_commit, row};

/// Updates a large table in batches.
#[pg_extern(sql = false)]
fn backfill(
    relation: Option<&str>,
    assignments: Option<&str>,
    condition: Option<&str>,
    options: Option<JsonB>,
    backfill_id: Option<i64>,
    fcinfo: pg_sys::FunctionCallInfo,
) -> Result<Option<AnyElement>, ErrorReport> {
    if !may_commit(fcinfo) {
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_ACTIVE_SQL_TRANSACTION,
            "a backfill cannot run inside a transaction block",
        )
        .detail("Each of its batches is committed by itself.")
        .hint("CALL it outside of transaction blocks and functions.")
        .into());
    }
    let options = options.map(|JsonB(options)| options);
    let id = backfill::backfill(Asked { relation, assignments, condition, options }, backfill_id)?;
    Ok(row(Some(id)))
}
