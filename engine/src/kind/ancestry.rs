//! What happens, in the course of a plan, to the place of a table among its parents, and to what it has from them: a part of a
//! partitioned index cannot be dropped by itself, an inherited check comes and goes with the parent's.

use super::column::lineage;
use super::{Context, Kind};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::ident::qualified;

/// The relation that a part hangs on, as SQL.
pub fn relation(object: &Object) -> String {
    qualified(object.id.names(2))
}

/// Is the relation there before the plan runs, and stays? Whatever is done to a new one blocks nobody and fails on no row.
pub fn stands(relation: Option<&ObjectId>, cx: &Context<'_>) -> bool {
    relation.is_some_and(|relation| lineage::stands(relation, cx))
}

/// Is the table attached to a partitioned one, or made to inherit, by this plan?
pub fn joins(table: &ObjectId, cx: &Context<'_>) -> bool {
    links(table, cx.source).any(|link| !cx.target.contains(&link.id) || cx.rebuilt.contains(&link.id))
}

/// Is the table detached, or made to inherit no more, by this plan?
pub fn leaves(table: &ObjectId, cx: &Context<'_>) -> bool {
    links(table, cx.target).any(|link| !cx.source.contains(&link.id) || cx.rebuilt.contains(&link.id))
}

fn links<'a>(table: &ObjectId, catalog: &'a Catalog) -> impl Iterator<Item = &'a Object> + use<'a> {
    catalog.children(table).filter(|part| matches!(part.id.kind, Kind::Partition | Kind::Inheritance))
}

/// The attachment of a table to a partitioned one.
pub fn attachment<'a>(table: &ObjectId, catalog: &'a Catalog) -> Option<&'a Object> {
    catalog.get(&ObjectId::new(Kind::Partition, table.name.iter().cloned()))
}

/// Is the table a partition that it was not before?
pub fn is_attached_anew(table: &ObjectId, cx: &Context<'_>) -> bool {
    attachment(table, cx.source).is_some() && attachment(table, cx.target).is_none()
}

/// The foreign keys that refer to a table.
pub fn referring<'a>(table: &ObjectId, catalog: &'a Catalog) -> impl Iterator<Item = &'a Object> {
    catalog.objects().filter(move |object| object.spec().looks_up(object).as_ref() == Some(table))
}

/// The table that this partition is attached to.
pub fn upper_table(table: &ObjectId, catalog: &Catalog) -> Option<ObjectId> {
    attachment(table, catalog)?;
    lineage::parents(table, catalog).pop()
}

/// Is it an index, or a key, that partitions were attached under because one of them has no part of it? It is dropped by a statement of
/// its own before they are detached, whatever becomes of its table, which therefore never takes it along.
pub fn is_incomplete(object: &Object) -> bool {
    object.get("_attached_to").is_none() && object.depends.iter().any(|id| id.kind == Kind::Partition)
}

/// What becomes of an index, or of the constraint that it backs, when the target's is to be dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is dropped by a statement of its own.
    Dropped,
    /// It vanishes with the index that it is a part of.
    GoesWithUpper,
    /// It stays under the name of its counterpart.
    Renamed,
    /// The server doesn't let it go while its table is attached: the table has to be detached meanwhile.
    Detached,
}

/// What becomes of the target's `object`, an index or a key.
pub fn fate(object: &Object, cx: &Context<'_>) -> Fate {
    let Some(table) = object.parent.as_ref() else { return Fate::Dropped };
    if goes_with_late_upper(object, cx) || stays_below(table, cx) && upper_goes(object, cx) {
        return Fate::GoesWithUpper;
    }
    if object.get("_attached_to").is_none() || leaves(table, cx) || !cx.source.contains(table) {
        return Fate::Dropped;
    }
    if upper_goes(object, cx) {
        Fate::GoesWithUpper
    } else if renamed_to(object, cx).is_some() {
        Fate::Renamed
    } else {
        Fate::Detached
    }
}

/// Is the table a partition until both it and the partitioned table, which stands aside, are dropped?
pub fn stays_below(table: &ObjectId, cx: &Context<'_>) -> bool {
    let goes = cx.aside.contains_key(table) || !cx.source.contains(table);
    goes && upper_table(table, cx.target).is_some_and(|upper| cx.aside.contains_key(&upper))
}

/// The index, or the constraint that it backs, of which the catalog's `object` is a part.
fn upper<'a>(object: &Object, catalog: &'a Catalog) -> Option<&'a Object> {
    let name = object.texts("_attached_to");
    let table = upper_table(object.parent.as_ref()?, catalog)?;
    let constraint = || ObjectId::new(Kind::Constraint, [table.part(0), table.part(1), name.get(1).copied().unwrap_or("")]);
    catalog.get(&ObjectId::new(Kind::Index, name.iter().copied())).or_else(|| catalog.get(&constraint()))
}

/// An index that some partition has no part of goes before its table's partitions are detached, as it came after; with it go its
/// parts, and theirs.
fn goes_with_late_upper(object: &Object, cx: &Context<'_>) -> bool {
    let Some(upper) = upper(object, cx.target) else { return false };
    let late = upper.flag("invalid") || upper.flag("_invalid");
    late && upper_goes(object, cx) || goes_with_late_upper(upper, cx)
}

fn upper_goes(object: &Object, cx: &Context<'_>) -> bool {
    match upper(object, cx.target) {
        Some(upper) => {
            let stays = cx.source.contains(&upper.id) || counterpart(upper, cx.target, cx.source).is_some();
            !stays || cx.rebuilt.contains(&upper.id) || upper_goes(upper, cx)
        }
        None => false,
    }
}

const SAME: &[&str] = &["type", "unique", "definition", "predicate", "deferrable", "deferred"];

/// The source's index that takes the place of the target's `old` under another name: as a partition has one part of an index
/// only, it is the same one.
pub fn renamed_to<'a>(old: &Object, cx: &Context<'a>) -> Option<&'a Object> {
    counterpart(old, cx.target, cx.source)
}

/// The target's index whose place the source's `new` takes under another name.
pub fn renamed_from<'a>(new: &Object, cx: &Context<'a>) -> Option<&'a Object> {
    counterpart(new, cx.source, cx.target).filter(|old| fate(old, cx) == Fate::Renamed)
}

fn counterpart<'a>(object: &Object, here: &Catalog, there: &'a Catalog) -> Option<&'a Object> {
    object.get("_attached_to")?;
    let table = object.parent.as_ref()?;
    there.children_of_kind(table, object.id.kind).find(|other| {
        !there.contains(&object.id)
            && !here.contains(&other.id)
            && SAME.iter().all(|property| other.get(property) == object.get(property))
            && are_parts_of_one(object, here, other, there)
    })
}

/// Are both attached to the same index, whatever it is called?
fn are_parts_of_one(object: &Object, here: &Catalog, other: &Object, there: &Catalog) -> bool {
    if object.get("_attached_to") == other.get("_attached_to") {
        return true;
    }
    let above = upper(object, here).and_then(|above| counterpart(above, here, there));
    above.zip(upper(other, there)).is_some_and(|(above, others)| above.id == others.id)
}

/// Is the source's `part`, an index or a key, attached to what it is to be attached to, though one of the two, or both, had another
/// name?
pub fn is_attached_already(part: &ObjectId, cx: &Context<'_>) -> bool {
    let Some(part) = cx.source.get(part).filter(|part| !cx.rebuilt.contains(&part.id)) else { return false };
    let Some(before) = renamed_from(part, cx).or_else(|| cx.target.get(&part.id)) else { return false };
    before.get("_attached_to").is_some() && !upper_goes(before, cx) && are_parts_of_one(before, cx.target, part, cx.source)
}
