//! Domains. Their constraints are objects of their own ([`domain_constraint`](super::domain_constraint)).

use super::conversion::{aside_of, columns_using, converted, exact, in_columns, made_anew, type_privileges, unfit, used_by_columns};
use super::{Change, Context, DefaultPrivileges, Kind, NotHosted, ObjectKind, Way};
use crate::catalog::{Object, ObjectId};
use crate::hazard::{Hazard, LockMode};
use crate::ident::{literal, qualified, quote};
use crate::probe::Question;
use crate::statement::Statement;

/// CREATE DOMAIN
pub struct Domain;

/// The expression, of the domain that stands aside (or an array of it), as a value that a cast to the domain made anew takes.
/// Where the base type changed the value goes through the text of an array: array input calls the domain's input function, which
/// refuses what doesn't fit, while a cast would cut it to length.
pub(super) fn recast(expression: &str, is_array: bool, domain: &Object, cx: &Context<'_>) -> String {
    let name = qualified(&domain.id.name);
    let brackets = if is_array { "[]" } else { "" };
    let old = domain.str("type");
    let new = cx.source.get(&domain.id).map_or(old, |new| new.str("type"));
    let value = format!("({expression}::{old}{brackets})");
    if let Some(value) = exact(&value, &format!("{old}{brackets}"), &format!("{new}{brackets}"), cx) {
        return format!("({value})::{name}{brackets}");
    }
    if old != new {
        return match is_array {
            true => format!("{expression}::text[]::text::{name}[]"),
            false => format!("(ARRAY[{expression}::text]::text::{name}[])[1]"),
        };
    }
    let base = format!("{old}{brackets}");
    let value = converted(expression, &base, &domain.depends, cx).unwrap_or_else(|| format!("{expression}::{base}"));
    format!("{value}::{name}{brackets}")
}

/// Reads, under a share lock, every table with a column of the domain: what a new constraint of it does.
pub(super) fn checks_tables(mut statement: Statement, domain: &ObjectId, cx: &Context<'_>) -> Statement {
    let columns = columns_using(domain, cx.target);
    for column in &columns {
        let table = qualified(column.id.names(2));
        if !statement.locks.iter().any(|lock| lock.relation == table) {
            statement = statement.locks(LockMode::Share, table).scans();
        }
    }
    statement
}

/// Is the domain inside an array, a composite type or a range that a column holds? The server can't check values there, and
/// refuses what would need it.
fn is_contained(domain: &ObjectId, cx: &Context<'_>) -> bool {
    let name = qualified(&domain.name);
    columns_using(domain, cx.target).iter().any(|column| {
        let directly = column.depends.contains(domain) && column.str("type") == name;
        let through_domain = column.depends.iter().any(|needed| {
            needed.kind == Kind::Domain && column.str("type") == qualified(&needed.name) && needed != domain
        });
        !directly && !through_domain
    })
}

fn not_null_name(domain: &Object) -> String {
    domain.text("not_null_name").map_or_else(|| format!("{}_not_null", domain.id.last()), str::to_owned)
}

/// The comment of NOT NULL, which is a constraint from 17 on.
fn comment(domain: &Object) -> Statement {
    let text = domain.text("not_null_comment").map_or_else(|| "NULL".to_owned(), literal);
    let (name, domain) = (quote(&not_null_name(domain)), qualified(&domain.id.name));
    Statement::new(format!("COMMENT ON CONSTRAINT {name} ON DOMAIN {domain} IS {text}"))
}

impl ObjectKind for Domain {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/domain.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "type"
    }

    fn reference(&self, object: &Object) -> String {
        format!("DOMAIN {}", qualified(&object.id.name))
    }

    /// GRANT … ON DOMAIN refuses nothing that ON TYPE takes; pg_dump writes TYPE.
    fn grant_reference(&self, object: &Object) -> String {
        format!("TYPE {}", qualified(&object.id.name))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        type_privileges()
    }

    fn not_hosted(&self, object: &Object, server_version_num: u32) -> Vec<NotHosted> {
        let without = |name: &'static str| {
            let what = Some("NOT NULL of a domain has no name and no comment before PostgreSQL 17");
            object.get(name).map(|_| NotHosted::Property { name, instead: None, what })
        };
        let lost = ["not_null_name", "not_null_comment"].into_iter().filter_map(without);
        if server_version_num < 170_000 { lost.collect() } else { Vec::new() }
    }

    fn unsaid(&self, server_version_num: u32) -> &'static [&'static str] {
        if server_version_num < 170_000 { &["not_null_name", "not_null_comment"] } else { &[] }
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_type", object.id.name.to_vec())]
    }

    fn is_type(&self) -> bool {
        true
    }

    fn rebuild_way(&self) -> Way {
        Way::Convert
    }

    fn repeats_parts(&self) -> &'static [&'static str] {
        &["checks"]
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        let had = change.old.texts("checks");
        let checks = change.new.texts("checks").iter().any(|check| !check.ends_with(" NOT VALID") && !had.contains(check));
        let not_null = change.new.flag("not_null") && !change.old.flag("not_null");
        let uncheckable = (checks || not_null) && is_contained(&change.old.id, cx);
        if change.only(&["default", "not_null", "not_null_name", "not_null_comment", "checks"]) && !uncheckable {
            Way::InPlace
        } else {
            made_anew(&change.old.id, cx.target)
        }
    }

    fn probes(&self, old: Option<&Object>, new: Option<&Object>, cx: &Context<'_>) -> Vec<Question> {
        let Some((old, new)) = old.zip(new) else { return Vec::new() };
        let mut questions = Vec::new();
        if !old.flag("not_null") && new.flag("not_null") {
            let is_null = |column: &str, _: &str| format!("{column} IS NULL");
            questions.extend(in_columns(&new.id, Hazard::AddNotNull, "nulls", false, is_null, cx));
        }
        let refused = |column: &str| unfit(column, old.str("type"), new.str("type"), cx);
        if refused("value").is_some() {
            let refused = |column: &str, _: &str| format!("{column} IS NOT NULL AND {}", refused(column).unwrap_or_default());
            questions.extend(in_columns(&new.id, Hazard::NarrowType, "values that do not fit", false, refused, cx));
        }
        questions
    }

    fn create(&self, object: &Object, folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let mut sql = format!("CREATE DOMAIN {} AS {}", qualified(&object.id.name), object.str("type"));
        if let Some(collation) = object.text("collation") {
            sql.push_str(&format!(" COLLATE {collation}"));
        }
        if let Some(default) = object.text("default") {
            sql.push_str(&format!(" DEFAULT {default}"));
        }
        if object.flag("not_null") {
            let named = object.text("not_null_name").map(|name| format!(" CONSTRAINT {}", quote(name)));
            sql.push_str(&format!("{} NOT NULL", named.unwrap_or_default()));
        }
        for constraint in folded {
            sql.push_str(&format!("\n    CONSTRAINT {} {}", quote(constraint.id.last()), constraint.str("definition")));
        }
        std::iter::once(Statement::new(sql)).chain(object.text("not_null_comment").map(|_| comment(object))).collect()
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropType)]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let alter = |what: String| Statement::new(format!("ALTER {} {what}", self.reference(change.new)));
        let mut statements = Vec::new();
        if change.has("default") {
            statements.push(match change.new.text("default") {
                Some(default) => alter(format!("SET DEFAULT {default}")),
                None => alter("DROP DEFAULT".to_owned()),
            });
        }
        if change.has("not_null") {
            statements.push(if change.new.flag("not_null") {
                let named = change.new.text("not_null_name").map(|name| format!("ADD CONSTRAINT {} NOT NULL", quote(name)));
                let set = named.unwrap_or_else(|| "SET NOT NULL".to_owned());
                checks_tables(alter(set).hazard(Hazard::AddNotNull), &change.new.id, cx)
            } else {
                alter("DROP NOT NULL".to_owned()).hazard(Hazard::DropConstraint)
            });
        }
        if change.has("not_null_name") && !change.has("not_null") {
            let (old, new) = (not_null_name(change.old), not_null_name(change.new));
            statements.push(alter(format!("RENAME CONSTRAINT {} TO {}", quote(&old), quote(&new))));
        }
        if change.has("not_null_comment") && change.new.flag("not_null") {
            statements.push(comment(change.new));
        }
        statements
    }

    fn set_aside(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let mut rename = aside_of(&self.reference(object), aside);
        if used_by_columns(&object.id, cx.target) {
            rename = rename.hazard(Hazard::RebuildType);
            if cx.source.get(&object.id).is_some_and(|new| new.str("type") != object.str("type")) {
                rename = rename.hazard(Hazard::ConvertType);
            }
        }
        vec![rename]
    }

    fn discard(&self, object: &Object, aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP DOMAIN {}.{}", quote(object.id.first()), quote(aside)))]
    }
}
