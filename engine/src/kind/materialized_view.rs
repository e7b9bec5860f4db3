//! Materialized views. There is no `CREATE OR REPLACE` for them: another query is another materialized view.

use super::function::depends_on_extensions;
use super::{Change, Context, DefaultPrivileges, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::{Hazard, LockMode};
use crate::ident::{qualified, quote};
use crate::relation_options;
use crate::statement::{Reversibility, Statement};

/// CREATE MATERIALIZED VIEW
pub struct MaterializedView;

impl ObjectKind for MaterializedView {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/materialized_view.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "materialized view"
    }

    fn reference(&self, object: &Object) -> String {
        format!("MATERIALIZED VIEW {}", qualified(&object.id.name))
    }

    fn grant_reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(&object.id.name))
    }

    fn default_privileges(&self, server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges::relation(server_version_num))
    }

    fn reads_rows(&self, _object: &Object) -> bool {
        true
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_class", object.id.name.to_vec()), ("pg_type", object.id.name.to_vec())]
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        // ALTER MATERIALIZED VIEW … SET ACCESS METHOD came with 15.
        let set_access_method = cx.target.origin.server_version_num >= 150_000;
        if change.has("definition") || (change.has("access_method") && !set_access_method) { Way::Rebuild } else { Way::InPlace }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let using = object.text("access_method").map(|name| format!(" USING {}", quote(name))).unwrap_or_default();
        let tablespace = object.text("tablespace").map(|name| format!(" TABLESPACE {}", quote(name))).unwrap_or_default();
        let populated = object.flag("_populated");
        let statement = Statement::new(format!(
            "CREATE MATERIALIZED VIEW {}{using}{}{tablespace} AS\n{}\n  WITH {}DATA",
            qualified(&object.id.name),
            relation_options::clause(&object.texts("options")),
            object.str("definition"),
            if populated { "" } else { "NO " }
        ));
        let statement = if populated { statement.scans() } else { statement };
        let mut statements = vec![statement];
        statements.extend(depends_on_extensions(&self.reference(object), &[], &object.texts("extensions")));
        statements
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let name = qualified(&object.id.name);
        // Its rows are computed again when it is made again, from what the tables hold then.
        vec![
            Statement::new(format!("DROP MATERIALIZED VIEW {name}"))
                .hazard(Hazard::DropMaterializedView)
                .reversible(Reversibility::StructureOnly)
                .locks(LockMode::AccessExclusive, name),
        ]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let Change { old, new, .. } = *change;
        let name = qualified(&new.id.name);
        let alter = |subcommand: String| Statement::new(format!("ALTER MATERIALIZED VIEW {name} {subcommand}"));
        let mut statements = Vec::new();
        if change.has("access_method") {
            let method = new.text("access_method").unwrap_or("heap");
            let subcommand = format!("SET ACCESS METHOD {}", quote(method));
            statements.push(alter(subcommand).locks(LockMode::AccessExclusive, &name).rewrites());
        }
        if change.has("tablespace") {
            let subcommand = format!("SET TABLESPACE {}", super::table::tablespace(change));
            statements.push(alter(subcommand).locks(LockMode::AccessExclusive, &name).rewrites());
        }
        for subcommand in relation_options::changes(&old.texts("options"), &new.texts("options")) {
            statements.push(alter(subcommand).locks(LockMode::ShareUpdateExclusive, &name));
        }
        let depends = depends_on_extensions(&self.reference(new), &old.texts("extensions"), &new.texts("extensions"));
        statements.extend(depends.into_iter().map(|statement| statement.locks(LockMode::AccessExclusive, &name)));
        statements
    }
}
