//! What the options let be compared: which objects, and what of them.

use super::{Difference, deparse};
use crate::catalog::{Catalog, Object, ObjectId, as_dumped};
use crate::kind::Kind;
use crate::lex;
use crate::options::{Ignore, Options};
use serde_json::Value;

/// Where an object stands for the options `schemas`, `exclude_schemas`, `include` and `exclude`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is compared.
    Selected,
    /// Nothing asks for it.
    NotIncluded,
    /// Something asks that it be left alone.
    Excluded,
}

/// The options, asked about objects of two catalogs.
pub(super) struct Scope<'a> {
    pub target: &'a Catalog,
    pub source: &'a Catalog,
    pub options: &'a Options,
}

/// Is what the server prints of one value read by it as the other?
fn is_dumped_as(old: &Object, new: &Object, property: &str) -> bool {
    // A domain's checks stand in the order of what is printed.
    let is_checks = old.id.kind == Kind::Domain && property == "checks";
    let dumped = |object: &Object| match object.get(property).map(as_dumped) {
        Some(Value::Array(mut checks)) if is_checks => {
            checks.sort_by_key(Value::to_string);
            Some(Value::Array(checks))
        }
        dumped => dumped,
    };
    (is_checks || old.spec().is_deparsed()) && dumped(old) == dumped(new)
}

impl<'a> Scope<'a> {
    /// Is everything compared as it was read?
    pub fn is_everything(&self) -> bool {
        let options = self.options;
        !self.versions_differ()
            && !self.is_of_script()
            && options.schemas.is_empty()
            && options.exclude_schemas.is_empty()
            && options.include.is_empty()
            && options.exclude.is_empty()
            && options.ignore.iter().all(|ignore| *ignore == Ignore::ColumnOrder)
    }

    pub fn either(&self, id: &ObjectId) -> Option<&'a Object> {
        self.source.get(id).or_else(|| self.target.get(id))
    }

    /// The object, what it is a part of, what that is a part of, and so on.
    fn wholes(&self, id: &ObjectId) -> impl Iterator<Item = &'a Object> + use<'a> {
        let (target, source) = (self.target, self.source);
        let either = move |id: &ObjectId| source.get(id).or_else(|| target.get(id));
        std::iter::successors(either(&id.base()), move |object| either(object.parent.as_ref()?))
    }

    /// Is it selected?
    pub fn place(&self, id: &ObjectId) -> Place {
        let options = self.options;
        let Some(object) = self.wholes(id).next() else { return Place::Selected };
        let schema = if object.id.kind == Kind::Schema { Some(object.id.first()) } else { object.spec().schema(object) };
        if schema.is_some_and(|schema| options.exclude_schemas.contains(schema)) {
            return Place::Excluded;
        }
        let matches_one_of = |patterns: &[crate::options::Pattern]| {
            self.wholes(id).any(|whole| {
                let (object_type, identity) = (whole.object_type(), whole.identity());
                patterns.iter().any(|pattern| pattern.matches(object_type, &identity))
            })
        };
        if !options.exclude.is_empty() && matches_one_of(&options.exclude) {
            return Place::Excluded;
        }
        // What is in no schema (an extension) is in none of those asked for.
        if !options.schemas.is_empty() && !schema.is_some_and(|schema| options.schemas.contains(schema)) {
            return Place::Excluded;
        }
        if !options.include.is_empty() && !matches_one_of(&options.include) {
            return Place::NotIncluded;
        }
        Place::Selected
    }

    /// Is the whole difference of this object ignored?
    pub fn ignores(&self, id: &ObjectId, difference: &Difference) -> bool {
        let ignores = |what| self.options.ignores(what);
        // What comes or goes with its object has no difference of its own.
        let stays =
            || self.either(id).and_then(|object| object.parent.as_ref()).is_some_and(|parent| self.on_both_sides(parent));
        match id.kind {
            Kind::Owner => ignores(Ignore::Owner) && (stays() || *difference == Difference::Create),
            Kind::Privileges => ignores(Ignore::Privileges) && (stays() || *difference == Difference::Create),
            Kind::Comment => ignores(Ignore::Comments) && (stays() || *difference == Difference::Create),
            Kind::SecurityLabel => ignores(Ignore::SecurityLabels) && (stays() || *difference == Difference::Create),
            Kind::InitialPrivileges | Kind::ParameterPrivileges => ignores(Ignore::Privileges),
            Kind::MemberLabel => ignores(Ignore::SecurityLabels),
            Kind::DefaultPrivilege => ignores(Ignore::Privileges) || ignores(Ignore::DefaultPrivileges),
            Kind::ColumnDefault => ignores(Ignore::Defaults) && stays(),
            _ => false,
        }
    }

    fn on_both_sides(&self, id: &ObjectId) -> bool {
        self.target.contains(id) && self.source.contains(id)
    }

    /// Is it a partition of a table of both sides, or a part of one, that only one side has?
    pub fn ignores_partition(&self, id: &ObjectId) -> bool {
        self.options.ignores(Ignore::Partitions) && self.wholes(id).any(|whole| self.is_odd_partition(&whole.id, 0))
    }

    fn is_odd_partition(&self, id: &ObjectId, depth: usize) -> bool {
        if self.on_both_sides(id) || depth > 64 {
            return false;
        }
        let catalog = if self.source.contains(id) { self.source } else { self.target };
        let attached = catalog.children(id).find(|part| part.id.kind == Kind::Partition);
        attached.is_some_and(|attached| {
            let above = ObjectId::new(id.kind, attached.texts("of"));
            self.on_both_sides(&above) || self.is_odd_partition(&above, depth + 1)
        })
    }

    /// Is this property of such an object not compared?
    pub fn ignores_property(&self, id: &ObjectId, property: &str) -> bool {
        let what = match property {
            "tablespace" => Ignore::Tablespace,
            "location" if id.kind == Kind::Tablespace => Ignore::Tablespace,
            "options" if matches!(id.kind, Kind::Table | Kind::MaterializedView | Kind::Index | Kind::Constraint) => {
                Ignore::StorageParameters
            }
            "statistics" => Ignore::StatisticsTargets,
            "index_comment" => Ignore::Comments,
            "collation" if matches!(id.kind, Kind::Column | Kind::Attribute | Kind::Domain) => Ignore::Collation,
            "version" if id.kind == Kind::Extension => Ignore::ExtensionVersions,
            _ => return false,
        };
        self.options.ignores(what)
    }

    /// Does it leave a new object, too, when it is ignored? A collation is part of what a column is; where rows are stored is not.
    pub fn is_left_out_of_new(property: &str) -> bool {
        matches!(property, "tablespace" | "options" | "statistics" | "index_comment")
    }

    fn versions_differ(&self) -> bool {
        deparse::differs(self.target.origin.server_version_num, self.source.origin.server_version_num)
    }

    fn is_of_script(&self) -> bool {
        self.target.origin.is_script || self.source.origin.is_script
    }

    /// Are the two values the same, although their texts differ: with regard to what is ignored in bodies of functions, because
    /// servers of different versions wrote them, or because one was made of what the server prints of the other?
    pub fn is_same(&self, old: &Object, new: &Object, property: &str) -> bool {
        if self.is_of_script() && is_dumped_as(old, new, property) {
            return true;
        }
        if property == "definition" && matches!(old.id.kind, Kind::View | Kind::MaterializedView) && self.versions_differ() {
            return deparse::query(old.str(property)) == deparse::query(new.str(property));
        }
        let (spaces, comments) =
            (self.options.ignores(Ignore::FunctionWhitespace), self.options.ignores(Ignore::FunctionComments));
        if !(spaces || comments) || property != "definition" || old.id.kind != Kind::Function {
            return false;
        }
        let normalized = |object: &Object| -> Option<String> {
            let (definition, body) = (object.text("definition")?, object.text("_source")?);
            // Only where white space means nothing, and comments are what SQL has.
            if !["\n LANGUAGE sql\n", "\n LANGUAGE plpgsql\n"].iter().any(|language| definition.contains(language)) {
                return None;
            }
            let mut normal = body.to_owned();
            if comments {
                normal = lex::without_comments(&normal);
            }
            if spaces {
                normal = lex::without_space(&normal);
            }
            let head = definition.strip_suffix(&body_text(definition, body)?)?;
            Some(format!("{head}{normal}"))
        };
        matches!((normalized(old), normalized(new)), (Some(old), Some(new)) if old == new)
    }
}

/// The body as `pg_get_functiondef` quotes it, at the end of the definition.
fn body_text(definition: &str, body: &str) -> Option<String> {
    let at = definition.rfind(body)?;
    let tag_start = definition[..at].rfind('\n').map_or(0, |line| line + 1);
    Some(definition[tag_start..].to_owned())
}

/// The value that takes the place of an ignored one.
pub(super) fn put(properties: &mut crate::catalog::Properties, property: &str, value: Option<&Value>) {
    match value {
        Some(value) => properties.insert(property.to_owned(), value.clone()),
        None => properties.remove(property),
    };
}
