//! What the target said.

use super::shortened;
use crate::checklist::{CheckRow, Status};
use crate::report::Report;
use crate::report::text::{line, lines};
use crate::script::plural;
use maud::{Markup, html};
use std::cmp::Reverse;

/// How many checks that passed.
const MOST_PASSED: usize = 500;

pub(super) fn checklist(report: &Report) -> Markup {
    html! {
        section #checklist {
            h2 { "Checklist" }
            @match &report.checklist {
                Err(why) => { p.note { "Nobody was asked: " (line(why)) "." } }
                Ok(rows) => {
                    p.muted { "What the target's rows and its server said when this report was made. Ask again before deploying: " code { "SELECT * FROM pgdiff.checklist(…)" } "." }
                    (checks(rows))
                }
            }
        }
    }
}

fn checks(rows: &[CheckRow]) -> Markup {
    let (passed, others): (Vec<&CheckRow>, Vec<&CheckRow>) = rows.iter().partition(|row| row.status == Status::Pass);
    let mut others = others;
    others.sort_by_key(|row| Reverse(row.status));
    let cut = passed.len().saturating_sub(MOST_PASSED);
    html! {
        @if !others.is_empty() { (check_table(&others)) }
        @if !passed.is_empty() {
            details.script {
                summary { strong { (plural(passed.len(), "check")) " passed" } }
                (check_table(&passed[..passed.len() - cut]))
                @if cut > 0 { p.note { (plural(cut, "more check")) " that passed not shown." } }
            }
        }
    }
}

fn check_table(rows: &[&CheckRow]) -> Markup {
    html! {
        div.scroll { table.checks.stacks {
            thead { tr { th { "Status" } th { "Area" } th { "What was found" } th { "Command" } } }
            tbody {
                @for row in rows {
                    tr {
                        td { span class={ "chip check-" (row.status.as_str()) } { (row.status.as_str()) } }
                        td { (row.area) }
                        td {
                            @if let Some((kind, identity)) = &row.object { div { span.kind { (kind) } " " span.name { (line(identity)) } } }
                            (line(&row.finding))
                            @if let Some(sample) = &row.sample { div.muted { "for example " code { (lines(&shortened(sample))) } } }
                        }
                        td { @if let Some(command) = &row.command { details { summary { "show" } pre tabindex="0" { (lines(command)) } } } }
                    }
                }
            }
        } }
    }
}
