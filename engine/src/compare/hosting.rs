//! What the source has and the target's server, of another version, has no place for.
//!
//! It is taken out of the source, or replaced by the closest that there is, before the plan is made, and told in a row of its own. What
//! an older source knows nothing of stays as it is in the target.

use super::prepare::with;
use crate::catalog::{Catalog, Object, ObjectId};
use crate::kind::column::not_null;
use crate::kind::{Kind, NotHosted, privileges};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The property of a row's details that says what is missing.
pub(super) const PROPERTY: &str = "not_on_target";

/// An object that the target can't have as it is in the source.
#[derive(Debug, Clone)]
pub(super) struct Missing {
    /// As the source has it.
    pub object: Object,
    /// The properties that it can't have; none where it is the whole object.
    pub properties: Vec<String>,
    /// What people are told.
    pub what: Vec<&'static str>,
}

/// The source as the target's server can have it, and what it can't have.
pub(super) fn hosted<'a>(target: &Catalog, source: Cow<'a, Catalog>) -> (Cow<'a, Catalog>, BTreeMap<ObjectId, Missing>) {
    let (to, from) = (target.origin.server_version_num, source.origin.server_version_num);
    let mut missing = BTreeMap::new();
    if to / 10_000 == from / 10_000 {
        return (source, missing);
    }
    let mut instead: BTreeMap<ObjectId, Option<Object>> = BTreeMap::new();
    for object in source.objects() {
        let old = target.get(&object.id);
        let mut changed = Cow::Borrowed(object);
        take_over(&mut changed, old, &source);
        let mut properties = Vec::new();
        let mut what = Vec::new();
        for lost in object.spec().not_hosted(object, to) {
            match lost {
                NotHosted::Property { name, instead, what: said } => {
                    super::scope::put(&mut changed.to_mut().properties, name, instead.as_ref());
                    if let Some(said) = said {
                        properties.push(name.to_owned());
                        what.push(said);
                    }
                }
                NotHosted::Whole(said) => {
                    instead.insert(object.id.clone(), None);
                    properties.clear();
                    what.push(said);
                }
            }
        }
        if object.id.kind == Kind::Privileges
            && let Some((grants, is_lost)) = privileges::hosted(object, old, from, to)
        {
            changed.to_mut().properties.insert("grants".to_owned(), grants);
            if is_lost {
                properties.push("grants".to_owned());
                what.push(privileges::NOT_HOSTED);
            }
        }
        if !what.is_empty() {
            missing.insert(object.id.clone(), Missing { object: object.clone(), properties, what });
        }
        if let Cow::Owned(changed) = changed {
            let is_initial = changed.id.kind == Kind::Privileges && privileges::is_initial(&changed, to);
            instead.entry(changed.id.clone()).or_insert((!is_initial).then_some(changed));
        }
    }
    leave_out_with(&source, &mut instead);
    let mut source = if instead.is_empty() { source.into_owned() } else { with(&source, instead) };
    // What is written from here on is for the target's server.
    source.origin.server_version_num = to;
    (Cow::Owned(source), missing)
}

/// What the source's server says nothing about, the target decides.
fn take_over(changed: &mut Cow<'_, Object>, old: Option<&Object>, source: &Catalog) {
    let from = source.origin.server_version_num;
    let Some(old) = old else { return };
    for property in old.spec().unsaid(from) {
        // A name, or whatever else it is, of what isn't there any more is nothing to keep.
        let is_there = !property.starts_with("not_null_") || changed.flag("not_null") && old.flag("not_null");
        let is_there = is_there && (*property != "not_null_inherited_only" || not_null::has_one_above(changed, source));
        if let Some(value) = old.get(property).filter(|_| is_there) {
            changed.to_mut().properties.insert((*property).to_owned(), value.clone());
        }
    }
}

/// What is a part of something that is left out goes with it, and so does what ties something else to it.
fn leave_out_with(source: &Catalog, instead: &mut BTreeMap<ObjectId, Option<Object>>) {
    if instead.values().all(Option::is_some) {
        return;
    }
    loop {
        let is_out = |id: &ObjectId| matches!(instead.get(id), Some(None));
        let found: Vec<ObjectId> = source
            .objects()
            .filter(|object| !is_out(&object.id))
            .filter(|object| {
                let tied = matches!(object.id.kind, Kind::IndexAttachment | Kind::ReplicaIdentity | Kind::ClusterIndex);
                object.parent.as_ref().is_some_and(is_out) || tied && object.depends.iter().any(is_out)
            })
            .map(|object| object.id.clone())
            .collect();
        if found.is_empty() {
            return;
        }
        instead.extend(found.into_iter().map(|id| (id, None)));
    }
}

/// What the row of an object says of it and its parts.
pub(super) fn told(id: &ObjectId, missing: &[&Missing]) -> Value {
    let mut told: Vec<String> = Vec::new();
    for missing in missing {
        let is_part = missing.object.id.base() != *id;
        for what in &missing.what {
            let line = if is_part { format!("{}: {what}", missing.object.identity()) } else { (*what).to_owned() };
            if !told.contains(&line) {
                told.push(line);
            }
        }
    }
    Value::from(told.join("; "))
}
