//! Documentation that is executed: the SQL of a page of `docs/patterns` runs as psql would run it, block by block in one session, and what a
//! block shows must be what the page says it shows.
//!
//! A page is Markdown. A block that begins with three backticks and `sql` is run; a `text` block that follows it is what psql shows, errors
//! among it. A block without one must show no error. The page finds the variables of the expected-output tests (`regress.rs`).
//! A block that a page can't show (its outcome is another each time) is none of `sql`.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use regex::Regex;

use crate::dump::difference;
use crate::law::Laboratory;
use crate::regress::{Echo, show};

/// The folder of pages, and what to do about a difference.
pub struct Pages {
    pub folder: PathBuf,
    /// Take what psql shows as what the page says. Only ever done when asked for.
    pub bless: bool,
}

/// Stands between the outputs of two blocks.
const MARK: &str = "@@ block ";

/// A page in pieces.
enum Piece {
    /// Anything else, as it is.
    Prose(String),
    Sql(String),
    /// What psql showed when the page was last blessed.
    Shown,
}

impl Pages {
    /// The names of the pages.
    pub fn names(&self) -> Result<Vec<String>> {
        let files = fs::read_dir(&self.folder).with_context(|| self.folder.display().to_string())?;
        let paths = files.map(|file| Ok(file?.path())).collect::<Result<Vec<_>>>()?;
        let pages = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "md"));
        let mut names: Vec<String> =
            pages.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).filter(|name| name != "README").collect();
        names.sort();
        Ok(names)
    }

    pub fn check(&self, laboratory: &Laboratory, name: &str) -> Result<()> {
        let file = self.folder.join(name).with_extension("md");
        let page = fs::read_to_string(&file)?;
        let pieces = pieces(&page)?;
        let mut script = String::new();
        let mut count = 0;
        for piece in &pieces {
            if let Piece::Sql(sql) = piece {
                count += 1;
                writeln!(script, "\\echo {MARK}{count}\n{sql}")?;
            }
        }
        ensure!(count > 0, "{} has no SQL: nothing is tested", file.display());
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("page.sql");
        fs::write(&path, script)?;
        let shown = same_each_time(&show(laboratory, &path, Echo::None)?)?;
        let mut outputs =
            shown.split(MARK).skip(1).map(|output| output.split_once('\n').map_or("", |(_, rest)| rest).trim_end());
        let mut written = String::new();
        let mut output = None;
        for piece in &pieces {
            match piece {
                Piece::Sql(sql) => {
                    unsaid(&mut output, &file)?;
                    write!(written, "```sql\n{sql}```\n")?;
                    output = Some(outputs.next().context("psql ended early")?);
                }
                Piece::Shown => {
                    let shown = output.take().context("a text block that follows no SQL")?;
                    write!(written, "```text\n{shown}\n```\n")?;
                }
                Piece::Prose(prose) => written.push_str(prose),
            }
        }
        unsaid(&mut output, &file)?;
        if self.bless {
            return Ok(fs::write(&file, written)?);
        }
        match difference("the page", &of_any_width(&page)?, "shown", &of_any_width(&written)?) {
            None => Ok(()),
            Some(difference) => bail!("psql shows something else than {}:\n{difference}", file.display()),
        }
    }
}

/// What differs from run to run as if it were always the same: databases' names, sessions, times.
fn same_each_time(shown: &str) -> Result<String> {
    let replacements = [
        ("@target@", "shop"),
        ("@source@", "shop_dev"),
        (r"\b(session|[Pp]rocess|transaction|PID) \d+", "$1 4711"),
        (r"\b\d\d:\d\d:\d\d(\.\d+)?", "00:00:03"),
        (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00", "2026-11-23 03:00:00+00"),
    ];
    let mut same = shown.to_owned();
    for (pattern, with) in replacements {
        same = Regex::new(pattern)?.replace_all(&same, with).into_owned();
    }
    Ok(same)
}

/// How wide psql makes a column depends on what stood there before it was made the same, such as the digits of a process's number.
fn of_any_width(page: &str) -> Result<String> {
    let narrow = Regex::new("-{2,}")?.replace_all(page, "--");
    Ok(Regex::new(" {2,}")?.replace_all(&narrow, " ").into_owned())
}

/// What a block showed that the page says nothing of must be no error.
fn unsaid(output: &mut Option<&str>, file: &std::path::Path) -> Result<()> {
    match output.take() {
        Some(shown) if shown.contains("ERROR:") => {
            bail!("{}: a block fails, and the page does not say so:\n{shown}", file.display())
        }
        _ => Ok(()),
    }
}

fn pieces(page: &str) -> Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut lines = page.split_inclusive('\n');
    let mut prose = String::new();
    while let Some(line) = lines.next() {
        let sql = match line.trim_end() {
            "```sql" => true,
            "```text" => false,
            _ => {
                prose.push_str(line);
                continue;
            }
        };
        let mut body = String::new();
        loop {
            let line = lines.next().context("a block that does not end")?;
            if line.trim_end() == "```" {
                break;
            }
            body.push_str(line);
        }
        if !prose.is_empty() {
            pieces.push(Piece::Prose(std::mem::take(&mut prose)));
        }
        pieces.push(if sql { Piece::Sql(body) } else { Piece::Shown });
    }
    pieces.push(Piece::Prose(prose));
    Ok(pieces)
}
