//! Where a column's statements come from: through inheritance and partitions, and from a table's type, the server carries
//! changes along, so that only the parent's statement is written.

use crate::catalog::{Catalog, Object, ObjectId};
use crate::kind::table::is_foreign;
use crate::kind::{Context, Kind};
use serde_json::Value;
use std::collections::BTreeSet;

/// The table of a column, default, identity.
pub fn table_of(id: &ObjectId) -> ObjectId {
    ObjectId::new(Kind::Table, id.names(2).iter().cloned())
}

/// Does the table stand all the time, from before the plan to after it?
pub fn stands(table: &ObjectId, cx: &Context<'_>) -> bool {
    cx.target.contains(table) && cx.source.contains(table) && !cx.rebuilt.contains(table) && !cx.aside.contains_key(table)
}

/// The link of a table to a parent, and that parent.
fn links<'a>(table: &ObjectId, catalog: &'a Catalog) -> impl Iterator<Item = (&'a Object, ObjectId)> {
    catalog.children(table).filter_map(|part| {
        let parent = match part.id.kind {
            Kind::Inheritance => part.texts("_parent"),
            Kind::Partition => part.texts("of"),
            _ => return None,
        };
        Some((part, ObjectId::new(Kind::Table, parent)))
    })
}

/// The parents of a table in a catalog: those that it inherits from, or that it is a partition of.
pub fn parents(table: &ObjectId, catalog: &Catalog) -> Vec<ObjectId> {
    links(table, catalog).map(|(_, parent)| parent).collect()
}

/// The parents that a table has before the plan, after it and all the time in between.
pub fn standing_parents(table: &ObjectId, cx: &Context<'_>) -> Vec<ObjectId> {
    if !stands(table, cx) {
        return Vec::new();
    }
    links(table, cx.source)
        .filter(|(link, parent)| {
            let before = links(table, cx.target).any(|(old, from)| old.id == link.id && from == *parent);
            before && !cx.rebuilt.contains(&link.id) && stands(parent, cx)
        })
        .map(|(_, parent)| parent)
        .collect()
}

/// The parents from whose column of that name this one inherits, in `catalog`, among those that stand all the time.
pub fn inherits_from<'a>(column: &ObjectId, catalog: &'a Catalog, cx: &Context<'_>) -> Vec<&'a Object> {
    let of_parent = |parent: ObjectId| catalog.get(&column_of(&parent, column.last()));
    standing_parents(&table_of(column), cx).into_iter().filter_map(of_parent).collect()
}

/// Is the column to be the parents' alone, though no statement on a parent that stands all the time reaches it? What the table is given
/// by itself before it inherits is its own for ever.
pub fn comes_with_new_parent(column: &Object, cx: &Context<'_>) -> bool {
    column.flag("inherited_only")
        && inherits_from(&column.id, cx.source, cx).into_iter().all(|above| comes_with_new_parent(above, cx))
}

/// The columns at the top from which this one is inherited, itself if it is inherited from none.
fn roots(column: &ObjectId, cx: &Context<'_>) -> BTreeSet<ObjectId> {
    let above = inherits_from(column, cx.target, cx);
    if above.is_empty() { BTreeSet::from([column.clone()]) } else { above.iter().flat_map(|above| roots(&above.id, cx)).collect() }
}

/// The links to parents that a column which is retyped has to do without meanwhile: the server retypes one that comes from several
/// places only where a single statement reaches all of them.
pub fn apart_for_retyping(column: &ObjectId, cx: &Context<'_>) -> Vec<ObjectId> {
    let table = table_of(column);
    let mut parents: Vec<(&Object, ObjectId)> = links(&table, cx.target).collect();
    parents.sort_by_key(|(link, _)| link.int("_position"));
    let standing = inherits_from(column, cx.target, cx);
    let of = |parent: &ObjectId| standing.iter().find(|above| table_of(&above.id) == *parent).map(|above| roots(&above.id, cx));
    let mut parents = parents.into_iter().filter_map(|(link, parent)| Some((link, of(&parent)?)));
    let Some((_, first)) = parents.next() else { return Vec::new() };
    parents.filter(|(_, roots)| *roots != first).map(|(link, _)| link.id.clone()).collect()
}

/// Tables that inherit from a table, or are partitions of it.
pub fn children(table: &ObjectId, catalog: &Catalog) -> Vec<ObjectId> {
    let children = catalog.get(table).map_or(&[][..], |table| table.array("_children"));
    let names = children.iter().filter_map(Value::as_array).map(|name| name.iter().filter_map(Value::as_str));
    names.map(|name| ObjectId::new(Kind::Table, name)).collect()
}

/// The same, all the time.
pub fn standing_children(table: &ObjectId, cx: &Context<'_>) -> Vec<ObjectId> {
    children(table, cx.source).into_iter().filter(|child| standing_parents(child, cx).contains(table)).collect()
}

/// The id of a column of a table.
pub fn column_of(table: &ObjectId, name: &str) -> ObjectId {
    ObjectId::new(Kind::Column, table.name.iter().map(String::as_str).chain([name]))
}

/// Is the table of the same composite type all the time, so that its columns are the type's attributes?
pub fn stays_typed(table: &ObjectId, cx: &Context<'_>) -> bool {
    let id = ObjectId::new(Kind::TypedTable, table.name.iter().cloned());
    stands(table, cx) && cx.target.contains(&id) && cx.source.contains(&id) && !cx.rebuilt.contains(&id)
}

/// The links of foreign partitions to this table, and to the partitions below it. A foreign table that inherits otherwise has no way
/// back: what it inherits would become its own.
pub fn foreign_below(table: &ObjectId, cx: &Context<'_>) -> Vec<ObjectId> {
    let below = standing_children(table, cx).into_iter().flat_map(|child| {
        let link = ObjectId::new(Kind::Partition, child.name.iter().cloned());
        let is_foreign = cx.source.get(&child).is_some_and(is_foreign) && cx.source.contains(&link);
        if is_foreign { vec![link] } else { foreign_below(&child, cx) }
    });
    below.collect()
}
