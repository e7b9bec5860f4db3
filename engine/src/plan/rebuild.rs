//! What is done to each object: made, dropped, altered, rebuilt or converted, and how far rebuilding spreads.

use super::graph::owners_of_rows;
use crate::catalog::{Catalog, Object, ObjectId, row_constants};
use crate::compare::Difference;
use crate::error::Error;
use crate::kind::conversion::{columns_using, with_suffix};
use crate::kind::{Change, Context, Kind, Survival, Way, row_type};
use crate::options::Options;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

/// What is done to one object that is no facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Work {
    Create,
    Drop,
    Rebuild,
    Convert,
    /// Dropped, but set aside before: a type of another kind takes its name, and columns go over to that.
    Succeed,
    /// The properties that differ; empty where only a dependency forces the change.
    Alter(BTreeSet<String>),
}

impl Work {
    /// Is the object there before and after, but not in between?
    pub fn replaces(&self) -> bool {
        matches!(self, Self::Rebuild | Self::Convert)
    }
}

/// The work on every object that is touched.
pub(super) struct Decision {
    pub work: BTreeMap<ObjectId, Work>,
    /// What forces an object to be rebuilt or altered that would otherwise be left alone, or be altered in place.
    pub causes: BTreeMap<ObjectId, ObjectId>,
    pub rebuilt: BTreeSet<ObjectId>,
    pub aside: BTreeMap<ObjectId, String>,
}

/// Decides. Objects in `forced` are rebuilt although they could be altered in place, because the order found no other way.
pub(super) fn decide(
    target: &Catalog,
    source: &Catalog,
    options: &Options,
    differences: &BTreeMap<ObjectId, Difference>,
    forced: &BTreeSet<ObjectId>,
    interrupted: &dyn Fn() -> bool,
) -> Result<Decision, Error> {
    let none = (BTreeSet::new(), BTreeMap::new());
    let cx = Context { target, source, options, rebuilt: &none.0, aside: &none.1 };
    let mut spread = Spread { target, source, work: BTreeMap::new(), causes: BTreeMap::new(), queue: VecDeque::new() };
    let mut disturbed: Vec<(ObjectId, &ObjectId)> = Vec::new();
    let mut scattered: Vec<(ObjectId, &ObjectId)> = Vec::new();
    for (id, difference) in differences.iter().filter(|(id, _)| !id.is_facet()) {
        match difference {
            Difference::Create => {
                spread.set(id, Work::Create, None);
                let Some(new) = source.get(id) else { continue };
                if new.spec().makes_whole_anew(new, &cx) {
                    spread.convert_table(new);
                } else {
                    disturbed.extend(new.spec().in_the_way(new, &cx).into_iter().map(|other| (other, id)));
                }
            }
            Difference::Drop if is_succeeded(id, target, source) => spread.set(id, Work::Succeed, Some(Way::Convert)),
            Difference::Drop => spread.set(id, Work::Drop, Some(Way::Rebuild)),
            Difference::Alter(properties) => {
                let (Some(old), Some(new)) = (target.get(id), source.get(id)) else { continue };
                let change = Change { old, new, properties };
                let way = if properties.contains("parent") || forced.contains(id) {
                    new.spec().rebuild_way_of(new)
                } else {
                    new.spec().way(&change, &cx)
                };
                if matches!(way, Way::InPlace | Way::Disturbing) {
                    disturbed.extend(new.spec().disturbs(&change, &cx).into_iter().map(|other| (other, id)));
                }
                scattered.extend(new.spec().scatters(&change, &cx).into_iter().map(|table| (table, id)));
                match way {
                    Way::InPlace => spread.set(id, Work::Alter(properties.clone()), None),
                    Way::Disturbing => spread.set(id, Work::Alter(properties.clone()), Some(way)),
                    Way::Rebuild => spread.set(id, Work::Rebuild, Some(way)),
                    // A column has its rows in its table.
                    Way::Convert if new.spec().is_column() => spread.convert_table(new),
                    Way::Convert => spread.set(id, Work::Convert, Some(way)),
                }
            }
        }
    }
    for (table, cause) in scattered.into_iter().filter(|(table, _)| source.contains(table) && target.contains(table)) {
        if !spread.work.get(&table).is_some_and(Work::replaces) {
            let way = source.get(&table).map_or(Way::Convert, |table| table.spec().rebuild_way_of(table));
            spread.set(&table, if way == Way::Convert { Work::Convert } else { Work::Rebuild }, Some(way));
            if table != *cause {
                spread.causes.insert(table, cause.clone());
            }
        }
    }
    for (id, cause) in disturbed.into_iter().filter(|(id, _)| source.contains(id)) {
        if !matches!(spread.work.get(&id), Some(Work::Create | Work::Drop | Work::Rebuild | Work::Convert)) {
            spread.set(&id, Work::Rebuild, Some(Way::Rebuild));
            spread.causes.insert(id, cause.clone());
        }
    }
    for id in forced {
        if target.contains(id) && source.contains(id) && !spread.work.contains_key(id) {
            spread.set(id, Work::Rebuild, Some(Way::Rebuild));
        }
    }
    if !spread.queue.is_empty() {
        let dependents = dependents(target, interrupted)?;
        loop {
            while let Some((id, way)) = spread.queue.pop_front() {
                spread.reach(&id, way, dependents.get(&id).map_or(&[], Vec::as_slice));
            }
            if !spread.rebuild_what_misses_rows() {
                break;
            }
        }
        spread.set_functions_aside(&dependents);
    }
    let Spread { work, causes, .. } = spread;
    let rebuilt = work.iter().filter(|(_, work)| work.replaces()).map(|(id, _)| id.clone()).collect();
    let mut aside = BTreeMap::new();
    // Two names may begin with the same 50 bytes.
    let mut given = BTreeSet::new();
    for (id, _) in work.iter().filter(|(_, work)| matches!(work, Work::Convert | Work::Succeed)) {
        let name = aside_name(id, target, source, &given);
        given.insert(renamed(id, &name));
        aside.insert(id.clone(), name);
    }
    Ok(Decision { work, causes, rebuilt, aside })
}

/// Is it a type with columns that stay, whose name another kind of type takes?
fn is_succeeded(id: &ObjectId, target: &Catalog, source: &Catalog) -> bool {
    let is_type = |old: &&Object| old.spec().is_type() || target.is_row_type(id);
    let Some(old) = target.get(id).filter(|old| is_type(old) && old.spec().rebuild_way_of(old) == Way::Convert) else {
        return false;
    };
    let slots = old.spec().slots(old);
    let successor = |kind: &Kind| {
        let other = source.get(&ObjectId::new(*kind, id.name.iter().cloned()));
        other.is_some_and(|other| other.spec().slots(other).iter().any(|slot| slot.0 == "pg_type" && slots.contains(slot)))
    };
    Kind::ALL.iter().any(successor) && columns_using(id, target).iter().any(|column| source.contains(&column.id))
}

/// Which objects depend directly on an object. Facets are left out: they come and go with their object.
fn dependents<'a>(
    catalog: &'a Catalog,
    interrupted: &dyn Fn() -> bool,
) -> Result<HashMap<&'a ObjectId, Vec<&'a Object>>, Error> {
    let mut dependents: HashMap<&ObjectId, Vec<&Object>> = HashMap::new();
    for (n, object) in catalog.objects().filter(|object| !object.id.is_facet()).enumerate() {
        super::check(n, interrupted)?;
        for needed in &object.depends {
            dependents.entry(needed).or_default().push(object);
        }
    }
    Ok(dependents)
}

struct Spread<'a> {
    target: &'a Catalog,
    source: &'a Catalog,
    work: BTreeMap<ObjectId, Work>,
    causes: BTreeMap<ObjectId, ObjectId>,
    queue: VecDeque<(ObjectId, Way)>,
}

impl Spread<'_> {
    fn set(&mut self, id: &ObjectId, work: Work, spreads: Option<Way>) {
        let altered = matches!(work, Work::Alter(_));
        self.work.insert(id.clone(), work);
        self.queue.extend(spreads.map(|way| (id.clone(), way)));
        if !altered {
            self.rebuild_wholes(id);
        }
    }

    /// Makes the table of this column anew.
    fn convert_table(&mut self, column: &Object) {
        if let Some(table) = &column.parent {
            let way = self.source.get(table).map_or(Way::Convert, |table| table.spec().rebuild_way_of(table));
            self.set(table, if way == Way::Convert { Work::Convert } else { Work::Rebuild }, Some(way));
            self.causes.insert(table.clone(), column.id.clone());
        }
    }

    /// What can't come or go by itself has its whole made anew.
    fn rebuild_wholes(&mut self, id: &ObjectId) {
        let (target, source) = (self.target, self.source);
        let old = target.get(id).filter(|old| old.spec().goes_with_whole(old));
        let new = source.get(id).filter(|new| new.spec().comes_with_whole(new, target));
        for whole in old.into_iter().chain(new).filter_map(|part| part.parent.as_ref()) {
            let stays = target.contains(whole) && source.contains(whole);
            if stays && self.work.get(whole).is_none_or(|work| matches!(work, Work::Alter(_))) {
                self.set(whole, Work::Rebuild, Some(Way::Rebuild));
                self.causes.insert(whole.clone(), id.clone());
            }
        }
    }

    /// What looks up rows of a table (a foreign key) is made anew where a part of that is away for a while, with its rows.
    fn rebuild_what_misses_rows(&mut self) -> bool {
        let parts = self.work.iter().filter_map(|(id, work)| {
            let gives =
                |part: &&Object| *work == Work::Drop && !part.spec().heirs(part, self.target, self.source).links.is_empty();
            self.target.get(id).filter(|part| work.replaces() || gives(part))
        });
        let away: BTreeMap<ObjectId, ObjectId> = parts
            .flat_map(|part| owners_of_rows(part, self.target).into_iter().map(|whole| (whole, part.id.clone())))
            .collect();
        if away.is_empty() {
            return false;
        }
        let missing = self.target.objects().filter_map(|object| {
            let part = away.get(&object.spec().looks_up(object)?)?;
            let stays =
                self.source.contains(&object.id) && self.work.get(&object.id).is_none_or(|work| matches!(work, Work::Alter(_)));
            stays.then(|| (object.id.clone(), part.clone()))
        });
        let missing: Vec<(ObjectId, ObjectId)> = missing.collect();
        for (id, part) in &missing {
            self.set(id, Work::Rebuild, Some(Way::Rebuild));
            self.causes.insert(id.clone(), part.clone());
        }
        !missing.is_empty()
    }

    /// Functions that go, or are made anew, while what stands on the old one is only set aside (a range type's `subtype_diff`, the
    /// partition key or an expression of a table whose rows are copied) stand aside as well: they can go only with that.
    fn set_functions_aside(&mut self, dependents: &HashMap<&ObjectId, Vec<&Object>>) {
        let is_aside = |id: &ObjectId| matches!(self.work.get(id), Some(Work::Convert | Work::Succeed));
        let functions = self.work.iter().filter(|(id, work)| {
            let goes = id.kind == Kind::Function && matches!(work, Work::Drop | Work::Rebuild);
            // One whose arguments' types change their names could not be named by them any more; a type's own functions go with it.
            let goes_by_another = |needed: &ObjectId| needed.kind == Kind::ShellType || is_aside(needed);
            goes && self.target.get(id).is_some_and(|object| !object.depends.iter().any(goes_by_another))
        });
        let stand_aside = functions.filter(|(id, _)| {
            let on_it = dependents.get(*id).into_iter().flatten();
            let mut with_wholes = on_it.flat_map(|dependent| std::iter::once(&dependent.id).chain(&dependent.parent));
            with_wholes.any(is_aside)
        });
        let stand_aside: Vec<(ObjectId, bool)> = stand_aside.map(|(id, work)| (id.clone(), work.replaces())).collect();
        for (id, replaced) in stand_aside {
            self.work.insert(id, if replaced { Work::Convert } else { Work::Succeed });
        }
    }

    fn reach(&mut self, cause: &ObjectId, way: Way, dependents: &[&Object]) {
        let Some(cause_object) = self.target.get(cause) else { return };
        for dependent in dependents {
            let id = &dependent.id;
            let Some(wanted) = self.source.get(id) else { continue };
            let altered = match self.work.get(id) {
                Some(Work::Alter(_)) => true,
                Some(_) => continue,
                None => false,
            };
            // What is altered and does not need the vanishing object afterwards lets go of it by that.
            let succeeded = self.work.get(cause) == Some(&Work::Succeed);
            // Unless it has a constant of the type to which the vanishing attribute belongs: that is written without it afterwards.
            let has_constant = cause_object.parent.as_ref().is_some_and(|whole| row_constants(wanted).any(|of| of == whole));
            if altered && way != Way::Disturbing && !succeeded && !wanted.depends.contains(cause) && !has_constant {
                continue;
            }
            match dependent.spec().survives(dependent, cause_object, way) {
                Survival::Kept => {}
                // Its table can't be rewritten.
                Survival::Altered
                    if dependent.spec().is_column()
                        && let Some(table) = &dependent.parent
                        && row_type::is_held(table, self.target, self.source) =>
                {
                    if !self.work.get(table).is_some_and(Work::replaces) {
                        self.convert_table(dependent);
                    }
                }
                Survival::Altered => {
                    if !altered {
                        self.set(id, Work::Alter(BTreeSet::new()), Some(Way::Disturbing));
                        self.causes.insert(id.clone(), cause.clone());
                    } else if !self.queue.iter().any(|(queued, _)| queued == id) {
                        self.queue.push_back((id.clone(), Way::Disturbing));
                    }
                }
                Survival::Rebuilt => {
                    let way = dependent.spec().rebuild_way_of(dependent);
                    let work = if way == Way::Convert { Work::Convert } else { Work::Rebuild };
                    self.set(id, work, Some(way));
                    self.causes.insert(id.clone(), cause.clone());
                }
            }
        }
    }
}

/// The name of the object under the own name `name`; of a routine that is not the last part.
fn renamed(id: &ObjectId, name: &str) -> Vec<String> {
    let mut names = id.name.to_vec();
    let own = names.len().saturating_sub(if id.kind == Kind::Function { 2 } else { 1 });
    if let Some(own) = names.get_mut(own) {
        name.clone_into(own);
    }
    names
}

/// A name for the old object while the new one is made: recognisable, within 63 bytes, taken on neither side and not yet given.
fn aside_name(id: &ObjectId, target: &Catalog, source: &Catalog, given: &BTreeSet<Vec<String>>) -> String {
    let own = if id.kind == Kind::Function { id.part(1) } else { id.last() };
    let taken = |name: &str| {
        let names = renamed(id, name);
        given.contains(&names)
            || Kind::ALL.iter().any(|kind| {
                let id = ObjectId::new(*kind, names.iter().cloned());
                target.contains(&id) || source.contains(&id)
            })
    };
    let mut name = String::new();
    for n in 0..u32::MAX {
        let suffix = if n == 0 { " (pgdiff old)".to_owned() } else { format!(" (pgdiff old {n})") };
        name = with_suffix(own, &suffix);
        if !taken(&name) {
            break;
        }
    }
    name
}
