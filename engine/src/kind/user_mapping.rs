//! User mappings. Whose options the reading role may not see is told, and neither compared nor changed.

use super::{Change, Context, ObjectKind, foreign_options};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::quote;
use crate::statement::Statement;

/// CREATE USER MAPPING
pub struct UserMapping;

/// No role can be called so (the server reserves the name).
const PUBLIC: &str = "public";

impl ObjectKind for UserMapping {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/user_mapping.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "user mapping"
    }

    /// As `pg_identify_object` writes it, without quotes.
    fn identity(&self, object: &Object) -> String {
        format!("{} on server {}", object.id.last(), object.id.first())
    }

    fn schema<'a>(&self, _object: &'a Object) -> Option<&'a str> {
        None
    }

    fn reference(&self, object: &Object) -> String {
        let user = if object.id.last() == PUBLIC { "PUBLIC".to_owned() } else { quote(object.id.last()) };
        format!("USER MAPPING FOR {user} SERVER {}", quote(object.id.first()))
    }

    fn is_comparable(&self, object: &Object) -> bool {
        object.get("_note").is_none()
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        Some(object.id.last()).filter(|user| *user != PUBLIC).into_iter().collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let sql = format!("CREATE {}{}", self.reference(object), foreign_options::clause(object));
        let statement = foreign_options::announced(Statement::new(sql), None, object);
        vec![match object.text("_note") {
            Some(note) => statement.hazard(Hazard::NotComparable).because(format!("{note}: it is made without any")),
            None => statement.hazard(Hazard::AuthorizationWidened),
        }]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let statement = Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropServer);
        let statement = foreign_options::losing(statement, object, None);
        let hidden = !self.is_comparable(object);
        vec![if hidden { statement.reversible(crate::statement::Reversibility::StructureOnly) } else { statement }]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let Change { old, new, .. } = *change;
        let changes = foreign_options::changes(old, new);
        if changes.is_empty() || !self.is_comparable(old) || !self.is_comparable(new) {
            return Vec::new();
        }
        let statement = Statement::new(format!("ALTER {}{changes}", self.reference(new)));
        vec![foreign_options::announced(statement, Some(old), new)]
    }
}
