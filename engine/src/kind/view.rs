//! Views.
//!
//! `CREATE OR REPLACE VIEW` keeps the owner, privileges and comments, and takes new columns only behind the old ones
//! (src/backend/commands/view.c, checkViewTupleDesc); it forgets options that it doesn't name.

use super::{Change, Context, DefaultPrivileges, ObjectKind, Way, values_query};
use crate::catalog::Object;
use crate::hazard::{Hazard, LockMode};
use crate::ident::{qualified, quote};
use crate::relation_options;
use crate::statement::Statement;
use serde_json::Value;

/// CREATE VIEW
pub struct View;

fn define(create: &str, object: &Object) -> Statement {
    let columns: Vec<&str> = object.array("columns").iter().filter_map(|column| column.get(0)?.as_str()).collect();
    let (names, query) = values_query::split(object.str("definition"), &columns);
    let options = relation_options::clause(&object.texts("options"));
    Statement::new(format!("{create} VIEW {}{names}{options} AS\n{query}", qualified(&object.id.name)))
}

/// A column of nulls that has the type, collation and name of the real one.
fn null_column(column: &Value) -> Option<String> {
    let (name, data_type) = (column.get(0)?.as_str()?, column.get(1)?.as_str()?);
    let collation: Vec<&str> = column.get(2)?.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let collate = if collation.is_empty() { String::new() } else { format!(" COLLATE {}", qualified(&collation)) };
    Some(format!("NULL::{data_type}{collate} AS {}", quote(name)))
}

impl ObjectKind for View {
    fn is_deparsed(&self) -> bool {
        true
    }

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

    /// As pg_dump breaks cycles of views (createDummyViewAsClause).
    fn stub(&self, object: &Object, _cx: &Context<'_>) -> Option<Vec<Statement>> {
        let columns: Option<Vec<String>> = object.array("columns").iter().map(null_column).collect();
        let sql = format!("CREATE OR REPLACE VIEW {} AS\n SELECT {}", qualified(&object.id.name), columns?.join(",\n    "));
        Some(vec![Statement::new(sql).because("stands in for the view, which needs what needs it")])
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
        // No property differs where the view takes the place of its stand-in.
        if change.has_any(&["definition", "columns"]) || change.properties.is_empty() {
            return vec![define("CREATE OR REPLACE", change.new).locks(LockMode::AccessExclusive, name)];
        }
        relation_options::changes(&change.old.texts("options"), &change.new.texts("options"))
            .into_iter()
            .map(|subcommand| Statement::new(format!("ALTER VIEW {name} {subcommand}")).locks(LockMode::AccessExclusive, &name))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_stand_in_has_the_columns_of_the_view() {
        assert_eq!(null_column(&json!(["a b", "text", ["pg_catalog", "C"]])).as_deref(), Some("NULL::text COLLATE pg_catalog.\"C\" AS \"a b\""));
        assert_eq!(null_column(&json!(["n", "integer", null])).as_deref(), Some("NULL::integer AS n"));
    }
}
