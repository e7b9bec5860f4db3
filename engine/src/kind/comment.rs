//! Comments: a facet of every kind that `COMMENT ON` takes.

use super::{Change, Context, ObjectKind};
use crate::catalog::{Catalog, Object};
use crate::ident::literal;
use crate::statement::Statement;

/// COMMENT ON
pub struct Comment;

fn comment(object: &Object, catalog: &Catalog, text: Option<&str>) -> Vec<Statement> {
    let Some(base) = catalog.get(&object.id.base()) else { return Vec::new() };
    let text = text.map_or_else(|| "NULL".to_owned(), literal);
    vec![Statement::new(format!("COMMENT ON {} IS {text}", base.reference()))]
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
