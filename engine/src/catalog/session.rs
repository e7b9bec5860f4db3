//! What a session must look like for the server's deparser to write the same text on both sides, as pg_dump pins it
//! (`setup_connection` in pg_dump.c).

/// Settings that decide how the server writes an object down, or how it runs the reading queries.
pub const DEPARSING: &[(&str, &str)] = &[
    ("search_path", "pg_catalog, pg_temp"),
    ("datestyle", "ISO, YMD"),
    ("intervalstyle", "postgres"),
    // Constants of type timestamp with time zone are written in the session's time zone.
    ("timezone", "UTC"),
    ("extra_float_digits", "3"),
    ("bytea_output", "hex"),
    ("standard_conforming_strings", "on"),
    ("quote_all_identifiers", "off"),
    ("row_security", "off"),
    // Every row is wanted, so a plan that is quick to return the first ones is the wrong one.
    ("cursor_tuple_fraction", "1"),
    // The queries are long, so compiling them takes longer than running them.
    ("jit", "off"),
    // The two sides work at the same time already, and considering parallel plans costs more than they bring.
    ("max_parallel_workers_per_gather", "0"),
    // There are some sixty queries, and planning them takes most of the time in a small database. Their joins are written
    // in the order that is right, and hashing does what merging would.
    ("join_collapse_limit", "1"),
    ("enable_mergejoin", "off"),
    ("enable_incremental_sort", "off"),
];

/// Settings of a connection that is nobody's but pgdiff's.
const CONNECTION: &[(&str, &str)] = &[
    ("client_min_messages", "error"),
    ("statement_timeout", "0"),
    ("lock_timeout", "0"),
    ("idle_in_transaction_session_timeout", "0"),
    ("transaction_timeout", "0"),
];

/// The statement that pins a session that is nobody's but pgdiff's. A setting that the remote doesn't have is passed over.
pub fn pin() -> String {
    let values: Vec<String> = DEPARSING
        .iter()
        .chain(CONNECTION)
        .map(|(name, value)| format!("({}, {})", crate::ident::literal(name), crate::ident::literal(value)))
        .collect();
    format!(
        "SELECT pg_catalog.count(pg_catalog.set_config(s.name, v.value, false)) FROM pg_catalog.pg_settings AS s \
         JOIN (VALUES {}) AS v(name, value) ON pg_catalog.lower(s.name) OPERATOR(pg_catalog.=) v.name",
        values.join(", ")
    )
}
