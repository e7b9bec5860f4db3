//! The comparison as a report of tests, which every CI system reads: a difference is a test that failed.

use super::text::{line, lines};
use super::{Differences, hazard, properties};
use crate::compare::ChangeRow;
use crate::error::Error;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::fmt::Write;
use std::io;

/// One test suite with a failing case for each difference, or one that passes where there is none.
pub fn junit(differences: &Differences) -> Result<String, Error> {
    let failed = |error: &dyn std::fmt::Display| Error::new("XX000", format!("could not write the comparison as XML: {error}"));
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, differences).map_err(|error| failed(&error))?;
    let mut xml = String::from_utf8(writer.into_inner()).map_err(|error| failed(&error))?;
    xml.push('\n');
    Ok(xml)
}

fn write(writer: &mut Writer<Vec<u8>>, differences: &Differences) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let failures = differences.changes.len();
    let (tests, failures) = (failures.max(1).to_string(), failures.to_string());
    let name = format!("pgdiff: {} → {}", differences.source.database, differences.target.database);
    let counts = [("tests", tests.as_str()), ("failures", failures.as_str()), ("errors", "0"), ("skipped", "0")];
    let all = writer.create_element("testsuites").with_attribute(("name", "pgdiff")).with_attributes(counts);
    all.write_inner_content(|writer| {
        let suite = writer.create_element("testsuite").with_attribute(("name", &*line(&name))).with_attributes(counts);
        suite.write_inner_content(|writer| {
            if differences.identical {
                let case = writer.create_element("testcase").with_attribute(("classname", "pgdiff"));
                case.with_attribute(("name", "no object differs")).write_empty()?;
            }
            differences.changes.iter().try_for_each(|change| case(writer, change))
        })?;
        Ok(())
    })?;
    Ok(())
}

fn case(writer: &mut Writer<Vec<u8>>, change: &ChangeRow) -> io::Result<()> {
    let class = format!("pgdiff.{}", change.object_type);
    let case = writer.create_element("testcase").with_attribute(("classname", class.as_str()));
    case.with_attribute(("name", &*line(&change.object_identity))).write_inner_content(|writer| {
        let failure = writer.create_element("failure").with_attribute(("type", change.action));
        let failure = failure.with_attribute(("message", &*line(&message(change))));
        failure.write_text_content(BytesText::new(&lines(&body(change))))?;
        Ok(())
    })?;
    Ok(())
}

/// `alter table column s.t.c (type); risk high: CONVERT_TYPE`
fn message(change: &ChangeRow) -> String {
    let mut message = format!("{} {} {}", change.action, change.object_type, change.object_identity);
    let properties: Vec<&str> = properties(change).into_iter().map(|(property, _)| property).collect();
    if !properties.is_empty() {
        let _ = write!(message, " ({})", properties.join(", "));
    }
    let _ = write!(message, "; risk {}", change.risk.as_str());
    if !change.hazards.is_empty() {
        let _ = write!(message, ": {}", change.hazards.join(", "));
    }
    message
}

fn body(change: &ChangeRow) -> String {
    let mut body = String::from("\n");
    for hazard in change.hazards.iter().filter_map(|code| hazard(code)) {
        let _ = writeln!(body, "{} ({}): {}", hazard.code(), hazard.risk().as_str(), hazard.meaning());
        let _ = writeln!(body, "  to do: {}", hazard.mitigation());
    }
    match &change.diff {
        Some(diff) => body.push_str(diff),
        None => {
            let _ = writeln!(body, "{}", change.details);
        }
    }
    body
}
