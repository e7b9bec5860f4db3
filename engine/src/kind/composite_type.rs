//! Composite types. Their attributes are objects of their own ([`attribute`]), as long as `ALTER TYPE` can do
//! what is wanted: append, drop, and retype what no column holds. Otherwise the type is made anew.

use super::attribute;
use super::conversion::{aside_of, columns_using, converted, exact, made_anew, type_privileges, used_by_columns};
use super::{Change, Context, DefaultPrivileges, Kind, ObjectKind, Way, row_type};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{dollar, qualified, quote};
use crate::statement::Statement;
use std::collections::BTreeSet;

/// CREATE TYPE AS
pub struct CompositeType;

/// Name, type and collation of each attribute, in their order.
fn attributes(object: &Object) -> Vec<(&str, &str, Option<&str>)> {
    let texts = object.array("attributes").iter().filter_map(|attribute| {
        let text = |index: usize| attribute.get(index).and_then(serde_json::Value::as_str);
        Some((text(0)?, text(1)?, text(2)))
    });
    texts.collect()
}

/// Does taking out what is gone and appending what is new give the wanted order?
fn only_appended(old: &Object, new: &Object) -> bool {
    let (old, new) = (attributes(old), attributes(new));
    let had = |name: &str| old.iter().any(|attribute| attribute.0 == name);
    let kept = old.iter().map(|a| a.0).filter(|name| new.iter().any(|attribute| attribute.0 == *name));
    let added = new.iter().map(|a| a.0).filter(|name| !had(name));
    kept.chain(added).eq(new.iter().map(|a| a.0))
}

/// Does an attribute that stays get another type or collation?
fn any_retyped(old: &Object, new: &Object) -> bool {
    let old = attributes(old);
    attributes(new).iter().any(|attribute| old.iter().any(|other| other.0 == attribute.0 && other != attribute))
}

/// Is there a column, attribute or domain that is an array of this type?
fn has_arrays(object: &Object, catalog: &Catalog) -> bool {
    let array = format!("{}[]", qualified(&object.id.name));
    catalog.objects().any(|user| user.text("type") == Some(&array) && user.depends.contains(&object.id))
}

/// An attribute of the old type, or a column of the table: name, type, and what it stands on.
type Field<'a> = (&'a str, &'a str, &'a BTreeSet<ObjectId>);

/// The functions that bring values of the old type over, called like the old type's name aside: ALTER COLUMN … USING allows no
/// subquery, which arrays would need, and an attribute may itself be of a type with such a function.
fn converters(old: &Object, new: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
    fn fields(object: &Object) -> Vec<Field<'_>> {
        attributes(object).into_iter().map(|attribute| (attribute.0, attribute.1, &object.depends)).collect()
    }
    converting(old, &fields(old), &fields(new), any_retyped(old, new), aside, cx)
}

/// The same for a table's row type.
pub(super) fn row_converters(table: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
    fn fields<'a>(columns: &[&'a Object]) -> Vec<Field<'a>> {
        columns.iter().map(|column| (column.id.last(), column.str("type"), &column.depends)).collect()
    }
    let (old, new) = (row_type::columns(&table.id, cx.target), row_type::columns(&table.id, cx.source));
    converting(table, &fields(&old), &fields(&new), true, aside, cx)
}

fn converting(type_: &Object, old: &[Field<'_>], new: &[Field<'_>], retyped: bool, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
    let (name, old_name) = (qualified(&type_.id.name), qualified(&[type_.id.first(), aside]));
    let field = |(name, type_, _): &Field<'_>| {
        let Some(before) = old.iter().find(|other| other.0 == *name) else { return "NULL".to_owned() };
        let value = format!("($1).{}", quote(name));
        converted(&value, before.1, before.2, cx).or_else(|| exact(&value, before.1, type_, cx)).unwrap_or(value)
    };
    let fields: Vec<String> = new.iter().map(field).collect();
    // The type's input function refuses what doesn't fit an attribute, while a cast would cut it to length.
    let text = if retyped { "::text" } else { "" };
    let row = format!("SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW({}){text}::{name} END", fields.join(", "));
    let function = |brackets: &str, body: &str| {
        let sql = format!(
            "CREATE FUNCTION {old_name}({old_name}{brackets}) RETURNS {name}{brackets} LANGUAGE sql AS {}",
            dollar(body)
        );
        Statement::new(sql).because("brings values of the old type over to the new one")
    };
    let mut statements = vec![function("", &row)];
    if has_arrays(type_, cx.target) {
        let body = format!(
            "SELECT CASE WHEN array_ndims($1) = 1 AND array_lower($1, 1) = 1\n       \
             THEN (SELECT array_agg({old_name}($1[n]) ORDER BY n) FROM generate_subscripts($1, 1) AS n)\n       \
             WHEN array_ndims($1) IS NULL THEN $1::text::{name}[]\n       \
             ELSE ('only plain arrays can be brought over, not one of ' || array_dims($1))::{name}[] END"
        );
        statements.push(function("[]", &body));
    }
    statements
}

/// Drops what [`converters`] or [`row_converters`] made.
pub(super) fn drop_converters(object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
    let old_name = qualified(&[object.id.first(), aside]);
    let brackets = if has_arrays(object, cx.target) { vec!["[]", ""] } else { vec![""] };
    let drop = |brackets| Statement::new(format!("DROP FUNCTION {old_name}({old_name}{brackets})"));
    brackets.into_iter().map(drop).collect()
}

impl ObjectKind for CompositeType {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/composite_type.sql"))
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
        vec![("pg_type", object.id.name.to_vec()), ("pg_class", object.id.name.to_vec())]
    }

    fn is_type(&self) -> bool {
        true
    }

    fn rebuild_way(&self) -> Way {
        Way::Convert
    }

    fn repeats_parts(&self) -> &'static [&'static str] {
        &["attributes"]
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        let used = used_by_columns(&change.old.id, cx.target);
        let in_place = only_appended(change.old, change.new) && !(used && any_retyped(change.old, change.new));
        if in_place { Way::InPlace } else { made_anew(&change.old.id, cx.target) }
    }

    fn create(&self, object: &Object, folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let mut parts = folded.to_vec();
        parts.sort_by_key(|attribute| attribute.int("_position"));
        let parts: Vec<String> = parts.into_iter().map(attribute::definition).collect();
        let list = if parts.is_empty() { String::new() } else { format!("\n    {}\n", parts.join(",\n    ")) };
        let mut statements = vec![Statement::new(format!("CREATE TYPE {} AS ({list})", qualified(&object.id.name)))];
        if let (Some(aside), Some(old)) = (cx.aside.get(&object.id), cx.target.get(&object.id))
            && !columns_using(&object.id, cx.target).is_empty()
        {
            statements.extend(converters(old, object, aside, cx));
        }
        statements
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP TYPE {}", qualified(&object.id.name))).hazard(Hazard::DropType)]
    }

    /// Its attributes do it.
    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn set_aside(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let mut rename = aside_of(&self.reference(object), aside);
        if used_by_columns(&object.id, cx.target) {
            rename = rename.hazard(Hazard::RebuildType);
            if cx.source.get(&object.id).is_some_and(|new| any_retyped(object, new)) {
                rename = rename.hazard(Hazard::ConvertType);
            }
        }
        vec![rename]
    }

    fn discard(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let old_name = qualified(&[object.id.first(), aside]);
        let used = used_by_columns(&object.id, cx.target);
        let mut statements = if used && cx.source.contains(&object.id) { drop_converters(object, aside, cx) } else { Vec::new() };
        let mut drop = Statement::new(format!("DROP TYPE {old_name}"));
        let attributes = cx.target.children_of_kind(&object.id, Kind::Attribute);
        let gone: Vec<&Object> = attributes.filter(|attribute| !cx.source.contains(&attribute.id)).collect();
        if used && !gone.is_empty() {
            drop = drop.hazard(Hazard::DropColumn).losing(gone);
        }
        statements.push(drop);
        statements
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn composite(attributes: serde_json::Value) -> Object {
        Object {
            id: ObjectId::new(Kind::CompositeType, ["s", "t"]),
            parent: None,
            properties: [("attributes".to_owned(), attributes)].into(),
            depends: Default::default(),
        }
    }

    #[test]
    fn only_what_can_be_appended_is_altered() {
        let old = composite(json!([["a", "integer", null], ["b", "text", null]]));
        let appended = composite(json!([["b", "text", "\"C\""], ["c", "text", null]]));
        let inserted = composite(json!([["a", "integer", null], ["c", "text", null], ["b", "text", null]]));
        assert!(only_appended(&old, &appended) && any_retyped(&old, &appended));
        assert!(!only_appended(&old, &inserted) && !any_retyped(&old, &inserted));
    }
}
