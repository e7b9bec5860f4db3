//! Subtransactions: after an error in one there is a way on, and what was done in one can be taken back.

use pgrx::prelude::*;

use crate::error::{Result, catch};

/// An open subtransaction, which is rolled back when the value is dropped. The server closes what is open when an error ends the
/// transaction.
pub struct Subtransaction {
    context: pg_sys::MemoryContext,
    owner: pg_sys::ResourceOwner,
}

impl Subtransaction {
    /// Opens one.
    pub fn begin() -> Result<Self> {
        // SAFETY: as PL/pgSQL does it for a block with EXCEPTION: the memory context and the resource owner are the caller's
        // again afterwards.
        unsafe {
            let (context, owner) = (pg_sys::CurrentMemoryContext, pg_sys::CurrentResourceOwner);
            catch(|| {
                pg_sys::BeginInternalSubTransaction(std::ptr::null());
                Ok(())
            })?;
            pg_sys::MemoryContextSwitchTo(context);
            Ok(Self { context, owner })
        }
    }

    /// Ends it, and keeps what was done in it.
    pub fn release(self) {
        // SAFETY: see `begin`; it is the innermost one, because they are values of nested scopes.
        unsafe { pg_sys::ReleaseCurrentSubTransaction() }
        self.restore();
        std::mem::forget(self);
    }

    fn restore(&self) {
        // SAFETY: both outlive the subtransaction.
        unsafe {
            pg_sys::MemoryContextSwitchTo(self.context);
            pg_sys::CurrentResourceOwner = self.owner;
        }
    }
}

impl Drop for Subtransaction {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            // SAFETY: see `release`. What SPI had open was closed when the error unwound it.
            unsafe { pg_sys::RollbackAndReleaseCurrentSubTransaction() }
            self.restore();
        }
    }
}

/// Runs what may raise a server error in a subtransaction of its own: such an error is a result, and took back what was done.
pub fn attempt<T>(action: impl FnOnce() -> Result<T>) -> Result<Result<T>> {
    let subtransaction = Subtransaction::begin()?;
    let done = catch(action);
    if done.is_ok() {
        subtransaction.release();
    }
    Ok(done)
}
