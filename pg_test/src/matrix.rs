//! Comparing with a server of another major version: the same schema in both, and what differs nevertheless.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use serde_json::json;

use crate::cluster::{Cluster, Database};
use crate::dump::difference;
use crate::law::{Laboratory, Mode, psql};
use crate::real::{Release, fetch};
use crate::server::run;

/// The versions that are compared with.
pub const VERSIONS: [&str; 2] = ["17", "18"];

/// What is made in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// Kea 2.6, as Debian ships it.
    Kea,
    /// Everything that the server writes down from a parse tree.
    Deparsed,
}

impl Schema {
    pub const ALL: [Schema; 2] = [Schema::Kea, Schema::Deparsed];

    pub fn name(self) -> &'static str {
        match self {
            Schema::Kea => "kea",
            Schema::Deparsed => "deparsed",
        }
    }

    fn make(self, database: &Database) -> Result<()> {
        match self {
            Schema::Kea => Release::KEA_2_6.make(database),
            Schema::Deparsed => psql(database, include_str!("../matrix/deparsed.sql")),
        }
    }

    /// What `compare` says of it in this server and in the newer one, a line a row.
    fn expected(self) -> &'static str {
        match self {
            Schema::Kea | Schema::Deparsed => "",
        }
    }
}

/// Compares a schema here with the same in a remote server of another major version.
pub fn compare(laboratory: &Laboratory, mode: Mode, version: &str, schema: Schema) -> Result<()> {
    // A copy, because the server's user may not be allowed into the folder of the cache.
    let programs = tempfile::Builder::new().prefix("pgdiff-server-").tempdir()?;
    fs::set_permissions(programs.path(), fs::Permissions::from_mode(0o755))?;
    let fetched = fetch("fetch-server", &[version])?;
    run(Command::new("cp").arg("-a").arg(Path::new(fetched.trim()).join(".")).arg(programs.path()))?;
    let program = |name: &str| programs.path().join("bin").join(name);
    let remote = Cluster::start_of(version, &program("initdb"), &program("postgres"))?;
    let source = remote.create_database("newer", "template0")?;
    let (target, _) = laboratory.databases(mode)?;
    schema.make(&target)?;
    schema.make(&source)?;

    let mut question = laboratory.question(mode, &target, &source, json!({}))?;
    let rows: String = question.compare()?.into_iter().map(|row| row + "\n").collect();
    match difference("expected", schema.expected(), "compared", &rows) {
        None => Ok(()),
        Some(difference) => bail!("compare with PostgreSQL {version} says something else than expected:\n{difference}"),
    }
}
