//! Whether anything in a database's catalogs changed since somebody looked: told by the versions of their rows, without reading what
//! they say.
//!
//! A change of a row is a new version of it, whose `xmin` is the transaction that made it. Once that is over, nobody makes another version
//! with that number. So as long as a catalog has as many rows, and the hashes of their transactions' numbers the same sum, it has the same
//! rows. (Not so inside the transaction itself: what it writes twice has one number. Whoever keeps a marker must see to that.) What the
//! server changes in place (statistics, frozen ids) makes no version.

use crate::catalog::read::queries;
use crate::ident::quote;
use crate::options::Reading;
use std::collections::BTreeSet;

/// What a session's own temporary objects are told by: they are never read, and come and go. Looked for once, for all catalogs.
const TEMPORARY: &str = "\
    temporary_relation AS MATERIALIZED (SELECT c.oid FROM pg_class AS c WHERE c.relpersistence = 't'), \
    temporary_schema AS MATERIALIZED (SELECT n.oid FROM pg_namespace AS n WHERE n.nspname ~ '^pg_(toast_)?temp_'), \
    temporary AS MATERIALIZED (SELECT r.oid FROM temporary_relation AS r UNION ALL SELECT s.oid FROM temporary_schema AS s UNION ALL \
    SELECT t.oid FROM pg_type AS t WHERE t.typnamespace IN (SELECT s.oid FROM temporary_schema AS s))";

/// Whose rows a reader who may not read them sees through a view: what it sees of them is hashed.
const SEEN: [(&str, &str); 2] = [("pg_authid", "pg_roles"), ("pg_user_mapping", "pg_user_mappings")];

/// The catalogs that reading looks into, of which the role that reads can read the rows, or some of the columns: a query of three
/// columns, as with all that an endpoint is asked. The first is the catalog, the second, where these are not all, its columns.
///
/// Its answer is what [`query`] takes.
pub fn readable(server_version_num: u32, reading: Reading) -> String {
    let queries = queries(server_version_num, reading);
    let words = queries.iter().flat_map(|query| query.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')));
    // Rows of large objects are data.
    let names: BTreeSet<&str> = words.filter(|word| word.starts_with("pg_") && *word != "pg_largeobject").collect();
    let names: Vec<String> = names.into_iter().map(crate::ident::literal).collect();
    format!(
        "SELECT c.relname::text, CASE WHEN NOT has_table_privilege(c.oid, 'SELECT') THEN \
         (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a \
         WHERE a.attrelid = c.oid AND NOT a.attisdropped AND a.attnum > 0 AND has_column_privilege(c.oid, a.attnum, 'SELECT')) END, NULL::text \
         FROM pg_class AS c WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' \
         AND has_any_column_privilege(c.oid, 'SELECT') AND c.relname IN ({}) ORDER BY 1",
        names.join(", ")
    )
}

/// A query of one such row, whose text is the same as long as nothing changed in these catalogs. The session's `search_path` must be
/// `pg_catalog, pg_temp`.
pub fn query(readable: &[(String, Option<String>)]) -> String {
    let whole = readable.iter().map(|(name, columns)| {
        let literal = crate::ident::literal(name);
        match columns {
            // What the server quoted itself.
            Some(columns) => hashed(&literal, &format!("(SELECT {columns} FROM {})", quote(name))),
            None => {
                let filter = filter(name).map_or_else(String::new, |filter| format!(" WHERE {filter}"));
                format!(
                    "SELECT {literal} AS name, count(*), sum(hashint8extended(coalesce((SELECT xid FROM latest) - nullif(age(x.xmin), 2147483647), 0), 0)) \
                     FROM {} AS x{filter}",
                    quote(name)
                )
            }
        }
    });
    let seen = SEEN.iter().filter(|(catalog, _)| !readable.iter().any(|(name, columns)| name == catalog && columns.is_none()));
    let seen = seen.map(|(catalog, view)| hashed(&crate::ident::literal(catalog), view));
    let catalogs: Vec<String> = whole.chain(seen).collect();
    // age() counts from the session's own transaction, or the next one: it is where the numbers begin. Another cluster may have the same
    // numbers, and another reader sees other things.
    format!(
        "WITH latest AS MATERIALIZED (SELECT x::text::bigint + age(x::xid) AS xid FROM pg_snapshot_xmax(pg_current_snapshot()) AS x), {TEMPORARY} \
         SELECT encode(sha256(convert_to(concat_ws(' ', current_setting('server_version_num'), (SELECT system_identifier FROM pg_control_system()), \
         (SELECT oid FROM pg_database WHERE datname = current_database()), quote_ident(current_user), \
         string_agg(concat_ws(' ', q.name, q.count, q.sum), ',' ORDER BY q.name, q.sum)), 'UTF8')), 'hex'), NULL::text, NULL::text FROM (\n{}) AS q(name, count, sum)",
        catalogs.join("\nUNION ALL\n")
    )
}

/// Rows whose versions can't be told: what they say.
fn hashed(name: &str, rows: &str) -> String {
    format!("SELECT {name}, count(*), sum(hash_record_extended(x, 0)) FROM {rows} AS x")
}

/// The rows of a catalog that are looked at.
fn filter(catalog: &str) -> Option<String> {
    let column = match catalog {
        "pg_database" => return Some("x.datname = current_database()".to_owned()),
        "pg_namespace" => return Some("x.nspname !~ '^pg_(toast_)?temp_'".to_owned()),
        "pg_class" => return Some("x.relpersistence <> 't'".to_owned()),
        "pg_type" => return Some(outside(&["typnamespace"], "temporary_schema")),
        "pg_depend" => return Some(outside(&["refobjid", "objid"], "temporary")),
        "pg_attribute" => "attrelid",
        "pg_attrdef" => "adrelid",
        "pg_index" => "indexrelid",
        "pg_constraint" => "conrelid",
        "pg_inherits" => "inhrelid",
        "pg_rewrite" => "ev_class",
        "pg_sequence" => "seqrelid",
        "pg_trigger" => "tgrelid",
        _ => return None,
    };
    Some(outside(&[column], "temporary_relation"))
}

/// Whether none of these columns is one of those; where there are none, which is most of the time, no row is looked up.
fn outside(columns: &[&str], those: &str) -> String {
    let outside: Vec<String> = columns.iter().map(|column| format!("x.{column} NOT IN (SELECT oid FROM {those})")).collect();
    format!("((SELECT count(*) FROM {those}) = 0 OR {})", outside.join(" AND "))
}
