//! The names of fields and what they hold, in a reader's words.

use crate::plan::Language;
use crate::report::diff::Change;
use crate::say;
use crate::words;
use crate::words::fields::{self, Field, Holds, Place};
use crate::words::terms::{STATES, word_of};

/// Whether a field holds prose, of which only the words that differ are told.
pub(super) fn is_prose(field: &str) -> bool {
    described(field).is_some_and(|field| field.holds == Holds::Prose)
}

/// A task's field: `完成时限`, `“户数”目标值`, `节点“封顶”期限`.
pub(super) fn task_field(lang: Language, field: &str) -> String {
    if let Some((metric, part)) = field.strip_prefix("metrics.").and_then(|rest| rest.rsplit_once('.')) {
        let part = fields::name(lang, Place::Metric, part);
        return say!(lang, "“{metric}”{part}", "{part} of {metric}");
    }
    if let Some((step, part)) = field.strip_prefix("checkpoints.").and_then(|rest| rest.rsplit_once('.')) {
        let part = fields::name(lang, Place::Checkpoint, part);
        return say!(lang, "节点“{step}”{part}", "{part} of checkpoint {step}");
    }
    words::field_name(lang, field.strip_prefix("fields.").unwrap_or(field))
}

/// The field of a task that has changed; one of the plan's own by its title.
pub(super) fn changed_field(lang: Language, change: &Change<'_>) -> String {
    change.own.clone().unwrap_or_else(|| task_field(lang, &change.field))
}

/// A field of an entry: `进展情况`, `“户数”当前值`.
pub(super) fn entry_field(lang: Language, field: &str) -> String {
    if let Some(metric) = field.strip_prefix("values.") {
        let value = fields::name(lang, Place::Entry, "values");
        return say!(lang, "“{metric}”{value}", "{value} of {metric}");
    }
    let of_withdrawal = field.strip_prefix("withdraws.").map(|part| fields::name(lang, Place::Withdrawal, part));
    let of_amendment = field.strip_prefix("amendment.").map(|part| fields::name(lang, Place::Amendment, part));
    of_amendment.or(of_withdrawal).unwrap_or(fields::name(lang, Place::Entry, field)).to_owned()
}

/// A field of `plan.yaml`.
pub(super) fn plan_field(lang: Language, field: &str) -> String {
    let parts = |prefix: &str| field.strip_prefix(prefix).and_then(|rest| rest.rsplit_once('.'));
    if let Some((unit, part)) = parts("units.") {
        let part = fields::name(lang, Place::Unit, part);
        return say!(lang, "单位“{unit}”{part}", "{part} of {unit}");
    }
    if let Some((own, part)) = parts("fields.") {
        let part = fields::name(lang, Place::OwnField, part);
        return say!(lang, "自定义字段“{own}”{part}", "{part} of own field {own}");
    }
    if let Some((id, part)) = parts("sections.") {
        let part = fields::name(lang, Place::Section, part);
        return say!(lang, "板块 {id} {part}", "{part} of section {id}");
    }
    if let Some((id, part)) = parts("themes.") {
        let part = fields::name(lang, Place::Theme, part);
        return say!(lang, "专题 {id} {part}", "{part} of theme {id}");
    }
    if let Some((light, part)) = parts("lights.") {
        let part = fields::name(lang, Place::Light, part);
        return say!(lang, "亮灯 {light} {part}", "{part} of the {light} light");
    }
    match field.split_once('.') {
        Some(("period", part)) => {
            let part = fields::name(lang, Place::Period, part);
            say!(lang, "计划期{part}", "{part} of the period")
        }
        Some(_) => described(field).map_or(field, |known| known.name(lang)).to_owned(),
        None => fields::name(lang, Place::Plan, field).to_owned(),
    }
}

/// A thing in a list: a field's name where the list is of fields.
pub(super) fn thing(lang: Language, field: &str, thing: &str) -> String {
    let is_of_fields = described(field).is_some_and(|field| field.holds == Holds::Fields);
    if is_of_fields { words::field_name(lang, thing) } else { thing.to_owned() }
}

/// A word that a field holds: a name of the format's own in a reader's language.
pub(super) fn word<'t>(lang: Language, field: &str, text: &'t str) -> &'t str {
    let Some(field) = described(field) else { return text };
    // How a task stands and what an entry says of that are told in the same words.
    let stands = if field.key == "state" { word_of(STATES, text, lang) } else { None };
    match field.holds {
        Holds::OneOf(terms) => stands.or_else(|| word_of(terms, text, lang)).unwrap_or(text),
        Holds::Text | Holds::Prose | Holds::Day | Holds::Fields | Holds::Own | Holds::Amended | Holds::Parts(_) => text,
    }
}

/// The field that a name in a comparison means: `deadline`, `metrics.户数.target`, `period.start`.
fn described(name: &str) -> Option<&'static Field> {
    // What a task says under a field of the plan's own.
    if name.strip_prefix("fields.").is_some_and(|key| !key.contains('.')) {
        return None;
    }
    const WHOLE: [Place; 3] = [Place::Task, Place::Entry, Place::Plan];
    let Some((whole, key)) = name.split_once('.').and_then(|(whole, rest)| Some((whole, rest.rsplit('.').next()?)))
    else {
        return WHOLE.into_iter().find_map(|place| fields::field(place, name));
    };
    let holders = WHOLE.into_iter().chain([Place::Section]);
    let parts = holders.filter_map(|place| fields::field(place, whole)).find_map(|field| match field.holds {
        Holds::Parts(parts) => Some(parts),
        Holds::Text | Holds::Prose | Holds::Day | Holds::OneOf(_) | Holds::Fields | Holds::Own | Holds::Amended => None,
    });
    fields::field(parts?, key)
}
