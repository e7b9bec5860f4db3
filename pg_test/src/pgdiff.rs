//! pgdiff as its users see it: the SQL surface of the design, called over a connection.

use std::sync::Arc;

use anyhow::{Result, anyhow, bail};
use pgdiff_engine::catalog::read::{self, Reader};
use pgdiff_engine::catalog::{Catalog, Origin, session};
use pgdiff_engine::checklist::{self, Answer, Status};
use pgdiff_engine::compare::ChangeRow;
use pgdiff_engine::options::Reading;
use pgdiff_engine::plan::PlanRow;
use pgdiff_engine::script::{self, Direction, Heading};
use pgdiff_engine::{Comparison, Options, Plan};
use postgres::types::ToSql;
use postgres::{Client, NoTls, Row};
use serde_json::Value;

use crate::rows::Announced;

/// What pgdiff is asked about: how, and the endpoints.
pub struct Question {
    pub via: Via,
    pub source: String,
    pub target: String,
    pub options: Value,
}

/// How pgdiff is asked.
pub enum Via {
    /// The SQL surface, over this connection.
    Extension(Box<Client>),
    /// The engine as a library; both endpoints are connection strings.
    Engine(Catalogs),
}

/// The catalogs, once they are read.
#[derive(Clone, Default)]
pub struct Catalogs {
    pub target: Option<Arc<Catalog>>,
    pub source: Option<Arc<Catalog>>,
}

/// One row of `pgdiff.plan`: what the law needs of it.
#[derive(Debug)]
pub struct Step {
    pub object_identity: String,
    pub statement: String,
    pub in_transaction: bool,
    pub lock_mode: Option<String>,
    pub locked_relations: Vec<String>,
    pub rewrites: bool,
    pub scans: bool,
    pub loses: Vec<String>,
}

impl Question {
    pub fn script(&mut self) -> Result<String> {
        self.text("script", Direction::Deploy)
    }

    pub fn rollback_script(&mut self) -> Result<String> {
        self.text("rollback_script", Direction::Rollback)
    }

    pub fn plan(&mut self) -> Result<Vec<Step>> {
        let Via::Extension(client) = &mut self.via else {
            let step = |row: PlanRow| Step {
                object_identity: row.object_identity,
                statement: row.statement,
                in_transaction: row.in_transaction,
                lock_mode: row.lock_mode.map(str::to_owned),
                locked_relations: row.locked_relations,
                rewrites: row.rewrites,
                scans: row.scans,
                loses: row.loses,
            };
            return self.with_engine(|comparison| Ok(Plan::new(comparison, &|| false)?.rows().into_iter().map(step).collect()));
        };
        let step = |row: &Row| Step {
            object_identity: row.get("object_identity"),
            statement: row.get("statement"),
            in_transaction: row.get("in_transaction"),
            lock_mode: row.get("lock_mode"),
            locked_relations: row.get("locked_relations"),
            rewrites: row.get("rewrites"),
            scans: row.get("scans"),
            loses: row.get("loses"),
        };
        Ok(ask(client, "*", "plan", &self.source, &self.target, &self.options)?.iter().map(step).collect())
    }

    /// Both scripts as a deployment that is stored has them, which are made of one reading.
    pub fn stored_scripts(&mut self) -> Result<(String, String)> {
        let Via::Extension(client) = &mut self.via else { bail!("the engine stores nothing") };
        let stored = ask(client, "store_plan", "store_plan", &self.source, &self.target, &self.options)?;
        let id: i64 = stored.first().ok_or_else(|| anyhow!("nothing was stored"))?.get(0);
        let texts = "SELECT script, rollback_script FROM pgdiff.deployment WHERE deployment_id = $1";
        let row = client.query_one(texts, &[&id])?;
        Ok((row.get(0), row.get(1)))
    }

    /// The differences, each as one readable line.
    pub fn compare(&mut self) -> Result<Vec<String>> {
        let Via::Extension(client) = &mut self.via else {
            let line = |row: ChangeRow| format!("{} {} {} {}", row.action, row.object_type, row.object_identity, row.details);
            return self.with_engine(|comparison| Ok(comparison.rows().into_iter().map(line).collect()));
        };
        // The server writes jsonb in a way of its own.
        let line = "concat_ws(' ', action, object_type, object_identity), details::text";
        let rows = ask(client, line, "compare", &self.source, &self.target, &self.options)?;
        let line = |row: &Row| {
            let details: Value = serde_json::from_str(row.get(1))?;
            Ok(format!("{} {details}", row.get::<_, &str>(0)))
        };
        rows.iter().map(line).collect()
    }

    /// The differences, each as one short line: of an altered object only which properties differ.
    pub fn changes(&mut self) -> Result<Vec<String>> {
        let Via::Extension(client) = &mut self.via else {
            let line = |row: ChangeRow| {
                let properties: Vec<&str> = match (row.action, &row.details) {
                    ("alter", Value::Object(details)) => details.keys().map(String::as_str).collect(),
                    _ => Vec::new(),
                };
                format!("{} {} {}: {}", row.action, row.object_type, row.object_identity, properties.join(", "))
            };
            return self.with_engine(|comparison| Ok(comparison.rows().into_iter().map(line).collect()));
        };
        let line = "format('%s %s %s: %s', action, object_type, object_identity, \
                    (SELECT string_agg(key, ', ' ORDER BY key) FROM jsonb_object_keys(details) key WHERE action = 'alter'))";
        let rows = ask(client, line, "compare", &self.source, &self.target, &self.options)?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    /// What the checklist finds that makes the script fail, each as one line.
    pub fn failing_checks(&mut self) -> Result<Vec<String>> {
        let Via::Extension(client) = &mut self.via else {
            let target = self.target.clone();
            let checks = |comparison: &Comparison| Ok(checklist::checks(comparison, &Plan::new(comparison, &|| false)?));
            let (mut rows, inquiries) = self.with_engine(checks)?;
            let mut client = Client::connect(&target, NoTls)?;
            client.batch_execute(&session::pin())?;
            for inquiry in &inquiries {
                rows.extend(checklist::rows(inquiry, &answer(&mut client, &inquiry.sent())?));
            }
            rows.retain(|row| row.status == Status::Fail && row.area == "data");
            return Ok(rows.into_iter().map(|row| row.finding).collect());
        };
        let rows = ask(client, "area, status, finding", "checklist", &self.source, &self.target, &self.options)?;
        let failing = rows.iter().filter(|row| row.get::<_, &str>(0) == "data" && row.get::<_, &str>(1) == "fail");
        Ok(failing.map(|row| row.get(2)).collect())
    }

    /// What a dry run does not get through, or leaves, each as one line; the engine has none.
    pub fn dry_run(&mut self) -> Result<Vec<String>> {
        let Via::Extension(client) = &mut self.via else { return Ok(Vec::new()) };
        let line =
            "status, concat_ws(' ', status, step, action, object_type, object_identity, sqlstate, message, detail, statement)";
        let rows = ask(client, line, "dry_run", &self.source, &self.target, &self.options)?;
        // What needs a commit can't be rehearsed, and what is left then says nothing.
        let whole = !rows.iter().any(|row| row.get::<_, &str>(0) == "not rehearsed");
        let is_bad = |row: &&Row| match row.get::<_, &str>(0) {
            "ok" | "not rehearsed" => false,
            "left" => whole,
            _ => true,
        };
        Ok(rows.iter().filter(is_bad).map(|row| row.get(1)).collect())
    }

    /// The most memory that the process that answers has had, in kB: a backend's, or our own.
    pub fn memory(&mut self) -> Result<u64> {
        const STATUS: &str = "/proc/self/status";
        let status: String = match &mut self.via {
            Via::Extension(client) => client.query_one("SELECT pg_read_file($1)", &[&STATUS])?.get(0),
            Via::Engine(_) => std::fs::read_to_string(STATUS)?,
        };
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        peak.ok_or_else(|| anyhow!("no VmHWM in {STATUS}"))?.parse().map_err(Into::into)
    }

    fn text(&mut self, function: &str, direction: Direction) -> Result<String> {
        let Via::Extension(client) = &mut self.via else {
            return self.with_engine(|comparison| {
                let plan = Plan::new(comparison, &|| false)?;
                let steps = if direction == Direction::Deploy { &plan.forward } else { &plan.backward };
                let (target, source) = (comparison.target(), comparison.source());
                let heading = Heading { direction, target: &target.origin, source: &source.origin };
                Ok(script::render(steps, &heading, comparison.options()))
            });
        };
        let rows = ask(client, function, function, &self.source, &self.target, &self.options)?;
        Ok(rows.iter().map(|row| row.get::<_, &str>(0)).collect())
    }

    fn with_engine<T>(&mut self, work: impl FnOnce(&Comparison) -> Result<T, pgdiff_engine::Error>) -> Result<T> {
        let options = Options::parse(&self.options).map_err(|error| said(&error))?;
        let Via::Engine(catalogs) = &mut self.via else { bail!("the engine is not asked") };
        let target = known(&mut catalogs.target, &self.target, options.reading())?;
        let source = known(&mut catalogs.source, &self.source, options.reading())?;
        let done = Comparison::new(&target, &source, &options).and_then(|comparison| work(&comparison));
        done.map_err(|error| said(&error))
    }

    /// What was read of the target is not true any more.
    pub fn forget(&mut self) {
        if let Via::Engine(catalogs) = &mut self.via {
            catalogs.target = None;
        }
    }
}

/// What a server answers to an inquiry.
fn answer(client: &mut Client, query: &str) -> Result<Answer> {
    match client.query(query, &[]) {
        Ok(rows) => Ok(Answer::Rows(rows.iter().map(|row| [row.get(0), row.get(1), row.get(2)]).collect())),
        Err(error) => {
            let error = error.as_db_error().ok_or_else(|| anyhow!("{error}"))?;
            Ok(Answer::Refused(error.code().code().to_owned(), error.message().to_owned()))
        }
    }
}

fn ask(client: &mut Client, columns: &str, function: &str, source: &str, target: &str, options: &Value) -> Result<Vec<Row>> {
    let query = format!("SELECT {columns} FROM pgdiff.{function}(source => $1, target => $2, options => $3)");
    let arguments: [&(dyn ToSql + Sync); 3] = [&source, &target, options];
    client.query(&query, &arguments).map_err(|error| anyhow!("pgdiff.{function}: {}", explain(&error)))
}

/// A catalog that was read, or is now.
fn known(catalog: &mut Option<Arc<Catalog>>, conninfo: &str, reading: Reading) -> Result<Arc<Catalog>> {
    let catalog = match catalog {
        Some(catalog) => catalog,
        None => catalog.insert(Arc::new(read_catalog(conninfo, reading)?)),
    };
    Ok(Arc::clone(catalog))
}

/// Reads a catalog as the extension's endpoints do.
pub fn read_catalog(conninfo: &str, reading: Reading) -> Result<Catalog> {
    let mut client = Client::connect(conninfo, NoTls)?;
    client.batch_execute(&session::pin())?;
    let identity = "SELECT current_setting('server_version_num'), current_database()::text, current_user::text";
    let identity = client.query_one(identity, &[])?;
    let server_version_num = identity.get::<_, &str>(0).parse()?;
    let mut reader = Reader::new();
    client.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
    for query in read::queries(server_version_num, reading) {
        for row in client.query(&query, &[]).map_err(|error| anyhow!("{}", explain(&error)))? {
            reader.row(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)).map_err(|error| said(&error))?;
        }
    }
    let origin = Origin { server_version_num, database: identity.get(1), user: identity.get(2), ..Default::default() };
    reader.finish(origin).map_err(|error| said(&error))
}

/// An error of the engine in full.
fn said(error: &pgdiff_engine::Error) -> anyhow::Error {
    anyhow!("{error} ({}) {:?} {:?}", error.sqlstate(), error.detail(), error.hint())
}

/// What a plan says it would lose, and what it changes.
pub fn announced(plan: &[Step]) -> Announced {
    Announced {
        lost: plan.iter().flat_map(|step| step.loses.iter().cloned()).collect(),
        touched: plan.iter().map(|step| step.object_identity.clone()).collect(),
    }
}

/// A server's error in full: the crate's own text for it is `db error`.
pub fn explain(error: &postgres::Error) -> String {
    match error.as_db_error() {
        None => error.to_string(),
        Some(error) => {
            let mut text = format!("{}: {} ({})", error.severity(), error.message(), error.code().code());
            for (label, value) in [("DETAIL", error.detail()), ("HINT", error.hint()), ("CONTEXT", error.where_())] {
                if let Some(value) = value {
                    text.push_str(&format!("\n{label}: {value}"));
                }
            }
            text
        }
    }
}
