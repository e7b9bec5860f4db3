//! Everything that SQL sees.
//!
//! The functions take `Option`s because a function without one is STRICT, and would answer a null argument with no rows
//! instead of the default.

mod backup;
mod call;
mod checklist;
mod compare;
mod dry_run;
mod fingerprint;
mod plan;
mod reference;
mod script;

/// The schema, a member of the extension; the functions name it as theirs.
#[pgrx::pg_schema]
mod pgdiff {}

pgrx::extension_sql_file!("../../sql/install/tables.sql", name = "tables", requires = [pgdiff]);
pgrx::extension_sql_file!("../../sql/install/finalize.sql", name = "finalize", finalize);
