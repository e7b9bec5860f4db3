//! What has to come before what: the edges between the nodes of a plan.

use super::{Graph, Node, Role, owners_of_rows};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::kind::Kind;
use std::collections::{BTreeSet, HashMap};

const PRODUCERS: [Role; 4] = [Role::Stub, Role::Create, Role::Alter, Role::Facet];
/// What is altered to use something no more may stand on it while it is only set aside.
const REMOVERS: [Role; 2] = [Role::Drop, Role::Discard];
/// What goes wants everything it stands on to be as it was.
const CHANGERS: [Role; 4] = [Role::Drop, Role::SetAside, Role::Discard, Role::Alter];

/// Does the stand-in of an object need this as well?
fn stub_needs(catalog: &Catalog, id: &ObjectId, needed: &ObjectId) -> bool {
    catalog.get(id).is_none_or(|object| object.spec().stub_needs(object, needed))
}

impl Graph<'_> {
    pub(super) fn connect(&mut self) {
        let mut taken: HashMap<(&'static str, Vec<String>), Vec<usize>> = HashMap::new();
        let apart = self.names_given_up_apart();
        let dropped_roles = self.nodes.iter().filter(|node| node.role == Role::Drop && node.id.kind == Kind::Role);
        let dropped_roles: Vec<ObjectId> = dropped_roles.map(|node| node.id.clone()).collect();
        for at in 0..self.nodes.len() {
            let Node { id, role } = self.nodes[at].clone();
            match role {
                Role::Drop | Role::SetAside => {
                    self.before_what_its_facets_stood_on(at, &id);
                    if role == Role::SetAside || !self.goes_with_discard(at) {
                        let slots = self.target.get(&id).map(|object| object.spec().slots(object)).unwrap_or_default();
                        for slot in slots
                            .into_iter()
                            .filter(|(_, name)| name.last() == Some(&id.name[id.name.len() - 1]) || !apart.contains(name))
                        {
                            taken.entry(slot).or_default().push(at);
                        }
                    }
                    if self.goes_with_discard(at) {
                        // It stands aside with its whole, in nobody's way.
                        // It stands on partitions only for the order in which it is made.
                        let taken_off: BTreeSet<ObjectId> = self
                            .target
                            .get(&id)
                            .into_iter()
                            .flat_map(|object| &object.depends)
                            .filter(|needed| self.is_taken_off(&id, needed))
                            .cloned()
                            .collect();
                        // And a partition on indexes: those may go before, in one with their parts.
                        let is_index = |needed: &ObjectId| matches!(needed.kind, Kind::Index | Kind::Constraint);
                        let in_order = |needed: &ObjectId| {
                            needed.kind == Kind::Partition || id.kind == Kind::Partition && is_index(needed)
                        };
                        let counts = |needed: &ObjectId| !in_order(needed) && !taken_off.contains(needed);
                        self.before_what_it_stood_on(at, &id, &REMOVERS, counts);
                        continue;
                    }
                    let target = self.target;
                    for later in target.get(&id).map(|object| object.spec().goes_before(object, target)).unwrap_or_default() {
                        self.edge(Some(at), self.find(&later, Role::Drop));
                    }
                    let hollow = self.find(&id, Role::Hollow);
                    self.edge(hollow, Some(at));
                    let needs_it = |needed: &ObjectId| hollow.is_none() || stub_needs(target, &id, needed);
                    // Before what it names is called otherwise: functions go by the types of their arguments. DROP TYPE names no
                    // other, and may have to wait for columns that are altered to what is made after the setting aside. So has a
                    // partition, with all its parts, whose rows are copied into what is made then.
                    let waits = role == Role::Drop && (id.kind.spec().is_type() || self.is_of_emptied(&id));
                    if !waits {
                        self.before_what_it_stood_on(at, &id, &[Role::SetAside], needs_it);
                    }
                    if role == Role::Drop {
                        self.before_what_it_stood_on(at, &id, &[Role::Drop, Role::Discard, Role::Alter], needs_it);
                    }
                    self.edge(Some(at), self.find(&id, Role::Create));
                    self.edge(Some(at), self.find(&id, Role::Stub));
                }
                Role::Hollow => {
                    let target = self.target;
                    self.before_what_it_stood_on(at, &id, &CHANGERS, |needed| !stub_needs(target, &id, needed));
                }
                Role::Stub => {
                    self.edge(Some(at), self.find(&id, Role::Create));
                    self.after_what_the_stub_needs(at, &id);
                }
                Role::Create => {
                    self.after_what_it_needs(at, &id);
                    self.edge(Some(at), self.find(&id, Role::Convert));
                    self.edge(Some(at), self.find(&id, Role::Discard));
                    let Some(object) = self.source.get(&id) else { continue };
                    for owner in owners_of_rows(object, self.source) {
                        self.edge(Some(at), self.find(&owner, Role::Convert));
                    }
                    if object.spec().reads_rows(object) {
                        // Its own whole's rows: see Convert.
                        for needed in object.depends.iter().filter(|needed| object.parent.as_ref() != Some(needed)) {
                            let whole = self.source.get(needed).and_then(|needed| needed.parent.as_ref());
                            let whole = whole.filter(|whole| object.parent.as_ref() != Some(whole));
                            self.edge(self.find(needed, Role::Convert), Some(at));
                            self.edge(whole.and_then(|whole| self.find(whole, Role::Convert)), Some(at));
                        }
                    }
                }
                Role::Convert => {
                    self.after_what_it_needs(at, &id);
                    self.edge(Some(at), self.find(&id, Role::Discard));
                    // Rows come in before indexes, foreign keys and triggers stand on the new table.
                    let earlier = self.needed_to_hold_rows(&id);
                    let parts = self.source.children(&id).filter(|part| !earlier.contains(&part.id));
                    let parts = parts.filter_map(|part| self.find(&part.id, Role::Create));
                    let alone: Vec<usize> = parts.filter(|part| self.whole(*part).is_none()).collect();
                    for part in alone {
                        self.edge(Some(at), Some(part));
                    }
                }
                Role::Alter => {
                    self.after_what_it_needs(at, &id);
                    self.before_what_it_let_go(at, &id);
                }
                Role::Facet => {
                    self.after_what_it_needs(at, &id);
                    self.before_roles_go(at, &id, &dropped_roles);
                    for needed in self.target.get(&id).map(|facet| facet.depends.clone()).unwrap_or_default() {
                        self.after(at, &needed);
                    }
                    // REVOKE on a table takes privileges on its columns with it.
                    let parent = self.source.get(&id.base()).and_then(|base| base.parent.clone());
                    if let Some(parent) = parent.filter(|_| id.kind == Kind::Privileges) {
                        self.edge(self.find(&parent.facet(Kind::Privileges), Role::Facet), Some(at));
                    }
                }
                Role::Discard => {
                    self.before_what_it_let_go(at, &id);
                    // A partition's rows may be copied as those of its whole.
                    for whole in self.wholes_of_rows(&id) {
                        self.edge(self.find(&whole, Role::Convert), Some(at));
                    }
                }
            }
        }
        self.connect_slots(&taken);
        self.connect_heirs();
        self.connect_lookups();
        self.connect_overloads();
    }

    /// A call is read anew where what holds it is made: functions of the same name that go must not compete with the one it means.
    fn connect_overloads(&mut self) {
        let is_routine = |id: &ObjectId| matches!(id.kind, Kind::Function | Kind::Aggregate);
        let mut going: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
        for (at, Node { id, role }) in self.nodes.iter().enumerate() {
            if *role == Role::Drop && is_routine(id) && self.find(id, Role::Create).is_none() {
                going.entry(id.names(2).to_vec()).or_default().push(at);
            }
        }
        for at in (0..self.nodes.len()).filter(|_| !going.is_empty()) {
            let Node { id, role } = &self.nodes[at];
            let calls = id.kind.spec().is_deparsed() && !id.kind.spec().is_column() || id.kind == Kind::Function;
            let Some(object) = self.source.get(id).filter(|_| calls && matches!(role, Role::Create | Role::Alter)) else {
                continue;
            };
            let called = object.depends.iter().filter(|needed| is_routine(needed));
            let before: Vec<usize> = called.filter_map(|needed| going.get(needed.names(2))).flatten().copied().collect();
            for before in before {
                self.edge(Some(before), Some(at));
            }
        }
    }

    /// The names of parts of indexes that are given up by themselves and not with the upper index: their table has been taken off its
    /// whole by then, or is set aside.
    fn names_given_up_apart(&self) -> BTreeSet<Vec<String>> {
        let is_apart = |at: &usize| {
            let Node { id, role } = &self.nodes[*at];
            let Some(object) = self.target.get(id).filter(|object| *role == Role::Drop && object.get("_attached_to").is_some())
            else {
                return false;
            };
            let links = object.parent.iter().flat_map(|table| self.target.children(table));
            let mut links = links.filter(|part| part.spec().holds_rows_of(part).is_some());
            self.goes_with_discard(*at)
                || links.any(|link| self.find(&link.id, Role::Drop).is_some_and(|link| self.whole(link).is_none()))
        };
        let parts = (0..self.nodes.len()).filter(is_apart).map(|at| &self.nodes[at].id);
        parts.map(|id| vec![id.first().to_owned(), id.last().to_owned()]).collect()
    }

    /// Tables go when their rows were taken, and what is put back gives its rows away before, to tables that are there.
    fn connect_heirs(&mut self) {
        for (at, heirs) in self.heirs.clone() {
            let id = self.nodes[at].id.clone();
            let holder = self.target.get(&id).and_then(|object| self.find(object.parent.as_ref()?, Role::Drop));
            let again = self.find(&id, Role::Create);
            for heir in heirs {
                self.edge(self.find(&heir, Role::Create), holder);
                let needed = self.source.get(&heir).map(|heir| heir.depends.clone()).unwrap_or_default();
                for needed in needed.iter().filter(|needed| matches!(needed.kind, Kind::Table | Kind::Column)) {
                    if let Some(again) = again {
                        self.after(again, needed);
                    }
                }
            }
        }
    }

    /// What looks up a table's rows goes before a part of that is taken off, and comes when it is back; and when the keys that go are
    /// gone: the server would take any that fits.
    fn connect_lookups(&mut self) {
        let mut lookups: HashMap<(ObjectId, Role), Vec<usize>> = HashMap::new();
        let mut links: Vec<(usize, Vec<ObjectId>)> = Vec::new();
        let mut keys: Vec<(usize, ObjectId)> = Vec::new();
        for (at, Node { id, role }) in self.nodes.iter().enumerate() {
            let catalog = match role {
                Role::Drop => self.target,
                Role::Create => self.source,
                _ => continue,
            };
            let Some(object) = catalog.get(id) else { continue };
            let key = (*role == Role::Drop && self.whole(at).is_none() && !object.spec().slots(object).is_empty())
                .then_some(object.parent.as_ref())
                .flatten();
            if let Some(table) = key {
                keys.push((at, table.clone()));
            }
            if let Some(table) = object.spec().looks_up(object) {
                lookups.entry((table, *role)).or_default().push(at);
            } else if object.spec().holds_rows_of(object).is_some()
                && (*role == Role::Drop || self.find(id, Role::Drop).is_some())
            {
                links.push((at, owners_of_rows(object, catalog)));
            }
        }
        for (key, table) in keys {
            for lookup in lookups.get(&(table, Role::Create)).into_iter().flatten() {
                self.edge(Some(key), Some(*lookup));
            }
        }
        for (link, wholes) in links {
            let role = self.nodes[link].role;
            for lookup in wholes.into_iter().filter_map(|whole| lookups.get(&(whole, role))).flatten() {
                let (before, after) = if role == Role::Drop { (*lookup, link) } else { (link, *lookup) };
                self.edge(Some(before), Some(after));
            }
        }
    }

    /// An object that is dropped has owner and grantees no more.
    fn before_what_its_facets_stood_on(&mut self, at: usize, id: &ObjectId) {
        let facets: Vec<&Object> = self.target.children(id).filter(|part| part.id.is_facet()).collect();
        for needed in facets.into_iter().flat_map(|facet| &facet.depends).filter(|needed| needed.kind == Kind::Role) {
            self.edge(Some(at), self.find(needed, Role::Drop));
        }
    }

    /// A facet that changes lets go of the roles that it named; and default privileges may have named any role in what is made.
    fn before_roles_go(&mut self, at: usize, id: &ObjectId, dropped: &[ObjectId]) {
        let named = self.target.get(id).map(|facet| facet.depends.clone()).unwrap_or_default();
        for gone in dropped {
            if id.kind == Kind::Privileges || named.contains(gone) {
                self.edge(Some(at), self.find(gone, Role::Drop));
            }
        }
    }

    /// Gives a name up before it is taken.
    fn connect_slots(&mut self, taken: &HashMap<(&'static str, Vec<String>), Vec<usize>>) {
        for at in 0..self.nodes.len() {
            let Node { id, role } = self.nodes[at].clone();
            if !matches!(role, Role::Create | Role::Stub) {
                continue;
            }
            for slot in self.source.get(&id).map(|object| object.spec().slots(object)).unwrap_or_default() {
                for before in taken.get(&slot).into_iter().flatten() {
                    self.edge(Some(*before), Some(at));
                }
            }
        }
    }

    fn after(&mut self, at: usize, needed: &ObjectId) {
        // A stand-in is enough for everyone but the facets, which want the object itself.
        if let Some(stub) = self.find(needed, Role::Stub).filter(|_| self.nodes[at].role != Role::Facet) {
            self.edge(Some(stub), Some(at));
            return;
        }
        for role in PRODUCERS {
            self.edge(self.find(needed, role), Some(at));
        }
    }

    fn after_what_it_needs(&mut self, at: usize, id: &ObjectId) {
        for needed in self.source.get(id).map(|object| object.depends.clone()).unwrap_or_default() {
            self.after(at, &needed);
        }
        if self.nodes[at].role == Role::Facet {
            self.after(at, &id.base());
        }
    }

    fn after_what_the_stub_needs(&mut self, at: usize, id: &ObjectId) {
        let needs = self.source.get(id).map(|object| object.depends.clone()).unwrap_or_default();
        let source = self.source;
        for needed in needs.iter().filter(|needed| stub_needs(source, id, needed)) {
            self.after(at, needed);
        }
    }

    /// Everything that must stand before the rows of an object can be brought over, because what holds them needs it: the
    /// indexes of a partitioned table, to which those of its partitions are attached.
    fn needed_to_hold_rows(&self, id: &ObjectId) -> BTreeSet<ObjectId> {
        let holders = self.source.objects().filter(|object| owners_of_rows(object, self.source).contains(id));
        let mut queue: Vec<&ObjectId> = holders.map(|object| &object.id).collect();
        let mut needed = BTreeSet::new();
        while let Some(next) = queue.pop() {
            if needed.insert(next.clone()) {
                queue.extend(self.source.get(next).into_iter().flat_map(|object| &object.depends));
            }
        }
        needed
    }

    /// The object whose rows are copied from this part of it, which is dropped, and its rows with it, after that.
    fn emptied_first(&self, at: usize) -> Option<ObjectId> {
        let Node { id, role } = &self.nodes[at];
        let object = self.target.get(id).filter(|_| *role == Role::Drop)?;
        let owner = owners_of_rows(object, self.target).into_iter().find(|owner| self.find(owner, Role::Convert).is_some())?;
        let vanishes = self.find(id, Role::Create).is_none() && self.find(object.parent.as_ref()?, Role::Drop).is_some();
        vanishes.then_some(owner)
    }

    /// Is it, or is it a part of, a table that is dropped once its rows were copied with those of its whole?
    fn is_of_emptied(&self, id: &ObjectId) -> bool {
        let whole = |id: &ObjectId| self.target.get(id).and_then(|object| object.parent.clone());
        let is_emptied = |id: ObjectId| {
            let links = self.target.children(&id).filter(|part| part.spec().holds_rows_of(part).is_some());
            let mut drops = links.filter_map(|link| self.find(&link.id, Role::Drop));
            drops.any(|link| self.emptied_first(link).is_some())
        };
        std::iter::successors(Some(id.clone()), whole).any(is_emptied)
    }

    /// What holds the rows of the target's object as well: its partitioned table, and so on upwards.
    fn wholes_of_rows(&self, id: &ObjectId) -> Vec<ObjectId> {
        let above = |id: &ObjectId| self.target.children(id).find_map(|part| part.spec().holds_rows_of(part));
        std::iter::successors(above(id), above).collect()
    }

    /// Is the target's object neither dropped nor set aside?
    fn stays(&self, id: &ObjectId) -> bool {
        [Role::Drop, Role::SetAside].iter().all(|role| self.find(id, *role).is_none())
    }

    /// Do both belong to tables of which the object's is taken off the other's before? Its indexes and keys then hang on no other.
    fn is_taken_off(&self, id: &ObjectId, needed: &ObjectId) -> bool {
        let table = |id: &ObjectId| self.target.get(id).and_then(|object| object.parent.as_ref());
        let (Some(own), Some(other)) = (table(id), table(needed)) else { return false };
        // The table may be a partition of one that is set aside with it.
        own != other && self.stays(other) && self.wholes_of_rows(own).contains(other)
    }

    /// Does the table go, but not before others took over its rows?
    fn is_given_away(&self, table: &ObjectId) -> bool {
        let mut links = self.target.children(table).filter(|part| part.spec().holds_rows_of(part).is_some());
        self.find(table, Role::Drop).is_some()
            && links.any(|link| self.find(&link.id, Role::Drop).is_some_and(|link| self.heirs.contains_key(&link)))
    }

    /// Is it dropped as a part of something that was set aside?
    pub(super) fn goes_with_discard(&self, at: usize) -> bool {
        let Node { id, role } = &self.nodes[at];
        let Some(object) = self.target.get(id).filter(|_| *role == Role::Drop) else { return false };
        let Some(parent) = object.parent.as_ref() else { return false };
        // What is set aside is in the way as long as it is a part of a table that stands: its bounds are taken.
        if object.spec().holds_rows_of(object).is_some_and(|whole| self.stays(&whole)) {
            return false;
        }
        // Its names were given up when its whole was set aside.
        object.spec().folding(object).drop
            && self
                .find(parent, Role::Drop)
                .map_or_else(|| self.find(parent, Role::Discard).is_some(), |parent| self.goes_with_discard(parent))
    }

    fn before_what_it_stood_on(&mut self, at: usize, id: &ObjectId, roles: &[Role], counts: impl Fn(&ObjectId) -> bool) {
        if let Some(owner) = self.emptied_first(at) {
            let holder = self.target.get(id).and_then(|object| self.find(object.parent.as_ref()?, Role::Drop));
            self.edge(self.find(&owner, Role::Convert), holder);
            if self.whole(at).is_none() {
                self.edge(self.find(&owner, Role::Convert), Some(at));
            }
            self.edge(Some(at), self.find(&owner, Role::Discard));
            // A partition of a partition that goes as well.
            let upper = self.target.get(id).and_then(|object| object.spec().holds_rows_of(object));
            let upper = upper.and_then(|upper| self.find(&upper, Role::Drop));
            self.edge(Some(at), upper);
            return;
        }
        let object = self.target.get(id);
        let needs = object.map(|object| object.depends.clone()).unwrap_or_default();
        // A partition's clone of a foreign key goes in the statement of that, or stands alone once the partition is detached.
        let is_clone = object.is_some_and(|object| object.flag("_clone"));
        // A part of a table that is taken off its whole while others take over its rows, and dropped later.
        let part = object.filter(|object| object.spec().holds_rows_of(object).is_none());
        let given_away = part.and_then(|part| part.parent.as_ref()).is_some_and(|table| self.is_given_away(table));
        let counts = |needed: &&ObjectId| counts(needed) && !(given_away && self.is_taken_off(id, needed));
        let needs: Vec<ObjectId> = needs.iter().filter(counts).cloned().collect();
        for needed in needs.into_iter().filter(|needed| !is_clone || needed.kind != id.kind) {
            // A type that is altered in place (a value added, a default) doesn't mind what stands on it; a column may have to be
            // altered to the new form of one type before it lets go of another that stands on the same.
            let kinds = (id.kind.spec().is_type(), needed.kind.spec().is_type());
            let minds = |role: &&Role| **role != Role::Alter || !(kinds.1 || kinds.0 && needed.kind == Kind::Extension);
            for role in roles.iter().filter(minds) {
                self.edge(Some(at), self.find(&needed, *role));
            }
        }
    }

    /// What is altered lets go of what vanishes; but what it needs afterwards as well, and survives the making anew of, is none
    /// of that.
    fn before_what_it_let_go(&mut self, at: usize, id: &ObjectId) {
        let needs = self.source.get(id).map(|object| object.depends.clone()).unwrap_or_default();
        for needed in self.target.get(id).map(|object| object.depends.clone()).unwrap_or_default() {
            // An attribute needs the one before it for the order in which they are added, and for nothing else.
            if id.kind == Kind::Attribute && needed.kind == Kind::Attribute {
                continue;
            }
            // A type's shell and its own functions, which mention the shell, go with it.
            let own = |object: &Object| {
                object.id.kind == Kind::ShellType || object.depends.iter().any(|id| id.kind == Kind::ShellType)
            };
            if self.nodes[at].role == Role::Discard && self.target.get(&needed).is_some_and(own) {
                continue;
            }
            self.edge(Some(at), self.find(&needed, Role::Discard));
            if !needs.contains(&needed) || self.find(&needed, Role::Create).is_none() {
                self.edge(Some(at), self.find(&needed, Role::Drop));
            }
        }
    }
}
