//! The strategy `online`: the same plan with the least locking. Most of it stays one transaction; what would keep others waiting
//! while it reads or builds is done before it, or behind it, each in a transaction of its own or in none.
//!
//! What statements are replaced by their kinds say ([`Online`]). Only what concerns relations that others use is replaced; and
//! nothing is put off that something which stands now would have to wait for: it must not be away meanwhile.

use super::{Action, Step};
use crate::catalog::{Catalog, ObjectId};
use crate::statement::{Online, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// The steps in the order that locks least.
pub(super) fn arrange(steps: Vec<Step>, target: &Catalog, source: &Catalog) -> Vec<Step> {
    let mut banned = BTreeSet::new();
    loop {
        match apart(&steps, target, source, &banned) {
            Ok(parts) => return parts.concat(),
            Err(id) => banned.insert(id),
        };
    }
}

/// What comes before, in the transaction, behind, last and at the very end; or the object that can't be put off.
fn apart(steps: &[Step], target: &Catalog, source: &Catalog, banned: &BTreeSet<ObjectId>) -> Result<[Vec<Step>; 5], ObjectId> {
    let renames = steps.iter().any(|step| step.action == Action::Rename);
    // What is put off, with the object on whose account it is.
    let mut put_off: BTreeMap<ObjectId, ObjectId> = BTreeMap::new();
    let [mut before, mut main, mut behind, mut last, mut end] = [const { Vec::new() }; 5];
    for step in steps {
        if step.action != Action::Drop && step.id.base().kind.spec().comes_last() {
            end.push(plain(step, false));
            continue;
        }
        let online = step.statement.online.as_deref().filter(|online| {
            let named_now = online.before.is_empty() || !renames;
            !step.statement.locks.is_empty() && !banned.contains(&step.id) && named_now
        });
        let root = waits_for(step, source, &put_off).cloned();
        if let Some(root) = &root {
            if step.action == Action::Drop || step.id.base() != *root && target.contains(&step.id.base()) {
                return Err(root.clone());
            }
            put_off.extend(std::iter::once(&step.id).chain(&step.folded).map(|id| (id.clone(), root.clone())));
        }
        let place = if root.is_some() { &mut behind } else { &mut main };
        let Some(Online { before: first, instead, after, makes }) = online else {
            place.push(plain(step, root.is_some()));
            continue;
        };
        if *makes && root.is_none() {
            put_off.insert(step.id.clone(), step.id.clone());
        }
        before.extend(instead_of(step, first, true));
        place.extend(instead_of(step, instead, root.is_some()));
        // What goes, an index, goes when what takes its place is there.
        let place = if step.action == Action::Drop { &mut last } else { &mut behind };
        place.extend(instead_of(step, after, true));
    }
    Ok([before, main, behind, last, end])
}

/// The object that a step has to wait for, because it needs it or what waits for it.
fn waits_for<'a>(step: &Step, source: &Catalog, put_off: &'a BTreeMap<ObjectId, ObjectId>) -> Option<&'a ObjectId> {
    let own = |id: &ObjectId| put_off.get(id).or_else(|| put_off.get(&id.base()));
    std::iter::once(&step.id).chain(&step.folded).find_map(|id| {
        let needs = source.get(id).into_iter().flat_map(|object| object.depends.iter().chain(&object.parent));
        own(id).or_else(|| needs.into_iter().find_map(|needed| put_off.get(needed)))
    })
}

/// The step as it is. Behind the others it holds its locks no longer than it takes.
fn plain(step: &Step, alone: bool) -> Step {
    let mut step = step.clone();
    step.statement.online = None;
    step.statement.alone |= alone && !step.statement.follows && !step.statement.locks.is_empty();
    step
}

fn instead_of(step: &Step, statements: &[Statement], alone: bool) -> Vec<Step> {
    let with = |statement: &Statement| {
        let mut statement = statement.clone();
        statement.reason = statement.reason.or_else(|| step.statement.reason.clone());
        plain(&Step { statement, ..step.clone() }, alone)
    };
    statements.iter().map(with).collect()
}
