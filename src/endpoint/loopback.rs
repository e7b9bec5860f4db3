//! The way back to this server, over a connection of its own.

use pgrx::prelude::*;

use super::Endpoint;
use super::dblink::select;
use super::remote::Destination;
use super::session::Pinned;
use crate::error::{Failure, Result};
use crate::settings;

/// Where a connection to this database goes: where the setting says, else to the server's own socket, as the session's user.
pub fn loopback() -> Result<Destination> {
    if let Some(loopback) = settings::loopback() {
        return match Endpoint::parse(&loopback)? {
            Endpoint::Remote(destination) => Ok(destination),
            _ => Err(Failure::new(
                PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
                "setting \"pgdiff.loopback\" names no connection",
            )
            .hint("It takes the name of a foreign server, or a connection string.")),
        };
    }
    let _pinned = Pinned::new()?;
    let query = include_str!("../../sql/endpoint/loopback.sql");
    let found = select(query, &[], |row| {
        Ok(["host", "port", "dbname", "user"]
            .into_iter()
            .zip([row.get::<String>(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
            .collect::<Vec<_>>())
    })?;
    let pairs = found.into_iter().flatten().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Ok(Destination::Conninfo(pairs.collect::<Vec<_>>().into()))
}

/// The failure to go there, with what to do about it.
pub fn loopback_failed(failure: Failure, message: &str, remedy: &str) -> Failure {
    Failure::new(failure.sqlstate(), message).detail(failure.as_detail()).hint(format!(
        "Make a foreign server that leads here, with a user mapping that has a password, and SET pgdiff.loopback TO its name; {remedy}."
    ))
}
