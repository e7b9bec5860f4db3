//! Operators, and the pairs that they make: an operator may name a commutator and a negator.
//!
//! CREATE OPERATOR completes a pair from both ends: it makes a shell ([`shell_operator`](super::shell_operator)) of a partner
//! that isn't there yet, and enters itself in one that is and has no partner. DROP takes it out again (pg_operator.c,
//! OperatorUpd). Therefore the first of a pair is made with the name of a second that comes later, and what happens to one
//! end by way of the other needs no statement.

use super::{Change, Context, Kind, ObjectKind, Way};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::quote;
use crate::statement::Statement;

/// CREATE OPERATOR
pub struct Operator;

const LINKS: [&str; 2] = ["commutator", "negator"];

/// The server that can give an operator a partner, and say that it can hash and merge, after it was made.
const LINKS_ALTERABLE: u32 = 170_000;

/// The name in SQL, without the operands. The symbol is made of characters that are no part of anything else.
fn symbol(schema: &str, name: &str) -> String {
    format!("{}.{name}", quote(schema))
}

/// The name with its operands. Types come from the server's deparser and are SQL as they stand.
pub(super) fn signature(id: &ObjectId) -> String {
    format!("{} ({}, {})", symbol(id.part(0), id.part(1)), id.part(2), id.part(3))
}

/// The partner that this link of the operator names.
fn partner(operator: &Object, link: &str) -> Option<ObjectId> {
    let names = operator.texts(link);
    let [schema, name] = names.as_slice() else { return None };
    let (left, right) = (operator.id.part(2), operator.id.part(3));
    let (left, right) = if link == "commutator" { (right, left) } else { (left, right) };
    Some(ObjectId::new(Kind::Operator, [*schema, *name, left, right]))
}

/// Does the partner at this link name the operator in turn?
fn is_mutual(operator: &Object, link: &str, catalog: &Catalog) -> bool {
    let back = partner(operator, link).and_then(|id| catalog.get(&id)).and_then(|other| partner(other, link));
    back.as_ref() == Some(&operator.id)
}

/// Does the link change, as it should, by what is done to the partner?
fn follows(change: &Change<'_>, link: &str, cx: &Context<'_>) -> bool {
    match (partner(change.old, link), partner(change.new, link)) {
        (Some(old), None) => is_mutual(change.old, link, cx.target) && !cx.source.contains(&old),
        (None, Some(new)) => is_mutual(change.new, link, cx.source) && !cx.target.contains(&new),
        _ => false,
    }
}

fn links_alterable(cx: &Context<'_>) -> bool {
    cx.target.origin.server_version_num >= LINKS_ALTERABLE
}

fn in_place(property: &str, change: &Change<'_>, cx: &Context<'_>) -> bool {
    match property {
        "restrict" | "join" => true,
        "hashes" | "merges" => links_alterable(cx) && change.new.flag(property),
        // A shell that is filled stays the partner.
        "commutator_is_shell" | "negator_is_shell" => !change.new.flag(property),
        link if LINKS.contains(&link) => {
            let added = partner(change.old, link).is_none() && partner(change.new, link).is_some();
            follows(change, link, cx) || added && links_alterable(cx)
        }
        _ => false,
    }
}

impl ObjectKind for Operator {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/operator.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "operator"
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(1)
    }

    fn identity(&self, object: &Object) -> String {
        object.text("_identity").map_or_else(|| signature(&object.id), str::to_owned)
    }

    fn reference(&self, object: &Object) -> String {
        format!("OPERATOR {}", signature(&object.id))
    }

    /// Its own name, and those of the shells that its CREATE makes.
    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        let shells = LINKS.iter().filter(|link| object.flag(&format!("{link}_is_shell"))).filter_map(|link| partner(object, link));
        std::iter::once(object.id.clone()).chain(shells).map(|id| ("pg_operator", id.name.to_vec())).collect()
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        if change.properties.iter().all(|property| in_place(property, change, cx)) { Way::InPlace } else { Way::Rebuild }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let mut parts = vec![format!("FUNCTION = {}", object.str("function"))];
        for (word, type_) in [("LEFTARG", object.id.part(2)), ("RIGHTARG", object.id.part(3))] {
            if type_ != "NONE" {
                parts.push(format!("{word} = {type_}"));
            }
        }
        for link in LINKS {
            parts.extend(partner(object, link).map(|id| named(link, &id)));
        }
        parts.extend(["merges", "hashes"].iter().filter(|flag| object.flag(flag)).map(|flag| flag.to_uppercase()));
        for estimator in ["restrict", "join"] {
            parts.extend(object.text(estimator).map(|function| format!("{} = {function}", estimator.to_uppercase())));
        }
        let name = symbol(object.id.part(0), object.id.part(1));
        vec![Statement::new(format!("CREATE OPERATOR {name} (\n    {}\n)", parts.join(",\n    ")))]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropObject)]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let mut settings = Vec::new();
        for estimator in ["restrict", "join"].into_iter().filter(|property| change.has(property)) {
            settings.push(format!("{} = {}", estimator.to_uppercase(), change.new.text(estimator).unwrap_or("NONE")));
        }
        settings.extend(["merges", "hashes"].iter().filter(|flag| change.has(flag)).map(|flag| flag.to_uppercase()));
        for link in LINKS.into_iter().filter(|link| change.has(link) && !follows(change, link, cx)) {
            // One that is made again enters itself.
            let stands = |id: &ObjectId| cx.target.contains(id) && !cx.rebuilt.contains(id);
            settings.extend(partner(change.new, link).filter(stands).map(|id| named(link, &id)));
        }
        if settings.is_empty() {
            return Vec::new();
        }
        vec![Statement::new(format!("ALTER {} SET ({})", self.reference(change.new), settings.join(", ")))]
    }
}

fn named(link: &str, partner: &ObjectId) -> String {
    format!("{} = OPERATOR({})", link.to_uppercase(), symbol(partner.part(0), partner.part(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Origin;
    use serde_json::{Value, json};
    use std::collections::{BTreeMap, BTreeSet};

    fn operator(name: &str, properties: Value) -> Object {
        let properties = properties.as_object().map(|map| map.clone().into_iter().collect()).unwrap_or_default();
        Object { id: ObjectId::new(Kind::Operator, ["s", name, "a", "b"]), parent: None, properties, depends: [].into() }
    }

    fn way(version: u32, target: &[&Object], source: &[&Object]) -> Way {
        let origin = |server_version_num| Origin { server_version_num, ..Origin::default() };
        let catalog = |objects: &[&Object]| Catalog::new(origin(version), objects.iter().map(|object| (*object).clone()));
        let (target, source) = (catalog(target), catalog(source));
        let (options, rebuilt, aside) = (crate::options::Options::default(), BTreeSet::new(), BTreeMap::new());
        let cx = Context { target: &target, source: &source, options: &options, rebuilt: &rebuilt, aside: &aside };
        let id = ObjectId::new(Kind::Operator, ["s", "<", "a", "b"]);
        let (old, new) = (target.get(&id).unwrap(), source.get(&id).unwrap());
        let names: BTreeSet<String> = old.properties.keys().chain(new.properties.keys()).cloned().collect();
        let properties = names.into_iter().filter(|name| old.get(name) != new.get(name)).collect();
        Operator.way(&Change { old, new, properties: &properties }, &cx)
    }

    #[test]
    fn a_pair_is_completed_from_either_end() {
        let (alone, other) = (operator("<", json!({})), operator(">=", json!({})));
        let paired = operator("<", json!({"negator": ["s", ">="]}));
        let back = operator(">=", json!({"negator": ["s", "<"]}));
        assert_eq!(way(150_000, &[&alone], &[&paired, &back]), Way::InPlace);
        assert_eq!(way(150_000, &[&paired, &back], &[&alone]), Way::InPlace);
        // Both are there and stay.
        assert_eq!(way(150_000, &[&alone, &other], &[&paired, &back]), Way::Rebuild);
        assert_eq!(way(170_000, &[&alone, &other], &[&paired, &back]), Way::InPlace);
        // The new one doesn't name this one.
        assert_eq!(way(150_000, &[&alone], &[&paired, &other]), Way::Rebuild);
    }

    #[test]
    fn a_shell_can_be_filled_and_not_emptied() {
        let shell = operator("<", json!({"negator": ["s", ">="], "negator_is_shell": true}));
        let filled = operator("<", json!({"negator": ["s", ">="]}));
        assert_eq!(way(150_000, &[&shell], &[&filled]), Way::InPlace);
        assert_eq!(way(150_000, &[&filled], &[&shell]), Way::Rebuild);
    }
}
