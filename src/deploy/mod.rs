//! Running the steps of a plan: so far only to take them back again.

mod rehearsal;
mod transaction;

pub use rehearsal::{Outcome, Rehearsed, Sides, rehearse};
