//! Operator classes. Nothing of them can be altered but the family that they are in; what is tied to a class is an object of
//! its own ([`opfamily_member`]), merged into the class's CREATE.

use super::operator_family::using;
use super::{Change, Context, ObjectKind, Way, opfamily_member};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::qualified;
use crate::statement::Statement;

/// CREATE OPERATOR CLASS
pub struct OperatorClass;

impl ObjectKind for OperatorClass {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/operator_class.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "operator class"
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(1)
    }

    fn identity(&self, object: &Object) -> String {
        using(object.id.names(3))
    }

    fn reference(&self, object: &Object) -> String {
        format!("OPERATOR CLASS {}", using(object.id.names(3)))
    }

    /// A type has one default for an access method, in all schemas together.
    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        let mut slots = vec![("operator class", object.id.name.to_vec())];
        if object.flag("default") {
            slots.push(("default operator class", vec![object.id.part(2).to_owned(), object.str("type").to_owned()]));
        }
        slots
    }

    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::Rebuild
    }

    fn create(&self, object: &Object, folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let mut members = opfamily_member::clauses(folded);
        match object.text("storage") {
            Some(type_) => members.push(format!("STORAGE {type_}")),
            // The list must not be empty; this says what is so without it, as pg_dump does.
            None if members.is_empty() => members.push(format!("STORAGE {}", object.str("type"))),
            None => {}
        }
        let (schema_and_name, method) = (qualified(object.id.names(2)), crate::ident::quote(object.id.part(2)));
        let default = if object.flag("default") { "DEFAULT " } else { "" };
        vec![Statement::new(format!(
            "CREATE OPERATOR CLASS {schema_and_name} {default}FOR TYPE {} USING {method} FAMILY {} AS\n    {}",
            object.str("type"),
            qualified(&object.texts("family")),
            members.join(",\n    ")
        ))]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropObject)]
    }

    /// Always made anew.
    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
