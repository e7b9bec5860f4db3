//! What the rows say of a table that becomes a partition, of a partition that comes beside the default one, and of a table that is
//! divided anew. Rows that the plan [moves](super::moves) are not asked about.

use super::moves::{default_of, heirs, links, pulls, whole_of};
use super::{bound, staying_below, wholes};
use crate::catalog::{Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{literal, qualified};
use crate::kind::column::lineage::table_of;
use crate::kind::table::is_foreign;
use crate::kind::{Context, Kind};
use crate::lex;
use crate::probe::{Question, groups, items, key};
use std::collections::BTreeSet;

const MISPLACED: &str = "rows that belong elsewhere";
const UNPLACED: &str = "rows that no partition takes";

/// Questions about an attachment that the target does not have like this.
pub fn probes(old: Option<&Object>, new: &Object, cx: &Context<'_>) -> Vec<Question> {
    let whole = whole_of(new);
    let old = old.filter(|old| whole_of(old) == whole);
    if old.is_some() && is_divided_anew(&whole, cx) {
        // Every row looks for its place then. One of the partitions asks for all.
        let first = rehashed(&whole, cx).into_iter().min();
        let asks = first == Some(&new.id) && !wholes(&whole, cx.target).iter().any(|above| is_divided_anew(above, cx));
        return if asks { vec![homeless(&whole, cx)] } else { Vec::new() };
    }
    misplaced(old, new, cx).into_iter().chain(beside_default(old, new, cx)).collect()
}

/// Asks for rows of a table that is divided for the first time, or by another key, for which there is no place.
pub fn divided(old: &Object, new: &Object, cx: &Context<'_>) -> Option<Question> {
    let divided = new.get("partition_key").is_some() && has_other_key(&new.id, cx) && !is_foreign(old);
    let above = wholes(&new.id, cx.target).iter().any(|above| is_divided_anew(above, cx));
    (divided && !above).then(|| homeless(&new.id, cx))
}

fn has_other_key(table: &ObjectId, cx: &Context<'_>) -> bool {
    let differs = |(old, new): (&Object, &Object)| ["partition_key", "partition_key_types"].iter().any(|key| old.get(key) != new.get(key));
    cx.target.get(table).zip(cx.source.get(table)).is_some_and(differs)
}

/// The partitions by hash that get another remainder.
fn rehashed<'a>(whole: &ObjectId, cx: &Context<'a>) -> Vec<&'a ObjectId> {
    let hashed = links(whole, cx.target).into_iter().filter(|old| bound::is_hash(old.str("bound")));
    let changed = |old: &&Object| {
        let new = cx.source.get(&old.id).filter(|new| whole_of(new) == *whole && bound::is_hash(new.str("bound")));
        new.is_some_and(|new| new.str("bound") != old.str("bound"))
    };
    hashed.filter(changed).map(|old| &old.id).collect()
}

fn is_divided_anew(whole: &ObjectId, cx: &Context<'_>) -> bool {
    has_other_key(whole, cx) || !rehashed(whole, cx).is_empty()
}

/// ATTACH reads the table's rows: they have to be within the bound, those of the tables above included.
fn misplaced(old: Option<&Object>, new: &Object, cx: &Context<'_>) -> Option<Question> {
    let table = table_of(&new.id);
    let (before, after) = (cx.target.get(&table)?, cx.source.get(&table)?);
    // Of a foreign table the server believes it.
    if is_foreign(before) || is_foreign(after) {
        return None;
    }
    let heirs = old.map(|old| heirs(old, cx.target, cx.source).links).unwrap_or_default();
    if !heirs.is_empty() && default_of(&whole_of(new), cx.target, cx.source).is_some_and(|default| default != table) {
        return None;
    }
    let taken = heirs.iter().filter_map(|heir| cx.source.get(heir)?.text("_constraint").map(str::to_owned));
    let violated = |condition: String| {
        let conditions = std::iter::once(condition).chain(taken);
        conditions.map(|condition| format!("NOT ({condition})")).collect::<Vec<_>>().join(" AND ")
    };
    let violated = condition(new, cx).and_then(|condition| askable(violated(condition), &table, cx));
    Some(asked(MISPLACED, Hazard::AttachPartition, violated.map(|violated| format!("{} WHERE {violated}", rows(before)))))
}

/// The default partition's rows are read when another one comes: none may belong there.
fn beside_default(old: Option<&Object>, new: &Object, cx: &Context<'_>) -> Option<Question> {
    let whole = whole_of(new);
    let is_default = |link: &&Object| bound::is_default(link.str("bound"));
    let stays = |link: &&Object| cx.source.get(&link.id).is_some_and(|new| whole_of(new) == whole && is_default(&new));
    let default = links(&whole, cx.target).into_iter().filter(is_default).find(stays).filter(|default| default.id != new.id)?;
    let table = cx.target.get(&table_of(&default.id)).filter(|table| !is_foreign(table))?;
    let had_them = old.is_some_and(|old| bound::contains(old.str("bound"), new.str("bound")));
    let moved = default_of(&whole, cx.target, cx.source).is_some_and(|default| pulls(&default, new, cx));
    if had_them || moved || is_divided_anew(&whole, cx) {
        return None;
    }
    let condition = condition(new, cx).and_then(|condition| askable(condition, &table.id, cx));
    let finds = format!("rows of {} that belong there", qualified(&table.id.name));
    Some(asked(&finds, Hazard::AttachPartition, condition.map(|condition| format!("{} WHERE {condition}", rows(table)))))
}

/// The rows of a table, those of its partitions included.
fn rows(table: &Object) -> String {
    let only = if table.get("partition_key").is_some() { "" } else { "ONLY " };
    format!("SELECT * FROM {only}{}", qualified(&table.id.name))
}

/// Asks for rows of a table that stands for which there is no place among its partitions to come.
fn homeless(table: &ObjectId, cx: &Context<'_>) -> Question {
    let select = takes(table, cx).and_then(|place| askable(place, table, cx)).map(|place| {
        let stands = cx.target.get(table);
        let rows = stands.map(rows).unwrap_or_default();
        // Only these find their place anew; others go with their tables.
        let staying = staying_below(table, cx).iter().map(regclass).collect::<Vec<_>>().join(", ");
        let parts = if stands.is_some_and(|table| table.get("partition_key").is_some()) {
            format!(" AND tableoid = ANY (ARRAY[{staying}]::pg_catalog.oid[])")
        } else {
            String::new()
        };
        format!("{rows} WHERE ({place}) IS NOT TRUE{parts}")
    });
    asked(UNPLACED, Hazard::RowsCopied, select)
}

/// What is true of the rows that find a place among the partitions that a table is to have.
fn takes(table: &ObjectId, cx: &Context<'_>) -> Result<String, String> {
    if cx.source.get(table).is_none_or(|table| table.get("partition_key").is_none()) {
        return Ok("true".to_owned());
    }
    let links = links(table, cx.source);
    let below = links.iter().map(|link| takes(&table_of(&link.id), cx)).collect::<Result<Vec<_>, _>>()?;
    let shares = links.iter().map(|link| bound::hash(link.str("bound")).map(|(modulus, _)| 1.0 / f64::from(modulus)));
    // Each modulus is a factor of the next.
    if !links.is_empty() && shares.sum::<Option<f64>>().is_some_and(|all| all > 0.999_999) && below.iter().all(|below| below == "true") {
        return Ok("true".to_owned());
    }
    let places = links.iter().zip(below).map(|(link, below)| Ok(format!("({}) AND ({below})", condition(link, cx)?)));
    let places = places.collect::<Result<Vec<_>, String>>()?;
    Ok(if places.is_empty() { "false".to_owned() } else { places.join(" OR ") })
}

/// What has to be true of the rows of a partition, in the names that the target has; or why that can't be asked.
fn condition(link: &Object, cx: &Context<'_>) -> Result<String, String> {
    if let Some(condition) = link.text("_constraint") {
        return Ok(condition.to_owned());
    }
    let (whole, bound) = (whole_of(link), link.str("bound"));
    let own = if let Some((modulus, remainder)) = bound::hash(bound) {
        let table = cx.source.get(&whole).filter(|whole| cx.target.contains(&whole.id) && !has_other_key(&whole.id, cx));
        let key_of = |table: &Object| Some(items(groups(table.str("partition_key")).first()?).into_iter().map(key).collect::<Vec<_>>());
        let keys = table.and_then(key_of).ok_or_else(|| format!("table {} is made or changed by the same plan", qualified(&whole.name)))?;
        format!("pg_catalog.satisfies_hash_partition({}, {modulus}, {remainder}, {})", regclass(&whole), keys.join(", "))
    } else if bound::is_default(bound) && links(&whole, cx.source).len() == 1 {
        "true".to_owned()
    } else {
        return Err("a hash divides a table above".to_owned());
    };
    match cx.source.get(&ObjectId::new(Kind::Partition, whole.name.iter().cloned())) {
        Some(above) => Ok(format!("{own} AND ({})", condition(above, cx)?)),
        None => Ok(own),
    }
}

fn regclass(table: &ObjectId) -> String {
    format!("{}::pg_catalog.regclass", literal(&qualified(&table.name)))
}

/// The condition, unless it names a column of the table that the target doesn't have, or not as it will be.
fn askable(condition: String, table: &ObjectId, cx: &Context<'_>) -> Result<String, String> {
    let names: BTreeSet<String> = lex::tokens(&condition).into_iter().filter_map(|(token, text)| lex::name(token, text)).collect();
    let same = |id: &ObjectId| match (cx.target.get(id), cx.source.get(id)) {
        (Some(old), Some(new)) => old.compared().eq(new.compared()),
        (old, new) => old.is_none() && new.is_none(),
    };
    let is_ready = |column: &&Object| {
        let stays = |old: &Object| ["type", "collation", "generated"].iter().all(|property| old.get(property) == column.get(property));
        let types = column.depends.iter().filter(|needed| needed.kind.spec().is_type() && needed.kind != Kind::Table);
        cx.target.get(&column.id).is_some_and(stays) && types.into_iter().all(same)
    };
    let mut columns = cx.source.children_of_kind(table, Kind::Column).filter(|column| names.contains(column.id.last()));
    match columns.find(|column| !is_ready(column)) {
        Some(column) => Err(format!("{} is made or changed by the same plan", column.typed_identity())),
        None => Ok(condition),
    }
}

fn asked(finds: &str, hazard: Hazard, select: Result<String, String>) -> Question {
    match select {
        Ok(select) => Question::fails(hazard, finds, &select).of_what_is_there(),
        Err(why) => Question::unasked(hazard, finds, why),
    }
}
