//! What a procedure may do that a function may not: end its transaction and go on in the next one.
//!
//! Its SQL stands in `sql/install`, because pgrx writes functions only. A procedure must not have a SET clause, or it could not commit:
//! what it does between two commits pins the session itself ([`crate::endpoint::Pinned`]).

use std::ffi::c_int;

use pgrx::datum::AnyElement;
use pgrx::prelude::*;
use pgrx::{FromDatum, is_a};

use crate::error::{Failure, Result, catch};

/// `SPI_OPT_NONATOMIC` of spi.h.
const NONATOMIC: c_int = 1;

/// May this call end its transaction? It may not in a transaction block, nor in a function.
pub fn may_commit(fcinfo: pg_sys::FunctionCallInfo) -> bool {
    // SAFETY: the server passes a CallContext with every CALL, and null with a function's call.
    unsafe {
        let context = (*fcinfo).context;
        !context.is_null() && is_a(context, pg_sys::NodeTag::T_CallContext) && !(*context.cast::<pg_sys::CallContext>()).atomic
    }
}

/// Commits what was done, and begins a transaction. Afterwards the session holds no snapshot, so that nobody waits for one.
pub fn commit() -> Result<()> {
    within(|| {
        // SAFETY: in a connection that may commit, see `within`.
        unsafe { pg_sys::SPI_commit() }
    })
}

/// Runs what ends the transaction, where SPI lets it.
fn within(end: impl Fn()) -> Result<()> {
    // SAFETY: connected and finished in pairs; an error of the commit leaves the connection open, and a new transaction begun.
    unsafe {
        if pg_sys::SPI_connect_ext(NONATOMIC) != pg_sys::SPI_OK_CONNECT as c_int {
            return Err(Failure::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, "could not connect to SPI"));
        }
        let done = catch(|| {
            end();
            Ok(())
        });
        pg_sys::SPI_finish();
        done
    }
}

/// The row that a procedure with one INOUT argument of type bigint returns.
pub fn row(value: Option<i64>) -> Option<AnyElement> {
    // SAFETY: a record of one column, made as the server makes one (funcapi.h), in the caller's memory context.
    unsafe {
        let descriptor = pg_sys::CreateTemplateTupleDesc(1);
        pg_sys::TupleDescInitEntry(descriptor, 1, c"id".as_ptr(), pg_sys::INT8OID, -1, 0);
        let descriptor = pg_sys::BlessTupleDesc(descriptor);
        let mut values = [value.unwrap_or_default().into()];
        let mut nulls = [value.is_none()];
        let tuple = pg_sys::heap_form_tuple(descriptor, values.as_mut_ptr(), nulls.as_mut_ptr());
        let datum = pg_sys::heap_copy_tuple_as_datum(tuple, descriptor);
        AnyElement::from_polymorphic_datum(datum, false, pg_sys::RECORDOID)
    }
}

/// Runs what reads or writes this database under a snapshot of its own, which is let go again afterwards.
pub fn with_snapshot<T>(action: impl FnOnce() -> Result<T>) -> Result<T> {
    // SAFETY: pushed and popped in pairs, also after an error that is handled further up and not by the end of a (sub)transaction; what
    // the error left above it goes first.
    unsafe {
        pg_sys::PushActiveSnapshot(pg_sys::GetTransactionSnapshot());
        let pushed = pg_sys::GetActiveSnapshot();
        let done = action();
        while pg_sys::ActiveSnapshotSet() {
            let top = pg_sys::GetActiveSnapshot();
            pg_sys::PopActiveSnapshot();
            if top == pushed {
                break;
            }
        }
        done
    }
}
