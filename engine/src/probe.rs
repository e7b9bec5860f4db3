//! What the target's rows say of a change before it is made: read-only queries for the database that is to be changed.
//!
//! Kinds write them ([`ObjectKind::probes`](crate::kind::ObjectKind::probes)). Each returns one row, of how many it found and
//! a few of them as JSON, and looks no further than [`MOST`]. They name things as they are in the target, so that what another
//! change of the same plan makes first can't be asked about; that is told instead.

use crate::catalog::{Object, ObjectId};
use crate::compare::{Comparison, Difference};
use crate::hazard::Hazard;
use crate::kind::{Context, Kind};
use crate::lex::{self, Token};
use crate::options::DropMode;
use crate::plan::Step;
use std::collections::{BTreeMap, BTreeSet};

/// How many rows a probe counts.
pub const MOST: i64 = 10_000;

/// How many of them it shows.
const SAMPLE: usize = 3;

/// What it means that a probe finds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The statement fails.
    Fails,
    /// That much is lost.
    Loses,
    /// Somebody misses it.
    Used,
}

/// What can be asked about one change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The hazard that it is about.
    pub hazard: Hazard,
    /// What is counted, as the end of "there are no …".
    pub finds: String,
    /// What it means.
    pub meaning: Meaning,
    /// The query, `(count bigint, sample text)`: no count where the server doesn't know; or why there is none.
    pub query: Result<String, String>,
    /// Names only what the target has, whatever else the plan changes.
    as_is: bool,
}

/// A question and the change that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// The object that changes.
    pub id: ObjectId,
    /// As `pg_identify_object` names it.
    pub object_type: &'static str,
    /// As `pg_identify_object` writes it.
    pub identity: String,
    /// What is asked.
    pub question: Question,
}

impl Question {
    /// Rows that make the statement fail; `select` returns them.
    pub fn fails(hazard: Hazard, finds: impl Into<String>, select: &str) -> Self {
        Self { hazard, finds: finds.into(), meaning: Meaning::Fails, query: Ok(counted(select)), as_is: false }
    }

    /// Rows or values that are lost; `select` returns them.
    pub fn loses(hazard: Hazard, finds: impl Into<String>, select: &str) -> Self {
        Self { hazard, finds: finds.into(), meaning: Meaning::Loses, query: Ok(counted(select)), as_is: false }
    }

    /// A count that the server keeps of how often it was used.
    pub fn used(hazard: Hazard, finds: impl Into<String>, query: String) -> Self {
        Self { hazard, finds: finds.into(), meaning: Meaning::Used, query: Ok(query), as_is: false }
    }

    /// Says that the query names only what the target has, whatever else the plan changes.
    #[must_use]
    pub fn of_what_is_there(mut self) -> Self {
        self.as_is = true;
        self
    }

    /// Takes that back: the query has an expression of the source's.
    #[must_use]
    pub fn of_what_is_wanted(mut self) -> Self {
        self.as_is = false;
        self
    }

    /// What would have to be asked, and why it can't be.
    pub fn unasked(hazard: Hazard, finds: impl Into<String>, why: impl Into<String>) -> Self {
        Self { hazard, finds: finds.into(), meaning: Meaning::Fails, query: Err(why.into()), as_is: false }
    }
}

/// Counts the rows of a query, up to [`MOST`], and shows some.
fn counted(select: &str) -> String {
    format!(
        "WITH found AS MATERIALIZED ({select} LIMIT {MOST})\n\
         SELECT pg_catalog.count(*), (SELECT pg_catalog.json_agg(s)::text FROM (SELECT * FROM found LIMIT {SAMPLE}) AS s) FROM found"
    )
}

/// All that can be asked about the changes of a comparison.
pub fn probes(comparison: &Comparison<'_>) -> Vec<Probe> {
    let kept;
    let comparison = if comparison.options().drop == DropMode::Yes {
        comparison
    } else {
        kept = comparison.keeping_dropped();
        &kept
    };
    let (target, source, options) = (comparison.target(), comparison.source(), comparison.options());
    let (rebuilt, aside) = (BTreeSet::new(), BTreeMap::new());
    let cx = Context { target, source, options, rebuilt: &rebuilt, aside: &aside };
    let mut probes = Vec::new();
    for id in comparison.differences().keys() {
        let (old, new) = (target.get(id), source.get(id));
        let Some(object) = new.or(old) else { continue };
        // A table that is new has no rows, and one that goes tells of itself; but others make room for a new partition.
        let is_partition = object.spec().holds_rows_of(object).is_some();
        if !is_partition && object.parent.as_ref().is_some_and(|whole| !target.contains(whole) || !source.contains(whole)) {
            continue;
        }
        let unready = new.and_then(|new| unready(new, comparison));
        let renamed = renamed(object, comparison);
        for mut question in object.spec().probes(old, new, &cx) {
            // A table is moved then, and its rows with it.
            if question.meaning == Meaning::Loses && id.kind == Kind::Table && options.keep_dropped.is_some() {
                continue;
            }
            if let Some(needed) =
                unready.filter(|_| question.meaning == Meaning::Fails && !question.as_is && question.query.is_ok())
            {
                question.query = Err(format!("{} is made or changed by the same plan", needed.typed_identity()));
            }
            if let Some(renamed) = renamed.filter(|_| question.query.is_ok()) {
                question.query = Err(format!("{} {} is renamed by the same plan", renamed.object_type, renamed.identity));
            }
            let (object_type, identity) = (object.spec().object_type(object), object.spec().identity(object));
            probes.push(Probe { id: id.clone(), object_type, identity, question });
        }
    }
    probes
}

/// The renaming of the object, or of what it is a part of or needs: the target doesn't know it by its name yet.
fn renamed<'a>(object: &Object, comparison: &'a Comparison<'_>) -> Option<&'a Step> {
    let whole = |id: &ObjectId| comparison.target().get(id).and_then(|object| object.parent.clone());
    let mut named: Vec<ObjectId> = object.depends.iter().chain([&object.id]).chain(&object.parent).cloned().collect();
    named.extend(named.iter().filter_map(whole).collect::<Vec<_>>());
    comparison.before().iter().find(|step| named.contains(&step.id))
}

/// What the object needs that the target does not have yet, or not as it will be: what is asked about it now says nothing.
fn unready<'a>(new: &Object, comparison: &'a Comparison<'_>) -> Option<&'a Object> {
    let is_unready = |needed: &&ObjectId| {
        // A new referenced table is asked about otherwise; the rest doesn't change what an expression yields.
        if matches!(needed.kind, Kind::Constraint | Kind::Index | Kind::Table | Kind::Schema | Kind::Sequence)
            || needed.is_facet()
        {
            return false;
        }
        match comparison.differences().get(needed) {
            Some(Difference::Create) => true,
            Some(Difference::Alter(properties)) if matches!(needed.kind, Kind::Column | Kind::Domain) => {
                ["type", "collation", "generated"].iter().any(|property| properties.contains(*property))
            }
            Some(Difference::Alter(_)) => true,
            _ => false,
        }
    };
    new.depends.iter().find(is_unready).and_then(|needed| comparison.source().get(needed))
}

/// The top-level parenthesized parts of a definition, without their parentheses.
pub fn groups(definition: &str) -> Vec<&str> {
    let (mut groups, mut depth, mut at, mut start) = (Vec::new(), 0_usize, 0, 0);
    for (token, text) in lex::tokens(definition) {
        match (token, text) {
            (Token::Symbol, "(") => {
                depth += 1;
                if depth == 1 {
                    start = at + 1;
                }
            }
            (Token::Symbol, ")") => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    groups.push(&definition[start..at]);
                }
            }
            _ => {}
        }
        at += text.len();
    }
    groups
}

/// The parts of a list between its top-level commas.
pub fn items(list: &str) -> Vec<&str> {
    let (mut items, mut depth, mut at, mut start) = (Vec::new(), 0_usize, 0, 0);
    for (token, text) in lex::tokens(list) {
        match (token, text) {
            (Token::Symbol, "(" | "[") => depth += 1,
            (Token::Symbol, ")" | "]") => depth = depth.saturating_sub(1),
            (Token::Symbol, ",") if depth == 0 => {
                items.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
        at += text.len();
    }
    items.push(list[start..].trim());
    items
}

/// The expression of an index's key, with its collation and without operator class and order.
pub fn key(item: &str) -> String {
    let (mut depth, mut words, mut word) = (0_usize, Vec::new(), String::new());
    for (token, text) in lex::tokens(item) {
        match (token, text) {
            (Token::Symbol, "(") => depth += 1,
            (Token::Symbol, ")") => depth = depth.saturating_sub(1),
            _ => {}
        }
        if token == Token::Space && depth == 0 {
            words.push(std::mem::take(&mut word));
        } else {
            word.push_str(text);
        }
    }
    words.push(word);
    match words.as_slice() {
        [expression, collate, collation, ..] if collate == "COLLATE" => format!("{expression} COLLATE {collation}"),
        [expression, ..] => expression.clone(),
        [] => String::new(),
    }
}

/// Asks for rows that have the same keys; `relation` stands behind FROM.
pub fn duplicates(relation: &str, keys: &[String], nulls_distinct: bool, predicate: Option<&str>) -> Question {
    let named: Vec<String> = keys.iter().enumerate().map(|(n, key)| format!("{key} AS k{}", n + 1)).collect();
    let numbers: Vec<String> = (1..=keys.len()).map(|n| n.to_string()).collect();
    let nulls = keys.iter().filter(|_| nulls_distinct).map(|key| format!("{key} IS NOT NULL"));
    let conditions: Vec<String> = predicate.map(|predicate| format!("({predicate})")).into_iter().chain(nulls).collect();
    let filter = if conditions.is_empty() { String::new() } else { format!(" WHERE {}", conditions.join(" AND ")) };
    let select = format!(
        "SELECT {}, pg_catalog.count(*) AS rows FROM {relation}{filter} GROUP BY {} HAVING pg_catalog.count(*) > 1",
        named.join(", "),
        numbers.join(", ")
    );
    Question::fails(Hazard::AddUnique, "keys that more than one row has", &select)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_taken_apart() {
        let definition =
            r#"btree (lower(a) COLLATE "C" text_pattern_ops DESC NULLS LAST, ((b || ', ('::text)), "odd, (name") INCLUDE (c)"#;
        let groups = groups(definition);
        assert_eq!(groups.len(), 2);
        let keys: Vec<String> = items(groups[0]).into_iter().map(key).collect();
        assert_eq!(keys, [r#"lower(a) COLLATE "C""#, "((b || ', ('::text))", r#""odd, (name""#]);
    }

    #[test]
    fn rows_with_a_null_are_no_duplicates() {
        let Ok(query) = duplicates("s.t", &["a".to_owned()], true, Some("b > 0")).query else { panic!("no query") };
        assert!(
            query.contains("SELECT a AS k1, pg_catalog.count(*) AS rows FROM s.t WHERE (b > 0) AND a IS NOT NULL GROUP BY 1"),
            "{query}"
        );
    }
}
