//! What `plan.yaml` declares for tasks to name: units, sections with their themes, places.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use super::date::Date;
use super::id::UnitName;

/// A unit that tasks may name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The full name.
    pub name: UnitName,
    /// A short form for tables.
    pub short: Option<String>,
    /// A remark: another name, a duty.
    pub note: Option<String>,
    /// Names that it had before, full and short: old entries and notices bear them.
    #[serde(default)]
    pub formerly: Vec<String>,
    /// The day from which it is no more: it answers for no new task.
    pub retired: Option<Date>,
}

impl Unit {
    /// A unit of which nothing is said but its name.
    pub fn new(name: &str) -> Unit {
        Unit { name: UnitName(name.to_owned()), short: None, note: None, formerly: Vec::new(), retired: None }
    }

    /// `教务处=教务`: a name and, if wanted, a short form behind an equals sign of either width.
    pub fn read(text: &str) -> Unit {
        let (name, short) = text.split_once(['=', '＝']).map_or((text, None), |(name, short)| (name, Some(short)));
        let (name, short) = (name.trim(), short.map(str::trim));
        let short = short.filter(|short| !short.is_empty() && *short != name).map(str::to_owned);
        Unit { short, ..Unit::new(name) }
    }

    /// Whether the unit is called so now: by its name or its short form.
    pub fn is_called(&self, text: &str) -> bool {
        self.name.as_str() == text || self.short.as_deref() == Some(text)
    }

    /// Whether the unit was called so before.
    pub fn was_called(&self, text: &str) -> bool {
        self.formerly.iter().any(|old| old == text)
    }
}

/// One of the document's numbered parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The number by which tasks are sorted and found.
    pub id: String,
    /// The document's heading, without its number.
    pub title: String,
    /// Headings that it had before.
    #[serde(default)]
    pub formerly: Vec<String>,
    /// The paragraphs in it; a section without any holds its tasks itself.
    #[serde(default)]
    pub themes: Vec<Theme>,
}

impl Section {
    /// A section without themes.
    pub fn new(id: &str, title: &str) -> Section {
        Section { id: id.to_owned(), title: title.to_owned(), formerly: Vec::new(), themes: Vec::new() }
    }
}

/// A paragraph of a section.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// The id with which the ids of its tasks begin.
    pub id: String,
    /// The document's heading.
    pub title: String,
    /// Headings that it had before.
    #[serde(default)]
    pub formerly: Vec<String>,
}

impl Theme {
    /// A theme.
    pub fn new(id: &str, title: &str) -> Theme {
        Theme { id: id.to_owned(), title: title.to_owned(), formerly: Vec::new() }
    }
}

/// A place that tasks may name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "PlaceFile")]
pub struct NamedPlace {
    /// Its full official name.
    pub name: String,
    /// Names that it had before.
    pub formerly: Vec<String>,
}

impl NamedPlace {
    /// A place of which nothing is said but its name.
    pub fn new(name: &str) -> NamedPlace {
        NamedPlace { name: name.to_owned(), formerly: Vec::new() }
    }
}

/// A place as the file writes it: a name, or a name with those that it had before.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Place")]
enum PlaceFile {
    Name(String),
    Renamed(RenamedPlace),
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RenamedPlace {
    /// The place's full official name.
    name: String,
    /// Names that it had before.
    formerly: Vec<String>,
}

impl JsonSchema for NamedPlace {
    fn schema_name() -> Cow<'static, str> {
        PlaceFile::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        PlaceFile::json_schema(generator)
    }
}

impl From<PlaceFile> for NamedPlace {
    fn from(file: PlaceFile) -> NamedPlace {
        match file {
            PlaceFile::Name(name) => NamedPlace { name, formerly: Vec::new() },
            PlaceFile::Renamed(RenamedPlace { name, formerly }) => NamedPlace { name, formerly },
        }
    }
}
