//! The server under test: where its programs are, and how a program is run that must not be root.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};
use nix::unistd::{Uid, User};

/// The same default as the Makefile's.
const DEFAULT_PG_CONFIG: &str = "/usr/lib/postgresql/15/bin/pg_config";

/// The path of one of the server's programs, as `pg_config --bindir` says.
pub fn program(name: &str) -> Result<PathBuf> {
    static BINDIR: OnceLock<PathBuf> = OnceLock::new();
    if let Some(bindir) = BINDIR.get() {
        return Ok(bindir.join(name));
    }
    let pg_config = std::env::var("PG_CONFIG").unwrap_or_else(|_| DEFAULT_PG_CONFIG.to_owned());
    let bindir = run(Command::new(&pg_config).arg("--bindir"))?;
    Ok(BINDIR.get_or_init(|| PathBuf::from(bindir.trim())).join(name))
}

/// The major version of the server under test.
pub fn major() -> Result<String> {
    let version = run(Command::new(program("postgres")?).arg("--version"))?;
    let number = version.split_whitespace().nth(2).and_then(|number| number.split('.').next());
    Ok(number.with_context(|| format!("no version in {version:?}"))?.to_owned())
}

/// The user that servers run as when the tests run as root: PostgreSQL refuses root. None: as ourselves.
pub fn server_user() -> Result<Option<User>> {
    if !Uid::effective().is_root() {
        return Ok(None);
    }
    let user = User::from_name("postgres")?.context("there is no user postgres; run make setup")?;
    Ok(Some(user))
}

/// A command that runs a program as the server's user, and that ends (with `signal`, if any) when the thread that started it does:
/// so that a killed test run leaves no server behind.
pub fn as_server_user(program: &Path, signal_at_our_death: Option<&str>) -> Result<Command> {
    let mut command = Command::new("setpriv");
    if let Some(user) = server_user()? {
        command.args(["--reuid", &user.uid.to_string(), "--regid", &user.gid.to_string(), "--init-groups"]);
    }
    if let Some(signal) = signal_at_our_death {
        command.args(["--pdeathsig", signal]);
    }
    pin_environment(&mut command).arg("--").arg(program).current_dir("/");
    Ok(command)
}

/// Neither the caller's language nor its libpq settings may reach a test.
pub fn pin_environment(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PG")) {
        command.env_remove(name);
    }
    // With it every error of the extension carries a backtrace in its DETAIL.
    command.env_remove("RUST_BACKTRACE").env("LC_ALL", "C.UTF-8")
}

/// Runs a command to its end; its standard output, or an error with everything that it said.
pub fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot run {}", command.get_program().display()))?;
    if !output.status.success() {
        bail!("{} failed ({}):\n{}", command.get_program().display(), output.status, said(&output));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// What a command said, on both channels.
pub fn said(output: &Output) -> String {
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    text
}
