//! Conversions between encodings. Nothing but their owner and name can be altered.

use super::definition::Definition;
use crate::catalog::Object;
use crate::ident::literal;

/// CREATE CONVERSION
pub struct EncodingConversion;

impl Definition for EncodingConversion {
    const QUERY: &'static str = include_str!("../../../sql/catalog/conversion.sql");
    const TYPE: &'static str = "conversion";
    const WORD: &'static str = "CONVERSION";

    fn adjective(&self, object: &Object) -> &'static str {
        if object.flag("default") { "DEFAULT" } else { "" }
    }

    fn definition(&self, object: &Object) -> String {
        let (from, to) = (literal(object.str("for_encoding")), literal(object.str("to_encoding")));
        format!("FOR {from} TO {to} FROM {}", object.str("function"))
    }

    /// A schema has one default for a pair of encodings.
    fn claims(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        let pair = [object.id.first(), object.str("for_encoding"), object.str("to_encoding")];
        if object.flag("default") { vec![("default conversion", pair.map(str::to_owned).to_vec())] } else { Vec::new() }
    }
}
