//! Text search parsers. They have no owner, and nothing of them can be altered.

use super::definition::{Definition, parameters};
use crate::catalog::Object;

/// CREATE TEXT SEARCH PARSER
pub struct TsParser;

impl Definition for TsParser {
    const QUERY: &'static str = include_str!("../../../sql/catalog/ts_parser.sql");
    const TYPE: &'static str = "text search parser";
    const WORD: &'static str = "TEXT SEARCH PARSER";

    fn definition(&self, object: &Object) -> String {
        let functions =
            [("START", "start"), ("GETTOKEN", "gettoken"), ("END", "end"), ("HEADLINE", "headline"), ("LEXTYPES", "lextypes")];
        parameters(object, &functions)
    }
}
