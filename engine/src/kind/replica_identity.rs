//! REPLICA IDENTITY, where it is not the default.

use super::column::clause::locked;
use super::column::lineage::table_of;
use super::{Change, Context, ObjectKind, Survival, Way};
use crate::catalog::Object;
use crate::hazard::{Hazard, LockMode};
use crate::ident::{qualified, quote};
use crate::statement::Statement;

/// ALTER TABLE … REPLICA IDENTITY
pub struct ReplicaIdentity;

fn set(object: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let identity = match object.text("index") {
        Some(index) => format!("USING INDEX {}", quote(index)),
        None => object.str("identity").to_owned(),
    };
    let statement = Statement::new(format!("ALTER TABLE ONLY {} REPLICA IDENTITY {identity}", qualified(&object.id.name)));
    vec![locked(statement.hazard(Hazard::ReplicaIdentity), LockMode::AccessExclusive, &table_of(&object.id), cx)]
}

impl ObjectKind for ReplicaIdentity {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/replica_identity.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "table"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("replica_identity")
    }

    fn reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(&object.id.name))
    }

    fn survives(&self, _dependent: &Object, _cause: &Object, way: Way) -> Survival {
        if way == Way::Disturbing { Survival::Kept } else { Survival::Rebuilt }
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        set(object, cx)
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let table = qualified(&object.id.name);
        vec![
            Statement::new(format!("ALTER TABLE ONLY {table} REPLICA IDENTITY DEFAULT"))
                .locks(LockMode::AccessExclusive, table)
                .hazard(Hazard::ReplicaIdentity),
        ]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        set(change.new, cx)
    }
}
