//! The rows of a database, and whether they are still there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::Result;
use pgdiff_engine::ident;
use pgdiff_engine::options::Rename;
use postgres::Client;

/// The tables with their columns.
const TABLES: &str = include_str!("tables.sql");

/// A schema and a name in it.
type Name = (String, String);

/// What a plan says about objects.
#[derive(Debug, Default)]
pub struct Announced {
    /// What it would lose, as `object_type object_identity`.
    pub lost: BTreeSet<String>,
    /// The identities of all that it has statements for.
    pub touched: BTreeSet<String>,
}

/// All rows of a database, as text.
#[derive(Clone, Debug)]
pub struct Rows {
    tables: BTreeMap<Name, Table>,
}

/// One table's columns and its rows.
#[derive(Clone, Debug)]
struct Table {
    /// A partition's rows may be found anywhere in its root.
    root: Option<Name>,
    /// All its rows are its partitions', and looked for there.
    partitioned: bool,
    columns: Vec<Column>,
    rows: Vec<Vec<Option<String>>>,
}

#[derive(Clone, Debug)]
struct Column {
    name: String,
    /// The tables above that have it as well, as `schema.name`.
    inherited_from: Vec<String>,
    data_type: String,
    /// The type itself, or what the array is made of.
    element_type: String,
}

impl Rows {
    pub fn read(client: &mut Client) -> Result<Rows> {
        // Types are named with their schemas, as the plan names them.
        client.batch_execute("SET search_path = pg_catalog")?;
        let mut tables: BTreeMap<Name, Table> = BTreeMap::new();
        for row in client.query(TABLES, &[])? {
            let name = (row.get("schema"), row.get("name"));
            let root: (Option<String>, Option<String>) = (row.get("root_schema"), row.get("root_name"));
            let table = tables.entry(name).or_insert_with(|| Table {
                root: root.0.zip(root.1),
                partitioned: row.get("partitioned"),
                columns: Vec::new(),
                rows: Vec::new(),
            });
            if let Some(name) = row.get("column_name") {
                let (data_type, element_type) = (row.get("data_type"), row.get("element_type"));
                table.columns.push(Column { name, inherited_from: row.get("inherited_from"), data_type, element_type });
            }
        }
        for (name, table) in &mut tables {
            let columns: Vec<String> =
                table.columns.iter().map(|column| format!("{}::text", ident::quote(&column.name))).collect();
            let only = if table.partitioned { "" } else { "ONLY " };
            let query = format!("SELECT ARRAY[{}]::text[] FROM {only}{}", columns.join(", "), identity(name));
            table.rows = client.query(&query, &[])?.iter().map(|row| row.get(0)).collect();
        }
        Ok(Rows { tables })
    }

    /// The same rows under the names that they have after renaming.
    pub fn renamed(mut self, renames: &[Rename]) -> Rows {
        for rename in renames.iter().filter(|rename| rename.object_type == "column") {
            let [schema, table, from] = rename.from.as_slice() else { continue };
            let (named, above) = ((schema.clone(), table.clone()), format!("{schema}.{table}"));
            for (name, table) in &mut self.tables {
                let is_meant =
                    |column: &&mut Column| column.name == *from && (*name == named || column.inherited_from.contains(&above));
                table.columns.iter_mut().filter(is_meant).for_each(|column| column.name.clone_from(&rename.to));
            }
        }
        let new_name = |(schema, table): Name| {
            let to = |object_type: &str, from: &[&String]| {
                let mut found = renames
                    .iter()
                    .filter(|rename| rename.object_type == object_type && rename.from.iter().eq(from.iter().copied()));
                found.next().map(|rename| rename.to.clone())
            };
            let new_table = to("table", &[&schema, &table]);
            let new_schema = to("schema", &[&schema]);
            (new_schema.unwrap_or(schema), new_table.unwrap_or(table))
        };
        Rows { tables: self.tables.into_iter().map(|(name, table)| (new_name(name), table)).collect() }
    }

    /// What is missing in `after` that was here and that nobody announced to lose; one line for each table.
    pub fn missing_in(&self, after: &Rows, announced: &Announced) -> Vec<String> {
        let kept = self.tables.iter().filter(|(name, table)| {
            !table.rows.is_empty() && !table.partitioned && !announced.lost.contains(&format!("table {}", identity(name)))
        });
        kept.filter_map(|(name, before)| before.missing_in(name, after, announced)).collect()
    }
}

impl Table {
    /// What is wrong with the rows of this table; nothing, when they are all where they were, or in the root of the partition.
    fn missing_in(&self, name: &Name, after: &Rows, announced: &Announced) -> Option<String> {
        let places: Vec<&Table> =
            [Some(name), self.root.as_ref()].into_iter().flatten().filter_map(|name| after.tables.get(name)).collect();
        if places.is_empty() {
            return Some(format!("table {} is gone, with {} rows", identity(name), self.rows.len()));
        }
        let mut wrong = Vec::new();
        for place in places {
            wrong.push(self.missing_in_table(name, place, announced)?);
        }
        Some(wrong.join("\n"))
    }

    fn missing_in_table(&self, name: &Name, after: &Table, announced: &Announced) -> Option<String> {
        let table = identity(name);
        let is_lost =
            |column: &Column| announced.lost.contains(&format!("table column {table}.{}", ident::quote(&column.name)));
        let (kept, lost): (Vec<&Column>, Vec<&Column>) =
            self.columns.iter().filter(|column| !is_lost(column)).partition(|column| after.column(&column.name).is_some());
        if let Some(lost) = lost.first() {
            return Some(format!("table {table} lost column {} without a word", lost.name));
        }
        if self.rows.len() > after.rows.len() {
            return Some(format!("table {table} had {} rows, has {}", self.rows.len(), after.rows.len()));
        }
        // A new type may write the same value in another way: then only the other columns can be compared, and what is null.
        let (same_type, retyped): (Vec<&Column>, Vec<&Column>) = kept.iter().partition(|column| {
            after.column(&column.name) == Some(&column.data_type) && !announced.touches_type(&column.element_type)
        });
        if contains(after.project(&kept), self.project(&kept)) {
            return None;
        }
        if !contains(after.project(&same_type), self.project(&same_type)) {
            return Some(format!(
                "table {table} has other values:\n  before {:?}\n  after  {:?}",
                self.project(&same_type),
                after.project(&same_type)
            ));
        }
        let other_nulls = retyped
            .iter()
            .find(|column| self.nulls(column) > after.nulls(column) || self.values(column) > after.values(column));
        other_nulls.map(|column| format!("table {table}: column {} has other nulls than before its type changed", column.name))
    }

    /// The type of a column, if there is one of that name.
    fn column(&self, name: &str) -> Option<&String> {
        self.columns.iter().find(|column| column.name == name).map(|column| &column.data_type)
    }

    fn position(&self, column: &Column) -> Option<usize> {
        self.columns.iter().position(|own| own.name == column.name)
    }

    fn project(&self, columns: &[&Column]) -> Vec<Vec<Option<&str>>> {
        let positions: Vec<usize> = columns.iter().filter_map(|column| self.position(column)).collect();
        self.rows.iter().map(|row| positions.iter().map(|position| row[*position].as_deref()).collect()).collect()
    }

    fn nulls(&self, column: &Column) -> usize {
        self.position(column).map_or(0, |position| self.rows.iter().filter(|row| row[position].is_none()).count())
    }

    fn values(&self, column: &Column) -> usize {
        self.rows.len() - self.nulls(column)
    }
}

impl Announced {
    /// Whether the plan changes a type (a table's row type too), or a part of it.
    fn touches_type(&self, name: &str) -> bool {
        let part = format!("{name}.");
        self.touched.iter().any(|identity| identity == name || identity.starts_with(&part))
    }
}

/// Whether every one of these rows is among those, as often.
fn contains(rows: Vec<Vec<Option<&str>>>, these: Vec<Vec<Option<&str>>>) -> bool {
    let mut count: HashMap<Vec<Option<&str>>, usize> = HashMap::new();
    rows.into_iter().for_each(|row| *count.entry(row).or_default() += 1);
    these.into_iter().all(|row| count.get_mut(&row).and_then(|left| left.checked_sub(1).map(|less| *left = less)).is_some())
}

fn identity((schema, name): &Name) -> String {
    ident::qualified(&[schema, name])
}
