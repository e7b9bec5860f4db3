//! The option `renames`.

use crate::catalog::Object;
use crate::error::Error;
use crate::ident::qualified;
use crate::kind::Kind;

/// An object of the target that is to be kept under another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The type as `pg_identify_object` names it; `column` means a table's column.
    pub object_type: String,
    /// The names as they are in the target; a routine's arguments are the last of them.
    pub from: Vec<String>,
    /// The last name as it is in the source.
    pub to: String,
}

/// The type of a rename that means a value of an enum.
pub(crate) const ENUM_VALUE: &str = "enum value";

/// Types that can be renamed, and how many names an identity of them has.
pub(super) const RENAMED: &[(&str, usize)] = &[
    ("schema", 1),
    ("table", 2),
    ("view", 2),
    ("materialized view", 2),
    ("foreign table", 2),
    ("sequence", 2),
    ("index", 2),
    ("type", 2),
    ("collation", 2),
    ("column", 3),
    ("table constraint", 3),
    ("domain constraint", 3),
    (ENUM_VALUE, 3),
    ("trigger", 3),
    ("policy", 3),
    ("rule", 3),
    ("function", 2),
    ("procedure", 2),
    ("aggregate", 2),
];

/// The word for the object's type in the option, if it takes that.
pub(crate) fn renamed_type(object: &Object) -> Option<&'static str> {
    let word = type_word(object);
    (!object.id.is_facet() && RENAMED.iter().any(|(name, _)| *name == word)).then_some(word)
}

/// The word for the object's type.
fn type_word(object: &Object) -> &'static str {
    if object.id.kind == Kind::Column { "column" } else { object.object_type() }
}

impl Rename {
    pub(super) fn new(option: &str, object_type: String, from: String, to: String) -> Result<Self, Error> {
        let invalid = |value: &str| Error::invalid(format!("invalid value for option \"{option}\": \"{value}\""));
        let Some((_, names)) = RENAMED.iter().find(|(name, _)| *name == object_type) else {
            let valid: Vec<&str> = RENAMED.iter().map(|(name, _)| *name).collect();
            return Err(invalid(&object_type).with_hint(super::value::valid(&object_type, "types", &valid)));
        };
        let parts =
            identity(&from).filter(|parts| parts.len() == *names || (parts.len() == 3 && *names == 2 && from.ends_with(')')));
        let Some(parts) = parts else {
            return Err(invalid(&from)
                .with_detail(format!("The identity of a {object_type} has {names} names with dots between them."))
                .with_hint("Write it with its schema, a part also with its relation (s.t.c), each name quoted as in SQL."));
        };
        match identity(&to).as_deref() {
            Some([name]) => Ok(Self { object_type, from: parts, to: name.clone() }),
            _ => Err(invalid(&to)
                .with_detail("The new name is one name, without its schema.")
                .with_hint("Write it quoted as in SQL, for example \"\\\"New Name\\\"\".")),
        }
    }

    /// Is this object meant? A routine may be named without its arguments.
    pub fn is(&self, object: &Object) -> bool {
        let same_type = self.object_type == type_word(object);
        let name = &object.id.name[..];
        let routine = matches!(object.id.kind, Kind::Function | Kind::Aggregate);
        same_type
            && (name == self.from
                || routine && name.get(..2) == Some(&self.from[..])
                || routine
                    && self.from.len() == 3
                    && name[..2] == self.from[..2]
                    && object.identity().ends_with(&self.arguments()))
    }

    fn arguments(&self) -> String {
        format!("({})", self.from.get(2).map_or("", String::as_str))
    }

    /// How the caller wrote it.
    pub fn described(&self) -> String {
        let from = qualified(self.from.get(..2).filter(|_| self.from.len() == 3 && !self.is_part()).unwrap_or(&self.from));
        let arguments = if self.from.len() == 3 && !self.is_part() { self.arguments() } else { String::new() };
        format!("{} {from}{arguments}", self.object_type)
    }

    fn is_part(&self) -> bool {
        RENAMED.iter().any(|(name, names)| *name == self.object_type && *names == 3)
    }
}

/// An identity's names, unquoted and, where they aren't quoted, folded to lower case; arguments in parentheses are a last name.
fn identity(text: &str) -> Option<Vec<String>> {
    let mut names = Vec::new();
    let mut rest = text.trim();
    loop {
        let (name, tail) = if let Some(quoted) = rest.strip_prefix('"') {
            let mut name = String::new();
            let mut chars = quoted.char_indices().peekable();
            loop {
                match chars.next()? {
                    (_, '"') if chars.peek().is_some_and(|(_, next)| *next == '"') => {
                        chars.next();
                        name.push('"');
                    }
                    (at, '"') => break (name, &quoted[at + 1..]),
                    (_, c) => name.push(c),
                }
            }
        } else {
            let end = rest.find(['.', '(', '"', ' ']).unwrap_or(rest.len());
            // As the server folds it: only ASCII letters.
            (rest[..end].to_ascii_lowercase(), &rest[end..])
        };
        if name.is_empty() {
            return None;
        }
        names.push(name);
        if tail.is_empty() {
            return Some(names);
        } else if let Some(arguments) = tail.strip_prefix('(') {
            names.push(arguments.strip_suffix(')')?.to_owned());
            return Some(names);
        }
        rest = tail.strip_prefix('.')?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_are_read_as_sql_reads_them() {
        assert_eq!(identity("S.\"A\"\".b\""), Some(vec!["s".to_owned(), "A\".b".to_owned()]));
        assert_eq!(
            identity("s.f(integer, \"X y\")"),
            Some(vec!["s".to_owned(), "f".to_owned(), "integer, \"X y\"".to_owned()])
        );
        for bad in ["", "a..b", "\"a", "a b", "a.", "f(x"] {
            assert_eq!(identity(bad), None, "{bad}");
        }
    }
}
