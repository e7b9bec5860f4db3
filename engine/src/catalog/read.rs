//! Rows to a [`Catalog`]: one statement for the server, one reader for its rows.
//!
//! Every kind brings a query that returns `classid, objid, objsubid, data`; they run as one `UNION ALL`, so that all is read
//! under one snapshot. Addresses (OIDs) live only in here: they tie the rows of `pg_depend` to objects, then they are gone.

use super::{Catalog, Object, ObjectId, Origin, Properties};
use crate::error::Error;
use crate::kind::Kind;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::Value;
use std::collections::BTreeSet;

const DEPEND: &str = include_str!("../../../sql/catalog/depend.sql");

/// The oldest server that can be read.
pub const MINIMUM_VERSION: u32 = 140_000;

/// The statement that reads a whole catalog from a server of this version: rows of
/// `(kind text, classid oid, objid oid, objsubid int4, data text)`.
///
/// The session's `search_path` must be `pg_catalog, pg_temp`, so that the server's deparser qualifies every name.
pub fn statement(server_version_num: u32) -> String {
    let kinds = Kind::ALL.iter().filter_map(|kind| Some((kind.as_str(), kind.spec().query()?)));
    kinds
        .chain([("depend", DEPEND)])
        .map(|(kind, query)| {
            format!(
                "SELECT '{kind}' AS kind, q.classid, q.objid, q.objsubid, q.data FROM (\n{}) AS q",
                expand(query, server_version_num)
            )
        })
        .collect::<Vec<_>>()
        .join("\nUNION ALL\n")
}

/// Fills in what the queries share: `{class X}` is a catalog's OID, `{acl X}` an access list as JSON, and text between
/// `/*since:N*/` or `/*before:N*/` and `/*end*/` stays only on servers of that version.
fn expand(query: &str, server_version_num: u32) -> String {
    let mut out = String::with_capacity(query.len() * 2);
    let mut rest = query;
    while let Some(start) = rest.find(['{', '/']) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        if let Some((name, tail)) = rest.strip_prefix("{class ").and_then(|tail| tail.split_once('}')) {
            out.push_str(&format!("'pg_catalog.{name}'::regclass::oid"));
            rest = tail;
        } else if let Some((acl, tail)) = rest.strip_prefix("{acl ").and_then(|tail| tail.split_once('}')) {
            out.push_str(&format!(
                "CASE WHEN {acl} IS NOT NULL THEN (SELECT coalesce(json_agg(json_build_array(pg_get_userbyid(x.grantor), \
                 CASE WHEN x.grantee <> 0 THEN pg_get_userbyid(x.grantee) END, x.privilege_type, x.is_grantable)), '[]') \
                 FROM aclexplode({acl}) AS x) END"
            ));
            rest = tail;
        } else if let Some((version, keep_newer, tail)) = version_mark(rest) {
            let (body, after) = tail.split_once("/*end*/").unwrap_or((tail, ""));
            if (server_version_num >= version) == keep_newer {
                out.push_str(&expand(body, server_version_num));
            }
            rest = after;
        } else {
            let mut chars = rest.chars();
            out.extend(chars.next());
            rest = chars.as_str();
        }
    }
    out.push_str(rest);
    out
}

fn version_mark(text: &str) -> Option<(u32, bool, &str)> {
    let (tail, newer) = match text.strip_prefix("/*since:") {
        Some(tail) => (tail, true),
        None => (text.strip_prefix("/*before:")?, false),
    };
    let (number, tail) = tail.split_once("*/")?;
    Some((number.trim().parse().ok()?, newer, tail))
}

/// An address as `pg_depend` writes it.
type Address = (u32, u32, i32);

/// What depends, on what, and how (`pg_depend.deptype`).
type Dependency = (Address, Address, u8);

/// One object as its row says it: addresses are not resolved yet.
struct Row {
    address: Address,
    id: ObjectId,
    also: Vec<Address>,
    needs: Needs,
    owner_needs: Vec<Address>,
    stands_in: Option<StandsIn>,
    parent: Option<Address>,
    data: Properties,
}

/// A dependency of these functions on this type means the row's object, its shell.
struct StandsIn {
    functions: Vec<Address>,
    whole: Address,
}

impl Row {
    /// Takes apart what a query wrote. Done at once, row by row, because of the memory: JSON takes several times what it says.
    fn new(kind: Kind, address: Address, mut data: Properties) -> Result<Self, Error> {
        data.retain(|_, value| !value.is_null());
        let name: Option<Vec<String>> = match data.remove("name") {
            Some(Value::Array(parts)) => {
                parts.into_iter().map(|part| if let Value::String(part) = part { Some(part) } else { None }).collect()
            }
            _ => None,
        };
        let name = name.ok_or_else(|| malformed(kind.as_str(), &format!("{data:?}")))?;
        let stands_in = data.remove("stands_in").filter(Value::is_object).and_then(|mut instead| {
            let whole = to_address(&instead["for"])?;
            Some(StandsIn { functions: addresses(Some(instead["towards"].take())), whole })
        });
        // A part's parent is its whole, where nothing else is said.
        let whole = (address.2 > 0).then_some((address.0, address.1, 0));
        Ok(Self {
            address,
            id: ObjectId::new(kind, name),
            also: addresses(data.remove("also")),
            needs: Needs::new(data.remove("needs")),
            owner_needs: addresses(data.remove("owner_needs")),
            stands_in,
            parent: data.remove("parent").and_then(|value| to_address(&value)).or(whole),
            data,
        })
    }
}

/// Collects the rows of [`statement`], in any order.
#[derive(Default)]
pub struct Reader {
    rows: Vec<Row>,
    depends: Vec<Dependency>,
}

impl Reader {
    /// An empty reader.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes one row: an object, or the dependencies of a catalog. Errors (XX001) if it is not of the form that the queries return.
    pub fn row(&mut self, kind: &str, classid: u32, objid: u32, objsubid: i32, data: &str) -> Result<(), Error> {
        if kind == "depend" {
            for line in data.lines() {
                self.depends.push(dependency(classid, line).ok_or_else(|| malformed(kind, line))?);
            }
            return Ok(());
        }
        let kind = Kind::ALL.iter().copied().find(|k| k.as_str() == kind).ok_or_else(|| malformed(kind, data))?;
        let data = properties(data).ok_or_else(|| malformed(kind.as_str(), data))?;
        self.rows.push(Row::new(kind, (classid, objid, objsubid), data)?);
        Ok(())
    }

    /// Resolves addresses and makes the catalog.
    pub fn finish(self, origin: Origin) -> Result<Catalog, Error> {
        let mut by_address: FxHashMap<Address, ObjectId> =
            FxHashMap::with_capacity_and_hasher(self.rows.len(), Default::default());
        let mut stands_in: FxHashMap<(Address, Address), Address> = FxHashMap::default();
        for row in &self.rows {
            by_address.extend(std::iter::once(&row.address).chain(&row.also).map(|address| (*address, row.id.clone())));
            if let Some(StandsIn { functions, whole }) = &row.stands_in {
                stands_in.extend(functions.iter().map(|from| ((*from, *whole), row.address)));
            }
        }

        let links = Links::new(&self.depends, &by_address);
        let mut depends: FxHashMap<Address, Vec<Address>> =
            FxHashMap::with_capacity_and_hasher(self.rows.len(), Default::default());
        for (from, to, deptype) in &self.depends {
            if *deptype != b'e'
                && let Some(whole) = links.whole(*from)
            {
                depends.entry(whole).or_default().push(*stands_in.get(&(*from, *to)).unwrap_or(to));
            }
        }

        let mut members: FxHashSet<ObjectId> = FxHashSet::default();
        let mut resolved = Vec::with_capacity(self.rows.len());
        for Row { address, id, also, needs, owner_needs, parent, data, .. } in self.rows {
            let parent = parent.and_then(|parent| by_address.get(&parent)).cloned();
            let mut needed: BTreeSet<ObjectId> = BTreeSet::new();
            let own = std::iter::once(&address).chain(&also);
            for to in own.filter_map(|own| depends.get(own)).flatten().chain(&needs.objects) {
                if let Some(needed_id) = links.resolve(*to)
                    && *needed_id != id
                {
                    needed.insert(needed_id.clone());
                }
            }
            needed.extend(parent.clone());
            let owners = |addresses: &[Address]| -> BTreeSet<ObjectId> {
                addresses.iter().filter_map(|to| links.resolve(*to)).map(|needed| needed.facet(Kind::Owner)).collect()
            };
            needed.extend(owners(&needs.owners));
            if links.is_member(address) {
                members.insert(id.clone());
            }
            resolved.push((id, parent, data, needed, owners(&owner_needs)));
        }

        let mut all = Vec::with_capacity(resolved.len() * 2);
        for (id, parent, data, needed, owner_needs) in resolved {
            // A part of an extension's object (a column of its table) is the extension's as well.
            if members.contains(&id) || parent.as_ref().is_some_and(|parent| members.contains(parent)) {
                continue;
            }
            push_with_facets(
                &mut all,
                Object { id, parent, properties: Properties::new(), depends: needed },
                data,
                &owner_needs,
                origin.server_version_num,
            );
        }
        Ok(Catalog::new(origin, all))
    }
}

/// Reads one line of `depend.sql`.
fn dependency(classid: u32, line: &str) -> Option<Dependency> {
    let mut words = line.split(' ');
    let from = (classid, words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let to = (words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some((from, to, words.next()?.bytes().next()?))
}

/// The properties of a row: one JSON object, or several, one after the other. Fifty thousand columns say no more than their type,
/// so their query writes what is rare into a second object only where there is something to say.
fn properties(data: &str) -> Option<Properties> {
    let mut objects = serde_json::Deserializer::from_str(data).into_iter::<Properties>();
    let mut properties: Properties = objects.next()?.ok()?;
    for more in objects {
        properties.extend(more.ok()?);
    }
    Some(properties)
}

fn malformed(kind: &str, data: &str) -> Error {
    Error::corrupt(format!("malformed catalog row of kind {kind}"))
        .with_detail(format!("The row is: {data}."))
        .with_hint("This is a bug in pgdiff, please report it.")
}

fn to_address(value: &Value) -> Option<Address> {
    let part = |index: usize| value.get(index).and_then(|part| part.as_i64().or_else(|| part.as_str()?.parse().ok()));
    Some((u32::try_from(part(0)?).ok()?, u32::try_from(part(1)?).ok()?, i32::try_from(part(2)?).ok()?))
}

fn addresses(value: Option<Value>) -> Vec<Address> {
    value.as_ref().and_then(Value::as_array).map(|list| list.iter().filter_map(to_address).collect()).unwrap_or_default()
}

/// What a row says that it needs, beyond pg_depend: objects, and, where an address is followed by the word `owner`, the owner
/// that an object has by then (a sequence and the table that owns it must have the same).
#[derive(Default)]
struct Needs {
    objects: Vec<Address>,
    owners: Vec<Address>,
}

impl Needs {
    fn new(value: Option<Value>) -> Self {
        let list = value.as_ref().and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let (owners, objects): (Vec<_>, Vec<_>) = list.iter().partition(|item| item.get(3).is_some());
        let read = |items: Vec<&Value>| items.into_iter().filter_map(to_address).collect();
        Self { objects: read(objects), owners: read(owners) }
    }
}

/// Which object an address means, through internal dependencies and extension membership.
struct Links<'a> {
    by_address: &'a FxHashMap<Address, ObjectId>,
    /// An internal part and the whole that it belongs to.
    internal: FxHashMap<Address, Address>,
    /// A member and its extension.
    extension: FxHashMap<Address, Address>,
}

impl<'a> Links<'a> {
    fn new(depends: &[Dependency], by_address: &'a FxHashMap<Address, ObjectId>) -> Self {
        let mut internal = FxHashMap::default();
        let mut extension = FxHashMap::default();
        for (from, to, deptype) in depends {
            match deptype {
                b'i' if !by_address.contains_key(from) => {
                    internal.entry(*from).or_insert(*to);
                }
                b'e' => {
                    extension.insert(*from, *to);
                }
                _ => {}
            }
        }
        Self { by_address, internal, extension }
    }

    /// The address of the object that this address is, or is an internal part of.
    fn whole(&self, address: Address) -> Option<Address> {
        let mut at = address;
        // Internal dependencies are a forest; the bound is for a damaged catalog.
        for _ in 0..8 {
            if self.by_address.contains_key(&at) {
                return Some(at);
            }
            at = match self.internal.get(&at) {
                Some(up) => *up,
                // A dependency of a column that is no object by itself is one of its relation.
                None if at.2 != 0 => (at.0, at.1, 0),
                None => return None,
            };
        }
        None
    }

    fn extension_of(&self, address: Address) -> Option<Address> {
        self.extension.get(&address).or_else(|| self.extension.get(&(address.0, address.1, 0))).copied()
    }

    fn resolve(&self, address: Address) -> Option<&'a ObjectId> {
        let whole = self.whole(address);
        let extension = self.extension_of(address).or_else(|| self.extension_of(whole?));
        self.by_address.get(&extension.or(whole)?)
    }

    fn is_member(&self, address: Address) -> bool {
        self.extension_of(address).is_some()
    }
}

/// Makes the object and, as objects of their own, its owner, privileges and comment.
fn push_with_facets(
    all: &mut Vec<Object>,
    mut object: Object,
    mut data: Properties,
    owner_needs: &BTreeSet<ObjectId>,
    server_version_num: u32,
) {
    let id = object.id.clone();
    let facet = |kind: Kind, property: &str, value: Value, after: Option<ObjectId>| Object {
        id: id.facet(kind),
        parent: Some(id.clone()),
        properties: Properties::from([(property.to_owned(), value)]),
        depends: std::iter::once(id.clone()).chain(after).collect(),
    };
    let owner = data.remove("owner").filter(|value| !value.is_null());
    // A part without an owner of its own (a column) says its whole's owner, for whom grants are normalized.
    let owner_name = owner.as_ref().or_else(|| data.get("_owner")).and_then(Value::as_str).unwrap_or("").to_owned();
    let acl = data.remove("acl").filter(|value| !value.is_null());
    let comment = data.remove("comment").filter(|value| !value.is_null());
    if let Some(acl) = acl
        && let Some(grants) = crate::kind::privileges::normalized(id.kind, &acl, &owner_name, server_version_num)
    {
        let after = owner.is_some().then(|| id.facet(Kind::Owner));
        all.push(facet(Kind::Privileges, "grants", grants, after));
    }
    if let Some(owner) = owner {
        let mut facet = facet(Kind::Owner, "role", owner, None);
        facet.depends.extend(owner_needs.iter().cloned());
        all.push(facet);
    }
    if let Some(comment) = comment {
        all.push(facet(Kind::Comment, "text", comment, None));
    }
    object.properties = data;
    all.push(object);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_may_be_several_objects() {
        let read = |data| properties(data).map(|properties| serde_json::json!(properties).to_string());
        assert_eq!(read(r#"{"a":1}{"b":[2]}"#).as_deref(), Some(r#"{"a":1,"b":[2]}"#));
        assert_eq!(read(r#"{"a":1}[]"#), None);
        assert_eq!(read(""), None);
    }

    /// A server of another encoding could not read anything else, not even in a comment.
    #[test]
    fn the_statement_is_ascii() {
        let statement = statement(150_000);
        let stranger = statement.lines().find(|line| !line.is_ascii());
        assert_eq!(stranger, None);
    }

    #[test]
    fn version_marks_keep_what_the_server_has() {
        let query = "a /*since:150000*/b/*end*/ /*before:150000*/c/*end*/ d / {x}";
        assert_eq!(expand(query, 150_000), "a b  d / {x}");
        assert_eq!(expand(query, 140_000), "a  c d / {x}");
    }
}
