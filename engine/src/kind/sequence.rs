//! Sequences; not those of identity columns, which are part of the identity.

use super::{Change, Context, DefaultPrivileges, ObjectKind, Survival, Way, sequence_position};
use crate::catalog::Object;
use crate::hazard::{Hazard, LockMode};
use crate::ident::{literal, qualified};
use crate::statement::{Reversibility, Statement};

/// CREATE SEQUENCE
pub struct Sequence;

/// The properties that sequences and identities have in common.
pub(super) const OPTIONS: [&str; 7] = ["type", "increment", "min", "max", "start", "cache", "cycle"];

/// What `CREATE SEQUENCE` and `GENERATED … AS IDENTITY (…)` say about everything that is not as by default.
pub(super) fn options(object: &Object) -> Vec<String> {
    let number = |property: &str, words: &str| object.int(property).map(|value| format!("{words} {value}"));
    [
        object.text("type").map(|type_| format!("AS {type_}")),
        number("start", "START WITH"),
        number("increment", "INCREMENT BY"),
        number("min", "MINVALUE"),
        number("max", "MAXVALUE"),
        number("cache", "CACHE"),
        object.flag("cycle").then(|| "CYCLE".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The bounds of a sequence, and what is its first value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub min: i64,
    pub max: i64,
    pub start: i64,
}

impl Range {
    /// With the server's defaults where nothing is said (src/backend/commands/sequence.c, init_params).
    pub fn of(object: &Object) -> Self {
        let (lowest, highest) = match object.text("type").or(object.text("_type")) {
            Some("smallint") => (i64::from(i16::MIN), i64::from(i16::MAX)),
            Some("integer") => (i64::from(i32::MIN), i64::from(i32::MAX)),
            _ => (i64::MIN, i64::MAX),
        };
        let ascending = object.int("increment").unwrap_or(1) > 0;
        let min = object.int("min").unwrap_or(if ascending { 1 } else { lowest });
        let max = object.int("max").unwrap_or(if ascending { highest } else { -1 });
        Self { min, max, start: object.int("start").unwrap_or(if ascending { min } else { max }) }
    }

    fn holds(self, other: Self) -> bool {
        self.min <= other.min && self.max >= other.max
    }
}

/// What `ALTER SEQUENCE` or `ALTER COLUMN … SET …` has to say, each part after `prefix`, and with the bounds first widened to
/// `widest`.
fn changed(old: &Object, new: &Object, prefix: &str) -> Vec<String> {
    let (before, after) = (Range::of(old), Range::of(new));
    let differs = |property: &str| old.get(property) != new.get(property);
    let mut said = Vec::new();
    if differs("type") {
        said.push(format!("AS {}", new.text("type").unwrap_or("bigint")));
    }
    if differs("increment") {
        said.push(format!("{prefix}INCREMENT BY {}", new.int("increment").unwrap_or(1)));
    }
    // A change of the type, or of the direction, moves bounds that were the default.
    let moved = differs("type") || differs("increment");
    if moved || before.min != after.min {
        said.push(new.int("min").map_or_else(|| format!("{prefix}NO MINVALUE"), |min| format!("{prefix}MINVALUE {min}")));
    }
    if moved || before.max != after.max {
        said.push(new.int("max").map_or_else(|| format!("{prefix}NO MAXVALUE"), |max| format!("{prefix}MAXVALUE {max}")));
    }
    if before.start != after.start {
        said.push(format!("{prefix}START WITH {}", after.start));
    }
    if differs("cache") {
        said.push(format!("{prefix}CACHE {}", new.int("cache").unwrap_or(1)));
    }
    if differs("cycle") {
        said.push(format!("{prefix}{}", if new.flag("cycle") { "CYCLE" } else { "NO CYCLE" }));
    }
    said
}

/// The statements that change the options of the sequence `name`; `alter` begins them, `prefix` goes before each part (`SET `
/// for an identity column).
pub(super) fn alterations(old: &Object, new: &Object, name: &str, alter: &str, prefix: &str) -> Vec<Statement> {
    let said = changed(old, new, prefix);
    if said.is_empty() {
        return Vec::new();
    }
    let (before, after) = (Range::of(old), Range::of(new));
    let mut statements = Vec::new();
    if !after.holds(before) {
        // The server refuses bounds that its position is outside of. The position is brought inside first; for that the old
        // bounds must reach the new ones.
        if before.max < after.min {
            statements.push(Statement::new(format!("{alter} {prefix}MAXVALUE {}", after.min)));
        }
        if before.min > after.max {
            statements.push(Statement::new(format!("{alter} {prefix}MINVALUE {}", after.max)));
        }
        let (min, max) = (after.min, after.max);
        statements.push(
            Statement::new(format!(
                "SELECT pg_catalog.setval({}, CASE WHEN last_value < {min} THEN {min} ELSE {max} END, last_value > {max} AND is_called)\n\
                   FROM {name}\n WHERE last_value < {min} OR last_value > {max}",
                literal(name)
            ))
            .because("the position of the sequence must be within its new bounds")
            .reversible(Reversibility::StructureOnly),
        );
    }
    statements.push(Statement::new(format!("{alter} {}", said.join(" "))));
    statements
}

impl ObjectKind for Sequence {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/sequence.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "sequence"
    }

    fn reference(&self, object: &Object) -> String {
        format!("SEQUENCE {}", qualified(&object.id.name))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges::sequence())
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        // It has no row type, but is refused the name of a type.
        vec![("pg_class", object.id.name.to_vec()), ("pg_type", object.id.name.to_vec())]
    }

    /// It has a position, and nothing that it depends on but its schema.
    fn survives(&self, _dependent: &Object, _cause: &Object, _way: Way) -> Survival {
        Survival::Kept
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let unlogged = if object.flag("unlogged") { "UNLOGGED " } else { "" };
        let mut sql = format!("CREATE {unlogged}SEQUENCE {}", qualified(&object.id.name));
        for option in options(object) {
            sql.push_str(&format!(" {option}"));
        }
        vec![Statement::new(sql)]
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        if let Some(statement) = sequence_position::set_aside(object, cx) {
            return vec![statement];
        }
        let name = qualified(&object.id.name);
        vec![
            Statement::new(format!("DROP SEQUENCE {name}"))
                .locks(LockMode::AccessExclusive, name)
                .hazard(Hazard::DropSequence)
                .reversible(Reversibility::StructureOnly),
        ]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let name = qualified(&change.new.id.name);
        let alter = format!("ALTER SEQUENCE {name}");
        let mut statements = Vec::new();
        if change.has_any(&OPTIONS) {
            statements = alterations(change.old, change.new, &name, &alter, "");
        }
        if change.has("unlogged") {
            let word = if change.new.flag("unlogged") { "UNLOGGED" } else { "LOGGED" };
            statements.push(Statement::new(format!("{alter} SET {word}")));
        }
        statements.into_iter().map(|statement| statement.locks(LockMode::ShareRowExclusive, &name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{ObjectId, Properties};
    use crate::kind::Kind;
    use serde_json::json;

    fn sequence(properties: &[(&str, i64)]) -> Object {
        let properties: Properties = properties.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        Object { id: ObjectId::new(Kind::Sequence, ["s", "q"]), parent: None, properties, depends: Default::default() }
    }

    fn sql(old: &[(&str, i64)], new: &[(&str, i64)]) -> Vec<String> {
        let statements = alterations(&sequence(old), &sequence(new), "s.q", "ALTER SEQUENCE s.q", "");
        statements.into_iter().map(|statement| statement.sql).collect()
    }

    #[test]
    fn a_new_direction_says_both_bounds_and_the_start() {
        let statements = sql(&[], &[("increment", -1)]);
        assert_eq!(statements.last().map(String::as_str), Some("ALTER SEQUENCE s.q INCREMENT BY -1 NO MINVALUE NO MAXVALUE START WITH -1"));
    }

    #[test]
    fn wider_bounds_do_not_touch_the_position() {
        assert_eq!(sql(&[("max", 10)], &[("max", 20)]), ["ALTER SEQUENCE s.q MAXVALUE 20"]);
    }
}
