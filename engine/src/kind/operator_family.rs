//! Operator families. Nothing of them can be altered but what is in them, which are objects of their own
//! ([`opfamily_member`](super::opfamily_member)).

use super::definition::Definition;
use crate::catalog::Object;
use crate::ident::{qualified, quote};

/// CREATE OPERATOR FAMILY
pub struct OperatorFamily;

/// The name of an operator family or class in SQL: it is one of its access method's.
pub(super) fn using(names: &[String]) -> String {
    format!("{} USING {}", qualified(&names[..names.len().min(2)]), quote(names.get(2).map_or("", String::as_str)))
}

impl Definition for OperatorFamily {
    const QUERY: &'static str = include_str!("../../../sql/catalog/operator_family.sql");
    const TYPE: &'static str = "operator family";
    const WORD: &'static str = "OPERATOR FAMILY";

    fn name(&self, object: &Object) -> String {
        using(object.id.names(3))
    }

    fn definition(&self, _object: &Object) -> String {
        String::new()
    }

    fn short_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(1)
    }
}
