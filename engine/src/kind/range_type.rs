//! Range types, each with the multirange type that the server makes with it. Nothing of them can be altered.

use super::conversion::{aside_name, aside_of, made_anew, type_privileges, used_by_columns};
use super::{Change, Context, DefaultPrivileges, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::{qualified, quote};
use crate::statement::Statement;

/// CREATE TYPE AS RANGE
pub struct RangeType;

fn definition(object: &Object) -> String {
    let mut parameters = vec![format!("subtype = {}", object.str("subtype"))];
    parameters.push(format!("multirange_type_name = {}", qualified(&object.texts("multirange"))));
    let operator_class = object.texts("operator_class");
    if !operator_class.is_empty() {
        parameters.push(format!("subtype_opclass = {}", qualified(&operator_class)));
    }
    for property in ["collation", "canonical", "subtype_diff"] {
        parameters.extend(object.text(property).map(|value| format!("{property} = {value}")));
    }
    format!("CREATE TYPE {} AS RANGE (\n    {}\n)", qualified(&object.id.name), parameters.join(",\n    "))
}

/// A canonical function takes and returns the range, so that neither can go first.
fn cascade(object: &Object) -> &'static str {
    if object.text("canonical").is_some() { " CASCADE" } else { "" }
}

impl ObjectKind for RangeType {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/range_type.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "type"
    }

    fn reference(&self, object: &Object) -> String {
        format!("TYPE {}", qualified(&object.id.name))
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        type_privileges()
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        let multirange = object.texts("multirange").into_iter().map(str::to_owned).collect();
        vec![("pg_type", object.id.name.to_vec()), ("pg_type", multirange)]
    }

    fn is_type(&self) -> bool {
        true
    }

    fn rebuild_way(&self) -> Way {
        Way::Convert
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        made_anew(&change.old.id, cx.target)
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(definition(object))]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        let sql = format!("DROP TYPE {}{}", qualified(&object.id.name), cascade(object));
        vec![Statement::new(sql).hazard(Hazard::DropType)]
    }

    /// Always made anew.
    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    /// A renamed range keeps the names of its multirange and of the constructor functions of both, which the new one will want.
    fn set_aside(&self, object: &Object, aside: &str, cx: &Context<'_>) -> Vec<Statement> {
        let (range, subtype) = (qualified(&object.id.name), object.str("subtype"));
        let multirange = object.texts("multirange");
        let multirange_aside = aside_name(multirange.last().copied().unwrap_or_default());
        let of_range = [format!("{subtype}, {subtype}"), format!("{subtype}, {subtype}, text")];
        let of_multirange = [String::new(), range.clone(), format!("VARIADIC {range}[]")];
        let constructors = of_range
            .iter()
            .map(|arguments| aside_of(&format!("FUNCTION {range}({arguments})"), aside))
            .chain(of_multirange.iter().map(|arguments| {
                aside_of(&format!("FUNCTION {}({arguments})", qualified(&multirange)), &multirange_aside)
            }));
        let mut statements: Vec<Statement> = constructors.collect();
        statements.push(aside_of(&format!("TYPE {}", qualified(&multirange)), &multirange_aside));
        let mut rename = aside_of(&self.reference(object), aside);
        if used_by_columns(&object.id, cx.target) {
            rename = rename.hazard(Hazard::RebuildType);
        }
        statements.push(rename);
        statements
    }

    fn discard(&self, object: &Object, aside: &str, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP TYPE {}.{}{}", quote(object.id.first()), quote(aside), cascade(object)))]
    }
}
