//! Memberships in roles. From 16 on each has a grantor, and options that before were the member's attribute.

use super::{Change, Context, ObjectKind};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::quote;
use crate::options::ReadScope;
use crate::statement::Statement;

/// GRANT role TO role
pub struct RoleMembership;

/// The server that has options, and a grantor that counts.
const WITH_OPTIONS: u32 = 160_000;

fn has_options(cx: &Context<'_>) -> bool {
    cx.target.origin.server_version_num >= WITH_OPTIONS
}

fn granted_by(object: &Object, cx: &Context<'_>) -> String {
    match object.id.part(2) {
        "" => String::new(),
        grantor if has_options(cx) => format!(" GRANTED BY {}", quote(grantor)),
        _ => String::new(),
    }
}

fn grant(object: &Object, cx: &Context<'_>) -> Statement {
    let mut options = Vec::new();
    if object.flag("admin") {
        options.push("ADMIN OPTION".to_owned());
    }
    if has_options(cx) {
        options.push(format!("INHERIT {}", if object.flag("no_inherit") { "FALSE" } else { "TRUE" }));
        options.push(format!("SET {}", if object.flag("no_set") { "FALSE" } else { "TRUE" }));
    }
    let with = if options.is_empty() { String::new() } else { format!(" WITH {}", options.join(", ")) };
    let (role, member) = (quote(object.id.part(0)), quote(object.id.part(1)));
    Statement::new(format!("GRANT {role} TO {member}{with}{}", granted_by(object, cx))).hazard(Hazard::AuthorizationWidened)
}

fn revoke(object: &Object, what: &str, cx: &Context<'_>) -> Statement {
    let (role, member) = (quote(object.id.part(0)), quote(object.id.part(1)));
    Statement::new(format!("REVOKE {what}{role} FROM {member}{}", granted_by(object, cx)))
        .hazard(Hazard::AuthorizationNarrowed)
}

impl ObjectKind for RoleMembership {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/role_membership.sql"))
    }

    fn scope(&self) -> ReadScope {
        ReadScope::Cluster
    }

    /// As `pg_identify_object` names it.
    fn object_type(&self, _object: &Object) -> &'static str {
        "role membership"
    }

    fn identity(&self, object: &Object) -> String {
        let by = object.id.part(2);
        let by = if by.is_empty() { String::new() } else { format!(" by {}", quote(by)) };
        format!("membership of role {} in role {}{by}", quote(object.id.part(1)), quote(object.id.part(0)))
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(1)
    }

    fn schema<'a>(&self, _object: &'a Object) -> Option<&'a str> {
        None
    }

    fn reference(&self, object: &Object) -> String {
        self.identity(object)
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        object.id.name.iter().map(String::as_str).filter(|role| !role.is_empty()).collect()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        vec![grant(object, cx)]
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        vec![revoke(object, "", cx)]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = Vec::new();
        if change.has("admin") && !change.new.flag("admin") {
            statements.push(revoke(change.new, "ADMIN OPTION FOR ", cx));
        }
        if change.has_any(&["no_inherit", "no_set"]) || change.new.flag("admin") {
            statements.push(grant(change.new, cx));
        }
        statements
    }
}
