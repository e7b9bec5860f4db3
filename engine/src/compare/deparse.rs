//! One form for what servers of different versions write differently, so that a definition differs only where its meaning does.
//!
//! Texts are compared in this form and never used in it: a script has what the source's server wrote.

use crate::lex::{self, Token};

/// From this version on a view's columns are written without the name of the relation where there is only one to take them from
/// (the entries OLD and NEW, which made it look like three, are gone; src/backend/utils/adt/ruleutils.c, get_query_def).
const WITHOUT_QUALIFIER: u32 = 160_000;

/// Do servers of these two versions write the query of a view differently?
pub(super) fn differs(one: u32, other: u32) -> bool {
    (one < WITHOUT_QUALIFIER) != (other < WITHOUT_QUALIFIER)
}

/// What begins after the list of relations.
const AFTER_FROM: &[&str] =
    &["where", "group", "having", "window", "order", "limit", "offset", "fetch", "for", "union", "intersect", "except"];

/// A view's query without the qualifiers that newer servers leave out: those of its only relation, outside of subqueries, in
/// which every server writes them.
pub(super) fn query(text: &str) -> String {
    let tokens = significant(text);
    let places = places(&tokens);
    let Some(Single { from, end, relation }) = single(&tokens, &places) else {
        return joined(&tokens, |_| false);
    };
    let is_qualifier = |at: usize| {
        !places[at].1
            && !(from..end).contains(&at)
            && lex::name(tokens[at].0, tokens[at].1).is_some_and(|name| name == relation)
            && matches!(tokens.get(at + 1), Some((Token::Symbol, ".")))
            && matches!(tokens.get(at + 2), Some((Token::Word | Token::Quoted, _)))
            && (at == 0 || tokens[at - 1].1 != ".")
    };
    joined(&tokens, |at| is_qualifier(at) || at > 0 && is_qualifier(at - 1))
}

/// The relation, by schema and name, that a query takes all its columns from; None if it gives them names of its own.
pub(super) fn only_relation(text: &str) -> Option<[String; 2]> {
    let tokens = significant(text);
    let Single { from, end, .. } = single(&tokens, &places(&tokens))?;
    let name = |at: usize| tokens.get(from + at).and_then(|(token, text)| lex::name(*token, text));
    let is_plain =
        tokens.get(from + 2).is_some_and(|(_, text)| *text == ".") && tokens[from..end].iter().all(|(_, text)| *text != "(");
    Some([name(1)?, name(3)?]).filter(|_| is_plain)
}

/// The FROM of a query that has one relation, by the places of its tokens, and what the relation is called in it.
struct Single {
    from: usize,
    end: usize,
    relation: String,
}

fn significant(text: &str) -> Vec<(Token, &str)> {
    lex::tokens(text).into_iter().filter(|(token, _)| !matches!(token, Token::Space | Token::Comment)).collect()
}

/// For each token: how many parentheses it is in, and whether one of them holds a subquery.
fn places(tokens: &[(Token, &str)]) -> Vec<(usize, bool)> {
    let mut levels = Levels::default();
    (0..tokens.len()).map(|at| levels.step(tokens, at)).collect()
}

fn single(tokens: &[(Token, &str)], places: &[(usize, bool)]) -> Option<Single> {
    let is_outside = |at: usize| places.get(at).is_some_and(|(depth, _)| *depth == 0);
    let is_word = |at: usize, words: &[&str]| {
        is_outside(at)
            && matches!(tokens.get(at), Some((Token::Word, word)) if words.contains(&word.to_ascii_lowercase().as_str()))
    };
    let from = (1..tokens.len()).find(|at| is_word(*at, &["from"]) && !is_word(at - 1, &["distinct"]))?;
    let end = (from..tokens.len()).find(|at| is_word(*at, AFTER_FROM)).unwrap_or(tokens.len());
    let is_alone = (from + 1..end).all(|at| {
        let (token, text) = tokens[at];
        places[at].1 || !(text == "," && is_outside(at) || token == Token::Word && text.eq_ignore_ascii_case("join"))
    });
    let is_set_operation = (0..tokens.len()).any(|at| is_word(at, &["union", "intersect", "except"]));
    let sample = (from..end).find(|at| is_word(*at, &["tablesample"])).unwrap_or(end);
    // The last name is what the relation is called here; a list of columns may follow it.
    let relation = (from + 1..sample).rev().filter(|at| is_outside(*at)).find_map(|at| lex::name(tokens[at].0, tokens[at].1));
    relation.filter(|_| is_alone && !is_set_operation).map(|relation| Single { from, end, relation })
}

/// The tokens without those that are left out, set apart by a character that no text has.
fn joined(tokens: &[(Token, &str)], is_left_out: impl Fn(usize) -> bool) -> String {
    let kept = tokens.iter().enumerate().filter(|(at, _)| !is_left_out(*at)).map(|(_, (_, text))| *text);
    kept.collect::<Vec<_>>().join("\0")
}

/// The parentheses that are open, each with whether it holds a subquery.
#[derive(Default)]
struct Levels(Vec<bool>);

impl Levels {
    fn step(&mut self, tokens: &[(Token, &str)], at: usize) -> (usize, bool) {
        if tokens[at].1 == ")" && tokens[at].0 == Token::Symbol {
            self.0.pop();
        }
        let place = (self.0.len(), self.0.contains(&true));
        if tokens[at].1 == "(" && tokens[at].0 == Token::Symbol {
            let opens_query = matches!(tokens.get(at + 1), Some((Token::Word, word))
                if ["select", "with", "values"].iter().any(|start| word.eq_ignore_ascii_case(start)));
            self.0.push(opens_query);
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn the_only_relation_needs_no_name() {
        for (old, new) in [
            (
                "SELECT t.a,\n    (t.b + 1) AS c\n   FROM s.t\n  WHERE (t.a > 0)",
                "SELECT a,\n (b + 1) AS c\n FROM s.t\n WHERE (a > 0)",
            ),
            (r#"SELECT "T".a FROM s."T" GROUP BY "T".a"#, r#"SELECT a FROM s."T" GROUP BY a"#),
            ("SELECT x.a FROM s.t x TABLESAMPLE system (10)", "SELECT a FROM s.t x TABLESAMPLE system (10)"),
            ("SELECT x.a FROM ( SELECT t.a, u.b FROM t, u) x", "SELECT a FROM ( SELECT t.a, u.b FROM t, u) x"),
            ("SELECT g.g FROM generate_series(1, 2) g(g)", "SELECT g FROM generate_series(1, 2) g(g)"),
            (
                "SELECT t.a FROM s.t WHERE (EXISTS ( SELECT 1 FROM u WHERE (u.a = t.a)))",
                "SELECT a FROM s.t WHERE (EXISTS ( SELECT 1 FROM u WHERE (u.a = t.a)))",
            ),
        ] {
            assert_eq!(query(old), query(new), "{old}");
        }
    }

    #[test]
    fn what_differs_stays_different() {
        for (one, other) in [
            ("SELECT t.a FROM t, u", "SELECT a FROM t, u"),
            ("SELECT t.a FROM (t JOIN u ON true)", "SELECT a FROM (t JOIN u ON true)"),
            ("SELECT t.a FROM s.t", "SELECT t.b FROM s.t"),
            ("SELECT t.a FROM s.t", "SELECT u.a FROM s.t"),
            ("SELECT t.a FROM s.t", "SELECT 't.a' FROM s.t"),
            ("SELECT 't.a' FROM s.t", "SELECT 'a' FROM s.t"),
            ("SELECT t.* FROM s.t", "SELECT * FROM s.t"),
            ("SELECT ab FROM t", "SELECT a b FROM t"),
            (
                "SELECT 1 FROM t WHERE (EXISTS ( SELECT 1 FROM u WHERE (u.a = t.a)))",
                "SELECT 1 FROM t WHERE (EXISTS ( SELECT 1 FROM u WHERE (u.a = a)))",
            ),
        ] {
            assert_ne!(query(one), query(other), "{one}");
        }
    }
}
