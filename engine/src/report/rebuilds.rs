//! What is made anew, or has to follow, because something that it depends on changes: a picture of boxes and arrows.

use crate::catalog::{Object, ObjectId};
use crate::compare::Comparison;
use crate::plan::{Action, Step, describe};
use std::collections::{BTreeMap, BTreeSet};

/// How many boxes a picture has at most: nobody reads more.
const MOST: usize = 150;

/// Why a box is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It changes of its own accord.
    Changed,
    /// It is dropped and made again.
    Rebuilt,
    /// It is altered because of another change.
    Follows,
}

/// One object of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub object_type: &'static str,
    pub identity: String,
    pub role: Role,
    /// The steps that are about it, counted from 1.
    pub steps: Vec<usize>,
    /// Column and line in the picture.
    pub at: (usize, usize),
    /// The position of the box that an arrow comes from.
    pub cause: Option<usize>,
}

/// The boxes, each behind the one that its arrow comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rebuilds {
    pub nodes: Vec<Node>,
    /// How many objects are rebuilt or follow, those that are not shown among them.
    pub forced: usize,
    /// How many of them are left out.
    pub cut: usize,
}

impl Rebuilds {
    /// The picture of a plan's steps.
    pub fn new(comparison: &Comparison<'_>, steps: &[Step]) -> Self {
        let mut causes: BTreeMap<ObjectId, ObjectId> = BTreeMap::new();
        let mut about: BTreeMap<ObjectId, Vec<(usize, Action)>> = BTreeMap::new();
        for (n, step) in steps.iter().enumerate() {
            let id = step.id.base();
            about.entry(id.clone()).or_default().push((n + 1, step.action));
            if let Some(cause) = step.cause.as_ref().map(ObjectId::base).filter(|cause| *cause != id) {
                causes.entry(id).or_insert(cause);
            }
        }
        let mut effects: BTreeMap<&ObjectId, Vec<&ObjectId>> = BTreeMap::new();
        for (id, cause) in &causes {
            effects.entry(cause).or_default().push(id);
        }
        let object = |id: &ObjectId| comparison.either(id).or_else(|| comparison.target().get(id));
        let mut picture =
            Picture { causes: &causes, effects: &effects, about: &about, nodes: Vec::new(), seen: BTreeSet::new(), lines: 0 };
        for root in effects.keys().filter(|id| !causes.contains_key(**id)) {
            picture.place(root, 0, None, &|id| {
                object(id).map(|object: &Object| describe(object, comparison.source(), comparison.target())).unwrap_or_default()
            });
        }
        let shown = picture.nodes.iter().filter(|node| node.cause.is_some()).count();
        Self { nodes: picture.nodes, forced: causes.len(), cut: causes.len() - shown }
    }
}

struct Picture<'a> {
    causes: &'a BTreeMap<ObjectId, ObjectId>,
    effects: &'a BTreeMap<&'a ObjectId, Vec<&'a ObjectId>>,
    about: &'a BTreeMap<ObjectId, Vec<(usize, Action)>>,
    nodes: Vec<Node>,
    seen: BTreeSet<ObjectId>,
    lines: usize,
}

impl Picture<'_> {
    /// Puts a box beside its cause, and below it what follows from it.
    fn place(
        &mut self,
        id: &ObjectId,
        column: usize,
        cause: Option<usize>,
        describe: &impl Fn(&ObjectId) -> (&'static str, String),
    ) {
        if self.nodes.len() >= MOST || !self.seen.insert(id.clone()) {
            return;
        }
        let about = self.about.get(id).map_or(&[][..], Vec::as_slice);
        let role = match (self.causes.contains_key(id), about.iter().any(|(_, action)| *action != Action::Alter)) {
            (false, _) => Role::Changed,
            (true, true) => Role::Rebuilt,
            (true, false) => Role::Follows,
        };
        let (object_type, identity) = describe(id);
        let steps = about.iter().map(|(n, _)| *n).collect();
        let at = self.nodes.len();
        self.nodes.push(Node { object_type, identity, role, steps, at: (column, self.lines), cause });
        let before = self.lines;
        for effect in self.effects.get(id).into_iter().flatten() {
            self.place(effect, column + 1, Some(at), describe);
        }
        // The first effect stands beside its cause; a box without one takes a line of its own.
        if self.lines == before {
            self.lines += 1;
        }
    }
}
