//! What the server doesn't know: an object that goes may be named in the text of a function's body, which then fails when it is
//! called. The words of a text say no more than that it may: it is a guess, and told as one.

use super::{Action, Step};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::Hazard;
use crate::kind::Kind;
use crate::lex::{self, Token};
use std::collections::{BTreeMap, BTreeSet};

/// How many callers are named in the reason.
const NAMED: usize = 3;

/// Words after which a name is a relation's.
const BEFORE_RELATION: [&str; 9] = ["from", "join", "into", "update", "only", "table", "using", "truncate", "view"];

/// Functions whose argument, a text, is a relation's name.
const OF_RELATION: [&str; 4] = ["nextval", "currval", "setval", "to_regclass"];

/// What a text names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Mention {
    /// Where it is said.
    schema: Option<String>,
    name: String,
    /// A call, or else a relation.
    is_call: bool,
}

/// Adds the hazard to steps that drop what the text of a function of the source names.
pub(super) fn tell(steps: &mut [Step], source: &Catalog) {
    let mut known: Option<(BTreeSet<Mention>, BTreeMap<Mention, BTreeSet<String>>)> = None;
    for step in steps.iter_mut().filter(|step| step.action == Action::Drop) {
        let Some(gone) = mention_of(&step.id) else { continue };
        let (standing, callers) = known.get_or_insert_with(|| {
            let standing = source.objects().filter_map(|object| mention_of(&object.id)).collect();
            (standing, by_mention(source))
        });
        // An overloaded function stays, or a view is in a table's place.
        if standing.contains(&gone) {
            continue;
        }
        let anywhere = Mention { schema: None, ..gone.clone() };
        let found: BTreeSet<&String> = [gone, anywhere].iter().filter_map(|mention| callers.get(mention)).flatten().collect();
        if found.is_empty() {
            continue;
        }
        let mut named: Vec<String> = found.iter().take(NAMED).map(|caller| (*caller).clone()).collect();
        if let Some(more) = found.len().checked_sub(NAMED).filter(|more| *more > 0) {
            named.push(format!("{more} more"));
        }
        let why = format!("perhaps still named by the text of {}", named.join(", "));
        let statement = step.statement.clone().hazard(Hazard::StillNamed);
        let reason = statement.reason.iter().cloned().chain([why]).collect::<Vec<_>>().join("; ");
        step.statement = statement.because(reason);
    }
}

/// How a text would name it: a routine or a relation.
fn mention_of(id: &ObjectId) -> Option<Mention> {
    let is_call = match id.kind {
        Kind::Function | Kind::Aggregate => true,
        Kind::Table | Kind::View | Kind::MaterializedView | Kind::Sequence => false,
        _ => return None,
    };
    Some(Mention { schema: Some(id.first().to_owned()), name: id.part(1).to_owned(), is_call })
}

fn by_mention(source: &Catalog) -> BTreeMap<Mention, BTreeSet<String>> {
    let mut callers: BTreeMap<Mention, BTreeSet<String>> = BTreeMap::new();
    for function in source.objects().filter(|object| object.id.kind == Kind::Function) {
        for mention in mentions(body(function)) {
            callers.entry(mention).or_default().insert(function.typed_identity());
        }
    }
    callers
}

fn body(function: &Object) -> &str {
    function.text("_source").unwrap_or_default()
}

/// The calls and relations that a text names, those in its strings too.
fn mentions(text: &str) -> BTreeSet<Mention> {
    let tokens: Vec<(Token, &str)> =
        lex::tokens(text).into_iter().filter(|(token, _)| !matches!(token, Token::Space | Token::Comment)).collect();
    let at = |n: usize| tokens.get(n).copied();
    let is = |n: usize, symbol: &str| at(n).is_some_and(|(_, text)| text == symbol);
    let word = |n: usize| at(n).filter(|(token, _)| *token == Token::Word).map(|(_, text)| text.to_ascii_lowercase());
    let mut found = BTreeSet::new();
    let mut n = 0;
    while let Some((token, text)) = at(n) {
        let before = n.checked_sub(1);
        n += 1;
        if token == Token::Text {
            let inner = text.trim_matches('\'');
            let of_relation =
                before.and_then(|open| open.checked_sub(1)).and_then(word).is_some_and(|call| OF_RELATION.contains(&&*call));
            if of_relation || is(n, ":") && is(n + 1, ":") && word(n + 2).is_some_and(|kind| kind == "regclass") {
                found.extend(mentions(&format!("FROM {inner}")));
            } else if inner.len() < text.len() && inner.contains(' ') {
                found.extend(mentions(&inner.replace("''", "'")));
            }
            continue;
        }
        let Some(first) = lex::name(token, text).filter(|_| before.is_none_or(|dot| !is(dot, "."))) else { continue };
        let second = at(n + 1).filter(|_| is(n, ".")).and_then(|(token, text)| lex::name(token, text));
        let (schema, name) = match second {
            Some(second) => {
                n += 2;
                (Some(first), second)
            }
            None => (None, first),
        };
        let is_relation = schema.is_some() || before.and_then(word).is_some_and(|word| BEFORE_RELATION.contains(&&*word));
        if is(n, "(") {
            found.insert(Mention { schema: schema.clone(), name: name.clone(), is_call: true });
        }
        if is_relation {
            found.insert(Mention { schema, name, is_call: false });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        let one = |mention: Mention| {
            let schema = mention.schema.map(|schema| schema + ".").unwrap_or_default();
            format!("{schema}{}{}", mention.name, if mention.is_call { "()" } else { "" })
        };
        mentions(text).into_iter().map(one).collect()
    }

    #[test]
    fn calls_and_relations() {
        assert_eq!(
            named("SELECT f(a.x), \"G h\" (1) FROM Shop.t AS a JOIN u ON true -- FROM z"),
            ["G h()", "f()", "u", "a.x", "shop.t"]
        );
        assert_eq!(named("a.b.c := log; -- f()"), ["a.b"]);
    }

    #[test]
    fn texts_too() {
        assert_eq!(
            named("PERFORM nextval('s.q'); EXECUTE 'DELETE FROM t WHERE f(''x'')'; RAISE NOTICE 'from'"),
            ["f()", "nextval()", "t", "s.q"]
        );
        assert_eq!(named("'v'::regclass"), ["v"]);
    }
}
