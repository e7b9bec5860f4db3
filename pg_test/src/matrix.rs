//! Comparing with a server of another major version: the same schema in both, and what differs nevertheless.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use postgres::Client;
use serde_json::json;
use tempfile::TempDir;

use crate::cluster::{Cluster, Database};
use crate::dump::difference;
use crate::law::{Laboratory, Mode, psql};
use crate::real::{Release, fetch, record_line};
use crate::regression;
use crate::server::{self, pin_environment, program, run, said};

/// The versions that are compared with.
pub const VERSIONS: [&str; 4] = ["14", "16", "17", "18"];

/// The versions that the regression database is brought to: those that can be built.
pub const BUILT: [&str; 2] = ["17", "18"];

/// What is made in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// Kea 2.6, as Debian ships it.
    Kea,
    /// Zabbix 7.0, as Debian ships it.
    Zabbix,
    /// Everything that the server writes down from a parse tree.
    Deparsed,
}

impl Schema {
    pub const ALL: [Schema; 3] = [Schema::Kea, Schema::Zabbix, Schema::Deparsed];

    pub fn name(self) -> &'static str {
        match self {
            Schema::Kea => "kea",
            Schema::Zabbix => "zabbix",
            Schema::Deparsed => "deparsed",
        }
    }

    fn make(self, database: &Database) -> Result<()> {
        match self {
            Schema::Kea => Release::KEA_2_6.make(database),
            Schema::Zabbix => Release::ZABBIX_7_0.make(database),
            Schema::Deparsed => psql(database, include_str!("../matrix/deparsed.sql")),
        }
    }
}

/// What differs between databases that are new: until 14 everybody could create in the schema public, and pg_dump keeps it so.
fn expected(version: &str) -> &'static [&'static str] {
    if version == "14" { &["alter schema public: owner, privileges"] } else { &[] }
}

/// Compares a schema here with the same in a remote server of another major version: there is no difference.
pub fn compare(laboratory: &Laboratory, mode: Mode, version: &str, schema: Schema) -> Result<()> {
    // A copy, because the server's user may not be allowed into the folder of the cache.
    let programs = readable_folder()?;
    let fetched = fetch("fetch-server", &[version])?;
    run(Command::new("cp").arg("-a").arg(Path::new(fetched.trim()).join(".")).arg(programs.path()))?;
    let remote = start(version, &programs.path().join("bin"))?;
    let source = remote.create_database("other", "template0")?;
    let (target, _) = laboratory.databases(mode)?;
    schema.make(&target)?;
    schema.make(&source)?;
    let mut question = laboratory.question(mode, &target, &source, json!({}))?;
    let mut rows = question.changes()?;
    ensure!(
        expected(version).iter().all(|expected| rows.iter().any(|row| row == expected)),
        "compare with PostgreSQL {version} doesn't find what differs: {rows:?}"
    );
    rows.retain(|row| !expected(version).contains(&row.as_str()));
    record_line(format!("{} compared with the same in PostgreSQL {version}: {} false rows", schema.name(), rows.len()))?;
    ensure!(
        rows.is_empty(),
        "compare with PostgreSQL {version} finds what is no difference:\n{}",
        question.compare()?.join("\n")
    );
    Ok(())
}

/// Brings the regression database of this server to a newer one with pg_dump, as an upgrade does, and compares: what differs then is
/// written down in `matrix/regression-THIS-VERSION.txt`, with the reason.
pub fn regression(mode: Mode, version: &str) -> Result<()> {
    let suite = regression::suite(None)?;
    let pg_config = fetch("build-server", &[version])?;
    let (here, there) = (suite.join("lib"), regression::suite(Some(pg_config.trim()))?.join("lib"));
    let bin = Path::new(pg_config.trim()).with_file_name("");
    let copy = regression::copy(&suite)?;
    let laboratory = Laboratory::of(copy, start(version, &bin)?, mode)?;
    let target = laboratory.targets.create_database("here", regression::DATABASE)?;
    let source = laboratory.sources.create_database("there", "template0")?;

    let dump = |tool: &str, arguments: &[&str]| {
        let mut command = Command::new(bin.join(tool));
        run(pin_environment(&mut command).args(arguments).args(["-d", &target.conninfo()])).context("dumping")
    };
    let roles = dump("pg_dumpall", &["--roles-only"])?;
    load(&laboratory.sources.conninfo("postgres"), &roles)?;
    // The modules have the same names in both, and stand in another place.
    let (here, there) = (here.display().to_string(), there.display().to_string());
    let refused = load(&source.conninfo(), &dump("pg_dump", &["--schema-only"])?.replace(&here, &there))?;
    source.connect()?.execute("UPDATE pg_proc SET probin = replace(probin, $1, $2) WHERE oid >= 16384", &[&there, &here])?;

    if mode.is_local() {
        laboratory.install(&target.name)?;
    }
    let mut question = laboratory.question(mode, &target, &source, json!({}))?;
    let rows = question.changes()?;
    let objects = objects(&mut target.connect()?)?;
    record_line(format!(
        "the regression database ({objects} objects) compared with the same in PostgreSQL {version}: {} rows",
        rows.len()
    ))?;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("matrix/regression-{}-{version}.txt", server::major()?));
    let expected = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let is_row = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let mut expected: Vec<String> = expected.lines().filter(is_row).map(|line| format!("{line}\n")).collect();
    expected.sort();
    let mut found: Vec<String> = rows.iter().map(|row| format!("{}\n", row.trim_end_matches(": "))).collect();
    found.sort();
    match difference("expected", &expected.concat(), "compared", &found.concat()) {
        None => Ok(()),
        Some(difference) => bail!(
            "compare with PostgreSQL {version} says something else than {}:\n{difference}\nthe new server refused:\n{refused}\n{}",
            file.display(),
            question.compare()?.join("\n")
        ),
    }
}

/// How many objects there are: what compare() walks.
fn objects(client: &mut Client) -> Result<i64> {
    Ok(client.query_one(regression::COUNT, &[])?.get(0))
}

fn start(version: &str, bin: &Path) -> Result<Cluster> {
    Cluster::start_of(version, &bin.join("initdb"), &bin.join("postgres"))
}

/// Loads a dump as far as the server takes it; what it refused.
fn load(conninfo: &str, sql: &str) -> Result<String> {
    let file = tempfile::NamedTempFile::new()?;
    fs::write(file.path(), sql)?;
    let mut psql = Command::new(program("psql")?);
    let output = pin_environment(&mut psql).args(["-X", "-q", "-d", conninfo, "-f"]).arg(file.path()).output()?;
    let said = said(&output);
    Ok(said.lines().filter(|line| line.contains("ERROR: ")).map(|line| format!("{line}\n")).collect())
}

fn readable_folder() -> Result<TempDir> {
    let folder = tempfile::Builder::new().prefix("pgdiff-server-").tempdir()?;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
    Ok(folder)
}

/// What only the newer server has: deployed to this one, all is told that it has no place for, and nothing else is left; and from
/// there back to the newer one everything settles.
pub fn newer(laboratory: &Laboratory, mode: Mode, version: &str) -> Result<()> {
    // A copy, because the server's user may not be allowed into the folder of the cache.
    let programs = readable_folder()?;
    let fetched = fetch("fetch-server", &[version])?;
    run(Command::new("cp").arg("-a").arg(Path::new(fetched.trim()).join(".")).arg(programs.path()))?;
    let remote = start(version, &programs.path().join("bin"))?;
    let newer = remote.create_database("newer", "template0")?;
    let (older, _) = laboratory.databases(mode)?;
    psql(&newer, include_str!("../matrix/newer-17.sql"))?;
    let has_17 = server::major()?.parse::<u32>()? >= 17;
    let mut expected = if has_17 { String::new() } else { include_str!("../matrix/newer-17.out").to_owned() };
    if version == "18" {
        psql(&newer, include_str!("../matrix/newer-18.sql"))?;
        expected.push_str(include_str!("../matrix/newer-18.out"));
    }
    let mut question = laboratory.question(mode, &older, &newer, json!({}))?;
    let script = question.script()?;
    psql(&older, &script).with_context(|| format!("the script from {version}:\n{script}"))?;
    let mut question = laboratory.question(mode, &older, &newer, json!({}))?;
    let told: String = question.compare()?.into_iter().map(|row| row + "\n").collect();
    if let Some(difference) = difference("expected", &sorted(&expected), "left", &sorted(&told)) {
        bail!("what is left of PostgreSQL {version} is something else than expected:\n{difference}\n{script}");
    }
    // The newer server has no pgdiff.
    let mode = if mode.is_local() { Mode::Remote } else { mode };
    let mut question = laboratory.question(mode, &newer, &older, json!({}))?;
    let script = question.script()?;
    psql(&newer, &script).with_context(|| format!("the script to {version}:\n{script}"))?;
    let mut question = laboratory.question(mode, &newer, &older, json!({}))?;
    let told: String = question.compare()?.into_iter().map(|row| row + "\n").collect();
    match difference("expected", "", "left", &told) {
        None => Ok(()),
        Some(difference) => bail!("what comes from here does not settle in PostgreSQL {version}:\n{difference}\n{script}"),
    }
}

fn sorted(lines: &str) -> String {
    let mut lines: Vec<&str> = lines.lines().collect();
    lines.sort_unstable();
    lines.into_iter().map(|line| format!("{line}\n")).collect()
}
