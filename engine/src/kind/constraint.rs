//! Constraints of tables: check, primary key, unique, foreign key, exclusion. NOT NULL is a property of its column, and a
//! constraint trigger is a trigger.

mod online;
mod probes;

pub use online::by_index;

use super::ancestry::{Fate, fate, is_incomplete, joins, leaves, relation, renamed_from, stands, stays_below, upper_table};
use super::column::lineage;
use super::index::{ALTERABLE, alter_storage, attach, beside, detach, rename, slots};
use super::{Change, Context, Folding, Kind, NotHosted, ObjectKind, Survival, Way};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, LockMode, Risk};
use crate::ident::{qualified, quote};
use crate::probe::Question;
use crate::relation_options;
use crate::statement::Statement;
use std::collections::BTreeSet;

/// ALTER TABLE … ADD CONSTRAINT
pub struct Constraint;

const CHECK: &str = "check";
const FOREIGN_KEY: &str = "foreign key";
const EXCLUSION: &str = "exclusion";

fn is(object: &Object, constraint_type: &str) -> bool {
    object.str("type") == constraint_type
}

fn has_index(object: &Object) -> bool {
    !is(object, CHECK) && !is(object, FOREIGN_KEY)
}

/// Is it the key that rows are identified by?
pub fn is_primary_key(object: &Object) -> bool {
    is(object, "primary key")
}

/// A primary or unique key, other than one with periods.
pub fn is_key(object: &Object) -> bool {
    has_index(object) && !is(object, EXCLUSION) && !object.flag("_period")
}

/// Is it a table's own, and no more than its definition says, so that it can be made again for a column that takes another's place?
pub fn can_be_remade(object: &Object) -> bool {
    let bare = ["statistics", "extensions", "index_comment", "_name"].iter().all(|property| object.get(property).is_none());
    (is_key(object) || is(object, CHECK) || is(object, FOREIGN_KEY) && !object.flag("_to_partitioned"))
        && bare
        && !object.flag("_clone")
        && !object.flag("_partitioned")
        && !object.flag("_invalid")
        && !object.flag("_period")
}

/// A primary, unique or foreign key: nothing that a row without a value could violate.
pub fn is_key_or_reference(object: &Object) -> bool {
    !is(object, CHECK) && !is(object, EXCLUSION)
}

/// A check that the table's children have as well.
pub fn is_inheritable_check(object: &Object) -> bool {
    is(object, CHECK) && !object.str("definition").ends_with(" NO INHERIT")
}

/// `CONSTRAINT name …`, as it stands in CREATE TABLE and after ADD.
pub fn clause(object: &Object) -> String {
    format!(
        "CONSTRAINT {} {}{}{}{}{}{}{}",
        quote(name_in_server(object)),
        object.str("definition"),
        relation_options::clause(&object.texts("options")),
        object.text("tablespace").map(|name| format!(" USING INDEX TABLESPACE {}", quote(name))).unwrap_or_default(),
        object.text("predicate").map(|predicate| format!(" WHERE {predicate}")).unwrap_or_default(),
        if object.flag("deferrable") { " DEFERRABLE" } else { "" },
        if object.flag("deferred") { " INITIALLY DEFERRED" } else { "" },
        if object.flag("not_enforced") { " NOT ENFORCED" } else { "" },
    )
}

/// What stands for it in its table's CREATE; nothing for a check that comes with the parents.
pub fn folded(object: &Object) -> Option<String> {
    (!object.flag("inherited_only")).then(|| clause(object))
}

/// Those among the constraints that are folded into one CREATE TABLE that the server would leave out there, because an earlier one
/// has an index of the same columns and conditions; keys of the same columns are made if each has its own command.
pub fn doubles<'a>(constraints: &[&'a Object]) -> Vec<&'a Object> {
    let index = |object: &'a Object| {
        let definition = object.str("definition");
        let columns = ["PRIMARY KEY", "UNIQUE"].iter().find_map(|word| definition.strip_prefix(word)).unwrap_or(definition);
        (columns, object.text("predicate"), object.flag("deferrable"), object.flag("deferred"))
    };
    let mut seen = BTreeSet::new();
    // The server keeps the primary key, wherever it stands.
    let (primary, others): (Vec<&Object>, Vec<&Object>) =
        constraints.iter().copied().filter(|object| has_index(object)).partition(|object| is(object, "primary key"));
    primary.into_iter().chain(others).filter(|object| !seen.insert(index(object))).collect()
}

fn index_name(object: &Object) -> String {
    qualified(&[object.id.first(), object.id.last()])
}

/// The table that a foreign key refers to.
pub fn referenced(object: &Object) -> Option<ObjectId> {
    object.get("_references").map(|_| ObjectId::new(Kind::Table, object.texts("_references")))
}

/// Does the server make and drop it together with the parent's? Then there is nothing to do here. The parents' commands
/// recurse; ATTACH and INHERIT want checks to be there before, and make foreign keys themselves.
fn comes_from_parent(object: &Object, cx: &Context<'_>) -> bool {
    let Some(table) = object.parent.as_ref() else { return false };
    let joins = joins(table, cx);
    if object.flag("_clone") {
        // One that has a name of its own was there before ATTACH, which then makes none.
        return object.get("_name").is_none() || object.flag("_to_partitioned") || !joins;
    }
    if object.flag("inherited_only") {
        // A new table gets it by INHERITS, in its CREATE.
        return !(joins && stands(Some(table), cx));
    }
    is(object, CHECK) && object.flag("_partition") && object.flag("_inherited") && !joins
}

/// Does a valid check that was there before, and stays, say this of every row? Then the server need not look at them.
pub fn is_said(condition: &str, table: &ObjectId, cx: &Context<'_>) -> bool {
    let said = format!("CHECK ({condition})");
    let says = |check: &Object| check.str("definition") == said && !check.flag("not_valid");
    let checks = cx.target.children_of_kind(table, Kind::Constraint).filter(|check| says(check) && !cx.rebuilt.contains(&check.id));
    checks.filter_map(|check| cx.source.get(&check.id)).any(says)
}

/// Is the parent's constraint validated by this plan? That validates the children's.
fn validated_above(object: &Object, cx: &Context<'_>) -> bool {
    let parents = object.parent.as_ref().map(|table| lineage::parents(table, cx.source)).unwrap_or_default();
    parents.iter().any(|parent| {
        let id = on_table(object.id.last(), &parent.name);
        let not_valid = |constraint: &Object| constraint.flag("not_valid");
        cx.target.get(&id).is_some_and(not_valid) && cx.source.get(&id).is_some_and(|constraint| !not_valid(constraint))
    })
}

/// What it is called itself: a foreign key that comes from the parent's goes by that one's name here.
fn name_in_server(object: &Object) -> &str {
    object.text("_name").unwrap_or_else(|| object.id.last())
}

/// The constraint of this name on another table.
pub fn on_table(name: &str, table: &[impl AsRef<str>]) -> ObjectId {
    ObjectId::new(Kind::Constraint, table.iter().map(AsRef::as_ref).chain([name]))
}

fn goes(id: &ObjectId, cx: &Context<'_>) -> bool {
    cx.target.contains(id) && (!cx.source.contains(id) || cx.rebuilt.contains(id))
}

/// An array of arrays of texts.
fn tables<'a>(object: &'a Object, property: &str) -> Vec<Vec<&'a str>> {
    let names = object.array(property).iter();
    names.filter_map(|name| Some(name.as_array()?.iter().filter_map(|part| part.as_str()).collect())).collect()
}

/// Does a foreign key that stays refer to the partitioned table that this one is a partition of? The server makes one for each
/// partition of it, which goes when the partition is detached, but keeps the partition from being dropped.
pub fn refers_to_whole(table: &ObjectId, cx: &Context<'_>) -> bool {
    let wholes: Vec<ObjectId> =
        std::iter::successors(upper_table(table, cx.target), |table| upper_table(table, cx.target)).collect();
    !wholes.is_empty()
        && cx.target.objects().any(|object| {
            object.id.kind == Kind::Constraint
                && !goes(&object.id, cx)
                && referenced(object).is_some_and(|other| wholes.contains(&other))
        })
}

/// The statements that drop, after a partition was detached, the foreign keys that it had from its table and that stay with it.
/// They are not steps of their own: partitioned tables that refer to each other would tie them into a cycle. Where the table's
/// own goes as well and no dependency orders that, it goes first, by the order of kinds, and takes them along.
pub fn left_behind(partition: &ObjectId, cx: &Context<'_>) -> Vec<Statement> {
    if !cx.source.contains(partition) {
        return Vec::new();
    }
    let keys = cx.target.children_of_kind(partition, Kind::Constraint);
    let above_goes = |key: &Object| {
        let foreign = |id: &&ObjectId| cx.target.get(id).is_some_and(|above| is(above, FOREIGN_KEY));
        key.flag("_to_partitioned") && key.depends.iter().filter(foreign).any(|above| goes(above, cx))
    };
    keys.filter(|key| key.flag("_clone") && goes(&key.id, cx) && !above_goes(key))
        .map(|key| remove(&relation(key), key, cx))
        .collect()
}

/// As pg_dump does: checks, and the foreign keys of partitioned tables, go down to the children.
fn recurses(object: &Object) -> bool {
    is(object, CHECK) || is(object, FOREIGN_KEY) && object.flag("_partitioned")
}

fn add(object: &Object, cx: &Context<'_>) -> Statement {
    let not_valid = object.flag("not_valid");
    let statement = Statement::new(format!(
        "ALTER TABLE {}{} ADD {}{}",
        if recurses(object) { "" } else { "ONLY " },
        relation(object),
        clause(object),
        if not_valid { " NOT VALID" } else { "" },
    ));
    with_effects(statement, object, cx, not_valid)
}

fn with_effects(mut statement: Statement, object: &Object, cx: &Context<'_>, not_valid: bool) -> Statement {
    let stands_here = stands(object.parent.as_ref(), cx);
    let foreign = is(object, FOREIGN_KEY);
    let mode = if foreign { LockMode::ShareRowExclusive } else { LockMode::AccessExclusive };
    if stands_here {
        let recurses = is_inheritable_check(object) || is(object, FOREIGN_KEY) && object.flag("_partitioned");
        statement = if recurses { statement.locks_all(mode, relation(object)) } else { statement.locks(mode, relation(object)) };
    }
    if let Some(other) = referenced(object).filter(|other| Some(other) != object.parent.as_ref() && stands(Some(other), cx)) {
        statement = statement.locks_all(mode, qualified(&other.name));
    }
    if !stands_here || not_valid || object.flag("not_enforced") {
        return statement.risk(Risk::Low);
    }
    match object.str("type") {
        // Of a foreign table the server believes it.
        CHECK if object.flag("_foreign") => statement,
        CHECK => statement.hazard(Hazard::AddCheck).scans(),
        FOREIGN_KEY => statement.hazard(Hazard::AddForeignKey).scans(),
        EXCLUSION => statement.hazard(Hazard::AddExclusion).hazard(Hazard::BuildIndex).scans(),
        // The key of a partitioned table has no entries of its own.
        _ if object.flag("_partitioned") => statement,
        _ => statement.hazard(Hazard::AddUnique).hazard(Hazard::BuildIndex).scans().risk(Risk::High),
    }
}

fn remove(table: &str, object: &Object, cx: &Context<'_>) -> Statement {
    let statement = Statement::new(format!("ALTER TABLE {table} DROP CONSTRAINT {}", quote(name_in_server(object))))
        .locks_all(LockMode::AccessExclusive, table);
    match referenced(object) {
        Some(other) => {
            let statement = statement.hazard(Hazard::DropForeignKey);
            let elsewhere = Some(&other) != object.parent.as_ref() && cx.target.contains(&other);
            if elsewhere { statement.locks_all(LockMode::AccessExclusive, qualified(&other.name)) } else { statement }
        }
        None => statement.hazard(Hazard::DropConstraint),
    }
}

/// A check that was declared here as well becomes one that comes from the parents only. No command does that: it is dropped
/// above, which leaves it here, then here, and made again above.
fn give_up_declaration(object: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let above: Vec<&Object> =
        tables(object, "_parents").iter().filter_map(|table| cx.source.get(&on_table(object.id.last(), table))).collect();
    let why = "the check stays on the child, but only as the parents' one";
    let mut statements: Vec<Statement> =
        above.iter().map(|parent| remove(&relation(parent), parent, cx).because(why)).collect();
    statements.push(remove(&relation(object), object, cx).because(why));
    statements.extend(above.iter().map(|parent| add(parent, cx).because(why)));
    statements
}

/// INHERIT wants the child to have the parent's checks, which makes them its own; here it gives that up for those that are to come
/// from the parents only.
pub fn declared_to_inherit(link: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let Some(table) = link.parent.as_ref().filter(|table| stands(Some(table), cx)) else { return Vec::new() };
    let standing = lineage::standing_parents(table, cx);
    let by_this_link = |check: &&Object| {
        let parents = tables(check, "_parents");
        parents.first().is_some_and(|first| *first == link.texts("_parent"))
            && !parents.iter().any(|parent| standing.contains(&ObjectId::new(table.kind, parent.iter().copied())))
    };
    let checks = cx.source.children_of_kind(table, super::Kind::Constraint);
    let new = checks.filter(|check| check.flag("inherited_only") && !cx.target.contains(&check.id));
    new.filter(by_this_link).flat_map(|check| give_up_declaration(check, cx)).collect()
}

impl ObjectKind for Constraint {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/constraint.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "table constraint"
    }

    fn identity(&self, object: &Object) -> String {
        format!("{} on {}", quote(object.id.last()), relation(object))
    }

    fn reference(&self, object: &Object) -> String {
        format!("CONSTRAINT {} ON {}", quote(object.id.last()), relation(object))
    }

    /// A foreign key stands alone: so it can refer to any table whatever the order, and is dropped under a short lock.
    fn folding(&self, object: &Object) -> Folding {
        let whole = !object.flag("not_valid")
            && !object.flag("_invalid")
            && ["statistics", "extensions", "index_comment"].iter().all(|property| object.get(property).is_none());
        let drop = (!is(object, FOREIGN_KEY) || object.flag("_clone")) && !(has_index(object) && is_incomplete(object));
        Folding { create: whole && !is(object, FOREIGN_KEY), drop }
    }

    fn not_hosted(&self, object: &Object, server_version_num: u32) -> Vec<NotHosted> {
        let older = |version| server_version_num < version;
        let what = if object.flag("not_enforced") && older(180_000) {
            "constraints can't be NOT ENFORCED before PostgreSQL 18: it is left out"
        } else if object.flag("_period") && older(180_000) {
            "WITHOUT OVERLAPS and PERIOD are not there before PostgreSQL 18: the constraint is left out"
        } else if is(object, EXCLUSION) && object.flag("_partitioned") && older(170_000) {
            "partitioned tables can't have exclusion constraints before PostgreSQL 17: it is left out"
        } else if object.str("definition").contains("NULLS NOT DISTINCT") && older(150_000) {
            "NULLS NOT DISTINCT is not there before PostgreSQL 15: the constraint is left out"
        } else {
            return Vec::new();
        };
        vec![NotHosted::Whole(what)]
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        if !has_index(object) {
            return Vec::new();
        }
        // A table has one primary key.
        let primary = is(object, "primary key").then(|| ("primary key", object.id.names(2).to_vec()));
        slots(object.id.first(), object).into_iter().chain(primary).collect()
    }

    fn reads_rows(&self, object: &Object) -> bool {
        is(object, FOREIGN_KEY) && !object.flag("_clone")
    }

    fn looks_up(&self, object: &Object) -> Option<ObjectId> {
        referenced(object).filter(|_| self.reads_rows(object))
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        let Change { old, new, .. } = *change;
        let inherited = |object: &Object| object.flag("_clone") || object.flag("_partition") && object.flag("_inherited");
        let above = |catalog| new.parent.as_ref().and_then(|table| upper_table(table, catalog));
        if !has_index(new) && inherited(old) && inherited(new) && above(cx.target) == above(cx.source) {
            return Way::InPlace;
        }
        let fixed = change.has_any(&["type", "definition", "predicate"])
            || change.has_any(&["deferrable", "deferred"]) && !is(new, FOREIGN_KEY)
            || change.has("not_valid") && new.flag("not_valid")
            // Only a foreign key's can be altered, and then all of it is validated.
            || change.has("not_enforced") && (!is(new, FOREIGN_KEY) || new.flag("not_valid"))
            // ALTER INDEX SET takes no partitioned index.
            || change.has("options") && new.flag("_partitioned");
        if fixed { Way::Rebuild } else { Way::InPlace }
    }

    /// ALTER COLUMN TYPE would carry constraints along by reading their text anew, but then a second column may still have its
    /// old type: what is more than a list of columns is taken out of the way.
    fn survives(&self, dependent: &Object, cause: &Object, way: Way) -> Survival {
        let of_other_table = match cause.id.kind {
            Kind::Column | Kind::Constraint => cause.id.names(2) != dependent.id.names(2),
            Kind::Index => *cause.texts("_table") != *dependent.id.names(2),
            Kind::Table => *cause.id.name != *dependent.id.names(2),
            // One that came after its partitions goes before them.
            Kind::Partition if way != Way::Disturbing && has_index(dependent) && is_incomplete(dependent) => return Survival::Rebuilt,
            Kind::IndexAttachment | Kind::Partition | Kind::Inheritance => return Survival::Kept,
            _ => false,
        };
        if of_other_table && is(dependent, FOREIGN_KEY) {
            // The keys of a referenced table's partitions are the server's business.
            let references = dependent.texts("_references");
            let concerned = match cause.id.kind {
                Kind::Index => cause.texts("_table") == references,
                _ => *cause.id.names(2) == *references,
            };
            let above = dependent.flag("_clone") && is(cause, FOREIGN_KEY);
            return if concerned || above { Survival::Rebuilt } else { Survival::Kept };
        }
        let plain = has_index(dependent)
            && !is(dependent, EXCLUSION)
            && !dependent.flag("_partitioned")
            && dependent.get("_attached_to").is_none();
        if way == Way::Disturbing && plain && cause.spec().is_column() { Survival::Kept } else { Survival::Rebuilt }
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        new.map(|new| probes::probes(old, new, cx)).unwrap_or_default()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        if comes_from_parent(object, cx) {
            return Vec::new();
        }
        if let Some(old) = renamed_from(object, cx) {
            let sql = format!(
                "ALTER TABLE {} RENAME CONSTRAINT {} TO {}",
                relation(object),
                quote(old.id.last()),
                quote(object.id.last())
            );
            let properties = ALTERABLE.into_iter().filter(|p| old.get(p) != object.get(p));
            let properties = properties.map(str::to_owned).collect();
            let renaming = Statement::new(sql).locks(LockMode::AccessExclusive, relation(object));
            let mut statements = rename(old, object, renaming, cx);
            statements.extend(alter_storage(&index_name(object), &Change { old, new: object, properties: &properties }));
            return statements;
        }
        let mut statements = vec![add(object, cx).or(cx.online(|| online::add(object, cx)))];
        if has_index(object) {
            statements.extend(beside(&index_name(object), object));
            let detached = cx.target.get(&object.id).is_some_and(|old| fate(old, cx) == Fate::Detached);
            statements.extend(object.parent.as_ref().filter(|_| detached).and_then(|table| attach(table, cx)));
        }
        statements
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let Some(table) = object.parent.as_ref() else { return Vec::new() };
        let drop = remove(&relation(object), object, cx).or(cx.online(|| online::remove(object, cx)));
        if has_index(object) {
            return match fate(object, cx) {
                Fate::GoesWithUpper | Fate::Renamed => Vec::new(),
                Fate::Detached if cx.rebuilt.contains(&object.id) => detach(table, cx).into_iter().chain([drop]).collect(),
                Fate::Dropped | Fate::Detached => vec![drop],
            };
        }
        // What has come from the parents goes with theirs, unless the table has just left them all: see `left_behind` for clones.
        let has_left = || {
            let standing = lineage::standing_parents(table, cx);
            let gives = |parent: &Vec<&str>| standing.contains(&ObjectId::new(table.kind, parent.iter().copied()));
            leaves(table, cx) && !stays_below(table, cx) && cx.source.contains(table) && !tables(object, "_parents").iter().any(gives)
        };
        if object.flag("_clone") || object.flag("_inherited") && !has_left() {
            return Vec::new();
        }
        let mut statements = vec![drop];
        // Children that had declared it too keep it until now.
        for child in tables(object, "_declared_by") {
            let child = on_table(object.id.last(), &child);
            let stays = child.names(2).to_vec();
            if goes(&child, cx)
                && let Some(declared) = cx.target.get(&child)
                && cx.source.contains(&ObjectId::new(table.kind, stays))
            {
                statements.push(remove(&relation(declared), declared, cx));
            }
        }
        statements
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let new = change.new;
        let table = relation(new);
        let name = quote(new.id.last());
        let mut statements = Vec::new();
        if change.has("inherited_only") {
            if new.flag("inherited_only") {
                statements.extend(give_up_declaration(new, cx));
            } else if new.flag("_inherited") {
                // Adding what is inherited is a declaration of the same.
                statements.push(add(new, cx));
            }
        }
        if change.has_any(&["deferrable", "deferred"]) && !new.flag("_clone") {
            let sql = format!(
                "ALTER TABLE {table} ALTER CONSTRAINT {name} {}{}",
                if new.flag("deferrable") { "DEFERRABLE" } else { "NOT DEFERRABLE" },
                if new.flag("deferred") { " INITIALLY DEFERRED" } else { " INITIALLY IMMEDIATE" },
            );
            statements.push(Statement::new(sql).locks_all(LockMode::AccessExclusive, &table));
        }
        if change.has("not_enforced") && !new.flag("_clone") {
            let enforced = !new.flag("not_enforced");
            let word = if enforced { "ENFORCED" } else { "NOT ENFORCED" };
            let sql = format!("ALTER TABLE {table} ALTER CONSTRAINT {name} {word}");
            let mut statement = Statement::new(sql).locks_all(LockMode::AccessExclusive, &table);
            if let Some(other) = referenced(new) {
                statement = statement.locks(LockMode::AccessExclusive, qualified(&other.name));
            }
            statements.push(if enforced { statement.hazard(Hazard::AddForeignKey).scans() } else { statement.hazard(Hazard::DropConstraint) });
        }
        if change.has("not_valid") && !new.flag("not_valid") && !change.has("not_enforced") && !new.flag("_clone") && !validated_above(new, cx) {
            let mut statement = Statement::new(format!("ALTER TABLE {table} VALIDATE CONSTRAINT {name}"))
                .locks_all(LockMode::ShareUpdateExclusive, &table)
                .hazard(if is(new, FOREIGN_KEY) { Hazard::AddForeignKey } else { Hazard::AddCheck })
                .scans()
                .risk(Risk::Low);
            if let Some(other) = referenced(new) {
                statement = statement.locks(LockMode::RowShare, qualified(&other.name));
            }
            statements.push(statement);
        }
        if has_index(new) {
            statements.extend(alter_storage(&index_name(new), change));
        }
        statements
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, Origin};
    use crate::options::Options;
    use serde_json::json;
    use std::collections::BTreeMap;

    fn object(kind: Kind, name: &[&str], data: serde_json::Value) -> Object {
        let properties = data.as_object().cloned().unwrap_or_default().into_iter().collect();
        let parent = (kind != Kind::Table).then(|| ObjectId::new(Kind::Table, ["s", "t"]));
        Object { id: ObjectId::new(kind, name.iter().copied()), parent, properties, depends: BTreeSet::new() }
    }

    fn constraint(data: serde_json::Value) -> Object {
        object(Kind::Constraint, &["s", "t", "c"], data)
    }

    fn way(old: &Object, new: &Object, properties: &[&str]) -> Way {
        let (target, source) = (Catalog::new(Origin::default(), [old.clone()]), Catalog::new(Origin::default(), [new.clone()]));
        let (options, rebuilt, aside) = (Options::default(), BTreeSet::new(), BTreeMap::new());
        let cx = Context { target: &target, source: &source, options: &options, rebuilt: &rebuilt, aside: &aside };
        let properties = properties.iter().map(|property| (*property).to_owned()).collect();
        new.spec().way(&Change { old, new, properties: &properties }, &cx)
    }

    #[test]
    fn the_clauses_stand_in_the_order_of_the_grammar() {
        let exclusion = constraint(
            json!({"type": "exclusion", "definition": "EXCLUDE USING gist (a WITH &&)", "options": ["fillfactor=70"],
            "tablespace": "T", "predicate": "((a > 0))", "deferrable": true, "deferred": true}),
        );
        assert_eq!(
            clause(&exclusion),
            "CONSTRAINT c EXCLUDE USING gist (a WITH &&) WITH (fillfactor=70) USING INDEX TABLESPACE \"T\" WHERE ((a > 0)) \
             DEFERRABLE INITIALLY DEFERRED"
        );
    }

    #[test]
    fn checks_that_come_from_parents_have_no_clause() {
        assert_eq!(folded(&constraint(json!({"type": "check", "definition": "CHECK (true)", "inherited_only": true}))), None);
    }

    #[test]
    fn only_foreign_keys_become_deferrable_in_place() {
        for (constraint_type, expected) in [("foreign key", Way::InPlace), ("unique", Way::Rebuild)] {
            let old = constraint(json!({"type": constraint_type}));
            let new = constraint(json!({"type": constraint_type, "deferrable": true}));
            assert_eq!(way(&old, &new, &["deferrable"]), expected, "{constraint_type}");
        }
    }

    #[test]
    fn what_is_not_valid_is_validated_in_place_but_not_the_other_way_round() {
        let (not_valid, valid) =
            (constraint(json!({"type": "check", "not_valid": true})), constraint(json!({"type": "check"})));
        assert_eq!(way(&not_valid, &valid, &["not_valid"]), Way::InPlace);
        assert_eq!(way(&valid, &not_valid, &["not_valid"]), Way::Rebuild);
    }

    #[test]
    fn a_retyped_column_leaves_plain_keys_alone() {
        let column = object(Kind::Column, &["s", "t", "a"], json!({}));
        for (constraint_type, expected) in [
            ("primary key", Survival::Kept),
            ("unique", Survival::Kept),
            ("check", Survival::Rebuilt),
            ("exclusion", Survival::Rebuilt),
        ] {
            let dependent = constraint(json!({"type": constraint_type}));
            assert_eq!(Constraint.survives(&dependent, &column, Way::Disturbing), expected, "{constraint_type}");
        }
        let part = constraint(json!({"type": "primary key", "_attached_to": ["s", "p_key"]}));
        assert_eq!(Constraint.survives(&part, &column, Way::Disturbing), Survival::Rebuilt);
    }

    #[test]
    fn a_foreign_key_follows_the_key_that_it_names_only() {
        let dependent = constraint(json!({"type": "foreign key", "_references": ["s", "whole"]}));
        let key = |table: &str| object(Kind::Constraint, &["s", table, "key"], json!({"type": "primary key"}));
        assert_eq!(Constraint.survives(&dependent, &key("whole"), Way::Rebuild), Survival::Rebuilt);
        assert_eq!(Constraint.survives(&dependent, &key("a_partition"), Way::Rebuild), Survival::Kept);
    }
}
