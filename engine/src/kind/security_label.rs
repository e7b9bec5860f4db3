//! Security labels: a facet of every kind that `SECURITY LABEL` takes, with a label of each provider.

use super::{Change, Context, ObjectKind};
use crate::catalog::{Catalog, Object};
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::statement::Statement;
use serde_json::{Map, Value};

/// SECURITY LABEL
pub struct SecurityLabel;

fn labels(object: Option<&Object>) -> Map<String, Value> {
    object.and_then(|object| object.get("labels")).and_then(Value::as_object).cloned().unwrap_or_default()
}

/// The providers decide what a label means, so that a change is taken for the worse of what it may be.
pub(super) fn synced(reference: &str, old: Option<&Object>, new: Option<&Object>) -> Vec<Statement> {
    let (had, wanted) = (labels(old), labels(new));
    let gone = had.keys().filter(|provider| !wanted.contains_key(*provider)).map(|provider| (provider, None));
    let set = wanted.iter().filter(|(provider, label)| had.get(*provider) != Some(label));
    gone.chain(set.map(|(provider, label)| (provider, label.as_str())))
        .map(|(provider, label)| {
            let label = label.map_or_else(|| "NULL".to_owned(), literal);
            let sql = format!("SECURITY LABEL FOR {} ON {reference} IS {label}", quote(provider));
            Statement::new(sql).hazard(Hazard::AuthorizationWidened)
        })
        .collect()
}

fn of_base(old: Option<&Object>, new: Option<&Object>, catalog: &Catalog) -> Vec<Statement> {
    let base = old.or(new).and_then(|object| catalog.get(&object.id.base()));
    base.map(|base| synced(&base.reference(), old, new)).unwrap_or_default()
}

impl ObjectKind for SecurityLabel {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/security_label.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        object.id.of.map_or("security label", |kind| kind.as_str())
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("security_label")
    }

    fn reference(&self, object: &Object) -> String {
        format!("security label on {}", self.identity(object))
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        of_base(None, Some(object), cx.source)
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        // By then the object has the name that it will have.
        let named = if cx.source.contains(&object.id.base()) { cx.source } else { cx.target };
        of_base(Some(object), None, named)
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        of_base(Some(change.old), Some(change.new), cx.source)
    }
}
