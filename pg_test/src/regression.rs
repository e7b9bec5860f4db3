//! PostgreSQL's own regression database as a case of the law: what its installcheck leaves behind is the source for an empty target, and
//! the target of an empty source. `pg_test/real/fetch-regression` makes it; nothing of it is committed.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::case::{Case, Direction, Side};
use crate::cluster::Cluster;
use crate::law::{Laboratory, Mode, judge};
use crate::real::{fetch, record};

/// What the suite names its database.
const REGRESSION: &str = "regression";
/// Relations, routines and types that the suite leaves behind, at least: fewer mean that much of it did not run.
const AT_LEAST: i64 = 2500;
const COUNT: &str = "SELECT (SELECT count(*) FROM pg_class WHERE oid >= 16384) \
     + (SELECT count(*) FROM pg_proc WHERE oid >= 16384) + (SELECT count(*) FROM pg_type WHERE oid >= 16384)";

/// Proves the law between the regression database and an empty one.
pub fn prove(direction: Direction, mode: Mode) -> Result<()> {
    let suite = fetch("fetch-regression", &[])?;
    let data = Path::new(suite.trim_end()).join("data");
    // Both servers start from what the suite left, so that both have its roles.
    let laboratory = Laboratory::of(Cluster::copy_of("target", &data)?, Cluster::copy_of("source", &data)?, mode)?;
    let count: i64 = laboratory.sources.connect(REGRESSION)?.query_one(COUNT, &[])?.get(0);
    ensure!(count >= AT_LEAST, "the suite left only {count} objects: see run.log in {}", suite.trim_end());

    let (cluster, empty) = match direction {
        Direction::Forward => (&laboratory.sources, &laboratory.targets),
        Direction::Back => (&laboratory.targets, &laboratory.sources),
    };
    let full = cluster.create_database(&cluster.fresh_name("full"), REGRESSION)?;
    let empty = empty.create_database(&empty.fresh_name("empty"), "template0")?;
    let (target, source) = match direction {
        Direction::Forward => (empty, full),
        Direction::Back => (full, empty),
    };
    if mode == Mode::Local {
        laboratory.install(&target.name)?;
    }
    let case = Case { name: "real/regression".to_owned(), target: Side::default(), source: Side::default(), expect: None };
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
