//! `workplan checklist ID`: the rows of a task's item list; closing them, and adding more.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::close::standing_of;
use crate::both;
use crate::cli::args::{Reading, WriteArgs};
use crate::desk::Desk;
use crate::desk::input::text_of;
use crate::desk::output::{Format, Listed, emit_csv, emit_json, emit_page};
use crate::desk::session::Session;
use crate::desk::writing::{Extent, change, not_edited};
use crate::intake::checklist::{Merged, list_of, merge, records, to_close};
use crate::intake::sheet::{open_quote, with_commas};
use crate::plan::{Checklist, Language, Metric, Plan, Task};
use crate::report::checklist::{self, RowFilter};
use crate::say;
use crate::store::{Opened, header_of};
use crate::view;

/// The arguments of `workplan checklist`.
#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = false, after_help = both!(
    "示例：\n  workplan checklist 23-11 --open                         还没有销项的点位\n  workplan checklist 23-11 close 新港村-002 新港村-005     今天销项\n  workplan checklist 23-11 close 新港村-006 --date 11月20日\n  workplan checklist 23-11 import 点位.csv                 并入新的点位和销项日期",
    "Examples:\n  workplan checklist 23-11 --open                         the rows still open\n  workplan checklist 23-11 close 新港村-002 新港村-005     close two of them today\n  workplan checklist 23-11 close 新港村-006 --date 2020-11-20\n  workplan checklist 23-11 import sites.csv                take in new rows and closing dates",
))]
pub(super) struct ChecklistArgs {
    #[arg(value_name = both!("编号", "ID"), help = both!("任务编号，或任务名称中的字", "The task's id, or a part of its title"))]
    task: String,
    #[arg(long, value_name = both!("指标", "METRIC"), help = both!("任务有多份清单时，指明哪个指标的", "Whose list, where several metrics have one"))]
    metric: Option<String>,
    #[arg(long, conflicts_with = "closed", help = both!("只看未销项的", "Only the rows still open"))]
    open: bool,
    #[arg(long, help = both!("只看已销项的", "Only the rows that are closed"))]
    closed: bool,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("含有该文字的行；可重复", "Only rows with these words; may be repeated"))]
    grep: Vec<String>,
    #[command(flatten)]
    reading: Reading,
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(about = both!("销项：在清单中填上日期", "Close rows: write their day into the list"))]
    Close(CloseRowsArgs),
    #[command(about = both!("并入另一份 CSV 的行和销项日期", "Take in the rows and closing dates of another CSV"))]
    Import(ImportArgs),
}

#[derive(Debug, Args)]
struct CloseRowsArgs {
    #[arg(value_name = both!("行", "ROW"), required = true, help = both!("清单中的编号或名称；可多个", "The rows' numbers or names in the list"))]
    rows: Vec<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("销项日期；默认今天", "The day; today by default"))]
    date: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

#[derive(Debug, Args)]
struct ImportArgs {
    #[arg(value_name = both!("文件|-", "FILE|-"), help = both!("CSV 文件，第一行为表头，与清单的列名相同；- 为标准输入", "A CSV file whose first line names the columns as the list does; - is the standard input"))]
    file: String,
    #[command(flatten)]
    write: WriteArgs,
}

pub(super) fn run(desk: &Desk, args: &ChecklistArgs) -> anyhow::Result<ExitCode> {
    match &args.act {
        None => show(desk, args),
        Some(Act::Close(close)) => close_rows(desk, args, close),
        Some(Act::Import(import)) => import_rows(desk, args, import),
    }
}

impl ChecklistArgs {
    fn list<'p>(
        &self,
        plan: &'p Plan,
        opened: &'p Opened,
        lang: Language,
    ) -> anyhow::Result<(&'p Task, &'p Metric, &'p Checklist)> {
        list_of(plan, opened, &self.task, self.metric.as_deref(), lang).map_err(anyhow::Error::msg)
    }
}

fn show(desk: &Desk, args: &ChecklistArgs) -> anyhow::Result<ExitCode> {
    let format = args.reading.format(desk, &[Format::Table, Format::Md, Format::Csv, Format::Json, Format::Text])?;
    let session = Session::open(desk)?;
    let lang = session.lang;
    let (task, metric, list) = args.list(&session.plan, &session.opened, lang)?;
    let assessment = session.assess(args.reading.day())?;
    let standing = standing_of(&assessment, task.id.as_str(), lang)?;
    let header = session.header(checklist::SCHEMA, &assessment);
    let filter = RowFilter { closed: (args.open || args.closed).then_some(args.closed), words: args.grep.clone() };
    let records = records(text_in(&session.opened, &list.path))?;
    let report = checklist::checklist(&session.plan.head, standing, metric, header, list, records, &filter);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Csv => emit_csv(desk, &view::checklist_ledger(&report))?,
        Format::Table | Format::Md | Format::Text | Format::Github | Format::Docx => {
            emit_page(desk, format, &view::checklist(&report, lang, format.medium()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn close_rows(desk: &Desk, args: &ChecklistArgs, close: &CloseRowsArgs) -> anyhow::Result<ExitCode> {
    change(desk, close.write.manner(), &Extent::Whole, &|draft| {
        let (lang, today) = (draft.lang, draft.today);
        let plan = draft.plan(desk.lang)?;
        let (task, _, list) = args.list(plan, draft.rewrite.opened(), lang)?;
        let day = draft.day(desk.lang, close.date.as_deref())?.unwrap_or(today);
        let (rows, faults) = to_close(list, &close.rows, day, lang);
        if !faults.is_empty() {
            anyhow::bail!(faults.join(lang.pick("；", "; ")));
        }
        let (id, count, path) = (task.id.clone(), rows.len(), list.path.clone());
        let left = list.rows.iter().filter(|row| row.closed_on.is_none()).count() - count;
        draft.rewrite.fill_checklist(&path, &rows, &[]).map_err(|error| not_edited(desk.lang, &error))?;
        let plural = if count == 1 { "" } else { "s" };
        Ok(say!(
            lang,
            "{id} 销项 {count} 个（{day}），尚余 {left} 个",
            "{id}: {count} row{plural} closed ({day}), {left} left"
        ))
    })
}

fn import_rows(desk: &Desk, args: &ChecklistArgs, import: &ImportArgs) -> anyhow::Result<ExitCode> {
    let text = text_of(desk.lang, &import.file)?;
    let text = with_commas(&text).map_err(|line| {
        let why = open_quote(desk.lang);
        anyhow::anyhow!("{}:{line}: {why}", import.file)
    })?;
    change(desk, import.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let plan = draft.plan(desk.lang)?;
        let (task, _, list) = args.list(plan, draft.rewrite.opened(), lang)?;
        let own = header_of(text_in(draft.rewrite.opened(), &list.path));
        let (Some(own), Some(theirs)) = (own, header_of(&text)) else {
            anyhow::bail!(say!(
                lang,
                "{} 的第一行应为表头，其中要有编号和销项日期两列",
                "the first line of {} must name the columns, the item and its closing date among them",
                import.file
            ));
        };
        let Merged { closed, new, faults } = merge(&plan.head, list, (&own, &theirs), &text, lang)?;
        if !faults.is_empty() {
            let (count, shown) =
                (faults.len(), faults.iter().map(|(line, why)| format!("\n{}:{line}: {why}", import.file)));
            let shown = shown.collect::<String>();
            return Err(Listed(say!(
                lang,
                "{count} 处有误，全部没有写入{shown}",
                "{count} faults; nothing was written{shown}"
            ))
            .into());
        }
        let (id, path) = (task.id.clone(), list.path.clone());
        draft.rewrite.fill_checklist(&path, &closed, &new).map_err(|error| not_edited(desk.lang, &error))?;
        let (added, closed) = (new.len(), closed.len());
        let plural = if added == 1 { "" } else { "s" };
        Ok(say!(lang, "{id} 清单新增 {added} 行，销项 {closed} 行", "{id}: {added} row{plural} added, {closed} closed"))
    })
}

fn text_in<'o>(opened: &'o Opened, path: &str) -> &'o str {
    opened.files.iter().find(|file| file.path == path).map_or("", |file| file.text.as_str())
}
