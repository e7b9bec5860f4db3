//! What the rows say of a column that is added, dropped, retyped or made NOT NULL.

use super::lineage::{inherits_from, table_of};
use super::{Conversion, conversion, is_domain, is_foreign, is_of_view};
use crate::catalog::{Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{qualified, quote};
use crate::kind::column::retype::Effect;
use crate::kind::{Context, Kind};
use crate::probe::Question;

/// Questions about a column of a table that is there before and after.
pub fn probes(old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
    let is_elsewhere = |column: &Object| is_of_view(column) || is_foreign(column);
    if new.or(old).is_none_or(is_elsewhere) {
        return Vec::new();
    }
    match (old, new) {
        (None, Some(new)) => added(new, cx).into_iter().collect(),
        (Some(old), None) => dropped(old, cx).into_iter().collect(),
        (Some(old), Some(new)) => made_not_null(old, new, cx).into_iter().chain(retyped(old, new, cx)).collect(),
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
