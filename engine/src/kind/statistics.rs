//! Extended statistics. They can be altered in nothing but their target, owner and name.

use super::ancestry::stands;
use super::{Change, Context, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::{Hazard, LockMode, Risk};
use crate::ident::qualified;
use crate::statement::Statement;

/// CREATE STATISTICS
pub struct Statistics;

fn set_target(object: &Object) -> Statement {
    let target = object.int("statistics").unwrap_or(-1);
    Statement::new(format!("ALTER STATISTICS {} SET STATISTICS {target}", qualified(&object.id.name)))
}

impl ObjectKind for Statistics {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/statistics.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "statistics object"
    }

    fn reference(&self, object: &Object) -> String {
        format!("STATISTICS {}", qualified(&object.id.name))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_statistic_ext", object.id.name.to_vec())]
    }

    /// ALTER COLUMN TYPE would make them anew by itself, but for whoever runs it, and without their target: so they are not left
    /// to it (`survives` is the default).
    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        if change.only(&["statistics"]) { Way::InPlace } else { Way::Rebuild }
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let relation = qualified(&object.texts("relation"));
        let name = qualified(&object.id.name);
        let statement = Statement::new(format!("CREATE STATISTICS {name} {} FROM {relation}", object.str("definition")));
        let statement = if stands(object.parent.as_ref(), cx) {
            statement.locks(LockMode::ShareUpdateExclusive, relation)
        } else {
            statement
        };
        std::iter::once(statement).chain(object.get("statistics").map(|_| set_target(object))).collect()
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let relation = qualified(&object.texts("relation"));
        let statement = Statement::new(format!("DROP STATISTICS {}", qualified(&object.id.name)))
            .locks(LockMode::ShareUpdateExclusive, relation)
            .hazard(Hazard::DropStatistics)
            .risk(Risk::Low);
        vec![statement]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        if change.has("statistics") { vec![set_target(change.new)] } else { Vec::new() }
    }
}
