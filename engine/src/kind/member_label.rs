//! Security labels of members of extensions. pg_dump leaves them out (checkExtensionMembership in pg_dump.c); whoever labelled the
//! member meant it all the same, and no extension does it for him.

use super::initial_privileges::type_of;
use super::{Change, Context, ObjectKind, security_label};
use crate::catalog::Object;
use crate::ident::qualified;
use crate::statement::Statement;

/// SECURITY LABEL on a member of an extension
pub struct MemberLabel;

fn synced(old: Option<&Object>, new: Option<&Object>) -> Vec<Statement> {
    let Some(object) = old.or(new) else { return Vec::new() };
    security_label::synced(&object.reference(), old, new)
}

impl ObjectKind for MemberLabel {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/member_label.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        type_of(object)
    }

    fn identity(&self, object: &Object) -> String {
        object.id.part(1).to_owned()
    }

    fn schema<'a>(&self, object: &'a Object) -> Option<&'a str> {
        object.text("_schema")
    }

    fn reference(&self, object: &Object) -> String {
        match object.id.part(0) {
            word if word.ends_with(" column") => format!("COLUMN {}", qualified(&object.texts("_column"))),
            "function" | "procedure" | "aggregate" | "window function" => format!("ROUTINE {}", object.id.part(1)),
            "language" => format!("LANGUAGE {}", object.id.part(1)),
            word => format!("{} {}", word.to_uppercase(), object.id.part(1)),
        }
    }

    fn alters_another(&self) -> bool {
        true
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        synced(None, Some(object))
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        synced(Some(object), None)
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        synced(Some(change.old), Some(change.new))
    }
}
