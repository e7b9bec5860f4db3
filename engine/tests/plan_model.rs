//! The plan against a model of a server: random pairs of catalogs, read through the [`Reader`] as a server would give them.
//!
//! The model knows one rule, the server's: nothing is made before what it needs, and nothing goes while something needs it.

#![allow(clippy::unwrap_used)]

use pgdiff_engine::catalog::Origin;
use pgdiff_engine::catalog::read::Reader;
use pgdiff_engine::plan::{Action, Step};
use pgdiff_engine::{Catalog, Comparison, Object, ObjectId, Options, Plan};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const SCHEMA: u32 = 2615;
const TYPE: u32 = 1247;
const CLASS: u32 = 1259;
const ROUTINE: u32 = 1255;

/// What is chosen for one place of the universe: is it there, in which form, who owns it, has it a comment.
type Choice = (bool, u8, bool, bool);

struct Row {
    kind: &'static str,
    address: (u32, u32, i32),
    data: Value,
    needs: Vec<(u32, u32, i32)>,
}

/// The rows of a catalog. Each place needs only earlier ones, so that every pair of catalogs has an order.
fn rows(choices: &[Choice]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let has = |rows: &[Row], address: (u32, u32, i32)| rows.iter().any(|row| row.address == address);
    let (a, b, e, d, c) = ((SCHEMA, 1, 0), (SCHEMA, 2, 0), (TYPE, 3, 0), (TYPE, 4, 0), (TYPE, 5, 0));
    let (t, u, f, v, w, m) = ((CLASS, 6, 0), (CLASS, 7, 0), (ROUTINE, 8, 0), (CLASS, 9, 0), (CLASS, 10, 0), (CLASS, 11, 0));
    for (place, (there, form, second_owner, comment)) in choices.iter().copied().enumerate() {
        if !there {
            continue;
        }
        // A type for a column, a domain or an attribute.
        let data_type = match form {
            1 => ("bigint", vec![]),
            2 => ("a.e", vec![e]),
            3 => ("b.d", vec![d]),
            4 => ("a.c", vec![c]),
            _ => ("integer", vec![]),
        };
        let (kind, address, name, properties, needs) = match place {
            0 => ("schema", a, json!(["a"]), json!({}), vec![]),
            1 => ("schema", b, json!(["b"]), json!({}), vec![]),
            2 => {
                let labels =
                    [json!(["x", "y"]), json!(["x", "n", "y"]), json!(["y", "x"]), json!(["x"]), json!(["x", "y", "z"])];
                ("enum type", e, json!(["a", "e"]), json!({"labels": labels[usize::from(form)]}), vec![a])
            }
            3 => {
                let base = if form == 2 { ("a.e", vec![e]) } else { ("text", vec![]) };
                let needs = [vec![b], base.1].concat();
                ("domain", d, json!(["b", "d"]), json!({"type": base.0, "default": format!("'{}'", form / 3)}), needs)
            }
            4 => {
                let ty = if form == 4 { ("text", vec![]) } else { data_type.clone() };
                let needs = [vec![a], ty.1].concat();
                ("composite type", c, json!(["a", "c"]), json!({"attributes": [["x", ty.0, null]]}), needs)
            }
            5 => ("table", t, json!(["a", "t"]), json!({}), vec![a]),
            6 => ("table", u, json!(["b", "u"]), json!({}), vec![b]),
            7 => {
                let needs = if form > 2 { vec![a, e] } else { vec![a] };
                let definition = format!("CREATE OR REPLACE FUNCTION a.f(integer) RETURNS integer AS '{form}'");
                ("function", f, json!(["a", "f", "integer"]), json!({"definition": definition, "_kind": "f"}), needs)
            }
            8 => ("view", v, json!(["a", "v"]), json!({"definition": format!("SELECT {}", form / 2)}), vec![a, t]),
            9 => ("view", w, json!(["b", "w"]), json!({"definition": format!("SELECT {}", form / 2)}), vec![b, v, u]),
            _ => ("materialized view", m, json!(["b", "m"]), json!({"definition": format!("SELECT {form}")}), vec![b, w, f]),
        };
        if needs.iter().any(|needed| !has(&rows, *needed)) {
            continue;
        }
        let mut data = properties;
        data["name"] = name.clone();
        data["owner"] = json!(if second_owner { "bob" } else { "alice" });
        data["comment"] = if comment { json!(format!("comment {form}")) } else { Value::Null };
        let part = |kind, address, parent: (u32, u32, i32), own: &str, ty: &str, needs: Vec<_>| {
            let path: Vec<Value> = name.as_array().unwrap().iter().cloned().chain([json!(own)]).collect();
            let data = json!({"name": path, "parent": [parent.0, parent.1, parent.2], "type": ty, "_position": 1});
            Row { kind, address, data, needs }
        };
        rows.push(Row { kind, address, data, needs: needs.clone() });
        match place {
            4 => {
                let ty = if form == 4 { ("text", vec![]) } else { data_type };
                rows.push(part("attribute", (CLASS, 50, 1), address, "x", ty.0, ty.1));
            }
            5 | 6 => {
                rows.push(part("column", (CLASS, address.1, 1), address, "id", "integer", vec![]));
                if data_type.1.iter().all(|needed| has(&rows, *needed)) {
                    rows.push(part("column", (CLASS, address.1, 2), address, "value", data_type.0, data_type.1));
                }
            }
            _ => {}
        }
    }
    rows
}

/// Reads the rows in the order that `key` gives, with every OID moved by `shift`.
fn catalog(rows: &[Row], shift: u32, key: u64) -> Catalog {
    let moved = |(class, oid, sub): (u32, u32, i32)| (class, oid + shift, sub);
    let mut feed: Vec<(&str, (u32, u32, i32), String)> = Vec::new();
    for row in rows {
        let mut data = row.data.clone();
        if let Some(oid) = data.get_mut("parent").and_then(|parent| parent.get_mut(1)) {
            *oid = json!(oid.as_u64().unwrap() as u32 + shift);
        }
        feed.push((row.kind, moved(row.address), data.to_string()));
        for needed in &row.needs {
            let ((class, oid, sub), (from_class, from_oid, from_sub)) = (moved(*needed), moved(row.address));
            feed.push(("depend", (from_class, 0, 0), format!("{from_oid} {from_sub} {class} {oid} {sub} n")));
        }
    }
    // Any order: by a hash of the place and the key.
    let mut order: Vec<usize> = (0..feed.len()).collect();
    order.sort_by_key(|at| (*at as u64 + 1).wrapping_mul(key | 1).rotate_left(17) % 1009);
    let mut reader = Reader::new();
    for at in order {
        let (kind, (class, oid, sub), data) = &feed[at];
        reader.row(kind, *class, *oid, *sub, data).unwrap();
    }
    reader.finish(Origin { server_version_num: 150_000, database: "d".into(), user: "u".into(), ..Default::default() }).unwrap()
}

/// The state of the model: objects by id, each as the target has it or as the source has it.
struct Model<'a> {
    target: &'a Catalog,
    source: &'a Catalog,
    objects: BTreeMap<ObjectId, &'a Object>,
    aside: BTreeSet<ObjectId>,
    own_steps: BTreeSet<(ObjectId, Action)>,
}

impl<'a> Model<'a> {
    fn new(target: &'a Catalog, source: &'a Catalog, steps: &[Step]) -> Self {
        let objects =
            target.objects().filter(|object| !object.id.is_facet()).map(|object| (object.id.clone(), object)).collect();
        let own_steps = steps.iter().map(|step| (step.id.clone(), step.action)).collect();
        Self { target, source, objects, aside: BTreeSet::new(), own_steps }
    }

    fn parts(&self, id: &ObjectId, catalog: &'a Catalog, action: Action) -> Vec<&'a Object> {
        let parts = catalog.children(id).filter(|part| !part.id.is_facet());
        parts.filter(|part| !self.own_steps.contains(&(part.id.clone(), action))).collect()
    }

    fn is_old(&self, object: &Object) -> bool {
        self.target.get(&object.id).is_some_and(|old| std::ptr::eq(old, object))
    }

    /// What stands now and needs the object.
    fn users(&self, id: &ObjectId) -> Vec<&'a Object> {
        self.objects.values().copied().filter(|object| object.depends.contains(id)).collect()
    }

    fn needs(&self, object: &Object) {
        for needed in object.depends.iter().filter(|needed| !needed.is_facet()) {
            assert!(self.objects.contains_key(needed), "{:?} is made before {needed:?}", object.id);
        }
    }

    /// A composite type has no statement of its own for what its attributes do.
    fn repeat_in_parent(&mut self, part: &Object) {
        let parent = part.parent.as_ref().and_then(|parent| self.source.get(parent));
        let stands = |parent: &&Object| self.objects.contains_key(&parent.id);
        if let Some(parent) = parent.filter(stands).filter(|parent| !parent.spec().repeats_parts().is_empty()) {
            self.objects.insert(parent.id.clone(), parent);
        }
    }

    fn run(&mut self, step: &Step) {
        let id = &step.id;
        if id.is_facet() {
            assert!(self.objects.contains_key(&id.base()), "{id:?} of nothing: {}", step.statement.sql);
            return;
        }
        let renamed_aside = step.statement.sql.contains("RENAME TO") && step.statement.sql.contains("(pgdiff old)");
        match step.action {
            Action::Create => {
                if let Some(new) = self.source.get(id).filter(|new| !self.objects.contains_key(&new.id)) {
                    self.objects.insert(id.clone(), new);
                    for part in self.parts(id, self.source, Action::Create) {
                        self.objects.insert(part.id.clone(), part);
                    }
                    for made in std::iter::once(new).chain(self.parts(id, self.source, Action::Create)) {
                        self.needs(made);
                    }
                }
            }
            Action::Drop if self.aside.contains(id) => {
                let users: Vec<_> = self.users(id).into_iter().filter(|user| self.is_old(user)).map(|user| &user.id).collect();
                assert!(users.is_empty(), "{id:?} is discarded while {users:?} use it");
                self.aside.remove(id);
            }
            Action::Drop if !self.objects.contains_key(id) || !self.is_old(self.objects[id]) => {}
            Action::Drop => {
                for part in self.parts(id, self.target, Action::Drop) {
                    self.objects.remove(&part.id);
                }
                if let Some(old) = self.objects.remove(id) {
                    self.repeat_in_parent(old);
                }
                let users: Vec<_> = self.users(id).iter().map(|user| &user.id).collect();
                assert!(users.is_empty(), "{id:?} is dropped while {users:?} use it");
            }
            _ if renamed_aside => {
                if self.objects.get(id).is_some_and(|object| self.is_old(object)) {
                    self.objects.remove(id);
                    for part in self.target.children(id).filter(|part| !part.id.is_facet()) {
                        if self.objects.get(&part.id).is_some_and(|object| self.is_old(object)) {
                            self.objects.remove(&part.id);
                        }
                    }
                    self.aside.insert(id.clone());
                    // What still uses it goes by its OID, until it is discarded.
                }
            }
            _ => {
                if let Some(new) = self.source.get(id).filter(|new| self.objects.contains_key(&new.id)) {
                    self.needs(new);
                    self.objects.insert(id.clone(), new);
                    self.repeat_in_parent(new);
                }
            }
        }
    }

    fn is_source(&self) {
        assert!(self.aside.is_empty(), "left aside: {:?}", self.aside);
        let wanted: BTreeSet<&ObjectId> = self.source.objects().map(|object| &object.id).filter(|id| !id.is_facet()).collect();
        assert_eq!(self.objects.keys().collect::<BTreeSet<_>>(), wanted);
        for (id, object) in &self.objects {
            // What only repeats the parts changes with them.
            let own = |object: &Object| {
                let mut properties = object.properties.clone();
                properties.retain(|name, _| !object.spec().repeats_parts().contains(&name.as_str()));
                properties
            };
            assert_eq!(own(object), own(self.source.get(id).unwrap()), "{id:?}");
        }
    }
}

fn script(target: &Catalog, source: &Catalog) -> Vec<String> {
    let options = Options::default();
    let comparison = Comparison::new(target, source, &options).unwrap();
    let plan = Plan::new(&comparison, &|| false).unwrap();
    plan.forward.iter().chain(&plan.backward).map(|step| step.statement.sql.clone()).collect()
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec((prop::bool::weighted(0.85), 0..5u8, any::<bool>(), any::<bool>()), 11)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_differs_from_itself(choices in choices()) {
        let catalog = catalog(&rows(&choices), 0, 0);
        let options = Options::default();
        let comparison = Comparison::new(&catalog, &catalog, &options).unwrap();
        prop_assert!(comparison.differences().is_empty() && comparison.rows().is_empty());
        let plan = Plan::new(&comparison, &|| false).unwrap();
        prop_assert!(plan.forward.is_empty() && plan.backward.is_empty());
    }

    #[test]
    fn the_plan_makes_the_source_of_the_target(old in choices(), new in choices()) {
        let (target, source) = (catalog(&rows(&old), 0, 0), catalog(&rows(&new), 0, 0));
        let options = Options::default();
        let comparison = Comparison::new(&target, &source, &options).unwrap();
        let plan = Plan::new(&comparison, &|| false).unwrap();
        for (target, source, steps) in [(&target, &source, &plan.forward), (&source, &target, &plan.backward)] {
            let mut model = Model::new(target, source, steps);
            for step in steps {
                model.run(step);
            }
            model.is_source();
        }
    }

    #[test]
    fn bytes_depend_on_names_only(old in choices(), new in choices(), shift in 1u32..100_000, key in any::<u64>()) {
        let (old, new) = (rows(&old), rows(&new));
        let (target, source) = (catalog(&old, 0, 0), catalog(&new, 0, 0));
        let (target_again, source_again) = (catalog(&old, shift, key), catalog(&new, shift / 2, key.rotate_left(7)));
        prop_assert_eq!(&target, &target_again);
        prop_assert_eq!(script(&target, &source), script(&target_again, &source_again));
    }
}
