//! Rows to a [`Catalog`]: queries for the server, one reader for their rows.
//!
//! Every kind brings a query that returns `classid, objid, objsubid, data`. They run one after the other under one snapshot: planned
//! as one `UNION ALL` they take nearly twice the time, which is what a small database's reading is made of. Addresses (OIDs) live only in here: they tie the rows of `pg_depend` to objects, then they are gone.

use super::reread;
use super::row::{Row, StandsIn};
use super::{Address, Catalog, DatabaseIdentity, Lineage, Object, ObjectId, Origin, Properties};
use crate::error::Error;
use crate::kind::Kind;
use crate::kind::foreign_options::SECRET_NAMES;
use crate::options::Reading;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::Value;
use std::collections::BTreeSet;

const ROLES: &str = include_str!("../../../sql/catalog/roles.sql");
const IDENTITY: &str = include_str!("../../../sql/catalog/identity_of_database.sql");
const DEPEND: &str = include_str!("../../../sql/catalog/depend.sql");

/// What the row about the database itself is called.
const DATABASE: &str = "database identity";

/// The oldest server that can be read.
pub const MINIMUM_VERSION: u32 = 140_000;

/// The queries that read a whole catalog from a server of this version: rows of
/// `(kind text, classid oid, objid oid, objsubid int4, data text)`.
///
/// They must run under one snapshot, and the session's `search_path` must be `pg_catalog, pg_temp`, so that the server's deparser
/// qualifies every name.
pub fn queries(server_version_num: u32, reading: Reading) -> Vec<String> {
    let asked_for = Kind::ALL.iter().filter(|kind| kind.spec().is_read(reading));
    let kinds = asked_for.filter_map(|kind| Some((kind.as_str(), kind.spec().query()?)));
    kinds
        .chain([("depend", DEPEND), ("roles", ROLES)])
        .chain(reading.lineage.then_some((DATABASE, IDENTITY)))
        .map(|(kind, query)| {
            format!(
                "SELECT '{kind}' AS kind, q.classid, q.objid, q.objsubid, q.data FROM (\n{}) AS q",
                expand(query, server_version_num, reading.reveal)
            )
        })
        .collect()
}

/// Fills in what the queries share: `{class X}` is a catalog's OID, `{acl X}` an access list as JSON, `{options X}` a list of
/// foreign options as JSON without its secrets , `{secrets X}` the digests of these and `{revealed X}` these themselves. Text between `/*since:N*/` or `/*before:N*/` and `/*end*/` stays only on servers of that version, text
/// between `/*reveal*/` and `/*end*/` only where secrets are to be revealed.
fn expand(query: &str, server_version_num: u32, reveal: bool) -> String {
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
        } else if let Some((options, tail)) = rest.strip_prefix("{options ").and_then(|tail| tail.split_once('}')) {
            out.push_str(&format!(
                "(SELECT json_object_agg(x.option_name, x.option_value) FROM pg_options_to_table({options}) AS x \
                 WHERE x.option_name !~* '{SECRET_NAMES}')"
            ));
            rest = tail;
        } else if let Some((options, tail)) = rest.strip_prefix("{secrets ").and_then(|tail| tail.split_once('}')) {
            out.push_str(&format!(
                "(SELECT json_object_agg(x.option_name, encode(sha256(convert_to(concat_ws(E'\\n', 'pgdiff', x.option_name, \
                 x.option_value), 'UTF8')), 'hex')) FROM pg_options_to_table({options}) AS x WHERE x.option_name ~* '{SECRET_NAMES}')"
            ));
            rest = tail;
        } else if let Some((options, tail)) = rest.strip_prefix("{revealed ").and_then(|tail| tail.split_once('}')) {
            out.push_str(&format!(
                "(SELECT json_object_agg(x.option_name, x.option_value) FROM pg_options_to_table({options}) AS x \
                 WHERE x.option_name ~* '{SECRET_NAMES}')"
            ));
            rest = tail;
        } else if let Some((keep, tail)) = mark(rest, server_version_num, reveal) {
            let (body, after) = tail.split_once("/*end*/").unwrap_or((tail, ""));
            if keep {
                out.push_str(&expand(body, server_version_num, reveal));
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

/// A mark at the start of the text: whether what follows it stays, and what that is.
fn mark(text: &str, server_version_num: u32, reveal: bool) -> Option<(bool, &str)> {
    if let Some(tail) = text.strip_prefix("/*reveal*/") {
        return Some((reveal, tail));
    }
    let (version, keep_newer, tail) = version_mark(text)?;
    Some(((server_version_num >= version) == keep_newer, tail))
}

fn version_mark(text: &str) -> Option<(u32, bool, &str)> {
    let (tail, newer) = match text.strip_prefix("/*since:") {
        Some(tail) => (tail, true),
        None => (text.strip_prefix("/*before:")?, false),
    };
    let (number, tail) = tail.split_once("*/")?;
    Some((number.trim().parse().ok()?, newer, tail))
}

/// What depends, on what, and how (`pg_depend.deptype`).
type Dependency = (Address, Address, u8);

/// Collects the rows of [`queries`], in any order.
#[derive(Default)]
pub struct Reader {
    rows: Vec<Row>,
    depends: Vec<Dependency>,
    /// By provider, of whatever object has the address.
    labels: FxHashMap<Address, Value>,
    roles: Vec<String>,
    superusers: Vec<String>,
    /// Where addresses hold, if they are to be kept.
    database: Option<DatabaseIdentity>,
    /// Properties by their text, so that what is said again is kept once.
    texts: FxHashMap<Box<str>, Properties>,
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
        if kind == "roles" {
            (self.roles, self.superusers) = serde_json::from_str(data).map_err(|_| malformed(kind, data))?;
            return Ok(());
        }
        if kind == DATABASE {
            self.database = Some(DatabaseIdentity { system_identifier: data.to_owned(), oid: objid });
            return Ok(());
        }
        if kind == Kind::SecurityLabel.as_str() {
            let labels = serde_json::from_str(data).map_err(|_| malformed(kind, data))?;
            self.labels.insert((classid, objid, objsubid), labels);
            return Ok(());
        }
        let kind = Kind::ALL.iter().copied().find(|k| k.as_str() == kind).ok_or_else(|| malformed(kind, data))?;
        let mut row = Row::read(kind, (classid, objid, objsubid), data).ok_or_else(|| malformed(kind.as_str(), data))?;
        if kind.spec().is_deparsed() && reread::is_suspect(row.properties.text()) {
            row.properties = reread::rewritten(&row.properties);
        }
        match self.texts.get(row.properties.text()) {
            Some(same) => row.properties = same.clone(),
            None => {
                self.texts.insert(row.properties.text().into(), row.properties.clone());
            }
        }
        self.rows.push(row);
        Ok(())
    }

    /// Resolves addresses and makes the catalog.
    pub fn finish(mut self, mut origin: Origin) -> Result<Catalog, Error> {
        origin.roles = std::mem::take(&mut self.roles);
        origin.superusers = std::mem::take(&mut self.superusers);
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
        let addresses: Vec<Address> = self.rows.iter().map(|row| row.address).collect();
        for Row { address, id, also, needs, owner_needs, parent, properties, owner, acl, comment, .. } in self.rows {
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
            let labels = std::iter::once(&address).chain(&also).find_map(|own| self.labels.get(own)).cloned();
            let facets = Facets { owner, acl, comment, labels, owner_needs: owners(&owner_needs) };
            resolved.push((Object { id, parent, properties, depends: needed }, facets));
        }

        let lineage = self
            .database
            .map(|database| Lineage::new(database, addresses.into_iter().zip(resolved.iter().map(|(object, _)| object))));
        with_row_types(&mut resolved);
        let mut all = Vec::with_capacity(resolved.len() * 2);
        for (object, facets) in resolved {
            // A part of an extension's object (a column of its table) is the extension's as well.
            if !members.contains(&object.id) && object.parent.as_ref().is_none_or(|parent| !members.contains(parent)) {
                facets.push(&mut all, &object, origin.server_version_num);
                all.push(object);
            }
        }
        need_roles(&mut all);
        Ok(Catalog::new(origin, all).with_lineage(lineage))
    }
}

/// What is of a table's row type, or has a constant of it, needs the table's columns as they are, which pg_depend doesn't say: the
/// server retypes none under it. The rows of a materialized view are the query's.
fn with_row_types(resolved: &mut [(Object, Facets)]) {
    fn needed(object: &Object) -> impl Iterator<Item = &ObjectId> {
        super::row_types(object).chain(super::row_constants(object))
    }
    let used: FxHashSet<ObjectId> = resolved.iter().flat_map(|(object, _)| needed(object)).cloned().collect();
    if used.is_empty() {
        return;
    }
    let mut columns: FxHashMap<ObjectId, Vec<ObjectId>> = FxHashMap::default();
    for (object, _) in resolved.iter().filter(|(object, _)| matches!(object.id.kind, Kind::Column | Kind::Attribute)) {
        if let Some(table) = object.parent.as_ref().filter(|table| used.contains(*table)) {
            columns.entry(table.clone()).or_default().push(object.id.clone());
        }
    }
    let mut of_views: FxHashMap<ObjectId, Vec<ObjectId>> = FxHashMap::default();
    for (object, _) in resolved.iter_mut() {
        let needed: Vec<ObjectId> = needed(object).filter_map(|table| columns.get(table)).flatten().cloned().collect();
        if let Some(view) = object.parent.as_ref().filter(|parent| parent.kind == Kind::MaterializedView && !needed.is_empty())
        {
            of_views.entry(view.clone()).or_default().extend(needed.iter().cloned());
        }
        object.depends.extend(needed.into_iter().filter(|id| *id != object.id));
    }
    for (object, _) in resolved.iter_mut() {
        object.depends.extend(of_views.remove(&object.id).into_iter().flatten());
    }
}

/// Where roles were read, what names one needs it.
fn need_roles(all: &mut [Object]) {
    let roles: FxHashSet<ObjectId> =
        all.iter().filter(|object| object.id.kind == Kind::Role).map(|role| role.id.clone()).collect();
    if roles.is_empty() {
        return;
    }
    for object in all {
        let named: Vec<ObjectId> = object
            .spec()
            .roles(object)
            .into_iter()
            .map(|role| ObjectId::new(Kind::Role, [role]))
            .filter(|id| roles.contains(id))
            .collect();
        object.depends.extend(named);
    }
}

/// Reads one line of `depend.sql`.
fn dependency(classid: u32, line: &str) -> Option<Dependency> {
    let mut words = line.split(' ');
    let from = (classid, words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let to = (words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some((from, to, words.next()?.bytes().next()?))
}

fn malformed(kind: &str, data: &str) -> Error {
    Error::corrupt(format!("malformed catalog row of kind {kind}"))
        .with_detail(format!("The row is: {data}."))
        .with_hint("This is a bug in pgdiff, please report it.")
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

/// What a row says of an object that is an object of its own.
struct Facets {
    owner: Option<Value>,
    acl: Option<Value>,
    comment: Option<Value>,
    labels: Option<Value>,
    owner_needs: BTreeSet<ObjectId>,
}

impl Facets {
    fn push(self, all: &mut Vec<Object>, object: &Object, server_version_num: u32) {
        let id = &object.id;
        let facet = |kind: Kind, property: &str, value: Value, after: Option<ObjectId>| Object {
            id: id.facet(kind),
            parent: Some(id.clone()),
            properties: Properties::from([(property.to_owned(), value)]),
            depends: std::iter::once(id.clone()).chain(after).collect(),
        };
        if let Some(acl) = &self.acl {
            // A part without an owner of its own (a column) says its whole's owner, for whom grants are normalized.
            let owner = self.owner.as_ref().or_else(|| object.get("_owner")).and_then(Value::as_str).unwrap_or("");
            let after = self.owner.is_some().then(|| id.facet(Kind::Owner));
            let grants = crate::kind::privileges::normalized(id.kind, acl, owner, server_version_num);
            all.extend(grants.map(|grants| facet(Kind::Privileges, "grants", grants, after)));
        }
        if let Some(owner) = self.owner {
            let mut facet = facet(Kind::Owner, "role", owner, None);
            facet.depends.extend(self.owner_needs);
            all.push(facet);
        }
        all.extend(self.comment.map(|comment| facet(Kind::Comment, "text", comment, None)));
        all.extend(self.labels.map(|labels| facet(Kind::SecurityLabel, "labels", labels, None)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::ReadScope;

    /// A server of another encoding could not read anything else, not even in a comment.
    #[test]
    fn the_statement_is_ascii() {
        let statement =
            queries(150_000, Reading { scope: ReadScope::Cluster, large_objects: true, reveal: true, lineage: true }).concat();
        let stranger = statement.lines().find(|line| !line.is_ascii());
        assert_eq!(stranger, None);
    }

    #[test]
    fn version_marks_keep_what_the_server_has() {
        let query = "a /*since:150000*/b/*end*/ /*before:150000*/c/*end*/ d / {x}";
        assert_eq!(expand(query, 150_000, false), "a b  d / {x}");
        assert_eq!(expand(query, 140_000, false), "a  c d / {x}");
    }
}
