//! Tablespaces. Their directories are made by no statement.

use super::{Change, Context, DefaultPrivileges, ObjectKind};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::options::ReadScope;
use crate::relation_options;
use crate::statement::Statement;

/// CREATE TABLESPACE
pub struct Tablespace;

/// A query that says the one where it is there, and the other where it isn't.
fn there(object: &Object, yes: &str, no: &str) -> String {
    format!(
        "SELECT CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_tablespace WHERE spcname OPERATOR(pg_catalog.=) {}) THEN '{yes}' ELSE '{no}' END",
        literal(object.id.last())
    )
}

impl ObjectKind for Tablespace {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/tablespace.sql"))
    }

    fn scope(&self) -> ReadScope {
        ReadScope::Cluster
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "tablespace"
    }

    fn reference(&self, object: &Object) -> String {
        format!("TABLESPACE {}", quote(object.id.last()))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_tablespace", object.id.name.to_vec())]
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges { owner: &["CREATE"], public: &[] })
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let why = match object.text("location") {
            Some(_) => "the directory must be there, empty, and the server's own",
            None => "it lies in the data directory, which the server allows only with allow_in_place_tablespaces = on",
        };
        let location = literal(object.str("location"));
        let options = relation_options::clause(&object.texts("options"));
        let sql = format!("CREATE {} LOCATION {location}{options}", self.reference(object));
        let mut statement = Statement::new(sql).hazard(Hazard::NeedsDirectory).because(why);
        statement.in_transaction = false;
        vec![statement.judged(there(object, "applied", "not applied"), None)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let statement = Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropObject);
        let mut statement = statement.because("the server refuses while something of any database lies in it");
        statement.in_transaction = false;
        vec![statement.judged(there(object, "not applied", "applied"), None)]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let reference = self.reference(change.new);
        let mut statements = Vec::new();
        if change.has("location") {
            let sql = "-- a tablespace can't be moved to another directory by a statement";
            let why = "stop the server, move the directory, and change its link in pg_tblspc";
            statements.push(Statement::new(sql).hazard(Hazard::NotSupported).because(why));
        }
        let changes = relation_options::changes(&change.old.texts("options"), &change.new.texts("options"));
        statements.extend(changes.into_iter().map(|words| Statement::new(format!("ALTER {reference} {words}"))));
        statements
    }
}
