//! A table of a publication. No statement alters one table's column list or filter: it leaves and joins again.

use super::{Change, Context, Kind, ObjectKind, Way, publication};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, LockMode};
use crate::ident::{qualified, quote};
use crate::statement::Statement;

/// ALTER PUBLICATION … ADD TABLE
pub struct PublicationRelation;

fn table(object: &Object) -> String {
    qualified(&object.id.name[1..])
}

/// With its lock, if the table isn't made by this plan.
fn statement(object: &Object, subcommand: &str, cx: &Context<'_>) -> Statement {
    let sql = format!("ALTER {} {subcommand}", publication::reference(object.id.first()));
    let id = ObjectId::new(Kind::Table, object.id.name[1..].iter().cloned());
    let statement = Statement::new(sql).hazard(Hazard::Replication);
    if super::ancestry::stands(Some(&id), cx) {
        statement.locks(LockMode::ShareUpdateExclusive, table(object))
    } else {
        statement
    }
}

impl ObjectKind for PublicationRelation {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/publication_relation.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "publication relation"
    }

    /// As `pg_identify_object` writes it.
    fn identity(&self, object: &Object) -> String {
        format!("{} in publication {}", table(object), object.id.first())
    }

    fn schema<'a>(&self, object: &'a Object) -> Option<&'a str> {
        Some(object.id.part(1))
    }

    fn reference(&self, object: &Object) -> String {
        format!("{} TABLE {}", publication::reference(object.id.first()), table(object))
    }

    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::Rebuild
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let mut subcommand = format!("ADD TABLE ONLY {}", table(object));
        let columns: Vec<String> = object.texts("columns").into_iter().map(quote).collect();
        if !columns.is_empty() {
            subcommand.push_str(&format!(" ({})", columns.join(", ")));
        }
        if let Some(filter) = object.text("filter") {
            subcommand.push_str(&format!(" WHERE ({filter})"));
        }
        vec![statement(object, &subcommand, cx)]
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        vec![statement(object, &format!("DROP TABLE ONLY {}", table(object)), cx)]
    }

    /// Always made anew.
    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
