//! Which objects of two catalogs are one and the same, whatever they are called: told by OIDs, which hold within one database only.

use super::{Address, Catalog, Object, ObjectId};
use crate::options::renamed_type;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The addresses of a catalog's objects, as far as they can be renamed, and the database in which they hold.
///
/// It stands beside the catalog: nothing of it is compared. What makes another catalog of one (a filter, a mapping) loses it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lineage {
    /// Where the addresses hold.
    pub database: DatabaseIdentity,
    /// What each object was called when the catalog was read.
    pub(super) addresses: BTreeMap<Address, ObjectId>,
}

/// A database, whatever it is called. A copy of its cluster is taken for it: until the two change apart it is the same.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DatabaseIdentity {
    /// `system_identifier` of `pg_control_system()`.
    pub system_identifier: String,
    /// `pg_database.oid`
    pub oid: u32,
}

impl Lineage {
    /// Keeps the addresses of these objects.
    pub fn new<'a>(database: DatabaseIdentity, objects: impl IntoIterator<Item = (Address, &'a Object)>) -> Self {
        let renamable = objects.into_iter().filter(|(_, object)| renamed_type(object).is_some());
        Self { database, addresses: renamable.map(|(address, object)| (address, object.id.clone())).collect() }
    }

    /// Objects that both have under two names: what this one calls it, and the other one.
    pub(crate) fn renamed<'a>(&'a self, other: &'a Self) -> Vec<(&'a ObjectId, &'a ObjectId)> {
        if self.database != other.database {
            return Vec::new();
        }
        let called = |address| other.addresses.get(address);
        let pairs = self.addresses.iter().filter_map(|(address, own)| Some((own, called(address)?)));
        pairs.filter(|(own, theirs)| own.kind == theirs.kind && own != theirs).collect()
    }

    /// Is nothing of the other catalog the object that is called so here?
    pub(crate) fn is_gone(&self, id: &ObjectId, other: &Self) -> bool {
        self.addresses.iter().any(|(address, own)| own == id && !other.addresses.contains_key(address))
    }
}

impl Catalog {
    /// The same catalog with its lineage beside it.
    #[must_use]
    pub fn with_lineage(mut self, lineage: Option<Lineage>) -> Self {
        self.lineage = lineage;
        self
    }

    /// Its lineage, where it was kept.
    pub fn lineage(&self) -> Option<&Lineage> {
        self.lineage.as_ref()
    }
}
