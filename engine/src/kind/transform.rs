//! Transforms: how values of a type come into a procedural language and back.

use super::definition::{Definition, InPlace};
use super::{Change, Context};
use crate::catalog::Object;
use crate::ident::quote;

/// CREATE TRANSFORM
pub struct Transform;

impl Definition for Transform {
    const QUERY: &'static str = include_str!("../../../sql/catalog/transform.sql");
    const TYPE: &'static str = "transform";
    const WORD: &'static str = "TRANSFORM";

    fn name(&self, object: &Object) -> String {
        format!("FOR {} LANGUAGE {}", object.id.part(0), quote(object.id.part(1)))
    }

    fn definition(&self, object: &Object) -> String {
        let functions = [("FROM SQL", "from_sql"), ("TO SQL", "to_sql")];
        let said = functions.iter().filter_map(|(word, side)| Some(format!("{word} WITH FUNCTION {}", object.text(side)?)));
        format!("({})", said.collect::<Vec<_>>().join(", "))
    }

    fn in_place(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Option<InPlace> {
        Some(InPlace::Replace)
    }

    fn schema_of<'a>(&self, _object: &'a Object) -> Option<&'a str> {
        None
    }

    fn short_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(0)
    }
}
