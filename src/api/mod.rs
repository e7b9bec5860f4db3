//! Everything that SQL sees.
//!
//! The functions take `Option`s because a function without one is STRICT, and would answer a null argument with no rows
//! instead of the default.

mod activity;
mod backfill;
mod backup;
mod checklist;
mod compare;
mod deploy;
mod drift;
mod dry_run;
mod fingerprint;
mod fleet;
mod plan;
mod reference;
mod report;
mod script;
mod snapshot;

/// The schema, a member of the extension; the functions name it as theirs.
#[pgrx::pg_schema]
mod pgdiff {}

pgrx::extension_sql_file!("../../sql/install/tables.sql", name = "tables", requires = [pgdiff]);
pgrx::extension_sql_file!("../../sql/install/deployment.sql", name = "deployment", requires = [pgdiff]);
pgrx::extension_sql_file!("../../sql/install/backfill.sql", name = "backfill", requires = ["deployment"]);
pgrx::extension_sql_file!("../../sql/install/snapshot.sql", name = "snapshot", requires = [pgdiff]);
pgrx::extension_sql_file!("../../sql/install/drift.sql", name = "drift", requires = ["deployment"]);
pgrx::extension_sql_file!("../../sql/install/finalize.sql", name = "finalize", finalize);
