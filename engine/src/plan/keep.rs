//! What is not dropped although the source lacks it: the option `drop`.

use crate::catalog::{Catalog, ObjectId};
use crate::compare::Difference;
use crate::options::Options;
use std::collections::BTreeMap;

/// The state that is really wanted, where it is not just the source's.
#[derive(Default)]
pub(super) struct Kept {
    pub source: Option<Catalog>,
    pub differences: Option<BTreeMap<ObjectId, Difference>>,
}

/// Keeps nothing yet.
pub(super) fn kept(
    _target: &Catalog,
    _source: &Catalog,
    _options: &Options,
    _differences: &BTreeMap<ObjectId, Difference>,
) -> Kept {
    Kept::default()
}
