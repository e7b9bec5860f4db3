//! Storage parameters and view options (`pg_class.reloptions`): an ordered list of `name=value`, with a `toast.` prefix for those
//! of the TOAST table.
//!
//! The order is part of the state, because `pg_dump` writes the list as it stands.

use crate::hazard::LockMode;
use crate::ident::{literal, quote};

/// The list as it stands in `WITH (…)` and `SET (…)`.
pub fn list(options: &[&str]) -> String {
    options.iter().map(|option| assignment(option)).collect::<Vec<_>>().join(", ")
}

/// ` WITH (…)`, or nothing where there are no options.
pub fn clause(options: &[&str]) -> String {
    if options.is_empty() { String::new() } else { format!(" WITH ({})", list(options)) }
}

/// The subcommands of `ALTER` that lead from one list to the other: `RESET (…)`, `SET (…)`.
pub fn changes(old: &[&str], new: &[&str]) -> Vec<String> {
    if old == new {
        return Vec::new();
    }
    // SET takes an option that is there out of its place and puts it at the end.
    let set: Vec<&str> = new.iter().copied().filter(|option| !old.contains(option)).collect();
    let reset: Vec<&str> =
        old.iter().map(|option| name(option)).filter(|old| !new.iter().any(|new| name(new) == *old)).collect();
    let kept = old.iter().copied().filter(|option| new.contains(option));
    let (reset, set) = if kept.chain(set.iter().copied()).eq(new.iter().copied()) {
        (reset, set)
    } else {
        (old.iter().map(|option| name(option)).collect(), new.to_vec())
    };
    let reset_list = reset.iter().map(|name| quoted_name(name)).collect::<Vec<_>>().join(", ");
    let mut subcommands = Vec::new();
    if !reset.is_empty() {
        subcommands.push(format!("RESET ({reset_list})"));
    }
    if !set.is_empty() {
        subcommands.push(format!("SET ({})", list(&set)));
    }
    subcommands
}

/// The server changes most storage parameters under a lock that keeps nobody waiting; of these a query depends on the value
/// (reloptions.c: AlterTableGetRelOptionsLockLevel).
const EXCLUSIVE: [&str; 9] = [
    "autosummarize",
    "buffering",
    "check_option",
    "fastupdate",
    "gin_pending_list_limit",
    "pages_per_range",
    "security_barrier",
    "security_invoker",
    "user_catalog_table",
];

/// The lock of a subcommand that [`changes`] made, on the relation.
pub fn lock(subcommand: &str) -> LockMode {
    let exclusive = EXCLUSIVE.iter().any(|name| subcommand.contains(name));
    if exclusive { LockMode::AccessExclusive } else { LockMode::ShareUpdateExclusive }
}

fn name(option: &str) -> &str {
    option.split_once('=').map_or(option, |(name, _)| name)
}

fn quoted_name(name: &str) -> String {
    match name.strip_prefix("toast.") {
        Some(rest) => format!("toast.{}", quote(rest)),
        None => quote(name),
    }
}

fn assignment(option: &str) -> String {
    match option.split_once('=') {
        Some((name, value)) => format!("{}={}", quoted_name(name), quoted_value(value)),
        None => quoted_name(option),
    }
}

/// Numbers and simple words stand bare, as people write them.
fn quoted_value(value: &str) -> String {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.matches('.').count() <= 1;
    let word = matches!(value, "true" | "false" | "on") || (!value.is_empty() && quote(value) == value);
    if number || word { value.to_owned() } else { literal(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_bare_only_where_the_grammar_takes_them() {
        let options = ["fillfactor=70", "a=-0.5", "b=true", "c=x y", "d=", "e=1a", "toast.autovacuum_enabled=false", "f=1.2.3"];
        assert_eq!(
            list(&options),
            "fillfactor=70, a=-0.5, b=true, c='x y', d='', e='1a', toast.autovacuum_enabled=false, f='1.2.3'"
        );
    }

    #[test]
    fn changes_keep_the_order_of_the_list() {
        assert_eq!(changes(&["a=1", "b=2"], &["a=1", "b=3"]), ["SET (b=3)"]);
        assert_eq!(changes(&["a=1", "b=2"], &["b=2"]), ["RESET (a)"]);
        assert_eq!(changes(&["a=1", "b=2"], &["a=3", "b=2"]), ["RESET (a, b)", "SET (a=3, b=2)"]);
        assert_eq!(changes(&["a=1"], &[]), ["RESET (a)"]);
        assert_eq!(changes(&["a=1"], &["a=1"]), Vec::<String>::new());
    }
}
