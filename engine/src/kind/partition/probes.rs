//! What the rows say of an attachment: those that its bound doesn't take, those that the default partition can't keep beside it, and those
//! that no partition of a table takes.

use super::{bound, moves, wholes};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{qualified, quote};
use crate::kind::column::lineage::table_of;
use crate::kind::table::is_foreign;
use crate::kind::{Context, Kind};
use crate::probe::Question;

/// Questions about a table that becomes a partition, or gets another bound.
pub fn probes(old: Option<&Object>, new: &Object, cx: &Context<'_>) -> Vec<Question> {
    let whole = moves::whole_of(new);
    // Where the partitioned table is made anew, its rows find their way by being copied.
    if cx.target.contains(&whole) && key(&whole, cx.target) != key(&whole, cx.source) {
        return Vec::new();
    }
    own(old, new, cx).into_iter().chain(of_default(new, cx)).collect()
}

fn key<'a>(whole: &ObjectId, catalog: &'a Catalog) -> Option<&'a str> {
    catalog.get(whole)?.text("partition_key")
}

/// Rows of the table itself.
fn own(old: Option<&Object>, new: &Object, cx: &Context<'_>) -> Option<Question> {
    let table = table_of(&new.id);
    let stands = cx.target.get(&table).zip(cx.source.get(&table)).filter(|(old, new)| {
        // Of a foreign table the server believes that its rows belong there; one that is made anew is empty at first.
        !is_foreign(old) && !is_foreign(new) && old.get("partition_key") == new.get("partition_key")
    });
    let (old_table, _) = stands?;
    let old = old.filter(|old| moves::whole_of(old) == moves::whole_of(new));
    let heirs = old.map(|old| moves::heirs(old, cx.target, cx.source)).unwrap_or_default();
    if old.is_some_and(|old| bound::contains(new.str("bound"), old.str("bound"))) || heirs.all {
        return None;
    }
    let finds = "rows that its bound does not take";
    let Some(condition) = new.text("_constraint") else {
        if bound::is_default(new.str("bound")) {
            return None;
        }
        // What a hash leaves in its place there, no text tells.
        let why = "a hash divides the rows: ATTACH looks at them";
        return old.is_none().then(|| Question::unasked(Hazard::AttachPartition, finds, why));
    };
    let others = heirs.links.iter().filter_map(|heir| cx.source.get(heir)?.text("_constraint"));
    let others: String = others.map(|condition| format!(" AND ({condition}) IS NOT TRUE")).collect();
    let only = if old_table.get("partition_key").is_some() { "" } else { "ONLY " };
    let select = format!("SELECT * FROM {only}{} WHERE NOT ({condition}){others}", qualified(&table.name));
    Some(Question::fails(Hazard::AttachPartition, finds, &select))
}

/// Rows of the default partition that belong to the new one, and aren't moved there.
fn of_default(new: &Object, cx: &Context<'_>) -> Option<Question> {
    let whole = moves::whole_of(new);
    let default = moves::links(&whole, cx.target).into_iter().find(|link| bound::is_default(link.str("bound")))?;
    let stays = cx.source.get(&default.id).is_some_and(|link| link.str("bound") == default.str("bound") && moves::whole_of(link) == whole);
    let table = table_of(&default.id);
    let is_believed = cx.target.get(&table).is_some_and(is_foreign);
    if !stays || default.id == new.id || is_believed || !moves::before_attaching(new, cx).is_empty() {
        return None;
    }
    let name = qualified(&table.name);
    let select = format!("SELECT * FROM {name} WHERE {}", new.text("_constraint")?);
    let question = Question::fails(Hazard::AttachPartition, format!("rows of the default partition {name} that belong to it"), &select);
    // The new one's columns are new, but the rows are the default partition's.
    let stands = |column: &Object| cx.target.get(&column.id).is_some_and(|old| !is_changed(old, column));
    Some(if cx.source.children_of_kind(&whole, Kind::Column).all(stands) { question.of_what_is_there() } else { question })
}

/// Rows of a table that is made anew under another key, or becomes a partitioned one, which no partition takes.
pub fn without_place(old: &Object, new: &Object, cx: &Context<'_>) -> Option<Question> {
    // Those of a partition are copied with its whole's, or find another place there.
    let rekeyed = |whole: &ObjectId| key(whole, cx.target) != key(whole, cx.source);
    if wholes(&old.id, cx.target).iter().any(rekeyed) {
        return None;
    }
    let finds = "rows that no partition takes";
    let Some(taken) = taken(&new.id, cx.source) else {
        return Some(Question::unasked(Hazard::RowsCopied, finds, "a hash divides them: see that there is a partition for every remainder"));
    };
    let changes = cx.source.children_of_kind(&new.id, Kind::Column).find(|column| {
        cx.target.get(&column.id).is_none_or(|old| is_changed(old, column)) && taken.contains(&quote(column.id.last()))
    });
    if let Some(column) = changes {
        let why = format!("{} is made or changed by the same plan", column.typed_identity());
        return Some(Question::unasked(Hazard::RowsCopied, finds, why));
    }
    let only = if old.get("partition_key").is_some() { "" } else { "ONLY " };
    let select = format!("SELECT * FROM {only}{} WHERE ({taken}) IS NOT TRUE", qualified(&old.id.name));
    Some(Question::fails(Hazard::RowsCopied, finds, &select))
}

/// Are its values others afterwards?
fn is_changed(old: &Object, new: &Object) -> bool {
    ["type", "collation", "generated"].iter().any(|property| old.get(property) != new.get(property))
}

/// The condition that holds for rows which a partition below the table takes; nothing if it can't be told.
fn taken(whole: &ObjectId, catalog: &Catalog) -> Option<String> {
    let links = moves::links(whole, catalog);
    let is_divided = |link: &&Object| catalog.get(&table_of(&link.id)).is_some_and(|table| table.get("partition_key").is_some());
    if links.iter().any(|link| bound::is_hash(link.str("bound"))) {
        let bounds: Vec<&str> = links.iter().map(|link| link.str("bound")).collect();
        let whole = bound::covers_hash(&bounds) && !links.iter().any(is_divided) && wholes(whole, catalog).is_empty();
        return whole.then(|| "true".to_owned());
    }
    let conditions = links.iter().map(|link| {
        let own = link.text("_constraint").or_else(|| (links.len() == 1 && bound::is_default(link.str("bound"))).then_some("true"))?;
        if is_divided(link) { Some(format!("({own}) AND ({})", taken(&table_of(&link.id), catalog)?)) } else { Some(format!("({own})")) }
    });
    let conditions: Vec<String> = conditions.collect::<Option<_>>()?;
    Some(if conditions.is_empty() { "false".to_owned() } else { conditions.join(" OR ") })
}
