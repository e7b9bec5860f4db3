//! Extensions: a version and a schema. What belongs to one is never compared by itself.

use super::{Change, Context, Kind, ObjectKind, Way};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::{literal, quote};
use crate::options::Ignore;
use crate::statement::{Reversibility, Statement};

/// CREATE EXTENSION
pub struct Extension;

/// Is this dblink, on one side only, and there only because pgdiff needs it? Then it is not proposed for dropping or creating.
/// Foreign servers don't count as users of it: pgdiff's own endpoints are such.
pub fn serves_pgdiff_only(extension: &Object, catalog: &Catalog, other: &Catalog) -> bool {
    extension.id.kind == Kind::Extension
        && extension.id.last() == "dblink"
        && extension.flag("_with_pgdiff")
        && !other.contains(&extension.id)
        && !catalog.objects().any(|object| {
            object.depends.contains(&extension.id) && object.id.base() != extension.id && object.id.kind != Kind::ForeignServer
        })
}

/// Is this a foreign server of dblink, or a user mapping for one, in a database with pgdiff? Those are pgdiff's own endpoints.
pub fn is_endpoint(object: &Object, catalog: &Catalog) -> bool {
    let dblink = ObjectId::new(Kind::Extension, ["dblink"]);
    let server = ObjectId::new(Kind::ForeignServer, [object.id.first()]);
    matches!(object.id.of.unwrap_or(object.id.kind), Kind::ForeignServer | Kind::UserMapping)
        && catalog.get(&server).is_some_and(|server| server.depends.contains(&dblink))
        && catalog.get(&dblink).is_some_and(|dblink| dblink.flag("_with_pgdiff"))
}

/// Would values be lost if the extension were dropped for a moment? They would where something that holds rows is made of it.
fn holds_data(extension: &Object, catalog: &Catalog) -> bool {
    const HOLDERS: &[&str] = &["table", "column", "attribute", "domain", "range type", "sequence"];
    catalog.objects().any(|object| object.depends.contains(&extension.id) && HOLDERS.contains(&object.id.kind.as_str()))
}

impl ObjectKind for Extension {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/extension.sql"))
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "extension"
    }

    fn reference(&self, object: &Object) -> String {
        format!("EXTENSION {}", quote(object.id.last()))
    }

    fn slots(&self, object: &Object) -> Vec<(&'static str, Vec<String>)> {
        vec![("pg_extension", object.id.name.to_vec())]
    }

    /// Made anew only where the server knows no other way and no rows hang on it; where some do, the statement that the server
    /// refuses is better than losing them.
    fn way(&self, change: &Change<'_>, cx: &Context<'_>) -> Way {
        let Change { old, new, .. } = *change;
        let no_update = change.has("version") && !old.texts("_updates").contains(&new.str("version"));
        let no_move = change.has("schema") && !old.flag("_relocatable");
        if (no_update || no_move) && !holds_data(old, cx.target) { Way::Rebuild } else { Way::InPlace }
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let version = match object.text("version") {
            Some(version) if !cx.options.ignore.contains(&Ignore::ExtensionVersions) => format!(" VERSION {}", literal(version)),
            _ => String::new(),
        };
        let reference = self.reference(object);
        let mut statements =
            vec![Statement::new(format!("CREATE {reference} WITH SCHEMA {}{version}", quote(object.str("schema"))))];
        if cx.source.facet(&object.id, Kind::Comment).is_none() && !cx.options.ignore.contains(&Ignore::Comments) {
            let because = "creating an extension comments on it";
            statements.push(Statement::new(format!("COMMENT ON {reference} IS NULL")).because(because));
        }
        statements
    }

    fn drop(&self, object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        vec![
            Statement::new(format!("DROP {}", self.reference(object)))
                .hazard(Hazard::DropExtension)
                .reversible(Reversibility::StructureOnly),
        ]
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let Change { old, new, .. } = *change;
        let reference = self.reference(new);
        let mut statements = Vec::new();
        if change.has("version") {
            // The way back is known only if the same files are there where the rollback runs; they are the target's here.
            let back = cx.source.get(&new.id).is_some_and(|new| new.texts("_updates").contains(&old.str("version")));
            let reversibility = if back { Reversibility::StructureOnly } else { Reversibility::Irreversible };
            statements.push(
                Statement::new(format!("ALTER {reference} UPDATE TO {}", literal(new.str("version"))))
                    .hazard(Hazard::UpdateExtension)
                    .reversible(reversibility),
            );
        }
        if change.has("schema") {
            statements.push(Statement::new(format!("ALTER {reference} SET SCHEMA {}", quote(new.str("schema")))));
        }
        statements
    }
}
