//! Columns: of tables, and as bare names those of views, which have comments and privileges.
//!
//! A column that is inherited all the time has few statements of its own: the server carries the parent's ALTER along.

mod backfill;
pub(super) mod clause;
pub(crate) mod lineage;
pub(crate) mod not_null;
pub mod order;
pub(super) mod probes;
pub(super) mod retype;
pub(super) mod swap;

use super::{Change, Context, DefaultPrivileges, Folding, Kind, NotHosted, ObjectKind, Survival, Way, foreign_options, row_type};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::{Hazard, LockMode};
use crate::ident::{qualified, quote};
use crate::probe::Question;
use crate::relation_options;
use crate::statement::{Reversibility, Statement};
pub(crate) use backfill::takes_updates;
use clause::{Place, alter, collate, locked, locked_all, settings};
use lineage::{inherits_from, standing_children, stands, stays_typed, table_of};
use retype::{Effect, Retyping, retyping};

/// ADD COLUMN
pub struct Column;

/// The relation of the column is no table: it has its columns from its query.
fn is_of_view(column: &Object) -> bool {
    matches!(column.str("_relation"), "v" | "m")
}

/// The expression that brings the values of a column to its new type, for who copies rows.
pub(super) fn carried_over(old: &Object, new: &Object, cx: &Context<'_>) -> String {
    let name = quote(old.id.last());
    match conversion(old, new, cx) {
        Some(Conversion { using: Some(using), .. }) => using,
        _ => name,
    }
}

/// The relation of the column is a foreign table: the server neither reads nor writes its rows for DDL.
fn is_foreign(column: &Object) -> bool {
    column.str("_relation") == "f"
}

struct Conversion {
    using: Option<String>,
    effect: Effect,
    loses: bool,
    exact: Option<String>,
}

/// How the values come to the new type; nothing if they can't.
fn conversion(old: &Object, new: &Object, cx: &Context<'_>) -> Option<Conversion> {
    conversion_of(&quote(new.id.last()), old, new, cx)
}

/// The same of a value that is the column's.
fn conversion_of(name: &str, old: &Object, new: &Object, cx: &Context<'_>) -> Option<Conversion> {
    if is_foreign(new) {
        return Some(Conversion { using: None, effect: Effect::None, loses: false, exact: None });
    }
    // A type that is made anew under its name is nothing to go by where the column is to have another one. Rows, of which no
    // others know how they are cast, are.
    let whole = |needed: &ObjectId| matches!(needed.kind, Kind::CompositeType | Kind::Table);
    let leaves = old.str("type") != new.str("type")
        && old.depends.iter().any(|needed| cx.aside.contains_key(needed) && needed.kind.spec().is_type() && !whole(needed));
    if !leaves && let Some(using) = super::conversion::converted(name, old.str("type"), &old.depends, cx) {
        // The type of that name is made anew; then on from there, if the column is to have another.
        // What is gone has nothing to go on from, and rows are cast to no other rows.
        let is_last = |needed: &ObjectId| {
            let is_row = matches!(needed.kind, Kind::CompositeType | Kind::Table);
            cx.aside.contains_key(needed) && (is_row || !cx.source.contains(needed))
        };
        let onward = if old.str("type") == new.str("type") {
            using
        } else if old.depends.iter().any(is_last) {
            let brackets = if old.str("type").ends_with("[]") { "[]" } else { "" };
            format!("{name}::text{brackets}::{}", new.str("type"))
        } else {
            format!("({using})::{}", new.str("type"))
        };
        return Some(Conversion { using: Some(onward), effect: Effect::Converted, loses: false, exact: None });
    }
    let lossy = cx.options.allows(Hazard::LosesPrecision);
    let (from, to) = (base_type(old, cx.target), base_type(new, cx.source));
    let by_extension = retype::by_extension(name, old.str("type"), &to, &old.texts("_casts"));
    let mut retyping = by_extension.or_else(|| retyping(name, &from, &to, lossy))?;
    // What a domain's values are held to is not known of them.
    if from != old.str("type") && retyping.effect == Effect::None && to.contains('(') {
        retyping.effect = Effect::Rewritten;
    }
    if to != new.str("type") {
        // Into a domain: as into its base type, and then its conditions are checked.
        retyping.using = retyping.using.map(|using| format!("({using})::{}", new.str("type")));
        if has_conditions(new, cx.source) {
            retyping.effect = Effect::Converted;
        }
        retyping.exact = None;
    }
    let Retyping { using, effect, loses, exact } = retyping;
    Some(Conversion { using, effect, loses, exact })
}

/// The domain that is the column's type, or its elements', and those that it is made of.
fn domains<'a>(column: &'a Object, catalog: &'a Catalog) -> impl Iterator<Item = &'a Object> {
    let below = |object: &'a Object| {
        let bare = object.str("type").trim_end_matches("[]");
        let domain = object.depends.iter().find(|needed| needed.kind == Kind::Domain && qualified(&needed.name) == bare)?;
        catalog.get(domain)
    };
    // The bound is for a damaged catalog.
    std::iter::successors(below(column), move |domain| below(domain)).take(16)
}

/// The column's type, or what the domain that is its type is made of.
fn base_type(column: &Object, catalog: &Catalog) -> String {
    let types = std::iter::once(column).chain(domains(column, catalog)).map(|object| object.str("type"));
    types.reduce(|_, below| below).map_or_else(String::new, |last| {
        let brackets = column.str("type").ends_with("[]") && !last.ends_with("[]");
        format!("{last}{}", if brackets { "[]" } else { "" })
    })
}

/// Is the type made of a domain, which may have a default and conditions?
fn is_domain(column: &Object) -> bool {
    column.depends.iter().any(|needed| needed.kind == Kind::Domain)
}

/// Has the type conditions, for which the server checks every value? It looks at no array's elements when the type is new.
fn has_conditions(column: &Object, catalog: &Catalog) -> bool {
    domains(column, catalog).any(|domain| domain.flag("not_null") || catalog.children_of_kind(&domain.id, Kind::DomainConstraint).next().is_some())
}

fn set_type(old: &Object, new: &Object, retyped: bool, relation: &str, cx: &Context<'_>) -> Option<Statement> {
    let column = quote(new.id.last());
    let mut sql = format!("ALTER TABLE {relation} ALTER COLUMN {column} TYPE {}{}", new.str("type"), collate(new));
    let conversion = conversion(old, new, cx)?;
    // A generated column is computed again.
    if let Some(using) = conversion.using.filter(|_| new.text("generated").is_none()) {
        sql.push_str(&format!(" USING {using}"));
    }
    let statement = Statement::new(sql).locks_all(LockMode::AccessExclusive, qualified(new.id.names(2)));
    if !retyped {
        let indexes = [Kind::Index, Kind::Constraint].into_iter().flat_map(|kind| cx.target.children_of_kind(&table_of(&old.id), kind));
        let has_index = indexes.filter(|index| cx.source.contains(&index.id)).any(|index| index.depends.contains(&old.id));
        return Some(if has_index { statement.hazard(Hazard::BuildIndex).scans() } else { statement.hazard(Hazard::ExclusiveLock) });
    }
    let statement = match conversion.effect {
        Effect::None => statement.hazard(Hazard::ExclusiveLock),
        Effect::UnlessUtc => statement.hazard(Hazard::ConvertType).rewrites(),
        Effect::Rewritten => statement.rewrites(),
        Effect::Narrowed => statement.hazard(Hazard::NarrowType).rewrites(),
        Effect::Converted => statement.hazard(Hazard::ConvertType).rewrites(),
    };
    Some(if conversion.loses {
        statement.hazard(Hazard::LosesPrecision).reversible(Reversibility::StructureOnly)
    } else {
        statement
    })
}

fn set_expression(new: &Object, relation: &str, cx: &Context<'_>) -> Statement {
    let table = table_of(&new.id);
    let (only, subcommand) = match new.text("generated") {
        // A child may have an expression of its own, which this would replace.
        Some(expression) if sets_expression_alone(new, cx) => ("ONLY ", format!("SET EXPRESSION AS ({expression})")),
        Some(expression) => ("", format!("SET EXPRESSION AS ({expression})")),
        None => ("", "DROP EXPRESSION".to_owned()),
    };
    let statement = Statement::new(format!("ALTER TABLE {only}{relation} ALTER COLUMN {} {subcommand}", quote(new.id.last())));
    let goes_down = if only.is_empty() { locked_all } else { locked };
    let statement = goes_down(statement, LockMode::AccessExclusive, &table, cx);
    if new.text("generated").is_some() && !new.flag("virtual") { statement.rewrites() } else { statement }
}

/// Does each table of a hierarchy get its expression by a statement of its own? Not where 18 would lose NOT NULL over it: it makes that
/// of a stored column again, and forgets that it is inherited.
fn sets_expression_alone(new: &Object, cx: &Context<'_>) -> bool {
    new.text("generated").is_some()
        && !stays_typed(&table_of(&new.id), cx)
        && (!not_null::is_constraint(cx) || new.flag("virtual") || !new.flag("not_null"))
}

/// Is the column's default the same for all rows, so that the server need not write them (src/backend/commands/tablecmds.c,
/// ATExecAddColumn)? Functions other than those that are known count as volatile.
pub(super) fn is_stable(expression: &str) -> bool {
    const STABLE: [&str; 8] =
        ["now", "timezone", "lower", "upper", "transaction_timestamp", "date_trunc", "to_char", "make_interval"];
    let mut rest = expression;
    let mut bare = String::new();
    while let Some(start) = rest.find('\'') {
        bare.push_str(&rest[..start]);
        rest = rest[start + 1..].split_once('\'').map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.match_indices('(').all(|(at, _)| {
        let before = &bare[..at];
        let word_at = before.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
        let word = &before[word_at..];
        word.is_empty() || before[..word_at].ends_with("::") || STABLE.contains(&word)
    })
}

fn add(column: &Object, parts: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
    let table = table_of(&column.id);
    let clause = clause::clause(column, parts, Place::Table, true, cx).unwrap_or_default();
    let statement = Statement::new(format!("ALTER TABLE {} ADD COLUMN {clause}", qualified(&table.name)));
    let mut statement = locked_all(statement, LockMode::AccessExclusive, &table, cx);
    let default = parts.iter().find(|part| part.id.kind == Kind::ColumnDefault);
    let has_identity = parts.iter().any(|part| part.id.kind == Kind::Identity);
    let stored = column.text("generated").is_some() && !column.flag("virtual");
    if is_foreign(column) {
        let statement = foreign_options::announced(statement, None, column);
        return std::iter::once(statement).chain(settings(column, cx)).collect();
    }
    let checked = !column.str("type").ends_with("[]") && has_conditions(column, cx.source);
    if has_identity || stored || checked || default.is_some_and(|default| !is_stable(default.str("expression"))) {
        statement = statement.rewrites();
    }
    if column.flag("not_null") && default.is_none() && !has_identity && column.text("generated").is_none() {
        statement = statement.hazard(Hazard::AddNotNull).scans().risk(crate::hazard::Risk::High);
    }
    if let Some(default) = default.filter(|_| backfill::is_wanted(cx) && parts.len() == 1 && !stored) {
        let mut nullable = column.clone();
        nullable.properties.remove("not_null");
        let clause = clause::clause(&nullable, &[], Place::Table, true, cx).unwrap_or_default();
        let bare = Statement::new(format!("ALTER TABLE {} ADD COLUMN {clause}", qualified(&table.name)));
        statement = statement.or(backfill::add_online(column, default, locked(bare, LockMode::AccessExclusive, &table, cx), cx));
    }
    let mut statements = vec![statement];
    statements.extend(settings(column, cx));
    statements.extend(parts.iter().filter_map(|part| super::identity::persistence(part)));
    statements
}

/// The columns of that name that come or go with this one in standing children and theirs, each before its own children's.
fn followers<'a>(column: &ObjectId, has: &'a Catalog, has_not: &Catalog, cx: &Context<'a>) -> Vec<&'a Object> {
    let children = standing_children(&table_of(column), cx);
    let children = children.iter().map(|child| lineage::column_of(child, column.last()));
    let follow = |child: &ObjectId| !has_not.contains(child);
    let with_theirs = |child: &'a Object| [vec![child], followers(&child.id, has, has_not, cx)].concat();
    children.filter(follow).filter_map(|child| has.get(&child)).flat_map(with_theirs).collect()
}

/// Has the child declared the column itself as well? Then it doesn't go with its parent's.
fn is_declared(child: &&Object) -> bool {
    !child.flag("inherited_only") && !child.flag("_partition")
}

/// DROP NOT NULL on a partitioned table takes it from the partitions too; those that keep it get it back.
fn partitions_keep_not_null(column: &ObjectId, cx: &Context<'_>) -> Vec<Statement> {
    let mut statements = Vec::new();
    for child in standing_children(&table_of(column), cx) {
        let id = lineage::column_of(&child, column.last());
        if let Some(child) = cx.source.get(&id) {
            if let Some(old) = cx.target.get(&id).filter(|old| old.flag("not_null") && child.flag("not_null")) {
                let statement = not_null::kept(old, child, cx);
                statements.extend(statement.into_iter().map(|one| one.because("its partitioned table's NOT NULL took it along")));
            } else {
                statements.extend(partitions_keep_not_null(&id, cx));
            }
        }
    }
    statements
}

impl ObjectKind for Column {
    fn is_deparsed(&self) -> bool {
        true
    }

    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../../sql/catalog/column.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        match object.str("_relation") {
            "v" => "view column",
            "m" => "materialized view column",
            "f" => "foreign table column",
            _ => "table column",
        }
    }

    fn reference(&self, object: &Object) -> String {
        format!("COLUMN {}", qualified(&object.id.name))
    }

    fn grant_reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(object.id.names(2)))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges { owner: &[], public: &[] })
    }

    fn is_column(&self) -> bool {
        true
    }

    fn not_hosted(&self, object: &Object, server_version_num: u32) -> Vec<NotHosted> {
        let mut lost = not_null::not_hosted(object, server_version_num);
        if object.flag("virtual") && server_version_num < 180_000 {
            let what = Some("generated columns are stored before PostgreSQL 18");
            lost.push(NotHosted::Property { name: "virtual", instead: None, what });
        }
        lost
    }

    fn unsaid(&self, server_version_num: u32) -> &'static [&'static str] {
        not_null::unsaid(server_version_num)
    }

    fn folding(&self, object: &Object) -> Folding {
        // The settings of a materialized view's column need statements of their own.
        Folding { create: object.str("_relation") != "m", drop: true }
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        let (old, new) = (change.old, change.new);
        if is_of_view(new) {
            return Way::InPlace;
        }
        if change.has("inherited_only") && (new.flag("inherited_only") || !inherits_from(&old.id, cx.target, cx).is_empty()) {
            // Only CREATE TABLE … INHERITS makes a column that isn't the child's own, and nothing makes it its own but the loss of
            // the last parent.
            return Way::Convert;
        }
        if change.has_any(&["type", "collation"]) && lineage::comes_with_new_parent(new, cx) {
            return Way::Convert;
        }
        let was_generated = old.text("generated").is_some();
        let is_generated = new.text("generated").is_some();
        let held = || row_type::is_held(&table_of(&new.id), cx.target, cx.source);
        if is_generated && (!was_generated || change.has_any(&["generated", "virtual"])) {
            if held() {
                return Way::Convert;
            }
            // The new expression need not fit the old type, nor the old one the new.
            let only_expression = was_generated && !change.has_any(&["virtual", "type", "collation"]);
            let set_expression = only_expression && cx.target.origin.server_version_num >= 170_000;
            return if set_expression { Way::Disturbing } else { Way::Rebuild };
        }
        if change.has_any(&["type", "collation"]) {
            if swap::swaps(&new.id, cx) {
                return Way::InPlace;
            }
            let converts = conversion(old, new, cx).is_some();
            return match converts {
                true if held() => Way::Convert,
                true => Way::Disturbing,
                false => Way::Rebuild,
            };
        }
        Way::InPlace
    }

    fn disturbs(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<ObjectId> {
        let (old, new) = (change.old, change.new);
        if !change.has_any(&["type", "collation"]) || is_of_view(new) {
            return Vec::new();
        }
        // The server takes no USING where a foreign table is below, whose values it doesn't have.
        let using = new.text("generated").is_none() && conversion(old, new, cx).is_some_and(|conversion| conversion.using.is_some());
        let foreign = if using { lineage::foreign_below(&table_of(&new.id), cx) } else { Vec::new() };
        lineage::apart_for_retyping(&new.id, cx).into_iter().chain(foreign).collect()
    }

    fn in_the_way(&self, new: &Object, cx: &Context<'_>) -> Vec<ObjectId> {
        row_type::in_the_way(new, cx)
    }

    /// Nothing but CREATE TABLE … INHERITS makes it; or the server would fill it in rows, and there are some in columns elsewhere.
    fn makes_whole_anew(&self, object: &Object, cx: &Context<'_>) -> bool {
        let table = table_of(&object.id);
        if is_of_view(object) || is_foreign(object) || !stands(&table, cx) || stays_typed(&table, cx) {
            return false;
        }
        if lineage::comes_with_new_parent(object, cx) {
            return true;
        }
        let mut parts = cx.source.children(&object.id);
        let filled = object.text("generated").is_some() || is_domain(object) || parts.any(|part| !part.id.is_facet());
        filled && row_type::is_held(&table, cx.target, cx.source)
    }

    fn survives(&self, dependent: &Object, cause: &Object, way: Way) -> Survival {
        let is_own = dependent.parent.as_ref() == Some(&cause.id);
        match way {
            Way::InPlace => Survival::Kept,
            Way::Disturbing if is_own || dependent.text("generated").is_none() => Survival::Kept,
            // A child's column, which the statement on its parent's reaches.
            Way::Disturbing if cause.id.kind == Kind::Column && dependent.parent != cause.parent => Survival::Kept,
            Way::Disturbing => Survival::Rebuilt,
            _ if is_own => Survival::Rebuilt,
            // The parent's statement reaches it.
            _ if cause.id.kind == Kind::Column && dependent.text("generated").is_none() => Survival::Kept,
            _ if dependent.text("generated").is_some() => Survival::Rebuilt,
            Way::Convert if cause.spec().is_type() || row_type::is_of(dependent, &cause.id) => Survival::Altered,
            _ if cause.spec().is_type() => Survival::Rebuilt,
            _ => Survival::Kept,
        }
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        probes::probes(old, new, cx)
    }

    fn create(&self, object: &Object, folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        if is_of_view(object) {
            let compression = object.text("compression").map(|compression| {
                alter(object, &format!("SET COMPRESSION {compression}"), LockMode::AccessExclusive, cx)
            });
            return compression.into_iter().chain(settings(object, cx)).collect();
        }
        let parts = clause::own_parts(&object.id, folded);
        if stays_typed(&table_of(&object.id), cx) {
            // ALTER TYPE … ADD ATTRIBUTE … CASCADE made it.
            return clause::beyond_parents(object, &parts, false, cx);
        }
        if inherits_from(&object.id, cx.source, cx).into_iter().any(|parent| !cx.target.contains(&parent.id) || cx.rebuilt.contains(&parent.id)) {
            return clause::beyond_parents(object, &parts, false, cx);
        }
        // A child that declares the column itself has it before it inherits it, or the server says that it exists.
        let mut statements = Vec::new();
        let children = followers(&object.id, cx.source, cx.target, cx);
        for child in children.into_iter().rev().filter(is_declared) {
            statements.extend(add(child, &[], cx));
        }
        let named = not_null::called_otherwise_below(object, cx);
        if named.is_empty() || object.flag("not_null_not_valid") {
            statements.extend(add(object, &parts, cx));
            return statements;
        }
        // The parent's NOT NULL would give those of the children its own name, which nothing changes.
        let mut nullable = object.clone();
        nullable.properties.remove("not_null");
        statements.extend(add(&nullable, &parts, cx));
        statements.extend(named.into_iter().map(|child| not_null::add_by_name(child, cx)));
        statements.push(not_null::add_by_name(object, cx));
        statements
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let table = table_of(&object.id);
        if is_of_view(object) || stays_typed(&table, cx) || !inherits_from(&object.id, cx.target, cx).is_empty() {
            return Vec::new();
        }
        let drop = |column: &Object| {
            let relation = qualified(column.id.names(2));
            let statement = Statement::new(format!("ALTER TABLE {relation} DROP COLUMN {}", quote(column.id.last())));
            let children = followers(&column.id, cx.target, cx.source, cx);
            let with_it = std::iter::once(column).chain(children.into_iter().filter(|child| !is_declared(child)));
            // What is computed is no data.
            let lost = with_it.filter(|column| column.text("generated").is_none() && !is_foreign(column));
            let hazard = if is_foreign(column) { Hazard::DropForeignTable } else { Hazard::DropColumn };
            let identity = cx.target.get(&ObjectId::new(Kind::Identity, column.id.name.iter().cloned()));
            let sequence = identity.map(|identity| qualified(&identity.texts("sequence")));
            let statement = statement.locks_all(LockMode::AccessExclusive, relation).hazard(hazard).losing(lost);
            sequence.into_iter().fold(statement, |statement, sequence| statement.locks(LockMode::AccessExclusive, sequence))
        };
        let declared = followers(&object.id, cx.target, cx.source, cx).into_iter().filter(is_declared);
        std::iter::once(object).chain(declared).map(drop).collect()
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let (old, new) = (change.old, change.new);
        let table = table_of(&new.id);
        let carried = stays_typed(&table, cx) || !inherits_from(&new.id, cx.source, cx).is_empty();
        let mut statements = Vec::new();
        let retyped = change.has("type") || change.properties.is_empty() || is_forced(old, cx);
        let retypes = (retyped || change.has("collation")) && !is_of_view(new);
        let alone = sets_expression_alone(new, cx);
        let rewrites = retypes || change.has("generated") && new.text("generated").is_some() && !alone;
        if retypes && swap::swaps(&new.id, cx) {
            let statement = set_type(old, new, retyped, &qualified(&table.name), cx);
            return statement.into_iter().map(|statement| statement.or(swap::online(old, new, cx))).collect();
        }
        if change.has("generated") && (!carried || alone) || retypes && !carried {
            if retypes {
                statements.extend(super::identity::before_type_change(&new.id, cx));
            }
            let written = |relation: &str| {
                let set_expression = change.has("generated").then(|| set_expression(new, relation, cx));
                let set_type = retypes.then(|| set_type(old, new, retyped, relation, cx)).flatten();
                set_expression.into_iter().chain(set_type).collect::<Vec<Statement>>()
            };
            statements.extend(if rewrites {
                not_null::beside_those_of_children(&new.id, &written, cx)
            } else {
                written(&qualified(&table.name))
            });
        }
        statements.extend(not_null::alter(change, rewrites, cx));
        if change.has_any(&foreign_options::BOTH) {
            let changes = foreign_options::changes(old, new);
            let statement = alter(new, changes.trim_start(), LockMode::AccessExclusive, cx);
            statements.push(foreign_options::announced(statement, Some(old), new));
        }
        // With the type, the server sets these back to what the new one has.
        if change.has("storage") || retypes && new.text("storage").is_some() {
            let storage = new.text("storage").or(new.text("_type_storage")).unwrap_or("PLAIN");
            statements.push(alter(new, &format!("SET STORAGE {storage}"), LockMode::AccessExclusive, cx));
        }
        if change.has("compression") || retypes && new.text("compression").is_some() {
            let compression = new.text("compression").unwrap_or("default");
            statements.push(alter(new, &format!("SET COMPRESSION {compression}"), LockMode::AccessExclusive, cx));
        }
        if change.has("statistics") {
            let target = new.int("statistics").unwrap_or(-1);
            statements.push(alter(new, &format!("SET STATISTICS {target}"), LockMode::ShareUpdateExclusive, cx));
        }
        if change.has("options") {
            for subcommand in relation_options::changes(&old.texts("options"), &new.texts("options")) {
                statements.push(alter(new, &subcommand, LockMode::ShareUpdateExclusive, cx));
            }
        }
        statements
    }
}

/// Does a type that the column uses stand aside?
fn is_forced(old: &Object, cx: &Context<'_>) -> bool {
    let is_type = |needed: &ObjectId| needed.kind.spec().is_type() || row_type::is_of(old, needed);
    old.depends.iter().any(|needed| cx.aside.contains_key(needed) && is_type(needed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_that_are_the_same_for_all_rows() {
        for expression in ["5", "'a(b'::text", "now()", "'1'::numeric(10,2)", "CURRENT_TIMESTAMP", "(1 + 2)", "lower('A'::text)"] {
            assert!(is_stable(expression), "{expression}");
        }
        for expression in ["nextval('s.q'::regclass)", "random()", "s.f(1)", "(1 + s.f())", "gen_random_uuid()"] {
            assert!(!is_stable(expression), "{expression}");
        }
    }
}
