//! Views.
//!
//! `CREATE OR REPLACE VIEW` keeps the owner, privileges and comments, and takes new columns only behind the old ones
//! (src/backend/commands/view.c, checkViewTupleDesc); it forgets options that it doesn't name.

use super::{Change, Context, DefaultPrivileges, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::{Hazard, LockMode};
use crate::ident::qualified;
use crate::relation_options;
use crate::statement::Statement;

/// CREATE VIEW
pub struct View;

fn define(create: &str, object: &Object) -> Statement {
    Statement::new(format!(
        "{create} VIEW {}{} AS\n{}",
        qualified(&object.id.name),
        relation_options::clause(&object.texts("options")),
        object.str("definition")
    ))
}

impl ObjectKind for View {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/view.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "view"
    }

    fn reference(&self, object: &Object) -> String {
        format!("VIEW {}", qualified(&object.id.name))
    }

    fn grant_reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(&object.id.name))
    }

    fn default_privileges(&self, server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges::relation(server_version_num))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_class", object.id.name.to_vec()), ("pg_type", object.id.name.to_vec())]
    }

    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        if change.new.array("columns").starts_with(change.old.array("columns")) { Way::InPlace } else { Way::Rebuild }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        vec![define("CREATE", object)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let name = qualified(&object.id.name);
        vec![
            Statement::new(format!("DROP VIEW {name}")).hazard(Hazard::DropView).locks(LockMode::AccessExclusive, name),
        ]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let name = qualified(&change.new.id.name);
        if change.has_any(&["definition", "columns"]) {
            return vec![define("CREATE OR REPLACE", change.new).locks(LockMode::AccessExclusive, name)];
        }
        relation_options::changes(&change.old.texts("options"), &change.new.texts("options"))
            .into_iter()
            .map(|subcommand| Statement::new(format!("ALTER VIEW {name} {subcommand}")).locks(LockMode::AccessExclusive, &name))
            .collect()
    }
}
