//! The sessions of a trial: the one that deploys, its own on the target, and others that are in its way.

use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use postgres::Client;

use super::TABLES;
use crate::cluster::{Cluster, Database};

/// A session that deploys.
pub struct Deployer {
    pub pid: i32,
    pub thread: JoinHandle<Result<()>>,
}

impl Deployer {
    pub fn end(self) -> (Result<()>, i32) {
        let ended = self.thread.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the thread panicked")));
        (ended, self.pid)
    }
}

/// A session of the target that waits at the gate.
pub struct Stopped {
    pub pid: i32,
    pub query: String,
}

/// Somebody else who has the tables, or waits for them.
pub struct Holder(JoinHandle<Option<Client>>);

impl Holder {
    pub fn of(mut client: Client) -> Holder {
        let sql = format!("SET application_name = holder; BEGIN; LOCK TABLE {} IN EXCLUSIVE MODE", TABLES.join(", "));
        // Where the server dies meanwhile, so does this.
        Holder(std::thread::spawn(move || client.batch_execute(&sql).ok().map(|()| client)))
    }

    /// Has it got the tables?
    pub fn has_them(&self) -> bool {
        self.0.is_finished()
    }

    pub fn end(self) {
        drop(self.0.join());
    }
}

/// Opens the gate, and waits until the session is at its next commit: that waits for a standby that never comes. It is durable, and nobody is
/// told. With the next reload or start it waits no longer.
pub fn wait_at_commit(database: &Database, keeper: &mut Client, stopped: &Stopped) -> Result<()> {
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
pub fn wait(what: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    while !holds()? {
        ensure!(start.elapsed() < Duration::from_secs(60), "waited for a minute, and not: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

/// Kills a session, whereupon its server ends all others and starts anew.
pub fn crash_by_kill(cluster: &Cluster, pid: i32) -> Result<()> {
    let restarts = || cluster.log().matches("all server processes terminated; reinitializing").count();
    let before = restarts();
    kill(Pid::from_raw(pid), Signal::SIGKILL)?;
    wait("the server begins anew", || Ok(restarts() > before))
}
