//! Tables: ordinary, partitioned and foreign ones, and partitions.
//!
//! Columns, defaults and most constraints are folded into CREATE TABLE. Where the server has no ALTER (the partition key), the
//! table is made anew and its rows are copied.

use super::ancestry::is_incomplete;
use super::column::clause::{self, Place};
use super::column::{carried_over, lineage, not_null, order};
use super::conversion::aside_name as aside_name_of;
use super::{
    Change, Context, DefaultPrivileges, Kind, NotHosted, ObjectKind, Survival, Way, composite_type, constraint, foreign_options, identity, index,
    partition, row_type, sequence_position,
};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, LockMode};
use crate::ident::{qualified, quote};
use crate::relation_options;
use crate::probe::Question;
use crate::statement::Statement;

/// CREATE TABLE
pub struct Table;

/// Is it a foreign table? It has columns, checks, triggers and privileges as others have, but holds no rows.
pub fn is_foreign(table: &Object) -> bool {
    table.get("server").is_some()
}

fn aside_name(object: &Object, aside: &str) -> String {
    qualified(&[object.id.first(), aside])
}

/// Parts of one kind among those that are folded, in the order in which they stand in the table.
fn of_kind<'a>(folded: &[&'a Object], kind: Kind) -> Vec<&'a Object> {
    let mut parts: Vec<&Object> = folded.iter().copied().filter(|part| part.id.kind == kind).collect();
    parts.sort_by_key(|part| (part.int("_position"), part.id.clone()));
    parts
}

/// Does a parent generate the column from the same expression?
fn generated_above(column: &Object, parents: &[&Object], cx: &Context<'_>) -> bool {
    let Some(expression) = column.text("generated") else { return false };
    let of_parent = |parent: &&Object| {
        let table = ObjectId::new(Kind::Table, parent.texts("_parent"));
        cx.source.get(&lineage::column_of(&table, column.id.last()))
    };
    parents.iter().filter_map(of_parent).any(|above| above.text("generated") == Some(expression))
}

fn create_table(
    object: &Object,
    folded: &[&Object],
    apart: &[&Object],
    cx: &Context<'_>,
    comes_by_inheritance: impl Fn(&Object) -> bool,
) -> String {
    let unlogged = if object.flag("unlogged") { "UNLOGGED " } else { "" };
    let foreign = if is_foreign(object) { "FOREIGN " } else { "" };
    let mut sql = format!("CREATE {unlogged}{foreign}TABLE {}", qualified(&object.id.name));
    let typed = of_kind(folded, Kind::TypedTable).into_iter().next();
    let parents = of_kind(folded, Kind::Inheritance);
    let place = |column: &Object| match typed {
        Some(_) => Place::Typed,
        None if generated_above(column, &parents, cx) => Place::GeneratedAbove,
        None => Place::Table,
    };
    let (inherited, columns): (Vec<&Object>, Vec<&Object>) =
        of_kind(folded, Kind::Column).into_iter().partition(|column| comes_by_inheritance(column));
    let clause = |column: &Object| {
        clause::clause(column, &clause::own_parts(&column.id, folded), place(column), !parents.is_empty(), cx)
    };
    let mut elements: Vec<String> = columns.into_iter().filter_map(clause).collect();
    elements.extend(inherited.into_iter().filter_map(|column| not_null::element(column, cx)));
    let constraints = of_kind(folded, Kind::Constraint).into_iter();
    elements.extend(constraints.filter(|constraint| !apart.contains(constraint)).filter_map(constraint::folded));
    if let Some(typed) = typed {
        sql.push_str(&format!(" OF {}", qualified(&typed.texts("type"))));
    }
    if !elements.is_empty() {
        sql.push_str(&format!(" (\n    {}\n)", elements.join(",\n    ")));
    } else if typed.is_none() {
        sql.push_str(" ()");
    }
    if !parents.is_empty() {
        let names: Vec<String> = parents.iter().map(|parent| qualified(&parent.texts("_parent"))).collect();
        sql.push_str(&format!("\nINHERITS ({})", names.join(", ")));
    }
    if let Some(server) = object.text("server") {
        sql.push_str(&format!("\nSERVER {}{}", quote(server), foreign_options::clause(object)));
    }
    if let Some(key) = object.text("partition_key") {
        sql.push_str(&format!("\nPARTITION BY {key}"));
    }
    if let Some(method) = object.text("access_method") {
        sql.push_str(&format!("\nUSING {}", quote(method)));
    }
    let options = relation_options::clause(&object.texts("options"));
    if !options.is_empty() {
        sql.push_str(&format!("\n{}", options.trim_start()));
    }
    if let Some(tablespace) = object.text("tablespace") {
        sql.push_str(&format!("\nTABLESPACE {}", quote(tablespace)));
    }
    sql
}

/// The wanted tablespace, for SET TABLESPACE, as SQL. None is the database's, which need not be pg_default.
pub fn tablespace(change: &Change<'_>) -> String {
    quote(change.new.text("tablespace").or(change.old.text("_database_tablespace")).unwrap_or("pg_default"))
}

fn row_security(object: &Object) -> Vec<&'static str> {
    let mut said = Vec::new();
    if object.flag("row_security") {
        said.push("ENABLE ROW LEVEL SECURITY");
    }
    if object.flag("force_row_security") {
        said.push("FORCE ROW LEVEL SECURITY");
    }
    said
}

/// Is it a partition all the time, of a table that is made anew as well? Then that one's rows are copied, and it gets its own.
fn rows_come_through_whole(table: &ObjectId, cx: &Context<'_>) -> bool {
    let after = partition::wholes(table, cx.source);
    partition::wholes(table, cx.target).iter().any(|of| cx.aside.contains_key(of) && after.contains(of))
}

impl ObjectKind for Table {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/table.sql"))
    }

    fn object_type(&self, object: &Object) -> &'static str {
        if is_foreign(object) { "foreign table" } else { "table" }
    }

    fn reference(&self, object: &Object) -> String {
        let foreign = if is_foreign(object) { "FOREIGN " } else { "" };
        format!("{foreign}TABLE {}", qualified(&object.id.name))
    }

    fn not_hosted(&self, object: &Object, server_version_num: u32) -> Vec<NotHosted> {
        if object.get("partition_key").is_none() {
            return Vec::new();
        }
        let without = |name: &'static str, what: &'static str| {
            object.get(name).map(|_| NotHosted::Property { name, instead: None, what: Some(what) })
        };
        let method = without("access_method", "partitioned tables have no access method before PostgreSQL 17");
        let unlogged = without("unlogged", "partitioned tables can't be unlogged from PostgreSQL 18 on");
        method.filter(|_| server_version_num < 170_000).into_iter().chain(unlogged.filter(|_| server_version_num >= 180_000)).collect()
    }

    fn grant_reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(&object.id.name))
    }

    fn default_privileges(&self, server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges::relation(server_version_num))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_class", object.id.name.to_vec()), ("pg_type", object.id.name.to_vec())]
    }

    fn rebuild_way(&self) -> Way {
        Way::Convert
    }

    fn rebuild_way_of(&self, object: &Object) -> Way {
        if is_foreign(object) { Way::Rebuild } else { Way::Convert }
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        // Another server; or one side's table holds rows and the other's is foreign.
        if change.has("server") {
            return Way::Rebuild;
        }
        let set_access_method = cx.target.origin.server_version_num >= 150_000;
        if change.has(order::PROPERTY) && order::can_be_made(&change.new.id, cx.source)
            || change.has_any(&["partition_key", "partition_key_types"]) || change.has("access_method") && !set_access_method
            || change.has_any(&["unlogged", "access_method"]) && row_type::is_held(&change.new.id, cx.target, cx.source) {
            self.rebuild_way_of(change.new)
        } else {
            Way::InPlace
        }
    }

    /// It has rows. What it depends on itself is its schema, the type that it is of, whose attributes must come in the order of the
    /// columns, and what its partition key is made of: types, collations, functions. No ALTER lets go of those.
    fn survives(&self, dependent: &Object, cause: &Object, way: Way) -> Survival {
        let replaced = matches!(way, Way::Rebuild | Way::Convert);
        let is_of_key = dependent.text("partition_key").is_some() && !matches!(cause.id.kind, Kind::Schema | Kind::Table);
        let made_of = matches!(cause.id.kind, Kind::CompositeType | Kind::ForeignServer);
        if replaced && (is_of_key || made_of) { Survival::Rebuilt } else { Survival::Kept }
    }

    /// A table that is logged can't refer to one that isn't, so that of two that change, linked to and fro, none could be the first.
    /// Both are rewritten anyway.
    fn disturbs(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<ObjectId> {
        if !change.has("unlogged") {
            return Vec::new();
        }
        let changes = |table: &ObjectId| {
            cx.target.get(table).zip(cx.source.get(table)).is_some_and(|(old, new)| old.flag("unlogged") != new.flag("unlogged"))
        };
        let keys = cx.target.children_of_kind(&change.new.id, Kind::Constraint);
        keys.filter(|key| constraint::referenced(key).is_some_and(|other| other != change.new.id && changes(&other)))
            .map(|key| key.id.clone())
            .collect()
    }

    fn scatters(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<ObjectId> {
        if change.has("partition_key") { partition::staying_below(&change.new.id, cx) } else { Vec::new() }
    }

    fn create(&self, object: &Object, folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let inherits = folded.iter().any(|part| part.id.kind == Kind::Inheritance);
        let comes_by_inheritance = |column: &Object| inherits && column.flag("inherited_only");
        let apart = constraint::doubles(&of_kind(folded, Kind::Constraint));
        let create = Statement::new(create_table(object, folded, &apart, cx, comes_by_inheritance));
        let with_options = std::iter::once(object).chain(of_kind(folded, Kind::Column));
        let mut statements = vec![with_options.fold(create, |statement, part| foreign_options::announced(statement, None, part))];
        let typed = folded.iter().any(|part| part.id.kind == Kind::TypedTable);
        for column in of_kind(folded, Kind::Column) {
            let parts = clause::own_parts(&column.id, folded);
            if comes_by_inheritance(column) {
                statements.extend(clause::beyond_parents(column, &parts, true, cx));
            } else {
                if let Some(compression) = column.text("compression").filter(|_| typed) {
                    let subcommand = format!("SET COMPRESSION {compression}");
                    statements.push(clause::alter(column, &subcommand, LockMode::AccessExclusive, cx));
                }
                statements.extend(clause::settings(column, cx));
            }
            statements.extend(parts.into_iter().filter_map(identity::persistence));
        }
        statements.extend(apart.iter().flat_map(|constraint| constraint.spec().create(constraint, &[], cx)));
        let name = qualified(&object.id.name);
        if let Some(aside) = cx.aside.get(&object.id).filter(|_| row_type::is_converted(&object.id, cx)) {
            statements.extend(composite_type::row_converters(object, aside, cx));
        }
        statements.extend(row_security(object).iter().map(|said| Statement::new(format!("ALTER TABLE {name} {said}"))));
        statements
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        let divided = old.zip(new).and_then(|(old, new)| partition::divided(old, new, cx));
        let goes = old.filter(|old| new.is_none() && !is_foreign(old) && old.get("partition_key").is_none());
        let select = |old: &Object| format!("SELECT * FROM ONLY {}", qualified(&old.id.name));
        goes.map(|old| Question::loses(Hazard::DropTable, "rows", &select(old))).into_iter().chain(divided).collect()
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let name = qualified(&object.id.name);
        if is_foreign(object) {
            let drop = Statement::new(format!("DROP FOREIGN TABLE {name}"));
            let drop = drop.locks(LockMode::AccessExclusive, name).hazard(Hazard::DropForeignTable);
            return vec![foreign_options::losing(drop, object, None)];
        }
        let detached = Some(&object.id).filter(|id| constraint::refers_to_whole(id, cx)).and_then(|id| index::detach(id, cx));
        let of = cx.target.get(&ObjectId::new(Kind::Partition, object.id.name.iter().cloned())).map(|partition| qualified(&partition.texts("of")));
        // Its own foreign keys went before it.
        let keys = cx.target.children_of_kind(&object.id, Kind::Constraint).filter(|key| key.flag("_clone"));
        let keys = keys.filter_map(constraint::referenced);
        let columns = cx.target.children_of_kind(&object.id, Kind::Column);
        let identities = columns.filter_map(|column| cx.target.get(&ObjectId::new(Kind::Identity, column.id.name.iter().cloned())));
        let sequences = identities.map(|identity| qualified(&identity.texts("sequence")));
        let others = of.into_iter().chain(keys.map(|table| qualified(&table.name))).chain(sequences);
        let drop = Statement::new(format!("DROP TABLE {name}"));
        let drop = others
            .fold(drop, |drop, other| drop.locks(LockMode::AccessExclusive, other))
            .locks(LockMode::AccessExclusive, name)
            .hazard(Hazard::DropTable)
            .losing([object]);
        detached.map(|statement| statement.because("foreign keys refer to the whole table")).into_iter().chain([drop]).collect()
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let (old, new) = (change.old, change.new);
        let name = qualified(&new.id.name);
        let alter = |subcommand: &str| Statement::new(format!("ALTER TABLE {name} {subcommand}"));
        let mut statements = Vec::new();
        let exclusive = |statement: Statement| statement.locks(LockMode::AccessExclusive, &name);
        let rewrites = |statement: Statement| if new.text("partition_key").is_some() { statement } else { statement.rewrites() };
        if change.has_any(&foreign_options::BOTH) {
            let changes = foreign_options::changes(old, new);
            let statement = Statement::new(format!("ALTER FOREIGN TABLE {name}{changes}"));
            statements.push(foreign_options::announced(exclusive(statement), Some(old), new));
        }
        if change.has("access_method") {
            // Of a partitioned table it is what its partitions get, and none is the default.
            let none = if new.text("partition_key").is_some() { "DEFAULT".to_owned() } else { quote("heap") };
            let method = new.text("access_method").map_or(none, quote);
            statements.push(rewrites(exclusive(alter(&format!("SET ACCESS METHOD {method}")))));
        }
        if change.has("tablespace") {
            let tablespace = tablespace(change);
            statements.push(rewrites(exclusive(alter(&format!("SET TABLESPACE {tablespace}")))));
        }
        if change.has("unlogged") {
            let word = if new.flag("unlogged") { "UNLOGGED" } else { "LOGGED" };
            statements.push(rewrites(exclusive(alter(&format!("SET {word}")))));
        }
        if change.has("options") {
            for subcommand in relation_options::changes(&old.texts("options"), &new.texts("options")) {
                statements.push(alter(&subcommand).locks(relation_options::lock(&subcommand), &name));
            }
        }
        if change.has("row_security") {
            let (word, hazard) = if new.flag("row_security") {
                ("ENABLE", Hazard::AuthorizationNarrowed)
            } else {
                ("DISABLE", Hazard::AuthorizationWidened)
            };
            statements.push(exclusive(alter(&format!("{word} ROW LEVEL SECURITY"))).hazard(hazard));
        }
        if change.has("force_row_security") {
            let (word, hazard) = if new.flag("force_row_security") {
                ("FORCE", Hazard::AuthorizationNarrowed)
            } else {
                ("NO FORCE", Hazard::AuthorizationWidened)
            };
            statements.push(exclusive(alter(&format!("{word} ROW LEVEL SECURITY"))).hazard(hazard));
        }
        statements
    }

    fn set_aside(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let name = qualified(&object.id.name);
        let why = "the server can't change it in place: it is made anew, and its rows are copied";
        let rename = Statement::new(format!("ALTER TABLE {name} RENAME TO {}", quote(aside)));
        let mut statements = vec![rename.locks(LockMode::AccessExclusive, name).because(why)];
        // The new table's indexes, sequences and statistics take their names.
        let columns = cx.target.children_of_kind(&object.id, Kind::Column);
        let identities = columns.flat_map(|column| cx.target.children_of_kind(&column.id, Kind::Identity));
        // An incomplete index is dropped by itself.
        let parts = cx.target.children(&object.id).filter(|part| !part.id.is_facet() && !is_incomplete(part));
        for part in parts.chain(identities) {
            let (what, catalog) = match part.id.kind {
                Kind::Identity => ("SEQUENCE", "pg_class"),
                Kind::Statistics => ("STATISTICS", "pg_statistic_ext"),
                _ => ("INDEX", "pg_class"),
            };
            let names = part.spec().slots(part).into_iter().filter(|(of, name)| {
                // An index of a partitioned table says the names of its partitions' indexes too.
                *of == catalog && (what == "SEQUENCE" || name.last().is_some_and(|name| name == part.id.last()))
            });
            statements.extend(names.map(|(_, name)| {
                let aside = aside_name_of(name.last().map_or("", String::as_str));
                Statement::new(format!("ALTER {what} {} RENAME TO {}", qualified(&name), quote(&aside))).because(why)
            }));
        }
        statements
    }

    fn convert(&self, change: &Change<'_>, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let (old, new) = (change.old, change.new);
        let mut columns: Vec<&Object> = cx.source.children_of_kind(&new.id, Kind::Column).collect();
        columns.retain(|column| column.text("generated").is_none() && cx.target.contains(&column.id));
        columns.sort_by_key(|column| column.int("_position"));
        let values: Vec<String> = columns
            .iter()
            .filter_map(|column| Some(carried_over(cx.target.get(&column.id)?, column, cx)))
            .collect();
        if columns.is_empty() || rows_come_through_whole(&new.id, cx) {
            return Vec::new();
        }
        let names: Vec<String> = columns.iter().map(|column| quote(column.id.last())).collect();
        let name = qualified(&new.id.name);
        // Rows of plain inheritance's children are theirs.
        let only = if old.text("partition_key").is_some() { "" } else { "ONLY " };
        let mut statements = vec![
            Statement::new(format!(
                "INSERT INTO {name} ({})\nOVERRIDING SYSTEM VALUE\nSELECT {}\n  FROM {only}{}",
                names.join(", "),
                values.join(", "),
                aside_name(new, aside)
            ))
            .hazard(Hazard::RowsCopied)
            .scans(),
        ];
        for column in columns {
            for identity in cx.source.children_of_kind(&column.id, Kind::Identity) {
                let old = cx.target.get(&identity.id).map(|old| old.texts("sequence"));
                statements.push(match old.as_deref() {
                    Some([schema, sequence]) => {
                        let old = qualified(&[schema, &aside_name_of(sequence)[..]]);
                        sequence_position::carried(&identity::sequence_name(identity), identity, &old)
                    }
                    _ => identity::set_position(&identity.texts("sequence"), identity, &column.id),
                });
            }
        }
        statements
    }

    fn discard(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let name = aside_name(object, aside);
        // What is computed is no data.
        let columns = cx.target.children_of_kind(&object.id, Kind::Column).filter(|column| column.text("generated").is_none());
        let lost: Vec<&Object> = columns.filter(|column| !cx.source.contains(&column.id)).collect();
        let statement = Statement::new(format!("DROP TABLE {name}"));
        let drop = if !cx.source.contains(&object.id) {
            statement.hazard(Hazard::DropTable).losing([object])
        } else if lost.is_empty() { statement } else { statement.hazard(Hazard::DropColumn).losing(lost) };
        let held = cx.source.contains(&object.id) && row_type::is_converted(&object.id, cx);
        let converters = if held { composite_type::drop_converters(object, aside, cx) } else { Vec::new() };
        converters.into_iter().chain([drop]).collect()
    }
}
