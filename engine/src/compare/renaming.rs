//! A catalog under other names: ids, what refers to them, and the texts that mention them.
//!
//! Ids are exact. Texts are rewritten token by token, and only where a name stands with its schema (or, for a column, in a
//! text of its own table): what is missed that way shows as a difference of the text, and is then altered to what the source
//! has.

use super::deparse;
use crate::catalog::{Catalog, Object, ObjectId, Properties};
use crate::ident::{literal, qualified, quote};
use crate::kind::Kind;
use crate::kind::column::not_null;
use crate::lex::{self, Token};
use crate::options::ReadScope;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};

type Pair = (String, String);

/// Old names and new ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Renaming {
    /// Relations and types.
    pub relations: BTreeMap<Pair, Pair>,
    /// Columns and attributes, by the old name of their relation.
    pub columns: BTreeMap<Pair, BTreeMap<String, String>>,
    /// Values of enums, by the old name of their type.
    pub labels: BTreeMap<Pair, BTreeMap<String, String>>,
    /// Anything else, by id: the new own name.
    pub others: BTreeMap<ObjectId, String>,
    /// Schemas.
    pub schemas: BTreeMap<String, String>,
    /// Single names wherever they stand, for names that differ only in case.
    pub words: BTreeMap<String, String>,
    /// Also inside the bodies of functions, which the server does not follow.
    pub bodies: bool,
}

fn pair(a: &str, b: &str) -> Pair {
    (a.to_owned(), b.to_owned())
}

impl Renaming {
    /// From the new names to the old ones.
    pub fn inverse(&self) -> Self {
        let schemas = self.schemas.iter().map(|(old, new)| (new.clone(), old.clone())).collect();
        let relations = self.relations.iter().map(|(old, new)| (new.clone(), old.clone())).collect();
        let columns = self.columns.iter().map(|(relation, columns)| {
            let (schema, name) = self.relation(&relation.0, &relation.1);
            ((schema, name), columns.iter().map(|(old, new)| (new.clone(), old.clone())).collect())
        });
        let labels = self.labels.iter().map(|(type_, labels)| {
            (self.relation(&type_.0, &type_.1), labels.iter().map(|(old, new)| (new.clone(), old.clone())).collect())
        });
        let labels = labels.collect();
        let others = self.others.keys().map(|id| (self.id(id), own_name(id).to_owned()));
        let words = self.words.iter().map(|(old, new)| (new.clone(), old.clone())).collect();
        Self { relations, labels, columns: columns.collect(), others: others.collect(), schemas, words, bodies: self.bodies }
    }

    fn word(&self, name: &str) -> String {
        self.words.get(name).map_or_else(|| name.to_owned(), Clone::clone)
    }

    fn schema(&self, name: &str) -> String {
        self.schemas.get(name).cloned().unwrap_or_else(|| self.word(name))
    }

    fn relation(&self, schema: &str, name: &str) -> Pair {
        match self.relations.get(&pair(schema, name)) {
            Some(renamed) => renamed.clone(),
            None => (self.schema(schema), self.word(name)),
        }
    }

    fn column(&self, schema: &str, relation: &str, name: &str) -> String {
        let renamed = self.columns.get(&pair(schema, relation)).and_then(|columns| columns.get(name));
        renamed.cloned().unwrap_or_else(|| self.word(name))
    }

    /// What the object is called now.
    pub fn id(&self, id: &ObjectId) -> ObjectId {
        let part = |index: usize| id.part(index);
        let kind = id.of.unwrap_or(id.kind);
        let own = self.others.get(&id.base()).cloned().unwrap_or_else(|| self.word(own_name(id)));
        let name: Vec<String> = match kind {
            Kind::Schema => vec![self.schema(part(0))],
            Kind::DefaultPrivilege => vec![part(0).to_owned(), self.schema(part(1)), part(2).to_owned()],
            Kind::UserMapping => vec![self.word(part(0)), part(1).to_owned()],
            Kind::PublicationNamespace => vec![self.word(part(0)), self.schema(part(1))],
            Kind::PublicationRelation => {
                let (schema, table) = self.relation(part(1), part(2));
                vec![self.word(part(0)), schema, table]
            }
            kind if kind.spec().scope() != ReadScope::Objects => return id.clone(),
            Kind::InitialPrivileges | Kind::MemberLabel => vec![part(0).to_owned(), self.text(part(1), None)],
            Kind::Function | Kind::Aggregate => vec![self.schema(part(0)), own, self.text(part(2), None)],
            Kind::Operator | Kind::ShellOperator => {
                vec![self.schema(part(0)), part(1).to_owned(), self.text(part(2), None), self.text(part(3), None)]
            }
            Kind::OpfamilyMember => {
                let family = vec![self.schema(part(0)), self.word(part(1)), part(2).to_owned(), part(3).to_owned()];
                [family, vec![self.text(part(4), None)]].concat()
            }
            Kind::OperatorClass | Kind::OperatorFamily => vec![self.schema(part(0)), own, part(2).to_owned()],
            Kind::Cast => vec![self.text(part(0), None), self.text(part(1), None)],
            Kind::Transform => vec![self.text(part(0), None), part(1).to_owned()],
            Kind::EncodingConversion | Kind::TsParser | Kind::TsTemplate | Kind::TsDictionary | Kind::TsConfiguration => {
                vec![self.schema(part(0)), own]
            }
            Kind::TsMapping => vec![self.schema(part(0)), self.word(part(1)), part(2).to_owned()],
            Kind::Collation => vec![self.schema(part(0)), own],
            Kind::Inheritance | Kind::IndexAttachment => {
                let (child, parent) = (self.relation(part(0), part(1)), self.relation(part(2), part(3)));
                vec![child.0, child.1, parent.0, parent.1]
            }
            Kind::Column | Kind::ColumnDefault | Kind::Identity | Kind::Attribute => {
                let (schema, relation) = self.relation(part(0), part(1));
                vec![schema, relation, self.column(part(0), part(1), part(2))]
            }
            _ if id.name.len() == 1 => vec![own],
            _ if id.name.len() == 2 => {
                let (schema, relation) = self.relation(part(0), part(1));
                vec![schema, if self.others.contains_key(&id.base()) { own } else { relation }]
            }
            _ => {
                let (schema, relation) = self.relation(part(0), part(1));
                [vec![schema, relation], id.name[2..id.name.len() - 1].to_vec(), vec![own]].concat()
            }
        };
        ObjectId { kind: id.kind, name: name.into(), of: id.of }
    }

    /// The catalog under the new names.
    pub fn apply(&self, catalog: &Catalog) -> Catalog {
        let known = self.with_relations_of_schemas(catalog);
        let ids: HashMap<&ObjectId, ObjectId> = catalog.objects().map(|object| (&object.id, known.id(&object.id))).collect();
        let renamed = |id: &ObjectId| ids.get(id).cloned().unwrap_or_else(|| known.id(id));
        let everywhere = !self.words.is_empty() || self.bodies || !self.labels.is_empty();
        let objects = catalog.objects().map(|object| {
            let id = renamed(&object.id);
            // A partition key names columns that the table doesn't depend on.
            let is_whole = known.columns.contains_key(&pair(object.id.part(0), object.id.part(1)));
            let touched =
                everywhere || is_whole || id != object.id || object.depends.iter().any(|needed| renamed(needed) != *needed);
            let is_called_otherwise = id.kind == Kind::Column && id.names(3)[1..] != object.id.names(3)[1..];
            let mut after = Object {
                properties: if touched { known.properties(object) } else { object.properties.clone() },
                parent: object.parent.as_ref().map(renamed),
                depends: object.depends.iter().map(renamed).collect(),
                id,
            };
            if is_called_otherwise && catalog.origin.server_version_num >= 180_000 {
                not_null::called_like(object, &mut after);
            }
            after
        });
        Catalog::new(catalog.origin.clone(), objects.collect::<Vec<_>>())
    }

    /// A renamed schema renames what is in it. Only names that are really there are looked for in texts: `a.b` may be a column.
    fn with_relations_of_schemas(&self, catalog: &Catalog) -> Self {
        let mut known = self.clone();
        if !self.schemas.is_empty() {
            for object in catalog.objects().filter(|object| object.spec().schema(object) == Some(object.id.first())) {
                let (schema, name) = (object.id.part(0), object.id.part(1));
                if let Some(new) = self.schemas.get(schema) {
                    known.relations.entry(pair(schema, name)).or_insert_with(|| (new.clone(), self.word(name)));
                }
            }
        }
        known
    }

    fn properties(&self, object: &Object) -> Properties {
        if matches!(object.id.kind, Kind::Owner | Kind::Privileges | Kind::Comment | Kind::SecurityLabel) {
            return object.properties.clone();
        }
        // An index has a name of its own beside its table's.
        let table = object.parent.as_ref().filter(|parent| parent.kind == Kind::Table).unwrap_or(&object.id);
        let own_table = table.names(2);
        let rewritten = |property: &String, value: &Value| match (property.as_str(), value) {
            ("labels", Value::Array(labels)) if object.id.kind == Kind::EnumType => {
                let renamed = self.labels.get(&pair(object.id.part(0), object.id.part(1)));
                let new = |label: &Value| renamed?.get(label.as_str()?).cloned().map(Value::String);
                labels.iter().map(|label| new(label).unwrap_or_else(|| label.clone())).collect()
            }
            ("schema" | "_schema", Value::String(name)) => Value::String(self.schema(name)),
            ("index", Value::String(name)) if matches!(object.id.kind, Kind::ClusterIndex | Kind::ReplicaIdentity) => {
                let (schema, table) = (object.id.part(0), object.id.part(1));
                let constraint = ObjectId::new(Kind::Constraint, [schema, table, name.as_str()]);
                let index = ObjectId::new(Kind::Index, [schema, name.as_str()]);
                let renamed = self.others.get(&constraint).or_else(|| self.others.get(&index));
                Value::String(renamed.cloned().unwrap_or_else(|| self.word(name)))
            }
            // The sequence of an identity is no object by itself.
            ("sequence", Value::Array(names)) if names.len() == 2 => {
                let text = |index: usize| names[index].as_str().unwrap_or("");
                let (schema, name) = self.relation(text(0), text(1));
                Value::from(vec![schema, name])
            }
            // What they say is another server's business.
            ("foreign_options" | "foreign_secrets", value) => value.clone(),
            ("server" | "wrapper", Value::String(name)) => Value::String(self.word(name)),
            ("_source", Value::String(body)) if self.bodies => Value::String(self.text(body, None)),
            // A routine's own name stands in its definition, where no other does that isn't a relation's.
            ("definition", Value::String(text)) if object.id.kind == Kind::Function && self.others.contains_key(&object.id) => {
                let id = self.id(&object.id);
                let head = |own: &str| format!(" {}(", qualified(&[id.part(0), own]));
                Value::String(self.text(text, None).replacen(&head(object.id.part(1)), &head(id.part(1)), 1))
            }
            // From 16 on a query of one relation names its columns without it.
            ("definition", Value::String(text)) if matches!(object.id.kind, Kind::View | Kind::MaterializedView) => {
                let only = deparse::only_relation(text);
                Value::String(self.text(text, only.as_ref().map(|names| names.as_slice())))
            }
            ("columns", Value::Array(columns)) if object.id.kind == Kind::PublicationRelation => {
                let (schema, table) = (object.id.part(1), object.id.part(2));
                let named = columns.iter().filter_map(Value::as_str);
                // They stand in the order of their names.
                let renamed: BTreeSet<String> = named.map(|name| self.column(schema, table, name)).collect();
                renamed.into_iter().map(Value::String).collect()
            }
            ("filter", Value::String(text)) if object.id.kind == Kind::PublicationRelation => {
                Value::String(self.text(text, Some(&object.id.name[1..])))
            }
            // The strategy is no column, whatever columns are called.
            ("partition_key", Value::String(text)) => {
                let (strategy, key) = text.split_once(' ').unwrap_or(("", text));
                Value::String(format!("{strategy} {}", self.text(key, Some(own_table))))
            }
            ("definition" | "predicate" | "expression" | "generated" | "using" | "check" | "default", Value::String(text)) => {
                Value::String(self.text(text, Some(own_table)))
            }
            (_, value) => self.value(value),
        };
        object.properties.iter().map(|(property, value)| (property.clone(), rewritten(property, value))).collect()
    }

    /// Arrays of names are names; any other text is SQL.
    fn value(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text, None)),
            Value::Array(values) => {
                let names: Option<Vec<&str>> = values.iter().map(Value::as_str).collect();
                match names.as_deref() {
                    Some([schema, name]) if self.relations.contains_key(&pair(schema, name)) => {
                        let (schema, name) = self.relation(schema, name);
                        Value::from(vec![schema, name])
                    }
                    Some([schema, name, column]) if self.names_column(schema, name, column) => {
                        let (new_schema, new_name) = self.relation(schema, name);
                        Value::from(vec![new_schema, new_name, self.column(schema, name, column)])
                    }
                    Some(names) if !self.words.is_empty() => names.iter().map(|name| Value::String(self.word(name))).collect(),
                    _ => values.iter().map(|value| self.value(value)).collect(),
                }
            }
            Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), self.value(value))).collect(),
            other => other.clone(),
        }
    }

    fn names_column(&self, schema: &str, relation: &str, column: &str) -> bool {
        let relation = pair(schema, relation);
        self.relations.contains_key(&relation)
            || self.columns.get(&relation).is_some_and(|columns| columns.contains_key(column))
    }

    /// What a routine is called now, whatever its arguments.
    fn routine(&self, schema: &str, name: &str) -> Option<&String> {
        let is_it =
            |id: &ObjectId| matches!(id.kind, Kind::Function | Kind::Aggregate) && id.part(0) == schema && id.part(1) == name;
        self.others.iter().find(|(id, _)| is_it(id)).map(|(_, renamed)| renamed)
    }

    /// The text with the new labels, where they stand as the server writes a constant of an enum.
    fn with_labels(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for ((schema, name), labels) in &self.labels {
            let type_ = qualified(&[schema, name]);
            // All at once: values may change places.
            let mut out = String::with_capacity(text.len());
            let mut rest = text.as_str();
            while let Some((at, old, new)) = labels
                .iter()
                .filter_map(|(old, new)| {
                    let constant = format!("{}::{type_}", literal(old));
                    let mut starts = rest.match_indices(&constant).filter(|(at, _)| {
                        let goes_on = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
                        !rest[at + constant.len()..].starts_with(goes_on) && !rest[..*at].ends_with('\'')
                    });
                    starts.next().map(|(at, _)| (at, literal(old), literal(new)))
                })
                .min()
            {
                out.push_str(&rest[..at]);
                out.push_str(&new);
                rest = &rest[at + old.len()..];
            }
            out.push_str(rest);
            text = out;
        }
        text
    }

    /// SQL text with the new names. In a text that belongs to a table, that table's columns stand without it.
    pub fn text(&self, text: &str, own_table: Option<&[String]>) -> String {
        let own_columns = match own_table {
            Some([schema, table]) => self.columns.get(&pair(schema, table)),
            _ => None,
        };
        let labelled = self.with_labels(text);
        let tokens = lex::tokens(&labelled);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        // Until the end of the line: `SET search_path TO 'a', 'b'` of a function.
        let mut in_search_path = false;
        // For each open parenthesis: is this the list of a SELECT?
        let mut in_list = vec![false];
        while let Some((token, part)) = tokens.get(at) {
            in_search_path = (in_search_path || *part == "search_path") && !(*token == Token::Space && part.contains('\n'));
            match part.to_ascii_uppercase().as_str() {
                "(" => in_list.push(false),
                ")" => drop(in_list.pop()),
                "SELECT" => in_list.iter_mut().last().into_iter().for_each(|list| *list = true),
                "FROM" => in_list.iter_mut().last().into_iter().for_each(|list| *list = false),
                _ => {}
            }
            let names = chain(&tokens[at..]);
            // `OPERATOR(schema.=)`: a name of signs is none that could belong to a chain.
            if let ([schema], Some((_, "."))) = (names.as_slice(), tokens.get(at + 1))
                && tokens[..at].ends_with(&[(Token::Symbol, "(")])
                && at >= 2
                && tokens[at - 2].1.eq_ignore_ascii_case("operator")
                && let Some(new) = self.schemas.get(schema)
            {
                out.push_str(&quote(new));
                at += 1;
                continue;
            }
            match (token, names.as_slice()) {
                (Token::Word | Token::Quoted, [_, ..]) => {
                    let rest = &tokens[(at + names.len() * 2 - 1).min(tokens.len())..];
                    let is_call = rest.first().is_some_and(|(_, next)| *next == "(");
                    // A type, and the name that an item of a list is given, is no column.
                    let before =
                        tokens[..at].iter().rev().find(|(token, _)| *token != Token::Space).map_or("", |(_, text)| text);
                    let is_column = !is_call && before != ":" && !before.eq_ignore_ascii_case("as");
                    let mut new = self.chain(&names, own_columns.filter(|_| is_column));
                    if let (true, [schema, routine], [_, own]) = (is_call, names.as_slice(), new.as_mut_slice())
                        && let Some(renamed) = self.routine(schema, routine)
                    {
                        own.clone_from(renamed);
                    }
                    let as_before = match (names.as_slice(), new.last()) {
                        ([.., old], Some(new)) if old != new && in_list.last() == Some(&true) && ends_item(rest) => {
                            format!(" AS {}", quote(old))
                        }
                        _ => String::new(),
                    };
                    let parts = names.iter().zip(new).enumerate().map(|(n, (old, new))| {
                        // What keeps its name keeps its spelling.
                        if *old == new { tokens[at + 2 * n].1.to_owned() } else { quote(&new) }
                    });
                    out.push_str(&parts.collect::<Vec<_>>().join("."));
                    out.push_str(&as_before);
                    at += names.len() * 2 - 1;
                    continue;
                }
                (Token::Text, _) if in_search_path => {
                    let schema = part.trim_matches('\'').replace("''", "'");
                    out.push_str(&self.schemas.get(&schema).map_or_else(|| (*part).to_owned(), |new| literal(new)));
                }
                (Token::Text, _) => out.push_str(&self.quoted(part, &tokens[at + 1..], own_table)),
                _ => out.push_str(part),
            }
            at += 1;
        }
        out
    }

    /// A string is a name where it is cast to one, and SQL where it is a body.
    fn quoted(&self, part: &str, rest: &[(Token, &str)], own_table: Option<&[String]>) -> String {
        let is_name = matches!(rest, [(_, ":"), (_, ":"), (Token::Word, cast), ..] if cast.starts_with("reg"));
        if is_name && let Some(name) = part.strip_prefix('\'').and_then(|part| part.strip_suffix('\'')) {
            return literal(&self.text(&name.replace("''", "'"), own_table));
        }
        if self.bodies
            && part.starts_with('$')
            && let Some(tag_end) = part[1..].find('$')
        {
            let tag = &part[..tag_end + 2];
            if let Some(body) = part[tag.len()..].strip_suffix(tag) {
                return format!("{tag}{}{tag}", self.text(body, None));
            }
        }
        part.to_owned()
    }

    /// Names with dots between them, under the new names.
    fn chain(&self, names: &[String], own_columns: Option<&BTreeMap<String, String>>) -> Vec<String> {
        let mut new: Vec<String> = names.iter().map(|name| self.word(name)).collect();
        match names {
            [column] => {
                if let Some(renamed) = own_columns.and_then(|columns| columns.get(column)) {
                    new[0].clone_from(renamed);
                }
            }
            // Of a trigger's or a rule's row.
            [row, column]
                if matches!(row.as_str(), "new" | "old") && own_columns.is_some_and(|own| own.contains_key(column)) =>
            {
                if let Some(renamed) = own_columns.and_then(|columns| columns.get(column)) {
                    new[1].clone_from(renamed);
                }
            }
            [schema, relation, rest @ ..] => {
                let known = self.relations.contains_key(&pair(schema, relation));
                if known {
                    (new[0], new[1]) = self.relation(schema, relation);
                }
                if let Some(column) = rest.first()
                    && self.names_column(schema, relation, column)
                {
                    new[2] = self.column(schema, relation, column);
                }
                // Where no alias is given the deparser names a column by its relation alone.
                if !known && rest.is_empty() && self.schemas.is_empty() {
                    let mut alone = self.relations.iter().filter(|(old, _)| old.1 == *schema);
                    if let (Some((_, renamed)), None) = (alone.next(), alone.next()) {
                        new[0].clone_from(&renamed.1);
                    }
                    let mut columns =
                        self.columns.iter().filter(|(of, columns)| of.1 == *schema && columns.contains_key(relation));
                    if let (Some((_, columns)), None) = (columns.next(), columns.next()) {
                        new[1].clone_from(&columns[relation]);
                    }
                }
            }
            [] => {}
        }
        new
    }
}

/// Does an item of a SELECT list end here without a name of its own? The server then keeps the column's old name for it.
fn ends_item(rest: &[(Token, &str)]) -> bool {
    let next = rest.iter().find(|(token, _)| *token != Token::Space);
    next.is_none_or(|(_, text)| matches!(*text, "," | ")" | ";") || text.eq_ignore_ascii_case("from"))
}

/// What the object itself is called: a routine's name stands before its arguments.
fn own_name(id: &ObjectId) -> &str {
    match id.of.unwrap_or(id.kind) {
        Kind::Function | Kind::Aggregate | Kind::OperatorClass | Kind::OperatorFamily => id.part(1),
        _ => id.last(),
    }
}

/// The names with nothing but dots between them that begin here.
fn chain(tokens: &[(Token, &str)]) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(name) = tokens.get(at).and_then(|(token, text)| lex::name(*token, text)) {
        names.push(name);
        if tokens.get(at + 1).is_none_or(|(_, text)| *text != ".") {
            break;
        }
        at += 2;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renaming() -> Renaming {
        Renaming {
            relations: [(pair("s", "t"), pair("s", "T 2"))].into(),
            columns: [(pair("s", "t"), [("c".to_owned(), "d".to_owned())].into())].into(),
            ..Renaming::default()
        }
    }

    #[test]
    fn texts_follow_where_names_are_qualified() {
        let own = ["s".to_owned(), "t".to_owned()];
        for (text, expected) in [
            ("SELECT t.c, t.x FROM s.t", "SELECT \"T 2\".d AS c, \"T 2\".x FROM s.\"T 2\""),
            (
                "SELECT f(t.c) AS f, t.c AS e FROM s.t WHERE t.c > 0",
                "SELECT f(\"T 2\".d) AS f, \"T 2\".d AS e FROM s.\"T 2\" WHERE \"T 2\".d > 0",
            ),
            ("nextval('s.t'::regclass)", "nextval('s.\"T 2\"'::regclass)"),
            ("'s.t' || s.tt || x.t", "'s.t' || s.tt || x.t"),
            ("AS $f$ s.t $f$", "AS $f$ s.t $f$"),
            ("s.t.c", "s.\"T 2\".d"),
        ] {
            assert_eq!(renaming().text(text, None), expected);
        }
        assert_eq!(renaming().text("((c > 0) AND c(e) = 'c')", Some(&own)), "((d > 0) AND c(e) = 'c')");
        let view = "SELECT c, x AS c, y::c, f(c) AS g FROM s.t WHERE c > 0";
        let expected = "SELECT d AS c, x AS c, y::c, f(d) AS g FROM s.\"T 2\" WHERE d > 0";
        assert_eq!(renaming().text(view, Some(&own)), expected);
        let schemas = Renaming { schemas: [("s".to_owned(), "x".to_owned())].into(), ..Renaming::default() };
        assert_eq!(schemas.text("SET search_path TO 's', 'p'\nAS 's'", None), "SET search_path TO 'x', 'p'\nAS 's'");
        let operators = "a OPERATOR(s.=) b AND c OPERATOR(\"S\".<>) s.d AND (s.+) > 0";
        assert_eq!(schemas.text(operators, None), "a OPERATOR(x.=) b AND c OPERATOR(\"S\".<>) s.d AND (s.+) > 0");
        let bodies = Renaming { bodies: true, ..renaming() };
        assert_eq!(bodies.text("AS $f$ s.t 's.t' $f$", None), "AS $f$ s.\"T 2\" 's.t' $f$");
    }

    #[test]
    fn ids_follow_their_relation() {
        let id = |kind, name: &str| renaming().id(&ObjectId::new(kind, name.split('.'))).name.join(".");
        assert_eq!(id(Kind::Table, "s.t"), "s.T 2");
        assert_eq!(id(Kind::Column, "s.t.c"), "s.T 2.d");
        assert_eq!(id(Kind::Constraint, "s.t.c"), "s.T 2.c");
        assert_eq!(id(Kind::Function, "s.t.s.t"), "s.t.s");
        assert_eq!(id(Kind::Inheritance, "s.u.s.t"), "s.u.s.T 2");
        let facet = renaming().id(&ObjectId::new(Kind::Column, ["s", "t", "c"]).facet(Kind::Comment));
        assert_eq!((facet.of, facet.name.join(".")), (Some(Kind::Column), "s.T 2.d".to_owned()));
    }

    #[test]
    fn the_inverse_takes_it_back() {
        let mut there = renaming();
        there.schemas.insert("x".to_owned(), "y".to_owned());
        there.others.insert(ObjectId::new(Kind::Constraint, ["s", "t", "k"]), "l".to_owned());
        let back = there.inverse();
        for (kind, name) in [(Kind::Column, "s.t.c"), (Kind::Table, "x.a"), (Kind::Constraint, "s.t.k"), (Kind::Schema, "x")] {
            let id = ObjectId::new(kind, name.split('.'));
            assert_eq!(back.id(&there.id(&id)), id);
            assert_ne!(there.id(&id), id);
        }
    }
}
