//! Names that other parts of a plan refer to.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de};

/// A task's permanent id, `22-07`: the theme's id, a hyphen, a number. Never reused, never renumbered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct TaskId(String);

impl TaskId {
    /// The pattern an id follows, as the schema states it.
    pub const PATTERN: &'static str = "^[0-9A-Za-z.]+-[0-9A-Za-z]+$";

    /// An id out of a text that follows [`TaskId::PATTERN`].
    pub fn new(text: &str) -> Option<TaskId> {
        let (theme, number) = text.rsplit_once('-')?;
        let theme_fits = !theme.is_empty() && theme.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        let number_fits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        (theme_fits && number_fits).then(|| TaskId(text.to_owned()))
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of the theme (or of a section without themes) that the task belongs to.
    pub fn theme(&self) -> &str {
        self.0.rsplit_once('-').map_or(self.0.as_str(), |(theme, _)| theme)
    }
}

impl fmt::Display for TaskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for TaskId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TaskId, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        TaskId::new(&text).ok_or_else(|| de::Error::custom("a task id is a theme's id, a hyphen and a number"))
    }
}

impl JsonSchema for TaskId {
    fn schema_name() -> Cow<'static, str> {
        "TaskId".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": TaskId::PATTERN })
    }
}

/// A unit's full name, as `plan.yaml` declares it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct UnitName(pub String);

impl UnitName {
    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnitName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
