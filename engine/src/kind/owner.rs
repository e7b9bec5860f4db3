//! Owners: a facet of every kind that `ALTER … OWNER TO` takes.

use super::{Change, Context, ObjectKind};
use crate::catalog::{Catalog, Object};
use crate::hazard::Hazard;
use crate::ident::quote;
use crate::statement::Statement;

/// ALTER … OWNER TO
pub struct Owner;

fn set(object: &Object, catalog: &Catalog) -> Option<Statement> {
    let base = catalog.get(&object.id.base())?;
    Some(Statement::new(format!("ALTER {} OWNER TO {}", base.reference(), quote(object.str("role")))))
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
