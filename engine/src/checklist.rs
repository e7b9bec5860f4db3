//! What to look at before a deployment: rows made of the plan, of the target's answers to [probes](crate::probe), and of what its
//! server says of backups, replication and sessions (`sql/checklist`). Whoever can reach the target asks, and hands the answers back.

use crate::catalog::Object;
use crate::compare::{Comparison, Difference};
use crate::hazard::{Hazard, LockMode, Risk};
use crate::ident::literal;
use crate::kind::Kind;
use crate::plan::{Action, Plan, Step};
use crate::probe::{MOST, Meaning, Probe, Question, probes};
use crate::statement::Reversibility;
use serde::Serialize;
use std::collections::BTreeSet;

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing to do.
    Pass,
    /// Somebody has to look.
    Manual,
    /// It may go wrong, or costs something.
    Warn,
    /// The deployment fails, or must not begin.
    Fail,
}

impl Status {
    /// The word in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Manual => "manual",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Pass, Self::Manual, Self::Warn, Self::Fail].into_iter().find(|status| status.as_str() == word)
    }
}

/// One row of `checklist()`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckRow {
    /// What it is about: changes, rollback, roles, data, backup …
    pub area: &'static str,
    /// The object's type and identity, where it is about one.
    pub object: Option<(&'static str, String)>,
    /// How it ended.
    pub status: Status,
    /// What was found.
    pub finding: String,
    /// What to run to see more, or to do about it.
    pub command: Option<String>,
    /// Codes of the hazards that it is about.
    pub hazards: Vec<&'static str>,
    /// How many rows were found, where rows were looked for.
    pub count: Option<i64>,
    /// Some of them, as JSON.
    pub sample: Option<String>,
}

impl CheckRow {
    fn new(area: &'static str, status: Status, finding: impl Into<String>) -> Self {
        Self {
            area,
            object: None,
            status,
            finding: finding.into(),
            command: None,
            hazards: Vec::new(),
            count: None,
            sample: None,
        }
    }
}

/// A query for the target. What is asked for [`weigh`](crate::weigh) is answered as the checklist's questions are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inquiry {
    /// The SQL; it only reads.
    pub query: String,
    pub(crate) about: About,
}

impl Inquiry {
    /// The query as it is sent: three columns of text.
    pub fn sent(&self) -> String {
        let columns = match &self.about {
            About::Data(_) => "a.c1::text, a.c2::text, NULL::text FROM",
            About::Server(..) | About::Sizes => "a.c1::text, a.c2::text, a.c3::text FROM",
        };
        let names = if matches!(self.about, About::Data(_)) { "c1, c2" } else { "c1, c2, c3" };
        format!("SELECT {columns} (\n{}\n) AS a({names})", self.query)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum About {
    /// Returns `(count bigint, sample text)`.
    Data(Probe),
    /// Returns `(status text, finding text, command text)`.
    Server(&'static str, &'static str),
    /// Returns `(relation text, bytes bigint, NULL)`.
    Sizes,
}

/// What the target said: its rows as text, or the error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The rows.
    Rows(Vec<[Option<String>; 3]>),
    /// It could not be answered: SQLSTATE and message.
    Refused(String, String),
}

impl Answer {
    /// The rows, if there are any.
    pub fn rows(self) -> Option<Vec<[Option<String>; 3]>> {
        match self {
            Self::Rows(rows) => Some(rows),
            Self::Refused(..) => None,
        }
    }
}

/// The checks of a plan: the rows that need no server, and what to ask the target.
pub fn checks(comparison: &Comparison<'_>, plan: &Plan) -> (Vec<CheckRow>, Vec<Inquiry>) {
    let mut rows = vec![reviewed(&plan.forward), taken_back(&plan.forward)];
    rows.extend(plan.forward.iter().filter(|step| step.statement.hazards.contains(&Hazard::MissingRole)).map(missing_role));
    let mut inquiries = Vec::new();
    for probe in probes(comparison) {
        match &probe.question.query {
            Ok(query) => inquiries.push(Inquiry { query: query.clone(), about: About::Data(probe) }),
            Err(why) => rows.push(unasked(&probe, &format!("because {why}"), None)),
        }
    }
    for (area, command, query) in SERVER {
        if let Some(query) = expanded(query, comparison, &plan.forward) {
            inquiries.push(Inquiry { query, about: About::Server(area, command) });
        }
    }
    (rows, inquiries)
}

/// The rows that an answer makes; an inquiry about the server may make none.
pub fn rows(inquiry: &Inquiry, answer: &Answer) -> Vec<CheckRow> {
    match (&inquiry.about, answer) {
        (About::Data(probe), answer) => vec![judged(probe, &inquiry.query, answer)],
        (About::Sizes, _) => Vec::new(),
        (About::Server(area, _), Answer::Rows(found)) => found.iter().filter_map(|row| said(area, row)).collect(),
        (About::Server(area, name), Answer::Refused(_, message)) => {
            let finding = format!("{name}: could not be asked: {message}");
            vec![CheckRow { command: Some(inquiry.query.clone()), ..CheckRow::new(area, Status::Manual, finding) }]
        }
    }
}

/// The checks of the server: area, name, query. `{relations}`, `{rewritten}`, `{extensions}` and `{tablespaces}` stand for arrays.
const SERVER: &[(&str, &str, &str)] = &[
    ("extensions", "extensions", include_str!("../../sql/checklist/extensions.sql")),
    ("tablespaces", "tablespaces", include_str!("../../sql/checklist/tablespaces.sql")),
    ("backup", "archiving", include_str!("../../sql/checklist/archiving.sql")),
    ("replication", "replication slots", include_str!("../../sql/checklist/replication_slots.sql")),
    ("replication", "standbys", include_str!("../../sql/checklist/standbys.sql")),
    ("replication", "subscribers", include_str!("../../sql/checklist/subscribers.sql")),
    ("space", "space", include_str!("../../sql/checklist/space.sql")),
    ("activity", "long transactions", include_str!("../../sql/checklist/long_transactions.sql")),
    ("activity", "prepared transactions", include_str!("../../sql/checklist/prepared_transactions.sql")),
    ("activity", "locks", include_str!("../../sql/checklist/locks.sql")),
    ("activity", "lock table", include_str!("../../sql/checklist/lock_table.sql")),
    ("activity", "vacuums", include_str!("../../sql/checklist/vacuums.sql")),
    ("settings", "lock_timeout", include_str!("../../sql/checklist/settings.sql")),
    ("notify", "clients", include_str!("../../sql/checklist/clients.sql")),
];

/// Fills in what a query is about; nothing where there is nothing to ask about.
fn expanded(query: &str, comparison: &Comparison<'_>, steps: &[Step]) -> Option<String> {
    if query.contains("{held}") {
        return about_held(query, steps);
    }
    if query.contains("{locked}") {
        return about_lock_table(query, steps);
    }
    let lists: [(&str, fn(&Comparison<'_>, &[Step]) -> BTreeSet<String>); 4] = [
        ("{relations}", |_, steps| relations(steps.iter())),
        ("{rewritten}", |_, steps| relations(steps.iter().filter(|step| step.statement.rewrites))),
        ("{extensions}", |comparison, _| extensions(comparison)),
        ("{tablespaces}", |comparison, _| tablespaces(comparison)),
    ];
    let Some((name, list)) = lists.into_iter().find(|(name, _)| query.contains(name)) else { return Some(query.to_owned()) };
    filled(query, name, &list(comparison, steps))
}

/// A query in which `{held}` stands for the `FROM …` about the locks, `l`, that other sessions hold on the relations that steps make
/// others wait for; nothing where there are none.
pub fn about_held(query: &str, steps: &[Step]) -> Option<String> {
    let query = query.replace("{held}", include_str!("../../sql/checklist/held_by_others.sql").trim_end());
    filled(&query, "{relations}", &relations(steps.iter()))
}

/// About the transaction that holds most locks.
fn about_lock_table(query: &str, steps: &[Step]) -> Option<String> {
    let (created, locked) = steps
        .chunk_by(|one, next| one.stage == next.stage)
        .map(|stage| (stage.iter().map(places).sum::<usize>(), relations(stage.iter())))
        .max_by_key(|(created, locked)| created + locked.len())?;
    let query = query.replace("{created}", &created.to_string());
    Some(query.replace("{locked}", &array(&locked)))
}

/// How many relations a step makes, with those that come with them: a table's TOAST table, and its index.
fn places(step: &Step) -> usize {
    let made = std::iter::once(&step.id).chain(&step.folded).map(|id| match id.kind {
        Kind::Table | Kind::MaterializedView => 3,
        Kind::Index | Kind::Sequence | Kind::View | Kind::CompositeType | Kind::Constraint => 1,
        _ => 0,
    });
    if step.action == Action::Create { made.sum() } else { 0 }
}

/// Puts an array of names in; there is nothing to ask about none.
pub(crate) fn filled(query: &str, place: &str, names: &BTreeSet<String>) -> Option<String> {
    (!names.is_empty()).then(|| query.replace(place, &array(names)))
}

fn array(names: &BTreeSet<String>) -> String {
    let list: Vec<String> = names.iter().map(|text| literal(text)).collect();
    format!("ARRAY[{}]::text[]", list.join(", "))
}

/// What statements lock so that others have to wait.
fn relations<'a>(steps: impl Iterator<Item = &'a Step>) -> BTreeSet<String> {
    let locks = steps.flat_map(|step| &step.statement.locks).filter(|lock| lock.mode > LockMode::RowExclusive);
    locks.map(|lock| lock.relation.clone()).collect()
}

/// Name and version, a line each.
fn extensions(comparison: &Comparison<'_>) -> BTreeSet<String> {
    let wanted = |object: &Object| match comparison.differences().get(&object.id) {
        Some(Difference::Create) => true,
        Some(Difference::Alter(properties)) => properties.contains("version"),
        _ => false,
    };
    let extensions = comparison.source().objects().filter(|object| object.id.kind == Kind::Extension && wanted(object));
    extensions.map(|object| format!("{}\n{}", object.id.last(), object.str("version"))).collect()
}

fn tablespaces(comparison: &Comparison<'_>) -> BTreeSet<String> {
    let new = comparison.differences().keys().filter_map(|id| comparison.source().get(id));
    new.filter_map(|object| object.text("tablespace")).map(str::to_owned).collect()
}

fn reviewed(steps: &[Step]) -> CheckRow {
    let risky: Vec<&Step> = steps.iter().filter(|step| step.statement.effective_risk() == Risk::High).collect();
    if risky.is_empty() {
        return CheckRow::new("changes", Status::Pass, format!("none of the {} statements is of high risk", steps.len()));
    }
    let hazards: BTreeSet<Hazard> = risky.iter().flat_map(|step| step.statement.hazards.iter().copied()).collect();
    let finding = format!("{} of {} statements are of high risk: have them reviewed", risky.len(), steps.len());
    let command = Some("SELECT * FROM pgdiff.plan(…) WHERE risk = 'high'".to_owned());
    CheckRow { command, hazards: codes(hazards), ..CheckRow::new("changes", Status::Manual, finding) }
}

fn taken_back(steps: &[Step]) -> CheckRow {
    let is_lossy = |step: &&Step| step.statement.reversibility != Reversibility::Lossless;
    let lossy = steps.iter().filter(is_lossy).count();
    if lossy == 0 {
        return CheckRow::new("rollback", Status::Pass, "the rollback script brings everything back");
    }
    let finding = format!("{lossy} of {} statements can't be taken back without loss", steps.len());
    let command = Some("SELECT * FROM pgdiff.plan(…) WHERE reversibility <> 'lossless'".to_owned());
    CheckRow { command, ..CheckRow::new("rollback", Status::Warn, finding) }
}

fn missing_role(step: &Step) -> CheckRow {
    let finding = step.statement.reason.clone().unwrap_or_else(|| Hazard::MissingRole.meaning().to_owned());
    CheckRow {
        object: Some((step.object_type, step.identity.clone())),
        hazards: vec![Hazard::MissingRole.code()],
        ..CheckRow::new("roles", Status::Fail, finding)
    }
}

fn codes(hazards: impl IntoIterator<Item = Hazard>) -> Vec<&'static str> {
    hazards.into_iter().map(Hazard::code).collect()
}

fn said(area: &'static str, [status, finding, command]: &[Option<String>; 3]) -> Option<CheckRow> {
    let (status, finding) = (Status::parse(status.as_deref()?)?, finding.clone()?);
    Some(CheckRow { command: command.clone(), ..CheckRow::new(area, status, finding) })
}

/// A row about data.
fn data(probe: &Probe, status: Status, finding: String) -> CheckRow {
    CheckRow {
        object: Some((probe.object_type, probe.identity.clone())),
        hazards: vec![probe.question.hazard.code()],
        ..CheckRow::new("data", status, finding)
    }
}

pub(crate) fn unasked(probe: &Probe, why: &str, query: Option<&str>) -> CheckRow {
    let finding = format!("whether there are {} could not be asked, {why}", probe.question.finds);
    CheckRow { command: query.map(str::to_owned), ..data(probe, Status::Manual, finding) }
}

/// What an answer says about a change.
pub(crate) fn judged(probe: &Probe, query: &str, answer: &Answer) -> CheckRow {
    let Question { finds, meaning, .. } = &probe.question;
    let (count, sample) = match answer {
        Answer::Rows(rows) => match rows.first() {
            Some([count, sample, _]) => (count.as_deref().and_then(|count| count.parse::<i64>().ok()), sample.clone()),
            None => (Some(0), None),
        },
        Answer::Refused(sqlstate, message) => {
            return match (sqlstate.get(..2), meaning) {
                // Data exceptions, violated constraints, and what functions raise.
                (Some("22" | "23" | "P0"), Meaning::Fails) => {
                    failing(probe, query, format!("the statement will fail: {message}"))
                }
                (Some("57"), _) => {
                    let finding =
                        format!("whether there are {finds} was not found out in the time of the option probe_timeout");
                    CheckRow { command: Some(query.to_owned()), ..data(probe, Status::Warn, finding) }
                }
                _ => unasked(probe, &format!("because of an error: {message}"), Some(query)),
            };
        }
    };
    let Some(count) = count else { return unasked(probe, "because the server doesn't count them", Some(query)) };
    let least = if count >= MOST { "at least " } else { "" };
    let row = match (count, meaning) {
        (0, _) => data(probe, Status::Pass, format!("there are no {finds}")),
        (_, Meaning::Fails) => failing(probe, query, format!("the statement will fail, because of {finds}: {least}{count}")),
        (_, Meaning::Loses) => data(probe, Status::Warn, format!("{finds} that are lost: {least}{count}")),
        (_, Meaning::Used) => data(probe, Status::Warn, format!("{finds}: {count}")),
    };
    CheckRow { command: Some(query.to_owned()), count: Some(count), sample: sample.filter(|_| count > 0), ..row }
}

fn failing(probe: &Probe, query: &str, finding: String) -> CheckRow {
    let mut row = data(probe, Status::Fail, finding);
    row.hazards.insert(0, Hazard::WillFail.code());
    CheckRow { command: Some(query.to_owned()), ..row }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::ObjectId;

    fn probe(question: Question) -> Probe {
        Probe { id: ObjectId::new(Kind::Table, ["s", "t"]), object_type: "table", identity: "s.t".to_owned(), question }
    }

    fn status(meaning: fn(Hazard, &'static str, &str) -> Question, answer: Answer) -> Status {
        judged(&probe(meaning(Hazard::AddCheck, "rows", "SELECT")), "SELECT", &answer).status
    }

    fn found(count: &str) -> Answer {
        Answer::Rows(vec![[Some(count.to_owned()), None, None]])
    }

    #[test]
    fn rows_that_violate_make_it_fail_and_rows_that_go_are_told() {
        let refused = |sqlstate: &str| Answer::Refused(sqlstate.to_owned(), "no".to_owned());
        assert_eq!(status(Question::fails, found("0")), Status::Pass);
        assert_eq!(status(Question::fails, found("2")), Status::Fail);
        assert_eq!(status(Question::loses, found("2")), Status::Warn);
        assert_eq!(status(Question::fails, refused("22P02")), Status::Fail);
        assert_eq!(status(Question::fails, refused("57014")), Status::Warn);
        assert_eq!(status(Question::fails, refused("42703")), Status::Manual);
        assert_eq!(status(Question::loses, refused("22P02")), Status::Manual);
        assert_eq!(status(Question::fails, Answer::Rows(Vec::new())), Status::Pass);
    }

    #[test]
    fn what_failing_means_is_a_hazard_of_its_own() {
        let row =
            judged(&probe(Question::fails(Hazard::AddCheck, "rows that violate it", "SELECT")), "SELECT", &found("10000"));
        assert_eq!(row.hazards, ["WILL_FAIL", "ADD_CHECK"]);
        assert_eq!(row.finding, "the statement will fail, because of rows that violate it: at least 10000");
    }
}
