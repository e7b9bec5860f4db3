//! One source against many targets: it is read once, and they are read at the same time, so many at a time.

use std::time::Duration;

use pgdiff_engine::options::Reading;
use pgdiff_engine::{Catalog, Comparison, Options};
use pgrx::prelude::*;

use crate::endpoint::{Endpoint, Pending, sleep};
use crate::error::{Failure, Result};
use crate::subtransaction::attempt;

/// How many targets may be asked at a time.
const MOST: i32 = 64;

/// How long is waited before all are looked at again.
const PAUSE: Duration = Duration::from_millis(1);

/// Compares each target with the source, in the order in which they answer. What goes wrong with a target is its result; what goes wrong with the source is
/// everybody's.
pub fn each(
    source: &Endpoint,
    targets: &[Endpoint],
    options: &Options,
    parallel: usize,
    mut done: impl FnMut(usize, Result<Comparison<'_>>) -> Result<()>,
) -> Result<()> {
    let kept = std::iter::once(source).chain(targets).any(|endpoint| matches!(endpoint, Endpoint::Snapshot(_)));
    let asked = Reading { lineage: kept, ..options.reading() };
    let mut wanted = Some(Pending::start(source, asked)?);
    let mut source: Option<Catalog> = None;
    let mut waiting = targets.iter().enumerate();
    let mut at_work: Vec<(usize, Result<Pending>)> = Vec::new();
    loop {
        while at_work.len() < parallel
            && let Some((number, target)) = waiting.next()
        {
            at_work.push((number, attempt(|| Pending::start(target, asked))?));
        }
        let take_in = |at_work: &mut Vec<(usize, Result<Pending>)>| {
            at_work.iter_mut().filter_map(|(_, pending)| pending.as_mut().ok()).for_each(Pending::take_in);
        };
        if let Some(wanted) = wanted.take() {
            source = Some(wanted.finish(&mut || take_in(&mut at_work))?);
        }
        let (Some(source), false) = (&source, at_work.is_empty()) else { return Ok(()) };
        // One that doesn't answer must not keep the others waiting.
        let is_ready = |pending: &mut Result<Pending>| pending.as_mut().map_or(true, Pending::is_ready);
        let Some(at) = at_work.iter_mut().position(|(_, pending)| is_ready(pending)) else {
            sleep(PAUSE);
            continue;
        };
        let (number, pending) = at_work.swap_remove(at);
        let target = match pending {
            Ok(pending) => attempt(|| pending.finish(&mut || take_in(&mut at_work)))?,
            Err(failure) => Err(failure),
        };
        // A cancel of this session is no failure of the target's; one there is.
        if let Err(failure) = &target
            && failure.is_interrupt()
        {
            return target.map(|_| ());
        }
        match target {
            Ok(target) => done(number, Comparison::new(&target, source, options).map_err(Failure::from))?,
            Err(failure) => done(number, Err(failure))?,
        }
    }
}

/// How many at a time, as the caller says it.
pub fn parallel(given: Option<i32>) -> Result<usize> {
    let given = given.unwrap_or(8);
    usize::try_from(given).ok().filter(|_| (1..=MOST).contains(&given)).ok_or_else(|| {
        Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, format!("invalid value for \"parallel\": {given}"))
            .hint(format!("It is a number from 1 to {MOST}. Each target that is read takes a connection."))
    })
}
