//! Throwaway clusters: made in a temporary directory, gone when dropped, whatever happens to the test run.

use std::env;
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, kill};
use nix::sys::statvfs::{FsFlags, Statvfs, statvfs};
use nix::sys::wait::waitpid;
use nix::unistd::Pid;
use postgres::{Client, NoTls};
use tempfile::TempDir;

use crate::server::{as_server_user, pin_environment, program, run, server_user};

/// Durability is worth nothing here; logical WAL keeps publications from warning; a statement that hangs must not hang the tests.
const SETTINGS: &str = "\
listen_addresses = '127.0.0.1'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = logical
autovacuum = off
max_connections = 100
shared_preload_libraries = 'pg_stat_statements'
max_locks_per_transaction = 512
shared_buffers = 128MB
statement_timeout = 300s
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
password_encryption = 'scram-sha-256'
";

/// Trust on the socket; TCP wants a password, as a remote server does.
const HBA: &str = "\
local all all trust
local replication all trust
host all all 127.0.0.1/32 scram-sha-256
";

/// What every cluster has, so that cases can name owners, grantees and tablespaces.
const GLOBALS: &str = include_str!("globals.sql");

/// Providers of security labels, without which there are none; the server comes with a module for that only in its source.
const LABEL_PROVIDERS: &str = include_str!("label_providers.c");

/// A running server with a data directory of its own.
pub struct Cluster {
    directory: TempDir,
    postgres: PathBuf,
    postmaster: Child,
    port: u16,
    databases: AtomicU32,
}

impl Cluster {
    /// Makes and starts a cluster. Call it from the main thread: the server ends with the thread that started it.
    pub fn start(name: &str) -> Result<Cluster> {
        Cluster::start_of(name, &program("initdb")?, &program("postgres")?)
    }

    /// The same of another server's programs, as old or new as the server's tests want it.
    pub fn start_of(name: &str, initdb: &Path, postgres: &Path) -> Result<Cluster> {
        let directory = own_directory(name)?;
        let (data, space) = (directory.path().join("data"), directory.path().join("space"));
        run(as_server_user(initdb, None)?.arg("-D").arg(&data).args([
            "--no-sync",
            "--no-instructions",
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ]))?;
        fs::write(data.join("pg_hba.conf"), HBA)?;
        let mut settings = SETTINGS.to_owned();
        if *postgres == program("postgres")? {
            let library = label_providers(directory.path())?;
            settings.push_str(&format!("session_preload_libraries = '{}'\n", library.display()));
        }
        let cluster = Cluster::boot(directory, postgres, &settings)?;
        let globals = GLOBALS.replace(":'space'", &format!("'{}'", space.display()));
        let mut client = cluster.connect("postgres")?;
        // One by one: CREATE TABLESPACE wants no transaction, and a batch is one.
        for statement in globals.split_terminator(";\n") {
            client.batch_execute(statement).context("globals.sql")?;
        }
        Ok(cluster)
    }

    /// Starts a copy of a stopped server's data directory. It ends with the thread that started it.
    pub fn copy_of(name: &str, data: &Path) -> Result<Cluster> {
        let directory = own_directory(name)?;
        let copy = directory.path().join("data");
        run(Command::new("cp").arg("--archive").arg("--no-target-directory").arg(data).arg(&copy))?;
        Cluster::boot(directory, &program("postgres")?, SETTINGS)
    }

    /// A hot standby of this cluster, with all that is in it now. It ends with the thread that started it.
    pub fn standby(&self) -> Result<Cluster> {
        let directory = own_directory("standby")?;
        let (data, space) = (directory.path().join("data"), directory.path().join("space"));
        let moved = format!("{}={}", self.directory().join("space").display(), space.display());
        run(as_server_user(&program("pg_basebackup")?, None)?
            .args(["--write-recovery-conf", "--checkpoint=fast", "--no-sync", "-d", &self.conninfo("postgres")])
            .arg("-D")
            .arg(&data)
            .arg("-T")
            .arg(moved))?;
        // Tablespaces of PostgreSQL's own suite may be there by then.
        let settings = fs::read_to_string(data.join("postgresql.auto.conf"))? + "allow_in_place_tablespaces = on\n";
        Cluster::boot(directory, &program("postgres")?, &settings)
    }

    /// Starts the server of a data directory that is there.
    fn boot(directory: TempDir, postgres: &Path, settings: &str) -> Result<Cluster> {
        let data = directory.path().join("data");
        let port = free_port()?;
        let own = format!("port = {port}\nunix_socket_directories = '{}'\n", directory.path().display());
        fs::write(data.join("postgresql.auto.conf"), format!("{settings}{own}"))?;
        let postmaster = spawn(postgres, directory.path())?;
        let postgres = postgres.to_owned();
        let mut cluster = Cluster { directory, postgres, postmaster, port, databases: AtomicU32::new(0) };
        cluster.wait_until_ready()?;
        Ok(cluster)
    }

    /// Stops the server at once, as a machine does that fails; nothing is written to disk any more.
    pub fn crash(&mut self) -> Result<()> {
        self.remains().stop();
        self.postmaster.wait()?;
        Ok(())
    }

    /// Starts it again, on the same files and port.
    pub fn start_again(&mut self) -> Result<()> {
        self.postmaster = spawn(&self.postgres, self.directory.path())?;
        self.wait_until_ready()
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.postmaster.try_wait()? {
                bail!("the server ended ({status}):\n{}", self.log());
            }
            match self.connect("postgres") {
                Ok(_) => return Ok(()),
                Err(error) if start.elapsed() > Duration::from_secs(60) => {
                    return Err(error.context(self.log()));
                }
                Err(_) => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    /// What the server logged.
    pub fn log(&self) -> String {
        fs::read_to_string(self.directory.path().join("log")).unwrap_or_default()
    }

    /// Where the server's files are, its socket among them.
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// A libpq connection string for a database of this cluster, as its superuser.
    pub fn conninfo(&self, database: &str) -> String {
        format!("host={} port={} user=postgres dbname={database}", self.directory.path().display(), self.port)
    }

    /// A connection to a database of this cluster.
    pub fn connect(&self, database: &str) -> Result<Client> {
        Client::connect(&self.conninfo(database), NoTls).with_context(|| format!("cannot connect to {database}"))
    }

    /// A name no other database of this cluster has.
    pub fn fresh_name(&self, prefix: &str) -> String {
        format!("{prefix}_{}", self.databases.fetch_add(1, Ordering::Relaxed))
    }

    /// Creates a database as a copy of a template, and drops it with the returned value.
    pub fn create_database(&self, name: &str, template: &str) -> Result<Database<'_>> {
        let mut client = self.connect("postgres")?;
        let version: i32 = client.query_one("SELECT current_setting('server_version_num')::int", &[])?.get(0);
        // The WAL strategy copies a small database without forcing a checkpoint; it came with 15.
        let strategy = if version >= 150000 { "STRATEGY wal_log" } else { "" };
        client.batch_execute(&format!(r#"CREATE DATABASE "{name}" TEMPLATE "{template}" {strategy}"#))?;
        Ok(Database { cluster: self, name: name.to_owned(), stays: false })
    }

    /// What has to be ended and removed when the test run is ended from outside.
    pub fn remains(&self) -> Remains {
        Remains { postmaster: Pid::from_raw(self.postmaster.id().cast_signed()), directory: self.directory.path().to_owned() }
    }
}

/// Starts the server of a directory. Its log goes on where it ended.
fn spawn(postgres: &Path, directory: &Path) -> Result<Child> {
    let log = fs::File::options().create(true).append(true).open(directory.join("log"))?;
    Ok(as_server_user(postgres, Some("QUIT"))?
        // Each backend is new to its memory: large pages make it a third faster to get.
        .env("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1")
        .arg("-D")
        .arg(directory.join("data"))
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()?)
}

impl Drop for Cluster {
    /// Stops the server at once. Its files go with the value.
    fn drop(&mut self) {
        if let Ok(None) = self.postmaster.try_wait() {
            self.remains().stop();
            let _ = self.postmaster.wait();
        }
    }
}

/// A cluster as its process and its files.
pub struct Remains {
    postmaster: Pid,
    directory: PathBuf,
}

impl Remains {
    fn stop(&self) {
        let _ = kill(self.postmaster, Signal::SIGQUIT);
    }

    /// Stops the server and removes its files, once it no longer writes any.
    pub fn remove(&self) {
        self.stop();
        let _ = waitpid(self.postmaster, None);
        let _ = fs::remove_dir_all(&self.directory);
    }
}

/// A database, which is dropped with this value if it is its own.
pub struct Database<'a> {
    pub cluster: &'a Cluster,
    pub name: String,
    stays: bool,
}

impl<'a> Database<'a> {
    /// One that is there already, and stays.
    pub fn of(cluster: &'a Cluster, name: &str) -> Database<'a> {
        Database { cluster, name: name.to_owned(), stays: true }
    }

    pub fn conninfo(&self) -> String {
        self.cluster.conninfo(&self.name)
    }

    pub fn connect(&self) -> Result<Client> {
        self.cluster.connect(&self.name)
    }

    /// One of the server's client programs, pointed at this database.
    pub fn client_program(&self, name: &str) -> Result<Command> {
        let mut command = Command::new(program(name)?);
        pin_environment(&mut command).arg("-d").arg(self.conninfo());
        Ok(command)
    }
}

impl Drop for Database<'_> {
    /// A database that cannot be dropped goes with its cluster.
    fn drop(&mut self) {
        if self.stays {
            return;
        }
        if let Ok(mut client) = self.cluster.connect("postgres") {
            let _ = client.batch_execute(&format!(r#"DROP DATABASE IF EXISTS "{}" WITH (FORCE)"#, self.name));
        }
    }
}

/// Builds the providers of security labels into this directory, as a library that the server loads from there.
fn label_providers(directory: &Path) -> Result<PathBuf> {
    let (source, library) = (directory.join("label_providers.c"), directory.join("label_providers.so"));
    fs::write(&source, LABEL_PROVIDERS)?;
    let include = run(Command::new(program("pg_config")?).arg("--includedir-server"))?;
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-I", include.trim(), "-o"]).arg(&library).arg(&source);
    run(&mut compiler).context("building the providers of security labels")?;
    Ok(library)
}

/// What the clusters of a whole run take at most, with room to spare, in bytes.
const ROOM: u64 = 8 << 30;

/// Where clusters are made: in memory, where there is room and nobody says otherwise. Each trial makes databases of a thousand files,
/// for which a file system on a disk takes a seventh of the processors' time.
fn place() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let has_room = |space: Statvfs| {
        space.blocks_available() * space.fragment_size() >= ROOM && !space.flags().contains(FsFlags::ST_NOEXEC)
    };
    if env::var_os("TMPDIR").is_none() && statvfs(memory).is_ok_and(has_room) { memory.to_owned() } else { env::temp_dir() }
}

/// A new directory of the server's user, with one for data and one for a tablespace.
fn own_directory(name: &str) -> Result<TempDir> {
    let directory = tempfile::Builder::new().prefix(&format!("pgdiff-{name}-")).tempdir_in(place())?;
    fs::set_permissions(directory.path(), fs::Permissions::from_mode(0o755))?;
    let (data, space) = (directory.path().join("data"), directory.path().join("space"));
    for path in [&data, &space] {
        fs::create_dir(path)?;
    }
    // PostgreSQL refuses a data directory that others may read.
    fs::set_permissions(&data, fs::Permissions::from_mode(0o700))?;
    if let Some(user) = server_user()? {
        for path in [directory.path(), &data, &space] {
            chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw()))?;
        }
    }
    Ok(directory)
}

/// A port that is free now. The socket's directory is our own, so only TCP could collide.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
