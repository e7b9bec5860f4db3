//! A disk that can be filled.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::server::{run, server_user};

/// A small file system, which can be filled.
pub struct Disk(PathBuf);

impl Disk {
    pub fn mount() -> Result<Disk> {
        let directory = tempfile::Builder::new().prefix("pgdiff-disk-").tempdir()?.keep();
        run(Command::new("mount").args(["-t", "tmpfs", "-o", "size=96m,mode=0700", "tmpfs"]).arg(&directory))?;
        if let Some(user) = server_user()? {
            std::os::unix::fs::chown(&directory, Some(user.uid.as_raw()), Some(user.gid.as_raw()))?;
        }
        Ok(Disk(directory))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }

    pub fn fill(&self) -> Result<()> {
        let mut file = fs::File::create(self.ballast())?;
        while file.write_all(&[0; 4096]).is_ok() {}
        Ok(())
    }

    pub fn empty(&self) -> Result<()> {
        Ok(fs::remove_file(self.ballast())?)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: the server may still have it open.
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
        let _ = fs::remove_dir(&self.0);
    }
}
