//! Quoting: the one place where a name or a text becomes SQL.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Words that `quote_ident` quotes in some server from 14 to 18: every keyword of `pg_get_keywords()` whose category is not
/// unreserved. A word more than the connected server knows is harmless, one less is a syntax error.
const KEYWORDS: &str = include_str!("keywords.txt");

fn is_keyword(name: &str) -> bool {
    static SET: OnceLock<HashSet<&'static str>> = OnceLock::new();
    SET.get_or_init(|| KEYWORDS.split_whitespace().collect()).contains(name)
}

/// An identifier as SQL, quoted only where `quote_ident` quotes it (src/backend/utils/adt/ruleutils.c, quote_identifier).
pub fn quote(name: &str) -> String {
    let mut bytes = name.bytes();
    let plain = bytes.next().is_some_and(|b| b.is_ascii_lowercase() || b == b'_')
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    if plain && !is_keyword(name) { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// A dotted name, each part quoted: `schema.table`.
pub fn qualified<S: AsRef<str>>(parts: &[S]) -> String {
    parts.iter().map(|part| quote(part.as_ref())).collect::<Vec<_>>().join(".")
}

/// A string literal that means the same under both settings of `standard_conforming_strings`: with a backslash in it the
/// `E''` form, as `quote_literal` does.
pub fn literal(text: &str) -> String {
    let quoted = text.replace('\'', "''");
    if text.contains('\\') { format!("E'{}'", quoted.replace('\\', "\\\\")) } else { format!("'{quoted}'") }
}

/// A dollar-quoted text whose tag does not occur in it, for bodies that people read.
pub fn dollar(text: &str) -> String {
    let mut tag = String::new();
    let mut n = 0usize;
    // A body that ends in `$` would glue to the closing tag: it then takes a longer tag as well.
    while text.contains(&format!("${tag}$"))
        || text.contains(&format!("${tag}")) && !tag.is_empty()
        || text.ends_with('$') && tag.is_empty()
    {
        n += 1;
        tag = if n == 1 { "pgdiff".to_owned() } else { format!("pgdiff{n}") };
    }
    format!("${tag}${text}${tag}$")
}

/// A text that can stand in a `--` comment: one line, nothing that ends the line or that psql would act on.
pub fn comment_text(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_the_server_quotes() {
        for (name, sql) in [
            ("a", "a"),
            ("_a1", "_a1"),
            ("A", "\"A\""),
            ("1a", "\"1a\""),
            ("select", "\"select\""),
            ("a\"b", "\"a\"\"b\""),
            ("", "\"\""),
            ("ü", "\"ü\""),
            ("a$", "\"a$\""),
        ] {
            assert_eq!(quote(name), sql);
        }
    }

    #[test]
    fn dollar_tags_never_occur_in_the_text() {
        for text in ["a", "$$", "$pgdiff$ $$", "ends in $", "$pgdiff $$"] {
            let quoted = dollar(text);
            let tag = &quoted[..=quoted[1..].find('$').unwrap() + 1];
            assert!(quoted.ends_with(tag) && quoted[tag.len()..].find(tag) == Some(quoted.len() - 2 * tag.len()), "{quoted}");
        }
    }
}
