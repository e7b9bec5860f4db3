//! PostgreSQL's own regression database as a case of the law: what its installcheck leaves behind is the source for an empty target, and
//! the target of an empty source. `pg_test/real/fetch-regression` makes it; nothing of it is committed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::case::{Case, Direction, Side};
use crate::cluster::Cluster;
use crate::law::{Laboratory, Mode, judge};
use crate::real::{fetch_for, record};

/// What the suite names its database.
pub const DATABASE: &str = "regression";
/// Relations, routines and types that the suite leaves behind, at least: fewer mean that much of it did not run.
const AT_LEAST: i64 = 2500;
/// How many there are.
pub const COUNT: &str = "SELECT (SELECT count(*) FROM pg_class WHERE oid >= 16384) \
     + (SELECT count(*) FROM pg_proc WHERE oid >= 16384) + (SELECT count(*) FROM pg_type WHERE oid >= 16384)";

/// Where the suite's remains are, for this server or that of another pg_config.
pub fn suite(pg_config: Option<&str>) -> Result<PathBuf> {
    Ok(fetch_for(pg_config, "fetch-regression", &[])?.trim_end().into())
}

/// A server with what the suite left.
pub fn copy(suite: &Path) -> Result<Cluster> {
    Cluster::copy_of("regression", &suite.join("data"))
}

/// Proves the law between the regression database and an empty one.
pub fn prove(direction: Direction, mode: Mode) -> Result<()> {
    let suite = suite(None)?;
    // Both servers start from what the suite left, so that both have its roles.
    let laboratory = Laboratory::of(copy(&suite)?, copy(&suite)?, mode)?;
    let count: i64 = laboratory.sources.connect(DATABASE)?.query_one(COUNT, &[])?.get(0);
    ensure!(count >= AT_LEAST, "the suite left only {count} objects: see run.log in {}", suite.display());

    let (cluster, empty) = match direction {
        Direction::Forward => (&laboratory.sources, &laboratory.targets),
        Direction::Back => (&laboratory.targets, &laboratory.sources),
    };
    let full = cluster.create_database(&cluster.fresh_name("full"), DATABASE)?;
    let empty = empty.create_database(&empty.fresh_name("empty"), "template0")?;
    let (target, source) = match direction {
        Direction::Forward => (empty, full),
        Direction::Back => (full, empty),
    };
    if mode.is_local() {
        laboratory.install(&target.name)?;
    }
    let case =
        Case { name: "real/regression".to_owned(), target: Side::default(), source: Side::default(), server: 0, expect: None };
    let figures = judge(&laboratory, &target, &source, &case, direction, mode).context("the regression database")?;
    record(
        match direction {
            Direction::Forward => "nothing to regression",
            Direction::Back => "regression to nothing",
        },
        mode,
        &figures,
    )
}
