//! The differences as rows for people: one for each object that they know as one.
//!
//! A catalog's grain is finer than what people call an object. Owners, comments, privileges and defaults stand in the row of
//! what they belong to; columns and constraints of a table that is new or gone stand in the table's row.

use super::hosting;
use super::proposal::{self, Candidate, proposals};
use super::{Comparison, Difference, PARENT};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::{Hazard, Risk};
use crate::ident::quote;
use crate::kind::foreign_options::shown;
use crate::kind::{Context, Kind};
use crate::plan::{self, Action, Step};
use crate::statement::Statement;
use serde::Serialize;
use serde_json::{Map, Value, json};
use similar::TextDiff;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One row of `compare()`: the columns of the design's SQL surface, in its order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangeRow {
    /// create, alter, rename or drop.
    pub action: &'static str,
    /// As `pg_identify_object` names it.
    pub object_type: &'static str,
    /// Quoted where SQL quotes it; nothing for what is in no schema.
    pub object_schema: Option<String>,
    /// The object's own name, quoted where SQL quotes it.
    pub object_name: String,
    /// As `pg_identify_object` writes it.
    pub object_identity: String,
    /// For each property that differs an object of `source` and `target`; null where a side doesn't have it. `reason` says
    /// why the object is there although the options do not select it, `rename_proposed` that it may be another one renamed.
    pub details: Value,
    /// The highest risk of the statements that the difference takes.
    pub risk: Risk,
    /// Codes of the hazards of these statements.
    pub hazards: Vec<&'static str>,
    /// Identities of the object and of what it is a part of, innermost first, also as the target calls them: under one of them a server
    /// tells of a statement that changed it.
    #[serde(skip)]
    pub within: Vec<String>,
    /// The statements that make the object as the source has it.
    pub source_ddl: Option<String>,
    /// The statements that make the object as the target has it.
    pub target_ddl: Option<String>,
    /// The way from the target's to the source's, as a unified diff; nothing where they are the same text.
    pub diff: Option<String>,
}

/// One row of `summary()`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// create, alter, rename or drop.
    pub action: &'static str,
    /// As `pg_identify_object` names it.
    pub object_type: &'static str,
    /// The risk that is counted.
    pub risk: Risk,
    /// How many objects.
    pub count: usize,
}

impl Comparison<'_> {
    /// One row for each differing object, in the order of kinds and names.
    pub fn rows(&self) -> Vec<ChangeRow> {
        self.rows_of_objects().into_iter().map(|(_, row)| row).collect()
    }

    /// The same, each with the object that it is about.
    pub(crate) fn rows_of_objects(&self) -> Vec<(ObjectId, ChangeRow)> {
        let mut rows: BTreeMap<ObjectId, Vec<&ObjectId>> = BTreeMap::new();
        for id in self.differences.keys().filter(|id| !self.is_told_by_parts(id)) {
            rows.entry(self.row_of(id)).or_default().push(id);
        }
        for step in self.before.iter().filter(|step| step.action == Action::Rename) {
            rows.entry(step.id.clone()).or_default();
        }
        for id in self.missing.keys() {
            rows.entry(self.row_of(&id.base())).or_default();
        }
        let (effects, stuck) = plan::effects(self);
        let stuck: BTreeSet<ObjectId> = stuck.iter().map(|id| self.row_of(id)).collect();
        let statements = self.statements(&rows, self.before.iter().chain(&effects));
        let none = Vec::new();
        let mut rows: Vec<(&ObjectId, ChangeRow)> = rows
            .iter()
            .filter_map(|(id, parts)| Some((id, self.row(id, parts, statements.get(id).unwrap_or(&none))?)))
            .collect();
        for (_, row) in rows.iter_mut().filter(|(id, _)| stuck.contains(id)) {
            row.risk = row.risk.max(Hazard::NoOrder.risk());
            row.hazards.push(Hazard::NoOrder.code());
        }
        self.propose_renames(&mut rows);
        rows.into_iter().map(|(id, row)| (id.clone(), row)).collect()
    }

    fn propose_renames(&self, rows: &mut [(&ObjectId, ChangeRow)]) {
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        for (id, row) in rows.iter() {
            match (row.action, self.target.get(id), self.source.get(id)) {
                ("drop", Some(object), _) => {
                    gone.extend(row.target_ddl.as_deref().map(|ddl| Candidate { object, ddl }));
                }
                ("create", _, Some(object)) => {
                    come.extend(row.source_ddl.as_deref().map(|ddl| Candidate { object, ddl }));
                }
                _ => {}
            }
        }
        let proposals = proposals(&gone, &come);
        for (id, row) in rows.iter_mut() {
            if let (Some(proposal), Some(details)) = (proposals.get(*id), row.details.as_object_mut()) {
                details.insert(proposal::PROPERTY.to_owned(), proposal.clone());
            }
        }
    }

    /// Counts of the rows by action, type and risk.
    pub fn summary(&self) -> Vec<SummaryRow> {
        let mut counts: BTreeMap<(&'static str, &'static str, Risk), usize> = BTreeMap::new();
        for row in self.rows() {
            *counts.entry((row.action, row.object_type, row.risk)).or_default() += 1;
        }
        counts.into_iter().map(|((action, object_type, risk), count)| SummaryRow { action, object_type, risk, count }).collect()
    }

    /// The object as it is wanted, or else as it is.
    pub(crate) fn either(&self, id: &ObjectId) -> Option<&Object> {
        self.source.get(id).or_else(|| self.target.get(id))
    }

    /// Does the difference only repeat what is shown for the object's parts?
    fn is_told_by_parts(&self, id: &ObjectId) -> bool {
        let Some(Difference::Alter(properties)) = self.differences.get(id) else { return false };
        let repeated = id.kind.spec().repeats_parts();
        let has_row = |part: &Object| !part.id.is_facet() && self.differences.contains_key(&part.id);
        properties.iter().all(|property| repeated.contains(&property.as_str()))
            && self.source.children(id).chain(self.target.children(id)).any(has_row)
    }

    /// The object in whose row the difference stands.
    pub(crate) fn row_of(&self, id: &ObjectId) -> ObjectId {
        let mut at = id.clone();
        while let Some(object) = self.either(&at)
            && let Some(parent) = &object.parent
        {
            let difference = self.differences.get(&at);
            let comes_or_goes = matches!(difference, Some(Difference::Create | Difference::Drop));
            let with_parent = comes_or_goes && self.differences.get(parent) == difference && belongs(object);
            // A view's columns are what its query says.
            let of_query = comes_or_goes && parent.kind != Kind::Table && object.id.kind == Kind::Column;
            if !with_parent && !of_query && object.spec().row_property().is_none() {
                break;
            }
            at = parent.clone();
        }
        at
    }

    fn row(&self, id: &ObjectId, parts: &[&ObjectId], statements: &[&Statement]) -> Option<ChangeRow> {
        let missing: Vec<&hosting::Missing> =
            self.missing.values().filter(|of| self.row_of(&of.object.id.base()) == *id).collect();
        let object = self.either(id).or_else(|| missing.first().map(|missing| &missing.object))?;
        let is_renamed = self.before.iter().any(|step| step.id == *id && step.action == Action::Rename);
        let action = match self.differences.get(id) {
            _ if is_renamed => "rename",
            _ if object.spec().alters_another() => "alter",
            Some(Difference::Create) => "create",
            Some(Difference::Drop) => "drop",
            None if self.either(id).is_none() => "create",
            Some(Difference::Alter(_)) | None => "alter",
        };
        let mut hazards: BTreeSet<Hazard> = statements.iter().flat_map(|statement| statement.hazards.iter().copied()).collect();
        let mut risk = statements.iter().map(|statement| statement.effective_risk()).max().unwrap_or(Risk::None);
        if !object.spec().is_comparable(object) {
            let hazard = if action == "alter" { Hazard::NotComparable } else { Hazard::NotSupported };
            hazards.insert(hazard);
            risk = risk.max(hazard.risk());
        }
        if self.left_undone(id).is_some() {
            hazards.insert(Hazard::NotSupported);
            risk = risk.max(Hazard::NotSupported.risk());
        }
        if !missing.is_empty() {
            hazards.insert(Hazard::NotOnTarget);
            risk = risk.max(Hazard::NotOnTarget.risk());
        }
        let wanted = missing.iter().map(|missing| &missing.object).find(|object| object.id == *id).or(self.source.get(id));
        let source_ddl = wanted.map(|object| ddl(object, &self.source, self));
        let target_ddl = self.target.get(id).map(|object| ddl(object, &self.target, self));
        Some(ChangeRow {
            action,
            object_type: object.object_type(),
            object_schema: object.spec().schema(object).map(quote),
            object_name: quote(object.spec().own_name(object)),
            object_identity: object.identity(),
            details: self.details(id, parts, &missing),
            risk,
            hazards: hazards.into_iter().map(Hazard::code).collect(),
            within: self.within(object),
            diff: unified(target_ddl.as_deref().unwrap_or(""), source_ddl.as_deref().unwrap_or("")),
            source_ddl,
            target_ddl,
        })
    }

    fn within(&self, object: &Object) -> Vec<String> {
        let back = self.renamed.as_ref().map(|(found, renamed)| (found, renamed.renaming.inverse()));
        let mut identities = Vec::new();
        let mut at = Some(object);
        while let Some(object) = at {
            let before = back.as_ref().and_then(|(found, back)| found.get(&back.id(&object.id)));
            for identity in [Some(object), before].into_iter().flatten().map(Object::identity) {
                if !identities.contains(&identity) {
                    identities.push(identity);
                }
            }
            at = object.parent.as_ref().and_then(|parent| self.either(parent));
        }
        identities
    }

    fn details(&self, id: &ObjectId, parts: &[&ObjectId], missing: &[&hosting::Missing]) -> Value {
        let mut details = Map::new();
        let mut add = |property: &str, source: Option<Value>, target: Option<Value>| {
            let pair = details.entry(property).or_insert_with(|| json!({"source": null, "target": null}));
            for (side, value) in [("source", source), ("target", target)] {
                match (value, &mut pair[side]) {
                    (None, _) => {}
                    (Some(value), slot @ Value::Null) => *slot = value,
                    // More parts of one kind: a table that inherits from several.
                    (Some(value), Value::Array(values)) => values.push(value),
                    (Some(value), slot) => *slot = json!([slot.take(), value]),
                }
            }
        };
        for part in parts {
            let (source, target) = (self.source.get(part), self.target.get(part));
            if *part == id {
                for property in self.differing(part) {
                    let value = |object: Option<&Object>| match object {
                        Some(object) if property == PARENT => object.parent.as_ref().map(|parent| json!(parent.name)),
                        object => object.and_then(|object| object.get(&property)).map(|value| shown(&property, value)),
                    };
                    add(&property, value(source), value(target));
                }
            } else if let Some(word) = part.kind.spec().row_property()
                && self.either(part).is_some_and(|object| object.parent.as_ref() == Some(id))
            {
                let value = |object: Option<&Object>| object.map(|object| object.spec().row_value(object));
                add(word, value(source), value(target));
            }
        }
        for missing in missing {
            for property in &missing.properties {
                let target = self.target.get(&missing.object.id);
                let word = missing.object.id.kind.spec().row_property().unwrap_or(property);
                let value = |object: &Object| match object.id.kind.spec().row_property() {
                    Some(_) => Some(object.spec().row_value(object)),
                    None => object.get(property).cloned(),
                };
                details.insert(word.to_owned(), json!({"source": value(&missing.object), "target": target.and_then(value)}));
            }
        }
        if !missing.is_empty() {
            details.insert(hosting::PROPERTY.to_owned(), hosting::told(id, missing));
        }
        if let Some(old_id) = self.old_id(id) {
            // The own name stands last; a whole that is renamed as well has a row of its own.
            let mut pairs = old_id.name.iter().zip(id.name.iter()).filter(|(old, new)| old != new);
            let (old, new) = pairs.next_back().unwrap_or((&id.name[0], &id.name[0]));
            if old != new {
                details.insert("name".to_owned(), json!({"source": new, "target": old}));
            }
            // Of an enum, values may be called otherwise.
            let labels = |object: Option<&Object>| object.map(|object| object.array("labels").to_vec()).unwrap_or_default();
            let before = self.renamed.as_ref().map(|(unrenamed, _)| labels(unrenamed.get(&old_id)));
            let after = labels(self.source.get(id));
            if let Some(before) = before.filter(|before| *before != after && !details.contains_key("labels")) {
                details.insert("labels".to_owned(), json!({"source": after, "target": before}));
            }
        }
        let undone = || self.left_undone(id);
        if let Some(reason) = parts.iter().find_map(|part| self.reason(part)).or_else(undone) {
            details.insert("reason".to_owned(), json!(reason));
        }
        Value::Object(details)
    }

    /// Why the source's object is not made as it is there.
    fn left_undone(&self, id: &ObjectId) -> Option<&'static str> {
        self.source.get(id).filter(|_| self.differences.contains_key(id)).and_then(|object| object.spec().left_undone(object))
    }

    /// What the object was called before it was renamed.
    fn old_id(&self, id: &ObjectId) -> Option<ObjectId> {
        let (_, renamed) = self.renamed.as_ref()?;
        self.before.iter().any(|step| step.id == *id).then(|| renamed.renaming.inverse().id(id))
    }

    fn differing(&self, id: &ObjectId) -> BTreeSet<String> {
        match self.differences.get(id) {
            Some(Difference::Alter(properties)) => properties.clone(),
            Some(_) => {
                self.either(id).map(|object| object.compared().map(|(name, _)| name.clone()).collect()).unwrap_or_default()
            }
            None => BTreeSet::new(),
        }
    }

    /// The statements of the plan that each row takes: those of its objects, those that carry them along with a whole or with a
    /// parent's column, and, if there are none, those that they force on others (a column whose table is made anew).
    fn statements<'s>(
        &self,
        rows: &BTreeMap<ObjectId, Vec<&ObjectId>>,
        steps: impl Iterator<Item = &'s Step>,
    ) -> BTreeMap<ObjectId, Vec<&'s Statement>> {
        let by_identity: HashMap<String, &ObjectId> =
            rows.keys().filter_map(|id| Some((self.either(id)?.typed_identity(), id))).collect();
        let row = |id: &ObjectId| Some(self.row_of(&id.base())).filter(|row| rows.contains_key(row));
        let mut statements: BTreeMap<ObjectId, Vec<&Statement>> = BTreeMap::new();
        let mut forced: Vec<(ObjectId, &Statement)> = Vec::new();
        for step in steps {
            let carried = step.folded.iter().filter_map(row);
            let lost = step.statement.loses.iter().filter_map(|lost| by_identity.get(lost).map(|id| (*id).clone()));
            let taken: BTreeSet<ObjectId> = row(&step.id).into_iter().chain(carried).chain(lost).collect();
            for row in taken {
                statements.entry(row).or_default().push(&step.statement);
            }
            forced.extend(step.cause.as_ref().and_then(row).map(|row| (row, &step.statement)));
        }
        for (row, statement) in forced.into_iter().filter(|(row, _)| !statements.contains_key(row)).collect::<Vec<_>>() {
            statements.entry(row).or_default().push(statement);
        }
        statements
    }

    fn context<'a>(
        &'a self,
        target: &'a Catalog,
        source: &'a Catalog,
        rebuilt: &'a BTreeSet<ObjectId>,
        aside: &'a BTreeMap<ObjectId, String>,
    ) -> Context<'a> {
        Context { target, source, options: self.options, rebuilt, aside }
    }
}

/// Is it, where its whole is new or gone, a part of that in people's eyes?
fn belongs(part: &Object) -> bool {
    part.spec().folding(part).create || part.spec().row_property().is_some() || part.id.kind == Kind::Column
}

/// What makes the object as it is in this catalog, as text.
fn ddl(object: &Object, catalog: &Catalog, comparison: &Comparison<'_>) -> String {
    let (rebuilt, aside) = (BTreeSet::new(), BTreeMap::new());
    let cx = comparison.context(catalog, catalog, &rebuilt, &aside);
    made(object, catalog, &cx).iter().map(|statement| format!("{};\n", statement.sql)).collect()
}

/// The statements that make an object of this catalog, with everything that stands in its row.
fn made(object: &Object, catalog: &Catalog, cx: &Context<'_>) -> Vec<Statement> {
    let mut folded: Vec<&Object> = Vec::new();
    let mut after: Vec<&Object> = Vec::new();
    let mut wholes = vec![object];
    while let Some(whole) = wholes.pop() {
        for part in catalog.children(&whole.id) {
            if part.spec().folding(part).create {
                folded.push(part);
                wholes.push(part);
            } else if belongs(part) {
                after.push(part);
                wholes.push(part);
            }
        }
    }
    folded.sort_by(|a, b| a.id.cmp(&b.id));
    after.sort_by(|a, b| a.id.cmp(&b.id));
    let mut statements = object.spec().create(object, &folded, cx);
    for part in after {
        statements.extend(part.spec().create(part, &[], cx));
    }
    statements
}

fn unified(target: &str, source: &str) -> Option<String> {
    if target == source {
        return None;
    }
    Some(TextDiff::from_lines(target, source).unified_diff().header("target", "source").to_string())
}
