//! The option `probe`: what the target's rows say moves the risk of the steps that depend on them. The questions and what their
//! answers mean are the [checklist](crate::checklist)'s; here stands what they change of a plan.

use crate::checklist::{About, Answer, Inquiry, Status, filled, judged, unasked};
use crate::compare::Comparison;
use crate::hazard::{Hazard, Risk};
use crate::plan::{Plan, Step};
use crate::probe::{Meaning, Probe, probes};
use std::collections::{BTreeMap, BTreeSet};

/// Relations of up to this many bytes together are little: from memory or from any disk they are read, sorted or written in a
/// fraction of a second, which is less than a session waits for others anyway. Bytes and not rows, because a table with few rows is
/// often one that nobody has counted, while the size of its files the server always knows.
const LITTLE: i64 = 8 << 20;

/// The size of relations. The function waits for whoever holds them exclusively, no longer than any question.
const SIZES: &str = "SELECT r.name, pg_table_size(to_regclass(r.name)), NULL::text\n  FROM unnest({touched}) AS r(name)";

/// What to ask the target.
pub fn inquiries(comparison: &Comparison<'_>, plan: &Plan) -> Vec<Inquiry> {
    let touched: BTreeSet<String> = plan.forward.iter().flat_map(|step| step.statement.touches.iter().cloned()).collect();
    let sizes = filled(SIZES, "{touched}", &touched).map(|query| Inquiry { query, about: About::Sizes });
    let asked = probes(comparison).into_iter().filter(|probe| plan.forward.iter().any(|step| concerns(probe, step)));
    let asked =
        asked.filter_map(|probe| Some(Inquiry { query: probe.question.query.clone().ok()?, about: About::Data(probe) }));
    sizes.into_iter().chain(asked).collect()
}

/// Is the step about what the question is about, and has its hazard, or does it do in its stead what reads the rows?
fn concerns(probe: &Probe, step: &Step) -> bool {
    let has = |hazard: &Hazard| *hazard == probe.question.hazard || hazard.code() == "VALIDATE";
    (step.id == probe.id || step.folded.contains(&probe.id)) && step.statement.hazards.iter().any(has)
}

/// Moves the risks of the plan's steps by what the target answered to the [inquiries].
pub fn weigh(comparison: &Comparison<'_>, plan: &mut Plan, answers: &[(Inquiry, Answer)]) {
    let mut sizes = BTreeMap::new();
    let mut settled: BTreeMap<usize, BTreeMap<Hazard, Risk>> = BTreeMap::new();
    for (inquiry, answer) in answers {
        match (&inquiry.about, answer) {
            (About::Sizes, Answer::Rows(rows)) => {
                let sized =
                    |[name, bytes, _]: &[Option<String>; 3]| Some((name.clone()?, bytes.as_deref()?.parse::<i64>().ok()?));
                sizes.extend(rows.iter().filter_map(sized));
            }
            (About::Data(probe), answer) => {
                let row = judged(probe, &inquiry.query, answer);
                let mut concerned = plan.forward.iter_mut().enumerate().filter(|(_, step)| concerns(probe, step));
                match row.status {
                    Status::Pass => {
                        for (n, step) in concerned {
                            let hazards = step.statement.hazards.iter().filter(|hazard| hazard.code() == "VALIDATE");
                            let hazards = hazards.chain([&probe.question.hazard]).map(|hazard| (*hazard, left(probe)));
                            settled.entry(n).or_default().extend(hazards);
                        }
                    }
                    // What comes behind the step that fails doesn't run.
                    Status::Fail => {
                        if let Some((_, step)) = concerned.next() {
                            step.statement.hazards.retain(|hazard| *hazard != Hazard::WillFail);
                            step.statement.hazards.insert(0, Hazard::WillFail);
                            tell(
                                step,
                                &format!("{}; the row of pgdiff.checklist() has the query that shows them", row.finding),
                            );
                        }
                    }
                    Status::Warn | Status::Manual => concerned.for_each(|(_, step)| tell(step, &row.finding)),
                }
            }
            _ => {}
        }
    }
    for probe in probes(comparison) {
        if let Err(why) = &probe.question.query {
            let row = unasked(&probe, &format!("because {why}"), None);
            plan.forward.iter_mut().filter(|step| concerns(&probe, step)).for_each(|step| tell(step, &row.finding));
        }
    }
    let none = BTreeMap::new();
    for (n, step) in plan.forward.iter_mut().enumerate() {
        let bytes = step.statement.touches.iter().map(|name| sizes.get(name).copied()).sum::<Option<i64>>();
        if !step.statement.touches.is_empty() && bytes.is_some() {
            step.statement.size.bytes = bytes;
        }
        let risk = moved(step, settled.get(&n).unwrap_or(&none), bytes);
        // Only what was looked at moves anything, and nothing makes it worse but what fails.
        let was = step.statement.effective_risk();
        let fails = step.statement.hazards.contains(&Hazard::WillFail);
        if fails || risk < was {
            step.statement.risk = Some(if fails { Risk::High } else { risk });
        }
    }
}

/// What is left of a hazard when the question has found nothing: what fails on no row doesn't fail, but who names what goes is not
/// known by its rows, and statistics may have been reset.
fn left(probe: &Probe) -> Risk {
    match probe.question.meaning {
        Meaning::Fails => Risk::Low,
        Meaning::Loses | Meaning::Used => Risk::Medium,
    }
}

/// The risk of a step by what is known of its rows and of how many bytes it rewrites or reads.
fn moved(step: &Step, settled: &BTreeMap<Hazard, Risk>, bytes: Option<i64>) -> Risk {
    let statement = &step.statement;
    let touches = statement.rewrites || statement.scans;
    let little = !statement.touches.is_empty() && bytes.is_some_and(|bytes| bytes <= LITTLE);
    if settled.is_empty() && !little {
        return statement.effective_risk();
    }
    let weighed = |hazard: &Hazard| match hazard {
        Hazard::BuildIndex | Hazard::TableScan | Hazard::TableRewrite if little => Risk::Low,
        _ => settled.get(hazard).map_or(hazard.risk(), |risk| hazard.risk().min(*risk)),
    };
    let risk = statement.hazards.iter().map(weighed).max().unwrap_or(Risk::None);
    // A risk that a kind has said is that of the lock under which it works as long as there is much to do.
    match statement.risk {
        Some(said) if touches && !little => said,
        _ => risk,
    }
}

fn tell(step: &mut Step, finding: &str) {
    let reason = step.statement.reason.take();
    step.statement.reason = Some(reason.into_iter().chain([finding.to_owned()]).collect::<Vec<_>>().join("; "));
}
