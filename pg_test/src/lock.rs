//! What a plan says about locks, rewrites and scans, held against what the server does: each step runs alone, and `pg_locks`, the
//! relations' files and the server's own messages tell.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, channel};

use anyhow::{Context, Result, anyhow, ensure};
use pgdiff_engine::script;
use postgres::{Client, Config, NoTls};
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
/// How the server's DEBUG1 messages begin where it reads a whole table to check it.
const SCANNING: [&str; 3] = ["verifying table ", "validating foreign key constraint ", "building index "];

/// One relation before a step.
struct Relation {
    name: String,
    /// Without its schema and quotes.
    bare: String,
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
    for step in question.plan()?.iter().filter(|step| step.in_transaction) {
        let (before, done) = server.run(&step.statement)?;
        let locked = without_indexes(step.locked_relations.iter().cloned().collect(), &before);
        let said = Effects {
            lock_mode: MODES.iter().map(|(_, mode)| *mode).find(|mode| Some(*mode) == step.lock_mode.as_deref()),
            locked_relations: locked,
            rewrites: step.rewrites,
            scans: step.scans,
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

/// A connection whose messages are kept.
struct Watched {
    client: Client,
    messages: Receiver<String>,
    /// The relations that were there before the first step: the locks on others keep nobody waiting.
    old: BTreeSet<u32>,
}

impl Watched {
    fn connect(conninfo: &str) -> Result<Watched> {
        let (hear, messages) = channel();
        let mut config: Config = conninfo.parse()?;
        config.notice_callback(move |notice| {
            // Nobody listens only when the connection ends.
            let _ = hear.send(notice.message().to_owned());
        });
        let mut client = config.connect(NoTls)?;
        for (name, value) in script::SETTINGS {
            client.batch_execute(&format!("SET {name} = {value}"))?;
        }
        client.batch_execute("SET client_min_messages = debug1")?;
        let old = relations(&mut client)?.into_keys().collect();
        Ok(Watched { client, messages, old })
    }

    fn run(&mut self, statement: &str) -> Result<(Relations, Effects)> {
        let mut transaction = self.client.transaction()?;
        let mut before = relations(&mut transaction)?;
        before.retain(|oid, _| self.old.contains(oid));
        self.messages.try_iter().for_each(drop);
        transaction.batch_execute(statement).map_err(|error| anyhow!("{statement}: {}", explain(&error)))?;
        let messages: Vec<String> = self.messages.try_iter().collect();
        let mut strongest: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for row in transaction.query(LOCKS, &[])? {
            let (relation, mode): (u32, &str) = (row.get(0), row.get(1));
            let (Some(relation), Some(rank)) = (before.get(&relation), MODES.iter().position(|(lock, _)| *lock == mode)) else {
                continue;
            };
            strongest.entry(rank).or_default().insert(relation.name.clone());
        }
        let after = relations(&mut transaction)?;
        transaction.commit()?;
        let rewrites = before
            .iter()
            .any(|(oid, relation)| after.get(oid).is_some_and(|after| relation.file.is_some() && relation.file != after.file));
        // The messages name relations without their schema.
        let is_old = |message: &str| before.values().any(|relation| message.contains(&format!("\"{}\"", relation.bare)));
        // But a foreign key's message does not name the table that is read.
        let altered = statement.split_once(" ADD ").map_or(statement, |(alter, _)| alter);
        let stands = before.values().any(|relation| altered.ends_with(&relation.name));
        let scans = messages.iter().any(|message| {
            SCANNING.iter().any(|start| message.starts_with(start))
                && (message.starts_with("validating") && stands || is_old(message))
        });
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

fn relations(client: &mut impl postgres::GenericClient) -> Result<Relations> {
    let relation =
        |row: postgres::Row| (row.get(0), Relation { name: row.get(1), bare: row.get(2), table: row.get(3), file: row.get(4) });
    Ok(client.query(RELATIONS, &[])?.into_iter().map(relation).collect())
}
