//! The way back: of all of a deployment or of what is applied of it, as a deployment of its own.

use std::collections::BTreeSet;

use pgdiff_engine::Options;
use pgdiff_engine::deployment::{StoredStep, stored as stored_steps};
use pgrx::prelude::*;
use serde_json::Value;

use super::judge::{self, Halves, Known, Reached, reached};
use super::log::{Log, Stored};
use super::target::Target;
use super::{Kept, again, begin, carry_out, check_way, of_stored, unknown};
use crate::call::Call;
use crate::error::{Failure, Result};

/// Takes back what was really applied, as a deployment of its own.
pub fn roll_back(id: i64, target: Option<&str>, given: Option<Value>, commits: bool) -> Result<i64> {
    let mut stored = Log::read(id)?;
    if matches!(stored.state.as_str(), "planned" | "refused" | "not applied" | "rolled back") {
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE,
            format!("deployment {id} is {}", stored.state),
        )
        .detail("There is nothing to take back."));
    }
    let original = of_stored(&stored, target)?;
    let log = Log { id, commits };
    let mut now = again(&original)?;
    if !original.options.in_session && stored.state != "applied" {
        let mut target = Target::connect(&original.endpoint, &format!("pgdiff rollback of {id}"))?;
        judge::judge(&log, &mut target, &mut stored, Halves::Stay)?;
        Known::of(&stored)?.check(&stored, &now, &original.options)?;
        judge::judge(&log, &mut target, &mut stored, Halves::Mended)?;
        now = again(&original)?;
    } else {
        Known::of(&stored)?.check(&stored, &now, &original.options)?;
    }
    match reached(&stored.stages) {
        Reached::Unknown => return Err(unknown(&stored)),
        Reached::Nothing => {
            log.ends("not applied", None)?;
            notice!("nothing of deployment {id} is applied: there is nothing to take back");
            return Ok(id);
        }
        Reached::All | Reached::Part => {}
    }
    let options = options_of_rollback(&stored.options, given);
    let parsed = Options::parse(&options)?.between_states();
    let source_name = format!("deployment {id}, before");
    let call = Call {
        endpoint: original.endpoint,
        target: now,
        source: original.target,
        source_name,
        options: parsed,
        given: options,
    };
    check_way(&call.options, &call.endpoint, commits)?;
    let whole = reached(&stored.stages) == Reached::All;
    let purged: Vec<&StoredStep> = stored.steps.iter().filter(|step| stored.purged.contains(&step.step)).collect();
    for step in purged.iter().filter(|step| step.object_type != "schema") {
        let object = format!("{} {}", step.object_type, step.object_identity);
        warning!("{object} comes back without its rows or values: purge_dropped() removed what was kept of it");
    }
    let (steps, back) = if !purged.is_empty() {
        planned_anew(&call)?
    } else if whole {
        (stored.rollback_plan.clone(), stored.steps.clone())
    } else {
        halves(&call, &stored)?
    };
    let own = ran(&stored).filter(|step| step.object_type == "script");
    let own = own.map(|step| format!("what the option \"{}\" did is not taken back", step.object_identity));
    let lost: BTreeSet<String> = steps.iter().filter_map(what_stays_lost).chain(own).collect();
    for lost in lost {
        warning!("{lost}");
    }
    let script = |steps: &[StoredStep]| steps.iter().map(|step| format!("{};\n", step.statement)).collect::<String>();
    let kept = Kept {
        forward: &steps,
        backward: &back,
        script: &script(&steps),
        rollback_script: &script(&back),
        rollback_of: Some(id),
    };
    let rollback = begin(&call, &kept, commits)?;
    log.event("rollback", None, None, &format!("deployment {} takes it back", rollback.id))?;
    carry_out(&call, rollback, Log::read(rollback.id)?)?;
    Ok(rollback.id)
}

/// What a step of the rollback does not bring back.
fn what_stays_lost(step: &StoredStep) -> Option<String> {
    let object = format!("{} {}", step.object_type, step.object_identity);
    match step.reversibility.as_str() {
        "lossless" => None,
        "irreversible" => Some(format!("{object} can't be brought back exactly")),
        _ if step.loses.is_empty() => Some(format!("{object} comes back without its rows or values")),
        _ => Some(format!("{} come back without their rows or values", step.loses.join(", "))),
    }
}

/// The steps of the stages that are applied.
fn ran(stored: &Stored) -> impl Iterator<Item = &StoredStep> {
    let is_applied = |step: &&StoredStep| stored.stages.iter().any(|stage| stage.stage == step.stage && stage.is_applied());
    stored.steps.iter().filter(is_applied)
}

/// The way back from half a deployment: what was done differs from case to case, so it is found by comparing.
fn halves(call: &Call, stored: &Stored) -> Result<(Vec<StoredStep>, Vec<StoredStep>)> {
    // What is set aside holds rows that a comparison knows nothing of.
    let aside = call.target.objects().find(|object| object.id.name.iter().any(|name| name.contains(" (pgdiff old)")));
    let kept = keeping(ran(stored));
    let found = match aside {
        None if kept.is_empty() => Some(planned_anew(call)?),
        None => brought_back(call, stored, &kept)?,
        Some(_) => None,
    };
    let id = stored.deployment_id;
    found.ok_or_else(|| {
        Failure::new(
            PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE,
            format!("half of deployment {id} can't be taken back"),
        )
        .detail("It has moved rows out of the way which only its end brings to their place.")
        .hint(format!("CALL pgdiff.resume({id}) first, then CALL pgdiff.rollback({id})."))
    })
}

/// The statements that keep what is dropped.
fn keeping<'a>(steps: impl IntoIterator<Item = &'a StoredStep>) -> BTreeSet<&'a str> {
    steps.into_iter().filter(|step| step.purged_by.is_some()).map(|step| step.statement.as_str()).collect()
}

/// The way back of a plan that would have made what is there now, and would have kept just what was kept; nothing where it is another one.
fn brought_back(call: &Call, stored: &Stored, kept: &BTreeSet<&str>) -> Result<Option<(Vec<StoredStep>, Vec<StoredStep>)>> {
    let mut options = call.given.clone();
    if let (Some(options), Some(schema)) = (options.as_object_mut(), stored.options.get("keep_dropped")) {
        options.insert("keep_dropped".to_owned(), schema.clone());
    }
    let plan = call.exchanged(&Options::parse(&options)?)?;
    let forward = stored_steps(&plan.forward, &call.options);
    if keeping(&forward) != *kept {
        return Ok(None);
    }
    Ok(Some((stored_steps(&plan.backward, &call.options), forward)))
}

/// The way back from what is there now, and from there forward again.
fn planned_anew(call: &Call) -> Result<(Vec<StoredStep>, Vec<StoredStep>)> {
    let plan = call.plan()?;
    Ok((stored_steps(&plan.forward, &call.options), stored_steps(&plan.backward, &call.options)))
}

/// Its own guards, and otherwise what was compared.
fn options_of_rollback(stored: &Value, given: Option<Value>) -> Value {
    const OWN: [&str; 9] =
        ["allow", "max_drops", "max_statements", "pre_script", "post_script", "keep_dropped", "renames", "schema_map", "drop"];
    let mut options = stored.as_object().cloned().unwrap_or_default();
    if let Some(Value::String(kept)) = options.get("keep_dropped").cloned() {
        // What is kept there is not compared.
        let excluded = options.entry("exclude_schemas").or_insert_with(|| Value::Array(Vec::new()));
        if let Some(excluded) = excluded.as_array_mut() {
            excluded.push(Value::String(kept));
        }
    }
    options.retain(|key, _| !OWN.contains(&key.as_str()));
    if let Some(Value::Object(given)) = given {
        options.extend(given);
    }
    Value::Object(options)
}
