//! Partitions: the attachment of a table to a partitioned one. The table itself is one like others.

use super::ancestry::is_incomplete;
use super::column::clause::locked;
use super::column::lineage::table_of;
use super::column::not_null;
use super::{Change, Context, Heirs, Kind, ObjectKind, Survival, Way, constraint};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::LockMode;
use crate::ident::qualified;
use crate::statement::Statement;

mod bound;
mod moves;

/// ATTACH PARTITION
pub struct Partition;

fn attach(object: &Object, cx: &Context<'_>) -> Statement {
    let (child, parent) = (qualified(&object.id.name), qualified(&object.texts("of")));
    let statement = Statement::new(format!("ALTER TABLE ONLY {parent} ATTACH PARTITION {child} {}", object.str("bound")));
    let table = table_of(&object.id);
    if cx.target.contains(&table) && !cx.rebuilt.contains(&table) {
        let statement = locked(statement, LockMode::AccessExclusive, &table, cx);
        // Of a foreign table the server believes that its rows belong there.
        let foreign = cx.source.get(&table).is_some_and(super::table::is_foreign);
        return if foreign { statement } else { statement.scans() };
    }
    // The child is empty; the default partition is not, and is locked and read.
    locked(statement, LockMode::ShareUpdateExclusive, &ObjectId::new(Kind::Table, object.texts("of")), cx)
}

/// The tables that this one is a partition of, from the next to the outermost.
pub fn wholes(table: &ObjectId, catalog: &Catalog) -> Vec<ObjectId> {
    let whole = |table: &ObjectId| {
        let link = catalog.get(&ObjectId::new(Kind::Partition, table.name.iter().cloned()))?;
        link.spec().holds_rows_of(link)
    };
    std::iter::successors(whole(table), whole).collect()
}

/// The partitions of a table, and theirs, that are so before and after and hold rows here.
pub fn staying_below(whole: &ObjectId, cx: &Context<'_>) -> Vec<ObjectId> {
    let links = cx.target.objects().filter(|link| link.id.kind == Kind::Partition);
    let tables = links.map(|link| table_of(&link.id)).filter(|table| !cx.target.get(table).is_some_and(super::table::is_foreign));
    tables.filter(|table| [cx.target, cx.source].iter().all(|catalog| wholes(table, catalog).contains(whole))).collect()
}

impl ObjectKind for Partition {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../../sql/catalog/partition.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "table"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("partition_of")
    }

    fn reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(&object.id.name))
    }

    fn holds_rows_of(&self, object: &Object) -> Option<ObjectId> {
        Some(ObjectId::new(Kind::Table, object.texts("of")))
    }

    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::Rebuild
    }

    /// Nearly every row has another remainder. Of other bounds few rows have: see [`moves`].
    fn scatters(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<ObjectId> {
        let (old, new) = (change.old, change.new);
        let hashed = |link: &Object| bound::is_hash(link.str("bound"));
        let whole = ObjectId::new(Kind::Table, new.texts("of"));
        if !(change.has("bound") && hashed(old) && hashed(new) && old.texts("of") == new.texts("of")) {
            return Vec::new();
        }
        std::iter::once(whole.clone()).chain(staying_below(&whole, cx)).collect()
    }

    fn heirs(&self, old: &Object, target: &Catalog, source: &Catalog) -> Heirs {
        moves::heirs(old, target, source)
    }

    fn survives(&self, dependent: &Object, cause: &Object, way: Way) -> Survival {
        let moved = dependent.parent.as_ref() == Some(&cause.id) || cause.id.kind == Kind::Table;
        if moved && way != Way::Disturbing { Survival::Rebuilt } else { Survival::Kept }
    }

    /// An index of the partitioned table that this one is to have no part of, or one that it says itself: ATTACH would make one.
    fn in_the_way(&self, new: &Object, cx: &Context<'_>) -> Vec<ObjectId> {
        let of = ObjectId::new(Kind::Table, new.texts("of"));
        let indexes = [Kind::Index, Kind::Constraint].into_iter().flat_map(|kind| cx.source.children_of_kind(&of, kind));
        indexes.filter(|index| is_incomplete(index)).map(|index| index.id.clone()).collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        moves::before_attaching(object, cx).into_iter().chain([attach(object, cx)]).collect()
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let (child, parent) = (qualified(&object.id.name), qualified(&object.texts("of")));
        let detach = Statement::new(format!("ALTER TABLE ONLY {parent} DETACH PARTITION {child}"))
            .locks(LockMode::AccessExclusive, parent)
            .locks(LockMode::AccessExclusive, child);
        let table = table_of(&object.id);
        let left = not_null::left_behind(&table, cx).into_iter().chain(constraint::left_behind(&table, cx));
        std::iter::once(detach).chain(left).chain(moves::left_to_default(object, cx)).collect()
    }

    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
