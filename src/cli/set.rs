//! `workplan set`: what needs no approval, put into tasks.

use std::process::ExitCode;

use clap::Args;

use super::chosen::{Leaving, chosen, said};
use super::corrected::{approved_field, begin, correct, is_fresh};
use super::filters::FilterArgs;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{ask_one, ask_text, on_terminal};
use crate::desk::session::Session;
use crate::desk::writing::{Extent, change, not_edited};
use crate::intake::assign::{Around, Assignment, Turn, holds_several, settable};
use crate::plan::{AmendedField, Language, Task};
use crate::say;
use crate::words;
use crate::words::fields::Field;

/// The arguments of `workplan set`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan set 22-07 责任人=张三 分管领导=李四\n  workplan set 22-07、22-08 标签+=重点\n  workplan set --lead 规建办 分管领导=李四              某单位的全部任务\n  workplan set 22-07 节点+=封顶=2020-11-30 指标+=户数=30户\n  workplan set 22-07 定期报送=每月25日                 每月报送一次；“定期报送=”为取消\n  workplan set 22-07 备注=                             删去备注\n  workplan set 22-07 户数基数=61                       指标从多少算起\n  workplan set 22-07 资金=120                          自定义字段\n\n可写：责任人、分管领导、标签、备注、权重、节点、指标、前置任务、原文、时限原文、交办来源、定期报送，以及计划的自定义字段（workplan field list）。\n“+=”增加，“-=”去掉，“=”整个改为。完成时限、牵头单位、目标值等，计划尚在起草时（没有报送、督办单，未提交到 git）也可在此改；\n此后须经批准，用 workplan amend，推定有误的用 workplan confirm",
    "Examples:\n  workplan set 22-07 person=张三 leader=李四\n  workplan set 22-07,22-08 tags+=重点\n  workplan set --lead 规建办 leader=李四                all tasks of a unit\n  workplan set 22-07 checkpoints+=封顶=2020-11-30 metrics+=户数=30户\n  workplan set 22-07 recurs=month:25                   a report each month; recurs= ends it\n  workplan set 22-07 note=                             take the remark out\n  workplan set 22-07 户数.baseline=61                  where a metric starts\n  workplan set 22-07 资金=120                          a field of the plan's own\n\nFields: person, leader, tags, note, weight, checkpoints, metrics, depends, source, deadline_says, origin, recurs, and the plan's own (workplan field list).\n+= adds, -= takes out, = puts in place of all. Deadline, lead, target … may be set while the plan is being drawn up (nothing\nreported, no notice, in no commit); later they need an approval: workplan amend, or workplan confirm where a guess was wrong",
))]
pub(super) struct SetArgs {
    #[arg(value_name = both!("编号… 字段=内容…", "ID… FIELD=VALUE…"),
          help = both!("任务编号（可多个，用筛选条件时不写），以及各字段的内容", "Tasks by id (none with filters), and what their fields are to hold"))]
    words: Vec<String>,
    #[command(flatten)]
    filters: FilterArgs,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &SetArgs) -> anyhow::Result<ExitCode> {
    let read = args.words.iter().map(|word| Assignment::read(word).ok_or_else(|| word.clone()));
    let (mut names, mut assignments) = (Vec::new(), Vec::new());
    read.for_each(|word| match word {
        Ok(assignment) => assignments.push(assignment),
        Err(name) => names.push(name),
    });
    ask(desk, &args.filters, &mut names, &mut assignments)?;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let tasks = chosen(draft, &names, &args.filters, Leaving::Cancelled)?;
        let fresh = is_fresh(desk, draft)?;
        let around = Around { plan: draft.plan(lang)?, today: draft.today, lang, fresh };
        let changed: Vec<(Task, Vec<String>)> =
            tasks.iter().map(|task| applied(task, &assignments, around)).collect::<anyhow::Result<_>>()?;
        let what = changed.first().map(|(_, what)| what.join(lang.pick("；", "; "))).unwrap_or_default();
        let tasks: Vec<&Task> = changed.iter().map(|(task, _)| task).collect();
        let what = format!("{}{}{what}", said(draft, &tasks), lang.pick("，", ": "));
        for (task, _) in changed {
            draft.rewrite.alter(task).map_err(|error| not_edited(desk.lang, &error))?;
        }
        Ok(what)
    })
}

/// The task with what is put into it, and what that was.
fn applied(task: &Task, assignments: &[Assignment], around: Around<'_>) -> anyhow::Result<(Task, Vec<String>)> {
    let mut new = task.clone();
    let mut put = |assignment: &Assignment| put(&mut new, assignment, around);
    let what = assignments.iter().map(&mut put).collect::<anyhow::Result<_>>()?;
    Ok((new, what))
}

fn put(task: &mut Task, assignment: &Assignment, around: Around<'_>) -> anyhow::Result<String> {
    match approved_field(around.plan, task, assignment) {
        Some(field) if around.fresh => correct(task, &field, assignment, around),
        Some(field) if is_assumed(task, &field) => Err(settle_it(task, &field, assignment, around.lang)),
        Some(_) => assignment.apply(task, around).map_err(anyhow::Error::msg),
        None => begin(task, assignment, around)
            .unwrap_or_else(|| assignment.apply(task, around).map_err(anyhow::Error::msg)),
    }
}

fn is_assumed(task: &Task, field: &AmendedField) -> bool {
    let of_all = matches!(field, AmendedField::Target(_)) && task.assumes("metrics");
    of_all || task.assumes(&field.assumed_name())
}

/// What was assumed of an issued plan is not put right without a word of who says so.
fn settle_it(task: &Task, field: &AmendedField, assignment: &Assignment, lang: Language) -> anyhow::Error {
    let (id, name) = (&task.id, words::field_name(lang, &field.to_string()));
    let value = Some(assignment.value()).filter(|value| !value.is_empty()).map(words::shell_word).unwrap_or_default();
    let what = format!("{}={value}", assignment.name());
    anyhow::anyhow!(say!(
        lang,
        "{name}是推定的，请写明由谁核定：workplan confirm {id} {what} --by 核定人",
        "the {name} is assumed; say who settles it: workplan confirm {id} {what} --by WHO"
    ))
}

/// What was not said is asked for on a terminal.
fn ask(
    desk: &Desk,
    filters: &FilterArgs,
    names: &mut Vec<String>,
    assignments: &mut Vec<Assignment>,
) -> anyhow::Result<()> {
    let lang = desk.lang;
    if names.is_empty() && filters.is_empty() && on_terminal() {
        names.push(ask_text(lang, lang.pick("任务编号或名称中的字", "Task: its id, or a part of its title"))?);
    }
    if !assignments.is_empty() {
        return Ok(());
    }
    if !on_terminal() {
        anyhow::bail!(lang.pick(
            "没有要写入的内容：请写 字段=内容，如 责任人=张三、标签+=重点",
            "nothing to set: write FIELD=VALUE, like person=张三 or tags+=重点"
        ));
    }
    let fields: Vec<&Field> = settable().collect();
    let own = &Session::open(desk)?.plan.head.fields;
    let headings = fields.iter().map(|field| field.heading(lang)).chain(own.iter().map(|field| field.heading(lang)));
    let headings: Vec<String> = headings.collect();
    let chosen = ask_one(lang, lang.pick("哪一项", "Which field"), headings.iter().cloned())?;
    let heading = headings.get(chosen).map_or("", String::as_str);
    let (name, turn) = match (fields.get(chosen), chosen.checked_sub(fields.len()).and_then(|at| own.get(at))) {
        (Some(field), _) => (field.key, turn(lang, field)?),
        (None, Some(own)) => (own.key.as_str(), Turn::Put),
        (None, None) => return Ok(()),
    };
    let value = ask_text(lang, heading)?;
    assignments.push(Assignment::of(name, turn, &value));
    Ok(())
}

fn turn(lang: Language, field: &Field) -> anyhow::Result<Turn> {
    let turns = match field.key {
        "metrics" => return Ok(Turn::More),
        _ if !holds_several(field) => return Ok(Turn::Put),
        _ => [
            (Turn::More, ("增加", "add")),
            (Turn::Less, ("去掉", "take out")),
            (Turn::Put, ("整个改为", "put in place of all")),
        ],
    };
    let words = turns.iter().map(|(_, (zh, en))| lang.pick(zh, en).to_owned());
    let chosen = ask_one(lang, lang.pick("怎样改", "What to do"), words)?;
    Ok(turns.get(chosen).map_or(Turn::Put, |(turn, _)| *turn))
}
