//! The rehearsal of a plan: every step runs in the target, is looked at, and is taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use pgdiff_engine::checklist::about_held;
use pgdiff_engine::hazard::strongest;
use pgdiff_engine::plan::{Plan, Step};
use pgdiff_engine::{Catalog, Comparison, Options};
use pgrx::prelude::*;

use super::transaction::Transaction;
use crate::endpoint::Endpoint;
use crate::error::{Failure, Result, sqlstate_text};

/// What became of a step, or what is left at the end.
pub struct Rehearsed {
    /// Counted from 1 as in the plan; none for what is no step.
    pub step: Option<usize>,
    /// What it does.
    pub action: &'static str,
    /// As `pg_identify_object` names it.
    pub object_type: String,
    /// As `pg_identify_object` writes it.
    pub object_identity: String,
    /// The SQL.
    pub statement: String,
    /// How it ended.
    pub outcome: Outcome,
    /// The locks that it took on relations that were there before, mode and name.
    pub locks: BTreeSet<(String, String)>,
    /// The relations that got a new file.
    pub rewritten: BTreeSet<String>,
}

/// How a step ended.
pub enum Outcome {
    /// It runs, and took this long.
    Ok(Duration),
    /// It fails.
    Failed(Failure),
    /// It can't run like this.
    NotRehearsed(String),
    /// Another one failed before.
    NotRun,
    /// A difference that is left at the end.
    Left,
}

impl Rehearsed {
    fn new(action: &'static str, object_type: &str, object_identity: &str, statement: &str, outcome: Outcome) -> Self {
        Self {
            step: None,
            action,
            object_type: object_type.to_owned(),
            object_identity: object_identity.to_owned(),
            statement: statement.to_owned(),
            outcome,
            locks: BTreeSet::new(),
            rewritten: BTreeSet::new(),
        }
    }

    fn of(number: usize, step: &Step) -> Self {
        let row = Self::new(step.action.as_str(), step.object_type, &step.identity, &step.statement.sql, Outcome::NotRun);
        Self { step: Some(number), ..row }
    }
}

/// The relations that are there at the beginning: OID, name and file.
const RELATIONS: &str = "SELECT c.oid::text, c.oid::regclass::text, pg_catalog.pg_relation_filenode(c.oid)::text FROM pg_catalog.pg_class AS c \
                         WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'v', 'S', 'f', 'i', 'I') AND c.relpersistence <> 't' \
                           AND c.relnamespace <> 'pg_toast'::regnamespace";

/// How many relations are named beforehand; plan() names all.
const ANNOUNCED: usize = 20;

/// What this session locks, and the files of it.
const LOCKS: &str = "SELECT l.relation::text, l.mode, pg_catalog.pg_relation_filenode(l.relation)::text FROM pg_catalog.pg_locks AS l \
                     WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation >= 16384";

/// What is compared at the end.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    /// As it was before.
    pub target: &'a Catalog,
    /// As it is wanted.
    pub source: &'a Catalog,
    /// The caller's.
    pub options: &'a Options,
}

/// Runs the plan in a transaction that is rolled back, and compares what it made with the source.
pub fn rehearse(endpoint: &Endpoint, sides: Sides<'_>, plan: &Plan) -> Result<Vec<Rehearsed>> {
    let mut transaction = Transaction::begin(endpoint, sides.options)?;
    announce(plan);
    if !sides.options.busy {
        refuse_if_busy(&mut transaction, plan)?;
    }
    let mut seen = Seen::begin(&mut transaction)?;
    let mut rows = Vec::new();
    let mut left_out = None;
    let mut goes_on = own_sql(&mut transaction, "pre_script", sides.options.pre_script.as_deref(), &mut rows)?;
    for (at, step) in plan.forward.iter().enumerate() {
        check_for_interrupts!();
        let mut row = Rehearsed::of(at + 1, step);
        if goes_on {
            row.outcome = try_step(&mut transaction, step, left_out)?;
            goes_on = !matches!(row.outcome, Outcome::Failed(_));
            if matches!(row.outcome, Outcome::NotRehearsed(_)) {
                left_out = left_out.or(row.step);
            }
            if matches!(row.outcome, Outcome::Ok(_)) {
                (row.locks, row.rewritten) = seen.look(&mut transaction)?;
            }
        }
        rows.push(row);
    }
    if goes_on && own_sql(&mut transaction, "post_script", sides.options.post_script.as_deref(), &mut rows)? {
        left(&mut transaction, sides, &mut rows)?;
    }
    transaction.roll_back()?;
    Ok(rows)
}

/// Says what is going to be locked.
fn announce(plan: &Plan) {
    let locks = plan.forward.iter().flat_map(|step| &step.statement.locks);
    let strongest = strongest(locks.map(|lock| (lock.relation.as_str(), lock.mode)));
    for (relation, mode) in strongest.iter().take(ANNOUNCED) {
        notice!("dry run locks {relation} in {} mode until it is over", mode.as_str());
    }
    if let Some(more) = strongest.len().checked_sub(ANNOUNCED).filter(|more| *more > 0) {
        notice!("dry run locks {more} more relations until it is over");
    }
}

/// What was seen after the steps so far.
struct Seen {
    /// The relations that were there at the beginning, by OID.
    relations: BTreeMap<String, Relation>,
}

struct Relation {
    name: String,
    file: String,
    modes: BTreeSet<String>,
}

/// Locks, mode and name, and the names of relations that have another file.
type Effects = (BTreeSet<(String, String)>, BTreeSet<String>);

impl Seen {
    /// Looks around before the first step: what the caller holds already is no doing of one.
    fn begin(transaction: &mut Transaction) -> Result<Self> {
        let relations = transaction.ask(RELATIONS)?.into_iter().filter_map(|[oid, name, file]| {
            Some((oid?, Relation { name: name?, file: file.unwrap_or_default(), modes: BTreeSet::new() }))
        });
        let mut seen = Self { relations: relations.collect() };
        seen.look(transaction)?;
        Ok(seen)
    }

    /// What a step added.
    fn look(&mut self, transaction: &mut Transaction) -> Result<Effects> {
        let mut effects = Effects::default();
        for [oid, mode, file] in transaction.ask(LOCKS)? {
            let (Some(oid), Some(mode)) = (oid, mode) else { continue };
            let Some(relation) = self.relations.get_mut(&oid) else { continue };
            if relation.modes.insert(mode.clone()) {
                effects.0.insert((words(&mode), relation.name.clone()));
            }
            if let Some(file) = file.filter(|file| *file != relation.file) {
                relation.file = file;
                effects.1.insert(relation.name.clone());
            }
        }
        Ok(effects)
    }
}

/// `AccessExclusiveLock` as LOCK TABLE writes it.
fn words(mode: &str) -> String {
    let mut words = String::new();
    for character in mode.trim_end_matches("Lock").chars() {
        if character.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(character.to_ascii_uppercase());
    }
    words
}

/// What differs from the source still.
fn left(transaction: &mut Transaction, sides: Sides<'_>, rows: &mut Vec<Rehearsed>) -> Result<()> {
    let immediate = "SET CONSTRAINTS ALL IMMEDIATE";
    if let Err(failure) = transaction.run(immediate)? {
        let database = &sides.target.origin.database;
        rows.push(Rehearsed::new("alter", "database", database, immediate, Outcome::Failed(failure)));
        return Ok(());
    }
    let reached = transaction.catalog(&sides.target.origin, sides.options)?;
    let differences = Comparison::new(&reached, sides.source, sides.options)?.rows();
    rows.extend(differences.iter().map(|row| {
        let details = row.details.to_string();
        Rehearsed::new(row.action, row.object_type, &row.object_identity, &details, Outcome::Left)
    }));
    Ok(())
}

/// Runs the caller's own SQL, if there is any. Does it go on?
fn own_sql(transaction: &mut Transaction, option: &str, sql: Option<&str>, rows: &mut Vec<Rehearsed>) -> Result<bool> {
    let Some(sql) = sql else { return Ok(true) };
    let outcome = match transaction.run(sql)? {
        Ok(took) => Outcome::Ok(took),
        Err(failure) => Outcome::Failed(failure),
    };
    let goes_on = !matches!(outcome, Outcome::Failed(_));
    rows.push(Rehearsed::new("alter", "script", option, sql, outcome));
    Ok(goes_on)
}

/// Runs a step. `left_out` is the first one that was not rehearsed, without whose work others may fail that wouldn't otherwise.
fn try_step(transaction: &mut Transaction, step: &Step, left_out: Option<usize>) -> Result<Outcome> {
    if step.statement.is_remark() {
        return Ok(Outcome::Ok(Duration::ZERO));
    }
    // What builds for others to go on has a form that does the same in a transaction.
    let sql = if step.statement.in_transaction { Some(&step.statement.sql) } else { step.statement.plain.as_ref() };
    let Some(sql) = sql else { return Ok(Outcome::NotRehearsed("it can't run in a transaction".to_owned())) };
    Ok(match transaction.run(sql)? {
        Ok(took) => Outcome::Ok(took),
        // A value of an enum is for use only when it is committed.
        Err(failure) if failure.sqlstate() == PgSqlErrorCode::ERRCODE_UNSAFE_NEW_ENUM_VALUE_USAGE => {
            Outcome::NotRehearsed("it needs what an earlier step made to be committed".to_owned())
        }
        Err(failure) => match left_out {
            Some(step) if sqlstate_text(failure.sqlstate()).starts_with("42") => {
                let message = failure.message();
                Outcome::NotRehearsed(format!("it fails without step {step}, which was not rehearsed: {message}"))
            }
            _ => Outcome::Failed(failure),
        },
    })
}

/// Errors (55006) if somebody else holds locks that the plan would have to wait for.
fn refuse_if_busy(transaction: &mut Transaction, plan: &Plan) -> Result<()> {
    let query = "SELECT l.relation::regclass::text, l.mode, l.pid::text {held} ORDER BY 1, 2, 3";
    let Some(query) = about_held(query, &plan.forward) else { return Ok(()) };
    match transaction.ask(&query)?.first() {
        Some([Some(relation), Some(mode), Some(pid)]) => {
            let message = format!("{relation} is in use, and the dry run would lock it");
            Err(Failure::new(PgSqlErrorCode::ERRCODE_OBJECT_IN_USE, message)
                .detail(format!("Session {pid} holds {}.", words(mode)))
                .hint("Try again at a quiet time, or go ahead with the option \"busy\"; the option \"lock_timeout\" says how long a step waits."))
        }
        _ => Ok(()),
    }
}
