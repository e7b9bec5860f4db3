//! Default privileges: what objects that a role will make in future are granted.
//!
//! An entry for all schemas stands in place of the built-in privileges, and the server removes it when it says the same; an
//! entry of one schema adds to them, and is removed when it says nothing (src/backend/catalog/aclchk.c, SetDefaultACL).

use super::privileges::{Grants, Scribe, built_in, parse};
use super::{Change, Context, DefaultPrivileges, Kind, ObjectKind};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::ident::quote;
use crate::statement::Statement;
use std::collections::BTreeSet;

/// ALTER DEFAULT PRIVILEGES
pub struct DefaultPrivilege;

/// The classes of objects, in the words of the statement.
const CLASSES: &[&str] = &["tables", "sequences", "functions", "types", "schemas", "large objects"];

/// What the server grants by itself in a class.
fn built_in_privileges(class: &str, server_version_num: u32) -> DefaultPrivileges {
    match class {
        "tables" => DefaultPrivileges::relation(server_version_num),
        "sequences" => DefaultPrivileges::sequence(),
        "functions" => DefaultPrivileges::routine(),
        "types" => DefaultPrivileges::data_type(),
        "schemas" => DefaultPrivileges { owner: &["USAGE", "CREATE"], public: &[] },
        _ => DefaultPrivileges { owner: &["SELECT", "UPDATE"], public: &[] },
    }
}

fn in_schema(id: &ObjectId) -> Option<&str> {
    Some(id.part(1)).filter(|schema| !schema.is_empty())
}

/// The grants of an entry that isn't there.
fn unsaid(id: &ObjectId, server_version_num: u32) -> Grants {
    match in_schema(id) {
        Some(_) => Grants::new(),
        None => built_in(built_in_privileges(id.part(2), server_version_num)),
    }
}

fn said(object: &Object) -> Grants {
    object.get("grants").and_then(|grants| parse(grants, object.id.part(0))).unwrap_or_default()
}

fn sync(id: &ObjectId, old: &Grants, new: &Grants, cx: &Context<'_>) -> Vec<Statement> {
    let (role, class) = (id.part(0), id.part(2));
    let schema = in_schema(id).map(|schema| format!(" IN SCHEMA {}", quote(schema))).unwrap_or_default();
    let prefix = format!("ALTER DEFAULT PRIVILEGES FOR ROLE {}{schema} ", quote(role));
    let whole = built_in_privileges(class, cx.target.origin.server_version_num);
    Scribe::of_defaults(prefix, class, role, whole).sync(old, new)
}

/// Everyone whom some entry of this catalog grants something on new objects of a kind, in the form that
/// [`undo_default_privileges`](super::privileges::undo_default_privileges) takes. Empty if no entry concerns the kind.
pub fn grantees(catalog: &Catalog, kind: Kind) -> BTreeSet<String> {
    let version = catalog.origin.server_version_num;
    let privileges = kind.spec().default_privileges(version);
    let class = CLASSES.iter().find(|class| Some(built_in_privileges(class, version)) == privileges);
    let entries = catalog.objects().filter(|entry| entry.id.kind == Kind::DefaultPrivilege);
    let entries = entries.filter(|entry| class.is_some_and(|class| entry.id.part(2) == *class));
    // The owner of the new object needn't be the role of the entry: an empty owner keeps the role's name in the list.
    entries
        .filter_map(|entry| parse(entry.get("grants")?, ""))
        .flat_map(|grants| grants.into_keys().flat_map(|(grantor, grantee)| [grantor, grantee]))
        .collect()
}

impl ObjectKind for DefaultPrivilege {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/default_privilege.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "default acl"
    }

    fn identity(&self, object: &Object) -> String {
        let schema = in_schema(&object.id).map(|schema| format!(" in schema {}", quote(schema))).unwrap_or_default();
        format!("for role {}{schema} on {}", quote(object.id.part(0)), object.id.part(2))
    }

    fn schema<'a>(&self, object: &'a Object) -> Option<&'a str> {
        in_schema(&object.id)
    }

    /// It is told by its role.
    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(0)
    }

    fn reference(&self, object: &Object) -> String {
        format!("DEFAULT PRIVILEGES {}", self.identity(object))
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        let rows = object.array("grants").iter();
        let grantees = rows.filter_map(|row| row.get(1).and_then(serde_json::Value::as_str)).map(|name| name.strip_prefix('@').unwrap_or(name));
        std::iter::once(object.id.first()).chain(grantees.filter(|name| !name.starts_with('='))).collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let version = cx.target.origin.server_version_num;
        sync(&object.id, &unsaid(&object.id, version), &said(object), cx)
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let version = cx.target.origin.server_version_num;
        sync(&object.id, &said(object), &unsaid(&object.id, version), cx)
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        sync(&change.new.id, &said(change.old), &said(change.new), cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Origin, Properties};
    use crate::options::Options;
    use serde_json::{Value, json};

    fn entry(schema: &str, class: &str, grants: Value) -> Object {
        let id = ObjectId::new(Kind::DefaultPrivilege, ["Al", schema, class]);
        Object { id, parent: None, properties: Properties::from([("grants".to_owned(), grants)]), depends: [].into() }
    }

    fn catalog(objects: impl IntoIterator<Item = Object>) -> Catalog {
        Catalog::new(Origin { server_version_num: 150_000, ..Origin::default() }, objects)
    }

    fn created(object: &Object) -> Vec<String> {
        let (target, source) = (catalog([]), catalog([object.clone()]));
        let cx = Context {
            target: &target,
            source: &source,
            options: &Options::default(),
            rebuilt: &BTreeSet::new(),
            aside: &Default::default(),
        };
        DefaultPrivilege.create(object, &[], &cx).into_iter().map(|statement| statement.sql).collect()
    }

    #[test]
    fn an_entry_for_all_schemas_starts_from_what_is_built_in() {
        let object = entry("", "functions", json!([["Al", "Al", "EXECUTE", false]]));
        assert_eq!(created(&object), ["ALTER DEFAULT PRIVILEGES FOR ROLE \"Al\" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"]);
        assert_eq!(object.identity(), "for role \"Al\" on functions");
    }

    #[test]
    fn an_entry_of_a_schema_starts_from_nothing() {
        let object = entry("s s", "tables", json!([["Al", null, "SELECT", false], ["Al", "bob", "INSERT", true]]));
        assert_eq!(
            created(&object),
            [
                "ALTER DEFAULT PRIVILEGES FOR ROLE \"Al\" IN SCHEMA \"s s\" GRANT SELECT ON TABLES TO PUBLIC",
                "ALTER DEFAULT PRIVILEGES FOR ROLE \"Al\" IN SCHEMA \"s s\" GRANT INSERT ON TABLES TO bob WITH GRANT OPTION",
            ]
        );
    }

    #[test]
    fn grantees_are_those_of_the_class() {
        let entries =
            [entry("", "tables", json!([["Al", null, "SELECT", false]])), entry("", "types", json!([["Al", "bob", "USAGE", false]]))];
        let names: Vec<String> = grantees(&catalog(entries), Kind::View).into_iter().collect();
        assert_eq!(names, ["=public", "@Al"]);
    }
}
