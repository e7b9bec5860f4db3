//! A comparison and its plan for people who would rather look than read, and for programs that wait for a verdict.
//!
//! [`Differences`] and [`Report`] gather once what there is to show; the modules below only write it: [`mod@json`], [`mod@markdown`] and
//! [`mod@junit`] the comparison, [`html`] all of it as one page. Names come from catalogs, which anybody may have filled: each form escapes
//! as its own rules want it, and what no form can show (controls, marks that turn the direction of text around) is spelled out before
//! that (`text`). But for the time that the page's caller hands in, the same two catalogs give the same bytes.

mod html;
mod json;
mod junit;
mod markdown;
mod rebuilds;
mod sides;
mod text;

pub use html::page;
pub use json::json;
pub use junit::junit;
pub use markdown::markdown;

use crate::catalog::{ObjectId, Origin};
use crate::checklist::CheckRow;
use crate::compare::{ChangeRow, Comparison};
use crate::error::Error;
use crate::hazard::{Hazard, LockMode, Risk, strongest};
use crate::kind::Kind;
use crate::plan::{Plan, PlanRow, Step};
use crate::script::{VERSION, hazards_at};
use rebuilds::Rebuilds;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The actions, in the order in which they are shown.
const ACTIONS: [&str; 4] = ["create", "alter", "rename", "drop"];

/// The risks, the worst first.
const RISKS: [Risk; 4] = [Risk::High, Risk::Medium, Risk::Low, Risk::None];

/// One of the two databases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    /// As a caller would name it, without a password.
    pub endpoint: String,
    /// The database's name.
    pub database: String,
    /// `15.20`
    pub server_version: String,
}

impl Side {
    /// The database that was read there.
    pub fn new(endpoint: impl Into<String>, origin: &Origin) -> Self {
        Self { endpoint: endpoint.into(), database: origin.database.clone(), server_version: origin.server_version() }
    }
}

/// How many objects differ.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// All of them.
    pub objects: usize,
    /// By action.
    pub by_action: BTreeMap<&'static str, usize>,
    /// By risk.
    pub by_risk: BTreeMap<&'static str, usize>,
    /// By object type.
    pub by_object_type: BTreeMap<&'static str, usize>,
}

/// What differs: the whole of `to_json()`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Differences {
    /// The release of pgdiff.
    pub pgdiff: &'static str,
    /// The state that is wanted.
    pub source: Side,
    /// The database that is to be changed.
    pub target: Side,
    /// The options as the caller gave them, with those of their profile.
    pub options: Value,
    /// Is there no difference?
    pub identical: bool,
    /// The worst of all.
    pub highest_risk: Risk,
    /// How many there are.
    pub counts: Counts,
    /// One for each object that differs.
    pub changes: Vec<ChangeRow>,
}

impl Differences {
    /// Gathers what differs.
    pub fn new(comparison: &Comparison<'_>, source: Side, target: Side, options: &Value) -> Self {
        Self::of_rows(comparison.rows(), source, target, options)
    }

    fn of_rows(changes: Vec<ChangeRow>, source: Side, target: Side, options: &Value) -> Self {
        let mut counts = Counts { objects: changes.len(), ..Counts::default() };
        for change in &changes {
            *counts.by_action.entry(change.action).or_default() += 1;
            *counts.by_risk.entry(change.risk.as_str()).or_default() += 1;
            *counts.by_object_type.entry(change.object_type).or_default() += 1;
        }
        Self {
            pgdiff: VERSION,
            source,
            target,
            options: options.clone(),
            identical: changes.is_empty(),
            highest_risk: changes.iter().map(|change| change.risk).max().unwrap_or(Risk::None),
            counts,
            changes,
        }
    }

    /// How many changes of an action and a risk there are.
    fn count(&self, action: &str, risk: Risk) -> usize {
        self.changes.iter().filter(|change| change.action == action && change.risk == risk).count()
    }
}

/// The properties of an object that stays, or gets another name, which differ.
fn properties(change: &ChangeRow) -> Vec<(&str, &Value)> {
    let stays = matches!(change.action, "alter" | "rename");
    let details = change.details.as_object().into_iter().flatten().filter(|(_, value)| stays && is_pair(value));
    details.map(|(property, pair)| (property.as_str(), pair)).collect()
}

/// What else is said about a change: why it is there, what it may be instead.
fn remarks(change: &ChangeRow) -> Vec<(&str, &Value)> {
    let details = change.details.as_object().into_iter().flatten().filter(|(_, value)| !is_pair(value));
    details.map(|(word, value)| (word.as_str(), value)).collect()
}

fn is_pair(value: &Value) -> bool {
    value.as_object().is_some_and(|pair| pair.len() == 2 && pair.contains_key("source") && pair.contains_key("target"))
}

/// A value for people: text as it is, an object by its words, everything else as JSON.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(parts) => {
            parts.iter().map(|(word, part)| format!("{word} {}", shown(part))).collect::<Vec<_>>().join(", ")
        }
        value => value.to_string(),
    }
}

/// The hazard of a code.
fn hazard(code: &str) -> Option<Hazard> {
    Hazard::ALL.iter().copied().find(|hazard| hazard.code() == code)
}

/// Where a change stands in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    /// The schema, quoted where SQL quotes it; nothing for what is in none.
    schema: Option<String>,
    /// Type and identity of the object that it is a part of, or of itself.
    whole: (&'static str, String),
    /// The steps of the plan that carry it out, counted from 1.
    steps: Vec<usize>,
}

/// What runs in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stage {
    number: usize,
    /// Positions in [`Planned::steps`].
    steps: std::ops::Range<usize>,
    in_transaction: bool,
    /// The strongest lock, and on how many relations there are locks.
    lock: Option<LockMode>,
    relations: usize,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
struct Planned {
    steps: Vec<PlanRow>,
    stages: Vec<Stage>,
    /// How many statements take which lock as their strongest; nothing for those that lock no relation.
    locks: BTreeMap<Option<LockMode>, usize>,
    /// How many relations are locked in any stage.
    relations: usize,
    rebuilds: Rebuilds,
    script: String,
    rollback: String,
}

/// Everything that the page shows.
pub struct Report {
    differences: Differences,
    /// As long as the changes.
    places: Vec<Place>,
    /// The plan, or why there is none.
    planned: Result<Planned, Error>,
    /// Hazards of changes and steps, with the steps that have them.
    hazards: BTreeMap<Hazard, Vec<usize>>,
    /// The checklist, or why there is none.
    checklist: Result<Vec<CheckRow>, String>,
    /// When it was made.
    at: String,
}

/// A plan with its scripts.
pub struct Scripted {
    /// The plan.
    pub plan: Plan,
    /// The script that deploys it.
    pub script: String,
    /// The one that takes it back.
    pub rollback: String,
}

impl Report {
    /// Gathers what the page shows; `sides` are the source and the target. `checklist` may say instead why nobody could be asked, `at` is the time of the report as it is
    /// to be shown.
    pub fn new(
        comparison: &Comparison<'_>,
        sides: (Side, Side),
        options: &Value,
        plan: Result<Scripted, Error>,
        checklist: Result<Vec<CheckRow>, String>,
        at: impl Into<String>,
    ) -> Self {
        let rows = comparison.rows_of_objects();
        let forward: &[Step] = plan.as_ref().map_or(&[], |scripted| &scripted.plan.forward);
        let ids: BTreeSet<&ObjectId> = rows.iter().map(|(id, _)| id).collect();
        let mut steps: BTreeMap<ObjectId, BTreeSet<usize>> = BTreeMap::new();
        for (n, step) in forward.iter().enumerate() {
            for id in std::iter::once(&step.id).chain(&step.folded) {
                let row = comparison.row_of(&id.base());
                if ids.contains(&row) {
                    steps.entry(row).or_default().insert(n + 1);
                }
            }
        }
        let mut hazards = hazards_at(forward);
        for (_, row) in &rows {
            for hazard in row.hazards.iter().filter_map(|code| hazard(code)) {
                hazards.entry(hazard).or_default();
            }
        }
        let place = |(id, row): &(ObjectId, ChangeRow)| Place {
            schema: row.object_schema.clone(),
            whole: whole(comparison, id, row),
            steps: steps.get(id).into_iter().flatten().copied().collect(),
        };
        let places = rows.iter().map(place).collect();
        let (source, target) = sides;
        let changes = rows.into_iter().map(|(_, row)| row).collect();
        Self {
            differences: Differences::of_rows(changes, source, target, options),
            places,
            planned: plan.map(|scripted| planned(comparison, scripted)),
            hazards,
            checklist,
            at: at.into(),
        }
    }
}

/// The outermost object below a schema that this one is part of.
fn whole(comparison: &Comparison<'_>, id: &ObjectId, row: &ChangeRow) -> (&'static str, String) {
    let mut whole = None;
    let mut at = id.clone();
    while let Some(parent) =
        comparison.either(&at).and_then(|object| object.parent.as_ref()).filter(|id| id.kind != Kind::Schema)
        && let Some(object) = comparison.either(parent)
    {
        whole = Some((object.object_type(), object.identity()));
        at = object.id.clone();
    }
    whole.unwrap_or_else(|| (row.object_type, row.object_identity.clone()))
}

fn planned(comparison: &Comparison<'_>, scripted: Scripted) -> Planned {
    let Scripted { plan, script, rollback } = scripted;
    fn locked(steps: &[Step]) -> BTreeMap<&str, LockMode> {
        strongest(steps.iter().flat_map(|step| &step.statement.locks).map(|lock| (lock.relation.as_str(), lock.mode)))
    }
    let mut stages = Vec::new();
    let mut at = 0;
    for stage in plan.forward.chunk_by(|one, other| one.stage == other.stage) {
        let locks = locked(stage);
        stages.push(Stage {
            number: stages.len() + 1,
            steps: at..at + stage.len(),
            in_transaction: stage.iter().all(|step| step.statement.in_transaction),
            lock: locks.values().copied().max(),
            relations: locks.len(),
        });
        at += stage.len();
    }
    let mut locks: BTreeMap<Option<LockMode>, usize> = BTreeMap::new();
    for step in &plan.forward {
        *locks.entry(step.statement.lock_mode()).or_default() += 1;
    }
    Planned {
        steps: plan.rows(),
        stages,
        locks,
        relations: locked(&plan.forward).len(),
        rebuilds: Rebuilds::new(comparison, &plan.forward),
        script,
        rollback,
    }
}

#[cfg(test)]
mod tests;
