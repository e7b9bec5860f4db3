//! The reference: `pgdiff.hazards`, `pgdiff.options`, `pgdiff.object_types`.

use pgdiff_engine::Options;
use pgdiff_engine::hazard::Hazard;
use pgdiff_engine::kind::{Kind, unsupported};
use pgrx::prelude::*;

/// Every hazard code with its risk, what it means and what to do about it.
#[pg_extern(schema = "pgdiff", immutable, parallel_safe)]
fn hazards() -> TableIterator<
    'static,
    (name!(hazard, &'static str), name!(risk, &'static str), name!(meaning, &'static str), name!(mitigation, &'static str)),
> {
    let row = |hazard: &Hazard| (hazard.code(), hazard.risk().as_str(), hazard.meaning(), hazard.mitigation());
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
fn object_types() -> TableIterator<'static, (name!(object_type, String), name!(supported, bool), name!(meaning, &'static str))>
{
    let handled = Kind::ALL.iter().filter(|kind| **kind != Kind::Unsupported).map(|kind| {
        (
            kind.as_str().replace('_', " "),
            true,
            "created, dropped and changed, with owner, privileges and comment where it has them",
        )
    });
    let told = unsupported::TYPES.iter().map(|name| ((*name).to_owned(), false, "told by compare, not changed"));
    TableIterator::new(handled.chain(told))
}
