//! SQL text as statements, cut by the server's own parser: nothing else knows where a body in BEGIN ATOMIC ends, and what a statement is.

use std::ffi::{CStr, CString, c_int, c_void};
use std::ops::Range;

use pgdiff_engine::psql;
use pgrx::prelude::*;
use pgrx::{PgList, PgMemoryContexts};

use super::session::Pinned;
use crate::error::{Failure, Result, catch};

/// One statement of a text.
#[derive(Debug)]
pub struct Statement {
    /// Where it stands in the text, without what stands around it.
    pub at: Range<usize>,
    /// What it is, in the server's words: `CREATE TABLE` (src/include/tcop/cmdtaglist.h).
    pub tag: String,
    /// Is it about something that databases share, or of another server?
    pub reaches_out: bool,
    /// `BEGIN` opens a transaction, `COMMIT AND CHAIN` leaves one open; `None` for what does neither that nor end one.
    pub transaction: Option<bool>,
    /// The parameter that it sets.
    pub sets: Option<String>,
}

/// Cuts a text. Errors (42601 and whatever else the parser says) tell the line.
pub fn statements(text: &str) -> Result<Vec<Statement>> {
    let nul = || Failure::new(PgSqlErrorCode::ERRCODE_INVALID_PARAMETER_VALUE, "the SQL text contains a null character");
    let query = CString::new(text).map_err(|_| nul())?;
    // As the text is read where it runs.
    let _pinned = Pinned::to([("standard_conforming_strings", "on")])?;
    let mut memory = PgMemoryContexts::new("pgdiff: statements of an SQL text");
    let (parsed, position) = noting_position(|| {
        // SAFETY: the text is null-terminated; what the parser makes is of the context that is left with it.
        catch(|| unsafe { memory.switch_to(|_| Ok(cut(pg_sys::pg_parse_query(query.as_ptr()), text))) })
    });
    parsed.map_err(|failure| {
        // The position counts characters, from 1.
        let at = usize::try_from(position - 1)
            .ok()
            .and_then(|count| text.char_indices().nth(count))
            .map_or(text.len(), |(at, _)| at);
        let message = format!("line {} of the SQL text: {}", psql::line(text, at), failure.message());
        failure.with_message(message)
    })
}

/// Runs the parser, and says where an error of it stands: that is nowhere else to be had once the error is caught.
fn noting_position<T>(parse: impl FnOnce() -> T) -> (T, c_int) {
    unsafe extern "C-unwind" fn note(position: *mut c_void) {
        // SAFETY: called while an error is reported, with the argument below.
        unsafe { *position.cast::<c_int>() = pg_sys::geterrposition() }
    }
    let mut position: c_int = 0;
    // SAFETY: the callback is taken off again before what it points to goes, also after an error, which `parse` catches.
    unsafe {
        let mut callback = pg_sys::ErrorContextCallback {
            previous: pg_sys::error_context_stack,
            callback: Some(note),
            arg: (&raw mut position).cast(),
        };
        pg_sys::error_context_stack = &raw mut callback;
        let parsed = parse();
        pg_sys::error_context_stack = callback.previous;
        (parsed, position)
    }
}

/// # Safety
/// `parsed` is what the parser made of the text.
unsafe fn cut(parsed: *mut pg_sys::List, text: &str) -> Vec<Statement> {
    // SAFETY: a list of RawStmt, whose places are bytes of the text; a length of 0 reaches to the end (nodes/parsenodes.h).
    unsafe {
        let raw = PgList::<pg_sys::RawStmt>::from_pg(parsed);
        let of = |raw: *mut pg_sys::RawStmt| {
            let start = usize::try_from((*raw).stmt_location).unwrap_or_default();
            let length = usize::try_from((*raw).stmt_len).unwrap_or_default();
            let end = if length == 0 { text.len() } else { start + length };
            let node = (*raw).stmt;
            Statement {
                at: trimmed(text, start..end),
                tag: CStr::from_ptr(pg_sys::GetCommandTagName(pg_sys::CreateCommandTag(node))).to_string_lossy().into_owned(),
                reaches_out: reaches_out(node),
                transaction: transaction(node),
                sets: set_by(node),
            }
        };
        raw.iter_ptr().map(of).collect()
    }
}

/// Without the white space and comments before a statement, and the space behind it.
fn trimmed(text: &str, at: Range<usize>) -> Range<usize> {
    use pgdiff_engine::lex::{Token, first};
    let Range { mut start, end } = at;
    while let Some((Token::Space | Token::Comment, part)) = first(&text[start..end]) {
        start += part.len();
    }
    start..start + text[start..end].trim_end().len()
}

/// # Safety
/// A node of a parse tree, as in the functions below.
unsafe fn reaches_out(node: *mut pg_sys::Node) -> bool {
    use pg_sys::{NodeTag, ObjectType};
    let shared = |kind| [ObjectType::OBJECT_DATABASE, ObjectType::OBJECT_ROLE, ObjectType::OBJECT_TABLESPACE].contains(&kind);
    // SAFETY: each is looked at as what its tag says it is.
    unsafe {
        match (*node).type_ {
            NodeTag::T_CommentStmt => shared((*node.cast::<pg_sys::CommentStmt>()).objtype),
            NodeTag::T_SecLabelStmt => shared((*node.cast::<pg_sys::SecLabelStmt>()).objtype),
            NodeTag::T_GrantStmt => {
                let kind = (*node.cast::<pg_sys::GrantStmt>()).objtype;
                #[cfg(any(feature = "pg15", feature = "pg16", feature = "pg17", feature = "pg18"))]
                let is_parameter = kind == ObjectType::OBJECT_PARAMETER_ACL;
                #[cfg(not(any(feature = "pg15", feature = "pg16", feature = "pg17", feature = "pg18")))]
                let is_parameter = false;
                shared(kind) || is_parameter
            }
            NodeTag::T_CopyStmt => {
                let copy = node.cast::<pg_sys::CopyStmt>();
                !(*copy).is_from || !(*copy).filename.is_null()
            }
            NodeTag::T_CreateSubscriptionStmt => {
                let options = PgList::<pg_sys::DefElem>::from_pg((*node.cast::<pg_sys::CreateSubscriptionStmt>()).options);
                let without = |option: *mut pg_sys::DefElem| {
                    CStr::from_ptr((*option).defname) == c"connect" && !pg_sys::defGetBoolean(option)
                };
                !options.iter_ptr().any(without)
            }
            _ => false,
        }
    }
}

/// # Safety
/// See [`reaches_out`].
unsafe fn transaction(node: *mut pg_sys::Node) -> Option<bool> {
    use pg_sys::TransactionStmtKind::{TRANS_STMT_BEGIN, TRANS_STMT_COMMIT, TRANS_STMT_ROLLBACK, TRANS_STMT_START};
    // SAFETY: see `reaches_out`.
    unsafe {
        if (*node).type_ != pg_sys::NodeTag::T_TransactionStmt {
            return None;
        }
        let statement = node.cast::<pg_sys::TransactionStmt>();
        match (*statement).kind {
            TRANS_STMT_BEGIN | TRANS_STMT_START => Some(true),
            TRANS_STMT_COMMIT | TRANS_STMT_ROLLBACK => Some((*statement).chain),
            _ => None,
        }
    }
}

/// # Safety
/// See [`reaches_out`].
unsafe fn set_by(node: *mut pg_sys::Node) -> Option<String> {
    // SAFETY: see `reaches_out`; RESET ALL and its like have no name.
    unsafe {
        if (*node).type_ != pg_sys::NodeTag::T_VariableSetStmt {
            return None;
        }
        let name = (*node.cast::<pg_sys::VariableSetStmt>()).name;
        (!name.is_null()).then(|| CStr::from_ptr(name).to_string_lossy().to_ascii_lowercase())
    }
}
