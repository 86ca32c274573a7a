//! `workplan export`: the ledger as a file to be taken away. One file a format.

mod csv;
mod ics;
mod json;
mod md;
mod xlsx;

use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::filters::FilterArgs;
use super::status::sorted_by;
use super::typed::{Offering, by_field};
use crate::assess::Assessment;
use crate::both;
use crate::cli::args::EditionArgs;
use crate::desk::Desk;
use crate::desk::edition::for_the_public;
use crate::desk::session::Session;
use crate::plan::Language;
use crate::report::filter::Filter;
use crate::report::header::Header;
use crate::report::ledger::ledger;
use crate::report::published::Published;
use crate::report::status::{self, GroupBy, StatusQuery};
use crate::say;
use crate::words;

/// The arguments of `workplan export`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan export --out 任务分解表.xlsx                    任务分解表、汇总、预警\n  workplan export --out 任务分解表.xlsx --split-by lead    另按牵头单位各成一张表\n  workplan export --lead 规建办 --out 规建办.xlsx          某单位的任务，可发去填报\n  workplan export --public --out 公开版.xlsx               公开版\n  workplan export --out 时限.ics                           完成时限和节点，供日历软件导入\n  workplan export --format md --by section                 Markdown 表格，按板块分列\n\n工作簿的版式见 docs/exchange.md",
    "Examples:\n  workplan export --out tasks.xlsx                    the tasks, the counts, the alerts\n  workplan export --out tasks.xlsx --split-by lead    a sheet for each unit besides\n  workplan export --lead 规建办 --out unit.xlsx       one unit's tasks, to be filled in\n  workplan export --public --out public.xlsx          an edition for the public\n  workplan export --out deadlines.ics                 deadlines and checkpoints, for a calendar\n  workplan export --format md --by section            Markdown tables, one a section\n\nWhat is in the workbook: docs/exchange.md",
))]
pub(super) struct ExportArgs {
    #[arg(long, value_name = both!("格式", "FORMAT"), hide_possible_values = true,
          help = both!("格式：xlsx、csv、ics（日历）、json、md；默认按 --out 的扩展名，没有时为 xlsx", "The format: xlsx, csv, ics (a calendar), json, md; by default what the ending of --out says, else xlsx"))]
    format: Option<ExportFormat>,
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("截至日期，如 2020-11-24、2020-11、11月底、上周五；默认今天", "The day to report for: 2020-11-24, 2020-11 (its last day), 上周五; today by default"))]
    as_of: Option<String>,
    #[arg(long, value_name = "section|theme|lead|place|kind", hide_possible_values = true,
          value_parser = Offering::words(["section", "theme", "lead", "place", "kind"]),
          help = both!("任务按什么归类排列；默认按原文顺序", "What tasks are put together by; by default they stand in the plan's order"))]
    by: Option<String>,
    #[arg(long, value_name = both!("方式", "WHAT"), hide_possible_values = true,
          value_parser = Offering::words(["plan", "deadline", "light", "progress", "lead"]),
          help = both!("排序：plan（默认）、deadline、light、progress、lead", "The order: plan (default), deadline, light, progress, lead"))]
    sort: Option<String>,
    #[arg(long, value_name = "lead", hide_possible_values = true,
          help = both!("另按牵头单位各成一张工作表（仅 xlsx）", "Add a sheet for each unit that answers (xlsx only)"))]
    split_by: Option<SplitBy>,
    #[command(flatten)]
    edition: EditionArgs,
    #[command(flatten)]
    filters: FilterArgs,
}

/// The formats in which the ledger is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    Xlsx,
    Csv,
    Ics,
    Json,
    Md,
}

/// What the workbook has further sheets for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SplitBy {
    #[value(alias = "牵头单位")]
    Lead,
}

/// What is exported, and for whom: the office's own is what the format is made of.
enum Edition<'s, O> {
    /// All of it.
    Office(Box<O>),
    /// What anybody may see.
    Public(Box<Published<'s>>),
}

/// How it is laid out.
struct Layout {
    lang: Language,
    /// Whether tasks were asked to be put together by something.
    grouped: bool,
    /// Whether units get sheets of their own.
    by_lead: bool,
}

pub(super) fn run(desk: &Desk, args: &ExportArgs) -> anyhow::Result<ExitCode> {
    let format = args.format(desk.lang, desk.out.as_deref())?;
    args.refuse_what_makes_no_sense(desk.lang, format)?;
    let session = Session::open(desk)?;
    let assessment = session.assess(args.as_of.as_deref())?;
    let filter = args.filters.filter(session, assessment.as_of)?;
    let (plan, lang) = (&session.plan, session.lang);
    let tasks = || {
        args.edition(session, &assessment, &filter, |header, query| {
            status::status(plan, &assessment, header, query, lang)
        })
    };
    let whole =
        || args.edition(session, &assessment, &filter, |header, query| ledger(plan, &assessment, &header, query, lang));
    let layout = Layout { lang: session.lang, grouped: args.by.is_some(), by_lead: args.split_by.is_some() };
    match format {
        ExportFormat::Xlsx => xlsx::write(desk, &whole()?, &layout)?,
        ExportFormat::Csv => csv::write(desk, &tasks()?, &layout)?,
        ExportFormat::Ics => ics::write(desk, session, &assessment, &filter, args.edition.public)?,
        ExportFormat::Json => json::write(desk, &tasks()?)?,
        ExportFormat::Md => md::write(desk, &tasks()?, &layout)?,
    }
    Ok(ExitCode::SUCCESS)
}

impl ExportArgs {
    /// What is exported, for those it is for; `office` makes what the office sees.
    fn edition<'s, O>(
        &self,
        session: &'static Session,
        assessment: &'s Assessment<'s>,
        filter: &Filter,
        office: impl FnOnce(Header<'s>, &StatusQuery) -> O,
    ) -> anyhow::Result<Edition<'s, O>> {
        if self.edition.public {
            return Ok(Edition::Public(Box::new(for_the_public(session, assessment, filter)?)));
        }
        let header = session.header(status::SCHEMA, assessment);
        let lang = session.lang;
        let by = self.by.as_deref().map(|text| by_field("--by", text, &GroupBy::ALL, lang)).transpose()?;
        let sort = self.sort.as_deref().map(|text| sorted_by(text, lang)).transpose()?;
        let (by, sort) = (by.unwrap_or_default(), sort.unwrap_or_default());
        let query = StatusQuery { filter: filter.clone(), by, sort, tasks: true, top: Some(0) };
        Ok(Edition::Office(Box::new(office(header, &query))))
    }

    /// The format asked for, else the one that the file's ending names.
    fn format(&self, lang: Language, out: Option<&Path>) -> anyhow::Result<ExportFormat> {
        let (None, Some(out)) = (self.format, out) else { return Ok(self.format.unwrap_or(ExportFormat::Xlsx)) };
        let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        ExportFormat::from_str(&ending, true).map_err(|_| {
            let known = words::list(lang, ExportFormat::value_variants().iter().map(|known| known.name()));
            let shown = out.display();
            anyhow::anyhow!(say!(
                lang,
                "从“{shown}”的扩展名看不出要什么格式，请用 --format 指定：{known}",
                "the ending of `{shown}` names no format; say --format: {known}"
            ))
        })
    }

    fn refuse_what_makes_no_sense(&self, lang: Language, format: ExportFormat) -> anyhow::Result<()> {
        if self.split_by.is_some() && format != ExportFormat::Xlsx {
            anyhow::bail!(lang.pick("--split-by 只用于 xlsx 格式", "--split-by is for the format xlsx only"));
        }
        if self.edition.public && (self.split_by.is_some() || self.by.is_some() || self.sort.is_some()) {
            anyhow::bail!(lang.pick("公开版按原文顺序排列，且不含单位，不能用 --split-by、--by、--sort", "the edition for the public stands in the plan's order and names no units: no --split-by, --by or --sort"));
        }
        Ok(())
    }
}

impl ExportFormat {
    fn name(self) -> &'static str {
        match self {
            ExportFormat::Xlsx => "xlsx",
            ExportFormat::Csv => "csv",
            ExportFormat::Ics => "ics",
            ExportFormat::Json => "json",
            ExportFormat::Md => "md",
        }
    }
}
