//! Partitions: the attachment of a table to a partitioned one. The table itself is one like others.

use super::ancestry::{is_incomplete, referring};
use super::column::clause::{locked, locked_all};
use super::column::lineage::{stands, table_of};
use super::column::not_null;
use super::conversion::beside_name;
use super::{Change, Context, Heirs, Kind, ObjectKind, Survival, Way, constraint};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::{Hazard, LockMode, Risk};
use crate::ident::{literal, qualified, quote};
use crate::probe::Question;
use crate::statement::{Online, Statement};

mod bound;
mod moves;
mod probes;

pub use probes::divided;

/// ATTACH PARTITION
pub struct Partition;

fn attach(object: &Object, cx: &Context<'_>) -> Statement {
    let (child, parent) = (qualified(&object.id.name), qualified(&object.texts("of")));
    let statement = Statement::new(format!("ALTER TABLE ONLY {parent} ATTACH PARTITION {child} {}", object.str("bound")));
    let table = table_of(&object.id);
    if cx.target.contains(&table) && !cx.rebuilt.contains(&table) {
        let statement = locked_all(statement, LockMode::AccessExclusive, &table, cx);
        // Of a foreign table the server believes that its rows belong there.
        let foreign = cx.source.get(&table).is_some_and(super::table::is_foreign);
        let statement = if foreign || is_checked(object, cx) { statement } else { statement.scans().hazard(Hazard::AttachPartition) };
        return with_default(statement, object, cx.target, scanned);
    }
    // The child is empty.
    let statement = locked(statement, LockMode::ShareUpdateExclusive, &ObjectId::new(Kind::Table, object.texts("of")), cx);
    with_default(statement, object, cx.target, scanned)
}

/// Of the default partition every row is looked at.
fn scanned(statement: Statement) -> Statement {
    statement.scans().hazard(Hazard::AttachPartition)
}

/// The default partition beside it is locked as well: what it takes changes.
fn with_default(statement: Statement, object: &Object, catalog: &Catalog, effect: impl FnOnce(Statement) -> Statement) -> Statement {
    let of = object.texts("of");
    let mut beside = catalog.objects().filter(|other| other.id.kind == Kind::Partition && other.id != object.id && other.texts("of") == of);
    match beside.find(|other| bound::is_default(other.str("bound"))) {
        Some(default) => effect(statement.locks_all(LockMode::AccessExclusive, qualified(&default.id.name))),
        None => statement,
    }
}

fn is_checked(object: &Object, cx: &Context<'_>) -> bool {
    object.text("_constraint").is_some_and(|condition| constraint::is_said(condition, &table_of(&object.id), cx))
}

/// A statement while a valid check says of the rows what the bound does: it is added, validated while others read and write, and goes.
fn under_check(object: &Object, statement: Statement, why: &str) -> Option<[Statement; 4]> {
    let condition = object.text("_constraint")?;
    let (relation, check) = (qualified(&object.id.name), quote(&beside_name(&format!("bound of {}", object.id.last()))));
    let alter = |what: String, mode| Statement::new(format!("ALTER TABLE {relation} {what}")).locks_all(mode, &relation);
    let exclusive = LockMode::AccessExclusive;
    Some([
        alter(format!("ADD CONSTRAINT {check} CHECK ({condition}) NOT VALID"), exclusive).because(why).risk(Risk::Low),
        alter(format!("VALIDATE CONSTRAINT {check}"), LockMode::ShareUpdateExclusive).hazard(Hazard::Validate).scans(),
        statement,
        alter(format!("DROP CONSTRAINT {check}"), exclusive).risk(Risk::Low),
    ])
}

/// A check says first that its rows belong there, and is validated while others read and write: the server then need not look.
fn attach_online(object: &Object, cx: &Context<'_>) -> Option<Online> {
    let table = table_of(&object.id);
    let bound = object.str("bound");
    let foreign = cx.source.get(&table).is_none_or(super::table::is_foreign);
    let stays = stands(&table, cx) && !foreign && !cx.target.contains(&object.id);
    // A hash is taken with the OID of the table.
    if !stays || bound::is_default(bound) || bound::is_hash(bound) || is_checked(object, cx) {
        return None;
    }
    let mut attach = attach(object, cx).locks(LockMode::ShareUpdateExclusive, qualified(&object.texts("of"))).risk(Risk::Low);
    (attach.scans, attach.hazards) = (false, Vec::new());
    let after = under_check(object, attach, "so that the server need not read the table under the lock")?.into();
    Some(Online { after, makes: true, ..Online::default() })
}

/// Taken off while others read and write. The server then leaves a check of the bound behind, under a name of its choice, unless one says
/// the same: so one does, for as long as that takes.
fn detach_online(object: &Object, cx: &Context<'_>) -> Option<Online> {
    let (table, whole) = (table_of(&object.id), moves::whole_of(object));
    let foreign = cx.target.get(&table).is_none_or(super::table::is_foreign);
    let beside_default = moves::links(&whole, cx.target).iter().any(|link| bound::is_default(link.str("bound")));
    // What has to go before it can't: it comes before everything.
    let wholes: Vec<ObjectId> = std::iter::once(whole.clone()).chain(wholes(&whole, cx.target)).collect();
    let is_looked_up = wholes.iter().any(|whole| referring(whole, cx.target).next().is_some());
    let is_late = |index: &Object| is_incomplete(index) || index.flag("invalid") || index.flag("_invalid");
    let has_late = [Kind::Index, Kind::Constraint].into_iter().any(|kind| cx.target.children_of_kind(&whole, kind).any(is_late));
    let stays = stands(&table, cx) && stands(&whole, cx) && !cx.source.contains(&object.id);
    if !stays || foreign || beside_default || is_looked_up || has_late || bound::is_hash(object.str("bound")) {
        return None;
    }
    let (relation, parent) = (qualified(&table.name), qualified(&whole.name));
    let detach = format!("ALTER TABLE ONLY {parent} DETACH PARTITION {relation}");
    let state = format!(
        "SELECT CASE WHEN i.inhrelid IS NULL THEN 'applied' WHEN i.inhdetachpending THEN 'half applied' ELSE 'not applied' END \
         FROM (VALUES (pg_catalog.to_regclass({}), pg_catalog.to_regclass({}))) AS r(child, parent) \
         LEFT JOIN pg_catalog.pg_inherits AS i ON i.inhrelid = r.child AND i.inhparent = r.parent",
        literal(&relation),
        literal(&parent)
    );
    let finalize = format!("{detach} FINALIZE");
    let detach = Statement::outside(format!("{detach} CONCURRENTLY"), detach)
        .judged(state, Some(finalize))
        .locks(LockMode::ShareUpdateExclusive, parent)
        .hazard(Hazard::DetachConcurrently);
    let [add, validate, detach, drop] = under_check(object, detach, "so that the server need not leave one behind")?;
    // All its rows are within the bound.
    let before = vec![add, validate.risk(Risk::Low), detach, drop];
    Some(Online { before, ..Online::default() })
}

/// The tables that this one is a partition of, from the next to the outermost.
pub fn wholes(table: &ObjectId, catalog: &Catalog) -> Vec<ObjectId> {
    let whole = |table: &ObjectId| {
        let link = catalog.get(&ObjectId::new(Kind::Partition, table.name.iter().cloned()))?;
        link.spec().holds_rows_of(link)
    };
    std::iter::successors(whole(table), whole).collect()
}

/// The partitions of a table, and theirs, that are so before and after and hold rows here.
pub fn staying_below(whole: &ObjectId, cx: &Context<'_>) -> Vec<ObjectId> {
    let links = cx.target.objects().filter(|link| link.id.kind == Kind::Partition);
    let tables = links.map(|link| table_of(&link.id)).filter(|table| !cx.target.get(table).is_some_and(super::table::is_foreign));
    tables.filter(|table| [cx.target, cx.source].iter().all(|catalog| wholes(table, catalog).contains(whole))).collect()
}

impl ObjectKind for Partition {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../../sql/catalog/partition.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "table"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("partition_of")
    }

    fn reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(&object.id.name))
    }

    fn holds_rows_of(&self, object: &Object) -> Option<ObjectId> {
        Some(ObjectId::new(Kind::Table, object.texts("of")))
    }

    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::Rebuild
    }

    /// Nearly every row has another remainder. Of other bounds few rows have: see [`moves`].
    fn scatters(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<ObjectId> {
        let (old, new) = (change.old, change.new);
        let hashed = |link: &Object| bound::is_hash(link.str("bound"));
        let whole = ObjectId::new(Kind::Table, new.texts("of"));
        if !(change.has("bound") && hashed(old) && hashed(new) && old.texts("of") == new.texts("of")) {
            return Vec::new();
        }
        std::iter::once(whole.clone()).chain(staying_below(&whole, cx)).collect()
    }

    fn heirs(&self, old: &Object, target: &Catalog, source: &Catalog) -> Heirs {
        moves::heirs(old, target, source)
    }

    fn survives(&self, dependent: &Object, cause: &Object, way: Way) -> Survival {
        let moved = dependent.parent.as_ref() == Some(&cause.id) || cause.id.kind == Kind::Table;
        if moved && way != Way::Disturbing { Survival::Rebuilt } else { Survival::Kept }
    }

    /// An index of the partitioned table that this one is to have no part of, or one that it says itself: ATTACH would make one.
    fn in_the_way(&self, new: &Object, cx: &Context<'_>) -> Vec<ObjectId> {
        let of = ObjectId::new(Kind::Table, new.texts("of"));
        let indexes = [Kind::Index, Kind::Constraint].into_iter().flat_map(|kind| cx.source.children_of_kind(&of, kind));
        indexes.filter(|index| is_incomplete(index)).map(|index| index.id.clone()).collect()
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        new.map(|new| probes::probes(old, new, cx)).unwrap_or_default()
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let moves = moves::before_attaching(object, cx);
        let online = cx.online(|| if moves.is_empty() { attach_online(object, cx) } else { None });
        moves.into_iter().chain([attach(object, cx).or(online)]).collect()
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let (child, parent) = (qualified(&object.id.name), qualified(&object.texts("of")));
        let detach = Statement::new(format!("ALTER TABLE ONLY {parent} DETACH PARTITION {child}"))
            .locks(LockMode::AccessExclusive, parent)
            .locks(LockMode::AccessExclusive, child);
        // Their foreign keys have a part for each partition.
        let whole = moves::whole_of(object);
        let referring = referring(&whole, cx.target);
        let referring = referring.filter_map(|key| key.parent.as_ref()).map(|table| qualified(&table.name));
        let detach = referring.fold(detach, |detach, table| detach.locks(LockMode::AccessExclusive, table));
        let detach = with_default(detach, object, cx.target, std::convert::identity).or(cx.online(|| detach_online(object, cx)));
        let table = table_of(&object.id);
        let left = not_null::left_behind(&table, cx).into_iter().chain(constraint::left_behind(&table, cx));
        std::iter::once(detach).chain(left).chain(moves::left_to_default(object, cx)).collect()
    }

    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
