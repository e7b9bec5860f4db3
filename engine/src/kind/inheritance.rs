//! Plain inheritance: which tables a table inherits from.

use super::column::clause::{collate, generated, locked};
use super::column::lineage::{self, stands, table_of};
use super::column::not_null;
use super::conversion::aside_name;
use super::{Change, Context, Folding, Kind, ObjectKind, Survival, Way, constraint};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::LockMode;
use crate::ident::{qualified, quote};
use crate::statement::Statement;
use std::collections::BTreeSet;

/// INHERITS
pub struct Inheritance;

const HANDED_OVER: &str = "keeps what the table inherits from being its own while its parents change";

fn parent(object: &Object) -> String {
    qualified(&object.texts("_parent"))
}

fn inherit(object: &Object, cx: &Context<'_>) -> Statement {
    let statement = Statement::new(format!("ALTER TABLE {} INHERIT {}", qualified(object.id.names(2)), parent(object)));
    locked(statement, LockMode::AccessExclusive, &table_of(&object.id), cx)
}

fn no_inherit(object: &Object, parent: &str) -> Statement {
    let child = qualified(object.id.names(2));
    Statement::new(format!("ALTER TABLE {child} NO INHERIT {parent}")).locks(LockMode::AccessExclusive, child)
}

/// The table that a child inherits from meanwhile: without a parent its columns and checks would become its own, and the server has
/// no way back from that.
fn stand_in(child: &ObjectId) -> String {
    qualified(&[child.first(), &aside_name(child.part(1))])
}

fn create_above(name: &str, columns: &[&Object]) -> Statement {
    let column = |column: &&Object| {
        let generated = column.text("generated").map(|expression| generated(column, expression)).unwrap_or_default();
        format!("{} {}{}{generated}", quote(column.id.last()), column.str("type"), collate(column))
    };
    let columns: Vec<String> = columns.iter().map(column).collect();
    Statement::new(format!("CREATE TABLE {name} ({})", columns.join(", ")))
}

/// Makes it, for these columns and checks, and the child inherit from it. It has NOT NULL where that comes from the parents only.
fn inherit_stand_in(
    child: &ObjectId,
    columns: Vec<&Object>,
    checks: Vec<&Object>,
    cx: &Context<'_>,
) -> Vec<Statement> {
    let (stand_in, child) = (stand_in(child), qualified(&child.name));
    let mut statements = vec![create_above(&stand_in, &columns)];
    // NOT VALID, as the checks: the child's may be so.
    let not_null = |column: &Object| {
        Statement::new(format!("ALTER TABLE {stand_in} ADD NOT NULL {} NOT VALID", quote(column.id.last())))
    };
    statements.extend(columns.into_iter().filter(|column| not_null::comes_from_parents_only(column, cx)).map(not_null));
    let check = |check| Statement::new(format!("ALTER TABLE {stand_in} ADD {} NOT VALID", constraint::clause(check)));
    statements.extend(checks.into_iter().map(check));
    let inherit = Statement::new(format!("ALTER TABLE {child} INHERIT {stand_in}"));
    statements.push(inherit.locks(LockMode::AccessExclusive, child));
    statements
}

fn drop_stand_in(link: &Object, child: &ObjectId) -> [Statement; 2] {
    let stand_in = stand_in(child);
    [no_inherit(link, &stand_in), Statement::new(format!("DROP TABLE {stand_in}"))]
}

/// The same for all that a parent hands down now, but not its NOT NULL of that column.
fn inherit_likeness(link: &Object, without_not_null: Option<&str>) -> Vec<Statement> {
    let (stand_in, child) = (stand_in(&table_of(&link.id)), qualified(link.id.names(2)));
    let like = format!("CREATE TABLE {stand_in} (LIKE {} INCLUDING CONSTRAINTS INCLUDING GENERATED)", parent(link));
    let less = without_not_null.map(|column| format!("ALTER TABLE {stand_in} ALTER COLUMN {} DROP NOT NULL", quote(column)));
    let inherit = Statement::new(format!("ALTER TABLE {child} INHERIT {stand_in}")).locks(LockMode::AccessExclusive, child);
    std::iter::once(like).chain(less).map(Statement::new).chain([inherit]).collect()
}

/// Makes the parent the last one.
pub(super) fn put_last(link: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let mut statements = inherit_likeness(link, None);
    statements.extend([no_inherit(link, &parent(link)), inherit(link, cx)]);
    statements.extend(drop_stand_in(link, &table_of(&link.id)));
    let why = "only a parent that is inherited from anew comes last in their order";
    statements.into_iter().map(|statement| statement.because(why)).collect()
}

/// The link of a child to a parent that it is to inherit from.
pub(super) fn link_to<'a>(parent: &ObjectId, child: &ObjectId, cx: &Context<'a>) -> Option<&'a Object> {
    cx.source.children_of_kind(child, Kind::Inheritance).find(|link| *link.texts("_parent") == *parent.name)
}

/// Does something while the child inherits no NOT NULL of a column by a link that stands all the time; it is told the table that the
/// child inherits the rest from meanwhile.
pub(super) fn apart(link: &Object, column: &str, cx: &Context<'_>, does: impl FnOnce(&str) -> Vec<Statement>) -> Vec<Statement> {
    let child = table_of(&link.id);
    let mut statements = inherit_likeness(link, Some(column));
    statements.push(no_inherit(link, &parent(link)));
    statements.extend(does(&stand_in(&child)));
    statements.push(inherit(link, cx));
    statements.extend(drop_stand_in(link, &child));
    // This one has become the last.
    let is_later = |other: &&Object| {
        other.int("_position") > link.int("_position") && cx.target.contains(&other.id) && !cx.rebuilt.contains(&other.id)
    };
    let mut later: Vec<&Object> = cx.source.children_of_kind(&child, Kind::Inheritance).filter(is_later).collect();
    later.sort_by_key(|link| link.int("_position"));
    statements.extend(later.into_iter().flat_map(|later| put_last(later, cx)));
    statements
}

/// What a standing child has from its parents all the time, though from one before and from another after.
fn handed_over<'a>(child: &ObjectId, cx: &Context<'a>) -> (Vec<&'a Object>, Vec<&'a Object>) {
    if !stands(child, cx) {
        return (Vec::new(), Vec::new());
    }
    let kept: Vec<ObjectId> = cx
        .source
        .children_of_kind(child, Kind::Inheritance)
        .filter(|link| cx.target.contains(&link.id) && !cx.rebuilt.contains(&link.id))
        .map(|link| ObjectId::new(Kind::Table, link.texts("_parent")))
        .collect();
    let kept = &kept;
    let parts = |kind: Kind, same: &'static [&'static str]| {
        let parts = cx.target.children_of_kind(child, kind);
        let stays = move |part: &&Object| {
            let of_kept = |parent: &ObjectId| ObjectId::new(kind, parent.name.iter().map(String::as_str).chain([part.id.last()]));
            let Some(wanted) = cx.source.get(&part.id).filter(|_| !cx.rebuilt.contains(&part.id)) else { return false };
            let itself = [*part, wanted].iter().all(|part| part.flag("inherited_only"))
                && !kept.iter().any(|parent| cx.source.contains(&of_kept(parent)));
            let gives = |parent: &ObjectId| [cx.target, cx.source].iter().all(|all| not_null::hands_down(all.get(&of_kept(parent))));
            let not_null = not_null::comes_from_parents_only(part, cx) && !kept.iter().any(gives);
            (itself || not_null)
                && same.iter().all(|property| part.get(property) == wanted.get(property))
                && !part.depends.iter().any(|needed| cx.aside.contains_key(needed))
        };
        parts.filter(stays).collect::<Vec<&Object>>()
    };
    (parts(Kind::Column, &["type", "collation", "generated"]), parts(Kind::Constraint, &["definition"]))
}

const NOT_DECLARED: &str = "NOT NULL is to come from the parents only, and INHERIT leaves it the table's own";

/// The table from which a child has, while it comes to inherit from its parents, the NOT NULL that is to come from them.
fn not_null_above(child: &ObjectId) -> String {
    qualified(&[child.first(), &aside_name(&format!("not null of {}", child.part(1)))])
}

fn inherit_not_null(child: &ObjectId, columns: &[&Object]) -> Vec<Statement> {
    let (above, name) = (not_null_above(child), qualified(&child.name));
    let mut statements = vec![create_above(&above, columns)];
    let inherit = Statement::new(format!("ALTER TABLE {name} INHERIT {above}"));
    statements.push(inherit.locks(LockMode::AccessExclusive, name));
    statements.extend(columns.iter().map(|column| not_null::add_above(column, &above)));
    statements
}

/// The links of a table that only this catalog has, or that are made anew.
fn changing<'a>(child: &ObjectId, has: &'a Catalog, has_not: &Catalog, cx: &Context<'_>) -> Vec<&'a Object> {
    let links = has.children_of_kind(child, Kind::Inheritance);
    links.filter(|link| !has_not.contains(&link.id) || cx.rebuilt.contains(&link.id)).collect()
}

/// Is it the first in order of the links to parents that come?
fn is_first_to_come(link: &Object, cx: &Context<'_>) -> bool {
    let links = changing(&table_of(&link.id), cx.source, cx.target, cx).into_iter();
    links.min_by_key(|other| other.int("_position")).is_some_and(|first| first.id == link.id)
}

/// Is it the last in order of the links to parents that go, or of those that come?
fn is_last_of(link: &Object, has: &Catalog, has_not: &Catalog, cx: &Context<'_>) -> bool {
    let links = changing(&table_of(&link.id), has, has_not, cx).into_iter();
    links.max_by_key(|other| other.int("_position")).is_some_and(|last| last.id == link.id)
}

/// Do parents go, and others come?
fn changes_parents(child: &ObjectId, cx: &Context<'_>) -> bool {
    !changing(child, cx.target, cx.source, cx).is_empty() && !changing(child, cx.source, cx.target, cx).is_empty()
}

impl ObjectKind for Inheritance {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/inheritance.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "table"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("inherits")
    }

    fn reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(object.id.names(2)))
    }

    fn folding(&self, _object: &Object) -> Folding {
        Folding { create: true, drop: true }
    }

    /// If its parent is made anew, it inherits from the new one before it lets go of the old one: without a parent its columns
    /// would become its own, and the server has no way back from that.
    fn survives(&self, dependent: &Object, cause: &Object, way: Way) -> Survival {
        match way {
            Way::Disturbing => Survival::Kept,
            _ if dependent.parent.as_ref() == Some(&cause.id) => Survival::Rebuilt,
            Way::Convert if cause.id.kind == Kind::Table => Survival::Altered,
            _ => Survival::Kept,
        }
    }

    /// A check that goes from above takes along what the child has of it, unless the child has left.
    fn goes_before(&self, object: &Object, catalog: &Catalog) -> Vec<ObjectId> {
        let child = table_of(&object.id);
        let checks = catalog.children_of_kind(&child, Kind::Constraint).filter(|check| check.flag("_inherited"));
        let checks: Vec<&str> = checks.map(|check| check.id.last()).collect();
        if checks.is_empty() {
            return Vec::new();
        }
        let (mut above, mut queue) = (BTreeSet::new(), vec![ObjectId::new(Kind::Table, object.texts("_parent"))]);
        while let Some(table) = queue.pop() {
            queue.extend(lineage::parents(&table, catalog));
            above.extend(checks.iter().map(|check| constraint::on_table(check, table.names(2))));
        }
        above.into_iter().collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let child = table_of(&object.id);
        let not_null = not_null::to_come_with_parents(&child, cx);
        let mut statements = Vec::new();
        if !not_null.is_empty() && is_first_to_come(object, cx) {
            statements.extend(inherit_not_null(&child, &not_null).into_iter().map(|statement| statement.because(NOT_DECLARED)));
        }
        statements.push(inherit(object, cx));
        if !not_null.is_empty() && is_last_of(object, cx.source, cx.target, cx) {
            let above = not_null_above(&child);
            let drop = [no_inherit(object, &above), Statement::new(format!("DROP TABLE {above}"))];
            statements.extend(drop.map(|statement| statement.because(NOT_DECLARED)));
        }
        if changes_parents(&child, cx) && is_last_of(object, cx.source, cx.target, cx) {
            let (columns, checks) = handed_over(&child, cx);
            if !columns.is_empty() || !checks.is_empty() {
                statements.extend(drop_stand_in(object, &child).map(|statement| statement.because(HANDED_OVER)));
            }
        }
        statements.extend(constraint::declared_to_inherit(object, cx));
        statements
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = Vec::new();
        let child = table_of(&object.id);
        // Later parents are dropped first.
        if changes_parents(&child, cx) && is_last_of(object, cx.target, cx.source, cx) {
            let (columns, checks) = handed_over(&child, cx);
            if !columns.is_empty() || !checks.is_empty() {
                let made = inherit_stand_in(&child, columns, checks, cx);
                statements.extend(made.into_iter().map(|statement| statement.because(HANDED_OVER)));
            }
        }
        statements.push(no_inherit(object, &parent(object)));
        if is_last_of(object, cx.target, cx.source, cx) {
            statements.extend(not_null::left_behind(&child, cx));
        }
        statements
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let names = change.old.texts("_parent");
        let Some(aside) = cx.aside.get(&ObjectId::new(Kind::Table, names.iter().copied())) else { return Vec::new() };
        let old = qualified(&[names.first().copied().unwrap_or(""), aside]);
        vec![inherit(change.new, cx), no_inherit(change.new, &old)]
    }
}
