use super::*;
use crate::catalog::Origin;
use crate::kind::Kind;
use serde_json::{Value, json};

/// A catalog in few words; an object's schema is a dependency of its own accord.
struct Build(Vec<Object>);

fn build() -> Build {
    Build(Vec::new())
}

fn id(kind: Kind, name: &str) -> ObjectId {
    ObjectId::new(kind, name.split('.'))
}

impl Build {
    fn add(mut self, kind: Kind, name: &str, properties: Value, depends: &[&ObjectId]) -> Self {
        let properties = properties.as_object().unwrap().iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        let depends = depends.iter().map(|needed| (*needed).clone()).collect();
        self.0.push(Object { id: id(kind, name), parent: None, properties, depends });
        self
    }

    fn schema(self, name: &str) -> Self {
        self.add(Kind::Schema, name, json!({}), &[])
    }

    fn view(self, name: &str, definition: &str, depends: &[&ObjectId]) -> Self {
        self.add(Kind::View, name, json!({"definition": definition}), depends)
    }

    fn facet(mut self, kind: Kind, property: &str, value: &str) -> Self {
        let base = self.0.iter().rev().find(|object| !object.id.is_facet()).unwrap().id.clone();
        self.0.push(Object {
            id: base.facet(kind),
            parent: Some(base.clone()),
            properties: [(property.to_owned(), json!(value))].into(),
            depends: [base].into(),
        });
        self
    }

    fn owner(self, role: &str) -> Self {
        self.facet(Kind::Owner, "role", role)
    }

    fn comment(self, text: &str) -> Self {
        self.facet(Kind::Comment, "text", text)
    }

    fn done(self) -> Catalog {
        Catalog::new(
            Origin { server_version_num: 150_020, database: "d".to_owned(), user: "u".to_owned(), ..Default::default() },
            self.0,
        )
    }
}

fn options(value: Value) -> Options {
    Options::parse(&value).unwrap()
}

/// `create schema s`, `alter view s.v`.
fn shown(target: &Catalog, source: &Catalog, options: &Options) -> Vec<String> {
    let comparison = Comparison::new(target, source, options).unwrap();
    comparison.rows().iter().map(|row| format!("{} {} {}", row.action, row.object_type, row.object_identity)).collect()
}

fn two_schemas(text: &str) -> Catalog {
    build()
        .schema("a")
        .owner("alice")
        .comment(text)
        .schema("b")
        .view("a.v", text, &[&id(Kind::Schema, "a")])
        .owner(text)
        .view("b.w", text, &[&id(Kind::View, "a.v"), &id(Kind::Schema, "b")])
        .comment(text)
        .done()
}

#[test]
fn equal_catalogs_have_no_row() {
    let all = Options::default();
    assert_eq!(shown(&two_schemas("x"), &two_schemas("x"), &all), Vec::<String>::new());
    let untold = |rows: i64| build().add(Kind::Schema, "a", json!({"_rows": rows}), &[]).done();
    assert_eq!(shown(&untold(1), &untold(2), &all), Vec::<String>::new());
}

#[test]
fn facets_stand_in_the_row_of_their_object() {
    let (target, source) = (two_schemas("x"), two_schemas("y"));
    let all = Options::default();
    let comparison = Comparison::new(&target, &source, &all).unwrap();
    let rows = comparison.rows();
    assert_eq!(rows.iter().map(|row| row.object_identity.as_str()).collect::<Vec<_>>(), ["a", "a.v", "b.w"]);
    assert_eq!(rows[0].details, json!({"comment": {"source": "y", "target": "x"}}));
    assert_eq!(rows[1].details["owner"], json!({"source": "y", "target": "x"}));
    assert_eq!(rows[1].details["definition"], json!({"source": "y", "target": "x"}));
    assert_eq!((rows[1].object_schema.as_deref(), rows[1].object_name.as_str()), (Some("a"), "v"));
    assert_eq!(rows[0].object_schema, None);
    assert_eq!(
        rows[0].diff.as_deref(),
        Some(
            "--- target\n+++ source\n@@ -1,3 +1,3 @@\n CREATE SCHEMA a;\n ALTER SCHEMA a OWNER TO alice;\n\
             -COMMENT ON SCHEMA a IS 'x';\n+COMMENT ON SCHEMA a IS 'y';\n"
        )
    );
    assert_eq!(comparison.summary().iter().map(|row| row.count).sum::<usize>(), 3);
}

#[test]
fn a_row_risks_what_the_plan_does() {
    let view = |columns: Value, parent: Option<&ObjectId>| {
        let mut catalog = build().schema("a").add(
            Kind::View,
            "a.v",
            json!({"definition": columns[0][0], "columns": columns}),
            &[&id(Kind::Schema, "a")],
        );
        if let Some(parent) = parent {
            let mut catalog_table = catalog.add(Kind::Table, "a.t", json!({}), &[&id(Kind::Schema, "a")]);
            catalog_table = catalog_table.add(Kind::Index, "a.i", json!({"definition": "x"}), &[parent]);
            catalog_table.0.last_mut().unwrap().parent = Some(parent.clone());
            catalog = catalog_table;
        }
        catalog.done()
    };
    let table = id(Kind::Table, "a.t");
    let (target, source) = (view(json!([["x", "text", []]]), Some(&table)), view(json!([["y", "text", []]]), None));
    let all = Options::default();
    let comparison = Comparison::new(&target, &source, &all).unwrap();
    let told: Vec<String> = comparison
        .rows()
        .iter()
        .map(|row| format!("{} {} {} {:?}", row.action, row.object_type, row.risk.as_str(), row.hazards))
        .collect();
    assert_eq!(
        told,
        [
            "drop table high [\"DROP_TABLE\"]",
            "alter view low [\"STRUCTURE_REBUILT\"]",
            // It goes with its table.
            "drop index high [\"DROP_TABLE\"]",
        ]
    );
}

#[test]
fn a_row_says_what_no_plan_does() {
    let with_index = |invalid: Value| {
        let catalog = build().schema("a").add(Kind::Table, "a.t", json!({}), &[&id(Kind::Schema, "a")]);
        let mut catalog =
            catalog.add(Kind::Index, "a.i", json!({"definition": "x", "invalid": invalid}), &[&id(Kind::Table, "a.t")]);
        catalog.0.last_mut().unwrap().parent = Some(id(Kind::Table, "a.t"));
        catalog.done()
    };
    let (valid, invalid, all) = (with_index(Value::Null), with_index(json!(true)), Options::default());
    let rows = Comparison::new(&valid, &invalid, &all).unwrap().rows();
    assert_eq!(rows[0].hazards, ["NOT_SUPPORTED"]);
    assert!(rows[0].details["reason"].as_str().unwrap().contains("INVALID"));
    let rows = Comparison::new(&invalid, &valid, &all).unwrap().rows();
    assert!(!rows[0].hazards.contains(&"NOT_SUPPORTED"));
}

#[test]
fn what_one_side_has_is_one_row_with_all_of_it() {
    let (empty, full) = (build().done(), two_schemas("x"));
    let all = Options::default();
    assert_eq!(shown(&empty, &full, &all), ["create schema a", "create schema b", "create view a.v", "create view b.w"]);
    let comparison = Comparison::new(&full, &empty, &all).unwrap();
    let rows = comparison.rows();
    assert_eq!((rows[0].action, rows[0].source_ddl.as_deref()), ("drop", None));
    assert_eq!(rows[0].details["owner"], json!({"source": null, "target": "alice"}));
    assert!(rows[0].hazards.contains(&"DROP_SCHEMA"));
}

#[test]
fn schemas_and_patterns_select() {
    let (target, source) = (two_schemas("x"), two_schemas("y"));
    let rows = |value| shown(&target, &source, &options(value));
    assert_eq!(rows(json!({"schemas": ["b"]})), ["alter view b.w"]);
    assert_eq!(rows(json!({"exclude_schemas": "b"})), ["alter schema a", "alter view a.v"]);
    assert_eq!(rows(json!({"include": [{"type": "schema", "name": "*"}]})), ["alter schema a"]);
    assert_eq!(rows(json!({"exclude": ["a.v", "a"]})), ["alter view b.w"]);
    assert_eq!(rows(json!({"schemas": ["nowhere"]})), Vec::<String>::new());
}

#[test]
fn what_is_left_out_is_as_the_target_has_it() {
    let (target, source) = (two_schemas("x"), two_schemas("y"));
    let only_b = options(json!({"exclude": ["a.*"]}));
    let comparison = Comparison::new(&target, &source, &only_b).unwrap();
    assert_eq!(comparison.source().get(&id(Kind::View, "a.v")).unwrap().str("definition"), "x");
    // Back again is the same choice.
    let back = comparison.reversed();
    assert_eq!(back.differences().keys().collect::<Vec<_>>(), comparison.differences().keys().collect::<Vec<_>>());
}

#[test]
fn prerequisites_are_taken_along_and_say_so() {
    let (target, source) = (build().schema("b").done(), two_schemas("y"));
    let only = options(json!({"include": [{"type": "view", "name": "b.w"}]}));
    let comparison = Comparison::new(&target, &source, &only).unwrap();
    let rows = comparison.rows();
    let reasons: Vec<_> = rows.iter().map(|row| (row.object_identity.as_str(), row.details["reason"].as_str())).collect();
    assert_eq!(reasons, [("a", Some("needed by view a.v")), ("a.v", Some("needed by view b.w")), ("b.w", None)]);
    // Made whole: with its owner.
    assert!(rows[1].source_ddl.as_ref().unwrap().contains("OWNER TO y"));
    assert!(comparison.differences().contains_key(&id(Kind::View, "a.v").facet(Kind::Owner)));
}

#[test]
fn what_uses_a_dropped_object_goes_with_it_or_is_an_error() {
    let (target, source) = (two_schemas("x"), build().schema("a").schema("b").done());
    let rows = shown(&target, &source, &options(json!({"include": ["a.v"]})));
    assert_eq!(rows, ["drop view a.v", "drop view b.w"]);
    let options = options(json!({"exclude_schemas": ["b"]}));
    let error = Comparison::new(&target, &source, &options).unwrap_err();
    assert_eq!(
        (error.sqlstate(), error.message(), error.detail()),
        ("2BP01", "cannot drop view a.v because something that is left out depends on it", Some("view b.w depends on it."))
    );
}

#[test]
fn facets_can_be_ignored() {
    let (target, source) = (two_schemas("x"), two_schemas("y"));
    let rows = |ignore| {
        let options = options(json!({ "ignore": ignore }));
        Comparison::new(&target, &source, &options).unwrap().rows().into_iter().map(|row| row.details).collect::<Vec<_>>()
    };
    let definition = json!({"definition": {"source": "y", "target": "x"}});
    assert_eq!(rows(json!(["owner", "comments"])), [definition.clone(), definition]);
    // A new object is then made without them.
    let empty = build().done();
    let options = options(json!({"ignore": ["owner", "comments"]}));
    let comparison = Comparison::new(&empty, &source, &options).unwrap();
    assert!(comparison.rows().iter().all(|row| !row.source_ddl.as_ref().unwrap().contains("OWNER")));
    assert!(comparison.differences().keys().all(|id| !id.is_facet()));
}

#[test]
fn bodies_can_be_compared_without_their_spaces_and_comments() {
    let function = |body: &str, language: &str| {
        let definition = format!(
            "CREATE OR REPLACE FUNCTION a.f()\n RETURNS integer\n LANGUAGE {language}\nAS $function$\n{body}\n$function$"
        );
        build().add(Kind::Function, "a.f.", json!({"definition": definition, "_source": format!("\n{body}\n")}), &[]).done()
    };
    let same = |ignore: Value, old: &str, new: &str, language: &str| {
        shown(&function(old, language), &function(new, language), &options(json!({ "ignore": ignore }))).is_empty()
    };
    let (spaces, comments) = (json!(["function_whitespace"]), json!(["function_comments"]));
    assert!(same(spaces.clone(), "select  1", " select\n1", "sql"));
    assert!(!same(json!([]), "select  1", "select 1", "sql"));
    assert!(!same(spaces.clone(), "select ' '", "select '  '", "sql"));
    assert!(!same(spaces.clone(), "return  1", "return 1", "plpython3u"));
    assert!(!same(spaces.clone(), "select 1 -- x", "select 1", "sql"));
    assert!(same(comments, "select 1 -- x", "select 1", "sql"));
}

#[test]
fn pgdiff_itself_is_never_proposed() {
    let with = |names: &[&str]| {
        names
            .iter()
            .fold(build(), |b, name| b.add(Kind::Extension, name, json!({"schema": "public", "_with_pgdiff": true}), &[]))
            .done()
    };
    let all = Options::default();
    assert_eq!(shown(&with(&["pgdiff", "dblink"]), &with(&[]), &all), Vec::<String>::new());
    assert_eq!(shown(&with(&[]), &with(&["pgdiff", "dblink"]), &all), Vec::<String>::new());
    assert_eq!(shown(&with(&["hstore"]), &with(&[]), &all), ["drop extension hstore"]);
}

#[test]
fn what_cannot_be_compared_is_a_row_even_where_both_sides_have_it() {
    let with = |name: &str| build().add(Kind::Subscription, name, json!({"_note": "no"}), &[]).done();
    let all = Options::default();
    let (same, other) = (with("x"), with("y"));
    let rows = Comparison::new(&same, &same, &all).unwrap().rows();
    assert_eq!(
        (rows[0].action, rows[0].hazards.as_slice(), rows[0].risk.as_str()),
        ("alter", &["NOT_COMPARABLE"][..], "medium")
    );
    assert_eq!(rows[0].details, json!({"_note": {"source": "no", "target": "no"}}));
    assert_eq!(shown(&same, &other, &all), ["drop subscription x", "create subscription y"]);
    let excluded = options(json!({"exclude": [{"type": "subscription", "name": "*"}]}));
    assert_eq!(shown(&same, &same, &excluded), Vec::<String>::new());
}

#[test]
fn a_plan_without_drops_keeps_what_only_the_target_has() {
    let target = build().schema("a").comment("x").view("a.v", "x", &[]).comment("y").done();
    let source = build().schema("a").done();
    let all = Options::default();
    let kept = Comparison::new(&target, &source, &all).unwrap().keeping_dropped();
    assert_eq!(kept.differences().keys().map(|id| format!("{id:?}")).collect::<Vec<_>>(), ["comment of schema a"]);
    // A materialized view takes the name of the view.
    let source = build().schema("a").add(Kind::MaterializedView, "a.v", json!({"definition": "x"}), &[]).done();
    let kept = Comparison::new(&target, &source, &all).unwrap().keeping_dropped();
    assert_eq!(kept.differences().get(&id(Kind::View, "a.v")), Some(&Difference::Drop));
}

#[test]
fn the_plan_follows_the_option_drop() {
    let (target, source) = (build().schema("a").view("a.v", "x", &[]).done(), build().schema("a").done());
    let plan = |value: Value| {
        let options = options(value);
        let plan = crate::plan::Plan::new(&Comparison::new(&target, &source, &options).unwrap(), &|| false).unwrap();
        plan.forward.iter().map(|step| step.statement.sql.clone()).collect::<Vec<_>>()
    };
    assert_eq!(plan(json!({})), ["DROP VIEW a.v"]);
    assert_eq!(plan(json!({"if_exists": true})), ["DROP VIEW IF EXISTS a.v"]);
    assert_eq!(plan(json!({"drop": "comment"})), ["-- DROP VIEW a.v"]);
    assert_eq!(plan(json!({"drop": "no"})), Vec::<String>::new());
}

fn statements(steps: &[crate::plan::Step]) -> Vec<&str> {
    steps.iter().map(|step| step.statement.sql.as_str()).collect()
}

fn table(name: &str) -> Build {
    let id_ = id(Kind::Table, name);
    let mut catalog = build().schema("s").add(Kind::Table, name, json!({}), &[&id(Kind::Schema, "s")]);
    catalog.0.push(Object {
        id: id(Kind::Column, &format!("{name}.c")),
        parent: Some(id_.clone()),
        properties: [("type".to_owned(), json!("integer"))].into(),
        depends: [id_].into(),
    });
    catalog
}

#[test]
fn renames_come_first_and_go_back() {
    let view = |name: &str, column: &str| {
        let text = format!("SELECT {name}.{column} FROM s.{name}");
        (text, id(Kind::Column, &format!("s.{name}.{column}")))
    };
    let target = {
        let (text, needed) = view("t", "c");
        table("s.t").view("s.v", &text, &[&needed]).done()
    };
    let source = {
        let (text, needed) = view("u", "c");
        table("s.u").view("s.v", &text, &[&needed]).done()
    };
    let options = options(json!({"renames": [{"type": "table", "from": "s.t", "to": "u"}]}));
    let comparison = Comparison::new(&target, &source, &options).unwrap();
    let rows = comparison.rows();
    assert_eq!(rows.iter().map(|row| (row.action, row.object_identity.as_str())).collect::<Vec<_>>(), [("rename", "s.u")]);
    assert_eq!(rows[0].details, json!({"name": {"source": "u", "target": "t"}}));
    assert_eq!(rows[0].hazards, ["RENAME"]);
    let plan = crate::plan::Plan::new(&comparison, &|| false).unwrap();
    assert_eq!(statements(&plan.forward), ["ALTER TABLE s.t RENAME TO u"]);
    assert_eq!(statements(&plan.backward), ["ALTER TABLE s.u RENAME TO t"]);
    // Carried out, the option asks for nothing more.
    assert_eq!(shown(&source, &source, &options), Vec::<String>::new());
}

#[test]
fn a_name_that_is_taken_again_is_given_back_last() {
    let target = table("s.t").done();
    let source = table("s.u").add(Kind::View, "s.t", json!({"definition": "SELECT 1"}), &[]).done();
    let options = options(
        json!({"renames": [{"type": "table", "from": "s.t", "to": "u"}, {"type": "column", "from": "s.t.c", "to": "d"}]}),
    );
    let error = Comparison::new(&target, &source, &options).unwrap_err();
    assert_eq!((error.sqlstate(), error.message()), ("42704", "column s.u.d does not exist in the source"));
    let options = self::options(json!({"renames": [{"type": "table", "from": "s.t", "to": "u"}]}));
    let plan = crate::plan::Plan::new(&Comparison::new(&target, &source, &options).unwrap(), &|| false).unwrap();
    assert_eq!(statements(&plan.forward), ["ALTER TABLE s.t RENAME TO u", "CREATE VIEW s.t AS\nSELECT 1"]);
    assert_eq!(statements(&plan.backward), ["DROP VIEW s.t", "ALTER TABLE s.u RENAME TO t"]);
}

#[test]
fn renames_of_what_is_not_there_are_errors() {
    let (target, source) = (table("s.t").view("s.u", "x", &[]).done(), table("s.u").done());
    let error = |from: &str, to: &str| {
        let options = options(json!({"renames": [{"type": "table", "from": from, "to": to}]}));
        Comparison::new(&target, &source, &options).unwrap_err().message().to_owned()
    };
    assert_eq!(error("s.x", "y"), "table s.x does not exist in the target");
    assert_eq!(error("s.t", "v"), "table s.v does not exist in the source");
}

#[test]
fn mapped_schemas_are_compared_with_each_other() {
    let target = build().schema("prod").view("prod.v", "SELECT 1 FROM prod.t", &[]).done();
    let source = build().schema("dev").view("dev.v", "SELECT 1 FROM dev.t", &[]).view("dev.t", "y", &[]).done();
    let map = options(json!({"schema_map": {"prod": "dev"}}));
    assert_eq!(shown(&target, &source, &map), ["create view prod.t"]);
    let both = build().schema("dev").schema("prod").done();
    let error = Comparison::new(&target, &both, &map).unwrap_err();
    assert_eq!(error.message(), "cannot map schema \"dev\" to \"prod\" because the source has a schema \"prod\" too");
    let error = Comparison::new(&target, &target, &map).unwrap_err();
    assert_eq!((error.sqlstate(), error.message()), ("3F000", "schema \"dev\" does not exist in the source"));
}

#[test]
fn names_can_be_ignored() {
    let with = |name: &str, table_name: &str| {
        let mut catalog = table(table_name);
        let table = id(Kind::Table, table_name);
        catalog.0.push(Object {
            id: id(Kind::Constraint, &format!("{table_name}.{name}")),
            parent: Some(table.clone()),
            properties: [("type".to_owned(), json!("check")), ("definition".to_owned(), json!("CHECK ((c > 0))"))].into(),
            depends: [table].into(),
        });
        catalog.done()
    };
    let ignore = |what: &str| options(json!({ "ignore": [what] }));
    assert_eq!(shown(&with("a", "s.t"), &with("b", "s.t"), &ignore("constraint_names")), Vec::<String>::new());
    assert_eq!(shown(&with("a", "s.t"), &with("b", "s.t"), &ignore("index_names")).len(), 2);
    assert_eq!(shown(&with("a", "s.t"), &with("A", "s.T"), &ignore("identifier_case")), Vec::<String>::new());
}

#[test]
fn a_name_in_use_is_no_new_name() {
    let (target, source) = (table("s.t").view("s.v", "x", &[]).done(), table("s.t").view("s.w", "x", &[]).done());
    let options = options(json!({"renames": [{"type": "view", "from": "s.v", "to": "t"}]}));
    let error = Comparison::new(&target, &source, &options).unwrap_err();
    assert_eq!(error.message(), "cannot rename view s.v because table s.t exists in the target");
}

#[test]
fn what_has_no_order_is_told_and_keeps_no_row_from_being_shown() {
    let (one, other) = (id(Kind::Domain, "s.one"), id(Kind::Domain, "s.other"));
    let target = build().schema("s").done();
    let source = build()
        .schema("s")
        .add(Kind::Domain, "s.one", json!({"type": "s.other"}), &[&other])
        .add(Kind::Domain, "s.other", json!({"type": "s.one"}), &[&one])
        .schema("t")
        .done();
    let options = Options::default();
    let comparison = Comparison::new(&target, &source, &options).unwrap();
    let rows = comparison.rows();
    let told = |row: &ChangeRow| (row.object_identity.clone(), row.hazards.contains(&"NO_ORDER"));
    let told: Vec<(String, bool)> = rows.iter().map(told).collect();
    assert_eq!(told, [("t".to_owned(), false), ("s.one".to_owned(), true), ("s.other".to_owned(), true)]);
    assert_eq!(crate::plan::Plan::new(&comparison, &|| false).unwrap_err().sqlstate(), "0A000");
}

/// Large objects are data: what one side only has is nobody's difference, in either direction, whatever is said of it.
#[test]
fn large_objects_differ_only_where_both_sides_have_them() {
    let target = build()
        .add(Kind::LargeObject, "1", json!({}), &[])
        .owner("alice")
        .add(Kind::LargeObject, "2", json!({}), &[])
        .owner("bob")
        .done();
    let source = build()
        .add(Kind::LargeObject, "1", json!({}), &[])
        .owner("bob")
        .add(Kind::LargeObject, "3", json!({}), &[])
        .comment("x")
        .done();
    let options = options(json!({"large_objects": true}));
    let comparison = Comparison::new(&target, &source, &options).unwrap();
    let owner = id(Kind::LargeObject, "1").facet(Kind::Owner);
    assert_eq!(comparison.differences().keys().collect::<Vec<_>>(), [&owner]);
    assert_eq!(comparison.reversed().differences().keys().collect::<Vec<_>>(), [&owner]);
}
