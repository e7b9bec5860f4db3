//! One option's value, read as the type that it must have; every error says what was expected.

use super::pattern::Pattern;
use super::rename::Rename;
use crate::error::Error;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// An option's name and what the caller gave for it.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub name: &'a str,
    pub value: &'a Value,
}

/// The name out of `names` that is closest to `given`, if one is close.
pub(super) fn closest<'n>(given: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let lower = given.to_lowercase();
    let ratio = |name: &str| similar::TextDiff::from_chars(lower.as_str(), name.to_lowercase().as_str()).ratio();
    let best = names.into_iter().map(|name| (ratio(name), name)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.7).then_some(best.1)
}

/// "Perhaps you meant …" and everything that is valid.
pub(super) fn valid(given: &str, what: &str, names: &[&str]) -> String {
    let perhaps =
        closest(given, names.iter().copied()).map_or_else(String::new, |name| format!("Perhaps you meant \"{name}\". "));
    format!("{perhaps}Valid {what} are {}.", names.join(", "))
}

impl<'a> Given<'a> {
    /// The value is of another type.
    fn wrong_type(&self, expected: &str) -> Error {
        Error::invalid(format!("option \"{}\" must be {expected}", self.name))
            .with_detail(format!("It is {}.", shown(self.value)))
    }

    pub fn invalid(&self, value: &str) -> Error {
        Error::invalid(format!("invalid value for option \"{}\": \"{value}\"", self.name))
    }

    pub fn boolean(&self) -> Result<bool, Error> {
        self.value.as_bool().ok_or_else(|| self.wrong_type("a boolean"))
    }

    pub fn text(&self) -> Result<&'a str, Error> {
        self.value.as_str().ok_or_else(|| self.wrong_type("text"))
    }

    /// A text that isn't empty.
    pub fn name(&self) -> Result<&'a str, Error> {
        match self.text()? {
            "" => Err(self.invalid("").with_detail("A name can't be empty.")),
            name => Ok(name),
        }
    }

    /// A whole number of at least 0.
    pub fn count(&self) -> Result<u64, Error> {
        self.value.as_u64().ok_or_else(|| self.wrong_type("a whole number of at least 0"))
    }

    /// One of these words.
    pub fn word<T: Copy>(&self, words: &[(&'static str, T)]) -> Result<T, Error> {
        let given = self.text()?;
        words.iter().find(|(word, _)| *word == given).map(|(_, meaning)| *meaning).ok_or_else(|| {
            let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.invalid(given).with_hint(valid(given, "values", &names))
        })
    }

    /// An array, or one text that stands for an array of it.
    fn list(&self, of: &str) -> Result<Vec<&'a Value>, Error> {
        match self.value {
            Value::Array(values) => Ok(values.iter().collect()),
            one @ Value::String(_) => Ok(vec![one]),
            _ => Err(self.wrong_type(&format!("an array of {of}"))),
        }
    }

    pub fn texts(&self, of: &str) -> Result<Vec<&'a str>, Error> {
        let texts = self.list(of)?.into_iter().map(|value| value.as_str());
        texts.collect::<Option<Vec<_>>>().ok_or_else(|| self.wrong_type(&format!("an array of {of}")))
    }

    /// Names of schemas.
    pub fn names(&self) -> Result<BTreeSet<String>, Error> {
        let names = self.texts("schema names")?;
        if names.contains(&"") {
            return Err(self.invalid("").with_detail("A name can't be empty."));
        }
        Ok(names.into_iter().map(str::to_owned).collect())
    }

    /// Texts out of a list of words.
    pub fn words<T: Copy + Ord>(
        &self,
        what: &str,
        all: &[T],
        as_str: impl Fn(T) -> &'static str,
    ) -> Result<BTreeSet<T>, Error> {
        let find = |given: &str| {
            all.iter().copied().find(|item| as_str(*item) == given).ok_or_else(|| {
                let names: Vec<&str> = all.iter().map(|item| as_str(*item)).collect();
                self.invalid(given).with_hint(valid(given, what, &names))
            })
        };
        self.texts(what)?.into_iter().map(find).collect()
    }

    /// Names by names; both must be unique.
    pub fn mapping(&self) -> Result<BTreeMap<String, String>, Error> {
        let expected = "an object of a source schema's name for each target schema's name";
        let object = self.value.as_object().ok_or_else(|| self.wrong_type(expected))?;
        let mut mapping = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for (target, source) in object {
            let source = source.as_str().ok_or_else(|| self.wrong_type(expected))?;
            if target.is_empty() || source.is_empty() {
                return Err(self.invalid("").with_detail("A name can't be empty."));
            }
            if !seen.insert(source) {
                return Err(self.invalid(source).with_detail(format!("Schema \"{source}\" of the source is mapped twice.")));
            }
            mapping.insert(target.clone(), source.to_owned());
        }
        Ok(mapping)
    }

    /// Patterns on type and identity.
    pub fn patterns(&self) -> Result<Vec<Pattern>, Error> {
        const EXPECTED: &str = "patterns: each a text, or an object with \"name\" and optionally \"type\"";
        let pattern = |value: &Value| match value {
            Value::String(name) => Some(Pattern { object_type: None, name: name.clone() }),
            Value::Object(fields) if fields.keys().all(|key| key == "type" || key == "name") => {
                let text = |key: &str| fields.get(key).map(|value| value.as_str().map(str::to_owned));
                Some(Pattern { object_type: text("type").map_or(Some(None), |text| text.map(Some))?, name: text("name")?? })
            }
            _ => None,
        };
        let values = self.list(EXPECTED)?;
        values
            .into_iter()
            .map(|value| pattern(value).ok_or_else(|| self.wrong_type(&format!("an array of {EXPECTED}"))))
            .collect()
    }

    /// Renames: objects with "type", "from" and "to".
    pub fn renames(&self) -> Result<Vec<Rename>, Error> {
        const EXPECTED: &str = "an array of objects with the texts \"type\", \"from\" and \"to\"";
        let values = self.value.as_array().ok_or_else(|| self.wrong_type(EXPECTED))?;
        let rename = |value: &Value| {
            let fields = value.as_object().filter(|fields| fields.len() == 3)?;
            let text = |key: &str| fields.get(key).and_then(Value::as_str).map(str::to_owned);
            Some((text("type")?, text("from")?, text("to")?))
        };
        let renames = values.iter().map(|value| rename(value).ok_or_else(|| self.wrong_type(EXPECTED)));
        renames.map(|rename| rename.and_then(|(object_type, from, to)| Rename::new(self.name, object_type, from, to))).collect()
    }

    /// A time as `lock_timeout` takes it: milliseconds, or a text with a unit.
    pub fn timeout(&self) -> Result<String, Error> {
        const EXPECTED: &str = "a number of milliseconds or a text like \"5s\"";
        if let Some(milliseconds) = self.value.as_u64() {
            return Ok(milliseconds.to_string());
        }
        let text = self.value.as_str().ok_or_else(|| self.wrong_type(EXPECTED))?;
        let trimmed = text.trim();
        let digits = trimmed.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(trimmed.len());
        let (number, unit) = (&trimmed[..digits], trimmed[digits..].trim_start());
        if number.parse::<f64>().is_err() || !["", "us", "ms", "s", "min", "h", "d"].contains(&unit) {
            return Err(self
                .invalid(text)
                .with_hint("Valid units are us, ms, s, min, h and d; without a unit it is milliseconds."));
        }
        Ok(trimmed.to_owned())
    }
}

/// What the caller gave, for a DETAIL: shortened, because it may be anything.
fn shown(value: &Value) -> String {
    let what = match value {
        Value::Null => return "null".to_owned(),
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    };
    let text = value.to_string();
    let short: String = text.chars().take(60).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("{what}: {short}{more}")
}
