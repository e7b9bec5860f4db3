//! Expressions as the server reads them again.
//!
//! What the deparser prints isn't always what the parser makes the same tree of, so that a check made from what is printed is
//! printed in another way. Two forms are common, and are written here so that the same tree comes back:
//!
//! - `code IN ('a', 'b')` of a `varchar` prints as `(code)::text = ANY ((ARRAY['a'::character varying, …])::text[])`, where the cast of
//!   the array is implicit. Read again it would go to the elements (transformTypeCast in src/backend/parser/parse_expr.c); left out, it
//!   is implicit again.
//! - `n BETWEEN 1 AND 5 AND …` prints as `((n >= 1) AND (n <= 5)) AND …`, whose parentheses the grammar takes for a list of three
//!   (makeAndExpr in gram.y). A cast of a boolean to boolean leaves no trace in the tree, and keeps them.
//!
//! pg_dump writes what is printed. What a script of it makes means the same and is printed otherwise, so between the two [`as_dumped`] is
//! compared.

use super::Properties;
use crate::lex::{Token, tokens};
use serde_json::Value;

/// Before what an operand stands, apart from parentheses and commas.
const BEFORE_OPERAND: &[&str] = &["where", "on", "when", "having", "then", "else", "check", "using", "return", "select"];

/// Can the JSON text of some properties hold such a form? It is quick to tell, and seldom true.
pub(super) fn is_suspect(json: &str) -> bool {
    json.contains("((ARRAY[") || json.contains(")) AND (") || json.contains(")) OR (")
}

/// The properties with every text in the form that is read as what it was.
pub(super) fn rewritten(properties: &Properties) -> Properties {
    let mut map: serde_json::Map<String, Value> =
        properties.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
    map.values_mut().for_each(|value| rewrite(value, &rereadable));
    Properties::of_text(Value::Object(map).to_string().into())
}

/// The value of a property, every text of which the server has made of what it prints of it, and has printed again.
pub(crate) fn as_dumped(value: &Value) -> Value {
    let mut value = value.clone();
    rewrite(&mut value, &rereadable);
    rewrite(&mut value, &reprinted);
    value
}

fn rewrite(value: &mut Value, how: &impl Fn(&str) -> Option<String>) {
    match value {
        Value::String(text) => {
            if let Some(written) = how(text) {
                *text = written;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| rewrite(value, how)),
        Value::Object(fields) => fields.values_mut().for_each(|value| rewrite(value, how)),
        _ => {}
    }
}

/// The expression, or the query, in the form that is read as what it was; nothing where that is how it is.
fn rereadable(text: &str) -> Option<String> {
    if !is_suspect(text) {
        return None;
    }
    let tokens: Vec<(Token, &str)> = tokens(text);
    let solid = solid(&tokens);
    let groups = Groups::new(&tokens, &solid);
    let mut left_out = vec![false; tokens.len()];
    let mut is_kept_together = vec![false; tokens.len()];
    let mut changed = false;
    for group in &groups.0 {
        if let Some(tail) = groups.implicit_cast(group) {
            changed = true;
            left_out[solid[group.open]] = true;
            left_out[solid[tail.start]..=solid[tail.end - 1]].fill(true);
        } else if groups.is_flattened(group) {
            changed = true;
            is_kept_together[solid[group.close]] = true;
        }
    }
    let written = |at: usize| match (left_out[at], is_kept_together[at]) {
        (true, _) => [""; 2],
        (false, kept) => [tokens[at].1, if kept { "::boolean" } else { "" }],
    };
    changed.then(|| (0..tokens.len()).flat_map(written).collect())
}

/// A [`rereadable`] text as it would be printed if it had not been written so; nothing where that is how it is.
fn reprinted(text: &str) -> Option<String> {
    if !text.contains(")::boolean ") && !text.contains("::character varying)::text") {
        return None;
    }
    let tokens: Vec<(Token, &str)> = tokens(text);
    let solid = solid(&tokens);
    let groups = Groups::new(&tokens, &solid);
    let mut left_out = vec![false; tokens.len()];
    for group in &groups.0 {
        if groups.is_kept_together(group) || groups.is_text_in_list(group) {
            left_out[solid[group.open]] = true;
            // `)::type`
            left_out[solid[group.close]..=solid[group.close + 3]].fill(true);
        }
    }
    left_out.contains(&true).then(|| tokens.iter().zip(left_out).filter(|(_, out)| !out).map(|((_, text), _)| *text).collect())
}

/// The places of the tokens that are no space.
fn solid(tokens: &[(Token, &str)]) -> Vec<usize> {
    (0..tokens.len()).filter(|at| !matches!(tokens[*at].0, Token::Space | Token::Comment)).collect()
}

/// What stands in parentheses, by places among the tokens that are no space.
struct Group {
    open: usize,
    close: usize,
    /// The operator that joins what is in it, if it is AND or OR.
    operator: Option<&'static str>,
}

struct Groups<'a>(Vec<Group>, Vec<(Token, &'a str)>);

impl<'a> Groups<'a> {
    fn new(tokens: &[(Token, &'a str)], solid: &[usize]) -> Self {
        let solid: Vec<(Token, &str)> = solid.iter().map(|at| tokens[*at]).collect();
        let mut groups = Vec::new();
        let mut open: Vec<Group> = Vec::new();
        for (at, (token, text)) in solid.iter().enumerate() {
            match (token, *text) {
                (Token::Symbol, "(") => open.push(Group { open: at, close: at, operator: None }),
                (Token::Symbol, ")") => groups.extend(open.pop().map(|group| Group { close: at, ..group })),
                (Token::Word, "AND") => open.iter_mut().last().into_iter().for_each(|group| group.operator = Some("AND")),
                (Token::Word, "OR") => open.iter_mut().last().into_iter().for_each(|group| group.operator = Some("OR")),
                _ => {}
            }
        }
        Self(groups, solid)
    }

    fn text(&self, at: usize) -> &str {
        self.1.get(at).map_or("", |(_, text)| text)
    }

    /// Is the group an array under ANY or ALL that is cast as a whole? Then what of it to leave out behind the array: `)::type[]`.
    fn implicit_cast(&self, group: &Group) -> Option<std::ops::Range<usize>> {
        let Group { open, close, .. } = *group;
        let is_array = self.text(open + 1) == "ARRAY" && self.text(open + 2) == "[" && self.text(close - 1) == "]";
        let is_operand = open >= 2 && self.text(open - 1) == "(" && ["ANY", "ALL"].contains(&self.text(open - 2));
        if !is_array || !is_operand || self.text(close + 1) != ":" || self.text(close + 2) != ":" {
            return None;
        }
        let end = self.0.iter().find(|outer| outer.open == open - 1)?.close;
        let is_type = |at: usize| {
            let (token, text) = self.1[at];
            matches!(token, Token::Word | Token::Quoted | Token::Number) || [".", "(", ")", ",", "[", "]"].contains(&text)
        };
        let is_array_type = self.text(end - 1) == "]" && self.text(end - 2) == "[";
        (is_array_type && (close + 3..end).all(is_type)).then_some(close..end)
    }

    /// Is the group cast to this type?
    fn is_cast_to(&self, group: &Group, name: &str) -> bool {
        self.text(group.close + 1) == ":" && self.text(group.close + 2) == ":" && self.text(group.close + 3) == name
    }

    /// Is the group a list that was written to stay one within its list?
    fn is_kept_together(&self, group: &Group) -> bool {
        group.operator.is_some_and(|operator| self.is_cast_to(group, "boolean") && self.text(group.close + 4) == operator)
    }

    /// Is the group a `varchar` in an array under ANY or ALL, cast by itself to what the array is compared as? There is no operator for it
    /// otherwise, so leaving out the cast leaves it implicit.
    fn is_text_in_list(&self, group: &Group) -> bool {
        let Group { open, close, .. } = *group;
        let is_varchar =
            close >= 4 && [":", "character", "varying"].iter().eq([3, 2, 1].map(|back| self.text(close - back)).iter());
        let is_element = open >= 1 && ["[", ","].contains(&self.text(open - 1)) && ["]", ","].contains(&self.text(close + 4));
        if !is_varchar || !is_element || !self.is_cast_to(group, "text") {
            return false;
        }
        // What it is in begins last of all that it is in.
        let around = self.0.iter().filter(|outer| outer.open < open && close < outer.close).max_by_key(|outer| outer.open);
        around.is_some_and(|around| {
            let is_operand = around.open >= 1 && ["ANY", "ALL"].contains(&self.text(around.open - 1));
            is_operand && self.text(around.open + 1) == "ARRAY" && self.text(around.close - 1) == "]"
        })
    }

    /// Is the group the first operand of the operator that joins it as well?
    fn is_flattened(&self, group: &Group) -> bool {
        let Some(operator) = group.operator else { return false };
        let before = group.open.checked_sub(1).map_or("(", |at| self.text(at));
        let is_first = ["(", ","].contains(&before) || BEFORE_OPERAND.contains(&before.to_ascii_lowercase().as_str());
        is_first && self.text(group.close + 1) == operator
    }
}

#[cfg(test)]
mod tests {
    use super::{as_dumped, reprinted, rereadable};
    use serde_json::Value;

    #[test]
    fn the_cast_of_an_array_stays_implicit() {
        let printed = "CHECK (((code)::text = ANY ((ARRAY['a'::character varying, 'b]'::character varying])::text[])))";
        let written = "CHECK (((code)::text = ANY (ARRAY['a'::character varying, 'b]'::character varying])))";
        assert_eq!(rereadable(printed).as_deref(), Some(written));
        let numbers = "((n <> ALL ((ARRAY[1, 2])::numeric(10,2)[])) OR (n IS NULL))";
        assert_eq!(rereadable(numbers).as_deref(), Some("((n <> ALL (ARRAY[1, 2])) OR (n IS NULL))"));
        assert_eq!(rereadable("(a = ANY ((ARRAY[1] || b)::text[]))"), None);
        assert_eq!(rereadable("f('ANY ((ARRAY[1])::text[])')"), None);
    }

    #[test]
    fn what_is_read_of_a_dump() {
        for (printed, read_and_printed_again) in [
            (
                "CHECK (((code)::text = ANY ((ARRAY['a'::character varying, 'b]'::character varying])::text[])))",
                "CHECK (((code)::text = ANY (ARRAY[('a'::character varying)::text, ('b]'::character varying)::text])))",
            ),
            ("(((n >= 1) AND (n <= 5)) AND (m > 0))", "((n >= 1) AND (n <= 5) AND (m > 0))"),
            ("WHERE ((((a OR (b)) OR c) OR (d)) AND (e))", "WHERE ((a OR (b) OR c OR (d)) AND (e))"),
        ] {
            let dumped = |text: &str| as_dumped(&Value::from(text));
            assert_eq!(dumped(printed), dumped(read_and_printed_again), "{printed}");
            let rereadable = rereadable(printed).unwrap_or_default();
            assert_eq!(dumped(&rereadable), dumped(printed), "{printed}");
        }
        for different in [
            "(n = ANY (ARRAY[('1'::character varying)::integer]))",
            "(x = f(ARRAY[('a'::character varying)::text]))",
            "(x = ANY (f(ARRAY[('a'::character varying)::text])))",
            "(x = ANY (ARRAY[('a'::character varying(1))::text]))",
            "((a)::boolean AND b)",
            "(((a AND b))::boolean OR c)",
        ] {
            assert_eq!(reprinted(different), None, "{different}");
        }
    }

    #[test]
    fn a_list_within_a_list_stays_one() {
        let written = |text| rereadable(text).unwrap_or_else(|| "as it is".to_owned());
        assert_eq!(written("(((n >= 1) AND (n <= 5)) AND (m > 0))"), "(((n >= 1) AND (n <= 5))::boolean AND (m > 0))");
        assert_eq!(
            written("WHERE ((((a OR (b)) OR c) OR (d)) AND (e))"),
            "WHERE ((((a OR (b))::boolean OR c)::boolean OR (d)) AND (e))"
        );
        assert_eq!(written("((m > 0) AND ((n >= 1) AND (n <= 5)) AND (k > 0))"), "as it is");
        assert_eq!(written("(((a)) OR ((b > 0) AND (c)))"), "as it is");
        assert_eq!(written("(bool_and(x) OVER (ROWS BETWEEN 1 PRECEDING AND f((1)) AND (2)) AND (y))"), "as it is");
    }
}
