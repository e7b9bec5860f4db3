//! What two states of one database call otherwise: told by the addresses that their objects kept (see [`Lineage`]), so that nothing is
//! guessed. The target's names go over to the source's as with the option `renames`; a name that is in the way gives way first.

use super::rename::{own_name, rank, with_own_name};
use crate::catalog::{Catalog, Lineage, Object, ObjectId};
use crate::kind::conversion::with_suffix;
use crate::options::renamed_type;
use std::collections::{BTreeMap, BTreeSet};

type Slot = (&'static str, Vec<String>);

/// An object of the target that gets another name.
#[derive(Debug, Clone)]
pub(super) struct Move<'a> {
    pub object: &'a Object,
    /// Its name in the end.
    pub to: String,
    /// A name that it has meanwhile, because others have to be called otherwise before the one in the end is free.
    pub via: Option<String>,
    /// The source has it no more: it only makes room.
    pub aside: bool,
}

/// The moves of the target's objects, each after what has to be out of its way. `known` are those that somebody asked for.
pub(super) fn moves<'a>(target: &'a Catalog, source: &Catalog, known: &BTreeSet<ObjectId>) -> Vec<Move<'a>> {
    let (Some(own), Some(theirs)) = (target.lineage(), source.lineage()) else { return Vec::new() };
    let mut pending: Vec<(&Object, String)> = own
        .renamed(theirs)
        .into_iter()
        .filter(|(old, new)| own_name(old) != own_name(new) && !known.contains(*old))
        .filter_map(|(old, new)| Some((target.get(old)?, own_name(new).to_owned())))
        .collect();
    if pending.is_empty() {
        return Vec::new();
    }
    pending.sort_by(|(one, _), (other, _)| rank(one.id.kind).cmp(&rank(other.id.kind)).then(one.id.cmp(&other.id)));
    Arranging { occupied: occupied(target), own, theirs, moves: Vec::new() }.all(pending, target)
}

struct Arranging<'a, 'b> {
    occupied: BTreeMap<Slot, ObjectId>,
    own: &'b Lineage,
    theirs: &'b Lineage,
    moves: Vec<Move<'a>>,
}

impl<'a> Arranging<'a, '_> {
    fn all(mut self, mut pending: Vec<(&'a Object, String)>, target: &'a Catalog) -> Vec<Move<'a>> {
        while !pending.is_empty() {
            let before = pending.len();
            pending.retain(|(object, to)| !self.moved(object, to, None));
            if pending.len() < before {
                continue;
            }
            let waiting: BTreeSet<ObjectId> = pending.iter().map(|(object, _)| object.id.clone()).collect();
            let (object, to) = pending.remove(0);
            let in_the_way: Vec<ObjectId> = self.in_the_way(object, &to).cloned().collect();
            if in_the_way.iter().all(|id| waiting.contains(id)) {
                // They go round in a circle.
                self.moved(object, &to, Some(with_suffix(&to, " (pgdiff renamed)")));
            } else if in_the_way.iter().all(|id| waiting.contains(id) || self.makes_room(id, target)) {
                pending.insert(0, (object, to));
            }
            // What stays under the name that is wanted leaves no room: then it is one that goes and one that comes.
        }
        self.moves
    }

    fn in_the_way(&self, object: &Object, to: &str) -> impl Iterator<Item = &ObjectId> {
        let others = slots(object, to).into_iter().filter_map(|slot| self.occupied.get(&slot));
        others.filter(|id| **id != object.id)
    }

    fn moved(&mut self, object: &'a Object, to: &str, via: Option<String>) -> bool {
        if via.is_none() && self.in_the_way(object, to).next().is_some() {
            return false;
        }
        self.occupied.retain(|_, id| *id != object.id);
        let now = via.as_deref().unwrap_or(to);
        self.occupied.extend(slots(object, now).into_iter().map(|slot| (slot, object.id.clone())));
        self.moves.push(Move { object, to: to.to_owned(), via, aside: false });
        true
    }

    /// What the source has no more leaves its name, to be dropped under another one.
    fn makes_room(&mut self, id: &ObjectId, target: &'a Catalog) -> bool {
        let gone = target.get(id).filter(|object| renamed_type(object).is_some() && self.own.is_gone(id, self.theirs));
        let Some(object) = gone.filter(|_| !self.moves.iter().any(|known| known.object.id == *id)) else { return false };
        let aside = with_suffix(own_name(id), " (pgdiff old)");
        let moved = self.moved(object, &aside, None);
        if moved && let Some(last) = self.moves.last_mut() {
            last.aside = true;
        }
        moved
    }
}

fn occupied(target: &Catalog) -> BTreeMap<Slot, ObjectId> {
    let of =
        |object: &Object| object.spec().slots(object).into_iter().map(|slot| (slot, object.id.clone())).collect::<Vec<_>>();
    target.objects().filter(|object| !object.id.is_facet()).flat_map(of).collect()
}

fn slots(object: &Object, name: &str) -> Vec<Slot> {
    let renamed = Object { id: with_own_name(&object.id, name), ..object.clone() };
    renamed.spec().slots(&renamed)
}
