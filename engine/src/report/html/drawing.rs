//! What is rebuilt because of what, drawn.

use crate::report::Report;
use crate::report::rebuilds::{Node, Rebuilds, Role};
use crate::report::text::line;
use crate::script::{numbers, plural};
use maud::{Markup, html};

pub(super) fn rebuilds(report: &Report) -> Markup {
    let Ok(planned) = &report.planned else { return html! {} };
    let picture = &planned.rebuilds;
    html! {
        section #rebuilds {
            h2 { "What is rebuilt" }
            @if picture.nodes.is_empty() {
                p.muted { "Nothing: no object has to be made anew, or to follow, because another one changes." }
            } @else {
                p.muted { "Because of other changes: " (plural(picture.forced, "object")) ". An arrow leads from what changes to what that takes with it." }
                p.legend {
                    span.key.changed { "changes" } span.key.rebuilt { "dropped and made again" } span.key.follows { "has to follow" }
                }
                @if picture.cut > 0 { p.note { (plural(picture.cut, "more object")) " not drawn; the column " code { "reason" } " of " code { "pgdiff.plan()" } " has them all." } }
                (drawing(picture))
            }
        }
    }
}

fn drawing(picture: &Rebuilds) -> Markup {
    /// Of a box.
    const WIDTH: usize = 300;
    const HEIGHT: usize = 46;
    /// From one to the next.
    const COLUMN: usize = 370;
    const LINE: usize = 60;
    let columns = picture.nodes.iter().map(|node| node.at.0 + 1).max().unwrap_or(0);
    let lines_of = picture.nodes.iter().map(|node| node.at.1 + 1).max().unwrap_or(0);
    let (width, height) = (columns * COLUMN, lines_of * LINE);
    let corner = |node: &Node| (node.at.0 * COLUMN + 4, node.at.1 * LINE + 4);
    let arrow = |node: &Node| {
        let cause = picture.nodes.get(node.cause?)?;
        let ((x1, y1), (x2, y2)) = (corner(cause), corner(node));
        let (x1, y1, x2, y2) = (x1 + WIDTH, y1 + HEIGHT / 2, x2 - 2, y2 + HEIGHT / 2);
        let middle = usize::midpoint(x1, x2);
        Some(format!("M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"))
    };
    let class = |role| match role {
        Role::Changed => "node changed",
        Role::Rebuilt => "node rebuilt",
        Role::Follows => "node follows",
    };
    html! {
        div.scroll tabindex="0" {
            svg.picture width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } role="img" aria-label="What is rebuilt because of what" {
                defs { marker #arrow viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto" { path d="M0 0L8 4L0 8z" {} } }
                @for path in picture.nodes.iter().filter_map(arrow) { path.edge d=(path) marker-end="url(#arrow)" {} }
                @for node in &picture.nodes {
                    @let (x, y) = corner(node);
                    g class=(class(node.role)) {
                        title { (node.object_type) " " (line(&node.identity)) @if !node.steps.is_empty() { ", " (numbers(&node.steps)) } }
                        rect x=(x) y=(y) width=(WIDTH) height=(HEIGHT) rx="6" {}
                        text.type x=(x + 12) y=(y + 18) { (node.object_type) @if !node.steps.is_empty() { " · " (numbers(&node.steps)) } }
                        text x=(x + 12) y=(y + 36) { (fitting(&node.identity)) }
                    }
                }
            }
        }
    }
}

/// As much of a name as a box takes.
fn fitting(name: &str) -> String {
    const MOST: usize = 35;
    let name = line(name);
    match name.char_indices().nth(MOST) {
        None => name.into_owned(),
        Some((at, _)) => format!("{}…", &name[..at]),
    }
}
