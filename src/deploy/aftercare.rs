//! What a deployment leaves to do, and to look at.

use std::collections::BTreeSet;

use pgdiff_engine::checklist::Answer;
use pgdiff_engine::ident::literal;
use serde_json::Value;

use super::log::{Log, Stored};
use super::target_of;
use crate::endpoint::Asker;
use crate::error::Result;
use pgdiff_engine::Options;

/// One thing to do or to look at.
pub struct Care {
    /// statistics, index, collation, new index, statement.
    pub area: &'static str,
    /// What it is about.
    pub object: String,
    /// What was found.
    pub finding: String,
    /// What to run.
    pub command: Option<String>,
}

/// What the deployment's steps and its target say.
pub fn aftercare(id: i64, target: Option<&str>) -> Result<Vec<Care>> {
    let stored = Log::read(id)?;
    let options = Options::parse(&stored.options)?;
    let mut asker = Asker::open(&target_of(&stored, target)?, options.probe_timeout)?;
    let tables = array(&tables(&stored));
    let made = array(&indexes(&stored));
    let mut rows = Vec::new();
    let since = literal(stored.finished_at.as_deref().unwrap_or("infinity"));
    let statistics = include_str!("../../sql/aftercare/statistics.sql").replace("{since}", &since);
    let mut queries: Vec<(&'static str, String)> = vec![
        ("statistics", statistics.replace("{tables}", &array(&without_statistics(&stored)))),
        ("index", include_str!("../../sql/aftercare/indexes.sql").to_owned()),
        ("collation", include_str!("../../sql/aftercare/collations.sql").to_owned()),
    ];
    // Older servers do not know which version of a collation a database was made with.
    if stored.target_version >= 150_000 {
        queries.push(("collation", include_str!("../../sql/aftercare/default_collation.sql").to_owned()));
    }
    queries.push(("new index", include_str!("../../sql/aftercare/new_indexes.sql").replace("{indexes}", &made)));
    for (area, query) in queries {
        rows.extend(answered(area, asker.ask(&query)?));
    }
    rows.extend(slower(&stored, &mut asker, &tables)?);
    Ok(rows)
}

fn answered(area: &'static str, answer: Answer) -> Vec<Care> {
    let care =
        |[object, finding, command]: [Option<String>; 3]| Some(Care { area, object: object?, finding: finding?, command });
    match answer {
        Answer::Rows(rows) => rows.into_iter().filter_map(care).collect(),
        Answer::Refused(_, message) => {
            vec![Care { area, object: String::new(), finding: format!("could not be asked: {message}"), command: None }]
        }
    }
}

/// The tables that it rewrote, read, changed or made.
fn tables(stored: &Stored) -> BTreeSet<String> {
    let applied = stored.steps.iter().filter(|step| !step.remark);
    let own = |step: &&pgdiff_engine::deployment::StoredStep| step.object_type == "table" && step.action != "drop";
    let of_steps = applied.clone().flat_map(|step| step.touches.iter().chain(step.tables.keys()).cloned());
    of_steps.chain(applied.filter(own).map(|step| step.object_identity.clone())).collect()
}

/// The tables of whose rows or columns the planner knows nothing, or nothing true, since the deployment: it made or rewrote them, or gave a column
/// another type, with which the server forgets what it knew of that.
fn without_statistics(stored: &Stored) -> BTreeSet<String> {
    let mut tables = BTreeSet::new();
    for step in stored.steps.iter().filter(|step| !step.remark) {
        let is_column = step.object_type == "table column";
        if step.action == "create" && matches!(step.object_type.as_str(), "table" | "materialized view") {
            tables.insert(step.object_identity.clone());
        }
        if is_column && (step.action == "create" || step.action == "alter" && step.statement.contains(" TYPE ")) {
            tables.extend(step.tables.keys().cloned());
        }
        if step.rewrites {
            tables.extend(step.touches.iter().cloned());
        }
    }
    tables
}

/// The indexes that it made.
fn indexes(stored: &Stored) -> BTreeSet<String> {
    let made = stored.steps.iter().filter(|step| step.object_type == "index" && step.action == "create");
    made.map(|step| step.object_identity.clone()).collect()
}

fn array(names: &BTreeSet<String>) -> String {
    let names: Vec<String> = names.iter().map(|name| literal(name)).collect();
    format!("ARRAY[{}]::pg_catalog.text[]", names.join(", "))
}

/// The query for the statements that are about these tables, where pg_stat_statements is installed.
pub fn statements(asker: &mut Asker, tables: &str) -> Result<Option<Vec<[Option<String>; 3]>>> {
    let schema = asker.ask(include_str!("../../sql/aftercare/extension.sql"))?;
    let Answer::Rows(found) = schema else { return Ok(None) };
    let Some([Some(schema), ..]) = found.into_iter().next() else { return Ok(None) };
    let query = include_str!("../../sql/aftercare/statements.sql").replace("{schema}", &schema).replace("{tables}", tables);
    Ok(match asker.ask(&query)? {
        Answer::Rows(rows) => Some(rows),
        Answer::Refused(..) => None,
    })
}

/// The statements of the time before, to be kept with the record.
pub fn statements_before(stored: &Stored, asker: &mut Asker) -> Result<Option<Value>> {
    let rows = statements(asker, &array(&tables(stored)))?;
    Ok(rows.map(|rows| {
        let fields = rows.into_iter().filter_map(|[id, _, figures]| Some((id?, serde_json::from_str(&figures?).ok()?)));
        Value::Object(fields.collect())
    }))
}

/// What became slower since.
fn slower(stored: &Stored, asker: &mut Asker, tables: &str) -> Result<Vec<Care>> {
    let Some(now) = statements(asker, tables)? else {
        let finding = "pg_stat_statements is not installed on the target: nothing is known of its statements".to_owned();
        return Ok(vec![Care { area: "statement", object: String::new(), finding, command: None }]);
    };
    let number =
        |value: Option<&Value>, key: &str| value.and_then(|value| value.get(key)).and_then(Value::as_f64).unwrap_or_default();
    let mut rows = Vec::new();
    for [id, query, figures] in now {
        let (Some(id), Some(query), Some(figures)) = (id, query, figures) else { continue };
        let figures: Value = serde_json::from_str(&figures).unwrap_or_default();
        let before = stored.statements_before.as_ref().and_then(|before| before.get(&id));
        let calls = number(Some(&figures), "calls") - number(before, "calls");
        if calls < 1.0 {
            continue;
        }
        let mean = (number(Some(&figures), "total") - number(before, "total")) / calls;
        let mean_before = number(before, "total") / number(before, "calls").max(1.0);
        let finding = match before {
            Some(_) => format!("{mean:.3} ms in {calls} calls since the deployment, {mean_before:.3} ms before"),
            None => format!("{mean:.3} ms in {calls} calls since the deployment; it was not seen before"),
        };
        rows.push((mean, Care { area: "statement", object: query, finding, command: None }));
    }
    rows.sort_by(|one, other| other.0.total_cmp(&one.0));
    Ok(rows.into_iter().map(|(_, care)| care).take(SHOWN).collect())
}

/// How many of the slowest statements are told.
const SHOWN: usize = 10;
