//! pgdiff as its users see it: the SQL surface of the design, called over a connection.

use anyhow::{Result, anyhow};
use postgres::types::ToSql;
use postgres::{Client, Row};
use serde_json::Value;

use crate::rows::Announced;

/// What pgdiff is asked about: the connection to ask over, and the endpoints.
pub struct Question<'a> {
    pub client: &'a mut Client,
    pub source: String,
    pub target: String,
    pub options: Value,
}

/// One row of `pgdiff.plan`: what the law needs of it.
#[derive(Debug)]
pub struct Step {
    pub object_type: String,
    pub object_identity: String,
    pub statement: String,
    pub reversibility: String,
    pub hazards: Vec<String>,
}

impl Question<'_> {
    pub fn script(&mut self) -> Result<String> {
        self.one_text("script")
    }

    pub fn rollback_script(&mut self) -> Result<String> {
        self.one_text("rollback_script")
    }

    pub fn plan(&mut self) -> Result<Vec<Step>> {
        let step = |row: &Row| Step {
            object_type: row.get("object_type"),
            object_identity: row.get("object_identity"),
            statement: row.get("statement"),
            reversibility: row.get("reversibility"),
            hazards: row.get::<_, Option<Vec<String>>>("hazards").unwrap_or_default(),
        };
        Ok(self.ask("*", "plan")?.iter().map(step).collect())
    }

    /// The differences, each as one readable line.
    pub fn compare(&mut self) -> Result<Vec<String>> {
        let rows = self.ask("concat_ws(' ', action, object_type, object_identity, details)", "compare")?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    fn one_text(&mut self, function: &str) -> Result<String> {
        Ok(self.ask(function, function)?.iter().map(|row| row.get::<_, &str>(0)).collect())
    }

    fn ask(&mut self, columns: &str, function: &str) -> Result<Vec<Row>> {
        let query = format!("SELECT {columns} FROM pgdiff.{function}(source => $1, target => $2, options => $3)");
        let arguments: [&(dyn ToSql + Sync); 3] = [&self.source, &self.target, &self.options];
        self.client.query(&query, &arguments).map_err(|error| anyhow!("pgdiff.{function}: {}", explain(&error)))
    }
}

/// What a plan says it would lose, and what it changes. The hazard codes that speak of data are the reference's, `pgdiff.hazards()`.
pub fn announced(plan: &[Step]) -> Announced {
    let loses = |step: &&Step| step.reversibility != "lossless" || step.hazards.iter().any(|hazard| hazard.contains("DATA"));
    Announced {
        lost: plan.iter().filter(loses).map(|step| format!("{} {}", step.object_type, step.object_identity)).collect(),
        touched: plan.iter().map(|step| step.object_identity.clone()).collect(),
    }
}

/// A server's error in full: the crate's own text for it is `db error`.
pub fn explain(error: &postgres::Error) -> String {
    match error.as_db_error() {
        None => error.to_string(),
        Some(error) => {
            let mut text = format!("{}: {} ({})", error.severity(), error.message(), error.code().code());
            for (label, value) in [("DETAIL", error.detail()), ("HINT", error.hint()), ("CONTEXT", error.where_())] {
                if let Some(value) = value {
                    text.push_str(&format!("\n{label}: {value}"));
                }
            }
            text
        }
    }
}
