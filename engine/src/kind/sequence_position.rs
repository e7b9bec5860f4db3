//! Where a sequence goes on that takes the place of another: the column's values stay, and the next one must be new. What was handed
//! out and is in no row any more is known to the old sequence only, so that its position is carried over.

use super::conversion::aside_name;
use super::identity::{column_stands, sequence_name};
use super::sequence::Range;
use super::{Context, Kind};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::ident::{literal, qualified, quote};
use crate::statement::Statement;

/// The sequence `name` goes on where the sequence `old` is, if that is within its bounds.
pub fn carried(name: &str, sequence: &Object, old: &str) -> Statement {
    let Range { min, max, .. } = Range::of(sequence);
    Statement::new(format!(
        "SELECT pg_catalog.setval({}, last_value, is_called)\n  FROM {old}\n WHERE last_value BETWEEN {min} AND {max}",
        literal(name)
    ))
    .because("the sequence goes on where the old one is")
}

/// The sequence that the column of this default or identity owns and has its default from.
fn own_sequence<'a>(column: &Object, catalog: &'a Catalog) -> Option<&'a Object> {
    let default = catalog.get(&ObjectId::new(Kind::ColumnDefault, column.id.name.iter().cloned()))?;
    let sequence = default.depends.iter().find(|needed| needed.kind == Kind::Sequence)?;
    let owner = catalog.get(&ObjectId::new(Kind::SequenceOwner, sequence.name.iter().cloned()))?;
    let is_own = owner.texts("column").into_iter().eq(column.id.name.iter().map(String::as_str));
    catalog.get(sequence).filter(|_| is_own && default.str("expression").starts_with("nextval("))
}

fn aside(sequence: &[String]) -> String {
    qualified(&[sequence.first().map_or("", String::as_str), &aside_name(sequence.last().map_or("", String::as_str))])
}

/// From serial to identity: the sequence that gives way to this identity, and is gone with it.
fn replaced_by<'a>(identity: &Object, cx: &Context<'a>) -> Option<&'a Object> {
    // The option may have it moved away instead.
    let goes = |old: &&Object| !cx.source.contains(&old.id) && cx.options.keep_dropped.is_none();
    own_sequence(identity, cx.target).filter(goes).filter(|_| column_stands(identity, cx))
}

/// Sets a sequence aside that gives way to an identity, instead of dropping it.
pub fn set_aside(sequence: &Object, cx: &Context<'_>) -> Option<Statement> {
    let owner = cx.target.get(&ObjectId::new(Kind::SequenceOwner, sequence.id.name.iter().cloned()))?;
    let identity = cx.source.get(&ObjectId::new(Kind::Identity, owner.texts("column")))?;
    replaced_by(identity, cx).filter(|old| old.id == sequence.id)?;
    let rename =
        format!("ALTER SEQUENCE {} RENAME TO {}", qualified(&sequence.id.name), quote(&aside_name(sequence.id.last())));
    Some(Statement::new(rename).because("the identity goes on where it is"))
}

/// The new identity goes on where the sequence is that was set aside for it.
pub fn take_over(identity: &Object, cx: &Context<'_>) -> Option<[Statement; 2]> {
    let old = aside(&replaced_by(identity, cx)?.id.name);
    Some([
        carried(&sequence_name(identity), identity, &old),
        Statement::new(format!("DROP SEQUENCE {old}")).because("its position was carried over"),
    ])
}

/// From identity to serial: the new sequence of the column.
fn successor<'a>(identity: &Object, cx: &Context<'a>) -> Option<&'a Object> {
    own_sequence(identity, cx.source).filter(|new| !cx.target.contains(&new.id) && column_stands(identity, cx))
}

/// DROP IDENTITY takes the sequence along at once: its position is kept in another for the one that comes.
pub fn keep(identity: &Object, cx: &Context<'_>) -> Option<[Statement; 2]> {
    let kept = aside(&successor(identity, cx)?.id.name);
    let position =
        format!("SELECT pg_catalog.setval({}, last_value, is_called)\n  FROM {}", literal(&kept), sequence_name(identity));
    let statements = [format!("CREATE SEQUENCE {kept} MINVALUE {}", i64::MIN), position];
    Some(statements.map(|sql| Statement::new(sql).because("keeps the position for the sequence that comes")))
}

/// The new sequence of this default goes on where the identity was.
pub fn give_back(default: &Object, cx: &Context<'_>) -> Option<[Statement; 2]> {
    let identity = cx.target.get(&ObjectId::new(Kind::Identity, default.id.name.iter().cloned()))?;
    let new = successor(identity, cx)?;
    let kept = aside(&new.id.name);
    Some([
        carried(&qualified(&new.id.name), new, &kept),
        Statement::new(format!("DROP SEQUENCE {kept}")).because("its position was carried over"),
    ])
}
