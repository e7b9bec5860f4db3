//! Questions to an endpoint's server, each of which may fail, or take too long, without the others coming to harm.
//!
//! In this database that takes a subtransaction and a timer of its own: `statement_timeout` set inside of a running function
//! does not bind it.

use std::ffi::c_int;
use std::time::{Duration, Instant};

use pgdiff_engine::checklist::Answer;
use pgrx::prelude::*;

use super::dblink::{self, Connection};
use super::session::Pinned;
use super::{Endpoint, remote};
use crate::error::{Failure, Result, catch, sqlstate_text};

/// Somebody who answers.
pub struct Asker {
    server: Server,
    timeout: u64,
}

enum Server {
    Current,
    Remote(Box<Connection>),
}

impl Asker {
    /// Connects, where that is needed. `timeout` is how long an answer may take, in milliseconds; 0 is without end.
    pub fn open(endpoint: &Endpoint, timeout: u64) -> Result<Self> {
        let server = match endpoint {
            Endpoint::Current => Server::Current,
            Endpoint::Remote(destination) => Server::Remote(Box::new(remote::asking(destination, timeout)?)),
            Endpoint::Snapshot(_) => {
                return Err(Failure::new(
                    PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
                    "a snapshot can't be asked about its rows",
                )
                .hint("Name the database as target."));
            }
        };
        Ok(Self { server, timeout })
    }

    /// Asks one query of at most three columns. An error of this session (a cancel, its own timeout) is one; what the query
    /// itself runs into is an answer.
    pub fn ask(&mut self, query: &str) -> Result<Answer> {
        let (start, timeout) = (Instant::now(), Duration::from_millis(self.timeout));
        let is_ours = |failure: &Failure| {
            let is_cancel = failure.sqlstate() == PgSqlErrorCode::ERRCODE_QUERY_CANCELED;
            is_cancel && (timeout.is_zero() || start.elapsed() < timeout)
        };
        let answered = match &mut self.server {
            Server::Current => current(query, self.timeout)?,
            Server::Remote(connection) => {
                let answered = attempt(|| {
                    connection.send(query)?;
                    connection.texts::<3>()
                })?;
                // A remote that was left in the middle is cancelled when its connection is closed.
                if !answered.as_ref().is_err_and(is_ours) {
                    connection.end()?;
                }
                answered
            }
        };
        Ok(match answered {
            Ok(rows) => Answer::Rows(rows),
            Err(failure) if is_ours(&failure) => return Err(failure),
            Err(failure) => Answer::Refused(sqlstate_text(failure.sqlstate()), failure.message().to_owned()),
        })
    }
}

/// Asks this database.
fn current(query: &str, timeout: u64) -> Result<Result<Vec<[Option<String>; 3]>>> {
    let _pinned = Pinned::new()?;
    attempt(|| {
        let _timer = Timer::start(timeout);
        let _uncounted = Uncounted::start();
        // An expression may call functions that write. The end of the subtransaction restores it.
        // SAFETY: this backend's own.
        unsafe { pg_sys::XactReadOnly = true };
        dblink::select(query, &[], |row| Ok([row.get(1)?, row.get(2)?, row.get(3)?]))
    })
}

/// `track_counts`, off until dropped: an index that only our own questions use must not look used to the next checklist. As the
/// variable and not as the setting, which takes a superuser.
struct Uncounted {
    counted: bool,
}

impl Uncounted {
    fn start() -> Self {
        // SAFETY: this backend's own.
        Self { counted: unsafe { (&raw mut pg_sys::pgstat_track_counts).replace(false) } }
    }
}

impl Drop for Uncounted {
    fn drop(&mut self) {
        // SAFETY: as in `start`; after an error too.
        unsafe { pg_sys::pgstat_track_counts = self.counted };
    }
}

/// Runs what may raise a server error in a subtransaction, after whose failure there is a way on.
fn attempt<T>(action: impl FnOnce() -> Result<T>) -> Result<Result<T>> {
    // SAFETY: as PL/pgSQL does it for a block with EXCEPTION: the memory context and the resource owner are the caller's again
    // afterwards, and whatever SPI had open was closed when the error unwound it.
    unsafe {
        let (context, owner) = (pg_sys::CurrentMemoryContext, pg_sys::CurrentResourceOwner);
        catch(|| {
            pg_sys::BeginInternalSubTransaction(std::ptr::null());
            Ok(())
        })?;
        pg_sys::MemoryContextSwitchTo(context);
        let done = catch(action);
        match &done {
            Ok(_) => pg_sys::ReleaseCurrentSubTransaction(),
            Err(_) => pg_sys::RollbackAndReleaseCurrentSubTransaction(),
        }
        pg_sys::MemoryContextSwitchTo(context);
        pg_sys::CurrentResourceOwner = owner;
        Ok(done)
    }
}

// src/include/utils/timeout.h, which pgrx doesn't bind.
unsafe extern "C-unwind" {
    fn enable_timeout_after(id: c_int, delay_ms: c_int);
    fn enable_timeout_at(id: c_int, fin_time: pg_sys::TimestampTz);
    fn disable_timeout(id: c_int, keep_indicator: bool);
    fn get_timeout_active(id: c_int) -> bool;
    fn get_timeout_finish_time(id: c_int) -> pg_sys::TimestampTz;
}

/// `TimeoutId`, the same in 14 to 18.
const STATEMENT_TIMEOUT: c_int = 3;

/// The statement timeout's timer, set to another time until dropped.
struct Timer {
    /// When the session's own timeout is over, if it has one.
    own: Option<pg_sys::TimestampTz>,
}

impl Timer {
    /// Nothing where there is no end, or where the session's own comes first.
    fn start(timeout: u64) -> Option<Self> {
        let milliseconds = c_int::try_from(timeout).unwrap_or(c_int::MAX);
        // SAFETY: reads and sets this backend's timers.
        unsafe {
            let own = get_timeout_active(STATEMENT_TIMEOUT).then(|| get_timeout_finish_time(STATEMENT_TIMEOUT));
            let end = pg_sys::GetCurrentTimestamp().saturating_add(i64::from(milliseconds) * 1000);
            if milliseconds == 0 || own.is_some_and(|own| own <= end) {
                return None;
            }
            enable_timeout_after(STATEMENT_TIMEOUT, milliseconds);
            Some(Self { own })
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        // SAFETY: as in `start`; after an error too, so that the session's own timeout is in force again.
        unsafe {
            disable_timeout(STATEMENT_TIMEOUT, false);
            if let Some(own) = self.own {
                enable_timeout_at(STATEMENT_TIMEOUT, own);
            }
        }
    }
}
