//! The rows of a database, and whether they are still there.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use postgres::Client;

/// The ordinary tables with their columns. Partitions are read through their parents: where a row lies may change.
const TABLES: &str = include_str!("tables.sql");

/// One table's columns and its rows.
#[derive(Debug)]
struct Table {
    /// The columns' types, by (quoted) name.
    columns: BTreeMap<String, String>,
    /// Each row as values by the names' order.
    rows: Vec<Vec<Option<String>>>,
}

/// All rows of a database, as text.
#[derive(Debug)]
pub struct Rows {
    tables: BTreeMap<String, Table>,
}

/// What a plan announced to lose, as `object_type object_identity`.
pub type Announced = BTreeSet<String>;

impl Rows {
    pub fn read(client: &mut Client) -> Result<Rows> {
        let mut tables: BTreeMap<String, Table> = BTreeMap::new();
        let mut from: BTreeMap<String, String> = BTreeMap::new();
        for row in client.query(TABLES, &[])? {
            let identity: String = row.get("identity");
            from.insert(identity.clone(), row.get("from_item"));
            let table = tables.entry(identity).or_insert_with(|| Table { columns: BTreeMap::new(), rows: Vec::new() });
            if let (Some(name), Some(data_type)) = (row.get("column_name"), row.get("data_type")) {
                table.columns.insert(name, data_type);
            }
        }
        for (identity, table) in &mut tables {
            let columns: Vec<String> = table.columns.keys().map(|name| format!("{name}::text")).collect();
            let query = format!("SELECT ARRAY[{}]::text[] FROM {}", columns.join(", "), from[identity]);
            table.rows = client.query(&query, &[])?.iter().map(|row| row.get(0)).collect();
        }
        Ok(Rows { tables })
    }

    /// What is missing in `after` that was here and that nobody announced to lose; one line for each table.
    pub fn missing_in(&self, after: &Rows, announced: &Announced) -> Vec<String> {
        let mut missing = Vec::new();
        for (identity, before) in self.tables.iter().filter(|(_, table)| !table.rows.is_empty()) {
            if announced.contains(&format!("table {identity}")) {
                continue;
            }
            match after.tables.get(identity) {
                None => missing.push(format!("table {identity} is gone, with {} rows", before.rows.len())),
                Some(after) => missing.extend(before.missing_in(after, identity, announced)),
            }
        }
        missing
    }
}

impl Table {
    fn missing_in(&self, after: &Table, identity: &str, announced: &Announced) -> Option<String> {
        let announced_column = |name: &str| announced.contains(&format!("table column {identity}.{name}"));
        let (kept, lost): (Vec<&String>, Vec<&String>) =
            self.columns.keys().filter(|name| !announced_column(name)).partition(|name| after.columns.contains_key(*name));
        if !lost.is_empty() {
            return Some(format!("table {identity} lost the columns {lost:?} without a word"));
        }
        if self.rows.len() != after.rows.len() {
            return Some(format!("table {identity} had {} rows, has {}", self.rows.len(), after.rows.len()));
        }
        if self.project(&kept) == after.project(&kept) {
            return None;
        }
        // A new type may write the same value in another way: then only what is null, and the other columns, can be compared.
        let same_type: Vec<&String> = kept.iter().copied().filter(|name| self.columns[*name] == after.columns[*name]).collect();
        if self.project(&same_type) != after.project(&same_type) {
            return Some(format!(
                "table {identity} has other values in {same_type:?}:\n  before {:?}\n  after  {:?}",
                self.project(&same_type),
                after.project(&same_type)
            ));
        }
        kept.iter()
            .find(|name| self.nulls(name) != after.nulls(name))
            .map(|name| format!("table {identity}: column {name} has another number of nulls than before its type changed"))
    }

    fn position(&self, column: &str) -> Option<usize> {
        self.columns.keys().position(|name| name == column)
    }

    fn project(&self, columns: &[&String]) -> Vec<Vec<Option<&str>>> {
        let positions: Vec<usize> = columns.iter().filter_map(|column| self.position(column)).collect();
        let mut rows: Vec<Vec<Option<&str>>> =
            self.rows.iter().map(|row| positions.iter().map(|position| row[*position].as_deref()).collect()).collect();
        rows.sort_unstable();
        rows
    }

    fn nulls(&self, column: &str) -> usize {
        self.position(column).map_or(0, |position| self.rows.iter().filter(|row| row[position].is_none()).count())
    }
}
