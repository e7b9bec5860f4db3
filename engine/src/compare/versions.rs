//! What servers of different versions cannot write alike, although it is the same: made equal before comparing, because no
//! script could.

use super::prepare::Instead;
use super::scope::put;
use crate::catalog::{Catalog, Object};
use crate::kind::Kind;
use crate::kind::privileges;
use crate::lex::{Token, tokens};

/// A view's rule has no entries for OLD and NEW any more, so that the columns of a single relation need no qualifier
/// (src/backend/utils/adt/ruleutils.c, `varprefix`).
const VIEWS_WITHOUT_OLD_AND_NEW: u32 = 160_000;

/// GRANT MAINTAIN
const MAINTAIN: u32 = 170_000;

/// What takes the place of the source's objects where only the servers' versions make them differ.
pub(super) fn adapted(target: &Catalog, source: &Catalog) -> Instead {
    let (here, there) = (target.origin.server_version_num, source.origin.server_version_num);
    let between = |version| (here < version) != (there < version);
    let mut instead = Instead::new();
    if between(VIEWS_WITHOUT_OLD_AND_NEW) {
        for new in source.objects().filter(|object| matches!(object.id.kind, Kind::View | Kind::MaterializedView)) {
            if let Some(old) = target.get(&new.id).filter(|old| is_same_query(old, new, here < there)) {
                let mut object = new.clone();
                put(&mut object.properties, "definition", old.get("definition"));
                instead.insert(object.id.clone(), Some(object));
            }
        }
    }
    if between(MAINTAIN) {
        let (newer, older) = if here < there { (source, target) } else { (target, source) };
        let lists = |object: &&Object| matches!(object.id.kind, Kind::Privileges | Kind::DefaultPrivilege);
        for list in newer.objects().filter(lists) {
            let without = privileges::without(list, "MAINTAIN", older.origin.server_version_num);
            if here < there {
                instead.insert(list.id.clone(), without);
            } else if without.as_ref().map(|list| &list.properties) == source.get(&list.id).map(|list| &list.properties) {
                instead.insert(list.id.clone(), Some(list.clone()));
            }
        }
    }
    instead
}

fn is_same_query(old: &Object, new: &Object, old_is_older: bool) -> bool {
    match (old.text("definition"), new.text("definition")) {
        (Some(old), Some(new)) if old_is_older => old != new && adds_qualifiers_only(old, new),
        (Some(old), Some(new)) => old != new && adds_qualifiers_only(new, old),
        _ => false,
    }
}

/// Is the older text the newer one with qualifiers before names (`t.a` for `a`)?
fn adds_qualifiers_only(older: &str, newer: &str) -> bool {
    let words = |text| tokens(text).into_iter().filter(|(token, _)| *token != Token::Space).collect::<Vec<_>>();
    let (older, newer) = (words(older), words(newer));
    let mut at = 0;
    for token in newer {
        let is_qualifier = matches!(older.get(at..at + 2), Some([(Token::Word | Token::Quoted, _), (Token::Symbol, ".")]));
        if older.get(at) != Some(&token) && is_qualifier {
            at += 2;
        }
        if older.get(at) != Some(&token) {
            return false;
        }
        at += 1;
    }
    at == older.len()
}

#[cfg(test)]
mod tests {
    use super::adds_qualifiers_only;

    #[test]
    fn only_qualifiers_may_be_more() {
        let older = "SELECT t.a, t.\"B c\"\n FROM s.t WHERE t.a > 't.a'";
        assert!(adds_qualifiers_only(older, "SELECT a, \"B c\" FROM s.t WHERE a > 't.a'"));
        assert!(!adds_qualifiers_only(older, "SELECT a, \"B c\" FROM s.t WHERE b > 't.a'"));
        assert!(!adds_qualifiers_only(older, "SELECT a FROM s.t WHERE a > 't.a'"));
        assert!(!adds_qualifiers_only("SELECT a FROM t", "SELECT t.a FROM t"));
    }
}
