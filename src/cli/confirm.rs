//! `workplan confirm`: what was assumed is settled by a person.

use std::process::ExitCode;

use clap::Args;

use super::chosen::{Leaving, chosen, said};
use super::corrected::{approved_field, assumed_name, correct, shown};
use super::filters::FilterArgs;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{ask_text, on_terminal};
use crate::desk::writing::{Extent, change, not_edited};
use crate::intake::assign::{Around, Assignment};
use crate::intake::form::unit_or_person;
use crate::intake::settle::{is_field, nothing_to_settle, settle};
use crate::plan::{AmendedField, Language, Task};
use crate::say;
use crate::words;
use crate::words::fields::Place;

/// The arguments of `workplan confirm`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan confirm 22-07 --by 李主任                       该任务的全部推定内容\n  workplan confirm 22-07 22-08 牵头单位 完成时限 --by 李主任\n  workplan confirm 牵头单位 --section 2 --by 镇长办公会    用筛选条件时不写编号\n  workplan confirm 22-07 完成时限=11月底 --by 李主任       推定有误的，写明应为什么",
    "Examples:\n  workplan confirm 22-07 --by 李主任                       all that is assumed of it\n  workplan confirm 22-07 22-08 lead deadline --by 李主任\n  workplan confirm lead --section 2 --by 镇长办公会        no ids with filters\n  workplan confirm 22-07 deadline=2020-11-30 --by 李主任   what was guessed wrongly is put right",
))]
pub(super) struct ConfirmArgs {
    #[arg(value_name = both!("编号… 字段…", "ID… FIELD…"),
          help = both!("任务编号（可多个），以及核定哪些内容；推定有误的写 字段=内容，不写字段为全部推定内容", "Tasks by id, and what of them is settled; FIELD=VALUE where the guess was wrong; all that is assumed where no field is named"))]
    words: Vec<String>,
    #[arg(long, value_name = both!("单位或姓名", "NAME"), help = both!("由谁核定（必填，在终端可询问）", "Who has settled it (required; asked for on a terminal)"))]
    by: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("核定之日；默认今天", "The day on which it was settled; today by default"))]
    date: Option<String>,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// The words that say what a field is to hold, and the others.
fn assignments(words: &[String]) -> (Vec<Assignment>, Vec<String>) {
    let (mut values, mut rest) = (Vec::new(), Vec::new());
    for word in words {
        match Assignment::read(word) {
            Some(value) => values.push(value),
            None => rest.push(word.clone()),
        }
    }
    (values, rest)
}

/// Puts what was guessed wrongly right, and says which fields are settled then.
fn put_right(
    tasks: &mut [Task],
    mut fields: Vec<String>,
    values: &[Assignment],
    around: Around<'_>,
) -> anyhow::Result<Vec<String>> {
    let lang = around.lang;
    for task in tasks {
        for value in values {
            let field = approved_field(around.plan, task, value);
            let assumed = field.as_ref().and_then(|field| assumed_name(task, field));
            let (Some(field), Some(name)) = (field, assumed) else { return Err(not_assumed(task, value, lang)) };
            correct(task, &field, value, around)?;
            if !task.assumes(&name) {
                task.assumed.push(name.clone());
            }
            if !fields.contains(&name) {
                fields.push(name);
            }
        }
    }
    Ok(fields)
}

/// What was not assumed changes with an approval.
fn not_assumed(task: &Task, value: &Assignment, lang: Language) -> anyhow::Error {
    let field = words::fields::called(Place::Task, value.name());
    let name = field.map_or_else(|| value.name().to_owned(), |field| field.name(lang).to_owned());
    let (id, typed, value) = (&task.id, value.name(), value.value());
    anyhow::anyhow!(say!(
        lang,
        "任务 {id} 的{name}不是推定的；须经批准的用 workplan amend {id} {typed} {value} --reason 原因 --approved-by 批准人，其余用 workplan set {id} {typed}={value}",
        "{id}: the {name} is not assumed; with an approval it changes by workplan amend {id} {typed} {value} --reason WHY --approved-by WHO, and what needs none by workplan set {id} {typed}={value}"
    ))
}

/// A field that was put right, with what it holds now.
fn with_value(field: &str, task: Option<&Task>, lang: Language) -> String {
    let name = words::field_name(lang, field);
    let key = field.strip_prefix("metrics.").map(|metric| format!("metrics.{metric}.target"));
    let field = AmendedField::new(key.as_deref().unwrap_or(field));
    let held = field.zip(task).and_then(|(field, task)| shown(task, &field, lang));
    held.map_or_else(|| name.clone(), |held| say!(lang, "{name}为 {held}", "{name} as {held}"))
}

pub(super) fn run(desk: &Desk, args: &ConfirmArgs) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let by = match args.by.as_deref().map(str::trim).filter(|by| !by.is_empty()) {
        Some(by) => by.to_owned(),
        None if on_terminal() => ask_text(lang, lang.pick("由谁核定", "Who has settled it"))?,
        None => anyhow::bail!(lang.pick("请用 --by 写明由谁核定", "say who has settled it, with --by")),
    };
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let plan = draft.plan(lang)?;
        let (values, rest) = assignments(&args.words);
        let (fields, names): (Vec<String>, Vec<String>) = rest.into_iter().partition(|word| is_field(plan, word));
        let by = unit_or_person(plan, &by, lang).map_err(anyhow::Error::msg)?;
        let date = draft.day(desk.lang, args.date.as_deref())?.unwrap_or(draft.today);
        let mut tasks = chosen(draft, &names, &args.filters, Leaving::Cancelled)?;
        let first = tasks.first().cloned();
        let around = Around { plan, today: draft.today, lang, fresh: false };
        let mut settled: Vec<String> = Vec::new();
        let fields = put_right(&mut tasks, fields, &values, around)?;
        tasks.retain_mut(|task| {
            let of_task = settle(task, &fields, &by, date);
            let is_any = !of_task.is_empty();
            settled.extend(of_task);
            is_any
        });
        if let ([], Some(first)) = (tasks.as_slice(), &first) {
            anyhow::bail!(nothing_to_settle(first, lang));
        }
        let mut what: Vec<String> = Vec::new();
        let named = settled.iter().map(|field| match values.is_empty() {
            true => words::field_name(lang, field),
            false => with_value(field, tasks.first(), lang),
        });
        for name in named {
            if !what.contains(&name) {
                what.push(name);
            }
        }
        let (what, named) = (words::list(lang, what), said(draft, &tasks.iter().collect::<Vec<&Task>>()));
        for task in tasks {
            draft.rewrite.alter(task).map_err(|error| not_edited(desk.lang, &error))?;
        }
        Ok(say!(lang, "{named}，核定{what}（{by}，{date}）", "{named}: {what} confirmed ({by}, {date})"))
    })
}
