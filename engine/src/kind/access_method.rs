//! Access methods. They have no owner, and nothing of them can be altered.

use super::definition::Definition;
use crate::catalog::Object;

/// CREATE ACCESS METHOD
pub struct AccessMethod;

impl Definition for AccessMethod {
    const QUERY: &'static str = include_str!("../../../sql/catalog/access_method.sql");
    const TYPE: &'static str = "access method";
    const WORD: &'static str = "ACCESS METHOD";

    fn definition(&self, object: &Object) -> String {
        format!("TYPE {} HANDLER {}", object.str("type"), object.str("handler"))
    }
}
