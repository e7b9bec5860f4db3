//! Comparing with a server of another major version: the same schema in both, and what differs nevertheless.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use serde_json::json;

use crate::cluster::Cluster;
use crate::dump::difference;
use crate::law::{Laboratory, Mode};
use crate::pgdiff::{Question, Via};
use crate::real::{Release, fetch};
use crate::server::run;

/// The versions that are compared with.
pub const VERSIONS: [&str; 2] = ["17", "18"];

/// What `compare` says of Kea's schema in this server and in the newer one, a line a row.
const EXPECTED: &str = "";

/// Compares Kea's schema here with the same in a remote server of another major version.
pub fn kea(laboratory: &Laboratory, version: &str) -> Result<()> {
    // A copy, because the server's user may not be allowed into the folder of the cache.
    let programs = tempfile::Builder::new().prefix("pgdiff-server-").tempdir()?;
    fs::set_permissions(programs.path(), fs::Permissions::from_mode(0o755))?;
    let fetched = fetch("fetch-server", &[version])?;
    run(Command::new("cp").arg("-a").arg(Path::new(fetched.trim()).join(".")).arg(programs.path()))?;
    let program = |name: &str| programs.path().join("bin").join(name);
    let remote = Cluster::start_of(version, &program("initdb"), &program("postgres"))?;
    let source = remote.create_database("kea", "template0")?;
    let (target, _) = laboratory.databases(Mode::Local)?;
    Release::KEA_2_6.make(&target)?;
    Release::KEA_2_6.make(&source)?;

    let client = target.connect()?;
    let mut question =
        Question { via: Via::Extension(client), source: source.conninfo(), target: "current".to_owned(), options: json!({}) };
    let rows: String = question.compare()?.into_iter().map(|row| row + "\n").collect();
    match difference("expected", EXPECTED, "compared", &rows) {
        None => Ok(()),
        Some(difference) => bail!("compare with PostgreSQL {version} says something else than expected:\n{difference}"),
    }
}
