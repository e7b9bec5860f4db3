//! Less of a catalog than was read.

use super::{Catalog, Object};
use crate::options::Reading;

impl Catalog {
    /// What reading would have given that was asked for less: only kinds that are read then.
    #[must_use]
    pub fn narrowed(&self, reading: Reading) -> Self {
        let kept = self.objects().filter(|object| object.id.of.unwrap_or(object.id.kind).spec().is_read(reading));
        let objects: Vec<Object> = kept
            .map(|object| {
                let mut object = object.clone();
                object.depends.retain(|needed| needed.of.unwrap_or(needed.kind).spec().is_read(reading));
                object
            })
            .collect();
        Self::new(self.origin.clone(), objects).with_lineage(self.lineage.clone())
    }
}
