//! Questions to an endpoint's server, each of which may fail, or take too long, without the others coming to harm.
//!
//! In this database that takes a subtransaction and a timer of its own.

use std::time::Instant;

use pgdiff_engine::checklist::Answer;
use pgrx::prelude::*;

use super::dblink::{self, Connection};
use super::session::Pinned;
use super::{Endpoint, remote};
use crate::error::{Failure, Result, sqlstate_text};
use crate::subtransaction::attempt;
use crate::timer::{self, Timer};

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
            _ => return Err(endpoint.is_no_database(|it| format!("{it} can't be asked about its rows"))),
        };
        Ok(Self { server, timeout })
    }

    /// Asks one query of at most three columns. An error of this session (a cancel, its own timeout) is one; what the query
    /// itself runs into is an answer.
    pub fn ask(&mut self, query: &str) -> Result<Answer> {
        let start = Instant::now();
        let is_ours = |failure: &Failure| timer::is_cancel(failure, start, self.timeout);
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
