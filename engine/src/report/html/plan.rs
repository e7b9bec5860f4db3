//! What is done, stage by stage.

use super::{action_chip, bytes_of, hazard_list, length, lock_class, lock_class_of, risk_chip, shortened, with_room};
use crate::hazard::Risk;
use crate::plan::PlanRow;
use crate::report::text::{line, lines};
use crate::report::{Planned, RISKS, Report, Stage};
use crate::script::plural;
use maud::{Markup, html};
use std::collections::BTreeSet;

pub(super) fn plan(report: &Report) -> Markup {
    let planned = match &report.planned {
        Ok(planned) => planned,
        Err(error) => {
            return html! {
                section #plan { h2 { "Plan" } p.note.bad { "There is no plan: " (line(&error.to_string())) "." }
                    @if let Some(detail) = error.detail() { p { (line(detail)) } } @if let Some(hint) = error.hint() { p.muted { (line(hint)) } } }
            };
        }
    };
    let size = |step: &PlanRow| (risk_of(step), step.statement.len() + length(step.rollback.as_ref()));
    let texts = with_room(&planned.steps.iter().map(size).collect::<Vec<_>>());
    let cut = planned.steps.len() - texts.len();
    html! {
        section #plan {
            h2 { "Plan" }
            p.muted { "In this order, stage by stage. A stage is what runs in one transaction: it is done as a whole or not at all." }
            @if cut > 0 {
                p.note { "The page would be too long: of " (plural(cut, "statement")) " only the first line is shown. Those of high risk come first; " code { "pgdiff.script()" } " has them all." }
            }
            @for stage in &planned.stages { (stage_of(planned, stage, &texts)) }
        }
    }
}

fn stage_of(planned: &Planned, stage: &Stage, texts: &BTreeSet<usize>) -> Markup {
    html! {
        details.stage open {
            summary {
                strong { "Stage " (stage.number) " of " (planned.stages.len()) }
                span { (plural(stage.steps.len(), "statement")) }
                span.muted { @if stage.in_transaction { "in one transaction" } @else { "outside of transactions" } }
                @if let Some(mode) = stage.lock { span class={ "chip lock " (lock_class(mode)) } { (mode.as_str()) } span.muted { "at most, on " (plural(stage.relations, "relation")) } }
                @else { span.muted { "locks no relation that is there" } }
            }
            @for n in stage.steps.clone() { @if let Some(step) = planned.steps.get(n) { (step_of(step, texts.contains(&n))) } }
        }
    }
}

/// A step on one line.
fn step_line(step: &PlanRow) -> Markup {
    let first = step.statement.lines().next().unwrap_or_default();
    html! {
        span.at { (step.step) } (action_chip(step.action))
        span.what { code.sql { (line(&shortened(first))) @if step.statement.contains('\n') { " …" } } }
        span.flags {
            @if let Some(mode) = step.lock_mode { span class={ "chip lock " (lock_class_of(mode)) } { (mode) } }
            @if step.rewrites { span.chip.flag { "rewrites" } }
            @if step.scans { span.chip.flag { "scans" } }
            @if !step.in_transaction { span.chip.flag { "no transaction" } }
            @if step.reversibility != "lossless" { span.chip.flag.bad { (step.reversibility.replace('_', " ")) } }
        }
        (risk_chip(risk_of(step)))
    }
}

fn step_of(step: &PlanRow, with_text: bool) -> Markup {
    if !with_text {
        return html! { div.step.bare id={ "step-" (step.step) } { (step_line(step)) } };
    }
    html! {
        details.step id={ "step-" (step.step) } {
            summary { (step_line(step)) }
            div.body {
                p { span.kind { (step.object_type) } " " span.name { (line(&step.object_identity)) }
                    @if let Some(reason) = &step.reason { span.muted { " · " (line(reason)) } } }
                @if !step.hazards.is_empty() { (hazard_list(&step.hazards)) }
                (effects(step))
                pre tabindex="0" { (lines(&step.statement)) ";" }
                @match &step.rollback {
                    Some(rollback) => { details.undo { summary { "Rollback" } pre tabindex="0" { (lines(rollback)) } } }
                    None => { p.muted { "No statement of its own takes it back." } }
                }
            }
        }
    }
}

/// What a step locks, reads, writes and loses.
fn effects(step: &PlanRow) -> Markup {
    let size = match (step.rows, step.bytes) {
        (Some(rows), Some(bytes)) => Some(format!("about {}, {}", plural_of(rows, "row"), bytes_of(bytes))),
        (Some(rows), None) => Some(format!("about {}", plural_of(rows, "row"))),
        (None, Some(bytes)) => Some(bytes_of(bytes)),
        (None, None) => None,
    };
    let names = |names: &[String]| html! { @for (n, name) in names.iter().enumerate() { @if n > 0 { ", " } span.name { (line(name)) } } };
    html! {
        dl {
            @if let Some(mode) = step.lock_mode { dt { "Locks" } dd { (mode) " on " (names(&step.locked_relations)) } }
            @if let Some(size) = size { dt { "Size" } dd { (size) @if step.rewrites { ", rewritten" } @else if step.scans { ", read" } } }
            @if step.reversibility != "lossless" { dt { "Taking it back" } dd { (reversibility(step.reversibility)) } }
            @if !step.loses.is_empty() { dt { "Loses" } dd { (names(&step.loses)) } }
        }
    }
}

fn reversibility(word: &str) -> &'static str {
    match word {
        "structure_only" => "the definition comes back, the rows or values don't",
        "irreversible" => "no statement brings this back exactly",
        _ => "everything is as before",
    }
}

fn plural_of(count: i64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn risk_of(step: &PlanRow) -> Risk {
    RISKS.into_iter().find(|risk| risk.as_str() == step.risk).unwrap_or(Risk::None)
}
