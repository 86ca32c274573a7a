//! `workplan export`: the ledger as a file to be taken away.

use std::path::PathBuf;

use clap::Args;

use crate::both;
use crate::cli::args::{EditionArgs, PlansArgs, refuse_one};
use crate::cli::filters::FilterArgs;
use crate::cli::typed::Offering;
use crate::desk::Desk;
use crate::desk::input::text_of;
use crate::desk::many::Many;
use crate::report::rows::What;
use crate::report::status::GroupBy;
use crate::report::whom::Whom;

use super::FORMATS;

/// The arguments of `workplan export`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan export --out 任务分解表.xlsx                    任务分解表、汇总、预警\n  workplan export --out 任务分解表.xlsx --split-by lead    另按牵头单位各成一张表\n  workplan export --split-by lead --out-dir 填报           每个牵头单位一个文件，发去填报\n  workplan export --lead 规建办 --out 规建办.xlsx          某单位的任务，可发去填报\n  workplan export --public --out 公开版.docx               公开版，也可为 xlsx、md\n  workplan export --out 时限.ics                           完成时限和节点，供日历软件导入\n  workplan export --format md --by section                 Markdown 表格，按板块分列\n  workplan export --format jsonl --what alerts             预警，每行一条，供数据库等程序读取\n  workplan export --plans 青浦区 --what tasks | duckdb …   全区各计划的任务，交给数据库汇总\n\n工作簿的版式见 docs/zh/exchange.md，逐行数据见 docs/zh/scale.md",
    "Examples:\n  workplan export --out tasks.xlsx                    the tasks, the counts, the alerts\n  workplan export --out tasks.xlsx --split-by lead    a sheet for each unit besides\n  workplan export --split-by lead --out-dir forms     a file for each unit, to be filled in\n  workplan export --lead 规建办 --out unit.xlsx       one unit's tasks, to be filled in\n  workplan export --public --out public.docx          an edition for the public; xlsx and md as well\n  workplan export --out deadlines.ics                 deadlines and checkpoints, for a calendar\n  workplan export --format md --by section            Markdown tables, one a section\n  workplan export --format jsonl --what alerts        the alerts, one a line, for a database\n  workplan export --plans qingpu --what tasks | …     the tasks of every plan of a district\n\nWhat is in the workbook: docs/exchange.md; what is in the rows: docs/scale.md",
))]
pub(in crate::cli) struct ExportArgs {
    #[command(flatten)]
    plans: PlansArgs,
    #[arg(long, display_order = 900, value_name = both!("文件", "FILE"), conflicts_with = "plans",
          help = both!("文件中每行所写目录的计划；“-”为标准输入", "The plans in the folders that a file names, one a line; `-` is the standard input"))]
    plans_from: Option<String>,
    #[arg(long, value_name = both!("格式", "FORMAT"), hide_possible_values = true,
          value_parser = Offering::words(FORMATS.iter().map(|format| format.name)),
          help = both!("格式：xlsx、csv、ics（日历）、json、jsonl（逐行，供其他程序）、md，\n公开版还有 docx；默认按 --out 的扩展名，没有时为 xlsx", "The format: xlsx, csv, ics (a calendar), json, jsonl (rows for other programs), md, and docx for the public; by default what the ending of --out says, else xlsx"))]
    pub(super) format: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("截至日期，如 2020-11-24、2020-11、11月底、上周五；默认今天", "The day to report for: 2020-11-24, 2020-11 (its last day), 上周五; today by default"))]
    pub(super) as_of: Option<String>,
    #[arg(long, value_name = "section|theme|lead|leader|person|place|kind|origin", hide_possible_values = true,
          value_parser = Offering::words(GroupBy::KEYS),
          help = both!("任务按什么归类排列；默认按原文顺序", "What tasks are put together by; by default they stand in the plan's order"))]
    pub(super) by: Option<String>,
    #[arg(long, value_name = both!("方式", "WHAT"), hide_possible_values = true,
          value_parser = Offering::words(["plan", "deadline", "light", "progress", "lead"]),
          help = both!("排序：plan（默认）、deadline、light、progress、lead", "The order: plan (default), deadline, light, progress, lead"))]
    pub(super) sort: Option<String>,
    #[arg(long, value_name = "lead|leader|person", hide_possible_values = true,
          value_parser = Offering::words(Whom::ALL.map(|(.., key)| key)),
          help = both!("另按牵头单位、分管领导或责任人各成一张工作表（仅 xlsx）；与 --out-dir 同用，各成一个文件", "Add a sheet for each unit that answers, each leader, or each person in charge (xlsx only); with --out-dir, write a file for each"))]
    pub(super) split_by: Option<String>,
    #[arg(long, value_name = both!("目录", "DIR"), requires = "split_by",
          help = both!("与 --split-by 同用：每个单位（人）写一个工作簿，可发去填报，交回后用 workplan import 收回，并列出所写的文件；\n不删除目录中原有的文件", "With --split-by: write a workbook a unit or person, to be filled in and taken back by `workplan import`, and print the path of each; what else is in the folder stays"))]
    pub(super) out_dir: Option<PathBuf>,
    #[arg(long, value_name = both!("内容", "WHAT"), hide_possible_values = true, value_parser = Offering::terms::<What>(),
          help = both!("jsonl 每行是什么：tasks（任务，默认）、entries（报送）、alerts（预警）、\nnotices（督办文书）", "What a line of jsonl is: tasks (default), entries, alerts, notices"))]
    pub(super) what: Option<String>,
    #[command(flatten)]
    pub(super) edition: EditionArgs,
    #[command(flatten)]
    pub(super) filters: FilterArgs,
}

impl ExportArgs {
    /// The plans that are meant; none where one plan is.
    pub(super) fn many(&self, desk: &Desk) -> anyhow::Result<Option<Many>> {
        let Some(from) = &self.plans_from else { return self.plans.many(desk) };
        refuse_one(desk)?;
        let text = text_of(desk.lang, from)?;
        let paths = text.lines().filter(|path| !path.is_empty()).map(PathBuf::from);
        Many::named(desk, paths.collect()).map(Some)
    }

    /// Whether the plans are named by their folders, each.
    pub(super) fn names_folders(&self) -> bool {
        self.plans_from.is_some()
    }
}
