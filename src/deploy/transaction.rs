//! A transaction in the target that never commits.
//!
//! In this database it is a subtransaction of the caller's, in another one a transaction over a connection of its own. Each statement
//! runs in a savepoint, so that after one that fails the rest can still be looked at.

use std::time::{Duration, Instant};

use pgdiff_engine::catalog::{Catalog, Origin};
use pgdiff_engine::ident::literal;
use pgdiff_engine::options::Options;
use pgdiff_engine::script::SETTINGS;
use pgrx::prelude::*;

use crate::endpoint::{Connection, Destination, Endpoint, read_again, select};
use crate::error::{Failure, Result, catch};
use crate::subtransaction::{Subtransaction, attempt};
use crate::timer::{self, Timer};

/// How long a statement waits for a lock where the options don't say: a rehearsal must not keep others waiting.
const LOCK_TIMEOUT: &str = "2s";

/// The open transaction.
pub struct Transaction {
    server: Server,
    /// How long a statement may take, in milliseconds; 0 is without end.
    timeout: u64,
}

enum Server {
    Current(Option<Subtransaction>),
    Remote(Option<Box<Connection>>, Destination),
}

impl Transaction {
    /// Opens it, with the settings that a script has.
    pub fn begin(endpoint: &Endpoint, options: &Options) -> Result<Self> {
        let mut settings: Vec<String> = SETTINGS.iter().map(|(name, value)| format!("SET LOCAL {name} = {value}")).collect();
        let lock_timeout = options.lock_timeout.as_deref().unwrap_or(LOCK_TIMEOUT);
        settings.push(format!("SET LOCAL lock_timeout = {}", literal(lock_timeout)));
        if let Some(timeout) = &options.statement_timeout {
            settings.push(format!("SET LOCAL statement_timeout = {}", literal(timeout)));
        }
        let server = match endpoint {
            Endpoint::Current => Server::Current(Some(Subtransaction::begin()?)),
            Endpoint::Remote(destination) => {
                let mut connection = destination.connect()?;
                let isolation =
                    options.isolation.map_or_else(String::new, |level| format!(" ISOLATION LEVEL {}", level.as_str()));
                catch(|| connection.command(&format!("BEGIN{isolation}")))?;
                Server::Remote(Some(Box::new(connection)), destination.clone())
            }
            _ => return Err(endpoint.is_no_database(|it| format!("nothing can be rehearsed in {it}"))),
        };
        let mut transaction = Self { server, timeout: 0 };
        for setting in settings {
            transaction.run(&setting)??;
        }
        if options.statement_timeout.is_some() {
            let set =
                "SELECT s.setting, NULL::text, NULL::text FROM pg_catalog.pg_settings AS s WHERE s.name = 'statement_timeout'";
            let [set, ..] = transaction.ask(set)?.pop().unwrap_or_default();
            transaction.timeout = set.and_then(|set| set.parse().ok()).unwrap_or_default();
        }
        Ok(transaction)
    }

    /// Runs one statement; the result is how long it took, or what it failed with, which took it back.
    pub fn run(&mut self, sql: &str) -> Result<Result<Duration>> {
        let start = Instant::now();
        let done = match &mut self.server {
            Server::Current(_) => attempt(|| {
                let _timer = Timer::start(self.timeout);
                Spi::connect_mut(|client| client.update(sql, None, &[]).map(|_| ()))?;
                Ok(())
            })?,
            Server::Remote(Some(connection), _) => {
                connection.command("SAVEPOINT pgdiff_step")?;
                let done = attempt(|| connection.command(sql))?;
                let end = if done.is_ok() { "RELEASE SAVEPOINT pgdiff_step" } else { "ROLLBACK TO SAVEPOINT pgdiff_step" };
                connection.settle()?;
                connection.command(end)?;
                done
            }
            Server::Remote(None, _) => Err(closed()),
        };
        match done {
            Err(failure) if timer::is_cancel(&failure, start, self.timeout) => Err(failure),
            done => Ok(done.map(|()| start.elapsed())),
        }
    }

    /// The rows of a query of three columns of text.
    pub fn ask(&mut self, query: &str) -> Result<Vec<[Option<String>; 3]>> {
        match &mut self.server {
            Server::Current(_) => select(query, &[], |row| Ok([row.get(1)?, row.get(2)?, row.get(3)?])),
            Server::Remote(Some(connection), _) => catch(|| {
                connection.send(query)?;
                let rows = connection.texts::<3>()?;
                connection.end()?;
                Ok(rows)
            }),
            Server::Remote(None, _) => Err(closed()),
        }
    }

    /// Reads the catalog as the statements have left it.
    pub fn catalog(&mut self, origin: &Origin, options: &Options) -> Result<Catalog> {
        let connection = match &mut self.server {
            Server::Current(_) => None,
            Server::Remote(connection, destination) => Some((*connection.take().ok_or_else(closed)?, &*destination)),
        };
        let (catalog, connection) = read_again(connection, origin, options.reading())?;
        if let (Server::Remote(place, _), Some(connection)) = (&mut self.server, connection) {
            *place = Some(Box::new(connection));
        }
        Ok(catalog)
    }

    /// Takes everything back.
    pub fn roll_back(mut self) -> Result<()> {
        match &mut self.server {
            Server::Current(subtransaction) => {
                drop(subtransaction.take());
                Ok(())
            }
            Server::Remote(Some(connection), _) => catch(|| connection.command("ROLLBACK")),
            Server::Remote(None, _) => Err(closed()),
        }
    }
}

fn closed() -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_CONNECTION_DOES_NOT_EXIST, "the connection to the target is gone")
}
