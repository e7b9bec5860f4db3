//! Event triggers that are there before, during and after a script fire for what it does: those that come are made last, and those
//! that go are dropped first. What they do then is not pgdiff's to know (keep a log, or refuse): each is told by a step that does
//! nothing, or, where the option `event_triggers` asks for it, disabled as long as the script runs.

use super::{Action, Step};
use crate::catalog::Object;
use crate::compare::Comparison;
use crate::hazard::Hazard;
use crate::ident::{comment_text, quote};
use crate::kind::Kind;
use crate::kind::event_trigger::{is_anew, set_state};
use crate::statement::Statement;

/// Does it fire for the statement? Where the words don't say it for sure, it does.
fn fires(trigger: &Object, statement: &Statement) -> bool {
    let text = statement.sql.to_uppercase();
    let has = |word: &str| text.split(|c: char| !c.is_ascii_alphabetic()).any(|other| other == word);
    let is_event = match trigger.str("event") {
        "login" => false,
        "sql_drop" => has("DROP"),
        "table_rewrite" => statement.rewrites,
        _ => true,
    };
    let tags = trigger.texts("tags");
    is_event && (tags.is_empty() || tags.iter().any(|tag| tag.split(' ').all(has)))
}

fn step(trigger: &Object, statement: Statement) -> Step {
    Step {
        id: trigger.id.clone(),
        object_type: trigger.object_type(),
        identity: trigger.identity(),
        action: Action::Alter,
        stage: 1,
        statement,
        cause: None,
        folded: Vec::new(),
    }
}

/// The steps with what is said or done about event triggers around them.
pub(super) fn around(comparison: &Comparison<'_>, steps: Vec<Step>) -> Vec<Step> {
    let (target, source, disable) = (comparison.target(), comparison.source(), comparison.options().disable_event_triggers);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for old in target.objects().filter(|object| object.id.kind == Kind::EventTrigger) {
        let Some(new) = source.get(&old.id).filter(|new| !is_anew(old, new)) else { continue };
        let asleep = matches!(old.text("enabled"), Some("DISABLE" | "ENABLE REPLICA"));
        // Commands on event triggers fire none.
        let mut others = steps.iter().filter(|step| step.id.base().kind != Kind::EventTrigger);
        if asleep || !others.any(|other| fires(old, &other.statement)) {
            continue;
        }
        let name = quote(old.id.last());
        if disable {
            let statement = Statement::new(format!("ALTER EVENT TRIGGER {name} DISABLE"))
                .hazard(Hazard::EventTriggerFires)
                .because("it would fire for what the script does; it is enabled again at the end");
            before.push(step(old, statement));
            if new.text("enabled") != Some("DISABLE") {
                after.push(step(new, set_state(new).because("it was disabled for the script")));
            }
        } else {
            let sql = format!("-- event trigger {} fires for what the script does", comment_text(&name));
            let why = "it is on both sides, so that it is there while the script runs";
            before.push(step(old, Statement::new(sql).hazard(Hazard::EventTriggerFires).because(why)));
        }
    }
    before.into_iter().chain(steps).chain(after).collect()
}
