//! What is known of a field: where it stands, what it is called, what it holds and how it changes.

use crate::words::fold::squeezed;
use crate::words::language::Language;
use crate::words::terms::Term;

/// A field, in one of the places in which it may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Where it stands.
    pub place: Place,
    /// Its key in the files; of a computed one, in the machine-readable output.
    pub key: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name, as it stands inside a sentence.
    pub en: &'static str,
    /// What else people type for it, and ledgers call it.
    pub also: &'static [&'static str],
    /// What kind of value it holds.
    pub holds: Holds,
    /// How it changes after the plan's issue.
    pub changes: Changes,
    /// Whether an edition for the public may show it.
    pub public: bool,
}

/// Where a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// `plan.yaml`.
    Plan,
    /// The plan's period.
    Period,
    /// The limits of the alerts.
    Alerts,
    /// The rules of notices.
    Notices,
    /// The points of a score.
    Scoring,
    /// One light's style.
    Light,
    /// A unit.
    Unit,
    /// A field of the office's own.
    OwnField,
    /// A section.
    Section,
    /// A theme.
    Theme,
    /// A place.
    NamedPlace,
    /// A task.
    Task,
    /// A metric of a task.
    Metric,
    /// A grade of a metric.
    Grade,
    /// A checkpoint of a task.
    Checkpoint,
    /// The recurring duty of a task.
    Recurrence,
    /// An entry of the journal.
    Entry,
    /// The amendment of an entry.
    Amendment,
    /// `withdraws` of an entry.
    Withdrawal,
    /// A notice that was sent.
    Notice,
    /// A row of an item list.
    Checklist,
    /// A calendar of the user's own.
    Calendar,
    /// Nowhere: it is computed.
    Standing,
    /// A ledger alone: it is no field of the files.
    Ledger,
}

/// What kind of value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A name, a number or a few words.
    Text,
    /// Sentences, of which a comparison tells the words that differ.
    Prose,
    /// A day.
    Day,
    /// One of a few words.
    OneOf(&'static [Term]),
    /// Names of fields.
    Fields,
    /// Values of the fields that the plan itself declares.
    Own,
    /// What an amended field held, or is to hold.
    Amended,
    /// A part with fields of its own, or several.
    Parts(Place),
}

/// How a field changes after the plan's issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changes {
    /// By an amendment, with an approval.
    Amended,
    /// Freely, in the file.
    Freely,
    /// Never: it is the name under which a thing is known, or a record, or computed.
    Never,
}

impl Place {
    /// Every place, in a reader's order.
    pub const ALL: [Place; 24] = [
        Place::Plan,
        Place::Period,
        Place::Alerts,
        Place::Notices,
        Place::Scoring,
        Place::Light,
        Place::Unit,
        Place::OwnField,
        Place::Section,
        Place::Theme,
        Place::NamedPlace,
        Place::Task,
        Place::Metric,
        Place::Grade,
        Place::Checkpoint,
        Place::Recurrence,
        Place::Entry,
        Place::Amendment,
        Place::Withdrawal,
        Place::Notice,
        Place::Checklist,
        Place::Calendar,
        Place::Standing,
        Place::Ledger,
    ];

    /// What stands there, in the singular: `量化指标`, `metric`.
    pub const fn name(self, lang: Language) -> &'static str {
        match self {
            Place::Plan => lang.pick("计划", "plan"),
            Place::Period => lang.pick("计划期", "period"),
            Place::Alerts => lang.pick("预警规则", "alert limits"),
            Place::Notices => lang.pick("督办编号", "notices"),
            Place::Scoring => lang.pick("计分办法", "scoring"),
            Place::Light => lang.pick("亮灯用语", "light"),
            Place::Unit => lang.pick("单位", "unit"),
            Place::OwnField => lang.pick("自定义字段", "own field"),
            Place::Section => lang.pick("板块", "section"),
            Place::Theme => lang.pick("专题", "theme"),
            Place::NamedPlace => lang.pick("地点", "place"),
            Place::Task => lang.pick("任务", "task"),
            Place::Metric => lang.pick("量化指标", "metric"),
            Place::Grade => lang.pick("等级", "grade"),
            Place::Checkpoint => lang.pick("节点", "checkpoint"),
            Place::Recurrence => lang.pick("定期报送", "recurrence"),
            Place::Entry => lang.pick("台账记录", "entry"),
            Place::Withdrawal => lang.pick("作废", "withdrawal"),
            Place::Amendment => lang.pick("调整", "amendment"),
            Place::Notice => lang.pick("督办单", "notice"),
            Place::Checklist => lang.pick("清单", "checklist"),
            Place::Calendar => lang.pick("日历", "calendar"),
            Place::Standing => lang.pick("情况", "standing"),
            Place::Ledger => lang.pick("台账", "ledger"),
        }
    }
}

impl Field {
    /// The field's name, as it stands inside a sentence.
    pub const fn name(&self, lang: Language) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    /// The field's name at the head of a column or before a colon: English begins with a capital.
    pub fn heading(&self, lang: Language) -> String {
        let name = self.name(lang);
        let mut rest = name.chars();
        rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
    }

    /// What one types for the field: its Chinese name; in English one word, `days_left`.
    pub fn typed(&self, lang: Language) -> String {
        match lang {
            Language::Chinese => self.zh.to_owned(),
            Language::English => self.en.replace(' ', "_").to_lowercase(),
        }
    }

    /// Every spelling that means the field.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> {
        [self.key, self.zh, self.en].into_iter().chain(self.also.iter().copied())
    }

    /// Whether the field is called so. Width, case, spaces and hyphens make no difference, nor does a unit in brackets.
    pub fn is_called(&self, word: &str) -> bool {
        let (whole, bare) = wanted(word);
        self.spellings().any(|name| wanted(name).0 == whole) || self.spellings().any(|name| wanted(name).1 == bare)
    }
}

/// A word as it is looked up, and without a unit in brackets behind it.
pub(super) fn wanted(word: &str) -> (String, String) {
    let whole = squeezed(word);
    let bare = whole.split_once('(').map_or(whole.as_str(), |(name, _)| name);
    let bare = if bare.is_empty() { whole.clone() } else { bare.to_owned() };
    (whole, bare)
}

pub(super) const fn row(
    place: Place,
    (key, zh, en): (&'static str, &'static str, &'static str),
    also: &'static [&'static str],
    holds: Holds,
) -> Field {
    Field { place, key, zh, en, also, holds, changes: Changes::Freely, public: false }
}

impl Field {
    pub(super) const fn amended(self) -> Field {
        Field { changes: Changes::Amended, ..self }
    }

    pub(super) const fn never(self) -> Field {
        Field { changes: Changes::Never, ..self }
    }

    pub(super) const fn public(self) -> Field {
        Field { public: true, ..self }
    }
}
