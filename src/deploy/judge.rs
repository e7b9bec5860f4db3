//! What became of a deployment that nobody saw the end of: its session, its connection or its server died.
//!
//! Of a transaction the target itself says whether it committed; what ran outside of one is looked for. Who judges holds the lock of
//! deployments, so that nothing of it can still be at work.

use std::collections::BTreeSet;

use pgdiff_engine::compare::{ChangeRow, Difference};
use pgdiff_engine::deployment::StoredStep;
use pgdiff_engine::ident::{literal, quote};
use pgdiff_engine::{Catalog, Comparison, Object, ObjectId, Options};
use pgrx::prelude::*;

use super::log::{Log, Stage, Stored};
use super::target::Target;
use crate::error::{Failure, Result};

/// What becomes of a statement outside of transactions that is found half applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halves {
    /// It stays so.
    Stay,
    /// It is ended, or taken back, whichever the server offers.
    Mended,
}

/// Asks the target about every stage whose end is not known, and records what it says.
pub fn judge(log: &Log, target: &mut Target, stored: &mut Stored, halves: Halves) -> Result<()> {
    for at in 0..stored.stages.len() {
        let stage = stored.stages[at].clone();
        let state = match &stage.xid {
            // Also of one that was seen to commit: a server that lost its last moments has lost it.
            Some(xid) if matches!(stage.state.as_str(), "committing" | "unknown" | "applied") => committed(target, xid)?,
            None if stage.in_transaction && matches!(stage.state.as_str(), "running" | "unknown") => "not applied",
            _ if !stage.in_transaction && stage.state != "planned" && !stage.is_applied() => {
                found(log, stored, &stage, target, halves)?
            }
            _ => continue,
        };
        if state != stage.state {
            log.stage(stage.stage, state, None)?;
            let message = format!("stage {} is found to be {state}; it was recorded as {}", stage.stage, stage.state);
            log.event("judged", Some(stage.stage), None, &message)?;
            state.clone_into(&mut stored.stages[at].state);
        }
    }
    log.flush()
}

fn committed(target: &mut Target, xid: &str) -> Result<&'static str> {
    // A number that the target has never given out is one of a server that is no more, or was set back.
    let status = target.ask::<1>(&format!("SELECT pg_catalog.pg_xact_status({}::pg_catalog.xid8)", literal(xid)));
    match status {
        Ok(rows) => match rows.first() {
            Some([Some(status)]) if status == "committed" => Ok("applied"),
            Some([Some(status)]) if status == "aborted" => Ok("not applied"),
            Some([Some(_)]) => Err(Failure::new(
                PgSqlErrorCode::ERRCODE_OBJECT_IN_USE,
                "the deployment's transaction is still running on the target",
            )
            .detail(format!("It is transaction {xid}."))
            .hint("Wait for its end, and try again.")),
            _ => Ok("unknown"),
        },
        Err(failure) if failure.sqlstate() == PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE => Ok("not applied"),
        Err(failure) => Err(failure),
    }
}

/// Is the effect of the stage's statement there?
fn found(log: &Log, stored: &Stored, stage: &Stage, target: &mut Target, halves: Halves) -> Result<&'static str> {
    for step in stored.steps.iter().filter(|step| step.stage == stage.stage) {
        let state = state_of(log, step, target, halves)?;
        if state != "applied" {
            return Ok(state);
        }
    }
    Ok("applied")
}

/// Is the effect of a step there that runs outside of transactions, and that somebody tried before: `applied`, `half applied` or
/// `not applied`?
pub fn state_of(log: &Log, step: &StoredStep, target: &mut Target, halves: Halves) -> Result<&'static str> {
    let Some(query) = &step.judged_by else { return Ok("not applied") };
    let ask = |target: &mut Target| -> Result<&'static str> {
        let state = target.ask::<1>(query)?.into_iter().next().and_then(|[state]| state).unwrap_or_default();
        Ok(["applied", "half applied"].into_iter().find(|known| *known == state).unwrap_or("not applied"))
    };
    let state = ask(target)?;
    let Some(mend) = step.mended_by.as_ref().filter(|_| state == "half applied" && halves == Halves::Mended) else {
        return Ok(state);
    };
    log.event("mended", Some(step.stage), Some(step.step), &format!("an earlier try left half of it: {mend}"))?;
    log.flush()?;
    target.run(mend, &mut |look| log.step_looked_at(step.step, look))??;
    ask(target)
}

/// How much of a deployment the target has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Nothing.
    Nothing,
    /// Its first stages.
    Part,
    /// All.
    All,
    /// It can't be told.
    Unknown,
}

/// How much of it the target has, as recorded.
pub fn reached(stages: &[Stage]) -> Reached {
    let applied = stages.iter().filter(|stage| stage.is_applied()).count();
    if stages.iter().any(|stage| stage.state == "unknown") {
        Reached::Unknown
    } else if applied == stages.len() {
        Reached::All
    } else if applied == 0 && !stages.iter().any(|stage| stage.state == "half applied") {
        Reached::Nothing
    } else {
        Reached::Part
    }
}

/// What the record says the target is.
pub struct Known {
    catalog: Option<Catalog>,
    /// Did somebody read it as the deployment left it? Else it is what was there before, with what the deployment has done since.
    exact: bool,
}

impl Known {
    /// As it is recorded now; a session that begins to work on the deployment takes that away.
    pub fn of(stored: &Stored) -> Result<Self> {
        let id = stored.deployment_id;
        let untouched = stored.stages.is_empty() || reached(&stored.stages) == Reached::Nothing;
        let after = if untouched { None } else { Log::catalog(id, "catalog_after")? };
        Ok(match after {
            Some(after) => Self { catalog: Some(after), exact: true },
            None => Self { catalog: Log::catalog(id, "catalog_before")?, exact: untouched },
        })
    }

    /// The deployment has gone on since, and nobody has read what it left.
    pub fn went_on(&mut self) {
        self.exact = false;
    }

    /// Errors where the target is not that: somebody else changed it, and the error names the objects. Where nobody could read what
    /// the deployment left, what its statements name is not judged.
    pub fn check(&self, stored: &Stored, now: &Catalog, options: &Options) -> Result<()> {
        let Some(known) = &self.catalog else { return Ok(()) };
        let options = options.between_readers();
        let comparison = Comparison::new(known, now, &options)?;
        let rows = comparison.rows();
        // What a statement makes on the way, only statements name.
        let is_named = |name: &str| stored.steps.iter().any(|step| step.statement.contains(name));
        let follows = if self.exact { BTreeSet::new() } else { followers(&comparison, stored, now) };
        let is_ours = |row: &ChangeRow| is_named(&row.object_name) || follows.contains(&row.object_identity);
        let others = rows.iter().filter(|row| self.exact || !is_ours(row));
        let moved: Vec<String> =
            others.map(|row| format!("{} {} ({})", row.object_type, row.object_identity, row.action)).collect();
        if moved.is_empty() { Ok(()) } else { Err(has_moved(stored, &moved)) }
    }
}

/// What is printed otherwise because it names what the deployment has renamed, such as views.
fn followers(comparison: &Comparison<'_>, stored: &Stored, now: &Catalog) -> BTreeSet<String> {
    let renames: Vec<&StoredStep> = stored.steps.iter().filter(|step| step.action == "rename").collect();
    let is_renamed = |id: &ObjectId| {
        let end = format!(" TO {}", quote(id.last()));
        renames.iter().any(|step| step.statement.ends_with(&end))
    };
    let altered = comparison.differences().iter().filter(|(_, difference)| matches!(difference, Difference::Alter(_)));
    let objects = altered.filter_map(|(id, _)| now.get(id));
    objects.filter(|object| object.depends.iter().any(is_renamed)).map(Object::identity).collect()
}

/// The error that names these objects.
fn has_moved(stored: &Stored, moved: &[String]) -> Failure {
    const SHOWN: usize = 10;
    let shown: Vec<&str> = moved.iter().take(SHOWN).map(String::as_str).collect();
    let more = moved.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    let code = PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE;
    // Where it had not begun, there was only a plan.
    if stored.stages.iter().all(|stage| stage.state == "planned") {
        return Failure::new(code, "the target is no longer what the plan was made for")
            .detail(format!("Since then somebody changed {}{more}.", shown.join("; ")))
            .hint("Compare anew: the plan has to be another one.");
    }
    Failure::new(code, format!("the target is no longer what deployment {} left", stored.deployment_id))
        .detail(format!("Somebody else changed {}{more}.", shown.join("; ")))
        .hint("Take that back, or compare anew and deploy what differs: SELECT * FROM pgdiff.plan(…).")
}
