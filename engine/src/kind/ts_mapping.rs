//! The mappings of text search configurations: which dictionaries look at a type of token. In the server's catalog they are
//! rows of their own, so that a dictionary can be made anew while its configuration, on which indexes and columns stand, stays.

use super::{Change, Context, ObjectKind};
use crate::catalog::Object;
use crate::ident::{qualified, quote};
use crate::statement::Statement;
use serde_json::Value;

/// ALTER TEXT SEARCH CONFIGURATION … ADD MAPPING
pub struct TsMapping;

fn dictionaries(mapping: &Object) -> String {
    let names = mapping.array("dictionaries").iter().map(|name| {
        let parts: Vec<&str> = name.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        qualified(&parts)
    });
    names.collect::<Vec<_>>().join(", ")
}

fn alter(mapping: &Object, verb: &str, with: &str) -> Vec<Statement> {
    let (configuration, token) = (qualified(mapping.id.names(2)), quote(mapping.id.last()));
    vec![Statement::new(format!("ALTER TEXT SEARCH CONFIGURATION {configuration} {verb} MAPPING FOR {token}{with}"))]
}

impl ObjectKind for TsMapping {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/ts_mapping.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "text search configuration"
    }

    fn identity(&self, object: &Object) -> String {
        qualified(object.id.names(2))
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("mappings")
    }

    fn row_value(&self, object: &Object) -> Value {
        Value::String(format!("{} WITH {}", quote(object.id.last()), dictionaries(object)))
    }

    fn reference(&self, object: &Object) -> String {
        format!("MAPPING FOR {} OF {}", quote(object.id.last()), qualified(object.id.names(2)))
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        alter(object, "ADD", &format!(" WITH {}", dictionaries(object)))
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        alter(object, "DROP", "")
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        alter(change.new, "ALTER", &format!(" WITH {}", dictionaries(change.new)))
    }
}
