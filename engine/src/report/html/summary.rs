//! Counts, pictures of them, and the hazards with what they mean.

use super::{lock_class, risk_chip, step_links};
use crate::checklist::Status;
use crate::compare::ChangeRow;
use crate::hazard::{Hazard, LockMode};
use crate::plan::PlanRow;
use crate::report::{ACTIONS, Differences, RISKS, Report};
use crate::script::plural;
use maud::{Markup, html};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many object types the picture by type names.
const MOST_TYPES: usize = 10;

pub(super) fn summary(report: &Report) -> Markup {
    let differences = &report.differences;
    html! {
        section #summary {
            h2 { "Summary" }
            (tiles(report))
            div.charts {
                figure {
                    figcaption { "By risk" }
                    @let most = RISKS.iter().map(|risk| total(differences, |change| change.risk == *risk)).max().unwrap_or(0);
                    @for risk in RISKS {
                        @let word = risk.as_str();
                        (bar(html! { a href={ "#risk=" (word) } { (risk_chip(risk)) } }, &by_action(differences, |change| change.risk == risk), most))
                    }
                }
                figure {
                    figcaption { "By object type" }
                    (by_type(differences))
                }
                @if let Ok(planned) = &report.planned {
                    figure {
                        figcaption { "Statements by strongest lock" }
                        @let most = planned.locks.values().copied().max().unwrap_or(0);
                        @for (mode, count) in planned.locks.iter().rev() {
                            @let class = mode.map_or("lock-none", lock_class);
                            (bar(html! { (mode.map_or("no existing relation", LockMode::as_str)) }, &[(class, "", *count)], most))
                        }
                    }
                }
            }
            p.legend aria-label="Colours of the bars" {
                @for action in ACTIONS.iter().filter(|action| differences.counts.by_action.contains_key(*action)) {
                    span class={ "key " (action) } { (action) " " (differences.counts.by_action.get(action).copied().unwrap_or(0)) }
                }
            }
        }
    }
}

fn total(differences: &Differences, holds: impl Fn(&ChangeRow) -> bool) -> usize {
    differences.changes.iter().filter(|change| holds(change)).count()
}

/// Class, word and count of the parts of a bar.
type Parts = [(&'static str, &'static str, usize)];

fn by_action(differences: &Differences, holds: impl Fn(&ChangeRow) -> bool) -> [(&'static str, &'static str, usize); 4] {
    ACTIONS.map(|action| (action, action, total(differences, |change| change.action == action && holds(change))))
}

fn by_type(differences: &Differences) -> Markup {
    let mut types: Vec<(&str, usize)> = differences.counts.by_object_type.iter().map(|(word, count)| (*word, *count)).collect();
    types.sort_by_key(|(word, count)| (Reverse(*count), *word));
    let named = if types.len() > MOST_TYPES + 1 { MOST_TYPES } else { types.len() };
    let (named, others) = types.split_at(named);
    let others: BTreeSet<&str> = others.iter().map(|(word, _)| *word).collect();
    let rest = by_action(differences, |change| others.contains(change.object_type));
    let sum = |parts: &Parts| parts.iter().map(|(.., count)| count).sum();
    let most = named.iter().map(|(_, count)| *count).max().unwrap_or(0).max(sum(&rest));
    html! {
        @for (word, _) in named {
            (bar(html! { (word) }, &by_action(differences, |change| change.object_type == *word), most))
        }
        @if !others.is_empty() {
            (bar(html! { (others.len()) " other types" }, &rest, most))
        }
    }
}

/// One line of a plot: what it is about, the bar, the count.
fn bar(label: Markup, parts: &Parts, most: usize) -> Markup {
    /// The width of the widest bar; the picture scales.
    const WIDTH: usize = 1000;
    let count: usize = parts.iter().map(|(.., count)| count).sum();
    let mut x = 0;
    let mut told = Vec::new();
    let mut drawn = Vec::new();
    for (class, word, count) in parts.iter().filter(|(.., count)| *count > 0) {
        // What is there at all is seen.
        let width = (count * WIDTH / most.max(1)).max(6);
        told.push(format!("{count} {word}").trim_end().to_owned());
        drawn.push((class, x, width, told.last().cloned().unwrap_or_default()));
        x += width;
    }
    html! {
        div.bar {
            span.label { (label) }
            svg viewBox="0 0 1030 10" preserveAspectRatio="none" role="img" aria-label=(told.join(", ")) {
                @for (class, x, width, told) in drawn {
                    rect class=(class) x=(x) y="0" width=(width) height="10" { title { (told) } }
                }
            }
            span.count { (count) }
        }
    }
}

fn tiles(report: &Report) -> Markup {
    let differences = &report.differences;
    let tile = |value: Markup, what: &str| html! { div.tile { strong { (value) } span { (what) } } };
    html! {
        div.tiles {
            (tile(html! { (differences.counts.objects) }, if differences.counts.objects == 1 { "object differs" } else { "objects differ" }))
            (tile(risk_chip(differences.highest_risk), "highest risk"))
            @if let Ok(planned) = &report.planned {
                @let steps = &planned.steps;
                @let count = |holds: &dyn Fn(&PlanRow) -> bool| html! { (steps.iter().filter(|step| holds(step)).count()) };
                (tile(html! { (steps.len()) }, &format!("statements in {}", plural(planned.stages.len(), "stage"))))
                (tile(count(&|step| step.reversibility != "lossless"), "can't be taken back without loss"))
                (tile(count(&|step| step.rewrites), "rewrite a table or index"))
                (tile(count(&|step| step.scans), "read a whole table"))
                (tile(html! { (planned.relations) }, "relations locked"))
            }
            @if let Ok(rows) = &report.checklist {
                @let count = |status| rows.iter().filter(|row| row.status == status).count();
                (tile(
                    html! { (count(Status::Fail)) span.muted { " / " (count(Status::Warn)) } },
                    "checks fail / warn"
                ))
            }
        }
    }
}

/// The hazards, each once, with what they mean.
pub(super) fn to_look_at(report: &Report) -> Markup {
    let mut hazards: Vec<(Hazard, &Vec<usize>)> = report.hazards.iter().map(|(hazard, steps)| (*hazard, steps)).collect();
    hazards.sort_by_key(|(hazard, _)| (Reverse(hazard.risk()), *hazard));
    let rows = |hazard: Hazard| total(&report.differences, |change| change.hazards.contains(&hazard.code()));
    html! {
        section #hazards {
            h2 { "What to look at" }
            @if hazards.is_empty() {
                p { "Nothing of this risks anything that a DBA would care about." }
            } @else {
                div.scroll { table.hazards.stacks {
                    thead { tr { th { "Risk" } th { "Hazard" } th.n { "Objects" } th { "What can happen, and what to do about it" } th { "Steps" } } }
                    tbody {
                        @for (hazard, steps) in hazards {
                            tr id={ "hazard-" (hazard.code()) } {
                                td { (risk_chip(hazard.risk())) }
                                td { code { (hazard.code()) } }
                                td.n { (rows(hazard)) }
                                td {
                                    (sentence(hazard.meaning()))
                                    div.muted { (sentence(hazard.mitigation())) }
                                    @if let Some(recipe) = hazard.recipe() {
                                        details.recipe { summary { "With less risk" } code { (recipe) } }
                                    }
                                }
                                td.steps { (step_links(steps)) }
                            }
                        }
                    }
                } }
            }
        }
    }
}

/// The catalogue's texts begin in lower case and end without a full stop.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}
