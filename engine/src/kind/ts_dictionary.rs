//! Text search dictionaries: a template, and options, which can be altered.

use super::definition::{Definition, InPlace};
use super::{Change, Context};
use crate::catalog::Object;
use crate::ident::qualified;
use crate::lex::{self, Token};

/// CREATE TEXT SEARCH DICTIONARY
pub struct TsDictionary;

/// The options as the server stores them, SQL as it stands: each name, and the name with its value.
fn options(text: &str) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), String::new())];
    for (token, part) in lex::tokens(text) {
        if token == Token::Symbol && part == "," {
            options.push((String::new(), String::new()));
        } else if let Some((name, whole)) = options.last_mut() {
            if name.is_empty() && matches!(token, Token::Word | Token::Quoted) {
                part.clone_into(name);
            }
            whole.push_str(part);
        }
    }
    options.retain(|(name, _)| !name.is_empty());
    options.iter_mut().for_each(|(_, whole)| *whole = whole.trim().to_owned());
    options
}

/// A name alone takes the option away. All that is wanted is said again, because that puts it into the order that is wanted.
fn settings(old: &str, new: &str) -> String {
    let (old, new) = (options(old), options(new));
    let gone = old.iter().map(|(name, _)| name).filter(|name| new.iter().all(|(other, _)| other != *name));
    let words: Vec<&str> = gone.chain(new.iter().map(|(_, whole)| whole)).map(String::as_str).collect();
    format!("({})", words.join(", "))
}

impl Definition for TsDictionary {
    const QUERY: &'static str = include_str!("../../../sql/catalog/ts_dictionary.sql");
    const TYPE: &'static str = "text search dictionary";
    const WORD: &'static str = "TEXT SEARCH DICTIONARY";

    fn definition(&self, object: &Object) -> String {
        let options = object.text("options").map(|options| format!(", {options}")).unwrap_or_default();
        format!("(TEMPLATE = {}{options})", qualified(&object.texts("template")))
    }

    fn in_place(&self, change: &Change<'_>, _cx: &Context<'_>) -> Option<InPlace> {
        let settings = || settings(change.old.str("options"), change.new.str("options"));
        change.only(&["options"]).then(|| InPlace::Alter(settings()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_taken_away_and_said_in_the_new_order() {
        let (old, new) = ("a = 'x, y', \"B c\" = 3, d = E'\\\\'", "d = E'\\\\', a = 'it''s, = z'");
        assert_eq!(settings(old, new), "(\"B c\", d = E'\\\\', a = 'it''s, = z')");
        assert_eq!(settings(old, ""), "(a, \"B c\", d)");
        assert_eq!(settings("", "a = 1.5"), "(a = 1.5)");
    }
}
