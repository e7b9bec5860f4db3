//! Foreign servers.

use super::{Change, Context, DefaultPrivileges, ObjectKind, Way, foreign_options};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::statement::Statement;

/// CREATE SERVER
pub struct ForeignServer;

impl ObjectKind for ForeignServer {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/foreign_server.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "server"
    }

    fn reference(&self, object: &Object) -> String {
        format!("SERVER {}", quote(object.id.last()))
    }

    fn grant_reference(&self, object: &Object) -> String {
        format!("FOREIGN SERVER {}", quote(object.id.last()))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges { owner: &["USAGE"], public: &[] })
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_foreign_server", object.id.name.to_vec())]
    }

    /// ALTER SERVER changes neither the wrapper nor the type.
    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        if change.has_any(&["wrapper", "type"]) { Way::Rebuild } else { Way::InPlace }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let mut sql = format!("CREATE {}", self.reference(object));
        for (property, word) in [("type", "TYPE"), ("version", "VERSION")] {
            if let Some(value) = object.text(property) {
                sql.push_str(&format!(" {word} {}", literal(value)));
            }
        }
        sql.push_str(&format!(" FOREIGN DATA WRAPPER {}{}", quote(object.str("wrapper")), foreign_options::clause(object)));
        vec![foreign_options::announced(Statement::new(sql), None, object)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let statement = Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropServer);
        vec![foreign_options::losing(statement, object, None)]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let Change { old, new, .. } = *change;
        let mut sql = format!("ALTER {}", self.reference(new));
        let bare = sql.len();
        if change.has("version") {
            sql.push_str(&format!(" VERSION {}", new.text("version").map_or_else(|| "NULL".to_owned(), literal)));
        }
        sql.push_str(&foreign_options::changes(old, new));
        if sql.len() == bare {
            return Vec::new();
        }
        vec![foreign_options::announced(Statement::new(sql), Some(old), new)]
    }
}
