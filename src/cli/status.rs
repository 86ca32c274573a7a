//! `workplan status`: where every task stands.

use super::usage::ValueFault;
use crate::both;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::filters::FilterArgs;
use crate::desk::Desk;
use crate::desk::output::{Format, emit_csv, emit_json, emit_page};
use crate::desk::session::{Reading, Session};
use crate::report::status::{self, GroupBy, SortBy, StatusQuery};
use crate::view::{self, Field, StatusLayout};

/// The arguments of `workplan status`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan status --as-of 2020-11-24                 总体情况\n  workplan status --tasks --by lead                  按单位逐项列出\n  workplan status --lead 规建办 --light red          某单位的红灯任务\n  workplan status --format csv --out 任务分解表.csv  导出任务分解表\n\n表格过宽时依次略去：\n  进展情况、最近报送、目标值、状态、剩余工作日、序时进度、完成时限、完成率",
    "Examples:\n  workplan status --as-of 2020-11-24                 how things stood on that day\n  workplan status --tasks --by lead                  every task, unit by unit\n  workplan status --lead 规建办 --light red          one unit's red tasks\n  workplan status --format csv --out ledger.csv      the task ledger\n\nWhere a table is too wide, columns go in this order: report, last report, target, state, working days left, pace, deadline, progress",
))]
pub(super) struct StatusArgs {
    #[command(flatten)]
    reading: Reading,
    #[arg(long, value_name = both!("方式", "WHAT"), default_value = "section", hide_default_value = true,
          help = both!("分组：section（默认）、theme、lead、place、kind", "What to group by: section (default), theme, lead, place, kind"))]
    by: By,
    #[arg(long, help = both!("逐项列出任务", "List the tasks"))]
    tasks: bool,
    #[arg(long, value_name = both!("方式", "WHAT"), default_value = "plan", hide_default_value = true,
          help = both!("组内排序：plan（默认）、deadline、light、progress、lead", "The order within a group: plan (default), deadline, light, progress, lead"))]
    sort: Sort,
    #[arg(long, value_name = both!("列名", "NAMES"), value_delimiter = ',', value_parser = field,
          help = both!("列出哪些列，用逗号分隔，如 id,title,lead,progress", "Which columns, separated by commas: id,title,lead,progress"))]
    columns: Vec<Field>,
    #[arg(long, value_name = both!("项数", "N"), default_value_t = 20, value_parser = super::usage::whole_number, hide_default_value = true,
          help = both!("最多列出多少项需要关注的任务，默认 20，0 为全部", "How many tasks that need attention to show; 20 by default, 0 for all"))]
    top: usize,
    #[command(flatten)]
    filters: FilterArgs,
}

/// What tasks are grouped by.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum By {
    Section,
    Theme,
    Lead,
    Place,
    Kind,
}

/// The order of tasks.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Sort {
    Plan,
    Deadline,
    Light,
    Progress,
    Lead,
}

pub(super) fn run(desk: &Desk, args: &StatusArgs) -> anyhow::Result<ExitCode> {
    let format =
        args.reading.format.among(desk.lang, &[Format::Table, Format::Md, Format::Csv, Format::Json, Format::Text])?;
    let session = Session::open(desk)?;
    let assessment = session.assess(&args.reading)?;
    let listed = args.tasks || !args.columns.is_empty();
    let query = StatusQuery {
        filter: args.filters.filter(session, assessment.as_of)?,
        by: args.by.into(),
        sort: args.sort.into(),
        tasks: listed || matches!(format, Format::Json | Format::Csv),
        top: (args.top > 0).then_some(args.top),
    };
    let header = session.header(status::SCHEMA, &assessment);
    let report = status::status(&session.plan, &assessment, header, &query, session.lang);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Csv => {
            emit_csv(desk, &view::ledger(&session.plan.head, report.sorted_tasks(), &args.columns, session.lang))?
        }
        Format::Table | Format::Md | Format::Text | Format::Github | Format::Docx => {
            let layout = StatusLayout { tasks: listed, columns: args.columns.clone() };
            emit_page(desk, format, &view::status(&report, &layout, session.lang, format.medium()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn field(name: &str) -> Result<Field, ValueFault> {
    Field::named(name.trim()).ok_or_else(|| {
        let known = Field::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" ");
        ValueFault::new(format!(both!("可用的列：{0}", "the columns are: {0}"), known))
    })
}

impl From<By> for GroupBy {
    fn from(by: By) -> GroupBy {
        match by {
            By::Section => GroupBy::Section,
            By::Theme => GroupBy::Theme,
            By::Lead => GroupBy::Lead,
            By::Place => GroupBy::Place,
            By::Kind => GroupBy::Kind,
        }
    }
}

impl From<Sort> for SortBy {
    fn from(sort: Sort) -> SortBy {
        match sort {
            Sort::Plan => SortBy::Plan,
            Sort::Deadline => SortBy::Deadline,
            Sort::Light => SortBy::Light,
            Sort::Progress => SortBy::Progress,
            Sort::Lead => SortBy::Lead,
        }
    }
}
