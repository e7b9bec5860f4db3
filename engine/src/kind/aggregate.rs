//! Aggregates.

use super::function::{input_names_stay, routine_identity};
use super::{Change, Context, DefaultPrivileges, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{literal, qualified};
use crate::statement::Statement;
use serde_json::Value;

/// CREATE AGGREGATE
pub struct Aggregate;

/// How a property stands in the definition.
#[derive(Clone, Copy)]
enum Form {
    /// SQL from the server's deparser, a keyword or a number.
    Bare,
    /// A text, quoted.
    Text,
    /// Named alone where it is true.
    Flag,
}

/// The attributes in the order of the manual, which calls them what they are called here.
const ATTRIBUTES: &[(&str, Form)] = &[
    ("sfunc", Form::Bare),
    ("stype", Form::Bare),
    ("sspace", Form::Bare),
    ("finalfunc", Form::Bare),
    ("finalfunc_extra", Form::Flag),
    ("finalfunc_modify", Form::Bare),
    ("combinefunc", Form::Bare),
    ("serialfunc", Form::Bare),
    ("deserialfunc", Form::Bare),
    ("initcond", Form::Text),
    ("msfunc", Form::Bare),
    ("minvfunc", Form::Bare),
    ("mstype", Form::Bare),
    ("msspace", Form::Bare),
    ("mfinalfunc", Form::Bare),
    ("mfinalfunc_extra", Form::Flag),
    ("mfinalfunc_modify", Form::Bare),
    ("minitcond", Form::Text),
    ("sortop", Form::Bare),
    ("parallel", Form::Bare),
];

/// An empty list of types is `*` for an aggregate.
fn signature(object: &Object) -> String {
    let types = object.id.part(2);
    format!("{}({})", qualified(object.id.names(2)), if types.is_empty() { "*" } else { types })
}

fn define(create: &str, object: &Object) -> Statement {
    let mut attributes = Vec::new();
    for (property, form) in ATTRIBUTES {
        let keyword = property.to_uppercase();
        match (object.get(property), form) {
            (Some(Value::String(text)), Form::Text) => attributes.push(format!("{keyword} = {}", literal(text))),
            (Some(Value::String(sql)), Form::Bare) => attributes.push(format!("{keyword} = {sql}")),
            (Some(Value::Number(number)), Form::Bare) => attributes.push(format!("{keyword} = {number}")),
            (Some(Value::Bool(true)), Form::Flag) => attributes.push(keyword),
            _ => {}
        }
    }
    if object.str("kind") == "hypothetical-set" {
        attributes.push("HYPOTHETICAL".to_owned());
    }
    let arguments = object.text("arguments").filter(|arguments| !arguments.is_empty()).unwrap_or("*");
    Statement::new(format!(
        "{create} AGGREGATE {}({arguments}) (\n    {}\n)",
        qualified(object.id.names(2)),
        attributes.join(",\n    ")
    ))
}

impl ObjectKind for Aggregate {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/aggregate.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "aggregate"
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.part(1)
    }

    fn identity(&self, object: &Object) -> String {
        routine_identity(object)
    }

    fn reference(&self, object: &Object) -> String {
        format!("AGGREGATE {}", signature(object))
    }

    /// `GRANT` knows aggregates as functions.
    fn grant_reference(&self, object: &Object) -> String {
        format!("FUNCTION {}({})", qualified(object.id.names(2)), object.id.part(2))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges::routine())
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_proc", object.id.name.to_vec())]
    }

    fn way(&self, change: &Change<'_>, _cx: &Context<'_>) -> Way {
        let Change { old, new, .. } = *change;
        let same = |property: &str| old.get(property) == new.get(property);
        if same("kind") && same("_returns") && same("_direct") && input_names_stay(old, new) { Way::InPlace } else { Way::Rebuild }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        vec![define("CREATE", object)]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropFunction)]
    }

    fn alter(&self, change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        vec![define("CREATE OR REPLACE", change.new)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::ObjectId;
    use crate::kind::Kind;
    use serde_json::json;

    #[test]
    fn what_is_not_said_is_not_written() {
        let properties = json!({"arguments": "", "sfunc": "int8inc", "stype": "bigint", "initcond": "it's", "finalfunc_extra": true});
        let properties = properties.as_object().map(|map| map.clone().into_iter().collect()).unwrap_or_default();
        let id = ObjectId::new(Kind::Aggregate, ["s", "count all", ""]);
        let aggregate = Object { id, parent: None, properties, depends: [].into() };
        assert_eq!(
            define("CREATE", &aggregate).sql,
            "CREATE AGGREGATE s.\"count all\"(*) (\n    SFUNC = int8inc,\n    STYPE = bigint,\n    FINALFUNC_EXTRA,\n    \
             INITCOND = 'it''s'\n)"
        );
        assert_eq!(aggregate.reference(), "AGGREGATE s.\"count all\"(*)");
    }
}
