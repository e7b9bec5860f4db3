//! The state that a script makes: it is run in a scratch database, which is read and dropped.
//!
//! The script runs as the caller, over connections that lead back to this server (`pgdiff.loopback`). The first one makes the database, is named
//! in its name, and drops it: after the reading, after whatever went wrong, and when this session is told to end. Where the server itself
//! was killed, the next script's first one finds what was left. A script may only do what ends with its database: what databases share
//! would stay.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use pgdiff_engine::catalog::Catalog;
use pgdiff_engine::ident::{literal, quote};
use pgdiff_engine::options::{ReadScope, Reading as Asked};
use pgdiff_engine::psql;
use pgrx::prelude::*;
use sha2::{Digest, Sha256};

use super::dblink::{Connection, select};
use super::loopback::{loopback, loopback_failed};
use super::remote::{Destination, Reading};
use super::statements::{Statement, statements};
use crate::error::{Failure, Result};
use crate::settings;
use crate::subtransaction::attempt;
use crate::timer::{self, Timer};

/// What a session of psql would have, whatever its role and the server are set to. A failing statement may hold a password, and is told to
/// the caller, so it stays out of the log where the role may say so.
const SESSION: &str = "SET search_path TO \"$user\", public; SET client_min_messages TO error; SET standard_conforming_strings TO on; \
     SET check_function_bodies TO on; SET default_tablespace TO ''; SET default_table_access_method TO heap; SET lock_timeout TO '10s'; \
     SELECT pg_catalog.set_config('log_min_error_statement', 'panic', false) FROM pg_catalog.pg_roles WHERE rolname = current_user AND rolsuper";

/// What stays when the database goes, or reaches other servers.
const OUTSIDE: [&str; 17] = [
    "CREATE ROLE",
    "ALTER ROLE",
    "DROP ROLE",
    "GRANT ROLE",
    "REVOKE ROLE",
    "CREATE DATABASE",
    "ALTER DATABASE",
    "DROP DATABASE",
    "CREATE TABLESPACE",
    "ALTER TABLESPACE",
    "DROP TABLESPACE",
    "ALTER SYSTEM",
    "ALTER SUBSCRIPTION",
    "DROP SUBSCRIPTION",
    "PREPARE TRANSACTION",
    "REASSIGN OWNED",
    "DROP OWNED",
];

/// How often the size of the database is looked at while a statement runs.
const LOOK: Duration = Duration::from_secs(1);

/// A schema's script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    text: String,
}

impl Wanted {
    /// The text after `sql:`.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }

    /// What it is called in records: a digest.
    pub fn name(&self) -> String {
        format!("sql:{}", &self.digest()[..12])
    }

    fn digest(&self) -> String {
        Sha256::digest(&self.text).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A text that is the same as long as the script makes the same.
    pub fn mark(&self) -> Result<String> {
        let told = select(include_str!("../../sql/endpoint/scratch_mark.sql"), &[], |row| Ok(row.get::<String>(1)?))?;
        Ok(format!("{} {}", self.digest(), told.into_iter().flatten().next().unwrap_or_default()))
    }

    /// What the script makes. Errors, besides those of its statements: 0A000 for a script or options that ask for what is outside of a
    /// database, 57014 for one that takes too long, 53400 for one that makes too much.
    pub fn catalog(&self, asked: Asked) -> Result<Catalog> {
        if asked.scope > ReadScope::Objects {
            return Err(Failure::new(
                PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
                format!("SQL text says nothing about the scope \"{}\"", asked.scope.as_str()),
            )
            .hint("Leave the option \"scope\" out, or name a database as the source."));
        }
        let text = psql::without_psql(&self.text)?;
        let script = Script::read(&text)?;
        let scratch = Scratch::create()?;
        let limit = settings::scratch_timeout();
        let start = Instant::now();
        let made = attempt(|| {
            let _timer = Timer::start(limit);
            scratch.run(&script)?;
            Reading::start(&scratch.place, asked)?.finish(&mut || ())
        });
        // Whatever came of it, and before that is told.
        let removed = scratch.remove();
        let mut catalog = made?.map_err(|failure| {
            let is_ours = failure.is_interrupt() && !timer::is_cancel(&failure, start, limit);
            if is_ours { takes_too_long(limit) } else { failure }
        })?;
        if let Err(failure) = removed {
            warning!("scratch database could not be dropped: {}", failure.message());
        }
        catalog.origin.database = self.name();
        catalog.origin.is_script = true;
        Ok(catalog)
    }
}

fn takes_too_long(limit: u64) -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_QUERY_CANCELED, format!("the SQL text took longer than {limit} ms"))
        .hint("Leave out what fills tables, or raise the setting \"pgdiff.scratch_timeout\".")
}

/// The statements of a text that are to be run.
struct Script<'a> {
    text: &'a str,
    statements: Vec<Statement>,
}

impl<'a> Script<'a> {
    fn read(text: &'a str) -> Result<Self> {
        let mut statements = statements(text)?;
        let mut open = None;
        for statement in &statements {
            check(text, statement)?;
            match statement.transaction {
                Some(true) => open = Some(statement.at.start),
                Some(false) => open = None,
                None => {}
            }
        }
        if let Some(at) = open {
            return Err(Failure::new(
                PgSqlErrorCode::ERRCODE_ACTIVE_SQL_TRANSACTION,
                format!("line {} of the SQL text: the transaction is not ended", psql::line(text, at)),
            )
            .hint("Add COMMIT."));
        }
        // Rows are not compared, and the text has come in this database's encoding, whatever it says of the file that it was.
        statements.retain(|statement| statement.tag != "COPY" && statement.sets.as_deref() != Some("client_encoding"));
        Ok(Self { text, statements })
    }
}

fn check(text: &str, statement: &Statement) -> Result<()> {
    let tag = statement.tag.as_str();
    // `ALTER DATABASE SET` and its like are tags of their own.
    let is_outside = |outside: &&str| tag.strip_prefix(*outside).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if !statement.reaches_out && !tag.ends_with(" PREPARED") && !OUTSIDE.iter().any(is_outside) {
        return Ok(());
    }
    let message = format!("line {} of the SQL text: {tag} reaches out of its database", psql::line(text, statement.at.start));
    let failure = Failure::new(PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED, message);
    Err(match tag {
        "COPY" => failure
            .detail("Only COPY … FROM stdin is read over; files and programs belong to the server.")
            .hint("Leave the statement out: rows are not compared."),
        "CREATE SUBSCRIPTION" => {
            failure.detail("It connects to the publisher.").hint("Write it WITH (connect = false), as pg_dump does.")
        }
        _ => failure
            .detail("What the script makes is dropped with its database; that would stay.")
            .hint("Keep statements about roles, databases, tablespaces and the server in a script of their own."),
    })
}

/// The database, and the connection that answers for it.
struct Scratch {
    keeper: RefCell<Option<Connection>>,
    name: String,
    place: Destination,
}

impl Scratch {
    fn create() -> Result<Self> {
        let home = loopback()?;
        let connected = attempt(|| home.connect())?.map_err(|failure| {
            let message = "could not connect to this server for a scratch database";
            loopback_failed(failure, message, "or name a database as the source")
        });
        let mut keeper = connected?;
        keeper.command("SET search_path TO pg_catalog, pg_temp")?;
        keeper.command("SET client_min_messages TO error")?;
        for name in left(&mut keeper)? {
            // Somebody else may be at it as well.
            let place = home.elsewhere(&name)?;
            let _gone = dispose(&mut keeper, &name, &place);
        }
        let described = keeper.ask::<8>(include_str!("../../sql/endpoint/scratch.sql"))?;
        let Some([Some(pid), Some(start), Some(encoding), Some(collate), Some(ctype), provider, locale, rules]) =
            described.into_iter().next()
        else {
            return Err(Failure::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, "could not identify this database"));
        };
        let name = format!("pgdiff_scratch_{pid}_{start}");
        let place = home.elsewhere(&name)?;
        let mut create = format!(
            "CREATE DATABASE {} TEMPLATE template0 ENCODING {} LC_COLLATE {} LC_CTYPE {}",
            quote(&name),
            literal(&encoding),
            literal(&collate),
            literal(&ctype)
        );
        // Where the C library provides it, that is all.
        let own = match provider.as_deref() {
            Some("i") => Some(("icu", "ICU_LOCALE")),
            Some("b") => Some(("builtin", "BUILTIN_LOCALE")),
            _ => None,
        };
        if let (Some((provider, parameter)), Some(locale)) = (own, locale) {
            create.push_str(&format!(" LOCALE_PROVIDER {provider} {parameter} {}", literal(&locale)));
            create.extend(rules.map(|rules| format!(" ICU_RULES {}", literal(&rules))));
        }
        // From here on it may be there.
        let scratch = Self { keeper: RefCell::new(Some(keeper)), name, place };
        let created = scratch.keep(|keeper| {
            keeper.say_at_exit(&drop_statement(&scratch.name));
            tell(keeper, &create)?;
            tell(keeper, &format!("REVOKE ALL ON DATABASE {} FROM PUBLIC", quote(&scratch.name)))?;
            let comment = "made by pgdiff for the script of an sql: endpoint; it is dropped when that has been read";
            tell(keeper, &format!("COMMENT ON DATABASE {} IS {}", quote(&scratch.name), literal(comment)))
        });
        if let Err(failure) = created {
            let _gone = scratch.remove();
            return Err(not_created(failure));
        }
        Ok(scratch)
    }

    fn keep<T>(&self, action: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let gone = || Failure::new(PgSqlErrorCode::ERRCODE_CONNECTION_DOES_NOT_EXIST, "the connection to this server is gone");
        action(self.keeper.borrow_mut().as_mut().ok_or_else(gone)?)
    }

    fn run(&self, script: &Script<'_>) -> Result<()> {
        let mut connection = self.place.connect()?;
        connection.command(SESSION)?;
        for statement in &script.statements {
            let said = &script.text[statement.at.clone()];
            let ran = attempt(|| self.run_one(&mut connection, &sent(statement, said)))?;
            ran.map_err(|failure| {
                if failure.is_interrupt() {
                    return failure;
                }
                let line = psql::line(script.text, statement.at.start);
                let message = format!("line {line} of the SQL text: {}", failure.message());
                failure.with_message(message)
            })?;
        }
        self.check_size()
    }

    fn run_one(&self, connection: &mut Connection, sql: &str) -> Result<()> {
        connection.send(sql)?;
        while connection.is_busy_for(LOOK) {
            self.check_size()?;
        }
        connection.settle()
    }

    fn check_size(&self) -> Result<()> {
        let Some(limit) = settings::scratch_size() else { return Ok(()) };
        let query = format!("SELECT pg_catalog.pg_database_size({})::text", literal(&self.name));
        let size = self.keep(|keeper| keeper.ask::<1>(&query))?;
        let size: u64 = size.into_iter().next().and_then(|[size]| size?.parse().ok()).unwrap_or_default();
        if size <= limit {
            return Ok(());
        }
        Err(Failure::new(PgSqlErrorCode::ERRCODE_CONFIGURATION_LIMIT_EXCEEDED, "the SQL text makes too large a database")
            .detail(format!("It has {} MB, and may have {} MB.", size >> 20, limit >> 20))
            .hint("Leave out what fills tables, or raise the setting \"pgdiff.scratch_size\"."))
    }

    /// Drops it.
    fn remove(self) -> Result<()> {
        let removed = self.keep(|keeper| dispose(keeper, &self.name, &self.place));
        if removed.is_ok() {
            self.keep(|keeper| {
                keeper.forget_at_exit();
                Ok(())
            })?;
        }
        removed
    }
}

/// As it is sent. What returns rows would have to be taken as what it returns; in PL/pgSQL they are nobody's.
fn sent(statement: &Statement, said: &str) -> String {
    let returns = ["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "EXECUTE", "FETCH", "SHOW", "EXPLAIN"];
    if returns.contains(&statement.tag.as_str()) || statement.tag.starts_with("SELECT FOR ") {
        format!("DO LANGUAGE plpgsql {}", literal(&format!("BEGIN EXECUTE {}; END", literal(said))))
    } else {
        said.to_owned()
    }
}

/// Scratch databases whose sessions are gone.
fn left(keeper: &mut Connection) -> Result<Vec<String>> {
    let rows = keeper.ask::<1>(include_str!("../../sql/endpoint/scratch_left.sql"))?;
    Ok(rows.into_iter().filter_map(|[name]| name).collect())
}

/// A command whose failure leaves the connection, and this transaction, fit for more.
fn tell(keeper: &mut Connection, sql: &str) -> Result<()> {
    let told = attempt(|| keeper.command(sql))?;
    if told.is_err() {
        // What is left of the message, as far as there is somebody still.
        let _settled = attempt(|| keeper.settle())?;
    }
    told
}

fn dispose(keeper: &mut Connection, name: &str, place: &Destination) -> Result<()> {
    let drop = drop_statement(name);
    match tell(keeper, &drop) {
        Err(failure) if failure.sqlstate() == PgSqlErrorCode::ERRCODE_OBJECT_IN_USE => {
            attempt(|| place.connect()?.command(include_str!("../../sql/endpoint/scratch_subscriptions.sql")))??;
            tell(keeper, &drop)
        }
        dropped => dropped,
    }
}

/// Whoever is in it goes with it.
fn drop_statement(name: &str) -> String {
    format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", quote(name))
}

fn not_created(failure: Failure) -> Failure {
    let detail = failure.as_detail();
    let hint = match failure.sqlstate() {
        PgSqlErrorCode::ERRCODE_INSUFFICIENT_PRIVILEGE => {
            "Give the role CREATEDB, or name a database or a snapshot as the source."
        }
        PgSqlErrorCode::ERRCODE_READ_ONLY_SQL_TRANSACTION => {
            "A standby can't make one: call this on the primary, or name a database or a snapshot as the source."
        }
        _ => "Name a database or a snapshot as the source.",
    };
    failure.with_message("could not create a scratch database for the SQL text").detail(detail).hint(hint)
}
