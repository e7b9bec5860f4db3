//! The option `keep_dropped`: what has rows is moved into a schema instead of being dropped, and the rollback moves it back.
//!
//! A table moves with its columns, indexes, triggers and all else that its DROP would take along. What those need and the
//! source lacks (a type, a function) can't be dropped either, so it moves as well.
//!
//! The values of a column of a table that stays are copied into a table there, with the primary key of their rows, before the column is
//! dropped; the rollback makes the column, writes them back by that key, and drops the copy.

use super::{Action, Step};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::compare::{Comparison, Difference};
use crate::error::Error;
use crate::hazard::{Hazard, LockMode};
use crate::ident::{dollar, qualified, quote};
use crate::kind::table::is_foreign;
use crate::kind::{Context, Kind, column, constraint};
use crate::options::Options;
use crate::statement::{Reversibility, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// NAMEDATALEN less its end, in bytes.
const LONGEST: usize = 63;

/// What moves, and where.
pub(super) struct Keeping {
    schema: String,
    makes_schema: bool,
    moved: BTreeSet<ObjectId>,
    /// Parts that go along: no statement of their own makes or drops them.
    along: BTreeSet<ObjectId>,
    /// Columns whose values are copied, with the columns of their table's primary key, or why they can't be.
    columns: BTreeMap<ObjectId, Result<Vec<String>, &'static str>>,
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
        columns: BTreeMap::new(),
    };
    let needed_by = |part: &Object| {
        let needed = part.depends.iter().filter(|id| dropped(id) && !id.is_facet()).filter_map(|id| target.get(id));
        needed.filter(|needed| needed.parent.is_none() && needed.spec().schema(needed).is_some()).collect::<Vec<&Object>>()
    };
    let mut found: Vec<&Object> = target.objects().filter(|object| dropped(&object.id) && has_rows(object)).collect();
    let has_values = |object: &&Object| {
        object.id.kind == Kind::Column
            && dropped(&object.id)
            && object.get("_relation").is_none()
            && object.text("generated").is_none()
    };
    for column in target.objects().filter(has_values) {
        let table = ObjectId::new(Kind::Table, column.id.names(2).iter().cloned());
        if !dropped(&table) {
            let key = key_of(column, &table, comparison);
            if key.is_ok() {
                found.extend(needed_by(column));
            }
            keeping.columns.insert(column.id.clone(), key);
        }
    }
    while let Some(object) = found.pop() {
        if !keeping.moved.insert(object.id.clone()) {
            continue;
        }
        let mut parts = vec![object];
        while let Some(part) = parts.pop() {
            found.extend(needed_by(part));
            let along: Vec<&Object> = target.children(&part.id).filter(|part| goes_along(part)).collect();
            keeping.along.extend(along.iter().map(|part| part.id.clone()));
            parts.extend(along);
        }
    }
    keeping.refuse_taken_names(target)?;
    Ok((!keeping.moved.is_empty() || !keeping.columns.is_empty()).then_some(keeping))
}

/// The columns of the primary key by which a column's values are found again, or why they can't be.
fn key_of(column: &Object, table: &ObjectId, comparison: &Comparison<'_>) -> Result<Vec<String>, &'static str> {
    let (target, source) = (comparison.target(), comparison.source());
    let (rebuilt, aside) = (BTreeSet::new(), BTreeMap::new());
    let cx = Context { target, source, options: comparison.options(), rebuilt: &rebuilt, aside: &aside };
    let stays = |id: &ObjectId| target.contains(id) && source.contains(id) && !comparison.differences().contains_key(id);
    let Some(key) = target.children_of_kind(table, Kind::Constraint).find(|object| constraint::is_primary_key(object)) else {
        return Err("its table has no primary key");
    };
    let columns: Vec<&ObjectId> =
        key.depends.iter().filter(|id| id.kind == Kind::Column && id.names(2) == table.names(2)).collect();
    let is_known = |id: &ObjectId| target.get(id).is_some_and(|column| !column.str("type").contains('.'));
    if columns.is_empty() || !stays(&key.id) || !columns.iter().all(|id| stays(id) && is_known(id)) {
        return Err("its table's primary key changes, or is of a type of another schema");
    }
    if !column::takes_updates(table, &cx) {
        return Err("its table has triggers, rules, policies, parents, children or constraints that are NOT VALID");
    }
    if target.children(&column.id).any(|part| part.id.kind == Kind::Identity) || column.get("not_null_name").is_some() {
        return Err("its values can't be written as they were");
    }
    if copy_name(&column.id).len() > LONGEST {
        return Err("the name of the copy would be too long");
    }
    Ok(columns.iter().map(|id| id.last().to_owned()).collect())
}

/// The name of the table that keeps a column's values.
fn copy_name(column: &ObjectId) -> String {
    column.name.join(".")
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
        let copies = self.columns.iter().filter(|(_, key)| key.is_ok()).filter_map(|(id, _)| target.get(id));
        let copies = copies.map(|column| {
            (
                column,
                ["pg_class", "pg_type"].map(|namespace| (namespace, vec![self.schema.clone(), copy_name(&column.id)])).to_vec(),
            )
        });
        let moved = self.moved.iter().chain(&self.along).filter_map(|id| target.get(id)).map(|object| (object, slots(object)));
        for (object, slots) in moved.chain(copies) {
            for (namespace, mut name) in slots {
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
        self.moved.contains(&object.id).then(|| {
            let purge = format!("DROP {}", self.there(object, &self.schema).reference());
            vec![Statement { purge: Some(purge), ..self.set_schema(object, object.id.first(), &self.schema) }]
        })
    }

    /// The statements in place of the CREATE of this object on the way back; nothing if it was not kept.
    pub fn instead_of_create(&self, object: &Object) -> Option<Vec<Statement>> {
        if self.along.contains(&object.id) {
            return Some(Vec::new());
        }
        self.moved.contains(&object.id).then(|| vec![self.set_schema(object, &self.schema, object.id.first())])
    }

    /// The statements that drop a column, with one before them that keeps its values; and if they can't be kept, with why.
    pub fn save(&self, column: &Object, drop: Vec<Statement>) -> Option<Vec<Statement>> {
        let key = match self.columns.get(&column.id)? {
            Ok(key) => key,
            Err(why) => {
                let because =
                    |statement: Statement| statement.because(format!("the option keep_dropped can't keep its values: {why}"));
                return Some(drop.into_iter().map(because).collect());
            }
        };
        let (relation, copy) = (qualified(column.id.names(2)), self.copy(&column.id));
        let listed: Vec<String> = key.iter().map(String::as_str).chain([column.id.last()]).map(quote).collect();
        let body = format!(
            "BEGIN\n    LOCK TABLE ONLY {relation} IN ACCESS EXCLUSIVE MODE;\n    CREATE TABLE {copy} AS SELECT {} FROM ONLY {relation};\nEND",
            listed.join(", ")
        );
        let reason = format!("its values are kept in {copy}");
        let save = Statement {
            purge: Some(format!("DROP TABLE {copy}")),
            ..Statement::new(format!("DO LANGUAGE plpgsql {}", dollar(&body)))
        };
        let save =
            save.locks(LockMode::AccessExclusive, relation).scans().because(reason.clone()).reversible(Reversibility::Lossless);
        let harmless = |mut statement: Statement| {
            statement.hazards.retain(|hazard| *hazard != Hazard::DropColumn);
            statement.loses.clear();
            statement.reversibility = Reversibility::Lossless;
            statement.because(reason.clone())
        };
        Some(std::iter::once(save).chain(drop.into_iter().map(harmless)).collect())
    }

    /// The statements that make a column on the way back, and write its values; nothing if they were not kept. `create` makes it.
    pub fn restore(&self, column: &Object, create: impl FnOnce(&Object) -> Vec<Statement>) -> Option<Vec<Statement>> {
        let key = self.columns.get(&column.id)?.as_ref().ok()?;
        let (relation, copy) = (qualified(column.id.names(2)), self.copy(&column.id));
        let name = quote(column.id.last());
        let mut nullable = column.clone();
        nullable.properties.remove("not_null");
        let mut statements = create(&nullable);
        let same: Vec<String> = key.iter().map(|key| format!("t.{0} = k.{0}", quote(key))).collect();
        let sql = format!("UPDATE ONLY {relation} AS t SET {name} = k.{name} FROM {copy} AS k WHERE {}", same.join(" AND "));
        let update =
            Statement::new(sql).locks(LockMode::RowExclusive, relation.clone()).locks(LockMode::AccessShare, copy.clone());
        statements.push(update.because(format!("its values were kept in {copy}")));
        if column.flag("not_null") {
            let sql = format!("ALTER TABLE {relation} ALTER COLUMN {name} SET NOT NULL");
            statements
                .push(Statement::new(sql).locks_all(LockMode::AccessExclusive, relation).hazard(Hazard::AddNotNull).scans());
        }
        statements.push(Statement::new(format!("DROP TABLE {copy}")).locks(LockMode::AccessExclusive, copy));
        Some(statements)
    }

    fn copy(&self, column: &ObjectId) -> String {
        qualified(&[self.schema.clone(), copy_name(column)])
    }

    /// Columns whose values are kept by the statements of one way, and written back by those of the other; the others are not kept, as
    /// where a table is made anew as a whole. Were there any?
    pub fn agree(&mut self, forward: &[Step], backward: &[Step]) -> bool {
        let has = |steps: &[Step], id: &ObjectId| {
            let copy = self.copy(id);
            steps.iter().any(|step| step.id == *id && step.statement.sql.contains(&copy))
        };
        let torn: Vec<ObjectId> = self.columns.iter().filter(|(_, key)| key.is_ok()).map(|(id, _)| id.clone()).collect();
        let torn: Vec<ObjectId> = torn.into_iter().filter(|id| !has(forward, id) || !has(backward, id)).collect();
        for id in &torn {
            self.columns.insert(id.clone(), Err("its table is made anew"));
        }
        !torn.is_empty()
    }

    /// The object as it is in a schema.
    fn there(&self, object: &Object, schema: &str) -> Object {
        let name = object.id.name.iter().enumerate().map(|(n, part)| if n == 0 { schema } else { part.as_str() });
        Object { id: ObjectId::new(object.id.kind, name), ..object.clone() }
    }

    fn set_schema(&self, object: &Object, from: &str, to: &str) -> Statement {
        let there = self.there(object, from);
        let statement = Statement::new(format!("ALTER {} SET SCHEMA {}", there.reference(), quote(to)))
            .because(format!("kept in schema {} instead of being dropped", quote(&self.schema)));
        if object.id.kind == Kind::Table {
            statement.locks(LockMode::AccessExclusive, qualified(&there.id.name))
        } else {
            statement
        }
    }

    /// The step that makes the schema, before everything else.
    pub fn make_schema(&self) -> Option<Step> {
        (self.makes_schema && self.has_anything()).then(|| self.schema_step(Action::Create, "CREATE SCHEMA"))
    }

    /// The step that drops it again, after everything else on the way back.
    pub fn drop_schema(&self) -> Option<Step> {
        (self.makes_schema && self.has_anything()).then(|| self.schema_step(Action::Drop, "DROP SCHEMA"))
    }

    fn has_anything(&self) -> bool {
        !self.moved.is_empty() || self.columns.values().any(Result::is_ok)
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
            statement: Statement {
                purge: (action == Action::Create).then(|| format!("DROP SCHEMA {}", quote(&self.schema))),
                ..Statement::new(format!("{command} {}", quote(&self.schema))).because("the option keep_dropped names it")
            }
            .reversible(Reversibility::Lossless),
        }
    }
}
