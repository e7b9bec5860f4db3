//! The engine of pgdiff: two catalogs in, differences and ordered statements out.
//!
//! Data flows one way: [`catalog::read::Reader`] turns rows into a [`catalog::Catalog`], [`compare`] turns two catalogs
//! into changes, [`plan`] turns changes into ordered steps, [`script`] turns steps into text. Nothing here touches a
//! server; what a kind of object is, and how it is made, changed and removed, stands in one file per kind under [`kind`].

pub mod backup;
pub mod catalog;
pub mod checklist;
pub mod compare;
pub mod deployment;
pub mod error;
pub mod hazard;
pub mod ident;
pub mod kind;
pub mod lex;
pub mod marker;
pub mod options;
pub mod plan;
pub mod probe;
pub mod psql;
pub mod reference;
pub mod relation_options;
pub mod report;
pub mod script;
pub mod statement;
pub mod weigh;

pub use catalog::{Catalog, Object, ObjectId};
pub use compare::Comparison;
pub use error::Error;
pub use options::Options;
pub use plan::Plan;
