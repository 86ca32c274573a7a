//! `workplan history ID`: how one task went; with `--git`, what each revision changed.

use std::process::ExitCode;

use clap::Args;

use super::filters::no_such;
use crate::both;
use crate::cli::args::Reading;
use crate::desk::Desk;
use crate::desk::earlier::earlier;
use crate::desk::output::{Format, emit_json, emit_page};
use crate::desk::reading::said;
use crate::desk::session::{Session, committed};
use crate::git::steps;
use crate::plan::Language;
use crate::report::filter::task_named;
use crate::report::history::{self, Extract};
use crate::report::revisions;
use crate::view;

/// The arguments of `workplan history`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan history 22-07\n  workplan history 龚都村 --as-of 2020-11-24 --format md\n  workplan history --git                 git 中每次修订改了什么\n  workplan history 22-02 --git           这项任务的每次修订\n\n列出有报送、调整或亮灯变化的日期；清单销项按周列出",
    "Examples:\n  workplan history 22-07\n  workplan history 龚都村 --as-of 2020-11-24 --format md\n  workplan history --git                 what each revision changed\n  workplan history 22-02 --git           the revisions of this task\n\nTells the days with a report, a change of the plan or another light; closed rows of a checklist by the week",
))]
pub(super) struct HistoryArgs {
    #[arg(value_name = both!("编号", "ID"), required_unless_present = "git", help = both!("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: Option<String>,
    #[arg(long, help = both!("改为列出 git 中每次修订改了什么（给出编号时，只列该任务的）", "Tell instead what each revision in git changed, of the task or of the whole plan"))]
    git: bool,
    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(desk: &Desk, args: &HistoryArgs) -> anyhow::Result<ExitCode> {
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Json, Format::Text])?;
    let task = args.task.as_deref();
    if args.git {
        return in_git(desk, args, format);
    }
    let session = Session::open(desk)?;
    let id = id_of(desk.lang, session, task.unwrap_or(""))?;
    let assessment = session.assess(args.reading.day())?;
    let header = session.header(history::SCHEMA, &assessment);
    let standing = assessment.standings.iter().find(|standing| standing.task.id.as_str() == id);
    let Some(standing) = standing else { return Ok(ExitCode::SUCCESS) };
    let extract = Extract::new(&session.plan, &session.opened.journal, &id);
    let calendar = &session.opened.calendar;
    let before = earlier(desk, session, &standing.task, assessment.as_of);
    let report = history::history(&session.plan.head, standing, &extract, calendar, (header, before), session.lang);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::history(&report, session.lang, format.medium()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The revisions that changed the plan, or the task.
fn in_git(desk: &Desk, args: &HistoryArgs, format: Format) -> anyhow::Result<ExitCode> {
    let (revision, session) = committed(desk)?;
    let (plan, lang) = (&session.plan, session.lang);
    let id = args.task.as_deref().map(|task| id_of(desk.lang, session, task)).transpose()?;
    let task = id.and_then(|id| plan.tasks.iter().find(|task| task.id.as_str() == id));
    let steps = steps(&revision, Some(&plan.head.id), plan.head.utc_offset).map_err(|error| said(desk.lang, error))?;
    let assessment = session.assess(args.reading.day())?;
    let header = session.history_header(revisions::SCHEMA, &assessment, &revision);
    let task = task.map(|task| (task.id.as_str(), task.title.as_str()));
    let report = revisions::revisions(&plan.head, header, &steps, task);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::revisions(&report, lang))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn id_of(lang: Language, session: &Session, task: &str) -> anyhow::Result<String> {
    let named = task_named(&session.plan, task);
    named
        .map(|task| task.id.to_string())
        .map_err(|error| no_such(session.lang, lang.pick("任务", "task"), task, &error))
}
