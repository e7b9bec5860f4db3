//! How big it is what a step rewrites or reads: what the target's server has counted of the relations (`pg_class.reltuples` and
//! `relpages`), which VACUUM, ANALYZE and building an index bring up to date. It is told, and decides nothing.

use super::Step;
use crate::catalog::{Catalog, Object, ObjectId};
use crate::ident::qualified;
use crate::kind::Kind;
use crate::kind::table::is_foreign;
use crate::statement::Size;
use std::collections::{BTreeMap, BTreeSet};

/// The relations with rows of their own, by qualified name.
type Sizes = BTreeMap<String, Size>;

/// What the server has counted of the relations of a catalog. A partitioned table has no rows that its partitions haven't.
pub(super) fn sizes(target: &Catalog) -> Sizes {
    let has_rows = |object: &&Object| match object.id.kind {
        Kind::Table => !is_foreign(object) && object.text("partition_key").is_none(),
        Kind::MaterializedView => true,
        _ => false,
    };
    let before_14 = target.origin.server_version_num < 140_000;
    target.objects().filter(has_rows).map(|object| (qualified(&object.id.name), counted(object, before_14))).collect()
}

fn counted(object: &Object, before_14: bool) -> Size {
    let (rows, bytes) = (object.get("_rows").and_then(serde_json::Value::as_f64), object.int("_bytes"));
    // Nobody has counted; before 14 that is a 0, as of a relation that is empty.
    let uncounted = rows.is_none_or(|rows| rows < 0.0) || before_14 && bytes == Some(0);
    // The server's number is a float of four bytes: nothing is lost.
    if uncounted { Size::default() } else { Size { rows: rows.map(|rows| rows as i64), bytes } }
}

/// Tells the steps. `source` has what they make.
pub(super) fn tell(steps: &mut [Step], sizes: &Sizes, source: &Catalog) {
    for step in steps.iter_mut().filter(|step| step.statement.rewrites || step.statement.scans) {
        let touches: Vec<String> = touched(step, source).into_iter().filter(|name| sizes.contains_key(name)).collect();
        let known: Vec<&Size> = touches.iter().filter_map(|name| sizes.get(name)).collect();
        step.statement.size =
            Size { rows: sum(known.iter().map(|size| size.rows)), bytes: sum(known.iter().map(|size| size.bytes)) };
        step.statement.touches = touches;
    }
}

/// The sum of what is known; partitions that have hardly any rows are never counted.
fn sum(numbers: impl Iterator<Item = Option<i64>>) -> Option<i64> {
    numbers.flatten().reduce(i64::saturating_add)
}

/// What the statement rewrites or reads: what it locks most, or, where it only reads, what it is about.
fn touched(step: &Step, source: &Catalog) -> BTreeSet<String> {
    let locked = step.statement.locked_relations();
    if !locked.is_empty() {
        return locked.into_iter().map(str::to_owned).collect();
    }
    if step.id.kind != Kind::MaterializedView {
        return BTreeSet::from([qualified(step.id.names(2))]);
    }
    // What is filled reads what its query names, and what the views in that name.
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut queries = vec![step.id.clone()];
    while let Some(query) = queries.pop() {
        for needed in source.get(&query).into_iter().flat_map(|object| &object.depends) {
            let relation = needed.names(2);
            let view = ObjectId::new(Kind::View, relation.iter().cloned());
            if source.contains(&view) {
                queries.extend(seen.insert(view.clone()).then_some(view));
            } else {
                found.insert(qualified(relation));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nobody_has_counted() {
        let size = |rows: f64, bytes: i64, before_14: bool| {
            let properties = json!({"_rows": rows, "_bytes": bytes});
            let properties = properties.as_object().cloned().unwrap_or_default().into_iter().collect();
            let id = ObjectId::new(Kind::Table, ["s", "t"]);
            counted(&Object { id, parent: None, properties, depends: BTreeSet::new() }, before_14).rows
        };
        assert_eq!(size(-1.0, 0, false), None);
        assert_eq!(size(0.0, 0, false), Some(0));
        assert_eq!(size(0.0, 0, true), None);
        assert_eq!(size(1e9, 8192, true), Some(1_000_000_000));
    }

    #[test]
    fn what_is_not_known_does_not_count() {
        assert_eq!(sum([None, Some(2), Some(3)].into_iter()), Some(5));
        assert_eq!(sum([None, None].into_iter()), None);
    }
}
