//! Parameters set for a role, or for all, in every database.

use super::{Change, Context, ObjectKind, setting};
use crate::catalog::Object;
use crate::ident::quote;
use crate::options::ReadScope;
use crate::statement::Statement;

/// ALTER ROLE … SET
pub struct RoleSetting;

fn whose(object: &Object) -> String {
    match object.id.part(0) {
        "" => "ROLE ALL".to_owned(),
        role => format!("ROLE {}", quote(role)),
    }
}

impl ObjectKind for RoleSetting {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/role_setting.sql"))
    }

    fn scope(&self) -> ReadScope {
        ReadScope::Cluster
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "role setting"
    }

    fn identity(&self, object: &Object) -> String {
        match object.id.part(0) {
            "" => format!("{} of all roles", quote(object.id.part(1))),
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

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        setting::set(&whose(object), object)
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        setting::reset(&whose(object), object)
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        setting::changed(&whose(change.new), change)
    }
}
