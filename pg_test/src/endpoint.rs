//! Endpoints where psql alone can't show it: a hot standby, a server that is too old, other encodings, what the log says.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use anyhow::{Context, Result, bail, ensure};
use postgres::Client;

use crate::law::{Laboratory, WITH_PGDIFF};
use crate::pgdiff::explain;

/// The trials, by name.
pub const TRIALS: [(&str, fn(&Laboratory) -> Result<()>); 4] =
    [("standby", standby), ("too_old", too_old), ("encodings", encodings), ("secrets", secrets)];

/// One text from one row.
fn text(client: &mut Client, query: &str, arguments: &[&str]) -> Result<String> {
    let arguments: Vec<_> = arguments.iter().map(|argument| argument as &(dyn postgres::types::ToSql + Sync)).collect();
    match client.query_one(query, &arguments) {
        Ok(row) => Ok(row.get(0)),
        Err(error) => bail!("{query}: {}", explain(&error)),
    }
}

const DIFFERENCES: &str = "SELECT coalesce(string_agg(concat_ws(' ', action, object_identity), ', ' ORDER BY object_identity), '') \
                           FROM pgdiff.compare($1, $2)";

/// A standby takes no transaction ids and writes nothing: pgdiff works there, and reads it from elsewhere.
fn standby(laboratory: &Laboratory) -> Result<()> {
    let database = laboratory.targets.create_database(&laboratory.targets.fresh_name("standby"), WITH_PGDIFF)?;
    database.connect()?.batch_execute("CREATE SCHEMA of_target")?;
    let source = laboratory.sources.create_database(&laboratory.sources.fresh_name("standby"), "template0")?;
    source.connect()?.batch_execute("CREATE SCHEMA of_source")?;
    let standby = laboratory.targets.standby()?;
    let mut client = standby.connect(&database.name)?;
    ensure!(text(&mut client, "SELECT pg_is_in_recovery()::text", &[])? == "true", "this is no standby");
    let expected = "create of_source, drop of_target";
    let found = text(&mut client, DIFFERENCES, &[&source.conninfo(), "current"])?;
    ensure!(found == expected, "on the standby: {found}");
    let script = text(&mut client, "SELECT pgdiff.script($1)", &[&source.conninfo()])?;
    ensure!(script.contains("CREATE SCHEMA of_source"), "the script from the standby:\n{script}");
    let found = text(&mut database.connect()?, DIFFERENCES, &[&source.conninfo(), &standby.conninfo(&database.name)])?;
    ensure!(found == expected, "of the standby: {found}");
    Ok(())
}

/// The oldest server that can be read is 14. The one that answers here says that it is older, and no more.
fn too_old(laboratory: &Laboratory) -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    let answering = std::thread::spawn(move || answer(listener.accept()?.0, "130022"));
    let database = laboratory.targets.create_database(&laboratory.targets.fresh_name("too_old"), WITH_PGDIFF)?;
    let endpoint = format!("host=127.0.0.1 port={port} user=carol sslmode=disable gssencmode=disable");
    let Err(error) = database.connect()?.query("SELECT pgdiff.fingerprint($1)", &[&endpoint]) else {
        bail!("there was no error");
    };
    let expected = format!(
        "ERROR: PostgreSQL 13 of \"host=127.0.0.1 port={port} user=carol\" is too old (0A000)\n\
         DETAIL: The oldest server that can be compared is PostgreSQL 14."
    );
    ensure!(explain(&error) == expected, "{}", explain(&error));
    match answering.join() {
        Ok(result) => result.context("the old server"),
        Err(_) => bail!("the old server panicked"),
    }
}

/// Just as much of a server as it takes to say its version (manual, 55.7): one login, one message of two statements.
fn answer(mut client: TcpStream, version: &str) -> Result<()> {
    let mut length = [0; 4];
    let mut skip = |client: &mut TcpStream| -> Result<()> {
        client.read_exact(&mut length)?;
        let mut rest = vec![0; (u32::from_be_bytes(length) - 4) as usize];
        Ok(client.read_exact(&mut rest)?)
    };
    let message = |tag: u8, body: &[u8]| {
        let mut bytes = vec![tag];
        bytes.extend((body.len() as u32 + 4).to_be_bytes());
        bytes.extend(body);
        bytes
    };
    skip(&mut client)?; // startup
    let login = [message(b'R', &[0; 4]), message(b'S', b"client_encoding\0UTF8\0"), message(b'Z', b"I")];
    client.write_all(&login.concat())?;
    client.read_exact(&mut [0; 1])?; // Query
    skip(&mut client)?;
    let values = [version, "postgres", "carol"];
    let mut description = (values.len() as u16).to_be_bytes().to_vec();
    let mut row = description.clone();
    for value in values {
        description.extend(b"c\0");
        description.extend([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]); // of type text
        row.extend((value.len() as u32).to_be_bytes());
        row.extend(value.as_bytes());
    }
    let result = [
        message(b'C', b"BEGIN\0"),
        message(b'T', &description),
        message(b'D', &row),
        message(b'C', b"SELECT 1\0"),
        message(b'Z', b"T"),
    ];
    client.write_all(&result.concat())?;
    client.read_to_end(&mut Vec::new())?; // Terminate
    Ok(())
}

/// A remote of another encoding is read as text, not as bytes; the database that is called must be UTF-8.
fn encodings(laboratory: &Laboratory) -> Result<()> {
    let (targets, sources) = (&laboratory.targets, &laboratory.sources);
    let name = sources.fresh_name("latin1");
    sources
        .connect("postgres")?
        .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING latin1 LOCALE 'C'"))?;
    sources.connect(&name)?.batch_execute("CREATE SCHEMA \"Überraschung\"")?;
    let target = targets.create_database(&targets.fresh_name("encodings"), WITH_PGDIFF)?;
    let found = text(&mut target.connect()?, DIFFERENCES, &[&sources.conninfo(&name), "current"])?;
    ensure!(found == "create \"Überraschung\"", "{found}");

    let mut latin1 = sources.connect(&name)?;
    latin1.batch_execute("CREATE EXTENSION pgdiff")?;
    let Err(error) = latin1.query("SELECT pgdiff.fingerprint()", &[]) else { bail!("there was no error") };
    let expected = "ERROR: database encoding LATIN1 is not supported (0A000)\n\
                    HINT: Call pgdiff in a database of encoding UTF8, and name this one as source or target.";
    ensure!(explain(&error) == expected, "{}", explain(&error));
    drop(latin1);
    Ok(sources.connect("postgres")?.batch_execute(&format!("DROP DATABASE {name}"))?)
}

/// No part of a password stands in an error or in either server's log, however the string is broken.
fn secrets(laboratory: &Laboratory) -> Result<()> {
    /// In every password below, and in nothing else.
    const MARK: &str = "Geheim";
    let database = laboratory.targets.create_database(&laboratory.targets.fresh_name("secrets"), WITH_PGDIFF)?;
    let mut client = database.connect()?;
    let port = laboratory.sources.port();
    let there = format!("host=127.0.0.1 port={port} user=carol dbname=postgres");
    let endpoints = [
        format!("{there} password=Geheim1"),
        format!("{there} password='Geheim two words'"),
        format!("{there} password='Geheim it\\'s'"),
        format!("{there} password='Geheim open"),
        format!("{there} password=two Geheim"),
        format!("{there} password=two geheim=Geheim"),
        format!("{there} password=Geheim sslpassword=Geheim2 Geheim=3"),
        format!("{there} password=Geheim sslmode=Geheim"),
        "host=127.0.0.1 port=1 password=Geheim".to_owned(),
        "host=nowhere.invalid password=Geheim".to_owned(),
        format!("postgresql://carol:Geheim1@127.0.0.1:{port}/postgres"),
        format!("postgresql://carol:Geheim%27%20two@127.0.0.1:{port}/postgres"),
        format!("postgresql://carol:Geheim@Geheim@127.0.0.1:{port}/postgres"),
        format!("postgresql://carol:Geheim/Geheim@127.0.0.1:{port}/postgres"),
        format!("postgresql://carol:Geheim?Geheim@127.0.0.1:{port}/postgres"),
        format!("postgresql://127.0.0.1:{port}/postgres?user=carol&password=Geheim"),
        format!("postgres://carol:%Geheim@127.0.0.1:{port}/postgres"),
        // Where it is run, it fails as well.
        "sql:CREATE SERVER s FOREIGN DATA WRAPPER nowhere OPTIONS (password 'Geheim')".to_owned(),
        "sql:CREATE USER MAPPING FOR postgres SERVER nowhere OPTIONS (user 'x', password 'Geheim')".to_owned(),
    ];
    let mut shown = String::new();
    for endpoint in &endpoints {
        let literal = pgdiff_engine::ident::literal(endpoint);
        let odd = endpoint.replace('\\', "\\\\").replace('\'', "\\'").replace('h', "\\x68");
        // Simple queries, whose text the server logs when they fail.
        for call in [
            format!("SELECT pgdiff.fingerprint({literal})"),
            format!("SELECT pgdiff.fingerprint(E'{odd}')"),
            format!("SELECT pgdiff.fingerprint({})", literal.replace("Geheim", "G' || 'eheim")),
            format!("SELECT * FROM pgdiff.compare(source => {literal}, options => '{{\"nosuch\": 1}}')"),
            format!("SELECT * FROM pgdiff.plan(source => 'nosuch', target => {literal})"),
        ] {
            match client.simple_query(&call) {
                Ok(_) => bail!("there was no error: {call}"),
                Err(error) => shown.push_str(&format!("{call}\n    {}\n", explain(&error))),
            }
        }
    }
    let errors = shown.lines().filter(|line| !line.starts_with("SELECT")).collect::<Vec<_>>().join("\n");
    for (place, said) in
        [("an error", errors), ("the target's log", laboratory.targets.log()), ("the source's log", laboratory.sources.log())]
    {
        let shows = |line: &&str| [MARK, "Ge\\x68", "eheim"].iter().any(|mark| line.contains(mark));
        if let Some(line) = said.lines().find(shows) {
            bail!("{place} shows a password: {line}\n{shown}");
        }
    }
    let log = laboratory.targets.log();
    ensure!(log.contains("********"), "the statements are not in the log at all");
    Ok(())
}
