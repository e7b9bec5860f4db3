//! From an error to what PostgreSQL reports: the one conversion, at the edge.

use std::panic::AssertUnwindSafe;

use pgrx::pg_sys::panic::{CaughtError, ErrorReport};
use pgrx::prelude::*;
use pgrx::spi::SpiError;

/// What went wrong, with everything an `ereport` says about it.
#[derive(Debug, Clone)]
pub struct Failure {
    sqlstate: PgSqlErrorCode,
    message: String,
    detail: Option<String>,
    hint: Option<String>,
    is_interrupt: bool,
}

/// The result of everything below `api`.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

impl Failure {
    /// A lower-case message without a full stop, and its SQLSTATE.
    pub fn new(sqlstate: PgSqlErrorCode, message: impl Into<String>) -> Self {
        Self { sqlstate, message: message.into(), detail: None, hint: None, is_interrupt: false }
    }

    /// Adds the DETAIL: a full sentence.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds the HINT: a sentence that tells what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The SQLSTATE.
    pub fn sqlstate(&self) -> PgSqlErrorCode {
        self.sqlstate
    }

    /// Was it this session's own cancel or timeout? A remote's has the same SQLSTATE, but comes from dblink.
    pub fn is_interrupt(&self) -> bool {
        self.is_interrupt
    }

    /// The primary message.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The DETAIL, empty where there is none.
    pub fn detail_text(&self) -> &str {
        self.detail.as_deref().unwrap_or_default()
    }

    /// The HINT, empty where there is none.
    pub fn hint_text(&self) -> &str {
        self.hint.as_deref().unwrap_or_default()
    }

    /// Message and DETAIL in one line.
    pub fn told(&self) -> String {
        match self.detail_text() {
            "" => self.message.clone(),
            detail => format!("{} ({})", self.message, detail.trim_end_matches('.')),
        }
    }

    /// Message and DETAIL as the DETAIL of a failure that this one led to.
    pub fn as_detail(&self) -> String {
        match self.detail_text() {
            "" => self.message.clone(),
            detail => format!("{}: {detail}", self.message),
        }
    }

    /// SQLSTATE, message, DETAIL and HINT as columns of a row.
    pub fn columns(&self) -> [Option<String>; 4] {
        [Some(sqlstate_text(self.sqlstate)), Some(self.message.clone()), self.detail.clone(), self.hint.clone()]
            .map(|text| text.filter(|text| !text.is_empty()))
    }

    /// The same as an object, whose texts are empty where there is none.
    pub fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "sqlstate": sqlstate_text(self.sqlstate), "message": self.message, "detail": self.detail_text(), "hint": self.hint_text(),
        })
    }

    /// Replaces the message, keeping the rest.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// Rewrites every text that the report carries.
    #[must_use]
    pub fn map_text(self, rewrite: impl Fn(&str) -> String) -> Self {
        Self {
            sqlstate: self.sqlstate,
            message: rewrite(&self.message),
            detail: self.detail.as_deref().map(&rewrite),
            hint: self.hint.as_deref().map(&rewrite),
            is_interrupt: self.is_interrupt,
        }
    }
}

/// Runs what may raise a server error, and turns that error into a [`Failure`].
///
/// There is no subtransaction: after an error nothing may be done but report it, so the caller returns the failure at
/// once (after adding what it knows). The report loses its CONTEXT, which would be the text of the reading statement.
pub fn catch<T>(action: impl FnOnce() -> Result<T>) -> Result<T> {
    PgTryBuilder::new(AssertUnwindSafe(action))
        .catch_others(|error| match error {
            CaughtError::PostgresError(report) => {
                let mut failure = Failure::new(report.sql_error_code(), report.message());
                // src/backend/tcop/postgres.c
                failure.is_interrupt = report.sql_error_code() == PgSqlErrorCode::ERRCODE_QUERY_CANCELED
                    && report.function_name() == Some("ProcessInterrupts");
                let failure = match report.detail() {
                    Some(detail) => failure.detail(detail),
                    None => failure,
                };
                Err(match report.hint() {
                    Some(hint) => failure.hint(hint),
                    None => failure,
                })
            }
            other => other.rethrow(),
        })
        .execute()
}

impl From<Failure> for ErrorReport {
    fn from(failure: Failure) -> Self {
        let mut report = ErrorReport::new(failure.sqlstate, failure.message, "pgdiff");
        if let Some(detail) = failure.detail {
            report = report.set_detail(detail);
        }
        if let Some(hint) = failure.hint {
            report = report.set_hint(hint);
        }
        report
    }
}

impl From<pgdiff_engine::Error> for Failure {
    fn from(error: pgdiff_engine::Error) -> Self {
        Self {
            sqlstate: sqlstate(error.sqlstate()),
            message: error.message().to_owned(),
            detail: error.detail().map(str::to_owned),
            hint: error.hint().map(str::to_owned),
            is_interrupt: false,
        }
    }
}

impl From<SpiError> for Failure {
    fn from(error: SpiError) -> Self {
        Self::new(PgSqlErrorCode::ERRCODE_INTERNAL_ERROR, error.to_string())
    }
}

/// The five characters of a SQLSTATE.
pub fn sqlstate_text(code: PgSqlErrorCode) -> String {
    let packed = code as i32;
    (0..5).map(|at| char::from((((packed >> (6 * at)) & 0x3f) as u8).wrapping_add(b'0'))).collect()
}

/// Five characters as the server packs them, six bits each (`MAKE_SQLSTATE` in elog.h).
fn sqlstate(code: &str) -> PgSqlErrorCode {
    let packed = code.bytes().rev().fold(0, |packed, byte| (packed << 6) | (i32::from(byte.wrapping_sub(b'0')) & 0x3f));
    PgSqlErrorCode::from(packed)
}
