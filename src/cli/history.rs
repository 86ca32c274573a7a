//! `workplan history ID`: how one task went.

use std::process::ExitCode;

use clap::Args;

use super::filters::no_such;
use super::output::{Format, emit_json, emit_page};
use super::session::{Reading, Session};
use super::{Global, tr};
use crate::render::view;
use crate::report::filter::task_named;
use crate::report::history::{self, Extract};

/// The arguments of `workplan history`.
#[derive(Debug, Args)]
#[command(after_help = tr(
    "示例：\n  workplan history 22-07\n  workplan history 龚都村 --as-of 2020-11-24 --format md\n\n列出有报送、调整或亮灯变化的日期；清单销项按周列出",
    "Examples:\n  workplan history 22-07\n  workplan history 龚都村 --as-of 2020-11-24 --format md\n\nTells the days with a report, a change of the plan or another light; closed rows of a checklist by the week",
))]
pub(super) struct HistoryArgs {
    #[arg(value_name = tr("编号", "ID"), help = tr("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: String,
    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(global: &Global, args: &HistoryArgs) -> anyhow::Result<ExitCode> {
    let format = args.reading.format.among(&[Format::Table, Format::Md, Format::Json, Format::Text])?;
    let session = Session::open(global)?;
    let id = task_named(&session.plan, &args.task)
        .map_err(|error| no_such(session.lang, tr("任务", "task"), &args.task, &error))?;
    let assessment = session.assess(&args.reading)?;
    let header = session.header(history::SCHEMA, &assessment);
    let standing = assessment.standings.iter().find(|standing| standing.task.id.as_str() == id);
    let Some(standing) = standing else { return Ok(ExitCode::SUCCESS) };
    let extract = Extract::new(&session.plan, &session.opened.journal, &id);
    let calendar = &session.opened.calendar;
    let report = history::history(&session.plan.head, standing, &extract, calendar, header, session.lang);
    match format {
        Format::Json => emit_json(global, &report)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github => {
            emit_page(global, format, &view::history(&report, session.lang, format.medium()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
