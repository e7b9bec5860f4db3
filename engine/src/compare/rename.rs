//! The option `renames`: what the target calls otherwise is renamed before anything else.

use super::lineage::{self, Move};
use super::renaming::Renaming;
use crate::catalog::{Catalog, Object, ObjectId};
use crate::error::Error;
use crate::hazard::{Hazard, LockMode};
use crate::ident::{literal, qualified, quote};
use crate::kind::Kind;
use crate::kind::column::lineage::children;
use crate::options::{ENUM_VALUE, Options, Rename};
use crate::plan::{Action, Step};
use crate::statement::Statement;
use std::collections::{BTreeMap, BTreeSet};

/// A renaming of the target and the statements that carry it out.
#[derive(Debug, Clone)]
pub(super) struct Renamed {
    pub renaming: Renaming,
    /// From the old names to the new ones.
    pub forward: Vec<Step>,
    /// Back again.
    pub backward: Vec<Step>,
}

/// Parts go first, while their whole still has its old name, and schemas last: so every statement knows the names that hold
/// when it runs.
pub(super) fn rank(kind: Kind) -> usize {
    match kind {
        Kind::Schema => 2,
        Kind::Column
        | Kind::Attribute
        | Kind::Constraint
        | Kind::DomainConstraint
        | Kind::Trigger
        | Kind::Policy
        | Kind::Rule => 0,
        _ => 1,
    }
}

/// What the option asks for. Errors: 42704 for an object that isn't there, 42710 if the new name is taken, 42725 if the name
/// fits more than one object.
pub(super) fn asked_for(target: &Catalog, source: &Catalog, options: &Options) -> Result<Option<Renamed>, Error> {
    let mut found: Vec<(&Object, &Rename)> = Vec::new();
    let (labels, renames): (Vec<&Rename>, Vec<&Rename>) =
        options.renames.iter().partition(|rename| rename.object_type == ENUM_VALUE);
    for rename in renames {
        found.extend(find(rename, &options.renames, target)?.map(|object| (object, rename)));
    }
    found.sort_by_key(|(object, _)| rank(object.id.kind));
    let mut renaming = Renaming::default();
    let (mut forward, mut backward) = (Vec::new(), Vec::new());
    let mut values = Vec::new();
    for rename in labels {
        if let Some(type_) = type_of_value(rename, target)? {
            let (old, new) = (rename.from[2].as_str(), rename.to.as_str());
            let of_type = renaming.labels.entry((rename.from[0].clone(), rename.from[1].clone())).or_default();
            of_type.insert(old.to_owned(), new.to_owned());
            forward.push(value_step(type_, old, new));
            backward.insert(0, value_step(type_, new, old));
            values.push((type_, rename));
        }
    }
    for (object, rename) in &found {
        add(&mut renaming, &object.id, &rename.to);
    }
    let known = found.iter().map(|(object, _)| object.id.clone()).collect();
    let moves = told_by_lineage(&mut renaming, lineage::moves(target, source, &known), target, source);
    if found.is_empty() && values.is_empty() && moves.is_empty() {
        return Ok(None);
    }
    let asked = found.iter().map(|(object, rename)| Move { object, to: rename.to.clone(), via: None, aside: false });
    let mut moves: Vec<Move<'_>> = asked.chain(moves).collect();
    moves.sort_by_key(|renamed| rank(renamed.object.id.kind));
    let inherited = inherited(&mut renaming, &moves, target);
    moves.retain(|renamed| !inherited.contains(&renamed.object.id));
    for kinds in moves.chunk_by(|one, other| rank(one.object.id.kind) == rank(other.object.id.kind)) {
        let (mut there, mut back) = (Vec::new(), Vec::new());
        for Move { object, to, via, .. } in kinds {
            let now = via.as_ref().unwrap_or(to);
            let called = |name: &str| Object { id: with_own_name(&object.id, name), ..(*object).clone() };
            there.push(step(object, now));
            back.insert(0, step(&called(now), own_name(&object.id)));
        }
        for (object, to, via) in kinds.iter().filter_map(|renamed| Some((renamed.object, &renamed.to, renamed.via.as_ref()?))) {
            let called = |name: &str| Object { id: with_own_name(&object.id, name), ..object.clone() };
            there.push(step(&called(via), to));
            back.insert(0, step(&called(to), via));
        }
        forward.extend(there);
        backward.splice(0..0, back);
    }
    for (type_, rename) in values {
        let renamed = source.get(&renaming.id(&type_.id));
        if !renamed.is_some_and(|renamed| renamed.texts("labels").contains(&rename.to.as_str())) {
            return Err(missing(rename, "source", &format!("value {} of type {}", quote(&rename.to), type_.identity())));
        }
    }
    for (object, rename) in &found {
        let renamed = renaming.id(&object.id);
        if !source.contains(&renamed) {
            return Err(missing(rename, "source", &format!("{} {}", rename.object_type, qualified(&renamed.name))));
        }
    }
    // A step goes by the name that its object has in the end: the new one forward, the old one backward.
    for step in &mut forward {
        step.id = renaming.id(&step.id);
    }
    Ok(Some(Renamed { renaming, forward, backward }))
}

/// Those that bring an object to what the source calls the same one: not where that is in another schema, or of another table.
fn told_by_lineage<'a>(renaming: &mut Renaming, moves: Vec<Move<'a>>, target: &Catalog, source: &Catalog) -> Vec<Move<'a>> {
    let mut moves = moves;
    let (Some(own), Some(theirs)) = (target.lineage(), source.lineage()) else { return Vec::new() };
    let pairs: BTreeMap<&ObjectId, &ObjectId> = own.renamed(theirs).into_iter().collect();
    loop {
        let mut told = renaming.clone();
        for renamed in &moves {
            add(&mut told, &renamed.object.id, &renamed.to);
        }
        let count = moves.len();
        let arrives =
            |renamed: &Move<'_>| pairs.get(&renamed.object.id).is_some_and(|new| told.id(&renamed.object.id) == **new);
        moves.retain(|renamed| renamed.aside || arrives(renamed));
        if moves.len() == count {
            *renaming = told;
            return moves;
        }
    }
}

/// Columns and constraints that are called otherwise with those that they are inherited from: the server carries a rename down.
fn inherited(renaming: &mut Renaming, moves: &[Move<'_>], target: &Catalog) -> BTreeSet<ObjectId> {
    let mut carried = BTreeSet::new();
    for Move { object, to, .. } in
        moves.iter().filter(|renamed| matches!(renamed.object.id.kind, Kind::Column | Kind::Constraint))
    {
        let mut tables: Vec<ObjectId> = object.parent.iter().cloned().collect();
        while let Some(table) = tables.pop() {
            for child in children(&table, target) {
                let part = ObjectId::new(object.id.kind, child.name.iter().map(String::as_str).chain([object.id.last()]));
                if target.get(&part).is_some_and(|part| part.flag("_inherited")) && carried.insert(part.clone()) {
                    add(renaming, &part, to);
                    tables.push(child);
                }
            }
        }
    }
    carried
}

/// The enum whose value is to be renamed; nothing if that is carried out already.
fn type_of_value<'a>(rename: &Rename, target: &'a Catalog) -> Result<Option<&'a Object>, Error> {
    let type_ = target.get(&ObjectId::new(Kind::EnumType, rename.from[..2].iter().cloned()));
    let Some(type_) = type_ else { return Err(missing(rename, "target", &rename.described())) };
    let labels = type_.texts("labels");
    match (labels.contains(&rename.from[2].as_str()), labels.contains(&rename.to.as_str())) {
        (true, false) => Ok(Some(type_)),
        (false, true) => Ok(None),
        (false, false) => Err(missing(rename, "target", &rename.described())),
        (true, true) => {
            let message =
                format!("cannot rename {} because value {} exists in the target", rename.described(), quote(&rename.to));
            Err(Error::new("42710", message))
        }
    }
}

fn value_step(type_: &Object, from: &str, to: &str) -> Step {
    let sql = format!("ALTER TYPE {} RENAME VALUE {} TO {}", qualified(&type_.id.name), literal(from), literal(to));
    Step { statement: Statement::new(sql).hazard(Hazard::Rename), ..step(type_, to) }
}

pub(super) fn own_name(id: &ObjectId) -> &str {
    if matches!(id.kind, Kind::Function | Kind::Aggregate) { id.part(1) } else { id.last() }
}

pub(super) fn with_own_name(id: &ObjectId, to: &str) -> ObjectId {
    let mut name = id.name.to_vec();
    let at = if matches!(id.kind, Kind::Function | Kind::Aggregate) { 1 } else { name.len() - 1 };
    if let Some(own) = name.get_mut(at) {
        to.clone_into(own);
    }
    ObjectId::new(id.kind, name)
}

fn missing(rename: &Rename, side: &str, what: &str) -> Error {
    Error::new("42704", format!("{what} does not exist in the {side}")).with_detail(format!(
        "The option \"renames\" asks that {} be renamed to {}.",
        rename.described(),
        quote(&rename.to)
    ))
}

/// The names that it has when all renames are carried out.
fn names_in_the_end(rename: &Rename, all: &[Rename]) -> Vec<String> {
    let mut names = rename.from.clone();
    for other in all {
        let at = other.from.len() - 1;
        let is_whole = other.from.len() < rename.from.len() && rename.from.starts_with(&other.from);
        if is_whole || other == rename {
            // A routine's arguments stand behind its name.
            let own = if other.object_type == "function" || other.object_type == "procedure" || other.object_type == "aggregate"
            {
                1
            } else {
                at
            };
            names[own].clone_from(&other.to);
        }
    }
    names
}

fn find<'a>(rename: &Rename, all: &[Rename], target: &'a Catalog) -> Result<Option<&'a Object>, Error> {
    let mut matching = target.objects().filter(|object| !object.id.is_facet() && rename.is(object));
    let Some(object) = matching.next() else {
        // Carried out already, perhaps with its whole: then there is nothing to do.
        let carried_out = Rename { from: names_in_the_end(rename, all), ..rename.clone() };
        if target.objects().any(|object| !object.id.is_facet() && carried_out.is(object)) {
            return Ok(None);
        }
        return Err(missing(rename, "target", &rename.described()));
    };
    if let Some(other) = matching.next() {
        return Err(Error::new("42725", format!("{} is not unique", rename.described()))
            .with_detail(format!("It may be {} or {}.", object.identity(), other.identity()))
            .with_hint("Write the types of the arguments in parentheses."));
    }
    // By the names that it would occupy: a view is in the way of a table as well.
    let renamed = Object { id: with_own_name(&object.id, &rename.to), ..object.clone() };
    let slots = renamed.spec().slots(&renamed);
    let in_the_way = |other: &&Object| {
        other.id == renamed.id || other.id != object.id && other.spec().slots(other).iter().any(|slot| slots.contains(slot))
    };
    if let Some(other) = target.objects().find(in_the_way) {
        let (what, other_type, identity) = (rename.described(), other.object_type(), other.identity());
        return Err(Error::new("42710", format!("cannot rename {what} because {other_type} {identity} exists in the target")));
    }
    Ok(Some(object))
}

/// Is an old name in use, now that the target is called otherwise? Then it is free only when everything else is taken back.
pub(super) fn is_taken(renaming: &Renaming, unrenamed: &Catalog, now: &Catalog) -> bool {
    let given_up = unrenamed.objects().filter(|object| renaming.id(&object.id) != object.id);
    let slots: BTreeSet<_> = given_up.flat_map(|object| object.spec().slots(object)).collect();
    now.objects().any(|object| object.spec().slots(object).iter().any(|slot| slots.contains(slot)))
}

fn add(renaming: &mut Renaming, id: &ObjectId, to: &str) {
    let pair = || (id.part(0).to_owned(), id.part(1).to_owned());
    match id.kind {
        Kind::Schema => {
            renaming.schemas.insert(id.last().to_owned(), to.to_owned());
        }
        Kind::Column | Kind::Attribute => {
            renaming.columns.entry(pair()).or_default().insert(id.last().to_owned(), to.to_owned());
        }
        kind if rank(kind) == 0 || matches!(kind, Kind::Function | Kind::Aggregate | Kind::Collation | Kind::Index) => {
            renaming.others.insert(id.clone(), to.to_owned());
        }
        _ => {
            renaming.relations.insert(pair(), (id.part(0).to_owned(), to.to_owned()));
        }
    }
}

fn step(object: &Object, to: &str) -> Step {
    Step {
        id: object.id.clone(),
        object_type: object.object_type(),
        identity: object.identity(),
        action: Action::Rename,
        stage: 1,
        cause: None,
        folded: Vec::new(),
        statement: statement(object, to).hazard(Hazard::Rename),
    }
}

fn statement(object: &Object, to: &str) -> Statement {
    let (own, new) = (quote(object.id.last()), quote(to));
    let whole = qualified(object.id.names(2));
    let sql = match object.id.kind {
        Kind::Column => format!("ALTER TABLE {whole} RENAME COLUMN {own} TO {new}"),
        Kind::Attribute => format!("ALTER TYPE {whole} RENAME ATTRIBUTE {own} TO {new}"),
        Kind::Constraint => format!("ALTER TABLE {whole} RENAME CONSTRAINT {own} TO {new}"),
        Kind::DomainConstraint => format!("ALTER DOMAIN {whole} RENAME CONSTRAINT {own} TO {new}"),
        _ => format!("ALTER {} RENAME TO {new}", object.reference()),
    };
    let statement = Statement::new(sql);
    match object.id.kind {
        Kind::Index => statement.locks(LockMode::ShareUpdateExclusive, whole),
        Kind::Table | Kind::View | Kind::MaterializedView | Kind::Sequence => statement.locks(LockMode::AccessExclusive, whole),
        Kind::Column | Kind::Constraint | Kind::Trigger | Kind::Policy | Kind::Rule => {
            statement.locks(LockMode::AccessExclusive, whole)
        }
        _ => statement,
    }
}
