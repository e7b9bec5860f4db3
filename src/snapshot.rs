//! Catalogs that are kept: taken of an endpoint, read as an endpoint, and as a document that travels.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use pgdiff_engine::catalog::json;
use pgdiff_engine::options::Reading;
use pgdiff_engine::{Catalog, Comparison, Options};
use pgrx::JsonB;
use pgrx::datum::DatumWithOid;
use pgrx::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::call;
use crate::endpoint::{self, Endpoint, select};
use crate::error::{Failure, Result, catch};
use crate::record::{self, as_owner};

/// The form of an exported document; raised when a reader of the old one would misread the new one.
const FORMAT: u64 = 1;

/// The options that say what is read, and so what a snapshot is of.
const OPTIONS: [&str; 2] = ["scope", "large_objects"];

/// A row of `pgdiff.snapshot`, but for the catalog itself.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    label: String,
    endpoint: String,
    database: String,
    server_version_num: u32,
    options: Value,
    /// Left out by who has edited a document by hand.
    fingerprint: Option<String>,
    taken_at: String,
    taken_by: String,
    comment: Option<String>,
    pgdiff_version: String,
}

/// A snapshot that travels.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<'a> {
    pgdiff_snapshot: u64,
    snapshot: Fields,
    #[serde(borrow)]
    catalog: &'a RawValue,
}

/// Reads an endpoint and keeps what was read. Errors: 42710 if there is one of that label.
pub fn take(label: Option<&str>, endpoint: Option<&str>, comment: Option<&str>, given: Option<JsonB>) -> Result<String> {
    label.map_or(Ok(()), check_label)?;
    let endpoint = Endpoint::parse(endpoint.unwrap_or("current"))?;
    let options = options_of(given)?;
    let catalog = endpoint::read(&endpoint, options.reading_to_keep())?;
    // As JSON writes it: with the session's settings it may have an abbreviation that is another zone's as well.
    let now =
        "SELECT to_char(clock_timestamp(), 'YYYYMMDD\"T\"HH24MISS'), to_jsonb(clock_timestamp()) #>> '{}', current_user::text";
    let now = select(now, &[], |row| Ok([row.get::<String>(1)?, row.get(2)?, row.get(3)?]))?;
    let [second, taken_at, taken_by] = now.into_iter().next().unwrap_or_default().map(Option::unwrap_or_default);
    let label = label.map_or_else(|| format!("{}-{second}", catalog.origin.database.trim()), str::to_owned);
    let fields = Fields {
        label,
        endpoint: endpoint.name(),
        database: catalog.origin.database.clone(),
        server_version_num: catalog.origin.server_version_num,
        options: said(&options),
        fingerprint: None,
        taken_at,
        taken_by,
        comment: comment.map(str::to_owned),
        pgdiff_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    store(fields, &catalog, &options, None)
}

/// What a snapshot is read with. Errors (22023) for an option that says nothing about reading.
fn options_of(given: Option<JsonB>) -> Result<Options> {
    let other = given
        .as_ref()
        .and_then(|JsonB(given)| given.as_object())
        .and_then(|given| given.keys().find(|key| !OPTIONS.contains(&key.as_str()) && *key != "profile").cloned());
    let options = call::options(given)?;
    match other {
        None => Ok(options),
        Some(other) => Err(Failure::new(
            PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE,
            format!("option \"{other}\" has no meaning for a snapshot"),
        )
        .detail("A snapshot holds everything that is read; what is left out is said when it is compared.")
        .hint(format!("Valid options are: {}, profile.", OPTIONS.join(", ")))),
    }
}

fn said(options: &Options) -> Value {
    json!({ "scope": options.scope.as_str(), "large_objects": options.large_objects })
}

/// Writes a row; the fingerprint is what it is now.
fn store(mut fields: Fields, catalog: &Catalog, options: &Options, imported_at: Option<String>) -> Result<String> {
    fields.fingerprint = Some(Comparison::fingerprint(catalog, options)?);
    let mut row = serde_json::to_value(&fields).map_err(|error| malformed(&error))?;
    if let Some(row) = row.as_object_mut() {
        let database = catalog.lineage().map(|lineage| &lineage.database);
        row.insert("objects".to_owned(), json!(catalog.len()));
        row.insert("imported_at".to_owned(), json!(imported_at));
        row.insert("system_identifier".to_owned(), json!(database.map(|database| &database.system_identifier)));
        row.insert("database_oid".to_owned(), json!(database.map(|database| database.oid)));
    }
    let packed = pack(&json::encode(catalog))?;
    let arguments: [DatumWithOid; 2] = [JsonB(row).into(), packed.into()];
    let sql = include_str!("../sql/snapshot/store.sql");
    let stored = as_owner(|| {
        catch(|| {
            Ok(Spi::connect_mut(|client| {
                client.update(sql, None, &arguments)?.map(|row| row.get::<String>(1)).collect::<Result<Vec<_>, _>>()
            })?)
        })
    })?;
    if stored.is_empty() {
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_DUPLICATE_OBJECT,
            format!("snapshot \"{}\" already exists", fields.label),
        )
        .hint("Choose another label, or remove that one with pgdiff.drop_snapshot()."));
    }
    Ok(fields.label)
}

/// The catalog of a snapshot, as it would have been read. Errors: 42704 if there is none; 0A000 if it holds less than is asked for.
pub fn read(label: &str, asked: Reading) -> Result<Catalog> {
    let query = "SELECT s.options, s.catalog FROM pgdiff.snapshot AS s WHERE s.label OPERATOR(pg_catalog.=) $1";
    let found = select(query, &[label.into()], |row| Ok((row.get::<JsonB>(1)?, row.get::<Vec<u8>>(2)?)))?;
    let Some((Some(JsonB(options)), Some(packed))) = found.into_iter().next() else { return Err(missing(label)) };
    let held = Options::parse(&options)?.reading();
    if asked.scope > held.scope || asked.large_objects && !held.large_objects {
        let needed = Options { scope: asked.scope, large_objects: asked.large_objects, ..Options::default() };
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
            format!("snapshot \"{label}\" does not hold what the options ask for"),
        )
        .detail(format!("It was taken with the options {options}."))
        .hint(format!("Take one with the options {}.", said(&needed))));
    }
    let catalog = json::decode(&unpack(&packed)?)?;
    if (asked.scope, asked.large_objects) == (held.scope, held.large_objects) {
        Ok(catalog)
    } else {
        Ok(catalog.narrowed(asked))
    }
}

/// A text that is the same as long as the snapshot of that label is the same one.
pub fn mark(label: &str) -> Result<String> {
    let query = "SELECT concat_ws(' ', s.label, s.fingerprint, extract(epoch FROM s.taken_at), extract(epoch FROM s.imported_at)) FROM pgdiff.snapshot AS s WHERE s.label OPERATOR(pg_catalog.=) $1";
    let found = select(query, &[label.into()], |row| Ok(row.get::<String>(1)?))?;
    found.into_iter().next().flatten().ok_or_else(|| missing(label))
}

/// The label of the newest snapshot of this database, as far as the caller may know of one.
pub fn newest() -> Result<Option<String>> {
    let may = "SELECT pg_catalog.has_table_privilege('pgdiff.snapshot', 'SELECT')";
    if select(may, &[], |row| Ok(row.get::<bool>(1)?))?.into_iter().next().flatten() != Some(true) {
        return Ok(None);
    }
    let found = select(include_str!("../sql/snapshot/newest.sql"), &[], |row| Ok(row.get::<String>(1)?))?;
    Ok(found.into_iter().next().flatten())
}

/// Removes one.
pub fn remove(label: &str) -> Result<()> {
    let sql = "DELETE FROM pgdiff.snapshot WHERE label OPERATOR(pg_catalog.=) $1";
    if deleted(sql, &[label.into()])? == 0 { Err(missing(label)) } else { Ok(()) }
}

/// Removes those that are older, but for the newest of each database and what a drift check watches; how many.
pub fn purge(older_than: Interval) -> Result<i64> {
    deleted(include_str!("../sql/snapshot/purge.sql"), &[older_than.into()])
}

fn deleted(sql: &str, arguments: &[DatumWithOid]) -> Result<i64> {
    Ok(record::write(sql, arguments)? as i64)
}

/// A snapshot as a document.
pub fn export(label: &str) -> Result<String> {
    let sql = include_str!("../sql/snapshot/export.sql");
    let found = select(sql, &[label.into()], |row| Ok((row.get::<String>(1)?, row.get::<Vec<u8>>(2)?)))?;
    let Some((Some(fields), Some(packed))) = found.into_iter().next() else { return Err(missing(label)) };
    let snapshot = serde_json::from_str(&fields).map_err(|error| malformed(&error))?;
    let text = unpack(&packed)?;
    let catalog: &RawValue = serde_json::from_str(&text).map_err(|error| malformed(&error))?;
    serde_json::to_string(&Document { pgdiff_snapshot: FORMAT, snapshot, catalog }).map_err(|error| malformed(&error))
}

/// Keeps a snapshot that came as a document. Errors: 0A000 for a form that only a newer release knows, 22023 for anything else that is
/// no snapshot.
pub fn import(document: &str, label: Option<&str>) -> Result<String> {
    let fields: Map<String, Value> = serde_json::from_str(document).map_err(|error| malformed(&error))?;
    let format = fields.get("pgdiff_snapshot").and_then(Value::as_u64);
    if let Some(format) = format.filter(|format| *format > FORMAT) {
        return Err(Failure::new(
            PgSqlErrorCode::ERRCODE_FEATURE_NOT_SUPPORTED,
            format!("the snapshot's document has format {format}, which this release can't read"),
        )
        .hint("Install a newer release of pgdiff."));
    }
    drop(fields);
    let Document { mut snapshot, catalog, .. } = serde_json::from_str(document).map_err(|error| malformed(&error))?;
    let catalog = json::decode(catalog.get())?;
    let options = Options::parse(&snapshot.options)?;
    let found = Comparison::fingerprint(&catalog, &options)?;
    let same_release = snapshot.pgdiff_version == env!("CARGO_PKG_VERSION");
    if same_release && snapshot.fingerprint.take().is_some_and(|said| said != found) {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, "the snapshot's document is damaged")
            .detail("Its catalog does not have the fingerprint that it says.")
            .hint("Export it again; if it was edited on purpose, remove the fingerprint."));
    }
    if let Some(label) = label {
        label.clone_into(&mut snapshot.label);
    }
    check_label(&snapshot.label)?;
    let now = select("SELECT to_jsonb(clock_timestamp()) #>> '{}'", &[], |row| Ok(row.get::<String>(1)?))?;
    store(snapshot, &catalog, &options, now.into_iter().next().flatten())
}

/// Can `snapshot:LABEL` name it? An endpoint's text loses the space around it.
fn check_label(label: &str) -> Result<()> {
    if !label.is_empty() && label.trim() == label {
        return Ok(());
    }
    Err(Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, format!("invalid label \"{label}\""))
        .detail("A label is not empty, and has no space around it."))
}

fn missing(label: &str) -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, format!("snapshot \"{label}\" does not exist"))
        .hint("SELECT label, database, taken_at FROM pgdiff.snapshot shows those that there are.")
}

fn malformed(error: &serde_json::Error) -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, "malformed snapshot")
        .detail(format!("{error}."))
        .hint("It takes what pgdiff.export_snapshot() returned.")
}

fn pack(text: &str) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(text.len() / 8), Compression::default());
    encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).map_err(|error| unpackable(&error))
}

fn unpack(packed: &[u8]) -> Result<String> {
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).map_err(|error| unpackable(&error))?;
    Ok(text)
}

fn unpackable(error: &std::io::Error) -> Failure {
    Failure::new(PgSqlErrorCode::ERRCODE_DATA_CORRUPTED, "the snapshot can't be unpacked").detail(format!("{error}."))
}
