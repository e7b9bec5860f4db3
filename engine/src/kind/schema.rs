//! Schemas.

use super::{Change, Context, DefaultPrivileges, ObjectKind};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::quote;
use crate::statement::{Reversibility, Statement};

/// CREATE SCHEMA
pub struct Schema;

impl ObjectKind for Schema {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/schema.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "schema"
    }

    fn reference(&self, object: &Object) -> String {
        format!("SCHEMA {}", quote(object.id.last()))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges { owner: &["USAGE", "CREATE"], public: &[] })
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_namespace", object.id.name.to_vec())]
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("CREATE SCHEMA {}", quote(object.id.last())))]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![
            Statement::new(format!("DROP SCHEMA {}", quote(object.id.last())))
                .hazard(Hazard::DropSchema)
                .reversible(Reversibility::Lossless),
        ]
    }

    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
