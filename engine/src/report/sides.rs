//! Two definitions side by side.

use similar::{ChangeTag, DiffOp, TextDiff};

/// One line of one side: its number, counted from 1, and its pieces, of which those that differ are marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub number: usize,
    pub pieces: Vec<(bool, String)>,
}

/// One row of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The same on both sides: its numbers on the left and on the right.
    Same(usize, Line),
    /// Different, or only on one side.
    Differs(Option<Line>, Option<Line>),
    /// So many equal lines are not shown.
    Gap(usize),
}

/// How many equal lines stand around what differs.
const CONTEXT: usize = 4;

/// Above this, in bytes, differing lines are told and not what differs in them: that takes time with the square of the length.
const MOST_INLINE: usize = 100_000;

/// The rows of two texts, with long equal stretches left out.
pub fn side_by_side(left: &str, right: &str) -> Vec<Row> {
    let diff = TextDiff::from_lines(left, right);
    let inline = left.len() + right.len() <= MOST_INLINE;
    let mut rows = Vec::new();
    let mut shown = 0;
    for group in diff.grouped_ops(CONTEXT) {
        let start = group.first().map_or(0, |op| op.old_range().start);
        if start > shown {
            rows.push(Row::Gap(start - shown));
        }
        for op in &group {
            rows.extend(rows_of(&diff, op, inline));
        }
        shown = group.last().map_or(0, |op| op.old_range().end);
    }
    let rest = diff.old_slices().len() - shown;
    if rest > 0 && !rows.is_empty() {
        rows.push(Row::Gap(rest));
    }
    rows
}

fn rows_of<'a>(diff: &'a TextDiff<'a, 'a, 'a, str>, op: &DiffOp, inline: bool) -> Vec<Row> {
    let (mut left, mut right, mut same) = (Vec::new(), Vec::new(), Vec::new());
    let mut add = |tag, old: Option<usize>, new: Option<usize>, pieces| match tag {
        ChangeTag::Equal => {
            same.push(Row::Same(old.map_or(0, |at| at + 1), Line { number: new.map_or(0, |at| at + 1), pieces }));
        }
        ChangeTag::Delete => left.push(Line { number: old.map_or(0, |at| at + 1), pieces }),
        ChangeTag::Insert => right.push(Line { number: new.map_or(0, |at| at + 1), pieces }),
    };
    if inline {
        for change in diff.iter_inline_changes(op) {
            let pieces = change.iter_strings_lossy().map(|(differs, text)| (differs, without_end(&text)));
            let pieces = pieces.filter(|(_, text)| !text.is_empty()).collect();
            add(change.tag(), change.old_index(), change.new_index(), pieces);
        }
    } else {
        for change in diff.iter_changes(op) {
            add(change.tag(), change.old_index(), change.new_index(), vec![(false, without_end(change.value()))]);
        }
    }
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    loop {
        match (left.next(), right.next()) {
            (None, None) => return same,
            (old, new) => same.push(Row::Differs(old, new)),
        }
    }
}

fn without_end(line: &str) -> String {
    line.strip_suffix('\n').unwrap_or(line).to_owned()
}
