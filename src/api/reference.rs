//! The reference: `pgdiff.hazards`, `pgdiff.options`, `pgdiff.object_types`.

use pgdiff_engine::Options;
use pgdiff_engine::hazard::Hazard;
use pgrx::prelude::*;

/// Every hazard code with its risk, what it means, what to do about it, and what does the same with less risk.
#[pg_extern(schema = "pgdiff", immutable, parallel_safe)]
fn hazards() -> TableIterator<
    'static,
    (
        name!(hazard, &'static str),
        name!(risk, &'static str),
        name!(meaning, &'static str),
        name!(mitigation, &'static str),
        name!(recipe, Option<&'static str>),
    ),
> {
    let row = |hazard: &Hazard| (hazard.code(), hazard.risk().as_str(), hazard.meaning(), hazard.mitigation(), hazard.recipe());
    TableIterator::new(Hazard::ALL.iter().map(row))
}

/// Every option with its type, its default and what it does.
#[pg_extern(schema = "pgdiff", immutable, parallel_safe)]
fn options() -> TableIterator<
    'static,
    (name!(option, &'static str), name!(option_type, &'static str), name!(default_value, &'static str), name!(meaning, String)),
> {
    let row = |row: pgdiff_engine::options::OptionRow| (row.name, row.option_type, row.default, row.meaning);
    TableIterator::new(Options::reference().into_iter().map(row))
}

/// Every object type, and whether it is handled. What is not handled is told by `compare` and left alone by `plan`.
#[pg_extern(schema = "pgdiff", immutable, parallel_safe)]
fn object_types()
-> TableIterator<'static, (name!(object_type, &'static str), name!(supported, bool), name!(meaning, &'static str))> {
    let rows = pgdiff_engine::reference::object_types().into_iter();
    TableIterator::new(rows.map(|row| (row.object_type, row.supported, row.meaning)))
}
