//! The tests of pgdiff that need a server, as one test program:
//!
//!     cargo run -p pg_test -- [filter] [--direction forward|back] [--mode local|remote|engine] [--cases folder] [--pairs N] [--moments N]
//!         [--seed N] [--locks] [--online] [--bless]
//!
//! `law/<kind>/<case>/<direction>/<mode>` proves the law of correctness for a case (mode `local`: and that a third database plans the same
//! where the target is remote), `moments/<file>/<lines>+<lines>` between two states
//! that PostgreSQL's regression suite goes through; `law/online/<kind>.<case>/…` proves it with the strategy `online` (for more than a
//! sample, and in `law/backfill/…` with the option `backfill` as well, with `--online`); `lock/<kind>/<case>/<direction>` holds what the plan says about locks against what each statement does (the
//! forms of `cases/lock`; all cases with `--locks`); `regress/<name>` compares what psql shows with what is expected, `docs/<page>` with what a page of `docs/patterns` says; `watch/pg_cron` waits for jobs of each minute; `ident/…` asks the
//! server whether names are quoted as it quotes them; `endpoint/…` reads from a standby, from old servers and other encodings, and looks
//! for passwords in the log; `report/…` opens reports in a browser; `sql/…` makes databases of pg_dump's text; `operations/…` has a standby
//! that is behind, and a record that is dumped. The extension must be installed (make install).

mod backup;
mod case;
mod cluster;
mod docs;
mod dump;
mod endpoint;
mod fault;
mod ident;
mod law;
mod lock;
mod matrix;
mod moments;
mod operations;
mod pgdiff;
mod real;
mod regress;
mod regression;
mod report;
mod rows;
mod server;
mod wanted;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};
use std::thread::available_parallelism;

use anyhow::Result;
use clap::Parser;
use libtest_mimic::{Arguments, Failed, Trial};

use case::{Case, Direction};
use cluster::Cluster;
use docs::Pages;
use law::{Laboratory, Mode};
use moments::Pair;
use regress::Regress;

#[derive(Parser)]
struct Cli {
    /// Only this direction of the law.
    #[arg(long)]
    direction: Option<Direction>,
    /// Only this way to reach the target.
    #[arg(long)]
    mode: Option<Mode>,
    /// Another folder of cases than the one beside this program's source.
    #[arg(long)]
    cases: Option<PathBuf>,
    /// How many pairs of databases that no case puts together.
    #[arg(long, default_value_t = 0)]
    pairs: usize,
    /// How many pairs of moments of each file of PostgreSQL's own regression suite, instead of a few fixed ones.
    #[arg(long, default_value_t = 0)]
    moments: usize,
    /// Which pairs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Hold what the plan of every case says about locks against what the server does, not only of those in `lock/`.
    #[arg(long)]
    locks: bool,
    /// Prove the law of every case with the strategy `online` as well, without and with `backfill`, not only of those that it is about.
    #[arg(long)]
    online: bool,
    /// Hit deployments at every statement: `fault/…`. Servers are killed and file systems mounted for it, so it takes root and time.
    #[arg(long)]
    faults: bool,
    /// Take what psql shows as the expected output.
    #[arg(long)]
    bless: bool,
    #[command(flatten)]
    libtest: Arguments,
}

fn main() -> ExitCode {
    run(&Cli::parse()).unwrap_or_else(|error| {
        eprintln!("pg_test: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(cli: &Cli) -> Result<ExitCode> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cases = Case::read_all(&cli.cases.clone().unwrap_or_else(|| folder.join("cases")))?;
    let regress = Regress { folder: folder.join("regress"), bless: cli.bless };
    // Listing needs no servers.
    let laboratory = Arc::new(OnceLock::new());
    if !cli.libtest.list {
        let opened = Laboratory::open(cli.mode != Some(Mode::Engine))?;
        opened.stop_on_signals()?;
        let _ = laboratory.set(opened);
    }
    let own = server::major()?;
    let server: u32 = own.parse()?;
    let mut trials = law_trials(Case::strangers(&cases, cli.seed, cli.pairs), &ways(cli, Mode::Local), &laboratory, server);
    // What these cases make is what a lock is about, and what the strategy changes.
    let among = |case: &&Case, folders: &[&str]| folders.iter().any(|folder| case.name.split('/').next() == Some(folder));
    let locks: Vec<Case> = cases.iter().filter(|case| cli.locks || among(case, &["lock"])).cloned().collect();
    trials.extend(lock_trials(locks, &laboratory, server));
    let online: Vec<Case> =
        cases.iter().filter(|case| cli.online || among(case, &["lock", "constraint", "index", "not_null"])).cloned().collect();
    // Here all of it with a remote target, if not all cases are asked for.
    let online_ways = ways(cli, if cli.online { Mode::Local } else { Mode::Remote });
    trials.extend(law_trials(Case::online(&online, "online", false), &online_ways, &laboratory, server));
    if cli.online {
        trials.extend(law_trials(Case::online(&online, "backfill", true), &online_ways, &laboratory, server));
    }
    // What people meet, and what is nasty, is deployed by CALL as well.
    let deployed: Vec<Case> =
        cases.iter().filter(|case| cli.mode.is_none() && among(case, &["everyday", "hard"])).cloned().collect();
    trials.extend(law_trials(deployed, &Direction::ALL.map(|direction| (direction, Mode::Deployed)), &laboratory, server));
    let shown: Vec<Case> =
        cases.iter().filter(|case| cli.mode.is_none() && among(case, &["everyday", "hard"])).cloned().collect();
    let shown = shown.into_iter().filter(|case| !wanted::NOT_AS_DUMPED.contains(&case.name.as_str()));
    for case in shown.map(Arc::new) {
        trials.push(case_trial(format!("sql/{}", case.name), &case, &laboratory, server, wanted::prove));
    }
    for (name, check) in wanted::TRIALS {
        trials.push(trial(format!("sql/{name}"), &laboratory, check));
    }
    trials.extend(law_trials(cases, &ways(cli, Mode::Local), &laboratory, server));
    trials.extend(real_trials(cli, &laboratory));
    let mode = cli.mode.filter(|mode| *mode != Mode::Local).unwrap_or(Mode::Remote);
    let pairs = if cli.moments == 0 { Pair::sample(server) } else { Pair::pick(cli.moments, cli.seed)? };
    for pair in pairs {
        trials.push(trial(format!("moments/{}", pair.name()), &laboratory, move |laboratory| pair.prove(laboratory, mode)));
    }
    let mode = cli.mode.unwrap_or(Mode::Local);
    // What only 17 and 18 have.
    for version in matrix::BUILT.into_iter().filter(|version| *version != own) {
        let too_old = version.parse::<u32>()? < server;
        let name = format!("matrix/{version}/newer");
        let newer =
            trial(name, &laboratory, move |laboratory| if too_old { Ok(()) } else { matrix::newer(laboratory, mode, version) });
        trials.push(if too_old { newer.with_kind("needs an older server").with_ignored_flag(true) } else { newer });
    }
    for version in matrix::VERSIONS.into_iter().filter(|version| *version != own) {
        for schema in matrix::Schema::ALL {
            let name = format!("matrix/{version}/{}", schema.name());
            trials.push(trial(name, &laboratory, move |laboratory| matrix::compare(laboratory, mode, version, schema)));
        }
    }
    // They need servers that take long to build: make test-matrix asks for them with --include-ignored.
    for version in matrix::BUILT.into_iter().filter(|version| **version > *own) {
        let name = format!("matrix/{version}/regression");
        trials.push(trial(name, &laboratory, move |_| matrix::regression(mode, version)).with_ignored_flag(true));
    }
    trials.extend(regress_trials(regress, &laboratory)?);
    let pages = Arc::new(Pages { folder: folder.join("../docs/patterns"), bless: cli.bless });
    for name in pages.names()? {
        let pages = Arc::clone(&pages);
        // They show what 15 says.
        let other = server != 15;
        let title = format!("docs/{name}");
        let check = trial(title, &laboratory, move |laboratory| {
            if other { Ok(()) } else { undisturbed(laboratory, &name, |laboratory| pages.check(laboratory, &name)) }
        });
        trials.push(if other { check.with_kind("needs 15").with_ignored_flag(true) } else { check });
    }
    for (name, check) in
        [("keywords", ident::keywords as fn(&Cluster) -> Result<()>), ("names", ident::names), ("literals", ident::literals)]
    {
        trials.push(trial(format!("ident/{name}"), &laboratory, move |laboratory| check(&laboratory.targets)));
    }
    for (name, check) in endpoint::TRIALS {
        trials.push(trial(format!("endpoint/{name}"), &laboratory, check));
    }
    for (name, check) in operations::TRIALS {
        trials.push(trial(format!("operations/{name}"), &laboratory, check));
    }
    // It is Debian's, for 15.
    let other = server != 15;
    let by_cron = trial("watch/pg_cron".to_owned(), &laboratory, move |_| if other { Ok(()) } else { watch::by_cron() });
    trials.push(if other { by_cron.with_kind("needs 15").with_ignored_flag(true) } else { by_cron });
    for (name, check) in report::TRIALS {
        trials.push(trial(format!("report/{name}"), &laboratory, check));
    }
    trials.push(trial("backup/restore".to_owned(), &laboratory, backup::check));
    for (name, fault, here) in fault::FAULTS.into_iter().filter(|_| cli.faults) {
        trials.push(trial(format!("fault/{name}"), &laboratory, move |_| fault::prove(fault, here)));
    }
    if cli.faults {
        trials.push(trial("fault/no_workers".to_owned(), &laboratory, |_| fault::without_workers()));
    }
    let mut arguments = cli.libtest.clone();
    // One more than there are processors: some trials wait for minutes.
    arguments.test_threads = arguments.test_threads.or_else(|| Some(available_parallelism().ok()?.get() + 1));
    let conclusion = libtest_mimic::run(&arguments, trials);
    real::FIGURES.lock().iter().flat_map(|figures| figures.iter()).for_each(|line| println!("{line}"));
    moments::COUNTS.lock().iter().flat_map(|counts| counts.iter()).for_each(|(way, count)| println!("moments, {way}: {count}"));
    drop(laboratory);
    // CI reads the last line.
    println!("{} passed, {} failed", conclusion.num_passed, conclusion.num_failed);
    Ok(conclusion.exit_code())
}

type Shared = Arc<OnceLock<Laboratory>>;

fn law_trials(cases: Vec<Case>, ways: &[(Direction, Mode)], laboratory: &Shared, server: u32) -> Vec<Trial> {
    let mut trials = Vec::new();
    for case in cases.into_iter().map(Arc::new) {
        for (direction, mode) in ways.iter().copied() {
            let name = format!("law/{}/{}/{}", case.name, direction.name(), mode.name());
            let prove = move |laboratory: &Laboratory, case: &Case| law::prove(laboratory, case, direction, mode);
            trials.push(case_trial(name, &case, laboratory, server, prove));
        }
    }
    trials
}

fn lock_trials(cases: Vec<Case>, laboratory: &Shared, server: u32) -> Vec<Trial> {
    let mut trials = Vec::new();
    for case in cases.into_iter().map(Arc::new) {
        for direction in Direction::ALL {
            let name = format!("lock/{}/{}", case.name, direction.name());
            let prove = move |laboratory: &Laboratory, case: &Case| lock::prove(laboratory, case, direction);
            trials.push(case_trial(name, &case, laboratory, server, prove));
        }
    }
    trials
}

/// A trial of a case, which is ignored where the server is too old for it.
fn case_trial(
    name: String,
    case: &Arc<Case>,
    laboratory: &Shared,
    server: u32,
    prove: impl FnOnce(&Laboratory, &Case) -> Result<()> + Send + 'static,
) -> Trial {
    let (case, oldest) = (Arc::clone(case), case.server);
    if oldest <= server {
        return trial(name, laboratory, move |laboratory| prove(laboratory, &case));
    }
    // Nothing to prove, also where --include-ignored asks for it.
    trial(name, laboratory, |_| Ok(())).with_kind(format!("needs server {oldest}")).with_ignored_flag(true)
}

fn real_trials(cli: &Cli, laboratory: &Shared) -> Vec<Trial> {
    let mut trials = Vec::new();
    for upgrade in &real::UPGRADES {
        for (direction, mode) in ways(cli, Mode::Local) {
            let name = format!("law/real/{}/{}/{}", upgrade.application, direction.name(), mode.name());
            trials.push(trial(name, laboratory, move |laboratory| upgrade.prove(laboratory, direction, mode)));
        }
    }
    // With its data, by CALL.
    for upgrade in real::UPGRADES.iter().filter(|_| cli.mode.is_none()) {
        let name = format!("law/real/{}/forward/deployed", upgrade.application);
        let prove = move |laboratory: &Laboratory| upgrade.prove(laboratory, Direction::Forward, Mode::Deployed);
        trials.push(trial(name, laboratory, prove));
    }
    for (direction, mode) in ways(cli, Mode::Local) {
        let name = format!("law/real/regression/{}/{}", direction.name(), mode.name());
        trials.push(trial(name, laboratory, move |_| regression::prove(direction, mode)));
    }
    trials
}

/// The directions and the mode that are asked for; where none is, this one.
fn ways(cli: &Cli, mode: Mode) -> Vec<(Direction, Mode)> {
    let mode = cli.mode.unwrap_or(mode);
    let directions = Direction::ALL.into_iter().filter(|direction| cli.direction.is_none_or(|only| only == *direction));
    directions.map(|direction| (direction, mode)).collect()
}

fn regress_trials(regress: Regress, laboratory: &Shared) -> Result<Vec<Trial>> {
    let names = regress.names()?;
    let regress = Arc::new(regress);
    let one = |name: String| {
        let regress = Arc::clone(&regress);
        trial(format!("regress/{name}"), laboratory, move |laboratory| {
            undisturbed(laboratory, &name, |laboratory| regress.check(laboratory, &name))
        })
    };
    Ok(names.into_iter().map(one).collect())
}

/// What asks whether anything changed in what all databases share, or changes that: beside others, whose roles come and go, its answer would
/// be theirs.
const ALONE: [&str; 6] = ["drift", "drift_sessions", "fleet", "marker", "snapshot", "watch"];

/// Runs a check with servers of its own where it must not be disturbed.
fn undisturbed(laboratory: &Laboratory, name: &str, check: impl FnOnce(&Laboratory) -> Result<()>) -> Result<()> {
    if ALONE.contains(&name) { check(&Laboratory::open(true)?) } else { check(laboratory) }
}

fn trial(name: String, laboratory: &Shared, check: impl FnOnce(&Laboratory) -> Result<()> + Send + 'static) -> Trial {
    let laboratory = Arc::clone(laboratory);
    Trial::test(name, move || {
        let laboratory = laboratory.get().ok_or("the servers are not started")?;
        check(laboratory).map_err(failed)
    })
}

/// The error with all that led to it, as the test program shows it.
fn failed(error: anyhow::Error) -> Failed {
    Failed::from(format!("{error:#}"))
}
