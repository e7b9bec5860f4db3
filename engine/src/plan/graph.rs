//! The order of the work: one graph of small nodes over the dependencies of both sides, one deterministic sort.
//!
//! A node makes, drops or changes one object. Nodes of parts are folded into the node of their whole (columns into CREATE
//! TABLE, everything on a table into DROP TABLE) as long as that makes no cycle; where it would, they are unfolded again.

mod edges;

use super::rebuild::{Decision, Work};
use crate::catalog::{Catalog, Object, ObjectId};
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::unionfind::UnionFind;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

/// What a node does with its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    /// Puts a stand-in in the place of the target's, which is dropped later.
    Hollow,
    /// Drops the target's.
    Drop,
    /// Renames the target's, to be converted.
    SetAside,
    /// Makes a stand-in for it.
    Stub,
    /// Makes the source's.
    Create,
    /// Brings the rows over.
    Convert,
    /// Alters in place.
    Alter,
    /// Sets, changes or removes the owner, privileges or comment of an object that stands.
    Facet,
    /// Drops what was set aside.
    Discard,
}

/// Something to do with one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub id: ObjectId,
    pub role: Role,
}

/// Nodes that are carried out by one node's statements.
pub(super) struct Group {
    pub head: Node,
    pub folded: Vec<Node>,
    /// Of what is set aside, the parts that have gone by then, each by itself.
    pub gone: BTreeSet<ObjectId>,
}

/// Why there is no order.
pub(super) enum Cycle {
    /// These objects, altered in place, have to be dropped and made again instead.
    Rebuild(BTreeSet<ObjectId>),
    /// These need each other, and a stand-in helps.
    Stub(BTreeSet<ObjectId>),
    /// These need each other, and nothing is known that helps.
    Stuck(Vec<Node>),
}

pub(super) struct Graph<'a> {
    target: &'a Catalog,
    source: &'a Catalog,
    nodes: Vec<Node>,
    index: HashMap<(ObjectId, Role), usize>,
    edges: BTreeSet<(usize, usize)>,
    /// Who takes over rows of what a node takes off its whole.
    heirs: BTreeMap<usize, Vec<ObjectId>>,
}

/// The objects whose rows an object holds, from the next to the outermost: a partition's table, and the one that is a partition of.
pub(super) fn owners_of_rows(object: &Object, catalog: &Catalog) -> Vec<ObjectId> {
    let owner = |object: &Object| object.spec().holds_rows_of(object);
    std::iter::successors(owner(object), |whole| catalog.children(whole).find_map(owner)).collect()
}

impl<'a> Graph<'a> {
    /// The nodes of the decision, the facets that `facets` names, and every edge between them.
    pub fn new(
        target: &'a Catalog,
        source: &'a Catalog,
        decision: &Decision,
        facets: &BTreeSet<ObjectId>,
        stubs: &BTreeSet<ObjectId>,
    ) -> Self {
        let (index, heirs) = (HashMap::new(), BTreeMap::new());
        let mut graph = Self { target, source, nodes: Vec::new(), index, edges: BTreeSet::new(), heirs };
        for (id, work) in &decision.work {
            let roles: &[Role] = match work {
                Work::Create => &[Role::Create],
                Work::Drop => &[Role::Drop],
                Work::Rebuild => &[Role::Drop, Role::Create],
                Work::Convert => &[Role::SetAside, Role::Create, Role::Convert, Role::Discard],
                Work::Succeed => &[Role::SetAside, Role::Discard],
                Work::Alter(_) => &[Role::Alter],
            };
            for role in roles {
                graph.add(id, *role);
            }
            if stubs.contains(id) && roles.contains(&Role::Create) {
                graph.add(id, Role::Stub);
            }
            if stubs.contains(id) && roles.contains(&Role::Drop) {
                graph.add(id, Role::Hollow);
            }
        }
        for facet in facets {
            graph.add(facet, Role::Facet);
        }
        graph.heirs =
            (0..graph.nodes.len()).map(|at| (at, graph.heirs_of(at))).filter(|(_, heirs)| !heirs.is_empty()).collect();
        graph.connect();
        graph
    }

    /// Nobody, where all the whole's rows are copied anyway.
    fn heirs_of(&self, at: usize) -> Vec<ObjectId> {
        let Node { id, role } = &self.nodes[at];
        let Some(object) = self.target.get(id).filter(|_| *role == Role::Drop) else { return Vec::new() };
        let is_copied = |owner: &ObjectId| self.find(owner, Role::Convert).is_some();
        if owners_of_rows(object, self.target).iter().any(is_copied) {
            return Vec::new();
        }
        object.spec().heirs(object, self.target, self.source).links
    }

    fn add(&mut self, id: &ObjectId, role: Role) {
        self.index.insert((id.clone(), role), self.nodes.len());
        self.nodes.push(Node { id: id.clone(), role });
    }

    fn find(&self, id: &ObjectId, role: Role) -> Option<usize> {
        self.index.get(&(id.clone(), role)).copied()
    }

    fn edge(&mut self, before: Option<usize>, after: Option<usize>) {
        if let (Some(before), Some(after)) = (before, after)
            && before != after
        {
            self.edges.insert((before, after));
        }
    }

    /// The groups in the order in which they can run. `first` says which nodes should come as early as possible.
    pub fn order(&self, first: impl Fn(&Node) -> bool) -> Result<Vec<Group>, Cycle> {
        let mut folded: BTreeMap<usize, usize> = (0..self.nodes.len()).filter_map(|at| Some((at, self.whole(at)?))).collect();
        loop {
            let heads = self.heads(&folded);
            let groups = self.group_graph(&heads);
            let mut tangled = tarjan_scc(&groups).into_iter().filter(|component| component.len() > 1).peekable();
            if tangled.peek().is_none() {
                return Ok(self.sorted(&heads, &groups, first));
            }
            for component in tangled {
                let component: BTreeSet<usize> = component.iter().map(|at| at.index()).collect();
                for at in self.to_unfold(&component, &heads, &folded)? {
                    folded.remove(&at);
                }
            }
        }
    }

    /// The groups, folded as if there were no cycles, in no order.
    pub fn groups(&self) -> Vec<Group> {
        let folded: BTreeMap<usize, usize> = (0..self.nodes.len()).filter_map(|at| Some((at, self.whole(at)?))).collect();
        let groups = self.members(&self.heads(&folded)).into_iter();
        groups.map(|(at, folded)| Group { head: self.nodes[at].clone(), folded, gone: BTreeSet::new() }).collect()
    }

    /// The nodes that are folded into each head.
    fn members(&self, heads: &[usize]) -> BTreeMap<usize, Vec<Node>> {
        let mut members: BTreeMap<usize, Vec<Node>> = BTreeMap::new();
        for (at, head) in heads.iter().enumerate() {
            let folded = members.entry(*head).or_default();
            if *head != at {
                folded.push(self.nodes[at].clone());
            }
        }
        members
    }

    /// The node that this one is carried out by, if it may be.
    fn whole(&self, at: usize) -> Option<usize> {
        let Node { id, role } = &self.nodes[at];
        match role {
            Role::Create => {
                let object = self.source.get(id)?;
                let parent = object.parent.as_ref()?;
                // Of a table that rows are copied into, keys are made after that.
                let key = self.find(parent, Role::Convert).is_some() && !object.spec().slots(object).is_empty();
                self.find(parent, Role::Create).filter(|_| object.spec().folding(object).create && !key)
            }
            Role::Drop => {
                let object = self.target.get(id)?;
                let parent = object.parent.as_ref()?;
                if !object.spec().folding(object).drop || self.heirs.contains_key(&at) {
                    return None;
                }
                match self.find(parent, Role::Drop) {
                    Some(parent) => (!self.goes_with_discard(parent) || self.goes_with_discard(at)).then_some(parent),
                    None => self.find(parent, Role::Discard).filter(|_| self.goes_with_discard(at)),
                }
            }
            _ => None,
        }
    }

    fn heads(&self, folded: &BTreeMap<usize, usize>) -> Vec<usize> {
        let mut sets = UnionFind::new(self.nodes.len());
        for (part, whole) in folded {
            sets.union(*part, *whole);
        }
        // The head of a set is its only node that is folded into none.
        let mut head_of_set: HashMap<usize, usize> = HashMap::new();
        for at in (0..self.nodes.len()).filter(|at| !folded.contains_key(at)) {
            head_of_set.insert(sets.find(at), at);
        }
        (0..self.nodes.len()).map(|at| head_of_set.get(&sets.find(at)).copied().unwrap_or(at)).collect()
    }

    fn group_graph(&self, heads: &[usize]) -> DiGraph<(), ()> {
        let mut groups = DiGraph::with_capacity(self.nodes.len(), self.edges.len());
        for _ in &self.nodes {
            groups.add_node(());
        }
        for (before, after) in &self.edges {
            let (before, after) = (heads[*before], heads[*after]);
            if before != after {
                groups.update_edge(NodeIndex::new(before), NodeIndex::new(after), ());
            }
        }
        groups
    }

    /// The parts that tie these groups into a cycle; columns, which are at home in CREATE TABLE, only if nothing else does.
    fn to_unfold(
        &self,
        component: &BTreeSet<usize>,
        heads: &[usize],
        folded: &BTreeMap<usize, usize>,
    ) -> Result<Vec<usize>, Cycle> {
        let ties = self.edges.iter().filter(|(before, after)| {
            heads[*before] != heads[*after] && component.contains(&heads[*before]) && component.contains(&heads[*after])
        });
        let parts: BTreeSet<usize> =
            ties.flat_map(|(before, after)| [*before, *after]).filter(|at| folded.contains_key(at)).collect();
        let (columns, others): (Vec<usize>, Vec<usize>) =
            parts.into_iter().partition(|at| self.nodes[*at].id.kind.spec().is_column());
        // What is taken off a whole whose rows are copied later would take its own along.
        let holds_rows =
            |at: &usize| self.target.get(&self.nodes[*at].id).is_some_and(|part| part.spec().holds_rows_of(part).is_some());
        let (links, others): (Vec<usize>, Vec<usize>) = others.into_iter().partition(holds_rows);
        for parts in [others, links] {
            if !parts.is_empty() {
                return Ok(parts);
            }
        }
        if !columns.is_empty() {
            return Ok(columns);
        }
        let nodes: Vec<&Node> = component.iter().map(|at| &self.nodes[*at]).collect();
        let altered: BTreeSet<ObjectId> = nodes
            .iter()
            .filter(|node| node.role == Role::Alter && !node.id.kind.spec().holds_data())
            .map(|node| node.id.clone())
            .collect();
        if !altered.is_empty() {
            return Err(Cycle::Rebuild(altered));
        }
        let made: BTreeSet<ObjectId> = nodes
            .iter()
            .filter(|node| match node.role {
                Role::Create => self.find(&node.id, Role::Stub).is_none(),
                Role::Drop => self.find(&node.id, Role::Hollow).is_none(),
                _ => false,
            })
            .map(|node| node.id.clone())
            .collect();
        if !made.is_empty() {
            return Err(Cycle::Stub(made));
        }
        Err(Cycle::Stuck(nodes.into_iter().cloned().collect()))
    }

    fn sorted(&self, heads: &[usize], groups: &DiGraph<(), ()>, first: impl Fn(&Node) -> bool) -> Vec<Group> {
        let mut members = self.members(heads);
        let mut waits: Vec<usize> =
            (0..self.nodes.len()).map(|at| groups.neighbors_directed(NodeIndex::new(at), petgraph::Incoming).count()).collect();
        let rank = |at: usize| Reverse((self.rank(at, &first), at));
        let mut ready: BinaryHeap<_> = members.keys().filter(|at| waits[**at] == 0).map(|at| rank(*at)).collect();
        let mut order = Vec::with_capacity(members.len());
        let mut gone: BTreeMap<ObjectId, BTreeSet<ObjectId>> = BTreeMap::new();
        while let Some(Reverse((_, at))) = ready.pop() {
            let folded = members.remove(&at).unwrap_or_default();
            let head = self.nodes[at].clone();
            if self.goes_with_discard(at)
                && let Some(whole) = self.target.get(&head.id).and_then(|part| part.parent.clone())
            {
                gone.entry(whole).or_default().insert(head.id.clone());
            }
            let gone = if head.role == Role::SetAside { gone.remove(&head.id) } else { None };
            order.push(Group { head, folded, gone: gone.unwrap_or_default() });
            for next in groups.neighbors(NodeIndex::new(at)) {
                waits[next.index()] -= 1;
                if waits[next.index()] == 0 {
                    ready.push(rank(next.index()));
                }
            }
        }
        order
    }

    /// What comes first wherever dependencies leave it free: removing, backwards through the kinds; then making and changing,
    /// in the order of the kinds; then what was set aside.
    fn rank(&self, at: usize, first: &impl Fn(&Node) -> bool) -> (u8, i64, &[String], i64, &ObjectId, Role) {
        let Node { id, role } = &self.nodes[at];
        let kind = id.kind as i64;
        let (phase, kind) = match role {
            _ if first(&self.nodes[at]) => (0, kind),
            Role::Hollow | Role::Drop => (1, -kind),
            Role::SetAside => (2, kind),
            Role::Discard => (4, -kind),
            _ if id.kind.spec().comes_last() => (5, kind),
            _ => (3, kind),
        };
        // Parts that have a place in their whole (columns) come in that order.
        let position = self.source.get(id).and_then(|object| object.int("_position")).unwrap_or(0);
        let whole = if position > 0 { id.names(id.name.len() - 1) } else { &id.name };
        (phase, kind, whole, position, id, *role)
    }
}
