//! What tasks say under the plan's own fields, and what that comes to.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::assess::Standing;
use crate::plan::{OwnField, Quantity, Scalar, Task};

/// What a task says under each of the plan's own fields, in the plan's order.
#[derive(Debug, Clone)]
pub struct OwnLine<'s>(pub Vec<(&'s OwnField, Option<&'s str>)>);

impl<'s> OwnLine<'s> {
    /// What the task says under the fields.
    pub fn new(fields: impl Iterator<Item = &'s OwnField>, task: &'s Task) -> OwnLine<'s> {
        OwnLine(fields.map(|field| (field, task.fields.get(&field.key))).collect())
    }

    /// The fields of which something is said, with what that is.
    pub fn said(&self) -> impl Iterator<Item = (&'s OwnField, &'s str)> {
        self.0.iter().filter_map(|(field, value)| Some((*field, (*value)?)))
    }

    /// What is said under one of them.
    pub fn get(&self, key: &str) -> Option<&'s str> {
        self.said().find(|(field, _)| field.key == key).map(|(_, value)| value)
    }
}

/// An object by the fields' keys; `null` of a field of which nothing is said.
impl Serialize for OwnLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = |(field, value): &(&OwnField, Option<&str>)| {
            let number = value.and_then(|value| field.number(value)).map(Scalar::Number);
            number.or_else(|| value.map(|value| Scalar::Word(value.to_owned())))
        };
        serializer.collect_map(self.0.iter().map(|one| (&one.0.key, value(one))))
    }
}

impl JsonSchema for OwnLine<'_> {
    fn schema_name() -> Cow<'static, str> {
        "OwnFields".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": { "type": ["number", "string", "null"] } })
    }
}

/// What the numbers of some tasks under one of the plan's own fields come to.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OwnSum<'s> {
    /// The field's key.
    pub field: &'s str,
    /// The exact sum over the tasks that have a number; `null` where none has.
    pub sum: Option<Quantity>,
    /// How many tasks have one.
    pub tasks: usize,
    /// Of how many tasks, all but those that were called off.
    pub of: usize,
    /// The field, for tables.
    #[serde(skip)]
    pub own: &'s OwnField,
}

impl<'s> OwnSum<'s> {
    /// The sum over the tasks that were not called off.
    pub fn new<'t>(own: &'s OwnField, tasks: impl Iterator<Item = &'t Standing<'t>>) -> OwnSum<'s> {
        let mut found = OwnSum { field: &own.key, sum: None, tasks: 0, of: 0, own };
        for standing in tasks.filter(|standing| standing.light.is_some()) {
            found.of += 1;
            let number = standing.task.fields.get(&own.key).and_then(|value| own.number(value));
            if let Some(number) = number {
                found.sum = Some(found.sum.unwrap_or(Quantity::ZERO).plus(number));
                found.tasks += 1;
            }
        }
        found
    }
}
