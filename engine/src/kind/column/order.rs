//! The order of a table's columns: compared only if asked for (`ignore` with `!column_order`). No statement changes it, so that the
//! table is made anew for it, as for another partition key.

use super::lineage::{column_of, parents};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::kind::{Change, Context, Kind, ObjectKind, Way};
use crate::options::Options;
use std::collections::{BTreeMap, BTreeSet};

/// The property of a table under which its order differs: the names of its columns. Only tables have it whose order would not
/// come out right by adding and dropping columns.
pub const PROPERTY: &str = "column_order";

fn columns<'a>(table: &ObjectId, catalog: &'a Catalog) -> Vec<&'a Object> {
    let mut columns: Vec<&Object> = catalog.children_of_kind(table, Kind::Column).collect();
    columns.sort_by_key(|column| column.int("_position"));
    columns
}

fn names(columns: &[&Object]) -> Vec<String> {
    columns.iter().map(|column| column.id.last().to_owned()).collect()
}

/// Does the column keep its place, because it is there before and after and is not made anew?
fn stays(column: &Object, cx: &Context<'_>) -> bool {
    let (Some(old), Some(new)) = (cx.target.get(&column.id), cx.source.get(&column.id)) else { return false };
    let differing = old.compared().chain(new.compared()).map(|(name, _)| name).filter(|name| old.get(name) != new.get(name));
    let properties: BTreeSet<String> = differing.cloned().collect();
    properties.is_empty() || super::Column.way(&Change { old, new, properties: &properties }, cx) != Way::Rebuild
}

/// The order that adding and dropping columns leads to: what stays, then what is new.
fn in_place(table: &ObjectId, cx: &Context<'_>) -> Vec<String> {
    let (staying, _): (Vec<&Object>, Vec<&Object>) = columns(table, cx.target).into_iter().partition(|column| stays(column, cx));
    let new: Vec<&Object> =
        columns(table, cx.source).into_iter().filter(|column| !staying.iter().any(|old| old.id == column.id)).collect();
    [names(&staying), names(&new)].concat()
}

/// May CREATE TABLE give the columns the source's order? The columns of parents that it inherits from come first.
pub fn can_be_made(table: &ObjectId, source: &Catalog) -> bool {
    let own = columns(table, source);
    let Some(first) = own.first() else { return true };
    if first.flag("_partition") || source.children_of_kind(table, Kind::Inheritance).next().is_none() {
        return true;
    }
    let mut order: Vec<String> = Vec::new();
    let inherited = parents(table, source).into_iter().flat_map(|parent| names(&columns(&parent, source)));
    for name in inherited.chain(names(&own)) {
        if !order.contains(&name) && source.contains(&column_of(table, &name)) {
            order.push(name);
        }
    }
    order == names(&own)
}

/// The tables whose order does not come out right, with the order of both sides.
pub fn differing(target: &Catalog, source: &Catalog, options: &Options) -> Vec<(ObjectId, [Vec<String>; 2])> {
    let (rebuilt, aside) = (BTreeSet::new(), BTreeMap::new());
    let cx = Context { target, source, options, rebuilt: &rebuilt, aside: &aside };
    let tables = source.objects().filter(|object| object.id.kind == Kind::Table && target.contains(&object.id));
    // The columns of a typed table stand as its type says.
    let tables = tables.filter(|table| source.children_of_kind(&table.id, Kind::TypedTable).next().is_none());
    tables
        .filter_map(|table| {
            let wanted = names(&columns(&table.id, source));
            (in_place(&table.id, &cx) != wanted).then(|| (table.id.clone(), [names(&columns(&table.id, target)), wanted]))
        })
        .collect()
}
