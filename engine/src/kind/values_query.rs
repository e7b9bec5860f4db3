//! A view whose query is a bare VALUES list, with names for its columns. The server prints it as a SELECT from that list, which it
//! would read as a subquery and then print differently.

use crate::ident::quote;

/// The columns' names, in parentheses, and the VALUES list, where the definition is of that form.
fn named(definition: &str, columns: &[&str]) -> Option<(String, String)> {
    let mut rest = definition.strip_prefix(" SELECT ")?;
    for (n, column) in columns.iter().enumerate() {
        let own = format!("column{}", n + 1);
        let end = if n + 1 == columns.len() { "\n   FROM (" } else { ",\n    " };
        let item = if own == *column { format!("{own}{end}") } else { format!("{own} AS {}{end}", quote(column)) };
        // From 18 on the server leaves the only relation's name out.
        rest = rest.strip_prefix("\"*VALUES*\".").unwrap_or(rest).strip_prefix(&item)?;
    }
    let values = rest.strip_suffix(") \"*VALUES*\"").filter(|values| values.starts_with("VALUES "))?;
    let names: Vec<String> = columns.iter().map(|column| quote(column)).collect();
    Some((format!(" ({})", names.join(", ")), format!(" {values}")))
}

/// What stands between a view's name and AS for its columns, mostly nothing, and the query.
pub fn split(definition: &str, columns: &[&str]) -> (String, String) {
    named(definition, columns).unwrap_or_else(|| (String::new(), definition.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_values_keeps_its_form() {
        let definition = " SELECT \"*VALUES*\".column1 AS a,\n    \"*VALUES*\".column2\n   FROM (VALUES (1,'x'::text), (2,'y'::text)) \"*VALUES*\"";
        let (names, query) = split(definition, &["a", "column2"]);
        assert_eq!((names.as_str(), query.as_str()), (" (a, column2)", " VALUES (1,'x'::text), (2,'y'::text)"));
        let unqualified = definition.replace("\"*VALUES*\".", "");
        assert_eq!(split(&unqualified, &["a", "column2"]), split(definition, &["a", "column2"]));
        let other = " SELECT \"*VALUES*\".column2 AS a\n   FROM (VALUES (1,2)) \"*VALUES*\"";
        assert_eq!(split(other, &["a"]), (String::new(), other.to_owned()));
    }
}
