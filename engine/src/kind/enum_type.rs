//! Enum types. Values can be added anywhere, but neither removed nor moved: then the type is made anew.

use super::conversion::{aside_of, in_columns, made_anew, type_privileges, used_by_columns};
use super::{Change, Context, DefaultPrivileges, ObjectKind, Way};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, Risk};
use crate::ident::{literal, qualified, quote};
use crate::probe::Question;
use crate::statement::Statement;
use serde_json::Value;
use std::collections::BTreeSet;

/// CREATE TYPE AS ENUM
pub struct EnumType;

/// Is `old` what is left of `new` when some values are taken out?
fn only_added(old: &[&str], new: &[&str]) -> bool {
    let mut rest = new.iter();
    old.iter().all(|label| rest.any(|candidate| candidate == label))
}

/// What follows `ADD VALUE`, in an order in which each new value's neighbour is there already.
fn additions<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(&'a str, String)> {
    let mut additions = Vec::new();
    for (at, label) in new.iter().enumerate().filter(|(_, label)| !old.contains(label)) {
        let any_old_later = new[at..].iter().find(|later| old.contains(later));
        let place = match (any_old_later, at.checked_sub(1)) {
            (None, _) => String::new(),
            (Some(first), None) => format!(" BEFORE {}", literal(first)),
            (Some(_), Some(before)) => format!(" AFTER {}", literal(new[before])),
        };
        additions.push((*label, format!("{}{place}", literal(label))));
    }
    additions
}

/// Objects of the source that differ from the target's and need the type, directly or not: where a new value may be used at
/// once, for a default, a check or a partition's bounds, which the server allows only after a commit (55P04).
fn changed_users<'a>(type_: &ObjectId, cx: &Context<'a>) -> Vec<&'a Object> {
    let mut reached: BTreeSet<&ObjectId> = BTreeSet::from([type_]);
    loop {
        let before = reached.len();
        let users = cx.source.objects().filter(|object| !object.id.is_facet());
        reached.extend(users.filter(|o| o.depends.iter().any(|needed| reached.contains(needed))).map(|o| &o.id).collect::<Vec<_>>());
        if reached.len() == before {
            break;
        }
    }
    let objects = reached.into_iter().filter(|id| *id != type_).filter_map(|id| cx.source.get(id));
    objects.filter(|object| cx.target.get(&object.id).is_none_or(|old| old.properties != object.properties)).collect()
}

/// The deparser never writes a constant in the `E''` form.
fn mentions(object: &Object, label: &str) -> bool {
    let constant = format!("'{}'", label.replace('\'', "''"));
    object.properties.values().any(|value| has_text(value, &constant))
}

fn has_text(value: &Value, needle: &str) -> bool {
    match value {
        Value::String(text) => text.contains(needle),
        Value::Array(values) => values.iter().any(|value| has_text(value, needle)),
        _ => false,
    }
}

impl ObjectKind for EnumType {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/enum_type.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "type"
    }

    fn reference(&self, object: &Object) -> String {
        format!("TYPE {}", qualified(&object.id.name))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        type_privileges()
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_type", object.id.name.to_vec())]
    }

    fn is_type(&self) -> bool {
        true
    }

    fn rebuild_way(&self) -> Way {
        Way::Convert
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        if only_added(&change.old.texts("labels"), &change.new.texts("labels")) {
            Way::InPlace
        } else {
            made_anew(&change.old.id, cx.target)
        }
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        let (Some(old), Some(new)) = (old, new) else { return Vec::new() };
        let kept = new.texts("labels");
        let removed: Vec<String> = old.texts("labels").into_iter().filter(|label| !kept.contains(label)).map(literal).collect();
        if removed.is_empty() {
            return Vec::new();
        }
        let removed = removed.join(", ");
        let condition = |column: &str, brackets: &str| match brackets {
            "" => format!("{column}::text IN ({removed})"),
            _ => format!("{column}::text[] && ARRAY[{removed}]"),
        };
        in_columns(&old.id, Hazard::RemoveEnumValue, "values that are removed", true, condition, cx)
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let labels: Vec<String> = object.texts("labels").into_iter().map(literal).collect();
        let labels = if labels.is_empty() { String::new() } else { format!("\n    {}\n", labels.join(",\n    ")) };
        vec![Statement::new(format!("CREATE TYPE {} AS ENUM ({labels})", qualified(&object.id.name)))]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP TYPE {}", qualified(&object.id.name))).hazard(Hazard::DropType)]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let (old, new) = (change.old.texts("labels"), change.new.texts("labels"));
        let additions = additions(&old, &new);
        let users = if additions.is_empty() { Vec::new() } else { changed_users(&change.new.id, cx) };
        let add = |(label, value): (&str, String)| {
            let sql = format!("ALTER TYPE {} ADD VALUE {value}", qualified(&change.new.id.name));
            let mut statement = Statement::new(sql).hazard(Hazard::CannotBeUndone).risk(Risk::Low);
            statement.commit_after = users.iter().any(|user| mentions(user, label));
            statement
        };
        additions.into_iter().map(add).collect()
    }

    fn set_aside(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let mut rename = aside_of(&self.reference(object), aside);
        if used_by_columns(&object.id, cx.target) {
            rename = rename.hazard(Hazard::RebuildType);
        }
        let kept = cx.source.get(&object.id).map(|new| new.texts("labels")).unwrap_or_default();
        if object.texts("labels").iter().any(|label| !kept.contains(label)) {
            rename = rename.hazard(Hazard::RemoveEnumValue);
        }
        vec![rename]
    }

    fn discard(&self, object: &Object, aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP TYPE {}.{}", quote(object.id.first()), quote(aside)))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_added_next_to_ones_that_stand() {
        let added = |old: &[&'static str], new: &[&'static str]| {
            additions(old, new).into_iter().map(|(_, value)| value).collect::<Vec<_>>()
        };
        assert_eq!(added(&["b", "d"], &["a", "a2", "b", "c", "d", "e", "f"]), [
            "'a' BEFORE 'b'",
            "'a2' AFTER 'a'",
            "'c' AFTER 'b'",
            "'e'",
            "'f'"
        ]);
        assert_eq!(added(&[], &["x'y", "z"]), ["'x''y'", "'z'"]);
    }

    #[test]
    fn a_value_moved_is_not_only_added() {
        assert!(only_added(&["a", "c"], &["a", "b", "c"]));
        assert!(!only_added(&["a", "c"], &["c", "b", "a"]));
        assert!(!only_added(&["a", "c"], &["a", "b"]));
    }
}
