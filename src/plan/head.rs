//! What `plan.yaml` says: the document, its period, its units and its rules.

use std::borrow::Cow;

use chrono::FixedOffset;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de};

use super::date::{Date, Period};
use super::notice::{Escalation, NoticeRules};
use super::own::OwnField;
use super::parts::{NamedPlace, Section, Theme, Unit};
use super::quantity::Quantity;
use super::scoring::ScoringRules;
use crate::say;
use crate::words::{Language, Term, Worded, terms};

/// What `plan.yaml` says.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The format of the folder: `workplan/1`.
    pub format: Format,
    /// The plan's short name, as the machine-readable output gives it.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// The document's own number: 金府发〔2020〕12号.
    pub number: Option<String>,
    /// How public the document is: 主动公开, 依申请公开, 不予公开.
    pub disclosure: Option<String>,
    /// The day of issue.
    pub issued: Date,
    /// The days over which the plan runs.
    pub period: Period,
    /// Decides what "today" is, wherever the machine stands.
    #[serde(default)]
    pub utc_offset: UtcOffset,
    /// The language of the plan's own words, and of its reports where no other is asked for.
    #[serde(default)]
    pub language: Language,
    /// The calendar of working days: `CN`, or a file of the user's own that overrides it.
    #[serde(default = "embedded_calendar")]
    pub calendar: String,
    /// What a deadline, a checkpoint's due day and a recurring report's mean where they fall on a day off.
    #[serde(default)]
    pub on_day_off: OnDayOff,
    /// The source document, relative to the plan's folder.
    pub source: Option<String>,
    /// How the passed share of a span is reckoned.
    #[serde(default)]
    pub pace: PaceBasis,
    /// Whether `done` waits for a reviewer's `closed`.
    #[serde(default)]
    pub closing: Closing,
    /// Whether every sentence of the source must be a task's or context.
    #[serde(default)]
    pub coverage: Coverage,
    /// How often a task must be heard of.
    #[serde(default)]
    pub reporting: Reporting,
    /// When to warn, and how loudly.
    #[serde(default)]
    pub alerts: AlertRules,
    /// Words and colours of the lights, where the office uses others.
    #[serde(default)]
    pub lights: LightStyles,
    /// Every unit that a task may name.
    #[serde(default)]
    pub units: Vec<Unit>,
    /// Every place that a task may name, by its full official name. Left out: any.
    #[serde(default)]
    pub places: Vec<NamedPlace>,
    /// Fields of the office's own, which tasks may carry under `fields`.
    #[serde(default)]
    pub fields: Vec<OwnField>,
    /// The document's numbered parts.
    pub sections: Vec<Section>,
    /// Sentences of the source that order no work.
    #[serde(default)]
    pub context: Vec<String>,
    /// What columns of the office's own ledgers hold, as `workplan import --map` takes it: `推进说明=进展情况`.
    #[serde(default)]
    pub columns: Vec<String>,
    /// What was assumed beyond the document, in words.
    pub assumptions: Option<String>,
    /// Whether the journal is fictional. Every report of a sample says so.
    #[serde(default)]
    pub sample: bool,
    /// Whether an edition for the public shows the lights.
    #[serde(default)]
    pub publish_lights: bool,
    /// How the office numbers its notices to units; left out: it sends none.
    pub notices: Option<NoticeRules>,
    /// How the office reckons what was achieved; left out: as is usual.
    pub scoring: Option<ScoringRules>,
}

fn embedded_calendar() -> String {
    "CN".to_owned()
}

impl Head {
    /// What `disclosure` says of a document that everybody may read (《政府信息公开条例》: 主动公开).
    pub const OPEN: &'static str = "主动公开";

    /// Whether everybody may read the document.
    pub fn is_open(&self) -> bool {
        self.disclosure.as_deref().is_some_and(|disclosure| disclosure.trim() == Head::OPEN)
    }

    /// The field of the office's own that a word means, however it is typed: by its key or its title, perhaps with its unit
    /// in brackets behind. A word is looked up in the table of fields first, and then here.
    pub fn own_field(&self, word: &str) -> Option<&OwnField> {
        self.own_place(word).and_then(|at| self.fields.get(at))
    }

    /// The same by its place among the declared ones.
    pub fn own_place(&self, word: &str) -> Option<usize> {
        OwnField::place_in(&self.fields, word)
    }

    /// Every id with which a task's id may begin, in the document's order, and the section it belongs to: the
    /// themes, and the sections that have none.
    pub fn themes(&self) -> impl Iterator<Item = (&str, &Section)> {
        self.sections.iter().flat_map(|section| {
            let own = section.themes.is_empty().then_some(section.id.as_str());
            own.into_iter().chain(section.themes.iter().map(|theme| theme.id.as_str())).map(move |id| (id, section))
        })
    }

    /// The section and, if it has one of that id, the theme that a task's id names.
    pub fn section_of(&self, theme: &str) -> Option<(&Section, Option<&Theme>)> {
        let with_theme = self.sections.iter().find_map(|section| {
            section.themes.iter().find(|known| known.id == theme).map(|known| (section, Some(known)))
        });
        with_theme.or_else(|| self.sections.iter().find(|section| section.id == theme).map(|section| (section, None)))
    }
}

/// The format of a plan folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum Format {
    /// The first.
    #[serde(rename = "workplan/1")]
    V1,
}

/// How the passed share of a span is reckoned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum PaceBasis {
    /// Working days passed, of those in the span.
    #[default]
    WorkingDays,
    /// Calendar months ended, of those in the span.
    Months,
    /// Calendar days passed, of those in the span.
    Days,
}

impl PaceBasis {
    /// How the passed share is reckoned: `按工作日计`, `by working days`.
    pub fn said(self, lang: Language) -> String {
        let days = self.word(lang);
        say!(lang, "{days}计", "by {days}")
    }
}

impl Worded for PaceBasis {
    const TERMS: &'static [Term] = terms::PACES;

    fn all() -> &'static [PaceBasis] {
        &[PaceBasis::WorkingDays, PaceBasis::Months, PaceBasis::Days]
    }

    fn key(self) -> &'static str {
        match self {
            PaceBasis::WorkingDays => "working_days",
            PaceBasis::Months => "months",
            PaceBasis::Days => "days",
        }
    }
}

/// What a day means by which something is due, where the office does not work on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum OnDayOff {
    /// That very day.
    #[default]
    AsIs,
    /// The next working day (顺延).
    NextWorkingDay,
    /// The working day before it (提前).
    PreviousWorkingDay,
}

/// Whether a finished task must be reviewed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Closing {
    /// The unit's word is enough.
    #[default]
    Direct,
    /// A reviewer closes (销号) or returns (退回) it.
    Reviewed,
}

/// How much of the source the tasks must cover.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Coverage {
    /// Every sentence is a task's or context.
    Full,
    /// Some of it.
    #[default]
    Partial,
}

/// How often a task must be heard of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Reporting {
    /// From Monday to Sunday.
    Weekly,
    /// Every calendar month.
    #[default]
    Monthly,
    /// Every three calendar months.
    Quarterly,
}

/// When to warn, and how loudly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AlertRules {
    /// Warn when so many working days, or fewer, are left.
    pub due_soon: u16,
    /// Working days past the deadline at which 催办 begins.
    pub urge_after: u16,
    /// Past so many working days late, 督办.
    pub supervise_after: u16,
    /// Past so many working days late, 通报.
    pub circulate_after: u16,
    /// Warn when progress lags behind the pace by so much.
    pub behind: Quantity,
    /// Critical when it lags by so much.
    pub far_behind: Quantity,
}

impl AlertRules {
    /// How loudly to speak of what is so many working days late.
    pub fn escalation(&self, working_days_late: i64) -> Escalation {
        match working_days_late {
            days if days > i64::from(self.circulate_after) => Escalation::Circulate,
            days if days > i64::from(self.supervise_after) => Escalation::Supervise,
            days if days < i64::from(self.urge_after) => Escalation::Remind,
            _ => Escalation::Urge,
        }
    }
}

impl Default for AlertRules {
    fn default() -> Self {
        let hundredths = |number: usize| Quantity::count(number).hundredth();
        AlertRules {
            due_soon: 10,
            urge_after: 0,
            supervise_after: 5,
            circulate_after: 15,
            behind: hundredths(10),
            far_behind: hundredths(25),
        }
    }
}

/// The words and colours of the lights; an office's own where it has them.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LightStyles {
    /// Finished.
    pub blue: Option<LightStyle>,
    /// Nothing is wrong.
    pub green: Option<LightStyle>,
    /// A warning.
    pub yellow: Option<LightStyle>,
    /// Something critical.
    pub red: Option<LightStyle>,
    /// Nothing was ever reported.
    pub grey: Option<LightStyle>,
}

/// One light's word and colour.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LightStyle {
    /// The word beside the light.
    pub word: Option<String>,
    /// The colour on a terminal.
    pub colour: Option<Colour>,
}

/// A colour that every terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
#[allow(missing_docs)]
pub enum Colour {
    Blue,
    Green,
    Yellow,
    Red,
    Grey,
    Magenta,
    Cyan,
}

/// A distance from UTC, written `+08:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UtcOffset(pub FixedOffset);

impl UtcOffset {
    const CHINA: i32 = 8 * 3600;
    /// The pattern an offset follows, as the schema states it.
    pub const PATTERN: &'static str = "^[+-](0[0-9]|1[0-4]):[0-5][0-9]$";

    /// The offset that a text means; `None` where it is written in another way.
    pub fn new(text: &str) -> Option<UtcOffset> {
        let (sign, clock) = match text.strip_prefix('-') {
            Some(clock) => (-1, clock),
            None => (1, text.strip_prefix('+')?),
        };
        let (hours, minutes) = clock.split_once(':')?;
        if hours.len() != 2 || minutes.len() != 2 || !clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
            return None;
        }
        let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
        if hours > 14 || minutes > 59 {
            return None;
        }
        FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60)).map(UtcOffset)
    }
}

impl Default for UtcOffset {
    fn default() -> Self {
        UtcOffset(FixedOffset::east_opt(Self::CHINA).unwrap_or(chrono::Offset::fix(&chrono::Utc)))
    }
}

impl<'de> Deserialize<'de> for UtcOffset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<UtcOffset, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        UtcOffset::new(&text).ok_or_else(|| de::Error::custom("an offset is written +08:00"))
    }
}

impl JsonSchema for UtcOffset {
    fn schema_name() -> Cow<'static, str> {
        "UtcOffset".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": UtcOffset::PATTERN })
    }
}
