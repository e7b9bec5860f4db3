//! Where a catalog comes from: this database, another one through dblink, a snapshot, or SQL text.
//!
//! Endpoints only read. Reading works in a READ ONLY transaction and on a hot standby: everything goes through
//! `SpiClient::select`, which takes no transaction id. The one that writes is [`scratch`], into a database of its own.

mod ask;
mod conninfo;
mod dblink;
mod loopback;
mod remote;
mod rows;
mod scratch;
mod secret;
mod session;
mod statements;

use std::ffi::CStr;

use pgdiff_engine::catalog::read::{self, Reader};
use pgdiff_engine::catalog::{Catalog, Origin};
use pgdiff_engine::options::Reading as Asked;
use pgrx::prelude::*;

use crate::error::{Failure, Result};
use crate::snapshot;
use crate::subtransaction::attempt;
pub use ask::Asker;
use conninfo::{Conninfo, Malformed};
pub use dblink::{Connection, select, sleep};
pub use loopback::{loopback, loopback_failed};
pub use remote::Destination;
pub use remote::Reading;
pub use scratch::Wanted;
pub use session::Pinned;

/// What an endpoint can be, for hints.
pub const FORMS: &str = "An endpoint is 'current', the name of a foreign server (or 'server:NAME'), \
                         a connection string ('host=… dbname=…' or 'postgresql://…'), 'snapshot:LABEL', or 'sql:' and a schema's script.";

/// Where a catalog comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Endpoint {
    /// This database.
    Current,
    /// Another database.
    Remote(Destination),
    /// A catalog stored earlier.
    Snapshot(String),
    /// What a script makes.
    Sql(Wanted),
}

impl Endpoint {
    /// Reads an endpoint's text.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        if let Some(script) = text.strip_prefix("sql:") {
            if script.to_ascii_lowercase().contains("password") {
                secret::hide(std::iter::once(script)); // which word of it that is can't be said
            }
            named(script.trim())?;
            // As it is: errors count its lines.
            return Ok(Self::Sql(Wanted::new(script)));
        }
        if let Some(label) = text.strip_prefix("snapshot:") {
            return Ok(Self::Snapshot(named(label)?));
        }
        if let Some(name) = text.strip_prefix("server:") {
            return Ok(Self::Remote(Destination::Server(named(name)?)));
        }
        if Conninfo::looks_like(text) {
            let conninfo = Conninfo::parse(text).map_err(|Malformed(reason)| {
                secret::hide(std::iter::once(text)); // what in it is the password can't be said
                Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, "invalid connection string").detail(reason)
            })?;
            secret::hide(conninfo.secrets());
            return Ok(Self::Remote(Destination::Conninfo(conninfo)));
        }
        Ok(if text == "current" { Self::Current } else { Self::Remote(Destination::Server(named(text)?)) })
    }

    /// What it is called in a record: an endpoint again, but for a password, and for a script, of which it is a digest.
    pub fn name(&self) -> String {
        match self {
            Self::Current => "current".to_owned(),
            Self::Remote(Destination::Server(name)) => format!("server:{name}"),
            Self::Remote(Destination::Conninfo(conninfo)) => conninfo.label(),
            Self::Snapshot(label) => format!("snapshot:{label}"),
            Self::Sql(wanted) => wanted.name(),
        }
    }

    /// Can it be asked, and changed?
    pub fn is_database(&self) -> bool {
        matches!(self, Self::Current | Self::Remote(_))
    }

    /// What it is, in a sentence.
    pub fn what(&self) -> &'static str {
        match self {
            Self::Current | Self::Remote(_) => "a database",
            Self::Snapshot(_) => "a snapshot",
            Self::Sql(_) => "SQL text",
        }
    }

    /// The error of what takes a database.
    pub fn is_no_database(&self, message: impl FnOnce(&str) -> String) -> Failure {
        Failure::new(PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED, message(self.what())).hint("Name the database as target.")
    }

    /// Does its text hold a password?
    pub fn has_secret(&self) -> bool {
        matches!(self, Self::Remote(Destination::Conninfo(conninfo)) if conninfo.secrets().next().is_some())
    }

    /// A connection string for client programs, without a password.
    pub fn place(&self) -> Result<String> {
        let pairs: Vec<(String, String)> = match self {
            Self::Current => {
                let query = include_str!("../../sql/endpoint/place.sql");
                let rows = select(query, &[], |row| Ok([row.get(1)?, row.get(2)?, row.get(3)?]))?;
                let values: [Option<String>; 3] = rows.into_iter().next().unwrap_or_default();
                ["host", "port", "dbname"]
                    .into_iter()
                    .zip(values)
                    .filter_map(|(key, value)| Some((key.to_owned(), value?)))
                    .collect()
            }
            Self::Remote(Destination::Conninfo(conninfo)) => return Ok(conninfo.label()),
            Self::Remote(Destination::Server(name)) => {
                let query = include_str!("../../sql/endpoint/foreign_server_place.sql");
                let rows = select(query, &[name.as_str().into()], |row| Ok((row.get::<String>(1)?, row.get::<String>(2)?)))?;
                rows.into_iter().filter_map(|(key, value)| Some((key?, value?))).collect()
            }
            Self::Snapshot(_) | Self::Sql(_) => return Err(self.is_no_database(|it| format!("{it} can't be dumped"))),
        };
        Ok(Conninfo::from(pairs).label())
    }
}

fn named(name: &str) -> Result<String> {
    if name.is_empty() {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, "endpoint must not be empty").hint(FORMS));
    }
    Ok(name.to_owned())
}

/// Texts go from the server to Rust and back as they are, so they must be UTF-8. A remote's are converted by libpq.
///
/// SQL_ASCII says nothing about its texts: those that are not UTF-8 are an error when they are read.
fn check_encoding() -> Result<()> {
    // SAFETY: reads the session's settings; the name is a constant.
    let (encoding, name) =
        unsafe { (pg_sys::GetDatabaseEncoding(), CStr::from_ptr(pg_sys::GetDatabaseEncodingName()).to_string_lossy()) };
    if [pg_sys::pg_enc::PG_UTF8, pg_sys::pg_enc::PG_SQL_ASCII].iter().any(|supported| *supported as i32 == encoding) {
        return Ok(());
    }
    Err(Failure::new(PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED, format!("database encoding {name} is not supported"))
        .hint("Call pgdiff in a database of encoding UTF8, and name this one as source or target."))
}

/// Reads one catalog.
pub fn read(endpoint: &Endpoint, asked: Asked) -> Result<Catalog> {
    check_encoding()?;
    Pending::start(endpoint, asked)?.finish(&mut || ())
}

/// Reads one catalog as it is now, whatever the caller's snapshot shows.
pub fn read_once_more(endpoint: &Endpoint, asked: Asked) -> Result<Catalog> {
    let _pinned = Pinned::new()?;
    read(endpoint, asked)
}

/// Reads two catalogs at the same time: remotes are asked first, and work while this database is read.
pub fn read_both(first: &Endpoint, second: &Endpoint, asked: Asked) -> Result<(Catalog, Catalog)> {
    check_encoding()?;
    // Objects of a snapshot know which they are; then the others must say it as well.
    let kept = matches!(first, Endpoint::Snapshot(_)) || matches!(second, Endpoint::Snapshot(_));
    let asked = Asked { lineage: asked.lineage || kept, ..asked };
    let mut one = Pending::start(first, asked)?;
    let mut two = Pending::start(second, asked)?;
    if matches!(two, Pending::Current(_)) {
        let second = two.finish(&mut || one.take_in())?;
        Ok((one.finish(&mut || ())?, second))
    } else {
        let first = one.finish(&mut || two.take_in())?;
        Ok((first, two.finish(&mut || ())?))
    }
}

/// Reads the target once more in the transaction that a deployment, or its rehearsal, is in: that of this session, or of a connection, which
/// is handed back.
pub fn read_again(
    connection: Option<(Connection, &Destination)>,
    origin: &Origin,
    asked: Asked,
) -> Result<(Catalog, Option<Connection>)> {
    if let Some((connection, destination)) = connection {
        let (catalog, connection) = Reading::again(connection, destination, origin, asked)?;
        return Ok((catalog, Some(connection)));
    }
    // The caller's snapshot is older than what was done.
    // SAFETY: pushed and popped in pairs; after an error the end of the subtransaction pops it.
    unsafe { pg_sys::PushActiveSnapshot(pg_sys::GetTransactionSnapshot()) };
    let catalog = current(asked, &mut || ())?;
    // SAFETY: see above.
    unsafe { pg_sys::PopActiveSnapshot() };
    Ok((catalog, None))
}

/// A catalog that has been asked for.
pub enum Pending {
    /// This database.
    Current(Asked),
    /// Another one.
    Remote(Box<Reading>),
    /// It is there already.
    Stored(Box<Catalog>),
}

impl Pending {
    /// Asks for it: a remote works from now on.
    pub fn start(endpoint: &Endpoint, asked: Asked) -> Result<Self> {
        match endpoint {
            Endpoint::Current => Ok(Self::Current(asked)),
            Endpoint::Remote(destination) => Ok(Self::Remote(Box::new(Reading::start(destination, asked)?))),
            Endpoint::Snapshot(label) => Ok(Self::Stored(Box::new(snapshot::read(label, asked)?))),
            Endpoint::Sql(wanted) => Ok(Self::Stored(Box::new(wanted.catalog(asked)?))),
        }
    }

    /// Makes room for what a remote sends while there is other work.
    pub fn take_in(&mut self) {
        if let Self::Remote(reading) = self {
            reading.take_in();
        }
    }

    /// Would finishing it begin at once?
    pub fn is_ready(&mut self) -> bool {
        match self {
            Self::Remote(reading) => reading.is_ready(),
            Self::Current(_) | Self::Stored(_) => true,
        }
    }

    /// Waits for it; `meanwhile` is called again and again, for others to send.
    pub fn finish(self, meanwhile: &mut dyn FnMut()) -> Result<Catalog> {
        match self {
            Self::Current(asked) => current(asked, meanwhile),
            Self::Remote(reading) => reading.finish(meanwhile),
            Self::Stored(catalog) => Ok(*catalog),
        }
    }
}

/// Reads this database under the caller's snapshot, and lets another endpoint send meanwhile.
fn current(asked: Asked, meanwhile: &mut dyn FnMut()) -> Result<Catalog> {
    let _pinned = Pinned::new()?;
    let identity = dblink::select(
        "SELECT current_setting('server_version_num'), current_database()::text, current_user::text",
        &[],
        |row| Ok((row.get::<String>(1)?, row.get::<String>(2)?, row.get::<String>(3)?)),
    )?;
    let Some((Some(version), Some(database), Some(user))) = identity.into_iter().next() else {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, "could not identify this database"));
    };
    let server_version_num = version.parse().unwrap_or_default();
    let mut reader = Reader::new();
    // Where a transaction has written something, SPI takes a new snapshot for each query. A subtransaction has not yet.
    attempt(|| {
        for query in read::queries(server_version_num, asked) {
            rows::read(&query, &[], &mut reader, &mut *meanwhile)?;
        }
        Ok(())
    })??;
    Ok(reader.finish(Origin { server_version_num, database, user, ..Default::default() })?)
}
