//! One connection to another database, through dblink.
//!
//! Statements are sent asynchronously and waited for in a loop that accepts a cancel, which goes on to the remote.
//! A [`Connection`] closes itself when it is dropped, after an error too: dblink's connections belong to the session
//! and would outlive an aborted transaction. Closing must not look anything up then, so the functions that closing takes
//! are resolved before connecting and called by address. They touch no catalog, only libpq and dblink's own hash table.

use std::cell::RefCell;
use std::ffi::c_int;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use pgdiff_engine::ident;
use pgrx::datum::DatumWithOid;
use pgrx::prelude::*;
use pgrx::spi::SpiClient;
use pgrx::{IntoDatum, PgMemoryContexts};

use crate::error::{Failure, Result, catch};

/// Makes every connection's name its own within this session.
static CONNECTIONS: AtomicU32 = AtomicU32::new(1);

/// The installed extension: its schema, and the functions that are called by address.
struct Dblink {
    schema: String,
    is_busy: pg_sys::FmgrInfo,
    cancel_query: pg_sys::FmgrInfo,
    disconnect: pg_sys::FmgrInfo,
    send_query: pg_sys::FmgrInfo,
}

impl Dblink {
    fn locate() -> Result<Self> {
        let found = Spi::connect(|client| -> Result<_> {
            let mut table = client.select(include_str!("../../sql/endpoint/dblink.sql"), Some(1), &[])?;
            let Some(row) = table.next() else { return Ok(None) };
            let oid = |column| row.get::<pg_sys::Oid>(column);
            Ok(match (row.get::<String>(1)?, oid(2)?, oid(3)?, oid(4)?, oid(5)?) {
                (Some(schema), Some(is_busy), Some(cancel_query), Some(disconnect), Some(send_query)) => {
                    Some((schema, [is_busy, cancel_query, disconnect, send_query]))
                }
                _ => None,
            })
        })?;
        let (schema, functions) = found.ok_or_else(|| {
            Failure::new(
                PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
                "extension \"dblink\" is required to read another database",
            )
            .hint("Install it with CREATE EXTENSION dblink.")
        })?;
        let [is_busy, cancel_query, disconnect, send_query] = functions.map(function);
        Ok(Self { schema, is_busy, cancel_query, disconnect, send_query })
    }
}

fn function(oid: pg_sys::Oid) -> pg_sys::FmgrInfo {
    let mut info = pg_sys::FmgrInfo::default();
    // SAFETY: raises an error where the function is gone; the memory context outlives every connection.
    unsafe { pg_sys::fmgr_info_cxt(oid, &mut info, pg_sys::TopMemoryContext) };
    info
}

/// An open connection.
pub struct Connection {
    dblink: Dblink,
    name: String,
    name_datum: pg_sys::Datum,
    in_flight: bool,
}

impl Connection {
    /// Connects to what dblink accepts: the name of a foreign server, or a libpq string.
    /// The failure is libpq's or dblink's own, and may hold what must not be shown.
    pub fn open(destination: &str) -> Result<Self> {
        let dblink = Dblink::locate()?;
        let name = format!("pgdiff_{}", CONNECTIONS.fetch_add(1, Ordering::Relaxed));
        call(&dblink.schema, "dblink_connect", &[name.as_str().into(), destination.into()])?;
        // SAFETY: switching to a context that lives as long as the session.
        let name_datum = unsafe { PgMemoryContexts::TopMemoryContext.switch_to(|_| name.as_str().into_datum()) };
        let name_datum = name_datum.unwrap_or(pg_sys::Datum::null());
        Ok(Self { dblink, name, name_datum, in_flight: false })
    }

    /// Sends one message, of one or more statements, and returns at once.
    pub fn send(&mut self, sql: &str) -> Result<()> {
        let query = format!("SELECT {}.dblink_send_query($1, $2)", ident::quote(&self.dblink.schema));
        let sent = select(&query, &[self.name.as_str().into(), sql.into()], |row| Ok(row.get::<i32>(1)?))?;
        // It only says so where the connection is gone, and what was never sent has no result that could be an error.
        if sent.first() != Some(&Some(1)) {
            return Err(Failure::new(PgSqlErrorCode::ERRCODE_CONNECTION_FAILURE, "the connection is gone"));
        }
        self.in_flight = true;
        Ok(())
    }

    /// Was something sent whose end was not waited for?
    pub fn is_in_flight(&self) -> bool {
        self.in_flight
    }

    /// Takes in what has arrived, and says whether there is more to wait for. The remote stands still while the
    /// socket's buffer is full, so call this now and then even when there is other work.
    pub fn is_busy(&mut self) -> bool {
        // SAFETY: dblink_is_busy(text) returns int4; the datum is a text that lives as long as the connection.
        unsafe { pg_sys::FunctionCall1Coll(&mut self.dblink.is_busy, pg_sys::InvalidOid, self.name_datum).value() as i32 == 1 }
    }

    /// Waits for a result, open to cancel and timeouts.
    pub fn wait(&mut self) {
        // Short at first, for the small answers; never long, because each round makes room in the socket's buffer.
        let mut pause = Duration::from_micros(200);
        while self.is_busy() {
            sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(2));
        }
    }

    /// Waits no longer than this for a result; is there still none? Looks nothing up, so that the session comes to hold no snapshot that
    /// what it waits for would wait for.
    pub fn is_busy_for(&mut self, limit: Duration) -> bool {
        let start = Instant::now();
        while self.is_busy() {
            if start.elapsed() >= limit {
                return true;
            }
            sleep(Duration::from_millis(2));
        }
        false
    }

    /// The query that takes the next result of the message, with these columns.
    pub fn result_query(&self, columns: &str) -> String {
        format!("SELECT * FROM {}.dblink_get_result($1) AS r({columns})", ident::quote(&self.dblink.schema))
    }

    /// The arguments of [`Self::result_query`].
    pub fn result_arguments(&self) -> [DatumWithOid<'_>; 1] {
        [self.name.as_str().into()]
    }

    /// Waits for the next result of the message and returns its rows, all columns as text.
    pub fn texts<const N: usize>(&mut self) -> Result<Vec<[Option<String>; N]>> {
        self.wait();
        let columns: Vec<String> = (1..=N).map(|n| format!("c{n} text")).collect();
        let query = self.result_query(&columns.join(", "));
        select(&query, &self.result_arguments(), |row| {
            let mut values = [const { None }; N];
            for (at, value) in values.iter_mut().enumerate() {
                *value = row.get(at + 1)?;
            }
            Ok(values)
        })
    }

    /// The rows of one query, all columns as text.
    pub fn ask<const N: usize>(&mut self, query: &str) -> Result<Vec<[Option<String>; N]>> {
        self.send(query)?;
        let rows = self.texts::<N>()?;
        self.end()?;
        Ok(rows)
    }

    /// Sends one message and waits for its end. What it returns, of one column, is not wanted.
    pub fn command(&mut self, sql: &str) -> Result<()> {
        self.send(sql)?;
        self.settle()
    }

    /// Waits for the end of a message, whatever it returns; also of one that has failed.
    pub fn settle(&mut self) -> Result<()> {
        while !self.texts::<1>()?.is_empty() {}
        // That may have been a query without rows.
        self.end()
    }

    /// Waits for the end of the message, behind its last result. Until then the remote is taken to be at work.
    pub fn end(&mut self) -> Result<()> {
        self.texts::<1>()?;
        self.in_flight = false;
        Ok(())
    }
}

/// What this session still has to say on a connection when it is told to end.
struct LastWord {
    send_query: pg_sys::FmgrInfo,
    name: pg_sys::Datum,
    sql: pg_sys::Datum,
}

thread_local! {
    static LAST_WORD: RefCell<Option<LastWord>> = const { RefCell::new(None) };
    static LISTENS: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

impl Connection {
    /// Has this sent if the session ends before [`Self::forget_at_exit`]: a terminated backend unwinds nothing. One at a time.
    pub fn say_at_exit(&mut self, sql: &str) {
        // SAFETY: both live as long as the session. The callback runs before the transaction and the memory are gone (ipc.c), and stays
        // registered: it may only be taken back while it is the last one.
        unsafe {
            let word = PgMemoryContexts::TopMemoryContext.switch_to(|_| (self.name.as_str().into_datum(), sql.into_datum()));
            let (Some(name), Some(sql)) = word else { return };
            LAST_WORD.set(Some(LastWord { send_query: self.dblink.send_query, name, sql }));
            if !LISTENS.replace(true) {
                pg_sys::before_shmem_exit(Some(say_last_word), pg_sys::Datum::null());
            }
        }
    }

    /// Takes that back.
    pub fn forget_at_exit(&mut self) {
        LAST_WORD.set(None);
    }
}

unsafe extern "C-unwind" fn say_last_word(_code: c_int, _argument: pg_sys::Datum) {
    let Some(mut word) = LAST_WORD.take() else { return };
    // Nobody waits for what comes of it: the other session may have to wait for the end of this one (DROP DATABASE does).
    // SAFETY: dblink_send_query(text, text) with its connection's name, which looks into no catalog.
    unsafe {
        pg_sys::FunctionCall2Coll(&mut word.send_query, pg_sys::InvalidOid, word.name, word.sql);
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // A cancel that arrives in here would raise an error while one is being reported; and raising an error, which
        // these functions don't otherwise do, resets the counter.
        // SAFETY: backends have one thread; the functions take a text and return one.
        unsafe {
            let held = pg_sys::InterruptHoldoffCount;
            pg_sys::InterruptHoldoffCount = held + 1;
            PgTryBuilder::new(AssertUnwindSafe(|| {
                if self.in_flight {
                    pg_sys::FunctionCall1Coll(&mut self.dblink.cancel_query, pg_sys::InvalidOid, self.name_datum);
                }
                pg_sys::FunctionCall1Coll(&mut self.dblink.disconnect, pg_sys::InvalidOid, self.name_datum);
                pg_sys::pfree(self.name_datum.cast_mut_ptr());
            }))
            .catch_others(|_| ())
            .execute();
            pg_sys::InterruptHoldoffCount = held;
        }
    }
}

/// Calls one of dblink's functions through SQL, where the caller's privileges are checked.
fn call(schema: &str, function: &str, arguments: &[DatumWithOid]) -> Result<()> {
    let query = format!("SELECT {}.{}($1, $2)", ident::quote(schema), ident::quote(function));
    select(&query, arguments, |_| Ok(())).map(|_| ())
}

/// Runs a query that only reads. Rows are copied out before SPI is left.
pub fn select<T>(
    query: &str,
    arguments: &[DatumWithOid],
    mut row: impl FnMut(pgrx::spi::SpiHeapTupleData) -> Result<T>,
) -> Result<Vec<T>> {
    catch(|| Spi::connect(|client: &SpiClient| client.select(query, None, arguments)?.map(&mut row).collect()))
}

/// Waits, open to cancel and timeouts.
pub fn sleep(pause: Duration) {
    // WaitLatch counts in milliseconds; the first rounds are shorter than that.
    if pause < Duration::from_millis(1) {
        std::thread::sleep(pause);
    } else {
        let events = pg_sys::WL_LATCH_SET | pg_sys::WL_TIMEOUT | pg_sys::WL_EXIT_ON_PM_DEATH;
        let milliseconds = i64::try_from(pause.as_millis()).unwrap_or(1);
        // SAFETY: the backend's own latch.
        unsafe {
            pg_sys::WaitLatch(pg_sys::MyLatch, events as i32, milliseconds, pg_sys::PG_WAIT_EXTENSION);
            pg_sys::ResetLatch(pg_sys::MyLatch);
        }
    }
    check_for_interrupts!();
}
