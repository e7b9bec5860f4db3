//! Passwords of roles. A placeholder would be a password that everybody knows: the statement that holds it stands in the script as
//! a comment.

use super::foreign_options::revealed;
use super::{Change, Context, ObjectKind};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::options::ReadScope;
use crate::statement::{Reversibility, Statement};

/// ALTER ROLE … PASSWORD
pub struct RolePassword;

fn alter(object: &Object, password: &str) -> String {
    format!("ALTER ROLE {} PASSWORD {password}", quote(object.id.last()))
}

fn set(object: &Object) -> Statement {
    match revealed(object, "password") {
        Some(password) => Statement::new(alter(object, &literal(password))).hazard(Hazard::AuthorizationWidened),
        // A name may have line breaks.
        None => Statement::new(format!("-- {}", alter(object, "'fill in the secret'").replace(['\n', '\r'], " ")))
            .hazard(Hazard::SecretMissing)
            .because("a secret is never read: fill it in and run the statement by hand"),
    }
}

fn losing(statement: Statement, old: &Object) -> Statement {
    if revealed(old, "password").is_some() { statement } else { statement.reversible(Reversibility::StructureOnly) }
}

impl ObjectKind for RolePassword {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/role_password.sql"))
    }

    fn scope(&self) -> ReadScope {
        ReadScope::Cluster
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "role password"
    }

    fn reference(&self, object: &Object) -> String {
        format!("password of role {}", quote(object.id.last()))
    }

    fn is_comparable(&self, object: &Object) -> bool {
        object.get("_note").is_none()
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        if self.is_comparable(object) { vec![set(object)] } else { Vec::new() }
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        if !self.is_comparable(object) {
            return Vec::new();
        }
        vec![losing(Statement::new(alter(object, "NULL")).hazard(Hazard::AuthorizationNarrowed), object)]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        if !self.is_comparable(change.old) || !self.is_comparable(change.new) {
            return Vec::new();
        }
        let statement = set(change.new);
        vec![if revealed(change.new, "password").is_some() { losing(statement, change.old) } else { statement }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::ObjectId;
    use crate::kind::Kind;
    use serde_json::json;

    #[test]
    fn a_placeholder_never_becomes_a_password() {
        let mut role = Object {
            id: ObjectId::new(Kind::RolePassword, ["a\nb"]),
            parent: None,
            properties: [("password_secrets".to_owned(), json!({"password": "12"}))].into(),
            depends: [].into(),
        };
        let statement = set(&role);
        assert_eq!(statement.sql, "-- ALTER ROLE \"a b\" PASSWORD 'fill in the secret'");
        assert!(statement.hazards.contains(&Hazard::SecretMissing));
        role.properties.insert("_secrets".to_owned(), json!({"password": "it's"}));
        assert_eq!(set(&role).sql, "ALTER ROLE \"a\nb\" PASSWORD 'it''s'");
    }
}
