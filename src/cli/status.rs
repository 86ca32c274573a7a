//! `workplan status`: where every task stands.

use std::process::ExitCode;

use clap::Args;

use super::filters::FilterArgs;
use super::typed::{Offering, by_field, choice, named, one_of, refused};
use super::{NO, rollup};
use crate::assess::Severity;
use crate::both;
use crate::cli::args::{PlansArgs, Reading};
use crate::desk::Desk;
use crate::desk::many::Many;
use crate::desk::output::{Format, emit_csv, emit_json, emit_page};
use crate::desk::session::Session;
use crate::plan::{Head, Language};
use crate::report::alerts::Wanted;
use crate::report::rollup::RollupQuery;
use crate::report::status::{self, GroupBy, SortBy, StatusQuery};
use crate::view::{self, Field, StatusLayout};
use crate::words::listed;
use crate::words::terms::ORDERS;

/// The arguments of `workplan status`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan status --as-of 2020-11-24                 总体情况\n  workplan status --tasks --by lead                  按单位逐项列出\n  workplan status --lead 规建办 --light red          某单位的红灯任务\n  workplan status --format csv --out 任务分解表.csv  导出任务分解表\n  workplan status --plans 全区 --sort light          目录下的全部计划，最差的在前\n\n表格过宽时依次略去：\n  进展情况、最近报送、目标值、状态、剩余工作日、序时进度、完成时限、完成率",
    "Examples:\n  workplan status --as-of 2020-11-24                 how things stood on that day\n  workplan status --tasks --by lead                  every task, unit by unit\n  workplan status --lead 规建办 --light red          one unit's red tasks\n  workplan status --format csv --out ledger.csv      the task ledger\n  workplan status --plans district --sort light      every plan below a folder, the worst first\n\nWhere a table is too wide, columns go in this order: report, last report, target, state, working days left, pace, deadline, progress",
))]
pub(super) struct StatusArgs {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    plans: PlansArgs,
    #[arg(long, value_name = both!("方式", "WHAT"), value_parser = Offering::words(GroupBy::KEYS),
          help = both!("分组：section（默认）、theme、lead、leader、person、\nplace、kind、origin；\n用 --plans 时：plan（默认）、issuer、section、lead、tag", "What to group by: section (default), theme, lead, leader, person, place, kind, origin; with --plans: plan (default), issuer, section, lead, tag"))]
    by: Option<String>,
    #[arg(long, help = both!("逐项列出任务", "List the tasks"))]
    tasks: bool,
    #[arg(long, value_name = both!("方式", "WHAT"), default_value = "plan", hide_default_value = true,
          value_parser = Offering::words(["plan", "deadline", "light", "progress", "lead"]),
          help = both!("组内排序：plan（默认）、deadline、light、progress、lead；\n用 --plans 时差的在前：plan（默认）、light、progress、pace、\nlast_report、overdue、unreported", "The order within a group: plan (default), deadline, light, progress, lead; with --plans: plan (default), light, progress, pace, last_report, overdue, unreported, the worst first"))]
    sort: String,
    #[arg(long, value_name = both!("列名", "NAMES"), value_parser = Offering::words(Field::keys()),
          help = both!("列出哪些列，用逗号或顿号分隔，如 编号、工作任务、牵头单位、完成率；自定义的数字字段另有合计", "Which columns, separated by commas: id,title,lead,progress; numbers under fields of the plan's own are summed"))]
    columns: Vec<String>,
    #[arg(long, value_name = both!("项数", "N"), value_parser = super::usage::whole_number,
          help = both!("最多列出多少项需要关注的任务，默认 20\n（用 --plans 时 10），0 为全部", "How many tasks that need attention to show; 20 by default (10 with --plans), 0 for all"))]
    top: Option<usize>,
    #[arg(long, value_name = both!("级别", "LEVEL"), value_parser = Offering::terms::<Severity>(), hide_possible_values = true,
          help = both!("有此级别（严重、警示、提示）或更严重的预警时，退出码为 1", "Exit with 1 when an alert is as bad as that (critical, warning, info), or worse"))]
    fail_on: Option<String>,
    #[command(flatten)]
    filters: FilterArgs,
}

/// So many tasks that need attention are shown where nothing is said: of one plan, and of many.
const SHOWN: (usize, usize) = (20, 10);

impl StatusArgs {
    /// How many tasks that need attention are shown; all, where that is asked for.
    fn shown(&self, usual: usize) -> Option<usize> {
        Some(self.top.unwrap_or(usual)).filter(|top| *top > 0)
    }
}

pub(super) fn run(desk: &Desk, args: &StatusArgs) -> anyhow::Result<ExitCode> {
    if let Some(many) = args.plans.many(desk)? {
        return of_many(&many, args);
    }
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Csv, Format::Json, Format::Text])?;
    let session = Session::open(desk)?;
    let day = session.day(args.reading.day())?;
    // A table to be taken away tells nothing of what has changed.
    let before = if format == Format::Csv { None } else { session.stood_before(day) };
    let assessment = session.assess_at(day);
    let lang = session.lang;
    let limit = args.fail_on.as_deref().map(|text| one_of::<Severity>("--fail-on", text, lang)).transpose()?;
    let columns = columns(&args.columns, &session.plan.head, lang)?;
    let listed = args.tasks || !columns.is_empty();
    let query = StatusQuery {
        filter: args.filters.filter(session, assessment.as_of)?,
        by: args.by.as_deref().map_or(Ok(GroupBy::default()), |by| by_field("--by", by, &GroupBy::ALL, lang))?,
        sort: sorted_by(&args.sort, lang)?,
        tasks: listed || matches!(format, Format::Json | Format::Csv),
        top: args.shown(SHOWN.0),
        sums: columns.iter().filter_map(|column| Some(column.own(&session.plan.head)?.key.clone())).collect(),
    };
    let header = session.header(status::SCHEMA, &assessment);
    let report = status::status(&session.plan, (&assessment, before.as_ref()), header, &query, lang);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Csv => {
            session.say_closing(&report.header);
            emit_csv(desk, &view::ledger(&session.plan.head, report.sorted_tasks(), &columns, lang))?;
        }
        Format::Table | Format::Md | Format::Text | Format::Github | Format::Docx => {
            let layout = StatusLayout { tasks: listed, columns };
            emit_page(desk, format, &view::status(&report, &layout, lang, format.medium()))?;
        }
    }
    let shown = query.filter.chosen(&session.plan.head, &assessment.standings);
    let mut alerts = shown.flat_map(|standing| &standing.alerts);
    let failed = limit.is_some_and(|severity| alerts.any(|alert| alert.severity <= severity));
    Ok(if failed { ExitCode::from(NO) } else { ExitCode::SUCCESS })
}

/// Many plans: the whole, and a row each.
fn of_many(many: &Many, args: &StatusArgs) -> anyhow::Result<ExitCode> {
    let (desk, lang) = (many.desk(), many.lang());
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Csv, Format::Json, Format::Text])?;
    if args.tasks || !args.columns.is_empty() {
        anyhow::bail!(lang.pick(
            "--plans 的每一行是一个计划，不能与 --tasks、--columns 同用；逐项列出请用 --plan 看其中一个计划",
            "with --plans a row is a plan: --tasks and --columns make no sense; --plan shows one plan's tasks"
        ));
    }
    let limit = args.fail_on.as_deref().map(|text| one_of::<Severity>("--fail-on", text, lang)).transpose()?;
    let query = RollupQuery {
        by: rollup::grouped_by(args.by.as_deref(), lang)?,
        sort: rollup::sorted_by(&args.sort, lang)?,
        wanted: Wanted { severity: Some(Severity::Warning), top: args.shown(SHOWN.1), ..Wanted::default() },
        one_a_task: true,
        ..RollupQuery::default()
    };
    let report = rollup::gather(many, (args.reading.day(), &args.filters, &query), format)?;
    let desk = &many.outlet();
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Csv => emit_csv(desk, &view::rollup_ledger(&report, lang))?,
        Format::Table | Format::Md | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::rollup(&report, lang, format.medium()))?;
        }
    }
    Ok(rollup::status_of(&report, limit.is_some_and(|severity| report.reach(severity))))
}

/// The order that is asked for.
pub(super) fn sorted_by(text: &str, lang: Language) -> anyhow::Result<SortBy> {
    let by_plan = ORDERS.iter().any(|order| order.is_called(text)).then_some(SortBy::Plan);
    by_plan.or_else(|| choice(text, &SortBy::BY_FIELD)).ok_or_else(|| {
        let fields = named(&SortBy::BY_FIELD).map(|(_, field)| field.typed(lang));
        refused("--sort", text, ORDERS.iter().map(|order| order.typed(lang).to_owned()).chain(fields), lang)
    })
}

/// The columns that are asked for.
fn columns(given: &[String], head: &Head, lang: Language) -> anyhow::Result<Vec<Field>> {
    let column = |text| {
        let known = Field::ALL.iter().filter_map(|field| field.named()).map(|named| named.typed(lang));
        let known = known.chain(head.fields.iter().map(|field| field.name().to_owned()));
        Field::called(head, text).ok_or_else(|| refused("--columns", text, known, lang))
    };
    given.iter().flat_map(|text| listed(text)).map(column).collect()
}
