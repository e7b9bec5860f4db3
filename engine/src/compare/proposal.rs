//! Renames that are proposed, never assumed: where one object vanishes and one that is nearly the same appears beside it.
//!
//! A proposal stands in `details` of both rows, under [`PROPERTY`], in the form that the option `renames` takes, with the
//! similarity: how far the statements that make the two agree once their own names are left out, how far the names do, and for
//! columns whether they stand in the same place.

use crate::catalog::{Object, ObjectId};
use crate::ident::{qualified, quote};
use crate::kind::Kind;
use crate::options::renamed_type;
use serde_json::{Value, json};
use similar::TextDiff;
use std::collections::BTreeMap;

/// The key in `details`.
pub(super) const PROPERTY: &str = "rename_proposed";
/// Below this nothing is proposed.
const ENOUGH: f64 = 0.75;
/// More pairs than this beside each other are not looked at: so much at once is no rename.
const PAIRS: usize = 10_000;

/// One object that came or went, and the statements that make it.
pub(super) struct Candidate<'a> {
    pub object: &'a Object,
    pub ddl: &'a str,
}

/// What two objects share that could be one under two names: the type, and what they stand in.
fn place(object: &Object) -> Option<(&'static str, Vec<String>)> {
    let names = match object.id.kind {
        Kind::Function | Kind::Aggregate => object.id.names(1),
        _ => object.id.names(object.id.name.len() - 1),
    };
    Some((renamed_type(object)?, names.to_vec()))
}

fn anonymous(candidate: &Candidate<'_>) -> String {
    let name = candidate.object.spec().own_name(candidate.object);
    let quoted = quote(name);
    let words = candidate.ddl.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_' || c == '"'));
    let mut text = String::with_capacity(candidate.ddl.len());
    for word in words {
        let bare = word.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_' || c == '"'));
        if bare == name || bare == quoted {
            text.push('?');
            text.push_str(&word[bare.len()..]);
        } else {
            text.push_str(word);
        }
    }
    if name.contains(|c: char| !(c.is_alphanumeric() || c == '_')) { text.replace(&quoted, "?") } else { text }
}

fn similarity(old: &Candidate<'_>, new: &Candidate<'_>) -> f64 {
    let (a, b) = (anonymous(old), anonymous(new));
    let made_alike = if a == b { 1.0 } else { f64::from(TextDiff::from_words(&a, &b).ratio()) };
    let names = (old.object.spec().own_name(old.object), new.object.spec().own_name(new.object));
    let named_alike = f64::from(TextDiff::from_chars(names.0, names.1).ratio());
    if new.object.id.kind == Kind::Column {
        // Many columns are made alike; one in the same place is more likely the same one.
        let in_place = old.object.int("_position") == new.object.int("_position");
        return 0.5 * made_alike + 0.25 * named_alike + if in_place { 0.25 } else { 0.0 };
    }
    0.85 * made_alike + 0.15 * named_alike
}

/// The proposals, by the ids of both objects: each object is in one at most, the most similar first.
pub(super) fn proposals(gone: &[Candidate<'_>], come: &[Candidate<'_>]) -> BTreeMap<ObjectId, Value> {
    let mut beside: BTreeMap<(&'static str, Vec<String>), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, place) in gone.iter().enumerate().filter_map(|(at, candidate)| Some((at, place(candidate.object)?))) {
        beside.entry(place).or_default().0.push(at);
    }
    for (at, place) in come.iter().enumerate().filter_map(|(at, candidate)| Some((at, place(candidate.object)?))) {
        if let Some((_, news)) = beside.get_mut(&place) {
            news.push(at);
        }
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (olds, news) in beside.values().filter(|(olds, news)| olds.len().saturating_mul(news.len()) <= PAIRS) {
        for old in olds {
            let scored = news.iter().map(|new| (similarity(&gone[*old], &come[*new]), *old, *new));
            pairs.extend(scored.filter(|(score, ..)| *score >= ENOUGH));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut proposals = BTreeMap::new();
    for (score, old, new) in pairs {
        let (old, new) = (gone[old].object, come[new].object);
        if proposals.contains_key(&old.id) || proposals.contains_key(&new.id) {
            continue;
        }
        let from = match old.id.kind {
            Kind::Function | Kind::Aggregate => old.identity(),
            _ => qualified(&old.id.name),
        };
        let proposal = json!({
            "type": renamed_type(old),
            "from": from,
            "to": quote(new.spec().own_name(new)),
            "similarity": (score * 100.0).round() / 100.0,
        });
        proposals.insert(old.id.clone(), proposal.clone());
        proposals.insert(new.id.clone(), proposal);
    }
    proposals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(kind: Kind, name: &[&str], position: i64) -> Object {
        let properties = [("_position".to_owned(), json!(position))].into_iter().collect();
        Object { id: ObjectId::new(kind, name.iter().copied()), parent: None, properties, depends: [].into() }
    }

    #[test]
    fn a_table_under_another_name_is_proposed() {
        let (old, new) = (object(Kind::Table, &["s", "client"], 0), object(Kind::Table, &["s", "customer"], 0));
        let gone = [Candidate { object: &old, ddl: "CREATE TABLE s.client (\n    id integer,\n    name text\n);" }];
        let come =
            [Candidate { object: &new, ddl: "CREATE TABLE s.customer (\n    id integer,\n    name text,\n    at date\n);" }];
        let proposals = proposals(&gone, &come);
        assert_eq!(proposals[&new.id]["from"], "s.client");
        assert_eq!(proposals[&old.id]["to"], "customer");
        assert_eq!(proposals[&old.id], proposals[&new.id]);
    }

    #[test]
    fn what_is_otherwise_is_not() {
        let (old, new) = (object(Kind::Table, &["s", "client"], 0), object(Kind::Table, &["s", "log"], 0));
        let gone = [Candidate { object: &old, ddl: "CREATE TABLE s.client (\n    id integer,\n    name text\n);" }];
        let come = [Candidate { object: &new, ddl: "CREATE TABLE s.log (\n    at date,\n    what jsonb,\n    who uuid\n);" }];
        assert!(proposals(&gone, &come).is_empty());
    }

    #[test]
    fn a_column_is_taken_for_the_one_in_its_place() {
        let old = object(Kind::Column, &["s", "t", "mail"], 2);
        let (near, far) = (object(Kind::Column, &["s", "t", "email"], 2), object(Kind::Column, &["s", "t", "zip"], 3));
        let gone = [Candidate { object: &old, ddl: "ALTER TABLE s.t ADD COLUMN mail text;" }];
        let come = [
            Candidate { object: &far, ddl: "ALTER TABLE s.t ADD COLUMN zip text;" },
            Candidate { object: &near, ddl: "ALTER TABLE s.t ADD COLUMN email text;" },
        ];
        let proposals = proposals(&gone, &come);
        assert_eq!(proposals[&old.id]["to"], "email");
        assert!(!proposals.contains_key(&far.id));
    }
}
