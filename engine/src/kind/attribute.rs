//! Attributes of composite types.

use super::conversion::{in_columns, unfit};
use super::column::lineage::{column_of, table_of};
use super::{Change, Context, Folding, Kind, ObjectKind, Survival, Way};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, LockMode};
use crate::ident::{qualified, quote};
use crate::probe::Question;
use crate::statement::Statement;

/// ALTER TYPE … ADD ATTRIBUTE
pub struct Attribute;

/// Name, type and collation, as they stand in CREATE TYPE.
pub(super) fn definition(attribute: &Object) -> String {
    format!("{} {}", quote(attribute.id.last()), data_type(attribute))
}

fn data_type(attribute: &Object) -> String {
    let collation = attribute.text("collation").map(|collation| format!(" COLLATE {collation}"));
    format!("{}{}", attribute.str("type"), collation.unwrap_or_default())
}

/// The tables of the attribute's type.
fn tables_of(attribute: &Object, cx: &Context<'_>) -> Vec<ObjectId> {
    let type_ = ObjectId::new(Kind::CompositeType, attribute.id.names(2).iter().cloned());
    let tables = cx.target.objects().filter(|object| object.id.kind == Kind::TypedTable && object.depends.contains(&type_));
    tables.map(|table| table_of(&table.id)).collect()
}

/// `ALTER TYPE … what`, which reaches the tables of the type only if told to. Told so needlessly it would also drop what depends
/// on the attribute, which is the plan's business.
fn alter_type(attribute: &Object, what: &str, cx: &Context<'_>) -> (Statement, bool) {
    let type_ = ObjectId::new(Kind::CompositeType, attribute.id.names(2).iter().cloned());
    let tables: Vec<String> = tables_of(attribute, cx).iter().map(|table| qualified(&table.name)).collect();
    let cascade = if tables.is_empty() { "" } else { " CASCADE" };
    let statement = Statement::new(format!("ALTER TYPE {} {what}{cascade}", qualified(&type_.name)));
    let typed = !tables.is_empty();
    (tables.into_iter().fold(statement, |statement, table| statement.locks(LockMode::AccessExclusive, table)), typed)
}

impl ObjectKind for Attribute {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/attribute.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "composite type column"
    }

    fn reference(&self, object: &Object) -> String {
        format!("COLUMN {}", qualified(&object.id.name))
    }

    fn folding(&self, _object: &Object) -> Folding {
        Folding { create: true, drop: true }
    }

    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::Disturbing
    }

    /// What becomes of the one before it is only a matter of order.
    fn survives(&self, _dependent: &Object, cause: &Object, _way: Way) -> Survival {
        if cause.id.kind == Kind::Attribute { Survival::Kept } else { Survival::Rebuilt }
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        let Some((old, new)) = old.zip(new) else { return Vec::new() };
        let refused = |column: &str| {
            let value = format!("({column}).{}", quote(new.id.last()));
            Some(format!("{value} IS NOT NULL AND {}", unfit(&value, old.str("type"), new.str("type"), cx)?))
        };
        if refused("value").is_none() {
            return Vec::new();
        }
        let type_ = ObjectId::new(Kind::CompositeType, new.id.names(2).iter().cloned());
        let refused = |column: &str, _: &str| refused(column).unwrap_or_default();
        in_columns(&type_, Hazard::NarrowType, "values that do not fit", false, refused, cx)
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        vec![alter_type(object, &format!("ADD ATTRIBUTE {}", definition(object)), cx).0]
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let (statement, _) = alter_type(object, &format!("DROP ATTRIBUTE {}", quote(object.id.last())), cx);
        let columns = tables_of(object, cx).into_iter().map(|table| column_of(&table, object.id.last()));
        let columns = columns.filter_map(|column| cx.target.get(&column));
        vec![statement.hazard(Hazard::DropColumn).losing(std::iter::once(object).chain(columns))]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        if !change.has_any(&["type", "collation"]) {
            return Vec::new();
        }
        let what = format!("ALTER ATTRIBUTE {} SET DATA TYPE {}", quote(change.new.id.last()), data_type(change.new));
        let (statement, typed) = alter_type(change.new, &what, cx);
        vec![if typed { statement.hazard(Hazard::ConvertType).rewrites() } else { statement }]
    }
}
