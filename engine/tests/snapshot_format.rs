//! Snapshots that were written by earlier releases are read.

use pgdiff_engine::catalog::{ObjectId, json};
use pgdiff_engine::kind::Kind;
use pgdiff_engine::{Comparison, Options};
use serde_json::Value;

/// What `export_snapshot()` of the first release wrote, indented since. It stays as it is: a release that can't read it breaks what people
/// keep in their repositories.
const FORMAT_1: &str = include_str!("snapshot-1.json");

fn catalog(document: &str) -> Option<String> {
    Some(serde_json::from_str::<Value>(document).ok()?.get("catalog")?.to_string())
}

#[test]
fn the_first_format_is_read() {
    let catalog = json::decode(&catalog(FORMAT_1).unwrap()).unwrap();
    let schema = "Ünï \"q\"";
    let column = catalog.get(&ObjectId::new(Kind::Column, [schema, "t", "v"])).unwrap();
    assert_eq!(column.text("type"), Some("text"));
    assert_eq!(catalog.facet(&column.id, Kind::Comment).unwrap().text("text"), Some("line\nbreak"));
    let index = catalog.get(&ObjectId::new(Kind::Index, [schema, "i"])).unwrap();
    assert!(index.depends.contains(&column.id), "what it depends on is lost: {:?}", index.depends);
    assert_eq!(catalog.origin.server_version_num / 10_000, 15);
    assert!(catalog.lineage().is_some(), "which objects they are is lost");
}

#[test]
fn what_is_read_is_written_again() {
    let read = json::decode(&catalog(FORMAT_1).unwrap()).unwrap();
    let again = json::decode(&json::encode(&read)).unwrap();
    assert_eq!(read, again);
    let options = Options::default();
    assert!(Comparison::new(&read, &again, &options).unwrap().rows().is_empty());
    assert_eq!(Comparison::fingerprint(&read, &options).unwrap(), Comparison::fingerprint(&again, &options).unwrap());
}

/// A later release reads a property that this one doesn't know: where it is the default it is not written, and a null says the same. Such a
/// snapshot and one of before differ in nothing else than what has another value there.
#[test]
fn what_is_read_newly_is_missing_where_it_is_the_default() {
    let later = |value: &dyn Fn(&str) -> Value| {
        let mut document: Value = serde_json::from_str(FORMAT_1).unwrap();
        for object in document["catalog"]["objects"].as_array_mut().unwrap() {
            let value = value(object["kind"].as_str().unwrap());
            object["properties"]["read_newly"] = value;
        }
        json::decode(&document["catalog"].to_string()).unwrap()
    };
    let before = json::decode(&catalog(FORMAT_1).unwrap()).unwrap();
    let options = Options::default();
    let defaults = later(&|_| Value::Null);
    assert!(Comparison::new(&before, &defaults, &options).unwrap().rows().is_empty());
    assert_eq!(Comparison::fingerprint(&before, &options).unwrap(), Comparison::fingerprint(&defaults, &options).unwrap());
    let others = later(&|kind| if kind == "view" { Value::Bool(true) } else { Value::Null });
    let rows = Comparison::new(&before, &others, &options).unwrap().rows();
    assert_eq!(rows.iter().map(|row| row.object_type).collect::<Vec<_>>(), ["view"]);
}
