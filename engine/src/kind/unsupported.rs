//! Objects of kinds that pgdiff doesn't handle yet. They are there, so that they can be told and that what depends on them
//! knows it; nothing is compared and no statement is written.

use super::{Change, Context, ObjectKind};
use crate::catalog::Object;
use crate::statement::Statement;

/// an object of a kind that isn't handled
pub struct Unsupported;

/// The types, as `pg_identify_object` names them.
pub const TYPES: &[&str] = &[
    "security label",
];

impl ObjectKind for Unsupported {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/unsupported.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        TYPES.iter().copied().find(|name| *name == object.id.part(0)).unwrap_or("unsupported")
    }

    fn identity(&self, object: &Object) -> String {
        object.id.part(1).to_owned()
    }

    fn is_comparable(&self, _object: &Object) -> bool {
        false
    }

    fn schema<'a>(&self, object: &'a Object) -> Option<&'a str> {
        object.text("_schema")
    }

    fn reference(&self, object: &Object) -> String {
        format!("{} {}", object.id.part(0), object.id.part(1))
    }

    fn create(&self, _object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn drop(&self, _object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
