//! `pgdiff.backup_commands`: run as they are, they bring back what a deployment lost and no rollback can.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::law::{Laboratory, Mode, psql};
use crate::server::{pin_environment, program, run};

/// A name that a shell, pg_dump's patterns and SQL read each in their own way.
const NAME: &str = r#"s."O'Brien's $(touch x) ""y"" *""#;

/// Loses a table's rows and a column's values, takes the deployment back, and restores both.
pub fn check(laboratory: &Laboratory) -> Result<()> {
    let (target, source) = laboratory.databases(Mode::Local)?;
    psql(&source, "CREATE SCHEMA s; CREATE TABLE s.stays (id integer)")?;
    psql(
        &target,
        &format!(
            "CREATE SCHEMA s; CREATE TABLE s.stays (id integer, note text); INSERT INTO s.stays VALUES (1, 'kept');\n\
             CREATE TABLE {NAME} (id integer); INSERT INTO {NAME} VALUES (1), (2)"
        ),
    )?;
    let mut client = target.connect()?;
    let text = |client: &mut postgres::Client, query: &str| -> Result<Vec<(String, String)>> {
        let rows = client.query(query, &[&source.conninfo()])?;
        Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
    };
    let commands = text(&mut client, "SELECT purpose, command FROM pgdiff.backup_commands($1)")?;
    let scripts = text(&mut client, "SELECT pgdiff.script($1), pgdiff.rollback_script($1)")?;
    let (script, rollback) = scripts.into_iter().next().context("no script")?;

    let folder = tempfile::tempdir()?;
    let shell = |command: &str| {
        let mut sh = Command::new("sh");
        let path = program("")?.display().to_string() + ":" + &std::env::var("PATH").unwrap_or_default();
        pin_environment(&mut sh).env("PATH", path).env("PGUSER", "postgres").env("PGHOST", laboratory.targets.directory());
        sh.env("PGPORT", laboratory.targets.port().to_string()).current_dir(folder.path()).args(["-e", "-c", command]);
        run(&mut sh).with_context(|| command.to_owned())
    };
    let of = |wanted: &'static str| commands.iter().filter(move |(purpose, _)| purpose == wanted).map(|(_, command)| command);
    for purpose in ["full", "schema", "tables"] {
        ensure!(of(purpose).count() > 0, "no command to dump: {purpose}");
        of(purpose).try_for_each(|command| shell(command).map(drop))?;
    }
    psql(&target, &script)?;
    psql(&target, &rollback)?;
    of("restore").try_for_each(|command| shell(command).map(drop))?;

    let count: i64 = client.query_one(&format!("SELECT count(*) FROM {NAME}"), &[])?.get(0);
    ensure!(count == 2, "{count} of 2 rows came back");
    let scratch = of("restore")
        .find_map(|command| command.strip_prefix("createdb ")?.rsplit(' ').next())
        .context("no database beside")?;
    let note: String = laboratory.targets.connect(scratch)?.query_one("SELECT note FROM s.stays", &[])?.get(0);
    ensure!(note == "kept", "the column's value is {note}");
    ensure!(!folder.path().join("x").exists(), "a name was run by the shell");
    Ok(())
}
