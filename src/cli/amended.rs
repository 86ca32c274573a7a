//! What is meant by the words for a field that is amended, and for its new value.

use super::filters::no_such;
use crate::desk::days::day;
use crate::intake::assign::settable;
use crate::intake::wanted::first_make;
use crate::plan::meant::number::{NumberFault, number_in};
use crate::plan::meant::word::grade;
use crate::plan::{AmendedField, Date, FieldValue, Kind, Language, Metric, Plan, Task};
use crate::report::filter::{place_named, working_unit_named};
use crate::report::names::NameError;
use crate::say;
use crate::words;
use crate::words::fields::{self, Changes, Place};
use crate::words::terms::STATES;
use crate::words::{Worded, folded};

/// How a name is looked up in a plan.
type Find<'f> = dyn Fn(&Plan, &str) -> Result<String, NameError> + 'f;

/// Whether the task is to be called off.
pub(super) fn is_cancel(given: &str) -> bool {
    STATES.iter().any(|state| state.key == "cancelled" && state.is_called(given.trim()))
}

/// The field that a name means: the files' own, a clerk's, or that of a metric.
pub(super) fn field_named(plan: &Plan, task: &Task, given: &str, lang: Language) -> anyhow::Result<AmendedField> {
    let given = given.trim();
    if is_cancel(given) {
        return Ok(AmendedField::State);
    }
    if let Some(metric) = metric_named(task, given) {
        return Ok(AmendedField::Target(metric.name.clone()));
    }
    match (fields::meant(fields::amended(), given), task.metrics.as_slice()) {
        (Some(field), [only]) if field.place == Place::Metric => Ok(AmendedField::Target(only.name.clone())),
        (Some(field), _) if field.place == Place::Task => {
            AmendedField::new(field.key).ok_or_else(|| not_amended(plan, task, given, lang))
        }
        (Some(_) | None, _) => Err(not_amended(plan, task, given, lang)),
    }
}

/// The metric whose target is named: `metrics.户数.target`, `户数`, `户数目标值`, `target of 户数`.
fn metric_named<'t>(task: &'t Task, given: &str) -> Option<&'t Metric> {
    let name = given.strip_prefix("metrics.").unwrap_or(given);
    let name = name.strip_prefix("target of ").unwrap_or(name);
    let target = ["", ".target", "目标值"].into_iter().filter_map(|ending| name.strip_suffix(ending));
    let mut names = target.map(|name| folded(name.trim_matches(['“', '”', '"'])));
    names.find_map(|name| task.metrics.iter().find(|metric| folded(&metric.name) == name))
}

fn not_amended(plan: &Plan, task: &Task, given: &str, lang: Language) -> anyhow::Error {
    let called = fields::called(Place::Task, given).filter(|field| field.changes == Changes::Freely);
    let called = called.filter(|field| settable().any(|known| known == *field));
    let own = plan.head.own_field(given).map(|field| (field.name(), field.name().to_owned()));
    if let Some((name, typed)) = called.map(|field| (field.name(lang), field.typed(lang))).or(own) {
        let id = &task.id;
        return anyhow::anyhow!(say!(
            lang,
            "{name}不须批准，请用：workplan set {id} {typed}=内容",
            "the {name} needs no approval: workplan set {id} {typed}=VALUE"
        ));
    }
    let plain = fields::amended().filter(|field| field.place == Place::Task).map(|field| field.typed(lang));
    let target = |metric: &Metric| say!(lang, "{}目标值", "{}.target", metric.name);
    let known = plain.chain(task.metrics.iter().map(target)).chain([say!(lang, "撤销", "cancel")]);
    let known = words::list(lang, known);
    anyhow::anyhow!(say!(
        lang,
        "“{given}”不能调整；可调整的有：{known}",
        "`{given}` cannot be amended; there are: {known}"
    ))
}

/// What the field is to hold, as it was typed.
pub(super) fn value_of(
    plan: &Plan,
    task: &Task,
    field: &AmendedField,
    given: Option<&str>,
    today: Date,
    lang: Language,
) -> anyhow::Result<FieldValue> {
    let text = given.map(str::trim).filter(|text| !text.is_empty());
    let Some(text) = text else {
        if *field == AmendedField::State {
            return Ok(FieldValue::One("cancelled".to_owned()));
        }
        let name = words::field_name(lang, &field.to_string());
        anyhow::bail!(say!(lang, "请写明{name}改成什么", "say what {name} is to be"));
    };
    let unit = |plan: &Plan, text: &str| working_unit_named(plan, text, today);
    let looked_up = |find: &Find<'_>, text: &str| {
        let name = words::field_name(lang, &field.to_string());
        find(plan, text).map_err(|error| match field {
            AmendedField::Lead | AmendedField::Support => {
                anyhow::anyhow!(first_make(error.said(lang, &name, text), &error, "unit add", text, lang))
            }
            _ => no_such(lang, &name, text, &error),
        })
    };
    let several = |find: &Find<'_>| -> anyhow::Result<FieldValue> {
        let parts = text.split(['、', ',', '，', ';', '；']).map(str::trim).filter(|part| !part.is_empty());
        Ok(FieldValue::Many(parts.map(|part| looked_up(find, part)).collect::<anyhow::Result<_>>()?))
    };
    Ok(match field {
        AmendedField::Deadline | AmendedField::Start => {
            FieldValue::One(day(&plan.head, text, today, lang)?.to_string())
        }
        AmendedField::Lead => FieldValue::One(looked_up(&unit, text)?),
        AmendedField::Support => several(&unit)?,
        AmendedField::Places if plan.head.places.is_empty() => several(&any_place)?,
        AmendedField::Places => several(&place_named)?,
        AmendedField::Title => FieldValue::One(text.to_owned()),
        AmendedField::Kind => FieldValue::One(kind_named(text, lang)?.name().to_owned()),
        AmendedField::Target(name) => FieldValue::One(target_of(task.metric(name), text, lang)?),
        AmendedField::State => {
            anyhow::bail!(say!(lang, "撤销任务不用写新值", "calling a task off takes no value"))
        }
    })
}

/// Where a plan declares no places, a task may name any.
fn any_place(_: &Plan, text: &str) -> Result<String, NameError> {
    Ok(text.to_owned())
}

fn kind_named(text: &str, lang: Language) -> anyhow::Result<Kind> {
    Kind::read(text).ok_or_else(|| {
        let known = words::list(lang, Kind::TERMS.iter().map(|kind| kind.typed(lang)));
        anyhow::anyhow!(say!(lang, "没有类型“{text}”，可写：{known}", "there is no kind `{text}`; there are: {known}"))
    })
}

/// A number in digits, whatever unit stands behind it if it is the metric's; or a grade.
fn target_of(metric: Option<&Metric>, text: &str, lang: Language) -> anyhow::Result<String> {
    let names: Vec<String> =
        metric.map(Metric::grades).unwrap_or_default().iter().map(|grade| grade.name.clone()).collect();
    let unit = metric.map_or("", |metric| metric.unit.as_str());
    if names.is_empty() {
        let number = number_in(text, unit).map_err(|fault| anyhow::anyhow!(no_target(text, unit, fault, lang)))?;
        return Ok(number.to_string());
    }
    grade(text, &names).map(str::to_owned).ok_or_else(|| {
        let known = words::list(lang, &names);
        anyhow::anyhow!(say!(lang, "等级“{text}”不在 {known} 之中", "`{text}` is none of {known}"))
    })
}

/// Why a text is no target of a metric that counts.
fn no_target(text: &str, unit: &str, fault: NumberFault, lang: Language) -> String {
    match fault {
        NumberFault::Approximate => say!(
            lang,
            "“{text}”是约数或范围，不能作为目标值；请写准确数字，单位是“{unit}”",
            "`{text}` is an approximation or a range, and no target: write an exact number, in {unit}"
        ),
        NumberFault::OtherUnit | NumberFault::NotANumber => say!(
            lang,
            "目标值“{text}”应为数字，单位是“{unit}”；请核对后只写数字",
            "the target `{text}` must be a number, in {unit}; check it, and write digits only"
        ),
    }
}
