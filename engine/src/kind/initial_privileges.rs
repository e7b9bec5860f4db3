//! Privileges on what initdb or an extension made, and on system columns, where they are not the initial ones.
//!
//! Such an object is there on either side, and only the difference from what it was made with is compared, as pg_dump writes it
//! (getAdditionalACLs in pg_dump.c): what has been `granted` since, and what `revoked`. pg_dump leaves the schema
//! information_schema out, and languages that are no procedural ones; here they are not.

use super::privileges::{Grants, Scribe, of_rows, roles_of_rows};
use super::{Change, Context, DefaultPrivileges, Kind, ObjectKind};
use crate::catalog::{Catalog, Object};
use crate::ident::{qualified, quote};
use crate::statement::Statement;
use std::collections::BTreeSet;

/// GRANT and REVOKE on what is not compared itself
pub struct InitialPrivileges;

/// The types of such objects, as `pg_identify_object` names them.
pub(super) const TYPES: &[&str] = &[
    "table",
    "view",
    "materialized view",
    "foreign table",
    "sequence",
    "table column",
    "view column",
    "materialized view column",
    "foreign table column",
    "function",
    "procedure",
    "aggregate",
    "window function",
    "type",
    "domain",
    "schema",
    "language",
    "foreign-data wrapper",
    "server",
    "foreign server",
    "index",
    "event trigger",
];

/// What a type is called in rows.
pub(super) fn type_of(object: &Object) -> &'static str {
    TYPES.iter().copied().find(|name| *name == object.id.part(0)).unwrap_or("object")
}

fn is_column(object: &Object) -> bool {
    object.id.part(0).ends_with(" column")
}

/// What the object was made with, and what came and went since.
fn with_changes(initial: &Object, changed: Option<&Object>) -> Grants {
    let mut grants = of_rows(initial.array("_initial"));
    let rows = |property| changed.map(|changed| of_rows(changed.array(property))).unwrap_or_default();
    for (key, privileges) in rows("revoked") {
        if let Some(kept) = grants.get_mut(&key) {
            kept.retain(|privilege, _| !privileges.contains_key(privilege));
        }
    }
    for (key, privileges) in rows("granted") {
        grants.entry(key).or_default().extend(privileges);
    }
    grants
}

fn scribe<'a>(object: &'a Object, cx: &Context<'_>) -> Scribe<'a> {
    let word = object.str("_on");
    let name = match object.texts("_qualified") {
        parts if parts.is_empty() => object.id.part(1).to_owned(),
        parts => qualified(&parts),
    };
    let whole = match word {
        "TABLE" => Some(DefaultPrivileges::relation(cx.target.origin.server_version_num)),
        "SEQUENCE" => Some(DefaultPrivileges::sequence()),
        _ => None,
    };
    let column = is_column(object).then(|| quote(object.str("_name")));
    Scribe::of_stranger(format!("{word} {name}"), column, object.str("_owner"), whole)
}

/// REVOKE on a table takes the privileges on its columns with it: those that are wanted are granted again.
fn columns_again(object: &Object, old: &Grants, new: &Grants, cx: &Context<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    if object.str("_on") != "TABLE" || is_column(object) {
        return statements;
    }
    let columns = |catalog: &'_ Catalog| -> Vec<Object> {
        let of_table = |other: &&Object| {
            other.id.kind == Kind::InitialPrivileges && is_column(other) && other.texts("_qualified") == object.texts("_qualified")
        };
        catalog.objects().filter(of_table).cloned().collect()
    };
    for column in columns(cx.source) {
        let scribe = scribe(&column, cx);
        for ((grantor, grantee), wanted) in with_changes(&column, Some(&column)) {
            let key = (grantor, grantee);
            let lost = |privilege: &String| {
                let had = old.get(&key).and_then(|had| had.get(privilege));
                had > new.get(&key).and_then(|kept| kept.get(privilege))
            };
            for option in [false, true] {
                let again = wanted.iter().filter(|(privilege, grantable)| **grantable == option && lost(privilege));
                let again: BTreeSet<&str> = again.map(|(privilege, _)| privilege.as_str()).collect();
                if !again.is_empty() {
                    let granted = scribe.grant(&key.0, &key.1, &again, option);
                    statements.extend(granted.into_iter().map(|grant| grant.because("the REVOKE on the table took it away")));
                }
            }
        }
    }
    statements
}

fn synced(old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Statement> {
    // Another version's object may have been made with other privileges: what counts are the target's.
    let Some(initial) = old.or(new) else { return Vec::new() };
    let (old, new) = (with_changes(initial, old), with_changes(initial, new));
    let mut statements = scribe(initial, cx).sync(&old, &new);
    statements.extend(columns_again(initial, &old, &new, cx));
    statements
}

impl ObjectKind for InitialPrivileges {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/initial_privileges.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        type_of(object)
    }

    fn identity(&self, object: &Object) -> String {
        object.id.part(1).to_owned()
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.str("_name")
    }

    fn schema<'a>(&self, object: &'a Object) -> Option<&'a str> {
        object.text("_schema")
    }

    fn reference(&self, object: &Object) -> String {
        format!("{} {}", object.id.part(0), object.id.part(1))
    }

    fn alters_another(&self) -> bool {
        true
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        roles_of_rows(object.array("granted"))
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        synced(None, Some(object), cx)
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        synced(Some(object), None, cx)
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        synced(Some(change.old), Some(change.new), cx)
    }
}
