//! CLUSTER ON: the index by which a table or a materialized view is to be clustered.

use super::column::clause::locked;
use super::column::lineage::table_of;
use super::{Change, Context, ObjectKind, Survival, Way};
use crate::catalog::Object;
use crate::hazard::LockMode;
use crate::ident::{qualified, quote};
use crate::statement::Statement;

/// ALTER TABLE … CLUSTER ON
pub struct ClusterIndex;

fn alter(object: &Object, subcommand: &str) -> Statement {
    let what = if object.str("_relation") == "m" { "MATERIALIZED VIEW" } else { "TABLE" };
    Statement::new(format!("ALTER {what} {} {subcommand}", qualified(&object.id.name)))
}

fn set(object: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let statement = alter(object, &format!("CLUSTER ON {}", quote(object.str("index"))));
    vec![locked(statement, LockMode::ShareUpdateExclusive, &table_of(&object.id), cx)]
}

impl ObjectKind for ClusterIndex {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/cluster_index.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        if object.str("_relation") == "m" { "materialized view" } else { "table" }
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("cluster_on")
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
        vec![alter(object, "SET WITHOUT CLUSTER").locks(LockMode::ShareUpdateExclusive, qualified(&object.id.name))]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        set(change.new, cx)
    }
}
