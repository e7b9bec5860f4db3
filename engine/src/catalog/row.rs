//! One row of a reading query: an object as it says it itself, its addresses not yet resolved.

use super::{Address, ObjectId, Properties};
use crate::kind::Kind;
use serde::Deserializer as _;
use serde::de::{Error as _, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// One object as its row says it.
pub(super) struct Row {
    pub address: Address,
    pub id: ObjectId,
    pub parent: Option<Address>,
    pub also: Vec<Address>,
    pub needs: Needs,
    pub owner_needs: Vec<Address>,
    pub stands_in: Option<StandsIn>,
    pub owner: Option<Value>,
    pub acl: Option<Value>,
    pub comment: Option<Value>,
    /// What is left: what the object says of itself.
    pub properties: Properties,
}

/// A dependency of these functions on this type means the row's object, its shell.
pub(super) struct StandsIn {
    pub functions: Vec<Address>,
    pub whole: Address,
}

/// What a row says that it needs, beyond pg_depend: objects, and, where an address is followed by the word `owner`, the owner
/// that an object has by then (a sequence and the table that owns it must have the same).
#[derive(Default)]
pub(super) struct Needs {
    pub objects: Vec<Address>,
    pub owners: Vec<Address>,
}

impl Row {
    /// Takes apart what a query wrote: one JSON object, or several, one after the other. Fifty thousand columns say no more than
    /// their type, so their query writes what is rare into a second object only where there is something to say. Nothing, if it is
    /// not of this form or has no name.
    pub(super) fn read(kind: Kind, address: Address, data: &str) -> Option<Self> {
        // A part's parent is its whole, where nothing else is said.
        let parent = (address.2 > 0).then_some((address.0, address.1, 0));
        let mut name: Option<Vec<String>> = None;
        let mut row = Self {
            address,
            id: ObjectId::new(kind, [""; 0]),
            parent,
            also: Vec::new(),
            needs: Needs::default(),
            owner_needs: Vec::new(),
            stands_in: None,
            owner: None,
            acl: None,
            comment: None,
            properties: Properties::default(),
        };
        let mut rest = String::with_capacity(data.len());
        fields(data, |key, raw| {
            let value = || serde_json::from_str::<Value>(raw);
            match key {
                "name" => name = Some(serde_json::from_str(raw)?),
                "owner" => row.owner = Some(value()?),
                "acl" => row.acl = Some(value()?),
                "comment" => row.comment = Some(value()?),
                "also" => row.also = addresses(&value()?),
                "needs" => row.needs = Needs::new(&value()?),
                "owner_needs" => row.owner_needs = addresses(&value()?),
                "parent" => row.parent = to_address(&value()?).or(parent),
                "stands_in" => {
                    let instead = value()?;
                    row.stands_in =
                        to_address(&instead["for"]).map(|whole| StandsIn { functions: addresses(&instead["towards"]), whole });
                }
                _ => {
                    rest.push(if rest.is_empty() { '{' } else { ',' });
                    rest.push_str(&serde_json::to_string(key)?);
                    rest.push(':');
                    rest.push_str(raw);
                }
            }
            Ok(())
        })
        .ok()?;
        if !rest.is_empty() {
            rest.push('}');
            row.properties = Properties::of_text(rest.into());
        }
        row.id = ObjectId::new(kind, name?);
        Some(row)
    }
}

/// Calls `field` with every key that has a value, and the value's JSON text.
fn fields(data: &str, field: impl FnMut(&str, &str) -> serde_json::Result<()>) -> serde_json::Result<()> {
    struct Fields<F>(F);

    impl<'de, F: FnMut(&str, &str) -> serde_json::Result<()>> Visitor<'de> for &mut Fields<F> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a JSON object")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
            while let Some((key, value)) = map.next_entry::<Cow<'de, str>, &RawValue>()? {
                if value.get() != "null" {
                    (self.0)(&key, value.get()).map_err(M::Error::custom)?;
                }
            }
            Ok(())
        }
    }

    let mut fields = Fields(field);
    let mut rest = data;
    loop {
        let mut objects = serde_json::Deserializer::from_str(rest);
        objects.deserialize_map(&mut fields)?;
        // Where the object ends, the next one may begin.
        let mut next = objects.into_iter::<&RawValue>();
        let at = next.byte_offset();
        if next.next().is_none() {
            return Ok(());
        }
        rest = &rest[at..];
    }
}

pub(super) fn to_address(value: &Value) -> Option<Address> {
    let part = |index: usize| value.get(index).and_then(|part| part.as_i64().or_else(|| part.as_str()?.parse().ok()));
    Some((u32::try_from(part(0)?).ok()?, u32::try_from(part(1)?).ok()?, i32::try_from(part(2)?).ok()?))
}

fn addresses(value: &Value) -> Vec<Address> {
    value.as_array().map(|list| list.iter().filter_map(to_address).collect()).unwrap_or_default()
}

impl Needs {
    fn new(value: &Value) -> Self {
        let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let (owners, objects): (Vec<_>, Vec<_>) = list.iter().partition(|item| item.get(3).is_some());
        let read = |items: Vec<&Value>| items.into_iter().filter_map(to_address).collect();
        Self { objects: read(objects), owners: read(owners) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_may_be_several_objects() {
        let read = |data| Row::read(Kind::Table, (1, 2, 0), data);
        let row = read(r#"{"name":["s","t"],"a":1,"z":null}{"b\n":[2],"comment":"c"} "#).unwrap();
        assert_eq!(serde_json::to_string(&row.properties).unwrap(), r#"{"a":1,"b\n":[2]}"#);
        assert_eq!((row.id.name.join("."), row.comment), ("s.t".to_owned(), Some("c".into())));
        for malformed in [r#"{"name":["t"]}[]"#, "", r#"{"a":1}"#, r#"{"name":["t"]"#, r#"{"name":1}"#] {
            assert!(read(malformed).is_none(), "{malformed}");
        }
    }
}
