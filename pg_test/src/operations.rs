//! What it takes to operate deployments where psql alone can't show it: a standby that is behind, transactions that stay open, a
//! record that moves to another database.

use std::fs;
use std::io::Write as _;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use postgres::{Client, NoTls};

use crate::cluster::{Cluster, Database};
use crate::law::{Laboratory, WITH_PGDIFF, psql};
use crate::pgdiff::explain;
use crate::server::run;

/// The trials, by name.
pub const TRIALS: [(&str, fn(&Laboratory) -> Result<()>); 3] =
    [("activity", activity), ("lock_table", lock_table), ("record", record)];

fn said(error: &postgres::Error) -> anyhow::Error {
    anyhow::anyhow!(explain(error))
}

/// Asks until the answer is the one, and gives up after a time.
fn until(what: &str, mut answer: impl FnMut() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    while !answer()? {
        ensure!(start.elapsed() < Duration::from_secs(90), "waited for 90 seconds, and not: {what}");
        sleep(Duration::from_millis(200));
    }
    Ok(())
}

/// A standby that does not replay, a transaction that nobody ends, a prepared one: `activity` shows each, and the command that it offers ends
/// it. A backfill waits for the standby.
fn activity(_: &Laboratory) -> Result<()> {
    let mut cluster = Cluster::start("operations")?;
    let settings = cluster.directory().join("data/postgresql.auto.conf");
    let own = b"max_prepared_transactions = 4\nwal_receiver_status_interval = 1s\n";
    fs::File::options().append(true).open(settings)?.write_all(own)?;
    cluster.crash()?;
    cluster.start_again()?;
    cluster.connect("postgres")?.batch_execute("CREATE DATABASE operated")?;
    let mut client = cluster.connect("operated")?;
    client.batch_execute(
        "CREATE EXTENSION pgdiff; CREATE SCHEMA shop; CREATE TABLE shop.item (id integer PRIMARY KEY, done boolean); \
         INSERT INTO shop.item SELECT generate_series(1, 5000)",
    )?;
    let mut old = Client::connect(&(cluster.conninfo("operated") + " application_name=the_old_one"), NoTls)?;
    old.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM shop.item")?;
    let begun = Instant::now();
    cluster
        .connect("operated")?
        .batch_execute("BEGIN; CREATE TABLE shop.later (id integer); PREPARE TRANSACTION 'it''s later'")?;

    let standby = cluster.standby()?;
    standby.connect("postgres")?.batch_execute("SELECT pg_wal_replay_pause()")?;
    let updater = cluster.conninfo("operated");
    let backfill = std::thread::spawn(move || -> Result<()> {
        let mut client = Client::connect(&updater, NoTls)?;
        let call =
            r#"CALL pgdiff.backfill('shop.item', 'done = true', options => '{"batch_rows": 500, "pause": 300, "max_lag": 1}')"#;
        client.batch_execute(call).map_err(|error| said(&error))
    });
    until("the backfill waits for the standby", || {
        ensure!(!backfill.is_finished(), "the backfill did not wait");
        let paused =
            "SELECT count(*) FROM pgdiff.backfill WHERE state = 'running' AND message = 'pausing: a standby is behind'";
        Ok(client.query_one(paused, &[])?.get::<_, i64>(0) == 1)
    })?;
    let seen = "SELECT finding FROM pgdiff.activity() WHERE area = 'replication' AND bytes > 0 AND seconds > 1";
    let finding: String = client.query_one(seen, &[]).map_err(|error| said(&error))?.get(0);
    ensure!(finding.starts_with("is behind by ") && finding.contains(" and 00:0"), "of the standby: {finding}");
    let done =
        |client: &mut Client| -> Result<i64> { Ok(client.query_one("SELECT count(*) FROM shop.item WHERE done", &[])?.get(0)) };
    let (first, _) = (done(&mut client)?, sleep(Duration::from_secs(2)));
    ensure!(done(&mut client)? == first && first < 5000, "{first} rows, and it went on");
    standby.connect("postgres")?.batch_execute("SELECT pg_wal_replay_resume()")?;
    match backfill.join() {
        Ok(ended) => ended.context("the backfill")?,
        Err(_) => bail!("the backfill panicked"),
    }
    ensure!(done(&mut client)? == 5000, "rows were left behind");

    // Told are those that are older than a minute.
    let transaction =
        "SELECT finding, command FROM pgdiff.activity() WHERE area = 'transaction' AND application_name = 'the_old_one'";
    ensure!(
        begun.elapsed() > Duration::from_secs(55) || client.query_opt(transaction, &[])?.is_none(),
        "a transaction of less than a minute is told"
    );
    until("the old transaction is told", || Ok(client.query_opt(transaction, &[])?.is_some()))?;
    let row = client.query_one(transaction, &[])?;
    let (finding, command): (String, String) = (row.get(0), row.get(1));
    ensure!(
        finding.starts_with("has a transaction open for 00:01:") && finding.contains(", and holds back "),
        "of the old transaction: {finding}"
    );
    ensure!(command.starts_with("SELECT pg_terminate_backend("), "{command}");
    client.batch_execute(&command)?;
    until("the old transaction is gone", || Ok(client.query_opt(transaction, &[])?.is_none()))?;

    let prepared = "SELECT finding, command FROM pgdiff.activity() WHERE area = 'prepared transaction' AND seconds > 0";
    let row = client.query_one(prepared, &[])?;
    let (finding, command): (String, String) = (row.get(0), row.get(1));
    ensure!(finding == "prepared transaction 'it''s later' of database operated", "{finding}");
    client.batch_execute(&command)?;
    ensure!(client.query_opt(prepared, &[])?.is_none(), "{command} did not end it");
    Ok(())
}

/// A server that has room for few locks: the checklist says so beforehand, the deployment fails with what to do about it and leaves nothing,
/// and goes through schema by schema, as docs/patterns/troubleshooting.md has it.
fn lock_table(laboratory: &Laboratory) -> Result<()> {
    const TABLES: &str = "DO $$ BEGIN FOR s IN 1..20 LOOP EXECUTE format('CREATE SCHEMA s%s', s); FOR t IN 1..40 LOOP \
                          EXECUTE format('CREATE TABLE s%s.t%s (id integer PRIMARY KEY, name text)', s, t); END LOOP; END LOOP; END $$";
    let source = laboratory.sources.create_database(&laboratory.sources.fresh_name("locks"), "template0")?;
    psql(&source, TABLES)?;
    let mut cluster = Cluster::start("locks")?;
    let mut client = cluster.connect("postgres")?;
    for setting in ["max_locks_per_transaction = 10", "max_connections = 10"] {
        client.batch_execute(&format!("ALTER SYSTEM SET {setting}"))?;
    }
    drop(client);
    cluster.crash()?;
    cluster.start_again()?;
    cluster.connect("postgres")?.batch_execute("CREATE DATABASE small")?;
    let mut client = cluster.connect("small")?;
    client.batch_execute("CREATE EXTENSION dblink; CREATE EXTENSION pgdiff")?;
    let warned = |client: &mut Client, options: &str| -> Result<Vec<(String, String)>> {
        let query = "SELECT finding, command FROM pgdiff.checklist($1, options => $2::text::jsonb) \
                     WHERE status = 'warn' AND finding LIKE 'one transaction of the plan holds some %'";
        let rows = client.query(query, &[&source.conninfo(), &options]).map_err(|error| said(&error))?;
        Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
    };
    let deploy = |options: &str| format!("CALL pgdiff.deploy('{}', options => '{options}')", source.conninfo());

    // A table, its TOAST table with an index, and its key: 4 places each.
    let found = warned(&mut client, "{}")?;
    let [(finding, command)] = found.as_slice() else { bail!("the checklist says {found:?}") };
    ensure!(finding.starts_with("one transaction of the plan holds some 3200 locks; "), "{finding}");
    ensure!(
        finding.ends_with(" are held now, and the server has room for some 320: it may fail with \"out of shared memory\""),
        "{finding}"
    );
    ensure!(
        command.starts_with("ALTER SYSTEM SET max_locks_per_transaction TO 12")
            || command.starts_with("ALTER SYSTEM SET max_locks_per_transaction TO 13"),
        "{command}"
    );
    // Who finds no room first depends on where the last places are: the target's step, or this session, which records it. Each lock that
    // somebody else holds moves that by one.
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/patterns/troubleshooting.md"))?;
    let number = regex::Regex::new(r"step \d+ failed")?;
    let mut calls = vec![deploy("{}")];
    calls.resize(15, "CALL pgdiff.resume(1)".to_owned());
    let mut other = cluster.connect("small")?;
    let mut by_record = 0;
    for call in calls {
        let Err(error) = client.batch_execute(&call) else { bail!("800 tables found room in the lock table") };
        let told = error.as_db_error().context("no error of the server")?;
        let is_of_record = told.message() == "deployment 1: its record could not be written: out of shared memory";
        by_record += u32::from(is_of_record);
        ensure!(
            told.code().code() == "53200" && (is_of_record || told.message().ends_with(" failed: out of shared memory")),
            "{}",
            explain(&error)
        );
        let hint = told.hint().unwrap_or_default();
        ensure!(
            hint.starts_with("You might need to increase max_locks_per_transaction. The target is as it was before. "),
            "{}",
            explain(&error)
        );
        let message = number.replace(told.message(), "step 162 failed").into_owned();
        for line in [message.as_str(), hint] {
            ensure!(page.contains(line), "docs/patterns/troubleshooting.md does not show: {line}");
        }
        let state: String = client.query_one("SELECT state FROM pgdiff.deployment WHERE deployment_id = 1", &[])?.get(0);
        ensure!(state == "failed", "the record says {state}");
        other.batch_execute(
            "SELECT pg_advisory_lock(n) FROM (SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory') AS l",
        )?;
    }
    ensure!(by_record > 0, "the record always found room: nothing is tested");
    drop(other);
    let left = "SELECT (SELECT count(*) FROM pg_namespace WHERE nspname ~ '^s[0-9]'), (SELECT string_agg(finding, ' ') FROM pgdiff.verify(1) WHERE action IS NULL)";
    let row = client.query_one(left, &[]).map_err(|error| said(&error))?;
    let (schemas, verified): (i64, String) = (row.get(0), row.get(1));
    ensure!((schemas, verified.as_str()) == (0, "not applied identical"), "left: {schemas} schemas, {verified}");

    let part = r#"{"schemas": ["s1"]}"#;
    ensure!(warned(&mut client, part)?.is_empty(), "the checklist warns of one schema");
    client.batch_execute(&deploy(part)).map_err(|error| said(&error))?;
    let tables: i64 = client.query_one("SELECT count(*) FROM pg_tables WHERE schemaname = 's1'", &[])?.get(0);
    ensure!(tables == 40, "{tables} tables");
    Ok(())
}

/// The record goes with its database: pg_dump and psql bring all of it, who may see it, and numbers that go on.
fn record(laboratory: &Laboratory) -> Result<()> {
    let (targets, sources) = (&laboratory.targets, &laboratory.sources);
    let source = sources.create_database(&sources.fresh_name("record"), "template0")?;
    psql(&source, "CREATE SCHEMA shop; CREATE TABLE shop.item (id integer PRIMARY KEY)")?;
    let target = targets.create_database(&targets.fresh_name("record"), WITH_PGDIFF)?;
    let mut client = target.connect()?;
    let failing = r#"{"schemas": ["shop"], "post_script": "SELECT 1 / 0"}"#;
    let deploy = format!("CALL pgdiff.deploy('{}', options => '{failing}')", source.conninfo());
    ensure!(client.batch_execute(&deploy).is_err(), "the first deployment did not fail");
    let deploy = format!(r#"CALL pgdiff.deploy('{}', options => '{{"schemas": ["shop"]}}')"#, source.conninfo());
    client.batch_execute(&deploy).map_err(|error| said(&error))?;
    client.batch_execute("SELECT pgdiff.grant_deployment(2, 'reader_role')")?;
    client.batch_execute("CALL pgdiff.backfill('shop.item', 'id = id')")?;

    let restored = targets.create_database(&targets.fresh_name("restored"), "template0")?;
    psql(&restored, &run(&mut target.client_program("pg_dump")?)?)?;
    let mut restored_client = restored.connect()?;
    let tables = "SELECT c::regclass::text FROM pg_extension AS e, unnest(e.extconfig) AS c JOIN pg_class AS t ON t.oid = c AND t.relkind = 'r' \
                  WHERE e.extname = 'pgdiff' ORDER BY 1";
    let names: Vec<String> = client.query(tables, &[])?.iter().map(|row| row.get(0)).collect();
    for name in &names {
        let rows = format!("SELECT count(*), coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '') FROM {name} AS t");
        let (before, after) = (client.query_one(&rows, &[])?, restored_client.query_one(&rows, &[])?);
        let (count, text): (i64, String) = (before.get(0), before.get(1));
        ensure!(text == after.get::<_, String>(1), "{name} is not restored as it was");
        let of_deployment = name.starts_with("pgdiff.deployment") || name == "pgdiff.backfill";
        ensure!(count > 0 || !of_deployment, "{name} has no rows: nothing is tested");
    }
    // Who may see what, and that nobody rewrites it.
    restored_client.batch_execute("GRANT USAGE ON SCHEMA pgdiff TO reader_role")?;
    restored_client.batch_execute("SET ROLE reader_role")?;
    let seen: Vec<i64> = restored_client
        .query("SELECT deployment_id FROM pgdiff.deployment ORDER BY 1", &[])?
        .iter()
        .map(|row| row.get(0))
        .collect();
    ensure!(seen == [2], "reader_role sees {seen:?}");
    restored_client.batch_execute("RESET ROLE")?;
    let Err(error) = restored_client.batch_execute("UPDATE pgdiff.deployment SET state = 'applied'") else {
        bail!("the restored record can be rewritten");
    };
    ensure!(error.code().is_some_and(|code| code.code() == "42501"), "{}", explain(&error));
    // The restored record is good for more than reading: its rollback runs, and numbers go on.
    check_rollback(&mut restored_client, &restored)
}

fn check_rollback(client: &mut Client, restored: &Database) -> Result<()> {
    let call = r#"CALL pgdiff.rollback(2, '{"allow": ["DROP_TABLE", "DROP_SCHEMA"]}')"#;
    client.batch_execute(call).map_err(|error| said(&error)).with_context(|| restored.name.clone())?;
    let row = client.query_one(
        "SELECT (SELECT max(deployment_id) FROM pgdiff.deployment), (SELECT state FROM pgdiff.deployment WHERE deployment_id = 2), \
         to_regclass('shop.item') IS NULL, (SELECT min(event_id) FROM pgdiff.deployment_event WHERE deployment_id = 3) \
         > (SELECT max(event_id) FROM pgdiff.deployment_event WHERE deployment_id = 1)",
        &[],
    )?;
    let found: (i64, String, bool, bool) = (row.get(0), row.get(1), row.get(2), row.get(3));
    ensure!(found == (3, "rolled back".to_owned(), true, true), "after the rollback: {found:?}");
    Ok(())
}
