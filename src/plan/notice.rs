//! Notices: what the office has asked of a unit in writing, each under a number of its own.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date::Date;
use super::id::{TaskId, UnitName};
use crate::words::{Language, Term, Worded, terms};

/// A notice that was sent to a unit, as `notices/*.yaml` keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Its number, never used twice: `金府督〔2020〕1号`.
    pub number: NoticeNumber,
    /// The day on which it was issued.
    pub date: Date,
    /// How loudly it speaks.
    pub level: Escalation,
    /// The unit that it goes to (主送), by its full name.
    pub unit: UnitName,
    /// The tasks that it is about.
    pub tasks: Vec<TaskId>,
    /// The last day for the unit's answer.
    pub reply_by: Date,
    /// What it asks for: the work, where nothing is said.
    #[serde(default)]
    pub purpose: NoticePurpose,
    /// Who has signed it (签发).
    pub signed_by: Option<String>,
    /// The day on which the unit took it over (签收).
    pub received: Option<Date>,
    /// Who took it over for the unit.
    pub received_by: Option<String>,
    /// The day on which it was said to be void: it asks for nothing any more, and its number stays used.
    pub voided: Option<Date>,
    /// Why it is void.
    pub void_reason: Option<String>,
}

impl Notice {
    /// Whether it is void on a day.
    pub fn is_void_on(&self, day: Date) -> bool {
        self.voided.is_some_and(|voided| voided <= day)
    }

    /// The same with what another edition of it adds, where nothing was said: who has signed it, that it was received, that
    /// it is void.
    #[must_use]
    pub fn with_added(&self, newer: &Notice) -> Notice {
        let mut added = self.clone();
        added.signed_by = self.signed_by.clone().or_else(|| newer.signed_by.clone());
        added.received = self.received.or(newer.received);
        added.received_by = self.received_by.clone().or_else(|| newer.received_by.clone());
        if self.voided.is_none() {
            (added.voided, added.void_reason) = (newer.voided, newer.void_reason.clone());
        }
        added
    }
}

/// What a notice asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum NoticePurpose {
    /// That the tasks are done.
    #[default]
    Work,
    /// That they are reported on (催报): any report answers it.
    Report,
}

impl Worded for NoticePurpose {
    const TERMS: &'static [Term] = terms::NOTICE_PURPOSES;

    fn all() -> &'static [NoticePurpose] {
        &[NoticePurpose::Work, NoticePurpose::Report]
    }

    fn key(self) -> &'static str {
        match self {
            NoticePurpose::Work => "work",
            NoticePurpose::Report => "report",
        }
    }
}

/// How loudly an alert is said, and a notice speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Escalation {
    /// 提醒函.
    Remind,
    /// 催办通知.
    Urge,
    /// 督办单.
    Supervise,
    /// 通报.
    Circulate,
}

impl Escalation {
    /// Every level, quietest first.
    pub const ALL: [Escalation; 4] =
        [Escalation::Remind, Escalation::Urge, Escalation::Supervise, Escalation::Circulate];

    /// The level's name in the files.
    pub fn name(self) -> &'static str {
        match self {
            Escalation::Remind => "remind",
            Escalation::Urge => "urge",
            Escalation::Supervise => "supervise",
            Escalation::Circulate => "circulate",
        }
    }

    /// What a notice of that level is called: `督办单`, `supervision notice`.
    pub fn as_notice(self, lang: Language) -> &'static str {
        terms::word_of(terms::NOTICE_LEVELS, self.name(), lang).unwrap_or_else(|| self.word(lang))
    }

    /// The level of that name.
    pub fn named(name: &str) -> Option<Escalation> {
        Escalation::ALL.into_iter().find(|level| level.name() == name)
    }
}

impl Worded for Escalation {
    const TERMS: &'static [Term] = terms::ESCALATIONS;

    fn all() -> &'static [Escalation] {
        &Escalation::ALL
    }

    fn key(self) -> &'static str {
        self.name()
    }
}

/// A notice's number as documents have it: the series, the year in its brackets, and a running number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeNumber {
    /// The series' word, `金府督`.
    pub series: String,
    /// The year of issue.
    pub year: i32,
    /// The running number in the series and the year, from 1.
    pub number: u32,
}

impl NoticeNumber {
    /// The pattern a number follows, as the schema states it.
    pub const PATTERN: &'static str = "^[^〔〕\\s]+〔[0-9]{4}〕[1-9][0-9]{0,5}号$";
    /// Running numbers have no more digits than that.
    const DIGITS: usize = 6;

    /// The number that a text means; `None` where it is written in another way.
    pub fn new(text: &str) -> Option<NoticeNumber> {
        let (series, rest) = text.split_once('〔')?;
        let (year, number) = rest.split_once('〕')?;
        let number = number.strip_suffix('号')?;
        let digits = |text: &str, most: usize| text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = is_series(series)
            && year.len() == 4
            && digits(year, 4)
            && digits(number, Self::DIGITS)
            && !number.starts_with('0');
        let number =
            || Some(NoticeNumber { series: series.to_owned(), year: year.parse().ok()?, number: number.parse().ok()? });
        fits.then(number)?
    }
}

/// Whether a text can be the word of a series.
pub(super) fn is_series(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '〔' | '〕'))
}

impl fmt::Display for NoticeNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}〔{:04}〕{}号", self.series, self.year, self.number)
    }
}

impl<'de> Deserialize<'de> for NoticeNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NoticeNumber, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        NoticeNumber::new(&text).ok_or_else(|| de::Error::custom("a notice's number is written 金府督〔2020〕1号"))
    }
}

impl Serialize for NoticeNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for NoticeNumber {
    fn schema_name() -> Cow<'static, str> {
        "NoticeNumber".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": NoticeNumber::PATTERN })
    }
}

/// How the office numbers its notices, and how soon it wants an answer.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeRules {
    /// The word of the series, `金府督`.
    pub series: NoticeSeries,
    /// How many working days a unit has to answer.
    #[serde(default = "three")]
    pub reply_within: u16,
    /// The unit that takes the answers, by its full name; the issuer where nothing is said.
    pub office: Option<UnitName>,
    /// The last number that was taken before this plan's own notices: in its series and year they go on behind it.
    pub after: Option<NoticeNumber>,
    /// Which of these rules the program or a clerk has assumed; a notice says so once.
    #[serde(default)]
    pub assumed: Vec<AssumedRule>,
}

/// A rule of notices that can be assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum AssumedRule {
    /// The word of the series.
    Series,
    /// How many working days a unit has to answer.
    ReplyWithin,
    /// The unit that takes the answers.
    Office,
}

impl AssumedRule {
    /// The rule's key among those of `notices`.
    pub fn key(self) -> &'static str {
        match self {
            AssumedRule::Series => "series",
            AssumedRule::ReplyWithin => "reply_within",
            AssumedRule::Office => "office",
        }
    }
}

fn three() -> u16 {
    3
}

/// The word of a series of notices: no spaces, none of the brackets around a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeSeries(String);

impl NoticeSeries {
    /// The pattern it follows, as the schema states it.
    pub const PATTERN: &'static str = "^[^〔〕\\s]+$";

    /// The word that a text is; `None` where it cannot be one.
    pub fn new(text: &str) -> Option<NoticeSeries> {
        is_series(text).then(|| NoticeSeries(text.to_owned()))
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for NoticeSeries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NoticeSeries, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        NoticeSeries::new(&text).ok_or_else(|| de::Error::custom("a series is a word without spaces and brackets"))
    }
}

impl JsonSchema for NoticeSeries {
    fn schema_name() -> Cow<'static, str> {
        "NoticeSeries".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": NoticeSeries::PATTERN })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_one_way() {
        for text in ["金府督〔2020〕1号", "金府督〔2020〕10号", "金府〔0001〕999999号", "A-b〔2020〕12号"]
        {
            assert_eq!(NoticeNumber::new(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
        for text in [
            "金府督〔2020〕0号",
            "金府督〔2020〕01号",
            "金府督〔2020〕1",
            "金府督[2020]1号",
            "金府督〔20〕1号",
            "〔2020〕1号",
            "金府督〔2020〕1000000号",
            "金府督〔2020〕１号",
            "金府督〔2020〕第1号",
            "金府督 〔2020〕1号",
            "金府督〔2020〕-1号",
            "金府督〔+202〕1号",
            "金府督〔2020〕〔2020〕1号",
            "",
        ] {
            assert_eq!(NoticeNumber::new(text), None, "{text}");
        }
    }
}
