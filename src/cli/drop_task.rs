//! `workplan drop`: a task that was never to be there.

use std::process::ExitCode;

use clap::Args;

use super::filters::no_such;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::reading::{Place, said};
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::plan::document::{Covered, cover};
use crate::plan::{Coverage, Language, Task, TaskId};
use crate::report::filter::task_named;
use crate::say;
use crate::words;

/// The arguments of `workplan drop`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan drop 22-15 --dry-run\n  workplan drop 22-15\n  workplan drop 22-15 --context        所引原文不部署工作\n\n只删除误增的任务：没有报送、督办单，也未提交到 git。其余的请撤销：\n  workplan amend 22-15 cancel --reason 项目取消 --approved-by 镇长办公会\n  workplan amend 22-15 cancel --duplicate-of 22-07 --approved-by 镇长办公会   重复立项",
    "Examples:\n  workplan drop 22-15 --dry-run\n  workplan drop 22-15\n  workplan drop 22-15 --context        its words order no work\n\nOnly a task that was added by mistake: nothing was reported of it, no notice names it, no commit holds it. Others are called off:\n  workplan amend 22-15 cancel --reason 项目取消 --approved-by 镇长办公会\n  workplan amend 22-15 cancel --duplicate-of 22-07 --approved-by 镇长办公会",
))]
pub(super) struct DropArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: String,
    #[arg(long, help = both!("所引原文不部署工作：列入计划的 context（不部署工作的语句）", "Its words order no work: they are listed under the plan's context"))]
    context: bool,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &DropArgs) -> anyhow::Result<ExitCode> {
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let task = task_named(draft.plan(lang)?, &args.task);
        let task = task.map_err(|error| no_such(lang, lang.pick("任务", "task"), &args.task, &error))?.clone();
        refuse_known(draft, &task, lang)?;
        refuse_awaited(draft, &task, lang)?;
        refuse_committed(desk, &task.id, lang)?;
        draft.rewrite.drop_task(&task.id).map_err(|error| not_edited(lang, &error))?;
        let (id, title) = (&task.id, &task.title);
        let quote = task.source.as_deref().filter(|_| leaves_uncovered(draft));
        match quote {
            Some(quote) if args.context => {
                draft.rewrite.add_context(quote).map_err(|error| not_edited(lang, &error))?;
                Ok(say!(
                    lang,
                    "删除任务 {id} {title}，原文列为不部署工作的语句",
                    "{id} {title} is gone; its words stand among those that order no work"
                ))
            }
            Some(_) => anyhow::bail!(say!(
                lang,
                "{id} 引用的原文将没有任务对应；这句话不部署工作的，请用：workplan drop {id} --context",
                "no other task quotes what {id} does; if those words order no work: workplan drop {id} --context"
            )),
            None => Ok(say!(lang, "删除任务 {id} {title}", "{id} {title} is gone")),
        }
    })
}

/// Whether a sentence of a document of which all is to be covered is quoted by nothing now.
fn leaves_uncovered(draft: &Draft) -> bool {
    let opened = draft.rewrite.opened();
    let (Some(plan), Some(document)) = (&opened.plan, opened.source_text()) else { return false };
    plan.head.coverage == Coverage::Full && cover(plan, document).iter().any(Covered::is_uncovered)
}

/// What was said of a task stays.
fn refuse_known(draft: &Draft, task: &Task, lang: Language) -> anyhow::Result<()> {
    let journal = &draft.rewrite.opened().journal;
    let entries = journal.entries.iter().filter(|entry| entry.task == task.id).count();
    let notice = journal.notices.iter().find(|notice| notice.tasks.contains(&task.id));
    let why = match (entries, notice) {
        (0, None) => return Ok(()),
        (0, Some(notice)) => say!(lang, "{} 发有督办文书", "{} is about it", notice.number),
        (count, _) => say!(lang, "台账中有 {count} 条记录", "entries of it in the journal: {count}"),
    };
    anyhow::bail!(called_off_instead(&task.id, &why, lang))
}

/// A task that others wait for.
fn refuse_awaited(draft: &Draft, task: &Task, lang: Language) -> anyhow::Result<()> {
    let id = &task.id;
    let waiting = draft.plan(lang)?.tasks.iter().filter(|other| other.depends.contains(id));
    let ids: Vec<&str> = waiting.map(|other| other.id.as_str()).collect();
    let Some(first) = ids.first() else { return Ok(()) };
    let list = words::list(lang, &ids);
    anyhow::bail!(say!(
        lang,
        "{list} 以 {id} 为前置任务，不能删除；请先去掉：workplan set {first} 前置任务-={id}",
        "{list} wait for {id}; take that out first: workplan set {first} depends-={id}"
    ))
}

/// What a commit holds may have gone to others.
fn refuse_committed(desk: &Desk, id: &TaskId, lang: Language) -> anyhow::Result<()> {
    let Ok(place) = Place::of(desk) else { return Ok(()) };
    let held = place.repository.ever_held(id.as_str(), &place.folder).map_err(|error| said(lang, error))?;
    if held {
        let why = lang.pick("已提交到 git", "a commit holds it");
        anyhow::bail!(called_off_instead(id, why, lang));
    }
    Ok(())
}

fn called_off_instead(id: &TaskId, why: &str, lang: Language) -> String {
    say!(
        lang,
        "{id} {why}，不能删除；请撤销：workplan amend {id} cancel --reason 原因 --approved-by 批准单位（重复立项的用 --duplicate-of 编号）",
        "{id} cannot be dropped: {why}; call it off: workplan amend {id} cancel --reason WHY --approved-by NAME (--duplicate-of ID where it is there twice)"
    )
}
