//! The journal's entries: append-only reports of what happened, each dated.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::amendment::Amendment;
use super::date::Date;
use super::id::TaskId;
use super::notice::{Notice, NoticeNumber, NoticePurpose};
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
    pub amendment: Option<Box<Amendment>>,
    /// How far the work has come, in hundredths, by the unit's own estimate: of a task that has nothing to be counted by.
    pub percent: Option<u8>,
    /// Another entry about the task that was never so.
    pub withdraws: Option<Box<Withdrawal>>,
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

    /// Whether, about one of its tasks, it answers a notice: it names it; where that asks for reports, any report since does.
    pub fn answers(&self, notice: &Notice) -> bool {
        let names = self.reply_to.as_ref() == Some(&notice.number);
        let reports = notice.purpose == NoticePurpose::Report && self.is_report();
        notice.date <= self.date && (names || reports)
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
        let same = amendment.as_ref().and_then(|one| one.duplicate_of.as_ref()).map(ToString::to_string);
        let amended = amended.into_iter().chain(same);
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
    /// Whether a reviewer, or whoever approves, says it: no report of the unit.
    pub fn is_decision(self) -> bool {
        match self {
            EntryState::Closed | EntryState::Returned | EntryState::Reopened | EntryState::Cancelled => true,
            EntryState::InProgress | EntryState::Blocked | EntryState::Done => false,
        }
    }

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
                // Mostly one, told by the hint: room for four would be the most of what a large journal takes.
                let mut values: Vec<(String, Scalar)> = Vec::with_capacity(map.size_hint().unwrap_or(0).min(8));
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
