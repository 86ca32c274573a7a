//! `workplan record`: what was done, entered into the journal.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::filters::no_such;
use crate::assess::{Doubt, Standing, State, assess};
use crate::both;
use crate::cli::args::WriteArgs;
use crate::desk::asking::{insisting, on_terminal};
use crate::desk::ending::{self, Formatted};
use crate::desk::entering::{append, doubts_about, refuse, task_of};
use crate::desk::input::text_of;
use crate::desk::output::{Doubtful, emit, emit_csv, note};
use crate::desk::session::Session;
use crate::desk::withdrawing::{Meant, entry_meant, withdrawal};
use crate::desk::writing::{Draft, Extent, change, not_edited};
use crate::desk::{Desk, interview};
use crate::intake::form::{self, FactFault, Facts};
use crate::paper::{Cell, Column, Table};
use crate::plan::{Date, Entry, Language, Plan, Task};
use crate::report::filter::{task_named, unit_named};
use crate::say;
use crate::words::Worded;

/// The arguments of `workplan record`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan record                                          在终端输入查找任务，逐项询问\n  workplan record 22-07                                    逐项询问一项任务\n  workplan record 22-07 --value 61 --note 第二批签约完成   只有一个指标时，直接写数值（累计数）\n  workplan record 22-02 --checkpoint 封顶 --state done --date 上周五\n  workplan record --template --lead 规建办 --out 规建办.csv  给单位填报用的空表\n  workplan record --from 规建办.csv --date 2020-11-20       收回填好的表，一并入账",
    "Examples:\n  workplan record                                          on a terminal: finds the task by typing, and asks\n  workplan record 22-07                                    asks field by field about one task\n  workplan record 22-07 --value 61 --note 第二批签约完成   one metric: the value alone (cumulative)\n  workplan record 22-02 --checkpoint 封顶 --state done --date 2020-11-20\n  workplan record --template --lead 规建办 --out 规建办.csv  an empty form for a unit\n  workplan record --from 规建办.csv --date 2020-11-20       the form filled in: all of it or nothing",
))]
pub(super) struct RecordArgs {
    #[arg(value_name = both!("编号", "ID"), conflicts_with_all = ["from", "template"],
          help = both!("任务编号，或任务名称中的字；在终端不写则输入查找", "The task's id, or a part of its title; on a terminal it can be looked for by typing"))]
    task: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), help = both!("情况属实之日；默认今天。与 --from 连用时，为表中未写日期的各行的日期", "The day it is true for; today by default. With --from: the day of rows that give none"))]
    date: Option<String>,
    #[arg(long, value_name = both!("单位", "UNIT"), help = both!("报送单位，可用简称", "Who reports; a short form will do"))]
    by: Option<String>,
    #[arg(long, value_name = both!("指标=数值", "NAME=V"), help = both!("指标的当前值（累计数）；只有一个指标时写数值即可；可重复", "A metric's value so far (cumulative); the value alone where there is one metric; may be repeated"))]
    value: Vec<String>,
    #[arg(long, value_name = both!("百分数", "PERCENT"), conflicts_with_all = ["from", "template"],
          help = both!("自报进度，0 至 100；只用于没有指标和节点的任务", "How far it is by your own estimate, 0 to 100; only of a task without metrics and checkpoints"))]
    percent: Option<String>,
    #[arg(long, value_name = both!("状态", "STATE"), help = both!("状态：推进中、受阻、已完成、重新启动（in_progress、blocked、done、reopened）", "The state: in_progress, blocked, done, reopened"))]
    state: Option<String>,
    #[arg(long, value_name = both!("节点", "CHECKPOINT"), help = both!("已到达的节点；可重复", "A checkpoint reached; may be repeated"))]
    checkpoint: Vec<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("进展情况", "What was done"))]
    note: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("存在问题", "What stands in the way"))]
    issue: Option<String>,
    #[arg(long, value_name = both!("文字", "TEXT"), help = both!("下一步措施", "What comes next"))]
    next: Option<String>,
    #[arg(long, value_name = both!("路径", "PATH"), help = both!("佐证材料；可重复", "A file that proves it; may be repeated"))]
    evidence: Vec<String>,
    #[arg(long, value_name = both!("文号", "NUMBER"), help = both!("回复哪份督办单，如 金府督〔2020〕1号", "The notice that this answers, as 金府督〔2020〕1号"))]
    reply_to: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), conflicts_with_all = ["from", "template"],
          help = both!("更正该日的报送：原来的一条作废，以这一条为准", "Correct the report of that day: it is withdrawn, and this one stands for it"))]
    corrects: Option<String>,
    #[arg(long, help = both!("数值回落、超目标、猛增等情况核实无误，照写", "Write it although a value falls back, overshoots or leaps"))]
    force: bool,
    #[arg(long, value_name = both!("文件|-", "FILE|-"), conflicts_with_all = ["by", "value", "state", "checkpoint", "note", "issue", "next", "evidence", "reply_to"],
          help = both!("从 CSV、YAML 或 JSON 行文件批量入账（- 为标准输入）：全部写入，或因有误而全部不写", "Enter a batch out of CSV, YAML or JSON lines (- is the standard input): all of it, or nothing"))]
    from: Option<String>,
    #[arg(long, value_name = "csv|yaml|jsonl", num_args = 0..=1, conflicts_with = "from",
          help = both!("输出批量填报的空表：每项未完成任务一行", "Print an empty form for --from: a line for each task that is not finished"))]
    template: Option<Option<Kind>>,
    #[arg(long, value_name = both!("单位", "UNIT"), requires = "template", help = both!("空表只列该牵头单位的任务", "Only this unit's tasks in the form"))]
    lead: Option<String>,
    #[command(flatten)]
    write: WriteArgs,
}

/// The formats in which a batch is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Csv,
    Yaml,
    Jsonl,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Csv, Kind::Yaml, Kind::Jsonl];
}

impl Formatted for Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Csv => "csv",
            Kind::Yaml => "yaml",
            Kind::Jsonl => "jsonl",
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Kind::Csv => &["csv"],
            Kind::Yaml => &["yaml", "yml"],
            Kind::Jsonl => &["jsonl", "json"],
        }
    }
}

pub(super) fn run(desk: &Desk, args: &RecordArgs) -> anyhow::Result<ExitCode> {
    if let Some(kind) = args.template {
        return print_form(desk, ending::format(desk, kind, &Kind::ALL)?, args.lead.as_deref());
    }
    if let Some(from) = &args.from {
        return insisting(desk.lang, args.force, &|force| record_batch(desk, args, from, force));
    }
    let mut facts = args.facts();
    if facts.task.trim().is_empty() {
        if !on_terminal() {
            anyhow::bail!(desk.lang.pick(
                "请写明任务编号，如 workplan record 22-07 --value 61；批量入账用 --from，空表用 --template",
                "say which task: workplan record 22-07 --value 61; a batch is entered with --from, an empty form printed with --template"
            ));
        }
        facts.task = interview::find_task(desk)?;
    }
    let write = |facts: &Facts| insisting(desk.lang, args.force, &|force| record(desk, args, facts, force));
    if facts.say_nothing() {
        if !on_terminal() {
            anyhow::bail!(desk.lang.pick("没有要记录的内容：请至少给出 --value、--state、--checkpoint、--note、--issue、--next、--evidence、--reply-to 之一", "nothing to record: give at least one of --value, --state, --checkpoint, --note, --issue, --next, --evidence, --reply-to"));
        }
        return interview::conduct(desk, facts, &write);
    }
    write(&facts)
}

/// An amendment is no report: it is withdrawn by itself.
fn not_by_record(lang: Language, task: &Task, date: Date) -> String {
    let id = &task.id;
    say!(
        lang,
        "{id} 在 {date} 的记录是计划调整，不能用报送更正；请用 workplan withdraw {id} --date {date} --reason 原因",
        "the entry of {id} of {date} is an amendment, which no report corrects: workplan withdraw {id} --date {date} --reason WHY"
    )
}

impl RecordArgs {
    /// The day of the report that is corrected.
    fn corrected(&self, draft: &Draft, lang: Language) -> anyhow::Result<Option<Date>> {
        draft.day(lang, self.corrects.as_deref())
    }

    fn facts(&self) -> Facts {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Facts {
            task: text(&self.task),
            title: String::new(),
            // What corrects a day's report is true for that day, unless it says another.
            date: text(if self.date.is_some() { &self.date } else { &self.corrects }),
            by: text(&self.by),
            values: self.value.clone(),
            state: text(&self.state),
            checkpoints: self.checkpoint.clone(),
            note: text(&self.note),
            issue: text(&self.issue),
            next: text(&self.next),
            evidence: self.evidence.clone(),
            reply_to: text(&self.reply_to),
            percent: text(&self.percent),
        }
    }
}

fn record(desk: &Desk, args: &RecordArgs, facts: &Facts, force: bool) -> anyhow::Result<ExitCode> {
    let about = |plan: &Plan| task_named(plan, &facts.task).map(|task| task.id.clone()).into_iter().collect();
    change(desk, args.write.manner(), &Extent::About(&about), &|draft| {
        let opened = draft.rewrite.opened();
        let mut entry = facts.entry(opened, draft.today, draft.lang).map_err(|faults| wrong(desk.lang, &faults))?;
        let task = task_of(draft, &entry)?;
        if let Some(corrected) = args.corrected(draft, desk.lang)? {
            let of_day =
                |by: Option<String>| entry_meant(draft, task, &Meant { date: Some(corrected), by, mark: None });
            let old = of_day(entry.by.clone()).or_else(|_| of_day(None))?;
            let reason = draft.lang.pick("更正", "corrected");
            entry.withdraws = Some(Box::new(withdrawal(&old, reason)));
            if old.amendment.is_some() {
                anyhow::bail!(not_by_record(draft.lang, task, corrected));
            }
        }
        if !force {
            undoubted(draft.lang, &doubts_about(draft, task, &entry))?;
        }
        let what = summary(draft.lang, task, &entry);
        draft.rewrite.append(&[entry]).map_err(|error| not_edited(desk.lang, &error))?;
        Ok(what)
    })
}

fn wrong(lang: Language, faults: &[FactFault]) -> anyhow::Error {
    let lines: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    anyhow::anyhow!(lines.join(lang.pick("；", "; ")))
}

fn undoubted(lang: Language, doubts: &[Doubt]) -> anyhow::Result<()> {
    if doubts.is_empty() {
        return Ok(());
    }
    Err(Doubtful(doubts.iter().map(|doubt| doubt.said(lang)).collect()).into())
}

/// `22-07 龚都村集中居住（2020-11-20，完成集中居住户数 61户，推进中）`.
fn summary(lang: Language, task: &Task, entry: &Entry) -> String {
    let mut parts = vec![entry.date.to_string()];
    for (name, value) in &entry.values.0 {
        let unit = task.metric(name).map_or("", |metric| metric.unit.as_str());
        parts.push(format!("{name} {value}{unit}"));
    }
    parts.extend(entry.percent.map(|percent| say!(lang, "自报进度 {percent}%", "{percent} % by estimate")));
    parts.extend(entry.state.map(|state| state.word(lang).to_owned()));
    parts.extend(entry.checkpoints.iter().cloned());
    parts.extend(entry.withdraws.iter().map(|old| say!(lang, "更正 {} 的报送", "corrects {}", old.date)));
    parts.extend(entry.reply_to.iter().map(|number| say!(lang, "回复{number}", "answers {number}")));
    let parts = parts.join(lang.pick("，", ", "));
    say!(lang, "{} {}（{parts}）", "{} {} ({parts})", task.id, task.title)
}

/// Enters a batch.
fn record_batch(desk: &Desk, args: &RecordArgs, from: &str, force: bool) -> anyhow::Result<ExitCode> {
    let text = text_of(desk.lang, from)?;
    change(desk, args.write.manner(), &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let batch = form::batch(draft.rewrite.opened(), (from, &text), args.date.as_deref(), draft.today, lang);
        batch.notes.iter().for_each(|text| note(lang, text));
        refuse(&batch.faults, lang)?;
        append(draft, batch.entries, force)
    })
}

/// Prints an empty form: a line for each task that is not finished.
fn print_form(desk: &Desk, kind: Kind, lead: Option<&str>) -> anyhow::Result<ExitCode> {
    let session = Session::open(desk)?;
    let lang = session.lang;
    let lead = lead.map(|lead| unit_named(&session.plan, lead).map_err(|error| no_such(lang, "--lead", lead, &error)));
    let lead = lead.transpose()?;
    let today = session.day(None)?;
    let assessment = assess(&session.plan, &session.opened.journal, &session.opened.calendar, today);
    let wanted = |standing: &&Standing<'_>| {
        let unit = standing.task.lead.as_ref().map(|unit| unit.as_str());
        standing.is_open() && standing.state != State::Done && lead.as_deref().is_none_or(|lead| unit == Some(lead))
    };
    let open: Vec<&Standing<'_>> = assessment.standings.iter().filter(wanted).collect();
    match kind {
        Kind::Csv => emit_csv(desk, &form_table(lang, &open))?,
        Kind::Yaml => emit(desk, &form::yaml(lang, &open))?,
        Kind::Jsonl => emit(desk, &form::json_lines(&open)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn form_table(lang: Language, open: &[&Standing<'_>]) -> Table {
    let column = |header| Column { header, numeric: false, wraps: false, dispensable: 0 };
    let cell = |text: String| Cell::plain(text);
    let row = |standing: &&Standing<'_>| form::cells(standing).into_iter().map(cell).collect();
    Table { columns: form::header(lang).into_iter().map(column).collect(), rows: open.iter().map(row).collect() }
}
