//! The tests of pgdiff that need a server, as one test program:
//!
//!     cargo run -p pg_test -- [filter] [--direction forward|back] [--mode local|remote] [--bless]
//!
//! `law/<kind>/<case>/<direction>/<mode>` proves the law of correctness for a case; `regress/<name>` compares what psql shows with what
//! is expected; `ident/…` asks the server whether names are quoted as it quotes them. The extension must be installed (make install).

mod case;
mod cluster;
mod dump;
mod law;
mod pgdiff;
mod rows;
mod server;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use clap::Parser;
use libtest_mimic::{Arguments, Failed, Trial};

use case::{Case, Direction};
use law::{Laboratory, Mode};

#[derive(Parser)]
struct Cli {
    /// Only this direction of the law.
    #[arg(long)]
    direction: Option<Direction>,
    /// Only this way to reach the target.
    #[arg(long)]
    mode: Option<Mode>,
    #[command(flatten)]
    libtest: Arguments,
}

fn main() -> Result<ExitCode> {
    let cli = Cli::parse();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cases = Case::read_all(&folder.join("cases"))?;
    if cli.libtest.list {
        let nothing = |_: &Case, _, _| Ok(());
        return Ok(libtest_mimic::run(&cli.libtest, law_trials(cases, &cli, Arc::new(nothing))).exit_code());
    }
    let laboratory = Arc::new(Laboratory::open()?);
    laboratory.stop_on_signals()?;
    let prove = {
        let laboratory = Arc::clone(&laboratory);
        move |case: &Case, direction, mode| law::prove(&laboratory, case, direction, mode)
    };
    let conclusion = libtest_mimic::run(&cli.libtest, law_trials(cases, &cli, Arc::new(prove)));
    drop(laboratory);
    Ok(conclusion.exit_code())
}

type Prove = dyn Fn(&Case, Direction, Mode) -> Result<()> + Send + Sync;

fn law_trials(cases: Vec<Case>, cli: &Cli, prove: Arc<Prove>) -> Vec<Trial> {
    let mut trials = Vec::new();
    for case in cases.into_iter().map(Arc::new) {
        for direction in Direction::ALL.into_iter().filter(|direction| cli.direction.is_none_or(|only| only == *direction)) {
            for mode in Mode::ALL.into_iter().filter(|mode| cli.mode.is_none_or(|only| only == *mode)) {
                let name = format!("law/{}/{}/{}", case.name, direction.name(), mode.name());
                let (case, prove) = (Arc::clone(&case), Arc::clone(&prove));
                trials.push(Trial::test(name, move || prove(&case, direction, mode).map_err(failed)));
            }
        }
    }
    trials
}

/// The error with all that led to it, as the test program shows it.
fn failed(error: anyhow::Error) -> Failed {
    Failed::from(format!("{error:#}"))
}
