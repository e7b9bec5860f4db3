//! `pgdiff.fingerprint`.

use pgdiff_engine::Comparison;
use pgrx::JsonB;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;

use crate::call;
use crate::endpoint::{self, Endpoint};
use crate::error::Failure;

/// A hash of everything that is compared: equal for two databases exactly if comparing them with the same options gives no row.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn fingerprint(
    endpoint: default!(Option<&str>, "'current'"),
    options: default!(Option<JsonB>, "NULL"),
) -> Result<String, ErrorReport> {
    let endpoint = Endpoint::parse(endpoint.unwrap_or("current"))?;
    let options = call::options(options)?;
    let catalog = endpoint::read(&endpoint, options.reading())?;
    Ok(Comparison::fingerprint(&catalog, &options).map_err(Failure::from)?)
}
