//! That an index of a partition is a part of the index of the table above. It can be made, but not taken back: it ends with
//! either index, or when the partition is detached.

use super::ancestry::{is_attached_already, joins, relation};
use super::{Change, Context, Kind, ObjectKind, Survival, Way};
use crate::catalog::{Object, ObjectId};
use crate::hazard::LockMode;
use crate::ident::qualified;
use crate::statement::Statement;

/// ALTER INDEX … ATTACH PARTITION
pub struct IndexAttachment;

fn upper(object: &Object) -> String {
    qualified(&object.id.name[object.id.name.len().min(2)..])
}

impl ObjectKind for IndexAttachment {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/index_attachment.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "index attachment"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("index_attachments")
    }

    fn identity(&self, object: &Object) -> String {
        format!("{} on {}", upper(object), relation(object))
    }

    fn reference(&self, object: &Object) -> String {
        format!("INDEX {}", qualified(&[object.id.part(0), object.str("index")]))
    }

    fn survives(&self, _dependent: &Object, _cause: &Object, way: Way) -> Survival {
        if way == Way::Disturbing { Survival::Kept } else { Survival::Rebuilt }
    }

    /// A part that is not one any more, but stays as an index or a key of its own, has to be made again for that.
    fn disturbs(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<ObjectId> {
        let (schema, table, part) = (change.old.id.part(0), change.old.id.part(1), change.old.str("index"));
        let part = [ObjectId::new(Kind::Index, [schema, part]), ObjectId::new(Kind::Constraint, [schema, table, part])];
        part.into_iter().filter(|id| cx.source.contains(id) && cx.target.contains(id)).collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let upper_id = |object: &Object| object.depends.iter().find(|id| is_named(id, &object.id.name[2..])).cloned();
        let upper_stays = || {
            cx.target.get(&object.id).and_then(upper_id).is_some_and(|id| cx.source.contains(&id) && !cx.rebuilt.contains(&id))
        };
        // ATTACH PARTITION of the table finds the indexes that fit and attaches them.
        let comes_with_partition = !object.flag("_late") && object.parent.as_ref().is_some_and(|table| joins(table, cx));
        let part = object.depends.iter().find(|id| is_named(id, &[object.id.part(0).to_owned(), object.str("index").to_owned()]));
        if comes_with_partition || upper_stays() || part.is_some_and(|part| is_attached_already(part, cx)) {
            return Vec::new();
        }
        let index = qualified(&[object.id.part(0), object.str("index")]);
        vec![
            Statement::new(format!("ALTER INDEX {} ATTACH PARTITION {index}", upper(object)))
                .locks(LockMode::AccessExclusive, index),
        ]
    }

    fn drop(&self, _object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}

/// Is it the index of this name, or the constraint that this index backs?
fn is_named(id: &crate::catalog::ObjectId, name: &[String]) -> bool {
    matches!(id.kind, super::Kind::Index | super::Kind::Constraint)
        && Some(id.first()) == name.first().map(String::as_str)
        && Some(id.last()) == name.last().map(String::as_str)
}
