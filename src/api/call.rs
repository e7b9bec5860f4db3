//! What every call starts with: which endpoints, with which options.

use pgdiff_engine::backup::{self, BackupRow};
use pgdiff_engine::script::{self, Direction, Heading};
use pgdiff_engine::weigh;
use pgdiff_engine::{Catalog, Comparison, Options, Plan};
use pgrx::JsonB;
use pgrx::prelude::*;
use serde_json::{Map, Value};

use crate::deploy::{self, Rehearsed, Sides};
use crate::endpoint::{self, Asker, Endpoint};
use crate::error::{Failure, Result};
use crate::settings;

/// Both sides and the options of a call.
pub struct Call {
    endpoint: Endpoint,
    target: Catalog,
    source: Catalog,
    options: Options,
}

impl Call {
    /// Checks the arguments, then reads both sides. Whatever can be wrong with the arguments is said before a connection is
    /// opened.
    pub fn read(source: Option<&str>, target: Option<&str>, given: Option<JsonB>) -> Result<Self> {
        // Both are read before either is judged: what is secret in one must not be logged with the other's error.
        let (source, target) = (source_endpoint(source), Endpoint::parse(target.unwrap_or("current")));
        let (source, target) = (source?, target?);
        let options = options(given)?;
        let endpoint = target;
        let (target, source) = endpoint::read_both(&endpoint, &source, options.reading())?;
        Ok(Self { endpoint, target, source, options })
    }

    /// Somebody who answers questions about the target.
    pub fn asker(&self) -> Result<Asker> {
        Asker::open(&self.endpoint, self.options.probe_timeout)
    }

    /// Runs the plan, and takes it back.
    pub fn rehearse(&self) -> Result<Vec<Rehearsed>> {
        let sides = Sides { target: &self.target, source: &self.source, options: &self.options };
        deploy::rehearse(&self.endpoint, sides, &self.plan()?)
    }

    /// What covers the losses of the plan.
    pub fn backup_commands(&self) -> Result<Vec<BackupRow>> {
        let (comparison, plan) = self.planned()?;
        Ok(backup::commands(&comparison, &plan, &self.endpoint.place()?))
    }

    /// What differs.
    pub fn comparison(&self) -> Result<Comparison<'_>> {
        Ok(Comparison::new(&self.target, &self.source, &self.options)?)
    }

    /// What differs, and what is to be done about it.
    pub fn planned(&self) -> Result<(Comparison<'_>, Plan)> {
        let comparison = self.comparison()?;
        let plan = Plan::new(&comparison, &interrupted)?;
        Ok((comparison, plan))
    }

    /// What is to be done; with the option `probe` the target is asked what it risks.
    pub fn weighed(&self) -> Result<Plan> {
        let (comparison, mut plan) = self.planned()?;
        if self.options.probe {
            let mut asker = self.asker()?;
            let mut answers = Vec::new();
            for inquiry in weigh::inquiries(&comparison, &plan) {
                check_for_interrupts!();
                let answer = asker.ask(&inquiry.sent())?;
                answers.push((inquiry, answer));
            }
            weigh::weigh(&comparison, &mut plan, &answers);
        }
        Ok(plan)
    }

    /// What is to be done.
    pub fn plan(&self) -> Result<Plan> {
        Ok(self.planned()?.1)
    }

    /// The plan as text that psql runs.
    pub fn script(&self, direction: Direction) -> Result<String> {
        let plan = self.plan()?;
        let steps = match direction {
            Direction::Deploy => &plan.forward,
            Direction::Rollback => &plan.backward,
        };
        let heading = Heading { direction, target: &self.target.origin, source: &self.source.origin };
        Ok(script::render(steps, &heading, &self.options))
    }
}

/// The engine asks this now and then. A cancel is raised from here, through the engine.
fn interrupted() -> bool {
    check_for_interrupts!();
    false
}

/// The source of a call that names none: the setting, else the newest snapshot.
fn source_endpoint(given: Option<&str>) -> Result<Endpoint> {
    if let Some(text) = given {
        return Endpoint::parse(text);
    }
    let Some(text) = settings::source() else {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, "no source to compare with")
            .detail("The call names no source, and the setting \"pgdiff.source\" is empty.")
            .hint(format!("Name one in the call, or SET pgdiff.source TO 'ENDPOINT'. {}", endpoint::FORMS)));
    };
    Endpoint::parse(&text)
}

/// The options of a call, with those of its profile under them.
pub fn options(given: Option<JsonB>) -> Result<Options> {
    let given = given.map_or_else(|| Value::Object(Map::new()), |JsonB(given)| given);
    // The engine asks for one profile and knows no server: read it before, and fail here where that fails.
    let stored = match given.get("profile").and_then(Value::as_str) {
        Some(name) => Some(profile(name)?),
        None => None,
    };
    Ok(Options::parse_with_profiles(&given, |_| Ok(stored))?)
}

/// A stored set of options.
fn profile(name: &str) -> Result<Value> {
    let query = "SELECT options FROM pgdiff.profile WHERE name OPERATOR(pg_catalog.=) $1";
    let found = endpoint::select(query, &[name.into()], |row| Ok(row.get::<JsonB>(1)?))?;
    if let Some(JsonB(options)) = found.into_iter().next().flatten() {
        return Ok(options);
    }
    let query = "SELECT name FROM pgdiff.profile ORDER BY name";
    let names = endpoint::select(query, &[], |row| Ok(row.get::<String>(1)?.unwrap_or_default()))?;
    let hint = if names.is_empty() {
        "There is none yet: INSERT INTO pgdiff.profile (name, options) VALUES (…).".to_owned()
    } else {
        format!("There are: {}.", names.join(", "))
    };
    Err(Failure::new(PgSqlErrorCode::ERRCODE_UNDEFINED_OBJECT, format!("profile \"{name}\" does not exist")).hint(hint))
}
