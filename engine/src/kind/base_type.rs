//! Base types: what their shell leaves open (see [`shell_type`](super::shell_type)).

use super::conversion::{aside_name, aside_of, columns_using, type_privileges, used_by_columns};
use super::shell_type::parameter;
use super::{Change, Context, DefaultPrivileges, Kind, ObjectKind, Way};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, LockMode};
use crate::ident::{literal, qualified, quote};
use crate::statement::Statement;


/// CREATE TYPE with input and output functions
pub struct BaseType;

/// Parameters that ALTER TYPE can set; each is a property of the same name.
const ALTERABLE: [&str; 7] = ["receive", "send", "typmod_in", "typmod_out", "analyze", "subscript", "storage"];

/// The parameters in pg_dump's order; those not in [`ALTERABLE`] are the shell's properties.
fn definition(type_: &Object, shell: &Object) -> String {
    let mut parameters = Vec::new();
    let length = shell.get("length").map_or_else(|| "variable".to_owned(), parameter);
    parameters.push(format!("INTERNALLENGTH = {length}"));
    let plain = |object: &Object, property: &str| object.get(property).map(parameter);
    let quoted = |property: &str| shell.text(property).map(literal);
    let mut add = |word: &str, value: Option<String>| parameters.extend(value.map(|value| format!("{word} = {value}")));
    add("INPUT", plain(shell, "input"));
    add("OUTPUT", plain(shell, "output"));
    add("RECEIVE", plain(type_, "receive"));
    add("SEND", plain(type_, "send"));
    add("TYPMOD_IN", plain(type_, "typmod_in"));
    add("TYPMOD_OUT", plain(type_, "typmod_out"));
    add("ANALYZE", plain(type_, "analyze"));
    add("SUBSCRIPT", plain(type_, "subscript"));
    add("COLLATABLE", plain(shell, "collatable"));
    add("DEFAULT", quoted("default").or_else(|| plain(shell, "default_expression")));
    add("ELEMENT", plain(shell, "element"));
    add("CATEGORY", quoted("category"));
    add("PREFERRED", plain(shell, "preferred"));
    add("DELIMITER", quoted("delimiter"));
    add("ALIGNMENT", plain(shell, "alignment"));
    add("STORAGE", plain(type_, "storage").or_else(|| Some("plain".to_owned())));
    if shell.flag("by_value") {
        parameters.push("PASSEDBYVALUE".to_owned());
    }
    format!("CREATE TYPE {} (\n    {}\n)", qualified(&type_.id.name), parameters.join(",\n    "))
}

fn shell(type_: &Object) -> ObjectId {
    ObjectId { kind: Kind::ShellType, ..type_.id.clone() }
}

/// A column keeps the storage that its type had when the column was made, which then is no longer the type's.
fn columns_following(type_: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let name = qualified(&type_.id.name);
    let storage = type_.str("storage").to_uppercase();
    let columns = columns_using(&type_.id, cx.target).into_iter().filter(|column| {
        let stays = |column: &&Object| column.str("type") == name && column.text("storage").is_none();
        stays(column) && cx.source.get(&column.id).filter(stays).is_some()
    });
    let follow = |column: &Object| {
        let (table, column) = (qualified(column.id.names(2)), quote(column.id.last()));
        Statement::new(format!("ALTER TABLE ONLY {table} ALTER COLUMN {column} SET STORAGE {storage}"))
            .locks(LockMode::AccessExclusive, table)
            .hazard(Hazard::ExclusiveLock)
            .because("the column's storage follows its type's")
    };
    columns.map(follow).collect()
}

/// The functions that would go with it: those that mention only its shell.
fn own_functions<'a>(type_: &'a Object, cx: &'a Context<'_>) -> impl Iterator<Item = &'a Object> {
    let shell = shell(type_);
    let needed = type_.depends.iter().filter_map(|id| cx.target.get(id));
    needed.filter(move |object| object.id.kind == Kind::Function && object.depends.contains(&shell))
}

impl ObjectKind for BaseType {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/base_type.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "type"
    }

    fn reference(&self, object: &Object) -> String {
        format!("TYPE {}", qualified(&object.id.name))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        type_privileges()
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_type", object.id.name.to_vec())]
    }

    fn is_type(&self) -> bool {
        true
    }

    fn rebuild_way(&self) -> Way {
        Way::Convert
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let Some(shell) = cx.source.get(&shell(object)) else { return Vec::new() };
        vec![Statement::new(definition(object, shell))]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![
            Statement::new(format!("DROP TYPE {} CASCADE", qualified(&object.id.name)))
                .hazard(Hazard::DropType)
                .because("CASCADE reaches the type's own functions, which need it and are needed by it"),
        ]
    }

    /// Storage can be anything but plain again; that is a change of the shell.
    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let settings: Vec<String> = ALTERABLE
            .iter()
            .filter(|property| change.has(property))
            .map(|property| format!("{property} = {}", change.new.get(property).map_or_else(|| "NONE".to_owned(), parameter)))
            .collect();
        if settings.is_empty() {
            return Vec::new();
        }
        let sql = format!("ALTER TYPE {} SET ({})", qualified(&change.new.id.name), settings.join(", "));
        let mut statements = vec![Statement::new(sql)];
        if change.has("storage") {
            statements.extend(columns_following(change.new, cx));
        }
        statements
    }

    fn set_aside(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let mut statements: Vec<Statement> = own_functions(object, cx)
            .map(|function| aside_of(&function.reference(), &aside_name(function.id.part(1))))
            .collect();
        let mut rename = aside_of(&self.reference(object), aside);
        if used_by_columns(&object.id, cx.target) {
            rename = rename.hazard(Hazard::RebuildType);
        }
        statements.push(rename);
        statements
    }

    fn discard(&self, object: &Object, aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP TYPE {}.{} CASCADE", quote(object.id.first()), quote(aside)))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn parameters_come_from_the_type_and_its_shell() {
        let object = |kind, properties: Value| Object {
            id: ObjectId::new(kind, ["s", "T"]),
            parent: None,
            properties: properties.as_object().unwrap().clone().into_iter().collect(),
            depends: Default::default(),
        };
        let shell = object(Kind::ShellType, json!({"input": "s.i", "output": "s.o", "length": 4, "delimiter": "'", "alignment": "int4"}));
        let type_ = object(Kind::BaseType, json!({"send": "s.snd"}));
        assert_eq!(
            definition(&type_, &shell),
            "CREATE TYPE s.\"T\" (\n    INTERNALLENGTH = 4,\n    INPUT = s.i,\n    OUTPUT = s.o,\n    SEND = s.snd,\n    \
             DELIMITER = '''',\n    ALIGNMENT = int4,\n    STORAGE = plain\n)"
        );
    }
}
