//! A column as it stands in CREATE TABLE and ADD COLUMN, and the statements for what stands in neither.

use super::lineage::{self, table_of};
use super::not_null;
use crate::catalog::{Object, ObjectId};
use crate::hazard::LockMode;
use crate::ident::{qualified, quote};
use crate::kind::{Context, Kind, foreign_options, identity};
use crate::relation_options;
use crate::statement::Statement;

/// Where a column's clause stands: what is allowed there differs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// CREATE TABLE, ADD COLUMN.
    Table,
    /// CREATE TABLE … OF, where name and type are the type's.
    Typed,
    /// CREATE TABLE … INHERITS, for a column that the parents generate: before 16 it may not say how.
    GeneratedAbove,
}

/// The default and the identity among the parts that are folded into a column or its table.
pub fn own_parts<'a>(column: &ObjectId, folded: &[&'a Object]) -> Vec<&'a Object> {
    let of_column = |part: &&Object| matches!(part.id.kind, Kind::ColumnDefault | Kind::Identity) && part.id.name == column.name;
    folded.iter().copied().filter(of_column).collect()
}

/// The clause, of a table that is made with its parents or not; nothing for a column of a typed table that has nothing of its own.
pub fn clause(column: &Object, parts: &[&Object], place: Place, has_parents: bool, cx: &Context<'_>) -> Option<String> {
    let mut sql = quote(column.id.last());
    let bare = sql.len();
    if place != Place::Typed {
        sql.push_str(&format!(" {}", column.str("type")));
        if let Some(compression) = column.text("compression") {
            sql.push_str(&format!(" COMPRESSION {compression}"));
        }
        sql.push_str(&foreign_options::clause(column));
        sql.push_str(&collate(column));
    } else {
        sql.push_str(" WITH OPTIONS");
    }
    let named = sql.len();
    if let Some(expression) = column.text("generated").filter(|_| place != Place::GeneratedAbove) {
        sql.push_str(&generated(column, expression));
    }
    for part in parts {
        match part.id.kind {
            Kind::ColumnDefault => sql.push_str(&format!(" DEFAULT {}", part.str("expression"))),
            _ => sql.push_str(&format!(" {}", identity::clause(part))),
        }
    }
    sql.push_str(&not_null::clause(column, has_parents, cx));
    (place != Place::Typed || sql.len() > named).then_some(sql).filter(|sql| sql.len() > bare)
}

/// ` COLLATE …`, where it isn't the type's own.
pub fn collate(column: &Object) -> String {
    let collation = column.texts("collation");
    if collation.is_empty() { String::new() } else { format!(" COLLATE {}", qualified(&collation)) }
}

/// ` GENERATED ALWAYS AS (…) STORED`
pub fn generated(column: &Object, expression: &str) -> String {
    // pg_get_expr has parentheses of its own around operators, but not around everything.
    let kept = if column.flag("virtual") { "VIRTUAL" } else { "STORED" };
    format!(" GENERATED ALWAYS AS ({expression}) {kept}")
}

/// `ALTER TABLE ONLY s.t ALTER COLUMN c …`, or the same of a materialized view; with its lock if the relation stands already.
pub fn alter(column: &Object, subcommand: &str, lock: LockMode, cx: &Context<'_>) -> Statement {
    let relation = qualified(column.id.names(2));
    let what = if column.str("_relation") == "m" { "MATERIALIZED VIEW" } else { "TABLE ONLY" };
    let statement = Statement::new(format!("ALTER {what} {relation} ALTER COLUMN {} {subcommand}", quote(column.id.last())));
    locked(statement, lock, &table_of(&column.id), cx)
}

/// Says the lock, if the table is there before the plan and stays: what the plan itself makes, nobody waits for.
pub fn locked(statement: Statement, lock: LockMode, table: &ObjectId, cx: &Context<'_>) -> Statement {
    if is_made(table, cx) { statement } else { statement.locks(lock, qualified(&table.name)) }
}

/// The same of a statement that goes down to what inherits.
pub fn locked_all(statement: Statement, lock: LockMode, table: &ObjectId, cx: &Context<'_>) -> Statement {
    if is_made(table, cx) { statement } else { statement.locks_all(lock, qualified(&table.name)) }
}

fn is_made(table: &ObjectId, cx: &Context<'_>) -> bool {
    cx.target.get(table).is_none() && cx.source.contains(table) || cx.rebuilt.contains(table)
}

/// The statements for what neither CREATE TABLE nor ADD COLUMN can say.
pub fn settings(column: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    if let Some(storage) = column.text("storage") {
        statements.push(alter(column, &format!("SET STORAGE {storage}"), LockMode::AccessExclusive, cx));
    }
    if let Some(target) = column.int("statistics") {
        statements.push(alter(column, &format!("SET STATISTICS {target}"), LockMode::ShareUpdateExclusive, cx));
    }
    let options = column.texts("options");
    if !options.is_empty() {
        let list = relation_options::list(&options);
        statements.push(alter(column, &format!("SET ({list})"), LockMode::ShareUpdateExclusive, cx));
    }
    statements.extend(not_null::beside(column, cx));
    statements
}

/// What a child's column has that its parent's, from which the server has made it, does not give it. `with_storage`: CREATE
/// TABLE … INHERITS takes over the storage as well, ADD COLUMN on the parent doesn't.
pub fn beyond_parents(column: &Object, parts: &[&Object], with_storage: bool, cx: &Context<'_>) -> Vec<Statement> {
    let column_of = |parent: ObjectId| cx.source.get(&lineage::column_of(&parent, column.id.last()));
    let parents: Vec<&Object> =
        lineage::parents(&table_of(&column.id), cx.source).into_iter().filter_map(column_of).collect();
    let given = |property: &str| parents.iter().find_map(|parent| parent.text(property));
    let mut statements = Vec::new();
    // CREATE TABLE … INHERITS has said what is the column's own.
    let is_said = with_storage && not_null::element(column, cx).is_some();
    let is_given = parents.iter().any(|parent| parent.flag("not_null") && !parent.flag("not_null_no_inherit"));
    if column.flag("not_null") && !is_given && !is_said && !column.flag("not_null_not_valid") {
        statements.push(not_null::add(column, cx));
    } else if is_given && !is_said {
        statements.extend(not_null::declared_too(column, cx));
    }
    let mut add = |subcommand: String| statements.push(alter(column, &subcommand, LockMode::AccessExclusive, cx));
    let default = |column: &ObjectId| {
        let id = ObjectId::new(Kind::ColumnDefault, column.name.iter().cloned());
        cx.source.get(&id).and_then(|default| default.text("expression"))
    };
    let inherited = parents.iter().find_map(|parent| default(&parent.id));
    // A default that a parent gets or loses in the course of the plan, be it for a while, may not be there yet, or still be there.
    let is_certain = |parent: &&Object| {
        let id = ObjectId::new(Kind::ColumnDefault, parent.id.name.iter().cloned());
        let before = cx.target.get(&id).and_then(|default| default.text("expression"));
        let stays = before == default(&parent.id) && !cx.rebuilt.contains(&id);
        stays || !cx.target.contains(&parent.id) || !lineage::stands(&table_of(&parent.id), cx)
    };
    let certain = parents.iter().all(is_certain);
    match parts.iter().find(|part| part.id.kind == Kind::ColumnDefault).map(|part| part.str("expression")) {
        Some(own) if inherited != Some(own) || !certain => add(format!("SET DEFAULT {own}")),
        None if (inherited.is_some() || !certain) && default(&column.id).is_none() => add("DROP DEFAULT".to_owned()),
        _ => {}
    }
    for identity in parts.iter().filter(|part| part.id.kind == Kind::Identity) {
        add(format!("ADD {}", identity::clause(identity)));
    }
    if column.text("compression") != given("compression") {
        add(format!("SET COMPRESSION {}", column.text("compression").unwrap_or("default")));
    }
    let given_storage = if with_storage { given("storage") } else { None };
    if column.text("storage").is_none() && given_storage.is_some() {
        add(format!("SET STORAGE {}", column.text("_type_storage").unwrap_or("PLAIN")));
    }
    let options = foreign_options::clause(column);
    if !options.is_empty() {
        let statement = alter(column, options.trim_start(), LockMode::AccessExclusive, cx);
        statements.push(foreign_options::announced(statement, None, column));
    }
    statements.extend(settings(column, cx));
    statements
}
