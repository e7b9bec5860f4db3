//! CHECK constraints of domains.

use super::conversion::in_columns;
use super::domain::checks_tables;
use super::{Change, Context, Folding, Kind, ObjectKind, Way};
use crate::catalog::{Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{qualified, quote};
use crate::lex::{self, Token};
use crate::probe::{self, Question};
use crate::statement::Statement;

/// ALTER DOMAIN … ADD CONSTRAINT
pub struct DomainConstraint;

fn domain(constraint: &Object) -> String {
    qualified(constraint.id.names(2))
}

fn domain_id(constraint: &Object) -> ObjectId {
    ObjectId::new(Kind::Domain, constraint.id.names(2).iter().cloned())
}

/// The condition with an expression in place of VALUE.
fn of_value(condition: &str, expression: &str) -> String {
    let part = |(token, text): (Token, &str)| {
        if token == Token::Word && text.eq_ignore_ascii_case("value") { expression.to_owned() } else { text.to_owned() }
    };
    lex::tokens(condition).into_iter().map(part).collect()
}

impl ObjectKind for DomainConstraint {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/domain_constraint.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "domain constraint"
    }

    fn identity(&self, object: &Object) -> String {
        format!("{} on {}", quote(object.id.last()), domain(object))
    }

    fn reference(&self, object: &Object) -> String {
        format!("CONSTRAINT {} ON DOMAIN {}", quote(object.id.last()), domain(object))
    }

    /// CREATE DOMAIN knows no NOT VALID.
    fn folding(&self, object: &Object) -> Folding {
        Folding { create: !object.flag("not_valid"), drop: true }
    }

    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        let validated = change.only(&["not_valid"]) && change.old.flag("not_valid");
        if validated { Way::InPlace } else { Way::Rebuild }
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        let holds = |new: &Object| old.is_some_and(|old| !old.flag("not_valid") && old.get("definition") == new.get("definition"));
        let Some(new) = new.filter(|new| !new.flag("not_valid") && !holds(new)) else { return Vec::new() };
        let Some(check) = probe::groups(new.str("definition")).first().copied() else { return Vec::new() };
        let violated = |column: &str, _: &str| format!("NOT ({})", of_value(check, column));
        let questions = in_columns(&domain_id(new), Hazard::AddCheck, "values that violate it", false, violated, cx);
        questions.into_iter().map(Question::of_what_is_wanted).collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let (name, definition) = (quote(object.id.last()), object.str("definition"));
        let sql = format!("ALTER DOMAIN {} ADD CONSTRAINT {name} {definition}", domain(object));
        if object.flag("not_valid") {
            return vec![Statement::new(format!("{sql} NOT VALID"))];
        }
        vec![checks_tables(Statement::new(sql).hazard(Hazard::AddCheck), &domain_id(object), cx)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let sql = format!("ALTER DOMAIN {} DROP CONSTRAINT {}", domain(object), quote(object.id.last()));
        vec![Statement::new(sql).hazard(Hazard::DropConstraint)]
    }

    /// Only from NOT VALID to valid.
    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        if !change.has("not_valid") {
            return Vec::new();
        }
        let sql = format!("ALTER DOMAIN {} VALIDATE CONSTRAINT {}", domain(change.new), quote(change.new.id.last()));
        vec![checks_tables(Statement::new(sql).hazard(Hazard::AddCheck), &domain_id(change.new), cx)]
    }
}
