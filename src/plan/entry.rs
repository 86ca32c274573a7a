//! The journal's entries: append-only reports of what happened, each dated.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::Date;
use super::id::TaskId;
use super::notice::NoticeNumber;
use super::quantity::Scalar;
use crate::words::{Term, Worded, says_none, terms};

/// One report on one task.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The day it is true for.
    pub date: Date,
    /// The task it is about.
    pub task: TaskId,
    /// The unit or reviewer that reports.
    pub by: Option<String>,
    /// The metrics' values on that day: cumulative, never increments.
    #[serde(default)]
    pub values: Values,
    /// The state from that day on.
    pub state: Option<EntryState>,
    /// The checkpoints reached by that day.
    #[serde(default)]
    pub checkpoints: Vec<String>,
    /// What was done (进展情况).
    pub note: Option<String>,
    /// What stands in the way (存在问题). A text that says that nothing does, as `无`, is read as none.
    #[serde(default, deserialize_with = "problem")]
    pub issue: Option<String>,
    /// What comes next (下一步措施).
    pub next: Option<String>,
    /// Files that prove it (佐证材料), relative to the plan's folder.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// The notice that this answers, by its number.
    pub reply_to: Option<NoticeNumber>,
    /// An approved change of the plan.
    pub amendment: Option<Amendment>,
    /// How far the work has come, in hundredths, by the unit's own estimate: of a task that has nothing to be counted by.
    pub percent: Option<u8>,
    /// Another entry about the task that was never so.
    pub withdraws: Option<Withdrawal>,
}

/// That another entry was never so: it counts on no day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The other entry's day.
    pub date: Date,
    /// Which of that day's entries about the task is meant ([`Entry::mark`]); may be left out where there is one.
    pub entry: Option<String>,
    /// Why.
    pub reason: String,
}

impl Entry {
    /// An entry that says nothing of the task yet.
    pub fn silent(date: Date, task: TaskId) -> Entry {
        Entry {
            date,
            task,
            by: None,
            values: Values::default(),
            state: None,
            checkpoints: Vec::new(),
            note: None,
            issue: None,
            next: None,
            evidence: Vec::new(),
            reply_to: None,
            amendment: None,
            percent: None,
            withdraws: None,
        }
    }

    /// Whether the entry says how the work goes; an amendment alone does not.
    pub fn is_report(&self) -> bool {
        !self.values.0.is_empty()
            || self.state.is_some()
            || !self.checkpoints.is_empty()
            || self.note.is_some()
            || self.issue.is_some()
            || self.next.is_some()
            || !self.evidence.is_empty()
            || self.reply_to.is_some()
            || self.percent.is_some()
    }

    /// Whether it says anything but that another was never so.
    pub fn says_anything(&self) -> bool {
        self.is_report() || self.amendment.is_some() || self.withdraws.is_none()
    }

    /// Eight digits by which it is told from the task's other entries of that day: the same wherever it stands in a file,
    /// another as soon as it says something else.
    pub fn mark(&self) -> String {
        let Entry { by, values, state, checkpoints, note, issue, next, evidence, reply_to, amendment, percent, .. } =
            self;
        let texts = [by, note, issue, next].map(|text| text.as_deref().unwrap_or("").to_owned());
        let values = values.0.iter().map(|(name, value)| format!("{name}={value}"));
        let state = state.map_or("", EntryState::name).to_owned();
        let answered = reply_to.as_ref().map(ToString::to_string).unwrap_or_default();
        let amended = amendment
            .as_ref()
            .map(|one| format!("{} {} {} {} {}", one.field, one.from, one.to, one.reason, one.approved_by));
        let percent = percent.map(|percent| format!("{percent}%"));
        let parts = texts.into_iter().chain(values).chain([state, answered]).chain(amended);
        let parts = parts.chain(checkpoints.iter().cloned()).chain(evidence.iter().cloned()).chain(percent);
        let digits = parts.fold(FNV_OFFSET, |hash, part| {
            part.bytes().chain([0]).fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME))
        });
        format!("{:08x}", digits >> 32)
    }
}

/// The FNV-1a hash of 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

fn problem<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.filter(|text| !says_none(text)))
}

/// The state that an entry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum EntryState {
    /// Work goes on.
    InProgress,
    /// Something stands in the way.
    Blocked,
    /// The unit reports that the work is finished.
    Done,
    /// A reviewer has closed the task (销号).
    Closed,
    /// A reviewer has sent it back (退回).
    Returned,
    /// Work goes on again after it was done or closed.
    Reopened,
    /// The task was called off.
    Cancelled,
}

impl EntryState {
    /// Every state that an entry may name.
    pub const ALL: [EntryState; 7] = [
        EntryState::InProgress,
        EntryState::Blocked,
        EntryState::Done,
        EntryState::Closed,
        EntryState::Returned,
        EntryState::Reopened,
        EntryState::Cancelled,
    ];

    /// The state's name in the files.
    pub fn name(self) -> &'static str {
        match self {
            EntryState::InProgress => "in_progress",
            EntryState::Blocked => "blocked",
            EntryState::Done => "done",
            EntryState::Closed => "closed",
            EntryState::Returned => "returned",
            EntryState::Reopened => "reopened",
            EntryState::Cancelled => "cancelled",
        }
    }

    /// The state of that name.
    pub fn named(name: &str) -> Option<EntryState> {
        EntryState::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl Worded for EntryState {
    const TERMS: &'static [Term] = terms::ENTRY_STATES;

    fn all() -> &'static [EntryState] {
        &EntryState::ALL
    }

    fn key(self) -> &'static str {
        self.name()
    }
}

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

/// Values by metric name, in the order in which they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(pub Vec<(String, Scalar)>);

impl Values {
    /// The value reported for the metric.
    pub fn get(&self, metric: &str) -> Option<&Scalar> {
        self.0.iter().find(|(name, _)| name == metric).map(|(_, value)| value)
    }
}

/// A map in which a repeated name is a fault, where serde's own maps keep the last.
impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Values, D::Error> {
        struct ValuesVisitor;

        impl<'de> Visitor<'de> for ValuesVisitor {
            type Value = Values;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map of metric names to values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
                let mut values: Vec<(String, Scalar)> = Vec::new();
                let mut names = HashSet::new();
                while let Some((name, value)) = map.next_entry::<String, Scalar>()? {
                    if !names.insert(name.clone()) {
                        return Err(de::Error::custom("duplicate metric"));
                    }
                    values.push((name, value));
                }
                Ok(Values(values))
            }
        }

        deserializer.deserialize_map(ValuesVisitor)
    }
}

/// As a map, in the order in which they were written.
impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl JsonSchema for Values {
    fn schema_name() -> Cow<'static, str> {
        "Values".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": { "type": ["number", "string"] } })
    }
}
