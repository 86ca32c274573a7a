//! `workplan week`: what happened in a week, and what the next one asks for.

use std::process::ExitCode;

use chrono::{Datelike, Months};
use clap::Args;

use super::filters::FilterArgs;
use super::rollup;
use crate::assess::{AlertCode, Assessment, Severity};
use crate::both;
use crate::cli::args::{EditionArgs, PlansArgs, Reading};
use crate::desk::days::{as_of, day};
use crate::desk::edition::for_the_public;
use crate::desk::many::Many;
use crate::desk::output::{Format, emit_binary, emit_json, emit_page, refuse_terminal};
use crate::desk::session::Session;
use crate::desk::{Desk, word};
use crate::plan::calendar::{DayWords, WeekFault, read_week, week_of};
use crate::plan::meant::day::{Named, read_day};
use crate::plan::{Date, Head, Language, Period};
use crate::report::alerts::Wanted;
use crate::report::rollup::{RolledDays, RollupQuery};
use crate::report::week::{self, WeekFacts, WeekQuery};
use crate::say;
use crate::view::{self, Medium};

/// The arguments of `workplan week`.
#[derive(Debug, Args)]
#[command(after_help = both!(
    "示例：\n  workplan week --format text                        本周情况，可直接贴入聊天群\n  workplan week --week 上周 --format md               上周情况，可贴入 Word\n  workplan week --format docx --out 周报.docx        公文版式的督查周报（Word）\n  workplan week --week 2020-W48                      2020年第48周（11月23日至29日）\n  workplan week --lead 规建办                        只看某单位\n  workplan week --issue 5 --out 周报.docx            第5期\n  workplan week --month 2020-11                      督查月报；季报用 --quarter 2020-Q4\n  workplan week --from 2020-11-01 --to 2020-11-30    任意一段日期\n  workplan week --plans 全区 --format md             全部计划的周报：排名、最差、变化、未报送\n\n截至日期取该周最后一天与今天（或 --as-of）中较早的一天；与该周第一天的前一天相比",
    "Examples:\n  workplan week --format text                        this week, for a chat\n  workplan week --week last --format md              last week, for a document\n  workplan week --format docx --out week.docx        a Word document in the layout of official papers\n  workplan week --issue 5 --out week.docx            its number is 5\n  workplan week --week 2020-W48                      23 to 29 November 2020\n  workplan week --lead 规建办                        one unit's week\n  workplan week --month 2020-11                      a monthly report; --quarter 2020-Q4 for a quarter\n  workplan week --from 2020-11-01 --to 2020-11-30    any other days\n  workplan week --plans district --format md         many plans: ranked, the worst, what changed\n\nThe as-of day is the earlier of the week's last day and today (or --as-of); it is compared with the day before the week",
))]
pub(super) struct WeekArgs {
    #[arg(long, value_name = both!("周", "WEEK"), conflicts_with_all = ["from", "to"],
          help = both!("哪一周：2020-W48、2020年第48周、上周；默认本周", "Which week: 2020-W48, W48, last, this; this one by default"))]
    week: Option<String>,
    #[arg(long, value_name = both!("月份", "MONTH"), conflicts_with_all = ["week", "from", "to", "quarter"],
          help = both!("整月：2020-11、11月、上月", "A whole month: 2020-11, last"))]
    month: Option<String>,
    #[arg(long, value_name = both!("季度", "QUARTER"), conflicts_with_all = ["week", "from", "to"],
          help = both!("整季：2020-Q4、第四季度、上季度", "A whole quarter: 2020-Q4, Q4, last"))]
    quarter: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), requires = "to", help = both!("从哪一天起，与 --to 同用", "The first day, together with --to"))]
    from: Option<String>,
    #[arg(long, value_name = both!("日期", "DATE"), requires = "from", help = both!("到哪一天止，与 --from 同用", "The last day, together with --from"))]
    to: Option<String>,
    #[arg(long, value_name = both!("期号", "N"), value_parser = clap::value_parser!(u32).range(1..),
          help = both!("第几期；默认按计划期内的周次（月报按月、季报按季）", "The report's number; by default the week's (month's, quarter's) in the plan's period"))]
    issue: Option<u32>,
    #[arg(long, value_name = both!("项数", "N"), value_parser = super::usage::whole_number,
          help = both!("逾期及预警、下周重点最多各逐项列出多少项，默认 20\n（text 为 5），0 为全部；其余按单位合计", "How many tasks that need attention, and how many due next, to list one by one; 20 by default (5 in text), 0 for all; the others are counted by unit"))]
    top: Option<usize>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    plans: PlansArgs,
    #[command(flatten)]
    edition: EditionArgs,
    #[command(flatten)]
    filters: FilterArgs,
}

pub(super) fn run(desk: &Desk, args: &WeekArgs) -> anyhow::Result<ExitCode> {
    if let Some(many) = args.plans.many(desk)? {
        return of_many(&many, args);
    }
    let format = args.reading.format(desk, &formats(args.edition.public))?;
    if format == Format::Docx {
        word::available(desk.lang)?;
        refuse_terminal(desk, EXAMPLE)?;
    }
    let session = Session::open(desk)?;
    let today = session.day(args.reading.day())?;
    let span = span(&session.plan.head, args, today, session.lang)?;
    let now = session.assess_at(span.end.min(today));
    if args.edition.public {
        return public(desk, session, args, span, &now, format);
    }
    let before = session.assess_at(day_before(span.start, session.lang)?);
    let filter = args.filters.filter(session, now.as_of)?;
    let top = Some(args.top.unwrap_or(usual_top(format))).filter(|top| *top > 0);
    let query = WeekQuery { span, filter, top, issue: args.issue };
    let header = session.header_from(week::SCHEMA, span.start, &now);
    let (plan, journal, calendar) = (&session.plan, &session.opened.journal, &session.opened.calendar);
    let facts = WeekFacts { plan, journal, calendar, before: &before, now: &now };
    let report = week::week(facts, header, &query, session.lang);
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Docx => {
            emit_binary(desk, &word::document(desk.lang, &view::week_letter(&report, session.lang))?, EXAMPLE)?
        }
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github => {
            emit_page(desk, format, &view::week(&report, session.lang, format.medium()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Many plans: the paper of whoever answers for all of them.
fn of_many(many: &Many, args: &WeekArgs) -> anyhow::Result<ExitCode> {
    let (desk, lang) = (many.desk(), many.lang());
    let format = args.reading.format(desk, &formats(false))?;
    if format == Format::Docx {
        word::available(lang)?;
        refuse_terminal(desk, EXAMPLE)?;
    }
    if args.edition.public {
        anyhow::bail!(lang.pick(
            "--plans 的周报是内部材料，没有公开版；公开版请用 --plan 逐份生成",
            "the week of many plans is for the office alone: --public is about one plan (--plan)"
        ));
    }
    let span = match many.first() {
        Some(head) => span(head, args, as_of(head, args.reading.day(), lang)?, lang)?,
        // None can be read, which is all that there is to say.
        None => week_of(desk.day).ok_or_else(|| too_far(desk.day, lang))?,
    };
    let told = |code: &AlertCode| ![AlertCode::UNREPORTED, AlertCode::DUE_SOON].contains(code);
    let wanted = Wanted {
        severity: Some(Severity::Warning),
        codes: AlertCode::ALL.iter().copied().filter(told).collect(),
        top: Some(args.top.unwrap_or(usual_top(format))).filter(|top| *top > 0),
    };
    let days = Some(RolledDays { span, issue: args.issue });
    let query = RollupQuery { wanted, one_a_task: true, days, ..RollupQuery::default() };
    let report = rollup::gather(many, (args.reading.day(), &args.filters, &query), format)?;
    // Part of a Word document is not for the screen: it is told as the page that it would be.
    let format = if report.unread > 0 && format == Format::Docx { Format::Md } else { format };
    let desk = &many.outlet();
    match format {
        Format::Json => emit_json(desk, &report)?,
        Format::Docx => emit_binary(desk, &word::document(lang, &view::rollup_letter(&report, lang))?, EXAMPLE)?,
        Format::Table | Format::Md | Format::Csv | Format::Text | Format::Github => {
            emit_page(desk, format, &view::rollup_week(&report, lang, format.medium()))?;
        }
    }
    Ok(rollup::status_of(&report, false))
}

/// How many tasks are told one by one where nobody says how many.
fn usual_top(format: Format) -> usize {
    match format.medium() {
        Medium::Paper => 20,
        Medium::Chat => 5,
    }
}

/// The name of a file, where one is given as an example.
const EXAMPLE: &str = "周报.docx";

/// The machine-readable week is the office's own.
fn formats(public: bool) -> Vec<Format> {
    let formats = [Format::Table, Format::Md, Format::Text, Format::Docx, Format::Json];
    formats.into_iter().filter(|format| !public || *format != Format::Json).collect()
}

/// The week for everybody, from what may be published alone.
fn public(
    desk: &Desk,
    session: &'static Session,
    args: &WeekArgs,
    span: Period,
    now: &Assessment<'static>,
    format: Format,
) -> anyhow::Result<ExitCode> {
    let (lang, filter) = (session.lang, args.filters.filter(session, now.as_of)?);
    let published = for_the_public(session, now, &filter)?;
    let last = span.end.plus_days(week::DAYS_AHEAD).unwrap_or(span.end);
    let page = view::public_week(&published, span, Period { start: now.as_of, end: last }, lang);
    match format {
        Format::Docx => {
            emit_binary(desk, &word::document(desk.lang, &view::public_letter(page, &published, lang))?, EXAMPLE)?
        }
        Format::Table | Format::Md | Format::Csv | Format::Json | Format::Text | Format::Github => {
            emit_page(desk, format, &page)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The days that are meant. They must have begun: nothing is known of days to come.
fn span(head: &Head, args: &WeekArgs, today: Date, lang: Language) -> anyhow::Result<Period> {
    let words = DayWords { today: Some(today), period: Some(head.period) };
    let of_months = [(&args.month, 1, "--month"), (&args.quarter, 3, "--quarter")];
    let asked = of_months.into_iter().find_map(|(text, months, option)| Some((text.as_deref()?, months, option)));
    let months = asked.map(|(text, months, option)| {
        months_meant(text, months, words).ok_or_else(|| no_such_span(option, text, lang))
    });
    let span = match (&args.week, &args.from, &args.to) {
        _ if months.is_some() => months.transpose()?.unwrap_or(head.period),
        (Some(text), _, _) => read_week(text, words).map_err(|fault| no_such_week(text, fault, lang))?,
        (None, Some(from), Some(to)) => {
            Period { start: day(head, from, today, lang)?, end: day(head, to, today, lang)? }
        }
        (None, _, _) => week_of(today).ok_or_else(|| too_far(today, lang))?,
    };
    let (start, end) = (span.start, span.end);
    if end < start {
        anyhow::bail!(say!(
            lang,
            "--from {start} 晚于 --to {end}，请对调",
            "--from {start} is after --to {end}: swap them"
        ));
    }
    if today < start {
        anyhow::bail!(say!(
            lang,
            "{start} 至 {end} 尚未开始（今天为 {today}），没有情况可报",
            "{start} to {end} has not begun (today is {today}), so there is nothing to report"
        ));
    }
    Ok(span)
}

/// The whole months that a text means: one, or the three of a quarter.
fn months_meant(text: &str, months: u32, words: DayWords) -> Option<Period> {
    let word = crate::words::squeezed(text);
    let back = match word.as_str() {
        "本月" | "本季度" | "本季" | "this" => Some(0),
        "上月" | "上个月" | "上季度" | "上季" | "last" => Some(months),
        _ => None,
    };
    let day = match back {
        Some(back) => words.today?.0.checked_sub_months(Months::new(back))?,
        None => {
            let read = read_day(text, words).ok()?;
            // Half a year and ten days are spans too.
            let is_quarter = read.named == Named::Span && word.contains(['q', '季']);
            let is_meant = if months == 1 { read.named == Named::Month } else { is_quarter };
            is_meant.then_some(read.date)?.0
        }
    };
    let start = day.with_day(1)?.with_month0(day.month0() / months * months)?;
    let end = start.checked_add_months(Months::new(months))?.pred_opt()?;
    Some(Period { start: Date(start), end: Date(end) })
}

fn no_such_span(option: &str, text: &str, lang: Language) -> anyhow::Error {
    let example = if option == "--month" { "2020-11" } else { "2020-Q4" };
    anyhow::anyhow!(say!(
        lang,
        "{option}：无法识别“{text}”，请按 {example} 的形式写",
        "{option}: `{text}` is not understood; write it as {example}"
    ))
}

fn day_before(day: Date, lang: Language) -> anyhow::Result<Date> {
    day.plus_days(-1).ok_or_else(|| too_far(day, lang))
}

fn too_far(day: Date, lang: Language) -> anyhow::Error {
    anyhow::anyhow!(say!(lang, "{day} 超出日历范围", "{day} is beyond the calendar"))
}

fn no_such_week(text: &str, fault: WeekFault, lang: Language) -> anyhow::Error {
    anyhow::anyhow!(match fault {
        WeekFault::NoSuchWeek { year, last } => say!(
            lang,
            "没有“{text}”这一周：{year} 年的周数为 1 至 {last}",
            "there is no week `{text}`: the weeks of {year} are 1 to {last}"
        ),
        WeekFault::WhichYear => say!(
            lang,
            "“{text}”未写年份，无法确定是哪一年，请写全，如 2020-W48",
            "`{text}` names no year, and the plan's period does not tell which: write it out, as 2020-W48"
        ),
        WeekFault::Unknown => say!(
            lang,
            "无法识别“{text}”是哪一周，请按 2020-W48 或 2020年第48周 的形式写",
            "`{text}` is not understood as a week: write it as 2020-W48"
        ),
    })
}
