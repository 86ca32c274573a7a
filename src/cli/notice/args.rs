//! `workplan notice`: reminders and notices to units, each under a number that is used once, and their answers.

use clap::Args;
use std::path::PathBuf;

use crate::both;
use crate::cli::args::{EditionArgs, WriteArgs};
use crate::cli::typed::{Offering, one_of};
use crate::desk::output::Format;
use crate::plan::{Escalation, Language};

/// The arguments of `workplan notice`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan notice 22-07 --dry-run                                       先看内容，不编号、不登记\n  workplan notice 22-07 --level urge --format docx --out 催办.docx      一事一单，编号并生成文书\n  workplan notice --lead 规建办 --level supervise --format docx --out 督办.docx\n  workplan notice --all --format docx --out-dir 督办                    有预警的单位各一份\n  workplan notice --number 金府督〔2020〕1号 --format docx --out 1号.docx   再打印\n  workplan record 22-07 --reply-to 金府督〔2020〕1号 --note 已复工        登记反馈\n  workplan notice --list --open                                         还没有反馈的\n  workplan notice --received 金府督〔2020〕1号 --by 张三                  单位已签收\n  workplan notice --unreported --all --format docx --out-dir 催报        从未报送或上期未报送的，一个单位一份\n  workplan notice --void 金府督〔2020〕1号 --reason 误发                 作废\n\n不写 --level 时，取所涉任务中最高一级：通报、督办、催办、提醒。单位（--lead）不写 --level 时，只列这一级的任务。\n编号登记在计划目录的 notices/年份.yaml 中，只增不改；文号字头写在 plan.yaml 的 notices 中。",
    "Examples:\n  workplan notice 22-07 --dry-run                                       look first: no number is taken\n  workplan notice 22-07 --level urge --format docx --out notice.docx    one task, one notice\n  workplan notice --lead 规建办 --level supervise --format docx --out notice.docx\n  workplan notice --all --format docx --out-dir notices                 one for each unit with alerts\n  workplan notice --number 金府督〔2020〕1号 --format docx --out 1.docx  print it again\n  workplan record 22-07 --reply-to 金府督〔2020〕1号 --note 已复工        the unit's answer\n  workplan notice --list --open                                         what was not answered yet\n  workplan notice --received 金府督〔2020〕1号 --by 张三                  the unit has taken it over\n  workplan notice --unreported --all --format docx --out-dir reminders  of what nothing was heard, one for each unit\n  workplan notice --void 金府督〔2020〕1号 --reason 误发                 it was sent by mistake\n\nWithout --level it is the loudest that is asked of the tasks: circulate, supervise, urge, remind; of a unit (--lead), the tasks of that level. Numbers are kept in the plan's folder, in notices/YEAR.yaml, which is only ever added to; the series stands under `notices` in plan.yaml.",
))]
pub(in crate::cli) struct NoticeArgs {
    #[arg(value_name = both!("编号", "ID"), conflicts_with_all = ["all", "number", "list"],
          help = both!("任务编号，或任务名称中的字；可写多个，须属同一单位", "Task ids, or parts of titles; several must be one unit's"))]
    pub(super) tasks: Vec<String>,
    #[arg(long, value_name = both!("单位", "UNIT"), conflicts_with_all = ["all", "number"],
          help = both!("该单位有预警的任务合为一份；与 --list 同用时只列该单位的", "One notice about this unit's tasks with alerts; with --list: this unit's notices"))]
    pub(super) lead: Option<String>,
    #[arg(long, requires = "out_dir", conflicts_with_all = ["number", "list"],
          help = both!("有预警的单位各一份，写入 --out-dir 指定的目录", "One notice for each unit with alerts, each a file in --out-dir"))]
    pub(super) all: bool,
    #[arg(long, value_name = "remind|urge|supervise|circulate", conflicts_with = "number", hide_possible_values = true,
          value_parser = Offering::terms::<Escalation>(),
          help = both!("级别：remind 提醒函、urge 催办通知、supervise 督办单、circulate 通报；\n单位的任务取达到这一级的", "How loud: remind, urge, supervise, circulate; of a unit, its tasks that are at least that loud"))]
    pub(super) level: Option<String>,
    #[arg(long, value_name = both!("格式", "FORMAT"), hide_possible_values = true,
          help = both!("文书的格式：text（默认）、md、docx；--list 的格式：table（默认）、md、text、json", "Of a notice: text (default), md, docx; of --list: table (default), md, text, json"))]
    pub(super) format: Option<Format>,
    #[arg(long, value_name = both!("日期", "DATE"),
          help = both!("成文日期，内容截至该日；默认今天", "The notice's day, for which it speaks; today by default"))]
    pub(super) as_of: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), conflicts_with_all = ["number", "list"],
          help = both!("反馈期限；默认按 plan.yaml 的 reply_within 个工作日推算", "The last day for the answer; by default so many working days as plan.yaml says"))]
    pub(super) reply_by: Option<String>,
    #[arg(long, value_name = both!("姓名", "NAME"), conflicts_with_all = ["number", "list"], help = both!("签发人", "Who signs it"))]
    pub(super) signed_by: Option<String>,
    #[arg(long, value_name = both!("文号", "NUMBER"), conflicts_with_all = ["list", "as_of"],
          help = both!("按成文日期的情况再打印已发的一份，不另编号", "Print a notice again, for the day on which it was issued; no number is taken"))]
    pub(super) number: Option<String>,
    #[arg(long, conflicts_with_all = ["number", "list"],
          help = both!("催报：只催促报送从未报送、上期未报送的任务；一个单位一份，\n与 --lead、--all 同用", "Ask for reports on tasks of which nothing was heard: one letter for a unit, with --lead or --all"))]
    pub(super) unreported: bool,
    #[arg(long, value_name = both!("文号", "NUMBER"), conflicts_with_all = ["list", "number", "void", "all", "lead", "tasks", "level", "format", "out_dir", "unreported", "as_of"],
          help = both!("登记签收：单位已收到这一份", "Say that the unit has taken this notice over"))]
    pub(super) received: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), requires = "received", help = both!("签收日期；默认今天", "The day on which it was taken over; today by default"))]
    pub(super) on: Option<String>,
    #[arg(long, value_name = both!("姓名", "NAME"), requires = "received", help = both!("签收人", "Who took it over"))]
    pub(super) by: Option<String>,
    #[arg(long, value_name = both!("文号", "NUMBER"), requires = "reason", conflicts_with_all = ["list", "number", "all", "lead", "tasks", "level", "format", "out_dir"],
          help = both!("作废已发的一份：不再要求反馈，文号不再使用", "Say that a notice is void: it asks for nothing any more, and its number stays used"))]
    pub(super) void: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), requires = "void", help = both!("为何作废", "Why it is void"))]
    pub(super) reason: Option<String>,
    #[arg(long, help = both!("已发的督办单及反馈情况", "The notices that were sent, and their answers"))]
    pub(super) list: bool,
    #[arg(long, requires = "list", help = both!("只列还没有反馈的", "Only those without an answer"))]
    pub(super) open: bool,
    #[arg(long, value_name = both!("目录", "DIR"), conflicts_with_all = ["list", "out"],
          help = both!("写入该目录，以文号为文件名，并列出所写的文件", "Write into this folder, each notice under its number, and print the paths"))]
    pub(super) out_dir: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["list", "number", "void", "received"], help = both!("所写任务已办结的，也照发", "Write about finished tasks as well"))]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) edition: EditionArgs,
    #[command(flatten)]
    pub(super) write: WriteArgs,
}

impl NoticeArgs {
    pub(super) fn level(&self, lang: Language) -> anyhow::Result<Option<Escalation>> {
        self.level.as_deref().map(|text| one_of("--level", text, lang)).transpose()
    }
}
