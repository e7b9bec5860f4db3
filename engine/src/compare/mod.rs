//! Two catalogs → what differs.
//!
//! Comparing knows no kinds: by id, then property by property. What the caller's options leave out is made equal first (see
//! [`prepare`]): the source that the plan sees is the state that the target will really have.

mod column_order;
mod deparse;
mod hosting;
mod lineage;
mod names;
mod prepare;
mod proposal;
mod rename;
mod renaming;
mod rows;
mod scope;

pub use rows::{ChangeRow, SummaryRow};

use crate::catalog::{Catalog, Object, ObjectId};
use crate::error::Error;
use crate::options::Options;
use crate::plan::Step;
use rename::Renamed;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The property under which an object that moved to another parent (an index of another table) differs.
pub const PARENT: &str = "parent";

/// The property that says what is to be known about an object which can't be compared.
const NOTE: &str = "_note";

/// Marks an object of a prepared catalog that can't be compared and that the options leave out.
const LEFT_ALONE: &str = "_left_alone";

/// How one object differs between the two sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Only the source has it.
    Create,
    /// Only the target has it.
    Drop,
    /// Both have it; these properties differ.
    Alter(BTreeSet<String>),
}

/// Two catalogs, prepared by the options, and their differences.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    target: Cow<'a, Catalog>,
    source: Cow<'a, Catalog>,
    options: &'a Options,
    differences: BTreeMap<ObjectId, Difference>,
    reasons: BTreeMap<ObjectId, String>,
    /// What the target's server can't have.
    missing: BTreeMap<ObjectId, hosting::Missing>,
    /// What the target was before it was renamed, and how.
    renamed: Option<(Cow<'a, Catalog>, Renamed)>,
    before: Vec<Step>,
    after: Vec<Step>,
}

impl<'a> Comparison<'a> {
    /// Prepares both catalogs by the options and compares them.
    ///
    /// Errors (2BP01) if something that the options leave out stands on something that is to be dropped.
    pub fn new(target: &'a Catalog, source: &'a Catalog, options: &'a Options) -> Result<Self, Error> {
        let source = names::mapped(Cow::Borrowed(source), options)?;
        let target = Cow::Borrowed(target);
        let (target, renamed) = match rename::asked_for(&target, &source, options)? {
            None => (target, None),
            Some(renamed) => (Cow::Owned(renamed.renaming.apply(&target)), Some((target, renamed))),
        };
        let before = renamed.as_ref().map(|(_, renamed)| renamed.forward.clone()).unwrap_or_default();
        let source = names::like_target(source, &target, options);
        let source = prepare::without_strangers(&target, source);
        let prepare::Prepared { target, source, reasons } = prepare::prepared(target, source, options)?;
        let (source, missing) = hosting::hosted(&target, source);
        let (target, source) = column_order::compared(target, source, options);
        let differences = differences(&target, &source);
        Ok(Self { target, source, options, differences, reasons, missing, renamed, before, after: Vec::new() })
    }

    /// A hash of all that is compared with these options: equal for two catalogs exactly if comparing them gives no row.
    pub fn fingerprint(catalog: &'a Catalog, options: &'a Options) -> Result<String, Error> {
        // Seen from an empty database, what the options leave out is not there.
        let nothing = Catalog::default();
        Ok(Comparison::new(&nothing, catalog, options)?.source.fingerprint())
    }

    /// The same comparison with the sides exchanged: from the state after the deployment back to the one before. What the
    /// options left out stays out.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let (mut target, mut source) = (self.source.clone(), self.target.clone());
        let (mut before, mut after) = (Vec::new(), Vec::new());
        if let Some((unrenamed, renamed)) = &self.renamed {
            if rename::is_taken(&renamed.renaming, unrenamed, &target) {
                after.clone_from(&renamed.backward);
            } else {
                before.clone_from(&renamed.backward);
                target = Cow::Owned(renamed.renaming.inverse().apply(&target));
                source = unrenamed.clone();
            }
        }
        let (target, source) = column_order::compared(target, source, self.options);
        let differences = differences(&target, &source);
        let reasons = self.reasons.clone();
        Self {
            target,
            source,
            options: self.options,
            differences,
            reasons,
            missing: BTreeMap::new(),
            renamed: None,
            before,
            after,
        }
    }

    /// The comparison that a plan without drops carries out: what only the target has stays, unless its name is wanted. What
    /// belongs to an object that stays (a comment, a privilege, a default) is no object that is kept.
    #[must_use]
    pub fn keeping_dropped(&self) -> Self {
        let is_dropped = |id: &&ObjectId| self.differences.get(&self.row_of(id)) == Some(&Difference::Drop);
        let dropped = self.differences.keys().filter(is_dropped).cloned().collect();
        let source = Cow::Owned(prepare::keeping(&self.target, &self.source, &dropped));
        let differences = differences(&self.target, &source);
        Self { source, differences, ..self.clone() }
    }

    /// The database that is to be changed.
    pub fn target(&self) -> &Catalog {
        &self.target
    }

    /// The same as it was read, before it is renamed.
    pub fn as_found(&self) -> &Catalog {
        self.renamed.as_ref().map_or(&self.target, |(found, _)| found)
    }

    /// The state that the target will have: the source, except for what the options leave as it is in the target.
    pub fn source(&self) -> &Catalog {
        &self.source
    }

    /// The caller's options.
    pub fn options(&self) -> &'a Options {
        self.options
    }

    /// Steps that come before everything else: renames, after which the target is called as in [`target`](Self::target).
    pub fn before(&self) -> &[Step] {
        &self.before
    }

    /// Steps that come after everything else: the renames of a rollback whose names are free only then.
    pub fn after(&self) -> &[Step] {
        &self.after
    }

    /// Why an object is in the comparison although the options do not select it.
    pub fn reason(&self, id: &ObjectId) -> Option<&str> {
        self.reasons.get(id).map(String::as_str)
    }

    /// What differs, in the order of ids.
    pub fn differences(&self) -> &BTreeMap<ObjectId, Difference> {
        &self.differences
    }
}

/// Walks both catalogs side by side.
fn differences(target: &Catalog, source: &Catalog) -> BTreeMap<ObjectId, Difference> {
    let mut differences = BTreeMap::new();
    let mut olds = target.objects().peekable();
    let mut news = source.objects().peekable();
    loop {
        let order = match (olds.peek(), news.peek()) {
            (None, None) => break,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => old.id.cmp(&new.id),
        };
        let old = if order.is_le() { olds.next() } else { None };
        let new = if order.is_ge() { news.next() } else { None };
        let difference = match (old, new) {
            (Some(old), Some(new)) => altered(old, new),
            (Some(_), None) => Some(Difference::Drop),
            (None, _) => Some(Difference::Create),
        };
        if let (Some(difference), Some(object)) = (difference, old.or(new))
            && !prepare::is_own(object, target, source)
        {
            differences.insert(object.id.clone(), difference);
        }
    }
    differences
}

fn altered(old: &Object, new: &Object) -> Option<Difference> {
    if !old.spec().is_comparable(old) || !new.spec().is_comparable(new) {
        let asked_for = !old.flag(LEFT_ALONE) && !new.flag(LEFT_ALONE);
        return asked_for.then(|| Difference::Alter(BTreeSet::from([NOTE.to_owned()])));
    }
    // Nearly every pair is equal: find that out without allocating.
    if old.parent == new.parent && old.properties == new.properties {
        return None;
    }
    let names = old.properties.keys().chain(new.properties.keys());
    let mut properties: BTreeSet<String> =
        names.filter(|name| !name.starts_with('_') && old.get(name) != new.get(name)).cloned().collect();
    if old.parent != new.parent {
        properties.insert(PARENT.to_owned());
    }
    (!properties.is_empty()).then_some(Difference::Alter(properties))
}

#[cfg(test)]
mod tests;
