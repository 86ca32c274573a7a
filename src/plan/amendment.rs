//! Approved changes of the plan: which field, and what it holds.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::id::TaskId;

/// An approved change of the plan after its issue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The field that changed.
    pub field: AmendedField,
    /// What held before; `null` where nothing was said.
    #[serde(default)]
    pub from: FieldValue,
    /// What holds from the entry's date on.
    #[serde(default)]
    pub to: FieldValue,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
    /// Of a task that is called off: the task that orders the same work.
    pub duplicate_of: Option<TaskId>,
}

/// A field that an amendment may change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AmendedField {
    /// The deadline.
    Deadline,
    /// The first day.
    Start,
    /// The unit that answers for the task.
    Lead,
    /// The units that help.
    Support,
    /// The title.
    Title,
    /// How the task is judged.
    Kind,
    /// The places.
    Places,
    /// A metric's target, written `metrics.NAME.target`.
    Target(String),
    /// The state: an amendment to `cancelled` calls the task off.
    State,
}

impl AmendedField {
    /// The names that need no metric, in the order in which they are listed to a person.
    pub const PLAIN: [(&'static str, AmendedField); 8] = [
        ("deadline", AmendedField::Deadline),
        ("start", AmendedField::Start),
        ("lead", AmendedField::Lead),
        ("support", AmendedField::Support),
        ("title", AmendedField::Title),
        ("kind", AmendedField::Kind),
        ("places", AmendedField::Places),
        ("state", AmendedField::State),
    ];
    const PATTERN: &'static str = "^(deadline|start|lead|support|title|kind|places|state|metrics\\..+\\.target)$";

    /// The field of that name.
    pub fn new(name: &str) -> Option<AmendedField> {
        let plain = Self::PLAIN.iter().find(|(plain, _)| *plain == name).map(|(_, field)| field.clone());
        plain.or_else(|| {
            let metric = name.strip_prefix("metrics.")?.strip_suffix(".target")?;
            (!metric.is_empty()).then(|| AmendedField::Target(metric.to_owned()))
        })
    }

    /// The name of the field under `assumed`.
    pub fn assumed_name(&self) -> String {
        match self {
            AmendedField::Target(metric) => format!("metrics.{metric}"),
            plain => plain.to_string(),
        }
    }
}

impl fmt::Display for AmendedField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AmendedField::Target(metric) => write!(f, "metrics.{metric}.target"),
            plain => f.write_str(Self::PLAIN.iter().find(|(_, field)| field == plain).map_or("", |(name, _)| name)),
        }
    }
}

impl<'de> Deserialize<'de> for AmendedField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AmendedField, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        AmendedField::new(&name).ok_or_else(|| de::Error::custom("no amendment changes that field"))
    }
}

impl JsonSchema for AmendedField {
    fn schema_name() -> Cow<'static, str> {
        "AmendedField".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": AmendedField::PATTERN })
    }
}

/// What a field holds, as an amendment writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum FieldValue {
    /// Nothing was said.
    #[default]
    Nothing,
    /// One value.
    One(String),
    /// A list.
    Many(Vec<String>),
}

impl fmt::Display for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldValue::Nothing => f.write_str("—"),
            FieldValue::One(value) => f.write_str(value),
            FieldValue::Many(values) => f.write_str(&values.join("、")),
        }
    }
}

impl<'de> Deserialize<'de> for FieldValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FieldValue, D::Error> {
        struct FieldValueVisitor;

        impl<'de> Visitor<'de> for FieldValueVisitor {
            type Value = FieldValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or a list of values")
            }

            fn visit_unit<E>(self) -> Result<FieldValue, E> {
                Ok(FieldValue::Nothing)
            }

            fn visit_bool<E>(self, value: bool) -> Result<FieldValue, E> {
                Ok(FieldValue::One(value.to_string()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<FieldValue, E> {
                Ok(FieldValue::One(value.to_string()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<FieldValue, E> {
                Ok(FieldValue::One(value.to_string()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<FieldValue, E> {
                Ok(FieldValue::One(value.to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<FieldValue, E> {
                Ok(FieldValue::One(value.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<FieldValue, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = seq.next_element::<String>()? {
                    values.push(value);
                }
                Ok(FieldValue::Many(values))
            }
        }

        deserializer.deserialize_any(FieldValueVisitor)
    }
}

impl JsonSchema for FieldValue {
    fn schema_name() -> Cow<'static, str> {
        "FieldValue".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["null", "string", "number", "boolean", "array"], "items": { "type": "string" } })
    }
}
