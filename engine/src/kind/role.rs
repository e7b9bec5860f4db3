//! Roles of the cluster, with their attributes. Passwords, memberships and settings are objects of their own.

use super::{Change, Context, ObjectKind};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::options::ReadScope;
use crate::statement::Statement;

/// CREATE ROLE
pub struct Role;

/// Attributes that are named where they are on and negated where they are off, by property.
const ATTRIBUTES: [(&str, &str, &str); 7] = [
    ("superuser", "SUPERUSER", "NOSUPERUSER"),
    ("no_inherit", "NOINHERIT", "INHERIT"),
    ("createrole", "CREATEROLE", "NOCREATEROLE"),
    ("createdb", "CREATEDB", "NOCREATEDB"),
    ("login", "LOGIN", "NOLOGIN"),
    ("replication", "REPLICATION", "NOREPLICATION"),
    ("bypassrls", "BYPASSRLS", "NOBYPASSRLS"),
];

fn attributes(object: &Object, has: impl Fn(&str) -> bool) -> String {
    let flags = ATTRIBUTES.iter().filter(|(property, ..)| has(property));
    let mut words: Vec<String> =
        flags.map(|(property, on, off)| if object.flag(property) { *on } else { *off }.to_owned()).collect();
    if has("connection_limit") {
        words.push(format!("CONNECTION LIMIT {}", object.int("connection_limit").unwrap_or(-1)));
    }
    if has("valid_until") {
        // Nothing takes the limit away again, but this never comes.
        words.push(format!("VALID UNTIL {}", literal(object.text("valid_until").unwrap_or("infinity"))));
    }
    words.iter().map(|word| format!(" {word}")).collect()
}

impl ObjectKind for Role {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/role.sql"))
    }

    fn scope(&self) -> ReadScope {
        ReadScope::Cluster
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "role"
    }

    fn reference(&self, object: &Object) -> String {
        format!("ROLE {}", quote(object.id.last()))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_authid", object.id.name.to_vec())]
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let attributes = attributes(object, |property| object.get(property).is_some());
        vec![Statement::new(format!("CREATE {}{attributes}", self.reference(object))).hazard(Hazard::AuthorizationWidened)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let why = "the server refuses while the role owns something, or is granted something, in any database";
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropRole).because(why)]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let attributes = attributes(change.new, |property| change.has(property));
        if attributes.is_empty() {
            return Vec::new();
        }
        let statement = Statement::new(format!("ALTER {}{attributes}", self.reference(change.new)));
        let statement = statement.hazard(Hazard::AuthorizationWidened).hazard(Hazard::AuthorizationNarrowed);
        let forever = change.has("valid_until") && change.new.get("valid_until").is_none();
        vec![if forever { statement.hazard(Hazard::CannotBeUndone) } else { statement }]
    }
}
