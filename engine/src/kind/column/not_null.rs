//! NOT NULL. From 18 on it is a constraint with a name, which children inherit; before, a mark of the column.

use super::clause::{locked, locked_all};
use super::lineage::{column_of, inherits_from, parents, standing_children, stands, table_of};
use super::{is_foreign, partitions_keep_not_null};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::{Hazard, LockMode, Risk};
use crate::ident::{literal, qualified, quote};
use crate::kind::conversion::beside_name;
use crate::kind::index::{attach, detach};
use crate::kind::{constraint, inheritance};
use crate::kind::{Change, Context, Kind, NotHosted};
use crate::statement::{Online, Statement};
use serde_json::Value;

/// From here on NOT NULL is a constraint.
const CONSTRAINTS: u32 = 180_000;

const PROPERTIES: [&str; 6] = [
    "not_null",
    "not_null_name",
    "not_null_no_inherit",
    "not_null_not_valid",
    "not_null_inherited_only",
    "not_null_comment",
];

/// What servers before 18 say nothing about.
pub fn unsaid(server_version_num: u32) -> &'static [&'static str] {
    if server_version_num >= CONSTRAINTS {
        &[]
    } else {
        &["not_null_name", "not_null_no_inherit", "not_null_inherited_only", "not_null_comment"]
    }
}

/// What servers before 18 have no place for.
pub fn not_hosted(column: &Object, server_version_num: u32) -> Vec<NotHosted> {
    let mut lost = Vec::new();
    if server_version_num >= CONSTRAINTS || !column.flag("not_null") {
        return lost;
    }
    let inherited = column.flag("_not_null_inherited");
    let mut without = |name: &'static str, what: Option<&'static str>| {
        if column.get(name).is_some() {
            lost.push(NotHosted::Property { name, instead: None, what });
        }
    };
    // A partition's has its table's name, which nobody chose for it; nor one that the server made up, as it would today or
    // under an earlier name of the table.
    let chosen = column.str("not_null_name").trim_end_matches(|digit: char| digit.is_ascii_digit()).ends_with("_not_null");
    without("not_null_name", (!inherited && !chosen).then_some("NOT NULL has no name before PostgreSQL 18"));
    without("not_null_inherited_only", None);
    without("not_null_comment", Some("NOT NULL has no comment before PostgreSQL 18"));
    without("not_null_no_inherit", Some("NOT NULL can't be NO INHERIT before PostgreSQL 18"));
    if column.flag("not_null_not_valid") {
        let what = Some("NOT NULL can't be NOT VALID before PostgreSQL 18: it is left out");
        lost.push(NotHosted::Property { name: "not_null_not_valid", instead: None, what });
        lost.push(NotHosted::Property { name: "not_null", instead: None, what: None });
    }
    lost
}

/// Is NOT NULL a constraint in the target?
pub fn is_constraint(cx: &Context<'_>) -> bool {
    cx.target.origin.server_version_num >= CONSTRAINTS
}

/// What the constraint is called, or will be by the server's choice.
fn name(column: &Object) -> String {
    let name = column.text("_not_null_name").or(column.text("not_null_name"));
    name.map_or_else(|| format!("{}_{}_not_null", column.id.part(1), column.id.last()), str::to_owned)
}

fn named(column: &Object) -> String {
    column.text("not_null_name").map(|name| format!("CONSTRAINT {} ", quote(name))).unwrap_or_default()
}

fn no_inherit(column: &Object) -> &'static str {
    if column.flag("not_null_no_inherit") { " NO INHERIT" } else { "" }
}

/// ` NOT NULL` as it stands in a column's clause. `has_parents`: what comes from the parents only is left to them.
pub fn clause(column: &Object, has_parents: bool, cx: &Context<'_>) -> String {
    let comes = column.flag("not_null_inherited_only") && has_parents;
    if !column.flag("not_null") || column.flag("not_null_not_valid") || comes {
        return String::new();
    }
    // The server would choose another name while the old table, which stands aside, has the usual one.
    let is_taken = is_constraint(cx) && cx.aside.contains_key(&table_of(&column.id));
    let named = if is_taken { format!("CONSTRAINT {} ", quote(&name(column))) } else { named(column) };
    format!(" {named}NOT NULL{}", no_inherit(column))
}

/// The same as an element of CREATE TABLE … INHERITS, for a column that comes from the parents and is NOT NULL by itself.
pub fn element(column: &Object, cx: &Context<'_>) -> Option<String> {
    let own = column.flag("not_null") && !column.flag("not_null_inherited_only") && !column.flag("not_null_not_valid");
    let element = || format!("{}NOT NULL {}{}", named(column), quote(column.id.last()), no_inherit(column));
    (own && is_constraint(cx)).then(element)
}

/// Is the column of a parent NOT NULL?
pub fn has_one_above(column: &Object, catalog: &Catalog) -> bool {
    let of_parent = |parent: &ObjectId| catalog.get(&column_of(parent, column.id.last()));
    parents(&table_of(&column.id), catalog).iter().filter_map(of_parent).any(|parent| parent.flag("not_null"))
}

/// What a column's clause can't say of it.
pub fn beside(column: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    if !is_constraint(cx) && !column.flag("not_null") && !column.flag("_partition") {
        // Before 18 a child gets NOT NULL with its parents, but may give it up.
        if has_one_above(column, cx.source) {
            statements.push(subcommand(column, "DROP NOT NULL", cx));
        }
    }
    if column.flag("not_null_not_valid") && !column.flag("not_null_inherited_only") {
        statements.push(add(column, cx));
    }
    statements.extend(column.text("not_null_comment").map(|_| comment(column)));
    statements
}

fn comment(column: &Object) -> Statement {
    let text = column.text("not_null_comment").map_or_else(|| "NULL".to_owned(), literal);
    Statement::new(format!(
        "COMMENT ON CONSTRAINT {} ON {} IS {text}",
        quote(&name(column)),
        qualified(column.id.names(2))
    ))
}

/// The columns that come with this one in children, theirs before them, and declare it under another name.
pub fn called_otherwise_below<'a>(column: &Object, cx: &Context<'a>) -> Vec<&'a Object> {
    let mut found = Vec::new();
    for child in standing_children(&table_of(&column.id), cx) {
        let id = column_of(&child, column.id.last());
        let comes = !cx.target.contains(&id) || cx.rebuilt.contains(&id);
        let Some(child) = cx.source.get(&id).filter(|_| comes) else { continue };
        found.extend(called_otherwise_below(child, cx));
        // One that the child has declared itself, column and all, stands by then.
        let is_carried = child.flag("inherited_only") || child.flag("_partition");
        let is_own = child.flag("not_null") && !child.flag("not_null_inherited_only");
        if is_constraint(cx) && is_carried && is_own && column.flag("not_null") && name(child) != name(column) {
            found.push(child);
        }
    }
    found
}

/// A column that its parents gave NOT NULL declares it as well: that adds nothing but the declaration.
pub fn declared_too(column: &Object, cx: &Context<'_>) -> Option<Statement> {
    let is_own = column.flag("not_null") && !column.flag("not_null_inherited_only") && !column.flag("_partition");
    (is_own && is_constraint(cx) && !column.flag("not_null_not_valid")).then(|| subcommand(column, "SET NOT NULL", cx))
}

/// Makes it for a column that is there.
pub fn add(column: &Object, cx: &Context<'_>) -> Statement {
    let plain = !column.flag("not_null_not_valid") && column.text("not_null_name").is_none() && !column.flag("not_null_no_inherit");
    if !plain && is_constraint(cx) {
        return add_by_name(column, cx);
    }
    let statement = subcommand(column, "SET NOT NULL", cx);
    if is_foreign(column) {
        return statement;
    }
    if comes_from_whole(column, cx) {
        return statement.risk(Risk::Low);
    }
    let statement = statement.hazard(Hazard::AddNotNull);
    let said = constraint::is_said(&format!("({} IS NOT NULL)", quote(column.id.last())), &table_of(&column.id), cx);
    if said { statement } else { statement.scans().or(cx.online(|| add_online(column, cx))) }
}

/// Did the table that this is a partition of hand it down already?
fn comes_from_whole(column: &Object, cx: &Context<'_>) -> bool {
    let table = table_of(&column.id);
    let gets = |whole: &ObjectId| {
        let of = |catalog: &Catalog| catalog.get(&column_of(whole, column.id.last())).is_some_and(|column| column.flag("not_null"));
        stands(whole, cx) && of(cx.source) && !of(cx.target)
    };
    let was_below = |whole: &ObjectId| parents(&table, cx.target).contains(whole);
    column.flag("_partition") && stands(&table, cx) && parents(&table, cx.source).iter().any(|whole| gets(whole) && was_below(whole))
}

/// A check says it first, which is validated while others read and write: the server then need not look again.
fn add_online(column: &Object, cx: &Context<'_>) -> Option<Online> {
    let table = table_of(&column.id);
    let id = |kind| ObjectId::new(kind, column.id.name.iter().cloned());
    // What wants the column to be NOT NULL can't wait.
    let is_wanted = cx.source.contains(&id(Kind::Identity)) && !cx.target.contains(&id(Kind::Identity))
        || cx.source.children_of_kind(&table, Kind::ReplicaIdentity).next().is_some();
    let is_alone = column.get("_relation").is_none()
        && !column.flag("_partition")
        && parents(&table, cx.source).is_empty()
        && standing_children(&table, cx).is_empty();
    if is_wanted || !is_alone || !stands(&table, cx) || column.text("not_null_comment").is_some() {
        return None;
    }
    let (relation, name) = (qualified(&table.name), quote(column.id.last()));
    let check = quote(&beside_name(&format!("{} is not null", column.id.last())));
    let alter = |what: String, mode| Statement::new(format!("ALTER TABLE {relation} {what}")).locks(mode, &relation);
    let why = "so that the server need not read the table under the lock";
    let exclusive = LockMode::AccessExclusive;
    let after = vec![
        alter(format!("ADD CONSTRAINT {check} CHECK (({name} IS NOT NULL)) NOT VALID"), exclusive).because(why).risk(Risk::Low),
        alter(format!("VALIDATE CONSTRAINT {check}"), LockMode::ShareUpdateExclusive).hazard(Hazard::Validate).scans().risk(Risk::Medium),
        alter(format!("ALTER COLUMN {name} SET NOT NULL"), exclusive).hazard(Hazard::AddNotNull).risk(Risk::Low),
        alter(format!("DROP CONSTRAINT {check}"), exclusive).risk(Risk::Low),
    ];
    Some(Online { after, ..Online::default() })
}

/// Makes that of a partition again whose table's was dropped: whether that took the partition's along, no catalog tells for sure, and
/// where it stays it has the table's name.
pub fn kept(old: &Object, new: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let drop = (name(old) != name(new)).then(|| subcommand(new, "DROP NOT NULL", cx));
    drop.into_iter().chain([add(new, cx)]).collect()
}

pub fn add_by_name(column: &Object, cx: &Context<'_>) -> Statement {
    let not_valid = column.flag("not_null_not_valid");
    let sql = format!(
            "ALTER TABLE {} ADD CONSTRAINT {} NOT NULL {}{}{}",
            qualified(column.id.names(2)),
            quote(&name(column)),
            quote(column.id.last()),
            no_inherit(column),
            if not_valid { " NOT VALID" } else { "" }
        );
    let statement = locked_all(Statement::new(sql), LockMode::AccessExclusive, &table_of(&column.id), cx);
    if is_foreign(column) || not_valid { statement } else { statement.hazard(Hazard::AddNotNull).scans() }
}

/// `ALTER COLUMN c SET NOT NULL` or `DROP NOT NULL`
fn subcommand(column: &Object, subcommand: &str, cx: &Context<'_>) -> Statement {
    // Partitions must have what their table has, so that there ONLY is refused; from 18 on it is for other children too.
    let only = if column.str("_relation") == "p" || is_constraint(cx) { "" } else { "ONLY " };
    let relation = qualified(column.id.names(2));
    let statement = Statement::new(format!("ALTER TABLE {only}{relation} ALTER COLUMN {} {subcommand}", quote(column.id.last())));
    let table = table_of(&column.id);
    if only.is_empty() { locked_all(statement, LockMode::AccessExclusive, &table, cx) } else { locked(statement, LockMode::AccessExclusive, &table, cx) }
}

/// `ALTER TABLE t … CONSTRAINT name …`
fn of_constraint(column: &Object, lock: LockMode, words: impl FnOnce(&str) -> String, cx: &Context<'_>) -> Statement {
    let relation = qualified(column.id.names(2));
    let statement = Statement::new(format!("ALTER TABLE {relation} {}", words(&quote(&name(column)))));
    locked_all(statement, lock, &table_of(&column.id), cx)
}

/// Does a column hand its NOT NULL down?
pub fn hands_down(column: Option<&Object>) -> bool {
    column.is_some_and(|column| column.flag("not_null") && !column.flag("not_null_no_inherit"))
}

/// Is a column NOT NULL all the time, and only because parents are?
pub fn comes_from_parents_only(column: &Object, cx: &Context<'_>) -> bool {
    let comes = |column: &Object| column.flag("not_null") && column.flag("not_null_inherited_only");
    is_constraint(cx) && comes(column) && cx.source.get(&column.id).is_some_and(comes)
}

/// In children, theirs too, what is to come from the parents only is given up first, or it would stay declared; and NOT NULL that is to have a name of its own comes first, or takes the wanted name first: the parent's
/// statement would give those that have none its own, and what is inherited can't be renamed.
fn children_first(column: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    for child in standing_children(&table_of(&column.id), cx) {
        let id = column_of(&child, column.id.last());
        let (Some(old), Some(new)) = (cx.target.get(&id), cx.source.get(&id)) else { continue };
        statements.extend(children_first(new, cx));
        let is_own = new.flag("not_null") && !new.flag("not_null_inherited_only");
        let becomes_theirs = new.flag("not_null") && new.flag("not_null_inherited_only") && !old.flag("_not_null_inherited");
        if becomes_theirs && old.flag("not_null") {
            statements.push(subcommand(new, "DROP NOT NULL", cx));
        } else if is_own && !old.flag("not_null") && name(new) != name(column) {
            statements.push(add(new, cx));
        } else if is_own && old.flag("not_null") && !old.flag("_not_null_inherited") && name(old) != name(new) {
            statements.push(rename(old, new, cx));
        }
    }
    statements
}

fn rename(old: &Object, new: &Object, cx: &Context<'_>) -> Statement {
    of_constraint(old, LockMode::AccessExclusive, |called| format!("RENAME CONSTRAINT {called} TO {}", quote(&name(new))), cx)
}

/// The links by which standing children inherit it and call theirs otherwise: the server refuses to give such a column another type or
/// expression, because it would call theirs as the parent's.
fn called_otherwise<'a>(column: &ObjectId, cx: &Context<'a>) -> Vec<&'a Object> {
    let (table, above) = (table_of(column), cx.target.get(column));
    let mut found = Vec::new();
    for child in standing_children(&table, cx) {
        let id = column_of(&child, column.last());
        let declared = |old: &&Object| old.flag("_not_null_inherited") && !old.flag("not_null_inherited_only");
        let below = cx.target.get(&id).filter(declared);
        let differ = above.zip(below).is_some_and(|(above, below)| hands_down(Some(above)) && name(above) != name(below));
        found.extend(inheritance::link_to(&table, &child, cx).filter(|_| differ));
        found.extend(called_otherwise(&id, cx));
    }
    found
}

/// What is written for a column of a table and goes down to children, also where their NOT NULL has a name of its own. `written` is told
/// the table, or what stands in for it.
pub fn beside_those_of_children(column: &ObjectId, written: &dyn Fn(&str) -> Vec<Statement>, cx: &Context<'_>) -> Vec<Statement> {
    let links = if is_constraint(cx) { called_otherwise(column, cx) } else { Vec::new() };
    let mut tables = vec![qualified(column.names(2))];
    one_by_one(&links, column.last(), &mut tables, written, cx)
}

fn one_by_one(
    links: &[&Object],
    column: &str,
    tables: &mut Vec<String>,
    written: &dyn Fn(&str) -> Vec<Statement>,
    cx: &Context<'_>,
) -> Vec<Statement> {
    let Some((link, others)) = links.split_first() else { return tables.iter().flat_map(|table| written(table)).collect() };
    inheritance::apart(link, column, cx, |stand_in| {
        tables.push(stand_in.to_owned());
        one_by_one(others, column, tables, written, cx)
    })
}

/// Did the new type or expression of a column leave a partition's with the name of its table's? That one, as it is called by now.
fn lost_name<'a>(change: &Change<'_>, rewritten: bool, cx: &Context<'a>) -> Option<&'a Object> {
    let (old, new) = (change.old, change.new);
    let is_kept = rewritten && is_constraint(cx) && new.flag("_partition") && new.flag("not_null");
    let above = inherits_from(&new.id, cx.source, cx).into_iter().find(|above| hands_down(Some(above)))?;
    let before = cx.target.get(&above.id).filter(|before| hands_down(Some(before)))?;
    (is_kept && old.flag("_not_null_inherited") && name(old) != name(before)).then_some(above)
}

/// A constraint of another name that comes from nowhere above.
fn renamed_alone(old: &Object, new: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let children = standing_children(&table_of(&new.id), cx);
    let alike = |child: &ObjectId| {
        let child = cx.target.get(&column_of(child, new.id.last()));
        child.is_none_or(|child| !child.flag("_not_null_inherited") || name(child) == name(old))
    };
    if old.flag("not_null_no_inherit") || children.iter().all(alike) {
        return vec![rename(old, new, cx)];
    }
    vec![subcommand(old, "DROP NOT NULL", cx), add(new, cx)]
}

/// Is the table a partition whose attachment goes, be it for another one?
fn leaves(table: &ObjectId, cx: &Context<'_>) -> bool {
    let goes = |link: &Object| !cx.source.contains(&link.id) || cx.rebuilt.contains(&link.id);
    cx.target.children_of_kind(table, Kind::Partition).any(goes)
}

/// The statements that give a table's NOT NULL constraints, after it was detached or has left parents, the names that they are to have:
/// none could be renamed before, and none can after it is attached again.
pub fn left_behind(table: &ObjectId, cx: &Context<'_>) -> Vec<Statement> {
    if !is_constraint(cx) || !stands(table, cx) {
        return Vec::new();
    }
    let pairs = cx.target.children_of_kind(table, Kind::Column).filter_map(|old| Some((old, cx.source.get(&old.id)?)));
    let misnamed = |(old, new): &(&Object, &Object)| {
        let both = old.flag("not_null") && new.flag("not_null") && !cx.rebuilt.contains(&old.id);
        let is_own = !new.flag("not_null_inherited_only") && !is_given(new, cx);
        both && is_own && old.flag("_not_null_inherited") && name(old) != name(new)
    };
    pairs.filter(misnamed).flat_map(|(old, new)| renamed_alone(old, new, cx)).collect()
}

/// A constraint of another name where it comes from above: only for a moment without its table can a child's be renamed.
fn renamed(change: &Change<'_>, lost: Option<&Object>, cx: &Context<'_>) -> Vec<Statement> {
    let (old, new) = (change.old, change.new);
    let parents = inherits_from(&new.id, cx.source, cx);
    let carried = |parent: &&Object| {
        cx.target.get(&parent.id).is_some_and(|before| name(before) == name(old) && name(parent) == name(new))
    };
    if parents.iter().any(carried) || lost.is_some_and(|above| name(above) == name(new)) {
        return Vec::new();
    }
    if !old.flag("_not_null_inherited") {
        return renamed_alone(old, new, cx);
    }
    let table = table_of(&new.id);
    if leaves(&table, cx) {
        return Vec::new();
    }
    let why = "a constraint that is inherited can't be renamed";
    if let (true, Some(detach), Some(attach)) = (new.flag("_partition"), detach(&table, cx), attach(&table, cx)) {
        let mut called = old.clone();
        if let Some(above) = lost {
            called.properties.insert("_not_null_name".to_owned(), Value::String(name(above)));
        }
        let statements = [detach, rename(&called, new, cx), attach];
        return statements.into_iter().map(|statement| statement.because(why)).collect();
    }
    let givers = parents.iter().filter(|parent| hands_down(cx.target.get(&parent.id)));
    let links: Vec<&Object> = givers.filter_map(|parent| inheritance::link_to(&table_of(&parent.id), &table, cx)).collect();
    let statements = match links.as_slice() {
        [link] => inheritance::apart(link, new.id.last(), cx, |_| renamed_alone(old, new, cx)),
        // Of several parents each would have to stand aside at once.
        _ => Vec::new(),
    };
    statements.into_iter().map(|statement| statement.because(why)).collect()
}

/// Does a parent that stands all the time hand it down to a column?
fn is_given(column: &Object, cx: &Context<'_>) -> bool {
    inherits_from(&column.id, cx.source, cx).into_iter().any(|parent| hands_down(Some(parent)))
}

/// The columns of a standing table that are to be NOT NULL only because of parents that it comes to inherit from: INHERIT wants them
/// to be so before.
pub fn to_come_with_parents<'a>(table: &ObjectId, cx: &Context<'a>) -> Vec<&'a Object> {
    if !is_constraint(cx) || !stands(table, cx) {
        return Vec::new();
    }
    let columns = cx.source.children_of_kind(table, Kind::Column);
    let comes = |column: &&Object| column.flag("not_null") && column.flag("not_null_inherited_only") && !is_given(column, cx);
    let is_kept = |column: &&Object| cx.target.get(&column.id).is_some_and(|old| comes_from_parents_only(old, cx));
    columns.filter(|column| comes(column) && (cx.rebuilt.contains(&column.id) || !is_kept(column))).collect()
}

/// Makes them so: given to a table that this one inherits from, it comes from there.
pub fn add_above(column: &Object, above: &str) -> Statement {
    let not_valid = if column.flag("not_null_not_valid") { " NOT VALID" } else { "" };
    let sql = format!("ALTER TABLE {above} ADD CONSTRAINT {} NOT NULL {}{not_valid}", quote(&name(column)), quote(column.id.last()));
    let statement = Statement::new(sql).locks_all(LockMode::AccessExclusive, qualified(column.id.names(2)));
    if not_valid.is_empty() { statement.hazard(Hazard::AddNotNull).scans() } else { statement }
}

/// Only what the parents give is left to the child: given up above, here, and made again above.
fn give_up(column: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let parents = inherits_from(&column.id, cx.source, cx);
    let above: Vec<&Object> = parents.into_iter().filter(|parent| hands_down(Some(parent))).collect();
    if above.is_empty() {
        // The parents come later.
        return vec![subcommand(column, "DROP NOT NULL", cx)];
    }
    if !above.iter().any(|parent| hands_down(cx.target.get(&parent.id))) {
        // It was given up before the parents' came: see `children_first`.
        return Vec::new();
    }
    let why = "NOT NULL stays on the child, but only as the parents' one";
    let dropped = above.iter().copied().chain([column]).map(|column| subcommand(column, "DROP NOT NULL", cx));
    dropped.chain(above.iter().map(|parent| add(parent, cx))).map(|statement| statement.because(why)).collect()
}

/// The statements for what differs of it.
/// `rewritten`: the column has got another type or expression.
pub fn alter(change: &Change<'_>, rewritten: bool, cx: &Context<'_>) -> Vec<Statement> {
    let (old, new) = (change.old, change.new);
    let lost = lost_name(change, rewritten, cx);
    if !change.has_any(&PROPERTIES) && lost.is_none() {
        return Vec::new();
    }
    let parents = inherits_from(&new.id, cx.source, cx);
    let comes = parents.iter().any(|parent| hands_down(Some(parent)) && !hands_down(cx.target.get(&parent.id)));
    let goes = parents.iter().any(|parent| !parent.flag("not_null") && hands_down(cx.target.get(&parent.id)));
    let declared = |column: &Object| !column.flag("_partition") && !column.flag("not_null_inherited_only");
    let mut statements = Vec::new();
    match (old.flag("not_null"), new.flag("not_null")) {
        (_, true) if !is_constraint(cx) => statements.push(add(new, cx)),
        (_, false) if !is_constraint(cx) => {
            statements.push(subcommand(new, "DROP NOT NULL", cx));
            if new.str("_relation") == "p" {
                statements.extend(partitions_keep_not_null(&new.id, cx));
            }
        }
        (false, true) if new.flag("not_null_inherited_only") && !is_given(new, cx) => {}
        (false, true) if comes => {
            // One of its own name has come before the parent's.
            if declared(new) && parents.iter().any(|parent| name(parent) == name(new)) {
                statements.push(subcommand(new, "SET NOT NULL", cx));
            }
        }
        (false, true) => {
            let first = children_first(new, cx);
            // The server would choose another name than the usual one if a child has that already.
            let add = if first.is_empty() { add(new, cx) } else { add_by_name(new, cx) };
            statements.extend(first.into_iter().chain([add]));
        }
        (true, false) if goes && !declared(old) => {}
        (true, false) => {
            statements.push(subcommand(new, "DROP NOT NULL", cx));
            if new.str("_relation") == "p" {
                statements.extend(partitions_keep_not_null(&new.id, cx));
            }
        }
        (true, true) => statements.extend(altered(change, lost, comes, goes, cx)),
        (false, false) => {}
    }
    let comment_lost = lost.is_some() && new.text("not_null_comment").is_some();
    if (change.has("not_null_comment") || comment_lost) && new.flag("not_null") {
        statements.push(comment(new));
    }
    statements
}

fn altered(change: &Change<'_>, lost: Option<&Object>, comes: bool, goes: bool, cx: &Context<'_>) -> Vec<Statement> {
    let (old, new) = (change.old, change.new);
    let mut statements = Vec::new();
    if change.has("not_null_not_valid") && new.flag("not_null_not_valid") {
        return vec![subcommand(new, "DROP NOT NULL", cx), add(new, cx)];
    }
    if change.has("not_null_inherited_only") {
        if new.flag("not_null_inherited_only") {
            return give_up(new, cx);
        }
        if goes {
            // It went with the parent's.
            return vec![add(new, cx)];
        }
        statements.push(subcommand(new, "SET NOT NULL", cx));
    } else if (change.has("not_null_name") || lost.is_some()) && !comes && !goes {
        // Otherwise it got its name beside the parent's statement.
        statements.extend(renamed(change, lost, cx));
    }
    if change.has("not_null_no_inherit") {
        let word = if new.flag("not_null_no_inherit") { "NO INHERIT" } else { "INHERIT" };
        statements.push(of_constraint(new, LockMode::AccessExclusive, |name| format!("ALTER CONSTRAINT {name} {word}"), cx));
    }
    let validated = |parent: &Object| {
        let was = cx.target.get(&parent.id).is_some_and(|before| before.flag("not_null_not_valid"));
        was && !parent.flag("not_null_not_valid")
    };
    if old.flag("not_null_not_valid")
        && !new.flag("not_null_not_valid")
        && !inherits_from(&new.id, cx.source, cx).into_iter().any(validated)
    {
        let statement = of_constraint(new, LockMode::ShareUpdateExclusive, |name| format!("VALIDATE CONSTRAINT {name}"), cx);
        statements.push(statement.hazard(Hazard::AddNotNull).scans());
    }
    statements
}

/// The name that is the server's choice follows no renamed column or table: it becomes one of its own, and one that fits by
/// chance becomes the server's choice.
pub fn called_like(before: &Object, after: &mut Object) {
    if !before.flag("not_null") || before.text("not_null_inherited_only").is_some() {
        return;
    }
    let kept = name(before);
    let chosen = format!("{}_{}_not_null", after.id.part(1), after.id.last());
    for property in ["not_null_name", "_not_null_name"] {
        if kept == chosen {
            after.properties.remove(property);
        } else {
            after.properties.insert(property.to_owned(), Value::String(kept.clone()));
        }
    }
}
