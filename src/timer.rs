//! A time limit for a part of a running call: `statement_timeout` set inside of a running function does not bind it.

use std::ffi::c_int;
use std::time::{Duration, Instant};

use pgrx::prelude::*;

use crate::error::Failure;

// src/include/utils/timeout.h, which pgrx doesn't bind.
unsafe extern "C-unwind" {
    fn enable_timeout_after(id: c_int, delay_ms: c_int);
    fn enable_timeout_at(id: c_int, fin_time: pg_sys::TimestampTz);
    fn disable_timeout(id: c_int, keep_indicator: bool);
    fn get_timeout_active(id: c_int) -> bool;
    fn get_timeout_finish_time(id: c_int) -> pg_sys::TimestampTz;
}

/// `TimeoutId`, the same in 14 to 18.
const STATEMENT_TIMEOUT: c_int = 3;

/// The statement timeout's timer, set to another time until dropped.
pub struct Timer {
    /// When the session's own timeout is over, if it has one.
    own: Option<pg_sys::TimestampTz>,
}

impl Timer {
    /// In milliseconds. Nothing where there is no end (0), or where the session's own comes first.
    pub fn start(timeout: u64) -> Option<Self> {
        let milliseconds = c_int::try_from(timeout).unwrap_or(c_int::MAX);
        // SAFETY: reads and sets this backend's timers.
        unsafe {
            let own = get_timeout_active(STATEMENT_TIMEOUT).then(|| get_timeout_finish_time(STATEMENT_TIMEOUT));
            let end = pg_sys::GetCurrentTimestamp().saturating_add(i64::from(milliseconds) * 1000);
            if milliseconds == 0 || own.is_some_and(|own| own <= end) {
                return None;
            }
            enable_timeout_after(STATEMENT_TIMEOUT, milliseconds);
            Some(Self { own })
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        // SAFETY: as in `start`; after an error too, so that the session's own timeout is in force again.
        unsafe {
            disable_timeout(STATEMENT_TIMEOUT, false);
            if let Some(own) = self.own {
                enable_timeout_at(STATEMENT_TIMEOUT, own);
            }
        }
    }
}

/// Is it the session's own cancel or timeout, and neither a remote's nor that of a [`Timer`] which began at `start`?
pub fn is_cancel(failure: &Failure, start: Instant, timeout: u64) -> bool {
    let is_over = timeout > 0 && start.elapsed() >= Duration::from_millis(timeout);
    failure.is_interrupt() && !is_over
}
