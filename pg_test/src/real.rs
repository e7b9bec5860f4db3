//! Real schemas as cases of the law: two releases each of Zabbix and Kea, as Debian packages them. `pg_test/real/fetch` puts them into
//! the cache; nothing of them is committed. What the target's release ships as data must survive the deployment and its rollback.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock};

use anyhow::{Context, Result, anyhow, ensure};

use crate::case::{Case, Direction, Side};
use crate::cluster::Database;
use crate::law::{Figures, Laboratory, Mode, judge, psql};
use crate::pgdiff::explain;
use crate::server::run;

/// An application in two releases.
pub struct Upgrade {
    pub application: &'static str,
    old: Release,
    new: Release,
}

/// One release's schema and rows.
#[derive(Clone, Copy)]
pub struct Release {
    /// The folder in the cache.
    folder: &'static str,
    /// How many tables it is known to have: what was fetched is what is meant.
    tables: i64,
}

pub const UPGRADES: [Upgrade; 2] = [
    Upgrade { application: "zabbix", old: Release::ZABBIX_6_0, new: Release::ZABBIX_7_0 },
    Upgrade { application: "kea", old: Release::KEA_2_2, new: Release::KEA_2_6 },
];

/// What was measured, one line a proof, for the end of the run.
pub static FIGURES: Mutex<Vec<String>> = Mutex::new(Vec::new());

impl Upgrade {
    /// Proves the law for this upgrade, or for going back.
    pub fn prove(&self, laboratory: &Laboratory, direction: Direction, mode: Mode) -> Result<()> {
        let (from, to) = match direction {
            Direction::Forward => (self.old, self.new),
            Direction::Back => (self.new, self.old),
        };
        let case = Case {
            name: format!("real/{}", self.application),
            target: Side::default(),
            source: Side::default(),
            server: 0,
            expect: None,
        };
        let (target, source) = laboratory.databases(mode)?;
        from.make(&target)?;
        from.fill(&target)?;
        to.make(&source)?;
        let figures = judge(laboratory, &target, &source, &case, direction, mode)?;
        record(&format!("{} to {}", from.folder, to.folder), mode, &figures)
    }
}

/// Keeps what a proof measured for the end of the run.
pub fn record(what: &str, mode: Mode, figures: &Figures) -> Result<()> {
    let line = format!(
        "{what} ({}): {} statements; read and planned in {:.2} s, deployed in {:.2} s; at most {} MB",
        mode.name(),
        figures.statements,
        figures.plan.as_secs_f64(),
        figures.deploy.as_secs_f64(),
        figures.memory / 1024
    );
    record_line(line)
}

/// Keeps a line for the end of the run.
pub fn record_line(line: String) -> Result<()> {
    FIGURES.lock().map_err(|_| anyhow!("another proof panicked"))?.push(line);
    Ok(())
}

impl Release {
    pub const ZABBIX_6_0: Release = Release { folder: "zabbix-6.0", tables: 173 };
    pub const ZABBIX_7_0: Release = Release { folder: "zabbix-7.0", tables: 203 };
    const KEA_2_2: Release = Release { folder: "kea-2.2", tables: 55 };
    pub const KEA_2_6: Release = Release { folder: "kea-2.6", tables: 60 };

    /// Creates the schema.
    pub fn make(self, database: &Database) -> Result<()> {
        psql(database, &self.file("schema.sql")?).with_context(|| self.folder)?;
        let count = "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace";
        let tables: i64 = database.connect()?.query_one(count, &[])?.get(0);
        ensure!(tables == self.tables, "{} has {tables} tables, and not {}", self.folder, self.tables);
        Ok(())
    }

    /// Loads what the release ships as data, each file as one message: row by row takes psql three times as long.
    fn fill(self, database: &Database) -> Result<()> {
        let mut client = database.connect()?;
        for name in ["images.sql", "data.sql"].into_iter().filter(|name| self.path(name).is_ok_and(|path| path.exists())) {
            client.batch_execute(&self.file(name)?).map_err(|error| anyhow!("{}: {}", self.folder, explain(&error)))?;
        }
        Ok(())
    }

    /// A file of the release.
    pub fn file(self, name: &str) -> Result<String> {
        let path = self.path(name)?;
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    }

    fn path(self, name: &str) -> Result<PathBuf> {
        Ok(cache()?.join("real").join(self.folder).join(name))
    }
}

/// The cache with the real inputs in it: fetched once, checked once per run.
fn cache() -> Result<&'static Path> {
    static CACHE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let fetched = CACHE.get_or_init(|| fetch("fetch", &[]).map_err(|error| format!("{error:#}")).map(|_| cache_folder()));
    fetched.as_deref().map_err(|error| anyhow!("{error}"))
}

/// Runs one of the scripts in `pg_test/real`; what it printed. One at a time, whichever trial or process asks: the scripts fill a cache
/// that all share, and the first of several trials that need the same input makes it for the others.
pub fn fetch(script: &str, arguments: &[&str]) -> Result<String> {
    fetch_for(None, script, arguments)
}

/// The same for the server of another pg_config than ours.
pub fn fetch_for(pg_config: Option<&str>, script: &str, arguments: &[&str]) -> Result<String> {
    let cache = cache_folder();
    fs::create_dir_all(&cache).with_context(|| format!("making {}", cache.display()))?;
    let turn = cache.join(format!("{script}.lock"));
    // The lock is the open file's, and goes with it.
    let turn = fs::File::create(&turn).with_context(|| format!("opening {}", turn.display()))?;
    turn.lock().context("waiting for another trial's fetch")?;
    let mut command = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("real").join(script));
    if let Some(pg_config) = pg_config {
        command.env("PG_CONFIG", pg_config);
    }
    run(command.args(arguments))
}

/// The same folder as the scripts in `pg_test/real` use.
pub fn cache_folder() -> PathBuf {
    match std::env::var_os("PGDIFF_CACHE") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../.cache"),
    }
}
