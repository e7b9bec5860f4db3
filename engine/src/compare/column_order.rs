//! The order of columns, where the options ask for it: a property of tables that only such a comparison knows.

use crate::catalog::{Catalog, Object, ObjectId};
use crate::kind::column::order::{PROPERTY, differing};
use crate::options::{Ignore, Options};
use std::borrow::Cow;
use std::collections::BTreeMap;

fn marked<'a>(catalog: Cow<'a, Catalog>, orders: &BTreeMap<ObjectId, &Vec<String>>) -> Cow<'a, Catalog> {
    let had = catalog.objects().any(|object| object.get(PROPERTY).is_some());
    if !had && orders.is_empty() {
        return catalog;
    }
    let objects = catalog.objects().map(|object| {
        let mut object = object.clone();
        object.properties.remove(PROPERTY);
        if let Some(order) = orders.get(&object.id) {
            object.properties.insert(PROPERTY.to_owned(), serde_json::json!(order));
        }
        object
    });
    Cow::Owned(Catalog::new(catalog.origin.clone(), objects.collect::<Vec<Object>>()))
}

/// Both catalogs with the order of columns where it differs on the way from one to the other.
pub(super) fn compared<'a>(
    target: Cow<'a, Catalog>,
    source: Cow<'a, Catalog>,
    options: &Options,
) -> (Cow<'a, Catalog>, Cow<'a, Catalog>) {
    if options.ignores(Ignore::ColumnOrder) {
        return (target, source);
    }
    let orders = differing(&target, &source, options);
    let of = |side: usize| orders.iter().map(|(id, orders)| (id.clone(), &orders[side])).collect();
    (marked(target, &of(0)), marked(source, &of(1)))
}
