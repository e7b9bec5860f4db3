//! Text search configurations: a parser, and mappings, which are objects of their own ([`ts_mapping`](super::ts_mapping)).

use super::definition::Definition;
use crate::catalog::Object;
use crate::ident::qualified;

/// CREATE TEXT SEARCH CONFIGURATION
pub struct TsConfiguration;

impl Definition for TsConfiguration {
    const QUERY: &'static str = include_str!("../../../sql/catalog/ts_configuration.sql");
    const TYPE: &'static str = "text search configuration";
    const WORD: &'static str = "TEXT SEARCH CONFIGURATION";

    fn definition(&self, object: &Object) -> String {
        format!("(PARSER = {})", qualified(&object.texts("parser")))
    }
}
