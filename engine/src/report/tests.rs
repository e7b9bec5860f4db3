use super::*;
use crate::catalog::{Catalog, Object};
use crate::options::Options;
use crate::script::{Direction, Heading, render};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::json;
use sha2::{Digest, Sha256};

/// Names that mean something in each of the forms.
const HOSTILE: &[&str] = &[
    "<script>document.title='x'</script>",
    "</script><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "--><img src=x onerror=alert(1)>",
    "a|b`c``d\\|e\ny",
    "]]>\u{1}\u{b}\u{fffe}",
    "\u{202e}drowssap\u{2066}",
    "_*[x](javascript:alert(1))*_ &amp; &#60;",
    "```\n## heading",
];

/// Its definition is the name of its column as well: another one makes it anew.
fn view(name: &str, definition: &str, depends: &[ObjectId]) -> Object {
    let columns = json!([{"name": definition, "type": "integer", "collation": null}]);
    Object {
        id: ObjectId::new(Kind::View, ["s", name]),
        parent: None,
        properties: [("definition".to_owned(), json!(definition)), ("columns".to_owned(), columns)].into(),
        depends: depends.iter().cloned().chain([ObjectId::new(Kind::Schema, ["s"])]).collect(),
    }
}

fn catalog(objects: impl IntoIterator<Item = Object>) -> Catalog {
    let origin = Origin { server_version_num: 150_020, database: HOSTILE.concat(), ..Origin::default() };
    let schema = Object { id: ObjectId::new(Kind::Schema, ["s"]), parent: None, properties: [].into(), depends: [].into() };
    Catalog::new(origin, objects.into_iter().chain([schema]))
}

/// Views of hostile names and definitions: some come, some go, one changes and takes another with it.
fn catalogs() -> (Catalog, Catalog) {
    let base = ObjectId::new(Kind::View, ["s", HOSTILE[0]]);
    let both = |column: &str| {
        [view(HOSTILE[0], &format!("SELECT 1 AS {column}"), &[]), view(HOSTILE[1], "SELECT 2", std::slice::from_ref(&base))]
    };
    let views = |names: &[&str]| names.iter().map(|name| view(name, name, &[])).collect::<Vec<_>>();
    let target = catalog(both("one").into_iter().chain(views(&HOSTILE[2..4])));
    let source = catalog(both("other").into_iter().chain(views(&HOSTILE[4..])));
    (target, source)
}

fn side(catalog: &Catalog) -> Side {
    Side::new("server:x", &catalog.origin)
}

fn differences(target: &Catalog, source: &Catalog) -> Differences {
    let options = Options::default();
    let comparison = Comparison::new(target, source, &options).unwrap();
    Differences::new(&comparison, side(source), side(target), &json!({"exclude": [HOSTILE[0]]}))
}

fn hostile_page() -> (String, Differences) {
    let (target, source) = catalogs();
    let options = Options::default();
    let comparison = Comparison::new(&target, &source, &options).unwrap();
    let plan = Plan::new(&comparison, &|| false).unwrap();
    let text =
        |steps, direction| render(steps, &Heading { direction, target: &target.origin, source: &source.origin }, &options);
    let (script, rollback) = (text(&plan.forward, Direction::Deploy), text(&plan.backward, Direction::Rollback));
    let scripted = Ok(Scripted { plan, script, rollback });
    let given = json!({"exclude": [HOSTILE[0]]});
    let report =
        Report::new(&comparison, (side(&source), side(&target)), &given, scripted, Err(HOSTILE[3].to_owned()), "today");
    (page(&report), report.differences)
}

#[test]
fn the_page_holds_names_as_text_only() {
    let (page, differences) = hostile_page();
    assert_eq!(page.matches("class=\"change\"").count(), differences.counts.objects);
    // One of each is the page's own; a name would bring another.
    for (what, count) in
        [("<script", 1), ("</script", 1), ("<style", 1), ("</style", 1), ("<!--", 0), ("<img", 0), ("\" onmouseover", 0)]
    {
        assert_eq!(page.matches(what).count(), count, "{what}");
    }
    for hidden in ['\u{1}', '\u{b}', '\u{fffe}', '\u{202e}', '\u{2066}'] {
        assert!(!page.contains(hidden), "{hidden:?} is in the page");
    }
    assert!(page.contains("⟨U+202E⟩drowssap⟨U+2066⟩"));
    assert!(page.contains("&lt;script&gt;document.title='x'&lt;/script&gt;"));
}

#[test]
fn the_page_is_the_same_each_time() {
    assert_eq!(hostile_page().0, hostile_page().0);
}

#[test]
fn the_policy_names_what_is_in_the_page() {
    let (page, _) = hostile_page();
    let between = |start: &str, end: &str| page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).unwrap().0;
    let policy = between("Content-Security-Policy\" content=\"", "\"");
    for (directive, text) in [("style-src", between("<style>", "</style>")), ("script-src", between("<script>", "</script>"))] {
        let hash = format!("{directive} 'sha256-{}';", STANDARD.encode(Sha256::digest(text)));
        assert!(policy.contains(&hash), "{policy} does not say {hash}");
    }
    assert!(policy.starts_with("default-src 'none';"));
    assert!(!policy.contains("unsafe"));
    // What the policy would refuse is not there: the page would look broken.
    assert!(!page.contains(" style=\"") && !page.contains(" onclick"));
}

/// Where links into the page lead that are not there.
fn lost_links(page: &str) -> Vec<&str> {
    let ids: BTreeSet<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let links = page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| !ids.contains(link) && !link.contains('=')).collect()
}

#[test]
fn links_lead_somewhere() {
    let (page, _) = hostile_page();
    assert!(page.matches("href=\"#").count() > 8);
    assert_eq!(lost_links(&page), [""; 0]);
}

#[test]
fn a_page_without_changes_or_plan() {
    let (target, source) = catalogs();
    let options = Options::default();
    for (from, plan, says) in [
        (&source, Ok(()), "Nothing differs."),
        (&target, Err(Error::new("0A000", "no <order>").with_hint("Leave it out.")), "There is no plan: no &lt;order&gt;."),
    ] {
        let comparison = Comparison::new(from, &source, &options).unwrap();
        let scripted = plan.map(|()| Scripted { plan: Plan::default(), script: String::new(), rollback: String::new() });
        let sides = (side(&source), side(from));
        let page = page(&Report::new(&comparison, sides, &json!({}), scripted, Err("why".to_owned()), "today"));
        assert!(page.contains(says), "{says}");
        assert!(page.contains("Nobody was asked: why."));
        assert_eq!(lost_links(&page), [""; 0]);
    }
}

#[test]
fn what_is_rebuilt_stands_beside_its_cause() {
    let (target, source) = catalogs();
    let options = Options::default();
    let comparison = Comparison::new(&target, &source, &options).unwrap();
    let plan = Plan::new(&comparison, &|| false).unwrap();
    let picture = Rebuilds::new(&comparison, &plan.forward);
    let places: Vec<_> = picture.nodes.iter().map(|node| (node.role, node.at, node.cause)).collect();
    assert_eq!(places, [(rebuilds::Role::Changed, (0, 0), None), (rebuilds::Role::Rebuilt, (1, 0), Some(0))]);
    assert_eq!((picture.forced, picture.cut), (1, 0));
}

#[test]
fn nothing_differs() {
    let same = catalog([]);
    let differences = differences(&same, &same);
    assert!(differences.identical);
    assert_eq!(differences.highest_risk, Risk::None);
    let cases = cases(&junit(&differences).unwrap());
    assert_eq!(cases, [("no object differs".to_owned(), String::new())]);
    assert!(markdown(&differences).starts_with("## pgdiff: nothing differs\n"));
}

#[test]
fn the_page_says_what_it_cuts() {
    let many = || (0..4000).map(|n| view(&format!("v{n:05}"), "SELECT 1", &[]));
    let (target, source) = (catalog([view("gone", "SELECT 1", &[])]), catalog(many()));
    let options = Options::default();
    let comparison = Comparison::new(&target, &source, &options).unwrap();
    let plan = Plan::new(&comparison, &|| false).unwrap();
    let script = "-- a line\n".repeat(200_000);
    let scripted = Ok(Scripted { plan, script, rollback: "-- short\n".to_owned() });
    let sides = (side(&source), side(&target));
    let page = page(&Report::new(&comparison, sides, &json!({}), scripted, Ok(Vec::new()), "today"));
    // All rows and steps are there, the worst with everything.
    assert_eq!(page.matches("class=\"change\"").count(), 4001);
    assert_eq!(page.matches("class=\"step\"").count() + page.matches("class=\"step bare\"").count(), 4001);
    assert_eq!(page.matches("class=\"step\"").count(), 3000);
    assert!(page.contains("of 1001 objects the definitions are not shown"));
    assert!(page.contains("of 1001 statements only the first line is shown"));
    assert!(page.contains("Cut after 1023 kB"));
    assert!(page.contains("DROP VIEW s.gone;</pre>"));
}

/// The names of a JUnit report's cases with the text of their failures, read as a CI system reads them.
fn cases(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let mut cases: Vec<(String, String)> = Vec::new();
    let (mut declared, mut text, mut in_failure) = (0, String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let value = |name: &str| {
                    let attribute = tag.try_get_attribute(name).unwrap()?;
                    Some(quick_xml::escape::unescape(&attribute.value).unwrap().into_owned())
                };
                match tag.name().as_ref() {
                    "testsuite" => declared = value("tests").unwrap().parse().unwrap(),
                    "testcase" => cases.push((value("name").unwrap(), String::new())),
                    "failure" => (in_failure, text) = (true, String::new()),
                    _ => {}
                }
            }
            Event::Text(part) if in_failure => text.push_str(&part),
            Event::GeneralRef(name) if in_failure => {
                text.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap());
            }
            Event::End(tag) if tag.name().as_ref() == "failure" => {
                in_failure = false;
                cases.last_mut().unwrap().1 = text.clone();
            }
            _ => {}
        }
    }
    assert_eq!(declared, cases.len());
    cases
}

#[test]
fn junit_is_well_formed_whatever_the_names() {
    let (target, source) = catalogs();
    let differences = differences(&target, &source);
    let xml = junit(&differences).unwrap();
    // XML 1.0, 2.2: what a document may hold at all.
    let allowed = |c: char| matches!(c, '\n' | '\t' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(xml.chars().all(allowed));
    let cases = cases(&xml);
    assert_eq!(cases.len(), differences.changes.len());
    for (change, (name, failure)) in differences.changes.iter().zip(&cases) {
        assert_eq!(*name, text::line(&change.object_identity));
        assert!(failure.contains(&*text::lines(change.diff.as_deref().unwrap())), "{failure}");
    }
}

/// Splits a row of a table as GitHub does: at bars that no backslash stands before.
fn cells(row: &str) -> usize {
    row.replace("\\|", "").matches('|').count() - 1
}

#[test]
fn markdown_keeps_its_table_whatever_the_names() {
    let (target, source) = catalogs();
    let differences = differences(&target, &source);
    let text = markdown(&differences);
    let (table, rest) = text.split_once("| hazards |\n").unwrap().1.split_once("\n\n").unwrap();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows.len(), differences.changes.len());
    for row in rows {
        assert_eq!(cells(row), 6, "{row}");
        // Outside of code nothing is left that is read as markup.
        let outside: String = row.split('`').step_by(2).collect::<String>().replace("<code>", "").replace("</code>", "");
        assert!(!outside.contains(['<', '*', '[', '_', '`']), "{row}");
    }
    // Each definition ends with the fence that it began with, and none comes before.
    for definition in rest.split("<details>").skip(1) {
        let fence =
            definition.lines().find_map(|line| line.strip_suffix("diff").filter(|fence| fence.starts_with("```"))).unwrap();
        assert_eq!(
            definition.lines().filter(|line| line.starts_with(fence) && line.trim_end() == fence).count(),
            1,
            "{definition}"
        );
    }
    assert_eq!(rest.matches("<details>").count(), rest.matches("</details>").count());
}

#[test]
fn markdown_says_what_it_cuts() {
    let many = (0..2000).map(|n| view(&format!("v{n:05}"), "SELECT 1", &[]));
    let text = markdown(&differences(&catalog([]), &catalog(many)));
    assert!(text.len() <= 65_536, "{}", text.len());
    let rows = text.lines().filter(|line| line.starts_with("| none | create | view |")).count();
    assert!(text.contains(&format!("{} more rows left out here", 2000 - rows)), "{rows} rows");
    let definitions = text.matches("<details>").count();
    assert!(text.contains(&format!("{} definitions left out here", 2000 - definitions)), "{definitions} definitions");
}

#[test]
fn json_has_the_rows() {
    let (target, source) = catalogs();
    let differences = differences(&target, &source);
    let value = json(&differences).unwrap();
    assert_eq!(value["changes"].as_array().unwrap().len(), differences.changes.len());
    assert_eq!(value["counts"]["objects"], json!(differences.changes.len()));
    assert_eq!(value["changes"][0]["object_identity"], json!(differences.changes[0].object_identity));
    assert_eq!(value["highest_risk"], json!("high"));
    assert_eq!(value["target"]["server_version"], json!("15.20"));
}

/// The rows of a side by side, left and right, with what differs in brackets.
fn picture(left: &str, right: &str) -> Vec<String> {
    let told = |line: &sides::Line| {
        let pieces = line.pieces.iter().map(|(differs, text)| if *differs { format!("[{text}]") } else { text.clone() });
        format!("{} {}", line.number, pieces.collect::<String>())
    };
    let side = |line: Option<&sides::Line>| line.map(&told).unwrap_or_default();
    let rows = sides::side_by_side(left, right);
    let row = |row: &sides::Row| match row {
        sides::Row::Gap(count) => format!("({count})"),
        sides::Row::Same(old, line) => format!("{old} = {}", told(line)),
        sides::Row::Differs(old, new) => format!("{} | {}", side(old.as_ref()), side(new.as_ref())),
    };
    rows.iter().map(row).collect()
}

#[test]
fn side_by_side_marks_what_differs_in_a_line() {
    assert_eq!(picture("a integer,\nb text\n", "a bigint,\nb text\n"), ["1 a [integer], | 1 a [bigint],", "2 = 2 b text"]);
    assert_eq!(picture("a\n", "a\nnew\n"), ["1 = 1 a", " | 2 new"]);
    assert!(picture("same\n", "same\n").is_empty());
}

#[test]
fn side_by_side_leaves_out_what_is_equal() {
    let text: String = (1..=30).map(|n| format!("line {n}\n")).collect();
    let rows = picture(&text, &text.replace("line 15\n", ""));
    assert_eq!((rows.first().unwrap().as_str(), rows.last().unwrap().as_str()), ("(10)", "(11)"));
    assert_eq!(rows.len(), 2 + 4 + 1 + 4);
}
