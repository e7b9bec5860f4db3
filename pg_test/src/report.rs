//! `pgdiff.report` in a browser: a real headless Chromium opens the page, and what it made of it is looked at.
//!
//! The screenshots stay where `PGDIFF_SCREENSHOTS` names a folder for them.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use pgdiff_engine::ident::{literal, quote};
use regex::Regex;

use crate::cluster::Database;
use crate::law::{Laboratory, Mode, WITH_PGDIFF, psql};
use crate::real::{self, Release};
use crate::server::{pin_environment, run};

pub const TRIALS: [(&str, fn(&Laboratory) -> Result<()>); 3] = [("zabbix", zabbix), ("hostile", hostile), ("control", control)];

/// A page with what makes it hold together: one script, and as many changes as there are rows.
struct Page {
    folder: tempfile::TempDir,
    rows: i64,
}

impl Page {
    fn new(html: &str, rows: i64) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("report.html"), html)?;
        Ok(Self { folder, rows })
    }

    /// The report of what makes `target` like `source`, with the number of rows that `compare()` has.
    fn of(target: &Database, source: &Database) -> Result<(Self, String)> {
        let row = target
            .connect()?
            .query_one("SELECT pgdiff.report($1), (SELECT count(*) FROM pgdiff.compare($1))", &[&source.conninfo()])?;
        let html: String = row.get(0);
        Ok((Self::new(&html, row.get(1))?, html))
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("report.html")
    }

    /// The document as it is after its scripts ran.
    fn dom(&self, fragment: &str) -> Result<String> {
        run(self.browser()?.arg("--dump-dom").arg(format!("file://{}{fragment}", self.path().display())))
    }

    /// Takes a picture, and keeps it if somebody wants to look at it.
    fn picture(&self, name: &str, size: &str, flags: &[&str]) -> Result<()> {
        /// An empty page of this size makes less.
        const SOMETHING: usize = 40_000;
        let file = self.folder.path().join(format!("{name}.png"));
        run(self
            .browser()?
            .args(flags)
            .args(["--hide-scrollbars", &format!("--window-size={size}")])
            .arg(format!("--screenshot={}", file.display()))
            .arg(format!("file://{}", self.path().display())))?;
        let picture = fs::read(&file).context("there is no picture")?;
        ensure!(picture.len() > SOMETHING, "the picture {name} shows next to nothing: {} bytes", picture.len());
        if let Some(folder) = std::env::var_os("PGDIFF_SCREENSHOTS") {
            fs::create_dir_all(&folder)?;
            fs::write(Path::new(&folder).join(format!("{name}.png")), picture)?;
            fs::copy(self.path(), Path::new(&folder).join(format!("{name}.html")))?;
        }
        Ok(())
    }

    /// Chromium with a profile of its own, which finds no host but this machine.
    fn browser(&self) -> Result<Command> {
        let mut command = Command::new("timeout");
        pin_environment(&mut command).args(["120", "chromium", "--headless", "--no-sandbox", "--disable-gpu"]);
        command.args(["--no-first-run", "--disable-background-networking", "--disable-component-update"]);
        command.args(["--disable-dev-shm-usage", "--virtual-time-budget=2000"]);
        command.arg("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        let profile = tempfile::tempdir_in(self.folder.path())?.keep();
        command.arg(format!("--user-data-dir={}", profile.display()));
        Ok(command)
    }
}

/// A server that a page could ask for something.
struct Listener {
    port: u16,
    asked: Arc<AtomicBool>,
}

impl Listener {
    /// It hangs up on everybody, until the tests end.
    fn new() -> Result<Self> {
        let socket = TcpListener::bind("127.0.0.1:0")?;
        let port = socket.local_addr()?.port();
        let asked = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&asked);
        thread::spawn(move || socket.incoming().for_each(|_| seen.store(true, Ordering::SeqCst)));
        Ok(Self { port, asked })
    }

    /// Did anybody ask since it was last looked?
    fn was_asked(&self) -> bool {
        self.asked.swap(false, Ordering::SeqCst)
    }
}

/// How many changes a document has, and how many of them are shown.
fn changes(dom: &str) -> Result<(usize, usize)> {
    let tag = Regex::new(r#"<details class="change"([^>]*)>"#)?;
    let all: Vec<bool> = tag.captures_iter(dom).map(|found| !found[1].contains("hidden")).collect();
    Ok((all.len(), all.iter().filter(|shown| **shown).count()))
}

fn title(dom: &str) -> &str {
    dom.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map_or("", |(title, _)| title)
}

/// Zabbix 6.0 to 7.0: what everybody wants to show in a meeting.
fn zabbix(laboratory: &Laboratory) -> Result<()> {
    /// In bytes: what one sends by mail without a thought.
    const LARGEST: usize = 3 << 20;
    let (target, source) = laboratory.databases(Mode::Local)?;
    Release::ZABBIX_6_0.make(&target)?;
    Release::ZABBIX_7_0.make(&source)?;
    let start = Instant::now();
    let (page, html) = Page::of(&target, &source)?;
    let took = start.elapsed();
    ensure!(html.len() < LARGEST, "the page has {} bytes", html.len());
    let rows = usize::try_from(page.rows)?;
    ensure!(rows > 400, "only {rows} rows");
    ensure!(changes(&page.dom("")?)? == (rows, rows), "not all of {rows} rows are in the page");

    // What is searched for is what SQL finds.
    let mut client = target.connect()?;
    for (fragment, condition) in [
        (
            "#q=items_name_upper",
            "strpos(concat(object_identity, source_ddl, target_ddl, details->'rename_proposed'), 'items_name_upper') > 0",
        ),
        ("#risk=high,medium", "risk IN ('high', 'medium')"),
        ("#action=drop&type=index", "action = 'drop' AND object_type = 'index'"),
        ("#q=nothing%20of%20this%20name", "false"),
    ] {
        let query = format!("SELECT count(*) FROM pgdiff.compare($1) WHERE {condition}");
        let found = usize::try_from(client.query_one(&query, &[&source.conninfo()])?.get::<_, i64>(0))?;
        let dom = page.dom(fragment)?;
        let shown = changes(&dom)?;
        ensure!(shown == (rows, found), "{fragment} shows {shown:?}, and not {found} of {rows}");
        ensure!(dom.contains(&format!("{found} of {rows} shown")), "{fragment}: the count is not told");
    }

    page.picture("zabbix_wide", "1400,3200", &[])?;
    page.picture("zabbix_narrow", "500,3200", &[])?;
    page.picture("zabbix_dark", "1400,3200", &["--force-dark-mode", "--blink-settings=preferredColorScheme=0"])?;
    real::record_line(format!(
        "report of zabbix-6.0 to zabbix-7.0: {} kB, {rows} rows, made with compare() in {:.2} s",
        html.len() / 1024,
        took.as_secs_f64()
    ))
}

/// What a payload does if it runs.
const RUNS: &str = "document.title='pwned'";

/// Names that a careless page would run, or read as markup; within the 63 bytes that a name has.
fn payloads(port: u16) -> Vec<String> {
    vec![
        format!("<script>{RUNS}</script>"),
        format!("</script><script>{RUNS}</script>"),
        format!("</style><script>{RUNS}</script>"),
        format!("\" onmouseover=\"{RUNS}"),
        format!("' autofocus onfocus={RUNS} x='"),
        format!("--><img src=x onerror={RUNS}>"),
        format!("<svg onload={RUNS}>"),
        format!("]]><script>{RUNS}</script>"),
        format!("<img src=http://127.0.0.1:{port}/a>"),
        format!("<link rel=stylesheet href=http://127.0.0.1:{port}/b>"),
        format!("<iframe src=javascript:parent.{RUNS}>"),
        format!("<a href=javascript:{RUNS}>here</a>"),
        "<h1 id=pwned>pwned</h1><style>*{display:none}</style>".to_owned(),
        "&lt;b&gt; &amp;#60; ${1} {{2}} <% 3 %> \\u003cb\\u003e".to_owned(),
        "a\nb\r\nc\td 'e' \"f\" `g` |h| \\i".to_owned(),
        "\u{202e}gnp.txet\u{2066} \u{200f}RTL \u{feff}\u{200b}".to_owned(),
        "W".repeat(63),
    ]
}

/// A catalog in which everything that has a name or a text has a hostile one.
fn hostile(laboratory: &Laboratory) -> Result<()> {
    let listener = Listener::new()?;
    let payloads = payloads(listener.port);
    let name = format!("</title><script>{RUNS}</script>").replace('\'', "`");
    let target = laboratory.targets.create_database(&name, WITH_PGDIFF)?;
    let source = laboratory.sources.create_database(&laboratory.sources.fresh_name("source"), "template0")?;
    for (database, is_source) in [(&target, false), (&source, true)] {
        psql(database, &payloads.iter().enumerate().map(|(n, payload)| made(n, payload, is_source)).collect::<String>())?;
    }
    let (page, html) = Page::of(&target, &source)?;
    let rows = usize::try_from(page.rows)?;
    ensure!(rows > payloads.len() * 5, "only {rows} rows");
    let dom = page.dom("")?;
    check_untouched(&dom, &listener)?;
    ensure!(title(&dom).contains("&lt;/title&gt;&lt;script&gt;"), "the title is {}", title(&dom));
    ensure!(changes(&dom)? == (rows, rows), "{:?} of {rows} rows are in the page", changes(&dom)?);
    for hidden in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{feff}', '\u{200b}', '\r'] {
        ensure!(!html.contains(hidden), "{hidden:?} is in the page");
    }
    // A fragment is the reader's, but a link may bring it.
    let dom = page.dom("#q=<script>document.title='pwned'</script>&type=\"><img src=x>")?;
    check_untouched(&dom, &listener)?;
    page.picture("hostile", "1400,3200", &[])?;

    // The other forms are what their readers read.
    let mut client = target.connect()?;
    let query = "SELECT xpath('count(//testcase)', pgdiff.to_junit($1)::xml)::text, pgdiff.to_json($1)->'counts'->>'objects'";
    let row = client.query_one(query, &[&source.conninfo()])?;
    let (cases, objects): (String, String) = (row.get(0), row.get(1));
    ensure!(
        (cases.as_str(), objects.parse()) == (format!("{{{rows}}}").as_str(), Ok(rows)),
        "{cases} cases, {objects} objects"
    );
    Ok(())
}

/// The objects of a payload: as name, comment, body, default, label and value, each other in the source.
fn made(n: usize, payload: &str, is_source: bool) -> String {
    let (own, text) = (quote(payload), literal(payload));
    let (more, twice) = if is_source { ("source", literal(&format!("{payload}{payload}"))) } else { ("target", text.clone()) };
    let schema = if n.is_multiple_of(2) { own.clone() } else { format!("s{n}") };
    let mut sql = format!(
        "CREATE SCHEMA {schema};\n\
         CREATE TABLE {schema}.{own} (id integer, {own} text DEFAULT {twice}, {more} integer);\n\
         COMMENT ON TABLE {schema}.{own} IS {twice};\n\
         CREATE FUNCTION {schema}.f() RETURNS text LANGUAGE sql AS {};\n\
         CREATE TYPE {schema}.e AS ENUM ({text}, {});\n\
         CREATE VIEW {schema}.v AS SELECT id AS {}, {own} FROM {schema}.{own};\n",
        literal(&format!("SELECT {twice} -- {}", payload.replace(['\n', '\r'], " "))),
        literal(more),
        quote(more),
    );
    // Rows that the checklist finds, and shows.
    if is_source {
        sql.push_str(&format!("CREATE UNIQUE INDEX ON {schema}.{own} ({own});\n"));
    } else {
        sql.push_str(&format!("INSERT INTO {schema}.{own} (id) VALUES (1), (2);\n"));
    }
    sql
}

/// Nothing of the catalog ran, became an element of its own, or was asked for.
fn check_untouched(dom: &str, listener: &Listener) -> Result<()> {
    ensure!(!ran(dom), "a name ran");
    for (element, count) in [("<script", 1), ("<style", 1), ("<img", 0), ("<iframe", 0), ("<link", 0), ("id=\"pwned\"", 0)] {
        let found = dom.matches(element).count();
        ensure!(found == count, "{found} {element} in the page, and not {count}");
    }
    let handler = Regex::new(r#"<[^>"]*("[^"]*"[^>"]*)*\son[a-z]+="#)?;
    if let Some(found) = handler.find(dom) {
        anyhow::bail!("{} is in the page", found.as_str());
    }
    ensure!(!listener.was_asked(), "the page asked a server for something");
    Ok(())
}

fn ran(dom: &str) -> bool {
    title(dom) == "pwned"
}

/// The page's policy holds where an escape would be missed; and without the policy this program would see it.
fn control(laboratory: &Laboratory) -> Result<()> {
    let (target, source) = laboratory.databases(Mode::Local)?;
    psql(&source, "CREATE TABLE t (id integer)")?;
    let (_, html) = Page::of(&target, &source)?;
    let listener = Listener::new()?;
    let policy = Regex::new("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")?;
    ensure!(policy.is_match(&html), "the page has no policy");
    let payloads = payloads(listener.port);
    // Those that need nobody who clicks.
    let alone = ["<script", "onerror", "onload", "http:"];
    let alone: Vec<&String> = payloads.iter().filter(|payload| alone.iter().any(|word| payload.contains(word))).collect();
    ensure!(alone.len() > 5, "only {} payloads run by themselves", alone.len());
    for payload in alone {
        let missed = html.replace("<h1>", &format!("{payload}<h1>"));
        let held = Page::new(&missed, 1)?.dom("")?;
        ensure!(!ran(&held) && !listener.was_asked(), "the policy does not hold {payload}");
        let free = Page::new(&policy.replace(&missed, ""), 1)?.dom("")?;
        ensure!(ran(&free) || listener.was_asked(), "nobody would see that {payload} runs");
    }
    Ok(())
}
