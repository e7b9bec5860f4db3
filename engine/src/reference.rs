//! What `object_types()` tells: every type of object and how far it is handled.

use crate::kind::Kind;

/// A row of `object_types()`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectTypeRow {
    /// As `pg_identify_object` names it.
    pub object_type: &'static str,
    /// Is it compared and changed? If not, it is told and left alone.
    pub supported: bool,
    /// What is changed in place, and what is made anew.
    pub meaning: &'static str,
}

/// Every type once, in the order in which they are made.
pub fn object_types() -> Vec<ObjectTypeRow> {
    let handled = Kind::ALL.iter().flat_map(|kind| of(*kind));
    let handled = handled.map(|(object_type, meaning)| ObjectTypeRow { object_type, supported: true, meaning });
    let mut rows: Vec<ObjectTypeRow> = Vec::new();
    for row in handled {
        if !rows.iter().any(|other| other.object_type == row.object_type) {
            rows.push(row);
        }
    }
    rows
}

/// The types that a kind stands for; none for what people see as a property of another object (an owner, a default).
fn of(kind: Kind) -> &'static [(&'static str, &'static str)] {
    match kind {
        Kind::Role => &[("role", "with scope = cluster; attributes change in place; comment, settings, memberships")],
        Kind::RolePassword => &[(
            "role password",
            "with scope = cluster; compared by a digest, written only with secrets = reveal, else left to be filled in",
        )],
        Kind::RoleMembership => &[("role membership", "with scope = cluster; granted and revoked, options change in place")],
        Kind::RoleSetting => &[("role setting", "with scope = cluster; set and reset")],
        Kind::Tablespace => &[(
            "tablespace",
            "with scope = cluster; options change in place, the location can't be changed; owner, privileges, comment",
        )],
        Kind::ParameterPrivileges => &[("parameter ACL", "with scope = cluster; granted and revoked in place")],
        Kind::Database => &[(
            "database",
            "with scope = database; owner, privileges, comment, connection limit, template mark; encoding and locale can't be changed",
        )],
        Kind::DatabaseSetting => &[("database setting", "with scope = database; set and reset, for all roles or for one")],
        Kind::LargeObject => &[(
            "large object",
            "with large_objects = true, where both sides have it; owner, privileges, comment; never made nor dropped",
        )],
        Kind::Schema => &[("schema", "made and dropped; owner, privileges, comment")],
        Kind::Extension => {
            &[("extension", "updated or moved to another schema where it can be, else made anew; its members are its own")]
        }
        Kind::Collation => &[("collation", "made anew; owner, comment")],
        Kind::ShellType | Kind::EnumType | Kind::CompositeType | Kind::BaseType | Kind::RangeType => &[(
            "type",
            "enum values and attributes change in place; anything else makes the type anew and converts what uses it; owner, privileges, comment",
        )],
        Kind::Attribute => &[("composite type column", "added, dropped and retyped in place; comment")],
        Kind::Domain => {
            &[("domain", "default and NOT NULL change in place, another type makes it anew; owner, privileges, comment")]
        }
        Kind::DomainConstraint => &[("domain constraint", "validated in place, else made anew; comment")],
        Kind::Function => &[
            (
                "function",
                "replaced where the server allows it, else made anew with what depends on it; owner, privileges, comment",
            ),
            ("procedure", "as functions"),
        ],
        Kind::Aggregate => &[("aggregate", "replaced where the server allows it, else made anew; owner, privileges, comment")],
        Kind::Language => &[("language", "replaced in place; owner, privileges, comment")],
        Kind::AccessMethod => &[("access method", "made anew with what depends on it; comment")],
        Kind::Operator | Kind::ShellOperator => &[(
            "operator",
            "estimators change in place, from 17 on hashing, merging and partners are added in place, else made anew; owner, comment",
        )],
        Kind::OperatorFamily => &[("operator family", "its members are added and dropped in place; owner, comment")],
        Kind::OpfamilyMember => &[
            (
                "operator of access method",
                "added and dropped in place where the server allows it, else with its operator class",
            ),
            ("function of access method", "as operators of access methods"),
        ],
        Kind::OperatorClass => &[("operator class", "made anew with what depends on it; owner, comment")],
        Kind::Cast => &[("cast", "made anew; comment")],
        Kind::Transform => &[("transform", "replaced in place; comment")],
        Kind::EncodingConversion => &[("conversion", "made anew; owner, comment")],
        Kind::TsParser => &[("text search parser", "made anew with what depends on it; comment")],
        Kind::TsTemplate => &[("text search template", "made anew with what depends on it; comment")],
        Kind::TsDictionary => {
            &[("text search dictionary", "options change in place, another template makes it anew; owner, comment")]
        }
        Kind::TsConfiguration => {
            &[("text search configuration", "mappings change in place, another parser makes it anew; owner, comment")]
        }
        Kind::Sequence => &[("sequence", "everything changes in place, its position stays; owner, privileges, comment")],
        Kind::Table => &[
            (
                "table",
                "everything that has an ALTER changes in place; another partition key copies the rows; owner, privileges, comment",
            ),
            ("foreign table", "as tables; options change in place, another server makes it anew"),
        ],
        Kind::Column => &[
            ("table column", "added, dropped and altered in place; default, identity, privileges, comment"),
            ("foreign table column", "as table columns; options change in place"),
            ("view column", "privileges, comment, default; the rest is the view's query"),
            ("materialized view column", "settings, privileges, comment"),
        ],
        Kind::View => &[(
            "view",
            "replaced where the server allows it, else made anew with what depends on it; owner, privileges, comment",
        )],
        Kind::MaterializedView => {
            &[("materialized view", "settings change in place, another query makes it anew; owner, privileges, comment")]
        }
        Kind::Constraint => {
            &[("table constraint", "validated, deferred and stored otherwise in place, else made anew; comment")]
        }
        Kind::Index => &[("index", "settings change in place, else made anew; comment")],
        Kind::Rule => &[("rule", "replaced in place; comment")],
        Kind::Trigger => &[("trigger", "enabled and disabled in place, else made anew; comment")],
        Kind::Policy => &[("policy", "roles and expressions change in place, else made anew; comment")],
        Kind::ForeignDataWrapper => &[("foreign-data wrapper", "everything changes in place; owner, privileges, comment")],
        Kind::ForeignServer => &[(
            "server",
            "version and options change in place, else made anew with its foreign tables; owner, privileges, comment",
        )],
        Kind::UserMapping => &[("user mapping", "options change in place; secrets are compared by a digest and never written")],
        Kind::Statistics => &[("statistics object", "the target changes in place, else made anew; owner, comment")],
        Kind::Publication => &[("publication", "parameters change in place, FOR ALL TABLES makes it anew; owner, comment")],
        Kind::PublicationRelation => &[("publication relation", "added and dropped; column list, row filter")],
        Kind::PublicationNamespace => &[("publication namespace", "added and dropped")],
        Kind::Subscription => &[(
            "subscription",
            "made disabled, changed and dropped without contact to the publisher; two_phase makes it anew; owner, comment",
        )],
        Kind::EventTrigger => &[("event trigger", "enabled and disabled in place, else made anew; owner, comment")],
        Kind::DefaultPrivilege => &[("default acl", "granted and revoked in place")],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_a_type_or_a_property_of_one() {
        for kind in Kind::ALL.iter().filter(|kind| kind.spec().row_property().is_none() && !kind.spec().alters_another()) {
            assert!(!of(*kind).is_empty(), "{}", kind.as_str());
        }
    }
}
