//! What types have in common when they are made anew under columns that hold values of them.

use super::column::retype::{Effect, Retyping, retyping};
use super::{Context, DefaultPrivileges, Kind, Way};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{qualified, quote};
use crate::probe::Question;
use crate::statement::Statement;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// NAMEDATALEN less its end, in bytes.
const LONGEST: usize = 63;

/// USAGE for everyone: acldefault for types.
pub(super) fn type_privileges() -> Option<DefaultPrivileges> {
    Some(DefaultPrivileges { owner: &["USAGE"], public: &["USAGE"] })
}

/// Gives an old object its name aside; `reference` is as `ALTER` wants it.
pub(super) fn aside_of(reference: &str, aside: &str) -> Statement {
    Statement::new(format!("ALTER {reference} RENAME TO {}", quote(aside)))
        .because("the old one stands aside until nothing uses it")
}

/// A name aside for what has none of its own in [`Context::aside`], because it only goes with an object that has one.
pub(super) fn aside_name(name: &str) -> String {
    with_suffix(name, " (pgdiff old)")
}

/// A name for what takes the place of something later on.
pub(super) fn beside_name(name: &str) -> String {
    with_suffix(name, " (pgdiff new)")
}

/// The name with a suffix; where it is too long for that, cut, and told apart from others that begin alike.
pub(crate) fn with_suffix(name: &str, suffix: &str) -> String {
    if name.len() + suffix.len() <= LONGEST {
        return format!("{name}{suffix}");
    }
    let digest: String = Sha256::digest(name).iter().take(3).map(|byte| format!("{byte:02x}")).collect();
    let suffix = format!("~{digest}{suffix}");
    let mut end = LONGEST - suffix.len();
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{suffix}", &name[..end])
}

/// Columns of the catalog that use a type, or a collation, directly or through other types.
pub(crate) fn columns_using<'a>(type_: &ObjectId, catalog: &'a Catalog) -> Vec<&'a Object> {
    let mut reached: BTreeSet<&ObjectId> = BTreeSet::from([type_]);
    let mut types: Vec<&Object> = catalog.objects().filter(|object| object.spec().is_type() && !object.id.is_facet()).collect();
    loop {
        let before = reached.len();
        types.retain(|candidate| {
            let uses = candidate.depends.iter().any(|needed| reached.contains(needed));
            if uses {
                reached.insert(&candidate.id);
            }
            !uses
        });
        if reached.len() == before {
            break;
        }
    }
    let columns = catalog.objects().filter(|object| object.spec().is_column());
    // A table's own columns stand on it for another reason.
    columns
        .filter(|column| column.depends.iter().any(|needed| reached.contains(needed) && column.parent.as_ref() != Some(needed)))
        .collect()
}

/// Asks about the values of a type in the columns that hold them; `condition` is made for a column and the brackets of its type.
/// Inside of other types they can't be looked at.
pub(super) fn in_columns(
    type_: &ObjectId,
    hazard: Hazard,
    finds: &str,
    arrays: bool,
    condition: impl Fn(&str, &str) -> String,
    cx: &Context<'_>,
) -> Vec<Question> {
    let name = qualified(&type_.name);
    // What leaves an enum for another type has nothing to do with what its values become.
    let leaves = |column: &Object, wanted: &Object| {
        type_.kind == Kind::EnumType && column.str("type") != wanted.str("type") && column.depends.contains(type_)
    };
    let stay = |column: &&Object| {
        cx.source.get(&column.id).is_some_and(|wanted| !leaves(column, wanted)) && column.get("_partition").is_none()
    };
    let ask = |column: &Object| {
        let brackets = match column.str("type").strip_prefix(&name) {
            Some("") => "",
            Some("[]") if arrays => "[]",
            _ => {
                let whole = format!("{finds}, in {}", column.typed_identity());
                return Question::unasked(hazard, whole, "values inside of other values are not looked at");
            }
        };
        let (column, relation) = (quote(column.id.last()), qualified(column.id.names(2)));
        let select = format!("SELECT {column} FROM {relation} WHERE {}", condition(&column, brackets));
        Question::fails(hazard, format!("{finds}, in {relation}.{column}"), &select).of_what_is_there()
    };
    columns_using(type_, cx.target).into_iter().filter(stay).map(ask).collect()
}

/// A condition that holds for the values of one type that another does not take as they are, or fails for them; nothing where it takes
/// all, or where the caller allows to lose what does not fit.
pub(super) fn unfit(value: &str, old: &str, new: &str, cx: &Context<'_>) -> Option<String> {
    if old == new || old.contains('.') || new.contains('.') || cx.options.allows(Hazard::LosesPrecision) {
        return None;
    }
    let Retyping { using, effect, exact, .. } = retyping(value, old, new, false)?;
    match (exact, effect) {
        (Some(exact), _) => Some(format!("NOT ({exact})")),
        (None, Effect::Narrowed | Effect::Converted) => {
            Some(format!("({}) IS NULL", using.unwrap_or_else(|| format!("{value}::{new}"))))
        }
        (None, Effect::None | Effect::UnlessUtc | Effect::Rewritten) => None,
    }
}

/// Does any column hold values of the type?
pub(super) fn used_by_columns(type_: &ObjectId, catalog: &Catalog) -> bool {
    !columns_using(type_, catalog).is_empty()
}

/// How a type is made anew: converted where anything that holds data, or another type that then is converted, stands on it.
pub(super) fn made_anew(type_: &ObjectId, catalog: &Catalog) -> Way {
    // Tables of the type as well.
    let holds = |object: &&Object| object.spec().is_type() || object.spec().rebuild_way() == Way::Convert;
    let mut users = catalog.objects().filter(|object| object.depends.contains(type_));
    if users.any(|object| holds(&object)) || used_by_columns(type_, catalog) { Way::Convert } else { Way::Rebuild }
}

/// What a type text, as `format_type` writes it, says: the type without array brackets, and whether there were any.
fn element(type_text: &str) -> (&str, bool) {
    match type_text.strip_suffix("[]") {
        Some(element) => (element, true),
        None => (type_text, false),
    }
}

/// The type that is named so, among those that an object depends on. A typmod is not part of the name.
fn named<'a>(name: &str, depends: &'a BTreeSet<ObjectId>, catalog: &Catalog) -> Option<&'a ObjectId> {
    depends.iter().find(|id| {
        let is_type =
            |object: &Object| object.spec().is_type() && object.id.kind != Kind::Collation || object.id.kind == Kind::Table;
        let object = catalog.get(id).filter(|object| is_type(object));
        object.is_some_and(|object| {
            let own = qualified(&id.name);
            let multirange: Vec<&str> = object.texts("multirange");
            name == own || name.starts_with(&format!("{own}(")) || !multirange.is_empty() && name == qualified(&multirange)
        })
    })
}

/// The expression that brings a value of one built-in type to another where a cast would round or cut it: it fails instead,
/// unless the caller allows the loss. Nothing where the new type's input function refuses what does not fit, and for types that
/// aren't built in.
pub(super) fn exact(value: &str, old: &str, new: &str, cx: &Context<'_>) -> Option<String> {
    if old == new || old.contains('.') || new.contains('.') {
        return None;
    }
    retyping(value, old, new, cx.options.allows(Hazard::LosesPrecision))?.using
}

/// The expression that brings a value of a type that stands aside over to the type of the same name that is made anew;
/// nothing if the type isn't [converted](super::Way::Convert). `type_text` is the type as the catalog writes it, `depends` what
/// the column, attribute or domain that has this type depends on in the target.
pub fn converted(expression: &str, type_text: &str, depends: &BTreeSet<ObjectId>, cx: &Context<'_>) -> Option<String> {
    let (name, is_array) = element(type_text);
    let id = named(name, depends, cx.target)?;
    let aside = cx.aside.get(id)?;
    match id.kind {
        // A type of another kind takes its place.
        Kind::CompositeType | Kind::Table if !cx.source.contains(id) => {
            Some(format!("{expression}::text{}::{type_text}", if is_array { "[]" } else { "" }))
        }
        // Made together with the new type (composite_type.rs): field by field, and for arrays element by element.
        Kind::CompositeType | Kind::Table => Some(format!("{}.{}({expression})", quote(id.first()), quote(aside))),
        Kind::Domain => Some(super::domain::recast(expression, is_array, cx.target.get(id)?, cx)),
        // The new one's multirange may have another name.
        Kind::RangeType if name != qualified(&id.name) => {
            let multirange = cx.source.get(id).map_or_else(|| name.to_owned(), |range| qualified(&range.texts("multirange")));
            let brackets = if is_array { "[]" } else { "" };
            Some(format!("{expression}::text{brackets}::{multirange}{brackets}"))
        }
        _ => Some(format!("{expression}::text{}::{type_text}", if is_array { "[]" } else { "" })),
    }
}
