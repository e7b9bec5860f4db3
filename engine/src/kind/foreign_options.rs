//! The options of foreign-data wrappers, servers, user mappings, foreign tables and their columns.
//!
//! They are two properties: [`OPTIONS`] by name and value, and [`SECRETS`] by name and digest. Of a secret nothing but the
//! digest ever leaves its server, so that a statement holds a placeholder in its place and says so.

use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::statement::{Reversibility, Statement};
use serde_json::{Map, Value};

/// Options that may be shown: `{"name": "value"}`.
pub const OPTIONS: &str = "foreign_options";
/// Options that may not: `{"name": "digest of the value"}`.
pub const SECRETS: &str = "foreign_secrets";
/// Both, for who asks whether anything differs.
pub const BOTH: [&str; 2] = [OPTIONS, SECRETS];

/// Stands in statements where a secret belongs.
const PLACEHOLDER: &str = "fill in the secret";

/// What the name of an option says of its value, as the reading queries ask: a regular expression, without regard to case.
pub const SECRET_NAMES: &str = "passw|passphrase|secret|token|credential|api_?key|access_?key|private_?key|^pwd$";

/// The value of a secret, where the caller asked for it and may see it.
pub fn revealed<'a>(object: &'a Object, name: &str) -> Option<&'a str> {
    object.get("_secrets")?.get(name)?.as_str()
}

/// The list as a property of `object`; `(name, value)`, where a secret's value is nothing unless it is revealed.
fn list(object: &Object) -> Vec<(&String, Option<&str>)> {
    let of = |property| object.get(property).and_then(Value::as_object).into_iter().flat_map(Map::iter);
    let mut list: Vec<_> = of(OPTIONS).map(|(name, value)| (name, Some(value.as_str().unwrap_or("")))).collect();
    list.extend(of(SECRETS).map(|(name, _)| (name, revealed(object, name))));
    list.sort();
    list
}

fn digest<'a>(object: &'a Object, name: &str) -> Option<&'a Value> {
    object.get(SECRETS)?.get(name)
}

fn assignment((name, value): &(&String, Option<&str>)) -> String {
    format!("{} {}", quote(name), literal(value.unwrap_or(PLACEHOLDER)))
}

/// ` OPTIONS (…)` of a CREATE, or nothing where there are none.
pub fn clause(object: &Object) -> String {
    let list: Vec<String> = list(object).iter().map(assignment).collect();
    if list.is_empty() { String::new() } else { format!(" OPTIONS ({})", list.join(", ")) }
}

/// ` OPTIONS (ADD …, SET …, DROP …)` of an ALTER, or nothing where nothing differs.
pub fn changes(old: &Object, new: &Object) -> String {
    let (had, wanted) = (list(old), list(new));
    let mut words = Vec::new();
    for (name, _) in &had {
        if !wanted.iter().any(|(other, _)| other == name) {
            words.push(format!("DROP {}", quote(name)));
        }
    }
    for option in &wanted {
        match had.iter().find(|(name, _)| name == &option.0) {
            None => words.push(format!("ADD {}", assignment(option))),
            Some(old_option) if old_option != option || digest(old, option.0) != digest(new, option.0) => {
                words.push(format!("SET {}", assignment(option)));
            }
            Some(_) => {}
        }
    }
    if words.is_empty() { String::new() } else { format!(" OPTIONS ({})", words.join(", ")) }
}

/// Says of a statement that makes `new`, or changes `old` to it, whether a secret has to be filled in.
#[must_use]
pub fn announced(statement: Statement, old: Option<&Object>, new: &Object) -> Statement {
    let missing: Vec<String> = list(new)
        .into_iter()
        .filter(|(name, value)| value.is_none() && old.and_then(|old| digest(old, name)) != digest(new, name))
        .map(|(name, _)| quote(name))
        .collect();
    let statement = old.map_or_else(|| statement.clone(), |old| losing(statement.clone(), old, Some(new)));
    if missing.is_empty() {
        return statement;
    }
    let why = format!("a secret is never read: put it in the place of '{PLACEHOLDER}' for {}", missing.join(", "));
    statement.hazard(Hazard::SecretMissing).because(why)
}

/// Says of a statement that takes a secret away, or writes over it, that the rollback can't bring it back.
#[must_use]
pub fn losing(statement: Statement, old: &Object, new: Option<&Object>) -> Statement {
    let secrets = old.get(SECRETS).and_then(Value::as_object);
    let is_lost =
        |name: &str, value: &Value| revealed(old, name).is_none() && new.and_then(|new| digest(new, name)) != Some(value);
    let lost = secrets.is_some_and(|secrets| secrets.iter().any(|(name, value)| is_lost(name, value)));
    if lost { statement.reversible(Reversibility::StructureOnly) } else { statement }
}

/// A property as people see it: of those called `…secrets`, which hold digests, only the names.
pub fn shown(property: &str, value: &Value) -> Value {
    match value {
        Value::Object(secrets) if property.ends_with("secrets") => {
            secrets.keys().map(|name| (name.clone(), Value::from("********"))).collect::<Map<_, _>>().into()
        }
        value => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::ObjectId;
    use crate::kind::Kind;
    use serde_json::json;

    fn mapping(options: Value, secrets: Value) -> Object {
        let properties = [(OPTIONS, options), (SECRETS, secrets)].map(|(name, value)| (name.to_owned(), value));
        Object {
            id: ObjectId::new(Kind::UserMapping, ["s", "u"]),
            parent: None,
            properties: properties.into(),
            depends: [].into(),
        }
    }

    #[test]
    fn secrets_are_placeholders_that_are_announced() {
        let old = mapping(json!({"user": "it's", "x y": "1"}), json!({"password": "12", "key": "ab"}));
        let new = mapping(json!({"user": "it's", "key": "bare"}), json!({"password": "34", "token": "cd"}));
        assert_eq!(
            clause(&old),
            " OPTIONS (key 'fill in the secret', password 'fill in the secret', \"user\" 'it''s', \"x y\" '1')"
        );
        assert_eq!(
            changes(&old, &new),
            " OPTIONS (DROP \"x y\", SET key 'bare', SET password 'fill in the secret', ADD token 'fill in the secret')"
        );
        assert_eq!(changes(&old, &old), "");
        let statement = announced(Statement::new("x"), Some(&old), &new);
        assert!(statement.hazards.contains(&Hazard::SecretMissing));
        assert_eq!(statement.reversibility, Reversibility::StructureOnly);
        assert!(announced(Statement::new("x"), Some(&old), &old).hazards.is_empty());
    }

    #[test]
    fn digests_are_not_shown() {
        assert_eq!(shown(SECRETS, &json!({"password": "12"})), json!({"password": "********"}));
    }
}
