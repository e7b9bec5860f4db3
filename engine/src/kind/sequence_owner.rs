//! OWNED BY: which column takes a sequence with it when it is dropped.

use super::{Change, Context, Folding, ObjectKind, Survival, Way};
use crate::catalog::Object;
use crate::hazard::LockMode;
use crate::ident::qualified;
use crate::statement::Statement;

/// ALTER SEQUENCE … OWNED BY
pub struct SequenceOwner;

fn owned_by(object: &Object, owner: &str) -> Vec<Statement> {
    let name = qualified(&object.id.name);
    vec![Statement::new(format!("ALTER SEQUENCE {name} OWNED BY {owner}")).locks(LockMode::ShareRowExclusive, name)]
}

impl ObjectKind for SequenceOwner {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/sequence_owner.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "sequence"
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("owned_by")
    }

    fn reference(&self, object: &Object) -> String {
        format!("SEQUENCE {}", qualified(&object.id.name))
    }

    /// Always before its column goes, or the sequence would go with it.
    fn folding(&self, _object: &Object) -> Folding {
        Folding { create: false, drop: false }
    }

    /// Another column may be one of another table, whose owner the sequence must have by then.
    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::Rebuild
    }

    fn survives(&self, _dependent: &Object, _cause: &Object, way: Way) -> Survival {
        if way == Way::Disturbing { Survival::Kept } else { Survival::Rebuilt }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        owned_by(object, &qualified(&object.texts("column")))
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        owned_by(object, "NONE")
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        owned_by(change.new, &qualified(&change.new.texts("column")))
    }
}
