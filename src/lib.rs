//! pgdiff: schema comparison and deployment inside PostgreSQL.
::pgrx::pg_module_magic!(name, version);
