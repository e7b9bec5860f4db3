//! What a statement risks: the catalogue of hazards, the lock modes, the levels of risk.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Levels of risk, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Risk {
    /// Nothing can go wrong that a DBA would care about.
    None,
    /// A short lock or a change that is easily taken back.
    Low,
    /// May fail on the data, or holds a lock while it reads a table.
    Medium,
    /// Loses data, breaks callers, or blocks a table while it is rewritten.
    High,
}

impl Risk {
    /// The word in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Table-level lock modes (PostgreSQL manual, 13.3.1), weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LockMode {
    /// SELECT
    AccessShare,
    /// SELECT FOR UPDATE, and the referenced side of VALIDATE
    RowShare,
    /// INSERT, UPDATE, DELETE
    RowExclusive,
    /// VALIDATE CONSTRAINT, CREATE INDEX CONCURRENTLY, SET STATISTICS
    ShareUpdateExclusive,
    /// CREATE INDEX
    Share,
    /// CREATE TRIGGER, ADD FOREIGN KEY
    ShareRowExclusive,
    /// REFRESH MATERIALIZED VIEW CONCURRENTLY
    Exclusive,
    /// most of ALTER TABLE
    AccessExclusive,
}

impl LockMode {
    /// As `LOCK TABLE … IN … MODE` writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AccessShare => "ACCESS SHARE",
            Self::RowShare => "ROW SHARE",
            Self::RowExclusive => "ROW EXCLUSIVE",
            Self::ShareUpdateExclusive => "SHARE UPDATE EXCLUSIVE",
            Self::Share => "SHARE",
            Self::ShareRowExclusive => "SHARE ROW EXCLUSIVE",
            Self::Exclusive => "EXCLUSIVE",
            Self::AccessExclusive => "ACCESS EXCLUSIVE",
        }
    }
}

/// The strongest mode in which each relation is locked.
pub fn strongest<'a>(locks: impl Iterator<Item = (&'a str, LockMode)>) -> BTreeMap<&'a str, LockMode> {
    let mut strongest = BTreeMap::new();
    for (relation, mode) in locks {
        let taken = strongest.entry(relation).or_insert(mode);
        *taken = mode.max(*taken);
    }
    strongest
}

macro_rules! hazards {
    ($($(#[doc = $doc:literal])* $variant:ident = $code:literal, $risk:ident, $meaning:literal, $mitigation:literal $(, $recipe:literal)?;)*) => {
        /// A hazard code. Its text stands in one place: [`Hazard::meaning`], [`Hazard::mitigation`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Hazard { $(#[doc = $meaning] $variant,)* }

        impl Hazard {
            /// Every hazard, in the order of the catalogue.
            pub const ALL: &'static [Hazard] = &[$(Hazard::$variant,)*];

            /// The code in rows and in the option `allow`.
            pub fn code(self) -> &'static str { match self { $(Self::$variant => $code,)* } }

            /// How bad it is where nothing more is known.
            pub fn risk(self) -> Risk { match self { $(Self::$variant => Risk::$risk,)* } }

            /// What can happen.
            pub fn meaning(self) -> &'static str { match self { $(Self::$variant => $meaning,)* } }

            /// What to do about it.
            pub fn mitigation(self) -> &'static str { match self { $(Self::$variant => $mitigation,)* } }

            /// What does the same with less risk, where there is something: SQL in which words in capitals that SQL doesn't have
            /// (TABLE, COLUMN, NAME …) stand for names, or an option.
            pub fn recipe(self) -> Option<&'static str> {
                match self { $(Self::$variant => None $(.or(Some($recipe)))?,)* }
            }
        }
    };
}

hazards! {
    DropTable = "DROP_TABLE", High, "the table and its rows are lost", "take a backup first; consider renaming it or the option keep_dropped", "option keep_dropped; by hand: ALTER TABLE TABLE SET SCHEMA OLD; and DROP TABLE OLD.TABLE when nobody has missed it";
    DropColumn = "DROP_COLUMN", High, "the column and its values are lost", "export the values first", "CREATE TABLE OLD AS SELECT KEY, COLUMN FROM TABLE; ALTER TABLE TABLE DROP COLUMN COLUMN;";
    DropSchema = "DROP_SCHEMA", High, "the schema is lost", "check that nothing outside the comparison uses it";
    DropType = "DROP_TYPE", High, "the type is lost", "check that no client names it";
    DropSequence = "DROP_SEQUENCE", High, "the sequence and its position are lost", "note its last value first", "option keep_dropped; by hand: ALTER SEQUENCE NAME SET SCHEMA OLD;";
    DropMaterializedView = "DROP_MATERIALIZED_VIEW", High, "the materialized view and its rows are lost", "make sure that it can be computed again", "option keep_dropped; by hand: ALTER MATERIALIZED VIEW NAME SET SCHEMA OLD;";
    DropIndex = "DROP_INDEX", High, "queries that used the index slow down", "look at pg_stat_user_indexes.idx_scan first; watch the slowest queries afterwards", "option strategy = online; by hand: DROP INDEX CONCURRENTLY NAME; in no transaction block, and CREATE INDEX CONCURRENTLY NAME ... kept at hand";
    DropView = "DROP_VIEW", High, "queries that name the view fail", "verify that nothing calls it", "ALTER VIEW NAME SET SCHEMA OLD; and DROP VIEW OLD.NAME when nobody has missed it; meanwhile option exclude";
    DropFunction = "DROP_FUNCTION", High, "callers of the function fail", "verify that nothing calls it; bodies of other functions are not tracked by the server", "ALTER FUNCTION NAME(ARGUMENTS) SET SCHEMA OLD; and DROP FUNCTION OLD.NAME(ARGUMENTS) when nobody has missed it; meanwhile option exclude";
    DropObject = "DROP_OBJECT", High, "what names the object fails", "verify that nothing uses it";
    DropConstraint = "DROP_CONSTRAINT", Medium, "data that the constraint kept out can come in", "make sure that the application checks it, or that it is not wanted any more";
    DropForeignKey = "DROP_FOREIGN_KEY", Medium, "orphans can come in; both tables are locked", "drop foreign keys one at a time with a short lock_timeout", "option strategy = online; by hand: BEGIN; SET LOCAL lock_timeout TO '2s'; ALTER TABLE TABLE DROP CONSTRAINT NAME; COMMIT; each in a transaction of its own";
    DropTrigger = "DROP_TRIGGER", Medium, "what the trigger did is not done any more", "make sure that nothing relies on it", "ALTER TABLE TABLE DISABLE TRIGGER NAME; and DROP TRIGGER NAME ON TABLE when nobody has missed it; meanwhile option exclude";
    DropStatistics = "DROP_STATISTICS", Low, "the planner estimates without the statistics", "watch the slowest queries afterwards";
    DropForeignTable = "DROP_FOREIGN_TABLE", Medium, "queries that name the foreign table fail; what it shows stays where it is", "verify that nothing reads or writes it";
    DropServer = "DROP_SERVER", Medium, "the way to another server, or its credentials, is lost", "note its options first; verify that nothing goes through it";
    ChangedSetting = "CHANGED_SETTING", Medium, "sessions that begin afterwards behave otherwise", "make sure that applications expect it; sessions that are there keep the old value";
    DropRole = "DROP_ROLE", High, "nobody can be the role any more; the server refuses where it still owns or is granted something", "look at it in every database (REASSIGN OWNED, DROP OWNED) first", "ALTER ROLE NAME NOLOGIN; then in every database REASSIGN OWNED BY NAME TO OTHER; DROP OWNED BY NAME; and at last DROP ROLE NAME;";
    NeedsDirectory = "NEEDS_DIRECTORY", Medium, "the statement fails unless the server's machine has the directory", "make it first, empty, and owned by the server's operating system user";
    EventTriggerFires = "EVENT_TRIGGER_FIRES", Medium, "an event trigger fires for what the script does: it may refuse it, or act on it", "look at what its function does; the option event_triggers = disable turns it off while the script runs, if its owner runs it", "option event_triggers = disable";
    MissingRole = "MISSING_ROLE", High, "the script needs a role that the target does not have, and stops before it changes anything", "create the role first, or leave out what needs it with the options ignore or exclude", "CREATE ROLE NAME; or option ignore = [\"owner\", \"privileges\"]";
    SecretMissing = "SECRET_MISSING", High, "the statement holds a placeholder where a secret belongs, because secrets are never read", "put the secret in its place before running it";
    DropPublication = "DROP_PUBLICATION", High, "subscriptions to the publication fail", "drop or alter the subscriptions first";
    Replication = "REPLICATION", Medium, "other rows or columns are replicated than before", "refresh the subscriptions (ALTER SUBSCRIPTION ... REFRESH PUBLICATION) and check what they receive";
    DropSubscription = "DROP_SUBSCRIPTION", High, "replication into this database ends, and the slot at the publisher keeps its WAL", "drop the slot at the publisher (pg_drop_replication_slot) afterwards";
    DropExtension = "DROP_EXTENSION", High, "the extension, its objects and the rows of its tables are lost", "take a backup first";
    UpdateExtension = "UPDATE_EXTENSION", Medium, "the extension's objects change as its update script says", "read its release notes; there is often no way back";
    NarrowType = "NARROW_TYPE", High, "values that do not fit make the statement fail", "look for the values that do not fit first", "leave the type, and ALTER TABLE TABLE ADD CONSTRAINT NAME CHECK (length(COLUMN) <= N) NOT VALID; ALTER TABLE TABLE VALIDATE CONSTRAINT NAME;";
    ConvertType = "CONVERT_TYPE", High, "every value is converted; one that can't be makes the statement fail", "try the conversion on a copy first", "ALTER TABLE TABLE ADD COLUMN NEW TYPE; a trigger that fills it; UPDATE in batches; then in one transaction ALTER TABLE TABLE DROP COLUMN COLUMN; ALTER TABLE TABLE RENAME COLUMN NEW TO COLUMN;";
    LosesPrecision = "LOSES_PRECISION", High, "the new type can't hold the values exactly", "compare the values before and after; name this hazard in the option allow to go through";
    RemoveEnumValue = "REMOVE_ENUM_VALUE", High, "rows that hold the value make the statement fail", "update those rows first", "leave the value, and ALTER TABLE TABLE ADD CONSTRAINT NAME CHECK (COLUMN <> 'VALUE') NOT VALID; ALTER TABLE TABLE VALIDATE CONSTRAINT NAME;";
    RebuildType = "REBUILD_TYPE", High, "the type is made anew and every column that uses it is rewritten", "plan for a maintenance window on large tables";
    AddNotNull = "ADD_NOT_NULL", Medium, "rows with a null make the statement fail, later inserts without a value too", "set a default and fill the nulls first", "option strategy = online; by hand: ALTER TABLE TABLE ADD CONSTRAINT NAME CHECK (COLUMN IS NOT NULL) NOT VALID; ALTER TABLE TABLE VALIDATE CONSTRAINT NAME; ALTER TABLE TABLE ALTER COLUMN COLUMN SET NOT NULL; ALTER TABLE TABLE DROP CONSTRAINT NAME;";
    AddUnique = "ADD_UNIQUE", Medium, "duplicates make the statement fail; the table is locked while the index is built", "look for duplicates first; build the index concurrently", "option strategy = online; by hand: CREATE UNIQUE INDEX CONCURRENTLY NAME ON TABLE (COLUMN); ALTER TABLE TABLE ADD CONSTRAINT NAME UNIQUE USING INDEX NAME;";
    AddForeignKey = "ADD_FOREIGN_KEY", Medium, "orphans make the statement fail; both tables are locked against writes", "verify referential integrity first; add it NOT VALID and validate later", "option strategy = online; by hand: ALTER TABLE TABLE ADD CONSTRAINT NAME FOREIGN KEY (COLUMN) REFERENCES OTHER NOT VALID; ALTER TABLE TABLE VALIDATE CONSTRAINT NAME; in another transaction";
    AddCheck = "ADD_CHECK", Medium, "rows that violate it make the statement fail", "look for violations first; add it NOT VALID and validate later", "option strategy = online; by hand: ALTER TABLE TABLE ADD CONSTRAINT NAME CHECK (EXPRESSION) NOT VALID; ALTER TABLE TABLE VALIDATE CONSTRAINT NAME; in another transaction";
    AddExclusion = "ADD_EXCLUSION", High, "conflicting rows make the statement fail; the table is locked while the index is built", "look for conflicts first; there is no form with less locking";
    BuildIndexConcurrently = "BUILD_INDEX_CONCURRENTLY", Low, "building the index takes longer and waits for every transaction that uses the table; if it fails an INVALID index is left", "look for long transactions first; drop the INVALID index and begin again from there";
    Validate = "VALIDATE", Medium, "rows that violate it make the statement fail; nobody waits for it", "look for violations first";
    AttachPartition = "ATTACH_PARTITION", Medium, "rows that the bound doesn't take, or that the default partition would have to give up, make the statement fail", "look for such rows first", "option strategy = online; by hand: ALTER TABLE TABLE ADD CONSTRAINT NAME CHECK (EXPRESSION) NOT VALID; ALTER TABLE TABLE VALIDATE CONSTRAINT NAME; ALTER TABLE OTHER ATTACH PARTITION TABLE ...";
    DetachConcurrently = "DETACH_CONCURRENTLY", Low, "waits for every transaction that uses the partitioned table; if it is interrupted the partition is neither in nor out", "look for long transactions first; ALTER TABLE ... DETACH PARTITION ... FINALIZE ends what was interrupted";
    Backfill = "BACKFILL", Medium, "all rows of the table are written again, in batches: it takes long, grows by as much again, and its WAL goes to every standby", "watch lag and free space; the column comes last in the table's order, for who relies on that", "option backfill = false leaves the table to one statement under its lock";
    BuildIndex = "BUILD_INDEX", Medium, "writes to the table wait while the index is built", "build it concurrently", "option strategy = online; by hand: CREATE INDEX CONCURRENTLY NAME ON TABLE (COLUMN); in no transaction block";
    TableRewrite = "TABLE_REWRITE", High, "the table and its indexes are rewritten under an exclusive lock", "plan for a maintenance window, or add a new column and backfill it in batches", "option backfill = true with strategy = online; by hand: ALTER TABLE TABLE ADD COLUMN NEW TYPE; without a volatile default; a trigger that fills it; UPDATE in batches; then rename it into place";
    TableScan = "TABLE_SCAN", Medium, "the whole table is read under the lock", "run it at a quiet time, or in the form that validates separately", "for a constraint: ALTER TABLE TABLE ADD CONSTRAINT NAME ... NOT VALID; ALTER TABLE TABLE VALIDATE CONSTRAINT NAME; in another transaction";
    ExclusiveLock = "EXCLUSIVE_LOCK", Low, "readers and writers of the table wait, shortly if nothing else holds it", "set a short lock_timeout and retry", "option lock_timeout; by hand: SET lock_timeout TO '2s'; and again until it gets the lock";
    AuthorizationWidened = "AUTHORIZATION_WIDENED", Medium, "roles can do more than before", "have the change reviewed by who owns the data";
    AuthorizationNarrowed = "AUTHORIZATION_NARROWED", Medium, "roles can do less than before", "check that applications don't need it";
    Rename = "RENAME", Medium, "clients that use the old name fail", "deploy the clients together with it, or leave a view under the old name", "ALTER TABLE TABLE RENAME TO NEW; CREATE VIEW TABLE AS SELECT * FROM NEW; in one transaction";
    ReplicaIdentity = "REPLICA_IDENTITY", Medium, "logical replication identifies rows in another way", "check the subscribers first";
    NotSupported = "NOT_SUPPORTED", High, "pgdiff does not handle this; it was not compared or must be changed by hand", "compare and change it by hand";
    NotOnTarget = "NOT_ON_TARGET", Medium, "the source has what the target's server is too old, or too new, for; the closest is made, or nothing", "upgrade the target, or take it out of the source";
    NotComparable = "NOT_COMPARABLE", Medium, "could not be compared", "look at both sides by hand";
    StructureRebuilt = "STRUCTURE_REBUILT", Low, "the object is dropped and made again because something it depends on changes", "nothing, if all of it is in one transaction";
    RowsCopied = "ROWS_COPIED", High, "the table is made anew and its rows are copied", "plan for a maintenance window and for the space";
    CannotBeUndone = "CANNOT_BE_UNDONE", Medium, "no statement takes this back exactly", "make sure that it is wanted";
    NoOrder = "NO_ORDER", High, "the changes need each other, and no order of statements was found: there is no plan", "leave the object out with the option exclude and change it by hand";
    StillNamed = "STILL_NAMED", High, "the text of a function that stays seems to name what is dropped, and fails then when it is called; the server doesn't track that", "read the functions that the step names, and change them with it";
    UntrackableDependency = "UNTRACKABLE_DEPENDENCY", Low, "the text of the function seems to put SQL together while it runs: what that needs nobody can tell before (a guess)", "read the function, and call it after a dry run or in a copy";
    RunsOthersCode = "RUNS_OTHERS_CODE", Medium, "the server runs a function of a role that is neither who deploys nor a superuser, with the privileges of who deploys or of another table's owner", "read the function first", "SET ROLE OWNER; before it, where the owner may do what the statement does";
    WillFail = "WILL_FAIL", High, "the statement fails on the rows that are there", "look at the rows that the query shows, and mend them first";
}
