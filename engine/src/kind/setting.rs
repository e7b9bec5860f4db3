//! What databases and roles set parameters to: `ALTER DATABASE … SET`, `ALTER ROLE … [IN DATABASE …] SET`.

use super::Change;
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::statement::Statement;

/// Lists whose elements are kept as quoted identifiers (GUC_LIST_QUOTE; variable_is_guc_list_quote in dumputils.c).
const QUOTED_LISTS: [&str; 6] = [
    "local_preload_libraries",
    "search_path",
    "session_preload_libraries",
    "shared_preload_libraries",
    "temp_tablespaces",
    "unix_socket_directories",
];

/// The elements of such a list (SplitGUCList in dumputils.c).
fn elements(list: &str) -> Vec<String> {
    let mut elements = vec![String::new()];
    let (mut quoted, mut characters) = (false, list.chars().peekable());
    while let Some(character) = characters.next() {
        let Some(last) = elements.last_mut() else { break };
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                last.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => elements.push(String::new()),
            ' ' if !quoted => {}
            character => last.push(character),
        }
    }
    elements
}

fn value(parameter: &str, value: &str) -> String {
    if QUOTED_LISTS.contains(&parameter.to_lowercase().as_str()) {
        return elements(value).iter().map(|element| literal(element)).collect::<Vec<_>>().join(", ");
    }
    literal(value)
}

/// `ALTER whose SET parameter TO …`
pub(super) fn set(whose: &str, object: &Object) -> Vec<Statement> {
    let parameter = object.id.part(1);
    let sql = format!("ALTER {whose} SET {} TO {}", quote(parameter), value(parameter, object.str("value")));
    vec![Statement::new(sql).hazard(Hazard::ChangedSetting)]
}

/// `ALTER whose RESET parameter`
pub(super) fn reset(whose: &str, object: &Object) -> Vec<Statement> {
    vec![Statement::new(format!("ALTER {whose} RESET {}", quote(object.id.part(1)))).hazard(Hazard::ChangedSetting)]
}

/// From one value to another.
pub(super) fn changed(whose: &str, change: &Change<'_>) -> Vec<Statement> {
    set(whose, change.new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_taken_apart() {
        assert_eq!(value("search_path", r#""$user", public, "a ""b"", c""#), r#"'$user', 'public', 'a "b", c'"#);
        assert_eq!(value("search_path", "\"\""), "''");
        assert_eq!(value("work_mem", "1, 2"), "'1, 2'");
    }
}
