//! Writing pgdiff's own tables: with the rights of their owner, whoever calls, because nobody else may write them.

use std::cell::Cell;

use pgrx::datum::DatumWithOid;
use pgrx::prelude::*;

use crate::endpoint::select;
use crate::error::{Failure, Result, catch};

thread_local! {
    /// Is pgdiff itself writing its tables?
    static WRITES: Cell<bool> = const { Cell::new(false) };
}

/// Errors (42501) unless it is pgdiff that writes its tables, whoever asks for it.
pub fn only_by_pgdiff() -> Result<()> {
    if WRITES.get() {
        return Ok(());
    }
    Err(Failure::new(PgSqlErrorCode::ERRCODE_INSUFFICIENT_PRIVILEGE, "the record of deployments is written by pgdiff alone")
        .hint("pgdiff.purge_deployments() removes old deployments with all that belongs to them."))
}

/// pgdiff writes its tables as long as this lives, also where an error ends it.
struct Writes(bool);

impl Writes {
    fn begin() -> Self {
        Self(WRITES.replace(true))
    }
}

impl Drop for Writes {
    fn drop(&mut self) {
        WRITES.set(self.0);
    }
}

/// Runs what writes pgdiff's own tables, and nothing that a caller wrote, as their owner.
pub fn as_owner<T>(action: impl FnOnce() -> Result<T>) -> Result<T> {
    let query = "SELECT c.relowner FROM pg_catalog.pg_class AS c \
                 WHERE c.oid OPERATOR(pg_catalog.=) 'pgdiff.deployment'::pg_catalog.regclass";
    let owner = select(query, &[], |row| Ok(row.get::<pg_sys::Oid>(1)?))?.into_iter().next().flatten();
    let owner =
        owner.ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_UNDEFINED_TABLE, "the record of deployments is gone"))?;
    let _writes = Writes::begin();
    // SAFETY: restored below; after an error that is not caught here the end of the (sub)transaction restores it.
    unsafe {
        let (mut user, mut context) = (pg_sys::InvalidOid, 0);
        pg_sys::GetUserIdAndSecContext(&mut user, &mut context);
        pg_sys::SetUserIdAndSecContext(owner, context | pg_sys::SECURITY_LOCAL_USERID_CHANGE as i32);
        let done = catch(action);
        pg_sys::SetUserIdAndSecContext(user, context);
        done
    }
}

/// Writes pgdiff's own tables; how many rows that are.
pub fn write(sql: &str, arguments: &[DatumWithOid]) -> Result<usize> {
    as_owner(|| Ok(Spi::connect_mut(|client| client.update(sql, None, arguments).map(|rows| rows.len()))?))
}

/// The same, and returns the one number that the statement returns.
pub fn returning(sql: &str, arguments: &[DatumWithOid]) -> Result<i64> {
    let number = as_owner(|| Ok(Spi::connect_mut(|client| client.update(sql, None, arguments)?.first().get_one::<i64>())?))?;
    number.ok_or_else(nothing_recorded)
}

/// The error where a statement wrote nothing.
pub fn nothing_recorded() -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, "nothing was recorded")
}
