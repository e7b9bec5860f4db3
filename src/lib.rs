//! pgdiff: schema comparison and deployment inside PostgreSQL.
//!
//! [`api`] is what SQL sees, and the only place that it sees. [`endpoint`] reads catalogs; what is done with them is the
//! engine's, which knows no server.

::pgrx::pg_module_magic!(name, version);

mod api;
mod backfill;
mod call;
mod deploy;
mod drift;
mod endpoint;
mod error;
mod fleet;
mod procedure;
mod record;
mod schedule;
mod settings;
mod snapshot;
mod subtransaction;
mod timer;

/// Run when the server loads the library.
#[pgrx::pg_guard]
pub extern "C-unwind" fn _PG_init() {
    settings::define();
}
