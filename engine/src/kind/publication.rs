//! Publications: what they publish of their tables. Which tables these are say objects of their own, so that a table that is
//! made anew takes its membership along.

use super::{Change, Context, NotHosted, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::statement::Statement;

/// CREATE PUBLICATION
pub struct Publication;

/// The publication in `ALTER PUBLICATION … ADD`.
pub fn reference(name: &str) -> String {
    format!("PUBLICATION {}", quote(name))
}

fn parameters(object: &Object, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let mut parameters = Vec::new();
    if wanted("publish") {
        parameters.push(format!("publish = {}", literal(object.text("publish").unwrap_or("insert, update, delete, truncate"))));
    }
    if wanted("via_root") {
        parameters.push(format!("publish_via_partition_root = {}", object.flag("via_root")));
    }
    if wanted("generated_columns") {
        parameters.push(format!("publish_generated_columns = {}", object.text("generated_columns").unwrap_or("none")));
    }
    parameters
}

impl ObjectKind for Publication {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/publication.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "publication"
    }

    fn not_hosted(&self, object: &Object, server_version_num: u32) -> Vec<NotHosted> {
        let what = Some("generated columns are not published before PostgreSQL 18");
        let lost = object.get("generated_columns").filter(|_| server_version_num < 180_000);
        lost.map(|_| NotHosted::Property { name: "generated_columns", instead: None, what }).into_iter().collect()
    }

    fn reference(&self, object: &Object) -> String {
        reference(object.id.last())
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_publication", object.id.name.to_vec())]
    }

    /// No ALTER leads to FOR ALL TABLES or away from it.
    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        if change.has("all_tables") { Way::Rebuild } else { Way::InPlace }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        let mut sql = format!("CREATE {}", self.reference(object));
        if object.flag("all_tables") {
            sql.push_str(" FOR ALL TABLES");
        }
        let parameters = parameters(object, |property| object.get(property).is_some());
        if !parameters.is_empty() {
            sql.push_str(&format!(" WITH ({})", parameters.join(", ")));
        }
        vec![Statement::new(sql).hazard(Hazard::Replication)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropPublication)]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        let parameters = parameters(change.new, |property| change.has(property));
        if parameters.is_empty() {
            return Vec::new();
        }
        let sql = format!("ALTER {} SET ({})", self.reference(change.new), parameters.join(", "));
        vec![Statement::new(sql).hazard(Hazard::Replication)]
    }
}
