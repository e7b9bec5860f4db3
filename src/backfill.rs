//! An update of a large table in batches, each committed by itself.
//!
//! It goes along a key, so that every row has its turn exactly once, wherever an update puts it. Each batch locks its rows first and passes over
//! those that somebody else holds: nobody waits for whom it would wait for. A loop that ends when SKIP LOCKED finds no more rows leaves these
//! behind; here their keys are written down in the batch's own transaction, and done at the end, waiting. The position is written there as well,
//! so that nothing is done twice or left out, whenever the session is killed. Where there is a condition, the last look is for rows for
//! which it still holds: new ones, behind the position, bring another pass.

use std::time::{Duration, Instant};

use pgdiff_engine::lex::{Token, name, tokens};
use pgrx::JsonB;
use pgrx::datum::DatumWithOid;
use pgrx::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::endpoint::{Pinned, select, sleep};
use crate::error::{Failure, Result, catch};
use crate::procedure::{commit, with_snapshot};
use crate::record;
use crate::subtransaction::attempt;

/// The first half of the key of the session lock that a backfill holds: "pgdi". The second is its number.
const LOCK: i32 = 0x7067_6469;

/// How often the table is gone through at most: writers that make such rows all the time make no end.
const PASSES: i32 = 5;

/// How often psql is told how far it is.
const TOLD: Duration = Duration::from_secs(5);

/// The options.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    /// Rows in a batch.
    batch_rows: u32,
    /// Milliseconds between two batches.
    pause: u32,
    /// How long is waited for a row at the end, each time, as SET takes it.
    lock_timeout: String,
    /// Seconds that a standby may be behind before the next batch begins; none is without end.
    max_lag: Option<f64>,
    /// Other sessions that may be at work before the next batch begins.
    max_active: Option<u32>,
    /// Stops after so many batches.
    max_batches: Option<u64>,
}

impl Default for Options {
    fn default() -> Self {
        Self { batch_rows: 5000, pause: 0, lock_timeout: "1s".to_owned(), max_lag: None, max_active: None, max_batches: None }
    }
}

/// What is asked for.
pub struct Asked<'a> {
    /// The table.
    pub relation: Option<&'a str>,
    /// What stands behind SET.
    pub assignments: Option<&'a str>,
    /// Which rows still want it.
    pub condition: Option<&'a str>,
    /// The options.
    pub options: Option<Value>,
}

/// A backfill as it is stored.
#[derive(Debug, Deserialize)]
struct Stored {
    relation: String,
    assignments: String,
    condition: Option<String>,
    options: Value,
    state: String,
    pass: i32,
    part: Option<String>,
    position: Option<Vec<String>>,
    rows_done: i64,
    rows_estimated: Option<i64>,
}

/// A table that holds rows, and its key: quoted names and types.
#[derive(Debug, Deserialize)]
struct Part {
    name: String,
    kind: String,
    rows: i64,
    columns: Option<Vec<(String, String)>>,
}

/// Begins one, or goes on with that of a number, to its end.
pub fn backfill(asked: Asked<'_>, id: Option<i64>) -> Result<i64> {
    let (id, changed) = match id {
        Some(id) => (id, asked.options),
        None => (begin(asked)?, None),
    };
    lock(id)?;
    // Only now: who held the lock wrote its position until then.
    let done = go_on(id, changed);
    unlock(id)?;
    done.map(|()| id)
}

fn go_on(id: i64, changed: Option<Value>) -> Result<()> {
    let mut stored = read(id)?;
    if stored.state == "done" {
        notice!("backfill {id} is done already");
        return Ok(());
    }
    if let Some(given) = changed {
        stored.options = merged(&stored.options, &given);
        options(&stored.options)?;
        let sql = "UPDATE pgdiff.backfill SET options = $2 WHERE backfill_id = $1";
        write(sql, &[id.into(), JsonB(stored.options.clone()).into()])?;
    }
    let ended = Work::open(id, stored).and_then(|mut work| work.run());
    end(id, &ended)?;
    ended.map(|_| ())
}

fn failed_argument(message: &str, hint: &str) -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, message).hint(hint)
}

/// Checks what is asked for, and writes it down.
fn begin(asked: Asked<'_>) -> Result<i64> {
    const HOW: &str = "CALL pgdiff.backfill('shop.item', 'price_cents = price * 100', 'price_cents IS NULL').";
    let (Some(relation), Some(assignments)) = (asked.relation, asked.assignments) else {
        return Err(failed_argument("a backfill takes a relation and assignments, or the number of one that was begun", HOW));
    };
    one_list("assignments", assignments, &["where", "from", "returning"])?;
    if let Some(condition) = asked.condition {
        one_list("condition", condition, &["returning"])?;
    }
    let given = asked.options.unwrap_or_else(|| json!({}));
    sees_load(&options(&given)?)?;
    let parts = with_snapshot(|| parts(relation))?;
    let rows: i64 = parts.iter().map(|part| part.rows.max(0)).sum();
    let arguments: [DatumWithOid; 5] =
        [relation.into(), assignments.into(), asked.condition.into(), JsonB(given).into(), rows.into()];
    let sql = "INSERT INTO pgdiff.backfill (relation, assignments, condition, options, rows_estimated) VALUES ($1, $2, $3, $4, $5) \
               RETURNING backfill_id";
    let id = with_snapshot(|| {
        let _pinned = Pinned::path()?;
        record::returning(sql, &arguments)
    })?;
    commit()?;
    Ok(id)
}

/// Is it one list of expressions, which ends where it seems to?
fn one_list(what: &str, text: &str, words: &[&str]) -> Result<()> {
    let mut depth = 0;
    for (token, part) in tokens(text) {
        let ends = match part {
            "(" | "[" => {
                depth += 1;
                false
            }
            ")" | "]" => {
                depth -= 1;
                depth < 0
            }
            ";" => true,
            _ => token == Token::Word && depth == 0 && name(token, part).is_some_and(|word| words.contains(&word.as_str())),
        };
        if ends {
            let message = format!("{what} must not hold \"{part}\" here");
            return Err(failed_argument(
                &message,
                "They are what stands behind SET, and behind WHERE, of one UPDATE; names are qualified.",
            ));
        }
    }
    if depth != 0 || text.trim().is_empty() {
        return Err(failed_argument(
            &format!("{what} must be complete expressions"),
            "They are what stands behind SET, and behind WHERE, of one UPDATE.",
        ));
    }
    Ok(())
}

/// The options of a backfill that goes on: what is given now counts, and null is the default again.
fn merged(stored: &Value, given: &Value) -> Value {
    let (Some(stored), Some(given)) = (stored.as_object(), given.as_object()) else { return given.clone() };
    let mut all = stored.clone();
    all.extend(given.clone());
    all.retain(|_, value| !value.is_null());
    Value::Object(all)
}

fn options(given: &Value) -> Result<Options> {
    const VALID: &str = "Valid options are batch_rows, pause (milliseconds), lock_timeout, max_lag (seconds), max_active (sessions), max_batches.";
    let options: Options = serde_json::from_value(given.clone())
        .map_err(|error| failed_argument("invalid options of a backfill", VALID).detail(format!("{error}.")))?;
    if options.batch_rows == 0 {
        return Err(failed_argument("option \"batch_rows\" must be at least 1", VALID));
    }
    Ok(options)
}

/// Errors (42501) where it is to pause for what this role is not shown, and so never would.
fn sees_load(options: &Options) -> Result<()> {
    let option = match options {
        Options { max_lag: Some(_), .. } => "max_lag",
        Options { max_active: Some(_), .. } => "max_active",
        _ => return Ok(()),
    };
    let query = "SELECT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE'), pg_catalog.quote_ident(current_user)";
    let seen = with_snapshot(|| select(query, &[], |row| Ok((row.get::<bool>(1)?, row.get::<String>(2)?))))?;
    let Some((Some(false), Some(role))) = seen.into_iter().next() else { return Ok(()) };
    Err(Failure::new(
        PgSqlErrorCode::ERRCODE_INSUFFICIENT_PRIVILEGE,
        format!("option \"{option}\" takes the privileges of the role pg_monitor"),
    )
    .detail("Without them the server shows neither how far standbys are behind nor which sessions of others are at work, and nothing would ever pause.")
    .hint(format!("GRANT pg_monitor TO {role}, or leave the option out.")))
}

/// The tables that hold the rows. Errors (0A000) where one can't be gone through.
fn parts(relation: &str) -> Result<Vec<Part>> {
    let _pinned = Pinned::path()?;
    let query = include_str!("../sql/backfill/parts.sql");
    let rows = select(query, &[relation.into()], |row| Ok(row.get::<JsonB>(1)?))?;
    let mut parts = Vec::new();
    for JsonB(row) in rows.into_iter().flatten() {
        let part: Part = serde_json::from_value(row).map_err(|error| {
            Failure::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, "unexpected answer").detail(error.to_string())
        })?;
        if part.kind != "r" {
            return Err(Failure::new(PgSqlErrorCode::ERRCODE_WRONG_OBJECT_TYPE, format!("{} is not a table", part.name))
                .hint("A backfill goes through tables, and the partitions of partitioned ones."));
        }
        if part.columns.is_none() {
            return Err(Failure::new(PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED, format!("table {} has no key to go along", part.name))
                .detail("It takes a valid unique btree index, without predicate and expressions, in ascending order, whose columns are NOT NULL.")
                .hint("CREATE UNIQUE INDEX CONCURRENTLY makes one."));
        }
        parts.push(part);
    }
    Ok(parts)
}

fn read(id: i64) -> Result<Stored> {
    let found = with_snapshot(|| {
        let _pinned = Pinned::path()?;
        select(include_str!("../sql/backfill/read.sql"), &[id.into()], |row| Ok(row.get::<JsonB>(1)?))
    })?;
    let Some(JsonB(value)) = found.into_iter().next().flatten() else {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, format!("backfill {id} does not exist"))
            .hint("SELECT backfill_id, state, relation FROM pgdiff.backfill shows those that you may see."));
    };
    serde_json::from_value(value).map_err(|error| {
        Failure::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, "the record of the backfill can't be read")
            .detail(error.to_string())
    })
}

fn lock(id: i64) -> Result<()> {
    let query = format!("SELECT pg_catalog.pg_try_advisory_lock({LOCK}, ($1 % 2147483647)::int4)");
    let locked = with_snapshot(|| select(&query, &[id.into()], |row| Ok(row.get::<bool>(1)?)))?;
    if locked.into_iter().next().flatten() == Some(true) {
        return Ok(());
    }
    Err(Failure::new(PgSqlErrorCode::ERRCODE_OBJECT_IN_USE, format!("backfill {id} is at work in another session"))
        .hint("pgdiff.backfill shows how far it is."))
}

fn unlock(id: i64) -> Result<()> {
    let query = format!("SELECT pg_catalog.pg_advisory_unlock({LOCK}, ($1 % 2147483647)::int4)");
    with_snapshot(|| select(&query, &[id.into()], |_| Ok(()))).map(|_| ())
}

/// How it ended.
enum Ended {
    Done,
    Stopped(String),
}

fn end(id: i64, ended: &Result<Ended>) -> Result<()> {
    let (state, message) = match ended {
        Ok(Ended::Done) => ("done", "no row is left".to_owned()),
        Ok(Ended::Stopped(why)) => ("stopped", why.clone()),
        Err(failure) if failure.is_interrupt() => ("stopped", failure.message().to_owned()),
        Err(failure) => ("failed", failure.message().to_owned()),
    };
    write(
        "UPDATE pgdiff.backfill SET state = $2, message = $3, updated_at = clock_timestamp(), finished_at = clock_timestamp() WHERE backfill_id = $1",
        &[id.into(), state.into(), message.as_str().into()],
    )?;
    commit()?;
    if ended.is_ok() {
        notice!("backfill {id} is {state}: {message}");
    }
    Ok(())
}

/// Writes pgdiff's own tables.
fn write(sql: &str, arguments: &[DatumWithOid]) -> Result<()> {
    with_snapshot(|| {
        let _pinned = Pinned::path()?;
        record::write(sql, arguments).map(drop)
    })
}

/// A backfill at work.
struct Work {
    id: i64,
    stored: Stored,
    options: Options,
    parts: Vec<Part>,
    batches: u64,
    told: Instant,
}

/// What a batch did: the key of its last row, how many rows it changed.
type Batch = Option<(Vec<String>, i64)>;

impl Work {
    fn open(id: i64, stored: Stored) -> Result<Self> {
        let isolation = select("SELECT current_setting('default_transaction_isolation')", &[], |row| Ok(row.get::<String>(1)?));
        let isolation = with_snapshot(|| isolation)?.into_iter().next().flatten();
        if isolation.as_deref() != Some("read committed") {
            return Err(Failure::new(
                PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE,
                "a backfill takes the isolation level read committed",
            )
            .hint("SET default_transaction_isolation TO 'read committed'."));
        }
        let options = options(&stored.options)?;
        sees_load(&options)?;
        let parts = with_snapshot(|| parts(&stored.relation))?;
        write(
            "UPDATE pgdiff.backfill SET state = 'running', message = NULL, finished_at = NULL, session_pid = pg_backend_pid(), \
             updated_at = clock_timestamp() WHERE backfill_id = $1",
            &[id.into()],
        )?;
        commit()?;
        Ok(Self { id, stored, options, parts, batches: 0, told: Instant::now() })
    }

    fn run(&mut self) -> Result<Ended> {
        loop {
            if let Some(why) = self.pass()? {
                return Ok(Ended::Stopped(why));
            }
            self.skipped()?;
            if !self.is_left()? {
                return Ok(Ended::Done);
            }
            if self.stored.pass >= PASSES {
                return Ok(Ended::Stopped(format!(
                    "after {PASSES} passes there are still rows for which the condition holds: writers go on making them, or the assignments do not end it"
                )));
            }
            self.stored.pass += 1;
            (self.stored.part, self.stored.position) = (None, None);
            write(
                "UPDATE pgdiff.backfill SET pass = pass + 1, part = NULL, position = NULL WHERE backfill_id = $1",
                &[self.id.into()],
            )?;
            commit()?;
        }
    }

    /// Goes through all parts once, from where it is; why it stopped, if it did.
    fn pass(&mut self) -> Result<Option<String>> {
        let begun = match &self.stored.part {
            Some(name) => self.place(name)?,
            None => 0,
        };
        for at in begun..self.parts.len() {
            let name = self.parts[at].name.clone();
            let mut position = self.stored.position.take().filter(|_| self.stored.part.as_ref() == Some(&name));
            loop {
                if self.options.max_batches.is_some_and(|most| self.batches >= most) {
                    self.stored.position = position;
                    return Ok(Some(format!("{} batches are done, as the option \"max_batches\" wants it", self.batches)));
                }
                self.rest()?;
                let part = &self.parts[at];
                let batch = attempt(|| with_snapshot(|| self.batch(part, position.as_deref())))??;
                commit()?;
                let Some((last, rows)) = batch else { break };
                self.batches += 1;
                self.stored.rows_done += rows;
                position = Some(last);
                self.tell();
            }
            self.stored.part = Some(name);
        }
        Ok(None)
    }

    /// Where a table stands among the parts. Errors (55000) where it is none of them any more: renamed, detached or dropped since it was
    /// written down, and then nobody knows which of its rows still have to be done.
    fn place(&self, name: &str) -> Result<usize> {
        self.parts.iter().position(|part| part.name == name).ok_or_else(|| {
            Failure::new(
                PgSqlErrorCode::ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE,
                format!("table {name} is no part of {} any more", self.stored.relation),
            )
            .detail(format!("Backfill {} was at work on it, or passed over rows of it.", self.id))
            .hint("Bring it back under that name and call again; or begin another backfill, with a condition that holds for the rows that still want it.")
        })
    }

    /// Pauses as long as the options want it.
    fn rest(&self) -> Result<()> {
        let pause = Duration::from_millis(self.options.pause.into());
        if self.batches > 0 && !pause.is_zero() {
            attempt(|| {
                sleep(pause);
                Ok(())
            })??;
        }
        while self.options.max_lag.is_some() || self.options.max_active.is_some() {
            let load = attempt(|| {
                with_snapshot(|| {
                    select(include_str!("../sql/backfill/load.sql"), &[], |row| Ok((row.get::<f64>(1)?, row.get::<f64>(2)?)))
                })
            })??;
            let (lag, active) = load.into_iter().next().unwrap_or_default();
            let is_over = |seen: Option<f64>, most: Option<f64>| most.is_some_and(|most| seen.is_some_and(|seen| seen > most));
            if !is_over(lag, self.options.max_lag) && !is_over(active, self.options.max_active.map(f64::from)) {
                break;
            }
            let why = if is_over(lag, self.options.max_lag) { "a standby is behind" } else { "others are at work" };
            write(
                "UPDATE pgdiff.backfill SET message = $2, updated_at = clock_timestamp() WHERE backfill_id = $1",
                &[self.id.into(), format!("pausing: {why}").into()],
            )?;
            commit()?;
            attempt(|| {
                sleep(Duration::from_millis(500));
                Ok(())
            })??;
        }
        Ok(())
    }

    /// One batch behind a position, and the record of it; nothing at the end of the table.
    fn batch(&self, part: &Part, position: Option<&[String]>) -> Result<Batch> {
        let _pinned = Pinned::path()?;
        let table = &part.name;
        let key = Key::of(part);
        let behind = position.map_or_else(|| "true".to_owned(), |_| format!("{} > {}", key.row, key.value("$1")));
        let arguments = |arrays: &[Option<&[String]>]| -> Vec<DatumWithOid<'static>> {
            arrays.iter().map(|array| array.map(<[String]>::to_vec).unwrap_or_default().into()).collect()
        };
        let order = key.names.join(", ");
        let query = format!(
            "SELECT {} FROM (SELECT {order} FROM ONLY {table} WHERE {behind} ORDER BY {order} LIMIT {}) AS t ORDER BY {} LIMIT 1",
            key.texts,
            self.options.batch_rows,
            key.names.iter().map(|name| format!("{name} DESC")).collect::<Vec<_>>().join(", ")
        );
        let last = select(&query, &arguments(&[position]), |row| Ok(row.get::<Vec<String>>(1)?))?;
        let Some(last) = last.into_iter().next().flatten() else { return Ok(None) };
        let range = format!("{behind} AND {} <= {}", key.row, key.value("$2"));
        let wanted =
            self.stored.condition.as_ref().map_or_else(|| range.clone(), |condition| format!("{range} AND (\n{condition}\n)"));
        let both = arguments(&[position, Some(&last)]);
        // First the locks, then the update in a statement of its own, which sees what the locked rows have become meanwhile.
        let lock = format!("SELECT ctid::pg_catalog.text FROM ONLY {table} WHERE {wanted} FOR NO KEY UPDATE SKIP LOCKED");
        let locked: Vec<String> = update(&lock, &both, |row| Ok(row.get::<String>(1)?))?.into_iter().flatten().collect();
        let rest = format!(
            "SELECT {} FROM ONLY {table} AS t WHERE {wanted} AND NOT t.ctid = ANY ($3::pg_catalog.text[]::pg_catalog.tid[])",
            key.texts
        );
        let with_locked: Vec<DatumWithOid> = both.into_iter().chain([locked.clone().into()]).collect();
        let skipped: Vec<Vec<String>> =
            select(&rest, &with_locked, |row| Ok(row.get::<Vec<String>>(1)?))?.into_iter().flatten().collect();
        let rows = self.update(table, &locked)?;
        for key in skipped {
            write(
                "INSERT INTO pgdiff.backfill_skipped (backfill_id, part, key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                &[self.id.into(), table.as_str().into(), key.into()],
            )?;
        }
        write(
            "UPDATE pgdiff.backfill SET part = $2, position = $3, batches = batches + 1, rows_done = rows_done + $4, message = NULL, \
             updated_at = clock_timestamp() WHERE backfill_id = $1",
            &[self.id.into(), table.as_str().into(), last.clone().into(), rows.into()],
        )?;
        Ok(Some((last, rows)))
    }

    /// Updates rows that are locked; how many.
    fn update(&self, table: &str, locked: &[String]) -> Result<i64> {
        let also = self.stored.condition.as_ref().map(|condition| format!(" AND (\n{condition}\n)")).unwrap_or_default();
        let sql = format!(
            "UPDATE ONLY {table} SET {}\n WHERE ctid = ANY ($1::pg_catalog.text[]::pg_catalog.tid[]){also}",
            self.stored.assignments
        );
        let arguments = [locked.to_vec().into()];
        catch(|| Ok(Spi::connect_mut(|client| client.update(&sql, None, &arguments).map(|table| table.len()))? as i64))
    }

    /// Does the rows that somebody held, now waiting for them: as long as it takes, each time no longer than `lock_timeout`.
    fn skipped(&mut self) -> Result<()> {
        let mut pause = Duration::from_millis(50);
        loop {
            let query = "SELECT s.part, s.key FROM pgdiff.backfill_skipped AS s WHERE s.backfill_id = $1 ORDER BY s.part, s.key LIMIT 1000";
            let keys = with_snapshot(|| {
                let _pinned = Pinned::path()?;
                select(query, &[self.id.into()], |row| Ok((row.get::<String>(1)?, row.get::<Vec<String>>(2)?)))
            })?;
            if keys.is_empty() {
                return Ok(());
            }
            let mut waits = false;
            for (part, key) in keys {
                let (Some(part), Some(key)) = (part, key) else { continue };
                let part = &self.parts[self.place(&part)?];
                match attempt(|| with_snapshot(|| self.one(part, &key)))? {
                    Ok(rows) => self.stored.rows_done += rows,
                    Err(failure) if failure.sqlstate() == PgSqlErrorCode::ERRCODE_LOCK_NOT_AVAILABLE => waits = true,
                    Err(failure) => return Err(failure),
                }
                commit()?;
            }
            self.tell();
            if waits {
                attempt(|| {
                    sleep(pause);
                    Ok(())
                })??;
                pause = (pause * 2).min(Duration::from_secs(5));
            }
        }
    }

    /// One row by its key, and the record of it.
    fn one(&self, part: &Part, wanted: &[String]) -> Result<i64> {
        let _pinned =
            Pinned::to([("search_path", "pg_catalog, pg_temp"), ("lock_timeout", self.options.lock_timeout.as_str())])?;
        let (table, key) = (&part.name, Key::of(part));
        let lock =
            format!("SELECT ctid::pg_catalog.text FROM ONLY {table} WHERE {} = {} FOR NO KEY UPDATE", key.row, key.value("$1"));
        let locked: Vec<String> =
            update(&lock, &[wanted.to_vec().into()], |row| Ok(row.get::<String>(1)?))?.into_iter().flatten().collect();
        let rows = if locked.is_empty() { 0 } else { self.update(table, &locked)? };
        write(
            "DELETE FROM pgdiff.backfill_skipped WHERE backfill_id = $1 AND part = $2 AND key = $3",
            &[self.id.into(), table.as_str().into(), wanted.to_vec().into()],
        )?;
        write(
            "UPDATE pgdiff.backfill SET rows_done = rows_done + $2, updated_at = clock_timestamp() WHERE backfill_id = $1",
            &[self.id.into(), rows.into()],
        )?;
        Ok(rows)
    }

    /// Is there a row still for which the condition holds?
    fn is_left(&self) -> Result<bool> {
        let Some(condition) = &self.stored.condition else { return Ok(false) };
        let found = attempt(|| {
            with_snapshot(|| {
                let _pinned = Pinned::path()?;
                let query = format!("SELECT EXISTS (SELECT FROM {} WHERE (\n{condition}\n))", self.stored.relation);
                select(&query, &[], |row| Ok(row.get::<bool>(1)?))
            })
        })??;
        Ok(found.into_iter().next().flatten() == Some(true))
    }

    fn tell(&mut self) {
        if self.told.elapsed() >= TOLD {
            let Stored { rows_done, rows_estimated, pass, .. } = &self.stored;
            let of = rows_estimated.filter(|rows| *rows > 0).map(|rows| format!(" of about {rows}")).unwrap_or_default();
            notice!("backfill {}: {rows_done} rows{of}, pass {pass}", self.id);
            self.told = Instant::now();
        }
    }
}

/// A table's key in SQL.
struct Key {
    /// The columns' names, quoted.
    names: Vec<String>,
    /// The columns as one row.
    row: String,
    /// The columns as an array of texts.
    texts: String,
    types: Vec<String>,
}

impl Key {
    fn of(part: &Part) -> Self {
        let (names, types): (Vec<String>, Vec<String>) = part.columns.iter().flatten().cloned().unzip();
        let texts: Vec<String> = names.iter().map(|name| format!("{name}::pg_catalog.text")).collect();
        Self { row: format!("ROW({})", names.join(", ")), texts: format!("ARRAY[{}]", texts.join(", ")), names, types }
    }

    /// A parameter that holds such an array, as a row.
    fn value(&self, parameter: &str) -> String {
        let values =
            self.types.iter().enumerate().map(|(n, kind)| format!("({parameter}::pg_catalog.text[])[{}]::{kind}", n + 1));
        format!("ROW({})", values.collect::<Vec<_>>().join(", "))
    }
}

/// Runs a statement that writes, and returns its rows.
fn update<T>(
    sql: &str,
    arguments: &[DatumWithOid],
    mut row: impl FnMut(pgrx::spi::SpiHeapTupleData) -> Result<T>,
) -> Result<Vec<T>> {
    catch(|| Spi::connect_mut(|client| client.update(sql, None, arguments)?.map(&mut row).collect()))
}
