//! Privileges: a facet of every kind that `GRANT` takes.
//!
//! The facet is there only where the list differs from what a new object of that kind has, and it names the owner and PUBLIC
//! by a word of their own, so that a change of owner, which rewrites the list in the server, is no change of it here.

use super::{Change, Context, DefaultPrivileges, Kind, ObjectKind};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::Hazard;
use crate::ident::quote;
use crate::statement::Statement;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// GRANT and REVOKE
pub struct Privileges;

/// Stands for the owner in a normalized list. No role can be called so: role names are at least one character, and this is
/// told apart by the field that holds it, not by its text.
const OWNER: &str = "=owner";
/// Stands for PUBLIC in a normalized list.
const PUBLIC: &str = "=public";

/// Who granted to whom, and for each privilege whether it may be granted on.
pub(super) type Grants = BTreeMap<(String, String), BTreeMap<String, bool>>;

/// The list as the facet's property, or nothing if a new object of this kind has the same.
pub fn normalized(kind: Kind, acl: &Value, owner: &str, server_version_num: u32) -> Option<Value> {
    let grants = parse(acl, owner)?;
    (grants != initial(kind, server_version_num)).then(|| to_value(&grants))
}

/// The grants in rows of `[grantor, grantee or null for PUBLIC, privilege, grantable]`.
pub(super) fn parse(acl: &Value, owner: &str) -> Option<Grants> {
    let mut grants = Grants::new();
    for item in acl.as_array()? {
        let role = |index: usize| match item.get(index).and_then(Value::as_str) {
            None => PUBLIC.to_owned(),
            Some(name) => role_key(name, owner),
        };
        let privilege = item.get(2).and_then(Value::as_str)?.to_owned();
        let grantable = item.get(3).and_then(Value::as_bool)?;
        *grants.entry((role(0), role(1))).or_default().entry(privilege).or_default() |= grantable;
    }
    Some(grants)
}

fn role_key(name: &str, owner: &str) -> String {
    if name == owner { OWNER.to_owned() } else { format!("@{name}") }
}

/// What a new object has: acldefault.
fn initial(kind: Kind, server_version_num: u32) -> Grants {
    kind.spec().default_privileges(server_version_num).map(built_in).unwrap_or_default()
}

/// The grants that the server makes by itself.
pub(super) fn built_in(DefaultPrivileges { owner, public }: DefaultPrivileges) -> Grants {
    let mut grants = Grants::new();
    for (grantee, privileges) in [(OWNER, owner), (PUBLIC, public)] {
        if !privileges.is_empty() {
            let privileges = privileges.iter().map(|privilege| ((*privilege).to_owned(), false)).collect();
            grants.insert((OWNER.to_owned(), grantee.to_owned()), privileges);
        }
    }
    grants
}

/// What `compare` says of a privilege that the target doesn't know.
pub const NOT_HOSTED: &str = "the privilege MAINTAIN is not there before PostgreSQL 17";
const MAINTAIN: &str = "MAINTAIN";
const SINCE: u32 = 170_000;

/// A list of another version's server as the target's can have it, where it can't be the same, and whether that loses what
/// somebody granted. The owner has MAINTAIN wherever it is known, unless it was taken away.
pub fn hosted(object: &Object, old: Option<&Object>, from: u32, to: u32) -> Option<(Value, bool)> {
    if (from < SINCE) == (to < SINCE) || !matches!(object.id.of, Some(Kind::Table | Kind::View | Kind::MaterializedView)) {
        return None;
    }
    let mut grants = of_object(object);
    let own = (OWNER.to_owned(), OWNER.to_owned());
    if to < SINCE {
        let mut is_lost = false;
        for (key, privileges) in &mut grants {
            is_lost |= privileges.remove(MAINTAIN).is_some() && *key != own;
        }
        grants.retain(|_, privileges| !privileges.is_empty());
        return Some((to_value(&grants), is_lost));
    }
    // Nobody could have said anything about it: what the target has stays.
    let before = old.map_or_else(|| initial(object.id.base().kind, to), of_object);
    for (key, privileges) in before {
        if let Some(grantable) = privileges.get(MAINTAIN).copied()
            && let Some(wanted) = grants.get_mut(&key)
        {
            wanted.insert(MAINTAIN.to_owned(), grantable);
        }
    }
    Some((to_value(&grants), false))
}

/// Is the list what a new object has, so that there need be none?
pub fn is_initial(object: &Object, server_version_num: u32) -> bool {
    of_object(object) == initial(object.id.base().kind, server_version_num)
}

fn to_value(grants: &Grants) -> Value {
    let rows = grants.iter().flat_map(|((grantor, grantee), privileges)| {
        privileges.iter().map(move |(privilege, grantable)| json!([grantor, grantee, privilege, grantable]))
    });
    Value::Array(rows.collect())
}

fn of_object(object: &Object) -> Grants {
    of_rows(object.array("grants"))
}

/// A normalized list in rows of `[grantor, grantee, privilege, grantable]`.
pub(super) fn of_rows(rows: &[Value]) -> Grants {
    let mut grants = Grants::new();
    for row in rows {
        let text = |index: usize| row.get(index).and_then(Value::as_str).unwrap_or("").to_owned();
        let grantable = row.get(3).and_then(Value::as_bool).unwrap_or(false);
        grants.entry((text(0), text(1))).or_default().insert(text(2), grantable);
    }
    grants
}

/// The roles of a normalized list, except the owner.
pub(super) fn roles_of_rows(rows: &[Value]) -> Vec<&str> {
    let rows = rows.iter().filter_map(Value::as_array);
    rows.flat_map(|row| row.iter().take(2)).filter_map(|name| name.as_str()?.strip_prefix('@')).collect()
}

fn role(name: &str, owner: &str) -> String {
    match name {
        // Owners are not compared: what is made belongs to whoever makes it.
        OWNER if owner.is_empty() => "CURRENT_USER".to_owned(),
        OWNER => quote(owner),
        PUBLIC => "PUBLIC".to_owned(),
        name => quote(name.strip_prefix('@').unwrap_or(name)),
    }
}

/// Grantors in the order in which grants can be made: the owner first, then whoever got the grant option from those before.
fn grantors(grants: &Grants) -> Vec<String> {
    let mut order = vec![OWNER.to_owned()];
    let mut at = 0;
    while at < order.len() {
        for ((grantor, grantee), privileges) in grants {
            if *grantor == order[at] && privileges.values().any(|grantable| *grantable) && !order.contains(grantee) {
                order.push(grantee.clone());
            }
        }
        at += 1;
    }
    for (grantor, _) in grants.keys() {
        if !order.contains(grantor) {
            order.push(grantor.clone());
        }
    }
    order
}

/// Writes GRANT and REVOKE for one object, or for the default privileges of one class of objects.
pub(super) struct Scribe<'a> {
    /// `ALTER DEFAULT PRIVILEGES FOR ROLE x `, or nothing.
    prefix: String,
    /// `TABLE s.t`, `TABLES`
    on: String,
    /// ` (column)` for column privileges.
    columns: String,
    owner: &'a str,
    whole: BTreeSet<&'static str>,
}

impl<'a> Scribe<'a> {
    /// Names the owner that the source has; knows the privileges that the target's server has.
    fn new(base: &Object, cx: &Context<'a>) -> Self {
        let columns = if base.object_type().ends_with(" column") { format!(" ({})", quote(base.id.last())) } else { String::new() };
        let whole = base.spec().default_privileges(cx.target.origin.server_version_num);
        Self {
            prefix: String::new(),
            on: base.spec().grant_reference(base),
            columns,
            owner: cx.source.owner(&base.id).unwrap_or(""),
            whole: whole.map(|whole| whole.owner.iter().copied().collect()).unwrap_or_default(),
        }
    }

    /// For the default privileges of objects that `owner` will make, all in one class (`TABLES`).
    pub(super) fn of_defaults(prefix: String, class: &str, owner: &'a str, whole: DefaultPrivileges) -> Self {
        let whole = whole.owner.iter().copied().collect();
        Self { prefix, on: class.to_uppercase(), columns: String::new(), owner, whole }
    }

    /// For an object that is no object here, named by these words; of a column (quoted) of it, if there is one.
    pub(super) fn of_stranger(on: String, column: Option<String>, owner: &'a str, whole: Option<DefaultPrivileges>) -> Self {
        let columns = column.map(|column| format!(" ({column})")).unwrap_or_default();
        let whole = whole.map(|whole| whole.owner.iter().copied().collect()).unwrap_or_default();
        Self { prefix: String::new(), on, columns, owner, whole }
    }

    /// Has the target's server this privilege? A newer one's (MAINTAIN, from 17 on) can't be granted there.
    fn is_known(&self, privilege: &str) -> bool {
        self.whole.is_empty() || self.whole.contains(privilege)
    }

    fn words(&self, privileges: &BTreeSet<&str>) -> String {
        if self.columns.is_empty() && privileges.len() > 1 && *privileges == self.whole {
            return "ALL".to_owned();
        }
        privileges.iter().map(|privilege| format!("{privilege}{}", self.columns)).collect::<Vec<_>>().join(", ")
    }

    /// Runs a statement as the one whose grant it is. The owner's grants are made by whoever may act for the owner.
    fn as_grantor(&self, grantor: &str, statement: Statement) -> Vec<Statement> {
        if grantor == OWNER {
            return vec![statement];
        }
        vec![
            Statement::new(format!("SET ROLE {}", role(grantor, self.owner))).because("the grant belongs to this role"),
            statement,
            Statement::new("RESET ROLE"),
        ]
    }

    pub(super) fn grant(&self, grantor: &str, grantee: &str, privileges: &BTreeSet<&str>, grantable: bool) -> Vec<Statement> {
        let option = if grantable { " WITH GRANT OPTION" } else { "" };
        let sql = format!(
            "{}GRANT {} ON {} TO {}{option}",
            self.prefix,
            self.words(privileges),
            self.on,
            role(grantee, self.owner)
        );
        self.as_grantor(grantor, Statement::new(sql).hazard(Hazard::AuthorizationWidened))
    }

    fn revoke(&self, grantor: &str, grantee: &str, privileges: &BTreeSet<&str>, option_only: bool) -> Vec<Statement> {
        let option = if option_only { "GRANT OPTION FOR " } else { "" };
        let sql = format!(
            "{}REVOKE {option}{} ON {} FROM {}",
            self.prefix,
            self.words(privileges),
            self.on,
            role(grantee, self.owner)
        );
        self.as_grantor(grantor, Statement::new(sql).hazard(Hazard::AuthorizationNarrowed))
    }

    /// From one list to another: what is too much goes first, grants of grants before those they rest on.
    pub(super) fn sync(&self, old: &Grants, new: &Grants) -> Vec<Statement> {
        let none = BTreeMap::new();
        let mut statements = Vec::new();
        for grantor in grantors(old).iter().rev() {
            for ((_, grantee), had) in old.iter().filter(|((from, _), _)| from == grantor) {
                let wanted = new.get(&(grantor.clone(), grantee.clone())).unwrap_or(&none);
                let gone: BTreeSet<&str> = had.keys().filter(|p| !wanted.contains_key(*p)).map(String::as_str).collect();
                let option: BTreeSet<&str> =
                    had.iter().filter(|(p, g)| **g && wanted.get(*p) == Some(&false)).map(|(p, _)| p.as_str()).collect();
                if !gone.is_empty() {
                    statements.extend(self.revoke(grantor, grantee, &gone, false));
                }
                if !option.is_empty() {
                    statements.extend(self.revoke(grantor, grantee, &option, true));
                }
            }
        }
        for grantor in grantors(new) {
            for ((_, grantee), wanted) in new.iter().filter(|((from, _), _)| *from == grantor) {
                let had = old.get(&(grantor.clone(), grantee.clone())).unwrap_or(&none);
                for grantable in [false, true] {
                    let added: BTreeSet<&str> = wanted
                        .iter()
                        .filter(|(p, g)| **g == grantable && had.get(*p).is_none_or(|had| !*had && grantable))
                        .filter(|(p, _)| self.is_known(p))
                        .map(|(p, _)| p.as_str())
                        .collect();
                    if !added.is_empty() {
                        statements.extend(self.grant(&grantor, grantee, &added, grantable));
                    }
                }
            }
        }
        statements
    }
}

/// What brings the privileges of a new object, made where default privileges of some role grant to `grantees`, to what the
/// source has: who creates the object is not known, and REVOKE of nothing is nothing.
pub fn undo_default_privileges(base: &Object, grantees: &BTreeSet<String>, cx: &Context<'_>) -> Vec<Statement> {
    let scribe = Scribe::new(base, cx);
    let wanted = wanted(&base.id, cx.source);
    let all: BTreeSet<&str> = scribe.whole.iter().copied().collect();
    let mut statements = Vec::new();
    for grantee in grantees.iter().filter(|grantee| **grantee != format!("@{}", scribe.owner)) {
        statements.extend(scribe.revoke(OWNER, grantee, &all, false));
    }
    let granted_again: Grants = wanted
        .iter()
        .filter(|((grantor, grantee), _)| grantor == OWNER && (grantee == PUBLIC || grantee == OWNER || grantees.contains(grantee)))
        .map(|(key, privileges)| (key.clone(), privileges.clone()))
        .collect();
    statements.extend(scribe.sync(&Grants::new(), &granted_again));
    statements
}

fn wanted(base: &ObjectId, catalog: &Catalog) -> Grants {
    match catalog.facet(base, Kind::Privileges) {
        Some(facet) => of_object(facet),
        None => initial(base.kind, catalog.origin.server_version_num),
    }
}

/// The list after a change of owner (src/backend/utils/adt/acl.c, aclnewowner): the new owner's grants are the owner's, and
/// what it was granted is merged with what the owner has.
fn after_change_of_owner(grants: Grants, owner: &str) -> Grants {
    let key = |name: String| if name.strip_prefix('@') == Some(owner) { OWNER.to_owned() } else { name };
    let mut merged = Grants::new();
    for ((grantor, grantee), privileges) in grants {
        let entry = merged.entry((key(grantor), key(grantee))).or_default();
        for (privilege, grantable) in privileges {
            *entry.entry(privilege).or_default() |= grantable;
        }
    }
    merged
}

fn synced(object: &Object, cx: &Context<'_>, old: Grants, new: &Grants) -> Vec<Statement> {
    match cx.source.get(&object.id.base()) {
        Some(base) => {
            let scribe = Scribe::new(base, cx);
            let old = after_change_of_owner(old, scribe.owner);
            scribe.sync(&old, new)
        }
        None => Vec::new(),
    }
}

/// REVOKE on a table takes the privileges on its columns with it (aclchk.c, ExecGrant_Relation): those that are wanted are
/// granted again.
fn columns_again(object: &Object, cx: &Context<'_>, old: &Grants, new: &Grants) -> Vec<Statement> {
    let mut statements = Vec::new();
    for column in cx.source.children_of_kind(&object.id.base(), Kind::Column) {
        let Some(facet) = cx.source.facet(&column.id, Kind::Privileges).filter(|facet| cx.target.contains(&facet.id)) else {
            continue;
        };
        let scribe = Scribe::new(column, cx);
        for ((grantor, grantee), wanted) in of_object(facet) {
            let key = (grantor, grantee);
            let lost = |privilege: &String| {
                let had = old.get(&key).and_then(|had| had.get(privilege));
                had > new.get(&key).and_then(|kept| kept.get(privilege))
            };
            for option in [false, true] {
                let again = wanted.iter().filter(|(privilege, grantable)| **grantable == option && lost(privilege));
                let again: BTreeSet<&str> = again.map(|(privilege, _)| privilege.as_str()).collect();
                if !again.is_empty() {
                    let statements_again = scribe.grant(&key.0, &key.1, &again, option);
                    let why = "the REVOKE on the table took it away";
                    statements.extend(statements_again.into_iter().map(|statement| statement.because(why)));
                }
            }
        }
    }
    statements
}

impl ObjectKind for Privileges {
    fn object_type(&self, object: &Object) -> &'static str {
        object.id.of.map_or("privileges", |kind| kind.as_str())
    }

    fn row_property(&self) -> Option<&'static str> {
        Some("privileges")
    }

    /// Privileges by grantee; whose grant it is where it isn't the owner's.
    fn row_value(&self, object: &Object) -> Value {
        let name = |role: &str| match role {
            OWNER => "owner".to_owned(),
            role => self::role(role, ""),
        };
        let mut shown: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for ((grantor, grantee), privileges) in of_object(object) {
            let by = if grantor == OWNER { String::new() } else { format!(" by {}", name(&grantor)) };
            let word = |(privilege, grantable): (&String, &bool)| format!("{privilege}{}", if *grantable { " WITH GRANT OPTION" } else { "" });
            shown.insert(format!("{}{by}", name(&grantee)), privileges.iter().map(word).collect());
        }
        json!(shown)
    }

    fn reference(&self, object: &Object) -> String {
        format!("privileges on {}", self.identity(object))
    }

    fn roles<'a>(&self, object: &'a Object) -> Vec<&'a str> {
        roles_of_rows(object.array("grants"))
    }

    fn create(&self, object: &Object, _folded: &[&Object], cx: &Context<'_>) -> Vec<Statement> {
        let initial = initial(object.id.base().kind, cx.target.origin.server_version_num);
        synced(object, cx, initial, &of_object(object))
    }

    fn drop(&self, object: &Object, cx: &Context<'_>) -> Vec<Statement> {
        let initial = initial(object.id.base().kind, cx.target.origin.server_version_num);
        let mut statements = synced(object, cx, of_object(object), &initial);
        statements.extend(columns_again(object, cx, &of_object(object), &initial));
        statements
    }

    fn alter(&self, change: &Change<'_>, cx: &Context<'_>) -> Vec<Statement> {
        let (old, new) = (of_object(change.old), of_object(change.new));
        let mut statements = synced(change.new, cx, old.clone(), &new);
        statements.extend(columns_again(change.new, cx, &old, &new));
        statements
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_owner_has_what_it_was_granted() {
        let key = |grantor: &str, grantee: &str| (grantor.to_owned(), grantee.to_owned());
        let execute = |grantable| BTreeMap::from([("EXECUTE".to_owned(), grantable)]);
        let old = Grants::from([
            (key(OWNER, OWNER), execute(false)),
            (key(OWNER, "@bob"), execute(true)),
            (key("@bob", "@carol"), execute(false)),
        ]);
        let merged = Grants::from([(key(OWNER, OWNER), execute(true)), (key(OWNER, "@carol"), execute(false))]);
        assert_eq!(after_change_of_owner(old, "bob"), merged);
    }

    #[test]
    fn the_list_of_a_new_object_is_no_facet() {
        let acl = json!([["al", "al", "USAGE", false], ["al", "al", "CREATE", false]]);
        assert_eq!(normalized(Kind::Schema, &acl, "al", 150_000), None);
        let acl = json!([["al", "al", "USAGE", false], ["al", null, "CREATE", false]]);
        let grants = normalized(Kind::Schema, &acl, "al", 150_000);
        assert_eq!(grants, Some(json!([["=owner", "=owner", "USAGE", false], ["=owner", "=public", "CREATE", false]])));
    }
}
