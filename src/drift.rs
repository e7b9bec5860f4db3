//! Drift checks: what differs from what is wanted, recorded, and told against the check before.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use pgdiff_engine::compare::ChangeRow;
use pgdiff_engine::options::{Pattern, Reading};
use pgdiff_engine::{Options, marker};
use pgrx::JsonB;
use pgrx::datum::{DatumWithOid, TimestampWithTimeZone};
use pgrx::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::call::{self, Call};
use crate::endpoint::{Asker, Endpoint, select};
use crate::error::{Failure, Result, sqlstate_text};
use crate::fleet;
use crate::procedure::with_snapshot;
use crate::record::{as_owner, nothing_recorded, returning, write};
use crate::snapshot;
use crate::subtransaction::attempt;
use crate::timer::{self, Timer};

/// What a check found about one object.
#[derive(Debug, Default, Deserialize)]
pub struct Found {
    /// new, back again, changed, still there, fixed; failed where the check itself is.
    pub state: String,
    /// When a check first found it so; of what is fixed, when it was found to be.
    pub since: Option<String>,
    /// See `compare()`.
    pub action: Option<String>,
    /// See `compare()`.
    pub object_type: Option<String>,
    /// See `compare()`.
    pub object_schema: Option<String>,
    /// See `compare()`.
    pub object_name: Option<String>,
    /// See `compare()`.
    pub object_identity: Option<String>,
    /// See `compare()`.
    pub risk: Option<String>,
    /// See `compare()`.
    pub hazards: Vec<String>,
    /// See `compare()`.
    pub details: Value,
    /// See `compare()`.
    pub diff: Option<String>,
    /// Why it is expected.
    pub expected: Option<String>,
    /// The role that did it, as far as the log of DDL knows.
    pub done_by: Option<String>,
    /// When.
    pub done_at: Option<String>,
    /// With what.
    pub statement: Option<String>,
    /// The deployment that it came from.
    pub deployed_by: Option<String>,
}

/// One check: its number, and what it found.
pub struct Check {
    /// Its number in `pgdiff.drift_check`.
    pub id: i64,
    /// What it found.
    pub rows: Vec<Found>,
}

/// A difference that somebody answers for.
struct Expected {
    id: i64,
    pattern: Pattern,
    action: Option<String>,
}

/// What a check of one of many targets came to.
pub struct Came {
    /// The target.
    pub target: Option<String>,
    /// The check.
    pub id: Option<i64>,
    /// identical, expected, different, error.
    pub outcome: Option<String>,
    /// Was there nothing to compare?
    pub unchanged: Option<bool>,
    /// new, changed, back again, still there, fixed, expected; and what differs by risk: none, low, medium, high.
    pub counts: [Option<i32>; 10],
    /// SQLSTATE and message of what went wrong.
    pub failure: [Option<String>; 2],
}

/// Compares, and records what is new, what is still there, what is fixed. That an endpoint can't be read is recorded as well.
pub fn check(source: Option<&str>, target: Option<&str>, given: Option<JsonB>) -> Result<Check> {
    let (source, target) = call::endpoints(source, target)?;
    let options = call::given_with_profile(given)?;
    let reading = Options::parse(&options)?.reading();
    let limit = Limit::of_session();
    let timer = Timer::start(limit.milliseconds);
    let checker = Checker::of_session()?;
    let watch = begin(&checker, &source, std::slice::from_ref(&target), &options)?.pop().ok_or_else(nothing_recorded)?;
    // What was done while the check before was waited for is seen.
    with_snapshot(|| {
        let moment = Moment::now()?;
        let judged = judge(watch, &attempt(|| mark(&source, reading, 0))?, reading, 0)?;
        let compared = match &judged.marker {
            Err(failure) => Err(failure.clone()),
            Ok(_) if judged.unchanged => Ok(Vec::new()),
            Ok(_) => attempt(|| Ok(Call::of(&source, target, options)?.comparison()?.rows()))?,
        };
        drop(timer);
        let (watch, check, failure) = record(&checker, &moment, judged, limit.passed(compared)?)?;
        let may_see_log = "SELECT has_table_privilege('pgdiff.ddl_log', 'SELECT')";
        let may_see_log = select(may_see_log, &[], |row| Ok(row.get::<bool>(1)?))?.first() == Some(&Some(true));
        let rows = match failure {
            Some(failure) => vec![of_failure(&failure)],
            None => as_owner(|| read(watch, check, may_see_log))?,
        };
        Ok(Check { id: check, rows })
    })
}

/// The same for many targets, which are read at the same time. What each check came to, in their order.
pub fn check_many(
    source: Option<&str>,
    targets: &[Option<String>],
    given: Option<JsonB>,
    parallel: Option<i32>,
) -> Result<Vec<Came>> {
    let parallel = fleet::parallel(parallel)?;
    let (source, targets) = call::fleet(source, targets)?;
    let given = call::given_with_profile(given)?;
    let options = Options::parse(&given)?;
    let limit = Limit::of_session();
    let timer = Timer::start(limit.milliseconds);
    let checker = Checker::of_session()?;
    let watches = begin(&checker, &source, &targets, &given)?;
    with_snapshot(|| {
        let moment = Moment::now()?;
        let marked = attempt(|| mark(&source, options.reading(), limit.of_one()))?;
        let mut judged = Vec::new();
        for watch in watches {
            check_for_interrupts!();
            judged.push(if limit.is_over() {
                Judged::too_late(watch)
            } else {
                judge(watch, &marked, options.reading(), limit.of_one())?
            });
        }
        // What there is nothing to compare for is done already.
        let mut compared: Vec<Option<Result<Vec<ChangeRow>>>> = judged.iter().map(Judged::at_once).collect();
        let changed: Vec<usize> = (0..judged.len()).filter(|number| compared[*number].is_none()).collect();
        let to_read: Vec<Endpoint> = changed.iter().map(|number| targets[*number].clone()).collect();
        let each = || {
            fleet::each(&source, &to_read, &options, parallel, |number, comparison| {
                compared[changed[number]] = Some(comparison.map(|comparison| comparison.rows()));
                Ok(())
            })
        };
        // What keeps the source from being read, or the time that is over, is everybody's failure who isn't done.
        let rest = match () {
            () if changed.is_empty() => Ok(()),
            () if limit.is_over() => Err(too_late()),
            () => attempt(each)?,
        };
        drop(timer);
        let mut checks = Vec::new();
        for (judged, compared) in judged.into_iter().zip(compared) {
            let compared = compared.unwrap_or_else(|| Err(rest.as_ref().err().cloned().unwrap_or_else(too_late)));
            checks.push(record(&checker, &moment, judged, limit.passed(compared)?)?.1);
        }
        as_owner(|| came(&checks))
    })
}

/// Enters what checks are going to watch: the snapshots that they name are kept.
pub fn enter(source: Option<&str>, target: Option<&str>, options: &Value) -> Result<()> {
    let (source, target) = call::endpoints(source, target)?;
    begin(&Checker::of_session()?, &source, &[target], options).map(drop)
}

/// A check that takes too long is recorded as well: it ends a little before the session's own limit.
struct Limit {
    milliseconds: u64,
    start: Instant,
}

impl Limit {
    fn of_session() -> Self {
        // SAFETY: this backend's own setting.
        let timeout = u64::try_from(unsafe { pg_sys::StatementTimeout }).unwrap_or_default();
        Self { milliseconds: timeout - timeout / 20, start: Instant::now() }
    }

    /// How long one of many may take to say whether anything changed.
    fn of_one(&self) -> u64 {
        if self.milliseconds == 0 { 0 } else { (self.milliseconds / 10).max(1000) }
    }

    fn is_over(&self) -> bool {
        self.milliseconds > 0 && self.start.elapsed() >= Duration::from_millis(self.milliseconds)
    }

    /// What a check came to; a cancel of this session is no such thing.
    fn passed<T>(&self, compared: Result<T>) -> Result<Result<T>> {
        match compared {
            Err(failure) if timer::is_cancel(&failure, self.start, self.milliseconds) => Err(failure),
            compared => Ok(compared),
        }
    }
}

fn too_late() -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_QUERY_CANCELED, "canceling statement due to statement timeout")
}

/// Who checks.
struct Checker {
    role: String,
    /// Has the transaction written something before? What it writes once more is no new version to tell a change by.
    has_written: bool,
}

impl Checker {
    fn of_session() -> Result<Self> {
        let query = "SELECT current_user::text, pg_current_xact_id_if_assigned() IS NOT NULL";
        let found = select(query, &[], |row| Ok((row.get::<String>(1)?, row.get::<bool>(2)?)))?;
        let (Some(role), Some(has_written)) = found.into_iter().next().unwrap_or_default() else {
            return Err(nothing_recorded());
        };
        Ok(Self { role, has_written })
    }
}

/// When a check is made, and which transactions were over then.
struct Moment {
    at: TimestampWithTimeZone,
    seen: String,
}

impl Moment {
    fn now() -> Result<Self> {
        let query = "SELECT clock_timestamp(), pg_current_snapshot()::text";
        let found = select(query, &[], |row| Ok((row.get::<TimestampWithTimeZone>(1)?, row.get::<String>(2)?)))?;
        let (Some(at), Some(seen)) = found.into_iter().next().unwrap_or_default() else { return Err(nothing_recorded()) };
        Ok(Self { at, seen })
    }
}

/// A watch whose check has begun.
struct Watch {
    id: i64,
    /// Source and target.
    names: [String; 2],
    target: Endpoint,
}

/// A watch, and whether anything changed since its last check.
struct Judged {
    watch: Watch,
    /// Nothing where it can't be told.
    marker: Result<Option<String>>,
    unchanged: bool,
}

impl Judged {
    fn too_late(watch: Watch) -> Self {
        Self { watch, marker: Err(too_late()), unchanged: false }
    }

    /// What is known without comparing.
    fn at_once(&self) -> Option<Result<Vec<ChangeRow>>> {
        match &self.marker {
            Err(failure) => Some(Err(failure.clone())),
            Ok(_) => self.unchanged.then(|| Ok(Vec::new())),
        }
    }
}

/// Begins the checks: two of one watch at a time would each call the same difference new.
fn begin(checker: &Checker, source: &Endpoint, targets: &[Endpoint], options: &Value) -> Result<Vec<Watch>> {
    let source = source.name();
    // Made, and locked, in one order, whoever comes with which targets: otherwise two would wait for each other.
    let mut sorted: Vec<String> = targets.iter().map(Endpoint::name).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut ids = BTreeMap::new();
    for target in sorted {
        let arguments: [DatumWithOid; 4] =
            [source.as_str().into(), target.as_str().into(), checker.role.as_str().into(), JsonB(options.clone()).into()];
        let id = returning(include_str!("../sql/drift/watch.sql"), &arguments)?;
        ids.insert(target, id);
    }
    let mut locked: Vec<i64> = ids.values().copied().collect();
    locked.sort_unstable();
    for id in locked {
        let lock = "SELECT pg_advisory_xact_lock('pgdiff.drift_watch'::regclass::oid::int, $1::int)";
        select(lock, &[(id as i32).into()], |_| Ok(()))?;
    }
    let watch = |target: &Endpoint| {
        let names = [source.clone(), target.name()];
        let id = *ids.get(&names[1]).ok_or_else(nothing_recorded)?;
        Ok(Watch { id, names, target: target.clone() })
    };
    targets.iter().map(watch).collect()
}

fn judge(watch: Watch, source: &Result<Option<String>>, reading: Reading, timeout: u64) -> Result<Judged> {
    let last = as_owner(|| {
        select(include_str!("../sql/drift/last.sql"), &[watch.id.into()], |row| {
            Ok([row.get::<String>(1)?, row.get::<String>(2)?, row.get::<String>(3)?])
        })
    })?;
    let [last, release, expected] = last.into_iter().next().unwrap_or_default();
    let source = match source {
        Ok(marker) => marker,
        Err(failure) => return Ok(Judged { watch, marker: Err(failure.clone()), unchanged: false }),
    };
    let marker = attempt(|| mark(&watch.target, reading, timeout))?.map(|target| {
        let (source, target) = (source.as_ref()?, target?);
        Some(format!("{source} {target} {}", expected.unwrap_or_default()))
    });
    let same = |marker: &Option<String>| marker.is_some() && *marker == last;
    let unchanged = marker.as_ref().is_ok_and(same) && release.as_deref() == Some(env!("CARGO_PKG_VERSION"));
    Ok(Judged { watch, marker, unchanged })
}

/// Writes a check down, and tells who listens: the watch, the check, and why it failed, if it did.
fn record(
    checker: &Checker,
    moment: &Moment,
    judged: Judged,
    compared: Result<Vec<ChangeRow>>,
) -> Result<(i64, i64, Option<Failure>)> {
    let Judged { watch, marker, unchanged } = judged;
    let told = compared.as_ref().err();
    let begin: [DatumWithOid; 11] = [
        watch.id.into(),
        watch.names[0].as_str().into(),
        watch.names[1].as_str().into(),
        moment.at.into(),
        checker.role.as_str().into(),
        moment.seen.as_str().into(),
        unchanged.into(),
        marker.ok().flatten().filter(|_| unchanged || !checker.has_written).into(),
        env!("CARGO_PKG_VERSION").into(),
        told.map(|failure| sqlstate_text(failure.sqlstate())).into(),
        told.map(|failure| failure.message().to_owned()).into(),
    ];
    let check = returning(include_str!("../sql/drift/begin.sql"), &begin)?;
    let failure = match compared {
        Err(failure) => {
            warning!("drift check {check} failed: {}", failure.message());
            Some(failure)
        }
        Ok(rows) => {
            differences(&watch, moment.at, check, unchanged, &rows)?;
            None
        }
    };
    write(include_str!("../sql/drift/notify.sql"), &[check.into()])?;
    Ok((watch.id, check, failure))
}

fn differences(watch: &Watch, at: TimestampWithTimeZone, check: i64, unchanged: bool, rows: &[ChangeRow]) -> Result<()> {
    let id = watch.id;
    if unchanged {
        write(include_str!("../sql/drift/unchanged.sql"), &[id.into(), check.into()])?;
    } else {
        let expected = as_owner(|| expected(&watch.names))?;
        let rows: Vec<Value> = rows.iter().map(|row| difference(row, &expected)).collect();
        let rows = JsonB(Value::Array(rows));
        write(include_str!("../sql/drift/differences.sql"), &[id.into(), check.into(), at.into(), rows.into()])?;
        write(include_str!("../sql/drift/fixed.sql"), &[id.into(), check.into(), at.into()])?;
        // The log is of this database.
        if watch.target == Endpoint::Current {
            write(include_str!("../sql/drift/attribute.sql"), &[id.into(), check.into()])?;
        }
        write(include_str!("../sql/drift/events.sql"), &[id.into(), check.into()])?;
    }
    write(include_str!("../sql/drift/end.sql"), &[id.into(), check.into()]).map(drop)
}

fn difference(row: &ChangeRow, expected: &[Expected]) -> Value {
    let is_it = |expected: &&Expected| {
        expected.pattern.matches(row.object_type, &row.object_identity)
            && expected.action.as_deref().is_none_or(|action| action == row.action)
    };
    // What an object that both have is made with, its parts among it, is more than what differs of it.
    let ddl = (row.action == "create" || row.action == "drop").then_some((&row.source_ddl, &row.target_ddl));
    let said = json!([row.action, row.details, ddl]).to_string();
    let digest: String = Sha256::digest(said).iter().map(|byte| format!("{byte:02x}")).collect();
    json!({
        "object_type": row.object_type, "object_identity": row.object_identity, "object_schema": row.object_schema,
        "object_name": row.object_name, "action": row.action, "risk": row.risk.as_str(), "hazards": row.hazards,
        "details": row.details, "diff": row.diff, "digest": digest, "within": row.within,
        "expected_by": expected.iter().find(is_it).map(|expected| expected.id),
    })
}

fn expected(names: &[String; 2]) -> Result<Vec<Expected>> {
    let found =
        select(include_str!("../sql/drift/expected.sql"), &[names[0].as_str().into(), names[1].as_str().into()], |row| {
            Ok((row.get::<i64>(1)?, row.get::<String>(2)?, row.get::<String>(3)?, row.get::<String>(4)?))
        })?;
    let of = |(id, object_type, name, action): (Option<i64>, Option<String>, Option<String>, Option<String>)| {
        Some(Expected { id: id?, pattern: Pattern { object_type, name: name? }, action })
    };
    Ok(found.into_iter().filter_map(of).collect())
}

fn read(watch: i64, check: i64, may_see_log: bool) -> Result<Vec<Found>> {
    let arguments: [DatumWithOid; 3] = [watch.into(), check.into(), may_see_log.into()];
    let rows = select(include_str!("../sql/drift/rows.sql"), &arguments, |row| Ok(row.get::<String>(1)?))?;
    let parsed = rows.into_iter().flatten().map(|row| serde_json::from_str(&row));
    parsed.collect::<std::result::Result<_, _>>().map_err(|error| {
        Failure::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, "the record of the drift check can't be read")
            .detail(format!("{error}."))
    })
}

fn came(checks: &[i64]) -> Result<Vec<Came>> {
    select(include_str!("../sql/drift/many.sql"), &[checks.to_vec().into()], |row| {
        let mut counts = [None; 10];
        for (place, count) in (5..).zip(&mut counts) {
            *count = row.get::<i32>(place)?;
        }
        Ok(Came {
            target: row.get(1)?,
            id: row.get(2)?,
            outcome: row.get(3)?,
            unchanged: row.get(4)?,
            counts,
            failure: [row.get(15)?, row.get(16)?],
        })
    })
}

fn of_failure(failure: &Failure) -> Found {
    Found { state: "failed".to_owned(), details: failure.json(), ..Found::default() }
}

/// A text that is the same as long as an endpoint's catalogs are; nothing where that can't be told, or not in this time (in milliseconds; 0
/// is without end).
fn mark(endpoint: &Endpoint, reading: Reading, timeout: u64) -> Result<Option<String>> {
    match endpoint {
        Endpoint::Snapshot(label) => return snapshot::mark(label).map(Some),
        Endpoint::Sql(wanted) => return wanted.mark().map(Some),
        Endpoint::Current | Endpoint::Remote(_) => {}
    }
    let version = "SELECT current_setting('server_version_num'), NULL::text, NULL::text";
    let mut asker = Asker::open(endpoint, timeout)?;
    let Some([Some(version), ..]) = asker.ask(version)?.rows().and_then(|rows| rows.into_iter().next()) else {
        return Ok(None);
    };
    let readable = marker::readable(version.parse().unwrap_or_default(), reading);
    let Some(readable) = asker.ask(&readable)?.rows() else { return Ok(None) };
    let readable: Vec<_> = readable.into_iter().filter_map(|[name, columns, _]| Some((name?, columns))).collect();
    let told = asker.ask(&marker::query(&readable))?.rows();
    Ok(told.and_then(|rows| rows.into_iter().next()).and_then(|[marker, ..]| marker))
}

/// Removes what is older; how much.
pub fn purge(older_than: Interval) -> Result<i64> {
    returning(include_str!("../sql/drift/purge.sql"), &[older_than.into()])
}

/// Ends a watch. Errors: 42704 if there is none of that number.
pub fn drop_watch(watch: i64) -> Result<()> {
    let sql = "WITH gone AS (DELETE FROM pgdiff.drift_watch AS w WHERE w.watch_id = $1 RETURNING 1) SELECT count(*) FROM gone";
    if returning(sql, &[watch.into()])? > 0 {
        return Ok(());
    }
    Err(Failure::new(PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, format!("drift watch {watch} does not exist"))
        .hint("SELECT watch_id, source, target, role FROM pgdiff.drift_watch shows those that there are."))
}
