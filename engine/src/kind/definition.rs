//! What kinds have in common whose objects are one statement, with at most an owner, privileges and a comment beside it.
//!
//! Such a kind says what stands in its CREATE and what of it can be changed in place; the rest is the same for all of them.

use super::{Change, Context, DefaultPrivileges, ObjectKind, Way};
use crate::catalog::Object;
use crate::hazard::Hazard;
use crate::ident::qualified;
use crate::statement::Statement;

/// How a change is carried out without making the object anew.
pub(super) enum InPlace {
    /// `CREATE OR REPLACE` with the new definition.
    Replace,
    /// `ALTER` and these words.
    Alter(String),
}

/// A kind of object that one CREATE says all of.
pub(super) trait Definition: Sync {
    /// The reading query.
    const QUERY: &'static str;
    /// As `pg_identify_object` names it.
    const TYPE: &'static str;
    /// What SQL calls it.
    const WORD: &'static str;

    /// What follows the word: the name, wherever the object is mentioned.
    fn name(&self, object: &Object) -> String {
        qualified(&object.id.name)
    }

    /// What stands between CREATE and the word.
    fn adjective(&self, _object: &Object) -> &'static str {
        ""
    }

    /// What follows the name in CREATE.
    fn definition(&self, object: &Object) -> String;

    /// How the change is carried out in place; nothing where the object has to be made anew.
    fn in_place(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Option<InPlace> {
        None
    }

    /// What only one object can be, beside having its name.
    fn claims(&self, _object: &Object) -> Vec<(&'static str, Vec<String>)> {
        Vec::new()
    }

    /// The schema that the object is in, if it is in one.
    fn schema_of<'a>(&self, object: &'a Object) -> Option<&'a str> {
        (object.id.name.len() > 1).then(|| object.id.first())
    }

    /// What it is called where its schema is said separately.
    fn short_name<'a>(&self, object: &'a Object) -> &'a str {
        object.id.last()
    }

    /// The privileges of a new one, for kinds that have any.
    fn privileges(&self) -> Option<DefaultPrivileges> {
        None
    }
}

/// A list of `WORD = value` in parentheses, of those properties that have a value.
pub(super) fn parameters(object: &Object, words: &[(&str, &str)]) -> String {
    let said = words.iter().filter_map(|(word, property)| Some(format!("{word} = {}", object.text(property)?)));
    format!("({})", said.collect::<Vec<_>>().join(", "))
}

fn create<T: Definition>(kind: &T, object: &Object, verb: &str) -> Statement {
    let words = [kind.adjective(object), T::WORD, &kind.name(object), &kind.definition(object)];
    let said: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    Statement::new(format!("{verb} {}", said.join(" ")))
}

impl<T: Definition> ObjectKind for T {
    fn query(&self) -> Option<&'static str> {
        Some(T::QUERY)
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        T::TYPE
    }

    fn own_name<'a>(&self, object: &'a Object) -> &'a str {
        self.short_name(object)
    }

    fn identity(&self, object: &Object) -> String {
        object.text("_identity").map_or_else(|| self.name(object), str::to_owned)
    }

    fn reference(&self, object: &Object) -> String {
        format!("{} {}", T::WORD, self.name(object))
    }

    fn schema<'a>(&self, object: &'a Object) -> Option<&'a str> {
        self.schema_of(object)
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        self.privileges()
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        let mut slots = self.claims(object);
        slots.push((T::TYPE, object.id.name.to_vec()));
        slots
    }

    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        if self.in_place(change, cx).is_some() { Way::InPlace } else { Way::Rebuild }
    }

    fn create(&self, object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        vec![create(self, object, "CREATE")]
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![Statement::new(format!("DROP {}", self.reference(object))).hazard(Hazard::DropObject)]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        match self.in_place(change, cx) {
            Some(InPlace::Replace) => vec![create(self, change.new, "CREATE OR REPLACE")],
            Some(InPlace::Alter(words)) => vec![Statement::new(format!("ALTER {} {words}", self.reference(change.new)))],
            None => Vec::new(),
        }
    }
}
