//! `workplan schema NAME`: the JSON Schema of the plan's files and of each report.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use schemars::{Schema, generate::SchemaSettings};

use crate::both;
use crate::desk::Desk;
use crate::desk::ending;
use crate::desk::output::{Format, emit};
use crate::plan::calendar::CalendarFile;
use crate::plan::{Entry, Head, Notice, Task};
use crate::report::{
    alerts::Alerts,
    blame::Blame,
    chart::{Burnup, LightsByWeek, Wall},
    check::{CheckReport, Checks},
    checklist::ChecklistReport,
    declared::{OwnFields, Places, Sections, Units},
    diff::Diff,
    history::History,
    notice::NoticeList,
    plans::Plans,
    published::Published,
    revisions::Revisions,
    rollup::Rollup,
    rows::{AlertRow, EntryRow, NoticeRow, TaskRow},
    rules::Rules,
    score::Score,
    show::Show,
    status::Status,
    trace::Trace,
    week::Week,
};

/// The arguments of `workplan schema`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan schema status                          status --format json 的结构\n  workplan schema tasks --out schemas/tasks.json  供编辑器校验 tasks/*.yaml\n\n计划文件：plan、tasks、progress、notices、calendar；报告：status、alerts、show、week、score、history、trace、check、checklist、\ndiff、revisions、blame、published（公开版）、notice（notice --list）、units、sections、places、fields（各自的 list）、rules（plan show）、plans（plan list）、rollup（--plans）、checks（check --plans）、chart-wall、chart-burnup、chart-lights（图表）、\nrows-tasks、rows-entries、rows-alerts、rows-notices（export --format jsonl 的每一行）",
    "Examples:\n  workplan schema status                          of what status --format json prints\n  workplan schema tasks --out schemas/tasks.json  for an editor to check tasks/*.yaml\n\nThe plan's files: plan, tasks, progress, notices, calendar; reports: status, alerts, show, week, score, history, trace, check, checklist, diff, revisions, blame, published, notice (of notice --list), units, sections, places, fields (of their lists), rules (of plan show), plans (of plan list), rollup (of --plans), checks (of check --plans), chart-wall, chart-burnup, chart-lights, rows-tasks, rows-entries, rows-alerts, rows-notices (of a line of export --format jsonl)",
))]
pub(super) struct SchemaArgs {
    #[arg(value_name = both!("名称", "NAME"), help = both!("要哪一个", "Which one"))]
    name: Name,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Name {
    Plan,
    Tasks,
    Progress,
    Notices,
    Calendar,
    Status,
    Alerts,
    Show,
    Trace,
    Check,
    Checks,
    Week,
    Score,
    History,
    Checklist,
    Diff,
    Revisions,
    Blame,
    Published,
    Notice,
    Units,
    Sections,
    Places,
    Fields,
    Rules,
    Plans,
    Rollup,
    ChartWall,
    ChartBurnup,
    ChartLights,
    RowsTasks,
    RowsEntries,
    RowsAlerts,
    RowsNotices,
}

pub(super) fn run(desk: &Desk, args: &SchemaArgs) -> anyhow::Result<ExitCode> {
    ending::format(desk, None, &[Format::Json])?;
    let mut text = serde_json::to_string_pretty(&schema(args.name))?;
    text.push('\n');
    emit(desk, &text)?;
    Ok(ExitCode::SUCCESS)
}

fn schema(name: Name) -> Schema {
    let reads = || SchemaSettings::draft2020_12().into_generator();
    let writes = || SchemaSettings::draft2020_12().for_serialize().into_generator();
    match name {
        Name::Plan => reads().into_root_schema_for::<Head>(),
        Name::Tasks => reads().into_root_schema_for::<Vec<Task>>(),
        Name::Progress => reads().into_root_schema_for::<Vec<Entry>>(),
        Name::Notices => reads().into_root_schema_for::<Vec<Notice>>(),
        Name::Calendar => reads().into_root_schema_for::<CalendarFile>(),
        Name::Status => writes().into_root_schema_for::<Status<'_>>(),
        Name::Alerts => writes().into_root_schema_for::<Alerts<'_>>(),
        Name::Show => writes().into_root_schema_for::<Show<'_>>(),
        Name::Trace => writes().into_root_schema_for::<Trace<'_>>(),
        Name::Score => writes().into_root_schema_for::<Score<'_>>(),
        Name::History => writes().into_root_schema_for::<History<'_>>(),
        Name::Week => writes().into_root_schema_for::<Week<'_>>(),
        Name::Checklist => writes().into_root_schema_for::<ChecklistReport<'_>>(),
        Name::Revisions => writes().into_root_schema_for::<Revisions<'_>>(),
        Name::Blame => writes().into_root_schema_for::<Blame<'_>>(),
        Name::Notice => writes().into_root_schema_for::<NoticeList<'_>>(),
        Name::Units => writes().into_root_schema_for::<Units<'_>>(),
        Name::Sections => writes().into_root_schema_for::<Sections<'_>>(),
        Name::Places => writes().into_root_schema_for::<Places<'_>>(),
        Name::Fields => writes().into_root_schema_for::<OwnFields<'_>>(),
        Name::Rules => writes().into_root_schema_for::<Rules<'_>>(),
        Name::Plans => writes().into_root_schema_for::<Plans>(),
        Name::Rollup => writes().into_root_schema_for::<Rollup>(),
        Name::ChartWall => writes().into_root_schema_for::<Wall<'_>>(),
        Name::ChartBurnup => writes().into_root_schema_for::<Burnup<'_>>(),
        Name::ChartLights => writes().into_root_schema_for::<LightsByWeek<'_>>(),
        Name::RowsTasks => writes().into_root_schema_for::<TaskRow<'_>>(),
        Name::RowsEntries => writes().into_root_schema_for::<EntryRow<'_>>(),
        Name::RowsAlerts => writes().into_root_schema_for::<AlertRow<'_>>(),
        Name::RowsNotices => writes().into_root_schema_for::<NoticeRow<'_>>(),
        Name::Published => writes().into_root_schema_for::<Published<'_>>(),
        Name::Diff => writes().into_root_schema_for::<Diff<'_>>(),
        Name::Checks => writes().into_root_schema_for::<Checks>(),
        Name::Check => writes().into_root_schema_for::<CheckReport<'_>>(),
    }
}
