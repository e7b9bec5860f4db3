//! What no form can show as it is, spelled out.

use std::borrow::Cow;
use std::fmt::Write;

/// A text on one line.
pub fn line(text: &str) -> Cow<'_, str> {
    spelled(text, |c| is_hidden(c) || matches!(c, '\n' | '\t'))
}

/// A text of several lines.
pub fn lines(text: &str) -> Cow<'_, str> {
    spelled(text, is_hidden)
}

fn spelled(text: &str, hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hidden) {
        return Cow::Borrowed(text);
    }
    let mut spelled = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if hidden(c) {
            let _ = write!(spelled, "⟨U+{:04X}⟩", u32::from(c));
        } else {
            spelled.push(c);
        }
    }
    Cow::Owned(spelled)
}

/// Is it a character that is not seen, that XML does not allow, or that makes what is seen stand in another order than what is there
/// (Unicode Technical Standard 55)? Joiners are left alone: scripts need them.
fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    }
}
