//! `workplan close`: a reviewer closes a task (销号), or sends it back (退回).

use std::process::ExitCode;

use clap::Args;

use super::filters::no_such;
use crate::assess::{Assessment, Standing, State, assess};
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::insisting;
use crate::desk::output::Doubtful;
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::intake::form::{evidence_path, unit_or_person};
use crate::plan::{Closing, Date, Entry, EntryState, Language};
use crate::report::filter::task_named;
use crate::say;
use crate::words::Worded;

/// The arguments of `workplan close`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan close 22-07 --by 督查室 --evidence evidence/22-07.pdf   销号\n  workplan close 22-07 --return --reason 缺验收单 --by 督查室         退回",
    "Examples:\n  workplan close 22-07 --by 督查室 --evidence evidence/22-07.pdf   close it\n  workplan close 22-07 --return --reason 缺验收单 --by 督查室         send it back",
))]
pub(super) struct CloseArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: String,
    #[arg(long, value_name = both!("单位或姓名", "NAME"), help = both!("由谁审核", "Who has reviewed it"))]
    by: String,
    #[arg(long = "return", requires = "reason", help = both!("退回，而不销号", "Send it back instead of closing it"))]
    send_back: bool,
    #[arg(long, value_name = both!("文字", "TEXT"), requires = "send_back", help = both!("退回的原因", "Why it is sent back"))]
    reason: Option<String>,
    #[arg(long, value_name = both!("路径", "PATH"), help = both!("佐证材料；可重复", "A file that proves it; may be repeated"))]
    evidence: Vec<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("销号或退回之日；默认今天", "The day of the review; today by default"))]
    date: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("审核意见", "What the reviewer says"))]
    note: Option<String>,
    #[arg(long, help = both!("指标未达目标等情况核实无误，照写", "Write it although a target is not reached, or nothing was reported"))]
    force: bool,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &CloseArgs) -> anyhow::Result<ExitCode> {
    insisting(desk.lang, args.force, &|force| close(desk, args, force))
}

fn close(desk: &Desk, args: &CloseArgs, force: bool) -> anyhow::Result<ExitCode> {
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let (lang, today) = (draft.lang, draft.today);
        let plan = draft.plan(desk.lang)?;
        let task = task_named(plan, &args.task)
            .map_err(|error| no_such(lang, desk.lang.pick("任务", "task"), &args.task, &error))?;
        let date = draft.day(desk.lang, args.date.as_deref())?.unwrap_or(today);
        let by = unit_or_person(plan, &args.by, lang).map_err(anyhow::Error::msg)?;
        let opened = draft.rewrite.opened();
        let assessment = assess(plan, &opened.journal, &opened.calendar, date);
        let standing = standing_of(&assessment, task.id.as_str(), lang)?;
        refuse(standing, args.send_back, plan.head.closing == Closing::Reviewed && args.evidence.is_empty(), lang)?;
        if !force {
            undoubted(standing, args.send_back, date, today, lang)?;
        }
        let evidence = args.evidence.iter().map(|path| evidence_path(opened, path, lang).map_err(anyhow::Error::msg));
        let evidence = evidence.collect::<anyhow::Result<Vec<String>>>()?;
        let state = if args.send_back { EntryState::Returned } else { EntryState::Closed };
        let what = say!(
            lang,
            "{} {}（{date}，{}，{by}）",
            "{} {} ({date}, {}, {by})",
            task.id,
            standing.task.title,
            state.word(lang)
        );
        let entry = Entry {
            by: Some(by),
            state: Some(state),
            note: args.note.clone(),
            issue: args.reason.clone(),
            evidence,
            ..Entry::silent(date, standing.task.id.clone())
        };
        append(draft, entry)?;
        Ok(what)
    })
}

fn append(draft: &mut Draft, entry: Entry) -> anyhow::Result<()> {
    draft.rewrite.append(&[entry]).map(drop).map_err(|error| not_edited(draft.lang, &error))
}

/// How the task of that id stands.
pub(super) fn standing_of<'s, 'a>(
    assessment: &'s Assessment<'a>,
    id: &str,
    lang: Language,
) -> anyhow::Result<&'s Standing<'a>> {
    let standing = assessment.standings.iter().find(|standing| standing.task.id.as_str() == id);
    standing.ok_or_else(|| anyhow::anyhow!(say!(lang, "没有任务 {id}", "there is no task {id}")))
}

/// What no insisting helps against.
fn refuse(standing: &Standing<'_>, send_back: bool, wants_evidence: bool, lang: Language) -> anyhow::Result<()> {
    let id = &standing.task.id;
    let over = matches!(standing.state, State::Closed | State::Cancelled);
    if over {
        let word = standing.state.word(lang);
        anyhow::bail!(say!(
            lang,
            "任务 {id} {word}，不能再销号或退回；要重新启动的，用 workplan record {id} --state 重新启动 --note 原因；记错的，用 workplan withdraw {id} --reason 原因",
            "task {id} is {word} already; to take it up again: workplan record {id} --state reopened --note WHY; where that was wrong: workplan withdraw {id} --reason WHY"
        ));
    }
    let proven = standing.entries.iter().any(|entry| !entry.evidence.is_empty());
    if !send_back && wants_evidence && !proven {
        anyhow::bail!(say!(
            lang,
            "任务 {id} 没有佐证材料，不能销号；请用 --evidence 指明",
            "task {id} cannot be closed without evidence: name it with --evidence"
        ));
    }
    Ok(())
}

fn undoubted(standing: &Standing<'_>, send_back: bool, date: Date, today: Date, lang: Language) -> anyhow::Result<()> {
    let mut doubts = Vec::new();
    if date > today {
        doubts.push(say!(lang, "日期 {date} 还没有到", "{date} has not come yet"));
    }
    if send_back && standing.last_report.is_none() {
        doubts.push(say!(
            lang,
            "该任务从未报送，没有可退回的内容",
            "nothing was ever reported that could be sent back"
        ));
    }
    let unmet = standing.task.metrics.iter().zip(&standing.metrics).filter(|(_, held)| !send_back && !held.met);
    for (metric, held) in unmet {
        let value = held.value.map_or_else(
            || lang.pick("未报", "unknown").to_owned(),
            |value| format!("{}{}", metric.show(value), metric.unit),
        );
        let (name, target, unit) = (&metric.name, metric.target(), &metric.unit);
        doubts.push(say!(
            lang,
            "“{name}”为 {value}，目标值 {target}{unit}",
            "{name} is {value}, its target is {target}{unit}"
        ));
    }
    if doubts.is_empty() {
        return Ok(());
    }
    Err(Doubtful(doubts).into())
}
