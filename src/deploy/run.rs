//! Running the stages of a stored deployment, over a connection of its own or in the caller's session.
//!
//! A stage that runs in a transaction is whole or not at all. Before it commits, the number of its transaction is recorded, so that who
//! comes later can ask the target what became of it (`pg_xact_status`), whoever died meanwhile. Locks are taken before anything else.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use pgdiff_engine::deployment::{self, StoredStep};
use pgdiff_engine::ident::{dollar, literal};
use pgdiff_engine::options::Options;
use pgdiff_engine::script::SETTINGS;
use pgrx::prelude::*;

use super::judge::{Halves, state_of};
use super::log::{Log, Stage};
use super::target::{Look, Ran, Target};
use crate::endpoint::{Pinned, sleep};
use crate::error::{Failure, Result};
use crate::procedure::with_snapshot;
use crate::subtransaction::{Subtransaction, attempt};

/// How long a statement waits for a lock where the options don't say: what waits keeps everybody behind it waiting.
const LOCK_TIMEOUT: &str = "2s";

/// How often a stage that can't get its locks tries again where the options don't say.
const RETRIES: u32 = 10;

/// A deployment at work.
pub struct Run<'a> {
    /// Where it is recorded.
    pub log: Log,
    /// All its steps.
    pub steps: &'a [StoredStep],
    /// How it runs.
    pub options: &'a Options,
    /// Whom the statement at work was last seen waiting for.
    blockers: RefCell<Option<String>>,
    /// Was COMMIT sent, and not answered yet?
    commits: Cell<bool>,
}

/// Why it stopped.
pub struct Stopped {
    /// What went wrong.
    pub failure: Failure,
    /// Is it unknown what became of the stage?
    pub unknown: bool,
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self { failure, unknown: false }
    }
}

/// The outer error is that nothing can be recorded any more, or that the caller's session is to stop.
type Tried = Result<std::result::Result<(), Stopped>>;

/// When the target is checked. What runs outside of transactions can't be checked under a lock: none would outlast the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Before the first stage, which takes its locks itself.
    Unlocked,
    /// In the transaction with which the run begins, under its locks, if it has any.
    UnderFirstLocks,
    /// In the first transaction that locks something, behind stages that did not.
    UnderLaterLocks,
}

/// What is checked before the first stage, and under the locks of the first transaction.
pub type Check<'a> = &'a mut dyn FnMut(&mut Target, Moment) -> Result<()>;

/// A check whose moment has come.
type Locked<'a> = &'a mut dyn FnMut(&mut Target) -> Result<()>;

impl<'a> Run<'a> {
    /// A deployment that is recorded there.
    pub fn new(log: Log, steps: &'a [StoredStep], options: &'a Options) -> Self {
        Self { log, steps, options, blockers: RefCell::new(None), commits: Cell::new(false) }
    }

    /// Runs these stages over the connection, from the first that is not applied.
    pub fn stages(&self, target: &mut Target, stages: &[Stage], check: Check<'_>) -> Tried {
        let mut moment = Some(Moment::UnderFirstLocks);
        for stage in stages.iter().filter(|stage| !stage.is_applied()) {
            let again = stage.state != "planned";
            let done = if stage.in_transaction {
                // What locks nothing may be checked, but not under a lock: that is left to the next one which does.
                let has_locks = !deployment::locks(&self.of(stage)).is_empty();
                let now = moment.filter(|moment| has_locks || *moment == Moment::UnderFirstLocks);
                if now.is_some() {
                    moment = (!has_locks).then_some(Moment::UnderLaterLocks);
                }
                self.with_retries(target, stage, &mut |run, target| match now {
                    Some(moment) => run.transaction(target, stage, Some(&mut |target| check(target, moment))),
                    None => run.transaction(target, stage, None),
                })?
            } else {
                if moment == Some(Moment::UnderFirstLocks) {
                    let mut check = |target: &mut Target| check(target, Moment::Unlocked);
                    if let Err(failure) = without_trace(target, &mut check, ("BEGIN", "ROLLBACK"))? {
                        return Ok(Err(failure.into()));
                    }
                    moment = Some(Moment::UnderLaterLocks);
                }
                let mut again = again;
                self.with_retries(target, stage, &mut |run, target| {
                    let done = run.outside(target, stage, again);
                    again = true;
                    done
                })?
            };
            if let Err(stopped) = done {
                return Ok(Err(stopped));
            }
        }
        Ok(Ok(()))
    }

    fn with_retries(&self, target: &mut Target, stage: &Stage, run: &mut dyn FnMut(&Self, &mut Target) -> Tried) -> Tried {
        let retries = self.options.retries.unwrap_or(RETRIES);
        let mut tries = 0;
        loop {
            let stopped = match run(self, target) {
                Ok(Ok(())) => return Ok(Ok(())),
                Ok(Err(stopped)) => stopped,
                // What ends the caller's session ends the stage: it is taken back, unless COMMIT was sent.
                Err(failure) => {
                    let is_taken_back = stage.in_transaction && !self.commits.get();
                    if is_taken_back {
                        target.leave();
                    }
                    self.log.stage(stage.stage, if is_taken_back { "failed" } else { "unknown" }, None)?;
                    return Err(failure);
                }
            };
            if stopped.unknown {
                self.log.stage(stage.stage, "unknown", None)?;
                return Ok(Err(stopped));
            }
            self.log.stage(stage.stage, "failed", None)?;
            if !is_about_locks(&stopped.failure) || tries >= retries {
                self.log.event("failed", Some(stage.stage), None, &stopped.failure.told())?;
                return Ok(Err(stopped));
            }
            let pause = Duration::from_millis(100 << tries.min(8)).min(Duration::from_secs(30));
            tries += 1;
            let message =
                format!("{}; trying again in {:.1} s ({tries} of {retries})", stopped.failure.told(), pause.as_secs_f64());
            self.log.event("retry", Some(stage.stage), None, &message)?;
            self.log.flush()?;
            notice!("stage {}: {message}", stage.stage);
            attempt(|| {
                sleep_for(pause);
                Ok(())
            })??;
        }
    }

    fn of(&self, stage: &Stage) -> Vec<&StoredStep> {
        self.steps.iter().filter(|step| step.stage == stage.stage).collect()
    }

    /// A stage that is one transaction.
    fn transaction(&self, target: &mut Target, stage: &Stage, check: Option<Locked<'_>>) -> Tried {
        let steps = self.of(stage);
        self.log.stage(stage.stage, "running", None)?;
        let begin = self
            .options
            .isolation
            .map_or_else(|| "BEGIN".to_owned(), |level| format!("BEGIN ISOLATION LEVEL {}", level.as_str()));
        let mut opening = vec![begin];
        opening.extend(self.timeouts().into_iter().map(|(name, value)| format!("SET LOCAL {name} = {}", literal(value))));
        for sql in opening {
            if let Err(failure) = target.quick(&sql)? {
                return Ok(Err(failure.into()));
            }
        }

        let locks = deployment::locks(&steps);
        let Some(first) = steps.first() else { return Ok(Ok(())) };
        self.log.step_begins(first.step)?;
        for lock in &locks {
            let locked = self.watched(target, first, lock)?;
            if let Err(failure) = locked {
                return Ok(Err(self.failed(target, first, failure, lock)?));
            }
        }
        if let Some(check) = check
            && let Err(failure) =
                without_trace(target, check, ("SAVEPOINT before_check", "ROLLBACK TO SAVEPOINT before_check"))?
        {
            return Ok(Err(failure.into()));
        }
        for step in &steps {
            self.announce(step);
            if step.step != first.step {
                self.log.step_begins(step.step)?;
            }
            match self.step(target, step)? {
                Ok(ran) => self.log.step_done(step.step, ran)?,
                Err(failure) => return Ok(Err(self.failed(target, step, failure, &step.doing())?)),
            }
        }
        // Nobody can tell afterwards what became of a COMMIT that was sent, but the target, by this number.
        let xid = target.ask::<1>("SELECT pg_catalog.pg_current_xact_id()::text")?.into_iter().next().and_then(|[xid]| xid);
        self.log.stage(stage.stage, "committing", xid.as_deref())?;
        self.log.flush()?;
        self.commits.set(true);
        let committed = target.run("COMMIT", &mut |_| Ok(()))?;
        self.commits.set(false);
        if let Err(failure) = committed {
            let unknown = !target.is_open();
            let what = "the changes of the stage could not be committed";
            let detail = failure.as_detail();
            let failure = failure.with_message(what).detail(detail);
            return Ok(Err(Stopped { failure, unknown }));
        }
        self.log.stage(stage.stage, "applied", None)?;
        self.log.flush()?;
        Ok(Ok(()))
    }

    /// A stage that the server runs outside of transactions only: one statement. `again`: somebody has tried before, and may have left
    /// half of it behind.
    fn outside(&self, target: &mut Target, stage: &Stage, again: bool) -> Tried {
        for step in self.of(stage) {
            if again && state_of(&self.log, step, target, Halves::Mended)? == "applied" {
                continue;
            }
            self.log.stage(stage.stage, "running", None)?;
            self.announce(step);
            self.log.step_begins(step.step)?;
            match self.step(target, step)? {
                Ok(ran) => self.log.step_done(step.step, ran)?,
                Err(failure) => {
                    let unknown = !target.is_open();
                    let stopped = self.failed(target, step, failure, &step.doing())?;
                    return Ok(Err(Stopped { unknown, ..stopped }));
                }
            }
        }
        self.log.stage(stage.stage, "applied", None)?;
        self.log.flush()?;
        Ok(Ok(()))
    }

    fn announce(&self, step: &StoredStep) {
        notice!("step {} of {}: {}", step.step, self.steps.len(), step.doing());
    }

    fn step(&self, target: &mut Target, step: &StoredStep) -> Result<Result<Ran>> {
        if step.remark {
            return Ok(Ok(Ran::default()));
        }
        self.watched(target, step, &sent(step))
    }

    /// Runs a statement on account of a step, and records what it is at.
    fn watched(&self, target: &mut Target, step: &StoredStep, sql: &str) -> Result<Result<Ran>> {
        self.blockers.replace(None);
        target.run(sql, &mut |look: &Look| {
            self.blockers.replace(look.blockers.clone());
            self.log.step_looked_at(step.step, look)
        })
    }

    /// Records that a step failed, and takes its transaction back. `doing`: what it was at.
    fn failed(&self, target: &mut Target, step: &StoredStep, failure: Failure, doing: &str) -> Result<Stopped> {
        let blockers = self.blockers.take().filter(|_| is_about_locks(&failure));
        let blocked = blockers.map(|blockers| format!(" It waited for {blockers}.")).unwrap_or_default();
        let message = format!("step {} failed: {}", step.step, failure.message());
        let detail = format!("It was to {doing}. {}", failure.detail_text());
        if target.is_open() && step.in_transaction {
            // A target that is gone by now takes it back by itself. It goes first: there may be no room to record anything before.
            let _rolled_back = target.quick("ROLLBACK")?;
        }
        self.log.step_failed(step.step, &failure)?;
        Ok(failure.with_message(message).detail(format!("{}{blocked}", detail.trim_end())).into())
    }

    fn timeouts(&self) -> Vec<(&'static str, &str)> {
        let lock_timeout = self.options.lock_timeout().unwrap_or(LOCK_TIMEOUT);
        let statement_timeout = self.options.statement_timeout.as_deref().unwrap_or("0");
        vec![("lock_timeout", lock_timeout), ("statement_timeout", statement_timeout)]
    }

    /// Runs everything in the caller's session, as one transaction, or nothing of it.
    pub fn here(&self, stages: &[Stage]) -> Tried {
        let [stage] = stages else {
            return Err(Failure::new(
                PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
                "the deployment takes more than one transaction",
            )
            .detail(format!("It has {} stages, and the option \"in_session\" allows one.", stages.len()))
            .hint("Deploy without \"in_session\", over a connection; or with the strategy \"transaction\"."));
        };
        if !stage.in_transaction {
            return Err(Failure::new(
                PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
                "the deployment can't run in a transaction",
            )
            .hint("Deploy without the option \"in_session\", over a connection."));
        }
        self.log.stage(stage.stage, "running", None)?;
        let steps = self.of(stage);

        let mut failed = None;
        let mut ran = Vec::new();
        {
            let subtransaction = Subtransaction::begin()?;
            let settings = SETTINGS.iter().map(|(name, value)| (*name, value.trim_matches('\'')));
            let pinned = Pinned::to(settings.chain(self.timeouts()))?;
            let locks = deployment::locks(&steps);
            let first = steps.first().copied();
            let work = first.into_iter().flat_map(|first| locks.iter().map(move |lock| (first, lock.clone(), false)));
            let work = work.chain(steps.iter().map(|step| (*step, sent(step), true)));
            for (step, sql, is_step) in work {
                check_for_interrupts!();
                if is_step {
                    self.announce(step);
                }
                if is_step && step.remark {
                    continue;
                }
                let start = std::time::Instant::now();
                let done = attempt(|| {
                    with_snapshot(|| Ok(Spi::connect_mut(|client| client.update(&sql, None, &[]).map(|table| table.len()))?))
                })?;
                match done {
                    Ok(_) if is_step => ran.push((step.step, start.elapsed())),
                    Ok(_) => {}
                    Err(failure) => {
                        failed = Some((step, failure));
                        break;
                    }
                }
            }
            drop(pinned);
            if failed.is_none() {
                subtransaction.release();
            }
        }
        for (step, took) in ran {
            self.log.step_done(step, Ran { took, ..Ran::default() })?;
        }
        match failed {
            None => {
                self.log.stage(stage.stage, "applied", None)?;
                Ok(Ok(()))
            }
            Some((step, failure)) => {
                self.log.stage(stage.stage, "failed", None)?;
                self.log.step_failed(step.step, &failure)?;
                let message = format!("step {} failed: {}", step.step, failure.message());
                Ok(Err(failure.with_message(message).into()))
            }
        }
    }
}

/// Checks between these two statements, which take back what reading a catalog sets for the session: timeouts, search_path, row_security.
fn without_trace(target: &mut Target, check: Locked<'_>, (begin, end): (&str, &str)) -> Result<Result<()>> {
    if let Err(failure) = target.quick(begin)? {
        return Ok(Err(failure));
    }
    check(target)?;
    target.quick(end)
}

/// The SQL of a step as it is sent: the caller's own may be several statements, whose rows nobody wants.
fn sent(step: &StoredStep) -> String {
    if step.object_type == "script" {
        return format!("DO LANGUAGE plpgsql {}", dollar(&format!("BEGIN EXECUTE {}; END", dollar(&step.statement))));
    }
    step.statement.clone()
}

/// Is it worth trying again?
fn is_about_locks(failure: &Failure) -> bool {
    use PgSqlErrorCode as Code;
    matches!(
        failure.sqlstate(),
        Code::ERRCODE_LOCK_NOT_AVAILABLE | Code::ERRCODE_T_R_DEADLOCK_DETECTED | Code::ERRCODE_T_R_SERIALIZATION_FAILURE
    )
}

fn sleep_for(pause: Duration) {
    let start = std::time::Instant::now();
    while start.elapsed() < pause {
        sleep(Duration::from_millis(50));
    }
}
