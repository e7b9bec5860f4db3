//! A case of the law: one file that says how two databases are made. See `pg_test/cases/README.md` for the format.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value};

/// Which of the two databases is changed into the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Direction {
    /// The file's target becomes its source.
    Forward,
    /// The file's source becomes its target.
    Back,
}

impl Direction {
    pub const ALL: [Direction; 2] = [Direction::Forward, Direction::Back];

    pub fn name(self) -> &'static str {
        match self {
            Direction::Forward => "forward",
            Direction::Back => "back",
        }
    }
}

/// What a case says about one of its databases.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// SQL that makes the database.
    pub schema: String,
    /// SQL that fills it, run only where this side is the one that is deployed to.
    pub rows: String,
    /// What the plan must announce to lose when it is deployed to, as `object_type object_identity`.
    pub lossy: Vec<String>,
    /// Where deploying to this side must fail: what the error says.
    pub fails: Option<String>,
    /// The options of every call when it is deployed to.
    pub options: Map<String, Value>,
}

impl Side {
    /// Would its record hold secrets? Such a deployment is refused.
    pub fn reveals_secrets(&self) -> bool {
        self.options.get("secrets").is_some_and(|secrets| secrets == "reveal")
    }
}

/// One case, as its file says it.
#[derive(Clone, Debug)]
pub struct Case {
    /// `kind/case`: the file's path below the folder of cases.
    pub name: String,
    pub target: Side,
    pub source: Side,
    /// The oldest server that can make it, as a major version; 0 for any.
    pub server: u32,
    /// The statements of the forward plan, one below the other, where the case wants them exactly.
    pub expect: Option<String>,
}

impl Case {
    /// What is deployed to, and what it shall become, in a direction.
    pub fn sides(&self, direction: Direction) -> (&Side, &Side) {
        match direction {
            Direction::Forward => (&self.target, &self.source),
            Direction::Back => (&self.source, &self.target),
        }
    }

    /// The law holds for any two databases: pairs of sides that no case puts together, the same ones for the same seed. They have
    /// no rows, because those of one case may well break what another one's constraints ask for.
    pub fn strangers(cases: &[Case], seed: u64, count: usize) -> Vec<Case> {
        let sides: Vec<(String, &Side, u32)> = cases
            .iter()
            .flat_map(|case| {
                [
                    (format!("{}.target", case.name), &case.target, case.server),
                    (format!("{}.source", case.name), &case.source, case.server),
                ]
            })
            .filter(|(_, side, _)| !side.schema.trim().is_empty())
            .collect();
        let mut pick = picker(seed);
        let bare = |side: &Side| Side { schema: side.schema.clone(), ..Side::default() };
        (0..count)
            .map(|_| {
                let (one, other) = (&sides[pick(sides.len())], &sides[pick(sides.len())]);
                let name = format!("pairs/{}+{}", one.0.replace('/', "."), other.0.replace('/', "."));
                Case { name, target: bare(one.1), source: bare(other.1), server: one.2.max(other.2), expect: None }
            })
            .collect()
    }

    /// The same cases with the strategy `online`, and `backfill` or not; under `called`. What is to fail leaves behind what it had done by
    /// then, and is none of them.
    pub fn online(cases: &[Case], called: &str, backfill: bool) -> Vec<Case> {
        let with = |side: &Side| {
            let mut side = side.clone();
            side.options.insert("strategy".to_owned(), "online".into());
            if backfill {
                side.options.insert("backfill".to_owned(), true.into());
            }
            side
        };
        let runs = cases.iter().filter(|case| case.target.fails.is_none() && case.source.fails.is_none());
        runs.map(|case| Case {
            name: format!("{called}/{}", case.name.replace('/', ".")),
            target: with(&case.target),
            source: with(&case.source),
            server: case.server,
            expect: None,
        })
        .collect()
    }

    /// Every case below a folder, by name.
    pub fn read_all(folder: &Path) -> Result<Vec<Case>> {
        let mut cases = Vec::new();
        for kind in sorted_entries(folder)?.iter().filter(|path| path.is_dir()) {
            for file in sorted_entries(kind)?.iter().filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
            {
                let name = file.strip_prefix(folder)?.with_extension("").display().to_string();
                let text = fs::read_to_string(file)?;
                cases.push(Case::parse(&name, &text).with_context(|| file.display().to_string())?);
            }
        }
        Ok(cases)
    }

    /// Reads a case from a file's text.
    pub fn parse(name: &str, text: &str) -> Result<Case> {
        let mut case =
            Case { name: name.to_owned(), target: Side::default(), source: Side::default(), server: 0, expect: None };
        // What stands before the first marker is a comment.
        for section in format!("\n{text}").split("\n-- @").skip(1) {
            let (marker, body) = section.split_once('\n').unwrap_or((section, ""));
            let body = &format!("{}\n", body.trim_end());
            let (keyword, argument) = marker.split_once(' ').unwrap_or((marker, ""));
            case.section(keyword, argument.trim(), body).with_context(|| format!("-- @{marker}"))?;
        }
        let made = format!("{}{}", case.target.schema, case.source.schema);
        ensure!(!made.trim().is_empty(), "the case makes no database: it needs -- @target or -- @source");
        Ok(case)
    }

    fn section(&mut self, keyword: &str, argument: &str, body: &str) -> Result<()> {
        match (keyword, argument) {
            ("both", "") => {
                self.target.schema.push_str(body);
                self.source.schema.push_str(body);
            }
            ("target", "") => self.target.schema.push_str(body),
            ("source", "") => self.source.schema.push_str(body),
            ("server", version) => self.server = version.parse()?,
            ("expect", "") => self.expect = Some(body.trim().to_owned()),
            ("options", json) if !json.starts_with("source") => {
                self.target.options = serde_json::from_str(json)?;
                self.source.options = self.target.options.clone();
            }
            ("rows" | "lossy" | "fails" | "options", _) => {
                let (side, argument) = match argument.strip_prefix("source") {
                    Some(rest) if rest.is_empty() || rest.starts_with(' ') => (&mut self.source, rest.trim()),
                    _ => (&mut self.target, argument),
                };
                match keyword {
                    "rows" => side.rows.push_str(body),
                    "options" => side.options = serde_json::from_str(argument)?,
                    "lossy" => side.lossy.extend(argument.split(',').map(|object| object.trim().to_owned())),
                    _ => side.fails = Some(argument.to_owned()),
                }
            }
            _ => bail!("a case has no such section"),
        }
        Ok(())
    }
}

/// Numbers below a bound, the same ones for the same seed: Knuth's linear congruential generator, which must never change.
pub fn picker(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |bound| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    }
}

fn sorted_entries(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_go_to_their_sides() -> Result<()> {
        let case = Case::parse(
            "table/x",
            "-- about\n-- @both\nb;\n-- @target\nt;\n-- @source\ns;\n-- @rows\nr;\n-- @rows source\nrs;\n\
             -- @lossy table public.t, table column public.u.c\n-- @lossy source schema x\n-- @fails source out of range\n-- @options {\"drop\": \"no\"}\n-- @options source {}\n",
        )?;
        let (target, source) = case.sides(Direction::Forward);
        assert_eq!(target.schema, "b;\nt;\n");
        assert_eq!(source.schema, "b;\ns;\n");
        assert_eq!((target.rows.as_str(), source.rows.as_str()), ("r;\n", "rs;\n"));
        assert_eq!(target.lossy, ["table public.t", "table column public.u.c"]);
        assert_eq!(source.lossy, ["schema x"]);
        assert_eq!(source.fails.as_deref(), Some("out of range"));
        assert_eq!((target.options.len(), source.options.len()), (1, 0));
        assert!(Case::parse("x", "-- @nonsense\n").is_err());
        Ok(())
    }
}
