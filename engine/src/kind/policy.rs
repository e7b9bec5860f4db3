//! Row-level security policies.

use super::ancestry::relation;
use super::{Change, Context, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::{Hazard, LockMode};
use crate::ident::quote;
use crate::statement::Statement;

/// CREATE POLICY
pub struct Policy;

fn roles(object: &Object) -> String {
    let roles = object.texts("roles");
    if roles.is_empty() { "PUBLIC".to_owned() } else { roles.iter().map(|role| quote(role)).collect::<Vec<_>>().join(", ") }
}

fn clauses(object: &Object, wanted: impl Fn(&str) -> bool) -> String {
    let mut sql = String::new();
    if wanted("roles") {
        sql.push_str(&format!(" TO {}", roles(object)));
    }
    for (property, words) in [("using", "USING"), ("check", "WITH CHECK")] {
        if let Some(expression) = object.text(property).filter(|_| wanted(property)) {
            sql.push_str(&format!(" {words} ({expression})"));
        }
    }
    sql
}

fn statement(sql: String, object: &Object, widens: bool) -> Statement {
    let hazard = if widens { Hazard::AuthorizationWidened } else { Hazard::AuthorizationNarrowed };
    Statement::new(sql).locks(LockMode::AccessExclusive, relation(object)).hazard(hazard)
}

impl ObjectKind for Policy {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/policy.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "policy"
    }

    fn identity(&self, object: &Object) -> String {
        format!("{} on {}", quote(object.id.last()), relation(object))
    }

    fn reference(&self, object: &Object) -> String {
        format!("POLICY {} ON {}", quote(object.id.last()), relation(object))
    }

    /// ALTER POLICY can neither change the command nor take an expression away.
    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        let taken = |property| change.has(property) && change.new.get(property).is_none();
        if change.has_any(&["command", "restrictive"]) || taken("using") || taken("check") {
            Way::Rebuild
        } else {
            Way::InPlace
        }
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        object.texts("roles")
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let restrictive = object.flag("restrictive");
        let sql = format!(
            "CREATE {}{}{}{}",
            self.reference(object),
            if restrictive { " AS RESTRICTIVE" } else { "" },
            object.text("command").map(|command| format!(" FOR {command}")).unwrap_or_default(),
            clauses(object, |property| property != "roles" || object.get("roles").is_some()),
        );
        vec![statement(sql, object, !restrictive)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![statement(format!("DROP {}", self.reference(object)), object, object.flag("restrictive"))]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let clauses = clauses(change.new, |property| change.has(property));
        if clauses.is_empty() {
            return Vec::new();
        }
        vec![statement(format!("ALTER {}{clauses}", self.reference(change.new)), change.new, true)]
    }
}
