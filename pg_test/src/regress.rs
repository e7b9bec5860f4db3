//! Expected output, as pg_regress does it: psql runs a file of `regress/sql`, and what it shows must be what `regress/expected` says.
//!
//! A file runs in a database of its own with pgdiff and dblink installed. It finds these psql variables:
//! `:source`, a connection string to an empty database in the other cluster; `:target`, one to its own database
//! (`\c :'source'` and `\c :'target'` go there and back); `:port` and `:socket`, to build others.
//! Ports, directories and generated names are written as `@…@` in the output.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::dump::difference;
use crate::law::{Laboratory, WITH_PGDIFF};

/// The folder of expected-output tests, and what to do about a difference.
pub struct Regress {
    pub folder: PathBuf,
    /// Take what psql shows as what is expected. Only ever done when asked for.
    pub bless: bool,
}

impl Regress {
    /// The names of the tests.
    pub fn names(&self) -> Result<Vec<String>> {
        let folder = self.folder.join("sql");
        let files = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        let paths = files.map(|file| Ok(file?.path())).collect::<Result<Vec<_>>>()?;
        let sql = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "sql"));
        let mut names: Vec<String> = sql.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
        names.sort();
        Ok(names)
    }

    pub fn check(&self, laboratory: &Laboratory, name: &str) -> Result<()> {
        let shown = show(laboratory, &self.folder.join("sql").join(name).with_extension("sql"), Echo::All)?;
        let file = self.folder.join("expected").join(name).with_extension("out");
        if self.bless {
            return Ok(fs::write(&file, shown)?);
        }
        ensure!(file.exists(), "{} is missing; -- --bless writes it. psql showed:\n{shown}", file.display());
        match difference("expected", &fs::read_to_string(&file)?, "shown", &shown) {
            None => Ok(()),
            Some(difference) => bail!("psql shows something else than {}:\n{difference}", file.display()),
        }
    }
}

/// What the servers under test say in other words, from 16 or 18 on, and what 15 says: the test is whether pgdiff hands it on.
const WORDS: [(&str, &str); 4] = [
    ("a password in the connection string or send delegated GSSAPI credentials.", "a password in the connection string."),
    (
        "Non-superusers may only connect using credentials they provide, eg: password in connection string or delegated GSSAPI credentials",
        "Non-superuser cannot connect if the server does not request a password.",
    ),
    ("for user \"postgres\", server \"By dblink\"", "for \"postgres\""),
    ("for user \"reader_role\", server \"by_postgres\"", "for \"reader_role\""),
];

/// Does psql show the statements as well?
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Echo {
    All,
    None,
}

/// What psql shows for a file, with what changes from run to run made the same.
pub fn show(laboratory: &Laboratory, file: &Path, echo: Echo) -> Result<String> {
    let (targets, sources) = (&laboratory.targets, &laboratory.sources);
    let target = targets.create_database(&targets.fresh_name("regress"), WITH_PGDIFF)?;
    let source = sources.create_database(&sources.fresh_name("regress_source"), "template0")?;
    let mut psql = target.client_program("psql")?;
    psql.args(["-X", "-q"]);
    if echo == Echo::All {
        psql.arg("-a");
    }
    for (name, value) in [
        ("source", source.conninfo()),
        ("target", target.conninfo()),
        ("port", sources.port().to_string()),
        ("socket", sources.directory().display().to_string()),
    ] {
        psql.arg("-v").arg(format!("{name}={value}"));
    }
    // Both channels in the order of what happened: an error belongs below its statement.
    let (mut reader, writer) = std::io::pipe()?;
    let mut child = psql.stdin(fs::File::open(file)?).stdout(writer.try_clone()?).stderr(writer).spawn()?;
    drop(psql);
    let mut shown = String::new();
    std::io::Read::read_to_string(&mut reader, &mut shown)?;
    child.wait()?;
    // Longest first: the source's name begins as the target's does.
    for (found, placeholder) in [
        (source.name.clone(), "@source@"),
        (target.name.clone(), "@target@"),
        (sources.directory().display().to_string(), "@source_socket@"),
        (targets.directory().display().to_string(), "@target_socket@"),
        (sources.port().to_string(), "@source_port@"),
        (targets.port().to_string(), "@target_port@"),
    ] {
        shown = shown.replace(&found, placeholder);
    }
    Ok(WORDS.iter().fold(shown, |shown, (newer, older)| shown.replace(newer, older)))
}
