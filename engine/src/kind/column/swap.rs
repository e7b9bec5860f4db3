//! Another type without a rewrite under the lock, with the strategy `online` and the caller's leave (the option `backfill`): a column
//! of the new type beside the old one, which a trigger keeps filled, the rows that stand filled in batches, indexes built concurrently,
//! then one short transaction that puts the new one in the old one's place.
//!
//! Whether it goes so is decided from both catalogs alone and before anything else, because nothing else is touched then: what stands
//! on the column is none of the planner's business. So everything that does must be known here.

use super::backfill::{batches, is_wanted, takes_updates};
use super::clause::{self, Place};
use super::lineage::table_of;
use super::retype::Effect;
use super::{conversion, conversion_of, is_foreign, is_of_view, not_null};
use crate::catalog::{Catalog, Object, ObjectId};
use crate::hazard::{LockMode, Risk};
use crate::ident::{dollar, qualified, quote};
use crate::kind::ancestry::referring;
use crate::kind::conversion::{beside_name, with_suffix};
use crate::kind::{Context, Kind, constraint, index, row_type};
use crate::options::Ignore;
use crate::probe;
use crate::statement::{Online, Statement};
use serde_json::Value;

/// Is the column given its type by a swap? Its default comes with it.
pub(in crate::kind) fn swaps(column: &ObjectId, cx: &Context<'_>) -> bool {
    is_wanted(cx) && cx.target.get(column).zip(cx.source.get(column)).is_some_and(|(old, new)| is_swapped(old, new, cx))
}

fn is_swapped(old: &Object, new: &Object, cx: &Context<'_>) -> bool {
    let table = table_of(&new.id);
    let rest = |object: &Object| object.compared().filter(|(name, _)| *name != "type").map(|(n, v)| (n.clone(), v.clone())).collect();
    let (was, is): (Vec<(String, Value)>, Vec<(String, Value)>) = (rest(old), rest(new));
    let retyped = old.str("type") != new.str("type") && was == is;
    let is_plain = |object: &Object| {
        object.text("generated").is_none()
            && object.depends.iter().all(|needed| matches!(needed.kind, Kind::Table | Kind::Schema))
            && ["not_null_name", "not_null_comment", "not_null_not_valid"].iter().all(|property| object.get(property).is_none())
    };
    retyped
        && !is_of_view(new)
        && !is_foreign(new)
        && is_plain(old)
        && is_plain(new)
        // The new one comes last.
        && cx.options.ignores(Ignore::ColumnOrder)
        && takes_updates(&table, cx)
        && !row_type::is_held(&table, cx.target, cx.source)
        && conversion(old, new, cx).is_some_and(|conversion| {
            !conversion.loses && !matches!(conversion.effect, Effect::None | Effect::UnlessUtc)
        })
        && Parts::of(new, cx).is_some()
}

/// What stands on a column, and comes along with it.
#[derive(Default)]
struct Parts<'a> {
    default: Option<&'a Object>,
    sequences: Vec<&'a Object>,
    indexes: Vec<&'a Object>,
    keys: Vec<&'a Object>,
    /// Checks and foreign keys.
    conditions: Vec<&'a Object>,
}

impl<'a> Parts<'a> {
    /// Nothing if there is something that doesn't come along.
    fn of(column: &Object, cx: &Context<'a>) -> Option<Self> {
        let mut parts = Self::default();
        let on = |catalog: &'a Catalog| {
            let id = column.id.clone();
            catalog.objects().filter(move |object| !object.id.is_facet() && object.depends.contains(&id))
        };
        // What only the target has would go, what only the source has would come, at another time.
        let same = |id: &ObjectId, but: &str| {
            let rest = |object: &'a Object| object.compared().filter(|(name, _)| *name != but).collect::<Vec<_>>();
            cx.target.get(id).zip(cx.source.get(id)).is_some_and(|(old, new)| rest(old) == rest(new))
        };
        let stays = |needed: &ObjectId| match needed.kind {
            Kind::Table | Kind::Schema | Kind::Sequence => cx.target.contains(needed) && cx.source.contains(needed),
            // The table's columns may be swapped together.
            Kind::Column if needed.names(2) == column.id.names(2) => same(needed, "type"),
            _ => same(needed, ""),
        };
        for object in on(cx.target).chain(on(cx.source)) {
            let is_default = object.id.kind == Kind::ColumnDefault && object.parent.as_ref() == Some(&column.id);
            if !(is_default || same(&object.id, "")) || !object.depends.iter().all(stays) {
                return None;
            }
        }
        for object in on(cx.source) {
            match object.id.kind {
                Kind::ColumnDefault => parts.default = Some(object),
                Kind::SequenceOwner => parts.sequences.push(object),
                Kind::Index if object.flag("_plain") && object.get("extensions").is_none() => parts.indexes.push(object),
                Kind::Constraint if constraint::can_be_remade(object) => {
                    let list = if constraint::is_key(object) { &mut parts.keys } else { &mut parts.conditions };
                    list.push(object);
                }
                _ => return None,
            }
        }
        // A foreign key, a view's GROUP BY, whatever needs an index that goes.
        let gone = |needed: &&ObjectId| parts.indexes.iter().chain(&parts.keys).chain(&parts.conditions).any(|part| part.id == **needed);
        let needed = |catalog: &Catalog| catalog.objects().filter(|object| !object.id.is_facet()).any(|object| object.depends.iter().find(gone).is_some());
        // A foreign key may go by any key of the table.
        let table = table_of(&column.id);
        let referred = |catalog: &Catalog| referring(&table, catalog).next().is_some();
        let has_keys = !parts.keys.is_empty() || parts.indexes.iter().any(|index| index.flag("unique"));
        let is_needed = needed(cx.target) || needed(cx.source) || has_keys && (referred(cx.target) || referred(cx.source));
        (!is_needed).then_some(parts)
    }
}

/// The definition of an index or key, on the new column in place of the old one.
fn on_new(definition: &str, old: &str, new: &str) -> String {
    let mut written = String::new();
    let mut rest = definition;
    for group in probe::groups(definition) {
        // The groups are slices of the definition, in their order.
        let Some((before, after)) = rest.split_once(group).filter(|_| !group.is_empty()) else { continue };
        let item = |item: &str| match item.strip_prefix(old) {
            Some(behind) if behind.is_empty() || behind.starts_with(' ') => format!("{new}{behind}"),
            _ => item.to_owned(),
        };
        let items: Vec<String> = probe::items(group).into_iter().map(item).collect();
        written.push_str(before);
        written.push_str(&items.join(", "));
        rest = after;
    }
    written + rest
}

/// Its copy on the new column, under a name of its own.
fn copy_of(object: &Object, old: &str, new: &str) -> Object {
    let mut copy = object.clone();
    copy.id = object.id.called(&beside_name(object.id.last()));
    copy.properties.insert("definition".to_owned(), Value::String(on_new(object.str("definition"), old, new)));
    copy
}

/// What takes the place of the statement that would rewrite the table.
pub(super) fn online(old: &Object, new: &Object, cx: &Context<'_>) -> Option<Online> {
    let parts = Parts::of(new, cx)?;
    let table = table_of(&new.id);
    let relation = qualified(&table.name);
    let mut beside = new.clone();
    beside.id = new.id.called(&beside_name(new.id.last()));
    beside.properties.remove("not_null");
    let (name, new_name) = (quote(new.id.last()), quote(beside.id.last()));
    let value = |column: &str| conversion_of(column, old, new, cx).map(|conversion| conversion.using.unwrap_or_else(|| column.to_owned()));
    let function = qualified(&[table.first(), &beside_name(&format!("{}.{}", table.last(), new.id.last()))]);
    let trigger = quote(&beside_name(new.id.last()));
    let alter = |what: String| Statement::new(format!("ALTER TABLE {relation} {what}")).locks(LockMode::AccessExclusive, &relation);

    let add = alter(format!("ADD COLUMN {}", clause::clause(&beside, &[], Place::Table, true, cx)?))
        .because(format!("it will be {name}, of type {}", new.str("type")))
        .risk(Risk::Low);
    let body = format!("BEGIN\n    NEW.{new_name} := {};\n    RETURN NEW;\nEND", value(&format!("NEW.{name}"))?);
    let keeps = Statement::new(format!(
        "CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS {}",
        dollar(&body)
    ));
    let fires = format!("CREATE TRIGGER {trigger} BEFORE INSERT OR UPDATE ON {relation} FOR EACH ROW EXECUTE FUNCTION {function}()");
    let fires = Statement::new(fires).locks(LockMode::ShareRowExclusive, &relation).because("keeps both columns alike meanwhile");
    // What a subscription applies fires no other.
    let always = Statement::new(format!("ALTER TABLE {relation} ENABLE ALWAYS TRIGGER {trigger}")).locks(LockMode::ShareRowExclusive, &relation);
    let mut after = vec![add];
    after.extend(clause::settings(&beside, cx).into_iter().chain([keeps, fires, always]).map(Statement::following));
    let condition = format!("{new_name} IS NULL AND {name} IS NOT NULL");
    // Only under this name does the function go, and the old column with it: a script that goes on after an error loses nothing.
    let full = quote(&with_suffix(&format!("{}.{}", table.last(), new.id.last()), " (pgdiff full)"));
    let mark = format!("ALTER FUNCTION {function}() RENAME TO {full}");
    let full = format!("{}.{full}", quote(table.first()));
    after.push(batches(&table, &format!("{new_name} = {}", value(&name)?), &condition, Some(&mark)));

    // Under the new names the old ones' copies wait.
    for object in &parts.indexes {
        after.push(index::concurrently(&copy_of(object, &name, &new_name)));
    }
    let mut keys = Vec::new();
    for object in &parts.keys {
        let (build, take) = constraint::by_index(object, &copy_of(object, &name, &new_name), false)?;
        after.push(build);
        keys.push(take);
    }
    let mut proof = Vec::new();
    if new.flag("not_null") {
        let mut said = new.clone();
        said.id = beside.id.clone();
        let [check, validate, _, drop] = <[Statement; 4]>::try_from(not_null::add(&said, cx).online?.after).ok()?;
        after.extend([check, validate]);
        proof = vec![alter(format!("ALTER COLUMN {name} SET NOT NULL")).risk(Risk::Low), drop];
    }

    let mut swap = vec![
        Statement::new(format!("DROP TRIGGER {trigger} ON {relation}")).locks(LockMode::AccessExclusive, &relation),
        Statement::new(format!("DROP FUNCTION {full}()")),
    ];
    for sequence in &parts.sequences {
        let mut sequence = (*sequence).clone();
        sequence.properties.insert("column".to_owned(), beside.id.name.iter().cloned().collect());
        swap.extend(sequence.spec().create(&sequence, &[], cx));
    }
    let drop = alter(format!("DROP COLUMN {name}")).because("its values are in the new one").risk(Risk::Low);
    // The foreign keys that go with it lock the other tables as well.
    let others = parts.conditions.iter().filter_map(|object| constraint::referenced(object)).filter(|other| *other != table);
    swap.push(others.fold(drop, |drop, other| drop.locks(LockMode::AccessExclusive, qualified(&other.name))));
    swap.push(alter(format!("RENAME COLUMN {new_name} TO {name}")));
    swap.extend(proof);
    if let Some(default) = parts.default {
        swap.push(alter(format!("ALTER COLUMN {name} SET DEFAULT {}", default.str("expression"))));
    }
    swap.extend(keys);
    for object in &parts.indexes {
        let copy = copy_of(object, &name, &new_name);
        swap.push(Statement::new(format!("ALTER INDEX {} RENAME TO {}", qualified(&copy.id.name), quote(object.id.last()))));
        swap.extend(index::beside(&qualified(&object.id.name), object));
    }
    let mut validations = Vec::new();
    for object in &parts.conditions {
        let statements = object.spec().create(object, &[], cx);
        for mut statement in statements {
            match statement.online.take() {
                Some(online) => {
                    swap.extend(online.instead);
                    validations.extend(online.after);
                }
                None => swap.push(statement),
            }
        }
    }
    for object in std::iter::once(&new).chain(&parts.indexes).chain(&parts.keys).chain(&parts.conditions) {
        let facets = [Kind::Privileges, Kind::Comment, Kind::SecurityLabel];
        let facets = facets.into_iter().filter_map(|facet| cx.source.facet(&object.id, facet));
        swap.extend(facets.flat_map(|facet| facet.spec().create(facet, &[], cx)));
    }
    let mut swap = swap.into_iter();
    after.extend(swap.next().map(|first| first.because("from here on the new column takes the place of the old one")));
    after.extend(swap.map(Statement::following));
    after.extend(validations);
    Some(Online { after, ..Online::default() })
}
