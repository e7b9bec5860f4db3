//! Operators and support functions of operator families.
//!
//! Some are tied to an operator class, some are the family's alone: the access method decides (`amadjustmembers` in the
//! server's src/backend/access), and pg_dump prints each where it is tied to. `ALTER OPERATOR FAMILY` adds and drops the loose
//! ones; what is tied hard comes and goes with its whole.

use super::operator_family::using;
use super::{Change, Context, Folding, Kind, ObjectKind, Way};
use crate::catalog::{Catalog, Object};
use crate::hazard::Hazard;
use crate::statement::Statement;

/// ALTER OPERATOR FAMILY … ADD
pub struct OpfamilyMember;

/// `OPERATOR 1`, `FUNCTION 2`
fn number(member: &Object) -> &str {
    member.id.part(3)
}

fn is_operator(member: &Object) -> bool {
    number(member).starts_with("OPERATOR")
}

/// As it stands in CREATE OPERATOR CLASS and after ADD. An operator says its types itself.
fn clause(member: &Object) -> String {
    let types = if is_operator(member) { String::new() } else { format!("{} ", member.id.part(4)) };
    format!("{} {types}{}", number(member), member.str("member"))
}

/// The members as clauses, in pg_dump's order.
pub(super) fn clauses(members: &[&Object]) -> Vec<String> {
    let mut members: Vec<&&Object> = members.iter().filter(|part| part.id.kind == Kind::OpfamilyMember).collect();
    let value = |member: &Object| number(member).rsplit(' ').next().and_then(|digits| digits.parse::<u32>().ok());
    members.sort_by_key(|member| (!is_operator(member), value(member), member.id.part(4).to_owned()));
    members.into_iter().map(|member| clause(member)).collect()
}

fn is_of_class(member: &Object) -> bool {
    member.parent.as_ref().is_some_and(|parent| parent.kind == Kind::OperatorClass)
}

/// Does the server tie it to its class also when it is added to the family later? B-tree and hash do so with what is of the
/// class's own type.
fn joins_class(member: &Object, target: &Catalog) -> bool {
    let Some(class) = member.parent.as_ref().and_then(|class| target.get(class)) else { return false };
    let type_ = class.str("type");
    let same = |other: &&Object| other.text("type") == Some(type_) && other.get("family") == class.get("family");
    let classes = target.objects().filter(|object| object.id.kind == Kind::OperatorClass && object.id.part(2) == class.id.part(2));
    ["btree", "hash"].contains(&class.id.part(2))
        && member.id.part(4) == format!("({type_}, {type_})")
        && classes.filter(same).count() == 1
}

fn alter(member: &Object, words: &str) -> Statement {
    Statement::new(format!("ALTER OPERATOR FAMILY {} {words}", using(member.id.names(3))))
}

impl ObjectKind for OpfamilyMember {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/opfamily_member.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        if is_operator(object) { "operator of access method" } else { "function of access method" }
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        number(object)
    }

    fn identity(&self, object: &Object) -> String {
        let said = || format!("{} {} of {}", number(object).to_lowercase(), object.id.part(4), using(object.id.names(3)));
        object.text("_identity").map_or_else(said, str::to_owned)
    }

    fn reference(&self, object: &Object) -> String {
        format!("{} {} OF {}", number(object), object.id.part(4), using(object.id.names(3)))
    }

    fn folding(&self, object: &Object) -> Folding {
        Folding { create: is_of_class(object), drop: true }
    }

    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::Rebuild
    }

    fn goes_with_whole(&self, object: &Object) -> bool {
        object.flag("_hard")
    }

    fn comes_with_whole(&self, object: &Object, target: &Catalog) -> bool {
        is_of_class(object) && !joins_class(object, target)
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        vec![alter(object, &format!("ADD {}", clause(object)))]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![alter(object, &format!("DROP {} {}", number(object), object.id.part(4))).hazard(Hazard::DropObject)]
    }

    /// Always made anew.
    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
