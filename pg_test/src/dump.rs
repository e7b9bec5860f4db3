//! pg_dump as the judge: a database's schema as text in a form that only depends on what the schema says.
//!
//! Normalized away are: the preamble (versions, the session's settings, `\restrict` keys), the order of columns inside a table, of grants of
//! one object and of settings of the database, and of the entries. That last order says nothing about the schema, and pg_dump breaks ties by OID.
//! Everything else stays as pg_dump wrote it.

use anyhow::Result;
use pgdiff_engine::options::{ReadScope, Reading};
use similar::TextDiff;

use crate::cluster::Database;
use crate::server::run;

/// The normalized schema of a database. With `pgdiff_installed`, the extensions that the test itself put there are left out. With
/// a wider scope, the database's own properties and what pg_dumpall says of the whole cluster are in it; and what it says of large
/// objects, if these are read, which counts as data.
pub fn dump(database: &Database, pgdiff_installed: bool, reading: Reading) -> Result<String> {
    let mut text = schema(database, pgdiff_installed, reading.scope)?;
    if reading.large_objects {
        let mut pg_dump = database.client_program("pg_dump")?;
        let data = run(pg_dump.args(["--data-only", "--blobs", "--exclude-table-data=*.*"]))?;
        let (data, _) = data.split_once("\n--\n-- PostgreSQL database dump complete").unwrap_or((data.as_str(), ""));
        let is_about_one = |entry: &&str| {
            let is_one = |header: &str| {
                ["; Type: BLOB;", "; Type: BLOB METADATA;", "LARGE OBJECT"].iter().any(|one| header.contains(one))
            };
            entry.lines().next().is_some_and(is_one)
        };
        let entries: Vec<String> = data.split("\n--\n-- Name: ").filter(is_about_one).map(ungrouped).collect();
        text.push_str(&sort_lines(&entries.concat()));
    }
    Ok(text)
}

fn schema(database: &Database, pgdiff_installed: bool, scope: ReadScope) -> Result<String> {
    let ours: &[&str] = if pgdiff_installed { &["pgdiff", "dblink"] } else { &[] };
    let mut pg_dump = database.client_program("pg_dump")?;
    // Or it would write strings as the database's own setting wants them.
    pg_dump.env("PGOPTIONS", "-c standard_conforming_strings=on").arg("--schema-only");
    if scope == ReadScope::Objects {
        return Ok(normalize(&run(&mut pg_dump)?, ours));
    }
    // Their keys are random, and with --create they stand in the middle too.
    let is_key = |line: &str| line.starts_with("\\restrict") || line.starts_with("\\unrestrict");
    let text = run(pg_dump.arg("--create"))?;
    let text = text.split_inclusive('\n').filter(|line| !is_key(line)).collect::<String>();
    // The two sides are called otherwise.
    let mut text = normalize(&with_word(&text, &database.name, "this_database"), ours);
    if scope == ReadScope::Cluster {
        let globals = run(database.client_program("pg_dumpall")?.arg("--globals-only"))?;
        let is_said = |line: &&str| !line.is_empty() && !line.starts_with("--") && !is_key(line);
        let lines: Vec<String> = globals.lines().filter(is_said).map(in_place).collect();
        text.push_str(&sort_lines(&lines.join("\n")));
        text.push('\n');
    }
    Ok(text)
}

/// What an entry says of large objects, without how they are grouped: from 17 on those of the same owner and privileges stand in one
/// entry, where the server wrote these privileges down alike (none, or the default's). Each statement names the one that it is about.
fn ungrouped(entry: &str) -> String {
    let (header, body) = entry.split_once('\n').unwrap_or((entry, ""));
    let is_of_many = header.contains("; Type: BLOB METADATA;") || header.starts_with("LARGE OBJECTS ");
    let is_said = |line: &&str| {
        !line.is_empty() && *line != "--" && *line != "BEGIN;" && *line != "COMMIT;" && !line.starts_with("-- Data for Name: ")
    };
    let said = Some(header).filter(|_| !is_of_many).into_iter().chain(body.lines().filter(is_said));
    said.map(|line| format!("{line}\n")).collect()
}

/// What lies in the data directory is called by an OID until 16; from 17 on pg_dumpall writes an empty location, as is meant.
fn in_place(line: &str) -> String {
    match line.rsplit_once(" LOCATION 'pg_tblspc/") {
        Some((create, oid)) if oid.trim_end_matches("';").bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{create} LOCATION '';")
        }
        _ => line.to_owned(),
    }
}

/// The text with another word in place of one, wherever that is no part of a longer one.
fn with_word(text: &str, word: &str, instead: &str) -> String {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(word) {
        let (before, after) = (&rest[..at], &rest[at + word.len()..]);
        let whole = !before.ends_with(is_part) && !after.starts_with(is_part);
        out.push_str(before);
        out.push_str(if whole { instead } else { word });
        rest = after;
    }
    out + rest
}

/// What differs between two texts, as `diff -u` shows it; None when nothing does.
pub fn difference(left_name: &str, left: &str, right_name: &str, right: &str) -> Option<String> {
    (left != right).then(|| TextDiff::from_lines(left, right).unified_diff().header(left_name, right_name).to_string())
}

fn normalize(dump: &str, without_extensions: &[&str]) -> String {
    let (dump, _) = dump.split_once("\n--\n-- PostgreSQL database dump complete").unwrap_or((dump, ""));
    let mut entries: Vec<String> = Vec::new();
    let mut access_method = "heap";
    // What stands before the first entry is the preamble.
    for (number, entry) in dump.split("\n--\n-- Name: ").enumerate() {
        let (header, body) = entry.split_once("\n--\n").unwrap_or((entry, ""));
        let is = |kind: &str| header.contains(&format!("; Type: {kind};"));
        let (body, next_access_method) = without_settings(body);
        let ours = without_extensions.iter().any(|name| {
            header.starts_with(&format!("{name}; Type: EXTENSION;"))
                || header.starts_with(&format!("EXTENSION {name}; Type: COMMENT;"))
        });
        if number > 0 && !ours {
            let storage = if is("TABLE") || is("MATERIALIZED VIEW") {
                format!("-- Access method: {access_method}\n")
            } else {
                String::new()
            };
            let body = if is("TABLE") || is("FOREIGN TABLE") {
                sort_table(body)
            } else if is("ACL") || is("DEFAULT ACL") || is("DATABASE PROPERTIES") {
                sort_lines(body)
            } else {
                body.to_owned()
            };
            entries.push(format!("-- Name: {header}\n{storage}{body}\n\n"));
        }
        access_method = next_access_method.unwrap_or(access_method);
    }
    entries.sort();
    entries.concat()
}

/// Grants of one object, whose order says only in which order they were made.
fn sort_lines(entry: &str) -> String {
    let mut lines: Vec<&str> = entry.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// Takes the settings off the end of an entry, which pg_dump writes where they change for the next one: the order of entries decides where.
/// Returns the access method that they set. The tablespace stands in an entry's header too.
fn without_settings(body: &str) -> (&str, Option<&str>) {
    let (mut body, mut access_method) = (body.trim(), None);
    while let Some(start) = ["SET default_tablespace = ", "SET default_table_access_method = "]
        .iter()
        .filter_map(|setting| body.rfind(setting))
        .find(|start| !body[*start..].trim_end().contains('\n') && (*start == 0 || body[..*start].ends_with('\n')))
    {
        if let Some(name) = body[start..].strip_prefix("SET default_table_access_method = ") {
            access_method = Some(name.trim_end_matches(';'));
        }
        body = body[..start].trim_end();
    }
    (body, access_method)
}

/// A table's entry with its columns sorted: inside CREATE TABLE, and the statements after it, which pg_dump writes column by column.
fn sort_table(entry: &str) -> String {
    let mut statements = split_top_level(entry, ';');
    let Some(create) = statements.first().map(|create| sort_columns(create)) else {
        return entry.to_owned();
    };
    statements[0] = &create;
    statements[1..].sort_unstable();
    statements.join(";\n")
}

fn sort_columns(create: &str) -> String {
    // The list of columns opens at the end of a line, as pg_dump writes it: no earlier parenthesis does, outside a quoted name.
    let parts = split_top_level(create, '(');
    let Some(head) = parts.first().filter(|_| parts.len() > 1) else {
        return create.to_owned();
    };
    let rest = &create[head.len() + 1..];
    let list = split_top_level(rest, ')')[0];
    let tail = &rest[list.len()..];
    let mut items: Vec<&str> = split_top_level(list, ',').into_iter().map(str::trim).collect();
    items.sort_unstable();
    format!("{head}(\n    {}\n{tail}", items.join(",\n    "))
}

/// Splits at a character outside quotes and parentheses. Splitting at a parenthesis splits at the first one that is not inside another.
/// SQL doubles quotes inside quotes, so that a quote always toggles; pg_dump writes no dollar quotes inside a table.
fn split_top_level(text: &str, at: char) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quote) = (Vec::new(), 0, 0_i32, None);
    for (index, character) in text.char_indices() {
        match (quote, character) {
            (Some(open), _) if character == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, _) if character == at && depth == 0 => {
                parts.push(&text[start..index]);
                start = index + character.len_utf8();
            }
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &str) -> String {
        format!(
            "preamble\n--\n-- Name: t; Type: TABLE; Schema: public; Owner: -\n--\n\nCREATE TABLE public.t (\n{columns}\n)\nWITH (fillfactor='70');\n\n\n\
             ALTER TABLE ONLY public.t ALTER COLUMN b SET STATISTICS 5;\n\n--\n-- PostgreSQL database dump complete\n--\n"
        )
    }

    #[test]
    fn order_of_columns_does_not_matter() {
        let one = table(
            "    a integer DEFAULT f(1, 2) NOT NULL,\n    \"odd,(name\" text DEFAULT 'x, (y''z'::text,\n    CONSTRAINT c CHECK ((a > 0))",
        );
        let other = table(
            "    \"odd,(name\" text DEFAULT 'x, (y''z'::text,\n    a integer DEFAULT f(1, 2) NOT NULL,\n    CONSTRAINT c CHECK ((a > 0))",
        );
        assert_eq!(normalize(&one, &[]), normalize(&other, &[]));
    }

    #[test]
    fn anything_else_does() {
        let one = table("    a integer,\n    b text");
        for other in ["    a integer,\n    b text NOT NULL", "    a integer", "    a text,\n    b integer"] {
            assert_ne!(normalize(&one, &[]), normalize(&table(other), &[]));
        }
    }
}
