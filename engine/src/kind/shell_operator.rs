//! Shell operators: names of commutators and negators that are not defined.
//!
//! Whoever names one makes it, and CREATE OPERATOR fills it. Only dropping one takes a statement of its own.

use super::operator::signature;
use super::{Change, Context, Kind, ObjectKind};
use crate::catalog::{Object, ObjectId};
use crate::statement::Statement;

/// a commutator or negator without a definition
pub struct ShellOperator;

impl ObjectKind for ShellOperator {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/shell_operator.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "operator"
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(1)
    }

    fn identity(&self, object: &Object) -> String {
        object.text("_identity").map_or_else(|| signature(&object.id), str::to_owned)
    }

    fn reference(&self, object: &Object) -> String {
        format!("OPERATOR {}", signature(&object.id))
    }

    /// One that no operator names is dropped, because it can keep its schema or a type from being dropped; no statement makes it.
    fn differs_alone(&self, object: &Object, in_target: bool) -> bool {
        in_target || !object.flag("_left_over")
    }

    fn create(&self, _object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        if cx.source.contains(&ObjectId { kind: Kind::Operator, ..object.id.clone() }) {
            return Vec::new();
        }
        let because = "it was only named as a commutator or negator";
        vec![Statement::new(format!("DROP {}", self.reference(object))).because(because)]
    }

    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
