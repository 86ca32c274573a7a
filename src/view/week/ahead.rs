//! What is due next, and from whom nothing was heard.

use super::lines::{closing, items, none, opening, others, these_days};
use crate::paper::{Line, Page};
use crate::plan::Language;
use crate::report::alerts::AlertLine;
use crate::report::week::{DueDay, DuePart, DueThing, SilentUnit, Week};
use crate::say;
use crate::view::Medium;
use crate::view::common::{due_day, unit, unit_of};
use crate::words;
use crate::words::Worded;

pub(super) fn ahead(page: &mut Page, report: &Week<'_>, lang: Language, medium: Medium) {
    page.heading(match report.week {
        Some(_) => say!(lang, "五、下周重点", "5. Next week"),
        None => say!(lang, "五、下期重点", "5. Next"),
    });
    let (start, end) = (report.header.as_of, report.upcoming_to);
    if report.ahead.days.is_empty() {
        page.say(say!(
            lang,
            "无（{start} 至 {end} 没有到期未完成的任务和节点）",
            "None (nothing is due from {start} to {end} that is not done)"
        ));
        return;
    }
    let count = report.upcoming.len() + report.upcoming_checkpoints.len() + report.upcoming_reports.len();
    let what = match report.upcoming_reports.is_empty() {
        true => lang.pick("任务和节点", "Tasks and checkpoints"),
        false => lang.pick("任务、节点和定期报告", "Tasks, checkpoints and reports"),
    };
    page.say(say!(
        lang,
        "{start} 至 {end} 到期且尚未完成的{what} {count} 项：",
        "{what} due from {start} to {end} and not done yet: {count}"
    ));
    for day in &report.ahead.days {
        page.say(day_line(day, lang));
        page.add(items(&day.things, |thing| due_thing(thing, lang, medium)));
    }
    others(page, &report.ahead.others, lang);
}

/// `2020-12-31 到期（还剩 9 天，7 个工作日）：`.
fn day_line(due: &DueDay<'_>, lang: Language) -> String {
    let day = due_day(lang, (due.day, due.meant), due.assumed);
    // A bracket needs no blank behind it.
    let blank = if due.day == due.meant { lang.pick(" ", "") } else { "" };
    let days = words::day_count(lang, due.days_left);
    match (due.days_left, due.working_days_left) {
        (0, _) => say!(lang, "{day}{blank}当天到期：", "Due on {day}, the very day:"),
        (_, working) => {
            let working = words::working_day_count(lang, working);
            say!(lang, "{day}{blank}到期（还剩 {days}，{working}）：", "Due {day} ({days} left, {working}):")
        }
    }
}

fn due_thing(thing: &DueThing<'_>, lang: Language, medium: Medium) -> Line {
    let tag = match thing.part {
        DuePart::Step(_) => lang.pick("节点", "checkpoint"),
        DuePart::Report(_) => lang.pick("定期报送", "report"),
        DuePart::Whole => lang.pick("到期", "due"),
    };
    let (opening, closing) = (opening(&thing.name, tag, lang, medium), closing(&thing.name, lang, medium));
    Line::plain(match &thing.part {
        DuePart::Report(period) => {
            say!(lang, "{opening}{closing}：{period}报告", "{opening}{closing}: the report for {period}")
        }
        DuePart::Step(step) => {
            say!(lang, "{opening}{closing}：节点“{step}”", "{opening}{closing}: checkpoint “{step}”")
        }
        DuePart::Whole => say!(lang, "{opening}{closing}", "{opening}{closing}"),
    })
}

/// The recurring reports that were due and have not come; nothing where no task owes any.
pub(super) fn missed(page: &mut Page, report: &Week<'_>, lang: Language) {
    if report.missed_reports.is_empty() {
        return;
    }
    page.heading(say!(lang, "附：逾期未报的定期报告", "Annex: recurring reports that have not come"));
    page.add(items(&report.missed_reports, |alert| missed_line(alert, lang)));
}

/// `规建办【定期报送·催办】1-02 持续推进村容整治：10月报告应于 …`.
fn missed_line(alert: &AlertLine<'_>, lang: Language) -> Line {
    let lead = unit(lang, alert.lead, alert.lead_short, alert.lead_assumed);
    let (tag, (id, title, message)) = (alert.code.word(lang), (alert.task, alert.title, &alert.message));
    let action = alert.escalation.map_or("", |escalation| escalation.word(lang));
    Line::plain(say!(
        lang,
        "{lead}【{tag}·{action}】{id} {title}：{message}",
        "{lead} [{tag}, {action}] {id} {title}: {message}"
    ))
}

pub(super) fn silent(page: &mut Page, report: &Week<'_>, lang: Language, medium: Medium) {
    page.heading(say!(lang, "附：未报送单位", "Annex: units that reported nothing"));
    if report.silent_units.is_empty() {
        page.say(none(lang));
        return;
    }
    let days = these_days(report, lang);
    let units = report.silent_units.len();
    page.say(say!(
        lang,
        "有在办任务而{days}未报送的单位 {units} 个：",
        "Units with open tasks from which nothing was heard {days}: {units}"
    ));
    page.add(items(&report.silent_units, |unit| silent_line(unit, lang, medium)));
}

fn silent_line(unit: &SilentUnit<'_>, lang: Language, medium: Medium) -> Line {
    let (name, tasks) = (unit_of(lang, unit.unit), unit.open_tasks);
    let last = match unit.last_report {
        Some(day) => say!(lang, "最近报送 {day}", "last heard of on {day}"),
        None => say!(lang, "未报送过", "never heard of"),
    };
    Line::plain(match medium {
        Medium::Paper => say!(lang, "{name}：在办 {tasks} 项，{last}", "{name}: {tasks} open, {last}"),
        Medium::Chat => {
            say!(lang, "{name}【未报送】在办 {tasks} 项，{last}", "{name} [unreported] {tasks} open, {last}")
        }
    })
}
