//! Comments: a facet of every kind that `COMMENT ON` takes.

use super::{Change, Context, Kind, ObjectKind};
use crate::catalog::{Catalog, Object};
use crate::hazard::LockMode;
use crate::ident::{literal, qualified};
use crate::statement::Statement;

/// COMMENT ON
pub struct Comment;

/// The relation that is locked for a comment or a security label, where it is one or a column of one (objectaddress.c).
pub(super) fn relation(object: &Object) -> Option<String> {
    match object.id.kind {
        Kind::Table | Kind::View | Kind::MaterializedView | Kind::Sequence | Kind::Index => Some(qualified(&object.id.name)),
        Kind::Column => Some(qualified(object.id.names(2))),
        _ => None,
    }
}

fn comment(object: &Object, catalog: &Catalog, text: Option<&str>) -> Vec<Statement> {
    let Some(base) = catalog.get(&object.id.base()) else { return Vec::new() };
    let text = text.map_or_else(|| "NULL".to_owned(), literal);
    let statement = Statement::new(format!("COMMENT ON {} IS {text}", base.reference()));
    vec![match relation(base) {
        Some(relation) => statement.locks(LockMode::ShareUpdateExclusive, relation),
        None => statement,
    }]
}

impl ObjectKind for Comment {
    fn object_type(&self, object: &Object) -> &'static str {
        object.id.of.map_or("comment", |kind| kind.as_str())
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("comment")
    }

    fn reference(&self, object: &Object) -> String {
        format!("comment on {}", self.identity(object))
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        comment(object, cx.source, object.text("text"))
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        // By then the object has the name that it will have (the sequence of an identity column).
        let named = if cx.source.contains(&object.id.base()) { cx.source } else { cx.target };
        comment(object, named, None)
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        comment(change.new, cx.source, change.new.text("text"))
    }
}
