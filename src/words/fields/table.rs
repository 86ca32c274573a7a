//! The table of fields, and how one is found in it.

use crate::say;
use crate::words::fold::squeezed;
use crate::words::language::Language;
use crate::words::terms::{ENTRY_STATES, KINDS, word_of};

use super::field::{Changes, Field, Holds, Place};
use super::{journal, plan, standing, task};

/// The fields of a place, in a reader's order.
pub const fn of(place: Place) -> &'static [Field] {
    match place {
        Place::Plan => plan::PLAN,
        Place::Period => plan::PERIOD,
        Place::Alerts => plan::ALERTS,
        Place::Notices => plan::NOTICES,
        Place::Scoring => plan::SCORING,
        Place::Light => plan::LIGHT,
        Place::Unit => plan::UNIT,
        Place::OwnField => plan::OWN_FIELD,
        Place::Section => plan::SECTION,
        Place::Theme => plan::THEME,
        Place::NamedPlace => plan::NAMED_PLACE,
        Place::Calendar => plan::CALENDAR,
        Place::Task => task::TASK,
        Place::Metric => task::METRIC,
        Place::Grade => task::GRADE,
        Place::Checkpoint => task::CHECKPOINT,
        Place::Recurrence => task::RECURRENCE,
        Place::Entry => journal::ENTRY,
        Place::Amendment => journal::AMENDMENT,
        Place::Withdrawal => journal::WITHDRAWAL,
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

/// The field that a word means where tasks, reports and ledgers are spoken of: no field of an office's own can have its name.
pub fn taken(word: &str) -> Option<&'static Field> {
    [Place::Task, Place::Entry, Place::Metric, Place::Standing, Place::Ledger]
        .into_iter()
        .find_map(|place| called(place, word))
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

/// What a field of a task is called, one that may be amended or assumed: `deadline`, `metrics.户数.target`.
pub fn field_name(lang: Language, field: &str) -> String {
    let known = |part: &str| ["target", "baseline", "direction", "weight"].contains(&part);
    let metric = field.strip_prefix("metrics.");
    let metric =
        metric.map(|whole| whole.rsplit_once('.').filter(|(_, part)| known(part)).unwrap_or((whole, "target")));
    match metric {
        Some((metric, part)) => {
            let part = name(lang, Place::Metric, part);
            say!(lang, "“{metric}”{part}", "{part} of {metric}")
        }
        None if field == "state" => name(lang, Place::Entry, field).to_owned(),
        None => name(lang, Place::Task, field).to_owned(),
    }
}

/// What a field holds, in words where the files write a key of the program's own.
pub fn held(lang: Language, place: Place, key: &str, value: &str) -> String {
    let known = |terms| word_of(terms, value, lang).map(str::to_owned);
    let word = match field(place, key).map(|field| field.holds) {
        Some(Holds::OneOf(terms)) => known(terms),
        Some(Holds::Amended) => known(KINDS).or_else(|| known(ENTRY_STATES)),
        Some(Holds::Fields) => Some(field_name(lang, value)),
        Some(Holds::Text | Holds::Prose | Holds::Day | Holds::Own | Holds::Parts(_)) | None => None,
    };
    word.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::fields::called_anywhere;

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
