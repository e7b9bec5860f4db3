//! Values brought to the rows of a table in batches, each a transaction of its own, while others read and write: with the strategy
//! `online` and the caller's leave (the option `backfill`), instead of a rewrite under the lock.

use super::lineage::{parents, stands, table_of};
use super::{has_conditions, is_stable, not_null};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::{Hazard, LockMode, Risk};
use crate::ident::{dollar, literal, qualified, quote};
use crate::kind::{Context, Kind, constraint};
use crate::options::Strategy;
use crate::statement::{Online, Statement};
use std::collections::BTreeSet;

/// Pages of a table that one batch updates.
const PAGES: u32 = 100;

/// Has the caller asked for it?
pub(super) fn is_wanted(cx: &Context<'_>) -> bool {
    cx.options.strategy == Strategy::Online && cx.options.backfill
}

/// Do updates of all rows of a table that stands change nothing but what they set? Triggers, rules and policies would see them, rows
/// of children would be left out, those that violate what isn't validated refused, and a publication needs to know which row is meant.
pub(crate) fn takes_updates(table: &ObjectId, cx: &Context<'_>) -> bool {
    const WATCHED: [Kind; 7] =
        [Kind::Trigger, Kind::Rule, Kind::Policy, Kind::Partition, Kind::Inheritance, Kind::TypedTable, Kind::ReplicaIdentity];
    let is_plain = |catalog: &Catalog| {
        let Some(object) = catalog.get(table) else { return false };
        let has_key = || catalog.children_of_kind(table, Kind::Constraint).any(constraint::is_primary_key);
        let published = || catalog.objects().any(|object| object.id.kind == Kind::Publication);
        ["_children", "partition_key"].iter().all(|property| object.get(property).is_none())
            && !object.flag("row_security")
            && !object.flag("force_row_security")
            && parents(table, catalog).is_empty()
            && !catalog.children(table).any(|part| WATCHED.contains(&part.id.kind))
            && !catalog.children_of_kind(table, Kind::Constraint).any(|constraint| constraint.flag("not_valid"))
            && (has_key() || !published())
    };
    is_plain(cx.target) && is_plain(cx.source)
}

/// Sets a column in the rows for which the condition holds, until there is none. `set` makes the condition untrue; `then` runs when all is
/// done, and with it.
pub(super) fn batches(table: &ObjectId, set: &str, condition: &str, then: Option<&str>) -> Statement {
    let relation = qualified(&table.name);
    let update = format!("UPDATE ONLY {relation} SET {set} WHERE {condition}");
    let page = |page: &str| format!("pg_catalog.format('(%s,0)', {page})::pg_catalog.tid");
    // Rows that others write meanwhile may have moved to a page that was looked at already: so twice, and then the few that are left in
    // one statement, which misses none.
    let body = format!(
        "DECLARE
    pages bigint;
    page bigint;
BEGIN
    FOR pass IN 1..2 LOOP
        pages := pg_catalog.pg_relation_size({}::pg_catalog.regclass) / pg_catalog.current_setting('block_size')::bigint;
        page := 0;
        WHILE page <= pages LOOP
            BEGIN
                {update} AND ctid >= {} AND ctid < {};
                page := page + {PAGES};
            EXCEPTION WHEN deadlock_detected THEN
                NULL;
            END;
            COMMIT;
        END LOOP;
    END LOOP;
    LOOP
        BEGIN
            {update};
            EXIT;
        EXCEPTION WHEN deadlock_detected THEN
            NULL;
        END;
    END LOOP;{}
END",
        literal(&relation),
        page("page"),
        page(&format!("page + {PAGES}")),
        then.map(|then| format!("\n    {then};")).unwrap_or_default(),
    );
    let plain = match then {
        Some(then) => format!("DO LANGUAGE plpgsql {}", dollar(&format!("BEGIN\n    {update};\n    {then};\nEND"))),
        None => update,
    };
    Statement::outside(format!("DO LANGUAGE plpgsql {}", dollar(&body)), plain)
        .locks(LockMode::RowExclusive, relation)
        .hazard(Hazard::Backfill)
        .because("in batches, each committed by itself")
}

/// What a new column needs that isn't there before its rows are filled.
fn can_wait(column: &Object, cx: &Context<'_>) -> bool {
    let mut reached = BTreeSet::from([&column.id]);
    loop {
        let before = reached.len();
        for object in cx.source.objects().filter(|object| !object.id.is_facet()) {
            if object.depends.iter().any(|needed| reached.contains(needed)) {
                // Filled or computed before; or held against a row that is written while it still has no value.
                let sees = match object.id.kind {
                    Kind::MaterializedView => true,
                    Kind::Column => object.text("generated").is_some(),
                    Kind::Constraint => !constraint::is_key_or_reference(object),
                    _ => false,
                };
                if sees {
                    return false;
                }
                reached.insert(&object.id);
            }
        }
        if reached.len() == before {
            return true;
        }
    }
}

/// A new column whose default is another one for each row: it is added without it, gets it for new rows, and then the others are filled.
pub(super) fn add_online(column: &Object, default: &Object, bare: Statement, cx: &Context<'_>) -> Option<Online> {
    let table = table_of(&column.id);
    let filled = !is_stable(default.str("expression")) && !has_conditions(column, cx.source);
    if !filled || !stands(&table, cx) || !takes_updates(&table, cx) || !can_wait(column, cx) {
        return None;
    }
    let (name, expression) = (quote(column.id.last()), default.str("expression"));
    let mut after = vec![batches(&table, &format!("{name} = {expression}"), &format!("{name} IS NULL"), None)];
    if column.flag("not_null") {
        after.extend(not_null::add(column, cx).online?.after);
    }
    let relation = qualified(&table.name);
    let set = Statement::new(format!("ALTER TABLE {relation} ALTER COLUMN {name} SET DEFAULT {expression}"))
        .locks(LockMode::AccessExclusive, relation)
        .because("for new rows; the others are filled later");
    Some(Online { instead: vec![bare.risk(Risk::Low), set], after, ..Online::default() })
}
