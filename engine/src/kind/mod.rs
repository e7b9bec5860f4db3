//! What a kind of object is: one file each, and one line in the registry below.
//!
//! The order of the registry is the order of creation wherever dependencies leave it free (dropping goes backwards), so a
//! line's place is chosen, and explained where it is odd.

use crate::catalog::{Catalog, Object, ObjectId};
use crate::options::{Options, ReadScope, Reading, Strategy};
use crate::probe::Question;
use crate::statement::{Online, Statement};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub mod conversion;
pub mod foreign_options;

mod ancestry;
mod definition;
pub(crate) mod row_type;
mod sequence_position;
mod setting;
mod values_query;

macro_rules! registry {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal => $module:ident;)*) => {
        $(pub mod $module;)*

        /// A kind of object. Its order is the order of creation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Kind { $($(#[doc = $doc])* #[serde(rename = $name)] $variant,)* }

        impl Kind {
            /// Every kind, in the order of creation.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)*];

            /// The name in rows, snapshots and options.
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $name,)* } }

            /// What the kind does.
            pub fn spec(self) -> &'static dyn ObjectKind { match self { $(Self::$variant => &$module::$variant,)* } }
        }
    };
}

registry! {
    /// CREATE ROLE; first, because nearly everything names one
    Role = "role" => role;
    /// ALTER ROLE … PASSWORD
    RolePassword = "role password" => role_password;
    /// GRANT role TO role
    RoleMembership = "role membership" => role_membership;
    /// CREATE TABLESPACE; in no transaction, so that it comes before everything that is in one
    Tablespace = "tablespace" => tablespace;
    /// ALTER DATABASE
    Database = "database" => database;
    /// CREATE SCHEMA
    Schema = "schema" => schema;
    /// who owns an object (facet)
    Owner = "owner" => owner;
    /// who may do what with an object (facet); after its owner, because a change of owner rewrites the list
    Privileges = "privileges" => privileges;
    /// COMMENT ON (facet)
    Comment = "comment" => comment;
    /// SECURITY LABEL (facet)
    SecurityLabel = "security label" => security_label;
    /// CREATE EXTENSION
    Extension = "extension" => extension;
    /// CREATE COLLATION
    Collation = "collation" => collation;
    /// the name of a base type, or of a range type with a canonical function, before their functions can be made
    ShellType = "shell type" => shell_type;
    /// CREATE TYPE AS ENUM
    EnumType = "enum type" => enum_type;
    /// CREATE TYPE AS
    CompositeType = "composite type" => composite_type;
    /// an attribute of a composite type
    Attribute = "attribute" => attribute;
    /// CREATE DOMAIN
    Domain = "domain" => domain;
    /// a CHECK constraint of a domain
    DomainConstraint = "domain constraint" => domain_constraint;
    /// CREATE TYPE with input and output functions
    BaseType = "base type" => base_type;
    /// CREATE TYPE AS RANGE
    RangeType = "range type" => range_type;
    /// CREATE ACCESS METHOD; this one and those up to transforms, which are made of functions, come before these: so each is there
    /// as soon as its functions are, before the default or body of another function that can't be read without it
    AccessMethod = "access method" => access_method;
    /// CREATE OPERATOR
    Operator = "operator" => operator;
    /// an operator that is only named as the commutator or negator of another
    ShellOperator = "shell operator" => shell_operator;
    /// CREATE OPERATOR FAMILY
    OperatorFamily = "operator family" => operator_family;
    /// an operator or function in an operator family; before classes, because which of them the server ties to a class depends
    /// on which classes there are
    OpfamilyMember = "operator family member" => opfamily_member;
    /// CREATE OPERATOR CLASS
    OperatorClass = "operator class" => operator_class;
    /// CREATE CAST; whatever has an expression with a cast in it depends on its function and types, not on the cast
    Cast = "cast" => cast;
    /// CREATE LANGUAGE
    Language = "language" => language;
    /// CREATE FUNCTION, CREATE PROCEDURE
    Function = "function" => function;
    /// CREATE AGGREGATE
    Aggregate = "aggregate" => aggregate;
    /// CREATE FOREIGN DATA WRAPPER
    ForeignDataWrapper = "foreign-data wrapper" => foreign_data_wrapper;
    /// CREATE SERVER
    ForeignServer = "server" => foreign_server;
    /// CREATE USER MAPPING
    UserMapping = "user mapping" => user_mapping;
    /// CREATE CONVERSION
    EncodingConversion = "conversion" => encoding_conversion;
    /// CREATE TEXT SEARCH PARSER
    TsParser = "text search parser" => ts_parser;
    /// CREATE TEXT SEARCH TEMPLATE
    TsTemplate = "text search template" => ts_template;
    /// CREATE TEXT SEARCH DICTIONARY
    TsDictionary = "text search dictionary" => ts_dictionary;
    /// CREATE TEXT SEARCH CONFIGURATION
    TsConfiguration = "text search configuration" => ts_configuration;
    /// the dictionaries of a configuration for a type of token
    TsMapping = "text search mapping" => ts_mapping;
    /// CREATE SEQUENCE
    Sequence = "sequence" => sequence;
    /// CREATE TABLE
    Table = "table" => table;
    /// a column of a table; also, by its name alone, of a view
    Column = "column" => column;
    /// DEFAULT
    ColumnDefault = "column default" => column_default;
    /// GENERATED … AS IDENTITY
    Identity = "identity" => identity;
    /// OWNED BY
    SequenceOwner = "sequence owner" => sequence_owner;
    /// CREATE TABLE … OF
    TypedTable = "typed table" => typed_table;
    /// INHERITS
    Inheritance = "inheritance" => inheritance;
    /// ATTACH PARTITION
    Partition = "partition" => partition;
    /// CREATE VIEW
    View = "view" => view;
    /// CREATE MATERIALIZED VIEW
    MaterializedView = "materialized view" => materialized_view;
    /// ALTER TABLE … ADD CONSTRAINT; keys before the foreign keys that need them, by dependency
    Constraint = "table constraint" => constraint;
    /// CREATE INDEX
    Index = "index" => index;
    /// ALTER INDEX … ATTACH PARTITION
    IndexAttachment = "index attachment" => index_attachment;
    /// CREATE STATISTICS
    Statistics = "statistics object" => statistics;
    /// CREATE RULE
    Rule = "rule" => rule;
    /// CREATE TRIGGER; late, so that what the script itself does fires none
    Trigger = "trigger" => trigger;
    /// CREATE POLICY
    Policy = "policy" => policy;
    /// REPLICA IDENTITY; after the index that it names
    ReplicaIdentity = "replica identity" => replica_identity;
    /// CLUSTER ON
    ClusterIndex = "cluster index" => cluster_index;
    /// the order of several parents; after all that the children must have for them
    InheritanceOrder = "inheritance order" => inheritance_order;
    /// CREATE PUBLICATION
    Publication = "publication" => publication;
    /// ALTER PUBLICATION … ADD TABLE
    PublicationRelation = "publication relation" => publication_relation;
    /// ALTER PUBLICATION … ADD TABLES IN SCHEMA
    PublicationNamespace = "publication namespace" => publication_namespace;
    /// CREATE SUBSCRIPTION
    Subscription = "subscription" => subscription;
    /// ALTER LARGE OBJECT
    LargeObject = "large object" => large_object;
    /// ALTER DATABASE … SET; late, because a value may name what has to be there
    DatabaseSetting = "database setting" => database_setting;
    /// ALTER ROLE … SET
    RoleSetting = "role setting" => role_setting;
    /// GRANT … ON PARAMETER
    ParameterPrivileges = "parameter privileges" => parameter_privileges;
    /// GRANT and REVOKE on what initdb or an extension made
    InitialPrivileges = "initial privileges" => initial_privileges;
    /// SECURITY LABEL on a member of an extension
    MemberLabel = "member label" => member_label;
    /// CREATE TRANSFORM; late, because every function made after it that takes or returns its type comes to depend on it
    Transform = "transform" => transform;
    /// ALTER DEFAULT PRIVILEGES; so late that it doesn't touch what the script itself makes
    DefaultPrivilege = "default acl" => default_privilege;
    /// CREATE EVENT TRIGGER; last, and dropped first, so that the script itself fires none
    EventTrigger = "event trigger" => event_trigger;
}

/// How the change of one object is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// `ALTER` or `CREATE OR REPLACE`; whatever depends on it stays.
    InPlace,
    /// `ALTER`, but the server refuses while some dependents stand (a retyped column under a view): those whose kind does not
    /// [survive](ObjectKind::survives) are dropped before and made again after.
    Disturbing,
    /// Dropped and made again, and so is everything that depends on it.
    Rebuild,
    /// Set aside under another name, made anew, what holds data of it converted, then the old one dropped: types whose columns
    /// must keep their values, tables whose rows must.
    Convert,
}

/// What happens to an object when something that it depends on goes away for a moment or changes under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Survival {
    /// It isn't touched: the server carries it along.
    Kept,
    /// It is altered in place although none of its own properties changed (a column whose type is made anew).
    Altered,
    /// It is dropped before and made again after.
    Rebuilt,
}

/// Where the statement that makes or drops an object may be merged into its parent's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Folding {
    /// Part of the parent's CREATE, if no cycle forbids it.
    pub create: bool,
    /// Gone with the parent's DROP, if no cycle forbids it.
    pub drop: bool,
}

/// What the owner and PUBLIC may do with a new object (src/backend/utils/adt/acl.c, acldefault).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DefaultPrivileges {
    /// Everything there is to grant, in the order of the manual's table 5.1.
    pub owner: &'static [&'static str],
    /// What PUBLIC gets.
    pub public: &'static [&'static str],
}

impl DefaultPrivileges {
    /// Tables, views, materialized views, foreign tables.
    pub const fn relation(server_version_num: u32) -> Self {
        let owner: &[&str] = if server_version_num >= 170_000 {
            &["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"]
        } else {
            &["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"]
        };
        Self { owner, public: &[] }
    }

    /// Sequences.
    pub const fn sequence() -> Self {
        Self { owner: &["SELECT", "UPDATE", "USAGE"], public: &[] }
    }

    /// Functions, procedures, aggregates.
    pub const fn routine() -> Self {
        Self { owner: &["EXECUTE"], public: &["EXECUTE"] }
    }

    /// Types and domains.
    pub const fn data_type() -> Self {
        Self { owner: &["USAGE"], public: &["USAGE"] }
    }
}

/// What a server of some version has no place for.
#[derive(Debug, Clone, PartialEq)]
pub enum NotHosted {
    /// A property: what stands there instead, and what people are told, unless nobody asked for it.
    Property {
        /// Which.
        name: &'static str,
        /// The closest that the server has.
        instead: Option<Value>,
        /// What the row says.
        what: Option<&'static str>,
    },
    /// The object as a whole, and what the row says.
    Whole(&'static str),
}

/// Who takes over rows of a part of the target that can't hold them any more (a partition that goes, or gets other bounds).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heirs {
    /// The parts of the source that take them.
    pub links: Vec<ObjectId>,
    /// Is there surely no row that nobody takes?
    pub all: bool,
}

/// Everything a kind may look at when it writes statements: both catalogs, the options, and what is being rebuilt.
pub struct Context<'a> {
    /// The state to be changed.
    pub target: &'a Catalog,
    /// The state that is wanted.
    pub source: &'a Catalog,
    /// The caller's options.
    pub options: &'a Options,
    /// Objects that are dropped and made again.
    pub rebuilt: &'a BTreeSet<ObjectId>,
    /// Objects that are [converted](Way::Convert), with the bare name under which the old one stands aside meanwhile.
    pub aside: &'a BTreeMap<ObjectId, String>,
}

impl Context<'_> {
    /// What a statement is replaced by, where the strategy `online` is wanted.
    pub fn online(&self, replacement: impl FnOnce() -> Option<Online>) -> Option<Online> {
        if self.options.strategy == Strategy::Online { replacement() } else { None }
    }
}

/// A pair of objects of one id whose properties differ, or that must be altered because of what they depend on.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// As it is in the target.
    pub old: &'a Object,
    /// As it is wanted.
    pub new: &'a Object,
    /// The compared properties that differ; empty where only a dependency forces the change.
    pub properties: &'a BTreeSet<String>,
}

impl Change<'_> {
    /// Does this property differ?
    pub fn has(&self, property: &str) -> bool {
        self.properties.contains(property)
    }

    /// Does any of these properties differ?
    pub fn has_any(&self, properties: &[&str]) -> bool {
        properties.iter().any(|property| self.has(property))
    }

    /// Do only these properties differ?
    pub fn only(&self, properties: &[&str]) -> bool {
        self.properties.iter().all(|property| properties.contains(&property.as_str()))
    }
}

/// The behaviour of one kind. A statement is written only here; what must run in which order is never a kind's business:
/// it follows from the dependencies.
pub trait ObjectKind: Sync {
    /// The reading query (sql/catalog), or nothing for kinds that come out of other kinds' rows.
    fn query(&self) -> Option<&'static str> {
        None
    }

    /// What a caller must ask for to have such objects read.
    fn scope(&self) -> ReadScope {
        ReadScope::Objects
    }

    /// Is it read if this is asked for?
    fn is_read(&self, reading: Reading) -> bool {
        self.scope() <= reading.scope
    }

    /// Is it a difference that only one side, the target or the source, has it?
    fn differs_alone(&self, _object: &Object, _in_target: bool) -> bool {
        true
    }

    /// The type as `pg_identify_object` names it.
    fn object_type(&self, object: &Object) -> &'static str;

    /// The identity as `pg_identify_object` writes it; by default the names with dots.
    fn identity(&self, object: &Object) -> String {
        crate::ident::qualified(&object.id.name)
    }

    /// The words that name the object in `COMMENT ON` and `ALTER … OWNER TO`: `TABLE s.t`, `TRIGGER x ON s.t`.
    fn reference(&self, object: &Object) -> String;

    /// The words that name the object in `GRANT … ON`.
    fn grant_reference(&self, object: &Object) -> String {
        self.reference(object)
    }

    /// The default privileges, for kinds that have any.
    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        None
    }

    /// May its CREATE and DROP be part of its parent's?
    fn folding(&self, _object: &Object) -> Folding {
        Folding { create: false, drop: true }
    }

    /// Is it a state of something that is there on either side though no side tells of it (what initdb or an extension made)? Then
    /// its coming and going are an alteration of that.
    fn alters_another(&self) -> bool {
        false
    }

    /// Can it only be dropped together with its whole, so that its whole is made anew where it goes or changes?
    fn goes_with_whole(&self, _object: &Object) -> bool {
        false
    }

    /// Can it only be made together with its whole, as that is in the target?
    fn comes_with_whole(&self, _object: &Object, _target: &Catalog) -> bool {
        false
    }

    /// The names that it occupies, so that what gives a name up goes before what takes it. Namespaces are catalogs: a table
    /// occupies a `pg_class` name, and a `pg_type` name for its row type.
    fn slots(&self, _object: &Object) -> Vec<(&'static str, Vec<String>)> {
        Vec::new()
    }

    /// What of it a server of this version has no place for.
    fn not_hosted(&self, _object: &Object, _server_version_num: u32) -> Vec<NotHosted> {
        Vec::new()
    }

    /// The properties that a server of this version knows nothing of, so that it asks for no change of them.
    fn unsaid(&self, _server_version_num: u32) -> &'static [&'static str] {
        &[]
    }

    /// How a change is carried out.
    fn way(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Way {
        Way::InPlace
    }

    /// Is all that makes the object read? What isn't is told whenever it is there, on one side or on both.
    fn is_comparable(&self, _object: &Object) -> bool {
        true
    }

    /// Why no plan makes this object, of the source, what it is: its row stays, and says so.
    fn left_undone(&self, _object: &Object) -> Option<&'static str> {
        None
    }

    /// The schema that the object is in, if it is in one.
    fn schema<'a>(&self, object: &'a Object) -> Option<&'a str> {
        if object.id.name.len() > 1 { object.id.name.first().map(String::as_str) } else { None }
    }

    /// What the object itself is called, without schema and table.
    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.last()
    }

    /// For what people see as a property of another object (an owner, a default): the word under which its difference stands
    /// in the row of that object.
    fn row_property(&self) -> Option<&'static str> {
        None
    }

    /// How it is shown there.
    fn row_value(&self, object: &Object) -> Value {
        let mut compared = object.compared();
        match (compared.next(), compared.next()) {
            (None, _) => Value::String(self.identity(object)),
            (Some((_, value)), None) => value.clone(),
            _ => object.compared().map(|(name, value)| (name.clone(), value.clone())).collect(),
        }
    }

    /// What the server wants out of the way while this change is made in place, though it isn't dropped with anything: it is dropped
    /// before and made again after.
    fn disturbs(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<ObjectId> {
        Vec::new()
    }

    /// What stands, and has to be dropped before this new object is made, and made again after.
    fn in_the_way(&self, _new: &Object, _cx: &Context<'_>) -> Vec<ObjectId> {
        Vec::new()
    }

    /// Tables that this change makes anew, because their rows find another place among the partitions.
    fn scatters(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<ObjectId> {
        Vec::new()
    }

    /// Can it be added to a whole that stands only by making that anew?
    fn makes_whole_anew(&self, _object: &Object, _cx: &Context<'_>) -> bool {
        false
    }

    /// What happens to `dependent`, an object of this kind, when `cause` is rebuilt, converted or disturbed.
    fn survives(&self, _dependent: &Object, _cause: &Object, _way: Way) -> Survival {
        Survival::Rebuilt
    }

    /// Are its texts expressions or queries as the server's deparser writes them, and no user's own? They are taken in as they are
    /// read again.
    fn is_deparsed(&self) -> bool {
        false
    }

    /// Is it a data type? A stand-in for a view needs the types of its columns and nothing else.
    fn is_type(&self) -> bool {
        false
    }

    /// Is it made and altered only when everything else is done, even the discarding of what was set aside?
    fn comes_last(&self) -> bool {
        false
    }

    /// Is it a column, whose home is its table's CREATE?
    fn is_column(&self) -> bool {
        false
    }

    /// Would dropping it to make it again lose rows or values, so that it is never done for the sake of order alone?
    fn holds_data(&self) -> bool {
        self.is_column() || self.rebuild_way() == Way::Convert
    }

    /// The object whose rows it holds (a partition: its partitioned table). If that is [converted](Way::Convert), it is made
    /// before the rows come, or dropped after they were copied.
    fn holds_rows_of(&self, _object: &Object) -> Option<ObjectId> {
        None
    }

    /// Who takes over rows of this part, of the target. It is then taken off its whole by a statement of its own, and its table is
    /// dropped when the heirs have theirs.
    fn heirs(&self, _old: &Object, _target: &Catalog, _source: &Catalog) -> Heirs {
        Heirs::default()
    }

    /// Does its CREATE read rows of what it depends on (a foreign key, a materialized view), so that they must be there by then?
    fn reads_rows(&self, _object: &Object) -> bool {
        false
    }

    /// The table among whose rows it looks up what its own refer to (a foreign key): of those none may be missing while it stands.
    fn looks_up(&self, _object: &Object) -> Option<ObjectId> {
        None
    }

    /// Objects of its own catalog that must not be dropped before it is, though it doesn't depend on them.
    fn goes_before(&self, _object: &Object, _catalog: &Catalog) -> Vec<ObjectId> {
        Vec::new()
    }

    /// How an object of this kind is rebuilt when something that it depends on is: kinds that hold rows, or are the type of
    /// columns that do, are converted so that nothing is lost.
    fn rebuild_way(&self) -> Way {
        Way::Rebuild
    }

    /// The same of this object: a foreign table holds no rows, though it is a table.
    fn rebuild_way_of(&self, _object: &Object) -> Way {
        self.rebuild_way()
    }

    /// A stand-in for the object that needs less than the object itself (a view of nulls), made first where objects need each
    /// other, and replaced by [`alter`](Self::alter) later; it also replaces what is to be dropped where objects need each other.
    /// Nothing where the kind has no such thing.
    fn stub(&self, _object: &Object, _cx: &Context<'_>) -> Option<Vec<Statement>> {
        None
    }

    /// Does the [stand-in](Self::stub) of `object` need `needed`, on which the object depends?
    fn stub_needs(&self, _object: &Object, needed: &ObjectId) -> bool {
        needed.kind.spec().is_type() || needed.kind == Kind::Schema
    }

    /// The roles that its statements name.
    fn roles<'a>(&self, _object: &'a Object) -> Vec<&'a str> {
        Vec::new()
    }

    /// Properties that only repeat, for the plan's sake, what parts of it say as objects of their own: no row of their own for people
    /// where a part has one.
    fn repeats_parts(&self) -> &'static [&'static str] {
        &[]
    }

    /// What can be asked about its change before it is made; only called for parts of what is there before and after, and for
    /// what [holds rows of](Self::holds_rows_of) another.
    fn probes(&self, _old: Option<&Object>, _new: Option<&Object>, _cx: &Context<'_>) -> Vec<Question> {
        Vec::new()
    }

    /// The statements that make it; `folded` are the parts of it whose CREATE is merged into this one.
    fn create(&self, object: &Object, folded: &[&Object], cx: &Context<'_>) -> Vec<Statement>;

    /// The statements that drop it (`object` is the target's).
    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement>;

    /// The statements that change it in place; only called where [`way`](Self::way) is `InPlace` or `Disturbing`, or where it
    /// must be [`Altered`](Survival::Altered).
    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement>;

    /// For [`Way::Convert`]: the statements that set the old object aside under the name `aside` (the last part of its new name).
    fn set_aside(&self, _object: &Object, _aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    /// For [`Way::Convert`]: the statements that bring its data over, after the new one and all that it needs stand.
    fn convert(&self, _change: &Change<'_>, _aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    /// For [`Way::Convert`]: the statements that drop the old one when nothing uses it any more.
    fn discard(&self, _object: &Object, _aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
