//! Shell types: names of types that functions may mention before the type is defined.
//!
//! A base type, or a range type with a canonical function, needs functions that need it. The shell breaks the cycle: it comes
//! first, then the functions, then the type itself ([`BaseType`](super::base_type), [`RangeType`](super::range_type)). Going
//! backwards there is no such order: `DROP TYPE … CASCADE` takes the type, its shell and those functions at once.

use super::{Change, Context, Kind, ObjectKind, Way};
use crate::catalog::{Object, ObjectId};
use crate::ident::qualified;
use crate::statement::Statement;
use serde_json::Value;

/// CREATE TYPE without a definition
pub struct ShellType;

/// The type that fills this shell, unless it stays a shell.
fn filled(shell: &Object) -> Option<ObjectId> {
    let kind = match shell.text("fills")? {
        "range type" => Kind::RangeType,
        _ => Kind::BaseType,
    };
    Some(ObjectId { kind, ..shell.id.clone() })
}

/// Is this function of the target one that goes with its type, because it is the type's input, output, canonical or similar
/// function and the type is dropped or made anew?
pub fn takes_function_along(function: &Object, cx: &Context<'_>) -> bool {
    function.depends.iter().filter(|needed| needed.kind == Kind::ShellType).any(|shell| {
        let type_ = cx.target.get(shell).and_then(filled).and_then(|id| cx.target.get(&id));
        type_.is_some_and(|type_| {
            type_.depends.contains(&function.id) && (!cx.source.contains(&type_.id) || cx.rebuilt.contains(&type_.id))
        })
    })
}

impl ObjectKind for ShellType {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/shell_type.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        if filled(object).is_some() { "shell type" } else { "type" }
    }

    fn reference(&self, object: &Object) -> String {
        format!("TYPE {}", qualified(&object.id.name))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_type", object.id.name.to_vec())]
    }

    fn is_type(&self) -> bool {
        true
    }

    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        let filled_now = change.old.text("fills").is_none();
        let storage_freed = change.only(&["plain"]) && change.old.flag("plain");
        if filled_now || storage_freed { Way::InPlace } else { Way::Rebuild }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let statement = Statement::new(format!("CREATE TYPE {}", qualified(&object.id.name)));
        match filled(object) {
            Some(_) => vec![statement.because("a shell, which the type's own functions mention before the type is defined")],
            None => vec![statement],
        }
    }

    /// The shell of a type goes with the type.
    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        match filled(object) {
            Some(_) => Vec::new(),
            None => vec![Statement::new(format!("DROP TYPE {}", qualified(&object.id.name)))],
        }
    }

    /// What can change in place is done by the type that fills it.
    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}

/// A property of the shell's as SQL, as it stands in CREATE TYPE.
pub(super) fn parameter(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
