//! The rows of the reading queries, in batches, without a copy of each.
//!
//! A catalog of 5,000 tables is some 200,000 rows. A cursor bounds the memory they take, and leaves room between two
//! batches for interrupts, and for taking in what a remote has sent meanwhile.

use pgrx::datum::DatumWithOid;
use pgrx::prelude::*;

use pgdiff_engine::catalog::read::Reader;

use crate::error::{Failure, Result};

/// The columns of the reading queries, for where a query must name them.
pub const COLUMNS: &str = "kind text, classid oid, objid oid, objsubid int4, data text";

const WIDTH: usize = 5;
const BATCH: i64 = 1000;

/// Runs a query that returns [`COLUMNS`], gives every row to the reader, and calls `between` after each batch.
pub fn read(query: &str, arguments: &[DatumWithOid], reader: &mut Reader, mut between: impl FnMut()) -> Result<()> {
    Spi::connect(|client| {
        let mut cursor = client.try_open_cursor(query, arguments)?;
        loop {
            let count = cursor.fetch(BATCH)?.len();
            // SAFETY: the table that the fetch just made; nothing else runs through SPI until it is freed.
            unsafe {
                let table = pg_sys::SPI_tuptable;
                for at in 0..count {
                    row(*(*table).vals.add(at), (*table).tupdesc, reader)?;
                }
                pg_sys::SPI_freetuptable(table);
            }
            if count == 0 {
                return Ok(());
            }
            check_for_interrupts!();
            between();
        }
    })
}

/// # Safety
/// The tuple and its descriptor must be of a query that returns [`COLUMNS`].
unsafe fn row(tuple: pg_sys::HeapTuple, descriptor: pg_sys::TupleDesc, reader: &mut Reader) -> Result<()> {
    let mut values = [pg_sys::Datum::null(); WIDTH];
    let mut nulls = [false; WIDTH];
    // SAFETY: the descriptor has as many columns as the arrays.
    unsafe { pg_sys::heap_deform_tuple(tuple, descriptor, values.as_mut_ptr(), nulls.as_mut_ptr()) };
    if nulls.contains(&true) {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, "catalog row with a null column")
            .hint("This is a bug in pgdiff, please report it."));
    }
    let [kind, classid, objid, objsubid, data] = values;
    // SAFETY: the first and the last column are text.
    let (kind, data) = unsafe { (text(kind)?, text(data)?) };
    reader.row(kind, classid.value() as u32, objid.value() as u32, objsubid.value() as i32, data)?;
    Ok(())
}

/// # Safety
/// The datum must be a text that outlives the use of the result.
unsafe fn text<'a>(datum: pg_sys::Datum) -> Result<&'a str> {
    // SAFETY: a text is a varlena.
    let bytes = unsafe { pgrx::varlena_to_byte_slice(pg_sys::pg_detoast_datum_packed(datum.cast_mut_ptr())) };
    std::str::from_utf8(bytes).map_err(|_| {
        let message = "catalog contains text that is not valid UTF-8";
        Failure::new(PgSqlErrorCode::ERRCODE_CHARACTER_NOT_IN_REPERTOIRE, message)
            .detail("A database of encoding SQL_ASCII may hold names and definitions of any encoding.")
    })
}
