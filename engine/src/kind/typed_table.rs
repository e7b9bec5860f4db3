//! Tables of a composite type: CREATE TABLE … OF.

use super::column::clause::locked;
use super::column::lineage::table_of;
use super::{Change, Context, Folding, ObjectKind, Survival, Way};
use crate::catalog::Object;
use crate::hazard::LockMode;
use crate::ident::qualified;
use crate::statement::Statement;

/// ALTER TABLE … OF
pub struct TypedTable;

fn of(object: &Object, cx: &Context<'_>) -> Vec<Statement> {
    let (table, type_) = (qualified(&object.id.name), qualified(&object.texts("type")));
    let statement = Statement::new(format!("ALTER TABLE {table} OF {type_}"));
    vec![locked(statement, LockMode::AccessExclusive, &table_of(&object.id), cx)]
}

impl ObjectKind for TypedTable {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/typed_table.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "table"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("of_type")
    }

    fn reference(&self, object: &Object) -> String {
        format!("TABLE {}", qualified(&object.id.name))
    }

    fn folding(&self, _object: &Object) -> Folding {
        Folding { create: true, drop: true }
    }

    /// Its columns can be altered by themselves only while it is of no type.
    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::Rebuild
    }

    fn survives(&self, _dependent: &Object, _cause: &Object, way: Way) -> Survival {
        if way == Way::Disturbing { Survival::Kept } else { Survival::Rebuilt }
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        of(object, cx)
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let table = qualified(&object.id.name);
        vec![Statement::new(format!("ALTER TABLE {table} NOT OF")).locks(LockMode::AccessExclusive, table)]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        of(change.new, cx)
    }
}
