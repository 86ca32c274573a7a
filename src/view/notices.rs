//! How far notices have come, wherever a page tells it: a list, a section of a report, a line about a task.

use super::Medium;
use super::common::unit_of;
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::notice::{NoticeLine, NoticeState, NoticeTotals, Notices};
use crate::say;
use crate::words;
use crate::words::Worded;

/// So many are told one by one in a report about tasks.
const SHOWN: usize = 5;

/// Where the day of issue stands among the columns.
const DAY: usize = 4;

/// The notices in a report about tasks: counted, and the worst of those on which somebody still has to act; nothing where
/// none was sent.
pub(crate) fn section(page: &mut Page, heading: String, notices: &Notices<'_>, lang: Language, medium: Medium) {
    if notices.totals.issued == 0 {
        return;
    }
    page.heading(heading);
    page.say(counted(notices.totals, lang));
    let shown: Vec<&NoticeLine<'_>> = notices.notices.iter().take(SHOWN).collect();
    match medium {
        _ if shown.is_empty() => {}
        Medium::Paper => page.add(Block::Table(table(&shown, Columns::Few, lang))),
        Medium::Chat => page.add(Block::Items(shown.iter().map(|notice| line(notice, lang)).collect())),
    }
    let hidden = notices.notices.len() - shown.len();
    if hidden > 0 {
        page.say(say!(
            lang,
            "另有 {hidden} 份在办，见 workplan notice --list",
            "{hidden} more are under way: `workplan notice --list`"
        ));
    }
}

/// `共发 6 份：逾期未反馈 1 份，待反馈 2 份（未签收 1 份），已反馈 1 份，已办结 1 份，作废 1 份。`
pub(crate) fn counted(totals: NoticeTotals, lang: Language) -> String {
    let NoticeTotals { issued, open, overdue, closed, void, not_received, settled } = totals;
    let copies = |count: usize| say!(lang, "{count} 份", "{count}");
    let answered = closed - settled;
    let parts = [
        (overdue, lang.pick("逾期未反馈", "overdue")),
        (open, lang.pick("待反馈", "waiting")),
        (answered, lang.pick("已反馈未办结", "answered, not settled")),
        (settled, lang.pick("已办结", "settled")),
        (void, lang.pick("作废", "void")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, word)| format!("{word} {}", copies(count))).collect();
    let parts = parts.join(&say!(lang, "，", ", "));
    let unheard = match not_received {
        0 => String::new(),
        count => say!(lang, "；尚未签收 {count} 份", "; not yet received {count}"),
    };
    say!(lang, "共发 {issued} 份：{parts}{unheard}。", "Notices sent: {issued}; {parts}{unheard}.")
}

/// How much a table of notices tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Columns {
    /// All of it.
    All,
    /// Not the day of issue.
    Few,
}

/// A table of notices.
pub(super) fn table(notices: &[&NoticeLine<'_>], told: Columns, lang: Language) -> Table {
    let mut columns = vec![
        Column::text(say!(lang, "办理情况", "Stage")),
        Column::short(say!(lang, "文号", "Number")),
        Column::short(say!(lang, "类别", "Level")).dispensable(3),
        Column::short(say!(lang, "主送单位", "Unit")),
        Column::short(say!(lang, "反馈期限", "Reply by")).dispensable(1),
        Column::text(say!(lang, "任务", "Tasks")),
    ];
    if told == Columns::All {
        columns.insert(DAY, Column::short(say!(lang, "发出日期", "Date")).dispensable(2));
    }
    let rows = notices.iter().map(|notice| {
        let mut row = vec![
            Cell::toned(stage(notice, lang), tone(notice.state)),
            Cell::plain(notice.number.to_string()),
            Cell::plain(notice.level.as_notice(lang)),
            Cell::plain(unit_of(lang, notice.unit_ref)),
            Cell::plain(notice.reply_by.to_string()),
            Cell::plain(ids(notice, lang)),
        ];
        if told == Columns::All {
            row.insert(DAY, Cell::plain(notice.date.to_string()));
        }
        row
    });
    Table { columns, rows: rows.collect() }
}

/// `规建办*【督办单·逾期未反馈 3 天】金府督〔2020〕1号（反馈期限 2020-11-27）：22-07 龚都村92户…`.
pub(super) fn line(notice: &NoticeLine<'_>, lang: Language) -> Line {
    let (unit, level, stage) = (unit_of(lang, notice.unit_ref), notice.level.as_notice(lang), stage(notice, lang));
    let (number, reply_by) = (notice.number, notice.reply_by);
    let tasks = match notice.tasks.as_slice() {
        [] | [_] | [_, _] | [_, _, _] => {
            let tasks = notice.tasks.iter().map(|task| format!("{} {}", task.task, task.title));
            tasks.collect::<Vec<_>>().join(lang.pick("；", "; "))
        }
        _ => ids(notice, lang),
    };
    Line::plain(say!(
        lang,
        "{unit}【{level}·{stage}】{number}（反馈期限 {reply_by}）：{tasks}",
        "{unit} [{level}, {stage}] {number} (reply by {reply_by}): {tasks}"
    ))
}

/// About one of its tasks: `2020-11-24 督办单 金府督〔2020〕1号，反馈期限 2020-11-27：逾期未反馈 3 天`.
pub(crate) fn of_task(notice: &NoticeLine<'_>, lang: Language) -> String {
    let (date, level, number) = (notice.date, notice.level.as_notice(lang), notice.number);
    let (reply_by, stage) = (notice.reply_by, stage(notice, lang));
    say!(
        lang,
        "{date} {level} {number}，反馈期限 {reply_by}：{stage}",
        "{date} {level} {number}, reply by {reply_by}: {stage}"
    )
}

/// `2020-11-25 签收，待反馈`, `逾期未反馈 3 天（未签收）`, `2020-11-26 已反馈，未办结`.
pub(crate) fn stage(notice: &NoticeLine<'_>, lang: Language) -> String {
    let word = notice.state.word(lang);
    let (all, answered) = (notice.tasks.len(), notice.answered());
    let known = [
        notice.received.map(|day| say!(lang, "{day} 签收", "received {day}")),
        notice.is_unheard_of().then(|| lang.pick("未签收", "not received").to_owned()),
        (answered > 0).then(|| say!(lang, "已反馈 {answered}/{all} 项", "{answered} of {all} answered")),
    ];
    let known: Vec<String> = known.into_iter().flatten().collect();
    let known = known.join(&say!(lang, "，", ", "));
    let replied = notice.replied_on.map(|day| day.to_string()).unwrap_or_default();
    match notice.state {
        NoticeState::Overdue => {
            let days = words::day_count(lang, notice.days_overdue.unwrap_or_default());
            say!(lang, "{word} {days}（{known}）", "{days} {word} ({known})")
        }
        NoticeState::Issued => word.to_owned(),
        NoticeState::Received => say!(lang, "{known}，{word}", "{known}, waiting"),
        NoticeState::Answered => say!(lang, "{replied} {word}，未办结", "{word} {replied}, not settled"),
        NoticeState::Settled => say!(lang, "{replied} 反馈，{word}", "answered {replied}, {word}"),
        NoticeState::Void => void(notice, lang),
    }
}

/// `2020-11-26 作废：误发`.
fn void(notice: &NoticeLine<'_>, lang: Language) -> String {
    let day = notice.voided.map(|day| day.to_string()).unwrap_or_default();
    match notice.void_reason {
        Some(reason) => say!(lang, "{day} 作废：{reason}", "void since {day}: {reason}"),
        None => say!(lang, "{day} 作废", "void since {day}"),
    }
}

fn tone(state: NoticeState) -> Tone {
    match state {
        NoticeState::Overdue => Tone::Red,
        NoticeState::Issued => Tone::Yellow,
        NoticeState::Settled | NoticeState::Void => Tone::Grey,
        NoticeState::Received | NoticeState::Answered => Tone::Plain,
    }
}

/// The tasks' ids; of many the first ones, and how many there are.
fn ids(notice: &NoticeLine<'_>, lang: Language) -> String {
    const NAMED: usize = 4;
    let (count, first) = (notice.tasks.len(), notice.tasks.iter().take(NAMED).map(|task| task.task));
    let first = words::list(lang, first);
    match count > NAMED {
        true => say!(lang, "{first}等 {count} 项", "{first} and others, {count} in all"),
        false => first,
    }
}
