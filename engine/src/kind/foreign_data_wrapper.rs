//! Foreign-data wrappers.

use super::{Change, Context, DefaultPrivileges, ObjectKind, foreign_options};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{qualified, quote};
use crate::statement::Statement;

/// CREATE FOREIGN DATA WRAPPER
pub struct ForeignDataWrapper;

/// ` HANDLER f`, ` NO HANDLER`
fn function(object: &Object, property: &str) -> String {
    let word = property.to_uppercase();
    match object.texts(property).as_slice() {
        [] => format!(" NO {word}"),
        name => format!(" {word} {}", qualified(name)),
    }
}

impl ObjectKind for ForeignDataWrapper {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/foreign_data_wrapper.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "foreign-data wrapper"
    }

    fn reference(&self, object: &Object) -> String {
        format!("FOREIGN DATA WRAPPER {}", quote(object.id.last()))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges { owner: &["USAGE"], public: &[] })
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_foreign_data_wrapper", object.id.name.to_vec())]
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let mut sql = format!("CREATE {}", self.reference(object));
        for property in ["handler", "validator"] {
            if object.get(property).is_some() {
                sql.push_str(&function(object, property));
            }
        }
        sql.push_str(&foreign_options::clause(object));
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
        for property in ["handler", "validator"] {
            if change.has(property) {
                sql.push_str(&function(new, property));
            }
        }
        sql.push_str(&foreign_options::changes(old, new));
        if sql.len() == bare {
            return Vec::new();
        }
        vec![foreign_options::announced(Statement::new(sql), Some(old), new)]
    }
}
