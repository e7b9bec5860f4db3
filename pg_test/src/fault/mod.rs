//! Deployments that are hit before, and in the middle of, every one of their statements: sessions and servers are killed, connections
//! cut, statements cancelled, disks filled. After each fault the record must agree with pg_dump, resuming must reach the source, and the
//! rollback the start; nothing may be lost, and no lock be left.
//!
//! An event trigger in the target (`target.sql`) stops the deployment at the statement of a number; a lock on its tables at LOCK TABLE; a
//! synchronous standby that never comes at COMMIT. What pg_dump has to say after so
//! many stages is found without pgdiff's deploying: the stored statements are run by hand.

mod disk;
mod proxy;
mod servers;
mod session;

use std::fs;
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use pgdiff_engine::hazard::Hazard;
use postgres::{Client, NoTls};
use serde_json::json;

use crate::cluster::Cluster;
use crate::dump::difference;
use crate::pgdiff::explain;
use crate::real::record_line;
use servers::{PASSWORD, Servers};
use session::{Deployer, Holder, Stopped, crash_by_kill, wait, wait_at_commit};

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

/// The tables of the target that a deployment may lock.
const TABLES: [&str; 3] = ["shop.customer", "shop.\"Order\"", "shop.log"];

/// How many faults there were that stopped a deployment, of all trials.
static INJECTIONS: AtomicUsize = AtomicUsize::new(0);

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
            wait("the tables are locked", || Ok(holder.as_ref().is_some_and(|holder| holder.has_them())))?;
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

/// Every hazard.
fn allowed() -> Vec<&'static str> {
    Hazard::ALL.iter().map(|hazard| hazard.code()).collect()
}
