//! The notices that were sent, and which of them were answered.

use super::Medium;
use super::common::{add_legend, as_of, page, unit_of};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::notice::{NoticeLine, NoticeList, NoticeStatus};
use crate::say;
use crate::words;

/// Lays out the list.
pub fn notice_list(report: &NoticeList<'_>, lang: Language, medium: Medium) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "督办单台账", "notices"));
    let (day, totals) = (as_of(lang, report.header.as_of), report.totals);
    if totals.issued == 0 {
        page.say(say!(lang, "{day}，没有符合条件的督办单。", "{day}: no such notice."));
        return page;
    }
    let (issued, open, overdue, closed) = (totals.issued, totals.open, totals.overdue, totals.closed);
    let void = match totals.void {
        0 => String::new(),
        void => say!(lang, "，作废 {void} 份", ", void {void}"),
    };
    page.say(say!(
        lang,
        "{day}，共 {issued} 份：已反馈 {closed} 份，待反馈 {open} 份，逾期未反馈 {overdue} 份{void}。",
        "{day}. Notices: {issued}; answered {closed}, waiting {open}, overdue {overdue}{void}."
    ));
    match medium {
        Medium::Paper => page.add(Block::Table(table(&report.notices, lang))),
        Medium::Chat => page.add(Block::Items(report.notices.iter().map(|notice| line(notice, lang)).collect())),
    }
    add_legend(&mut page, lang);
    page
}

fn table(notices: &[NoticeLine<'_>], lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "文号", "Number")),
        Column::short(say!(lang, "类别", "Level")),
        Column::short(say!(lang, "主送单位", "Unit")),
        Column::short(say!(lang, "发出日期", "Date")).dispensable(2),
        Column::short(say!(lang, "反馈期限", "Reply by")).dispensable(1),
        Column::text(say!(lang, "反馈情况", "Reply")),
        Column::text(say!(lang, "任务", "Tasks")),
    ];
    let rows = notices.iter().map(|notice| {
        let tone = match notice.status {
            NoticeStatus::Overdue => Tone::Red,
            NoticeStatus::Void => Tone::Grey,
            NoticeStatus::Open | NoticeStatus::Closed => Tone::Plain,
        };
        vec![
            Cell::plain(notice.number.to_string()),
            Cell::plain(notice.level.as_notice(lang)),
            Cell::plain(unit_of(lang, notice.unit_ref)),
            Cell::plain(notice.date.to_string()),
            Cell::plain(notice.reply_by.to_string()),
            Cell::toned(status(notice, lang), tone),
            Cell::plain(words::list(lang, notice.tasks.iter().map(|task| task.task))),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `2020-11-26 已反馈`, `待反馈`, `逾期未反馈 3 天（已反馈 1/2 项）`.
fn status(notice: &NoticeLine<'_>, lang: Language) -> String {
    let (all, answered) = (notice.tasks.len(), notice.tasks.iter().filter(|task| task.replied_on.is_some()).count());
    let partly = match answered {
        0 => String::new(),
        _ => say!(lang, "（已反馈 {answered}/{all} 项）", " ({answered} of {all} answered)"),
    };
    match (notice.status, notice.replied_on, notice.days_overdue) {
        (NoticeStatus::Void, _, _) => void(notice, lang),
        (NoticeStatus::Closed, Some(day), _) => say!(lang, "{day} 已反馈", "answered {day}"),
        (NoticeStatus::Overdue, _, Some(days)) => {
            let days = words::day_count(lang, days);
            say!(lang, "逾期未反馈 {days}{partly}", "{days} overdue{partly}")
        }
        (NoticeStatus::Open | NoticeStatus::Overdue | NoticeStatus::Closed, _, _) => {
            say!(lang, "待反馈{partly}", "waiting{partly}")
        }
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

/// `规建办*【督办单·逾期未反馈 3 天】金府督〔2020〕1号，应于 2020-11-27 前反馈：22-07 龚都村92户…`.
fn line(notice: &NoticeLine<'_>, lang: Language) -> Line {
    let (unit, level, status) = (unit_of(lang, notice.unit_ref), notice.level.as_notice(lang), status(notice, lang));
    let (number, reply_by) = (notice.number, notice.reply_by);
    let tasks = notice.tasks.iter().map(|task| format!("{} {}", task.task, task.title));
    let tasks = tasks.collect::<Vec<_>>().join(lang.pick("；", "; "));
    Line::plain(say!(
        lang,
        "{unit}【{level}·{status}】{number}（反馈期限 {reply_by}）：{tasks}",
        "{unit} [{level}, {status}] {number} (reply by {reply_by}): {tasks}"
    ))
}
