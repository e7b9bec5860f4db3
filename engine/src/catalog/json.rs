//! A [`Catalog`] as JSON, for snapshots, and its fingerprint.
//!
//! The objects stand in the order of ids; a parent and what an object depends on are places in that order. The same catalog
//! gives the same bytes.

use super::{Address, Catalog, DatabaseIdentity, Lineage, Object, ObjectId, Origin, Properties};
use crate::error::Error;
use crate::kind::Kind;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;

/// The form written here; raised when a reader of the old one would misread the new one.
pub const FORMAT: u64 = 1;

/// The catalog as JSON text.
pub fn encode(catalog: &Catalog) -> String {
    let places: HashMap<&ObjectId, usize> = catalog.objects().enumerate().map(|(place, object)| (&object.id, place)).collect();
    let objects = catalog.objects().map(|object| Entry {
        kind: object.id.kind,
        name: Arc::clone(&object.id.name),
        of: object.id.of,
        parent: object.parent.as_ref().and_then(|parent| places.get(parent)).copied(),
        properties: object.properties.clone(),
        depends: object.depends.iter().filter_map(|id| places.get(id)).copied().collect(),
    });
    let lineage = catalog.lineage().map(|lineage| {
        let placed = |(address, id): (&Address, &ObjectId)| Some((*places.get(id)?, address.0, address.1, address.2));
        Addresses { database: lineage.database.clone(), addresses: lineage.addresses.iter().filter_map(placed).collect() }
    });
    let snapshot = Snapshot { format: FORMAT, origin: catalog.origin.clone(), objects: objects.collect(), lineage };
    // Its keys are texts, and nothing in it refuses to be written.
    serde_json::to_string(&snapshot).unwrap_or_default()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Snapshot {
    format: u64,
    origin: Origin,
    objects: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lineage: Option<Addresses>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Addresses {
    database: DatabaseIdentity,
    /// The place of an object, and its address.
    addresses: Vec<(usize, u32, u32, i32)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: Kind,
    name: Arc<[String]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<Kind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<usize>,
    #[serde(default, skip_serializing_if = "Properties::is_none")]
    properties: Properties,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    depends: Vec<usize>,
}

/// The catalog that [`encode`] wrote. Errors: 0A000 for a form that only a newer release knows, XX001 for anything else that
/// can't be read.
pub fn decode(text: &str) -> Result<Catalog, Error> {
    #[derive(Deserialize)]
    struct Format {
        format: u64,
    }
    let corrupt = |error: serde_json::Error| Error::corrupt("malformed snapshot").with_detail(format!("{error}."));
    let Format { format } = serde_json::from_str(text).map_err(corrupt)?;
    if format > FORMAT {
        return Err(Error::new("0A000", format!("snapshot has format {format}, which this release can't read"))
            .with_detail(format!("It reads format {FORMAT}."))
            .with_hint("Install a newer release of pgdiff."));
    }
    let Snapshot { origin, objects, lineage, .. } = serde_json::from_str(text).map_err(corrupt)?;
    let ids: Vec<ObjectId> =
        objects.iter().map(|entry| ObjectId { kind: entry.kind, name: Arc::clone(&entry.name), of: entry.of }).collect();
    let at = |place: usize| {
        ids.get(place).cloned().ok_or_else(|| {
            Error::corrupt("malformed snapshot")
                .with_detail(format!("There is no object {place}, to which another one refers."))
        })
    };
    let mut decoded = Vec::with_capacity(objects.len());
    for (entry, id) in objects.into_iter().zip(&ids) {
        decoded.push(Object {
            id: id.clone(),
            parent: entry.parent.map(at).transpose()?,
            properties: entry.properties,
            depends: entry.depends.into_iter().map(at).collect::<Result<_, _>>()?,
        });
    }
    let lineage = lineage.map(|Addresses { database, addresses }| {
        let known = addresses.into_iter().filter_map(|(place, class, id, sub)| Some(((class, id, sub), decoded.get(place)?)));
        Lineage::new(database, known)
    });
    Ok(Catalog::new(origin, decoded).with_lineage(lineage))
}

impl Catalog {
    /// SHA-256, as hexadecimal digits, of everything that is compared: two databases with the same objects have the same
    /// fingerprint, whatever their OIDs, names and server versions.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for object in self.objects() {
            let compared: Map<String, Value> = object.compared().map(|(name, value)| (name.clone(), value.clone())).collect();
            let parent = object.parent.as_ref().map(|parent| json!([parent.kind.as_str(), parent.name]));
            let of = object.id.of.map(Kind::as_str);
            hash.update(json!([object.id.kind.as_str(), object.id.name, of, parent, compared]).to_string());
            hash.update("\n");
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        let schema = ObjectId::new(Kind::Schema, ["s \"ü\""]);
        let comment = schema.facet(Kind::Comment);
        let object = |id: &ObjectId, parent: Option<&ObjectId>, properties: &[(&str, Value)]| Object {
            id: id.clone(),
            parent: parent.cloned(),
            properties: properties.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            depends: parent.into_iter().cloned().collect(),
        };
        let origin =
            Origin { server_version_num: 150_020, database: "d".to_owned(), user: "u".to_owned(), ..Default::default() };
        let text = ("text", json!("a\nb"));
        Catalog::new(origin, [object(&schema, None, &[("_rows", json!(1.5))]), object(&comment, Some(&schema), &[text])])
    }

    #[test]
    fn what_is_encoded_is_decoded() {
        let catalog = catalog();
        let text = encode(&catalog);
        assert_eq!(decode(&text).unwrap(), catalog);
        assert_eq!(encode(&decode(&text).unwrap()), text);
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        let newer = decode("{\"format\": 99, \"things\": []}").unwrap_err();
        assert_eq!((newer.sqlstate(), newer.message()), ("0A000", "snapshot has format 99, which this release can't read"));
        let text = encode(&catalog());
        for bad in
            ["", "[]", "{}", &text.replace("schema", "scheme"), &text.replace("\"parent\":1", "\"parent\":7"), &text[1..]]
        {
            if bad != text {
                assert_eq!(decode(bad).unwrap_err().sqlstate(), "XX001", "{bad}");
            }
        }
    }

    #[test]
    fn the_fingerprint_is_of_what_is_compared() {
        let before = catalog().fingerprint();
        assert_eq!(before.len(), 64);
        let changed = |change: &dyn Fn(&mut Object)| {
            let catalog = catalog();
            let objects = catalog.objects().cloned().map(|mut object| {
                change(&mut object);
                object
            });
            Catalog::new(Origin::default(), objects).fingerprint()
        };
        assert_eq!(changed(&|object| drop(object.properties.remove("_rows"))), before);
        assert_eq!(changed(&|object| object.depends.clear()), before);
        assert_ne!(changed(&|object| drop(object.properties.remove("text"))), before);
    }
}
