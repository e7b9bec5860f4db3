//! The comparison as JSON.

use super::Differences;
use crate::error::Error;
use serde_json::Value;

/// The whole of it, field by field.
pub fn json(differences: &Differences) -> Result<Value, Error> {
    serde_json::to_value(differences)
        .map_err(|error| Error::new("XX000", format!("could not write the comparison as JSON: {error}")))
}
