//! Running the steps of a plan: a rehearsal takes them back again, a deployment keeps them and the record of them.
//!
//! A deployment is stored before it begins ([`store`]), and what is stored is what runs: at once, later, again, or back.

mod aftercare;
mod judge;
mod keeping;
mod log;
mod rehearsal;
mod rollback;
mod run;
mod target;
mod transaction;
mod verify;

use pgdiff_engine::checklist::Status;
use pgdiff_engine::compare::ChangeRow;
use pgdiff_engine::deployment::{StoredStep, refusal, stored as stored_steps};
use pgdiff_engine::script::Direction;
use pgdiff_engine::{Catalog, Comparison, Options};
use pgrx::prelude::*;
use serde_json::{Map, Value};

use crate::call::Call;
use crate::endpoint::{self, Endpoint};
use crate::error::{Failure, Result};
use crate::procedure::with_snapshot;
use crate::subtransaction::attempt;
pub use aftercare::aftercare;
use judge::{Halves, Known, Reached, reached};
pub use keeping::{grant, purge_deployments, purge_dropped};
pub use log::{Log, Stored};
use log::{New, Texts};
pub use rehearsal::{Outcome, Rehearsed, Sides, rehearse};
pub use rollback::roll_back;
use run::{Moment, Run, Stopped};
use target::Target;
pub use verify::{Found, verify};

/// Stores a plan with everything that carrying it out takes.
pub fn store(call: &Call, commits: bool) -> Result<Log> {
    if !call.endpoint.is_database() {
        return Err(target::not_deployable(&call.endpoint));
    }
    if call.options.reveal_secrets {
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
            "a deployment with the option \"secrets\" set to \"reveal\" can't be recorded",
        )
        .detail("The record would hold the secrets.")
        .hint("Deploy without it, and set passwords by hand; or run pgdiff.script() with psql."));
    }
    let plan = call.weighed()?;
    let forward = stored_steps(&plan.forward, &call.options);
    let without_own = Options { pre_script: None, post_script: None, ..call.options.clone() };
    let backward = stored_steps(&plan.backward, &without_own);
    let (script, rollback_script) = (call.rendered(&plan, Direction::Deploy), call.rendered(&plan, Direction::Rollback));
    begin(
        call,
        &Kept { forward: &forward, backward: &backward, script: &script, rollback_script: &rollback_script, rollback_of: None },
        commits,
    )
}

/// What is kept of a plan.
struct Kept<'a> {
    forward: &'a [StoredStep],
    backward: &'a [StoredStep],
    script: &'a str,
    rollback_script: &'a str,
    rollback_of: Option<i64>,
}

fn begin(call: &Call, kept: &Kept<'_>, commits: bool) -> Result<Log> {
    let between = call.options.between_readers();
    let new = New {
        source: &call.source_name,
        target: &call.endpoint.name(),
        options: &call.given,
        rollback_of: kept.rollback_of,
        pgdiff_version: env!("CARGO_PKG_VERSION"),
        source_version: call.source.origin.server_version_num,
        target_version: call.target.origin.server_version_num,
        target_database: &call.target.origin.database,
        source_fingerprint: &Comparison::fingerprint(&call.source, &between)?,
        fingerprint_before: &Comparison::fingerprint(&call.target, &between)?,
        plan: kept.forward,
        rollback_plan: kept.backward,
    };
    let texts =
        Texts { script: kept.script, rollback_script: kept.rollback_script, source: &call.source, before: &call.target };
    Log::begin(&new, &texts, commits)
}

/// Compares, stores and carries out.
pub fn deploy(call: &Call, commits: bool) -> Result<i64> {
    check_way(&call.options, &call.endpoint, commits)?;
    let log = store(call, commits)?;
    carry_out(call, log, Log::read(log.id)?)?;
    Ok(log.id)
}

/// Carries out what was stored before, or goes on with it. `given` may add what the guards allow, and how it runs: that is recorded as
/// well, with who gave it.
pub fn deploy_stored(id: i64, target: Option<&str>, given: Option<Value>, commits: bool) -> Result<()> {
    let mut stored = Log::read(id)?;
    let given = of_a_run(given)?;
    let begins = matches!(stored.state.as_str(), "planned" | "refused");
    if !begins && !may_go_on(&stored)? {
        return Ok(());
    }
    // What somebody gave who was refused does not count for the next one.
    let given_before = if begins { None } else { stored.options_given.take() };
    let mut all = given_before.and_then(|given| given.as_object().cloned()).unwrap_or_default();
    all.extend(given.clone());
    stored.options_given = Some(Value::Object(all));
    let call = of_stored(&stored, target)?;
    check_way(&call.options, &call.endpoint, commits)?;
    let log = Log { id, commits };
    log.options_given(stored.options_given.as_ref())?;
    if !given.is_empty() {
        log.event("options", None, None, &format!("given besides: {}", Value::Object(given)))?;
    }
    log.flush()?;
    if begins { carry_out(&call, log, stored) } else { go_on(&call, log, stored) }
}

/// The options that a stored plan takes when it runs: the others made it what it is. Errors (22023) for those.
fn of_a_run(given: Option<Value>) -> Result<Map<String, Value>> {
    const OWN: [&str; 9] = [
        "allow",
        "max_drops",
        "max_statements",
        "lock_timeout",
        "statement_timeout",
        "retries",
        "isolation",
        "probe_timeout",
        "in_session",
    ];
    let Some(given) = given else { return Ok(Map::new()) };
    Options::parse(&given)?;
    let given = given.as_object().cloned().unwrap_or_default();
    match given.keys().find(|key| !OWN.contains(&key.as_str())) {
        None => Ok(given),
        Some(other) => Err(Failure::new(
            PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
            format!("option \"{other}\" can't be given to a stored deployment"),
        )
        .detail("Its plan was made with the options that it was stored with.")
        .hint(format!("Options of a run are {}. For others, make another plan.", OWN.join(", ")))),
    }
}

/// May it run like this?
fn check_way(options: &Options, endpoint: &Endpoint, commits: bool) -> Result<()> {
    if options.in_session {
        if *endpoint != Endpoint::Current {
            return Err(Failure::new(
                PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
                "option \"in_session\" is for the target \"current\" only",
            ));
        }
        let record = if commits {
            ""
        } else {
            " The record is part of the transaction that is open: if that is rolled back, nothing tells of the deployment."
        };
        notice!(
            "deploying in this session, as one transaction: other sessions see no progress, and nothing is built concurrently.{record}"
        );
        return Ok(());
    }
    if commits {
        return Ok(());
    }
    Err(Failure::new(PgSqlErrorCode::ERRCODE_ACTIVE_SQL_TRANSACTION, "a deployment cannot run inside a transaction block")
        .detail("Its record is committed as it goes, and its statements run over a connection of its own, which would wait for this transaction.")
        .hint("CALL it outside of transaction blocks and functions, or with the option \"in_session\"."))
}

/// The call that a stored plan was made for.
fn of_stored(stored: &Stored, target: Option<&str>) -> Result<Call> {
    let id = stored.deployment_id;
    if let Some(step) = stored.steps.iter().chain(&stored.rollback_plan).find(|step| !step.is_as_stored()) {
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_DATA_CORRUPTED,
            format!("the record of deployment {id} was tampered with"),
        )
        .detail(format!("The hash of step {} ({}) is not that of its statement.", step.step, step.doing()))
        .hint("Nothing of it is run: compare anew."));
    }
    let endpoint = target_of(stored, target)?;
    let mut options = stored.options.clone();
    if let (Some(options), Some(Value::Object(given))) = (options.as_object_mut(), &stored.options_given) {
        options.extend(given.clone());
    }
    let parsed = Options::parse(&options)?;
    let catalog = |column| {
        Log::catalog(id, column)?
            .ok_or_else(|| Failure::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, "the record has no catalog"))
    };
    Ok(Call {
        endpoint,
        target: catalog("catalog_before")?,
        source: catalog("source_catalog")?,
        source_name: stored.source.clone(),
        options: parsed,
        given: options,
    })
}

/// The target of a record; a connection string must be given again where it had a password.
fn target_of(stored: &Stored, given: Option<&str>) -> Result<Endpoint> {
    let Some(given) = given else { return Endpoint::parse(&stored.target) };
    let endpoint = Endpoint::parse(given)?;
    if endpoint.name() == stored.target {
        return Ok(endpoint);
    }
    Err(Failure::new(
        PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
        format!("deployment {} has another target", stored.deployment_id),
    )
    .detail(format!("Its target is {}, and not {}.", stored.target, endpoint.name())))
}

/// Refuses what the guards of the options do not let through.
fn guard(call: &Call, stored: &Stored) -> Result<()> {
    let way_back = stored.rollback_of.is_some();
    let mut refusal = refusal(&stored.steps, &call.options);
    let failing = with_snapshot(|| call.checklist())?.into_iter().filter(|row| row.status == Status::Fail);
    // Whoever goes back was asked on the way forward.
    // What keep_dropped kept is written back before the column takes no more nulls.
    let written_back = |object: Option<&(&str, String)>| {
        object.is_some_and(|(object_type, identity)| stored.steps.iter().any(|step| step.fills(object_type, identity)))
    };
    let failing: Vec<_> = failing.filter(|row| !way_back || row.area == "data" && !written_back(row.object.as_ref())).collect();
    refusal.findings.extend(failing.iter().map(|row| {
        let object = row.object.as_ref().map(|(kind, identity)| format!("{kind} {identity}: ")).unwrap_or_default();
        format!("The checklist fails: {object}{}.", row.finding.trim_end_matches('.'))
    }));
    if refusal.findings.is_empty() {
        return Ok(());
    }
    let id = stored.deployment_id;
    let mut hints = Vec::new();
    if !refusal.hazards.is_empty() {
        // Those that are named already have to be named again.
        let codes: Vec<String> =
            call.options.allow.union(&refusal.hazards).map(|hazard| format!("\"{}\"", hazard.code())).collect();
        let call = match stored.rollback_of {
            Some(of) => format!("CALL pgdiff.rollback({of}, options => '{{\"allow\": [{}]}}')", codes.join(", ")),
            None => format!("CALL pgdiff.deploy(deployment_id => {id}, options => '{{\"allow\": [{}]}}')", codes.join(", ")),
        };
        hints.push(format!(
            "Look at SELECT * FROM pgdiff.deployment_step WHERE deployment_id = {id}; if it is what you want, {call}."
        ));
    }
    if !refusal.limits.is_empty() {
        hints.push(format!("Raise {}, if that many are right.", refusal.limits.join(" and ")));
    }
    if !failing.is_empty() {
        hints.push("pgdiff.checklist() shows what to do about what fails there.".to_owned());
    }
    let what = if way_back { "rollback" } else { "deployment" };
    Err(Failure::new(
        PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE,
        format!("{what} {id} is refused, and nothing was changed"),
    )
    .detail(refusal.findings.join(" "))
    .hint(hints.join(" ")))
}

/// From the guards to the verification.
fn carry_out(call: &Call, log: Log, stored: Stored) -> Result<()> {
    if let Err(failure) = guard(call, &stored) {
        log.ends("refused", Some(&failure))?;
        return Err(failure);
    }
    let mut known = Known::of(&stored)?;
    if let Some(statements) = with_snapshot(|| aftercare::statements_before(&stored, &mut call.asker()?))? {
        log.statements_before(&statements)?;
    }
    let run = Run::new(log, &stored.steps, &call.options);
    let ended = if stored.stages.is_empty() {
        log.runs(None, "started")?;
        known.check(&stored, &again(call)?, &call.options).map(|()| Ok(()))
    } else if call.options.in_session {
        target::lock_here()?;
        log.runs(None, "started")?;
        again(call).and_then(|now| known.check(&stored, &now, &call.options)).and_then(|()| run.here(&stored.stages))
    } else {
        let connected = Target::connect(&call.endpoint, &format!("pgdiff deployment {}", log.id));
        match connected {
            Ok(mut target) => {
                log.runs(Some(target.pid), "started")?;
                run.stages(&mut target, &stored.stages, &mut |target, moment| check(call, &stored, &mut known, target, moment))
            }
            Err(failure) => Err(failure),
        }
    };
    finish(call, log, stored.rollback_of, ended)
}

/// Errors where the target is not what the record says, read over the connection that the steps run on.
fn check(call: &Call, stored: &Stored, known: &mut Known, target: &mut Target, moment: Moment) -> Result<()> {
    if moment == Moment::UnderLaterLocks {
        known.went_on();
    }
    let now = target.catalog(&call.target.origin, &call.options)?;
    known.check(stored, &now, &call.options)
}

/// Reads the target once more.
fn again(call: &Call) -> Result<Catalog> {
    attempt(|| with_snapshot(|| endpoint::read_once_more(&call.endpoint, call.options.reading_to_keep())))?
}

/// Records how it ended, and what the target is now.
fn finish(call: &Call, log: Log, rollback_of: Option<i64>, ended: Result<std::result::Result<(), Stopped>>) -> Result<()> {
    let stopped = match ended {
        Ok(Ok(())) => None,
        Ok(Err(stopped)) => Some(stopped),
        Err(failure) => Some(failure.into()),
    };
    let Some(mut stopped) = stopped else { return applied(call, log, rollback_of) };
    let mut stored = Log::read(log.id)?;
    if stopped.unknown && log.commits {
        // The target may be there again: then it says itself what became of it.
        for _ in 0..CONNECTION_TRIES {
            if let Ok(mut target) = Target::connect(&call.endpoint, &format!("pgdiff deployment {}", log.id)) {
                judge::judge(&log, &mut target, &mut stored, Halves::Stay)?;
                break;
            }
            endpoint::sleep(std::time::Duration::from_secs(1));
        }
        stopped.unknown = reached(&stored.stages) == Reached::Unknown;
    }
    let reached = reached(&stored.stages);
    if reached != Reached::Unknown
        && reached != Reached::Nothing
        && let Ok(now) = again(call)
        // What somebody else changed meanwhile is not what it left.
        && Known::of(&stored)?.check(&stored, &now, &call.options).is_ok()
    {
        log.after(&now, &call.options.between_readers(), None)?;
    }
    let count = stored.stages.iter().filter(|stage| stage.is_applied()).count();
    let id = log.id;
    let (state, hint) = match reached {
        Reached::Unknown => (
            "unknown",
            format!(
                "Look when the target is there again: SELECT * FROM pgdiff.verify({id}) asks it what became of the last stage; CALL pgdiff.resume({id}) goes on from there."
            ),
        ),
        Reached::Nothing => (
            "failed",
            format!("The target is as it was before. Remove the cause, then CALL pgdiff.resume({id}), or compare anew."),
        ),
        Reached::All => ("failed", format!("All of it is applied: CALL pgdiff.resume({id}) verifies it.")),
        Reached::Part => (
            "failed",
            format!(
                "The target is as {count} of {} stages left it. CALL pgdiff.resume({id}) goes on from there, CALL pgdiff.rollback({id}) takes them back.",
                stored.stages.len()
            ),
        ),
    };
    let failure = stopped.failure;
    let own = failure.hint_text().to_owned();
    let failure = failure.hint(if own.is_empty() { hint } else { format!("{own} {hint}") });
    log.ends(state, Some(&failure))?;
    let message = format!("deployment {id}: {}", failure.message());
    Err(failure.with_message(message))
}

/// How often is tried to reach a target that was lost, once a second.
const CONNECTION_TRIES: u32 = 5;

/// Verifies what was applied, and records it.
fn applied(call: &Call, log: Log, rollback_of: Option<i64>) -> Result<()> {
    let now = again(call)?;
    let left = Comparison::new(&now, &call.source, &call.options)?.rows();
    log.after(&now, &call.options.between_readers(), Some(left.is_empty()))?;
    let id = log.id;
    let (what, wanted) = match rollback_of {
        Some(of) => (format!("rollback {id} is applied"), format!("what it was before deployment {of}")),
        None => (format!("deployment {id} is applied"), "identical with the source".to_owned()),
    };
    if let Some(of) = rollback_of {
        Log { id: of, commits: log.commits }.rolled_back(id)?;
    }
    log.ends("applied", None)?;
    if left.is_empty() {
        notice!("{what}, and the target is {wanted}");
        return Ok(());
    }
    let shown: Vec<String> = left.iter().take(10).map(told).collect();
    warning!("{what}, but the target is not {wanted}: {} differences are left: {}", left.len(), shown.join("; "));
    Ok(())
}

fn told(row: &ChangeRow) -> String {
    format!("{} {} {}", row.action, row.object_type, row.object_identity)
}

/// Goes on with a deployment that stopped, behind its last committed stage.
pub fn resume(id: i64, target: Option<&str>, commits: bool) -> Result<()> {
    let stored = Log::read(id)?;
    if !may_go_on(&stored)? {
        return Ok(());
    }
    let call = of_stored(&stored, target)?;
    check_way(&call.options, &call.endpoint, commits)?;
    go_on(&call, Log { id, commits }, stored)
}

/// Is there something to go on with? Errors (55000) where there can't be.
fn may_go_on(stored: &Stored) -> Result<bool> {
    let id = stored.deployment_id;
    match stored.state.as_str() {
        "applied" => {
            notice!("deployment {id} is applied already");
            Ok(false)
        }
        "running" | "failed" | "unknown" | "not applied" => Ok(true),
        state => {
            Err(Failure::new(PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE, format!("deployment {id} is {state}"))
                .hint("Compare anew, and deploy what differs."))
        }
    }
}

fn go_on(call: &Call, log: Log, mut stored: Stored) -> Result<()> {
    if call.options.in_session {
        return carry_out(call, log, stored);
    }
    let mut target = Target::connect(&call.endpoint, &format!("pgdiff deployment {}", log.id))?;
    judge::judge(&log, &mut target, &mut stored, Halves::Stay)?;
    if reached(&stored.stages) == Reached::Unknown {
        return Err(unknown(&stored));
    }
    // Before anything is recorded, so that the record stays what it is; and again under the locks of the first transaction.
    let mut known = Known::of(&stored)?;
    known.check(&stored, &again(call)?, &call.options)?;
    log.runs(Some(target.pid), "resumed")?;
    let run = Run::new(log, &stored.steps, &call.options);
    let ended = run.stages(&mut target, &stored.stages, &mut |target, moment| check(call, &stored, &mut known, target, moment));
    drop(target);
    finish(call, log, stored.rollback_of, ended)
}

/// The error where even the target can't tell.
fn unknown(stored: &Stored) -> Failure {
    let stage = stored.stages.iter().find(|stage| stage.state == "unknown");
    let (number, xid) = stage.map_or((0, ""), |stage| (stage.stage, stage.xid.as_deref().unwrap_or("unknown")));
    Failure::new(
        PgSqlErrorCode::ERRCODE_TRANSACTION_RESOLUTION_UNKNOWN,
        format!("what became of stage {number} of deployment {} can't be told", stored.deployment_id),
    )
    .detail(format!("It was transaction {xid} of the target, which does not remember so old a one."))
    .hint("Compare anew: pgdiff.compare() shows what the target lacks, and pgdiff.plan() what is to be done.")
}
