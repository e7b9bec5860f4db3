//! What can be said of the bounds of partitions by their text alone: whether one holds all that another one held, and whether
//! two can hold the same row. Where the text doesn't tell, the server does when the script runs.

use std::cmp::Ordering;

/// A bound as `pg_get_expr` writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Bound {
    Default,
    List(Vec<String>),
    Range(Vec<String>, Vec<String>),
    Hash,
}

/// Splits what stands in parentheses at its commas, but not in literals. What follows is the second part.
fn items(text: &str) -> Option<(Vec<String>, &str)> {
    let inner = text.trim_start().strip_prefix('(')?;
    let (mut items, mut item, mut quoted) = (Vec::new(), String::new(), false);
    for (at, c) in inner.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            ',' if !quoted => {
                items.push(item.trim().to_owned());
                item.clear();
                continue;
            }
            ')' if !quoted => {
                items.push(item.trim().to_owned());
                return Some((items, &inner[at + 1..]));
            }
            _ => {}
        }
        item.push(c);
    }
    None
}

fn parse(bound: &str) -> Option<Bound> {
    if bound == "DEFAULT" {
        return Some(Bound::Default);
    }
    let values = bound.strip_prefix("FOR VALUES ")?;
    if let Some(list) = values.strip_prefix("IN ") {
        return Some(Bound::List(items(list)?.0));
    }
    let Some(range) = values.strip_prefix("FROM ") else { return Some(Bound::Hash) };
    let (from, rest) = items(range)?;
    Some(Bound::Range(from, items(rest.trim_start().strip_prefix("TO ")?)?.0))
}

/// Do two literals differ only in digits, of which there are equally many (dates, times, numbers)?
fn alike(a: &str, b: &str) -> bool {
    let same = |(a, b): (char, char)| a == b || a.is_ascii_digit() && b.is_ascii_digit();
    a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).all(same)
}

/// Which of two values of a key's column comes first, if that can be told.
fn compare_items(a: &str, b: &str) -> Option<Ordering> {
    let number = |item: &str| item.trim_matches('\'').parse::<i128>().ok();
    match (a, b) {
        _ if a == b => Some(Ordering::Equal),
        ("MINVALUE", _) | (_, "MAXVALUE") => Some(Ordering::Less),
        ("MAXVALUE", _) | (_, "MINVALUE") => Some(Ordering::Greater),
        _ => match (number(a), number(b)) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            _ => alike(a, b).then(|| a.cmp(b)),
        },
    }
}

fn compare(a: &[String], b: &[String]) -> Option<Ordering> {
    for (a, b) in a.iter().zip(b) {
        match compare_items(a, b)? {
            Ordering::Equal if a != "MINVALUE" && a != "MAXVALUE" => {}
            decided => return Some(decided),
        }
    }
    Some(Ordering::Equal)
}

/// Does `outer` surely hold every row that `inner` holds?
pub fn contains(outer: &str, inner: &str) -> bool {
    match (parse(outer), parse(inner)) {
        (Some(Bound::List(outer)), Some(Bound::List(inner))) => inner.iter().all(|value| outer.contains(value)),
        (Some(Bound::Range(from, to)), Some(Bound::Range(inner_from, inner_to))) => {
            compare(&from, &inner_from).is_some_and(Ordering::is_le) && compare(&inner_to, &to).is_some_and(Ordering::is_le)
        }
        _ => outer == inner,
    }
}

/// May a row fit into both?
pub fn may_overlap(a: &str, b: &str) -> bool {
    match (parse(a), parse(b)) {
        (Some(Bound::List(a)), Some(Bound::List(b))) => a.iter().any(|value| b.contains(value)),
        (Some(Bound::Range(a_from, a_to)), Some(Bound::Range(b_from, b_to))) => {
            let ends_before = |to: &[String], from: &[String]| compare(to, from).is_some_and(Ordering::is_le);
            !ends_before(&a_to, &b_from) && !ends_before(&b_to, &a_from)
        }
        _ => true,
    }
}

/// Are rows divided by their hash?
pub fn is_hash(bound: &str) -> bool {
    parse(bound) == Some(Bound::Hash)
}

/// Modulus and remainder.
pub fn hash(bound: &str) -> Option<(u32, u32)> {
    let mut numbers = bound.strip_prefix("FOR VALUES WITH ")?.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Is it what no other partition takes?
pub fn is_default(bound: &str) -> bool {
    parse(bound) == Some(Bound::Default)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let range = |from: &str, to: &str| format!("FOR VALUES FROM ({from}) TO ({to})");
        assert!(contains(&range("0", "200"), &range("0", "100")));
        assert!(!contains(&range("0", "50"), &range("0", "100")));
        assert!(contains(&range("'-10'", "MAXVALUE"), &range("'-9'", "1000")));
        assert!(contains(&range("'2024-01-01'", "'2025-01-01'"), &range("'2024-02-01'", "'2024-03-01'")));
        assert!(!contains(&range("'a'", "'c'"), &range("'b'", "'bb'")));
        assert!(!may_overlap(&range("0", "50"), &range("50", "60")));
        assert!(may_overlap(&range("0", "51"), &range("50", "60")));
        assert!(may_overlap(&range("'a'", "'b'"), &range("'ccc'", "'d'")));
        assert!(contains(&range("1, MINVALUE", "2, MAXVALUE"), &range("1, 5", "2, 7")));
        assert!(!may_overlap(&range("1, 5", "2, 0"), &range("2, 0", "2, 9")));
    }

    #[test]
    fn lists() {
        let a = "FOR VALUES IN ('a, (b', 'it''s', NULL)";
        assert!(contains(a, "FOR VALUES IN (NULL, 'a, (b')"));
        assert!(!contains("FOR VALUES IN ('a')", a));
        assert!(!may_overlap(a, "FOR VALUES IN ('a')"));
        assert!(may_overlap(a, "DEFAULT"));
        assert!(is_hash("FOR VALUES WITH (modulus 2, remainder 0)"));
        assert_eq!(hash("FOR VALUES WITH (modulus 16, remainder 3)"), Some((16, 3)));
        assert_eq!(hash("DEFAULT"), None);
    }
}
