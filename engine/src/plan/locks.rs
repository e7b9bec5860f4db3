//! What the statements of a plan lock, as it is when each runs: what inherits from a relation by then is locked with it, and what the
//! plan itself made keeps nobody waiting.

use super::{Action, Step};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::ident::qualified;
use crate::kind::Kind;
use crate::kind::table::is_foreign;
use crate::statement::{Lock, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// The children of relations, all by their qualified names.
pub(crate) type Children = BTreeMap<String, BTreeSet<String>>;

/// What inherits from what.
pub(crate) fn children(catalog: &Catalog) -> Children {
    let mut children = Children::new();
    for (parent, child) in catalog.objects().filter_map(link) {
        children.entry(parent).or_default().insert(child);
    }
    children
}

/// Makes of each lock that goes down one for each relation, and takes away those on what earlier steps made. `found` is the target as
/// it is called before the first step, which may be a rename: LOCK TABLE comes before all of them.
pub(super) fn settle(steps: &mut [Step], found: &Catalog, target: &Catalog, source: &Catalog) {
    let mut children = children(target);
    let tables = found.objects().filter(|object| object.id.kind == Kind::Table && !is_foreign(object));
    let tables: BTreeSet<String> = tables.map(|table| qualified(&table.id.name)).collect();
    let mut made = BTreeSet::new();
    for step in steps {
        settle_one(&mut step.statement, &children, &made, &tables);
        let own = std::iter::once(&step.id).chain(&step.folded);
        match step.action {
            Action::Create => {
                for object in own.filter_map(|id| source.get(id)) {
                    made.extend(relation(object));
                    if let Some((parent, child)) = link(object) {
                        children.entry(parent).or_default().insert(child);
                    }
                }
            }
            Action::Drop => {
                for object in own.filter_map(|id| target.get(id)) {
                    relation(object).iter().for_each(|name| {
                        made.remove(name);
                    });
                    if let Some((parent, child)) = link(object)
                        && let Some(children) = children.get_mut(&parent)
                    {
                        children.remove(&child);
                    }
                }
            }
            Action::Alter | Action::Rename => {}
        }
    }
}

fn settle_one(statement: &mut Statement, children: &Children, made: &BTreeSet<String>, tables: &BTreeSet<String>) {
    let locks = std::mem::take(&mut statement.locks).into_iter().flat_map(|lock| spread(lock, children));
    let locks = locks.filter(|lock| !made.contains(&lock.relation));
    statement.locks = locks.map(|lock| Lock { is_table: tables.contains(&lock.relation), ..lock }).collect();
    for other in statement.online.iter_mut().flat_map(|online| online.all_mut()) {
        settle_one(other, children, made, tables);
    }
}

/// A lock, and those on the descendants.
fn spread(lock: Lock, children: &Children) -> Vec<Lock> {
    let mut locks = vec![lock];
    let mut at = 0;
    while let Some(lock) = locks.get(at).filter(|lock| lock.descendants) {
        let (mode, below) = (lock.mode, children.get(&lock.relation));
        let new: Vec<&String> =
            below.into_iter().flatten().filter(|child| locks.iter().all(|lock| lock.relation != **child)).collect();
        locks.extend(new.into_iter().map(|child| Lock { mode, relation: child.clone(), descendants: true, is_table: false }));
        at += 1;
    }
    locks
}

/// Parent and child, by qualified name, where the object is what makes one inherit from the other.
fn link(object: &Object) -> Option<(String, String)> {
    let parent = match object.id.kind {
        Kind::Partition => object.texts("of"),
        Kind::Inheritance => object.texts("_parent"),
        _ => return None,
    };
    Some((qualified(&parent), qualified(object.id.names(2))))
}

/// The relation that an object is, or has.
fn relation(object: &Object) -> Option<String> {
    let ObjectId { kind, name, .. } = &object.id;
    match kind {
        Kind::Table | Kind::View | Kind::MaterializedView | Kind::Sequence | Kind::Index => Some(qualified(name)),
        Kind::Constraint => Some(qualified(&[object.id.first(), object.id.last()])),
        Kind::Identity => Some(qualified(&object.texts("sequence"))),
        _ => None,
    }
}
