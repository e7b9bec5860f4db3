//! The law of correctness (design §3): pg_dump is the judge. For one case, one direction and one way to reach the target:
//! the script applies, makes the target equal to the source, leaves nothing to compare, can be taken back, and no row is lost unannounced.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};
use pgdiff_engine::Options;
use pgdiff_engine::hazard::Hazard;
use pgdiff_engine::ident::literal;
use pgdiff_engine::options::{ReadScope, Reading};
use serde_json::{Value, json};

use crate::case::{Case, Direction, Side};
use crate::cluster::{Cluster, Database, Remains};
use crate::dump::{difference, dump};
use crate::pgdiff::{Catalogs, Question, Via, announced, explain};
use crate::rows::{Announced, Rows};
use crate::server::said;

/// Where pgdiff runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Mode {
    /// In the target; and what a third database says of the two, both remote, must be the same.
    Local,
    /// In a third database, with both sides remote: all of the law, for a target in which pgdiff is not.
    Remote,
    /// In the target, by `CALL pgdiff.deploy` and `rollback` and not by scripts.
    Deployed,
    /// Nowhere: the engine is called as a library. For work on the engine, needs no installed extension.
    Engine,
}

impl Mode {
    /// Is pgdiff in the target?
    pub fn is_local(self) -> bool {
        matches!(self, Mode::Local | Mode::Deployed)
    }

    pub fn name(self) -> &'static str {
        match self {
            Mode::Local => "local",
            Mode::Remote => "remote",
            Mode::Deployed => "deployed",
            Mode::Engine => "engine",
        }
    }
}

/// Two servers: targets live in one, sources in the other, so that nothing can agree by sharing OIDs or roles.
pub struct Laboratory {
    pub targets: Cluster,
    pub sources: Cluster,
}

/// A database with pgdiff installed: the template of every local target.
pub const WITH_PGDIFF: &str = "with_pgdiff";
/// Where remote targets are compared from.
pub const HUB: &str = "hub";

impl Laboratory {
    /// Starts both servers. Call it from the main thread, see `Cluster::start`.
    pub fn open(with_extension: bool) -> Result<Laboratory> {
        let laboratory = Laboratory { targets: Cluster::start("target")?, sources: Cluster::start("source")? };
        if !with_extension {
            return Ok(laboratory);
        }
        create_with_pgdiff(&laboratory.targets, WITH_PGDIFF)?;
        // A template must have no connections, so remote comparisons need a database of their own.
        laboratory.targets.connect("postgres")?.batch_execute(&format!("CREATE DATABASE {HUB} TEMPLATE {WITH_PGDIFF}"))?;
        Ok(laboratory)
    }

    /// Two servers that run already, with what the mode wants of them.
    pub fn of(targets: Cluster, sources: Cluster, mode: Mode) -> Result<Laboratory> {
        let laboratory = Laboratory { targets, sources };
        if mode != Mode::Engine {
            create_with_pgdiff(&laboratory.targets, HUB)?;
        }
        Ok(laboratory)
    }

    /// Installs pgdiff in a database of the targets' server.
    pub fn install(&self, database: &str) -> Result<()> {
        install(&self.targets, database)
    }

    /// Takes away what even two clusters that are made alike differ in: the salt of a password, and where a tablespace lies.
    fn even_out(&self) -> Result<()> {
        for cluster in [&self.targets, &self.sources] {
            let mut client = cluster.connect("postgres")?;
            client.batch_execute("ALTER ROLE carol PASSWORD NULL")?;
            client.batch_execute("DROP TABLESPACE spare_space")?;
        }
        Ok(())
    }

    /// Ctrl-C and SIGTERM end the servers and remove their files too; dropping does it otherwise.
    pub fn stop_on_signals(&self) -> Result<()> {
        let remains = [self.targets.remains(), self.sources.remains()];
        Ok(ctrlc::set_handler(move || {
            remains.iter().for_each(Remains::remove);
            std::process::exit(130);
        })?)
    }
}

impl Laboratory {
    /// A new target, with pgdiff where the mode wants it, and a new source.
    pub fn databases(&self, mode: Mode) -> Result<(Database<'_>, Database<'_>)> {
        let template = if mode.is_local() { WITH_PGDIFF } else { "template0" };
        let target = self.targets.create_database(&self.targets.fresh_name("target"), template)?;
        let source = self.sources.create_database(&self.sources.fresh_name("source"), "template0")?;
        Ok((target, source))
    }

    /// What pgdiff is asked about the two, in this way.
    pub fn question(&self, mode: Mode, target: &Database, source: &Database, options: Value) -> Result<Question> {
        let (via, target) = match mode {
            Mode::Local | Mode::Deployed => (Via::Extension(Box::new(target.connect()?)), "current".to_owned()),
            Mode::Remote => (Via::Extension(Box::new(self.targets.connect(HUB)?)), target.conninfo()),
            Mode::Engine => (Via::Engine(Catalogs::default()), target.conninfo()),
        };
        Ok(Question { via, source: source.conninfo(), target, options })
    }
}

/// Makes a database with pgdiff in it, which is not dropped before its server is.
pub fn create_with_pgdiff(cluster: &Cluster, database: &str) -> Result<()> {
    cluster.connect("postgres")?.batch_execute(&format!("CREATE DATABASE {database} TEMPLATE template0"))?;
    install(cluster, database)
}

fn install(cluster: &Cluster, database: &str) -> Result<()> {
    cluster
        .connect(database)?
        .batch_execute("CREATE EXTENSION pgdiff; CREATE EXTENSION dblink SCHEMA pgdiff")
        .map_err(|error| anyhow!("cannot install pgdiff (make install builds it): {}", explain(&error)))
}

/// What a proof measured.
#[derive(Debug)]
pub struct Figures {
    /// How many statements the plan had.
    pub statements: usize,
    /// How long planning, reading included, and applying the script took.
    pub plan: Duration,
    pub deploy: Duration,
    /// The most memory that the process that compared and planned has had, in kB.
    pub memory: u64,
}

/// How much is compared.
fn reading(side: &Side) -> Result<Reading> {
    let options = Options::parse(&Value::Object(side.options.clone())).map_err(|error| anyhow!("{error}"))?;
    Ok(options.reading())
}

/// Proves the law for one case; an error says which step broke it, and shows the script.
pub fn prove(laboratory: &Laboratory, case: &Case, direction: Direction, mode: Mode) -> Result<()> {
    let (target_side, source_side) = case.sides(direction);
    let own;
    // What belongs to the cluster can't be tried beside other cases; subscriptions of several databases that go at once may lock each
    // other up.
    let has_subscriptions = [target_side, source_side].iter().any(|side| side.schema.contains("CREATE SUBSCRIPTION"));
    let laboratory = if has_subscriptions || reading(target_side)?.scope == ReadScope::Cluster {
        own = Laboratory::open(mode != Mode::Engine)?;
        own.even_out()?;
        &own
    } else {
        laboratory
    };
    let (target, source) = laboratory.databases(mode)?;
    psql(&target, &target_side.schema).context("making the target")?;
    psql(&source, &source_side.schema).context("making the source")?;
    psql(&target, &target_side.rows).context("filling the target")?;
    judge(laboratory, &target, &source, case, direction, mode).map(drop)
}

/// What is known of the two databases already, so that nothing is asked twice.
#[derive(Default)]
pub struct Known<'a> {
    /// How pg_dump shows the target.
    pub before: Option<&'a str>,
    /// How it shows the source.
    pub wanted: Option<&'a str>,
    /// For the engine.
    pub catalogs: Catalogs,
}

/// Proves the law for two databases that are there.
pub fn judge(
    laboratory: &Laboratory,
    target: &Database,
    source: &Database,
    case: &Case,
    direction: Direction,
    mode: Mode,
) -> Result<Figures> {
    judge_known(laboratory, (target, source), case, direction, mode, Known::default())
}

/// The same, with what is known of them.
pub fn judge_known(
    laboratory: &Laboratory,
    (target, source): (&Database, &Database),
    case: &Case,
    direction: Direction,
    mode: Mode,
    known: Known,
) -> Result<Figures> {
    let (target_side, _) = case.sides(direction);
    let options = Value::Object(target_side.options.clone());
    let mut question = laboratory.question(mode, target, source, options.clone())?;
    if let Via::Engine(catalogs) = &mut question.via {
        catalogs.clone_from(&known.catalogs);
    }
    let (plan, planning) = timed(|| question.plan())?;
    let script = question.script()?;
    let rollback = question.rollback_script()?;
    let memory = question.memory()?;
    let mut remote = None;
    if mode == Mode::Local {
        let remote = remote.insert(laboratory.question(Mode::Remote, target, source, options)?);
        agrees(remote, target_side, &script, &rollback)?;
    }
    // Asked where it costs one connection less; what is asked is the same.
    let failing = if mode == Mode::Remote { None } else { Some(question.failing_checks()?) };

    let expect = case.expect.as_deref().filter(|_| direction == Direction::Forward);
    if let Some(expect) = expect {
        let statements: Vec<&str> = plan.iter().map(|step| step.statement.trim_end()).collect();
        if let Some(difference) =
            difference("expected", &format!("{expect}\n"), "planned", &format!("{}\n", statements.join("\n")))
        {
            bail!("the plan is not the expected one:\n{difference}");
        }
    }
    let mut rest = script.as_str();
    for step in &plan {
        let Some((_, after)) = rest.split_once(step.statement.trim_end()) else {
            bail!("a step of the plan is not in the script, or not in order:\n{}\n\nscript:\n{script}", step.statement);
        };
        rest = after;
    }

    if let Some(failing) = failing {
        foretold(&failing, target_side.fails.as_deref())?;
    }
    let trial = Trial { target, source, mode, side: target_side, known };
    let deploy = trial
        .run(&mut question, remote.as_mut(), &script, &rollback, &announced(&plan))
        .map_err(|error| anyhow!("{error:#}\n\n==== script\n{script}\n==== rollback script\n{rollback}"))?;
    Ok(Figures { statements: plan.len(), plan: planning, deploy, memory })
}

/// The plan of a third database has the same script and the same way back. So what the law says of these it says of a remote target as well.
fn agrees(remote: &mut Question, side: &Side, script: &str, rollback: &str) -> Result<()> {
    let scripts = if side.reveals_secrets() {
        remote.script().and_then(|script| Ok((script, remote.rollback_script()?)))
    } else {
        remote.stored_scripts()
    };
    let (remote_script, remote_rollback) = scripts.context("from a third database")?;
    for (here, there) in [(script, &remote_script), (rollback, &remote_rollback)] {
        if let Some(difference) = difference("in the target", here, "from a third database", there) {
            bail!("the script is another one where the target is remote:\n{difference}");
        }
    }
    Ok(())
}

/// What the rows say beforehand and what then happens must be the same: no false alarm, and no surprise.
fn foretold(failing: &[String], fails: Option<&str>) -> Result<()> {
    /// How the server words it when a statement fails on a row.
    const ON_ROWS: [&str; 14] = [
        "not exact",
        "contains null values",
        "could not create unique index",
        "violates foreign key constraint",
        "is violated by some row",
        "that violate the new constraint",
        "conflicts with",
        "invalid input",
        "no partition of relation",
        "would be violated",
        "out of range",
        "too long",
        "violates check constraint",
        "division by zero",
    ];
    let on_rows = fails.is_some_and(|error| ON_ROWS.iter().any(|words| error.contains(words)));
    ensure!(fails.is_some() || failing.is_empty(), "the checklist says that the script will fail:\n{}", failing.join("\n"));
    ensure!(!on_rows || !failing.is_empty(), "the script fails on a row, and the checklist doesn't say so");
    Ok(())
}

/// A result, and how long it took.
fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<(T, Duration)> {
    let start = Instant::now();
    Ok((work()?, start.elapsed()))
}

struct Trial<'a> {
    target: &'a Database<'a>,
    source: &'a Database<'a>,
    mode: Mode,
    side: &'a Side,
    known: Known<'a>,
}

impl Trial<'_> {
    fn run(
        &self,
        question: &mut Question,
        mut remote: Option<&mut Question>,
        script: &str,
        rollback: &str,
        announced: &Announced,
    ) -> Result<Duration> {
        for loss in &self.side.lossy {
            ensure!(
                announced.lost.contains(loss),
                "the plan does not announce to lose {loss}; it announces {:?}",
                announced.lost
            );
        }
        let before = self.known.before.map_or_else(|| self.dump(self.target), |known| Ok(known.to_owned()))?;
        let reading = reading(self.side)?;
        let wanted = self.known.wanted.map_or_else(|| dump(self.source, false, reading), |known| Ok(known.to_owned()))?;
        let rows = Rows::read(&mut self.target.connect()?)?;

        if let Some(expected) = &self.side.fails {
            let Err(error) = self.deploy(question, script) else { bail!("the script had to fail with: {expected}") };
            // What the rows tell beforehand a deployment does not try.
            let refused = self.mode == Mode::Deployed && format!("{error:#}").contains("The checklist fails: ");
            ensure!(
                refused || format!("{error:#}").contains(expected),
                "the script had to fail with: {expected}\nbut failed with: {error:#}"
            );
            return self.same("before", &before, "after the script failed").map(|()| Duration::ZERO);
        }
        // Before the script, which then shows whether it left anything.
        if self.mode != Mode::Deployed {
            let bad = remote.as_deref_mut().unwrap_or(question).dry_run().context("the dry run")?;
            ensure!(bad.is_empty(), "the dry run says:\n{}", bad.join("\n"));
        }
        let ((), deploy) = timed(|| self.deploy(question, script).context("the script failed"))?;
        self.same("wanted", &wanted, "after the script")?;
        question.forget();
        for question in [Some(&mut *question), remote].into_iter().flatten() {
            let left = question.compare().context("after the script")?;
            ensure!(left.is_empty(), "after the script, compare still finds:\n{}", left.join("\n"));
        }
        let renames = Options::parse(&question.options).map_err(|error| anyhow!("{error}"))?.renames;
        let kept = Rows::read(&mut self.target.connect()?)?;
        nothing_missing(rows.clone().renamed(&renames).missing_in(&kept, announced)).context("after the script")?;

        self.take_back(rollback).context("the rollback script failed")?;
        self.same("before", &before, "after the rollback script")?;
        let kept = Rows::read(&mut self.target.connect()?)?;
        nothing_missing(rows.missing_in(&kept, announced)).context("after the rollback script")?;
        Ok(deploy)
    }

    /// Does pgdiff deploy? What would write secrets into its record it doesn't.
    fn is_deployed(&self) -> bool {
        self.mode == Mode::Deployed && !self.side.reveals_secrets()
    }

    fn deploy(&self, question: &Question, script: &str) -> Result<()> {
        if !self.is_deployed() {
            return psql(self.target, script);
        }
        let mut options = self.side.options.clone();
        options.insert("allow".to_owned(), Hazard::ALL.iter().map(|hazard| hazard.code()).collect());
        let call = format!(
            "CALL pgdiff.deploy({}, options => {})",
            literal(&question.source),
            literal(&Value::Object(options).to_string())
        );
        self.call(&call)
    }

    fn take_back(&self, script: &str) -> Result<()> {
        if !self.is_deployed() {
            return psql(self.target, script);
        }
        let allow: Value = Hazard::ALL.iter().map(|hazard| hazard.code()).collect();
        self.call(&format!("CALL pgdiff.rollback(1, {})", literal(&json!({ "allow": allow }).to_string())))
    }

    fn call(&self, sql: &str) -> Result<()> {
        self.target.connect()?.batch_execute(sql).map_err(|error| anyhow!(explain(&error)))
    }

    fn dump(&self, database: &Database) -> Result<String> {
        dump(database, self.mode.is_local(), reading(self.side)?)
    }

    fn same(&self, name: &str, expected: &str, when: &str) -> Result<()> {
        match difference(name, expected, when, &self.dump(self.target)?) {
            None => Ok(()),
            Some(difference) => bail!("pg_dump differs {when}:\n{difference}"),
        }
    }
}

fn nothing_missing(missing: Vec<String>) -> Result<()> {
    ensure!(missing.is_empty(), "rows are lost:\n{}", missing.join("\n"));
    Ok(())
}

/// Runs SQL as a person would deploy it: psql, stopping at the first error.
pub fn psql(database: &Database, sql: &str) -> Result<()> {
    if sql.trim().is_empty() {
        return Ok(());
    }
    let file = tempfile::NamedTempFile::new()?;
    fs::write(file.path(), sql)?;
    let output =
        database.client_program("psql")?.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f"]).arg(file.path()).output()?;
    ensure!(output.status.success(), "psql: {}", said(&output).replace(&file.path().display().to_string(), "line"));
    Ok(())
}
