//! SQL text cut into tokens, as the server's scanner cuts it (src/backend/parser/scan.l): enough to find names outside of
//! strings and comments. PL/pgSQL bodies are cut the same way.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// White space.
    Space,
    /// `-- …` or `/* … */`, nested.
    Comment,
    /// A keyword or an unquoted name.
    Word,
    /// `"…"`
    Quoted,
    /// A string in any form: `'…'`, `E'…'`, `B'…'`, `U&'…'`, `$tag$…$tag$`.
    Text,
    /// A number.
    Number,
    /// Any other character, alone.
    Symbol,
}

/// The tokens, which together are the whole text. What is not ended (an open string) reaches to the end.
pub fn tokens(text: &str) -> Vec<(Token, &str)> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some((token, head)) = first(rest) {
        tokens.push((token, head));
        rest = &rest[head.len()..];
    }
    tokens
}

/// The first token; nothing of an empty text.
pub fn first(text: &str) -> Option<(Token, &str)> {
    let (token, length) = next(text, text.chars().next()?);
    Some((token, &text[..length]))
}

fn starts_word(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || !c.is_ascii()
}

fn in_word(c: char) -> bool {
    starts_word(c) || c.is_ascii_digit() || c == '$'
}

/// Where the first character is that is not like this.
fn while_(text: &str, like: impl Fn(char) -> bool) -> usize {
    text.find(|c| !like(c)).unwrap_or(text.len())
}

fn next(text: &str, first: char) -> (Token, usize) {
    match first {
        // The server's scanner knows only these as white space.
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => {
            (Token::Space, while_(text, |c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')))
        }
        '-' if text.starts_with("--") => (Token::Comment, while_(text, |c| c != '\n' && c != '\r')),
        '/' if text.starts_with("/*") => (Token::Comment, block_comment(text)),
        '"' => (Token::Quoted, quoted(text, 0, '"', false)),
        '\'' => (Token::Text, quoted(text, 0, '\'', false)),
        '$' => match dollar_quoted(text) {
            Some(length) => (Token::Text, length),
            // A parameter: $1.
            None => (Token::Symbol, 1),
        },
        c if c.is_ascii_digit() => {
            let length = while_(text, |c| c.is_ascii_alphanumeric() || c == '.' || c == '_');
            // `1..10` in a loop is a number, two dots and a number.
            (Token::Number, text[..length].find("..").unwrap_or(length))
        }
        c if starts_word(c) => {
            let length = while_(text, in_word);
            let escapes = matches!(&text[..length], "e" | "E");
            let prefix = escapes || matches!(&text[..length], "b" | "B" | "x" | "X" | "n" | "N");
            if prefix && text[length..].starts_with('\'') {
                (Token::Text, quoted(text, length, '\'', escapes))
            } else if matches!(&text[..length], "u" | "U") && text[length..].starts_with("&'") {
                (Token::Text, quoted(text, length + 1, '\'', false))
            } else if matches!(&text[..length], "u" | "U") && text[length..].starts_with("&\"") {
                (Token::Quoted, quoted(text, length + 1, '"', false))
            } else {
                (Token::Word, length)
            }
        }
        c => (Token::Symbol, c.len_utf8()),
    }
}

/// The length of a text in quotes that begins at `start`; a doubled quote is one of its characters.
fn quoted(text: &str, start: usize, quote: char, escapes: bool) -> usize {
    let mut chars = text[start + 1..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && escapes {
            chars.next();
        } else if c == quote {
            if chars.peek().is_none_or(|(_, next)| *next != quote) {
                return start + 1 + at + 1;
            }
            chars.next();
        }
    }
    text.len()
}

fn dollar_quoted(text: &str) -> Option<usize> {
    let tag_end = text[1..].find(|c| c == '$' || !in_word(c))? + 1;
    let name = &text[1..tag_end];
    if !text[tag_end..].starts_with('$') || !name.is_empty() && !name.starts_with(starts_word) {
        return None;
    }
    let tag = &text[..=tag_end];
    Some(text[tag.len()..].find(tag).map_or(text.len(), |at| tag.len() + at + tag.len()))
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0usize;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The name that a [`Word`](Token::Word) or [`Quoted`](Token::Quoted) token means.
pub fn name(token: Token, text: &str) -> Option<String> {
    match token {
        // The server folds only ASCII letters in a multi-byte encoding.
        Token::Word => Some(text.to_ascii_lowercase()),
        Token::Quoted => Some(text.strip_prefix('"')?.strip_suffix('"')?.replace("\"\"", "\"")),
        _ => None,
    }
}

/// The text with every run of white space as one space, and none at its ends.
pub fn without_space(text: &str) -> String {
    let words = tokens(text).into_iter().map(|(token, part)| if token == Token::Space { " " } else { part });
    words.collect::<String>().trim().to_owned()
}

/// The text without comments, and without the empty lines and trailing spaces that they leave.
pub fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (token, part) in tokens(text) {
        match token {
            Token::Comment if part.starts_with("--") => {}
            // It separates what stands around it.
            Token::Comment => out.push(' '),
            Token::Space => out.push_str(part),
            _ => {
                // Nothing but space has come since the last token that counts.
                let kept = out.trim_end_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']).len();
                if let Some(line) = out[kept..].rfind('\n') {
                    let indent = out[kept + line..].to_owned();
                    out.truncate(kept);
                    out.push_str(&indent);
                } else if out.len() > kept + 1 {
                    out.truncate(kept);
                    out.push(' ');
                }
                out.push_str(part);
            }
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = tokens(text);
        assert_eq!(tokens.iter().map(|(_, part)| *part).collect::<String>(), text);
        tokens.into_iter().filter(|(token, _)| *token != Token::Space).map(|(_, part)| part).collect()
    }

    #[test]
    fn strings_and_comments_are_one_token() {
        assert_eq!(cut("a.\"b\"\".c\" 'it''s' E'\\'x' x"), ["a", ".", "\"b\"\".c\"", "'it''s'", "E'\\'x'", "x"]);
        assert_eq!(cut("$$ a $b$ $$ $b$ $$ $b$ $1 a$b$c"), ["$$ a $b$ $$", "$b$ $$ $b$", "$", "1", "a$b$c"]);
        assert_eq!(cut("a -- b 'c\n/* d /* e */ ' */ f"), ["a", "-- b 'c", "/* d /* e */ ' */", "f"]);
        assert_eq!(cut("'a\\' b U&'x' U&\"y\" b'1'"), ["'a\\'", "b", "U&'x'", "U&\"y\"", "b'1'"]);
        assert_eq!(cut("1..10 1.5e3 ärger 'open"), ["1", ".", ".", "10", "1.5e3", "ärger", "'open"]);
    }

    #[test]
    fn what_is_quoted_stays() {
        assert_eq!(without_space("\n a  'b  c' -- d\n e "), "a 'b  c' -- d e");
        assert_eq!(without_space("a -- b  c\n\n d"), "a -- b  c d");
        let body = |comment: &str| without_comments(&format!("\nBEGIN{comment}\n  x := '--  no';{comment}\n  y;\nEND;\n"));
        assert_eq!(body(""), "BEGIN\n  x := '--  no';\n  y;\nEND;");
        assert_eq!(body("  -- it's"), body(""));
        assert_eq!(body("\n    /* it's\n more */  "), body(""));
        assert_eq!(without_comments("a/**/b"), "a b");
    }

    #[test]
    fn names_fold_as_the_server_folds_them() {
        assert_eq!(name(Token::Word, "ABC"), Some("abc".to_owned()));
        assert_eq!(name(Token::Quoted, "\"A\"\"b\""), Some("A\"b".to_owned()));
    }
}
