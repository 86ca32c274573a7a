//! Fields of the office's own: `plan.yaml` declares them, tasks carry them.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::date::Date;
use super::quantity::Quantity;
use crate::say;
use crate::words::{Language, Term, Worded, squeezed, terms};

/// A field of the office's own, which tasks may carry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnField {
    /// The name under which tasks carry it, for good: letters, digits, `_` and `-` of any language.
    pub key: String,
    /// What readers are shown; the key where nothing is said.
    pub title: Option<String>,
    /// What its numbers count.
    pub unit: Option<String>,
    /// What it holds.
    #[serde(default)]
    pub kind: OwnKind,
    /// Whether an edition for the public shows it.
    #[serde(default)]
    pub public: bool,
}

impl OwnField {
    /// A text field of which nothing is said but its key.
    pub fn new(key: &str) -> OwnField {
        OwnField { key: key.to_owned(), title: None, unit: None, kind: OwnKind::Text, public: false }
    }

    /// What readers are shown.
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.key)
    }

    /// The head of its column: `资金（万元）`.
    pub fn heading(&self, lang: Language) -> String {
        let name = self.name();
        match self.unit() {
            "" => name.to_owned(),
            unit => say!(lang, "{name}（{unit}）", "{name} ({unit})"),
        }
    }

    /// What its numbers count; nothing of a field that holds none.
    pub fn unit(&self) -> &str {
        self.unit.as_deref().filter(|_| self.kind == OwnKind::Number).unwrap_or("")
    }

    /// A value with its unit, as readers are shown it.
    pub fn shown(&self, value: &str) -> String {
        format!("{value}{}", self.unit())
    }

    /// The number that a value is, where the field holds numbers.
    pub fn number(&self, value: &str) -> Option<Quantity> {
        (self.kind == OwnKind::Number).then(|| value.parse().ok())?
    }

    /// Whether the field can hold a value, as the files write it.
    pub fn can_hold(&self, value: &str) -> bool {
        match self.kind {
            OwnKind::Text => !value.trim().is_empty(),
            OwnKind::Number => value.parse::<Quantity>().is_ok(),
            OwnKind::Date => value.parse::<Date>().is_ok(),
        }
    }

    /// Whether two values are the same to the field: `120` and `120.0` are one number.
    pub fn is_same(&self, one: &str, other: &str) -> bool {
        match (self.number(one), self.number(other)) {
            (Some(one), Some(other)) => one == other,
            (None | Some(_), None | Some(_)) => squeezed(one) == squeezed(other),
        }
    }

    /// Whether a word can be a key: plain in YAML, on a command line and as a column's name.
    pub fn is_key(word: &str) -> bool {
        word.starts_with(char::is_alphanumeric)
            && word.chars().all(in_key)
            && !matches!(word.to_lowercase().as_str(), "null" | "true" | "false")
    }

    /// The key that a title makes: the title itself, without what no key may hold. `None` where nothing is left.
    pub fn key_of(title: &str) -> Option<String> {
        let key: String = title.chars().filter(|c| in_key(*c)).collect();
        let key = key.trim_start_matches(['_', '-']);
        OwnField::is_key(key).then(|| key.to_owned())
    }

    /// Which of some fields a word means, however it is typed.
    pub fn place_in(fields: &[OwnField], word: &str) -> Option<usize> {
        let (word, whole) = (word.trim(), squeezed(word));
        let bare = whole.split_once('(').map_or(whole.as_str(), |(name, _)| name);
        let find = |is_meant: &dyn Fn(&str) -> bool| {
            fields.iter().position(|field| is_meant(&field.key) || is_meant(field.name()))
        };
        find(&|name| name == word)
            .or_else(|| find(&|name| squeezed(name) == whole))
            .or_else(|| find(&|name| squeezed(name) == bare))
            .filter(|_| !bare.is_empty())
    }
}

fn in_key(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}

/// What a field of the office's own holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum OwnKind {
    /// Words.
    #[default]
    Text,
    /// An exact number.
    Number,
    /// A day.
    Date,
}

impl Worded for OwnKind {
    const TERMS: &'static [Term] = terms::OWN_KINDS;

    fn all() -> &'static [OwnKind] {
        &[OwnKind::Text, OwnKind::Number, OwnKind::Date]
    }

    fn key(self) -> &'static str {
        match self {
            OwnKind::Text => "text",
            OwnKind::Number => "number",
            OwnKind::Date => "date",
        }
    }
}

/// What a task says under the office's own fields, as it is written, in that order. A field of which nothing is said is not
/// among them.
#[derive(Debug, Clone, Default)]
pub struct OwnValues(pub Vec<(String, String)>);

/// The order in which they are written says nothing.
impl PartialEq for OwnValues {
    fn eq(&self, other: &OwnValues) -> bool {
        self.0.len() == other.0.len() && self.0.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

impl Eq for OwnValues {}

impl OwnValues {
    /// The value of a field.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// Puts a value into a field; without one, the field says nothing any more.
    pub fn put(&mut self, key: &str, value: Option<String>) {
        let at = self.0.iter().position(|(known, _)| known == key);
        match (at, value) {
            (Some(at), Some(value)) => self.0.iter_mut().skip(at).take(1).for_each(|held| held.1.clone_from(&value)),
            (Some(at), None) => drop(self.0.remove(at)),
            (None, Some(value)) => self.0.push((key.to_owned(), value)),
            (None, None) => {}
        }
    }
}

/// A map in which a repeated key is a fault, where serde's own maps keep the last.
impl<'de> Deserialize<'de> for OwnValues {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OwnValues, D::Error> {
        struct OwnValuesVisitor;

        impl<'de> Visitor<'de> for OwnValuesVisitor {
            type Value = OwnValues;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map of the plan's own fields to values")
            }

            fn visit_unit<E: de::Error>(self) -> Result<OwnValues, E> {
                Ok(OwnValues::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<OwnValues, A::Error> {
                let mut values: Vec<(String, String)> = Vec::new();
                let mut keys = HashSet::new();
                while let Some((key, value)) = map.next_entry::<String, Option<String>>()? {
                    if !keys.insert(key.clone()) {
                        return Err(de::Error::custom("duplicate field"));
                    }
                    values.extend(value.map(|value| (key, value)));
                }
                Ok(OwnValues(values))
            }
        }

        deserializer.deserialize_any(OwnValuesVisitor)
    }
}

impl JsonSchema for OwnValues {
    fn schema_name() -> Cow<'static, str> {
        "OwnValues".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["object", "null"], "additionalProperties": { "type": ["number", "string", "null"] } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_kept_as_they_are_written() {
        let read = |text: &str| serde_yaml::from_str::<OwnValues>(text).map(|values| values.0);
        let held = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
        };
        for (text, values) in [
            (
                "{ 资金: 120, 批复: 2020-11-30, 文号: '007' }",
                held(&[("资金", "120"), ("批复", "2020-11-30"), ("文号", "007")]),
            ),
            ("资金: 1.10\n文号: 007\n", held(&[("资金", "1.10"), ("文号", "007")])),
            ("{ 资金: , 文号: ~, 级别: '' }", held(&[("级别", "")])),
            ("{}", Vec::new()),
            ("~", Vec::new()),
        ] {
            assert_eq!(read(text).unwrap(), values, "{text}");
        }
        for text in ["{ a: 1, a: 2 }", "{ a: [1] }", "[a]", "a"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_title_makes_a_key() {
        for (title, key) in [
            ("资金", Some("资金")),
            ("资金 来源", Some("资金来源")),
            ("资金（万元）", Some("资金万元")),
            ("Budget 2020", Some("Budget2020")),
            ("-级别", Some("级别")),
            ("（）", None),
            ("true", None),
            ("", None),
        ] {
            assert_eq!(OwnField::key_of(title).as_deref(), key, "{title}");
        }
    }

    #[test]
    fn a_field_holds_what_its_kind_says() {
        let of = |kind| OwnField { kind, unit: Some("万元".to_owned()), ..OwnField::new("x") };
        for (kind, value, fits) in [
            (OwnKind::Number, "120", true),
            (OwnKind::Number, "-0.5", true),
            (OwnKind::Number, "120万元", false),
            (OwnKind::Number, "", false),
            (OwnKind::Date, "2020-11-30", true),
            (OwnKind::Date, "2020-11-31", false),
            (OwnKind::Date, "11月", false),
            (OwnKind::Text, "甲", true),
            (OwnKind::Text, " ", false),
        ] {
            assert_eq!(of(kind).can_hold(value), fits, "{value}");
        }
        assert!(of(OwnKind::Number).is_same("120", "120.0") && !of(OwnKind::Text).is_same("120", "120.0"));
        assert_eq!(of(OwnKind::Number).shown("120"), "120万元");
        assert_eq!(of(OwnKind::Text).shown("甲"), "甲");
    }
}
