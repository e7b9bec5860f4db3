//! Collations. Nothing but their owner, name and recorded version can be altered.

use super::conversion::{aside_of, made_anew};
use super::{Change, Context, NotHosted, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::{Hazard, Risk};
use crate::ident::{literal, qualified};
use crate::statement::Statement;
use serde_json::Value;

/// CREATE COLLATION
pub struct Collation;

fn definition(object: &Object) -> String {
    let mut options = vec![format!("provider = {}", object.str("provider"))];
    if object.flag("nondeterministic") {
        options.push("deterministic = false".to_owned());
    }
    let (collate, ctype) = (object.str("lc_collate"), object.str("lc_ctype"));
    match object.text("locale") {
        Some(locale) => options.push(format!("locale = {}", literal(locale))),
        None if collate == ctype => options.push(format!("locale = {}", literal(collate))),
        None => {
            options.push(format!("lc_collate = {}", literal(collate)));
            options.push(format!("lc_ctype = {}", literal(ctype)));
        }
    }
    options.extend(object.text("rules").map(|rules| format!("rules = {}", literal(rules))));
    options.join(", ")
}

impl ObjectKind for Collation {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/collation.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "collation"
    }

    /// The locales of the server's own provider are code points' order: the system has it under these names.
    fn not_hosted(&self, object: &Object, server_version_num: u32) -> Vec<NotHosted> {
        let instead = |name: &'static str, value: Option<&str>, what: Option<&'static str>| NotHosted::Property {
            name,
            instead: value.map(|value| Value::String(value.to_owned())),
            what,
        };
        let mut lost = Vec::new();
        if object.str("provider") == "builtin" && server_version_num < 170_000 {
            let locale = if object.str("locale") == "C" { "C" } else { "C.UTF-8" };
            lost.push(instead("provider", Some("libc"), Some("the provider builtin is not there before PostgreSQL 17")));
            lost.push(instead("locale", None, None));
            lost.extend(["lc_collate", "lc_ctype"].map(|name| instead(name, Some(locale), None)));
        } else if object.str("locale") == "PG_UNICODE_FAST" && server_version_num < 180_000 {
            let what = Some("the locale PG_UNICODE_FAST is not there before PostgreSQL 18");
            lost.push(instead("locale", Some("C.UTF-8"), what));
        }
        if object.get("rules").is_some() && server_version_num < 160_000 {
            lost.push(instead("rules", None, Some("collations have no rules before PostgreSQL 16")));
        }
        lost
    }

    fn reference(&self, object: &Object) -> String {
        format!("COLLATION {}", qualified(&object.id.name))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_collation", object.id.name.to_vec())]
    }

    /// Not a data type, but a part of a column's, which a stand-in for a view has to have.
    fn is_type(&self) -> bool {
        true
    }

    fn rebuild_way(&self) -> Way {
        Way::Convert
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        made_anew(&change.old.id, cx.target)
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("CREATE COLLATION {} ({})", qualified(&object.id.name), definition(object)))]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropType).risk(Risk::Low)]
    }

    /// Always made anew.
    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn set_aside(&self, object: &Object, aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        vec![aside_of(&self.reference(object), aside)]
    }

    fn discard(&self, object: &Object, aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP COLLATION {}", qualified(&[object.id.first(), aside])))]
    }
}
