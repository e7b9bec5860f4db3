//! What the rows say of a column that is added, dropped, retyped or made NOT NULL.

use super::lineage::{inherits_from, table_of};
use super::{Conversion, conversion, is_domain, is_foreign, is_of_view, is_stable};
use crate::catalog::{Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{qualified, quote};
use crate::kind::column::retype::Effect;
use crate::kind::{Context, Kind};
use crate::probe::Question;
use std::collections::BTreeSet;

/// Questions about a column of a table that is there before and after.
pub fn probes(old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
    let is_elsewhere = |column: &Object| is_of_view(column) || is_foreign(column);
    if new.or(old).is_none_or(is_elsewhere) {
        return Vec::new();
    }
    match (old, new) {
        (None, Some(new)) => added(new, cx).into_iter().chain(computed(None, new, cx)).collect(),
        (Some(old), None) => dropped(old, cx).into_iter().collect(),
        (Some(old), Some(new)) => {
            made_not_null(old, new, cx).into_iter().chain(retyped(old, new, cx)).chain(computed(Some(old), new, cx)).collect()
        }
        (None, None) => Vec::new(),
    }
}

/// The rows of a column's table: a child's are asked about with the child, but a partition's with its table.
fn rows(column: &Object) -> String {
    let only = if column.str("_relation") == "p" { "" } else { "ONLY " };
    format!("{only}{}", qualified(&table_of(&column.id).name))
}

/// Is the column new, or NOT NULL for the first time, above as well? There it is asked about.
fn is_told_above(column: &Object, cx: &Context<'_>) -> bool {
    let is_new = |above: &&Object| cx.target.get(&above.id).is_none_or(|old| !old.flag("not_null") && above.flag("not_null"));
    column.flag("_partition") && inherits_from(&column.id, cx.source, cx).iter().any(is_new)
}

/// Has a column something else than null to give to the rows that stand when it is added?
pub fn gives_values(new: &Object, cx: &Context<'_>) -> bool {
    let part = |kind| cx.source.contains(&ObjectId::new(kind, new.id.name.iter().cloned()));
    part(Kind::ColumnDefault) || part(Kind::Identity) || new.text("generated").is_some() || is_domain(new)
}

/// A question about the rows of a table, as they are when the new columns that a constraint or index needs are there.
pub fn of_rows(object: &Object, rows: &str, cx: &Context<'_>, question: impl Fn(&str) -> Question) -> Question {
    with_added(object, rows, cx).map_or_else(|| question(rows), |rows| question(&rows).of_what_is_there())
}

/// The rows of a table as they are when the new columns that a constraint or index needs are there, which have the same in every row;
/// nothing if it needs no new one, or something else that changes, or what the server has to compute.
fn with_added(object: &Object, rows: &str, cx: &Context<'_>) -> Option<String> {
    let table = object.parent.as_ref()?;
    let mut values = Vec::new();
    for needed in &object.depends {
        let (old, new) = (cx.target.get(needed), cx.source.get(needed));
        let is_own = needed.kind == Kind::Column && needed.names(2) == table.names(2);
        match (old, new) {
            (None, Some(column)) if is_own => values.push(format!("({})::{} AS {}", given(column, cx)?, column.str("type"), quote(column.id.last()))),
            (Some(old), Some(new)) if needed.kind == Kind::Table || old.compared().eq(new.compared()) => {}
            _ => return None,
        }
    }
    (!values.is_empty()).then(|| format!("(SELECT *, {} FROM {rows}) AS t", values.join(", ")))
}

/// What a new column has in every row that stands, where the target can say it.
fn given<'a>(column: &'a Object, cx: &Context<'a>) -> Option<&'a str> {
    let there = |depends: &BTreeSet<ObjectId>| depends.iter().all(|id| !id.kind.spec().is_type() && id.kind != Kind::Function || cx.target.contains(id));
    let default = cx.source.get(&ObjectId::new(Kind::ColumnDefault, column.id.name.iter().cloned()));
    match default {
        _ if !there(&column.depends) => None,
        Some(default) => Some(default.str("expression")).filter(|expression| is_stable(expression) && there(&default.depends)),
        None => (!gives_values(column, cx)).then_some("NULL"),
    }
}

/// Rows of which the expression of a generated column can't be computed, or is null where it may not be.
fn computed(old: Option<&Object>, new: &Object, cx: &Context<'_>) -> Option<Question> {
    let expression = new.text("generated").filter(|_| !new.flag("virtual"))?;
    if old.is_some_and(|old| old.text("generated") == Some(expression)) || is_told_above(new, cx) {
        return None;
    }
    let (hazard, finds, violated) = if new.flag("not_null") && !new.flag("not_null_not_valid") {
        (Hazard::AddNotNull, "rows for which it would be null", format!("({expression}) IS NULL"))
    } else {
        (Hazard::TableRewrite, "rows of which it can't be computed", computable(expression))
    };
    Some(Question::fails(hazard, finds, &format!("SELECT * FROM {} WHERE {violated}", rows(new))))
}

/// Holds for no row, but fails for one of which the expression can't be computed.
pub fn computable(expression: &str) -> String {
    format!("(({expression}) IS NULL) IS NULL")
}

/// Every row gets null in a column that has nothing else to give.
fn added(new: &Object, cx: &Context<'_>) -> Option<Question> {
    if !new.flag("not_null") || new.flag("not_null_not_valid") || gives_values(new, cx) || is_told_above(new, cx) {
        return None;
    }
    let select = format!("SELECT * FROM {}", rows(new));
    Some(Question::fails(Hazard::AddNotNull, "rows that would have no value in the new column", &select).of_what_is_there())
}

fn made_not_null(old: &Object, new: &Object, cx: &Context<'_>) -> Option<Question> {
    let holds = |column: &Object| column.flag("not_null") && !column.flag("not_null_not_valid");
    // What is computed anew says nothing about what was computed before.
    let computed = new.text("generated").is_some() && new.get("generated") != old.get("generated");
    if holds(old) || !holds(new) || computed || is_told_above(new, cx) {
        return None;
    }
    let select = format!("SELECT * FROM {} WHERE {} IS NULL", rows(new), quote(new.id.last()));
    Some(Question::fails(Hazard::AddNotNull, "rows with a null", &select).of_what_is_there())
}

fn dropped(old: &Object, cx: &Context<'_>) -> Option<Question> {
    if old.text("generated").is_some() || !inherits_from(&old.id, cx.target, cx).is_empty() {
        return None;
    }
    let column = quote(old.id.last());
    let select = format!("SELECT {column} FROM {} WHERE {column} IS NOT NULL", qualified(&table_of(&old.id).name));
    Some(Question::loses(Hazard::DropColumn, "values", &select))
}

fn retyped(old: &Object, new: &Object, cx: &Context<'_>) -> Option<Question> {
    let is_computed = old.text("generated").is_some() || new.text("generated").is_some();
    if old.get("type") == new.get("type") || is_computed || !inherits_from(&new.id, cx.source, cx).is_empty() {
        return None;
    }
    let Conversion { using, effect, loses, exact } = conversion(old, new, cx)?;
    let (column, relation) = (quote(old.id.last()), qualified(&table_of(&old.id).name));
    let select = |refused: &str| format!("SELECT {column} FROM {relation} WHERE {column} IS NOT NULL AND {refused}");
    match (exact, effect) {
        (Some(exact), _) if loses => {
            let select = select(&format!("NOT ({exact})"));
            Some(Question::loses(Hazard::LosesPrecision, "values that the new type can't hold exactly", &select))
        }
        (Some(exact), _) => Some(Question::fails(Hazard::NarrowType, "values that do not fit", &select(&format!("NOT ({exact})")))),
        (None, Effect::Narrowed | Effect::Converted) => {
            // It fails where the statement will.
            let expression = using.unwrap_or_else(|| format!("{column}::{}", new.str("type")));
            let select = select(&format!("({expression}) IS NULL"));
            Some(Question::fails(Hazard::ConvertType, "values that become null", &select))
        }
        (None, Effect::None | Effect::UnlessUtc | Effect::Rewritten) => None,
    }
}
