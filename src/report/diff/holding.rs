//! What a field holds, and how two of them differ.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Date, Quantity, Scalar};

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Holding {
    /// Nothing is said.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(Quantity),
    /// A day.
    Day(Date),
    /// Words, or a name of the format's own.
    Text(String),
    /// Things whose order says nothing.
    List(Vec<String>),
    /// Things whose order matters: grades, from worst to best.
    Order(Vec<String>),
}

/// A field that holds something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldChange {
    /// The field, named as under `assumed` and in amendments: `deadline`, `metrics.NAME.target`, `alerts.due_soon`.
    pub field: String,
    /// What it held.
    pub from: Holding,
    /// What it holds.
    pub to: Holding,
    /// Of a list: what is new in it.
    pub added: Option<Vec<String>>,
    /// Of a list: what is no longer in it.
    pub removed: Option<Vec<String>>,
}

impl FieldChange {
    /// Whether a field holds the same after both.
    pub fn brings_the_same(&self, other: &FieldChange) -> bool {
        self.field == other.field && FieldChange::between("", self.to.clone(), other.to.clone()).is_none()
    }

    /// How a field differs; nothing where it does not.
    pub(super) fn between(field: impl Into<String>, from: Holding, to: Holding) -> Option<FieldChange> {
        if from == to {
            return None;
        }
        let (added, removed) = match (&from, &to) {
            (Holding::List(old), Holding::List(new)) => {
                let (added, removed) = (without(new, old), without(old, new));
                if added.is_empty() && removed.is_empty() {
                    return None;
                }
                (Some(added), Some(removed))
            }
            _ => (None, None),
        };
        Some(FieldChange { field: field.into(), from, to, added, removed })
    }
}

/// What one list has more than another, however often something is in them.
fn without(list: &[String], other: &[String]) -> Vec<String> {
    let mut left: Vec<&String> = other.iter().collect();
    let is_more = |thing: &&String| match left.iter().position(|known| known == thing) {
        Some(place) => {
            left.remove(place);
            false
        }
        None => true,
    };
    list.iter().filter(is_more).cloned().collect()
}

pub(super) fn text(text: &str) -> Holding {
    Holding::Text(text.to_owned())
}

pub(super) fn words<T: AsRef<str>>(words: Option<T>) -> Holding {
    words.map_or(Holding::Nothing, |words| text(words.as_ref()))
}

pub(super) fn day(day: Option<Date>) -> Holding {
    day.map_or(Holding::Nothing, Holding::Day)
}

pub(super) fn list<T: ToString>(things: impl IntoIterator<Item = T>) -> Holding {
    Holding::List(things.into_iter().map(|thing| thing.to_string()).collect())
}

pub(super) fn scalar(scalar: &Scalar) -> Holding {
    match scalar {
        Scalar::Number(number) => Holding::Number(*number),
        Scalar::Word(word) => text(word),
    }
}

/// A value whose name in the files is the one that serde gives it.
pub(super) fn name<T: Serialize>(value: T) -> Holding {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Holding::Text(name),
        Ok(_) | Err(_) => Holding::Nothing,
    }
}
