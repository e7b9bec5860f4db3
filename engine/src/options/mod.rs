//! The options of a call: one JSON object, checked strictly.

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

/// The options, with their defaults.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Only these schemas, where there are any.
    pub schemas: BTreeSet<String>,
    /// Not these schemas.
    pub exclude_schemas: BTreeSet<String>,
    /// A schema of the target and the schema of the source that it is compared with.
    pub schema_map: BTreeMap<String, String>,
    /// How statements are chosen.
    pub strategy: Strategy,
    /// What becomes of objects that only the target has.
    pub drop: DropMode,
    /// A schema to move relations into instead of dropping them.
    pub keep_dropped: Option<String>,
    /// Hazards that a deployment, and a statement that would otherwise fail rather than lose, may go through with.
    pub allow: BTreeSet<Hazard>,
    /// `lock_timeout` of the script.
    pub lock_timeout: Option<String>,
    /// `statement_timeout` of the script.
    pub statement_timeout: Option<String>,
    /// SQL that runs before the first step.
    pub pre_script: Option<String>,
    /// SQL that runs after the last step.
    pub post_script: Option<String>,
    /// Is the script one transaction?
    pub transaction: bool,
    /// Do `CREATE` and `DROP` say `IF [NOT] EXISTS`?
    pub if_exists: bool,
    /// Does the script have comments?
    pub comments: bool,
    /// Does the script say how far it is?
    pub notices: bool,
    /// The isolation level of the script's transaction.
    pub isolation: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            schemas: BTreeSet::new(),
            exclude_schemas: BTreeSet::new(),
            schema_map: BTreeMap::new(),
            strategy: Strategy::default(),
            drop: DropMode::default(),
            keep_dropped: None,
            allow: BTreeSet::new(),
            lock_timeout: None,
            statement_timeout: None,
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

impl Options {
    /// Reads the JSON object that a caller gave.
    pub fn parse(_value: &Value) -> Result<Self, Error> {
        Ok(Self::default())
    }

    /// May a statement with this hazard go through?
    pub fn allows(&self, hazard: Hazard) -> bool {
        self.allow.contains(&hazard)
    }
}
