//! Identity columns: a sequence that is part of the column.

use super::column::clause::locked;
use super::column::lineage::{stands, table_of};
use super::sequence::{self, Range};
use super::{Change, Context, DefaultPrivileges, Folding, Kind, ObjectKind, Survival, Way, sequence_position};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, LockMode};
use crate::ident::{literal, qualified, quote};
use crate::statement::{Reversibility, Statement};

/// GENERATED … AS IDENTITY
pub struct Identity;

/// `GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME s.q …)`
pub(super) fn clause(object: &Object) -> String {
    let mut options = vec![format!("SEQUENCE NAME {}", sequence_name(object))];
    options.extend(sequence::options(object));
    format!("GENERATED {} AS IDENTITY ({})", object.str("generation"), options.join(" "))
}

/// The sequence, qualified.
pub(super) fn sequence_name(object: &Object) -> String {
    qualified(&object.texts("sequence"))
}

/// A persistence that is not the table's can only be set afterwards.
pub(super) fn persistence(object: &Object) -> Option<Statement> {
    let persistence = object.text("persistence")?;
    Some(Statement::new(format!("ALTER SEQUENCE {} SET {persistence}", sequence_name(object))))
}

/// Where a sequence is put under a column that has values: behind the last of them, if that is within its bounds.
pub(super) fn set_position(name: &[&str], sequence: &Object, column: &ObjectId) -> Statement {
    let Range { min, max, .. } = Range::of(sequence);
    let aggregate = if sequence.int("increment").is_some_and(|increment| increment < 0) { "min" } else { "max" };
    let sequence = qualified(name);
    let name = quote(column.last());
    Statement::new(format!(
        "SELECT pg_catalog.setval({}, pg_catalog.{aggregate}({name}))\n  FROM {}\nHAVING pg_catalog.{aggregate}({name}) BETWEEN {min} AND {max}",
        literal(&sequence),
        qualified(column.names(2))
    ))
    .because("the sequence goes on behind the values that are there")
    .scans()
}

/// Does the column stand all the time, so that it may have values?
pub(super) fn column_stands(object: &Object, cx: &Context<'_>) -> bool {
    let column = ObjectId::new(Kind::Column, object.id.name.iter().cloned());
    stands(&table_of(&object.id), cx) && cx.target.contains(&column) && !cx.rebuilt.contains(&column)
}

/// The sequence has its column's type. Where that gets narrower, the bounds have to be within it before.
fn goes_before_its_type(new: &Object, cx: &Context<'_>) -> bool {
    let width = |type_: &str| ["smallint", "integer", "bigint"].iter().position(|name| *name == type_);
    cx.target.get(&new.id).is_some_and(|old| width(new.str("_type")) < width(old.str("_type")))
}

/// What has to be said about the identity of a column before the column gets its new type.
pub(super) fn before_type_change(column: &ObjectId, cx: &Context<'_>) -> Vec<Statement> {
    let id = ObjectId::new(Kind::Identity, column.name.iter().cloned());
    let both = cx.target.get(&id).zip(cx.source.get(&id));
    match both.filter(|(_, new)| goes_before_its_type(new, cx) && !cx.rebuilt.contains(&id)) {
        Some((old, new)) => {
            let statements = sequence::alterations(old, new, &sequence_name(old), &alter(new), "SET ");
            let lock = |statement| locked(statement, LockMode::AccessExclusive, &table_of(&new.id), cx);
            statements.into_iter().map(lock).collect()
        }
        None => Vec::new(),
    }
}

fn alter(object: &Object) -> String {
    format!("ALTER TABLE {} ALTER COLUMN {}", qualified(object.id.names(2)), quote(object.id.last()))
}

impl ObjectKind for Identity {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/identity.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "identity"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("identity")
    }

    /// Comments and privileges are those of its sequence.
    fn reference(&self, object: &Object) -> String {
        format!("SEQUENCE {}", sequence_name(object))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges::sequence())
    }

    fn folding(&self, _object: &Object) -> Folding {
        Folding { create: true, drop: true }
    }

    /// A column has a default or an identity.
    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        let sequence: Vec<String> = object.texts("sequence").into_iter().map(str::to_owned).collect();
        vec![("pg_class", sequence.clone()), ("pg_type", sequence), ("default", object.id.name.to_vec())]
    }

    /// The server carries it along with its column, also to another type.
    fn survives(&self, _dependent: &Object, _cause: &Object, way: Way) -> Survival {
        if way == Way::Disturbing { Survival::Kept } else { Survival::Rebuilt }
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let add = Statement::new(format!("{} ADD {}", alter(object), clause(object)));
        let mut statements = vec![locked(add, LockMode::AccessExclusive, &table_of(&object.id), cx)];
        statements.extend(persistence(object));
        // What a foreign table shows may not even be readable.
        let foreign = cx.source.get(&table_of(&object.id)).is_some_and(super::table::is_foreign);
        if let Some(taken_over) = sequence_position::take_over(object, cx) {
            statements.extend(taken_over);
        } else if column_stands(object, cx) && !foreign {
            statements.push(set_position(&object.texts("sequence"), object, &object.id));
        }
        statements
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let drop = Statement::new(format!("{} DROP IDENTITY", alter(object)))
            .locks(LockMode::AccessExclusive, qualified(object.id.names(2)));
        match sequence_position::keep(object, cx) {
            Some(kept) => kept.into_iter().chain([drop]).collect(),
            None => vec![drop.hazard(Hazard::DropSequence).reversible(Reversibility::StructureOnly)],
        }
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let (old, new) = (change.old, change.new);
        let name = sequence_name(new);
        let mut statements = Vec::new();
        if change.has("sequence") {
            statements.push(Statement::new(format!("ALTER SEQUENCE {} RENAME TO {}", sequence_name(old), quote(new.texts("sequence").last().unwrap_or(&"")))));
        }
        if change.has("generation") {
            statements.push(Statement::new(format!("{} SET GENERATED {}", alter(new), new.str("generation"))));
        }
        if change.has_any(&sequence::OPTIONS) && !goes_before_its_type(new, cx) {
            statements.extend(sequence::alterations(old, new, &name, &alter(new), "SET "));
        }
        if change.has("persistence") {
            statements.extend(persistence(new).or_else(|| {
                let table = cx.source.get(&table_of(&new.id))?;
                let word = if table.flag("unlogged") { "UNLOGGED" } else { "LOGGED" };
                Some(Statement::new(format!("ALTER SEQUENCE {name} SET {word}")))
            }));
        }
        let table = table_of(&new.id);
        statements.into_iter().map(|statement| locked(statement, LockMode::AccessExclusive, &table, cx)).collect()
    }
}
