//! Changes to ordered steps.
//!
//! [`rebuild`] decides what is done to each object and how far rebuilding spreads, [`graph`] finds the order, and here each
//! node becomes the statements of its kind. The rollback is the same plan with the two catalogs exchanged.

mod callers;
mod code;
mod event_triggers;
mod graph;
mod keep;
pub(crate) mod locks;
mod online;
mod rebuild;
mod roles;
mod rows;
mod sizes;

pub use rows::PlanRow;

use crate::catalog::{Catalog, Object, ObjectId};
use crate::compare::{Comparison, Difference};
use crate::error::Error;
use crate::hazard::{Hazard, Risk};
use crate::kind::{Change, Context, Kind, default_privilege, privileges};
use crate::options::{DropMode, Options, Strategy};
use crate::script::with_if_exists;
use crate::statement::{Reversibility, Statement};
use graph::{Cycle, Graph, Group, Node, Role};
use keep::Keeping;
use rebuild::{Decision, Work};
use std::collections::{BTreeMap, BTreeSet};

/// What a step does to its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Makes it.
    Create,
    /// Changes it.
    Alter,
    /// Gives it another name.
    Rename,
    /// Removes it.
    Drop,
}

impl Action {
    /// The word in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Alter => "alter",
            Self::Rename => "rename",
            Self::Drop => "drop",
        }
    }
}

/// One statement of a plan, in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is about.
    pub id: ObjectId,
    /// The object's type as `pg_identify_object` names it.
    pub object_type: &'static str,
    /// The object's identity as `pg_identify_object` writes it.
    pub identity: String,
    /// What it does.
    pub action: Action,
    /// Counted from 1: what runs in one transaction.
    pub stage: usize,
    /// What forces it, where the object's own change does not.
    pub cause: Option<ObjectId>,
    /// Parts of the object that the same statement makes or drops.
    pub folded: Vec<ObjectId>,
    /// The statement and its effects.
    pub statement: Statement,
}

/// The ordered steps from the target to the source, and those back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// From the target to the source.
    pub forward: Vec<Step>,
    /// From there back to what the target was.
    pub backward: Vec<Step>,
}

impl Plan {
    /// Makes the plan of a comparison and, with the sides exchanged, its rollback. `interrupted` is asked now and then whether
    /// the caller wants to stop. Errors if there is no order in which the statements can run.
    pub fn new(comparison: &Comparison<'_>, interrupted: &dyn Fn() -> bool) -> Result<Self, Error> {
        let options = comparison.options();
        let keeping = (options.drop != DropMode::Yes).then(|| comparison.keeping_dropped());
        let carried_out = keeping.as_ref().unwrap_or(comparison);
        let mut kept = keep::keeping(carried_out)?;
        let whole = |comparison: &Comparison<'_>, direction: Direction, kept: Option<&Keeping>| -> Result<Vec<Step>, Error> {
            let steps = steps(comparison, direction, kept, interrupted)?;
            Ok([comparison.before(), &steps, comparison.after()].concat())
        };
        let reversed = carried_out.reversed();
        let mut forward = whole(carried_out, Direction::Forward, kept.as_ref())?;
        let mut backward = whole(&reversed, Direction::Backward, kept.as_ref())?;
        if kept.as_mut().is_some_and(|kept| kept.agree(&forward, &backward)) {
            forward = whole(carried_out, Direction::Forward, kept.as_ref())?;
            backward = whole(&reversed, Direction::Backward, kept.as_ref())?;
        }
        if let Some(kept) = &kept {
            forward.splice(0..0, kept.make_schema());
            backward.extend(kept.drop_schema());
        }
        forward.splice(0..0, roles::missing(carried_out));
        label(&mut backward, &forward);
        let [found, target, source] = [carried_out.as_found(), carried_out.target(), carried_out.source()];
        locks::settle(&mut forward, found, target, source);
        locks::settle(&mut backward, source, source, target);
        if options.strategy == Strategy::Online {
            forward = online::arrange(forward, carried_out.target(), carried_out.source());
            backward = online::arrange(backward, carried_out.source(), carried_out.target());
        }
        forward = event_triggers::around(carried_out, forward);
        backward = event_triggers::around(&reversed, backward);
        let sizes = sizes::sizes(carried_out.target());
        sizes::tell(&mut forward, &sizes, carried_out.source());
        sizes::tell(&mut backward, &sizes, carried_out.target());
        callers::tell(&mut forward, carried_out.source());
        callers::tell(&mut backward, carried_out.target());
        let there = &carried_out.target().origin;
        code::tell(&mut forward, carried_out.target(), carried_out.source(), there);
        code::tell(&mut backward, carried_out.source(), carried_out.target(), there);
        if options.drop == DropMode::Comment {
            let dropped = |step: &Step| comparison.differences().get(&step.id) == Some(&Difference::Drop);
            let kept = |step: &Step| !carried_out.differences().contains_key(&step.id);
            let left = steps(comparison, Direction::Forward, None, interrupted)?
                .into_iter()
                .filter(|step| dropped(step) && kept(step));
            forward.extend(left.map(commented));
        }
        if options.if_exists {
            for step in forward.iter_mut().chain(&mut backward) {
                step.statement.sql = with_if_exists(&step.statement.sql);
            }
        }
        Ok(Self { forward: staged(forward), backward: staged(backward) })
    }
}

/// A drop that the option `drop` keeps from being carried out: the step stays, as a comment that does nothing.
fn commented(mut step: Step) -> Step {
    let sql: Vec<String> = step.statement.sql.lines().map(|line| format!("-- {line}")).collect();
    step.statement = Statement::new(sql.join("\n")).because("left to be run by hand");
    step
}

pub(crate) fn check(n: usize, interrupted: &dyn Fn() -> bool) -> Result<(), Error> {
    if n.is_multiple_of(1024) && interrupted() {
        return Err(Error::new("57014", "canceling statement due to user request"));
    }
    Ok(())
}

/// A step of the rollback brings back no more than the step that it takes back left.
fn label(backward: &mut [Step], forward: &[Step]) {
    let mut lost: BTreeMap<ObjectId, Reversibility> = BTreeMap::new();
    for step in forward {
        let worst = lost.entry(step.id.base()).or_default();
        *worst = (*worst).max(step.statement.reversibility);
    }
    for step in backward {
        step.statement.reversibility = lost.get(&step.id.base()).copied().unwrap_or_default();
    }
}

fn staged(mut steps: Vec<Step>) -> Vec<Step> {
    let mut stage = 1;
    for at in 0..steps.len() {
        let alone = !steps[at].statement.in_transaction || steps[at].statement.alone;
        if alone && at > 0 && steps[at - 1].stage == stage {
            stage += 1;
        }
        steps[at].stage = stage;
        let follows = |at: usize| steps.get(at).is_some_and(|step: &Step| step.statement.follows);
        let ends = (alone || follows(at)) && !follows(at + 1);
        if ends || steps[at].statement.commit_after && steps.get(at + 1).is_some_and(|next| !next.statement.commit_after) {
            stage += 1;
        }
    }
    steps
}

/// Which of a plan's two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forward,
    Backward,
}

fn steps(
    comparison: &Comparison<'_>,
    direction: Direction,
    kept: Option<&Keeping>,
    interrupted: &dyn Fn() -> bool,
) -> Result<Vec<Step>, Stuck> {
    let (target, source, options) = (comparison.target(), comparison.source(), comparison.options());
    let differences = comparison.differences();
    let mut forced = BTreeSet::new();
    let mut stubs = BTreeSet::new();
    loop {
        let decision = rebuild::decide(target, source, options, differences, &forced, interrupted)?;
        let work = Writer::new(target, source, options, differences, &decision, &stubs, kept.map(|kept| (direction, kept)));
        let order = Graph::new(target, source, &decision, &work.facets, &stubs).order(|node| work.commits_after(node));
        match order {
            Ok(groups) => return Ok(groups.iter().flat_map(|group| work.write(group)).collect()),
            Err(Cycle::Rebuild(objects)) if !objects.is_subset(&forced) => forced.extend(objects),
            Err(Cycle::Stub(objects)) => {
                let cx = work.context();
                let stubbed: Vec<ObjectId> = objects
                    .iter()
                    .filter(|id| {
                        source.get(id).or(target.get(id)).is_some_and(|object| object.spec().stub(object, &cx).is_some())
                    })
                    .cloned()
                    .collect();
                if stubbed.is_empty() {
                    return Err(Stuck::on(objects));
                }
                stubs.extend(stubbed);
            }
            Err(Cycle::Rebuild(objects)) => return Err(Stuck::on(objects)),
            Err(Cycle::Stuck(nodes)) => return Err(Stuck::on(nodes.into_iter().map(|node| node.id).collect())),
        }
    }
}

/// The steps that the differences take, for who wants to know what they risk and not in which order they run; and where there is
/// no order, the objects that need each other.
pub(crate) fn effects(comparison: &Comparison<'_>) -> (Vec<Step>, BTreeSet<ObjectId>) {
    let stuck = match steps(comparison, Direction::Forward, None, &|| false) {
        Ok(steps) => return (steps, BTreeSet::new()),
        Err(stuck) => stuck.objects,
    };
    let (target, source, options) = (comparison.target(), comparison.source(), comparison.options());
    let (differences, none) = (comparison.differences(), BTreeSet::new());
    let Ok(decision) = rebuild::decide(target, source, options, differences, &none, &|| false) else {
        return (Vec::new(), stuck);
    };
    let work = Writer::new(target, source, options, differences, &decision, &none, None);
    let groups = Graph::new(target, source, &decision, &work.facets, &none).groups();
    (groups.iter().flat_map(|group| work.write(group)).collect(), stuck)
}

/// Why there are no steps: the error, and the objects that need each other if it is about them.
struct Stuck {
    error: Error,
    objects: BTreeSet<ObjectId>,
}

impl Stuck {
    fn on(objects: BTreeSet<ObjectId>) -> Self {
        let members: Vec<String> = objects.iter().map(|id| format!("{id:?}")).collect();
        let error = Error::new("0A000", "could not find an order for the changes of objects that need each other")
            .with_detail(format!("The objects are: {}.", members.join("; ")))
            .with_hint(
                "Leave one of them out with the option \"exclude\" and change it by hand. Please report it as a bug as well.",
            );
        Self { error, objects }
    }
}

impl From<Error> for Stuck {
    fn from(error: Error) -> Self {
        Self { error, objects: BTreeSet::new() }
    }
}

impl From<Stuck> for Error {
    fn from(stuck: Stuck) -> Self {
        stuck.error
    }
}

/// Writes the statements of nodes.
struct Writer<'a> {
    target: &'a Catalog,
    source: &'a Catalog,
    options: &'a Options,
    differences: &'a BTreeMap<ObjectId, Difference>,
    decision: &'a Decision,
    stubs: &'a BTreeSet<ObjectId>,
    kept: Option<(Direction, &'a Keeping)>,
    facets: BTreeSet<ObjectId>,
    default_grantees: BTreeMap<Kind, BTreeSet<String>>,
    altered: BTreeMap<ObjectId, Vec<Statement>>,
}

impl<'a> Writer<'a> {
    fn new(
        target: &'a Catalog,
        source: &'a Catalog,
        options: &'a Options,
        differences: &'a BTreeMap<ObjectId, Difference>,
        decision: &'a Decision,
        stubs: &'a BTreeSet<ObjectId>,
        kept: Option<(Direction, &'a Keeping)>,
    ) -> Self {
        let default_grantees = Kind::ALL
            .iter()
            .map(|kind| (*kind, default_privilege::grantees(target, *kind)))
            .filter(|(_, grantees)| !grantees.is_empty())
            .collect();
        let mut writer = Self {
            target,
            source,
            options,
            differences,
            decision,
            stubs,
            kept,
            facets: BTreeSet::new(),
            default_grantees,
            altered: BTreeMap::new(),
        };
        writer.facets = writer.touched_facets();
        let altered = decision.work.iter().filter_map(|(id, work)| match work {
            Work::Alter(properties) => Some((id.clone(), writer.alter(id, properties))),
            _ => None,
        });
        writer.altered = altered.collect();
        writer
    }

    fn context(&self) -> Context<'_> {
        Context {
            target: self.target,
            source: self.source,
            options: self.options,
            rebuilt: &self.decision.rebuilt,
            aside: &self.decision.aside,
        }
    }

    /// Is the object made by this plan?
    fn is_made(&self, id: &ObjectId) -> bool {
        self.decision.work.get(id).is_some_and(|work| *work == Work::Create || work.replaces())
    }

    /// Facets of what is made all have to be set; of what stays, those that differ.
    fn touched_facets(&self) -> BTreeSet<ObjectId> {
        let mut facets = BTreeSet::new();
        for (id, work) in &self.decision.work {
            if *work == Work::Create || work.replaces() {
                facets.extend(self.source.children(id).filter(|part| part.id.is_facet()).map(|part| part.id.clone()));
                if self.default_grantees.contains_key(&id.kind) {
                    facets.insert(id.facet(Kind::Privileges));
                }
            }
        }
        for id in self.differences.keys().filter(|id| id.is_facet()) {
            let base = id.base();
            if self.source.contains(&base) && self.target.contains(&base) && !self.is_made(&base) {
                facets.insert(id.clone());
            }
        }
        facets
    }

    fn commits_after(&self, node: &Node) -> bool {
        node.role == Role::Alter
            && self.altered.get(&node.id).is_some_and(|statements| statements.iter().any(|statement| statement.commit_after))
    }

    fn alter(&self, id: &ObjectId, properties: &BTreeSet<String>) -> Vec<Statement> {
        match (self.target.get(id), self.source.get(id)) {
            (Some(old), Some(new)) => new.spec().alter(&Change { old, new, properties }, &self.context()),
            _ => Vec::new(),
        }
    }

    fn write(&self, group: &Group) -> Vec<Step> {
        let Node { id, role } = &group.head;
        let cx = self.context();
        let (old, new) = (self.target.get(id), self.source.get(id));
        let aside = self.decision.aside.get(id).map_or("", String::as_str);
        let none = BTreeSet::new();
        let (action, statements) = match role {
            _ if let Some(statements) = self.kept_instead(group) => (Action::Alter, Some(statements)),
            Role::Hollow => (Action::Alter, old.and_then(|old| old.spec().stub(old, &cx))),
            Role::Drop => (Action::Drop, old.map(|old| self.dropped(old, &cx))),
            Role::SetAside => {
                let left = (!group.gone.is_empty()).then(|| self.target.filtered(|object| !group.gone.contains(&object.id)));
                let cx = Context { target: left.as_ref().unwrap_or(self.target), ..self.context() };
                (Action::Alter, old.map(|old| old.spec().set_aside(old, aside, &cx)))
            }
            Role::Stub => (Action::Create, new.and_then(|new| new.spec().stub(new, &cx))),
            Role::Create if self.stubs.contains(id) => {
                (Action::Alter, new.map(|new| new.spec().alter(&Change { old: new, new, properties: &none }, &cx)))
            }
            Role::Create => {
                let folded: Vec<&Object> = group.folded.iter().filter_map(|part| self.source.get(&part.id)).collect();
                (Action::Create, new.map(|new| new.spec().create(new, &folded, &cx)))
            }
            Role::Convert => (
                Action::Alter,
                old.zip(new).map(|(old, new)| new.spec().convert(&Change { old, new, properties: &none }, aside, &cx)),
            ),
            Role::Alter => (Action::Alter, self.altered.get(id).cloned()),
            Role::Facet => (Action::Alter, Some(self.facet(id, &cx))),
            Role::Discard => (Action::Drop, old.map(|old| old.spec().discard(old, aside, &cx))),
        };
        let action = if id.kind.spec().alters_another() { Action::Alter } else { action };
        // A facet without an object of its own (privileges as they are by default) goes by its base.
        let shown = new.or(old).or_else(|| self.source.get(&id.base()));
        let (object_type, identity) = shown.map(|object| describe(object, self.source, self.target)).unwrap_or_default();
        let cause_id = self.decision.causes.get(id);
        let cause = cause_id.and_then(|cause| self.target.get(cause).or_else(|| self.source.get(cause)));
        let mut folded: Vec<ObjectId> = group.folded.iter().map(|part| part.id.clone()).collect();
        let statements = statements.unwrap_or_default().into_iter().map(|mut statement| {
            if let Some(cause) = cause
                && statement.reason.is_none()
            {
                let word = if *role == Role::Alter { "has to follow" } else { "has to be rebuilt for" };
                statement.reason = Some(format!("{word} a change of {} {}", cause.object_type(), cause.identity()));
            }
            let identity = identity.clone();
            if statement.reversibility != Reversibility::Lossless && statement.loses.is_empty() {
                statement.loses.push(format!("{object_type} {identity}"));
            }
            let (cause, folded) = (cause_id.cloned(), std::mem::take(&mut folded));
            Step { id: id.clone(), object_type, identity, action, stage: 1, cause, folded, statement }
        });
        statements.collect()
    }

    /// The statements of a node whose object is moved out of the way, or back, by the option `keep_dropped`.
    fn kept_instead(&self, group: &Group) -> Option<Vec<Statement>> {
        let Node { id, role } = &group.head;
        let cx = self.context();
        match (self.kept?, role) {
            ((Direction::Forward, kept), Role::Drop) => {
                let old = self.target.get(id)?;
                kept.instead_of_drop(old).or_else(|| kept.save(old, self.dropped(old, &cx)))
            }
            ((Direction::Backward, kept), Role::Create) => {
                let new = self.source.get(id)?;
                let folded: Vec<&Object> = group.folded.iter().filter_map(|part| self.source.get(&part.id)).collect();
                kept.instead_of_create(new).or_else(|| kept.restore(new, |column| column.spec().create(column, &folded, &cx)))
            }
            // Its owner, privileges and comment never left it.
            ((Direction::Backward, kept), Role::Facet) => kept.keeps(&id.base()).then(Vec::new),
            _ => None,
        }
    }

    /// The statements that drop; if the object comes back and nothing is lost, they are not the hazard that a drop is.
    fn dropped(&self, old: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let mut statements = old.spec().drop(old, cx);
        let is_copied = |part: &Object| {
            let owners = graph::owners_of_rows(part, self.target);
            owners.iter().any(|owner| self.decision.aside.contains_key(owner) && self.source.contains(owner))
                || part.spec().heirs(part, self.target, self.source).all
        };
        if self.target.children(&old.id).any(is_copied) {
            // Its rows are in the table that is made anew (see Graph::emptied_first), or in other parts of its whole.
            for statement in &mut statements {
                statement.reversibility = Reversibility::Lossless;
                statement.hazards.retain(|hazard| !hazard.code().starts_with("DROP_"));
                statement.reason.get_or_insert_with(|| "its rows were copied".to_owned());
            }
        }
        if self.decision.rebuilt.contains(&old.id) {
            for statement in statements.iter_mut().filter(|statement| statement.reversibility == Reversibility::Lossless) {
                statement.hazards.retain(|hazard| !hazard.code().starts_with("DROP_"));
                statement.hazards.push(Hazard::StructureRebuilt);
                statement.risk = statement.risk.map(|risk| risk.min(Risk::Medium));
            }
        }
        statements
    }

    fn facet(&self, id: &ObjectId, cx: &Context<'_>) -> Vec<Statement> {
        let base = id.base();
        let spec = id.kind.spec();
        if self.is_made(&base) {
            let mut statements = Vec::new();
            let grantees = self.default_grantees.get(&base.kind).filter(|_| id.kind == Kind::Privileges);
            if let (Some(grantees), Some(object)) = (grantees, self.source.get(&base)) {
                statements = privileges::undo_default_privileges(object, grantees, cx);
            }
            if let Some(new) = self.source.get(id) {
                statements.extend(spec.create(new, &[], cx));
            }
            return statements;
        }
        match (self.target.get(id), self.source.get(id), self.differences.get(id)) {
            (Some(old), Some(new), Some(Difference::Alter(properties))) => spec.alter(&Change { old, new, properties }, cx),
            (None, Some(new), _) => spec.create(new, &[], cx),
            (Some(old), None, _) => spec.drop(old, cx),
            _ => Vec::new(),
        }
    }
}

/// Type and identity for people: a facet's are those of its object.
pub(crate) fn describe(object: &Object, source: &Catalog, target: &Catalog) -> (&'static str, String) {
    let base = object.id.base();
    let base = if object.id.is_facet() { source.get(&base).or_else(|| target.get(&base)) } else { None };
    let shown = base.unwrap_or(object);
    (shown.object_type(), shown.identity())
}
