//! What every call starts with: which endpoints, with which options.

use pgdiff_engine::backup::{self, BackupRow};
use pgdiff_engine::checklist::{self, CheckRow};
use pgdiff_engine::options::Reading;
use pgdiff_engine::report::{Differences, Report, Scripted, Side};
use pgdiff_engine::script::{self, Direction, Heading};
use pgdiff_engine::weigh;
use pgdiff_engine::{Catalog, Comparison, Options, Plan};
use pgrx::JsonB;
use pgrx::prelude::*;
use serde_json::{Map, Value};

use crate::deploy::{self, Rehearsed, Sides};
use crate::endpoint::{self, Asker, Endpoint, Pinned};
use crate::error::{Failure, Result};
use crate::settings;
use crate::snapshot;

/// Both sides and the options of a call.
pub struct Call {
    /// The target.
    pub endpoint: Endpoint,
    /// The target as it is.
    pub target: Catalog,
    /// The state that is wanted.
    pub source: Catalog,
    /// What the source is called in a record.
    pub source_name: String,
    /// The options.
    pub options: Options,
    /// The options as they were given, with those of their profile.
    pub given: Value,
}

impl Call {
    /// Checks the arguments, then reads both sides. Whatever can be wrong with the arguments is said before a connection is
    /// opened.
    pub fn read(source: Option<&str>, target: Option<&str>, given: Option<JsonB>) -> Result<Self> {
        let (source, target) = endpoints(source, target)?;
        Self::of(&source, target, given_with_profile(given)?)
    }

    /// The same for endpoints and options that were checked before.
    pub fn of(source: &Endpoint, endpoint: Endpoint, given: Value) -> Result<Self> {
        Self::of_reading(source, endpoint, given, Options::reading)
    }

    fn of_reading(source: &Endpoint, endpoint: Endpoint, given: Value, asked: fn(&Options) -> Reading) -> Result<Self> {
        let options = Options::parse(&given)?;
        let source_name = source.name();
        let (target, source) = endpoint::read_both(&endpoint, source, asked(&options))?;
        Ok(Self { endpoint, target, source, source_name, options, given })
    }

    /// The same for a record, in a procedure, which has no SET clause that pins the session.
    pub fn read_recorded(source: Option<&str>, target: Option<&str>, given: Option<JsonB>) -> Result<Self> {
        let _pinned = Pinned::new()?;
        let (source, target) = endpoints(source, target)?;
        let mut call = Self::of_reading(&source, target, given_with_profile(given)?, Options::reading_to_keep)?;
        // Where another database began as a copy of this one's files, both have since given the same addresses to different objects.
        if !matches!(source, Endpoint::Snapshot(_)) {
            call.source = std::mem::take(&mut call.source).with_lineage(None);
        }
        Ok(call)
    }

    /// What to look at before a deployment.
    pub fn checklist(&self) -> Result<Vec<CheckRow>> {
        let (comparison, plan) = self.planned()?;
        self.checked(&comparison, &plan)
    }

    /// The same for a plan that is made.
    fn checked(&self, comparison: &Comparison<'_>, plan: &Plan) -> Result<Vec<CheckRow>> {
        let (mut rows, inquiries) = checklist::checks(comparison, plan);
        let mut asker = self.asker()?;
        for inquiry in &inquiries {
            check_for_interrupts!();
            rows.extend(checklist::rows(inquiry, &asker.ask(&inquiry.sent())?));
        }
        rows.sort_by(|one, other| one.area.cmp(other.area));
        Ok(rows)
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

    /// The plan with the sides exchanged, and other options.
    pub fn exchanged(&self, options: &Options) -> Result<Plan> {
        Ok(Plan::new(&Comparison::new(&self.source, &self.target, options)?, &interrupted)?)
    }

    /// What is to be done; with the option `probe` the target is asked what it risks.
    pub fn weighed(&self) -> Result<Plan> {
        let (comparison, mut plan) = self.planned()?;
        self.weigh(&comparison, &mut plan)?;
        Ok(plan)
    }

    fn weigh(&self, comparison: &Comparison<'_>, plan: &mut Plan) -> Result<()> {
        if self.options.probe {
            let mut asker = self.asker()?;
            let mut answers = Vec::new();
            for inquiry in weigh::inquiries(comparison, plan) {
                check_for_interrupts!();
                let answer = asker.ask(&inquiry.sent())?;
                answers.push((inquiry, answer));
            }
            weigh::weigh(comparison, plan, &answers);
        }
        Ok(())
    }

    /// What differs, with where it was read.
    pub fn differences(&self) -> Result<Differences> {
        let (source, target) = self.sides();
        Ok(Differences::new(&self.comparison()?, source, target, &self.given))
    }

    /// All that a page can show; `at` is the time of it. Where there is no plan, or nobody who can be asked, the page says so.
    pub fn report(&self, at: &str) -> Result<Report> {
        let comparison = self.comparison()?;
        let (mut plan, mut checklist) = (Plan::new(&comparison, &interrupted), Err("there is no plan".to_owned()));
        if let Ok(plan) = &mut plan {
            checklist = if self.endpoint.is_database() {
                self.weigh(&comparison, plan)?;
                Ok(self.checked(&comparison, plan)?)
            } else {
                Err(format!("the target is {}", self.endpoint.what()))
            };
        }
        let scripted = plan.map(|plan| Scripted {
            script: self.rendered(&plan, Direction::Deploy),
            rollback: self.rendered(&plan, Direction::Rollback),
            plan,
        });
        Ok(Report::new(&comparison, self.sides(), &self.given, scripted, checklist, at))
    }

    /// The source and the target, as a report names them.
    fn sides(&self) -> (Side, Side) {
        (Side::new(&self.source_name, &self.source.origin), Side::new(self.endpoint.name(), &self.target.origin))
    }

    /// What is to be done.
    pub fn plan(&self) -> Result<Plan> {
        Ok(self.planned()?.1)
    }

    /// The plan as text that psql runs.
    pub fn script(&self, direction: Direction) -> Result<String> {
        Ok(self.rendered(&self.plan()?, direction))
    }

    /// One way of a plan as text that psql runs.
    pub fn rendered(&self, plan: &Plan, direction: Direction) -> String {
        let steps = match direction {
            Direction::Deploy => &plan.forward,
            Direction::Rollback => &plan.backward,
        };
        let heading = Heading { direction, target: &self.target.origin, source: &self.source.origin };
        script::render(steps, &heading, &self.options)
    }
}

/// The engine asks this now and then. A cancel is raised from here, through the engine.
fn interrupted() -> bool {
    check_for_interrupts!();
    false
}

/// The source and the target of a call.
pub fn endpoints(source: Option<&str>, target: Option<&str>) -> Result<(Endpoint, Endpoint)> {
    // Both are read before either is judged: what is secret in one must not be logged with the other's error.
    let (source, target) = (source_endpoint(source), Endpoint::parse(target.unwrap_or("current")));
    Ok((source?, target?))
}

/// The source and the targets of a call that has many. Errors (22004) for a target that is null.
pub fn fleet(source: Option<&str>, targets: &[Option<String>]) -> Result<(Endpoint, Vec<Endpoint>)> {
    let source = source_endpoint(source);
    let parse = |target: &Option<String>| {
        let null = || Failure::new(PgSqlErrorCode::ERRCODE_NULL_VALUE_NOT_ALLOWED, "a target must not be null");
        Endpoint::parse(target.as_deref().ok_or_else(null)?)
    };
    // All are read before one is judged, see `endpoints`.
    let targets: Vec<Result<Endpoint>> = targets.iter().map(parse).collect();
    Ok((source?, targets.into_iter().collect::<Result<_>>()?))
}

/// The source of a call that names none: the setting, else the newest snapshot.
fn source_endpoint(given: Option<&str>) -> Result<Endpoint> {
    if let Some(text) = given {
        return Endpoint::parse(text);
    }
    if let Some(text) = settings::source() {
        return Endpoint::parse(&text);
    }
    let Some(label) = snapshot::newest()? else {
        return Err(Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, "no source to compare with")
            .detail(
                "The call names no source, the setting \"pgdiff.source\" is empty, and there is no snapshot of this database.",
            )
            .hint(format!("Name one in the call, or SET pgdiff.source TO 'ENDPOINT'. {}", endpoint::FORMS)));
    };
    Ok(Endpoint::Snapshot(label))
}

/// The options of a call, with those of its profile under them.
pub fn options(given: Option<JsonB>) -> Result<Options> {
    Ok(Options::parse(&given_with_profile(given)?)?)
}

/// The same before they are read: one object, without the profile's name.
pub fn given_with_profile(given: Option<JsonB>) -> Result<Value> {
    let given = given.map_or_else(|| Value::Object(Map::new()), |JsonB(given)| given);
    let Some(name) = given.get("profile").and_then(Value::as_str) else { return Ok(given) };
    Ok(Options::with_profile(&given, profile(name)?)?)
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
