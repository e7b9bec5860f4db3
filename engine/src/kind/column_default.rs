//! Defaults of columns, of tables and of views.

use super::column::clause::locked;
use super::column::lineage::table_of;
use super::column::swap;
use super::{Change, Context, Folding, Kind, ObjectKind, identity, sequence_position};
use crate::catalog::{Object, ObjectId};
use crate::hazard::LockMode;
use crate::ident::{qualified, quote};
use crate::statement::Statement;

/// ALTER COLUMN … SET DEFAULT
pub struct ColumnDefault;

fn alter(object: &Object, subcommand: &str) -> Statement {
    let what = if object.str("_relation") == "v" { "VIEW" } else { "TABLE ONLY" };
    let relation = qualified(object.id.names(2));
    Statement::new(format!("ALTER {what} {relation} ALTER COLUMN {} {subcommand}", quote(object.id.last())))
}

/// The sequence that the default takes its values from, if it does nothing else.
fn sequence<'a>(object: &Object, cx: &Context<'a>) -> Option<&'a Object> {
    let sequence = object.depends.iter().find(|needed| needed.kind == Kind::Sequence)?;
    cx.source.get(sequence).filter(|_| object.str("expression").starts_with("nextval("))
}

/// Does the column come with its default, in the place of the old one?
fn comes_with_column(object: &Object, cx: &Context<'_>) -> bool {
    object.parent.as_ref().is_some_and(|column| swap::swaps(column, cx))
}

impl ObjectKind for ColumnDefault {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/column_default.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "default value"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("default")
    }

    fn reference(&self, object: &Object) -> String {
        format!("default of {}", qualified(&object.id.name))
    }

    fn folding(&self, object: &Object) -> Folding {
        // A constant of its own table's row type can't come with the column that it is the default of.
        let of_row = crate::catalog::row_constants(object).next().is_some();
        Folding { create: object.str("_relation") != "v" && !of_row, drop: true }
    }

    /// A column has a default or an identity.
    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("default", object.id.name.to_vec())]
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        if comes_with_column(object, cx) {
            return Vec::new();
        }
        let set = alter(object, &format!("SET DEFAULT {}", object.str("expression")));
        let mut statements = vec![locked(set, LockMode::AccessExclusive, &table_of(&object.id), cx)];
        // From an identity to a serial column: the new sequence goes on where the old one stopped.
        let had_identity = cx.target.contains(&ObjectId::new(Kind::Identity, object.id.name.iter().cloned()));
        if let Some(given_back) = sequence_position::give_back(object, cx) {
            statements.extend(given_back);
        } else if had_identity
            && identity::column_stands(object, cx)
            && let Some(sequence) = sequence(object, cx).filter(|sequence| !cx.target.contains(&sequence.id))
        {
            let name: Vec<&str> = sequence.id.name.iter().map(String::as_str).collect();
            statements.push(identity::set_position(&name, sequence, &object.id));
        }
        statements
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        if comes_with_column(object, cx) {
            return Vec::new();
        }
        vec![alter(object, "DROP DEFAULT").locks(LockMode::AccessExclusive, qualified(object.id.names(2)))]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        if comes_with_column(change.new, cx) {
            return Vec::new();
        }
        let set = alter(change.new, &format!("SET DEFAULT {}", change.new.str("expression")));
        vec![locked(set, LockMode::AccessExclusive, &table_of(&change.new.id), cx)]
    }
}
