//! Drift checks by pg_cron: jobs whose names begin as [`PREFIX`] says.

use pgdiff_engine::Options;
use pgdiff_engine::ident::literal;
use pgrx::JsonB;
use pgrx::prelude::*;
use serde_json::json;

use crate::call;
use crate::drift;
use crate::endpoint::{Endpoint, select};
use crate::error::{Failure, Result, catch};

/// What our jobs' names begin with.
const PREFIX: &str = "pgdiff: ";

/// pg_cron takes a name of 63 bytes.
const LONGEST: usize = 63 - PREFIX.len();

/// A check that is to be made again and again.
pub struct Schedule<'a> {
    /// What it is called.
    pub name: &'a str,
    /// As pg_cron takes it.
    pub schedule: &'a str,
    /// See `check_drift()`.
    pub source: Option<&'a str>,
    /// See `check_drift()`.
    pub target: Option<&'a str>,
    /// See `check_drift()`.
    pub options: Option<JsonB>,
    /// How long it waits for a lock.
    pub lock_timeout: &'a str,
    /// How long it may take.
    pub statement_timeout: &'a str,
    /// How long its record is kept, as an interval's text; nothing is without end.
    pub keep: Option<String>,
}

/// Makes the job, or another one of that name; its number. Errors: 0A000, with what to do instead, where pg_cron isn't in this
/// database.
pub fn schedule(wanted: Schedule<'_>) -> Result<i64> {
    check_name(wanted.name)?;
    let named = [wanted.source, wanted.target].into_iter().flatten().map(Endpoint::parse).collect::<Result<Vec<_>>>()?;
    if named.iter().any(Endpoint::has_secret) {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, "a schedule can't hold a password")
            .detail("Everybody who may see the jobs of pg_cron would see it.")
            .hint("Use a foreign server, and put the password into its user mapping."));
    }
    let options = call::given_with_profile(wanted.options.as_ref().map(|JsonB(options)| JsonB(options.clone())))?;
    Options::parse(&options)?;
    if wanted.keep.is_some() {
        check_purging()?;
    }
    Options::parse(&json!({ "lock_timeout": wanted.lock_timeout, "statement_timeout": wanted.statement_timeout }))?;
    let command = command(&wanted);
    let job = format!("{PREFIX}{}", wanted.name);
    located(&format!(
        "cron.schedule_in_database({}, {}, {}, {{database}})",
        literal(&job),
        literal(wanted.schedule),
        literal(&command)
    ))?;
    let query = format!("SELECT cron.schedule({}, {}, {})", literal(&job), literal(wanted.schedule), literal(&command));
    let id = number(&query)?;
    // It is kept from now on, and not from the first run on.
    if named.iter().any(|endpoint| matches!(endpoint, Endpoint::Snapshot(_))) {
        drift::enter(wanted.source, wanted.target, &options)?;
    }
    Ok(id)
}

/// What the job runs.
fn command(wanted: &Schedule<'_>) -> String {
    let text = |value: Option<&str>| value.map_or_else(|| "NULL".to_owned(), literal);
    let options = wanted.options.as_ref().map(|JsonB(options)| options.to_string());
    let purge = wanted.keep.as_ref().map(|keep| format!("; SELECT pgdiff.purge_drift({})", literal(keep))).unwrap_or_default();
    format!(
        "SET search_path TO pg_catalog, pg_temp; SET lock_timeout TO {}; SET statement_timeout TO {}; \
         SELECT count(*) FROM pgdiff.check_drift({}, {}, {}){purge}",
        literal(wanted.lock_timeout),
        literal(wanted.statement_timeout),
        text(wanted.source),
        text(Some(wanted.target.unwrap_or("current"))),
        text(options.as_deref()),
    )
}

/// Removes the job. Errors: 42704 if there is none of that name.
pub fn unschedule(name: &str) -> Result<()> {
    check_name(name)?;
    let job = literal(&format!("{PREFIX}{name}"));
    located(&format!("cron.unschedule({job})"))?;
    // Who sees everybody's jobs means the own one, where several roles have one of that name.
    let query =
        format!("SELECT j.jobid FROM cron.job AS j WHERE j.jobname = {job} ORDER BY j.username = current_user DESC, j.jobid");
    let known = select(&query, &[], |row| Ok(row.get::<i64>(1)?))?;
    let Some(Some(id)) = known.into_iter().next() else {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, format!("drift check \"{name}\" is not scheduled"))
            .hint("SELECT name, schedule FROM pgdiff.drift_schedules() shows those that are."));
    };
    catch(|| Ok(Spi::connect_mut(|client| client.update(&format!("SELECT cron.unschedule({id})"), None, &[]).map(|_| ()))?))
}

/// A job of ours, and how it ran last.
#[derive(Default)]
pub struct Scheduled {
    /// Name, schedule, the role that it runs as, its command.
    pub texts: [Option<String>; 4],
    /// Its number in pg_cron.
    pub job: Option<i64>,
    /// Does it run?
    pub active: Option<bool>,
    /// When it began last.
    pub last_start: Option<TimestampWithTimeZone>,
    /// How that ended, and what it said.
    pub last: [Option<String>; 2],
}

/// The jobs that the caller may see.
pub fn schedules() -> Result<Vec<Scheduled>> {
    located("* FROM cron.job")?;
    select(include_str!("../sql/drift/schedules.sql"), &[PREFIX.into()], |row| {
        Ok(Scheduled {
            texts: [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?],
            job: row.get(5)?,
            active: row.get(6)?,
            last_start: row.get(7)?,
            last: [row.get(8)?, row.get(9)?],
        })
    })
}

/// Is pg_cron here? Otherwise `call` is what would have to be called where it is.
fn located(call: &str) -> Result<()> {
    let found = select(include_str!("../sql/drift/pg_cron.sql"), &[], |row| {
        Ok((row.get::<bool>(1)?, row.get::<bool>(2)?, row.get::<String>(3)?, row.get::<String>(4)?))
    })?;
    let (here, may_ask, database, own) = found.into_iter().next().unwrap_or_default();
    let own = own.unwrap_or_default();
    if here == Some(true) {
        return Ok(());
    }
    let failure = |message: &str| Failure::new(PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED, message);
    let there = call.replace("{database}", &literal(&own));
    Err(match database {
        None if may_ask != Some(true) => {
            failure("pg_cron is not in this database").detail("Where it is, if anywhere, is not shown to this role.").hint(format!(
                "Ask who may read all settings: SHOW cron.database_name. It runs jobs in this database as well. There: SELECT {there};"
            ))
        }
        None => failure("pg_cron is not loaded").detail("Scheduled checks are jobs of pg_cron.").hint(format!(
            "Install it (Debian: postgresql-15-cron), set shared_preload_libraries = 'pg_cron' and cron.database_name = '{own}', restart the \
             server, and CREATE EXTENSION pg_cron; or let another scheduler call pgdiff.check_drift()."
        )),
        Some(database) if database == own => failure("extension \"pg_cron\" is not installed")
            .hint("The server has it loaded for this database: CREATE EXTENSION pg_cron."),
        Some(database) => failure(&format!("pg_cron is in database \"{database}\""))
            .hint(format!("It runs jobs in this database as well. There: SELECT {there};")),
    })
}

/// A job runs as the role that made it, and all of it is undone where a part of it may not be done.
fn check_purging() -> Result<()> {
    let query = "SELECT has_function_privilege('pgdiff.purge_drift(interval)', 'EXECUTE')";
    if select(query, &[], |row| Ok(row.get::<bool>(1)?))?.first() == Some(&Some(true)) {
        return Ok(());
    }
    Err(Failure::new(PgSqlErrorCode::ERRCODE_INSUFFICIENT_PRIVILEGE, "permission denied for function purge_drift")
        .detail("The job would call it, to keep the record of checks as long as the argument \"keep\" says.")
        .hint("Have it granted, or schedule the check with keep => NULL."))
}

fn check_name(name: &str) -> Result<()> {
    if !name.is_empty() && name.len() <= LONGEST {
        return Ok(());
    }
    Err(Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, format!("invalid name \"{name}\" of a drift check"))
        .detail(format!("It has 1 to {LONGEST} bytes.")))
}

fn number(query: &str) -> Result<i64> {
    let number = catch(|| Ok(Spi::connect_mut(|client| client.update(query, None, &[])?.first().get_one::<i64>())?))?;
    number.ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, "pg_cron made no job"))
}
