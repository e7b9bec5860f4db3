//! Deployments that are hit before, and in the middle of, every one of their statements: sessions and servers are killed, connections
//! cut, statements cancelled, disks filled. After each fault the record must agree with pg_dump, resuming must reach the source, and the
//! rollback the start; nothing may be lost, and no lock be left.
//!
//! An event trigger in the target (`fault.sql`) stops the deployment at the statement of a number; a lock on its tables at LOCK TABLE; a
//! synchronous standby that never comes at COMMIT. What pg_dump has to say after so
//! many stages is found without pgdiff's deploying: the stored statements are run by hand.

use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use pgdiff_engine::hazard::Hazard;
use pgdiff_engine::options::Reading;
use postgres::{Client, NoTls};
use serde_json::json;

use crate::cluster::{Cluster, Database};
use crate::dump::{difference, dump};
use crate::law::WITH_PGDIFF;
use crate::pgdiff::explain;
use crate::real::record_line;
use crate::server::{run, server_user};

/// What happens to a deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    KillDeployer,
    KillTarget,
    StopTarget,
    CutConnection,
    Cancel,
    DiskFull,
    NoConnections,
    /// The server dies when the transaction is committed, and before it has said so.
    LostCommit,
}

/// When it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// Before the statement.
    Before,
    /// When half of a statement is done that consists of several transactions.
    Middle,
    /// At COMMIT behind the statement, which is durable by then, and of which nobody has been told.
    Commit,
    /// At the LOCK TABLE with which the next stage begins; at that of the first for the statement 0.
    Lock,
}

/// What was hit.
struct Hit {
    /// The statement.
    query: String,
    /// Its stage, and whether that is a transaction.
    stage: i32,
    in_transaction: bool,
    /// Did it stop the deployment?
    took_effect: bool,
}

/// Every fault, and whether the target is the deployer's own database as well.
pub const FAULTS: [(&str, Fault, bool); 12] = [
    ("kill_deployer", Fault::KillDeployer, false),
    ("kill_deployer_here", Fault::KillDeployer, true),
    ("kill_target", Fault::KillTarget, false),
    ("kill_target_here", Fault::KillTarget, true),
    ("stop_target", Fault::StopTarget, false),
    ("stop_target_here", Fault::StopTarget, true),
    ("cut_connection", Fault::CutConnection, false),
    ("cancel", Fault::Cancel, false),
    ("cancel_here", Fault::Cancel, true),
    ("disk_full", Fault::DiskFull, false),
    ("no_connections", Fault::NoConnections, false),
    ("lost_commit", Fault::LostCommit, false),
];

/// The password of the connection that can be cut. It must stand in no record and no log.
const PASSWORD: &str = "Secret of the fault tests";

/// The tables of the target that a deployment may lock.
const TABLES: [&str; 3] = ["shop.customer", "shop.\"Order\"", "shop.log"];

/// How many faults there were that stopped a deployment, of all trials.
static INJECTIONS: AtomicUsize = AtomicUsize::new(0);

/// The servers of a trial. The extension is in the database `home` of one; the target in the same database, or in the other server.
struct Servers {
    home: Cluster,
    other: Option<Cluster>,
    disk: Option<Disk>,
    proxy: Option<Proxy>,
}

/// What every statement leaves, found by hand.
struct Expected {
    /// pg_dump's schema after so many stages.
    dumps: Vec<String>,
    /// How many statements of the deployment the event trigger sees.
    statements: i64,
    /// The stages that begin with locks on tables that were there before.
    locking: Vec<i32>,
    source: String,
}

/// Hits a deployment at every one of its statements.
pub fn prove(fault: Fault, here: bool) -> Result<()> {
    let mut servers = Servers::start(fault, here)?;
    let expected = servers.expected()?;
    let (mut count, mut effective) = (0, 0);
    let mut inject = |at: i64, moment: Moment| -> Result<Hit> {
        let hit = servers.inject(fault, at, moment, &expected);
        let hit = hit.with_context(|| format!("{fault:?} at statement {at}, {moment:?}"))?;
        count += 1;
        effective += usize::from(hit.took_effect);
        Ok(hit)
    };
    let at_any_time = !matches!(fault, Fault::DiskFull | Fault::NoConnections | Fault::LostCommit);
    if at_any_time && expected.locking.contains(&1) {
        inject(0, Moment::Lock)?;
    }
    let mut hits = Vec::new();
    for at in 1..=expected.statements {
        let hit = inject(at, Moment::Before)?;
        if at_any_time && hit.query.contains(" CONCURRENTLY") {
            inject(at, Moment::Middle)?;
        }
        hits.push((at, hit));
    }
    // The last statement of a transaction stands before its COMMIT, and before the locks of the next one.
    let lasts = hits.chunk_by(|(_, one), (_, other)| one.stage == other.stage).filter_map(<[_]>::last);
    for (at, hit) in lasts.filter(|(_, hit)| at_any_time && hit.in_transaction) {
        // The record of a deployment of its own database would wait for the standby as well.
        if !here {
            inject(*at, Moment::Commit)?;
        }
        if expected.locking.contains(&(hit.stage + 1)) {
            inject(*at, Moment::Lock)?;
        }
    }
    ensure!(count > 0, "nothing was injected");
    // Not every statement needs room on the disk.
    ensure!(
        effective == count || fault == Fault::DiskFull && effective > 0,
        "{count} injections, of which only {effective} stopped the deployment"
    );
    servers.look_for_secrets()?;
    let all = INJECTIONS.fetch_add(effective, Ordering::Relaxed) + effective;
    record_line(format!(
        "faults: {fault:?}{}: {count} injections, of which {effective} stopped the deployment ({all} so far)",
        if here { ", here" } else { "" }
    ))
}

/// Deploys where no background worker can be had: the only slot is the logical replication launcher's.
pub fn without_workers() -> Result<()> {
    let mut servers = Servers::start(Fault::Cancel, false)?;
    let target = servers.other.as_mut().context("there is no target")?;
    let settings = "max_worker_processes = 1\nmax_parallel_maintenance_workers = 4\nmin_parallel_table_scan_size = 0\nlog_min_messages = debug1\n";
    let file = target.directory().join("data/postgresql.auto.conf");
    fs::File::options().append(true).open(file)?.write_all(settings.as_bytes())?;
    // Commits are asynchronous there.
    target.connect("postgres")?.batch_execute("CHECKPOINT")?;
    target.crash()?;
    target.start_again()?;
    let taken = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'logical replication launcher'";
    wait("the only slot is taken", || {
        Ok(servers.target_cluster().connect("postgres")?.query_one(taken, &[])?.get::<_, i64>(0) == 1)
    })?;
    servers.expected()?;
    let asked = servers.target_cluster().log().matches(" with request for ").count();
    ensure!(asked > 0, "no index wanted a worker: nothing was tested");
    record_line(format!("faults: no worker slots: {asked} times a statement asked for a worker, and did without"))
}

impl Servers {
    fn start(fault: Fault, here: bool) -> Result<Servers> {
        let home = Cluster::start("fault-home")?;
        let other = if here { None } else { Some(Cluster::start("fault-target")?) };
        let mut servers = Servers { home, other, disk: None, proxy: None };
        let target = servers.target_cluster();
        let mut client = target.connect("postgres")?;
        client.batch_execute(&format!("CREATE ROLE fault_deployer SUPERUSER LOGIN PASSWORD '{PASSWORD}'"))?;
        // In the cluster of the target, a database that others are copied from.
        let template = if here { WITH_PGDIFF } else { "template0" };
        if here {
            install(target)?;
        }
        let tablespace = if fault == Fault::DiskFull {
            let disk = Disk::mount()?;
            client.batch_execute(&format!("CREATE TABLESPACE small LOCATION '{}'", disk.0.display()))?;
            servers.disk = Some(disk);
            " TABLESPACE small"
        } else {
            ""
        };
        client.batch_execute(&format!("CREATE DATABASE fault_start TEMPLATE {template}{tablespace}"))?;
        client.batch_execute("CREATE DATABASE fault_source TEMPLATE template0")?;
        let target = servers.target_cluster();
        for database in ["fault_start", "fault_source"] {
            execute(target, database, include_str!("fault_gate.sql"))?;
        }
        execute(target, "fault_start", include_str!("fault.sql"))?;
        execute(target, "fault_source", include_str!("fault_source.sql"))?;
        if !here {
            install(&servers.home)?;
            let mut client = servers.home.connect("postgres")?;
            client.batch_execute(&format!("CREATE DATABASE home TEMPLATE {WITH_PGDIFF}"))?;
        }
        if fault == Fault::CutConnection {
            servers.proxy = Some(Proxy::start(servers.target_cluster().port())?);
        }
        Ok(servers)
    }

    fn target_cluster(&self) -> &Cluster {
        self.other.as_ref().unwrap_or(&self.home)
    }

    fn target(&self) -> Database<'_> {
        Database::of(self.target_cluster(), "fault_target")
    }

    /// Where pgdiff is called.
    fn home(&self) -> String {
        let database = if self.other.is_some() { "home" } else { "fault_target" };
        self.home.conninfo(database)
    }

    /// The target as pgdiff is told of it.
    fn target_text(&self) -> String {
        match (&self.proxy, &self.other) {
            (Some(proxy), _) => {
                format!("host=127.0.0.1 port={} user=fault_deployer dbname=fault_target password='{PASSWORD}'", proxy.port)
            }
            (None, Some(other)) => other.conninfo("fault_target"),
            (None, None) => "current".to_owned(),
        }
    }

    /// A new target, as it was before everything.
    fn reset(&self) -> Result<()> {
        let mut client = self.target_cluster().connect("postgres")?;
        client.batch_execute("DROP DATABASE IF EXISTS fault_target WITH (FORCE)")?;
        let tablespace = if self.disk.is_some() { " TABLESPACE small" } else { "" };
        client.batch_execute(&format!("CREATE DATABASE fault_target TEMPLATE fault_start{tablespace}"))?;
        Ok(())
    }

    fn deploy_sql(&self) -> String {
        let source = self.target_cluster().conninfo("fault_source");
        let target = self.target_text().replace('\'', "''");
        let options = json!({
            "strategy": "online", "retries": 3, "exclude_schemas": ["gate"], "allow": allowed(),
            "exclude": [{"type": "event trigger", "name": "gate"}],
        });
        format!("CALL pgdiff.deploy('{source}', '{target}', '{options}')")
    }

    fn dump(&self, database: &str) -> Result<String> {
        dump(&Database::of(self.target_cluster(), database), self.other.is_none(), Reading::default())
    }

    /// Deploys once without a fault, and runs the same statements once by hand.
    fn expected(&self) -> Result<Expected> {
        self.reset()?;
        let mut home = Client::connect(&self.home(), NoTls)?;
        home.batch_execute(&self.deploy_sql()).map_err(|error| anyhow::anyhow!("without a fault: {}", explain(&error)))?;
        let statements: i64 = self.target().connect()?.query_one("SELECT last_value FROM gate.n", &[])?.get(0);
        let steps = home.query("SELECT stage, in_transaction, statement FROM pgdiff.deployment_step ORDER BY step", &[])?;
        let steps: Vec<(i32, bool, String)> = steps.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect();
        let locking = format!(
            "SELECT DISTINCT stage FROM pgdiff.deployment_step WHERE in_transaction AND tables ?| ARRAY[{}]",
            TABLES.map(|table| format!("'{table}'")).join(", ")
        );
        let locking = home.query(&locking, &[])?.iter().map(|row| row.get(0)).collect();
        let source = self.dump("fault_source")?;
        if let Some(difference) = difference("source", &source, "target", &self.dump("fault_target")?) {
            bail!("without a fault:\n{difference}");
        }
        drop(home);
        self.reset()?;
        let mut dumps = vec![self.dump("fault_target")?];
        let mut client = self.target().connect()?;
        client.batch_execute("SET search_path = pg_catalog, pg_temp; SET check_function_bodies = off")?;
        for stage in steps.chunk_by(|one, other| one.0 == other.0) {
            for (_, in_transaction, statement) in stage {
                let result = if *in_transaction {
                    client.batch_execute(statement)
                } else {
                    client.execute(statement.as_str(), &[]).map(|_| ())
                };
                result.map_err(|error| anyhow::anyhow!("{statement}: {}", explain(&error)))?;
            }
            dumps.push(self.dump("fault_target")?);
        }
        ensure!(
            dumps.len() > 5 && statements > 10,
            "the plan of the fault tests has become too short: {} stages",
            dumps.len() - 1
        );
        Ok(Expected { dumps, statements, locking, source })
    }

    /// One deployment, one fault, and all that must hold afterwards.
    fn inject(&mut self, fault: Fault, at: i64, moment: Moment, expected: &Expected) -> Result<Hit> {
        self.reset()?;
        let at_commit = fault == Fault::LostCommit || moment == Moment::Commit;
        if at_commit {
            let mut client = self.target_cluster().connect("postgres")?;
            client.batch_execute("ALTER DATABASE fault_target SET synchronous_commit = on")?;
        }
        let mut keeper = self.target().connect()?;
        keeper.batch_execute(&format!(
            "UPDATE gate.stop SET at = {at}; SELECT setval('gate.n', 1, false); SELECT pg_advisory_lock(77)"
        ))?;
        let mut holder = None;
        if at == 0 {
            holder = Some(Holder::of(self.target().connect()?));
            wait("the tables are locked", || Ok(holder.as_ref().is_some_and(|holder| holder.0.is_finished())))?;
        }
        let deployer = self.deployer()?;
        let mut stopped =
            if at == 0 { self.wait_for_lock(&mut keeper, &deployer)? } else { self.wait_for_gate(&mut keeper, &deployer)? };
        let (stage, in_transaction) = self.stage_at_work()?;
        let mut old = None;
        match moment {
            Moment::Before => {}
            Moment::Middle => {
                // A transaction that began before it, which it has to wait for when half is done.
                let mut client = self.target().connect()?;
                client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM shop.customer, shop.log WHERE false; SELECT count(*) FROM shop.\"Order\"")?;
                keeper.batch_execute("SELECT pg_advisory_unlock(77)")?;
                wait("the statement waits in its middle", || {
                    let query = "SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock' AND wait_event <> 'advisory'";
                    Ok(keeper.query_one(query, &[&stopped.pid])?.get::<_, i64>(0) > 0)
                })?;
                old = Some(client);
            }
            Moment::Commit => wait_at_commit(&self.target(), &mut keeper, &stopped)?,
            Moment::Lock if at == 0 => {}
            Moment::Lock => {
                // It waits for this transaction, and has the tables before the next one can ask for them.
                holder = Some(Holder::of(self.target().connect()?));
                wait("somebody wants the tables", || {
                    let query = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'holder' AND (wait_event_type = 'Lock' OR state LIKE 'idle%')";
                    Ok(keeper.query_one(query, &[])?.get::<_, i64>(0) > 0)
                })?;
                keeper.batch_execute("SELECT pg_advisory_unlock(77)")?;
                stopped = self.wait_for_lock(&mut keeper, &deployer)?;
            }
        }
        self.hit(fault, &stopped, &deployer, &mut keeper)?;
        drop(old);
        if let Some(holder) = holder {
            holder.end();
        }
        let release = keeper.batch_execute(if moment == Moment::Commit {
            "SELECT pg_reload_conf()"
        } else {
            "SELECT pg_advisory_unlock(77)"
        });
        if fault == Fault::DiskFull || fault == Fault::NoConnections {
            release?;
        }
        drop(keeper);
        let (ended, _) = deployer.end();
        self.mend(fault)?;
        self.wait_until_it_is_over()?;
        let mut client = Client::connect(&self.home(), NoTls)?;
        let (id, state) = {
            let row = client
                .query_one("SELECT deployment_id, state FROM pgdiff.deployment ORDER BY deployment_id DESC LIMIT 1", &[])?;
            (row.get::<_, i64>(0), row.get::<_, String>(1))
        };
        ensure!(ended.is_ok() == (state == "applied"), "the call ended with {ended:?}, and the record says {state}");
        let took_effect = ended.is_err();
        if let Err(error) = &ended {
            let error = format!("{error:#}");
            ensure!(!error.contains(PASSWORD), "the error holds the password");
            ensure!(fault != Fault::DiskFull || error.contains("No space left on device"), "not of the disk: {error}");
        }
        // What runs to its end in spite of the fault has nothing to resume.
        let target = self.target_text().replace('\'', "''");
        client
            .batch_execute(&format!("SELECT * FROM pgdiff.verify({id}, '{target}')"))
            .map_err(|error| anyhow::anyhow!("verify: {}", explain(&error)))?;
        let stages = "SELECT count(*) FROM pgdiff.deployment_stage WHERE deployment_id = $1 AND state = $2";
        let applied: i64 = client.query_one(stages, &[&id, &"applied"])?.get(0);
        let unknown: i64 = client.query_one(stages, &[&id, &"unknown"])?.get(0);
        ensure!(unknown == 0, "{unknown} stages are unknown");
        let half: i64 = client.query_one(stages, &[&id, &"half applied"])?.get(0);
        let after = usize::try_from(applied)?;
        let says = format!("the record says that {applied} stages are applied, and {half} half");
        // Of what is half applied pg_dump shows nothing or all, as the statement has it.
        let agrees = self.expect(&expected.dumps[after], &says);
        if half == 0 || agrees.is_err() && expected.dumps.get(after + 1).is_none_or(|next| self.expect(next, &says).is_err()) {
            agrees?;
        }
        if at % 2 == 0 || state == "applied" {
            self.call(&format!("CALL pgdiff.resume({id}, '{target}')"))?;
            self.expect(&expected.source, "resumed")?;
        }
        let state: String = client.query_one("SELECT state FROM pgdiff.deployment WHERE deployment_id = $1", &[&id])?.get(0);
        let rollback = format!("CALL pgdiff.rollback({id}, '{}', '{target}')", json!({"allow": allowed()}));
        if state == "applied" || applied > 0 {
            self.call(&rollback)?;
        }
        self.expect(&expected.dumps[0], "taken back")?;
        self.expect_rows()?;
        Ok(Hit { query: stopped.query, stage, in_transaction, took_effect })
    }

    /// The stage at work, as the record has it.
    fn stage_at_work(&self) -> Result<(i32, bool)> {
        let query = "SELECT stage, in_transaction FROM pgdiff.deployment_step WHERE state = 'running' ORDER BY deployment_id DESC, step DESC LIMIT 1";
        let row = Client::connect(&self.home(), NoTls)?.query_one(query, &[])?;
        Ok((row.get(0), row.get(1)))
    }

    fn wait_for_lock(&self, keeper: &mut Client, deployer: &Deployer) -> Result<Stopped> {
        let waiting = "a.wait_event_type = 'Lock' AND a.query LIKE 'LOCK TABLE%'";
        self.wait_for(keeper, deployer, waiting)
    }

    fn call(&self, sql: &str) -> Result<()> {
        let mut client = Client::connect(&self.home(), NoTls)?;
        client.batch_execute(sql).map_err(|error| anyhow::anyhow!("{sql}: {}", explain(&error)))
    }

    fn expect(&self, wanted: &str, when: &str) -> Result<()> {
        match difference("wanted", wanted, "found", &self.dump("fault_target")?) {
            None => Ok(()),
            Some(difference) => bail!("{when}, but pg_dump says otherwise:\n{difference}"),
        }
    }

    fn expect_rows(&self) -> Result<()> {
        let query = "SELECT (SELECT count(*) FROM shop.customer WHERE name = 'customer ' || id), (SELECT count(*) FROM shop.\"Order\" WHERE kind = 'letter'), \
                     (SELECT count(*) FROM shop.log)";
        let row = self.target().connect()?.query_one(query, &[])?;
        let counts: [i64; 3] = [row.get(0), row.get(1), row.get(2)];
        ensure!(counts == [2000, 5000, 400], "rows are gone: {counts:?}");
        Ok(())
    }

    fn deployer(&self) -> Result<Deployer> {
        let mut client = Client::connect(&self.home(), NoTls)?;
        let pid = client.query_one("SELECT pg_backend_pid()", &[])?.get(0);
        let sql = self.deploy_sql();
        let thread = std::thread::spawn(move || client.batch_execute(&sql).map_err(|error| anyhow::anyhow!(explain(&error))));
        Ok(Deployer { pid, thread })
    }

    fn wait_for_gate(&self, keeper: &mut Client, deployer: &Deployer) -> Result<Stopped> {
        self.wait_for(keeper, deployer, "a.wait_event = 'advisory'")
    }

    fn wait_for(&self, keeper: &mut Client, deployer: &Deployer, waiting: &str) -> Result<Stopped> {
        let mut found = None;
        wait(waiting, || {
            let query = format!(
                "SELECT a.pid, a.query FROM pg_stat_activity AS a WHERE a.application_name LIKE 'pgdiff deployment%' AND {waiting}"
            );
            found = keeper.query_opt(&query, &[])?.map(|row| Stopped { pid: row.get(0), query: row.get(1) });
            ensure!(found.is_some() || !deployer.thread.is_finished(), "the deployment ended before its statement");
            Ok(found.is_some())
        })?;
        found.context("nobody waits")
    }

    fn hit(&mut self, fault: Fault, stopped: &Stopped, deployer: &Deployer, keeper: &mut Client) -> Result<()> {
        match fault {
            Fault::KillDeployer => crash_by_kill(&self.home, deployer.pid),
            Fault::KillTarget => crash_by_kill(self.target_cluster(), stopped.pid),
            Fault::StopTarget => {
                let cluster = self.other.as_mut().unwrap_or(&mut self.home);
                cluster.crash()?;
                cluster.start_again()
            }
            Fault::CutConnection => {
                self.proxy.as_ref().context("there is no proxy")?.cut();
                Ok(())
            }
            Fault::Cancel => {
                Client::connect(&self.home(), NoTls)?.execute("SELECT pg_cancel_backend($1)", &[&deployer.pid])?;
                Ok(())
            }
            Fault::DiskFull => self.disk.as_ref().context("there is no disk")?.fill(),
            Fault::NoConnections => {
                // Every slot but those of the two who are there; then the deployment loses its own.
                let mut taken = Vec::new();
                while let Ok(client) = Client::connect(&self.target().conninfo(), NoTls) {
                    taken.push(client);
                }
                keeper.execute("SELECT pg_terminate_backend($1)", &[&stopped.pid])?;
                std::thread::sleep(Duration::from_millis(100));
                let refused = loop {
                    match Client::connect(&self.target().conninfo(), NoTls) {
                        Ok(client) => taken.push(client),
                        Err(error) => break explain(&error),
                    }
                };
                ensure!(refused.contains("53300"), "slots are left: {refused}");
                wait("the deployment gives up", || Ok(deployer.thread.is_finished()))?;
                Ok(())
            }
            Fault::LostCommit => {
                wait_at_commit(&self.target(), keeper, stopped)?;
                let cluster = self.other.as_mut().unwrap_or(&mut self.home);
                cluster.crash()?;
                cluster.start_again()
            }
        }
    }

    /// What was broken works again.
    fn mend(&mut self, fault: Fault) -> Result<()> {
        match fault {
            Fault::DiskFull => self.disk.as_ref().context("there is no disk")?.empty()?,
            Fault::CutConnection => self.proxy.as_ref().context("there is no proxy")?.join(),
            _ => {}
        }
        for cluster in std::iter::once(&self.home).chain(&self.other) {
            // A server that begins anew by itself does not read its settings anew.
            wait("the server is there again", || Ok(cluster.connect("postgres").is_ok()))?;
            cluster.connect("postgres")?.batch_execute("SELECT pg_reload_conf()")?;
        }
        Ok(())
    }

    /// Nothing of the deployment is at work any more, and nobody holds its lock.
    fn wait_until_it_is_over(&self) -> Result<()> {
        let mut client = self.target_cluster().connect("postgres")?;
        wait("no session and no lock of the deployment is left", || {
            let left = "SELECT (SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'pgdiff %' AND backend_type = 'client backend') \
                        + (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid <> 0)";
            Ok(client.query_one(left, &[])?.get::<_, i64>(0) == 0)
        })
    }

    fn look_for_secrets(&self) -> Result<()> {
        let told = [self.home.log(), self.other.as_ref().map(Cluster::log).unwrap_or_default()];
        ensure!(!told.iter().any(|log| log.contains(PASSWORD)), "a server's log holds the password");
        let mut client = Client::connect(&self.home(), NoTls)?;
        for table in ["deployment", "deployment_stage", "deployment_step", "deployment_event"] {
            let query = format!("SELECT count(*) FROM pgdiff.{table} AS t WHERE position('{PASSWORD}' in t::text) > 0");
            let found: i64 = client.query_one(&query, &[])?.get(0);
            ensure!(found == 0, "{found} rows of {table} hold the password");
        }
        Ok(())
    }
}

/// Kills a session, whereupon its server ends all others and starts anew.
fn crash_by_kill(cluster: &Cluster, pid: i32) -> Result<()> {
    let restarts = || cluster.log().matches("all server processes terminated; reinitializing").count();
    let before = restarts();
    kill(Pid::from_raw(pid), Signal::SIGKILL)?;
    wait("the server begins anew", || Ok(restarts() > before))
}

/// Every hazard.
fn allowed() -> Vec<&'static str> {
    Hazard::ALL.iter().map(|hazard| hazard.code()).collect()
}

/// A session that deploys.
struct Deployer {
    pid: i32,
    thread: JoinHandle<Result<()>>,
}

impl Deployer {
    fn end(self) -> (Result<()>, i32) {
        let ended = self.thread.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the thread panicked")));
        (ended, self.pid)
    }
}

/// A session of the target that waits at the gate.
struct Stopped {
    pid: i32,
    query: String,
}

/// Somebody else who has the tables, or waits for them.
struct Holder(JoinHandle<Option<Client>>);

impl Holder {
    fn of(mut client: Client) -> Holder {
        let sql = format!("SET application_name = holder; BEGIN; LOCK TABLE {} IN EXCLUSIVE MODE", TABLES.join(", "));
        // Where the server dies meanwhile, so does this.
        Holder(std::thread::spawn(move || client.batch_execute(&sql).ok().map(|()| client)))
    }

    fn end(self) {
        drop(self.0.join());
    }
}

/// Opens the gate, and waits until the session is at its next commit: that waits for a standby that never comes. It is durable, and nobody is
/// told. With the next reload or start it waits no longer.
fn wait_at_commit(database: &Database, keeper: &mut Client, stopped: &Stopped) -> Result<()> {
    keeper.batch_execute("SET synchronous_commit = local")?;
    keeper.batch_execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")?;
    keeper.batch_execute("SELECT pg_reload_conf()")?;
    // The checkpointer has to have read it: the commit of somebody else waits then.
    let mut other: Option<JoinHandle<bool>> = None;
    wait("a commit waits", || {
        if other.as_ref().is_none_or(JoinHandle::is_finished) {
            let mut client = database.connect()?;
            let commit =
                "SET application_name = other; SET synchronous_commit = on; SELECT pg_logical_emit_message(true, '', '')";
            other = Some(std::thread::spawn(move || client.batch_execute(commit).is_ok()));
        }
        let query = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'other' AND wait_event = 'SyncRep'";
        Ok(keeper.query_one(query, &[])?.get::<_, i64>(0) > 0)
    })?;
    keeper.batch_execute("SELECT pg_advisory_unlock(77)")?;
    wait("the commit waits", || {
        let query = "SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'SyncRep'";
        Ok(keeper.query_one(query, &[&stopped.pid])?.get::<_, i64>(0) > 0)
    })?;
    Ok(keeper.batch_execute("ALTER SYSTEM RESET synchronous_standby_names")?)
}

/// Waits until something holds.
fn wait(what: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    while !holds()? {
        ensure!(start.elapsed() < Duration::from_secs(60), "waited for a minute, and not: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

fn install(cluster: &Cluster) -> Result<()> {
    let mut client = cluster.connect("postgres")?;
    client.batch_execute(&format!("CREATE DATABASE {WITH_PGDIFF} TEMPLATE template0"))?;
    execute(cluster, WITH_PGDIFF, "CREATE EXTENSION pgdiff; CREATE EXTENSION dblink SCHEMA pgdiff")
}

fn execute(cluster: &Cluster, database: &str, sql: &str) -> Result<()> {
    cluster.connect(database)?.batch_execute(sql).map_err(|error| anyhow::anyhow!("{database}: {}", explain(&error)))
}

/// A small file system, which can be filled.
struct Disk(PathBuf);

impl Disk {
    fn mount() -> Result<Disk> {
        let directory = tempfile::Builder::new().prefix("pgdiff-disk-").tempdir()?.keep();
        run(Command::new("mount").args(["-t", "tmpfs", "-o", "size=96m,mode=0700", "tmpfs"]).arg(&directory))?;
        if let Some(user) = server_user()? {
            std::os::unix::fs::chown(&directory, Some(user.uid.as_raw()), Some(user.gid.as_raw()))?;
        }
        Ok(Disk(directory))
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }

    fn fill(&self) -> Result<()> {
        let mut file = fs::File::create(self.ballast())?;
        while file.write_all(&[0; 4096]).is_ok() {}
        Ok(())
    }

    fn empty(&self) -> Result<()> {
        Ok(fs::remove_file(self.ballast())?)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: the server may still have it open.
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
        let _ = fs::remove_dir(&self.0);
    }
}

/// A network between the deployer and its target, which can be cut.
struct Proxy {
    port: u16,
    streams: Arc<Mutex<Vec<TcpStream>>>,
    is_cut: Arc<AtomicBool>,
}

impl Proxy {
    fn start(to: u16) -> Result<Proxy> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let streams: Arc<Mutex<Vec<TcpStream>>> = Arc::default();
        let is_cut = Arc::new(AtomicBool::new(false));
        let (open, cut) = (Arc::clone(&streams), Arc::clone(&is_cut));
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if cut.load(Ordering::Relaxed) {
                    continue;
                }
                let Ok(server) = TcpStream::connect(("127.0.0.1", to)) else { continue };
                for (from, into) in [(&client, &server), (&server, &client)] {
                    let (Ok(from), Ok(into)) = (from.try_clone(), into.try_clone()) else { continue };
                    std::thread::spawn(move || pass(from, into));
                }
                open.lock().unwrap_or_else(PoisonError::into_inner).extend([client, server]);
            }
        });
        Ok(Proxy { port, streams, is_cut })
    }

    /// Ends every connection, and lets no new one through.
    fn cut(&self) {
        self.is_cut.store(true, Ordering::Relaxed);
        for stream in self.streams.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn join(&self) {
        self.is_cut.store(false, Ordering::Relaxed);
    }
}

fn pass(mut from: TcpStream, mut into: TcpStream) {
    let mut buffer = [0; 8192];
    while let Ok(count) = from.read(&mut buffer) {
        if count == 0 || into.write_all(&buffer[..count]).is_err() {
            break;
        }
    }
    let _ = into.shutdown(Shutdown::Both);
}
