//! What a plan says about locks, rewrites and scans, held against what the server does: each step runs alone, and `pg_locks`, the
//! relations' files and the statistics of the transaction tell.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow, ensure};
use pgdiff_engine::script;
use postgres::{Client, NoTls};
use serde_json::Value;

use crate::case::{Case, Direction};
use crate::law::{Laboratory, Mode, psql};
use crate::pgdiff::{Step, explain};

/// The relations that are there, and which file each has.
const RELATIONS: &str = include_str!("relations.sql");
/// The locks that this transaction holds on relations, leaving out those that every statement takes to read and write rows.
const LOCKS: &str = "SELECT relation, mode FROM pg_catalog.pg_locks WHERE pid = pg_catalog.pg_backend_pid() AND granted \
     AND locktype = 'relation' AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())";
/// Table-level lock modes as `pg_locks` and as `LOCK TABLE` write them, weakest first; the weaker ones, of queries, don't count.
const MODES: [(&str, &str); 5] = [
    ("ShareUpdateExclusiveLock", "SHARE UPDATE EXCLUSIVE"),
    ("ShareLock", "SHARE"),
    ("ShareRowExclusiveLock", "SHARE ROW EXCLUSIVE"),
    ("ExclusiveLock", "EXCLUSIVE"),
    ("AccessExclusiveLock", "ACCESS EXCLUSIVE"),
];
/// How often this session has read each relation from beginning to end, for a query or a command.
const SCANS: &str =
    "SELECT c.oid, pg_catalog.pg_stat_get_xact_numscans(c.oid) FROM pg_catalog.pg_class AS c WHERE c.relkind IN ('r', 'm')";

/// One relation before a step.
struct Relation {
    name: String,
    /// Of its table, where it is an index.
    table: Option<String>,
    file: Option<u32>,
}

type Relations = BTreeMap<u32, Relation>;

/// What a step did, in the words of the plan.
#[derive(Debug, Default, PartialEq, Eq)]
struct Effects {
    lock_mode: Option<&'static str>,
    locked_relations: BTreeSet<String>,
    rewrites: bool,
    scans: bool,
}

/// Runs a case's plan step by step, and compares what each does with what it says.
pub fn prove(laboratory: &Laboratory, case: &Case, direction: Direction) -> Result<()> {
    let (target_side, source_side) = case.sides(direction);
    let (target, source) = laboratory.databases(Mode::Engine)?;
    psql(&target, &target_side.schema).context("making the target")?;
    psql(&source, &source_side.schema).context("making the source")?;
    psql(&target, &target_side.rows).context("filling the target")?;
    let options = Value::Object(target_side.options.clone());
    let mut question = laboratory.question(Mode::Engine, &target, &source, options)?;
    let mut wrong = Vec::new();
    let mut server = Watched::connect(&target.conninfo())?;
    for step in &question.plan()? {
        // What runs in no transaction has let go of its locks when one can look.
        if !step.in_transaction {
            server.client.batch_execute(&step.statement).map_err(|error| anyhow!("{}: {}", step.statement, explain(&error)))?;
            continue;
        }
        let (before, done) = server.run(&step.statement)?;
        let lock_mode = MODES.iter().map(|(_, mode)| *mode).find(|mode| Some(*mode) == step.lock_mode.as_deref());
        let locked = step.locked_relations.iter().filter(|_| lock_mode.is_some()).cloned().collect();
        let said = Effects {
            lock_mode,
            locked_relations: without_indexes(locked, &before),
            rewrites: step.rewrites,
            // What is written anew is read for that.
            scans: step.scans && !step.rewrites,
        };
        if said != done {
            wrong.push(disagreement(step, &said, &done));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// What is said of a step and what it does, where the two differ.
fn disagreement(step: &Step, said: &Effects, done: &Effects) -> String {
    let mut text = step.statement.clone();
    let mut line = |what: &str, said: String, done: String| {
        if said != done {
            text.push_str(&format!("\n    {what}: said {said}, does {done}"));
        }
    };
    line("lock", format!("{:?}", said.lock_mode), format!("{:?}", done.lock_mode));
    line("on", format!("{:?}", said.locked_relations), format!("{:?}", done.locked_relations));
    line("rewrites", said.rewrites.to_string(), done.rewrites.to_string());
    line("scans", said.scans.to_string(), done.scans.to_string());
    text
}

/// A connection that looks at what each statement does.
struct Watched {
    client: Client,
    /// The relations that were there before the first step: the locks on others keep nobody waiting.
    old: BTreeSet<u32>,
}

impl Watched {
    fn connect(conninfo: &str) -> Result<Watched> {
        let mut client = Client::connect(conninfo, NoTls)?;
        // In another time zone than UTC a timestamp that gets one is another value.
        for (name, value) in script::SETTINGS.iter().chain(&[("timezone", "'Asia/Kolkata'")]) {
            client.batch_execute(&format!("SET {name} = {value}"))?;
        }
        let old = relations(&mut client)?.into_keys().collect();
        Ok(Watched { client, old })
    }

    fn run(&mut self, statement: &str) -> Result<(Relations, Effects)> {
        let mut transaction = self.client.transaction()?;
        let mut before = relations(&mut transaction)?;
        before.retain(|oid, _| self.old.contains(oid));
        let scans_before = scans(&mut transaction)?;
        transaction.batch_execute(statement).map_err(|error| anyhow!("{statement}: {}", explain(&error)))?;
        let mut strongest: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for row in transaction.query(LOCKS, &[])? {
            let (relation, mode): (u32, &str) = (row.get(0), row.get(1));
            let (Some(relation), Some(rank)) = (before.get(&relation), MODES.iter().position(|(lock, _)| *lock == mode)) else {
                continue;
            };
            strongest.entry(rank).or_default().insert(relation.name.clone());
        }
        let scans = scans(&mut transaction)?;
        let after = relations(&mut transaction)?;
        transaction.commit()?;
        let rewrites = before
            .iter()
            .any(|(oid, relation)| after.get(oid).is_some_and(|after| relation.file.is_some() && relation.file != after.file));
        let scans = !rewrites && before.keys().any(|relation| scans.get(relation) > scans_before.get(relation));
        let (lock_mode, locked_relations) = strongest
            .pop_last()
            .map_or((None, BTreeSet::new()), |(rank, names)| (Some(MODES[rank].1), without_indexes(names, &before)));
        let done = Effects { lock_mode, locked_relations, rewrites, scans };
        Ok((before, done))
    }
}

/// A table stands for its indexes.
fn without_indexes(names: BTreeSet<String>, relations: &Relations) -> BTreeSet<String> {
    let table = |name: &String| relations.values().find(|relation| relation.name == *name)?.table.as_ref();
    names.iter().filter(|name| table(name).is_none_or(|table| !names.contains(table))).cloned().collect()
}

fn scans(client: &mut impl postgres::GenericClient) -> Result<BTreeMap<u32, i64>> {
    Ok(client.query(SCANS, &[])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

fn relations(client: &mut impl postgres::GenericClient) -> Result<Relations> {
    let relation = |row: postgres::Row| (row.get(0), Relation { name: row.get(1), table: row.get(2), file: row.get(3) });
    Ok(client.query(RELATIONS, &[])?.into_iter().map(relation).collect())
}
