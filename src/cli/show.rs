//! `workplan show ID`: everything about one task.

use std::process::ExitCode;

use clap::Args;

use super::NO;
use super::filters::no_such;
use crate::assess::Tally;
use crate::both;
use crate::cli::args::{PlansArgs, Reading};
use crate::desk::Desk;
use crate::desk::earlier::earlier;
use crate::desk::many::Many;
use crate::desk::output::{Format, emit_json, emit_page};
use crate::desk::session::Session;
use crate::plan::Serves;
use crate::report::filter::task_named;
use crate::report::served::{Served, serving};
use crate::report::show;
use crate::view;

/// The arguments of `workplan show`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan show 22-07\n  workplan show 龚都村 --as-of 2020-11-24 --format md\n  workplan show 3-05 --plan 区 --plans 各镇          各镇怎样落实这一项（任务的 serves）",
    "Examples:\n  workplan show 22-07\n  workplan show 龚都村 --as-of 2020-11-24 --format md\n  workplan show 3-05 --plan district --plans towns   what the towns have made of it (their tasks' serves)",
))]
pub(super) struct ShowArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: String,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    plans: PlansArgs,
}

pub(super) fn run(desk: &Desk, args: &ShowArgs) -> anyhow::Result<ExitCode> {
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Json, Format::Text])?;
    let session = Session::open(desk)?;
    let task = task_named(&session.plan, &args.task)
        .map_err(|error| no_such(session.lang, desk.lang.pick("任务", "task"), &args.task, &error))?;
    let assessment = session.assess(args.reading.day())?;
    let header = session.header(show::SCHEMA, &assessment);
    let standing = assessment.standings.iter().find(|standing| standing.task.id == task.id);
    let Some(standing) = standing else { return Ok(ExitCode::SUCCESS) };
    let before = earlier(desk, session, &standing.task, assessment.as_of);
    let order = Serves { plan: session.plan.head.id.clone(), task: task.id.clone() };
    let beside = Desk { asked: Some(session.lang), ..desk.clone() };
    let many = args.plans.beside(&beside)?;
    let served = many.map(|many| served_by(&many, args.reading.day(), &order)).transpose()?;
    let all_read = served.as_ref().is_none_or(|served| served.unreadable.is_empty());
    let facts = (session.opened.source_text(), before, served);
    let report = show::show(&session.plan.head, (&assessment, standing), header, facts, session.lang);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::show(&report, session.lang, format.medium()))?;
        }
    }
    Ok(if all_read { ExitCode::SUCCESS } else { ExitCode::from(NO) })
}

/// What the plans have made of an order, each at the day asked for.
fn served_by(many: &Many, day: Option<&str>, order: &Serves) -> anyhow::Result<Served> {
    let (mut tasks, mut tally) = (Vec::new(), Tally::default());
    let unreadable = many.each(
        |path, session| Ok(serving(path, &session.plan, &session.assess(day)?, order)),
        |(own, counted)| {
            tasks.extend(own);
            tally.merge(counted);
            Ok(())
        },
    )?;
    Ok(Served::new(tasks, tally, unreadable.into_iter().map(|plan| plan.path).collect()))
}
