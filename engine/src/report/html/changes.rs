//! What differs: a tree that can be searched, with both definitions side by side.

use super::{action_chip, hazard_list, length, risk_chip, shortened, step_links, with_room};
use crate::compare::ChangeRow;
use crate::hazard::Risk;
use crate::report::sides::{Line, Row, side_by_side};
use crate::report::text::{line, lines};
use crate::report::{ACTIONS, Differences, Place, RISKS, Report, properties, remarks, shown};
use crate::script::plural;
use maud::{Markup, html};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many lines of one definition.
const MOST_LINES: usize = 600;

/// Up to so many changes, wholes with several stand open.
const FEW: usize = 40;

/// The changes of one object: its own, and those of its parts.
struct Whole<'a> {
    kind: &'static str,
    identity: &'a str,
    rows: Vec<usize>,
}

pub(super) fn changes(report: &Report) -> Markup {
    let differences = &report.differences;
    // Tables first, and what is in no schema last.
    let mut schemas: BTreeMap<(bool, &str), BTreeMap<(bool, &str, &str), Whole<'_>>> = BTreeMap::new();
    for (n, place) in report.places.iter().enumerate() {
        let schema = (place.schema.is_none(), place.schema.as_deref().unwrap_or_default());
        let (kind, identity) = (place.whole.0, place.whole.1.as_str());
        let wholes = schemas.entry(schema).or_default();
        let whole =
            wholes.entry((kind != "table", kind, identity)).or_insert_with(|| Whole { kind, identity, rows: Vec::new() });
        whole.rows.push(n);
    }
    let size = |change: &ChangeRow| length(change.source_ddl.as_ref()) + length(change.target_ddl.as_ref());
    let sizes: Vec<(Risk, usize)> = differences.changes.iter().map(|change| (change.risk, size(change))).collect();
    let definitions = with_room(&sizes);
    let cut = sizes.len() - definitions.len();
    html! {
        section #changes {
            h2 { "Changes" }
            (filters(differences))
            @if cut > 0 {
                p.note { "The page would be too long: of " (plural(cut, "object")) " the definitions are not shown. "
                    "Those of high risk come first; " code { "pgdiff.compare()" } " has them all." }
            }
            div #tree {
                @for ((_, schema), wholes) in &schemas {
                    @let count = wholes.values().map(|whole| whole.rows.len()).sum();
                    details.schema open {
                        summary {
                            @if schema.is_empty() { span { "In no schema" } } @else { span { span.muted { "schema " } strong.name { (line(schema)) } } }
                            span.muted { (plural(count, "change")) }
                        }
                        @for whole in wholes.values() { (whole_of(report, whole, &definitions)) }
                    }
                }
            }
            p #none hidden { "Nothing of this matches." }
        }
    }
}

fn filters(differences: &Differences) -> Markup {
    let counts = &differences.counts;
    let check = |name: &str, value: &str, count: usize, label: Markup| {
        html! { label { input type="checkbox" name=(name) value=(value); (label) span.muted { (count) } } }
    };
    html! {
        form #filters role="search" hidden {
            input #q type="search" placeholder="Search names and definitions ( / )" aria-label="Search names and definitions" autocomplete="off" spellcheck="false";
            fieldset { legend { "Risk" }
                @for risk in RISKS {
                    @if let Some(count) = counts.by_risk.get(risk.as_str()) { (check("risk", risk.as_str(), *count, risk_chip(risk))) }
                }
            }
            fieldset { legend { "Action" }
                @for action in ACTIONS {
                    @if let Some(count) = counts.by_action.get(action) { (check("action", action, *count, action_chip(action))) }
                }
            }
            select name="type" aria-label="Object type" {
                option value="" { "all object types" }
                @for (kind, count) in &counts.by_object_type { option value=(kind) { (kind) " (" (count) ")" } }
            }
            button type="button" #expand { "Open all" }
            button type="reset" { "Reset" }
            output #found aria-live="polite" {}
        }
    }
}

fn whole_of(report: &Report, whole: &Whole<'_>, definitions: &BTreeSet<usize>) -> Markup {
    let changes = &report.differences.changes;
    let of = |n: usize| change(changes.get(n), report.places.get(n), definitions.contains(&n));
    let is_itself = |n: usize| {
        changes.get(n).is_some_and(|change| change.object_type == whole.kind && change.object_identity == whole.identity)
    };
    if let [only] = whole.rows[..]
        && is_itself(only)
    {
        return of(only);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut risk = Risk::None;
    for change in whole.rows.iter().filter_map(|n| changes.get(*n)) {
        *counts.entry(change.action).or_default() += 1;
        risk = risk.max(change.risk);
    }
    html! {
        details.whole open[changes.len() <= FEW] {
            summary {
                span.chip.act.parts { "parts" } span.kind { (whole.kind) } strong.name { (line(whole.identity)) }
                span.tally { @for action in ACTIONS { @if let Some(count) = counts.get(action) { span class={ "key " (action) } title=(action) { (count) } } } }
                (risk_chip(risk))
            }
            @for n in &whole.rows { (of(*n)) }
        }
    }
}

fn change(change: Option<&ChangeRow>, place: Option<&Place>, with_definition: bool) -> Markup {
    let Some(change) = change else { return html! {} };
    let properties = properties(change);
    let steps = place.map_or(&[][..], |place| &place.steps);
    html! {
        details.change data-action=(change.action) data-risk=(change.risk.as_str()) data-type=(change.object_type) {
            summary {
                (action_chip(change.action)) span.kind { (change.object_type) }
                span.what {
                    span.name { (line(&change.object_identity)) }
                    @if !properties.is_empty() {
                        span.muted { @for (n, (property, _)) in properties.iter().enumerate() { @if n > 0 { ", " } (line(property)) } }
                    }
                }
                span.codes { @for code in &change.hazards { code { (code) } " " } }
                (risk_chip(change.risk))
            }
            div.body {
                @for (word, value) in remarks(change) { p.note { (line(&word.replace('_', " "))) ": " (line(&shown(value))) } }
                @if !change.hazards.is_empty() { (hazard_list(&change.hazards)) }
                @if !properties.is_empty() { (property_table(&properties)) }
                @if with_definition { (definition(change)) } @else { p.note { "The definition is left out." } }
                @if !steps.is_empty() { p.muted { "In the plan: " (step_links(steps)) } }
            }
        }
    }
}

fn property_table(properties: &[(&str, &Value)]) -> Markup {
    let value = |pair: &Value, side: &str| match pair.get(side) {
        None | Some(Value::Null) => html! { span.muted { "–" } },
        Some(value) => html! { (lines(&shortened(&shown(value)))) },
    };
    html! {
        table.properties {
            thead { tr { th { "Property" } th { "Target: is" } th { "Source: is wanted" } } }
            tbody {
                @for (property, pair) in properties {
                    tr { th scope="row" { (line(property)) } td.old { (value(pair, "target")) } td.new { (value(pair, "source")) } }
                }
            }
        }
    }
}

fn definition(change: &ChangeRow) -> Markup {
    match (change.target_ddl.as_deref(), change.source_ddl.as_deref()) {
        (Some(target), Some(source)) if target == source => html! {
            p.muted { "The definitions are the same text." }
            (whole_text(source, ""))
        },
        (Some(target), Some(source)) => sides(target, source),
        (None, Some(source)) => html! { p.muted { "Only in the source:" } (whole_text(source, "new")) },
        (Some(target), None) => html! { p.muted { "Only in the target:" } (whole_text(target, "old")) },
        (None, None) => html! {},
    }
}

/// The text up to a number of lines, and how many more there are.
fn whole_text(text: &str, class: &str) -> Markup {
    let count = text.lines().count();
    let end = text.match_indices('\n').nth(MOST_LINES).map_or(text.len(), |(at, _)| at);
    html! {
        pre class=[(!class.is_empty()).then_some(class)] tabindex="0" { (lines(&text[..end])) }
        @if count > MOST_LINES { p.note { (plural(count - MOST_LINES, "more line")) " not shown." } }
    }
}

fn sides(target: &str, source: &str) -> Markup {
    let rows = side_by_side(target, source);
    let pieces = |line: &Line| {
        html! { @for (differs, text) in &line.pieces { @if *differs { mark { (lines(text)) } } @else { (lines(text)) } } }
    };
    let cell = |line: &Option<Line>, class: &str| {
        html! {
            @match line {
                Some(line) => { td.at { (line.number) } td class=(class) { (pieces(line)) } }
                None => { td.at.empty {} td.empty {} }
            }
        }
    };
    html! {
        table.sbs {
            colgroup { col.at; col; col.at; col; }
            thead { tr { th colspan="2" { "Target: is" } th colspan="2" { "Source: is wanted" } } }
            tbody {
                @for row in rows.iter().take(MOST_LINES) {
                    @match row {
                        Row::Gap(count) => { tr.gap { td colspan="4" { (plural(*count, "equal line")) } } }
                        Row::Same(old, line) => { tr.same { td.at { (old) } td { (pieces(line)) } td.at { (line.number) } td { (pieces(line)) } } }
                        Row::Differs(old, new) => { tr { (cell(old, "old")) (cell(new, "new")) } }
                    }
                }
            }
        }
        @if rows.len() > MOST_LINES { p.note { (plural(rows.len() - MOST_LINES, "more line")) " not shown." } }
    }
}
