//! The command line: what every command takes, and which commands there are.

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::both;
use crate::desk::output::hush;
use crate::desk::{ColorChoice, Desk};
use crate::paper::Ambiguous;
use crate::plan::{Date, Language};

use super::{
    add, alerts, amend, blame, chart, check, checklist, close, completions, confirm, diff, drop_task, export, field,
    git, guide, history, import, init, man, move_task, notice, place, plan, record, schema, score, section, set, show,
    site, status, trace, undo, unit, usage, week, withdraw,
};

#[derive(Debug, Parser)]
#[command(
    name = "workplan",
    version,
    about = both!("工作安排跟踪：任务进展、预警督办、原文对照", "Track a work plan: where tasks stand, what to chase, what the document says"),
    after_help = both!(
        "示例：\n  workplan status --as-of 2020-11-24        截至该日的总体情况\n  workplan alerts --lead 规建办             某单位的预警\n  workplan show 22-07                       一项任务的全部情况\n  workplan week --format text               本周情况，可贴入聊天群\n  workplan record 22-07 --value 61          报送进展\n  workplan amend 22-02 deadline 2020-12-15 --reason 评审组改期 --approved-by 镇长办公会\n  workplan check                            检查计划文件\n  workplan guide                            使用指南，分专题\n\n退出码：0 正常；1 结论为“否”（check 有错误、alerts --fail-on 命中、trace 有未分解的句子、\n  diff --exit-code 有改动）；2 无法执行",
        "Examples:\n  workplan status --as-of 2020-11-24        how things stood on that day\n  workplan alerts --lead 规建办             one unit's alerts\n  workplan show 22-07                       everything about one task\n  workplan week --format text               the week, for a chat\n  workplan record 22-07 --value 61          what was done\n  workplan amend 22-02 deadline 2020-12-15 --reason 评审组改期 --approved-by 镇长办公会\n  workplan check                            check the plan's files\n  workplan guide                            the manual in short, by topic\n\nExit status: 0 fine; 1 the answer is no (check found errors, alerts --fail-on met, trace found a sentence uncovered, diff --exit-code a change); 2 it could not be done",
    ),
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
pub(super) struct Global {
    #[arg(long, global = true, display_order = 901, env = "WORKPLAN_PLAN", hide_env = true, value_name = both!("目录", "DIR"),
          help = both!("计划目录（含 plan.yaml）或计划代号；默认就近查找，或取 WORKPLAN_PLAN", "The plan's folder (with plan.yaml) or its id; found nearby by default, or WORKPLAN_PLAN"))]
    plan: Option<std::path::PathBuf>,
    #[arg(long, global = true, display_order = 901, value_name = both!("版本", "REV"),
          help = both!("读取 git 中的该版本，而非当前文件：分支、标签、提交号、HEAD~3、\n@{2020-09-01}（该日及以前最后一次提交）", "Read that revision out of git instead of the files: a branch, a tag, an id, HEAD~3, @{2020-09-01} (the last commit on or before that day)"))]
    rev: Option<String>,
    #[arg(long, global = true, display_order = 901, value_name = both!("日期", "DATE"),
          help = both!("读取该日及以前最后一次提交的版本", "Read the last revision on or before that day"))]
    rev_date: Option<String>,
    #[arg(long, global = true, display_order = 902, env = "WORKPLAN_LANG", hide_env = true, value_name = "zh|en",
          help = both!("语言；默认用计划的语言，或取 WORKPLAN_LANG", "The language; the plan's own by default, or WORKPLAN_LANG"))]
    lang: Option<Language>,
    #[arg(long, global = true, display_order = 903, value_name = "auto|always|never", default_value = "auto", hide_default_value = true,
          help = both!("是否用颜色；默认仅在终端使用，且遵从 NO_COLOR", "When to use colour; by default on a terminal only, NO_COLOR obeyed"))]
    color: ColorChoice,
    #[arg(long, global = true, display_order = 903, env = "WORKPLAN_AMBIGUOUS", hide_env = true, value_name = "narrow|wide", default_value = "narrow", hide_default_value = true,
          help = both!("“”…①Ⅲ 等字符在终端占一列（narrow）还是两列（wide）；\n表格错位时改用 wide，或设 WORKPLAN_AMBIGUOUS", "Whether the terminal draws characters such as “ ” … ① Ⅲ in one column (narrow) or two (wide);\nchoose wide where tables do not line up, or set WORKPLAN_AMBIGUOUS"))]
    ambiguous: Ambiguous,
    #[arg(long, global = true, display_order = 903, env = "WORKPLAN_QUIET", hide_env = true, value_parser = clap::builder::FalseyValueParser::new(),
          help = both!("不出提示，只报错误，适合定时任务；或取 WORKPLAN_QUIET", "Tell nothing but what goes wrong, as a scheduled job wants it; or WORKPLAN_QUIET"))]
    quiet: bool,
    #[arg(long, global = true, display_order = 904, value_name = both!("文件", "FILE"),
          help = both!("写入文件，而不输出到屏幕", "Write to a file instead of the standard output"))]
    out: Option<std::path::PathBuf>,
}

impl Global {
    /// The visit that is asked for.
    pub(super) fn desk(self, lang: Language, day: Date) -> Desk {
        let Global { plan, rev, rev_date, lang: asked, color, ambiguous, quiet, out } = self;
        if quiet {
            hush();
        }
        Desk { plan, rev, rev_date, asked, lang, day, color, ambiguous, out }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = both!("总体情况：亮灯统计、分组、需要关注的任务", "Where every task stands: lights, groups, what needs attention"))]
    Status(status::StatusArgs),
    #[command(about = both!("预警清单：催什么、催谁，最严重的在前", "What needs chasing, and whom, worst first"))]
    Alerts(alerts::AlertsArgs),
    #[command(about = both!("一项任务的全部情况", "Everything about one task"))]
    Show(show::ShowArgs),
    #[command(about = both!("一周情况：进展、滞后及逾期、问题、下周重点、未报送单位", "What happened in a week, and what the next one asks for"))]
    Week(week::WeekArgs),
    #[command(about = both!("考评：牵头单位、分管领导排名，每一分有依据", "Rank units and leaders by what they have achieved, every point explained"))]
    Score(score::ScoreArgs),
    #[command(about = both!("一项任务的历程：逐次报送、调整和亮灯变化", "How one task went: reports, changes of the plan, its light over time"))]
    History(history::HistoryArgs),
    #[command(about = both!("版本比对：计划改了什么，延期是否经批准", "What changed in the plan between two revisions, and was it approved"))]
    Diff(diff::DiffArgs),
    #[command(about = both!("逐项出处：任务的每项内容由哪个版本、哪次调整写定", "Who set what: for each field of a task, the revision and the amendment"))]
    Blame(blame::BlameArgs),
    #[command(about = both!("原文对照：逐句列出落实到哪些任务", "Which sentence of the document orders which task"))]
    Trace(trace::TraceArgs),
    #[command(about = both!("图表：挂图作战图、完成进度图、逐周亮灯图", "Charts: the wall chart, the burn-up, the lights by week"))]
    Chart(chart::ChartArgs),
    #[command(about = both!("报送进展：记入台账（单项、逐项询问或批量）", "Report progress: an entry in the journal, one or many"))]
    Record(record::RecordArgs),
    #[command(about = both!("导入：收回填好的表格，或由现有台账建任务", "Bring in a filled-in ledger as progress, or an existing one as tasks"))]
    Import(import::ImportArgs),
    #[command(about = both!("审核：销号或退回", "Close a task, or send it back"))]
    Close(close::CloseArgs),
    #[command(about = both!("督办文书：提醒函、催办通知、督办单、通报，编号、打印、反馈情况", "Write to a unit: reminders and notices with numbers, and which were answered"))]
    Notice(notice::NoticeArgs),
    #[command(about = both!("调整计划：延期、改目标、换单位、撤销，并留下依据", "Amend a task: deadline, target, units, or call it off; with the approval on record"))]
    Amend(amend::AmendArgs),
    #[command(about = both!("修改任务中不须批准的内容：责任人、标签、备注、节点等", "Set what needs no approval: people, tags, remarks, checkpoints"))]
    Set(set::SetArgs),
    #[command(about = both!("核定：推定的牵头单位、时限等经核实，不再标 *", "Settle what was assumed: it loses its star, and who and when is kept"))]
    Confirm(confirm::ConfirmArgs),
    #[command(about = both!("新增任务", "Add a task"))]
    Add(add::AddArgs),
    #[command(about = both!("移动：任务归入另一板块或专题，编号不变", "Move a task to another section or theme; its id stays"))]
    Move(move_task::MoveArgs),
    #[command(about = both!("删除误增的任务：没有报送、督办单，也未提交的", "Drop a task that was added by mistake, and is in no entry, notice or commit"))]
    Drop(drop_task::DropArgs),
    #[command(about = both!("作废：一条记录当作从未报送", "Withdraw an entry: it was never so"))]
    Withdraw(withdraw::WithdrawArgs),
    #[command(about = both!("撤回：改回本机最近一次写入", "Take back the last change that a command made here"))]
    Undo(undo::UndoArgs),
    #[command(about = both!("单位：登记、改名、停用、名单", "The units: declare, rename, retire, list"))]
    Unit(unit::UnitArgs),
    #[command(about = both!("板块和专题：新增、改名、移动、列表", "Sections and themes: add, rename, move, list"))]
    Section(section::SectionArgs),
    #[command(about = both!("地点：登记、改名、列表", "The places: declare, rename, list"))]
    Place(place::PlaceArgs),
    #[command(about = both!("自定义字段：登记、改名、删去、列表", "Fields of the plan's own: declare, rename, remove, list"))]
    Field(field::FieldArgs),
    #[command(about = both!("计划设置和规则：查看、修改", "The plan's own rules: show and change them"))]
    Plan(plan::PlanArgs),
    #[command(about = both!("清单：查看、销项、并入", "A task's item list: show it, close rows, take in more"))]
    Checklist(checklist::ChecklistArgs),
    #[command(about = both!("导出任务分解表：xlsx、csv、json、md，日历 ics；或公开版", "Hand the ledger over: xlsx, csv, json, md; deadlines as ics; or an edition for the public"))]
    Export(export::ExportArgs),
    #[command(about = both!("网页：总览、任务表、日历、原文等，可离线查看；也可在本机即时查看", "The plan as web pages, read without a network; or served to this machine"))]
    Site(site::SiteArgs),
    #[command(about = both!("检查计划文件，指出每处错误及改法", "Check the plan's files: every fault, and what to type instead"))]
    Check(check::CheckArgs),
    #[command(about = both!("新建计划：空计划，或由工作安排文件起草", "A new plan: empty, or drafted from a document"))]
    Init(init::InitArgs),
    #[command(about = both!("git 设置：按计划的内容比较、合并", "Set git up, so that it compares and merges plans as plans"))]
    Git(git::GitArgs),
    #[command(about = both!("使用指南：分专题的简要说明，不须联网", "The manual in short, by topic; no network is needed"))]
    Guide(guide::GuideArgs),
    #[command(about = both!("输出 JSON Schema（计划文件及各报告）", "Print a JSON Schema: of the plan's files, of each report"))]
    Schema(schema::SchemaArgs),
    #[command(about = both!("生成命令补全脚本", "Print a completion script for a shell"))]
    Completions(completions::CompletionsArgs),
    #[command(about = both!("输出 man 手册页", "Print a manual page"))]
    Man(man::ManArgs),
}

/// The command line as clap knows it, with every word in the reader's language.
pub(super) fn command(lang: Language) -> clap::Command {
    usage::in_language(lang, Cli::command())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        command(Language::Chinese).debug_assert();
    }
}
