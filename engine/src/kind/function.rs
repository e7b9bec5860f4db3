//! Functions, window functions and procedures.
//!
//! The server's `pg_get_functiondef` is the definition. A change of it is a `CREATE OR REPLACE` wherever the server takes one
//! (src/backend/catalog/pg_proc.c, ProcedureCreate): the kind, the result and the names of arguments stay, and no default goes.

use super::conversion::aside_of;
use super::{Change, Context, DefaultPrivileges, Kind, ObjectKind, Way};
use crate::catalog::{Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{literal, qualified, quote};
use crate::probe::Question;
use crate::statement::Statement;

/// CREATE FUNCTION, CREATE PROCEDURE
pub struct Function;

/// The word for the routine in SQL.
fn word(object: &Object) -> &'static str {
    if object.str("_kind") == "p" { "PROCEDURE" } else { "FUNCTION" }
}

/// `schema.name(types)`. The types come from the server's deparser and are SQL as they stand.
fn signature(object: &Object) -> String {
    signature_of(object, object.id.part(1))
}

/// The same of one that has another name meanwhile.
fn signature_of(object: &Object, name: &str) -> String {
    // A procedure's OUT arguments are not in its identity, but a list of types alone may mean them: `p(IN int, OUT int)` and
    // `p(IN int, IN int)` are both `p(int, int)`.
    let arguments = object.text("_signature").unwrap_or_else(|| object.id.part(2));
    format!("{}({arguments})", qualified(&[object.id.first(), name]))
}

/// The identity of a routine as `pg_identify_object` writes it; facets, which don't carry the text, say the types as SQL does.
pub(super) fn routine_identity(object: &Object) -> String {
    match object.text("_identity") {
        Some(identity) => identity.to_owned(),
        None => format!("{}({})", qualified(object.id.names(2)), object.id.part(2)),
    }
}

/// May `CREATE OR REPLACE` give the arguments these names? A name may be added, not changed.
pub(super) fn input_names_stay(old: &Object, new: &Object) -> bool {
    let named = new.texts("_inputs");
    old.texts("_inputs").iter().enumerate().all(|(at, name)| name.is_empty() || named.get(at) == Some(name))
}

fn replaceable(old: &Object, new: &Object) -> bool {
    let same = |property: &str| old.get(property) == new.get(property);
    let defaults = |object: &Object| object.int("_defaults").unwrap_or(0);
    // A default of a polymorphic argument has the type of its expression, which must not change.
    let polymorphic = old.id.part(2).contains("any");
    same("_kind")
        && same("_returns")
        && same("_outputs")
        && same("_variadic")
        && input_names_stay(old, new)
        && defaults(old) <= defaults(new)
        && !(polymorphic && defaults(old) > 0)
}

/// `ALTER … DEPENDS ON EXTENSION`, and back, from one list of extensions to another.
pub(super) fn depends_on_extensions(reference: &str, old: &[&str], new: &[&str]) -> Vec<Statement> {
    let gone = old.iter().filter(|name| !new.contains(name)).map(|name| ("NO DEPENDS", name));
    let added = new.iter().filter(|name| !old.contains(name)).map(|name| ("DEPENDS", name));
    gone.chain(added)
        .map(|(depends, name)| Statement::new(format!("ALTER {reference} {depends} ON EXTENSION {}", quote(name))))
        .collect()
}

impl ObjectKind for Function {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/function.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        if object.str("_kind") == "p" { "procedure" } else { "function" }
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(1)
    }

    fn identity(&self, object: &Object) -> String {
        routine_identity(object)
    }

    fn reference(&self, object: &Object) -> String {
        format!("{} {}", word(object), signature(object))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges::routine())
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_proc", object.id.name.to_vec())]
    }

    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        if replaceable(change.old, change.new) { Way::InPlace } else { Way::Rebuild }
    }

    /// With a body that needs nothing, for bodies that the server has parsed (BEGIN ATOMIC, RETURN).
    fn stub(&self, object: &Object, _cx: &Context<'_>) -> Option<Vec<Statement>> {
        let definition = object.str("definition");
        // Where the body begins: the line is the server's, and the last of its kind that no string of a default may hold is
        // found from behind the LANGUAGE clause.
        let after_language = definition.find("\n LANGUAGE ")?;
        let starts = ["\nBEGIN ATOMIC\n", "\nRETURN "].iter().filter_map(|start| definition[after_language..].find(start));
        let body = after_language + starts.min()?;
        let sql = format!("{}\nAS {}", &definition[..body], crate::ident::literal("SELECT NULL"));
        Some(vec![Statement::new(sql).because("stands in for the function, which needs what needs it")])
    }

    /// Of relations, only those whose row type is in its signature.
    fn stub_needs(&self, object: &Object, needed: &ObjectId) -> bool {
        let is_relation = matches!(needed.kind, Kind::Table | Kind::View | Kind::MaterializedView);
        let is_named = || {
            let definition = object.str("definition");
            let head = definition.split_once("\n LANGUAGE ").map_or(definition, |(head, _)| head);
            head.contains(&qualified(&needed.name))
        };
        needed.kind.spec().is_type() || needed.kind == Kind::Schema || is_relation && is_named()
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let definition = object.str("definition");
        // Nothing is there to be replaced: should there be, it must not go unnoticed.
        let definition = match definition.strip_prefix("CREATE OR REPLACE ") {
            Some(rest) => format!("CREATE {rest}"),
            None => definition.to_owned(),
        };
        let mut statements = vec![Statement::new(definition)];
        statements.extend(depends_on_extensions(&self.reference(object), &[], &object.texts("extensions")));
        statements
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, _cx: &Context<'_>) -> Vec<Question> {
        let Some(goes) = old.filter(|_| new.is_none()) else { return Vec::new() };
        let query = format!(
            "SELECT CASE WHEN pg_catalog.current_setting('track_functions') <> 'none' THEN \
             (SELECT s.calls FROM pg_catalog.pg_stat_user_functions AS s WHERE s.funcid = {}::pg_catalog.regprocedure) END, NULL",
            literal(&self.identity(goes))
        );
        vec![Question::used(Hazard::DropFunction, "calls of it since the statistics were reset", query)]
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        if super::shell_type::takes_function_along(object, cx) {
            return Vec::new();
        }
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropFunction)]
    }

    fn set_aside(&self, object: &Object, aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        vec![aside_of(&self.reference(object), aside)]
    }

    fn discard(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let drop = Statement::new(format!("DROP {} {}", word(object), signature_of(object, aside)));
        vec![if cx.source.contains(&object.id) { drop } else { drop.hazard(Hazard::DropFunction) }]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let Change { old, new, .. } = *change;
        let mut statements = Vec::new();
        let mut had = old.texts("extensions");
        // No property differs where the function takes the place of its stand-in.
        if change.has("definition") || change.properties.is_empty() {
            statements.push(Statement::new(new.str("definition")));
            // Replacing forgets them.
            had.clear();
        }
        statements.extend(depends_on_extensions(&self.reference(new), &had, &new.texts("extensions")));
        statements
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn function(properties: Value) -> Object {
        let properties = properties.as_object().map(|map| map.clone().into_iter().collect()).unwrap_or_default();
        Object { id: ObjectId::new(Kind::Function, ["s", "F", "integer"]), parent: None, properties, depends: [].into() }
    }

    #[test]
    fn an_argument_may_get_a_name_but_not_another_one() {
        let unnamed = function(json!({"_kind": "f"}));
        let a = function(json!({"_kind": "f", "_inputs": ["a"]}));
        let b = function(json!({"_kind": "f", "_inputs": ["b"]}));
        assert!(replaceable(&unnamed, &a));
        assert!(!replaceable(&a, &b));
        assert!(!replaceable(&a, &unnamed));
    }

    #[test]
    fn a_default_may_be_added_but_not_removed() {
        let (none, one) = (function(json!({})), function(json!({"_defaults": 1})));
        assert!(replaceable(&none, &one));
        assert!(!replaceable(&one, &none));
    }

    #[test]
    fn a_procedure_is_referred_to_with_its_out_arguments() {
        let procedure = function(json!({"_kind": "p", "_signature": "IN a integer, OUT b text"}));
        assert_eq!(procedure.reference(), "PROCEDURE s.\"F\"(IN a integer, OUT b text)");
        assert_eq!(procedure.identity(), "s.\"F\"(integer)");
    }
}
