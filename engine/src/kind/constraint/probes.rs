//! What the rows say of a constraint that is added or validated.

use super::{CHECK, EXCLUSION, FOREIGN_KEY, referenced};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{qualified, quote};
use crate::kind::{Context, Kind};
use crate::kind::ancestry::{is_attached_anew, relation};
use crate::kind::column::probes::{gives_values, of_rows};
use crate::probe::{Question, duplicates, groups, items, key};

/// Questions about a constraint that the target does not have like this.
pub fn probes(old: Option<&Object>, new: &Object, cx: &Context<'_>) -> Vec<Question> {
    let unchecked = |object: &Object| object.flag("not_valid") || object.flag("not_enforced");
    let same = |old: &&Object| old.get("definition") == new.get("definition") && old.get("predicate") == new.get("predicate");
    // What a partition has from its table is asked about there, unless it is only attached now.
    let told_above = new.flag("_clone") || new.flag("inherited_only") || new.get("_attached_to").is_some();
    let told_above = told_above && !new.parent.as_ref().is_some_and(|table| is_attached_anew(table, cx));
    let holds = old.filter(same).is_some_and(|old| !unchecked(old));
    if unchecked(new) || told_above || holds || new.flag("_foreign") {
        return Vec::new();
    }
    match new.str("type") {
        CHECK => check(new, cx),
        FOREIGN_KEY => foreign_key(new, cx),
        EXCLUSION => exclusion(new),
        _ => unique(new, cx),
    }
    .into_iter()
    .collect()
}

/// The rows that a constraint is for: a partitioned table's are its partitions', but a child's are not its parent's.
fn own_rows(object: &Object) -> String {
    let only = if object.flag("_partitioned") { "" } else { "ONLY " };
    format!("{only}{}", relation(object))
}

fn check(object: &Object, cx: &Context<'_>) -> Option<Question> {
    let definition = object.str("definition");
    let rows = if definition.ends_with(" NO INHERIT") { format!("ONLY {}", relation(object)) } else { relation(object) };
    let condition = groups(definition).first().copied()?;
    let question = |rows: &str| {
        let select = format!("SELECT * FROM {rows} WHERE NOT ({condition})");
        Question::fails(Hazard::AddCheck, "rows that violate it", &select)
    };
    Some(of_rows(object, &rows, cx, question))
}

fn unique(object: &Object, cx: &Context<'_>) -> Option<Question> {
    let definition = object.str("definition");
    if object.flag("_period") {
        let why = "a key WITHOUT OVERLAPS has to be looked at by hand";
        return Some(Question::unasked(Hazard::AddUnique, "keys that more than one row has", why));
    }
    let keys: Vec<String> = items(groups(definition).first()?).into_iter().map(str::to_owned).collect();
    let question = |rows: &str| duplicates(rows, &keys, !definition.contains(" NULLS NOT DISTINCT "), object.text("predicate"));
    Some(of_rows(object, &own_rows(object), cx, question))
}

fn foreign_key(object: &Object, cx: &Context<'_>) -> Option<Question> {
    const FINDS: &str = "rows that refer to none";
    let definition = object.str("definition");
    if object.flag("_period") {
        return Some(Question::unasked(Hazard::AddForeignKey, FINDS, "a key with PERIOD has to be looked at by hand"));
    }
    let groups = groups(definition);
    let (own, others) = (items(groups.first()?), items(groups.get(1)?));
    let other = referenced(object)?;
    let added: Vec<&Object> = own.iter().filter_map(|name| added(name, object, cx)).collect();
    if let Some(filled) = added.iter().find(|column| gives_values(column, cx)) {
        let why = format!("{} is made by the same plan, and not with nulls", filled.typed_identity());
        return Some(Question::unasked(Hazard::AddForeignKey, FINDS, why));
    }
    // The others are null in every row, which refers to nothing then.
    let full = definition.contains(" MATCH FULL");
    if !added.is_empty() && (!full || added.len() == own.len()) {
        return None;
    }
    let is_added = |name: &str| added.iter().any(|column| quote(column.id.last()) == name);
    let column = |name: &&str| if is_added(name) { "NULL".to_owned() } else { format!("r.{name}") };
    let is_null: Vec<String> = own.iter().map(|name| format!("{} IS NULL", column(name))).collect();
    let not_null: Vec<String> = own.iter().map(|name| format!("{} IS NOT NULL", column(name))).collect();
    let found = match cx.target.get(&other) {
        // What is new has no rows to refer to.
        None => "false".to_owned(),
        Some(table) => {
            let only = if table.get("partition_key").is_some() { "" } else { "ONLY " };
            let pairs: Vec<String> = own.iter().zip(&others).map(|(own, other)| format!("o.{other} = {}", column(own))).collect();
            format!("EXISTS (SELECT FROM {only}{} AS o WHERE {})", qualified(&other.name), pairs.join(" AND "))
        }
    };
    let violated = if full {
        format!("NOT ({}) AND ({} OR NOT {found})", is_null.join(" AND "), is_null.join(" OR "))
    } else {
        format!("{} AND NOT {found}", not_null.join(" AND "))
    };
    let select = format!("SELECT r.* FROM {} AS r WHERE {violated}", own_rows(object));
    let question = Question::fails(Hazard::AddForeignKey, FINDS, &select);
    Some(if cx.target.contains(&other) { question } else { question.of_what_is_there() })
}

/// The column of this name (in SQL) of the constraint's table, if the target doesn't have it.
fn added<'a>(name: &str, constraint: &Object, cx: &Context<'a>) -> Option<&'a Object> {
    let mut columns = cx.source.children_of_kind(constraint.parent.as_ref()?, Kind::Column);
    columns.find(|column| quote(column.id.last()) == name && !cx.target.contains(&column.id))
}

fn exclusion(object: &Object) -> Option<Question> {
    let definition = object.str("definition");
    let (mut keys, mut conditions) = (Vec::new(), Vec::new());
    for (n, item) in items(groups(definition).first()?).into_iter().enumerate() {
        let (expression, operator) = item.rsplit_once(" WITH ")?;
        keys.push(format!("{} AS k{n}", key(expression)));
        conditions.push(format!("x.k{n} {operator} y.k{n}"));
    }
    let filter = object.text("predicate").map(|predicate| format!(" WHERE {predicate}")).unwrap_or_default();
    let rows = format!("SELECT tableoid AS o, ctid AS c, {} FROM {}{filter}", keys.join(", "), own_rows(object));
    let select = format!(
        "SELECT x.*, y.* FROM ({rows}) AS x JOIN ({rows}) AS y ON (x.o, x.c) < (y.o, y.c) AND {}",
        conditions.join(" AND ")
    );
    Some(Question::fails(Hazard::AddExclusion, "pairs of rows that exclude each other", &select))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, ObjectId};
    use crate::options::Options;
    use serde_json::json;
    use std::collections::{BTreeMap, BTreeSet};

    fn select(data: serde_json::Value) -> String {
        let id = ObjectId::new(Kind::Constraint, ["s", "t", "c"]);
        let properties = data.as_object().cloned().unwrap_or_default().into_iter().collect();
        let object = Object { id, parent: None, properties, depends: BTreeSet::new() };
        let (catalog, options, rebuilt, aside) = (Catalog::default(), Options::default(), BTreeSet::new(), BTreeMap::new());
        let cx = Context { target: &catalog, source: &catalog, options: &options, rebuilt: &rebuilt, aside: &aside };
        let questions = probes(None, &object, &cx);
        questions.into_iter().filter_map(|question| question.query.ok()).collect()
    }

    #[test]
    fn a_check_is_violated_by_false_only() {
        let query = select(json!({"type": "check", "definition": "CHECK ((a > 0)) NO INHERIT"}));
        assert!(query.contains("SELECT * FROM ONLY s.t WHERE NOT ((a > 0)) LIMIT"), "{query}");
    }

    #[test]
    fn match_full_wants_all_or_none() {
        let definition = "FOREIGN KEY (a, b) REFERENCES s.o(x, y) MATCH FULL";
        let query = select(json!({"type": "foreign key", "definition": definition, "_references": ["s", "o"]}));
        assert!(query.contains("WHERE NOT (r.a IS NULL AND r.b IS NULL) AND (r.a IS NULL OR r.b IS NULL OR NOT false)"), "{query}");
    }

    #[test]
    fn what_is_not_valid_is_not_asked() {
        assert_eq!(select(json!({"type": "check", "definition": "CHECK (a)", "not_valid": true})), "");
    }
}
