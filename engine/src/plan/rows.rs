//! The plan as rows.

use super::{Plan, Step};
use crate::catalog::ObjectId;
use serde::Serialize;
use std::collections::BTreeMap;

/// One row of `plan()`: the columns of the design's SQL surface, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanRow {
    /// Counted from 1.
    pub step: usize,
    /// What runs in one transaction, counted from 1.
    pub stage: usize,
    /// May run inside a transaction block.
    pub in_transaction: bool,
    /// create, alter, rename or drop.
    pub action: &'static str,
    /// As `pg_identify_object` names it.
    pub object_type: &'static str,
    /// As `pg_identify_object` writes it.
    pub object_identity: String,
    /// The SQL, without a trailing semicolon.
    pub statement: String,
    /// none, low, medium or high.
    pub risk: &'static str,
    /// Hazard codes.
    pub hazards: Vec<&'static str>,
    /// Why the statement is there, where the change alone doesn't say it.
    pub reason: Option<String>,
    /// What to do about its hazards.
    pub mitigation: Option<String>,
    /// The strongest lock on an existing relation, as `LOCK TABLE` writes it.
    pub lock_mode: Option<&'static str>,
    /// The relations locked in that mode.
    pub locked_relations: Vec<String>,
    /// Rewrites a table or its indexes.
    pub rewrites: bool,
    /// Reads a whole table.
    pub scans: bool,
    /// The statements of the rollback that take this step back.
    pub rollback: Option<String>,
    /// lossless, structure_only or irreversible.
    pub reversibility: &'static str,
    /// Whose rows or values the rollback does not bring back, as `object_type object_identity`: the object itself, columns that
    /// other tables inherit from it.
    pub loses: Vec<String>,
    /// How many rows it rewrites or reads, as far as the target's server has counted.
    pub rows: Option<i64>,
    /// How many bytes.
    pub bytes: Option<i64>,
}

impl Plan {
    /// The rows of the way forward.
    pub fn rows(&self) -> Vec<PlanRow> {
        rows(&self.forward, &self.backward)
    }

    /// The rows of the rollback; their own `rollback` is the way forward again.
    pub fn rollback_rows(&self) -> Vec<PlanRow> {
        rows(&self.backward, &self.forward)
    }
}

fn rows(steps: &[Step], back: &[Step]) -> Vec<PlanRow> {
    let mut undo: BTreeMap<&ObjectId, Vec<&str>> = BTreeMap::new();
    for step in back {
        undo.entry(&step.id).or_default().push(&step.statement.sql);
    }
    steps
        .iter()
        .enumerate()
        .map(|(n, step)| {
            let statement = &step.statement;
            let mitigations: Vec<&str> = statement.hazards.iter().map(|hazard| hazard.mitigation()).collect();
            // A facet of what the step's object made goes with that object.
            let rollback =
                undo.get(&step.id).map(|statements| statements.iter().map(|sql| format!("{sql};")).collect::<Vec<_>>());
            PlanRow {
                step: n + 1,
                stage: step.stage,
                in_transaction: statement.in_transaction,
                action: step.action.as_str(),
                object_type: step.object_type,
                object_identity: step.identity.clone(),
                statement: statement.sql.clone(),
                risk: statement.effective_risk().as_str(),
                hazards: statement.hazards.iter().map(|hazard| hazard.code()).collect(),
                reason: statement.reason.clone(),
                mitigation: (!mitigations.is_empty()).then(|| mitigations.join("; ")),
                lock_mode: statement.lock_mode().map(|mode| mode.as_str()),
                locked_relations: statement.locked_relations().into_iter().map(str::to_owned).collect(),
                rewrites: statement.rewrites,
                scans: statement.scans,
                rollback: rollback.map(|statements| statements.join("\n")),
                reversibility: statement.reversibility.as_str(),
                loses: statement.loses.clone(),
                rows: statement.size.rows,
                bytes: statement.size.bytes,
            }
        })
        .collect()
}
