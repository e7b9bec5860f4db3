//! The pg_dump calls that cover what a plan can lose, and how to get it back.

use crate::catalog::{Catalog, ObjectId};
use crate::compare::Comparison;
use crate::ident::qualified;
use crate::kind::Kind;
use crate::kind::conversion::columns_using;
use crate::options::ReadScope;
use crate::plan::locks::{Children, children};
use crate::plan::{Plan, Step};
use crate::statement::Reversibility;
use std::collections::{BTreeMap, BTreeSet};

/// One row of `backup_commands()`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupRow {
    /// full, schema, globals, tables, restore
    pub purpose: &'static str,
    /// A command for a shell.
    pub command: String,
    /// What it is for.
    pub covers: String,
}

/// The commands; `conninfo` is a libpq connection string to the target, without a password. Files are written to where they are run.
pub fn commands(comparison: &Comparison<'_>, plan: &Plan, conninfo: &str) -> Vec<BackupRow> {
    let name = file_name(&comparison.target().origin.database);
    let row = |purpose, command: &[&str], covers: String| BackupRow { purpose, command: shell(command), covers };
    let dump = |what: &str| format!("{name}-{what}.dump");
    let (full, schema, globals) = (dump("full"), dump("schema"), format!("{name}-globals.sql"));
    let mut rows = vec![
        row(
            "full",
            &["pg_dump", "--format", "custom", "--file", &full, "--dbname", conninfo],
            "everything, with all rows".to_owned(),
        ),
        row(
            "schema",
            &["pg_dump", "--format", "custom", "--schema-only", "--file", &schema, "--dbname", conninfo],
            "all definitions, without rows".to_owned(),
        ),
    ];
    if comparison.options().scope == ReadScope::Cluster {
        rows.push(row(
            "globals",
            &["pg_dumpall", "--globals-only", "--file", &globals, "--dbname", conninfo],
            "roles, memberships and tablespaces of the whole cluster".to_owned(),
        ));
    }
    let Losses { gone, changed } = losses(&plan.forward, comparison.target(), comparison.source());
    let tables = |archive: &str, tables: &Tables| {
        let chosen = tables.keys().flat_map(|table| ["--table", table.as_str()]);
        let dump = ["pg_dump", "--format", "custom", "--file", archive, "--dbname", conninfo];
        row("tables", &dump.into_iter().chain(chosen).collect::<Vec<_>>(), said(tables))
    };
    if !gone.is_empty() {
        let archive = dump("dropped");
        rows.push(tables(&archive, &gone));
        rows.push(row(
            "restore",
            &["pg_restore", "--data-only", "--disable-triggers", "--dbname", conninfo, &archive],
            "the rows of what was dropped, after the rollback script has made it again".to_owned(),
        ));
    }
    if !changed.is_empty() {
        let (archive, beside) = (dump("changed"), format!("{name}_before"));
        rows.push(tables(&archive, &changed));
        rows.push(row(
            "restore",
            &["createdb", "--maintenance-db", conninfo, &beside],
            "a database beside, for the tables as they were".to_owned(),
        ));
        // Of two values for one keyword libpq takes the last.
        let there = format!("{conninfo} dbname={beside}");
        // An archive of tables has neither their schemas nor their types; keys and triggers would only be in the way.
        rows.push(row(
            "restore",
            &["pg_restore", "--section", "pre-data", "--no-owner", "--no-privileges", "--dbname", &there, &schema],
            "the definitions in it".to_owned(),
        ));
        rows.push(row(
            "restore",
            &["pg_restore", "--data-only", "--dbname", &there, &archive],
            "their rows: after the rollback script copy the values over by key".to_owned(),
        ));
    }
    rows
}

/// Relations, each with the steps that lose something of it.
type Tables = BTreeMap<String, BTreeSet<usize>>;

/// What loses rows or values, by relation, and in which steps.
struct Losses {
    gone: Tables,
    changed: Tables,
}

fn losses(steps: &[Step], target: &Catalog, source: &Catalog) -> Losses {
    let mut losses = Losses { gone: BTreeMap::new(), changed: BTreeMap::new() };
    let children = children(target);
    let stays = target.objects().filter(|object| is_relation(&object.id) && source.contains(&object.id));
    let stays: BTreeSet<String> = stays.map(|object| qualified(&object.id.name)).collect();
    for (at, step) in steps.iter().enumerate().filter(|(_, step)| step.statement.reversibility != Reversibility::Lossless) {
        for relation in relations(&step.id, target, &children) {
            let list = if stays.contains(&relation) { &mut losses.changed } else { &mut losses.gone };
            list.entry(relation).or_default().insert(at + 1);
        }
    }
    losses
}

fn is_relation(id: &ObjectId) -> bool {
    matches!(id.kind, Kind::Table | Kind::MaterializedView | Kind::Sequence)
}

/// The relations whose rows a step is about: its own, those that inherit from it, or those that hold values of its type.
fn relations(id: &ObjectId, target: &Catalog, children: &Children) -> BTreeSet<String> {
    let table = |id: &ObjectId| ObjectId::new(Kind::Table, id.names(2).iter().cloned());
    let own: BTreeSet<ObjectId> = if is_relation(id) {
        BTreeSet::from([id.clone()])
    } else if id.kind.spec().is_type() {
        columns_using(id, target).into_iter().map(|column| table(&column.id)).collect()
    } else {
        target.get(id).and_then(|part| part.parent.clone()).filter(is_relation).into_iter().collect()
    };
    let mut queue: Vec<String> = own.iter().filter(|id| target.contains(id)).map(|id| qualified(&id.name)).collect();
    let mut found = BTreeSet::new();
    while let Some(relation) = queue.pop() {
        queue.extend(children.get(&relation).into_iter().flatten().filter(|child| !found.contains(*child)).cloned());
        found.insert(relation);
    }
    found
}

/// `public.a (step 3), public.b (steps 1, 4)`
fn said(tables: &Tables) -> String {
    let one = |(table, steps): (&String, &BTreeSet<usize>)| {
        let numbers: Vec<String> = steps.iter().map(ToString::to_string).collect();
        format!("{table} (step{} {})", if steps.len() == 1 { "" } else { "s" }, numbers.join(", "))
    };
    tables.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What of a name can stand in a file's, whatever the file system.
fn file_name(name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || "_-".contains(c) { c } else { '_' }).collect();
    name.trim_start_matches('-').to_owned()
}

/// The words of a command, quoted for a POSIX shell. There are no null characters in a name.
fn shell(words: &[&str]) -> String {
    shlex::try_join(words.iter().copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_of_the_shell() {
        assert_eq!(shell(&["pg_dump", "--table", "s.\"O'x $(y)\""]), r#"pg_dump --table "s.\"O'x "'$(y)"'"#);
        assert_eq!(file_name("../my db\n"), "___my_db_");
    }
}
