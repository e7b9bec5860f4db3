//! Subscriptions. No statement contacts the publisher: what is made stands disabled, with the name of its slot, and what is
//! dropped lets go of its slot first. What is left to do by hand the plan says.

use super::foreign_options::revealed;
use super::{Change, Context, NotHosted, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::statement::{Reversibility, Statement};
use serde_json::Value;

/// CREATE SUBSCRIPTION
pub struct Subscription;

/// Stands where no part of the connection string is known, and, as sql/catalog/subscription.sql writes it, where a secret belongs.
const PLACEHOLDER: &str = "fill in the secret";

const SECRETS: &str = "connection_secrets";

fn alter(object: &Object, subcommand: &str) -> Statement {
    Statement::new(format!("ALTER SUBSCRIPTION {} {subcommand}", quote(object.id.last())))
}

fn slot(object: &Object) -> String {
    object.text("slot").map_or_else(|| "NONE".to_owned(), literal)
}

fn publications(object: &Object) -> String {
    object.texts("publications").into_iter().map(quote).collect::<Vec<_>>().join(", ")
}

fn connection(object: &Object) -> String {
    literal(revealed(object, "connection").or_else(|| object.text("connection")).unwrap_or(PLACEHOLDER))
}

/// Says whether the connection string has to be filled in.
fn announced(statement: Statement, object: &Object) -> Statement {
    if object.get(SECRETS).is_none() && object.get("connection").is_some() || revealed(object, "connection").is_some() {
        return statement;
    }
    let why = format!("a secret is never read: put it in the place of '{PLACEHOLDER}' in the connection string");
    let why = statement.reason.as_ref().map_or_else(|| why.clone(), |reason| format!("{why}; {reason}"));
    statement.hazard(Hazard::SecretMissing).because(why)
}

/// What can be said in WITH and in SET, by property.
const PARAMETERS: [&str; 7] =
    ["synchronous_commit", "binary", "streaming", "disable_on_error", "no_password_required", "run_as_owner", "origin"];

fn parameter(object: &Object, property: &str) -> String {
    match property {
        "synchronous_commit" => format!("synchronous_commit = {}", literal(object.text(property).unwrap_or("off"))),
        "streaming" => format!("streaming = {}", object.text(property).unwrap_or("off")),
        "origin" => format!("origin = {}", literal(object.text(property).unwrap_or("any"))),
        "no_password_required" => format!("password_required = {}", !object.flag(property)),
        _ => format!("{property} = {}", object.flag(property)),
    }
}

impl ObjectKind for Subscription {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/subscription.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "subscription"
    }

    fn not_hosted(&self, object: &Object, server_version_num: u32) -> Vec<NotHosted> {
        const NEWER: [(u32, &str, &str); 6] = [
            (150_000, "two_phase", "subscriptions have no two_phase before PostgreSQL 15"),
            (150_000, "disable_on_error", "subscriptions have no disable_on_error before PostgreSQL 15"),
            (160_000, "no_password_required", "subscriptions have no password_required before PostgreSQL 16"),
            (160_000, "run_as_owner", "subscriptions have no run_as_owner before PostgreSQL 16"),
            (160_000, "origin", "subscriptions have no origin before PostgreSQL 16"),
            (170_000, "failover", "subscriptions have no failover before PostgreSQL 17"),
        ];
        let newer = NEWER.into_iter().filter(|(since, name, _)| server_version_num < *since && object.get(name).is_some());
        let mut lost: Vec<NotHosted> =
            newer.map(|(_, name, what)| NotHosted::Property { name, instead: None, what: Some(what) }).collect();
        if object.str("streaming") == "parallel" && server_version_num < 160_000 {
            let what = Some("subscriptions stream in parallel only from PostgreSQL 16 on");
            lost.push(NotHosted::Property { name: "streaming", instead: Some(Value::from("on")), what });
        }
        lost
    }

    fn reference(&self, object: &Object) -> String {
        format!("SUBSCRIPTION {}", quote(object.id.last()))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_subscription", object.id.name.to_vec())]
    }

    fn is_comparable(&self, object: &Object) -> bool {
        object.get("_note").is_none()
    }

    /// Until 17 no ALTER changes two_phase, and that of failover contacts the publisher.
    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        if change.has_any(&["two_phase", "failover"]) { Way::Rebuild } else { Way::InPlace }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        // What streaming is by default has changed with 18.
        let said = PARAMETERS.iter().filter(|property| **property == "streaming" || object.get(property).is_some());
        let mut parameters = vec!["connect = false".to_owned(), format!("slot_name = {}", slot(object))];
        parameters.extend(said.map(|property| parameter(object, property)));
        let only_here = ["two_phase", "failover"].into_iter().filter(|property| object.flag(property));
        parameters.extend(only_here.map(|property| format!("{property} = true")));
        let sql = format!(
            "CREATE SUBSCRIPTION {} CONNECTION {} PUBLICATION {} WITH ({})",
            quote(object.id.last()),
            connection(object),
            publications(object),
            parameters.join(", ")
        );
        let slot = object.text("slot").map_or_else(|| "a slot".to_owned(), |slot| format!("the slot {}", quote(slot)));
        let why = format!(
            "made disabled and without contact to the publisher: make sure that {slot} is there, \
             then ALTER SUBSCRIPTION ... ENABLE and REFRESH PUBLICATION"
        );
        vec![announced(Statement::new(sql).hazard(Hazard::Replication).because(why), object)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = Vec::new();
        if let Some(slot) = object.text("slot") {
            let why = format!("the slot {} at the publisher stays, and keeps WAL: drop it there", quote(slot));
            statements.push(alter(object, "DISABLE").because("only what is disabled lets go of its slot"));
            statements.push(alter(object, "SET (slot_name = NONE)").because(why));
        }
        let drop = Statement::new(format!("DROP {}", self.reference(object)));
        statements.push(drop.hazard(Hazard::DropSubscription).reversible(Reversibility::StructureOnly));
        statements
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let Change { old, new, .. } = *change;
        let mut statements = Vec::new();
        if !self.is_comparable(old) || !self.is_comparable(new) {
            return statements;
        }
        if change.has_any(&["connection", SECRETS]) {
            let statement = announced(alter(new, &format!("CONNECTION {}", connection(new))), new);
            let lost = old.get(SECRETS).is_some() && revealed(old, "connection").is_none();
            statements.push(if lost { statement.reversible(Reversibility::StructureOnly) } else { statement });
        }
        if change.has("slot") && new.get("slot").is_none() {
            statements.push(alter(new, "DISABLE").because("only what is disabled lets go of its slot"));
        }
        if change.has("publications") {
            let why = "without contact to the publisher: ALTER SUBSCRIPTION ... REFRESH PUBLICATION brings the tables";
            let statement = alter(new, &format!("SET PUBLICATION {} WITH (refresh = false)", publications(new)));
            statements.push(statement.hazard(Hazard::Replication).because(why));
        }
        let mut parameters = Vec::new();
        if change.has("slot") {
            parameters.push(format!("slot_name = {}", slot(new)));
        }
        parameters.extend(PARAMETERS.iter().filter(|property| change.has(property)).map(|property| parameter(new, property)));
        if !parameters.is_empty() {
            statements.push(alter(new, &format!("SET ({})", parameters.join(", "))).hazard(Hazard::Replication));
        }
        statements
    }
}
