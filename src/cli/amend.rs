//! `workplan amend`: an approved change of the plan, made in the task and entered into the journal.

use std::process::ExitCode;

use clap::Args;

use super::amended::{field_named, is_cancel, value_of};
use super::chosen::{Leaving, chosen, said};
use super::close::standing_of;
use super::filters::{FilterArgs, no_such};
use crate::assess::{State, assess};
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{ask_one, ask_text, on_terminal};
use crate::desk::output::note;
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::plan::{AmendedField, Amendment, Date, Entry, EntryState, FieldValue, Language, Plan, Task, TaskId};
use crate::report::filter::task_named;
use crate::say;
use crate::store::Opened;
use crate::words;
use crate::words::fields;

/// The arguments of `workplan amend`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan amend 22-02 deadline 2020-12-15 --reason 评审组改期 --approved-by 镇长办公会   延期\n  workplan amend 22-07 target 90 --reason 2户另行安置 --approved-by 镇长办公会\n  workplan amend 22-07 support 社建办、城运中心 --reason 分工调整 --approved-by 镇长办公会\n  workplan amend 22-09 cancel --reason 项目取消 --approved-by 镇长办公会              撤销任务\n  workplan amend 22-15 cancel --duplicate-of 22-07 --approved-by 镇长办公会           重复立项\n  workplan amend 22-02、22-07 deadline 2020-12-15 --reason 汛期影响 --approved-by 镇长办公会\n  workplan amend lead 规建办 --lead 城建中心 --reason 机构改革 --approved-by 镇长办公会   用筛选条件时不写编号\n\n可调整的内容：deadline 完成时限、start 开始时间、lead 牵头单位、support 配合单位、title 任务名称、\nkind 类型、places 地点、target（或 指标名.target）目标值、cancel 撤销。\n责任人、分管领导、标签、备注等不须批准的，用 workplan set",
    "Examples:\n  workplan amend 22-02 deadline 2020-12-15 --reason 评审组改期 --approved-by 镇长办公会\n  workplan amend 22-07 target 90 --reason 2户另行安置 --approved-by 镇长办公会\n  workplan amend 22-07 support 社建办、城运中心 --reason 分工调整 --approved-by 镇长办公会\n  workplan amend 22-09 cancel --reason 项目取消 --approved-by 镇长办公会\n  workplan amend 22-15 cancel --duplicate-of 22-07 --approved-by 镇长办公会\n  workplan amend 22-02,22-07 deadline 2020-12-15 --reason 汛期影响 --approved-by 镇长办公会\n  workplan amend lead 规建办 --lead 城建中心 --reason 机构改革 --approved-by 镇长办公会   no ids with filters\n\nWhat may be amended: deadline, start, lead, support, title, kind, places, target (or METRIC.target), cancel.\nWhat needs no approval (person, leader, tags, note …) is for workplan set",
))]
pub(super) struct AmendArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("任务编号（多个用“、”隔开），或任务名称中的字；用筛选条件时不写", "The task's id (several parted by commas), or a part of its title; none with filters"))]
    task: Option<String>,
    #[arg(value_name = both!("内容", "FIELD"), help = both!("调整什么，见下", "What to amend: see below"))]
    field: Option<String>,
    #[arg(value_name = both!("新值", "VALUE"), allow_hyphen_values = true, help = both!("改成什么；单位、地点有多个时用“、”隔开；cancel 不写", "Its new value; several units or places parted by commas; none for cancel"))]
    value: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("调整的原因（必填，在终端可逐项询问）", "Why (required; asked for on a terminal)"))]
    reason: Option<String>,
    #[arg(long, value_name = both!("单位或姓名", "NAME"), help = both!("由谁批准（必填，在终端可逐项询问）", "Who has approved it (required; asked for on a terminal)"))]
    approved_by: Option<String>,
    #[arg(long, value_name = both!("编号", "ID"), help = both!("撤销时：与哪项任务重复", "With cancel: the task that orders the same work"))]
    duplicate_of: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("批准之日，自该日起按新值计；默认今天", "The day of the approval, from which the new value holds; today by default"))]
    date: Option<String>,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// What is asked for, with nothing missing.
struct Asked {
    /// The task, or several; none with filters.
    names: Vec<String>,
    field: String,
    value: Option<String>,
    reason: String,
    approved_by: String,
    /// The task of which those called off are duplicates.
    duplicate_of: Option<String>,
}

pub(super) fn run(desk: &Desk, args: &AmendArgs) -> anyhow::Result<ExitCode> {
    let asked = args.whole(desk.lang)?;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let tasks = chosen(draft, &asked.names, &args.filters, Leaving::Finished)?;
        let date = draft.day(desk.lang, args.date.as_deref())?.unwrap_or(draft.today);
        refuse_cancelled(draft, &tasks, date)?;
        let changes: Vec<Change> =
            tasks.iter().map(|task| change_of(draft, task, &asked, date)).collect::<anyhow::Result<_>>()?;
        let (changes, known): (Vec<Change>, Vec<Change>) = changes.into_iter().partition(Change::is_one);
        if let ([], Some(known)) = (changes.as_slice(), known.first()) {
            anyhow::bail!(known.said_already(draft.lang));
        }
        let same = asked.duplicate_of.as_deref().map(|given| other_task(draft, given, &tasks)).transpose()?;
        let what = described(draft, &changes, known.len())?;
        name_dependents(draft, &changes)?;
        let entries: Vec<Entry> = changes.iter().map(|change| change.entry(&asked, same.as_ref(), date)).collect();
        for Change { task, field, to, .. } in changes.iter().filter(|change| change.field != AmendedField::State) {
            draft.rewrite.set(&task.id, field, to).map_err(|error| not_edited(desk.lang, &error))?;
        }
        draft.rewrite.append(&entries).map_err(|error| not_edited(desk.lang, &error))?;
        Ok(what)
    })
}

impl AmendArgs {
    /// What is asked for; on a terminal, what was not said is asked about.
    fn whole(&self, lang: Language) -> anyhow::Result<Asked> {
        let filtered = !self.filters.is_empty();
        let (names, field, value) = match (filtered, &self.value) {
            (true, None) => (None, &self.task, &self.field),
            (_, value) => (self.task.as_ref(), &self.field, value),
        };
        let missing = |text: &Option<String>, question: (&str, &str), refusal: (&str, &str)| {
            let given = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
            match given {
                Some(text) => Ok(text.to_owned()),
                None if on_terminal() => ask_text(lang, lang.pick(question.0, question.1)),
                None => Err(anyhow::anyhow!(lang.pick(refusal.0, refusal.1).to_owned())),
            }
        };
        let task = ("任务编号或名称中的字", "Task: its id, or a part of its title");
        let which = (
            "请写明任务编号，或用 --lead、--section 等筛选",
            "say which tasks: their ids, or filters such as --lead and --section",
        );
        let names = match (filtered, names) {
            (true, None) => Vec::new(),
            (_, names) => vec![missing(&names.cloned(), task, which)?],
        };
        let field = match (field, on_terminal()) {
            (None, true) => ask_field(lang)?,
            _ => missing(
                field,
                ("调整什么", "What to amend"),
                ("请写明调整什么，如 deadline、lead、target", "say what to amend: deadline, lead, target …"),
            )?,
        };
        let is_cancel = is_cancel(&field);
        let value = match value {
            None if on_terminal() && !is_cancel => Some(ask_text(lang, lang.pick("改成什么", "Its new value"))?),
            value => value.clone(),
        };
        if self.duplicate_of.is_some() && !is_cancel {
            anyhow::bail!(lang.pick(
                "--duplicate-of 只用于撤销：workplan amend 编号 cancel --duplicate-of 编号",
                "--duplicate-of goes with cancel: workplan amend ID cancel --duplicate-of ID"
            ));
        }
        let reason = match (&self.reason, &self.duplicate_of) {
            (None, Some(_)) => lang.pick("重复立项", "there twice").to_owned(),
            (reason, _) => {
                missing(reason, ("调整的原因", "Why"), ("请用 --reason 写明调整的原因", "say why, with --reason"))?
            }
        };
        let approved_by = missing(
            &self.approved_by,
            ("由谁批准", "Who has approved it"),
            ("请用 --approved-by 写明由谁批准", "say who has approved it, with --approved-by"),
        )?;
        Ok(Asked { names, field, value, reason, approved_by, duplicate_of: self.duplicate_of.clone() })
    }
}

/// The field to be amended, out of those that are.
fn ask_field(lang: Language) -> anyhow::Result<String> {
    let words: Vec<String> =
        fields::amended().map(|field| field.typed(lang)).chain([say!(lang, "撤销", "cancel")]).collect();
    let chosen = ask_one(lang, lang.pick("调整什么", "What to amend"), words.iter().cloned())?;
    Ok(words.into_iter().nth(chosen).unwrap_or_default())
}

/// The task that orders the same work as those that are called off: another one, which goes on.
fn other_task(draft: &Draft, given: &str, tasks: &[Task]) -> anyhow::Result<TaskId> {
    let lang = draft.lang;
    let plan = draft.plan(lang)?;
    let id = task_named(plan, given).map_err(|error| no_such(lang, "--duplicate-of", given, &error))?.id.clone();
    if tasks.iter().any(|task| task.id == id) {
        anyhow::bail!(say!(lang, "{id} 不能与自己重复", "{id} cannot be a duplicate of itself"));
    }
    let opened = draft.rewrite.opened();
    let assessment = assess(plan, &opened.journal, &opened.calendar, draft.today);
    if standing_of(&assessment, id.as_str(), lang)?.state == State::Cancelled {
        anyhow::bail!(say!(
            lang,
            "任务 {id} 已撤销，请写仍在执行的那一项",
            "task {id} was called off; name the one that goes on"
        ));
    }
    Ok(id)
}

/// What is changed.
struct Change {
    task: Task,
    field: AmendedField,
    from: FieldValue,
    to: FieldValue,
}

fn refuse_cancelled(draft: &Draft, tasks: &[Task], date: Date) -> anyhow::Result<()> {
    let lang = draft.lang;
    let opened = draft.rewrite.opened();
    let assessment = assess(draft.plan(lang)?, &opened.journal, &opened.calendar, date);
    for Task { id, .. } in tasks {
        if standing_of(&assessment, id.as_str(), lang)?.state == State::Cancelled {
            anyhow::bail!(say!(lang, "任务 {id} 已撤销，不能再调整", "task {id} was called off already"));
        }
    }
    Ok(())
}

/// What is to become of a task.
fn change_of(draft: &Draft, task: &Task, asked: &Asked, date: Date) -> anyhow::Result<Change> {
    let (lang, plan) = (draft.lang, draft.plan(draft.lang)?);
    let opened = draft.rewrite.opened();
    let field = field_named(plan, task, &asked.field, lang)?;
    refuse_before_another(opened, task, &field, date, lang)?;
    let to = value_of(plan, task, &field, asked.value.as_deref(), draft.today, lang)?;
    Ok(Change { task: task.clone(), from: field.of(task), field, to })
}

/// An amendment joins what held before it to what holds now, so it cannot be dated before another of the same field.
fn refuse_before_another(
    opened: &Opened,
    task: &Task,
    field: &AmendedField,
    date: Date,
    lang: Language,
) -> anyhow::Result<()> {
    let of_task = opened.journal.counting().filter(|entry| entry.task == task.id && entry.date > date);
    let later = of_task.filter_map(|entry| Some((entry.date, entry.amendment.as_deref()?)));
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

impl Change {
    /// Whether something else is to hold than holds.
    fn is_one(&self) -> bool {
        self.from != self.to || self.field == AmendedField::State
    }

    fn name(&self, lang: Language) -> String {
        words::field_name(lang, &self.field.to_string())
    }

    fn said_already(&self, lang: Language) -> String {
        let (id, name, to) = (&self.task.id, self.name(lang), &self.to);
        say!(lang, "{id} 的{name}已经是 {to}", "{id}: {name} is {to} already")
    }

    fn entry(&self, asked: &Asked, same: Option<&TaskId>, date: Date) -> Entry {
        let Change { task, field, from, to } = self;
        Entry {
            state: (*field == AmendedField::State).then_some(EntryState::Cancelled),
            amendment: Some(Box::new(Amendment {
                field: field.clone(),
                from: from.clone(),
                to: to.clone(),
                reason: asked.reason.clone(),
                approved_by: asked.approved_by.clone(),
                duplicate_of: same.cloned(),
            })),
            ..Entry::silent(date, task.id.clone())
        }
    }
}

/// What is done, in a line; `known` more tasks hold that already.
fn described(draft: &Draft, changes: &[Change], known: usize) -> anyhow::Result<String> {
    let lang = draft.lang;
    let what = match changes {
        [] => String::new(),
        [change] => one_described(lang, draft.plan(lang)?, change),
        [first, ..] => {
            let tasks = said(draft, &changes.iter().map(|change| &change.task).collect::<Vec<_>>());
            match first.field {
                AmendedField::State => say!(lang, "{tasks}，撤销", "{tasks} are called off"),
                _ => {
                    let (name, to) = (first.name(lang), &first.to);
                    say!(lang, "{tasks}，{name}调整为 {to}", "{tasks}: {name} to {to}")
                }
            }
        }
    };
    Ok(match known {
        0 => what,
        known => say!(lang, "{what}；另有 {known} 项原已如此", "{what}; {known} more hold that already"),
    })
}

/// One change in a line. A deadline of which the task says nothing is the period's end.
fn one_described(lang: Language, plan: &Plan, change: &Change) -> String {
    let Change { task, field, from, to } = change;
    let (id, title, period) = (&task.id, &task.title, plan.head.period);
    let from = match (field, from) {
        (AmendedField::State, _) => return say!(lang, "{id} {title}，撤销", "{id} {title} is called off"),
        (AmendedField::Deadline, FieldValue::Nothing) => period.end.to_string(),
        (AmendedField::Start, FieldValue::Nothing) => period.start.to_string(),
        (_, from) => from.to_string(),
    };
    let name = change.name(lang);
    say!(lang, "{id} {title}，{name}由 {from} 调整为 {to}", "{id} {title}: {name} from {from} to {to}")
}

/// Names the tasks that wait for one whose deadline is moved.
fn name_dependents(draft: &Draft, changes: &[Change]) -> anyhow::Result<()> {
    let lang = draft.lang;
    let plan = draft.plan(lang)?;
    for change in changes.iter().filter(|change| matches!(change.field, AmendedField::Deadline | AmendedField::State)) {
        let id = &change.task.id;
        let waiting = plan.tasks.iter().filter(|task| task.depends.contains(id));
        let waiting = waiting.map(|task| {
            let day = task.deadline.unwrap_or(plan.head.period.end);
            say!(lang, "{} {}（时限 {day}）", "{} {} (due {day})", task.id, task.title)
        });
        let waiting = words::list(lang, waiting);
        if !waiting.is_empty() {
            note(
                lang,
                &say!(
                    lang,
                    "以 {id} 为前置的任务，请一并核对时限：{waiting}",
                    "these wait for {id}; look at their deadlines too: {waiting}"
                ),
            );
        }
    }
    Ok(())
}
