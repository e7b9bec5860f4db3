//! Names of the source that stand for other names in the target: mapped schemas, names that differ in case, and, where their
//! names are ignored, constraints and indexes that are otherwise equal.

use super::prepare;
use super::renaming::Renaming;
use crate::catalog::{Catalog, Object, ObjectId};
use crate::error::Error;
use crate::kind::{Kind, database};
use crate::options::{Ignore, Options, ReadScope};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The source with the schemas that the option `schema_map` gives it. Errors: 22023 if a mapped schema takes the name of
/// another one, 3F000 if there is no such schema.
pub(super) fn mapped<'a>(source: Cow<'a, Catalog>, options: &Options) -> Result<Cow<'a, Catalog>, Error> {
    for (to, from) in &options.schema_map {
        if !source.contains(&ObjectId::new(Kind::Schema, [from])) {
            return Err(Error::new("3F000", format!("schema \"{from}\" does not exist in the source")).with_detail(format!(
                "The option \"schema_map\" asks that it be compared with schema \"{to}\" of the target."
            )));
        }
    }
    let mapping = mapped_schemas(&source, options)?;
    Ok(renamed(source, &mapping))
}

/// The source's database is called as the target is.
fn in_target<'a>(source: Cow<'a, Catalog>, target: &Catalog) -> Cow<'a, Catalog> {
    let id = database::id();
    let Some((old, new)) = target.get(&id).zip(source.get(&id)) else { return source };
    let mut renamed = new.clone();
    renamed.properties.insert("_name".to_owned(), old.str("_name").into());
    Cow::Owned(prepare::with(&source, BTreeMap::from([(id, Some(renamed))])))
}

/// The source under the target's names, where the difference of names is none or is ignored.
pub(super) fn like_target<'a>(source: Cow<'a, Catalog>, target: &Catalog, options: &Options) -> Cow<'a, Catalog> {
    let mut source = in_target(source, target);
    if options.ignores(Ignore::IdentifierCase) {
        let words = cases(&source, target);
        source = renamed(source, &Renaming { words, bodies: true, ..Renaming::default() });
    }
    let kinds: Vec<Kind> = [(Ignore::ConstraintNames, Kind::Constraint), (Ignore::IndexNames, Kind::Index)]
        .into_iter()
        .filter(|(ignore, _)| options.ignores(*ignore))
        .map(|(_, kind)| kind)
        .collect();
    if !kinds.is_empty() {
        let others = kinds.iter().flat_map(|kind| twins(&source, target, *kind)).collect();
        source = renamed(source, &Renaming { others, ..Renaming::default() });
    }
    source
}

fn renamed<'a>(source: Cow<'a, Catalog>, renaming: &Renaming) -> Cow<'a, Catalog> {
    let nothing = Renaming { bodies: renaming.bodies, ..Renaming::default() };
    if *renaming == nothing { source } else { Cow::Owned(renaming.apply(&source)) }
}

/// From the source's schemas to the target's. A schema of the source that has the target's name without being mapped gives
/// way by an error: it would become one with the other.
fn mapped_schemas(source: &Catalog, options: &Options) -> Result<Renaming, Error> {
    let schemas: BTreeMap<String, String> =
        options.schema_map.iter().map(|(target, source)| (source.clone(), target.clone())).collect();
    for (from, to) in &schemas {
        if !schemas.contains_key(to) && source.contains(&ObjectId::new(Kind::Schema, [to])) {
            return Err(Error::invalid(format!(
                "cannot map schema \"{from}\" to \"{to}\" because the source has a schema \"{to}\" too"
            ))
            .with_hint("Map that one to another name with the option \"schema_map\" as well."));
        }
    }
    Ok(Renaming { schemas, bodies: true, ..Renaming::default() })
}

/// The source's names that only case tells from a name of the target, with that name; nothing where it is not plain which.
fn cases(source: &Catalog, target: &Catalog) -> BTreeMap<String, String> {
    fn names(catalog: &Catalog) -> BTreeSet<&str> {
        let named = catalog
            .objects()
            .filter(|object| !matches!(object.id.kind, Kind::DefaultPrivilege | Kind::InitialPrivileges | Kind::MemberLabel))
            .filter(|object| object.id.of.unwrap_or(object.id.kind).spec().scope() == ReadScope::Objects);
        named
            .flat_map(|object| {
                let routine = matches!(object.id.kind, Kind::Function | Kind::Aggregate);
                object.id.names(if routine { 2 } else { usize::MAX }).iter().map(String::as_str)
            })
            .collect()
    }
    let (ours, theirs) = (names(source), names(target));
    let mut by_case: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in theirs.difference(&ours) {
        by_case.entry(name.to_lowercase()).or_default().push(name);
    }
    let mut claimed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in ours.difference(&theirs) {
        if let Some([only]) = by_case.get(&name.to_lowercase()).map(Vec::as_slice) {
            claimed.entry(only).or_default().push(name);
        }
    }
    let plain = claimed.into_iter().filter_map(|(new, old)| match old.as_slice() {
        [one] => Some(((*one).to_owned(), new.to_owned())),
        _ => None,
    });
    plain.collect()
}

/// Objects of one kind and one table that only the source has, and that are called otherwise in the target but are equal.
fn twins<'a>(source: &'a Catalog, target: &'a Catalog, kind: Kind) -> BTreeMap<ObjectId, String> {
    let alone = |these: &'a Catalog, those: &'a Catalog| {
        these.objects().filter(move |object| object.id.kind == kind && !those.contains(&object.id))
    };
    let mut free: BTreeMap<Option<&ObjectId>, Vec<&Object>> = BTreeMap::new();
    for object in alone(target, source) {
        free.entry(object.parent.as_ref()).or_default().push(object);
    }
    let mut twins = BTreeMap::new();
    for ours in alone(source, target) {
        let Some(candidates) = free.get_mut(&ours.parent.as_ref()) else { continue };
        if let Some(at) = candidates.iter().position(|theirs| theirs.compared().eq(ours.compared())) {
            twins.insert(ours.id.clone(), candidates.remove(at).id.last().to_owned());
        }
    }
    twins
}
