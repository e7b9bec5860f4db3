//! Pairs of moments: PostgreSQL's own regression suite walks each of its databases through hundreds of states, and the law holds for any
//! two of them. A moment is what a file of the suite has made up to one of its lines, run by psql in the suite's prepared database; a
//! pair is two moments of one file, near each other as two releases of a schema are, far apart, or with nothing run yet.
//!
//! Where a line cuts a transaction, a string or COPY's data, psql makes of it what it makes of a file that ends there: errors belong to
//! the suite, and what they leave is a state like any other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, OnceLock};

use anyhow::{Context, Result, anyhow};

use pgdiff_engine::catalog::Catalog;
use pgdiff_engine::options::Reading;

use crate::case::{Case, Direction, Side, picker};
use crate::cluster::{Cluster, Database};
use crate::dump::dump;
use crate::law::{Known, Laboratory, Mode, judge_known, psql};
use crate::pgdiff::{Catalogs, read_catalog};
use crate::real::{cache_folder, fetch};
use crate::server::{major, pin_environment, program, run};

/// Files that are about the whole server, which the other trials share, or that make no schema and take long.
const LEFT_OUT: &[&str] = &[
    "advisory_lock",
    "create_role",
    "database",
    "infinite_recurse",
    "maintain_every",
    "numeric_big",
    "opr_sanity",
    "prepared_xacts",
    "reindex_catalog",
    "stats",
    "tablespace",
    "test_setup",
    "vacuum_parallel",
];

/// What a file's own objects build on, as the suite's schedule says it.
const AFTER: &[(&str, &[&str])] = &[
    ("aggregates", &["create_aggregate"]),
    ("alter_table", &["create_index"]),
    ("create_view", &["create_misc"]),
    ("inherit", &["create_misc"]),
    ("join", &["create_misc"]),
    ("multirangetypes", &["rangetypes"]),
    ("psql", &["create_am"]),
    ("rules", &["create_misc", "create_view"]),
    ("select_views", &["create_misc", "create_view"]),
    ("with", &["create_misc"]),
];

/// The words that a statement begins with after which the schema may be another one.
const CHANGING: &[&str] =
    &["alter", "comment", "commit", "create", "do", "drop", "end", "grant", "import", "reassign", "revoke", "security"];

/// As pg_regress sets it for the suite.
const ENVIRONMENT: &[(&str, &str)] =
    &[("PGTZ", "PST8PDT"), ("PGDATESTYLE", "Postgres, MDY"), ("PGOPTIONS", "-c intervalstyle=postgres_verbose")];

/// How many rows of each of the suite's data files are enough.
const ROWS: usize = 40;

/// The pairs of every run: one of each file that walks far, as its target's and its source's lines.
const SAMPLE: &[(&str, usize, usize)] = &[
    ("alter_table", 1230, 803),
    ("constraints", 342, 463),
    ("create_table", 36, 635),
    ("create_view", 345, 331),
    ("domain", 677, 405),
    ("foreign_key", 1872, 501),
    ("generated", 645, 290),
    ("identity", 379, 269),
    ("indexing", 360, 363),
    ("inherit", 416, 796),
    ("matview", 245, 290),
    ("rowsecurity", 2066, 2164),
    ("rules", 37, 1023),
    ("sequence", 266, 134),
    ("triggers", 294, 2283),
    ("typed_table", 12, 66),
    ("updatable_views", 1489, 1681),
];

/// Two moments of a file: how many of its lines the target has seen, and how many the source.
#[derive(Clone, Debug)]
pub struct Pair {
    file: String,
    target: usize,
    source: usize,
}

impl Pair {
    /// As it stands in the name of its trial.
    pub fn name(&self) -> String {
        format!("{}/{}+{}", self.file, self.target, self.source)
    }

    /// The pairs of every run.
    pub fn sample(server: u32) -> Vec<Pair> {
        let renamed =
            |file: &str| if file == "generated" && server >= 18 { "generated_stored".to_owned() } else { file.to_owned() };
        SAMPLE.iter().map(|(file, target, source)| Pair { file: renamed(file), target: *target, source: *source }).collect()
    }

    /// `count` pairs of each file of the suite, the same ones for the same seed. They come in turns, a pair of each file: several
    /// threads then work on several files.
    pub fn pick(count: usize, seed: u64) -> Result<Vec<Pair>> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(suite()?.join(SCRIPTS))? {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if path.extension().is_some_and(|extension| extension == "sql") && !LEFT_OUT.contains(&name.as_str()) {
                let text = fs::read(&path)?;
                files.insert(name, cuts(&String::from_utf8_lossy(&text)));
            }
        }
        let mut pairs = Vec::new();
        for (file, cuts) in files.into_iter().filter(|(_, cuts)| cuts.len() > 1) {
            // The file's name is in it, or the pairs of all files would be alike.
            let mut pick = picker(file.bytes().fold(seed, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into())));
            for number in 0..count {
                let (one, other) = choose(cuts.len(), &mut pick);
                pairs.push((number, Pair { file: file.clone(), target: cuts[one], source: cuts[other] }));
            }
        }
        pairs.sort_by_key(|(number, _)| *number);
        Ok(pairs.into_iter().map(|(_, pair)| pair).collect())
    }

    /// Proves the law for this pair.
    pub fn prove(&self, laboratory: &Laboratory, mode: Mode) -> Result<()> {
        // A file that runs drops roles that its other moments need.
        let alone = turn(&self.file)?;
        let _alone = alone.lock().map_err(|_| anyhow!("another pair panicked"))?;
        let target = moment(&laboratory.targets, &self.file, self.target)?;
        let source = moment(&laboratory.sources, &self.file, self.source)?;
        if target.dump == source.dump {
            return count("the same twice");
        }
        share_roles(laboratory)?;
        let proof = self.judge(laboratory, &target, &source, mode, false);
        let Err(error) = proof else { return count("with rows") };
        // Rows that the wanted constraints forbid are nobody's fault; without them there is no excuse.
        let proof =
            if REFUSED_ROWS.iter().any(|refusal| format!("{error:#}").lines().take(12).any(|line| line.contains(refusal))) {
                match self.judge(laboratory, &target, &source, mode, true) {
                    Ok(()) => return count("without rows, which the wanted constraints forbid"),
                    Err(error) => error.context("without rows"),
                }
            } else {
                error
            };
        for (cluster, state) in [(&laboratory.targets, &target), (&laboratory.sources, &source)] {
            if let Some(reason) = not_restorable(cluster, state)? {
                return count(reason);
            }
        }
        count("failed")?;
        Err(proof)
    }

    fn judge(&self, laboratory: &Laboratory, target: &Moment, source: &Moment, mode: Mode, empty: bool) -> Result<()> {
        let case = Case { name: self.name(), target: Side::default(), source: Side::default(), server: 0, expect: None };
        let database = laboratory.targets.create_database(&laboratory.targets.fresh_name("target"), &target.name)?;
        if empty {
            database.connect()?.batch_execute(EMPTY)?;
        }
        let known = Known {
            before: Some(&target.dump),
            wanted: Some(&source.dump),
            catalogs: Catalogs { target: Some(Arc::clone(&target.catalog)), source: Some(Arc::clone(&source.catalog)) },
        };
        let databases = (&database, &Database::of(&laboratory.sources, &source.name));
        judge_known(laboratory, databases, &case, Direction::Forward, mode, known).map(drop)
    }
}

/// What the server says where rows are in the way.
const REFUSED_ROWS: &[&str] = &[
    "violates",
    "violated by some row",
    "contains null values",
    "does not allow null values",
    "could not create unique index",
    "could not create exclusion constraint",
    "invalid input syntax",
    "invalid input value",
    "out of range",
    "value too long",
    "no partition of relation",
];

const EMPTY: &str = "SET session_replication_role = replica; DO $$ DECLARE t text; BEGIN \
     SELECT string_agg(c.oid::regclass::text, ', ') INTO t FROM pg_class c WHERE relkind IN ('r', 'p') AND oid >= 16384 \
     AND relnamespace <> 'pg_toast'::regnamespace; EXECUTE 'TRUNCATE ' || t || ' CASCADE'; END $$";

const UNSUBSCRIBE: &str = "DO $$ DECLARE s text; BEGIN \
     FOR s IN SELECT quote_ident(subname) FROM pg_subscription \
         WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) LOOP \
     EXECUTE format('ALTER SUBSCRIPTION %s DISABLE', s); EXECUTE format('ALTER SUBSCRIPTION %s SET (slot_name = NONE)', s); \
     EXECUTE format('DROP SUBSCRIPTION %s', s); END LOOP; END $$";

/// Where the suite's files are in its source.
const SCRIPTS: &str = "suite/sql";

/// How many pairs went which way, for the end of the run.
pub static COUNTS: Mutex<BTreeMap<&str, usize>> = Mutex::new(BTreeMap::new());

fn count(way: &'static str) -> Result<()> {
    *COUNTS.lock().map_err(|_| anyhow!("another pair panicked"))?.entry(way).or_default() += 1;
    Ok(())
}

/// One at a time per file.
fn turn(file: &str) -> Result<Arc<Mutex<()>>> {
    static TURNS: Mutex<BTreeMap<String, Arc<Mutex<()>>>> = Mutex::new(BTreeMap::new());
    let mut turns = TURNS.lock().map_err(|_| anyhow!("another pair panicked"))?;
    Ok(Arc::clone(turns.entry(file.to_owned()).or_default()))
}

/// The folder with the suite's source and its modules, fetched once.
fn suite() -> Result<PathBuf> {
    let cache = cache_folder().join("regression").join(major()?);
    if !cache.join("lib/regress.so").exists() {
        fetch("fetch-regression", &[])?;
    }
    Ok(fs::canonicalize(cache)?)
}

/// After which lines a file may be cut: nothing yet, and where a statement that may have changed the schema ends.
fn cuts(text: &str) -> Vec<usize> {
    let mut cuts = vec![0];
    let mut first: Option<String> = None;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with("--") || line.starts_with('\\') {
            continue;
        }
        let begins = first.get_or_insert_with(|| line.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase());
        if line.ends_with(';') {
            if CHANGING.contains(&begins.as_str()) {
                cuts.push(number + 1);
            }
            first = None;
        }
    }
    cuts
}

/// Two moments of so many: three of eight are up to three statements apart, three anywhere, two begin or end with nothing.
fn choose(moments: usize, pick: &mut impl FnMut(usize) -> usize) -> (usize, usize) {
    let one = 1 + pick(moments - 1);
    let other = match pick(8) {
        0..3 => (one + 1 + pick(3)).min(moments - 1),
        3..6 => pick(moments),
        _ => 0,
    };
    if pick(2) == 0 { (one, other) } else { (other, one) }
}

/// A database that stands still, how pg_dump shows it, and how pgdiff reads it.
struct Moment {
    name: String,
    dump: String,
    catalog: Arc<Catalog>,
}

/// The moment of a file on one server, made once.
fn moment(cluster: &Cluster, file: &str, lines: usize) -> Result<Arc<Moment>> {
    static MADE: Mutex<BTreeMap<String, Arc<Moment>>> = Mutex::new(BTreeMap::new());
    let made = || MADE.lock().map_err(|_| anyhow!("another pair panicked"));
    let key = format!("{}:{file}:{lines}", cluster.port());
    if let Some(moment) = made()?.get(&key) {
        return Ok(Arc::clone(moment));
    }
    let name = format!("{file}_{lines}");
    create(cluster, &name, &prepared(cluster, file)?)?;
    play(cluster, &name, file, lines)?;
    let dump = dump(&Database::of(cluster, &name), false, Reading::default())?;
    let catalog = Arc::new(read_catalog(&cluster.conninfo(&name), Reading::default())?);
    let moment = Arc::new(Moment { name, dump, catalog });
    made()?.insert(key, Arc::clone(&moment));
    Ok(moment)
}

/// The database that a file starts from: the suite's own preparation, and the files that it builds on.
fn prepared(cluster: &Cluster, file: &str) -> Result<String> {
    static PREPARED: Mutex<BTreeSet<(u16, String)>> = Mutex::new(BTreeSet::new());
    let before = AFTER.iter().find(|(after, _)| *after == file).map_or(&[][..], |(_, before)| before);
    let mut prepared = PREPARED.lock().map_err(|_| anyhow!("another pair panicked"))?;
    let mut template = "template0".to_owned();
    let mut name = "setup".to_owned();
    for step in std::iter::once("test_setup").chain(before.iter().copied()) {
        if step != "test_setup" {
            name = format!("{name}_{step}");
        }
        let key = (cluster.port(), name.clone());
        if !prepared.contains(&key) {
            create(cluster, &name, &template)?;
            play(cluster, &name, step, usize::MAX)?;
            prepared.insert(key);
        }
        template.clone_from(&name);
    }
    Ok(name)
}

/// A database that stays until its server ends.
fn create(cluster: &Cluster, name: &str, template: &str) -> Result<()> {
    let statement = format!(r#"CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY wal_log"#);
    cluster.connect("postgres")?.batch_execute(&statement).with_context(|| format!("making {name}"))
}

/// Runs a file of the suite up to a line, as pg_regress does.
fn play(cluster: &Cluster, database: &str, file: &str, lines: usize) -> Result<()> {
    let suite = suite()?;
    let text = fs::read(suite.join(SCRIPTS).join(format!("{file}.sql")))?;
    let part: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').take(lines).collect();
    let script = tempfile::NamedTempFile::new()?;
    fs::write(script.path(), part.concat())?;
    let data = data()?;
    let mut command = Command::new(program("psql")?);
    pin_environment(&mut command)
        .envs(ENVIRONMENT.iter().copied())
        .env("PG_ABS_SRCDIR", data)
        .env("PG_ABS_BUILDDIR", data)
        .env("PG_LIBDIR", suite.join("lib"))
        .env("PG_DLSUFFIX", ".so")
        .args(["-X", "-q", "-d", &cluster.conninfo(database), "-f"])
        .arg(script.path());
    // What the statements say is the suite's affair.
    command.output().map(drop).with_context(|| format!("playing {file}"))?;
    // Subscriptions are the server's, and are not copied with a database.
    cluster.connect(database)?.batch_execute(UNSUBSCRIBE)?;
    // A backend that is still on its way out would keep the database from being a template.
    let gone = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1";
    cluster.connect("postgres")?.query(gone, &[&database])?;
    Ok(())
}

/// A folder with the first rows of the suite's data files: the law is about schemas, and looks at every row several times.
fn data() -> Result<&'static Path> {
    static DATA: OnceLock<Result<tempfile::TempDir, String>> = OnceLock::new();
    let made = DATA.get_or_init(|| cut_data().map_err(|error| format!("{error:#}")));
    made.as_ref().map(tempfile::TempDir::path).map_err(|error| anyhow!("{error}"))
}

fn cut_data() -> Result<tempfile::TempDir> {
    let folder = tempfile::Builder::new().prefix("pgdiff-moments-").tempdir()?;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
    fs::create_dir_all(folder.path().join("data"))?;
    fs::create_dir_all(folder.path().join("results"))?;
    for entry in fs::read_dir(suite()?.join("suite/data"))? {
        let path = entry?.path();
        let text = fs::read(&path)?;
        let rows: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').take(ROWS).collect();
        fs::write(folder.path().join("data").join(path.file_name().unwrap_or_default()), rows.concat())?;
    }
    Ok(folder)
}

/// Both servers get the roles of both: roles belong to no database, and pgdiff makes none.
fn share_roles(laboratory: &Laboratory) -> Result<()> {
    // Files that are at it at the same time would make the same roles.
    static SHARING: Mutex<()> = Mutex::new(());
    let _alone = SHARING.lock().map_err(|_| anyhow!("another pair panicked"))?;
    const ROLES: &str = "SELECT quote_ident(rolname), rolsuper FROM pg_roles WHERE oid >= 16384";
    for (from, to) in [(&laboratory.sources, &laboratory.targets), (&laboratory.targets, &laboratory.sources)] {
        let mut to = to.connect("postgres")?;
        let here: BTreeSet<(String, bool)> = to.query(ROLES, &[])?.iter().map(|row| (row.get(0), row.get(1))).collect();
        for row in from.connect("postgres")?.query(ROLES, &[])? {
            let (name, superuser): (String, bool) = (row.get(0), row.get(1));
            if !here.contains(&(name.clone(), true)) && !here.contains(&(name.clone(), superuser)) {
                let create = if here.contains(&(name.clone(), false)) { "ALTER" } else { "CREATE" };
                to.batch_execute(&format!("{create} ROLE {name} {}", if superuser { "SUPERUSER" } else { "" }))?;
            }
        }
    }
    Ok(())
}

/// Whether no script can be asked for: pg_dump's own fails, or makes a database that it shows in another way.
fn not_restorable(cluster: &Cluster, state: &Moment) -> Result<Option<&'static str>> {
    let script = run(Database::of(cluster, &state.name).client_program("pg_dump")?.arg("--schema-only"))?;
    let copy = cluster.create_database(&cluster.fresh_name("restored"), "template0")?;
    if psql(&copy, &script).is_err() {
        return Ok(Some("left out: pg_dump's own script fails"));
    }
    Ok((dump(&copy, false, Reading::default())? != state.dump)
        .then_some("left out: pg_dump's own script makes another database"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_where_the_schema_may_change() {
        let text = "-- about\nCREATE TABLE t (\n  a int\n);\nSELECT 1;\n\\d t\ninsert into t\n values (1);\n\nalter table t add b int;\n";
        assert_eq!(cuts(text), [0, 4, 10]);
    }

    #[test]
    fn moments_are_chosen_among_those_there_are() {
        let mut pick = picker(7);
        for moments in 2..20 {
            let (one, other) = choose(moments, &mut pick);
            assert!(one < moments && other < moments);
        }
    }
}
