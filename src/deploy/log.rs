//! The record of one deployment: what it is to do, and what became of it, committed as it goes.

use pgdiff_engine::catalog::json;
use pgdiff_engine::deployment::StoredStep;
use pgdiff_engine::{Catalog, Options};
use pgrx::JsonB;
use pgrx::datum::DatumWithOid;
use pgrx::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::target::{Look, Ran};
use crate::endpoint::{Pinned, select};
use crate::error::{Failure, Result, sqlstate_text};
use crate::procedure::{self, with_snapshot};
use crate::record;
use crate::subtransaction::attempt;

/// A record that is open for writing.
#[derive(Debug, Clone, Copy)]
pub struct Log {
    /// Its number.
    pub id: i64,
    /// Is every entry committed at once? It can't be in the caller's own transaction.
    pub commits: bool,
}

/// What is known of a new deployment before it begins.
#[derive(Debug, Serialize)]
pub struct New<'a> {
    /// Where the wanted state comes from, without secrets.
    pub source: &'a str,
    /// What is to be changed, without secrets.
    pub target: &'a str,
    /// The options as they were given, with those of their profile.
    pub options: &'a Value,
    /// The deployment that this one takes back.
    pub rollback_of: Option<i64>,
    /// Of pgdiff.
    pub pgdiff_version: &'a str,
    /// `server_version_num`.
    pub source_version: u32,
    /// `server_version_num`.
    pub target_version: u32,
    /// The database's name.
    pub target_database: &'a str,
    /// Of what is compared.
    pub source_fingerprint: &'a str,
    /// Of what is compared.
    pub fingerprint_before: &'a str,
    /// The steps.
    pub plan: &'a [StoredStep],
    /// Those of the way back.
    pub rollback_plan: &'a [StoredStep],
}

/// The texts of a new deployment, which are long.
pub struct Texts<'a> {
    /// The plan as a script.
    pub script: &'a str,
    /// The way back as a script.
    pub rollback_script: &'a str,
    /// The wanted state.
    pub source: &'a Catalog,
    /// The target as it was before.
    pub before: &'a Catalog,
}

/// A deployment as it is stored.
#[derive(Debug, Deserialize)]
pub struct Stored {
    /// Its number.
    pub deployment_id: i64,
    /// See the table.
    pub state: String,
    /// Is the session still there that carries it out, or was it the last to do so?
    pub session_lives: bool,
    /// See [`New`].
    pub source: String,
    /// See [`New`].
    pub target: String,
    /// See [`New`].
    pub options: Value,
    /// What was given besides when it was carried out: see the table.
    pub options_given: Option<Value>,
    /// See [`New`].
    pub rollback_of: Option<i64>,
    /// Those of the way back.
    pub rollback_plan: Vec<StoredStep>,
    /// `server_version_num` of the target when it was planned.
    pub target_version: u32,
    /// When it ended, where it has.
    pub finished_at: Option<String>,
    /// The steps that moved something aside which was removed for good since.
    pub purged: Vec<usize>,
    /// What statements took before it began.
    pub statements_before: Option<Value>,
    /// Its stages, in order.
    pub stages: Vec<Stage>,
    /// Its steps, in order.
    pub steps: Vec<StoredStep>,
}

/// What runs in one transaction.
#[derive(Debug, Clone, Deserialize)]
pub struct Stage {
    /// Its number.
    pub stage: usize,
    /// May it run in one?
    pub in_transaction: bool,
    /// See the table.
    pub state: String,
    /// The transaction's number on the target, once it was about to commit.
    pub xid: Option<String>,
}

impl Stage {
    /// Is nothing of it left to do?
    pub fn is_applied(&self) -> bool {
        self.state == "applied"
    }
}

impl Log {
    /// Writes down what is to be done, before anything is.
    pub fn begin(new: &New<'_>, texts: &Texts<'_>, commits: bool) -> Result<Self> {
        let fields = JsonB(serde_json::to_value(new).map_err(|error| unreadable(&error))?);
        let (source, before) = (json::encode(texts.source), json::encode(texts.before));
        let arguments: [DatumWithOid; 5] =
            [fields.into(), texts.script.into(), texts.rollback_script.into(), source.into(), before.into()];
        let id = with_snapshot(|| {
            let _pinned = Pinned::path()?;
            record::returning(include_str!("../../sql/deploy/begin.sql"), &arguments)
        })?;
        let log = Self { id, commits };
        log.write(include_str!("../../sql/deploy/begin_steps.sql"), &[id.into()])?;
        log.write(include_str!("../../sql/deploy/begin_stages.sql"), &[id.into()])?;
        log.event("planned", None, None, "the plan, its script and its rollback are stored")?;
        log.flush()?;
        Ok(log)
    }

    /// Reads a record that the caller may see. Errors (42704) if there is none.
    pub fn read(id: i64) -> Result<Stored> {
        let found = with_snapshot(|| {
            let _pinned = Pinned::path()?;
            select(include_str!("../../sql/deploy/read.sql"), &[id.into()], |row| Ok(row.get::<JsonB>(1)?))
        })?;
        let Some(JsonB(value)) = found.into_iter().next().flatten() else {
            return Err(Failure::new(PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, format!("deployment {id} does not exist"))
                .hint("SELECT deployment_id, state, target FROM pgdiff.deployment shows those that you may see."));
        };
        serde_json::from_value(value).map_err(|error| unreadable(&error))
    }

    /// A catalog that is kept with a record: `source_catalog`, `catalog_before` or `catalog_after`.
    pub fn catalog(id: i64, column: &str) -> Result<Option<Catalog>> {
        let query = format!("SELECT {column} FROM pgdiff.deployment WHERE deployment_id = $1");
        let found = with_snapshot(|| {
            let _pinned = Pinned::path()?;
            select(&query, &[id.into()], |row| Ok(row.get::<String>(1)?))
        })?;
        Ok(found.into_iter().next().flatten().map(|text| json::decode(&text)).transpose()?)
    }

    /// Makes what was written visible to others, and safe.
    pub fn flush(&self) -> Result<()> {
        if !self.commits {
            return Ok(());
        }
        with_snapshot(|| {
            // What is judged by it after a crash must have outlived that.
            let durable = "SELECT pg_catalog.set_config('synchronous_commit', 'local', true) \
                           WHERE pg_catalog.current_setting('synchronous_commit') OPERATOR(pg_catalog.=) 'off'";
            select(durable, &[], |_| Ok(()))
        })?;
        procedure::commit()
    }

    /// Writes, or takes back what it wrote: whoever hears that the record can't be written can still say so in it, once there is room again.
    fn write(&self, sql: &str, arguments: &[DatumWithOid]) -> Result<()> {
        let written = attempt(|| {
            with_snapshot(|| {
                let _pinned = Pinned::path()?;
                record::write(sql, arguments)
            })
        })?;
        written.map(drop).map_err(|failure| {
            let message = format!("its record could not be written: {}", failure.message());
            if failure.is_interrupt() { failure } else { failure.with_message(message) }
        })
    }

    /// Adds an event.
    pub fn event(&self, event: &str, stage: Option<usize>, step: Option<usize>, message: &str) -> Result<()> {
        let number = |number: Option<usize>| number.map(|number| number as i32);
        self.write(
            "INSERT INTO pgdiff.deployment_event (deployment_id, event, stage, step, message) VALUES ($1, $2, $3, $4, $5)",
            &[self.id.into(), event.into(), number(stage).into(), number(step).into(), message.into()],
        )
    }

    /// It runs now, from this session.
    pub fn runs(&self, target_pid: Option<i32>, event: &str) -> Result<()> {
        self.write(include_str!("../../sql/deploy/runs.sql"), &[self.id.into(), target_pid.into()])?;
        self.event(event, None, None, &format!("session {} begins", std::process::id()))?;
        self.flush()
    }

    /// A stage is in this state now; `xid` is the number of its transaction, where it has one.
    pub fn stage(&self, stage: usize, state: &str, xid: Option<&str>) -> Result<()> {
        self.write(
            include_str!("../../sql/deploy/stage.sql"),
            &[self.id.into(), (stage as i32).into(), state.into(), xid.into()],
        )?;
        // The steps of a stage end as it does: what a transaction did is taken back with it.
        self.write(include_str!("../../sql/deploy/steps_of_stage.sql"), &[self.id.into(), (stage as i32).into(), state.into()])
    }

    /// A step begins.
    pub fn step_begins(&self, step: usize) -> Result<()> {
        self.write(
            "UPDATE pgdiff.deployment_step SET state = 'running', started_at = clock_timestamp(), tries = tries + 1, duration = NULL, \
             phase = NULL, done = NULL, total = NULL, sqlstate = NULL, message = NULL, detail = NULL, hint = NULL, blockers = NULL \
             WHERE deployment_id = $1 AND step = $2",
            &[self.id.into(), (step as i32).into()],
        )?;
        self.flush()
    }

    /// What a step is at.
    pub fn step_looked_at(&self, step: usize, look: &Look) -> Result<()> {
        self.write(
            "UPDATE pgdiff.deployment_step SET phase = $3, done = $4, total = $5, blockers = $6, lock_wait = make_interval(secs => $7) \
             WHERE deployment_id = $1 AND step = $2",
            &[
                self.id.into(),
                (step as i32).into(),
                look.phase.as_deref().into(),
                look.done.into(),
                look.total.into(),
                look.blockers.as_deref().into(),
                look.waited.as_secs_f64().into(),
            ],
        )?;
        self.flush()
    }

    /// A step is done, in a transaction that is still open or as it stands.
    pub fn step_done(&self, step: usize, ran: Ran) -> Result<()> {
        self.write(
            "UPDATE pgdiff.deployment_step SET state = 'done', duration = make_interval(secs => $3), lock_wait = make_interval(secs => $4), \
             rows = $5, phase = NULL WHERE deployment_id = $1 AND step = $2",
            &[self.id.into(), (step as i32).into(), ran.took.as_secs_f64().into(), ran.waited.as_secs_f64().into(), ran.rows.into()],
        )
    }

    /// A step failed.
    pub fn step_failed(&self, step: usize, failure: &Failure) -> Result<()> {
        let sqlstate = sqlstate_text(failure.sqlstate());
        self.write(
            "UPDATE pgdiff.deployment_step SET state = 'failed', duration = clock_timestamp() - started_at, sqlstate = $3, message = $4, \
             detail = nullif($5, ''), hint = nullif($6, '') WHERE deployment_id = $1 AND step = $2",
            &[
                self.id.into(),
                (step as i32).into(),
                sqlstate.as_str().into(),
                failure.message().into(),
                failure.detail_text().into(),
                failure.hint_text().into(),
            ],
        )
    }

    /// It ends like this.
    pub fn ends(&self, state: &str, failure: Option<&Failure>) -> Result<()> {
        let told = failure.map(Failure::json);
        self.write(
            include_str!("../../sql/deploy/ends.sql"),
            &[self.id.into(), state.into(), JsonB(told.unwrap_or_default()).into()],
        )?;
        let message = failure.map_or_else(|| state.to_owned(), |failure| format!("{state}: {}", failure.message()));
        self.event(state, None, None, &message)?;
        self.flush()
    }

    /// It is found to be in this state, which its session did not live to record.
    pub fn is_found(&self, state: &str) -> Result<()> {
        self.write(
            "UPDATE pgdiff.deployment SET state = $2, finished_at = coalesce(finished_at, clock_timestamp()) WHERE deployment_id = $1",
            &[self.id.into(), state.into()],
        )
    }

    /// What statements took before, for aftercare.
    pub fn statements_before(&self, statements: &Value) -> Result<()> {
        self.write(
            "UPDATE pgdiff.deployment SET statements_before = $2 WHERE deployment_id = $1",
            &[self.id.into(), JsonB(statements.clone()).into()],
        )
    }

    /// What is given besides the plan's own options, from now on.
    pub fn options_given(&self, options: Option<&Value>) -> Result<()> {
        self.write(
            "UPDATE pgdiff.deployment SET options_given = $2 WHERE deployment_id = $1",
            &[self.id.into(), options.cloned().map(JsonB).into()],
        )
    }

    /// What the target is afterwards.
    pub fn after(&self, catalog: &Catalog, options: &Options, identical: Option<bool>) -> Result<()> {
        let fingerprint = pgdiff_engine::Comparison::fingerprint(catalog, options)?;
        self.write(
            "UPDATE pgdiff.deployment SET fingerprint_after = $2, catalog_after = $3, identical = $4 WHERE deployment_id = $1",
            &[self.id.into(), fingerprint.into(), json::encode(catalog).into(), identical.into()],
        )
    }

    /// Another deployment took this one back.
    pub fn rolled_back(&self, by: i64) -> Result<()> {
        self.write("UPDATE pgdiff.deployment SET state = 'rolled back' WHERE deployment_id = $1", &[self.id.into()])?;
        self.event("rolled back", None, None, &format!("by deployment {by}"))
    }
}

fn unreadable(error: &serde_json::Error) -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, "the record of the deployment can't be read")
        .detail(format!("{error}."))
}
