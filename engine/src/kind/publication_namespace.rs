//! A schema of a publication: all its tables are published, those that come later too.

use super::{Change, Context, ObjectKind, publication};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::quote;
use crate::statement::Statement;

/// ALTER PUBLICATION … ADD TABLES IN SCHEMA
pub struct PublicationNamespace;

fn statement(object: &Object, verb: &str) -> Vec<Statement> {
    let publication = publication::reference(object.id.first());
    let sql = format!("ALTER {publication} {verb} TABLES IN SCHEMA {}", quote(object.id.last()));
    vec![Statement::new(sql).hazard(Hazard::Replication)]
}

impl ObjectKind for PublicationNamespace {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/publication_namespace.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "publication namespace"
    }

    /// As `pg_identify_object` writes it, without quotes.
    fn identity(&self, object: &Object) -> String {
        format!("{} in publication {}", object.id.last(), object.id.first())
    }

    fn schema<'a>(&self, object: &'a Object) -> Option<&'a str> {
        Some(object.id.last())
    }

    fn reference(&self, object: &Object) -> String {
        format!("{} TABLES IN SCHEMA {}", publication::reference(object.id.first()), quote(object.id.last()))
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        statement(object, "ADD")
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        statement(object, "DROP")
    }

    /// It has no properties.
    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
