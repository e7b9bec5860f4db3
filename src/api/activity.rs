//! `pgdiff.activity`.

use pgdiff_engine::checklist::Answer;
use pgrx::pg_sys::panic::ErrorReport;
use pgrx::prelude::*;
use serde::Deserialize;

use crate::endpoint::{Asker, Endpoint};
use crate::error::Result;

/// What is asked, area by area. Each query returns one JSON object a row.
const AREAS: [(&str, &str); 11] = [
    ("blocking", include_str!("../../sql/activity/blocking.sql")),
    ("blocked", include_str!("../../sql/activity/blocked.sql")),
    ("transaction", include_str!("../../sql/activity/transactions.sql")),
    ("prepared transaction", include_str!("../../sql/activity/prepared.sql")),
    ("deployment", include_str!("../../sql/activity/deployments.sql")),
    ("progress", include_str!("../../sql/activity/progress.sql")),
    ("wait", include_str!("../../sql/activity/waits.sql")),
    ("connections", include_str!("../../sql/activity/connections.sql")),
    ("replication", include_str!("../../sql/activity/replication.sql")),
    ("slot", include_str!("../../sql/activity/slots.sql")),
    ("permission", include_str!("../../sql/activity/permission.sql")),
];

/// How long an answer may take, in milliseconds: who asks this has no time.
const TIMEOUT: u64 = 5_000;

/// How much of a statement is shown.
const SHOWN: usize = 300;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Seen {
    pid: Option<i32>,
    database: Option<String>,
    role: Option<String>,
    application_name: Option<String>,
    state: Option<String>,
    seconds: Option<f64>,
    bytes: Option<i64>,
    count: Option<i64>,
    blocked_by: Option<Vec<i32>>,
    finding: Option<String>,
    query: Option<String>,
    command: Option<String>,
}

/// What to watch during a deployment.
#[pg_extern(schema = "pgdiff", volatile, parallel_unsafe)]
#[search_path(pg_catalog, pg_temp)]
fn activity(
    endpoint: default!(Option<&str>, "'current'"),
) -> Result<
    TableIterator<
        'static,
        (
            name!(area, &'static str),
            name!(pid, Option<i32>),
            name!(database, Option<String>),
            name!(role, Option<String>),
            name!(application_name, Option<String>),
            name!(state, Option<String>),
            name!(seconds, Option<f64>),
            name!(bytes, Option<i64>),
            name!(count, Option<i64>),
            name!(blocked_by, Option<Vec<i32>>),
            name!(finding, Option<String>),
            name!(query, Option<String>),
            name!(command, Option<String>),
        ),
    >,
    ErrorReport,
> {
    let rows = seen(&Endpoint::parse(endpoint.unwrap_or("current"))?)?;
    Ok(TableIterator::new(rows.into_iter().map(|(area, seen)| {
        let Seen { pid, database, role, application_name, state, seconds, bytes, count, blocked_by, finding, query, command } =
            seen;
        let application_name = application_name.filter(|name| !name.is_empty());
        (
            area,
            pid,
            database,
            role,
            application_name,
            state,
            seconds,
            bytes,
            count,
            blocked_by,
            finding,
            query.map(shown),
            command,
        )
    })))
}

fn seen(endpoint: &Endpoint) -> Result<Vec<(&'static str, Seen)>> {
    let mut asker = Asker::open(endpoint, TIMEOUT)?;
    let mut rows = Vec::new();
    for (area, query) in AREAS {
        check_for_interrupts!();
        match asker.ask(&format!("SELECT a.seen, NULL::text, NULL::text FROM ({query}) AS a(seen)"))? {
            Answer::Rows(found) => {
                let parsed = found.into_iter().filter_map(|[seen, ..]| serde_json::from_str(&seen?).ok());
                rows.extend(parsed.map(|seen| (area, seen)));
            }
            Answer::Refused(_, message) => {
                rows.push((area, Seen { finding: Some(format!("could not be asked: {message}")), ..Seen::default() }));
            }
        }
    }
    Ok(rows)
}

/// A statement as it may be shown: short, and hidden where it may hold a password.
fn shown(query: String) -> String {
    let lower = query.to_lowercase();
    if ["password", "conninfo", "dblink", "connection '"].iter().any(|word| lower.contains(word)) {
        return "******** (hidden by pgdiff, because it may hold a password)".to_owned();
    }
    match query.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &query[..end]),
        None => query,
    }
}
