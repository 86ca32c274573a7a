//! `workplan confirm`: what was assumed is settled by a person.

use std::process::ExitCode;

use clap::Args;

use super::chosen::{Leaving, chosen, said};
use super::filters::FilterArgs;
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::Desk;
use crate::desk::asking::{ask_text, on_terminal};
use crate::desk::writing::{Extent, change, not_edited};
use crate::intake::form::unit_or_person;
use crate::intake::settle::{is_field, nothing_to_settle, settle};
use crate::plan::Task;
use crate::say;
use crate::words;

/// The arguments of `workplan confirm`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan confirm 22-07 --by 李主任                       该任务的全部推定内容\n  workplan confirm 22-07 22-08 牵头单位 完成时限 --by 李主任\n  workplan confirm 牵头单位 --section 2 --by 镇长办公会    用筛选条件时不写编号",
    "Examples:\n  workplan confirm 22-07 --by 李主任                       all that is assumed of it\n  workplan confirm 22-07 22-08 lead deadline --by 李主任\n  workplan confirm lead --section 2 --by 镇长办公会        no ids with filters",
))]
pub(super) struct ConfirmArgs {
    #[arg(value_name = both!("编号… 字段…", "ID… FIELD…"),
          help = both!("任务编号（可多个），以及核定哪些内容；不写字段为全部推定内容", "Tasks by id, and what of them is settled; all that is assumed where no field is named"))]
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
        let (fields, names): (Vec<String>, Vec<String>) =
            args.words.iter().cloned().partition(|word| is_field(plan, word));
        let by = unit_or_person(plan, &by, lang).map_err(anyhow::Error::msg)?;
        let date = draft.day(desk.lang, args.date.as_deref())?.unwrap_or(draft.today);
        let mut tasks = chosen(draft, &names, &args.filters, Leaving::Cancelled)?;
        let first = tasks.first().cloned();
        let mut settled: Vec<String> = Vec::new();
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
        for name in settled.iter().map(|field| words::field_name(lang, field)) {
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
