//! What a field of a task holds, and putting another value in its place: how amendments are done and undone.

use super::amendment::{AmendedField, FieldValue};
use super::id::UnitName;
use super::quantity::Scalar;
use super::task::{Kind, Task};

/// The value is none that the field can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the field cannot hold that value")]
pub struct UnfitValue;

impl AmendedField {
    /// What the task's field holds. The state is the journal's, so a task holds none.
    pub fn of(&self, task: &Task) -> FieldValue {
        let one = |text: Option<String>| text.map_or(FieldValue::Nothing, FieldValue::One);
        let many = |list: Vec<String>| if list.is_empty() { FieldValue::Nothing } else { FieldValue::Many(list) };
        match self {
            AmendedField::Deadline => one(task.deadline.map(|day| day.to_string())),
            AmendedField::Start => one(task.start.map(|day| day.to_string())),
            AmendedField::Lead => one(task.lead.as_ref().map(UnitName::to_string)),
            AmendedField::Support => many(task.support.iter().map(UnitName::to_string).collect()),
            AmendedField::Title => one(Some(task.title.clone())),
            AmendedField::Kind => one(Some(task.kind.name().to_owned())),
            AmendedField::Places => many(task.places.clone()),
            AmendedField::Target(metric) => one(task.metric(metric).map(|metric| metric.target().to_string())),
            AmendedField::State => FieldValue::Nothing,
        }
    }

    /// Puts a value in the field's place.
    ///
    /// # Errors
    /// When the field cannot hold it; the task is unchanged then.
    pub fn set(&self, task: &mut Task, value: &FieldValue) -> Result<(), UnfitValue> {
        match self {
            AmendedField::Deadline => task.deadline = optional(value, |text| text.parse().ok())?,
            AmendedField::Start => task.start = optional(value, |text| text.parse().ok())?,
            AmendedField::Lead => task.lead = optional(value, |text| Some(UnitName(text.to_owned())))?,
            AmendedField::Support => task.support = list(value).into_iter().map(UnitName).collect(),
            AmendedField::Title => task.title = required(value)?.to_owned(),
            AmendedField::Kind => task.kind = Kind::named(required(value)?).ok_or(UnfitValue)?,
            AmendedField::Places => task.places = list(value),
            AmendedField::Target(name) => {
                let target = Scalar::new(required(value)?);
                let metric = task.metrics.iter_mut().find(|metric| metric.name == *name).ok_or(UnfitValue)?;
                *metric = metric.with_target(&target).map_err(|_| UnfitValue)?;
            }
            AmendedField::State => {}
        }
        Ok(())
    }
}

fn required(value: &FieldValue) -> Result<&str, UnfitValue> {
    match value {
        FieldValue::One(text) => Ok(text),
        FieldValue::Nothing | FieldValue::Many(_) => Err(UnfitValue),
    }
}

fn optional<T>(value: &FieldValue, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, UnfitValue> {
    match value {
        FieldValue::Nothing => Ok(None),
        FieldValue::One(text) => read(text).map(Some).ok_or(UnfitValue),
        FieldValue::Many(_) => Err(UnfitValue),
    }
}

fn list(value: &FieldValue) -> Vec<String> {
    match value {
        FieldValue::Nothing => Vec::new(),
        FieldValue::One(text) => vec![text.clone()],
        FieldValue::Many(list) => list.clone(),
    }
}
