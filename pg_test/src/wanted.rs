//! The wanted state as SQL text: what pg_dump writes of a database, and what an application ships, makes the database that it is of; and
//! nothing of the scratch database is left, whatever ends the session.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use pgdiff_engine::ident::literal;
use serde_json::Value;

use crate::case::{Case, Side};
use crate::cluster::{Cluster, Database};
use crate::law::{HUB, Laboratory, psql};
use crate::pgdiff::explain;
use crate::real::Release;
use crate::server::run;

/// Those that belong to no case.
pub const TRIALS: [(&str, fn(&Laboratory) -> Result<()>); 3] = [("zabbix", zabbix), ("kea", kea), ("ended", ended)];

/// What pg_dump writes of these makes something else, or nothing, for psql as well.
pub const NOT_AS_DUMPED: [&str; 3] = [
    // The materialized view's owner may not read the table when it is filled.
    "hard/matview_rebuilt",
    // Functions whose bodies the server checks come before those that they call.
    "hard/mutual_functions",
    // An inherited column's compression is not in it.
    "hard/storage_statistics",
];

/// The source of a case.
pub fn prove(laboratory: &Laboratory, case: &Case) -> Result<()> {
    let database = laboratory.sources.create_database(&laboratory.sources.fresh_name("wanted"), "template0")?;
    psql(&database, &case.source.schema)?;
    psql(&database, &case.source.rows)?;
    // With the rows: they are read over.
    let text = run(database.client_program("pg_dump")?.env("PGOPTIONS", "-c standard_conforming_strings=on"))?;
    is_made(laboratory, &text, &database, &case.source)
}

fn is_made(laboratory: &Laboratory, text: &str, database: &Database, side: &Side) -> Result<()> {
    let query = "SELECT coalesce(string_agg(concat_ws(' ', action, object_type, object_identity, details), E'\\n'), '') \
                 FROM pgdiff.compare('sql:' || $1, $2, $3)";
    let options = Value::Object(side.options.clone());
    let rows = laboratory.targets.connect(HUB)?.query_one(query, &[&text, &database.conninfo(), &options]);
    let rows: String = rows.map_err(|error| anyhow::anyhow!("{}\n{text}", explain(&error)))?.get(0);
    ensure!(rows.is_empty(), "the text makes another database:\n{rows}\n{text}");
    Ok(())
}

fn zabbix(laboratory: &Laboratory) -> Result<()> {
    shipped(laboratory, Release::ZABBIX_7_0)
}

fn kea(laboratory: &Laboratory) -> Result<()> {
    shipped(laboratory, Release::KEA_2_6)
}

/// A release's own script.
fn shipped(laboratory: &Laboratory, release: Release) -> Result<()> {
    let database = laboratory.sources.create_database(&laboratory.sources.fresh_name("wanted"), "template0")?;
    release.make(&database)?;
    is_made(laboratory, &release.file("schema.sql")?, &database, &Side::default())
}

/// The session is told to end, its client is killed, the backend is killed and the server with it.
fn ended(_: &Laboratory) -> Result<()> {
    let cluster = Cluster::start("scratch")?;
    cluster.connect("postgres")?.batch_execute("CREATE DATABASE home")?;
    cluster.connect("home")?.batch_execute("CREATE EXTENSION dblink; CREATE EXTENSION pgdiff")?;
    let left = || -> Result<i64> {
        let query = "SELECT count(*) FROM pg_database WHERE datname LIKE 'pgdiff\\_scratch\\_%'";
        Ok(cluster.connect("postgres")?.query_one(query, &[])?.get(0))
    };
    // It drops nothing of a session that is there.
    let script = "sql:CREATE TABLE t (id integer); SELECT pg_sleep(60)";
    let begin = |script: &str| -> Result<(std::thread::JoinHandle<String>, i32)> {
        let mut client = cluster.connect("home")?;
        let pid: i32 = client.query_one("SELECT pg_backend_pid()", &[])?.get(0);
        let call = format!("SELECT FROM pgdiff.compare({})", literal(script));
        let calling = std::thread::spawn(move || match client.batch_execute(&call) {
            Ok(()) => "it ended".to_owned(),
            Err(error) => explain(&error),
        });
        let start = Instant::now();
        let sleeps =
            "SELECT count(*) FROM pg_stat_activity WHERE datname LIKE 'pgdiff\\_scratch\\_%' AND wait_event = 'PgSleep'";
        while cluster.connect("postgres")?.query_one(sleeps, &[])?.get::<_, i64>(0) == 0 {
            ensure!(start.elapsed() < Duration::from_secs(30), "the script does not run: {}", calling.is_finished());
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok((calling, pid))
    };
    let told = |calling: std::thread::JoinHandle<String>| calling.join().unwrap_or_else(|_| "the caller panicked".to_owned());
    let wait_until_gone = |what: &str| -> Result<()> {
        let start = Instant::now();
        while left()? > 0 {
            ensure!(start.elapsed() < Duration::from_secs(10), "a scratch database is left when {what}");
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    };

    for (how, signal) in
        [("pg_cancel_backend", "SELECT pg_cancel_backend($1)"), ("pg_terminate_backend", "SELECT pg_terminate_backend($1)")]
    {
        let (calling, pid) = begin(script)?;
        ensure!(left()? == 1, "there is no scratch database");
        cluster.connect("postgres")?.execute(signal, &[&pid])?;
        let error = told(calling);
        ensure!(error != "it ended", "{how}: there was no error");
        wait_until_gone(how)?;
    }

    // One that is at work is left alone by another call; one that was killed is found by it, also with a subscription in it.
    let subscription = "sql:CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false, slot_name = 's'); SELECT pg_sleep(60)";
    let (calling, pid) = begin(subscription)?;
    cluster.connect("home")?.batch_execute("SELECT FROM pgdiff.compare('sql:SELECT 1')")?;
    ensure!(left()? == 1, "another call dropped the scratch database of one that is at work");
    kill(Pid::from_raw(pid), Signal::SIGKILL).context("kill")?;
    let error = told(calling);
    let start = Instant::now();
    while cluster.connect("home").is_err() {
        ensure!(start.elapsed() < Duration::from_secs(60), "the server does not come back: {error}");
        std::thread::sleep(Duration::from_millis(100));
    }
    if left()? != 1 {
        bail!("the killed session's scratch database is gone before anybody could drop it");
    }
    cluster.connect("home")?.batch_execute("SELECT FROM pgdiff.compare('sql:SELECT 1')")?;
    ensure!(left()? == 0, "what a killed session left is not dropped by the next");
    let panics = cluster.log();
    ensure!(!panics.contains("PANIC:"), "the server panicked:\n{panics}");
    Ok(())
}
