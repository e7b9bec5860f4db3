//! The one public error of the engine, in PostgreSQL's terms.

use thiserror::Error;

/// What can go wrong outside the server: bad input. Each carries what an `ereport` needs.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct Error {
    sqlstate: &'static str,
    message: String,
    detail: Option<String>,
    hint: Option<String>,
}

impl Error {
    /// An error with a five-character SQLSTATE and a lower-case message without a full stop.
    pub fn new(sqlstate: &'static str, message: impl Into<String>) -> Self {
        Self { sqlstate, message: message.into(), detail: None, hint: None }
    }

    /// Bad argument or option value (22023).
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new("22023", message)
    }

    /// A catalog row or snapshot that can't be understood (XX001, data corrupted).
    pub fn corrupt(message: impl Into<String>) -> Self {
        Self::new("XX001", message)
    }

    /// Adds the DETAIL: a full sentence.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds the HINT: a sentence that tells what to do.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Five characters, PostgreSQL's appendix A.
    pub fn sqlstate(&self) -> &'static str {
        self.sqlstate
    }

    /// Lower-case, no full stop.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// A sentence, if there is one.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// A sentence, if there is one.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }
}
