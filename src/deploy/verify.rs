//! What became of a deployment, asked of the target itself, and what differs now.

use pgdiff_engine::Comparison;
use pgdiff_engine::compare::ChangeRow;
use pgdiff_engine::ident::literal;
use pgrx::prelude::*;

use super::judge::{self, Halves, Reached, reached};
use super::log::{Log, Stored};
use super::target::Target;
use super::{again, of_stored, told, unknown};
use crate::call::Call;
use crate::error::{Failure, Result};

/// What is found of a deployment.
pub struct Found {
    /// applied, not applied, unknown …: of the deployment or a stage; `identical` or `different`: of what was compared.
    pub finding: String,
    /// Of what differs.
    pub row: Option<ChangeRow>,
    /// For people.
    pub message: String,
}

/// Asks what became of a deployment, compares again, and says what is left. Where the target can't be asked, that is what is found.
pub fn verify(id: i64, target: Option<&str>) -> Result<Vec<Found>> {
    let mut stored = Log::read(id)?;
    let call = of_stored(&stored, target)?;
    let log = Log { id, commits: false };
    if !call.options.in_session && matches!(stored.state.as_str(), "running" | "failed" | "unknown") {
        match asked(&call, &log, &mut stored) {
            Ok(()) => {}
            Err(failure) if failure.is_interrupt() => return Err(failure),
            Err(failure) => return Ok(vec![not_asked(&log, &stored, &failure)?]),
        }
    }
    let mut found = Vec::new();
    let count = stored.stages.iter().filter(|stage| stage.is_applied()).count();
    let reached = reached(&stored.stages);
    let taken_back = stored.state == "rolled back";
    let finding = match reached {
        _ if taken_back => "rolled back",
        Reached::All => "applied",
        Reached::Part => "partly applied",
        Reached::Nothing => "not applied",
        Reached::Unknown => "unknown",
    };
    let of = stored.stages.len();
    let message = format!("{count} of {of} stages are applied");
    found.push(Found { finding: finding.to_owned(), row: None, message });
    if reached == Reached::Unknown {
        let failure = unknown(&stored);
        let message = format!("{} {}", failure.detail_text(), failure.hint_text());
        found.push(Found { finding: "unknown".to_owned(), row: None, message });
    }
    let now = match again(&call) {
        Ok(now) => now,
        Err(failure) if failure.is_interrupt() => return Err(failure),
        Err(failure) => {
            let message = format!("the target can't be compared: {}", failure.told());
            found.push(Found { finding: "unknown".to_owned(), row: None, message });
            return Ok(found);
        }
    };
    // What it is to be: as wanted, or as before where nothing of it is there.
    let back = taken_back || reached == Reached::Nothing;
    let between = call.options.between_states();
    let (wanted, options) = if back { (&call.target, &between) } else { (&call.source, &call.options) };
    let rows = Comparison::new(&now, wanted, options)?.rows();
    let what = if back { "the target as it was before" } else { "the source" };
    if rows.is_empty() {
        found.push(Found {
            finding: "identical".to_owned(),
            row: None,
            message: format!("the target is identical with {what}"),
        });
    }
    found.extend(rows.into_iter().map(|row| {
        let message = format!("differs from {what}: {}", told(&row));
        Found { finding: "different".to_owned(), row: Some(row), message }
    }));
    Ok(found)
}

/// Asks the target what became of the stages, and records what that makes of the deployment.
fn asked(call: &Call, log: &Log, stored: &mut Stored) -> Result<()> {
    let mut target = Target::connect(&call.endpoint, &format!("pgdiff verification of {}", log.id))?;
    judge::judge(log, &mut target, stored, Halves::Stay)?;
    // Nobody is at work on it, or the lock of deployments could not be had.
    let state = if reached(&stored.stages) == Reached::Unknown { "unknown" } else { "failed" };
    is_found(log, stored, state)
}

fn is_found(log: &Log, stored: &Stored, state: &str) -> Result<()> {
    if stored.state == state {
        return Ok(());
    }
    log.is_found(state)?;
    log.event("judged", None, None, &format!("it is found to be {state}; it was recorded as {}", stored.state))
}

/// What is found where the target can't be asked.
fn not_asked(log: &Log, stored: &Stored, failure: &Failure) -> Result<Found> {
    let id = log.id;
    let is_busy = failure.sqlstate() == PgSqlErrorCode::ERRCODE_OBJECT_IN_USE;
    if stored.state == "running" && stored.session_lives {
        let message =
            format!("a session is at work on it: SELECT * FROM pgdiff.deployment_progress WHERE deployment_id = {id}");
        return Ok(Found { finding: "running".to_owned(), row: None, message });
    }
    if stored.state == "running" && !is_busy {
        is_found(log, stored, "unknown")?;
    }
    let count = stored.stages.iter().filter(|stage| stage.is_applied()).count();
    let mut message = format!(
        "{count} of {} stages are recorded as applied, and the target can't be asked: {}. When it can: SELECT * FROM pgdiff.verify({id})",
        stored.stages.len(),
        failure.told()
    );
    for stage in &stored.stages {
        if let (Some(xid), false) = (&stage.xid, stage.is_applied()) {
            message.push_str(&format!("; of stage {}, on the target: SELECT pg_xact_status({})", stage.stage, literal(xid)));
        }
    }
    Ok(Found { finding: "unknown".to_owned(), row: None, message })
}
