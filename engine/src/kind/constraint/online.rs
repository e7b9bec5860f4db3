//! Constraints with the least locking: what reads rows or builds an index does so while others read and write.

use super::{CHECK, EXCLUSION, FOREIGN_KEY, clause, fate, has_index, is, recurses, referenced, relation, stands};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, LockMode, Risk};
use crate::ident::{qualified, quote};
use crate::kind::ancestry::Fate;
use crate::kind::column::lineage;
use crate::kind::conversion::beside_name;
use crate::kind::{Context, Kind, index};
use crate::relation_options;
use crate::statement::{Online, Statement};

/// A constraint that is added.
pub fn add(object: &Object, cx: &Context<'_>) -> Option<Online> {
    let unread = object.flag("not_valid") || object.flag("not_enforced") || object.flag("_foreign");
    // What a child has must be valid for its parents', which may come as well.
    let has_parents = |table: &ObjectId| !lineage::parents(table, cx.source).is_empty();
    let is_below = !has_index(object) && object.parent.as_ref().is_some_and(has_parents);
    if unread || is_below || !stands(object.parent.as_ref(), cx) {
        return None;
    }
    match object.str("type") {
        // Partitioned tables can't have foreign keys that are NOT VALID before 18.
        FOREIGN_KEY if object.flag("_partitioned") => None,
        CHECK | FOREIGN_KEY => Some(validated_later(object)),
        EXCLUSION => None,
        _ => key(object, cx),
    }
}

fn validated_later(object: &Object) -> Online {
    let (table, name, only) = (relation(object), quote(object.id.last()), if recurses(object) { "" } else { "ONLY " });
    let foreign = is(object, FOREIGN_KEY);
    let mode = if foreign { LockMode::ShareRowExclusive } else { LockMode::AccessExclusive };
    let other = referenced(object).filter(|other| Some(other) != object.parent.as_ref());
    let other = other.map(|other| qualified(&other.name));
    let also = |statement: Statement, mode| match &other {
        Some(other) => statement.locks(mode, other.clone()),
        None => statement,
    };
    let add = Statement::new(format!("ALTER TABLE {only}{table} ADD {} NOT VALID", clause(object))).locks_all(mode, &table);
    let validate = Statement::new(format!("ALTER TABLE {table} VALIDATE CONSTRAINT {name}"))
        .locks_all(LockMode::ShareUpdateExclusive, &table)
        .hazard(Hazard::Validate)
        .scans()
        .risk(Risk::Medium);
    Online {
        instead: vec![also(add, mode).risk(Risk::Low)],
        after: vec![also(validate, LockMode::RowShare)],
        ..Online::default()
    }
}

/// A unique or primary key takes an index that was built before; where there was another key of the name, in its place.
fn key(object: &Object, cx: &Context<'_>) -> Option<Online> {
    let old = cx.target.get(&object.id);
    let swapped = old.is_some_and(|old| is_swapped(old, cx));
    if old.is_some() && !swapped {
        return None;
    }
    let mut index = object.clone();
    if swapped {
        index.id = object.id.called(&beside_name(object.id.last()));
    }
    let (build, take) = by_index(object, &index, swapped)?;
    Some(Online { after: vec![build, take], makes: true, ..Online::default() })
}

/// The index of a unique or primary key, built while others read and write, and the statement by which the key takes it. `index` says
/// its name and columns; `replaces`: another key goes with it.
pub fn by_index(object: &Object, index: &Object, replaces: bool) -> Option<(Statement, Statement)> {
    let definition = index.str("definition");
    let (word, columns) =
        ["PRIMARY KEY", "UNIQUE"].iter().find_map(|word| Some((*word, definition.strip_prefix(word)?.trim_start())))?;
    if object.flag("_partitioned") || object.flag("_period") || object.get("_attached_to").is_some() {
        return None;
    }
    let (distinct, columns) = match columns.strip_prefix("NULLS NOT DISTINCT ") {
        Some(columns) => (" NULLS NOT DISTINCT", columns),
        None => ("", columns),
    };
    let index_name = index.id.last();
    let (table, index) = (relation(object), quote(index_name));
    let in_schema = qualified(&[object.id.first(), index_name]);
    let build = |concurrently: &str| {
        format!(
            "CREATE UNIQUE INDEX {concurrently}{index} ON {table} USING btree {columns}{distinct}{}{}",
            relation_options::clause(&object.texts("options")),
            object.text("tablespace").map(|name| format!(" TABLESPACE {}", quote(name))).unwrap_or_default(),
        )
    };
    let build = index::building(Statement::outside(build("CONCURRENTLY "), build("")), &in_schema)
        .locks(LockMode::ShareUpdateExclusive, &table)
        .hazard(Hazard::BuildIndexConcurrently)
        .hazard(Hazard::AddUnique)
        .scans()
        .risk(Risk::Medium);
    let name = quote(object.id.last());
    let drop = if replaces { format!("DROP CONSTRAINT {name}, ") } else { String::new() };
    let deferred = match (object.flag("deferrable"), object.flag("deferred")) {
        (_, true) => " DEFERRABLE INITIALLY DEFERRED",
        (true, false) => " DEFERRABLE",
        (false, false) => "",
    };
    let sql = format!("ALTER TABLE ONLY {table} {drop}ADD CONSTRAINT {name} {word} USING INDEX {index}{deferred}");
    let take = Statement::new(sql).locks(LockMode::AccessExclusive, table.clone()).risk(Risk::Low);
    Some((build, take))
}

/// Is a key made otherwise, while the columns of both stay as they are?
fn is_swapped(old: &Object, cx: &Context<'_>) -> bool {
    let outlives = |object: &Object| {
        has_index(object) && !is(object, EXCLUSION) && !object.flag("_invalid") && index::outlives(object, cx)
    };
    let Some(new) = cx.source.get(&old.id) else { return false };
    // While a primary key stands its columns can't give up their NOT NULL.
    let stays_not_null = |id: &ObjectId| cx.source.get(id).is_none_or(|column| column.flag("not_null"));
    if is(old, "primary key") && !old.depends.iter().filter(|id| id.kind == Kind::Column).all(stays_not_null) {
        return false;
    }
    cx.rebuilt.contains(&old.id) && outlives(old) && outlives(new) && fate(old, cx) == Fate::Dropped
}

/// A constraint that is dropped.
pub fn remove(object: &Object, cx: &Context<'_>) -> Option<Online> {
    // It goes when the new index is there.
    if is_swapped(object, cx) {
        return Some(Online::default());
    }
    // Both tables are locked: no longer than it takes. What a partition has of it may still be wanted there.
    let is_alone = !object.flag("_partitioned") && !object.flag("_clone");
    (is(object, FOREIGN_KEY) && is_alone && !cx.source.contains(&object.id)).then(|| {
        let remove = super::remove(&relation(object), object, cx);
        Online { before: vec![remove], ..Online::default() }
    })
}
