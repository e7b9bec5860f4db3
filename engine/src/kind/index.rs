//! Indexes, other than those that back a constraint.

use super::ancestry::{Fate, attachment, fate, is_attached_anew, is_incomplete, referring, renamed_from, stands};
use super::column::probes::{computable, of_rows};
use super::conversion::aside_name;
use super::function::depends_on_extensions;
use super::{Change, Context, Folding, Kind, ObjectKind, Survival, Way};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::{Hazard, LockMode, Risk};
use crate::ident::{literal, qualified, quote};
use crate::relation_options;
use crate::probe::{self, Question};
use crate::statement::{Online, Statement};

/// CREATE INDEX
pub struct Index;

/// What an index is called in the catalogs, and what its parts on partitions are called: they are dropped with it.
pub fn slots(schema: &str, object: &Object) -> Vec<(&'static str, Vec<String>)> {
    let own = vec![schema.to_owned(), object.id.last().to_owned()];
    let parts = object.array("_attached").iter().filter_map(|name| {
        let texts = name.as_array()?.iter().filter_map(|part| part.as_str().map(str::to_owned));
        Some(texts.collect())
    });
    std::iter::once(own).chain(parts).map(|name| ("pg_class", name)).collect()
}

/// The statistics targets of an index's expressions, from the old ones (if any) to the new.
fn statistics(index: &str, old: Option<&Object>, new: &Object) -> Vec<Statement> {
    let targets = |object: &Object| object.get("statistics").and_then(|value| value.as_object()).cloned().unwrap_or_default();
    let (old, new) = (old.map(targets).unwrap_or_default(), targets(new));
    let set = |column: &str, target: &str| {
        Statement::new(format!("ALTER INDEX {index} ALTER COLUMN {column} SET STATISTICS {target}"))
            .locks(LockMode::ShareUpdateExclusive, index)
    };
    let reset = old.keys().filter(|column| !new.contains_key(*column)).map(|column| set(column, "-1"));
    let changed = new.iter().filter(|(column, target)| old.get(*column) != Some(*target));
    reset.chain(changed.map(|(column, target)| set(column, &target.to_string()))).collect()
}

/// The index of a constraint has a comment beside the constraint's.
fn comment(index: &str, text: Option<&str>) -> Statement {
    Statement::new(format!("COMMENT ON INDEX {index} IS {}", text.map_or_else(|| "NULL".to_owned(), literal)))
        .locks(LockMode::ShareUpdateExclusive, index)
}

fn depends(index: &str, old: &[&str], new: &[&str]) -> impl Iterator<Item = Statement> {
    let statements = depends_on_extensions(&format!("INDEX {index}"), old, new);
    statements.into_iter().map(move |statement| statement.locks(LockMode::AccessExclusive, index))
}

/// What no CREATE or ADD CONSTRAINT can say of an index.
pub fn beside(index: &str, object: &Object) -> Vec<Statement> {
    let mut statements = statistics(index, None, object);
    statements.extend(depends(index, &[], &object.texts("extensions")));
    statements.extend(object.text("index_comment").map(|text| comment(index, Some(text))));
    statements
}

/// What [`alter_storage`] changes.
pub const ALTERABLE: [&str; 5] = ["options", "tablespace", "statistics", "extensions", "index_comment"];

/// What ALTER INDEX changes of an index, whether or not it backs a constraint.
pub fn alter_storage(index: &str, change: &Change<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    if change.has("options") {
        let changes = relation_options::changes(&change.old.texts("options"), &change.new.texts("options"));
        statements.extend(changes.iter().map(|subcommand| {
            Statement::new(format!("ALTER INDEX {index} {subcommand}")).locks(relation_options::lock(subcommand), index)
        }));
    }
    if change.has("tablespace") {
        let statement = Statement::new(format!("ALTER INDEX {index} SET TABLESPACE {}", super::table::tablespace(change)))
            .locks(LockMode::AccessExclusive, index);
        statements.push(if change.new.flag("_partitioned") { statement } else { statement.rewrites() });
    }
    if change.has("statistics") {
        statements.extend(statistics(index, Some(change.old), change.new));
    }
    if change.has("extensions") {
        statements.extend(depends(index, &change.old.texts("extensions"), &change.new.texts("extensions")));
    }
    if change.has("index_comment") {
        statements.push(comment(index, change.new.text("index_comment")));
    }
    statements
}

/// Sets a table apart for a part of an index that can't be dropped while the table is attached.
pub fn detach(table: &ObjectId, cx: &Context<'_>) -> Option<Statement> {
    let of = qualified(&attachment(table, cx.target)?.texts("of"));
    let name = qualified(&table.name);
    let statement = Statement::new(format!("ALTER TABLE {of} DETACH PARTITION {name}"))
        .because("the server does not let a part of a partitioned index be dropped while its table is attached")
        .locks(LockMode::AccessExclusive, of)
        .locks(LockMode::AccessExclusive, name);
    Some(statement)
}

/// Takes [`detach`] back.
pub fn attach(table: &ObjectId, cx: &Context<'_>) -> Option<Statement> {
    let attachment = attachment(table, cx.source)?;
    let of = qualified(&attachment.texts("of"));
    let name = qualified(&table.name);
    let statement = Statement::new(format!("ALTER TABLE {of} ATTACH PARTITION {name} {}", attachment.str("bound")))
        .locks(LockMode::ShareUpdateExclusive, of)
        .locks(LockMode::AccessExclusive, name)
        .scans();
    Some(statement)
}

/// Gives what stood there as `old` the name of `new`; a comment that the new one hasn't is taken away.
pub fn rename(old: &Object, new: &Object, renaming: Statement, cx: &Context<'_>) -> Vec<Statement> {
    let mut statements = vec![renaming.because("a partition has one part of an index only: it is the same under another name")];
    if cx.target.facet(&old.id, Kind::Comment).is_some() && cx.source.facet(&new.id, Kind::Comment).is_none() {
        statements.push(Statement::new(format!("COMMENT ON {} IS NULL", new.reference())));
    }
    statements
}

fn name(object: &Object) -> String {
    qualified(&object.id.name)
}

fn table(object: &Object) -> String {
    qualified(&object.texts("_table"))
}

fn create_index(object: &Object, concurrently: &str) -> String {
    format!(
        "CREATE {}INDEX {concurrently}{} ON {}{} USING {}{}{}{}",
        if object.flag("unique") { "UNIQUE " } else { "" },
        quote(object.id.last()),
        if object.flag("_partitioned") { "ONLY " } else { "" },
        table(object),
        object.str("definition"),
        relation_options::clause(&object.texts("options")),
        object.text("tablespace").map(|name| format!(" TABLESPACE {}", quote(name))).unwrap_or_default(),
        object.text("predicate").map(|predicate| format!(" WHERE {predicate}")).unwrap_or_default(),
    )
}

fn build(object: &Object, cx: &Context<'_>) -> Statement {
    let mut statement = Statement::new(create_index(object, ""));
    if !stands(object.parent.as_ref(), cx) {
        return statement;
    }
    statement = statement.locks(LockMode::Share, table(object));
    // The index of a partitioned table has no entries of its own.
    if object.flag("_partitioned") {
        return statement;
    }
    statement = statement.hazard(Hazard::BuildIndex).scans().risk(Risk::High);
    if object.flag("unique") { statement.hazard(Hazard::AddUnique) } else { statement }
}

/// Is the index dropped, or made otherwise, while all that it stands on stays as it is? Then it can stay until everything else is
/// done.
pub fn outlives(object: &Object, cx: &Context<'_>) -> bool {
    let same = |(old, new): (&Object, &Object)| {
        if old.spec().is_column() {
            ["type", "collation", "generated"].iter().all(|property| old.get(property) == new.get(property))
        } else {
            old.properties == new.properties || Some(&old.id) == object.parent.as_ref()
        }
    };
    let unchanged = |id: &ObjectId| {
        let stays = !cx.rebuilt.contains(id) && !cx.aside.contains_key(id);
        stays && cx.target.get(id).zip(cx.source.get(id)).is_some_and(same)
    };
    // A foreign key takes any key that fits, also one that goes.
    let is_key = object.flag("unique") || object.id.kind == Kind::Constraint;
    let may_be_taken = |catalog: &Catalog| {
        is_key && object.parent.as_ref().is_some_and(|table| referring(table, catalog).next().is_some())
    };
    !object.flag("_partitioned")
        && object.get("_attached_to").is_none()
        && stands(object.parent.as_ref(), cx)
        && object.depends.iter().all(unchanged)
        && ![cx.target, cx.source].into_iter().any(may_be_taken)
}

/// Is it made otherwise, the new one beside the old one?
fn is_swapped(old: &Object, cx: &Context<'_>) -> bool {
    let outlives = |object: &Object| outlives(object, cx) && !object.flag("invalid");
    cx.rebuilt.contains(&old.id) && outlives(old) && cx.source.get(&old.id).is_some_and(outlives)
}

/// The name of the old one meanwhile.
fn old_name(object: &Object) -> String {
    aside_name(object.id.last())
}

fn drop_concurrently(schema: &str, index: &str, table: String) -> Statement {
    let index = qualified(&[schema, index]);
    let plain = format!("DROP INDEX {index}");
    let drop = format!("DROP INDEX CONCURRENTLY {index}");
    let states = ["applied", "not applied", "half applied"];
    Statement::outside(&drop, plain).locks(LockMode::ShareUpdateExclusive, table).judged(state(&index, states), Some(drop))
}

/// A query that says the first where there is no index of this qualified name, the second where it is valid, and the third where it is one
/// that a statement left INVALID which failed half-way (PostgreSQL manual, CREATE INDEX and DROP INDEX).
fn state(index: &str, [gone, valid, invalid]: [&str; 3]) -> String {
    format!(
        "SELECT CASE WHEN i.indexrelid IS NULL THEN '{gone}' WHEN i.indisvalid THEN '{valid}' ELSE '{invalid}' END \
         FROM (VALUES (pg_catalog.to_regclass({}))) AS r(index) LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = r.index",
        literal(index)
    )
}

/// Says how to tell what became of a statement that builds an index (a qualified SQL name) while others go on.
pub fn building(statement: Statement, index: &str) -> Statement {
    statement.judged(state(index, ["not applied", "applied", "half applied"]), Some(format!("DROP INDEX CONCURRENTLY {index}")))
}

/// Builds it while others read and write.
pub fn concurrently(object: &Object) -> Statement {
    let statement = Statement::outside(create_index(object, "CONCURRENTLY "), create_index(object, ""));
    let statement = building(statement, &name(object))
        .locks(LockMode::ShareUpdateExclusive, table(object))
        .hazard(Hazard::BuildIndexConcurrently)
        .scans()
        .risk(Risk::Low);
    if object.flag("unique") { statement.hazard(Hazard::AddUnique).risk(Risk::Medium) } else { statement }
}

/// Builds it so, and where there was another one, drops that one then.
fn build_online(object: &Object, cx: &Context<'_>) -> Option<Online> {
    let old = cx.target.get(&object.id);
    let keeps_table = old.is_none_or(|old| is_swapped(old, cx) || old.flag("invalid") && fate(old, cx) == Fate::Dropped);
    if object.flag("_partitioned") || !keeps_table {
        return None;
    }
    let swapped = old.filter(|old| is_swapped(old, cx));
    let drop = swapped.map(|old| drop_concurrently(old.id.first(), &old_name(old), table(old)));
    Some(Online { after: std::iter::once(concurrently(object)).chain(drop).collect(), makes: true, ..Online::default() })
}

/// Puts the drop off, out of the way of what takes its name.
fn drop_online(object: &Object, cx: &Context<'_>) -> Option<Online> {
    if is_swapped(object, cx) {
        let sql = format!("ALTER INDEX {} RENAME TO {}", name(object), quote(&old_name(object)));
        let aside = Statement::new(sql)
            .because("it goes when the new one is built")
            .locks(LockMode::ShareUpdateExclusive, name(object));
        return Some(Online { instead: vec![aside], ..Online::default() });
    }
    let is_taken = || {
        let names = slots(object.id.first(), object);
        cx.source.objects().any(|other| other.spec().slots(other).iter().any(|slot| names.contains(slot)))
    };
    let goes = !cx.source.contains(&object.id) && outlives(object, cx);
    (goes && !is_taken()).then(|| {
        let drop = drop_concurrently(object.id.first(), object.id.last(), table(object)).hazard(Hazard::DropIndex);
        Online { after: vec![drop], ..Online::default() }
    })
}

/// The rows that it is of.
fn rows(object: &Object) -> String {
    format!("{}{}", if object.flag("_partitioned") { "" } else { "ONLY " }, table(object))
}

/// Asks for rows that a unique index would refuse.
fn same_keys(object: &Object, cx: &Context<'_>) -> Option<Question> {
    let definition = object.str("definition");
    let keys: Vec<String> = probe::items(probe::groups(definition).first()?).into_iter().map(probe::key).collect();
    let nulls_distinct = !definition.contains(" NULLS NOT DISTINCT");
    let question = |rows: &str| probe::duplicates(rows, &keys, nulls_distinct, object.text("predicate"));
    Some(of_rows(object, &rows(object), cx, question))
}

/// Asks for rows of which its expressions can't be computed.
fn fails(object: &Object) -> Option<Question> {
    let keys = probe::items(probe::groups(object.str("definition")).first()?).into_iter().map(probe::key);
    let conditions: Vec<String> = keys.map(|key| computable(&key)).collect();
    let violated = format!("({})", conditions.join(" OR "));
    let violated = match object.text("predicate") {
        Some(predicate) => format!("CASE WHEN {predicate} THEN {violated} END"),
        None => violated,
    };
    let select = format!("SELECT * FROM {} WHERE {violated}", rows(object));
    Some(Question::fails(Hazard::BuildIndex, "rows of which it can't be computed", &select))
}

/// Asks how often it was used. When it was last, the server says from 16 on.
fn scans(object: &Object) -> Question {
    let query = format!(
        "SELECT pg_catalog.sum(s.idx_scan)::bigint, pg_catalog.to_json(pg_catalog.max(pg_catalog.to_jsonb(s) ->> 'last_idx_scan'))::text \
         FROM pg_catalog.pg_stat_all_indexes AS s \
         WHERE s.indexrelid IN (SELECT t.relid FROM pg_catalog.pg_partition_tree({}::pg_catalog.regclass) AS t \
         UNION ALL SELECT {0}::pg_catalog.regclass)",
        literal(&name(object))
    );
    Question::used(Hazard::DropIndex, "scans of it since the statistics were reset", query)
}

impl ObjectKind for Index {
    fn folding(&self, object: &Object) -> Folding {
        Folding { create: false, drop: !is_incomplete(object) }
    }

    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/index.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "index"
    }

    fn reference(&self, object: &Object) -> String {
        format!("INDEX {}", name(object))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        slots(object.id.first(), object)
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        // ALTER INDEX SET takes no partitioned index.
        let fixed = change.has("options") && change.new.flag("_partitioned");
        if fixed || change.has_any(&["unique", "definition", "predicate"]) {
            return Way::Rebuild;
        }
        if !change.has("invalid") {
            return Way::InPlace;
        }
        if change.new.flag("_partitioned") {
            // It becomes valid when the last part is attached, and never invalid again.
            let attached = cx.source.objects().any(|object| {
                object.id.kind == Kind::IndexAttachment
                    && object.id.name[2..] == *change.new.id.name
                    && !cx.target.contains(&object.id)
            });
            return if attached && !change.new.flag("invalid") { Way::InPlace } else { Way::Rebuild };
        }
        // An invalid index is made again; that the source's is invalid is told, but nothing to strive for.
        if change.old.flag("invalid") { Way::Rebuild } else { Way::InPlace }
    }

    fn left_undone(&self, object: &Object) -> Option<&'static str> {
        let invalid = object.flag("invalid") && !object.flag("_partitioned");
        invalid.then_some("the source's index is INVALID, and is not made so: build it there (REINDEX INDEX CONCURRENTLY), or drop it")
    }

    /// ALTER COLUMN TYPE rebuilds indexes itself, but reads expressions anew, in which a second column may still have its old
    /// type; of partitioned indexes it forgets what is attached to what.
    fn survives(&self, dependent: &Object, cause: &Object, way: Way) -> Survival {
        let plain = dependent.flag("_plain") && !dependent.flag("_partitioned") && dependent.get("_attached_to").is_none();
        if way == Way::Disturbing && plain && cause.spec().is_column() { Survival::Kept } else { Survival::Rebuilt }
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        // What a partition has of its table's index is asked about there, unless it is only attached now.
        let comes = |table: &ObjectId| is_attached_anew(table, cx);
        let is_part = |object: &Object| object.get("_attached_to").is_some() && !object.parent.as_ref().is_some_and(comes);
        match (old, new) {
            (Some(old), None) if !is_part(old) => vec![scans(old)],
            (old, Some(new)) if !new.flag("invalid") && !is_part(new) => {
                let same = |old: &Object| ["unique", "definition", "predicate"].iter().all(|property| old.get(property) == new.get(property));
                let asked = match old {
                    Some(old) if same(old) && !old.flag("invalid") => None,
                    _ if new.flag("unique") => same_keys(new, cx),
                    // Of columns nothing is computed.
                    _ if !new.flag("_plain") => fails(new),
                    _ => None,
                };
                asked.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        // pg_dump takes no notice of an invalid index either; its row says why.
        if self.left_undone(object).is_some() {
            return Vec::new();
        }
        if let Some(old) = renamed_from(object, cx) {
            let sql = format!("ALTER INDEX {} RENAME TO {}", name(old), quote(object.id.last()));
            let properties = ALTERABLE.into_iter().filter(|p| old.get(p) != object.get(p));
            let properties = properties.map(str::to_owned).collect();
            let renaming = Statement::new(sql).locks(LockMode::ShareUpdateExclusive, name(old));
            let mut statements = rename(old, object, renaming, cx);
            statements.extend(alter_storage(&name(object), &Change { old, new: object, properties: &properties }));
            return statements;
        }
        let mut statements = vec![build(object, cx).or(cx.online(|| build_online(object, cx)))];
        statements.extend(beside(&name(object), object));
        let detached = cx.target.get(&object.id).is_some_and(|old| fate(old, cx) == Fate::Detached);
        statements.extend(object.parent.as_ref().filter(|_| detached).and_then(|table| attach(table, cx)));
        statements
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let drop = Statement::new(format!("DROP INDEX {}", name(object)))
            .locks_all(LockMode::AccessExclusive, table(object))
            .hazard(Hazard::DropIndex);
        match fate(object, cx) {
            Fate::GoesWithUpper | Fate::Renamed => Vec::new(),
            Fate::Detached if cx.rebuilt.contains(&object.id) => {
                object.parent.as_ref().and_then(|table| detach(table, cx)).into_iter().chain([drop]).collect()
            }
            Fate::Dropped => vec![drop.or(cx.online(|| drop_online(object, cx)))],
            Fate::Detached => vec![drop],
        }
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        alter_storage(&name(change.new), change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Origin;
    use crate::options::Options;
    use serde_json::json;
    use std::collections::{BTreeMap, BTreeSet};

    fn object(kind: Kind, name: &[&str], data: serde_json::Value) -> Object {
        let properties = data.as_object().cloned().unwrap_or_default().into_iter().collect();
        let parent = (kind != Kind::Table).then(|| ObjectId::new(Kind::Table, ["s", "t"]));
        Object { id: ObjectId::new(kind, name.iter().copied()), parent, properties, depends: BTreeSet::new() }
    }

    fn way(old: &Object, new: &Object, properties: &[&str]) -> Way {
        let (target, source) = (Catalog::new(Origin::default(), [old.clone()]), Catalog::new(Origin::default(), [new.clone()]));
        let (options, rebuilt, aside) = (Options::default(), BTreeSet::new(), BTreeMap::new());
        let cx = Context { target: &target, source: &source, options: &options, rebuilt: &rebuilt, aside: &aside };
        let properties = properties.iter().map(|property| (*property).to_owned()).collect();
        new.spec().way(&Change { old, new, properties: &properties }, &cx)
    }

    #[test]
    fn a_partitioned_index_occupies_the_names_of_its_parts() {
        let whole = object(Kind::Index, &["s", "whole"], json!({"_attached": [["s", "part"], ["o", "other"]]}));
        let names: Vec<String> = Index.slots(&whole).iter().map(|(_, name)| name.join(".")).collect();
        assert_eq!(names, ["s.whole", "s.part", "o.other"]);
    }

    #[test]
    fn an_invalid_index_is_made_again_but_never_made() {
        let valid = object(Kind::Index, &["s", "i"], json!({"definition": "btree (a)", "_table": ["s", "t"]}));
        let invalid =
            object(Kind::Index, &["s", "i"], json!({"definition": "btree (a)", "_table": ["s", "t"], "invalid": true}));
        assert_eq!(way(&invalid, &valid, &["invalid"]), Way::Rebuild);
        assert_eq!(way(&valid, &invalid, &["invalid"]), Way::InPlace);
        let catalog = Catalog::default();
        let (options, rebuilt, aside) = (Options::default(), BTreeSet::new(), BTreeMap::new());
        let cx = Context { target: &catalog, source: &catalog, options: &options, rebuilt: &rebuilt, aside: &aside };
        assert!(Index.create(&invalid, &[], &cx).is_empty());
    }

    #[test]
    fn a_part_under_another_name_is_renamed() {
        let table = object(Kind::Table, &["s", "t"], json!({}));
        let part = |name| object(Kind::Index, &["s", name], json!({"definition": "btree (a)", "_attached_to": ["s", "whole"]}));
        let target = Catalog::new(Origin::default(), [table.clone(), part("old")]);
        let source = Catalog::new(Origin::default(), [table, part("New")]);
        let (options, rebuilt, aside) = (Options::default(), BTreeSet::new(), BTreeMap::new());
        let cx = Context { target: &target, source: &source, options: &options, rebuilt: &rebuilt, aside: &aside };
        assert!(Index.drop(&part("old"), &cx).is_empty());
        let statements = Index.create(&part("New"), &[], &cx);
        assert_eq!(
            statements.iter().map(|statement| statement.sql.as_str()).collect::<Vec<_>>(),
            ["ALTER INDEX s.old RENAME TO \"New\""]
        );
    }
}
