//! The fields of a plan, each described once: its key, its names, where it stands and what may become of it. Whatever
//! lists, asks for, compares or explains fields looks here.

mod index;
mod journal;
mod plan;
mod standing;
mod task;

use super::{Language, Term, squeezed};
pub use index::{called_anywhere, is_name, is_spelling};

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
    /// One light's style.
    Light,
    /// A unit.
    Unit,
    /// A section.
    Section,
    /// A theme.
    Theme,
    /// A task.
    Task,
    /// A metric of a task.
    Metric,
    /// A grade of a metric.
    Grade,
    /// A checkpoint of a task.
    Checkpoint,
    /// An entry of the journal.
    Entry,
    /// The amendment of an entry.
    Amendment,
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
    pub const ALL: [Place; 19] = [
        Place::Plan,
        Place::Period,
        Place::Alerts,
        Place::Notices,
        Place::Light,
        Place::Unit,
        Place::Section,
        Place::Theme,
        Place::Task,
        Place::Metric,
        Place::Grade,
        Place::Checkpoint,
        Place::Entry,
        Place::Amendment,
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
            Place::Light => lang.pick("亮灯用语", "light"),
            Place::Unit => lang.pick("单位", "unit"),
            Place::Section => lang.pick("板块", "section"),
            Place::Theme => lang.pick("专题", "theme"),
            Place::Task => lang.pick("任务", "task"),
            Place::Metric => lang.pick("量化指标", "metric"),
            Place::Grade => lang.pick("等级", "grade"),
            Place::Checkpoint => lang.pick("节点", "checkpoint"),
            Place::Entry => lang.pick("台账记录", "entry"),
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

/// The fields of a place, in a reader's order.
pub const fn of(place: Place) -> &'static [Field] {
    match place {
        Place::Plan => plan::PLAN,
        Place::Period => plan::PERIOD,
        Place::Alerts => plan::ALERTS,
        Place::Notices => plan::NOTICES,
        Place::Light => plan::LIGHT,
        Place::Unit => plan::UNIT,
        Place::Section => plan::SECTION,
        Place::Theme => plan::THEME,
        Place::Calendar => plan::CALENDAR,
        Place::Task => task::TASK,
        Place::Metric => task::METRIC,
        Place::Grade => task::GRADE,
        Place::Checkpoint => task::CHECKPOINT,
        Place::Entry => journal::ENTRY,
        Place::Amendment => journal::AMENDMENT,
        Place::Notice => journal::NOTICE,
        Place::Checklist => journal::CHECKLIST,
        Place::Standing => standing::STANDING,
        Place::Ledger => standing::LEDGER,
    }
}

/// Every field, in a reader's order.
pub fn all() -> impl Iterator<Item = &'static Field> {
    Place::ALL.into_iter().flat_map(of)
}

/// The field of a key.
pub fn field(place: Place, key: &str) -> Option<&'static Field> {
    of(place).iter().find(|field| field.key == key)
}

/// What the field of a key is called; a key that the place does not have, as it is.
pub fn name(lang: Language, place: Place, key: &str) -> &str {
    field(place, key).map_or(key, |field| field.name(lang))
}

/// What the field of a key is called at the head of a column.
pub fn heading(lang: Language, place: Place, key: &str) -> String {
    field(place, key).map_or_else(|| key.to_owned(), |field| field.heading(lang))
}

/// The first of the fields that a word means: one that is spelled just so, else one that is called so.
pub fn meant<'f>(fields: impl Iterator<Item = &'f Field> + Clone, word: &str) -> Option<&'f Field> {
    let trimmed = word.trim();
    let mut exactly = fields.clone().filter(|field| field.spellings().any(|name| name == trimmed));
    let mut by_name = fields.filter(|field| field.is_called(trimmed));
    exactly.next().or_else(|| by_name.next()).filter(|_| !squeezed(trimmed).is_empty())
}

/// The field of a place that a word means.
pub fn called(place: Place, word: &str) -> Option<&'static Field> {
    meant(of(place).iter(), word)
}

/// The fields that the files have, those that a clerk writes most before the others.
pub fn in_files() -> impl Iterator<Item = &'static Field> {
    let often = [Place::Task, Place::Entry, Place::Metric, Place::Amendment, Place::Notice];
    let seldom = Place::ALL.into_iter().filter(move |place| {
        !often.contains(place) && !matches!(place, Place::Standing | Place::Ledger | Place::Checklist)
    });
    often.into_iter().chain(seldom).flat_map(of)
}

/// The fields that an amendment changes.
pub fn amended() -> impl Iterator<Item = &'static Field> + Clone {
    let of_task = of(Place::Task).iter().chain(of(Place::Metric));
    of_task.filter(|field| field.changes == Changes::Amended)
}

/// A word as it is looked up, and without a unit in brackets behind it.
fn wanted(word: &str) -> (String, String) {
    let whole = squeezed(word);
    let bare = whole.split_once('(').map_or(whole.as_str(), |(name, _)| name);
    let bare = if bare.is_empty() { whole.clone() } else { bare.to_owned() };
    (whole, bare)
}

const fn row(
    place: Place,
    (key, zh, en): (&'static str, &'static str, &'static str),
    also: &'static [&'static str],
    holds: Holds,
) -> Field {
    Field { place, key, zh, en, also, holds, changes: Changes::Freely, public: false }
}

impl Field {
    const fn amended(self) -> Field {
        Field { changes: Changes::Amended, ..self }
    }

    const fn never(self) -> Field {
        Field { changes: Changes::Never, ..self }
    }

    const fn public(self) -> Field {
        Field { public: true, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_means_its_field_and_no_other_of_its_place() {
        for field in all() {
            for spelling in field.spellings() {
                assert_eq!(called(field.place, spelling), Some(field), "{spelling}");
                let others = of(field.place).iter().filter(|other| other.is_called(spelling));
                assert_eq!(others.count(), 1, "{spelling} at {:?}", field.place);
            }
        }
    }

    #[test]
    fn every_word_that_is_printed_is_understood() {
        for field in all() {
            for lang in [Language::Chinese, Language::English] {
                for printed in [field.name(lang).to_owned(), field.heading(lang), field.typed(lang)] {
                    assert_eq!(called(field.place, &printed), Some(field), "{printed}");
                    let is_in_files = in_files().any(|known| known == field);
                    assert_eq!(called_anywhere(&printed).any(|known| known == field), is_in_files, "{printed}");
                }
            }
        }
    }

    #[test]
    fn a_name_is_known_however_it_is_typed() {
        for (place, typed, key) in [
            (Place::Task, "前置任务", Some("depends")),
            (Place::Task, "Depends On", Some("depends")),
            (Place::Task, "ＤＥＡＤＬＩＮＥ", Some("deadline")),
            (Place::Task, "工作\n任务*", Some("title")),
            (Place::Plan, "印发日期", Some("issued")),
            (Place::Metric, "目标值（户）", Some("target")),
            (Place::Alerts, "催办", Some("urge_after")),
            (Place::Standing, "working-days left", Some("working_days_left")),
            (Place::Task, "(户)", None),
            (Place::Task, "", None),
        ] {
            assert_eq!(called(place, typed).map(|field| field.key), key, "{typed}");
        }
    }
}
