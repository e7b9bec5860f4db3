//! Rows that find another place among the partitions of a table because bounds of ranges or lists change: a partition that is split or
//! joined to another, one that comes where the default partition held its rows.
//!
//! Only the rows that no longer fit are moved. Where a default partition stands all the time, everything goes through it: rows that
//! don't fit any more go there when a partition is taken off, and who is attached takes its own from there. Where there is none,
//! a partition that is attached again gives away first what others are to hold, and who is attached takes its rows from those that go.

use super::{bound, wholes};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::LockMode;
use crate::ident::{qualified, quote};
use crate::kind::column::clause::locked;
use crate::kind::column::lineage::table_of;
use crate::kind::table::is_foreign;
use crate::kind::{Context, Heirs, Kind};
use crate::statement::Statement;
use serde_json::Value;

/// The partitioned table that an attachment is to.
pub fn whole_of(link: &Object) -> ObjectId {
    ObjectId::new(Kind::Table, link.texts("of"))
}

/// The attachments to a partitioned table.
pub fn links<'a>(whole: &ObjectId, catalog: &'a Catalog) -> Vec<&'a Object> {
    let children = catalog.get(whole).map_or(&[][..], |table| table.array("_children"));
    let names = children.iter().filter_map(Value::as_array).map(|name| name.iter().filter_map(Value::as_str));
    names.filter_map(|name| catalog.get(&ObjectId::new(Kind::Partition, name))).collect()
}

/// Is it a table with rows of its own, so that none has to find its way further down?
fn is_plain(table: &ObjectId, catalog: &Catalog) -> bool {
    catalog.get(table).is_some_and(|table| !is_foreign(table) && table.get("partition_key").is_none())
}

/// Does nothing but the table itself see its rows come and go? A trigger would take it for news, a rule for something else.
fn is_quiet(table: &ObjectId, catalogs: [&Catalog; 2]) -> bool {
    let watches = |part: &Object| matches!(part.id.kind, Kind::Trigger | Kind::Rule);
    catalogs.iter().all(|catalog| !catalog.children(table).any(watches))
}

/// The default partition that stands all the time and can give and take rows.
pub fn default_of(whole: &ObjectId, target: &Catalog, source: &Catalog) -> Option<ObjectId> {
    let link = links(whole, source).into_iter().find(|link| bound::is_default(link.str("bound")))?;
    let old = target.get(&link.id).filter(|old| old.str("bound") == link.str("bound") && old.texts("of") == link.texts("of"))?;
    let table = table_of(&old.id);
    let plain = [target, source].iter().all(|catalog| is_plain(&table, catalog));
    // On a partition that stands, the triggers of the tables above fire as well.
    let quiet = std::iter::once(table.clone()).chain(wholes(&table, target)).all(|table| is_quiet(&table, [target, source]));
    (plain && quiet).then_some(table)
}

/// Is it attached by the plan, under a bound by which rows can be picked, and stands by itself before that?
fn takes(link: &Object, target: &Catalog, source: &Catalog) -> bool {
    let table = table_of(&link.id);
    let old = target.get(&link.id);
    let comes = old.is_none_or(|old| old.texts("of") != link.texts("of") || old.str("bound") != link.str("bound"));
    comes && link.text("_constraint").is_some() && is_plain(&table, source) && is_quiet(&table, [target, target])
}

/// Who takes over rows of a partition of the target that goes, or whose bound no longer holds them all.
pub fn heirs(old: &Object, target: &Catalog, source: &Catalog) -> Heirs {
    let (whole, table) = (whole_of(old), table_of(&old.id));
    let changed = source.get(&old.id).filter(|new| new.texts("of") == old.texts("of") && new.str("bound") != old.str("bound"));
    let goes = !source.contains(&table) && is_plain(&table, target);
    let stays = changed.is_some_and(|new| !bound::contains(new.str("bound"), old.str("bound")) && new.text("_constraint").is_some());
    let held = source.contains(&whole) && !bound::is_hash(old.str("bound")) && is_quiet(&table, [target, target]);
    if !(goes || stays) || !held || target.get(&table).is_some_and(is_foreign) {
        return Heirs::default();
    }
    if let Some(default) = default_of(&whole, target, source).filter(|default| *default != table) {
        return Heirs { links: vec![ObjectId::new(Kind::Partition, default.name.iter().cloned())], all: true };
    }
    let overlaps = |link: &&Object| bound::may_overlap(link.str("bound"), old.str("bound"));
    let others = links(&whole, source).into_iter().filter(|link| link.id != old.id);
    let heirs: Vec<&Object> = others.filter(|link| takes(link, target, source)).filter(overlaps).collect();
    let all = heirs.iter().any(|link| bound::contains(link.str("bound"), old.str("bound")) || bound::is_default(link.str("bound")));
    Heirs { links: heirs.iter().map(|link| link.id.clone()).collect(), all }
}

/// Is the table, or one above it, made anew? Then rows come by that.
fn made_anew(table: &ObjectId, cx: &Context<'_>) -> bool {
    let above = |catalog| wholes(table, catalog);
    let tables = std::iter::once(table.clone()).chain(above(cx.target)).chain(above(cx.source));
    tables.into_iter().any(|table| cx.rebuilt.contains(&table))
}

/// The statement that moves rows from one table to another; without a condition they are copied, because the table goes.
fn moved(from: &ObjectId, to: &ObjectId, condition: Option<&str>, cx: &Context<'_>) -> Option<Statement> {
    if made_anew(from, cx) || made_anew(to, cx) {
        return None;
    }
    let has = |catalog: &Catalog, table: &ObjectId, column: &str| {
        let column = ObjectId::new(Kind::Column, [table.part(0), table.part(1), column]);
        catalog.get(&column).is_some_and(|column| column.text("generated").is_none())
    };
    let mut columns: Vec<&Object> = cx.source.children_of_kind(to, Kind::Column).collect();
    columns.retain(|column| has(cx.target, from, column.id.last()) && has(cx.source, to, column.id.last()));
    columns.sort_by_key(|column| column.int("_position"));
    let columns: Vec<String> = columns.iter().map(|column| quote(column.id.last())).collect();
    let (columns, giver, taker) = (columns.join(", "), qualified(&from.name), qualified(&to.name));
    let insert = format!("INSERT INTO {taker} ({columns})\nOVERRIDING SYSTEM VALUE\nSELECT {columns}\n  FROM ");
    let sql = match condition {
        Some(condition) => {
            format!("WITH moved AS (\n    DELETE FROM {giver}\n     WHERE {condition}\n    RETURNING {columns}\n)\n{insert}moved")
        }
        None => format!("{insert}{giver}"),
    };
    let statement = locked(locked(Statement::new(sql), LockMode::RowExclusive, from, cx), LockMode::RowExclusive, to, cx);
    Some(statement.scans().because(format!("rows of {giver} belong into {taker}")))
}

/// The statement that, once a partition is taken off, gives to the default partition what fits nowhere else.
pub fn left_to_default(old: &Object, cx: &Context<'_>) -> Option<Statement> {
    let heir = heirs(old, cx.target, cx.source).links.into_iter().next()?;
    let default = default_of(&whole_of(old), cx.target, cx.source).filter(|default| table_of(&heir) == *default)?;
    let condition = cx.source.get(&old.id).map(|new| format!("({}) IS NOT TRUE", new.str("_constraint")));
    moved(&table_of(&old.id), &default, condition.as_deref(), cx)
}

/// The statements that put rows where they belong before a partition is attached.
pub fn before_attaching(new: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let (target, source) = (cx.target, cx.source);
    let (whole, table) = (whole_of(new), table_of(&new.id));
    if !target.contains(&whole) {
        return Vec::new();
    }
    let old = target.get(&new.id).filter(|old| old.texts("of") == new.texts("of"));
    let pull = |from: &ObjectId, taker: &Object| moved(from, &table_of(&taker.id), taker.text("_constraint"), cx);
    if let Some(default) = default_of(&whole, target, source).filter(|default| *default != table) {
        return pull(&default, new).filter(|_| pulls(&default, new, cx)).into_iter().collect();
    }
    let given = old.map(|old| heirs(old, target, source).links).unwrap_or_default();
    let given = given.iter().filter_map(|heir| pull(&table, source.get(heir)?));
    let going = links(&whole, target).into_iter().filter(|other| !source.contains(&table_of(&other.id)));
    let taken = going.filter(|other| heirs(other, target, source).links.contains(&new.id));
    given.chain(taken.filter_map(|other| pull(&table_of(&other.id), new))).collect()
}

/// Does who is attached take its rows from the default partition that stands all the time?
pub fn pulls(default: &ObjectId, new: &Object, cx: &Context<'_>) -> bool {
    let old = cx.target.get(&new.id).filter(|old| old.texts("of") == new.texts("of"));
    let grows = old.is_none_or(|old| !bound::contains(old.str("bound"), new.str("bound")));
    grows && takes(new, cx.target, cx.source) && !is_looked_up(default, cx)
}

/// Do foreign keys that stand all the time look for rows in the tables above? They would not let any go.
fn is_looked_up(table: &ObjectId, cx: &Context<'_>) -> bool {
    let wholes = wholes(table, cx.target);
    let looks = |object: &Object| object.spec().looks_up(object).is_some_and(|table| wholes.contains(&table));
    cx.target.objects().any(|object| looks(object) && cx.source.contains(&object.id) && !cx.rebuilt.contains(&object.id))
}
