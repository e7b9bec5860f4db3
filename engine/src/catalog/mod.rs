//! A catalog: a set of objects, each as small as the server lets one change it alone.
//!
//! An object is known by its kind and its names, never by an OID, so that two databases can be laid side by side. What hangs
//! on an object without being usable by itself (its owner, its comment, its privileges) is an object as well, a *facet*:
//! its id has the same names and says [`of`](ObjectId::of) which kind it belongs to.

pub mod json;
mod lineage;
mod narrow;
mod properties;
pub mod read;
mod reread;
mod row;
pub mod session;

pub use lineage::{DatabaseIdentity, Lineage};
pub use properties::Properties;
pub(crate) use reread::as_dumped;

use crate::kind::{Kind, ObjectKind};
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use std::hash::BuildHasher;
use std::sync::Arc;

/// Where an object stands in one database, as `pg_depend` writes it: catalog, OID, and number of a part.
pub type Address = (u32, u32, i32);

/// What an object is called: its kind and its path of names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ObjectId {
    /// The kind.
    pub kind: Kind,
    /// The path: `[schema, name]` for a table, `[schema, table, column]` for a column, `[schema, name, arguments]` for a routine.
    pub name: Arc<[String]>,
    /// For a facet (owner, comment, privileges): the kind of the object that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Kind>,
}

impl ObjectId {
    /// An object that is no facet.
    pub fn new<S: Into<String>>(kind: Kind, name: impl IntoIterator<Item = S>) -> Self {
        Self { kind, name: name.into_iter().map(Into::into).collect(), of: None }
    }

    /// The facet of this object of the kind `facet`.
    #[must_use]
    pub fn facet(&self, facet: Kind) -> Self {
        Self { kind: facet, name: Arc::clone(&self.name), of: Some(self.kind) }
    }

    /// The object that this facet belongs to; the id itself for anything else.
    #[must_use]
    pub fn base(&self) -> Self {
        match self.of {
            Some(kind) => Self { kind, name: Arc::clone(&self.name), of: None },
            None => self.clone(),
        }
    }

    /// Is it the owner, comment or privileges of another object?
    pub fn is_facet(&self) -> bool {
        self.of.is_some()
    }

    /// The first name: the schema, for everything that lives in one.
    pub fn first(&self) -> &str {
        self.name.first().map_or("", String::as_str)
    }

    /// The last name: what the object itself is called.
    pub fn last(&self) -> &str {
        self.name.last().map_or("", String::as_str)
    }

    /// The same kind of object beside this one, under another last name.
    #[must_use]
    pub fn called(&self, name: &str) -> Self {
        let above = self.name.iter().take(self.name.len().saturating_sub(1)).cloned();
        Self { name: above.chain([name.to_owned()]).collect(), ..self.clone() }
    }

    /// The names from the left, `count` of them: for a column `names(2)` are the relation's.
    pub fn names(&self, count: usize) -> &[String] {
        &self.name[..count.min(self.name.len())]
    }

    /// The `index`th name, empty where there is none.
    pub fn part(&self, index: usize) -> &str {
        self.name.get(index).map_or("", String::as_str)
    }
}

impl fmt::Debug for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind.as_str())?;
        if let Some(of) = self.of {
            write!(f, " of {}", of.as_str())?;
        }
        write!(f, " {}", self.name.join("."))
    }
}

/// One object: its id, its properties and what it depends on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Object {
    /// What it is called.
    pub id: ObjectId,
    /// The object it is a part of (a column's table); not the schema, which is a dependency like others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<ObjectId>,
    /// What is compared, and, under names that start with `_`, what is only told.
    pub properties: Properties,
    /// What must be there before it; its parent and, for a facet, its base are in it.
    #[serde(default)]
    pub depends: BTreeSet<ObjectId>,
}

impl Object {
    /// The kind's behaviour.
    pub fn spec(&self) -> &'static dyn ObjectKind {
        self.id.kind.spec()
    }

    /// The properties that are compared.
    pub fn compared(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.properties.iter().filter(|(name, _)| !name.starts_with('_'))
    }

    /// A property, or nothing where it is null.
    pub fn get(&self, property: &str) -> Option<&Value> {
        self.properties.get(property)
    }

    /// A text property, or nothing.
    pub fn text(&self, property: &str) -> Option<&str> {
        self.get(property).and_then(Value::as_str)
    }

    /// A text property, empty where there is none.
    pub fn str(&self, property: &str) -> &str {
        self.text(property).unwrap_or("")
    }

    /// A boolean property; false where there is none.
    pub fn flag(&self, property: &str) -> bool {
        self.get(property).and_then(Value::as_bool).unwrap_or(false)
    }

    /// A whole-number property, or nothing.
    pub fn int(&self, property: &str) -> Option<i64> {
        self.get(property).and_then(Value::as_i64)
    }

    /// An array property; empty where there is none.
    pub fn array(&self, property: &str) -> &[Value] {
        self.get(property).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// An array of texts; empty where there is none.
    pub fn texts(&self, property: &str) -> Vec<&str> {
        self.array(property).iter().filter_map(Value::as_str).collect()
    }

    /// The type as `pg_identify_object` names it.
    pub fn object_type(&self) -> &'static str {
        self.spec().object_type(self)
    }

    /// The identity as `pg_identify_object` writes it.
    pub fn identity(&self) -> String {
        self.spec().identity(self)
    }

    /// Type and identity in one, which is unique.
    pub fn typed_identity(&self) -> String {
        format!("{} {}", self.object_type(), self.identity())
    }

    /// The words that name it in `COMMENT ON` and `ALTER`: `TABLE s.t`.
    pub fn reference(&self) -> String {
        self.spec().reference(self)
    }
}

/// Where a catalog was read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// `server_version_num`, for example 150020.
    pub server_version_num: u32,
    /// The database's name.
    pub database: String,
    /// The role that read it.
    pub user: String,
    /// Did a script make it that may have been a dump?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_script: bool,
    /// The names of all roles of the server; empty where they were not read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Those of them that are superusers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub superusers: Vec<String>,
}

impl Origin {
    /// `15.20`
    pub fn server_version(&self) -> String {
        format!("{}.{}", self.server_version_num / 10_000, self.server_version_num % 10_000)
    }
}

/// The tables whose row type this object is made of. A column stands on other tables for no other reason.
pub(crate) fn row_types(object: &Object) -> impl Iterator<Item = &ObjectId> {
    let made_of_types = matches!(object.id.kind, Kind::Column | Kind::Attribute | Kind::Domain | Kind::RangeType);
    let tables = object.depends.iter().filter(move |needed| made_of_types && needed.kind == Kind::Table);
    tables.filter(|needed| object.parent.as_ref() != Some(needed))
}

/// The tables and composite types of which a constant is in the object's expressions: since the minor releases of November 2026 the
/// server rewrites no table, and alters no attribute, under one. The deparser writes a constant's type behind it.
pub(crate) fn row_constants(object: &Object) -> impl Iterator<Item = &ObjectId> {
    let may = |needed: &&ObjectId| matches!(needed.kind, Kind::Table | Kind::CompositeType) && !object.id.is_facet();
    object.depends.iter().filter(may).filter(|needed| {
        let name = serde_json::to_string(&crate::ident::qualified(&needed.name)).unwrap_or_default();
        let name = name.trim_matches('"');
        let text = object.properties.text();
        text.match_indices("::").any(|(at, _)| text[at + 2..].starts_with(name))
    })
}

fn hash(id: &ObjectId) -> u64 {
    FxBuildHasher.hash_one(id)
}

/// All objects of one database.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalog {
    /// Where it was read.
    pub origin: Origin,
    /// In the order of ids.
    objects: Vec<Object>,
    /// The parts of each object, as places in `objects`, found by the hash of its id: in the order of hashes, then of ids.
    children: Vec<(u64, u32)>,
    /// Tables whose row type is the type of something else.
    row_types: BTreeSet<ObjectId>,
    /// Tables of whose row type there is a constant in an expression.
    row_constants: BTreeSet<ObjectId>,
    /// Where its objects stand in their database.
    lineage: Option<Lineage>,
}

impl Catalog {
    /// A catalog of these objects. Of two with one id the last one counts.
    pub fn new(origin: Origin, objects: impl IntoIterator<Item = Object>) -> Self {
        let mut objects: Vec<Object> = objects.into_iter().collect();
        objects.sort_by(|one, other| one.id.cmp(&other.id));
        objects.dedup_by(|later, kept| {
            let same = later.id == kept.id;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        let mut children: Vec<(u64, u32)> =
            (0..).zip(&objects).filter_map(|(place, object)| Some((hash(object.parent.as_ref()?), place))).collect();
        children.sort_unstable();
        let row_types = objects.iter().flat_map(row_types).cloned().collect();
        let row_constants = objects.iter().flat_map(row_constants).filter(|id| id.kind == Kind::Table).cloned().collect();
        Self { origin, objects, children, row_types, row_constants, lineage: None }
    }

    /// Is a constant of this table's row type in an expression of any object?
    pub fn has_row_constants(&self, table: &ObjectId) -> bool {
        self.row_constants.contains(table)
    }

    /// Is the row type of this table the type of a column or attribute elsewhere, or what a domain or array of one is made of?
    pub fn is_row_type(&self, table: &ObjectId) -> bool {
        self.row_types.contains(table)
    }

    /// The object of this id.
    pub fn get(&self, id: &ObjectId) -> Option<&Object> {
        let place = self.objects.binary_search_by(|object| object.id.cmp(id)).ok()?;
        self.objects.get(place)
    }

    /// Is there an object of this id?
    pub fn contains(&self, id: &ObjectId) -> bool {
        self.get(id).is_some()
    }

    /// Every object, in the order of ids.
    pub fn objects(&self) -> impl Iterator<Item = &Object> {
        self.objects.iter()
    }

    /// The parts of an object (columns, constraints, indexes, triggers … of a table; its facets too), in the order of ids.
    pub fn children<'a>(&'a self, id: &ObjectId) -> impl Iterator<Item = &'a Object> + use<'a> {
        let hash = hash(id);
        let start = self.children.partition_point(|(of, _)| *of < hash);
        let id = id.clone();
        self.children[start..]
            .iter()
            .take_while(move |(of, _)| *of == hash)
            .filter_map(|(_, place)| self.objects.get(*place as usize))
            .filter(move |child| child.parent.as_ref() == Some(&id))
    }

    /// The parts of one kind.
    pub fn children_of_kind<'a>(&'a self, id: &ObjectId, kind: Kind) -> impl Iterator<Item = &'a Object> + use<'a> {
        self.children(id).filter(move |child| child.id.kind == kind)
    }

    /// The facet of an object, if it has one.
    pub fn facet(&self, id: &ObjectId, facet: Kind) -> Option<&Object> {
        self.get(&id.facet(facet))
    }

    /// The owner of an object, or of what it is a part of.
    pub fn owner(&self, id: &ObjectId) -> Option<&str> {
        if let Some(owner) = self.facet(id, Kind::Owner) {
            return owner.text("role");
        }
        let parent = self.get(id)?.parent.as_ref()?;
        self.owner(parent)
    }

    /// How many objects there are.
    pub fn len(&self) -> usize {
        self.objects.len()
    }

    /// Has it no object?
    pub fn is_empty(&self) -> bool {
        self.objects.is_empty()
    }

    /// The same catalog without the objects that `keep` refuses.
    #[must_use]
    pub fn filtered(&self, mut keep: impl FnMut(&Object) -> bool) -> Self {
        Self::new(self.origin.clone(), self.objects.iter().filter(|object| keep(object)).cloned())
    }
}
