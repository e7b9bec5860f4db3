//! The option `keep_dropped`: what has rows is moved into a schema instead of being dropped, and the rollback moves it back.
//!
//! A table moves with its columns, indexes, triggers and all else that its DROP would take along. What those need and the
//! source lacks (a type, a function) can't be dropped either, so it moves as well.

use super::{Action, Step};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::compare::{Comparison, Difference};
use crate::error::Error;
use crate::ident::{qualified, quote};
use crate::kind::Kind;
use crate::kind::table::is_foreign;
use crate::options::Options;
use crate::statement::{Reversibility, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// What moves, and where.
pub(super) struct Keeping {
    schema: String,
    makes_schema: bool,
    moved: BTreeSet<ObjectId>,
    /// Parts that go along: no statement of their own makes or drops them.
    along: BTreeSet<ObjectId>,
}

/// What the option moves out of the way of these differences, if it is given and there is anything to move. Errors (42P07) if
/// the schema holds something of a name that is needed there.
pub(super) fn keeping(comparison: &Comparison<'_>) -> Result<Option<Keeping>, Error> {
    let Options { keep_dropped: Some(schema), .. } = comparison.options() else { return Ok(None) };
    let (target, differences) = (comparison.target(), comparison.differences());
    let dropped = |id: &ObjectId| differences.get(id) == Some(&Difference::Drop);
    let mut keeping = Keeping {
        schema: schema.clone(),
        makes_schema: !target.contains(&ObjectId::new(Kind::Schema, [schema])),
        moved: BTreeSet::new(),
        along: BTreeSet::new(),
    };
    let mut found: Vec<&Object> = target.objects().filter(|object| dropped(&object.id) && has_rows(object)).collect();
    while let Some(object) = found.pop() {
        if !keeping.moved.insert(object.id.clone()) {
            continue;
        }
        let mut parts = vec![object];
        while let Some(part) = parts.pop() {
            let needed = part.depends.iter().filter(|id| dropped(id) && !id.is_facet()).filter_map(|id| target.get(id));
            found.extend(needed.filter(|needed| needed.parent.is_none() && needed.spec().schema(needed).is_some()));
            let along: Vec<&Object> = target.children(&part.id).filter(|part| goes_along(part)).collect();
            keeping.along.extend(along.iter().map(|part| part.id.clone()));
            parts.extend(along);
        }
    }
    keeping.refuse_taken_names(target)?;
    Ok((!keeping.moved.is_empty()).then_some(keeping))
}

fn has_rows(object: &Object) -> bool {
    matches!(object.id.kind, Kind::Table | Kind::Sequence | Kind::MaterializedView) && !is_foreign(object)
}

fn goes_along(part: &Object) -> bool {
    part.id.is_facet() || part.spec().folding(part).drop
}

impl Keeping {
    fn refuse_taken_names(&self, target: &Catalog) -> Result<(), Error> {
        let slots = |object: &Object| object.spec().slots(object);
        let mut taken: BTreeMap<(&'static str, Vec<String>), String> =
            target.objects().flat_map(|object| slots(object).into_iter().map(|slot| (slot, object.identity()))).collect();
        for object in self.moved.iter().chain(&self.along).filter_map(|id| target.get(id)) {
            for (namespace, mut name) in slots(object) {
                if let Some(schema) = name.first_mut() {
                    schema.clone_from(&self.schema);
                }
                if let Some(other) = taken.insert((namespace, name), object.identity()) {
                    return Err(Error::new(
                        "42P07",
                        format!("schema {} has no room for {}", quote(&self.schema), object.identity()),
                    )
                    .with_detail(format!("The name is taken there by {other}."))
                    .with_hint("Drop what was kept there before, or name another schema in the option \"keep_dropped\"."));
                }
            }
        }
        Ok(())
    }

    /// Is it moved, by itself or with its whole?
    pub fn keeps(&self, id: &ObjectId) -> bool {
        self.moved.contains(id) || self.along.contains(id)
    }

    /// The statements in place of the DROP of this object; nothing if it is not kept.
    pub fn instead_of_drop(&self, object: &Object) -> Option<Vec<Statement>> {
        if self.along.contains(&object.id) {
            return Some(Vec::new());
        }
        self.moved.contains(&object.id).then(|| vec![self.set_schema(object, object.id.first(), &self.schema)])
    }

    /// The statements in place of the CREATE of this object on the way back; nothing if it was not kept.
    pub fn instead_of_create(&self, object: &Object) -> Option<Vec<Statement>> {
        if self.along.contains(&object.id) {
            return Some(Vec::new());
        }
        self.moved.contains(&object.id).then(|| vec![self.set_schema(object, &self.schema, object.id.first())])
    }

    fn set_schema(&self, object: &Object, from: &str, to: &str) -> Statement {
        let mut there = object.clone();
        let name = object.id.name.iter().enumerate().map(|(n, part)| if n == 0 { from } else { part.as_str() });
        there.id = ObjectId::new(object.id.kind, name);
        let statement = Statement::new(format!("ALTER {} SET SCHEMA {}", there.reference(), quote(to)))
            .because(format!("kept in schema {} instead of being dropped", quote(&self.schema)));
        if object.id.kind == Kind::Table {
            statement.locks(crate::hazard::LockMode::AccessExclusive, qualified(&there.id.name))
        } else {
            statement
        }
    }

    /// The step that makes the schema, before everything else.
    pub fn make_schema(&self) -> Option<Step> {
        self.makes_schema.then(|| self.schema_step(Action::Create, "CREATE SCHEMA"))
    }

    /// The step that drops it again, after everything else on the way back.
    pub fn drop_schema(&self) -> Option<Step> {
        self.makes_schema.then(|| self.schema_step(Action::Drop, "DROP SCHEMA"))
    }

    fn schema_step(&self, action: Action, command: &str) -> Step {
        Step {
            id: ObjectId::new(Kind::Schema, [self.schema.as_str()]),
            object_type: "schema",
            identity: quote(&self.schema),
            action,
            stage: 1,
            cause: None,
            folded: Vec::new(),
            statement: Statement::new(format!("{command} {}", quote(&self.schema)))
                .because("the option keep_dropped names it")
                .reversible(Reversibility::Lossless),
        }
    }
}
