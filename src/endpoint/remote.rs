//! Reading another database's catalog: one transaction, one snapshot, READ ONLY.

use pgdiff_engine::catalog::read::{self, Reader};
use pgdiff_engine::catalog::{Catalog, Origin, session};
use pgdiff_engine::options::Reading as Asked;
use pgrx::prelude::*;

use super::conninfo::Conninfo;
use super::dblink::{Connection, select};
use super::rows;
use crate::error::{Failure, Result, catch};

/// What a connection string does not say. A host that does not answer would otherwise be waited for without end, and
/// connecting is the one wait that cannot be cancelled.
const DEFAULTS: &[(&str, &str)] = &[
    ("connect_timeout", "10"),
    ("fallback_application_name", "pgdiff"),
    // A network that is gone says nothing: after a minute it is taken to be.
    ("keepalives_idle", "30"),
    ("keepalives_interval", "10"),
    ("keepalives_count", "3"),
];

/// The validators of wrappers whose servers are PostgreSQL: dblink_fdw, postgres_fdw, and the server's own example. dblink
/// would take any other server too, ignore its options, and connect to whatever libpq's defaults say.
const VALIDATORS: [&str; 3] = ["dblink_fdw_validator", "postgres_fdw_validator", "postgresql_fdw_validator"];

/// Where to connect to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A foreign server, with the caller's user mapping.
    Server(String),
    /// A libpq connection string.
    Conninfo(Conninfo),
}

impl Destination {
    /// For messages; holds no secret.
    pub fn label(&self) -> String {
        match self {
            Self::Server(name) => format!("server \"{name}\""),
            Self::Conninfo(conninfo) => format!("\"{}\"", conninfo.label()),
        }
    }

    /// Another database of the same server, as the same user. Errors (42704) for a foreign server that there isn't.
    pub fn elsewhere(&self, database: &str) -> Result<Self> {
        let conninfo = match self {
            Self::Conninfo(conninfo) => conninfo.clone(),
            Self::Server(name) => {
                check_server(name)?;
                let query = include_str!("../../sql/endpoint/foreign_server_options.sql");
                let rows = select(query, &[name.as_str().into()], |row| Ok((row.get::<String>(1)?, row.get::<String>(2)?)))?;
                rows.into_iter().filter_map(|(key, value)| Some((key?, value?))).collect::<Vec<_>>().into()
            }
        };
        Ok(Self::Conninfo(conninfo.known_with("dbname", database)))
    }

    /// Takes everything secret out of a text that came from libpq, dblink or the remote.
    fn scrub(&self, text: &str) -> String {
        match self {
            Self::Server(_) => text.trim_end().to_owned(),
            Self::Conninfo(conninfo) => {
                conninfo.secrets().fold(text.trim_end().to_owned(), |text, secret| text.replace(secret, "********"))
            }
        }
    }

    /// Connects, with one clear error where that fails.
    pub fn connect(&self) -> Result<Connection> {
        let text = match self {
            Self::Server(name) => {
                check_server(name)?;
                name.clone()
            }
            Self::Conninfo(conninfo) => conninfo.with_defaults(DEFAULTS),
        };
        Connection::open(&text).map_err(|failure| self.connecting_failed(failure))
    }

    fn connecting_failed(&self, failure: Failure) -> Failure {
        let label = self.label();
        let detail = self.scrub(failure.detail_text());
        match failure.sqlstate() {
            PgSqlErrorCode::ERRCODE_SQLCLIENT_UNABLE_TO_ESTABLISH_SQLCONNECTION => {
                if detail.contains("invalid connection option") || detail.contains("invalid URI query parameter") {
                    // libpq names the option, which is a part of the password where that has a space and no quotes.
                    return Failure::new(
                        PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
                        "connection string has a parameter that libpq does not know",
                    )
                    .hint("A value with spaces must be quoted: password='two words'.");
                }
                let (sqlstate, hint) = cause(&detail);
                Failure::new(sqlstate, format!("could not connect to {label}")).detail(detail).hint(hint)
            }
            // dblink lets only superusers connect with what the server process itself could authenticate with.
            PgSqlErrorCode::ERRCODE_S_R_E_PROHIBITED_SQL_STATEMENT_ATTEMPTED => {
                Failure::new(failure.sqlstate(), format!("password is required to connect to {label}"))
                    .detail(detail)
                    .hint("Put the password into a user mapping of the foreign server, or into the connection string; the remote must ask for it.")
            }
            PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT if failure.message().starts_with("user mapping") => {
                failure.hint("Create one with CREATE USER MAPPING FOR CURRENT_USER SERVER … OPTIONS (user …, password …).")
            }
            _ => failure.map_text(|text| self.scrub(text)),
        }
    }
}

/// libpq reports every failure to connect alike; which it is stands only in the text. Messages of a remote in another
/// language stay what they are: a failure to connect, with its text as DETAIL.
fn cause(message: &str) -> (PgSqlErrorCode, &'static str) {
    let says = |text: &str| message.contains(text);
    if says("password authentication failed") || says("no password supplied") {
        (
            PgSqlErrorCode::ERRCODE_INVALID_PASSWORD,
            "Check the user and the password in the user mapping or the connection string.",
        )
    } else if says("database \"") && says("does not exist") {
        (
            PgSqlErrorCode::ERRCODE_INVALID_CATALOG_NAME,
            "Check the database's name in the server's options or the connection string.",
        )
    } else if says("permission denied for database") {
        (PgSqlErrorCode::ERRCODE_INSUFFICIENT_PRIVILEGE, "Grant the user CONNECT on that database.")
    } else if says("role \"") && says("does not exist") || says("no pg_hba.conf entry") || says("authentication failed") {
        (PgSqlErrorCode::ERRCODE_INVALID_AUTHORIZATION_SPECIFICATION, "Check the user's name, and the remote's pg_hba.conf.")
    } else if says("too many clients") || says("too many connections") || says("remaining connection slots") {
        (PgSqlErrorCode::ERRCODE_TOO_MANY_CONNECTIONS, "Try again when the remote has a free connection.")
    } else if says("the database system is ") {
        (PgSqlErrorCode::ERRCODE_CANNOT_CONNECT_NOW, "Try again when the remote accepts connections.")
    } else {
        (
            PgSqlErrorCode::ERRCODE_SQLCLIENT_UNABLE_TO_ESTABLISH_SQLCONNECTION,
            "Check that the server runs and that it can be reached from this database's host.",
        )
    }
}

fn check_server(name: &str) -> Result<()> {
    let query = include_str!("../../sql/endpoint/foreign_server.sql");
    let found = select(query, &[name.into()], |row| Ok(row.get::<String>(1)?))?;
    let Some(validator) = found.first() else {
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT,
            format!("foreign server \"{name}\" does not exist"),
        )
        .hint(super::FORMS));
    };
    if validator.as_deref().is_some_and(|validator| VALIDATORS.contains(&validator)) {
        return Ok(());
    }
    Err(Failure::new(
        PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
        format!("foreign server \"{name}\" is not a PostgreSQL server"),
    )
    .hint("Use a server of dblink_fdw or postgres_fdw."))
}

/// A catalog on its way: the queries have been sent, the remote is at work.
pub struct Reading {
    destination: Destination,
    connection: Connection,
    origin: Origin,
    queries: usize,
}

impl Reading {
    /// Connects, pins the session and sends all queries at once.
    pub fn start(destination: &Destination, asked: Asked) -> Result<Self> {
        let mut connection = destination.connect()?;
        let failed = |failure: Failure| reading_failed(destination, failure);
        let origin = begin(&mut connection).map_err(failed)?;
        if origin.server_version_num < read::MINIMUM_VERSION {
            let major = |version: u32| if version < 100_000 { version / 100 } else { version / 10_000 };
            let (found, oldest) = (major(origin.server_version_num), major(read::MINIMUM_VERSION));
            let found = if found < 100 { found.to_string() } else { format!("{}.{}", found / 100, found % 100) };
            let message = format!("PostgreSQL {found} of {} is too old", destination.label());
            return Err(Failure::new(PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED, message)
                .detail(format!("The oldest server that can be compared is PostgreSQL {oldest}.")));
        }
        let queries = read::queries(origin.server_version_num, asked);
        let message = format!("{};\n{}", session::pin(), queries.join(";\n"));
        connection.send(&message).map_err(failed)?;
        Ok(Self { destination: destination.clone(), connection, origin, queries: queries.len() })
    }

    /// Reads once more in the transaction that a connection is in; what the session is set to stays so.
    pub fn again(
        connection: Connection,
        destination: &Destination,
        origin: &Origin,
        asked: Asked,
    ) -> Result<(Catalog, Connection)> {
        let mut connection = connection;
        let queries = read::queries(origin.server_version_num, asked);
        let message = format!("{};\n{}", session::pin(), queries.join(";\n"));
        connection.send(&message).map_err(|failure| reading_failed(destination, failure))?;
        let (destination, origin) =
            (destination.clone(), Origin { roles: Vec::new(), superusers: Vec::new(), ..origin.clone() });
        Self { destination, connection, origin, queries: queries.len() }.rows(&mut || ())
    }

    /// Makes room for what the remote sends while there is other work.
    pub fn take_in(&mut self) {
        self.connection.is_busy();
    }

    /// Has the remote begun to answer?
    pub fn is_ready(&mut self) -> bool {
        !self.connection.is_busy()
    }

    /// Waits for the rows and makes the catalog of them; `meanwhile` is called again and again, for others to send.
    pub fn finish(self, meanwhile: &mut dyn FnMut()) -> Result<Catalog> {
        Ok(self.rows(meanwhile)?.0)
    }

    fn rows(mut self, meanwhile: &mut dyn FnMut()) -> Result<(Catalog, Connection)> {
        let mut reader = Reader::new();
        let read = catch(|| {
            self.connection.texts::<1>()?; // what pinning the session returned
            let query = self.connection.result_query(rows::COLUMNS);
            for _ in 0..self.queries {
                self.connection.wait();
                rows::read(&query, &self.connection.result_arguments(), &mut reader, &mut *meanwhile)?;
            }
            self.connection.end()
        });
        read.map_err(|failure| reading_failed(&self.destination, failure))?;
        Ok((reader.finish(self.origin)?, self.connection))
    }
}

/// A pinned connection that only reads, whose statements may take this long, in milliseconds; 0 is without end. What it reads
/// doesn't count in the statistics, where its role may say so: an index that only we use must not look used.
pub fn asking(destination: &Destination, timeout: u64) -> Result<Connection> {
    let mut connection = destination.connect()?;
    let settings = catch(|| {
        let read_only = "SET default_transaction_read_only TO on; SET statement_timeout TO";
        let uncounted = "SELECT pg_catalog.set_config('track_counts', 'off', false) FROM pg_catalog.pg_roles \
                         WHERE rolname = current_user AND rolsuper";
        connection.send(&format!("{}; {read_only} {timeout}; {uncounted}", session::pin()))?;
        connection.texts::<1>()?;
        connection.texts::<1>()?;
        connection.texts::<1>()?;
        connection.texts::<1>()?;
        connection.end()
    });
    settings.map_err(|failure| reading_failed(destination, failure))?;
    Ok(connection)
}

/// Opens the transaction whose snapshot everything is read under, and says what server it is.
fn begin(connection: &mut Connection) -> Result<Origin> {
    catch(|| {
        connection.send(
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \
             SELECT pg_catalog.current_setting('server_version_num'), pg_catalog.current_database(), current_user",
        )?;
        connection.texts::<1>()?;
        let answer = connection.texts::<3>()?;
        connection.end()?;
        match answer.into_iter().next() {
            Some([Some(version), Some(database), Some(user)]) => {
                let server_version_num = version.parse().unwrap_or_default();
                Ok(Origin { server_version_num, database, user, ..Default::default() })
            }
            _ => Err(Failure::new(PgSqlErrorCode::ERRCODE_PROTOCOL_VIOLATION, "unexpected answer from the remote")),
        }
    })
}

/// A cancel or timeout of this session is no failure of the remote.
fn reading_failed(destination: &Destination, failure: Failure) -> Failure {
    if failure.is_interrupt() {
        return failure;
    }
    let detail = destination.scrub(&failure.as_detail());
    failure.with_message(format!("could not read the catalog of {}", destination.label())).detail(detail)
}
