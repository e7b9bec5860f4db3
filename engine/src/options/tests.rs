use super::*;
use serde_json::json;

fn error(value: Value) -> (String, &'static str, String, String) {
    let error = Options::parse(&value).unwrap_err();
    let text = |text: Option<&str>| text.unwrap_or("").to_owned();
    (error.message().to_owned(), error.sqlstate(), text(error.detail()), text(error.hint()))
}

#[test]
fn every_default_in_the_reference_is_the_one_that_is_used() {
    for row in Options::reference() {
        let default: Value = serde_json::from_str(row.default).unwrap();
        assert_eq!(Options::parse(&json!({ row.name: default })).unwrap(), Options::default(), "{}", row.name);
    }
    assert_eq!(Options::parse(&json!({})).unwrap(), Options::default());
}

#[test]
fn every_option_refuses_another_type() {
    for row in Options::reference() {
        let (message, sqlstate, detail, _) = error(json!({ row.name: [[7]] }));
        assert!(message.starts_with(&format!("option \"{}\" must be ", row.name)), "{message}");
        assert_eq!((sqlstate, detail.as_str()), ("22023", "It is an array: [[7]]."));
    }
}

#[test]
fn unknown_keys_and_values_are_errors_that_list_what_is_valid() {
    let (message, sqlstate, _, hint) = error(json!({"shemas": []}));
    assert_eq!((message.as_str(), sqlstate), ("unrecognized option \"shemas\"", "22023"));
    assert!(hint.starts_with("Perhaps you meant \"schemas\". Valid options are schemas, exclude_schemas, "), "{hint}");
    let (message, _, _, hint) = error(json!({"drop": "never"}));
    assert_eq!(message, "invalid value for option \"drop\": \"never\"");
    assert_eq!(hint, "Valid values are yes, comment, no.");
    let (_, _, _, hint) = error(json!({"ignore": ["comment"]}));
    assert!(hint.starts_with("Perhaps you meant \"comments\". "), "{hint}");
    let (_, _, _, hint) = error(json!({"allow": ["drop_table"]}));
    assert!(hint.starts_with("Perhaps you meant \"DROP_TABLE\". Valid hazards are DROP_TABLE, "), "{hint}");
    assert_eq!(error(json!([])).0, "options must be a JSON object");
}

#[test]
fn ignored_things_are_added_and_taken_out() {
    let ignore = |value| Options::parse(&json!({ "ignore": value })).unwrap().ignore;
    assert_eq!(ignore(json!(["owner"])), BTreeSet::from([Ignore::Owner, Ignore::ColumnOrder]));
    assert_eq!(ignore(json!(["owner", "!owner"])), BTreeSet::from([Ignore::ColumnOrder]));
    assert_eq!(ignore(json!(["!column_order"])), BTreeSet::new());
}

#[test]
fn timeouts_are_what_the_server_takes() {
    let timeout = |value: Value| Options::parse(&json!({ "lock_timeout": value })).map(|options| options.lock_timeout);
    assert_eq!(timeout(json!(500)), Ok(Some("500".to_owned())));
    assert_eq!(timeout(json!(" 1.5 min")), Ok(Some("1.5 min".to_owned())));
    for bad in [json!("soon"), json!("5 weeks"), json!("5s'; DROP TABLE t"), json!(""), json!(-1)] {
        assert!(timeout(bad).is_err());
    }
}

#[test]
fn patterns_are_texts_or_objects() {
    let options = Options::parse(&json!({"include": ["s.*", {"type": "table", "name": "t.*"}]})).unwrap();
    assert_eq!(options.include[1], Pattern { object_type: Some("table".to_owned()), name: "t.*".to_owned() });
    for bad in [json!([{"type": "table"}]), json!([{"name": 1}]), json!([{"name": "a", "schema": "b"}]), json!([null])] {
        assert!(error(json!({ "exclude": bad })).0.starts_with("option \"exclude\" must be an array of patterns"));
    }
}

#[test]
fn profiles_give_way_to_the_callers_keys() {
    let given = json!({"profile": "nightly", "drop": "comment"});
    let merged = Options::with_profile(&given, json!({"drop": "no", "schemas": ["a"]})).unwrap();
    let options = Options::parse(&merged).unwrap();
    assert_eq!((options.drop, options.schemas), (DropMode::Comment, BTreeSet::from(["a".to_owned()])));
    assert!(Options::with_profile(&given, json!({"profile": "other"})).is_err());
    let missing = Options::parse(&json!({"profile": "x"})).unwrap_err();
    assert_eq!((missing.message(), missing.sqlstate()), ("profile \"x\" does not exist", "42704"));
}

#[test]
fn renames_name_one_object_and_its_new_name() {
    let renames = |value: Value| Options::parse(&json!({ "renames": value }));
    let options = renames(json!([{"type": "table", "from": "s.\"A b\"", "to": "c"}])).unwrap();
    assert_eq!((options.renames[0].from.join("/"), options.renames[0].to.as_str()), ("s/A b".to_owned(), "c"));
    for bad in [
        json!([{"type": "table", "from": "a", "to": "b"}]),
        json!([{"type": "tabel", "from": "s.a", "to": "b"}]),
        json!([{"type": "table", "from": "s.a", "to": "s.b"}]),
        json!([{"type": "table", "from": "s.a"}]),
    ] {
        assert!(renames(bad).is_err());
    }
}
