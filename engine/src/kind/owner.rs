//! Owners: a facet of every kind that `ALTER … OWNER TO` takes.

use super::{Change, Context, Kind, ObjectKind};
use crate::catalog::{Catalog, Object};
use crate::hazard::{Hazard, LockMode};
use crate::ident::{qualified, quote};
use crate::statement::Statement;

/// ALTER … OWNER TO
pub struct Owner;

fn set(object: &Object, catalog: &Catalog) -> Option<Statement> {
    let base = catalog.get(&object.id.base())?;
    let statement = Statement::new(format!("ALTER {} OWNER TO {}", base.reference(), quote(object.str("role"))));
    let is_relation = matches!(base.id.kind, Kind::Table | Kind::View | Kind::MaterializedView | Kind::Sequence);
    let own = is_relation.then_some(&base.id.name);
    // What a table's columns own goes with it.
    let columns = own.into_iter().flat_map(|_| catalog.children_of_kind(&base.id, Kind::Column));
    let sequences = columns.flat_map(|column| catalog.children_of_kind(&column.id, Kind::Identity)).map(|identity| identity.texts("sequence"));
    let statement = own.into_iter().fold(statement, |statement, name| statement.locks(LockMode::AccessExclusive, qualified(name)));
    Some(sequences.fold(statement, |statement, name| statement.locks(LockMode::AccessExclusive, qualified(&name))))
}

impl ObjectKind for Owner {
    fn object_type(&self, object: &Object) -> &'static str {
        object.id.of.map_or("owner", |kind| kind.as_str())
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("owner")
    }

    fn reference(&self, object: &Object) -> String {
        format!("owner of {}", self.identity(object))
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        object.text("role").into_iter().collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        set(object, cx.source).into_iter().collect()
    }

    /// An object always has an owner.
    fn drop(&self, _object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        set(change.new, cx.source).map(|statement| statement.hazard(Hazard::AuthorizationWidened)).into_iter().collect()
    }
}
