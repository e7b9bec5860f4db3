//! Every option once: what it is called, what it takes, what it means and how it is read.

use super::value::{Given, valid};
use super::{DropMode, Ignore, Isolation, Options, ReadScope, Strategy};
use crate::error::Error;
use crate::hazard::Hazard;
use serde_json::Value;

/// A row of `options()`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionRow {
    /// The key.
    pub name: &'static str,
    /// What its value is.
    pub option_type: &'static str,
    /// The value where none is given, as JSON; `null` means that there is none.
    pub default: &'static str,
    /// What it does.
    pub meaning: String,
}

struct Spec {
    name: &'static str,
    option_type: &'static str,
    default: &'static str,
    meaning: &'static str,
    /// The words that can stand in it, for the reference.
    words: fn() -> Vec<&'static str>,
    read: fn(&mut Options, Given<'_>) -> Result<(), Error>,
}

fn no_words() -> Vec<&'static str> {
    Vec::new()
}

const DROP_MODES: &[(&str, DropMode)] = &[("yes", DropMode::Yes), ("comment", DropMode::Comment), ("no", DropMode::No)];
const STRATEGIES: &[(&str, Strategy)] = &[("transaction", Strategy::Transaction), ("online", Strategy::Online)];
const SCOPES: &[(&str, ReadScope)] = &[named(ReadScope::Objects), named(ReadScope::Database), named(ReadScope::Cluster)];
const fn named(scope: ReadScope) -> (&'static str, ReadScope) {
    (scope.as_str(), scope)
}
const SECRETS: &[(&str, bool)] = &[("placeholder", false), ("reveal", true)];
const EVENT_TRIGGERS: &[(&str, bool)] = &[("fire", false), ("disable", true)];
const ISOLATIONS: &[(&str, Isolation)] = &[
    ("read committed", Isolation::ReadCommitted),
    ("repeatable read", Isolation::RepeatableRead),
    ("serializable", Isolation::Serializable),
];

macro_rules! specs {
    ($($name:literal: $option_type:literal = $default:literal, $meaning:literal $(, one of $words:expr)?; $read:expr;)*) => {
        const SPECS: &[Spec] = &[$(Spec {
            name: $name,
            option_type: $option_type,
            default: $default,
            meaning: $meaning,
            words: specs!(@words $($words)?),
            read: $read,
        },)*];
    };
    (@words) => { no_words };
    (@words $words:expr) => { || $words };
}

fn firsts<T>(words: &[(&'static str, T)]) -> Vec<&'static str> {
    words.iter().map(|(word, _)| *word).collect()
}

specs! {
    "schemas": "array of text" = "[]", "only these schemas and what lives in them; all where it is empty";
    |o, v| { o.schemas = v.names()?; Ok(()) };

    "exclude_schemas": "array of text" = "[]", "not these schemas, nor what lives in them";
    |o, v| { o.exclude_schemas = v.names()?; Ok(()) };

    "include": "array of patterns" = "[]",
    "only objects that match one of these, their parts, and what these need; a pattern is a text for the identity or \
     {\"type\": …, \"name\": …}, where * stands for any characters and ? for one; all where it is empty";
    |o, v| { o.include = v.patterns()?; Ok(()) };

    "exclude": "array of patterns" = "[]", "not the objects that match one of these, nor their parts; patterns as for include";
    |o, v| { o.exclude = v.patterns()?; Ok(()) };

    "schema_map": "object of text" = "{}", "the source's schema for a target's schema that has another name there: {\"target\": \"source\"}";
    |o, v| { o.schema_map = v.mapping()?; Ok(()) };

    "ignore": "array of text" = "[\"column_order\"]",
    "what is not compared; it is added to the default, and an entry with ! before it is taken out of it",
    one of Ignore::ALL.iter().map(|ignore| ignore.as_str()).collect();
    |o, v| {
        let names = Ignore::ALL.iter().map(|ignore| ignore.as_str()).collect::<Vec<_>>();
        for given in v.texts("things to ignore")? {
            let (taken_out, word) = given.strip_prefix('!').map_or((false, given), |word| (true, word));
            let Some(ignore) = Ignore::ALL.iter().find(|ignore| ignore.as_str() == word) else {
                return Err(v.invalid(given).with_hint(valid(word, "values", &names)));
            };
            if taken_out { o.ignore.remove(ignore); } else { o.ignore.insert(*ignore); }
        }
        Ok(())
    };

    "scope": "text" = "\"objects\"",
    "how much is compared: objects of the database; database adds its owner, privileges, comment, security labels and settings; cluster \
     adds roles, memberships, tablespaces and privileges on parameters",
    one of firsts(SCOPES);
    |o, v| { o.scope = v.word(SCOPES)?; Ok(()) };

    "large_objects": "boolean" = "false",
    "whether owners, privileges, comments and security labels of large objects are compared, where both databases have one of the same OID";
    |o, v| { o.large_objects = v.boolean()?; Ok(()) };

    "secrets": "text" = "\"placeholder\"",
    "what stands in a statement where a secret belongs (a password, an option of a user mapping): a placeholder, or the secret itself, \
     if the role that reads the source may see it; secrets are always compared by digests",
    one of firsts(SECRETS);
    |o, v| { o.reveal_secrets = v.word(SECRETS)?; Ok(()) };

    "renames": "array of objects" = "[]",
    "objects of the target that the source has under another name: {\"type\": \"table\", \"from\": \"s.old\", \"to\": \"new\"}";
    |o, v| { o.renames = v.renames()?; Ok(()) };

    "strategy": "text" = "\"transaction\"", "transaction: one transaction where the server allows it; online: least locking",
    one of firsts(STRATEGIES);
    |o, v| { o.strategy = v.word(STRATEGIES)?; Ok(()) };

    "backfill": "boolean" = "false", "whether the strategy online fills new columns with volatile defaults, and retypes columns, in batches and not under the table's lock; a retyped column then comes last in its table";
    |o, v| { o.backfill = v.boolean()?; Ok(()) };

    "drop": "text" = "\"yes\"",
    "what becomes of objects that only the target has: yes drops them, comment writes the statements as comments, no leaves them",
    one of firsts(DROP_MODES);
    |o, v| { o.drop = v.word(DROP_MODES)?; Ok(()) };

    "keep_dropped": "text" = "null", "a schema to which tables, sequences and materialized views, with what they need, are moved instead of being dropped, and where the values of dropped columns are kept; it is not compared";
    |o, v| { o.keep_dropped = Some(v.name()?.to_owned()); Ok(()) };

    "event_triggers": "text" = "\"fire\"",
    "what becomes of event triggers that would fire for the script: fire lets them, and tells of each; disable disables them while it runs, \
     which only their owner may",
    one of firsts(EVENT_TRIGGERS);
    |o, v| { o.disable_event_triggers = v.word(EVENT_TRIGGERS)?; Ok(()) };

    "allow": "array of text" = "[]",
    "hazards that a deployment may go through with; LOSES_PRECISION also allows a conversion that rounds",
    one of Hazard::ALL.iter().map(|hazard| hazard.code()).collect();
    |o, v| { o.allow = v.words("hazards", Hazard::ALL, Hazard::code)?; Ok(()) };

    "max_drops": "integer" = "null", "a deployment that drops more objects than this is refused";
    |o, v| { o.max_drops = Some(usize::try_from(v.count()?).unwrap_or(usize::MAX)); Ok(()) };

    "max_statements": "integer" = "null", "a deployment that has more statements than this is refused";
    |o, v| { o.max_statements = Some(usize::try_from(v.count()?).unwrap_or(usize::MAX)); Ok(()) };

    "lock_timeout": "integer or text" = "null", "how long a statement of the script waits for a lock, in milliseconds or with a unit; where none is given 2s with the strategy online, else the session's";
    |o, v| { o.lock_timeout = Some(v.timeout()?); Ok(()) };

    "statement_timeout": "integer or text" = "null", "how long a statement of the script may run, in milliseconds or with a unit; the session's where none is given";
    |o, v| { o.statement_timeout = Some(v.timeout()?); Ok(()) };

    "probe": "boolean" = "false", "whether plan asks the target the checklist's questions about its rows, and says risks by the answers";
    |o, v| { o.probe = v.boolean()?; Ok(()) };

    "probe_timeout": "integer" = "10000", "how long each question of the checklist, or of probe, about the target's rows may take, in milliseconds; 0 is without end";
    |o, v| { o.probe_timeout = v.count()?; Ok(()) };

    "in_session": "boolean" = "false", "whether deploy runs in the caller's session, as one transaction, where it can't connect to this database; others then see no progress, nothing can be built concurrently, and in a transaction block the record ends with it";
    |o, v| { o.in_session = v.boolean()?; Ok(()) };

    "busy": "boolean" = "false", "whether a dry run goes ahead where other sessions hold locks that it would have to wait for";
    |o, v| { o.busy = v.boolean()?; Ok(()) };

    "retries": "integer" = "null", "how often a transaction of the script that could not get its locks in lock_timeout tries again, after longer and longer pauses; where none is given 10 with the strategy online, else 0";
    |o, v| { o.retries = Some(u32::try_from(v.count()?).unwrap_or(u32::MAX)); Ok(()) };

    "pre_script": "text" = "null", "SQL that runs before the first step, in its transaction; the search_path is pg_catalog, pg_temp, so names have to be qualified";
    |o, v| { o.pre_script = Some(v.text()?.to_owned()); Ok(()) };

    "post_script": "text" = "null", "SQL that runs after the last step, in its transaction, as pre_script";
    |o, v| { o.post_script = Some(v.text()?.to_owned()); Ok(()) };

    "transaction": "boolean" = "true", "whether the script begins and commits its transactions; without, it runs in the one of who runs it, or each statement for itself";
    |o, v| { o.transaction = v.boolean()?; Ok(()) };

    "if_exists": "boolean" = "false", "whether CREATE and DROP say IF [NOT] EXISTS where the server offers it";
    |o, v| { o.if_exists = v.boolean()?; Ok(()) };

    "comments": "boolean" = "true", "whether the script has a comment for each step";
    |o, v| { o.comments = v.boolean()?; Ok(()) };

    "notices": "boolean" = "false", "whether the script raises a notice before each step";
    |o, v| { o.notices = v.boolean()?; Ok(()) };

    "isolation": "text" = "null", "the isolation level of the script's transaction; the session's where none is given",
    one of firsts(ISOLATIONS);
    |o, v| { o.isolation = Some(v.word(ISOLATIONS)?); Ok(()) };

    "profile": "text" = "null", "the name of a stored set of options, to which the others are added";
    |_, v| { v.name()?; Ok(()) };
}

/// Reads every key of the object into `options`.
pub(super) fn read(options: &mut Options, value: &Value) -> Result<(), Error> {
    let Some(object) = value.as_object() else {
        return Err(Error::invalid("options must be a JSON object").with_hint("For example: {\"schemas\": [\"sales\"]}."));
    };
    for (name, value) in object {
        let Some(spec) = SPECS.iter().find(|spec| spec.name == name) else {
            let names: Vec<&str> = SPECS.iter().map(|spec| spec.name).collect();
            return Err(Error::invalid(format!("unrecognized option \"{name}\"")).with_hint(valid(name, "options", &names)));
        };
        // null stands for the default: that is what jsonb_build_object gives for an argument that isn't there.
        if !value.is_null() {
            (spec.read)(options, Given { name: spec.name, value })?;
        }
    }
    Ok(())
}

/// The rows of `options()`, in the order in which they are explained.
pub(super) fn rows() -> Vec<OptionRow> {
    let meaning = |spec: &Spec| match (spec.words)() {
        words if words.is_empty() => spec.meaning.to_owned(),
        words => format!("{}; one of: {}", spec.meaning, words.join(", ")),
    };
    let row = |spec: &Spec| OptionRow {
        name: spec.name,
        option_type: spec.option_type,
        default: spec.default,
        meaning: meaning(spec),
    };
    SPECS.iter().map(row).collect()
}
