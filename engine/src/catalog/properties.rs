//! What an object says of itself, read only when somebody asks.
//!
//! Of 100,000 objects nearly all are equal on both sides, which their texts tell without being taken apart; and fifty columns of
//! one type say the same, so that they share one text.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, OnceLock};

type Map = BTreeMap<String, Value>;

/// Typed properties by name, used as the map that they are. A property that is null in the catalog is absent here; one that starts
/// with `_` is not compared.
#[derive(Clone, Default)]
pub struct Properties(Arc<Inner>);

#[derive(Clone, Default)]
struct Inner {
    /// A JSON object, and what it says once somebody asked. Empty where there is only `map`.
    text: Box<str>,
    read: OnceLock<Map>,
    map: Map,
}

impl Properties {
    /// From the text of a JSON object. It must be one: this is found out when it is read, and then it is too late to tell.
    pub(super) fn of_text(text: Box<str>) -> Self {
        Self(Arc::new(Inner { text, ..Default::default() }))
    }

    /// Are there none?
    pub(super) fn is_none(&self) -> bool {
        self.0.text.is_empty() && self.0.map.is_empty()
    }

    /// The text, where there is one.
    pub(super) fn text(&self) -> &str {
        &self.0.text
    }
}

impl Deref for Properties {
    type Target = Map;

    fn deref(&self) -> &Map {
        if self.0.text.is_empty() {
            return &self.0.map;
        }
        self.0.read.get_or_init(|| serde_json::from_str(&self.0.text).unwrap_or_default())
    }
}

impl DerefMut for Properties {
    fn deref_mut(&mut self) -> &mut Map {
        if !self.0.text.is_empty() {
            *self = Self::from_iter(Map::clone(self));
        }
        &mut Arc::make_mut(&mut self.0).map
    }
}

impl PartialEq for Properties {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || (!self.0.text.is_empty() && self.0.text == other.0.text) || **self == **other
    }
}

impl fmt::Debug for Properties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl FromIterator<(String, Value)> for Properties {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(properties: I) -> Self {
        Self(Arc::new(Inner { map: properties.into_iter().collect(), ..Default::default() }))
    }
}

impl<const N: usize> From<[(String, Value); N]> for Properties {
    fn from(properties: [(String, Value); N]) -> Self {
        properties.into_iter().collect()
    }
}

/// As the server wrote them, where they are still its text: then the same properties are the same text in a snapshot as well.
impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serde_json::from_str::<&RawValue>(self.text()) {
            Ok(text) => text.serialize(serializer),
            Err(_) => (**self).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<RawValue>::deserialize(deserializer)?;
        // Who writes a snapshot by hand may say that there is nothing.
        let says_null = text.get().match_indices("null").any(|(at, _)| text.get()[..at].trim_ascii_end().ends_with(':'));
        if !says_null && text.get().starts_with('{') {
            return Ok(Self::of_text(Box::from(text)));
        }
        let map: Map = serde_json::from_str(text.get()).map_err(D::Error::custom)?;
        Ok(map.into_iter().filter(|(_, value)| !value.is_null()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_map_are_the_same_properties() {
        let mut of_text = Properties::of_text(r#"{"a":1,"b":null}"#.into());
        let of_map = Properties::from([("b".to_owned(), Value::Null), ("a".to_owned(), 1.into())]);
        assert_eq!(of_text, of_map);
        let shared = of_text.clone();
        of_text.insert("a".to_owned(), 2.into());
        assert_eq!((of_text.get("a"), shared.get("a")), (Some(&2.into()), Some(&1.into())));
        assert_ne!(of_text, shared);
    }
}
