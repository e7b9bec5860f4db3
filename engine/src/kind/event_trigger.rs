//! Event triggers. They are made after everything else and dropped before it, as pg_dump does it: what a script changes shall
//! neither fire the new ones nor those that go. What of one that stays: see `plan/event_triggers.rs`.

use super::{Change, Context, NotHosted, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, qualified, quote};
use crate::statement::Statement;

/// CREATE EVENT TRIGGER
pub struct EventTrigger;

/// As it is enabled or disabled.
pub(crate) fn set_state(object: &Object) -> Statement {
    Statement::new(format!("ALTER EVENT TRIGGER {} {}", quote(object.id.last()), object.text("enabled").unwrap_or("ENABLE")))
}

/// Is it dropped and made again between the two?
pub(crate) fn is_anew(old: &Object, new: &Object) -> bool {
    ["event", "tags", "function"].iter().any(|property| old.get(property) != new.get(property))
}

impl ObjectKind for EventTrigger {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/event_trigger.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "event trigger"
    }

    fn not_hosted(&self, object: &Object, server_version_num: u32) -> Vec<NotHosted> {
        let is_newer = object.str("event") == "login" && server_version_num < 170_000;
        let what = NotHosted::Whole("there is no event login before PostgreSQL 17: the event trigger is left out");
        is_newer.then_some(what).into_iter().collect()
    }

    fn reference(&self, object: &Object) -> String {
        format!("EVENT TRIGGER {}", quote(object.id.last()))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_event_trigger", object.id.name.to_vec())]
    }

    fn comes_last(&self) -> bool {
        true
    }

    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        if is_anew(change.old, change.new) { Way::Rebuild } else { Way::InPlace }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let tags: Vec<String> = object.texts("tags").into_iter().map(literal).collect();
        let filter = if tags.is_empty() { String::new() } else { format!(" WHEN TAG IN ({})", tags.join(", ")) };
        let sql = format!(
            "CREATE EVENT TRIGGER {} ON {}{filter} EXECUTE FUNCTION {}()",
            quote(object.id.last()),
            quote(object.str("event")),
            qualified(&object.texts("function"))
        );
        std::iter::once(Statement::new(sql)).chain(object.get("enabled").map(|_| set_state(object))).collect()
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP EVENT TRIGGER {}", quote(object.id.last()))).hazard(Hazard::DropTrigger)]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        if change.has("enabled") { vec![set_state(change.new)] } else { Vec::new() }
    }
}
