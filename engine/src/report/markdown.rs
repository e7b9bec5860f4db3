//! The comparison as Markdown, for a comment under a pull request.

use super::text::{line, lines};
use super::{ACTIONS, Differences, RISKS, properties};
use crate::compare::ChangeRow;
use crate::script::plural;
use std::fmt::Write;

/// How long it gets, in bytes: GitHub takes 65536 characters in a comment.
const MOST: usize = 60_000;

/// Room for the table of changes; what is left of [`MOST`] is for definitions.
const MOST_ROWS: usize = 40_000;

/// Counts, a table of all changes, and their definitions folded away. What is cut says so.
pub fn markdown(differences: &Differences) -> String {
    let mut text = String::new();
    let verdict = match differences.counts.objects {
        0 => "nothing differs".to_owned(),
        1 => "1 object differs".to_owned(),
        count => format!("{count} objects differ"),
    };
    let _ = writeln!(text, "## pgdiff: {verdict}\n");
    for (word, side) in [("Source (wanted)", &differences.source), ("Target (to be changed)", &differences.target)] {
        let _ = writeln!(text, "- {word}: {} on PostgreSQL {}", code(&side.database), side.server_version);
    }
    if differences.identical {
        return text;
    }
    text.push('\n');
    counts(&mut text, differences);
    text.push_str("\n| risk | action | type | object | what differs | hazards |\n|---|---|---|---|---|---|\n");
    let rows = differences.changes.iter().map(row).scan(text.len(), |length, row| {
        *length += row.len();
        (*length <= MOST_ROWS).then_some(row)
    });
    let rows: Vec<String> = rows.collect();
    text.extend(rows.iter().map(String::as_str));
    let cut = differences.changes.len() - rows.len();
    if cut > 0 {
        let _ = writeln!(text, "\n{} left out here: `SELECT * FROM pgdiff.compare(…)` shows them.", plural(cut, "more row"));
    }
    let definitions: Vec<String> = differences.changes.iter().filter_map(definition).collect();
    let mut left = 0;
    for definition in &definitions {
        if text.len() + definition.len() <= MOST {
            text.push_str(definition);
        } else {
            left += 1;
        }
    }
    if left > 0 {
        let _ = writeln!(text, "\n{} left out here: `SELECT pgdiff.report(…)` shows them.", plural(left, "definition"));
    }
    text
}

fn counts(text: &mut String, differences: &Differences) {
    text.push_str("| risk | create | alter | rename | drop |\n|---|--:|--:|--:|--:|\n");
    for risk in RISKS {
        let counts = ACTIONS.map(|action| differences.count(action, risk));
        if counts.iter().any(|count| *count > 0) {
            let counts = counts.map(|count| if count > 0 { count.to_string() } else { String::new() });
            let _ = writeln!(text, "| {} | {} |", risk.as_str(), counts.join(" | "));
        }
    }
}

fn row(change: &ChangeRow) -> String {
    let properties: Vec<String> = properties(change).into_iter().map(|(property, _)| code(property)).collect();
    let hazards: Vec<String> = change.hazards.iter().map(|hazard| code(hazard)).collect();
    let (object, properties, hazards) = (code(&change.object_identity), properties.join(", "), hazards.join(", "));
    let (risk, action, kind) = (change.risk.as_str(), change.action, change.object_type);
    format!("| {risk} | {action} | {kind} | {object} | {properties} | {hazards} |\n")
}

fn definition(change: &ChangeRow) -> Option<String> {
    let diff = lines(change.diff.as_deref()?);
    let fence = "`".repeat(longest_run(&diff, '`').max(2) + 1);
    let summary = entities(&format!("{} {} {}", change.action, change.object_type, change.object_identity));
    let end = if diff.ends_with('\n') { "" } else { "\n" };
    Some(format!("\n<details><summary>{summary}</summary>\n\n{fence}diff\n{diff}{end}{fence}\n\n</details>\n"))
}

/// A name as code, also in a cell of a table. Backslashes, backticks and bars mean something else in each place: a name that has one is
/// written with character references, which are never read as markup.
fn code(text: &str) -> String {
    let text = line(text);
    let is_plain = !text.is_empty() && !text.contains(['`', '|', '\\']) && text.trim() == text;
    if is_plain { format!("`{text}`") } else { format!("<code>{}</code>", entities(&text)) }
}

/// Text of which nothing is read as Markdown or as HTML.
fn entities(text: &str) -> String {
    let mut written = String::new();
    for c in line(text).chars() {
        if c.is_ascii_punctuation() && !matches!(c, '.' | ',') {
            let _ = write!(written, "&#{};", u32::from(c));
        } else {
            written.push(c);
        }
    }
    written
}

fn longest_run(text: &str, of: char) -> usize {
    text.split(|c| c != of).map(str::len).max().unwrap_or(0)
}
