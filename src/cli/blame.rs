//! `workplan blame ID`: for each field of a task, the revision and the amendment that set it.

use std::process::ExitCode;

use clap::Args;

use super::filters::no_such;
use crate::both;
use crate::cli::args::Reading;
use crate::desk::Desk;
use crate::desk::output::{Format, emit_json, emit_page};
use crate::desk::reading::said;
use crate::desk::session::committed;
use crate::git::steps;
use crate::report::filter::task_named;
use crate::report::{blame, revisions};
use crate::view;

/// The arguments of `workplan blame`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan blame 22-02\n  workplan blame 22-02 --rev 上报稿\n\n只看已提交的版本；尚未提交的改动见 workplan diff",
    "Examples:\n  workplan blame 22-02\n  workplan blame 22-02 --rev v1\n\nTells committed revisions; for what is not committed yet, see `workplan diff`",
))]
pub(super) struct BlameArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: String,
    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(desk: &Desk, args: &BlameArgs) -> anyhow::Result<ExitCode> {
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Json, Format::Text])?;
    let (revision, session) = committed(desk)?;
    let (plan, lang) = (&session.plan, session.lang);
    let task = task_named(plan, &args.task)
        .map_err(|error| no_such(lang, desk.lang.pick("任务", "task"), &args.task, &error))?;
    let steps = steps(&revision, Some(&plan.head.id), plan.head.utc_offset).map_err(|error| said(desk.lang, error))?;
    let assessment = session.assess(args.reading.day())?;
    let header = session.history_header(blame::SCHEMA, &assessment, &revision);
    let history = revisions::revisions(&plan.head, header.clone(), &steps, Some((task.id.as_str(), &task.title)));
    let report = blame::blame(&plan.head, header, task, &history);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::blame(&report, lang))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
