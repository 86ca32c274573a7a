//! `workplan withdraw`: says that an entry was never so.

use std::process::ExitCode;

use clap::Args;

use super::filters::no_such;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::withdrawing::{Meant, entry_meant, put_back, withdrawal};
use crate::desk::writing::{Extent, change, not_edited};
use crate::intake::form::unit_or_person;
use crate::plan::Entry;
use crate::report::filter::task_named;
use crate::report::show::EntryLine;
use crate::say;
use crate::view::entry_said;

/// The arguments of `workplan withdraw`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan withdraw 22-07 --reason 误报                      作废最近一条\n  workplan withdraw 22-07 --date 2020-11-20 --reason 误填他村数据\n  workplan record 22-07 --corrects 2020-11-20 --value 60     作废并重报，一次完成\n\n报送、销号、退回、调整均可作废：作废后任何一天都不再计入，在 history 和 diff 中仍可看到；调整作废的，任务改回原值。\n尚未提交到 git 的，也可用 workplan undo 撤回",
    "Examples:\n  workplan withdraw 22-07 --reason 误报                      the last entry\n  workplan withdraw 22-07 --date 2020-11-20 --reason 误填他村数据\n  workplan record 22-07 --corrects 2020-11-20 --value 60     withdraw it and report anew, in one\n\nA report, a closing, a return or an amendment: it counts on no day from then on, and can still be seen in history and diff. What an amendment changed is put back. What is in no commit yet can also be taken back with `workplan undo`",
))]
pub(super) struct WithdrawArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: String,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("为何作废", "Why"))]
    reason: String,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("要作废的记录的日期；默认最近一条", "The entry's day; the last entry by default"))]
    date: Option<String>,
    #[arg(long, value_name = both!("单位或姓名", "NAME"), help = both!("要作废的记录由谁报送，可用简称", "Who reported it; a short form will do"))]
    by: Option<String>,
    #[arg(long, value_name = both!("标记", "MARK"), help = both!("当天有几条的，写明哪一条（提示中的八位标记）", "Which of several of that day: the eight digits that are shown then"))]
    entry: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("作废之日；默认今天", "The day of the withdrawal; today by default"))]
    on: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &WithdrawArgs) -> anyhow::Result<ExitCode> {
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let (lang, today) = (draft.lang, draft.today);
        if args.reason.trim().is_empty() {
            anyhow::bail!(say!(lang, "请用 --reason 写明为何作废", "say why with --reason"));
        }
        let plan = draft.plan(desk.lang)?;
        let task = task_named(plan, &args.task)
            .map_err(|error| no_such(lang, desk.lang.pick("任务", "task"), &args.task, &error))?
            .clone();
        let by = args.by.as_deref().map(|by| unit_or_person(plan, by, lang).map_err(anyhow::Error::msg));
        let meant =
            Meant { date: draft.day(desk.lang, args.date.as_deref())?, by: by.transpose()?, mark: args.entry.clone() };
        let on = draft.day(desk.lang, args.on.as_deref())?.unwrap_or(today);
        let entry = entry_meant(draft, &task, &meant)?;
        let (id, title, date) = (&task.id, &task.title, entry.date);
        let said = entry_said(&EntryLine::of(Some(&task), &entry), lang);
        let what = say!(
            lang,
            "作废 {id} {title} {date} 的记录（{said}）",
            "{id} {title}: the entry of {date} ({said}) is withdrawn"
        );
        put_back(draft, &task, &entry)?;
        let entry =
            Entry { withdraws: Some(Box::new(withdrawal(&entry, &args.reason))), ..Entry::silent(on, task.id.clone()) };
        draft.rewrite.append(&[entry]).map_err(|error| not_edited(desk.lang, &error))?;
        Ok(what)
    })
}
