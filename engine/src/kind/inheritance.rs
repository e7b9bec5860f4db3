//! Plain inheritance: which tables a table inherits from.

use super::column::clause::{collate, generated, locked};
use super::column::lineage::{stands, table_of};
use super::column::not_null;
use super::conversion::aside_name;
use super::{Change, Context, Folding, Kind, ObjectKind, Survival, Way, constraint};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::LockMode;
use crate::ident::{qualified, quote};
use crate::statement::Statement;

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

/// Makes it, for these columns and checks, and the child inherit from it. It has NOT NULL only where `handed_down` says so.
fn inherit_stand_in(
    child: &ObjectId,
    columns: Vec<&Object>,
    checks: Vec<&Object>,
    handed_down: impl Fn(&Object) -> bool,
) -> Vec<Statement> {
    let (stand_in, child) = (stand_in(child), qualified(&child.name));
    let column = |column: &Object| {
        let generated = column.text("generated").map(|expression| generated(column, expression)).unwrap_or_default();
        format!("{} {}{}{generated}", quote(column.id.last()), column.str("type"), collate(column))
    };
    let clauses: Vec<String> = columns.iter().copied().map(column).collect();
    let mut statements = vec![Statement::new(format!("CREATE TABLE {stand_in} ({})", clauses.join(", ")))];
    // NOT VALID, as the checks: the child's may be so.
    let not_null = |column: &Object| {
        Statement::new(format!("ALTER TABLE {stand_in} ADD NOT NULL {} NOT VALID", quote(column.id.last())))
    };
    statements.extend(columns.into_iter().filter(|column| handed_down(column)).map(not_null));
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

/// Makes the parent the last one.
pub(super) fn put_last(link: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let (child, of) = (table_of(&link.id), ObjectId::new(Kind::Table, link.texts("_parent")));
    let columns = cx.source.children_of_kind(&of, Kind::Column).collect();
    let checks = cx.source.children_of_kind(&of, Kind::Constraint).filter(|check| constraint::is_inheritable_check(check));
    let has_not_null = |column: &Object| not_null::is_constraint(cx) && not_null::hands_down(Some(column));
    let mut statements = inherit_stand_in(&child, columns, checks.collect(), has_not_null);
    statements.extend([no_inherit(link, &parent(link)), inherit(link, cx)]);
    statements.extend(drop_stand_in(link, &child));
    let why = "only a parent that is inherited from anew comes last in their order";
    statements.into_iter().map(|statement| statement.because(why)).collect()
}

/// What a standing child has from its parents all the time, though from one before and from another after.
fn handed_over<'a>(child: &ObjectId, cx: &Context<'a>) -> (Vec<&'a Object>, Vec<&'a Object>) {
    if !stands(child, cx) {
        return (Vec::new(), Vec::new());
    }
    let kept: Vec<ObjectId> = cx
        .source
        .children_of_kind(child, Kind::Inheritance)
        .filter(|link| cx.target.contains(&link.id))
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

/// Is it the last in order of the links to parents that only this catalog has?
fn is_last_of(link: &Object, has: &Catalog, has_not: &Catalog) -> bool {
    let links = has.children_of_kind(&table_of(&link.id), Kind::Inheritance).filter(|other| !has_not.contains(&other.id));
    links.max_by_key(|other| other.int("_position")).is_some_and(|last| last.id == link.id)
}

/// Do parents go, and others come?
fn changes_parents(child: &ObjectId, cx: &Context<'_>) -> bool {
    let links = |catalog: &Catalog, other: &Catalog| {
        catalog.children_of_kind(child, Kind::Inheritance).any(|link| !other.contains(&link.id))
    };
    links(cx.target, cx.source) && links(cx.source, cx.target)
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

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = vec![inherit(object, cx)];
        let child = table_of(&object.id);
        if changes_parents(&child, cx) && is_last_of(object, cx.source, cx.target) {
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
        if changes_parents(&child, cx) && is_last_of(object, cx.target, cx.source) {
            let (columns, checks) = handed_over(&child, cx);
            if !columns.is_empty() || !checks.is_empty() {
                let made = inherit_stand_in(&child, columns, checks, |column| not_null::comes_from_parents_only(column, cx));
                statements.extend(made.into_iter().map(|statement| statement.because(HANDED_OVER)));
            }
        }
        statements.push(no_inherit(object, &parent(object)));
        statements
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let names = change.old.texts("_parent");
        let Some(aside) = cx.aside.get(&ObjectId::new(Kind::Table, names.iter().copied())) else { return Vec::new() };
        let old = qualified(&[names.first().copied().unwrap_or(""), aside]);
        vec![inherit(change.new, cx), no_inherit(change.new, &old)]
    }
}
