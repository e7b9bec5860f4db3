//! What psql reads, as what a server reads: a file of `pg_dump` holds rows behind COPY and commands of psql's own, which no server knows.
//!
//! Nothing moves: what is taken out becomes blanks, so that a place in the result is the same place in the text.

use crate::error::Error;
use crate::lex::{self, Token};

/// Commands that say nothing about the schema (manual, psql, Meta-Commands); pg_dump writes the first two.
const WITHOUT_EFFECT: [&str; 8] = ["restrict", "unrestrict", "echo", "qecho", "warn", "pset", "timing", "encoding"];

/// psql's variables that say nothing about the schema either. AUTOCOMMIT would.
const VARIABLES: [&str; 8] =
    ["ON_ERROR_STOP", "ON_ERROR_ROLLBACK", "QUIET", "VERBOSITY", "ECHO", "ECHO_HIDDEN", "SHOW_CONTEXT", "HIDE_TABLEAM"];

/// The text without psql's commands and without the rows of `COPY … FROM stdin`. Errors: 0A000 for a command that would have an effect,
/// with its line.
pub fn without_psql(text: &str) -> Result<String, Error> {
    let mut out = String::with_capacity(text.len());
    let mut statement = Statement::default();
    let mut rest = text;
    while let Some((token, part)) = lex::first(rest) {
        if token == Token::Symbol && part == "\\" {
            let command = rest.find('\n').map_or(rest, |end| &rest[..end]);
            check(command, line(text, out.len()))?;
            blank(&mut out, command);
            rest = &rest[command.len()..];
            continue;
        }
        out.push_str(part);
        rest = &rest[part.len()..];
        if token == Token::Symbol && part == ";" {
            if std::mem::take(&mut statement).copies_in() {
                let rows = rows(rest);
                blank(&mut out, rows);
                rest = &rest[rows.len()..];
            }
        } else if let Token::Word | Token::Quoted | Token::Symbol = token {
            statement.add(part);
        }
    }
    Ok(out)
}

/// The number of the line that a byte is in, from 1.
pub fn line(text: &str, at: usize) -> usize {
    1 + text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count()
}

/// As much of a statement as tells whether rows follow it.
#[derive(Default)]
struct Statement {
    copies: Option<bool>,
    last: String,
    from_stdin: bool,
}

impl Statement {
    fn add(&mut self, part: &str) {
        self.copies.get_or_insert_with(|| part.eq_ignore_ascii_case("copy"));
        if self.copies == Some(true) {
            self.from_stdin |= self.last.eq_ignore_ascii_case("from") && part.eq_ignore_ascii_case("stdin");
            part.clone_into(&mut self.last);
        }
    }

    fn copies_in(&self) -> bool {
        self.copies == Some(true) && self.from_stdin
    }
}

/// What follows a COPY up to the line that ends its rows, that line with it; what stands behind the semicolon is the next statement's.
fn rows(rest: &str) -> &str {
    let mut end = rest.find('\n').map_or(rest.len(), |end| end + 1);
    if !rest[..end].trim().is_empty() {
        return "";
    }
    for line in rest[end..].split_inclusive('\n') {
        end += line.len();
        if line.trim_end_matches(['\n', '\r']) == "\\." {
            break;
        }
    }
    &rest[..end]
}

fn blank(out: &mut String, part: &str) {
    out.extend(part.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

fn check(command: &str, line: usize) -> Result<(), Error> {
    let mut words = command[1..].split_whitespace();
    let name = words.next().unwrap_or_default();
    if WITHOUT_EFFECT.contains(&name) || name == "set" && words.next().is_some_and(|variable| VARIABLES.contains(&variable)) {
        return Ok(());
    }
    let shown: String = name.chars().take(40).collect();
    Err(Error::new(
        "0A000",
        format!("line {line} of the SQL text: psql's command \"\\{}\" is not supported", shown.escape_debug()),
    )
    .with_hint(
        "Give the text that psql would send: files put in where \\i names them, variables replaced, pg_dump without --create.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let out = without_psql(text).expect("it is supported");
        assert_eq!(out.len(), text.len());
        assert_eq!(out.matches('\n').count(), text.matches('\n').count());
        out
    }

    #[test]
    fn rows_are_taken_out() {
        let text = "COPY public.\"t;\" (a, b) FROM stdin;\nit's\t$$\n\\N\tä\n\\.\n\nSELECT 1;\n";
        assert_eq!(
            read(text).split_whitespace().collect::<Vec<_>>().join(" "),
            "COPY public.\"t;\" (a, b) FROM stdin; SELECT 1;"
        );
        // Not a COPY of rows: no line may go.
        for kept in ["COPY t TO stdout;\nSELECT 1;\n", "SELECT 'copy', from stdin;\nSELECT 1;\n", "copy t from 'stdin';\nx;\n"]
        {
            assert_eq!(read(kept), kept);
        }
        // The last one may have no end.
        assert_eq!(read("copy t from STDIN with (format csv);\n1;2\n").trim(), "copy t from STDIN with (format csv);");
        assert_eq!(read("copy t from stdin; SELECT 1;\n"), "copy t from stdin; SELECT 1;\n");
    }

    #[test]
    fn commands_without_effect_are_taken_out_and_others_refused() {
        assert_eq!(
            read("\\restrict aB1\nSELECT '\\i x' \\echo ü\n;\\set ON_ERROR_STOP on\n").trim_end(),
            format!("{}\nSELECT '\\i x' {}\n;", " ".repeat(13), " ".repeat(8))
        );
        for (text, line, command) in [
            ("\n\\i x.sql", 2, "\\i"),
            ("SELECT 1 \\gexec", 1, "\\gexec"),
            ("/*\n*/\n\\connect \"a\"\"b\"", 3, "\\connect"),
            ("\\set AUTOCOMMIT off", 1, "\\set"),
            ("a\n\\", 2, "\\"),
        ] {
            let error = without_psql(text).expect_err(text);
            assert_eq!(error.sqlstate(), "0A000");
            assert_eq!(error.message(), format!("line {line} of the SQL text: psql's command \"{command}\" is not supported"));
        }
        // In a body or a name it is what it is.
        for kept in ["CREATE FUNCTION f() AS $$ \\i $$;", "SELECT \"\\i\", E'\\\\i', '\\'; -- \\i\n"] {
            assert_eq!(read(kept), kept);
        }
    }
}
