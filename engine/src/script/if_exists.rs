//! The option `if_exists`: `IF [NOT] EXISTS` in every statement that the server lets say so.

use crate::lex::{self, Token};

/// What `DROP` takes with `IF EXISTS`: everything of the manual but roles' lists and `OWNED`.
const DROPPED: &[&[&str]] = &[
    &["access", "method"],
    &["aggregate"],
    &["cast"],
    &["collation"],
    &["conversion"],
    &["domain"],
    &["event", "trigger"],
    &["extension"],
    &["foreign", "data", "wrapper"],
    &["foreign", "table"],
    &["function"],
    &["index", "concurrently"],
    &["index"],
    &["language"],
    &["materialized", "view"],
    &["operator", "class"],
    &["operator", "family"],
    &["operator"],
    &["policy"],
    &["procedure"],
    &["publication"],
    &["rule"],
    &["schema"],
    &["sequence"],
    &["server"],
    &["statistics"],
    &["subscription"],
    &["table"],
    &["text", "search", "configuration"],
    &["text", "search", "dictionary"],
    &["text", "search", "parser"],
    &["text", "search", "template"],
    &["transform"],
    &["trigger"],
    &["type"],
    &["user", "mapping"],
    &["view"],
];

/// What `CREATE` takes with `IF NOT EXISTS`.
const CREATED: &[&[&str]] = &[
    &["collation"],
    &["extension"],
    &["foreign", "table"],
    &["index", "concurrently"],
    &["index"],
    &["materialized", "view"],
    &["schema"],
    &["sequence"],
    &["server"],
    &["statistics"],
    &["table"],
    &["unique", "index", "concurrently"],
    &["unique", "index"],
    &["unlogged", "sequence"],
    &["unlogged", "table"],
    &["user", "mapping"],
];

/// What `ALTER` of a thing does that takes one of the two.
const ALTERED: &[(&[&str], &[&str], &str)] = &[
    (&["table"], &["add", "column"], "IF NOT EXISTS"),
    (&["table"], &["drop", "column"], "IF EXISTS"),
    (&["table"], &["drop", "constraint"], "IF EXISTS"),
    (&["foreign", "table"], &["add", "column"], "IF NOT EXISTS"),
    (&["foreign", "table"], &["drop", "column"], "IF EXISTS"),
    (&["foreign", "table"], &["drop", "constraint"], "IF EXISTS"),
    (&["domain"], &["drop", "constraint"], "IF EXISTS"),
    (&["type"], &["drop", "attribute"], "IF EXISTS"),
    (&["type"], &["add", "value"], "IF NOT EXISTS"),
];

/// The statement with `IF [NOT] EXISTS`, where the server has it; otherwise as it is.
pub fn with_if_exists(sql: &str) -> String {
    let tokens = lex::tokens(sql);
    let mut at = 0;
    let mut words = Vec::new();
    for (token, text) in tokens.iter().filter(|(token, _)| *token != Token::Comment) {
        words.push(Part { token: *token, word: text.to_ascii_lowercase(), start: at });
        at += text.len();
    }
    if at != sql.len() {
        // Only what a kind writes is changed; that has no comments outside of bodies.
        return sql.to_owned();
    }
    words.retain(|part| part.token != Token::Space);
    insertion(&words).map_or_else(|| sql.to_owned(), |(start, words)| format!("{}{words} {}", &sql[..start], &sql[start..]))
}

struct Part {
    token: Token,
    word: String,
    start: usize,
}

fn starts_with(parts: &[Part], words: &[&str]) -> bool {
    parts.len() > words.len() && parts.iter().zip(words).all(|(part, word)| part.token == Token::Word && part.word == *word)
}

/// Where the words go, and which.
fn insertion(parts: &[Part]) -> Option<(usize, &'static str)> {
    let (first, rest) = parts.split_first()?;
    match first.word.as_str() {
        "drop" => {
            let kind = DROPPED.iter().find(|kind| starts_with(rest, kind))?;
            Some((rest.get(kind.len())?.start, "IF EXISTS"))
        }
        "create" => {
            let kind = CREATED.iter().find(|kind| starts_with(rest, kind))?;
            Some((rest.get(kind.len())?.start, "IF NOT EXISTS"))
        }
        "alter" => {
            let (kind, _, _) = ALTERED.iter().find(|(kind, ..)| starts_with(rest, kind))?;
            let rest = &rest[kind.len()..];
            let only = usize::from(starts_with(rest, &["only"]));
            let after_name = only + qualified_length(&rest[only..])?;
            let rest = &rest[after_name..];
            let (_, action, words) = ALTERED.iter().find(|(of, action, _)| of == kind && starts_with(rest, action))?;
            Some((rest.get(action.len())?.start, words))
        }
        _ => None,
    }
}

/// How many tokens the name at the beginning takes.
fn qualified_length(parts: &[Part]) -> Option<usize> {
    let is_name = |at: usize| parts.get(at).is_some_and(|part| matches!(part.token, Token::Word | Token::Quoted));
    let mut length = 1;
    if !is_name(0) {
        return None;
    }
    while parts.get(length).is_some_and(|part| part.word == ".") && is_name(length + 1) {
        length += 2;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_say_it_where_they_can() {
        for (sql, expected) in [
            ("DROP TABLE s.t", "DROP TABLE IF EXISTS s.t"),
            ("DROP MATERIALIZED VIEW \"table\".v", "DROP MATERIALIZED VIEW IF EXISTS \"table\".v"),
            ("DROP TRIGGER t ON s.t", "DROP TRIGGER IF EXISTS t ON s.t"),
            ("DROP INDEX CONCURRENTLY s.i", "DROP INDEX CONCURRENTLY IF EXISTS s.i"),
            ("CREATE UNLOGGED TABLE s.t (a int)", "CREATE UNLOGGED TABLE IF NOT EXISTS s.t (a int)"),
            ("CREATE UNIQUE INDEX i ON s.t (a)", "CREATE UNIQUE INDEX IF NOT EXISTS i ON s.t (a)"),
            ("CREATE VIEW s.v AS SELECT 1", "CREATE VIEW s.v AS SELECT 1"),
            ("ALTER TABLE ONLY s.\"drop column\" DROP COLUMN c", "ALTER TABLE ONLY s.\"drop column\" DROP COLUMN IF EXISTS c"),
            (
                "ALTER TABLE s.t ADD COLUMN c text DEFAULT 'drop column'",
                "ALTER TABLE s.t ADD COLUMN IF NOT EXISTS c text DEFAULT 'drop column'",
            ),
            ("ALTER TABLE s.t ADD CONSTRAINT c CHECK (a)", "ALTER TABLE s.t ADD CONSTRAINT c CHECK (a)"),
            ("ALTER TYPE s.e ADD VALUE 'x'", "ALTER TYPE s.e ADD VALUE IF NOT EXISTS 'x'"),
            ("ALTER TABLE s.t ALTER COLUMN c DROP DEFAULT", "ALTER TABLE s.t ALTER COLUMN c DROP DEFAULT"),
            ("CREATE INDEX i ON s.t (a) /* x */", "CREATE INDEX i ON s.t (a) /* x */"),
        ] {
            assert_eq!(with_if_exists(sql), expected);
        }
    }
}
