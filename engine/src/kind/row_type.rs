//! A table whose row type is the type of a column elsewhere. The server rewrites no such table (it would have to rewrite the other one
//! as well), so that whatever takes that makes the table anew, and brings the rows inside the other over.

use super::conversion::columns_using;
use super::{Context, Kind};
use crate::catalog::{Catalog, Object, ObjectId};

/// Does a column of another table hold rows of this one, before the plan and after it?
pub(crate) fn is_held(table: &ObjectId, target: &Catalog, source: &Catalog) -> bool {
    target.is_row_type(table)
        && columns_using(table, target).into_iter().any(|column| {
            column.parent.as_ref() != Some(table) && column.str("_relation") != "v" && source.contains(&column.id)
        })
}

/// Is it a column of this table's row type, or one of another kind that is made of it?
pub(super) fn is_of(dependent: &Object, table: &ObjectId) -> bool {
    table.kind == Kind::Table && crate::catalog::row_types(dependent).any(|needed| needed == table)
}

/// Name, type and collation of the table's columns, in their order, as those of a composite type.
pub(super) fn columns<'a>(table: &ObjectId, catalog: &'a Catalog) -> Vec<&'a Object> {
    let mut columns: Vec<&Object> = catalog.children_of_kind(table, Kind::Column).collect();
    columns.sort_by_key(|column| column.int("_position"));
    columns
}

/// Is the table, which is made anew, the type of columns that stay?
pub(super) fn is_converted(table: &ObjectId, cx: &Context<'_>) -> bool {
    cx.aside.contains_key(table) && is_held(table, cx.target, cx.source)
}

/// The expressions with a constant of the row type of the table that this column is added to, if the server has to fill it.
pub(super) fn in_the_way(column: &Object, cx: &Context<'_>) -> Vec<ObjectId> {
    let Some(table) = column.parent.as_ref().filter(|table| cx.target.has_row_constants(table)) else { return Vec::new() };
    let filled = column.text("generated").is_some() || cx.source.children(&column.id).any(|part| !part.id.is_facet());
    let holds = |object: &&Object| crate::catalog::row_constants(object).any(|id| id == table) && !object.spec().is_column();
    if filled { cx.target.objects().filter(holds).map(|object| object.id.clone()).collect() } else { Vec::new() }
}
