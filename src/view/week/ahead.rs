//! What is due next, and from whom nothing was heard.

use super::lines::{items, none, others, task_of_unit};
use crate::paper::{Line, Page};
use crate::plan::Language;
use crate::report::week::{DueDay, DuePart, DueThing, SilentUnit, Week};
use crate::say;
use crate::view::common::{due_day, named, unit_of};
use crate::view::span::{next_days, these_days};
use crate::words;

pub(super) fn ahead(page: &mut Page, report: &Week<'_>, lang: Language) {
    let next = next_days(report.span, lang);
    page.heading(say!(lang, "五、{next}", "5. {next}"));
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
        page.add(items(&day.things, |thing| due_thing(thing, lang)));
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

fn due_thing(thing: &DueThing<'_>, lang: Language) -> Line {
    let (task, part) = (task_of_unit(&thing.name, lang), part_of(thing, lang));
    Line::plain(match part {
        Some(part) => say!(lang, "{task}：{part}", "{task}: {part}"),
        None => task,
    })
}

/// What of the task is due, where it is not all of it.
fn part_of(thing: &DueThing<'_>, lang: Language) -> Option<String> {
    match &thing.part {
        DuePart::Report(period) => Some(say!(lang, "{period}报告", "the report for {period}")),
        DuePart::Step(step) => Some(say!(lang, "节点“{step}”", "checkpoint “{step}”")),
        DuePart::Whole => None,
    }
}

/// The same for a chat: `规建办*【节点】22-02 迎接市级美丽乡村创建评审：节点“自评”，2020-12-02，还剩 6 天`.
pub(super) fn due_line(day: &DueDay<'_>, thing: &DueThing<'_>, lang: Language) -> Line {
    let tag = match thing.part {
        DuePart::Step(_) => lang.pick("节点", "checkpoint"),
        DuePart::Report(_) => lang.pick("定期报送", "report"),
        DuePart::Whole => lang.pick("到期", "due"),
    };
    let (unit, task) = (unit_of(lang, thing.name.unit), named(&thing.name));
    let part = part_of(thing, lang).map(|part| say!(lang, "{part}，", "{part}, ")).unwrap_or_default();
    let left = match day.days_left {
        0 => say!(lang, "当天到期", "this very day"),
        left => say!(lang, "还剩 {}", "{} left", words::day_count(lang, left)),
    };
    let day = due_day(lang, (day.day, day.meant), day.assumed);
    Line::plain(say!(lang, "{unit}【{tag}】{task}：{part}{day}，{left}", "{unit} [{tag}] {task}: {part}{day}, {left}"))
}

/// Who reported nothing: a line a unit, with a count.
pub(super) fn silent(page: &mut Page, report: &Week<'_>, lang: Language) {
    page.heading(say!(lang, "附：未报送单位", "Annex: units that reported nothing"));
    let (silent, partly) = (&report.silent_units, &report.partly_silent_units);
    let (days, units) = (these_days(report.span, lang), silent.len());
    if units > 0 {
        page.say(say!(
            lang,
            "有在办任务而{days}未报送的单位 {units} 个：",
            "Units with open tasks from which nothing was heard {days}: {units}"
        ));
        page.add(items(silent, |unit| silent_line(unit, lang)));
    }
    if !partly.is_empty() {
        let units = partly.len();
        page.say(say!(
            lang,
            "{days}有报送、但仍有任务未报送的单位 {units} 个：",
            "Units that were heard of {days}, but not on all of their tasks: {units}"
        ));
        page.add(items(partly, |unit| silent_line(unit, lang)));
    }
    if silent.is_empty() && partly.is_empty() {
        page.say(none(lang));
    }
}

/// `规建办*：在办 45 项，其中 40 项从未报送、2 项上期未报送，最近报送 2020-11-20`.
fn silent_line(unit: &SilentUnit<'_>, lang: Language) -> Line {
    let (name, tasks) = (unit_of(lang, unit.unit), unit.open_tasks);
    let never =
        (unit.never_reported > 0).then(|| say!(lang, "{} 项从未报送", "{} never reported", unit.never_reported));
    let fell =
        (unit.fell_silent > 0).then(|| say!(lang, "{} 项上期未报送", "{} not in the last period", unit.fell_silent));
    let of_these = words::list(lang, never.into_iter().chain(fell));
    let of_these = match of_these.as_str() {
        _ if unit.last_report.is_none() => String::new(),
        "" => String::new(),
        these => say!(lang, "，其中 {these}", ", of these {these}"),
    };
    let last = match unit.last_report {
        Some(day) => say!(lang, "最近报送 {day}", "last heard of on {day}"),
        None => say!(lang, "均未报送过", "never heard of"),
    };
    Line::plain(say!(lang, "{name}：在办 {tasks} 项{of_these}，{last}", "{name}: {tasks} open{of_these}; {last}"))
}
