//! The order of a table's parents: INHERITS (a, b). The server has no command for it but to inherit again, which puts a parent last.

use super::column::lineage::{standing_parents, stands, table_of};
use super::{Change, Context, Folding, Kind, ObjectKind, Survival, Way, inheritance};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::ident::qualified;
use crate::statement::Statement;

/// INHERITS (…, …)
pub struct InheritanceOrder;

/// The links of a table in their order, with the parents.
fn links<'a>(table: &ObjectId, catalog: &'a Catalog) -> Vec<(&'a Object, ObjectId)> {
    let mut links: Vec<&Object> = catalog.children_of_kind(table, Kind::Inheritance).collect();
    links.sort_by_key(|link| link.int("_position"));
    links.into_iter().map(|link| (link, ObjectId::new(Kind::Table, link.texts("_parent")))).collect()
}

/// Puts those parents last, one after the other, that don't follow in the wanted order once all links are made: new ones come
/// behind those that stand, in their own order, because each depends on those before it.
fn arrange(order: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let table = table_of(&order.id);
    if !stands(&table, cx) {
        return Vec::new();
    }
    let standing = standing_parents(&table, cx);
    let wanted = links(&table, cx.source);
    let kept = links(&table, cx.target).into_iter().map(|(_, parent)| parent).filter(|parent| standing.contains(parent));
    let come = wanted.iter().map(|(_, parent)| parent.clone()).filter(|parent| !standing.contains(parent));
    let mut in_place = 0;
    for parent in kept.chain(come) {
        if wanted.get(in_place).is_some_and(|(_, next)| *next == parent) {
            in_place += 1;
        }
    }
    wanted[in_place..].iter().flat_map(|(link, _)| inheritance::put_last(link, cx)).collect()
}

impl ObjectKind for InheritanceOrder {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/inheritance_order.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "table"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("inherits_in_order")
    }

    fn reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(&object.id.name))
    }

    fn folding(&self, _object: &Object) -> Folding {
        Folding { create: true, drop: true }
    }

    /// A parent that is made anew has become the last.
    fn survives(&self, dependent: &Object, cause: &Object, way: Way) -> Survival {
        if way != Way::Disturbing && dependent.parent.as_ref() == Some(&cause.id) {
            Survival::Rebuilt
        } else {
            Survival::Altered
        }
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        arrange(object, cx)
    }

    /// One parent or none has no order.
    fn drop(&self, _object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        arrange(change.new, cx)
    }
}
