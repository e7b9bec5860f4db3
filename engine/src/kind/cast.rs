//! Casts. They are in no schema, have no owner, and nothing of them can be altered.

use super::definition::Definition;
use crate::catalog::Object;

/// CREATE CAST
pub struct Cast;

impl Definition for Cast {
    const QUERY: &'static str = include_str!("../../../sql/catalog/cast.sql");
    const TYPE: &'static str = "cast";
    const WORD: &'static str = "CAST";

    /// The types come from the server's deparser and are SQL as they stand.
    fn name(&self, object: &Object) -> String {
        format!("({} AS {})", object.id.part(0), object.id.part(1))
    }

    fn definition(&self, object: &Object) -> String {
        let context = object.text("context").map(|context| format!(" AS {context}")).unwrap_or_default();
        format!("{}{context}", object.str("method"))
    }

    fn schema_of<'a>(&self, _object: &'a Object) -> Option<&'a str> {
        None
    }
}
