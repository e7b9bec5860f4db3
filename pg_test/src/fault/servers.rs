//! The servers of a trial, and what a deployment leaves in them that nothing hits.

use anyhow::{Result, bail, ensure};
use pgdiff_engine::options::Reading;
use postgres::{Client, NoTls};
use serde_json::json;

use super::disk::Disk;
use super::proxy::Proxy;
use super::{Expected, Fault, TABLES, allowed};
use crate::cluster::{Cluster, Database};
use crate::dump::{difference, dump};
use crate::law::{WITH_PGDIFF, create_with_pgdiff};
use crate::pgdiff::explain;

/// The password of the connection that can be cut. It must stand in no record and no log.
pub const PASSWORD: &str = "Secret of the fault tests";

/// The servers of a trial. The extension is in the database `home` of one; the target in the same database, or in the other server.
pub struct Servers {
    pub home: Cluster,
    pub other: Option<Cluster>,
    pub disk: Option<Disk>,
    pub proxy: Option<Proxy>,
}

impl Servers {
    pub fn start(fault: Fault, here: bool) -> Result<Servers> {
        let home = Cluster::start("fault-home")?;
        let other = if here { None } else { Some(Cluster::start("fault-target")?) };
        let mut servers = Servers { home, other, disk: None, proxy: None };
        let target = servers.target_cluster();
        let mut client = target.connect("postgres")?;
        client.batch_execute(&format!("CREATE ROLE fault_deployer SUPERUSER LOGIN PASSWORD '{PASSWORD}'"))?;
        // In the cluster of the target, a database that others are copied from.
        let template = if here { WITH_PGDIFF } else { "template0" };
        if here {
            create_with_pgdiff(target, WITH_PGDIFF)?;
        }
        let tablespace = if fault == Fault::DiskFull {
            let disk = Disk::mount()?;
            client.batch_execute(&format!("CREATE TABLESPACE small LOCATION '{}'", disk.path().display()))?;
            servers.disk = Some(disk);
            " TABLESPACE small"
        } else {
            ""
        };
        client.batch_execute(&format!("CREATE DATABASE fault_start TEMPLATE {template}{tablespace}"))?;
        client.batch_execute("CREATE DATABASE fault_source TEMPLATE template0")?;
        let target = servers.target_cluster();
        for database in ["fault_start", "fault_source"] {
            execute(target, database, include_str!("gate.sql"))?;
        }
        execute(target, "fault_start", include_str!("target.sql"))?;
        execute(target, "fault_source", include_str!("source.sql"))?;
        if !here {
            create_with_pgdiff(&servers.home, "home")?;
        }
        if fault == Fault::CutConnection {
            servers.proxy = Some(Proxy::start(servers.target_cluster().port())?);
        }
        Ok(servers)
    }

    pub fn target_cluster(&self) -> &Cluster {
        self.other.as_ref().unwrap_or(&self.home)
    }

    pub fn target(&self) -> Database<'_> {
        Database::of(self.target_cluster(), "fault_target")
    }

    /// Where pgdiff is called.
    pub fn home(&self) -> String {
        let database = if self.other.is_some() { "home" } else { "fault_target" };
        self.home.conninfo(database)
    }

    /// The target as pgdiff is told of it.
    pub fn target_text(&self) -> String {
        match (&self.proxy, &self.other) {
            (Some(proxy), _) => {
                format!("host=127.0.0.1 port={} user=fault_deployer dbname=fault_target password='{PASSWORD}'", proxy.port)
            }
            (None, Some(other)) => other.conninfo("fault_target"),
            (None, None) => "current".to_owned(),
        }
    }

    /// A new target, as it was before everything.
    pub fn reset(&self) -> Result<()> {
        let mut client = self.target_cluster().connect("postgres")?;
        client.batch_execute("DROP DATABASE IF EXISTS fault_target WITH (FORCE)")?;
        let tablespace = if self.disk.is_some() { " TABLESPACE small" } else { "" };
        client.batch_execute(&format!("CREATE DATABASE fault_target TEMPLATE fault_start{tablespace}"))?;
        Ok(())
    }

    pub fn deploy_sql(&self) -> String {
        let source = self.target_cluster().conninfo("fault_source");
        let target = self.target_text().replace('\'', "''");
        let options = json!({
            "strategy": "online", "retries": 3, "exclude_schemas": ["gate"], "allow": allowed(),
            "exclude": [{"type": "event trigger", "name": "gate"}],
        });
        format!("CALL pgdiff.deploy('{source}', '{target}', '{options}')")
    }

    pub fn dump(&self, database: &str) -> Result<String> {
        dump(&Database::of(self.target_cluster(), database), self.other.is_none(), Reading::default())
    }

    /// Deploys once without a fault, and runs the same statements once by hand.
    pub fn expected(&self) -> Result<Expected> {
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
}

fn execute(cluster: &Cluster, database: &str, sql: &str) -> Result<()> {
    cluster.connect(database)?.batch_execute(sql).map_err(|error| anyhow::anyhow!("{database}: {}", explain(&error)))
}
