//! Roles that the script needs and the target lacks. Making them is not the script's business (their attributes, memberships and
//! passwords are unknown to it), so that it begins with a statement for each that says so and fails while the role is missing: before
//! anything is changed. Once the role is there, the same script runs.

use super::{Action, Step};
use crate::catalog::ObjectId;
use crate::compare::{Comparison, Difference};
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::kind::Kind;
use crate::statement::Statement;
use std::collections::BTreeMap;

/// How many users of a role are named in the reason.
const NAMED: usize = 5;

/// The steps that stop a script which needs what isn't there. None where the target's roles are not known.
pub(super) fn missing(comparison: &Comparison<'_>) -> Vec<Step> {
    let there = &comparison.target().origin.roles;
    if there.is_empty() {
        return Vec::new();
    }
    let mut missing: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (id, difference) in comparison.differences() {
        let Some(object) = comparison.source().get(id).filter(|_| *difference != Difference::Drop) else { continue };
        for role in object.spec().roles(object) {
            if !there.iter().any(|name| name == role) && !is_made(comparison, role) {
                let (object_type, identity) = super::describe(object, comparison.source(), comparison.target());
                let users = missing.entry(role).or_default();
                let user = format!("{object_type} {identity}");
                if !users.contains(&user) {
                    users.push(user);
                }
            }
        }
    }
    missing.into_iter().map(|(role, users)| step(role, &users)).collect()
}

/// Does the plan itself make the role?
fn is_made(comparison: &Comparison<'_>, role: &str) -> bool {
    comparison.differences().get(&ObjectId::new(Kind::Role, [role])) == Some(&Difference::Create)
}

fn step(role: &str, users: &[String]) -> Step {
    let mut named = users[..users.len().min(NAMED)].join(", ");
    if users.len() > NAMED {
        named.push_str(&format!(" and {} more", users.len() - NAMED));
    }
    let body = format!(
        "BEGIN\n  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {}) THEN\n    RAISE EXCEPTION USING\n      \
         ERRCODE = 'undefined_object',\n      MESSAGE = {},\n      DETAIL = {},\n      HINT = {};\n  END IF;\nEND",
        literal(role),
        literal(&format!("role {} does not exist", quote(role))),
        literal(&format!("The script needs it for {named}.")),
        literal("Create the role, and run the script again: nothing has been changed."),
    );
    let statement = Statement::new(format!("DO {}", literal(&body)))
        .hazard(Hazard::MissingRole)
        .because(format!("the target has no such role, which is needed for {named}"));
    Step {
        id: ObjectId::new(Kind::Owner, ["role", role]),
        object_type: "role",
        identity: quote(role),
        action: Action::Create,
        stage: 1,
        statement,
        cause: None,
        folded: Vec::new(),
    }
}
