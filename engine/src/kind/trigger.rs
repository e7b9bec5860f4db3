//! Triggers. One that a partition has from its table is here only where it fires at other times than that table's.

use super::ancestry::{attachment, joins, leaves, relation, stands, upper_table};
use super::function::depends_on_extensions;
use super::{Change, Context, Kind, ObjectKind, Way};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::{Hazard, LockMode};
use crate::ident::quote;
use crate::statement::Statement;

/// CREATE TRIGGER
pub struct Trigger;

fn define(object: &Object, or_replace: &str, cx: &Context<'_>) -> Statement {
    let constraint = if object.flag("constraint") { "CONSTRAINT " } else { "" };
    let name = quote(object.id.last());
    let statement = Statement::new(format!("CREATE {or_replace}{constraint}TRIGGER {name} {}", object.str("definition")));
    if stands(object.parent.as_ref(), cx) { statement.locks(LockMode::ShareRowExclusive, relation(object)) } else { statement }
}

/// On a partitioned table this reaches the partitions' clones too.
fn set_state(object: &Object, state: &str) -> Statement {
    Statement::new(format!("ALTER TABLE {} {state} TRIGGER {}", relation(object), quote(object.id.last())))
        .locks(LockMode::ShareRowExclusive, relation(object))
}

fn state(object: &Object) -> &str {
    object.text("enabled").unwrap_or("ENABLE")
}

/// The trigger of this name on the nearest table above that says when it fires.
fn above<'a>(table: &ObjectId, name: &str, catalog: &'a Catalog) -> Option<&'a Object> {
    let mut table = upper_table(table, catalog)?;
    loop {
        let trigger = ObjectId::new(Kind::Trigger, [table.part(0), table.part(1), name]);
        if let Some(trigger) = catalog.get(&trigger) {
            return Some(trigger);
        }
        table = upper_table(&table, catalog)?;
    }
}

impl ObjectKind for Trigger {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/trigger.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "trigger"
    }

    fn identity(&self, object: &Object) -> String {
        format!("{} on {}", quote(object.id.last()), relation(object))
    }

    fn reference(&self, object: &Object) -> String {
        format!("TRIGGER {} ON {}", quote(object.id.last()), relation(object))
    }

    /// CREATE OR REPLACE takes no constraint trigger; on a partitioned table it would reset when the clones fire.
    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        let replaceable = !change.has_any(&["constraint", "clone"]) && !change.new.flag("constraint");
        let in_place =
            change.only(&["enabled", "enabled_above", "extensions"]) || replaceable && !change.new.flag("_partitioned");
        if in_place { Way::InPlace } else { Way::Rebuild }
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        if object.flag("clone") {
            return vec![set_state(object, state(object))];
        }
        let mut statements = vec![define(object, "", cx)];
        statements.extend(object.get("enabled").map(|_| set_state(object, state(object))));
        statements.extend(depends_on_extensions(&self.reference(object), &[], &object.texts("extensions")));
        statements
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let Some(table) = object.parent.as_ref() else { return Vec::new() };
        if object.flag("clone") {
            // The clone itself is the server's: it goes when the partition is detached, and with the trigger above.
            let stays = !leaves(table, cx) && !joins(table, cx) && attachment(table, cx.source).is_some();
            let above = above(table, object.id.last(), cx.source).filter(|above| stays && !cx.rebuilt.contains(&above.id));
            return above.map(|above| set_state(object, state(above))).into_iter().collect();
        }
        let statement = Statement::new(format!("DROP {}", self.reference(object)))
            .locks(LockMode::AccessExclusive, relation(object))
            .hazard(Hazard::DropTrigger);
        vec![statement]
    }

    /// Replacing a trigger makes it fire as a new one does (trigger.c, CreateTriggerFiringOn).
    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = Vec::new();
        if change.has("definition") {
            statements.push(define(change.new, "OR REPLACE ", cx));
            statements.extend(change.new.get("enabled").map(|_| set_state(change.new, state(change.new))));
        } else if change.has_any(&["enabled", "enabled_above"]) {
            statements.push(set_state(change.new, state(change.new)));
        }
        if change.has("extensions") {
            let (old, new) = (change.old.texts("extensions"), change.new.texts("extensions"));
            statements.extend(depends_on_extensions(&self.reference(change.new), &old, &new));
        }
        statements
    }
}
