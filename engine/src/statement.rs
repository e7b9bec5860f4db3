//! One SQL statement of a plan and what is known about it before it runs.

use crate::catalog::Object;
use crate::hazard::{Hazard, LockMode, Risk};
use crate::lex::{Token, tokens};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the rollback of a step can bring back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Reversibility {
    /// Everything is as before.
    #[default]
    Lossless,
    /// The definition comes back, the rows or values don't.
    StructureOnly,
    /// Not even the definition can be brought back by a statement.
    Irreversible,
}

impl Reversibility {
    /// The word in rows and scripts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lossless => "lossless",
            Self::StructureOnly => "structure_only",
            Self::Irreversible => "irreversible",
        }
    }
}

/// A lock on a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// How strong.
    pub mode: LockMode,
    /// Its qualified name in SQL.
    pub relation: String,
    /// On all that inherit from it as well, partitions too.
    pub descendants: bool,
    /// Is it a table that LOCK TABLE takes?
    pub is_table: bool,
}

/// How to tell what became of a statement that runs outside of transactions, when nobody was there to see how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// A query whose one text is `applied`, `not applied` or `half applied`.
    pub state: String,
    /// What runs, outside of transactions as well, where it is half applied; then it can be asked again.
    pub mend: Option<String>,
}

/// How big something is, as far as the server has counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Rows.
    pub rows: Option<i64>,
    /// Bytes of tables with their TOAST, without their indexes.
    pub bytes: Option<i64>,
}

/// One statement, without its semicolon, with its effects as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The SQL, without a trailing semicolon.
    pub sql: String,
    /// What it risks.
    pub hazards: Vec<Hazard>,
    /// A risk that differs from the highest of its hazards.
    pub risk: Option<Risk>,
    /// Why the statement is there, where the change alone doesn't say it.
    pub reason: Option<String>,
    /// The locks that it takes on relations.
    pub locks: Vec<Lock>,
    /// Rewrites a table or its indexes.
    pub rewrites: bool,
    /// Reads a whole table.
    pub scans: bool,
    /// The relations that it rewrites or reads, as qualified SQL names, where the plan has looked.
    pub touches: Vec<String>,
    /// How big they are together.
    pub size: Size,
    /// What its rollback can bring back.
    pub reversibility: Reversibility,
    /// What its rollback does not bring back the rows or values of, as `object_type object_identity`; if there is something, and
    /// nothing is said, it is the object of its step.
    pub loses: Vec<String>,
    /// May run inside a transaction block.
    pub in_transaction: bool,
    /// Must be committed before anything after it runs (a new enum value that is used at once).
    pub commit_after: bool,
    /// Runs in a transaction of its own, so that it holds its locks no longer than it takes.
    pub alone: bool,
    /// Runs in the transaction of the statement before it, which has one of its own.
    pub follows: bool,
    /// What does the same inside of a transaction block, where this can't run in one: for a dry run.
    pub plain: Option<String>,
    /// How to tell what became of it, where it runs outside of transactions; nothing where it may simply run again.
    pub judgement: Option<Judgement>,
    /// What removes for good what it moved aside instead of dropping it.
    pub purge: Option<String>,
    /// What it is replaced by in the strategy `online`.
    pub online: Option<Box<Online>>,
}

/// What has the effect of a statement with the least locking.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Online {
    /// Before everything else.
    pub before: Vec<Statement>,
    /// In its place.
    pub instead: Vec<Statement>,
    /// Behind everything else.
    pub after: Vec<Statement>,
    /// Is the object there only behind everything else? What needs it comes behind it.
    pub makes: bool,
}

impl Online {
    /// All its statements.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Statement> {
        self.before.iter_mut().chain(&mut self.instead).chain(&mut self.after)
    }
}

impl Statement {
    /// A statement that locks no existing relation and risks nothing.
    pub fn new(sql: impl Into<String>) -> Self {
        Self {
            sql: sql.into(),
            hazards: Vec::new(),
            risk: None,
            reason: None,
            locks: Vec::new(),
            rewrites: false,
            scans: false,
            touches: Vec::new(),
            size: Size::default(),
            reversibility: Reversibility::Lossless,
            loses: Vec::new(),
            in_transaction: true,
            commit_after: false,
            alone: false,
            follows: false,
            plain: None,
            judgement: None,
            purge: None,
            online: None,
        }
    }

    /// A statement that the server runs outside of transaction blocks only, and what does the same in one.
    pub fn outside(sql: impl Into<String>, plain: impl Into<String>) -> Self {
        Self { in_transaction: false, plain: Some(plain.into()), ..Self::new(sql) }
    }

    /// Says how to tell what became of it: a query, and what runs where it is half applied.
    #[must_use]
    pub fn judged(self, state: impl Into<String>, mend: Option<String>) -> Self {
        Self { judgement: Some(Judgement { state: state.into(), mend }), ..self }
    }

    /// Says what it is replaced by in the strategy `online`, if there is something.
    #[must_use]
    pub fn or(self, online: Option<Online>) -> Self {
        Self { online: online.map(Box::new), ..self }
    }

    /// Says that it runs in the transaction of the statement before it, where that has one of its own.
    #[must_use]
    pub fn following(self) -> Self {
        Self { follows: true, ..self }
    }

    /// Says the lock it takes and on which relation (a qualified SQL name).
    #[must_use]
    pub fn locks(mut self, mode: LockMode, relation: impl Into<String>) -> Self {
        self.locks.push(Lock { mode, relation: relation.into(), descendants: false, is_table: false });
        self
    }

    /// Says the lock it takes on a relation and on all that inherit from it, partitions too.
    #[must_use]
    pub fn locks_all(mut self, mode: LockMode, relation: impl Into<String>) -> Self {
        self.locks.push(Lock { mode, relation: relation.into(), descendants: true, is_table: false });
        self
    }

    /// Is it only to be read: a comment that stands where a statement would?
    pub fn is_remark(&self) -> bool {
        tokens(&self.sql).into_iter().all(|(token, _)| matches!(token, Token::Space | Token::Comment))
    }

    /// The strongest lock on an existing relation.
    pub fn lock_mode(&self) -> Option<LockMode> {
        self.locks.iter().map(|lock| lock.mode).max()
    }

    /// The relations locked in that mode, as qualified SQL names.
    pub fn locked_relations(&self) -> Vec<&str> {
        let strongest = self.lock_mode();
        let locks = self.locks.iter().filter(|lock| Some(lock.mode) == strongest);
        let relations: BTreeSet<&str> = locks.map(|lock| lock.relation.as_str()).collect();
        relations.into_iter().collect()
    }

    /// Adds a hazard.
    #[must_use]
    pub fn hazard(mut self, hazard: Hazard) -> Self {
        if !self.hazards.contains(&hazard) {
            self.hazards.push(hazard);
        }
        self
    }

    /// Says why the statement is there.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Says that it rewrites a table.
    #[must_use]
    pub fn rewrites(mut self) -> Self {
        self.rewrites = true;
        self.hazard(Hazard::TableRewrite)
    }

    /// Says that it reads a whole table.
    #[must_use]
    pub fn scans(mut self) -> Self {
        self.scans = true;
        self.hazard(Hazard::TableScan)
    }

    /// Says what its rollback can bring back.
    #[must_use]
    pub fn reversible(mut self, reversibility: Reversibility) -> Self {
        self.reversibility = self.reversibility.max(reversibility);
        self
    }

    /// Says whose rows or values it loses; its rollback brings back their structure only. Nothing is lost where there are none.
    #[must_use]
    pub fn losing<'a>(mut self, objects: impl IntoIterator<Item = &'a Object>) -> Self {
        self.loses.extend(objects.into_iter().map(Object::typed_identity));
        if self.loses.is_empty() { self } else { self.reversible(Reversibility::StructureOnly) }
    }

    /// Overrides the risk that its hazards give.
    #[must_use]
    pub fn risk(mut self, risk: Risk) -> Self {
        self.risk = Some(risk);
        self
    }

    /// The risk: the one said, else the highest of its hazards.
    pub fn effective_risk(&self) -> Risk {
        self.risk.unwrap_or_else(|| self.hazards.iter().map(|hazard| hazard.risk()).max().unwrap_or(Risk::None))
    }
}
