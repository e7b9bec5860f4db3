//! Procedural languages that no extension made.

use super::definition::{Definition, InPlace};
use super::{Change, Context, DefaultPrivileges, Kind};
use crate::catalog::Object;

/// CREATE LANGUAGE
pub struct Language;

impl Definition for Language {
    const QUERY: &'static str = include_str!("../../../sql/catalog/language.sql");
    const TYPE: &'static str = "language";
    const WORD: &'static str = "LANGUAGE";

    fn adjective(&self, object: &Object) -> &'static str {
        if object.flag("trusted") { "TRUSTED" } else { "" }
    }

    fn definition(&self, object: &Object) -> String {
        let functions = [("HANDLER", "handler"), ("INLINE", "inline"), ("VALIDATOR", "validator")];
        let said = functions.iter().filter_map(|(word, property)| Some(format!("{word} {}", object.text(property)?)));
        said.collect::<Vec<_>>().join(" ")
    }

    /// What was granted on a language can't be revoked when it isn't trusted any more.
    fn in_place(&self, change: &Change<'_>, cx: &Context<'_>) -> Option<InPlace> {
        let granted = cx.target.facet(&change.old.id, Kind::Privileges).is_some();
        (change.new.flag("trusted") || !granted).then_some(InPlace::Replace)
    }

    fn privileges(&self) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges { owner: &["USAGE"], public: &["USAGE"] })
    }
}
