//! Rewrite rules, other than the one that makes a view.

use super::ancestry::{relation, stands};
use super::{Change, Context, ObjectKind};
use crate::catalog::Object;
use crate::hazard::LockMode;
use crate::ident::quote;
use crate::statement::Statement;

/// CREATE RULE
pub struct Rule;

fn define(object: &Object, or_replace: &str, cx: &Context<'_>) -> Statement {
    let statement =
        Statement::new(format!("CREATE {or_replace}RULE {} AS {}", quote(object.id.last()), object.str("definition")));
    if stands(object.parent.as_ref(), cx) { statement.locks(LockMode::AccessExclusive, relation(object)) } else { statement }
}

fn enable(object: &Object) -> Statement {
    let words = object.text("enabled").unwrap_or("ENABLE");
    Statement::new(format!("ALTER TABLE {} {words} RULE {}", relation(object), quote(object.id.last())))
        .locks(LockMode::AccessExclusive, relation(object))
}

impl ObjectKind for Rule {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/rule.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "rule"
    }

    fn identity(&self, object: &Object) -> String {
        format!("{} on {}", quote(object.id.last()), relation(object))
    }

    fn reference(&self, object: &Object) -> String {
        format!("RULE {} ON {}", quote(object.id.last()), relation(object))
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = vec![define(object, "", cx)];
        statements.extend(object.get("enabled").map(|_| enable(object)));
        statements
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP {}", self.reference(object))).locks(LockMode::AccessExclusive, relation(object))]
    }

    /// Replacing a rule leaves its firing state (rewriteDefine.c, InsertRule).
    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = Vec::new();
        if change.has("definition") {
            statements.push(define(change.new, "OR REPLACE ", cx));
        }
        if change.has("enabled") {
            statements.push(enable(change.new));
        }
        statements
    }
}
