//! Privileges on configuration parameters, which are the cluster's.

use super::privileges::{Grants, Scribe, built_in, of_rows, roles_of_rows};
use super::{Change, Context, DefaultPrivileges, ObjectKind};
use crate::catalog::Object;
use crate::ident::quote;
use crate::options::ReadScope;
use crate::statement::Statement;

/// GRANT … ON PARAMETER
pub struct ParameterPrivileges;

/// What the bootstrap superuser has without a grant.
const DEFAULT: DefaultPrivileges = DefaultPrivileges { owner: &["SET", "ALTER SYSTEM"], public: &[] };

fn grants(object: Option<&Object>) -> Grants {
    object.map_or_else(|| built_in(DEFAULT), |object| of_rows(object.array("grants")))
}

fn synced(old: Option<&Object>, new: Option<&Object>) -> Vec<Statement> {
    let Some(object) = old.or(new) else { return Vec::new() };
    Scribe::of_stranger(object.reference(), None, object.str("_owner"), Some(DEFAULT)).sync(&grants(old), &grants(new))
}

impl ObjectKind for ParameterPrivileges {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/parameter_privileges.sql"))
    }

    fn scope(&self) -> ReadScope {
        ReadScope::Cluster
    }

    /// As `pg_identify_object` names it.
    fn object_type(&self, _object: &Object) -> &'static str {
        "parameter ACL"
    }

    fn reference(&self, object: &Object) -> String {
        format!("PARAMETER {}", quote(object.id.last()))
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        roles_of_rows(object.array("grants"))
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        synced(None, Some(object))
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        synced(Some(object), None)
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        synced(Some(change.old), Some(change.new))
    }
}
