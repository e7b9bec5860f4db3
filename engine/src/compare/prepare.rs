//! What the options make of the two catalogs before they are compared.
//!
//! What is left out or ignored is taken over from the target into the source: the prepared source is the state that the target
//! will really have. So it differs in nothing that isn't asked for, and yet it is there to be rebuilt around a change, as it
//! is in the target.

use super::scope::{Place, Scope, put};
use super::{Difference, differences};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::error::Error;
use crate::kind::Kind;
use crate::kind::extension::{is_endpoint, serves_pgdiff_only};
use crate::options::Options;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Both catalogs as the options want them compared.
pub(super) struct Prepared<'a> {
    pub target: Cow<'a, Catalog>,
    pub source: Cow<'a, Catalog>,
    /// Why an object is in it that was not selected.
    pub reasons: BTreeMap<ObjectId, String>,
}

/// Prepares both catalogs. Errors (2BP01) if something that is left out stands on something that is to be dropped.
pub(super) fn prepared<'a>(
    target: Cow<'a, Catalog>,
    source: Cow<'a, Catalog>,
    options: &'a Options,
) -> Result<Prepared<'a>, Error> {
    let (instead, reasons) = replaced(&target, &source, options)?;
    let source = if instead.is_empty() { source } else { Cow::Owned(with(&source, instead)) };
    Ok(Prepared { target, source, reasons })
}

/// What the prepared source has instead of the source's object.
type Instead = BTreeMap<ObjectId, Option<Object>>;

fn replaced(target: &Catalog, source: &Catalog, options: &Options) -> Result<(Instead, BTreeMap<ObjectId, String>), Error> {
    let scope = Scope { target, source, options };
    if scope.is_everything() {
        return Ok(Default::default());
    }
    let mut instead = Instead::new();
    let mut left = BTreeMap::new();
    for (id, difference) in differences(target, source) {
        if scope.ignores(&id, &difference) || scope.ignores_partition(&id) {
            instead.insert(id.clone(), left_alone(target.get(&id)));
        } else if let Some(object) = without_ignored(&scope, &id, &difference) {
            if target.get(&id).is_none_or(|old| super::altered(old, &object).is_some()) {
                left.insert(id.clone(), difference);
            }
            instead.insert(id, Some(object));
        } else {
            left.insert(id, difference);
        }
    }
    let mut choice = Choice::new(&scope, &left);
    choice.close()?;
    for id in left.keys().filter(|id| !choice.chosen.contains(*id)) {
        instead.insert(id.clone(), left_alone(target.get(id)));
    }
    Ok((instead, choice.reasons))
}

/// What the source has where something is left as it is in the target. What can't be compared differs even from itself, so it
/// has to be said that nobody asks.
fn left_alone(object: Option<&Object>) -> Option<Object> {
    let mut object = object?.clone();
    if !object.spec().is_comparable(&object) {
        object.properties.insert(super::LEFT_ALONE.to_owned(), true.into());
    }
    Some(object)
}

/// The source without what only it has, and with what only the target has, of the kinds for which that is no difference.
pub(super) fn without_strangers<'a>(target: &Catalog, source: Cow<'a, Catalog>) -> Cow<'a, Catalog> {
    let strangers = |here: &Catalog, there: &Catalog, in_target: bool| -> Vec<Object> {
        let is_one = |object: &&Object| {
            let base = object.id.base();
            let alone = |base: &Object| !base.spec().differs_alone(base, in_target) && !there.contains(&base.id);
            if object.id.is_facet() { here.get(&base).is_some_and(alone) } else { alone(object) }
        };
        here.objects().filter(is_one).cloned().collect()
    };
    let taken_out = strangers(&source, target, false).into_iter().map(|object| (object.id, None));
    let taken_over = strangers(target, &source, true).into_iter().map(|object| (object.id.clone(), Some(object)));
    let instead: Instead = taken_out.chain(taken_over).collect();
    if instead.is_empty() { source } else { Cow::Owned(with(&source, instead)) }
}

/// The catalog with other objects in place of some.
pub(super) fn with(catalog: &Catalog, instead: Instead) -> Catalog {
    let kept = catalog.objects().filter(|object| !instead.contains_key(&object.id)).cloned().collect::<Vec<_>>();
    Catalog::new(catalog.origin.clone(), kept.into_iter().chain(instead.into_values().flatten()))
}

/// The source's object with the target's values where the values are ignored; nothing if none is.
fn without_ignored(scope: &Scope<'_>, id: &ObjectId, difference: &Difference) -> Option<Object> {
    let new = scope.source.get(id)?;
    let old = scope.target.get(id);
    let ignored: Vec<&String> = match (difference, old) {
        (Difference::Alter(properties), Some(old)) => properties
            .iter()
            .filter(|property| scope.ignores_property(id, property) || scope.is_same(old, new, property))
            .collect(),
        _ => new
            .properties
            .keys()
            .filter(|property| scope.ignores_property(id, property) && Scope::is_left_out_of_new(property))
            .collect(),
    };
    if ignored.is_empty() {
        return None;
    }
    let mut object = new.clone();
    for property in ignored {
        put(&mut object.properties, property, old.and_then(|old| old.get(property)));
    }
    Some(object)
}

/// The differences that are selected, and those that they can't do without.
struct Choice<'a> {
    scope: &'a Scope<'a>,
    differences: &'a BTreeMap<ObjectId, Difference>,
    chosen: BTreeSet<ObjectId>,
    reasons: BTreeMap<ObjectId, String>,
    queue: VecDeque<ObjectId>,
}

impl<'a> Choice<'a> {
    fn new(scope: &'a Scope<'a>, differences: &'a BTreeMap<ObjectId, Difference>) -> Self {
        let chosen: BTreeSet<ObjectId> = differences.keys().filter(|id| scope.place(id) == Place::Selected).cloned().collect();
        let queue = chosen.iter().cloned().collect();
        Self { scope, differences, chosen, reasons: BTreeMap::new(), queue }
    }

    fn take(&mut self, id: &ObjectId, reason: Option<String>) {
        if self.chosen.insert(id.clone()) {
            self.queue.push_back(id.clone());
            if let Some(reason) = reason {
                self.reasons.insert(id.clone(), reason);
            }
        }
    }

    /// Takes along what the chosen ones need: what is made before them, and what lets go of what they drop.
    fn close(&mut self) -> Result<(), Error> {
        if self.chosen.len() == self.differences.len() {
            return Ok(());
        }
        let mut dependents: BTreeMap<&ObjectId, Vec<&ObjectId>> = BTreeMap::new();
        for id in self.differences.keys() {
            for needed in self.scope.target.get(id).into_iter().flat_map(|object| &object.depends) {
                if self.differences.contains_key(needed) {
                    dependents.entry(needed).or_default().push(id);
                }
            }
        }
        while let Some(id) = self.queue.pop_front() {
            match self.differences.get(&id) {
                Some(Difference::Drop) => self.with_dependents(&id, dependents.get(&id).map_or(&[], Vec::as_slice))?,
                Some(_) => self.with_prerequisites(&id),
                None => {}
            }
        }
        Ok(())
    }

    fn with_prerequisites(&mut self, id: &ObjectId) {
        let scope = self.scope;
        let Some(object) = scope.source.get(id) else { return };
        for needed in &object.depends {
            let wanted = match self.differences.get(needed) {
                Some(Difference::Create) => true,
                // What is there already is changed only if nothing speaks against it.
                Some(Difference::Alter(_)) => scope.place(needed) != Place::Excluded,
                Some(Difference::Drop) | None => false,
            };
            if wanted && !self.chosen.contains(needed) {
                self.take(needed, Some(format!("needed by {}", self.described(id))));
                self.with_parts(needed, scope.source);
            }
        }
    }

    /// What is made for something else is made whole: a table with its columns.
    fn with_parts(&mut self, id: &ObjectId, catalog: &Catalog) {
        if self.differences.get(id) == Some(&Difference::Create) {
            for part in catalog.children(id) {
                if part.id.is_facet() || part.spec().folding(part).create {
                    self.take(&part.id, None);
                    self.with_parts(&part.id, catalog);
                }
            }
        }
    }

    fn with_dependents(&mut self, id: &ObjectId, dependents: &[&ObjectId]) -> Result<(), Error> {
        for dependent in dependents {
            if self.chosen.contains(*dependent) {
                continue;
            }
            let is_part = self.scope.target.get(dependent).is_some_and(|object| object.parent.as_ref() == Some(id));
            if !is_part && self.scope.place(dependent) == Place::Excluded {
                return Err(Error::new(
                    "2BP01",
                    format!("cannot drop {} because something that is left out depends on it", self.described(id)),
                )
                .with_detail(format!("{} depends on it.", self.described(dependent)))
                .with_hint("Select both or neither with the options schemas, exclude_schemas, include and exclude."));
            }
            let reason = (!is_part).then(|| format!("uses {}, which is dropped", self.described(id)));
            self.take(dependent, reason);
        }
        Ok(())
    }

    fn described(&self, id: &ObjectId) -> String {
        self.scope
            .either(&id.base())
            .map_or_else(|| format!("{id:?}"), |object| format!("{} {}", object.object_type(), object.identity()))
    }
}

/// Is it pgdiff itself, or what pgdiff needs? Neither is proposed for making or dropping.
pub(super) fn is_own(object: &Object, target: &Catalog, source: &Catalog) -> bool {
    // What is granted on an extension's members is its own as well.
    let id = object.parent.clone().filter(|parent| parent.kind == Kind::Extension).unwrap_or_else(|| object.id.base());
    if id.kind == Kind::Role {
        // Every server has one such role, and it can neither be made nor dropped.
        let either = target.get(&id).or_else(|| source.get(&id));
        return target.contains(&id) != source.contains(&id) && either.is_some_and(|role| role.flag("_bootstrap"));
    }
    if id.kind != Kind::Extension {
        // An endpoint of one side is none of the other's business.
        let side = if target.contains(&id) { target } else { source };
        return !(target.contains(&id) && source.contains(&id)) && is_endpoint(object, side);
    }
    match (id.last(), target.get(&id), source.get(&id)) {
        ("pgdiff", ..) => true,
        // The server would refuse to drop it.
        ("dblink", Some(old), None) => old.flag("_with_pgdiff"),
        ("dblink", None, Some(new)) => serves_pgdiff_only(new, source, target),
        _ => false,
    }
}

/// The source with everything that only the target has and that would be dropped, for a plan that drops nothing. What stands
/// in the way of something new (by its name) is dropped nevertheless.
pub(super) fn keeping(target: &Catalog, source: &Catalog, dropped: &BTreeSet<ObjectId>) -> Catalog {
    let slots: BTreeSet<_> =
        source.objects().filter(|object| !target.contains(&object.id)).flat_map(|object| object.spec().slots(object)).collect();
    let in_the_way = |id: &ObjectId| {
        std::iter::successors(target.get(id), |object| target.get(object.parent.as_ref()?))
            .any(|object| object.spec().slots(object).iter().any(|slot| slots.contains(slot)))
    };
    let kept = dropped
        .iter()
        .filter(|id| !in_the_way(id))
        .filter_map(|id| target.get(id))
        .map(|object| (object.id.clone(), Some(object.clone())));
    with(source, kept.collect())
}
