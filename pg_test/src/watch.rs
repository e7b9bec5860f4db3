//! Drift checks by the real pg_cron, which counts in minutes.

use std::fs;
use std::io::Write as _;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use postgres::Client;

use crate::cluster::Cluster;
use crate::real::FIGURES;

/// The servers of the tests don't have it: it works in one database only.
const SETTINGS: &str = "\
shared_preload_libraries = 'pg_cron'
cron.database_name = 'watched'
cron.use_background_workers = on
max_worker_processes = 20
";

/// What a job runs.
const COMMAND: &str = "SET search_path TO pg_catalog, pg_temp; SET lock_timeout TO '5s'; SET statement_timeout TO '10min'; \
    SELECT count(*) FROM pgdiff.check_drift('snapshot:wanted', 'current', NULL); SELECT pgdiff.purge_drift('90 days')";

/// What makes a role one that schedules checks.
const MAY_SCHEDULE: &str = "\
    GRANT EXECUTE ON FUNCTION pgdiff.check_drift(text, text, jsonb), pgdiff.drift_schedules(), pgdiff.unschedule_drift_check(text), \
    pgdiff.schedule_drift_check(text, text, text, text, jsonb, text, text, interval) TO dave";

/// A table is altered, mended and altered again by somebody else, and each time a check of the next minute tells.
pub fn by_cron() -> Result<()> {
    let mut cluster = Cluster::start("cron")?;
    cluster.connect("postgres")?.batch_execute("CREATE DATABASE watched")?;
    let settings = cluster.directory().join("data/postgresql.auto.conf");
    fs::File::options().append(true).open(settings)?.write_all(SETTINGS.as_bytes())?;
    cluster.crash()?;
    cluster.start_again()?;
    let mut client = cluster.connect("watched")?;
    client.batch_execute(
        "CREATE EXTENSION pg_cron; CREATE EXTENSION dblink; CREATE EXTENSION pgdiff; CREATE ROLE dave LOGIN; \
         CREATE SCHEMA shop AUTHORIZATION dave; CREATE TABLE shop.item (id integer PRIMARY KEY, name text); \
         ALTER TABLE shop.item OWNER TO dave; SELECT pgdiff.enable_ddl_log()",
    )?;
    keeps_its_snapshot(&mut client)?;
    client.execute("SELECT pgdiff.take_snapshot('wanted')", &[])?;
    elsewhere(&cluster)?;
    let dave = cluster.conninfo("watched").replace("user=postgres", "user=dave");
    let mut dave = Client::connect(&dave, postgres::NoTls)?;
    dave.batch_execute("ALTER TABLE shop.item ADD COLUMN price numeric")?;
    by_ordinary_role(&mut client, &mut dave)?;
    // A database that never answers: a check of it takes as long as it may.
    client.batch_execute("CREATE DATABASE hung")?;
    let hung = cluster.conninfo("hung");
    let mut locker = cluster.connect("hung")?;
    let mut lock = locker.transaction()?;
    lock.batch_execute("LOCK TABLE pg_catalog.pg_publication")?;
    for (name, source, limit) in
        [("wanted", "snapshot:wanted", "10min"), ("broken", "server:nowhere", "10min"), ("slow", &hung, "2s")]
    {
        client.execute(
            "SELECT pgdiff.schedule_drift_check($1, '* * * * *', $2, statement_timeout => $3)",
            &[&name, &source, &limit],
        )?;
    }
    let told = |client: &mut Client, checks: i64| -> Result<(String, Option<String>)> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(90) {
            let count: i64 = client
                .query_one(
                    "SELECT count(*) FROM pgdiff.drift_check \
                     WHERE source = 'snapshot:wanted' AND duration IS NOT NULL AND checked_by = 'postgres'",
                    &[],
                )?
                .get(0);
            if count >= checks {
                let row = client.query_one(
                    "SELECT d.state, l.role::text FROM pgdiff.drift_difference AS d LEFT JOIN pgdiff.ddl_log AS l USING (ddl_log_id) \
                     JOIN pgdiff.drift_watch AS w USING (watch_id) WHERE d.object_identity = 'shop.item.price' AND w.role = 'postgres'",
                    &[],
                )?;
                return Ok((row.get(0), row.get(1)));
            }
            sleep(Duration::from_millis(500));
        }
        let jobs = client.query("SELECT concat_ws(' ', status, return_message, command) FROM cron.job_run_details", &[])?;
        let jobs: Vec<String> = jobs.iter().map(|row| row.get(0)).collect();
        bail!("check {checks} was not made:\n{}\n{}", jobs.join("\n"), cluster.log())
    };
    let steps = [
        ("new", "ALTER TABLE shop.item DROP COLUMN price"),
        ("fixed", "ALTER TABLE shop.item ADD COLUMN price numeric"),
        ("back again", ""),
    ];
    for (check, (state, then)) in (1..).zip(steps) {
        let found = told(&mut client, check)?;
        ensure!(
            found == (state.to_owned(), Some("dave".to_owned())),
            "check {check} tells of {found:?}, and not that it is {state}, by dave"
        );
        dave.batch_execute(then)?;
    }
    for (source, sqlstate) in [("server:nowhere", "42704"), ("%dbname=hung%", "57014")] {
        let failed =
            client.query("SELECT sqlstate FROM pgdiff.drift_check WHERE source LIKE $1 AND outcome = 'failed'", &[&source])?;
        ensure!(failed.len() >= 2, "of {source} {} failures are recorded", failed.len());
        ensure!(failed.iter().all(|row| row.get::<_, &str>(0) == sqlstate), "{source} failed otherwise than with {sqlstate}");
    }
    let made: i64 = client
        .query_one("SELECT count(*) FROM pgdiff.drift_check WHERE checked_by = 'dave' AND outcome <> 'failed'", &[])?
        .get(0);
    ensure!(made >= 2, "the job of an ordinary role made {made} checks");
    let jobs: Vec<(String, String, String, bool, String)> = client
        .query("SELECT name, role, last_status, active, command FROM pgdiff.drift_schedules() ORDER BY role, name", &[])?
        .iter()
        .map(|row| (row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)))
        .collect();
    let all_ran = jobs.iter().all(|(_, _, status, active, _)| *active && (status == "succeeded" || status == "running"));
    let names: Vec<(&str, &str)> = jobs.iter().map(|(name, role, ..)| (name.as_str(), role.as_str())).collect();
    let expected = [("wanted", "dave"), ("broken", "postgres"), ("slow", "postgres"), ("wanted", "postgres")];
    ensure!(names == expected && all_ran, "the schedules are {jobs:?}");
    let commands: Vec<&str> = jobs.iter().map(|(.., command)| command.as_str()).collect();
    let command = |source: &str, limit: &str| COMMAND.replace("snapshot:wanted", source).replace("10min", limit);
    let expected = [
        COMMAND.replace("; SELECT pgdiff.purge_drift('90 days')", "").replace("'5s'", "'7s'"),
        command("server:nowhere", "10min"),
        command(&hung, "2s"),
        COMMAND.to_owned(),
    ];
    ensure!(commands == expected, "the jobs run\n{}\nand not\n{}", commands.join("\n"), expected.join("\n"));
    show(
        &mut client,
        "SELECT concat_ws(' | ', drift_check_id, to_char(checked_at, 'HH24:MI:SS'), outcome, 'new ' || new, 'fixed ' || fixed, 'back ' || back_again, highest_risk) \
           FROM pgdiff.drift_check WHERE source = 'snapshot:wanted' AND checked_by = 'postgres' ORDER BY drift_check_id",
    )?;
    show(
        &mut client,
        "SELECT concat_ws(' | ', state, action, object_type, object_identity, risk, episodes || ' episodes', done_by, application_name, statement) \
           FROM pgdiff.drift WHERE checked_by = 'postgres'",
    )?;
    // Of those of one name the own one.
    for name in ["wanted", "broken", "slow"] {
        client.execute("SELECT pgdiff.unschedule_drift_check($1)", &[&name])?;
    }
    let others: String = client.query_one("SELECT string_agg(username, ', ') FROM cron.job", &[])?.get(0);
    ensure!(others == "dave", "the jobs that are left are of {others}");
    dave.execute("SELECT pgdiff.unschedule_drift_check('wanted')", &[])?;
    let left: i64 = client.query_one("SELECT count(*) FROM cron.job", &[])?.get(0);
    ensure!(left == 0, "{left} jobs are left");
    let again = client.execute("SELECT pgdiff.unschedule_drift_check('wanted')", &[]);
    ensure!(again.is_err_and(|error| error.code().is_some_and(|code| code.code() == "42704")), "a job was removed twice");
    Ok(())
}

/// What a job compares with is kept before it has run once.
fn keeps_its_snapshot(client: &mut Client) -> Result<()> {
    client.execute("SELECT pgdiff.take_snapshot('yearly')", &[])?;
    client.execute("SELECT pgdiff.take_snapshot('old')", &[])?;
    client.execute("SELECT pgdiff.take_snapshot('newest')", &[])?;
    client.execute("SELECT pgdiff.schedule_drift_check('yearly', '0 3 1 1 *', 'snapshot:yearly')", &[])?;
    client.execute("SELECT pgdiff.purge_snapshots('0 seconds')", &[])?;
    let query = "SELECT string_agg(label, ', ' ORDER BY label) FROM pgdiff.snapshot";
    let left: String = client.query_one(query, &[])?.get(0);
    ensure!(left == "newest, yearly", "the snapshots that are left are {left}");
    client.execute("SELECT pgdiff.unschedule_drift_check('yearly')", &[])?;
    Ok(())
}

/// A role that may use pg_cron and make checks schedules one, if the job may do what it is to do.
fn by_ordinary_role(client: &mut Client, dave: &mut Client) -> Result<()> {
    client.batch_execute(&format!(
        "GRANT USAGE ON SCHEMA cron TO dave; GRANT SELECT ON pgdiff.snapshot TO dave; {MAY_SCHEDULE}"
    ))?;
    let refused = dave.execute("SELECT pgdiff.schedule_drift_check('wanted', '* * * * *', 'snapshot:wanted')", &[]);
    let code = refused.err().and_then(|error| error.code().cloned());
    ensure!(code.as_ref().is_some_and(|code| code.code() == "42501"), "a job that may not purge is refused with {code:?}");
    dave.execute(
        "SELECT pgdiff.schedule_drift_check('wanted', '* * * * *', 'snapshot:wanted', lock_timeout => '7s', keep => NULL)",
        &[],
    )?;
    let names = dave.query("SELECT name FROM pgdiff.drift_schedules()", &[])?;
    ensure!(names.len() == 1, "an ordinary role sees {} schedules", names.len());
    Ok(())
}

/// In a database that pg_cron is not in, the error says what to call where it is; that works.
fn elsewhere(cluster: &Cluster) -> Result<()> {
    cluster.connect("postgres")?.batch_execute("CREATE DATABASE \"other 'one'\"")?;
    let mut other = cluster.connect(r"'other \'one\''")?;
    other.batch_execute("CREATE EXTENSION dblink; CREATE EXTENSION pgdiff; SELECT pgdiff.take_snapshot('wanted')")?;
    other.batch_execute(MAY_SCHEDULE)?;
    let dave = cluster.conninfo(r"'other \'one\''").replace("user=postgres", "user=dave");
    let refused = Client::connect(&dave, postgres::NoTls)?
        .execute("SELECT pgdiff.schedule_drift_check('here', '* * * * *', 'snapshot:wanted', keep => NULL)", &[]);
    let error = refused.err().context("an ordinary role finds pg_cron where it isn't")?;
    let message = error.as_db_error().map(|error| error.message());
    ensure!(message == Some("pg_cron is not in this database"), "an ordinary role is told: {error}");
    let refused = other.execute("SELECT pgdiff.schedule_drift_check('here', '* * * * *', 'snapshot:wanted')", &[]);
    let error = refused.err().context("pg_cron was found where it isn't")?;
    let error = error.as_db_error().context("no error of the server")?;
    ensure!(error.message() == "pg_cron is in database \"watched\"", "the error is: {error}");
    let call = error.hint().and_then(|hint| hint.split_once("There: ")).context("no hint")?.1;
    cluster.connect("watched")?.batch_execute(call)?;
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(90) {
        let done: i64 = other.query_one("SELECT count(*) FROM pgdiff.drift_check WHERE outcome = 'identical'", &[])?.get(0);
        if done > 0 {
            cluster.connect("watched")?.batch_execute("SELECT cron.unschedule('pgdiff: here')")?;
            return Ok(());
        }
        sleep(Duration::from_millis(500));
    }
    bail!("the job in another database did not run:\n{}", cluster.log())
}

fn show(client: &mut Client, query: &str) -> Result<()> {
    let rows = client.query(query, &[])?;
    ensure!(!rows.is_empty(), "nothing to show: {query}");
    FIGURES
        .lock()
        .iter_mut()
        .for_each(|figures| figures.extend(rows.iter().map(|row| format!("watched: {}", row.get::<_, String>(0)))));
    Ok(())
}
