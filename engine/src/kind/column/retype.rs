//! What a change of a column's type takes: whether the server can do it, with which USING, and what that does to values.
//!
//! The server converts as for an assignment, which rounds and truncates without a word wherever a type has less room than the
//! values (numeric scales, fractions of seconds, dates of timestamps). Here such a conversion gets a USING that compares the
//! value with what came of it, and fails if they differ. There is no server to ask which casts exist, so that what is known
//! about them stands in this file; types that aren't built in go through text.

use crate::ident::literal;

/// What a conversion does to values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The stored values are values of the new type.
    None,
    /// As none if the session's time zone is UTC; rewritten otherwise.
    UnlessUtc,
    /// Rewritten; each value has its like in the new type.
    Rewritten,
    /// Rewritten; fails on a value that does not fit.
    Narrowed,
    /// Rewritten; fails on a value that is not one of the new type.
    Converted,
}

/// How values come from one type to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retyping {
    /// The expression of USING; none where the assignment cast does it.
    pub using: Option<String>,
    /// What it does to values.
    pub effect: Effect,
    /// The expression rounds, truncates or leaves something out: only with the caller's leave.
    pub loses: bool,
    /// Holds for a value that it takes as it is, if that can be told.
    pub exact: Option<String>,
}

impl Retyping {
    fn plain(effect: Effect) -> Self {
        Self { using: None, effect, loses: false, exact: None }
    }

    fn cast(expression: String, effect: Effect) -> Self {
        Self { using: Some(expression), effect, loses: false, exact: None }
    }
}

/// A type as `format_type` writes it, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TypeName {
    base: String,
    arguments: Vec<i64>,
    array: bool,
}

impl TypeName {
    /// `timestamp(3) without time zone[]`: base `timestamp without time zone`, arguments `[3]`, an array.
    fn parse(text: &str) -> Self {
        let (text, array) = text.strip_suffix("[]").map_or((text, false), |element| (element, true));
        // A parenthesis inside a quoted name is no argument list.
        let open = if text.contains('"') { text.rfind("\"").and_then(|at| text[at..].find('(').map(|n| at + n)) } else { text.find('(') };
        let Some(open) = open else { return Self { base: text.to_owned(), arguments: Vec::new(), array } };
        let close = text[open..].find(')').map_or(text.len(), |n| open + n);
        let arguments = text[open + 1..close].split(',').filter_map(|part| part.trim().parse().ok()).collect();
        Self { base: format!("{}{}", &text[..open], text.get(close + 1..).unwrap_or("")), arguments, array }
    }

    fn argument(&self, index: usize) -> Option<i64> {
        self.arguments.get(index).copied()
    }

    fn family(&self) -> Family {
        match self.base.as_str() {
            "smallint" | "integer" | "bigint" => Family::Integer,
            "numeric" => Family::Numeric,
            "real" | "double precision" => Family::Float,
            "money" => Family::Money,
            "text" | "character varying" | "character" => Family::Text,
            "name" | "\"char\"" => Family::ShortText,
            "date" => Family::Date,
            "timestamp without time zone" => Family::Timestamp,
            "timestamp with time zone" => Family::TimestampTz,
            "time without time zone" => Family::Time,
            "time with time zone" => Family::TimeTz,
            base if base == "interval" || base.starts_with("interval ") => Family::Interval,
            "boolean" => Family::Boolean,
            "bit" | "bit varying" => Family::Bit,
            "inet" | "cidr" => Family::Network,
            "macaddr" | "macaddr8" => Family::Mac,
            "json" | "jsonb" => Family::Json,
            "oid" => Family::Oid,
            base if base.starts_with("reg") && !base.contains('.') => Family::Oid,
            base if base.contains('.') => Family::User,
            _ => Family::Other,
        }
    }
}

/// Types that convert alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Integer,
    Numeric,
    Float,
    Money,
    Text,
    ShortText,
    Date,
    Timestamp,
    TimestampTz,
    Time,
    TimeTz,
    Interval,
    Boolean,
    Bit,
    Network,
    Mac,
    Json,
    Oid,
    /// Not in pg_catalog.
    User,
    /// Built in, and converted to and from text only (uuid, bytea, xml, ranges, geometric types, text search).
    Other,
}

/// How the values of `column`, a quoted name, come from the type `old` to the type `new`; nothing if they can't. `lossy`: the
/// caller allows to lose what does not fit.
pub fn retyping(column: &str, old: &str, new: &str, lossy: bool) -> Option<Retyping> {
    let (from, to) = (TypeName::parse(old), TypeName::parse(new));
    if from.array != to.array {
        // Through text, where one of them is text.
        return match (from.family(), to.family()) {
            (_, Family::Text) if from.array => Some(Retyping::plain(Effect::Rewritten)),
            (Family::Text, _) if to.array => Some(Retyping::cast(format!("{column}::{new}"), Effect::Converted)),
            _ => None,
        };
    }
    let brackets = if from.array { "[]" } else { "" };
    let cast = format!("{column}::{new}");
    let check = |explicit: bool| guarded(&cast, column, new, &round_trip(column, old, new), explicit, lossy);
    let plan = if from.base == to.base { same_base(&from, &to) } else { other_base(&from, &to) }?;
    Some(match plan {
        Plan::Assign(effect) => {
            // Of an array each element is converted, unless it only loses its bounds.
            let free = matches!(effect, Effect::None | Effect::UnlessUtc);
            let anew = from.array && free && !(from.base == to.base && to.arguments.is_empty());
            let effect = if anew { Effect::Rewritten } else { effect };
            let exact = (effect == Effect::Narrowed).then(|| round_trip(column, old, new));
            Retyping { exact, ..Retyping::plain(effect) }
        }
        Plan::Cast(effect) => Retyping::cast(cast, effect),
        Plan::Through(middle, effect) => Retyping::cast(format!("{column}::{middle}{brackets}::{new}"), effect),
        Plan::Check => check(false),
        Plan::CheckCast => check(true),
        Plan::CheckThrough(middle) => {
            let through = format!("{column}::{middle}{brackets}::{new}");
            let condition = format!("{through}::{middle}{brackets}::{old} IS NOT DISTINCT FROM {column}");
            guarded(&through, column, new, &condition, true, lossy)
        }
        Plan::CheckAs(wide) => {
            let wide = format!("{wide}{brackets}");
            guarded(&cast, column, new, &format!("{cast}::{wide} IS NOT DISTINCT FROM {column}::{wide}"), true, lossy)
        }
        Plan::Lose => guarded(&cast, column, new, &format!("{column} IS NULL"), true, lossy),
        Plan::AsWritten(_) if from.array => Retyping::plain(Effect::Rewritten),
        Plan::AsWritten(output) => Retyping::cast(format!("textin({output}({column}))"), Effect::Rewritten),
    })
}

/// The same by a cast that the extension of the old type has, if it is one of `casts`: those go where text would not.
pub fn by_extension(column: &str, old: &str, new: &str, casts: &[&str]) -> Option<Retyping> {
    let (from, to) = (TypeName::parse(old), TypeName::parse(new));
    let has = from.array == to.array && to.family() != Family::Text && casts.contains(&to.base.as_str());
    has.then(|| Retyping::cast(format!("{column}::{new}"), Effect::Converted))
}

enum Plan {
    /// The assignment cast does it.
    Assign(Effect),
    /// There is an explicit cast only.
    Cast(Effect),
    /// By way of another type.
    Through(&'static str, Effect),
    /// The assignment cast may lose: compared after casting back.
    Check,
    /// The same where only an explicit cast exists.
    CheckCast,
    /// The same by way of another type.
    CheckThrough(&'static str),
    /// Compared in a type that has room for all values.
    CheckAs(&'static str),
    /// Always loses.
    Lose,
    /// As the type's output function, which is named here, writes it.
    AsWritten(&'static str),
}

/// Is the value the same again when it is cast back?
fn round_trip(column: &str, old: &str, new: &str) -> String {
    format!("{column}::{new}::{old} IS NOT DISTINCT FROM {column}")
}

/// `cast` where the condition holds; `explicit`: the assignment cast doesn't do the same.
fn guarded(cast: &str, column: &str, new: &str, condition: &str, explicit: bool, lossy: bool) -> Retyping {
    if lossy {
        let using = explicit.then(|| cast.to_owned());
        return Retyping { using, effect: Effect::Converted, loses: true, exact: Some(condition.to_owned()) };
    }
    // Text that is no number fails, and is the message.
    let message = literal(&format!("not exact as {new}: "));
    let using = format!("CASE WHEN {condition} THEN {cast} ELSE ({message} || {column}::text)::integer::text::{new} END");
    Retyping { using: Some(using), effect: Effect::Narrowed, loses: false, exact: Some(condition.to_owned()) }
}

/// The same type with other arguments.
fn same_base(from: &TypeName, to: &TypeName) -> Option<Plan> {
    let widened = match (from.argument(0), to.argument(0)) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(old), Some(new)) => new >= old,
    };
    Some(match from.family() {
        _ if from.arguments == to.arguments => Plan::Assign(Effect::None),
        Family::Text if from.base == "character" => Plan::Assign(if widened { Effect::Rewritten } else { Effect::Narrowed }),
        // An assignment takes no other length; the cast adds zeros at the end, or cuts there.
        Family::Bit if from.base == "bit" && widened && to.argument(0).is_some() => Plan::Cast(Effect::Rewritten),
        Family::Bit if from.base == "bit" => Plan::CheckCast,
        // An assignment cuts spaces at the end without a word.
        Family::Text if !widened => Plan::Check,
        Family::Text | Family::Bit => Plan::Assign(if widened { Effect::None } else { Effect::Narrowed }),
        Family::Numeric => numeric(from, to),
        Family::Timestamp | Family::TimestampTz | Family::Time | Family::TimeTz => {
            // No argument is six digits.
            let digits = |type_: &TypeName| type_.argument(0).unwrap_or(6);
            if digits(to) >= digits(from) { Plan::Assign(Effect::None) } else { Plan::Check }
        }
        Family::Interval => if widened { Plan::Assign(Effect::None) } else { Plan::Check },
        _ => Plan::Assign(Effect::Narrowed),
    })
}

fn numeric(from: &TypeName, to: &TypeName) -> Plan {
    let scale = |type_: &TypeName| type_.argument(1).unwrap_or(0);
    match (from.argument(0), to.argument(0)) {
        (_, None) => Plan::Assign(Effect::None),
        (None, Some(_)) => Plan::Check,
        (Some(_), Some(_)) if scale(to) < scale(from) => Plan::Check,
        (Some(old), Some(new)) if scale(to) == scale(from) && new >= old => Plan::Assign(Effect::None),
        (Some(old), Some(new)) if new - scale(to) >= old - scale(from) => Plan::Assign(Effect::Rewritten),
        _ => Plan::Assign(Effect::Narrowed),
    }
}

fn other_base(from: &TypeName, to: &TypeName) -> Option<Plan> {
    use Family::{
        Boolean, Bit, Date, Float, Integer, Interval, Json, Mac, Money, Network, Numeric, Oid, Other, ShortText, Text, Time,
        TimeTz, Timestamp, TimestampTz, User,
    };
    let width = |type_: &TypeName| match type_.base.as_str() {
        "smallint" => 2,
        "integer" | "real" => 4,
        _ => 8,
    };
    let seconds = |to: &TypeName| to.argument(0).is_some_and(|digits| digits < 6);
    Some(match (from.family(), to.family()) {
        (Text, Text) => match (from.base.as_str(), to.base.as_str(), to.argument(0)) {
            ("character", _, None) => Plan::Assign(Effect::Rewritten),
            (_, "text", _) | (_, "character varying", None) => Plan::Assign(Effect::None),
            ("character", _, Some(_)) => Plan::Assign(Effect::Narrowed),
            _ => Plan::Check,
        },
        (ShortText, Text) => if to.argument(0).is_some() { Plan::Check } else { Plan::Assign(Effect::Rewritten) },
        (Text | ShortText, ShortText) => Plan::Check,
        // The cast to text would write the length of the network mask where the address has none.
        (Network, Text) if from.base == "inet" => Plan::AsWritten("inet_out"),
        // It would write `false`.
        (Boolean, Text) if to.argument(0).is_some_and(|length| length < 5) => Plan::AsWritten("boolout"),
        // Every type has an assignment cast to text.
        (_, Text) => Plan::Assign(if to.argument(0).is_some() { Effect::Narrowed } else { Effect::Rewritten }),

        (Integer, Integer) => Plan::Assign(if width(to) > width(from) { Effect::Rewritten } else { Effect::Narrowed }),
        (Integer, Numeric) => Plan::Assign(if to.arguments.is_empty() { Effect::Rewritten } else { Effect::Narrowed }),
        (Integer, Float) if width(to) > width(from) => Plan::Assign(Effect::Rewritten),
        (Float, Float) if width(to) > width(from) => Plan::Assign(Effect::Rewritten),
        (Integer | Numeric | Float, Integer | Numeric | Float) => Plan::Check,
        (Integer, Money) => Plan::Assign(Effect::Rewritten),
        (Numeric, Money) => Plan::Check,
        (Money, Numeric) => if to.arguments.is_empty() { Plan::Assign(Effect::Rewritten) } else { Plan::Check },
        (Integer, Boolean) if from.base == "integer" => Plan::CheckCast,
        (Integer | Numeric | Float, Boolean) => Plan::CheckThrough("integer"),
        (Boolean, Integer) if to.base == "integer" => Plan::Cast(Effect::Rewritten),
        (Boolean, Integer | Numeric | Float) => Plan::Through("integer", Effect::Rewritten),
        (Integer, Bit) | (Bit, Integer) if from.base != "smallint" && to.base != "smallint" => Plan::CheckCast,
        (Bit, Bit) => Plan::Assign(Effect::Narrowed),
        (Integer, Oid) => Plan::Assign(if from.base == "integer" { Effect::Rewritten } else { Effect::Narrowed }),
        (Oid, Oid) => Plan::Assign(Effect::Rewritten),
        (Oid, Integer) => Plan::Assign(if to.base == "bigint" { Effect::Rewritten } else { Effect::Narrowed }),

        (Date, Timestamp) => Plan::Assign(Effect::Rewritten),
        (Date, TimestampTz) => Plan::Assign(Effect::Rewritten),
        (Timestamp, TimestampTz) | (TimestampTz, Timestamp) => {
            if to.argument(0).unwrap_or(6) < from.argument(0).unwrap_or(6) { Plan::Check } else { Plan::Assign(Effect::UnlessUtc) }
        }
        (Timestamp | TimestampTz, Date) => Plan::Check,
        (Timestamp, Time) | (TimestampTz, Time | TimeTz) => Plan::Lose,
        (Time, TimeTz) | (Time, Interval) => if seconds(to) { Plan::Check } else { Plan::Assign(Effect::Rewritten) },
        (TimeTz, Time) | (Interval, Time) | (Interval, Interval) => Plan::Check,

        (Network, Network) => if to.base == "inet" { Plan::Assign(Effect::None) } else { Plan::Check },
        (Mac, Mac) => Plan::Assign(Effect::Narrowed),
        (Json, Json) => Plan::Assign(Effect::Converted),

        // Reading text rounds as well, where the new type has arguments or leaves something out.
        (Text | ShortText, Numeric) if !to.arguments.is_empty() => Plan::CheckAs("numeric"),
        (Text | ShortText, Date) => Plan::CheckAs("timestamp"),
        (Text | ShortText, Timestamp) if seconds(to) => Plan::CheckAs("timestamp"),
        (Text | ShortText, TimestampTz) if seconds(to) => Plan::CheckAs("timestamptz"),
        (Text | ShortText, Time) if seconds(to) => Plan::CheckAs("time"),
        (Text | ShortText, TimeTz) if seconds(to) => Plan::CheckAs("timetz"),
        (Text | ShortText, Interval) if !to.arguments.is_empty() || to.base != "interval" => Plan::CheckAs("interval"),
        (Text | ShortText, _) => Plan::Cast(Effect::Converted),
        (User, _) | (_, User) => Plan::Through("text", Effect::Converted),
        (Other, Other) | (_, _) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(old: &str, new: &str) -> Option<Retyping> {
        retyping("c", old, new, false)
    }

    fn using(old: &str, new: &str) -> String {
        of(old, new).and_then(|retyping| retyping.using).unwrap_or_default()
    }

    fn effect(old: &str, new: &str) -> Option<Effect> {
        of(old, new).filter(|retyping| retyping.using.is_none()).map(|retyping| retyping.effect)
    }

    #[test]
    fn types_are_taken_apart() {
        let parts = |text: &str| {
            let type_ = TypeName::parse(text);
            (type_.base, type_.arguments, type_.array)
        };
        assert_eq!(parts("timestamp(3) without time zone[]"), ("timestamp without time zone".to_owned(), vec![3], true));
        assert_eq!(parts("numeric(10,2)"), ("numeric".to_owned(), vec![10, 2], false));
        assert_eq!(parts("s.\"a(1)\""), ("s.\"a(1)\"".to_owned(), vec![], false));
    }

    #[test]
    fn what_has_room_is_left_to_the_assignment() {
        assert_eq!(effect("character varying(10)", "character varying(20)"), Some(Effect::None));
        assert_eq!(effect("character varying(10)", "text"), Some(Effect::None));
        assert_eq!(effect("numeric(10,2)", "numeric(12,2)"), Some(Effect::None));
        assert_eq!(effect("numeric(10,2)", "numeric(12,4)"), Some(Effect::Rewritten));
        assert_eq!(effect("timestamp(3) without time zone", "timestamp without time zone"), Some(Effect::None));
        assert_eq!(effect("integer", "bigint"), Some(Effect::Rewritten));
        assert_eq!(effect("character varying(10)[]", "text[]"), Some(Effect::Rewritten));
        assert_eq!(effect("character varying(10)[]", "character varying[]"), Some(Effect::None));
    }

    #[test]
    fn what_would_be_rounded_is_compared() {
        for (old, new) in [
            ("numeric(10,4)", "numeric(10,2)"),
            ("double precision", "integer"),
            ("timestamp without time zone", "date"),
            ("timestamp with time zone", "timestamp(0) with time zone"),
            ("numeric", "bigint"),
            ("inet", "cidr"),
            ("character varying(20)", "character varying(10)"),
            ("text", "character(10)"),
        ] {
            assert!(using(old, new).contains(&format!("c::{new}::{old} IS NOT DISTINCT FROM c")), "{old} to {new}");
        }
    }

    #[test]
    fn what_is_allowed_to_lose_is_not_compared() {
        let lossy = retyping("c", "numeric(10,4)", "numeric(10,2)", true);
        assert_eq!(lossy.map(|lossy| (lossy.using, lossy.loses)), Some((None, true)));
    }

    #[test]
    fn what_has_no_cast_is_nothing() {
        assert_eq!(of("bigint", "timestamp with time zone"), None);
        assert_eq!(of("integer", "integer[]"), None);
        assert_eq!(of("uuid", "integer"), None);
    }

    #[test]
    fn flags_that_are_numbers_become_truth_values() {
        assert!(using("smallint", "boolean").contains("c::integer::boolean::integer::smallint IS NOT DISTINCT FROM c THEN c::integer::boolean "));
        assert_eq!(using("boolean", "smallint"), "c::integer::smallint");
    }

    #[test]
    fn casts_of_extensions_are_taken() {
        let by = |old: &str, new: &str| by_extension("c", old, new, &["jsonb", "text"]).and_then(|retyping| retyping.using);
        assert_eq!(by("public.hstore", "jsonb"), Some("c::jsonb".to_owned()));
        assert_eq!(by("public.hstore", "text"), None);
        assert_eq!(by("public.hstore[]", "jsonb"), None);
    }

    #[test]
    fn types_of_users_go_through_text() {
        assert_eq!(using("text", "s.mood"), "c::s.mood");
        assert_eq!(using("s.a[]", "s.b[]"), "c::text[]::s.b[]");
    }
}
