//! `workplan amend`: an approved change of the plan, made in the task and entered into the journal.

use std::process::ExitCode;

use clap::Args;

use super::close::standing_of;
use super::filters::no_such;
use crate::assess::{State, assess};
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::days::day;
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::plan::meant::number::{NumberFault, number_in};
use crate::plan::meant::word::grade;
use crate::plan::{
    AmendedField, Amendment, Date, Entry, EntryState, FieldValue, Kind, Language, Metric, Plan, Task, Values,
};
use crate::report::filter::{place_named, task_named, working_unit_named};
use crate::report::names::NameError;
use crate::say;
use crate::store::Opened;
use crate::words;
use crate::words::fields::{self, Place};
use crate::words::terms::STATES;
use crate::words::{Worded, folded};

/// The arguments of `workplan amend`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan amend 22-02 deadline 2020-12-15 --reason 评审组改期 --approved-by 镇长办公会   延期\n  workplan amend 22-07 target 90 --reason 2户另行安置 --approved-by 镇长办公会\n  workplan amend 22-07 support 社建办、城运中心 --reason 分工调整 --approved-by 镇长办公会\n  workplan amend 22-09 cancel --reason 项目取消 --approved-by 镇长办公会              撤销任务\n\n可调整的内容：deadline 完成时限、start 开始时间、lead 牵头单位、support 配合单位、title 任务名称、\nkind 类型、places 地点、target（或 指标名.target）目标值、cancel 撤销",
    "Examples:\n  workplan amend 22-02 deadline 2020-12-15 --reason 评审组改期 --approved-by 镇长办公会\n  workplan amend 22-07 target 90 --reason 2户另行安置 --approved-by 镇长办公会\n  workplan amend 22-07 support 社建办、城运中心 --reason 分工调整 --approved-by 镇长办公会\n  workplan amend 22-09 cancel --reason 项目取消 --approved-by 镇长办公会\n\nWhat may be amended: deadline, start, lead, support, title, kind, places, target (or METRIC.target), cancel",
))]
pub(super) struct AmendArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: String,
    #[arg(value_name = both!("内容", "FIELD"), help = both!("调整什么，见下", "What to amend: see below"))]
    field: String,
    #[arg(value_name = both!("新值", "VALUE"), allow_hyphen_values = true, help = both!("改成什么；单位、地点有多个时用“、”隔开；cancel 不写", "Its new value; several units or places parted by commas; none for cancel"))]
    value: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("调整的原因", "Why"))]
    reason: String,
    #[arg(long, value_name = both!("单位或姓名", "NAME"), help = both!("由谁批准", "Who has approved it"))]
    approved_by: String,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("批准之日，自该日起按新值计；默认今天", "The day of the approval, from which the new value holds; today by default"))]
    date: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &AmendArgs) -> anyhow::Result<ExitCode> {
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let (lang, today) = (draft.lang, draft.today);
        let plan = draft.plan(desk.lang)?;
        let task = task_named(plan, &args.task)
            .map_err(|error| no_such(lang, desk.lang.pick("任务", "task"), &args.task, &error))?
            .clone();
        let id = task.id.to_string();
        let date = draft.day(desk.lang, args.date.as_deref())?.unwrap_or(today);
        let opened = draft.rewrite.opened();
        let assessment = assess(plan, &opened.journal, &opened.calendar, date);
        if standing_of(&assessment, &id, lang)?.state == State::Cancelled {
            anyhow::bail!(say!(lang, "任务 {id} 已撤销，不能再调整", "task {id} was called off already"));
        }
        let field = field_named(&task, &args.field, lang)?;
        refuse_before_another(opened, &task, &field, date, lang)?;
        let to = value_of(plan, &task, &field, args.value.as_deref(), today, lang)?;
        let from = field.of(&task);
        if from == to && field != AmendedField::State {
            anyhow::bail!(say!(
                lang,
                "{id} 的{}已经是 {to}",
                "{id}: {} is {to} already",
                words::field_name(lang, &field.to_string())
            ));
        }
        let what = described(lang, plan, &task, &field, (&from, &to));
        if field != AmendedField::State {
            draft.rewrite.set(&task.id, &field, &to).map_err(|error| not_edited(desk.lang, &error))?;
        }
        append(draft, args, &task, date, Change { field, from, to })?;
        Ok(what)
    })
}

/// An amendment joins what held before it to what holds now, so it cannot be dated before another of the same field.
fn refuse_before_another(
    opened: &Opened,
    task: &Task,
    field: &AmendedField,
    date: Date,
    lang: Language,
) -> anyhow::Result<()> {
    let of_task = opened.journal.entries.iter().filter(|entry| entry.task == task.id && entry.date > date);
    let later = of_task.filter_map(|entry| Some((entry.date, entry.amendment.as_ref()?)));
    let Some((since, later)) = later.filter(|(_, amendment)| amendment.field == *field).max_by_key(|(date, _)| *date)
    else {
        return Ok(());
    };
    let (id, name, to) = (&task.id, words::field_name(lang, &field.to_string()), &later.to);
    anyhow::bail!(say!(
        lang,
        "{id} 的{name}已于 {since} 调整为 {to}，不能再补记 {date} 的调整；请写 {since} 或以后的日期（--date），须还原此前经过的，写入 --reason",
        "{id}: {name} was amended to {to} on {since} already, so an amendment of {date} cannot come before it: give {since} or a later day with --date, and tell in --reason what went before"
    ))
}

/// What is changed.
struct Change {
    field: AmendedField,
    from: FieldValue,
    to: FieldValue,
}

fn append(draft: &mut Draft, args: &AmendArgs, task: &Task, date: Date, change: Change) -> anyhow::Result<()> {
    let Change { field, from, to } = change;
    let entry = Entry {
        date,
        task: task.id.clone(),
        by: None,
        values: Values::default(),
        state: (field == AmendedField::State).then_some(EntryState::Cancelled),
        checkpoints: Vec::new(),
        note: None,
        issue: None,
        next: None,
        evidence: Vec::new(),
        reply_to: None,
        amendment: Some(Amendment {
            field,
            from,
            to,
            reason: args.reason.trim().to_owned(),
            approved_by: args.approved_by.trim().to_owned(),
        }),
        percent: None,
        withdraws: None,
    };
    draft.rewrite.append(&[entry]).map(drop).map_err(|error| not_edited(draft.lang, &error))
}

/// What is done, in a line. A deadline of which the task says nothing is the period's end.
fn described(
    lang: Language,
    plan: &Plan,
    task: &Task,
    field: &AmendedField,
    change: (&FieldValue, &FieldValue),
) -> String {
    let (id, title, (from, to)) = (&task.id, &task.title, change);
    let period = plan.head.period;
    let from = match (field, from) {
        (AmendedField::State, _) => return say!(lang, "{id} {title}，撤销", "{id} {title} is called off"),
        (AmendedField::Deadline, FieldValue::Nothing) => period.end.to_string(),
        (AmendedField::Start, FieldValue::Nothing) => period.start.to_string(),
        (_, from) => from.to_string(),
    };
    let name = words::field_name(lang, &field.to_string());
    say!(lang, "{id} {title}，{name}由 {from} 调整为 {to}", "{id} {title}: {name} from {from} to {to}")
}

/// The field that a name means: the files' own, a clerk's, or that of a metric.
fn field_named(task: &Task, given: &str, lang: Language) -> anyhow::Result<AmendedField> {
    let given = given.trim();
    if STATES.iter().any(|state| state.key == "cancelled" && state.is_called(given)) {
        return Ok(AmendedField::State);
    }
    if let Some(metric) = metric_named(task, given) {
        return Ok(AmendedField::Target(metric.name.clone()));
    }
    match (fields::meant(fields::amended(), given), task.metrics.as_slice()) {
        (Some(field), [only]) if field.place == Place::Metric => Ok(AmendedField::Target(only.name.clone())),
        (Some(field), _) if field.place == Place::Task => {
            AmendedField::new(field.key).ok_or_else(|| not_amended(task, given, lang))
        }
        (Some(_) | None, _) => Err(not_amended(task, given, lang)),
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

fn not_amended(task: &Task, given: &str, lang: Language) -> anyhow::Error {
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

/// How a name is looked up in a plan.
type Find<'f> = dyn Fn(&Plan, &str) -> Result<String, NameError> + 'f;

fn value_of(
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
        find(plan, text).map_err(|error| no_such(lang, &words::field_name(lang, &field.to_string()), text, &error))
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
