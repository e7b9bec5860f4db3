//! Parameters set for this database, for everybody or for one role.

use super::{Change, Context, ObjectKind, database, setting};
use crate::catalog::{Catalog, Object};
use crate::ident::quote;
use crate::options::ReadScope;
use crate::statement::Statement;

/// ALTER DATABASE … SET, ALTER ROLE … IN DATABASE … SET
pub struct DatabaseSetting;

fn whose(object: &Object, catalog: &Catalog) -> String {
    let database = database::reference_in(catalog);
    match object.id.part(0) {
        "" => database,
        role => format!("ROLE {} IN {database}", quote(role)),
    }
}

impl ObjectKind for DatabaseSetting {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/database_setting.sql"))
    }

    fn scope(&self) -> ReadScope {
        ReadScope::Database
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "database setting"
    }

    fn identity(&self, object: &Object) -> String {
        match object.id.part(0) {
            "" => quote(object.id.part(1)),
            role => format!("{} of role {}", quote(object.id.part(1)), quote(role)),
        }
    }

    fn schema<'a>(&self, _object: &'a Object) -> Option<&'a str> {
        None
    }

    fn reference(&self, object: &Object) -> String {
        format!("setting {}", self.identity(object))
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        Some(object.id.part(0)).filter(|role| !role.is_empty()).into_iter().collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        setting::set(&whose(object, cx.source), object)
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        setting::reset(&whose(object, cx.target), object)
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        setting::changed(&whose(change.new, cx.source), change)
    }
}
