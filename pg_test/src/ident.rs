//! Quoting, asked of the server: what `pgdiff_engine::ident` writes must be read back as the name or the text that it was.

use anyhow::{Result, ensure};
use pgdiff_engine::ident;
use postgres::Client;

use crate::cluster::Cluster;

/// Names and texts that break quoting that is almost right.
const HOSTILE: &[&str] = &[
    "plain",
    "Upper",
    "two words",
    "1digit",
    "_ok1",
    "dollar$",
    "ünï",
    "日本",
    "quo\"te",
    "\"",
    "\"\"",
    "'",
    "''; DROP TABLE x; --",
    "back\\slash",
    "\\",
    "\\'",
    "line\nbreak",
    "tab\t",
    "/* comment",
    "*/",
    "-- comment",
    ":variable",
    ":'variable'",
    "$$",
    "$pgdiff$",
    "$pgdiff",
    "ends in $",
    "a.b",
    " ",
    "E'x'",
    "U&\"\\0041\"",
    "\u{feff}bom",
    "\u{2028}",
];

/// Every keyword is quoted where the server quotes it. The engine knows the keywords of all servers: one more than this one's is harmless.
pub fn keywords(cluster: &Cluster) -> Result<()> {
    let mut client = cluster.connect("postgres")?;
    for row in client.query("SELECT word, quote_ident(word) FROM pg_get_keywords()", &[])? {
        let (word, quoted): (&str, &str) = (row.get(0), row.get(1));
        let ours = ident::quote(word);
        ensure!(ours == quoted || ours == format!("\"{word}\""), "{word}: the server says {quoted}, the engine {ours}");
        named(&mut client, word)?;
    }
    Ok(())
}

/// Hostile names are quoted as the server quotes them, and are read back.
pub fn names(cluster: &Cluster) -> Result<()> {
    let mut client = cluster.connect("postgres")?;
    for name in HOSTILE {
        let quoted: String = client.query_one("SELECT quote_ident($1)", &[name])?.get(0);
        ensure!(ident::quote(name) == quoted, "{name:?}: the server says {quoted}, the engine {}", ident::quote(name));
        named(&mut client, name)?;
    }
    Ok(())
}

/// Literals and dollar quotes mean their text, whatever standard_conforming_strings is.
pub fn literals(cluster: &Cluster) -> Result<()> {
    let mut client = cluster.connect("postgres")?;
    for setting in ["on", "off"] {
        client.batch_execute(&format!("SET standard_conforming_strings = {setting}; SET escape_string_warning = off"))?;
        for text in HOSTILE.iter().copied().chain([""]) {
            for sql in [ident::literal(text), ident::dollar(text)] {
                let read: String = client.query_one(&format!("SELECT {sql}::text"), &[])?.get(0);
                ensure!(read == text, "{text:?} became {read:?} through {sql} (standard_conforming_strings = {setting})");
            }
        }
    }
    Ok(())
}

/// A schema, a table and a column of that name, written by the engine, have that name.
fn named(client: &mut Client, name: &str) -> Result<()> {
    let quoted = ident::quote(name);
    let mut transaction = client.transaction()?;
    let table = ident::qualified(&[name, name]);
    transaction
        .batch_execute(&format!("CREATE SCHEMA {quoted}; CREATE TABLE {table} ({quoted} int); SELECT {quoted} FROM {table}"))?;
    let found = transaction.query(
        "SELECT FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid JOIN pg_attribute a ON a.attrelid = c.oid \
         WHERE n.nspname = $1 AND c.relname = $1 AND a.attname = $1",
        &[&name],
    )?;
    ensure!(found.len() == 1, "{name:?}, written as {quoted}, is not found under its name");
    Ok(transaction.rollback()?)
}
