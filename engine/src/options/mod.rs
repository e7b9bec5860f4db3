//! The options of a call: one JSON object, checked strictly.
//!
//! What an option is called, takes and means stands once, in [`mod@reference`]; parsing and the rows of `options()` both come
//! from there.

mod ignore;
mod pattern;
mod reference;
mod rename;
mod value;

pub use ignore::Ignore;
pub use pattern::Pattern;
pub use reference::OptionRow;
pub use rename::Rename;
pub(crate) use rename::{ENUM_VALUE, renamed_type};

use crate::error::Error;
use crate::hazard::Hazard;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of objects that only the target has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DropMode {
    /// They are dropped.
    #[default]
    Yes,
    /// The statements stand in the script as comments.
    Comment,
    /// They stay.
    No,
}

/// How statements are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strategy {
    /// One transaction where the server allows it.
    #[default]
    Transaction,
    /// Least locking.
    Online,
}

/// How much of a server is read, each with all that comes before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ReadScope {
    /// The objects in the database.
    #[default]
    Objects,
    /// The database's own properties, privileges and settings.
    Database,
    /// Roles, tablespaces and what else all databases share.
    Cluster,
}

impl ReadScope {
    /// As the option says it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Objects => "objects",
            Self::Database => "database",
            Self::Cluster => "cluster",
        }
    }
}

/// What a catalog's reader is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// How much.
    pub scope: ReadScope,
    /// With large objects?
    pub large_objects: bool,
    /// With the values of secrets that the reading role may see, beside their digests?
    pub reveal: bool,
    /// With the addresses of its objects?
    pub lineage: bool,
}

/// The isolation level of a script's transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Isolation {
    /// READ COMMITTED
    ReadCommitted,
    /// REPEATABLE READ
    RepeatableRead,
    /// SERIALIZABLE
    Serializable,
}

impl Isolation {
    /// As `BEGIN` writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReadCommitted => "READ COMMITTED",
            Self::RepeatableRead => "REPEATABLE READ",
            Self::Serializable => "SERIALIZABLE",
        }
    }
}

/// The options, with their defaults.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Only these schemas, where there are any.
    pub schemas: BTreeSet<String>,
    /// Not these schemas.
    pub exclude_schemas: BTreeSet<String>,
    /// Only what matches one of these, where there are any.
    pub include: Vec<Pattern>,
    /// Not what matches one of these.
    pub exclude: Vec<Pattern>,
    /// A schema of the target and the schema of the source that it is compared with.
    pub schema_map: BTreeMap<String, String>,
    /// What is not compared.
    pub ignore: BTreeSet<Ignore>,
    /// How much is read and compared.
    pub scope: ReadScope,
    /// Are owners, privileges, comments and labels of large objects compared?
    pub large_objects: bool,
    /// Are event triggers that would fire for the script disabled meanwhile?
    pub disable_event_triggers: bool,
    /// Are secrets written into statements, as far as they may be seen?
    pub reveal_secrets: bool,
    /// Objects of the target that the source has under another name.
    pub renames: Vec<Rename>,
    /// How statements are chosen.
    pub strategy: Strategy,
    /// May the strategy `online` write rows in batches where a statement would rewrite a table?
    pub backfill: bool,
    /// What becomes of objects that only the target has.
    pub drop: DropMode,
    /// A schema to move relations into instead of dropping them.
    pub keep_dropped: Option<String>,
    /// Hazards that a deployment, and a statement that would otherwise fail rather than lose, may go through with.
    pub allow: BTreeSet<Hazard>,
    /// The most objects that a deployment may drop.
    pub max_drops: Option<usize>,
    /// The most statements that a deployment may have.
    pub max_statements: Option<usize>,
    /// `lock_timeout` of the script, as SET takes it.
    pub lock_timeout: Option<String>,
    /// `statement_timeout` of the script, as SET takes it.
    pub statement_timeout: Option<String>,
    /// How long one question about the target's rows may take, in milliseconds; 0 is without end.
    pub probe_timeout: u64,
    /// Does the plan ask the target about the rows that its risks depend on?
    pub probe: bool,
    /// Does a deployment run in the caller's session?
    pub in_session: bool,
    /// May a dry run wait for locks that others hold?
    pub busy: bool,
    /// How often a transaction that could not get its locks tries again; see [`retries`](Self::retries).
    pub retries: Option<u32>,
    /// SQL that runs before the first step.
    pub pre_script: Option<String>,
    /// SQL that runs after the last step.
    pub post_script: Option<String>,
    /// Does the script begin and commit its transactions?
    pub transaction: bool,
    /// Do `CREATE` and `DROP` say `IF [NOT] EXISTS`?
    pub if_exists: bool,
    /// Does the script have a comment for each step?
    pub comments: bool,
    /// Does the script say how far it is?
    pub notices: bool,
    /// The isolation level of the script's transaction.
    pub isolation: Option<Isolation>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            schemas: BTreeSet::new(),
            exclude_schemas: BTreeSet::new(),
            include: Vec::new(),
            exclude: Vec::new(),
            schema_map: BTreeMap::new(),
            ignore: BTreeSet::from([Ignore::ColumnOrder]),
            scope: ReadScope::default(),
            large_objects: false,
            disable_event_triggers: false,
            reveal_secrets: false,
            renames: Vec::new(),
            strategy: Strategy::default(),
            backfill: false,
            drop: DropMode::default(),
            keep_dropped: None,
            allow: BTreeSet::new(),
            max_drops: None,
            max_statements: None,
            lock_timeout: None,
            statement_timeout: None,
            probe_timeout: 10_000,
            probe: false,
            in_session: false,
            busy: false,
            retries: None,
            pre_script: None,
            post_script: None,
            transaction: true,
            if_exists: false,
            comments: true,
            notices: false,
            isolation: None,
        }
    }
}

/// What the strategy `online` has where nothing else is said: a lock that somebody waits for keeps everybody behind waiting.
const ONLINE_LOCK_TIMEOUT: &str = "2s";
const ONLINE_RETRIES: u32 = 10;

impl Options {
    /// `lock_timeout` of the script, as SET takes it.
    pub fn lock_timeout(&self) -> Option<&str> {
        let online = (self.strategy == Strategy::Online).then_some(ONLINE_LOCK_TIMEOUT);
        self.lock_timeout.as_deref().or(online)
    }

    /// How often a transaction that could not get its locks tries again.
    pub fn retries(&self) -> u32 {
        self.retries.unwrap_or(if self.strategy == Strategy::Online { ONLINE_RETRIES } else { 0 })
    }

    /// Reads the JSON object that a caller gave, its profile taken in (see [`with_profile`](Self::with_profile)).
    ///
    /// Errors: 22023 for an unknown key, a wrong type or an invalid value; 42704 for a profile that nobody took in.
    pub fn parse(value: &Value) -> Result<Self, Error> {
        if let Some(name) = value.get("profile").and_then(Value::as_str) {
            return Err(Error::new("42704", format!("profile \"{name}\" does not exist")));
        }
        let mut options = Self::default();
        reference::read(&mut options, value)?;
        options.checked()
    }

    /// The object that a caller gave with the options of the profile that it names: the caller's keys take the place of the profile's.
    /// Errors (22023) if the profile names another one.
    pub fn with_profile(value: &Value, profile: Value) -> Result<Value, Error> {
        if profile.get("profile").is_some_and(|inner| !inner.is_null()) {
            let name = value.get("profile").and_then(Value::as_str).unwrap_or_default();
            return Err(Error::invalid(format!("profile \"{name}\" names another profile")));
        }
        let mut merged = profile;
        if let (Some(merged), Some(own)) = (merged.as_object_mut(), value.as_object()) {
            let own = own.iter().filter(|(key, value)| *key != "profile" && !value.is_null());
            merged.extend(own.map(|(key, value)| (key.clone(), value.clone())));
        }
        Ok(merged)
    }

    /// What no option can tell alone.
    fn checked(mut self) -> Result<Self, Error> {
        if let Some(both) = self.schemas.intersection(&self.exclude_schemas).next() {
            return Err(Error::invalid(format!("schema \"{both}\" is in both options \"schemas\" and \"exclude_schemas\"")));
        }
        if let Some(schema) = &self.keep_dropped
            && self.drop != DropMode::Yes
        {
            return Err(Error::invalid("option \"keep_dropped\" needs the option \"drop\" to be \"yes\"")
                .with_detail(format!("Nothing would be moved to schema \"{schema}\".")));
        }
        // What is kept there is not compared, or the next comparison would propose to drop it.
        self.exclude_schemas.extend(self.keep_dropped.clone());
        Ok(self)
    }

    /// The options under which two states of one database are compared: what leaves something out stays, what calls it otherwise goes.
    #[must_use]
    pub fn between_states(&self) -> Self {
        Self { renames: Vec::new(), schema_map: BTreeMap::new(), drop: DropMode::Yes, keep_dropped: None, ..self.clone() }
    }

    /// The same where who reads the two states may differ: options of user mappings show themselves to some roles only.
    #[must_use]
    pub fn between_readers(&self) -> Self {
        let mappings = Pattern { object_type: Some("user mapping".to_owned()), name: "*".to_owned() };
        let mut options = self.between_states();
        options.exclude.push(mappings);
        options
    }

    /// What has to be read for these options.
    pub fn reading(&self) -> Reading {
        Reading { scope: self.scope, large_objects: self.large_objects, reveal: self.reveal_secrets, lineage: false }
    }

    /// What has to be read for what is kept: objects are known again by their addresses, whatever they are called by then.
    pub fn reading_to_keep(&self) -> Reading {
        Reading { lineage: true, ..self.reading() }
    }

    /// The rows of `options()`.
    pub fn reference() -> Vec<OptionRow> {
        reference::rows()
    }

    /// May a statement with this hazard go through?
    pub fn allows(&self, hazard: Hazard) -> bool {
        self.allow.contains(&hazard)
    }

    /// Is this not compared?
    pub fn ignores(&self, what: Ignore) -> bool {
        self.ignore.contains(&what)
    }
}

#[cfg(test)]
mod tests;
