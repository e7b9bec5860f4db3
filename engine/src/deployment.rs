//! A plan as it is stored before it runs: what the record of a deployment keeps, and all that running it takes.

use crate::hazard::{Hazard, LockMode, Risk, strongest};
use crate::options::Options;
use crate::plan::{Action, Step};
use crate::script::{numbers, plural};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// One statement as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredStep {
    /// Counted from 1; the caller's own SQL is 0 and the number after the last.
    pub step: usize,
    /// What runs in one transaction.
    pub stage: usize,
    /// Runs inside a transaction block.
    pub in_transaction: bool,
    /// create, alter, rename or drop.
    pub action: String,
    /// As `pg_identify_object` names it, or `script` for the caller's own SQL.
    pub object_type: String,
    /// As `pg_identify_object` writes it.
    pub object_identity: String,
    /// The SQL, without a trailing semicolon.
    pub statement: String,
    /// SHA-256 of the statement's text, in hexadecimal digits.
    pub sha256: String,
    /// Is it only to be read?
    pub remark: bool,
    /// none, low, medium or high.
    pub risk: String,
    /// Hazard codes.
    pub hazards: Vec<String>,
    /// Why the statement is there.
    pub reason: Option<String>,
    /// The strongest lock on an existing relation.
    pub lock_mode: Option<String>,
    /// The relations locked in that mode.
    pub locked_relations: Vec<String>,
    /// The tables that it locks, as qualified SQL names.
    pub tables: BTreeMap<String, LockMode>,
    /// The relations that it rewrites or reads, as qualified SQL names.
    pub touches: Vec<String>,
    /// Rewrites a table or its indexes.
    pub rewrites: bool,
    /// Reads a whole table.
    pub scans: bool,
    /// lossless, structure_only or irreversible.
    pub reversibility: String,
    /// Whose rows or values the rollback does not bring back.
    pub loses: Vec<String>,
    /// How to tell what became of it: see [`Judgement`](crate::statement::Judgement).
    pub judged_by: Option<String>,
    /// What runs where it is half applied.
    pub mended_by: Option<String>,
    /// What removes for good what it moved aside.
    pub purged_by: Option<String>,
}

impl StoredStep {
    /// What it does, for people: `create table shop.item`.
    pub fn doing(&self) -> String {
        format!("{} {} {}", self.action, self.object_type, self.object_identity)
    }

    /// Is the statement the one that was stored?
    pub fn is_as_stored(&self) -> bool {
        sha256(&self.statement) == self.sha256
    }

    /// Does it write values of this column into its rows, as the rollback of what `keep_dropped` kept does?
    pub fn fills(&self, object_type: &str, object_identity: &str) -> bool {
        self.object_type == object_type && self.object_identity == object_identity && self.statement.starts_with("UPDATE ONLY ")
    }
}

/// The steps as they are stored, with the caller's own SQL around them.
pub fn stored(steps: &[Step], options: &Options) -> Vec<StoredStep> {
    let mut stored: Vec<StoredStep> = steps.iter().enumerate().map(|(n, step)| of(n + 1, step)).collect();
    let (first, last) = (stored.first(), stored.last());
    let before = first.filter(|step| step.in_transaction).map_or(0, |step| step.stage);
    let after = last.map_or(0, |step| if step.in_transaction { step.stage } else { step.stage + 1 });
    let own = |name: &str, sql: &Option<String>, step, stage| {
        sql.as_ref().map(|sql| StoredStep {
            step,
            stage,
            in_transaction: true,
            action: Action::Alter.as_str().to_owned(),
            object_type: "script".to_owned(),
            object_identity: name.to_owned(),
            statement: sql.clone(),
            sha256: sha256(sql),
            remark: false,
            risk: Risk::None.as_str().to_owned(),
            hazards: Vec::new(),
            reason: Some("the caller's own".to_owned()),
            lock_mode: None,
            locked_relations: Vec::new(),
            tables: BTreeMap::new(),
            touches: Vec::new(),
            rewrites: false,
            scans: false,
            reversibility: "irreversible".to_owned(),
            loses: Vec::new(),
            judged_by: None,
            mended_by: None,
            purged_by: None,
        })
    };
    let end = stored.len() + 1;
    stored.splice(0..0, own("pre_script", &options.pre_script, 0, before));
    stored.extend(own("post_script", &options.post_script, end, after));
    stored
}

fn of(number: usize, step: &Step) -> StoredStep {
    let statement = &step.statement;
    let tables = statement.locks.iter().filter(|lock| lock.is_table).map(|lock| (lock.relation.as_str(), lock.mode));
    let tables = strongest(tables).into_iter().map(|(table, mode)| (table.to_owned(), mode)).collect();
    StoredStep {
        step: number,
        stage: step.stage,
        in_transaction: statement.in_transaction,
        action: step.action.as_str().to_owned(),
        object_type: step.object_type.to_owned(),
        object_identity: step.identity.clone(),
        statement: statement.sql.clone(),
        sha256: sha256(&statement.sql),
        remark: statement.is_remark(),
        risk: statement.effective_risk().as_str().to_owned(),
        hazards: statement.hazards.iter().map(|hazard| hazard.code().to_owned()).collect(),
        reason: statement.reason.clone(),
        lock_mode: statement.lock_mode().map(|mode| mode.as_str().to_owned()),
        locked_relations: statement.locked_relations().into_iter().map(str::to_owned).collect(),
        tables,
        touches: statement.touches.clone(),
        rewrites: statement.rewrites,
        scans: statement.scans,
        reversibility: statement.reversibility.as_str().to_owned(),
        loses: statement.loses.clone(),
        judged_by: statement.judgement.as_ref().map(|judgement| judgement.state.clone()),
        mended_by: statement.judgement.as_ref().and_then(|judgement| judgement.mend.clone()),
        purged_by: statement.purge.clone(),
    }
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The statement that takes the locks of a transaction before anything else is done in it, each in the mode that it needs at last:
/// whoever takes a weaker one first may be kept from the stronger one by somebody who does the same.
pub fn locks(stage: &[&StoredStep]) -> Vec<String> {
    let locks = stage.iter().flat_map(|step| &step.tables).map(|(table, mode)| (table.as_str(), *mode));
    strongest(locks).into_iter().map(|(table, mode)| format!("LOCK TABLE ONLY {table} IN {} MODE", mode.as_str())).collect()
}

/// What the guards of the options do not let through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refusal {
    /// One sentence each.
    pub findings: Vec<String>,
    /// The hazards that the option `allow` would have to name.
    pub hazards: BTreeSet<Hazard>,
    /// The other options that would have to be raised.
    pub limits: Vec<&'static str>,
}

/// Why a deployment of these steps must not begin.
pub fn refusal(steps: &[StoredStep], options: &Options) -> Refusal {
    let mut refusal = Refusal::default();
    let mut risky: BTreeMap<Hazard, Vec<usize>> = BTreeMap::new();
    for step in steps.iter().filter(|step| step.risk == Risk::High.as_str() && !step.remark) {
        let has = |hazard: &Hazard| step.hazards.iter().any(|code| code == hazard.code());
        let hazards: Vec<Hazard> = Hazard::ALL.iter().copied().filter(has).collect();
        // Where none of them is that high by itself, what the server says of the rows made them so.
        let high: Vec<Hazard> = hazards.iter().copied().filter(|hazard| hazard.risk() == Risk::High).collect();
        for hazard in if high.is_empty() { hazards } else { high } {
            if !options.allows(hazard) {
                risky.entry(hazard).or_default().push(step.step);
            }
        }
    }
    for (hazard, at) in &risky {
        refusal.findings.push(format!("{} in {}: {}.", hazard.code(), numbers(at), hazard.meaning()));
        refusal.hazards.insert(*hazard);
    }
    let made = named(steps, Action::Create);
    let dropped = named(steps, Action::Drop).difference(&made).count();
    if let Some(most) = options.max_drops.filter(|most| dropped > *most) {
        let dropped = plural(dropped, "object");
        refusal.findings.push(format!("It drops {dropped}, and the option \"max_drops\" allows {most}."));
        refusal.limits.push("max_drops");
    }
    let statements = steps.iter().filter(|step| !step.remark).count();
    if let Some(most) = options.max_statements.filter(|most| statements > *most) {
        let statements = plural(statements, "statement");
        refusal.findings.push(format!("It has {statements}, and the option \"max_statements\" allows {most}."));
        refusal.limits.push("max_statements");
    }
    refusal
}

fn named(steps: &[StoredStep], action: Action) -> BTreeSet<(&str, &str)> {
    let steps = steps.iter().filter(|step| step.action == action.as_str() && !step.remark);
    steps.map(|step| (step.object_type.as_str(), step.object_identity.as_str())).collect()
}
