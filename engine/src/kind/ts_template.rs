//! Text search templates. They have no owner, and nothing of them can be altered.

use super::definition::{Definition, parameters};
use crate::catalog::Object;

/// CREATE TEXT SEARCH TEMPLATE
pub struct TsTemplate;

impl Definition for TsTemplate {
    const QUERY: &'static str = include_str!("../../../sql/catalog/ts_template.sql");
    const TYPE: &'static str = "text search template";
    const WORD: &'static str = "TEXT SEARCH TEMPLATE";

    fn definition(&self, object: &Object) -> String {
        parameters(object, &[("INIT", "init"), ("LEXIZE", "lexize")])
    }
}
