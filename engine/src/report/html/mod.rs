//! All of it as one page that needs nothing else: no server, no other file, and no script but for searching.
//!
//! What comes from a catalog stands in the page as text only: the templates escape it, and nothing of it goes into a script, a style,
//! a link or an identifier. The policy at the head of the page lets only the style and the script run that are part of pgdiff, told by
//! their hashes, and lets nothing be loaded: what an escape would miss is still nothing but text.

mod changes;
mod checklist;
mod drawing;
mod plan;
mod summary;

use self::changes::changes;
use self::checklist::checklist;
use self::drawing::rebuilds;
use self::plan::plan;
use self::summary::{summary, to_look_at};
use super::text::{line, lines};
use super::{Report, Side, hazard, shown};
use crate::hazard::{LockMode, Risk};
use crate::script::plural;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;

const STYLE: &str = include_str!("page.css");

const SCRIPT: &str = include_str!("page.js");

/// How many bytes of definitions the page holds, and how many of statements: what is more is told and not shown.
const MOST_TEXT: usize = 3 << 20;

/// How many bytes of each script.
const MOST_SCRIPT: usize = 1 << 20;

/// How many definitions, and how many statements: what stands around them takes room as well.
const MOST_TEXTS: usize = 3000;

/// The page.
pub fn page(report: &Report) -> String {
    let differences = &report.differences;
    let title = format!("pgdiff: {} → {}", differences.source.database, differences.target.database);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "pgdiff " (differences.pgdiff) };
                title { (line(&title)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                @if !differences.identical { a.skip href="#changes" { "To the changes" } }
                (navigation(report))
                main {
                    (header(report))
                    @if !differences.identical {
                        (summary(report))
                        (to_look_at(report))
                        (changes(report))
                        (plan(report))
                        (rebuilds(report))
                    }
                    (checklist(report))
                    (scripts(report))
                    (options(&differences.options))
                }
                footer { "This page is one file: it loads nothing and sends nothing." }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// Only the page's own style and script, told by their hashes, and nothing from anywhere.
fn policy() -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!("default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'", hash(STYLE), hash(SCRIPT))
}

fn navigation(report: &Report) -> Markup {
    /// The parts, and whether they are there if nothing differs.
    const PARTS: [(&str, &str, bool); 6] = [
        ("summary", "Summary", false),
        ("changes", "Changes", false),
        ("plan", "Plan", false),
        ("rebuilds", "Rebuilt", false),
        ("checklist", "Checklist", true),
        ("scripts", "Scripts", true),
    ];
    // Without a plan there is nothing to rebuild or to run.
    let is_there = |id: &str, always: bool| {
        (always || !report.differences.identical) && (report.planned.is_ok() || !["rebuilds", "scripts"].contains(&id))
    };
    html! {
        nav aria-label="Parts of the report" {
            strong { "pgdiff" }
            @for (id, title, _) in PARTS.iter().filter(|(id, _, always)| is_there(id, *always)) { a href={ "#" (id) } { (title) } }
        }
    }
}

fn header(report: &Report) -> Markup {
    let differences = &report.differences;
    let side = |word: &str, what: &str, side: &Side| {
        html! {
            div.side {
                span.word { (word) } span.muted { (what) }
                strong.name { (line(&side.database)) }
                span.muted { "PostgreSQL " (side.server_version) " · " span.name { (line(&side.endpoint)) } }
            }
        }
    };
    let options_given = match differences.options.as_object().map_or(0, serde_json::Map::len) {
        0 => "no options given".to_owned(),
        count => format!("{} given", plural(count, "option")),
    };
    html! {
        header {
            h1 { "Schema comparison" }
            p.muted { time { (report.at) } " · pgdiff " (differences.pgdiff) " · " a href="#options" { (options_given) } }
            div.sides {
                (side("Source", "the state that is wanted", &differences.source))
                div.arrow aria-hidden="true" { "→" }
                (side("Target", "the database to be changed", &differences.target))
            }
            p.verdict { (verdict(report)) }
        }
    }
}

fn verdict(report: &Report) -> Markup {
    let count = report.differences.counts.objects;
    if report.differences.identical {
        return html! { strong { "Nothing differs." } " The target is what the source is." };
    }
    let planned = match &report.planned {
        Ok(planned) => planned,
        Err(error) => return html! { strong { (differ(count)) } " There is no plan: " (error.to_string()) "." },
    };
    let stages = plural(planned.stages.len(), "stage");
    let lost = planned.steps.iter().filter(|step| step.reversibility != "lossless").count();
    html! {
        strong { (differ(count)) }
        " " (plural(planned.steps.len(), "statement")) " in " (stages) " make the target like the source"
        @match lost {
            0 => { "; all of them can be taken back without loss." }
            lost => {
                "; " strong.bad { (lost) } " of them can't be taken back without loss."
            }
        }
    }
}

fn differ(count: usize) -> String {
    if count == 1 { "1 object differs.".to_owned() } else { format!("{count} objects differ.") }
}

fn step_links(steps: &[usize]) -> Markup {
    const SHOWN: usize = 6;
    html! {
        @for step in steps.iter().take(SHOWN) { a href={ "#step-" (step) } { (step) } " " }
        @if steps.len() > SHOWN { span.muted { "and " (steps.len() - SHOWN) " more" } }
    }
}

fn risk_chip(risk: Risk) -> Markup {
    html! { span class={ "chip risk-" (risk.as_str()) } { (risk.as_str()) } }
}

fn action_chip(action: &str) -> Markup {
    html! { span class={ "chip act " (action) } { (action) } }
}

/// Which of these the page has room for, given the risk and the length of each; the worst come first.
fn with_room(texts: &[(Risk, usize)]) -> BTreeSet<usize> {
    let mut order: Vec<(usize, &(Risk, usize))> = texts.iter().enumerate().collect();
    order.sort_by_key(|(_, (risk, _))| Reverse(*risk));
    let mut room = MOST_TEXT;
    let mut shown = BTreeSet::new();
    for (n, (_, length)) in order {
        if *length <= room && shown.len() < MOST_TEXTS {
            room -= length;
            shown.insert(n);
        }
    }
    shown
}

fn length(text: Option<&String>) -> usize {
    text.map_or(0, String::len)
}

fn hazard_list(codes: &[&str]) -> Markup {
    html! {
        ul.hazard-list {
            @for hazard in codes.iter().filter_map(|code| hazard(code)) {
                li { a href={ "#hazard-" (hazard.code()) } { code { (hazard.code()) } } " " (hazard.meaning()) "; " span.muted { (hazard.mitigation()) } }
            }
        }
    }
}

/// A property's value on a table; the definition has the whole of it.
fn shortened(text: &str) -> Cow<'_, str> {
    const MOST: usize = 400;
    match text.char_indices().nth(MOST) {
        None => Cow::Borrowed(text),
        Some((at, _)) => Cow::Owned(format!("{} … ({} characters)", &text[..at], text.chars().count())),
    }
}

/// How strong a lock looks: who has to wait for it.
fn lock_class(mode: LockMode) -> &'static str {
    lock_class_of(mode.as_str())
}

fn lock_class_of(mode: &str) -> &'static str {
    match mode {
        "ACCESS EXCLUSIVE" => "lock-all",
        "EXCLUSIVE" | "SHARE ROW EXCLUSIVE" | "SHARE" => "lock-writers",
        _ => "lock-weak",
    }
}

fn bytes_of(bytes: i64) -> String {
    const UNITS: [&str; 5] = ["bytes", "kB", "MB", "GB", "TB"];
    let mut unit = 0;
    let mut rest = bytes;
    while rest >= 10 * 1024 && unit + 1 < UNITS.len() {
        rest /= 1024;
        unit += 1;
    }
    format!("{rest} {}", UNITS[unit])
}

fn scripts(report: &Report) -> Markup {
    let Ok(planned) = &report.planned else { return html! {} };
    let script = |title: &str, call: &str, text: &str| {
        let end = text.match_indices('\n').map(|(at, _)| at).take_while(|at| *at <= MOST_SCRIPT).last();
        let end = if text.len() <= MOST_SCRIPT { text.len() } else { end.unwrap_or(0) };
        let shown = lines(&text[..end]);
        let is_spelled = matches!(shown, Cow::Owned(_));
        let whole = end == text.len() && !is_spelled;
        html! {
            details.script {
                summary { strong { (title) } span.muted { (plural(text.lines().count(), "line")) " · " (bytes_of(i64::try_from(text.len()).unwrap_or(i64::MAX))) } }
                p.muted { "As " code { "psql -v ON_ERROR_STOP=1 -f" } " runs it; from the server: " code { (call) } @if whole { button.copy type="button" hidden { "Copy" } } }
                @if is_spelled { p.note { "It holds characters that are not seen, or that turn the direction of text around. They are spelled out here: do not run it from here." } }
                @if end < text.len() { p.note { "Cut after " (bytes_of(i64::try_from(end).unwrap_or(i64::MAX))) ": the page would be too long. Do not run it from here." } }
                pre tabindex="0" { (shown) }
            }
        }
    };
    html! {
        section #scripts {
            h2 { "Scripts" }
            (script("Deployment", "SELECT pgdiff.script(…)", &planned.script))
            (script("Rollback", "SELECT pgdiff.rollback_script(…)", &planned.rollback))
        }
    }
}

fn options(options: &Value) -> Markup {
    let given = options.as_object().into_iter().flatten();
    let value = |name: &str, value: &Value| match (name, value) {
        // What the caller wrote, and perhaps long; it stands in the script.
        ("pre_script" | "post_script", Value::String(text)) => plural(text.chars().count(), "character"),
        (_, value) => shown(value),
    };
    html! {
        section #options {
            h2 { "Options" }
            @if options.as_object().is_none_or(serde_json::Map::is_empty) {
                p.muted { "None: everything is as it is by default." }
            } @else {
                dl { @for (name, given) in given { dt { (line(name)) } dd { code { (line(&value(name, given))) } } } }
            }
        }
    }
}
