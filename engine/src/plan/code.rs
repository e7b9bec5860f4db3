//! Code that nobody sees in a plan: SQL that a function puts together while it runs, and functions of other roles that the server
//! calls for a statement, with the privileges of who deploys.

use super::{Action, Step};
use crate::catalog::{Catalog, ObjectId, Origin};
use crate::hazard::Hazard;
use crate::kind::Kind;
use crate::lex::{self, Token};
use crate::statement::Statement;
use std::collections::BTreeSet;

/// How many functions are named in the reason.
const NAMED: usize = 3;

/// Adds the hazards to steps. `there` is where the plan runs.
pub(super) fn tell(steps: &mut [Step], target: &Catalog, source: &Catalog, there: &Origin) {
    for step in steps.iter_mut().filter(|step| !step.id.is_facet() && step.action != Action::Drop) {
        if is_untrackable(step, target, source) {
            add(step, Hazard::UntrackableDependency, "its text seems to put SQL together while it runs".to_owned());
        }
        // Whose code is trusted is not known without them.
        if there.superusers.is_empty() {
            continue;
        }
        let is_others =
            |(_, owner): &(String, &str)| *owner != there.user && !there.superusers.iter().any(|name| name == owner);
        let others: Vec<String> = called(step, target, source)
            .into_iter()
            .filter(is_others)
            .map(|(function, owner)| format!("{function} of {owner}"))
            .collect();
        if !others.is_empty() {
            let mut named = others[..others.len().min(NAMED)].join(", ");
            if others.len() > NAMED {
                named.push_str(&format!(", {} more", others.len() - NAMED));
            }
            add(step, Hazard::RunsOthersCode, format!("runs {named}"));
        }
    }
}

fn add(step: &mut Step, hazard: Hazard, why: String) {
    let statement = std::mem::replace(&mut step.statement, Statement::new("")).hazard(hazard);
    let reason = statement.reason.iter().cloned().chain([why]).collect::<Vec<_>>().join("; ");
    step.statement = statement.because(reason);
}

/// Does the step bring a body that puts SQL together? That it was there before is no news.
fn is_untrackable(step: &Step, target: &Catalog, source: &Catalog) -> bool {
    let Some(new) = source.get(&step.id).filter(|new| new.id.kind == Kind::Function) else { return false };
    let is_new = target.get(&step.id).is_none_or(|old| old.text("_source") != new.text("_source"));
    // The line is the server's. A default that holds the same is a wrong guess, no more.
    let is_plpgsql = new.str("definition").contains("\n LANGUAGE plpgsql\n");
    is_new && is_plpgsql && step.statement.sql.starts_with("CREATE ") && builds_sql(new.str("_source"))
}

/// Does a body execute what is not there to be read? What EXECUTE finds as one text is (see [`super::callers`]).
fn builds_sql(body: &str) -> bool {
    let tokens: Vec<(Token, String)> = lex::tokens(body)
        .into_iter()
        .filter(|(token, _)| !matches!(token, Token::Space | Token::Comment))
        .map(|(token, text)| (token, if token == Token::Word { text.to_ascii_lowercase() } else { text.to_owned() }))
        .collect();
    let at = |n: usize| tokens.get(n).map_or("", |(_, text)| text.as_str());
    tokens.iter().enumerate().any(|(n, (token, text))| {
        let is_execute = *token == Token::Word && text == "execute";
        // In CREATE TRIGGER, GRANT and REVOKE it is something else.
        let is_other = matches!(at(n + 1), "function" | "procedure" | "on" | ",");
        let is_text = tokens.get(n + 1).is_some_and(|(token, _)| *token == Token::Text);
        is_execute && !is_other && !(is_text && matches!(at(n + 2), ";" | "using" | "into" | "loop"))
    })
}

/// The functions that the server calls while the statement runs, as far as catalogs tell, each with its owner.
fn called<'a>(step: &Step, target: &'a Catalog, source: &'a Catalog) -> BTreeSet<(String, &'a str)> {
    let statement = &step.statement;
    let fires = statement.hazards.contains(&Hazard::EventTriggerFires) && statement.is_remark();
    // Expressions are evaluated where there are rows.
    if !(statement.rewrites || statement.scans || fires) {
        return BTreeSet::new();
    }
    let mut pending: Vec<ObjectId> = std::iter::once(&step.id).chain(&step.folded).cloned().collect();
    // Rows are moved between partitions by INSERT and DELETE.
    let moves = ["INSERT", "WITH"].iter().any(|word| statement.sql.starts_with(word));
    if step.id.kind == Kind::Partition && moves {
        let table = ObjectId::new(Kind::Table, step.id.names(2).iter().cloned());
        pending.extend(target.children_of_kind(&table, Kind::Trigger).map(|trigger| trigger.id.clone()));
    }
    let (mut seen, mut found) = (BTreeSet::new(), BTreeSet::new());
    while let Some(id) = pending.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        let Some(object) = source.get(&id).or_else(|| target.get(&id)) else { continue };
        if id.kind == Kind::Function {
            let owner = source.owner(&id).or_else(|| target.owner(&id));
            found.extend(owner.map(|owner| (object.typed_identity(), owner)));
            continue;
        }
        pending.extend(object.depends.iter().filter_map(|needed| evaluated(needed, source)));
        if id.kind == Kind::Domain {
            pending.extend(source.children_of_kind(&id, Kind::DomainConstraint).map(|constraint| constraint.id.clone()));
        }
    }
    // For an index the server becomes the table's owner, whose own code does nothing that its owner could not.
    let table = source.get(&step.id).filter(|object| object.id.kind == Kind::Index).and_then(|index| index.parent.as_ref());
    let owner = table.and_then(|table| source.owner(table));
    found.retain(|(_, of)| Some(*of) != owner);
    found
}

/// What of that which an expression or a query needs is evaluated with it.
fn evaluated(needed: &ObjectId, source: &Catalog) -> Option<ObjectId> {
    match needed.kind {
        Kind::Function | Kind::Aggregate | Kind::Operator | Kind::Cast | Kind::Domain | Kind::View => Some(needed.clone()),
        // A query depends on the columns that it names.
        Kind::Column => {
            let view = ObjectId::new(Kind::View, needed.names(2).iter().cloned());
            source.contains(&view).then_some(view)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sql_that_is_there_to_be_read_is_not_put_together() {
        assert!(builds_sql("BEGIN EXECUTE format('SELECT %I', a); END"));
        assert!(builds_sql("FOR r IN EXECUTE q LOOP"));
        assert!(builds_sql("RETURN QUERY EXECUTE 'SELECT ' || a;"));
        assert!(!builds_sql("EXECUTE 'SELECT 1' INTO a; -- EXECUTE q"));
        assert!(!builds_sql("RAISE NOTICE 'EXECUTE q'; GRANT EXECUTE ON FUNCTION f() TO alice"));
        assert!(!builds_sql("CREATE TRIGGER t BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()"));
    }
}
