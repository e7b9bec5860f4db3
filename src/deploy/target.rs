//! The target of a deployment: a connection of its own, on which the steps run while the caller's session keeps the record.
//!
//! Nothing here holds a snapshot of the caller's session while the target works: what builds concurrently would wait for it.

use std::time::{Duration, Instant};

use pgdiff_engine::catalog::{Catalog, Origin};
use pgdiff_engine::ident::literal;
use pgdiff_engine::options::Options;
use pgdiff_engine::script::SETTINGS;
use pgrx::prelude::*;

use crate::endpoint::{Connection, Destination, Endpoint, Pinned, loopback, loopback_failed, read_again, select, sleep};
use crate::error::{Failure, Result};
use crate::procedure::with_snapshot;
use crate::subtransaction::attempt;

/// The session lock that a deployment holds on its target: "pgdiff" and a number, as one key of pg_advisory_lock.
pub const LOCK: i64 = 0x7067_6469_6666_0001;

/// How long a deployment waits for that lock: whoever was killed a moment ago needs a little to be gone.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often is looked at what a statement does: soon for the first time, because short ones are most.
const FIRST_LOOK: Duration = Duration::from_millis(250);
const NEXT_LOOK: Duration = Duration::from_secs(1);

/// What only some servers have, or let a role set: each is set if it can be.
const WHERE_POSSIBLE: &[(&str, &str)] = &[
    // A statement must not go on for a deployer who is gone.
    ("client_connection_check_interval", "1s"),
    ("idle_in_transaction_session_timeout", "0"),
    ("idle_session_timeout", "0"),
    ("transaction_timeout", "0"),
];

/// The open connection.
pub struct Target {
    destination: Destination,
    connection: Option<Connection>,
    observer: Observer,
    name: String,
    /// The process of its session.
    pub pid: i32,
}

/// What a statement did.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ran {
    /// How long it took.
    pub took: Duration,
    /// How long of that it was seen waiting for locks.
    pub waited: Duration,
    /// The rows that it says it changed.
    pub rows: Option<i64>,
}

/// What a statement is at.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// What it does, as far as the server says.
    pub phase: Option<String>,
    /// How much of it is done, in blocks, rows or sessions.
    pub done: Option<i64>,
    /// How much it is altogether.
    pub total: Option<i64>,
    /// Whom it waits for.
    pub blockers: Option<String>,
    /// How long it was seen waiting so far.
    pub waited: Duration,
}

/// A second connection, opened when a statement takes long. The deployment goes on without it where it can't be had.
#[derive(Default)]
struct Observer {
    connection: Option<Connection>,
    given_up: bool,
}

impl Target {
    /// Connects, takes the lock of deployments, and sets the session as a script would. `name` is what others see it as.
    pub fn connect(endpoint: &Endpoint, name: &str) -> Result<Self> {
        let destination = with_snapshot(|| destination(endpoint))?;
        let connection = attempt(|| with_snapshot(|| destination.connect()))?;
        let connection =
            connection.map_err(|failure| if *endpoint == Endpoint::Current { not_reached(failure) } else { failure })?;
        let observer = Observer::default();
        let mut target = Self { destination, connection: Some(connection), observer, name: name.to_owned(), pid: 0 };
        if *endpoint == Endpoint::Current {
            target.check_that_it_is_here()?;
        }
        target.lock()?;
        target.set_up()?;
        Ok(target)
    }

    /// A connection string or foreign server that leads elsewhere would change another database than the one that was compared.
    fn check_that_it_is_here(&mut self) -> Result<()> {
        // A key that nobody else holds: ours alone, for as long as this transaction lasts.
        let query = "SELECT k.key::text, pg_catalog.pg_advisory_xact_lock(k.key)::text, pg_catalog.pg_backend_pid()::text \
                     FROM (SELECT (pg_catalog.random() * 4611686018427387904)::int8 AS key) AS k";
        let taken = with_snapshot(|| select(query, &[], |row| Ok((row.get::<String>(1)?, row.get::<String>(3)?))))?;
        let Some((Some(key), Some(pid))) = taken.into_iter().next() else { return Err(unexpected()) };
        let seen = format!(
            "SELECT pg_catalog.count(*)::text FROM pg_catalog.pg_locks AS l WHERE l.locktype = 'advisory' AND l.objsubid = 1 \
             AND l.pid = {pid} AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()) \
             AND (l.classid::int8 << 32) + l.objid::int8 = {key}"
        );
        if matches!(self.ask::<1>(&seen)?.first(), Some([Some(count)]) if count == "1") {
            return Ok(());
        }
        Err(Failure::new(
            PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
            "the setting \"pgdiff.loopback\" leads to another database",
        )
        .detail(format!("{} is not the database that this session is in.", self.destination.label()))
        .hint("Correct the setting, or name that database as the deployment's target."))
    }

    fn lock(&mut self) -> Result<()> {
        let start = Instant::now();
        loop {
            let locked = self.ask::<1>(&format!("SELECT pg_catalog.pg_try_advisory_lock({LOCK})::text"))?;
            if matches!(locked.first(), Some([Some(locked)]) if locked == "true") {
                return Ok(());
            }
            if start.elapsed() >= PATIENCE {
                let holder = self.ask::<3>(&holder())?;
                return Err(is_busy(holder.first()));
            }
            sleep(Duration::from_millis(200));
        }
    }

    fn set_up(&mut self) -> Result<()> {
        let mut settings: Vec<String> = SETTINGS.iter().map(|(name, value)| format!("SET {name} = {value}")).collect();
        settings.push(format!("SET application_name = {}", literal(&self.name)));
        // What waits for everybody else, outside of transactions, must have no end: an index would be left behind INVALID.
        settings.push("SET lock_timeout = 0; SET statement_timeout = 0".to_owned());
        for setting in settings {
            self.quick(&setting)??;
        }
        // What it says committed must be committed, whatever then becomes of the server.
        let durable = "SELECT pg_catalog.set_config('synchronous_commit', 'local', false) \
                       WHERE pg_catalog.current_setting('synchronous_commit') = 'off'";
        self.ask::<1>(durable)?;
        for (name, value) in WHERE_POSSIBLE {
            // Not every server has each of them, nor every platform.
            let _unless_possible = self.quick(&format!("SET {name} = {}", literal(value)))?;
        }
        match self.ask::<1>("SELECT pg_catalog.pg_backend_pid()::text")?.first() {
            Some([Some(pid)]) => self.pid = pid.parse().unwrap_or_default(),
            _ => return Err(unexpected()),
        }
        Ok(())
    }

    fn connection(&mut self) -> Result<&mut Connection> {
        self.connection.as_mut().ok_or_else(closed)
    }

    /// Runs a statement that takes no time worth watching.
    pub fn quick(&mut self, sql: &str) -> Result<Result<()>> {
        Ok(self.run(sql, &mut |_| Ok(()))?.map(|_| ()))
    }

    /// Runs one message. The outer error is this session's own (a cancel, a timeout, its record can't be written), and then the target's
    /// statement is cancelled when the connection is closed; the inner one is the target's, or that the connection is gone. `watch`
    /// is called now and then with what it is at.
    pub fn run(&mut self, sql: &str, watch: &mut dyn FnMut(&Look) -> Result<()>) -> Result<Result<Ran>> {
        let start = Instant::now();
        let connection = self.connection()?;
        if let Err(failure) = attempt(|| with_snapshot(|| connection.send(sql)))? {
            return Ok(Err(failure));
        }
        let (mut pause, mut look, mut last) = (FIRST_LOOK, Look::default(), start);
        while attempt(|| Ok(self.connection()?.is_busy_for(pause)))?? {
            pause = NEXT_LOOK;
            if let Some((seen, waits)) = self.observer.look(&self.destination, self.pid) {
                let waited = if waits { look.waited + last.elapsed() } else { look.waited };
                look = Look { waited, ..seen };
            }
            last = Instant::now();
            watch(&look)?;
        }
        let connection = self.connection()?;
        let ended = attempt(|| {
            with_snapshot(|| {
                let mut tag = None;
                loop {
                    let rows = connection.texts::<1>()?;
                    if rows.is_empty() {
                        break;
                    }
                    tag = rows.into_iter().next_back().and_then(|[tag]| tag);
                }
                connection.end()?;
                Ok(tag)
            })
        })?;
        let failure = match ended {
            Ok(tag) => {
                return Ok(Ok(Ran { took: start.elapsed(), waited: look.waited, rows: tag.as_deref().and_then(counted) }));
            }
            Err(failure) => failure,
        };
        // What is left of the message; and whether there is somebody still who says what became of it.
        let settled = attempt(|| with_snapshot(|| connection.settle()))?;
        let refused = |failure: &Failure| failure.sqlstate() == PgSqlErrorCode::ERRCODE_IN_FAILED_SQL_TRANSACTION;
        let is_there = settled.is_ok() && self.ask::<1>("SELECT 'here'").map_or_else(|failure| refused(&failure), |_| true);
        if !is_there {
            self.connection = None;
        }
        Ok(Err(failure))
    }

    /// The rows of a query, all columns as text.
    pub fn ask<const N: usize>(&mut self, query: &str) -> Result<Vec<[Option<String>; N]>> {
        ask(self.connection()?, query)
    }

    /// Takes an open transaction back at once where nothing is at work, because this session may need what it holds; what is at work is
    /// cancelled as the connection is closed.
    pub fn leave(&mut self) {
        let is_idle = self.connection.as_ref().is_some_and(|connection| !connection.is_in_flight());
        if !is_idle || !matches!(self.quick("ROLLBACK"), Ok(Ok(()))) {
            self.connection = None;
        }
    }

    /// Is there a connection still?
    pub fn is_open(&self) -> bool {
        self.connection.is_some()
    }

    /// Reads the catalog in the transaction that it is in.
    pub fn catalog(&mut self, origin: &Origin, options: &Options) -> Result<Catalog> {
        let connection = self.connection.take().ok_or_else(closed)?;
        let read =
            attempt(|| with_snapshot(|| read_again(Some((connection, &self.destination)), origin, options.reading_to_keep())))?;
        let (catalog, connection) = read?;
        self.connection = connection;
        for (name, value) in SETTINGS {
            self.quick(&format!("SET {name} = {value}"))??;
        }
        Ok(catalog)
    }
}

impl Observer {
    /// What the session is at, and whether it waits for a lock; nothing where it can't be seen.
    fn look(&mut self, destination: &Destination, pid: i32) -> Option<(Look, bool)> {
        if self.given_up {
            return None;
        }
        if self.connection.is_none() {
            let connected = attempt(|| {
                with_snapshot(|| {
                    let mut connection = destination.connect()?;
                    ask::<1>(
                        &mut connection,
                        "SELECT pg_catalog.set_config('statement_timeout', '2s', false) \
                                               FROM pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)",
                    )?;
                    Ok(connection)
                })
            });
            match connected {
                Ok(Ok(connection)) => self.connection = Some(connection),
                _ => self.given_up = true,
            }
        }
        let connection = self.connection.as_mut()?;
        let query = include_str!("../../sql/deploy/observe.sql").replace("{pid}", &pid.to_string());
        let Ok(Ok(rows)) = attempt(|| ask::<5>(connection, &query)) else {
            self.given_up = true;
            self.connection = None;
            return None;
        };
        let [phase, done, total, waits, blockers] = rows.into_iter().next()?;
        let number = |text: Option<String>| text.and_then(|text| text.parse().ok());
        let look = Look { phase, done: number(done), total: number(total), blockers, waited: Duration::ZERO };
        Some((look, waits.as_deref() == Some("true")))
    }
}

fn ask<const N: usize>(connection: &mut Connection, query: &str) -> Result<Vec<[Option<String>; N]>> {
    let answered = attempt(|| with_snapshot(|| connection.ask(query)))?;
    if answered.is_err() {
        // What is left of the message, as far as there is somebody still.
        let _settled = attempt(|| with_snapshot(|| connection.settle()))?;
    }
    answered
}

/// Takes the lock of deployments for a deployment in the caller's own session, until its transaction ends.
pub fn lock_here() -> Result<()> {
    let query = format!("SELECT pg_catalog.pg_try_advisory_xact_lock({LOCK})");
    let locked = with_snapshot(|| select(&query, &[], |row| Ok(row.get::<bool>(1)?)))?;
    if locked.into_iter().next().flatten() == Some(true) {
        return Ok(());
    }
    let holder = with_snapshot(|| {
        let _pinned = Pinned::new()?;
        select(&holder(), &[], |row| Ok([row.get(1)?, row.get(2)?, row.get(3)?]))
    })?;
    Err(is_busy(holder.first()))
}

fn holder() -> String {
    let key = LOCK as u64;
    let (high, low) = (key >> 32, key & 0xffff_ffff);
    include_str!("../../sql/deploy/holder.sql").replace("{high}", &high.to_string()).replace("{low}", &low.to_string())
}

fn is_busy(holder: Option<&[Option<String>; 3]>) -> Failure {
    let failure = Failure::new(PgSqlErrorCode::ERRCODE_OBJECT_IN_USE, "another deployment of this target is running");
    let failure = match holder {
        Some([Some(pid), role, application]) => {
            let whose = role.as_ref().map(|role| format!(" of role {role}")).unwrap_or_default();
            let what = application.as_ref().filter(|name| !name.is_empty()).map(|name| format!(", {name}")).unwrap_or_default();
            failure.detail(format!("It is session {pid}{whose} on the target{what}."))
        }
        _ => failure,
    };
    failure.hint("Wait for its end: pgdiff.deployment_progress shows how far it is.")
}

/// The error where a deployment's target is no database.
pub fn not_deployable(endpoint: &Endpoint) -> Failure {
    endpoint.is_no_database(|it| format!("nothing can be deployed to {it}"))
}

fn not_reached(failure: Failure) -> Failure {
    let message = "could not connect to this database for the deployment";
    loopback_failed(failure, message, "or deploy with the option \"in_session\"")
}

/// Where the steps run: for this database over a connection that leads back to it.
fn destination(endpoint: &Endpoint) -> Result<Destination> {
    match endpoint {
        Endpoint::Remote(destination) => Ok(destination.clone()),
        Endpoint::Current => loopback(),
        _ => Err(not_deployable(endpoint)),
    }
}

/// The rows that a command's tag counts: `UPDATE 5`, `INSERT 0 5`, `COPY 5`.
fn counted(tag: &str) -> Option<i64> {
    let counts = ["INSERT ", "UPDATE ", "DELETE ", "COPY ", "SELECT ", "MERGE "].iter().any(|word| tag.starts_with(word));
    tag.rsplit(' ').next().filter(|_| counts).and_then(|count| count.parse().ok())
}

fn closed() -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_CONNECTION_DOES_NOT_EXIST, "the connection to the target is gone")
}

fn unexpected() -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_PROTOCOL_VIOLATION, "unexpected answer from the target")
}
