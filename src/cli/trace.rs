//! `workplan trace`: which sentence of the document orders which task.

use std::process::ExitCode;

use clap::Args;

use super::NO;
use super::filters::no_such;
use crate::both;
use crate::cli::args::Reading;
use crate::desk::Desk;
use crate::desk::output::{Format, emit_json, emit_page};
use crate::desk::session::Session;
use crate::plan::Coverage;
use crate::report::filter::task_named;
use crate::report::trace;
use crate::view;

/// The check whose findings this report shows.
const UNCOVERED: &str = "E507";

/// The arguments of `workplan trace`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan trace                逐句对照全文\n  workplan trace 22-07 22-02    这些任务出自哪一句\n  workplan trace --line 16      原文第 16 行落实到哪些任务\n\n要求全文覆盖（coverage: full）而有句子未落实时，退出码为 1",
    "Examples:\n  workplan trace                the whole document, sentence by sentence\n  workplan trace 22-07 22-02    the sentences of these tasks\n  workplan trace --line 16      the tasks of the document's line 16\n\nExits with 1 when a sentence is uncovered in a plan with `coverage: full`",
))]
pub(super) struct TraceArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("只看这些任务的出处", "Only the sentences of these tasks"))]
    tasks: Vec<String>,
    #[arg(long, value_name = both!("行号", "N"), value_parser = super::usage::whole_number, help = both!("只看原文的这一行（可重复）", "Only this line of the document (may be repeated)"))]
    line: Vec<usize>,
    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(desk: &Desk, args: &TraceArgs) -> anyhow::Result<ExitCode> {
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Json, Format::Text])?;
    let session = Session::open_despite(desk, &[UNCOVERED])?;
    let lookup = |given: &String| {
        task_named(&session.plan, given)
            .map(|task| task.id.to_string())
            .map_err(|error| no_such(session.lang, desk.lang.pick("任务", "task"), given, &error))
    };
    let tasks = args.tasks.iter().map(lookup).collect::<anyhow::Result<Vec<_>>>()?;
    let assessment = session.assess(args.reading.day())?;
    let header = session.timeless_header(trace::SCHEMA, &assessment);
    let mut report = trace::trace(&session.plan, header, session.source(), &tasks);
    report.sentences.retain(|sentence| args.line.is_empty() || args.line.contains(&sentence.line));
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::trace(&report, session.lang))?;
        }
    }
    let failed = report.uncovered > 0 && session.plan.head.coverage == Coverage::Full;
    Ok(if failed { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}
