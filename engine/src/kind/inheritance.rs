//! Plain inheritance: which tables a table inherits from.

use super::column::clause::locked;
use super::column::lineage::table_of;
use super::conversion::aside_name;
use super::{Change, Context, Folding, Kind, ObjectKind, Survival, Way, constraint};
use crate::catalog::{Object, ObjectId};
use crate::hazard::LockMode;
use crate::ident::qualified;
use crate::statement::Statement;

/// INHERITS
pub struct Inheritance;

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

/// Makes the parent the last one. Without a parent the child's columns and checks would become its own, and the server has no way
/// back from that: meanwhile the child inherits them from a table that is like the parent.
pub(super) fn put_last(link: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let (child, from) = (qualified(link.id.names(2)), parent(link));
    let stand_in = qualified(&[link.id.first(), &aside_name(link.id.part(1))]);
    let of = ObjectId::new(Kind::Table, link.texts("_parent"));
    let checks = cx.source.children_of_kind(&of, Kind::Constraint).filter(|check| constraint::is_inheritable_check(check));
    let mut statements = vec![Statement::new(format!("CREATE TABLE {stand_in} (LIKE {from} INCLUDING GENERATED)"))];
    statements.extend(
        checks.map(|check| Statement::new(format!("ALTER TABLE {stand_in} ADD {} NOT VALID", constraint::clause(check)))),
    );
    statements.push(locked(
        Statement::new(format!("ALTER TABLE {child} INHERIT {stand_in}")),
        LockMode::AccessExclusive,
        &table_of(&link.id),
        cx,
    ));
    statements.extend([no_inherit(link, &from), inherit(link, cx), no_inherit(link, &stand_in)]);
    statements.push(Statement::new(format!("DROP TABLE {stand_in}")));
    let why = "only a parent that is inherited from anew comes last in their order";
    statements.into_iter().map(|statement| statement.because(why)).collect()
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
        statements.extend(constraint::declared_to_inherit(object, cx));
        statements
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![no_inherit(object, &parent(object))]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let names = change.old.texts("_parent");
        let Some(aside) = cx.aside.get(&ObjectId::new(Kind::Table, names.iter().copied())) else { return Vec::new() };
        let old = qualified(&[names.first().copied().unwrap_or(""), aside]);
        vec![inherit(change.new, cx), no_inherit(change.new, &old)]
    }
}
