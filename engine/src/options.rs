//! The options of a call: one JSON object, checked strictly.

use crate::error::Error;
use serde_json::Value;

/// The options, with their defaults.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {}

impl Options {
    /// Reads the JSON object that a caller gave.
    pub fn parse(_value: &Value) -> Result<Self, Error> {
        Ok(Self::default())
    }
}
