//! Patterns on type and identity, for `include` and `exclude`.

use std::fmt;

/// A pattern: `sales.order*`, or `{"type": "table", "name": "sales.order*"}`.
///
/// Both parts are compared with what `compare` shows in `object_type` and `object_identity`, as a whole and with regard to
/// case; identities are quoted where SQL quotes them (`sales."Order"`). `*` stands for any characters, also none, and `?` for
/// one character, as in the patterns of psql and pg_dump; no other character is special.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The pattern on the type; any type where there is none.
    pub object_type: Option<String>,
    /// The pattern on the identity.
    pub name: String,
}

impl Pattern {
    /// Does an object of this type and identity match?
    pub fn matches(&self, object_type: &str, identity: &str) -> bool {
        self.object_type.as_ref().is_none_or(|pattern| glob(pattern, object_type)) && glob(&self.name, identity)
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.object_type {
            Some(object_type) => write!(f, "{object_type} {}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// Matches in linear time: after a `*`, only the last star has to be tried again.
fn glob(pattern: &str, text: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        if pattern.get(p) == Some(&'*') {
            star = Some((p, t));
            p += 1;
        } else if pattern.get(p).is_some_and(|c| *c == '?' || *c == text[t]) {
            p += 1;
            t += 1;
        } else if let Some((at, taken)) = star {
            star = Some((at, taken + 1));
            p = at + 1;
            t = taken + 1;
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_match_as_a_whole() {
        for (pattern, text, matches) in [
            ("a", "a", true),
            ("a", "A", false),
            ("a", "ab", false),
            ("*", "", true),
            ("a*c", "abcabc", true),
            ("a*c", "abcab", false),
            ("s.*_ü?", "s.x_y_üß", true),
            ("s.f(*)", "s.f(integer, text)", true),
            ("a_b", "axb", false),
            ("%", "a", false),
            ("**a**", "bab", true),
        ] {
            assert_eq!(glob(pattern, text), matches, "{pattern} {text}");
        }
    }

    #[test]
    fn the_type_is_a_pattern_as_well() {
        let pattern = Pattern { object_type: Some("*view".to_owned()), name: "s.*".to_owned() };
        assert!(pattern.matches("materialized view", "s.m") && !pattern.matches("table", "s.m"));
        assert_eq!(pattern.to_string(), "*view s.*");
    }
}
