//! The database itself: the same object on both sides, whatever each is called.

use super::{Change, Context, DefaultPrivileges, Kind, ObjectKind};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::quote;
use crate::options::ReadScope;
use crate::statement::Statement;

/// ALTER DATABASE
pub struct Database;

/// The one database of a catalog.
pub fn id() -> ObjectId {
    ObjectId::new(Kind::Database, ["current"])
}

/// `DATABASE name`, as the target is called.
pub(super) fn reference_in(catalog: &Catalog) -> String {
    let name = catalog.get(&id()).map_or(catalog.origin.database.as_str(), |database| database.str("_name"));
    format!("DATABASE {}", quote(name))
}

/// What only CREATE DATABASE can say, or what can't be said from inside.
const FIXED: [(&str, &str); 7] = [
    ("encoding", "encoding"),
    ("collate", "LC_COLLATE"),
    ("ctype", "LC_CTYPE"),
    ("locale_provider", "locale provider"),
    ("locale", "locale"),
    ("icu_rules", "ICU rules"),
    ("tablespace", "tablespace"),
];

fn altered(object: &Object, has: impl Fn(&str) -> bool) -> Vec<Statement> {
    let alter = |words: String| Statement::new(format!("ALTER {} {words}", object.reference()));
    let mut statements = Vec::new();
    if has("connection_limit") {
        let limit = object.int("connection_limit").unwrap_or(-1);
        statements.push(alter(format!("CONNECTION LIMIT = {limit}")).hazard(Hazard::ChangedSetting));
    }
    if has("template") {
        statements.push(alter(format!("IS_TEMPLATE = {}", object.flag("template"))).hazard(Hazard::ChangedSetting));
    }
    statements
}

impl ObjectKind for Database {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/database.sql"))
    }

    fn scope(&self) -> ReadScope {
        ReadScope::Database
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "database"
    }

    fn identity(&self, object: &Object) -> String {
        quote(object.str("_name"))
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.str("_name")
    }

    fn reference(&self, object: &Object) -> String {
        format!("DATABASE {}", quote(object.str("_name")))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges { owner: &["CREATE", "CONNECT", "TEMPORARY"], public: &["CONNECT", "TEMPORARY"] })
    }

    /// It is there: only what of it isn't as in any new database.
    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        altered(object, |property| object.get(property).is_some())
    }

    fn drop(&self, _object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = altered(change.new, |property| change.has(property));
        for (_, word) in FIXED.iter().filter(|(property, _)| change.has(property)) {
            let sql = format!("-- the {word} of the database can't be changed from inside it");
            let why = "it is chosen when a database is made, or moved while nobody is connected to it";
            statements.push(Statement::new(sql).hazard(Hazard::NotSupported).because(why));
        }
        statements
    }
}
