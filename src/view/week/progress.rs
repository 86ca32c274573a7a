//! What happened, and what stands in the way.

use super::lines::{by_unit, closing, items, none, opening, subheading, these_days};
use crate::assess::State;
use crate::paper::{Line, Page};
use crate::plan::Language;
use crate::report::week::{Amended, ClosedRows, Finished, Issue, Progressed, Week, WeekEntry};
use crate::say;
use crate::view::Medium;
use crate::view::common::marked;
use crate::view::entry::{amendment, progress_parts};
use crate::words;

pub(super) fn progress(page: &mut Page, report: &Week<'_>, lang: Language, medium: Medium) {
    let days = these_days(report, lang);
    page.heading(say!(lang, "二、{days}进展", "2. Progress {days}"));
    if report.progressed.is_empty() && report.finished_tasks.is_empty() && report.amended.is_empty() {
        page.say(none(lang));
        return;
    }
    let (reported, finished, amended) = (report.progressed.len(), report.finished_tasks.len(), report.amended.len());
    page.say(say!(
        lang,
        "{days}有进展记录的任务 {reported} 项，办结 {finished} 项，计划调整 {amended} 项。",
        "Tasks heard of: {reported}; finished: {finished}; changes of the plan: {amended}."
    ));
    by_unit(page, &report.progressed, |task| task.name.unit, lang, medium, |task| progress_line(task, lang, medium));
    if !report.finished_tasks.is_empty() {
        subheading(page, say!(lang, "办结：", "Finished:"), medium);
        page.add(items(&report.finished_tasks, |finished| finished_line(finished, lang, medium)));
    }
    if !report.amended.is_empty() {
        subheading(page, say!(lang, "计划调整：", "Changes of the plan:"), medium);
        page.add(items(&report.amended, |amended| amended_line(amended, lang, medium)));
    }
}

/// `22-07 龚都村92户…：2020-11-20 完成集中居住户数 61户，第二批签约完成`.
fn progress_line(task: &Progressed<'_>, lang: Language, medium: Medium) -> Line {
    let opening = opening(&task.name, lang.pick("进展", "progress"), lang, medium);
    let called_off = match task.state {
        State::Cancelled => say!(lang, "（已撤销）", " (cancelled)"),
        State::NotStarted | State::InProgress | State::Blocked | State::Done | State::Closed | State::Returned => {
            String::new()
        }
    };
    let entries = task.entries.iter().map(|entry| entry_text(entry, lang));
    let rows = task.closed_rows.iter().map(|rows| rows_text(rows, lang));
    let said = entries.chain(rows).collect::<Vec<_>>().join(&say!(lang, "；", "; "));
    Line::plain(say!(lang, "{opening}{called_off}：{said}", "{opening}{called_off}: {said}"))
}

fn entry_text(entry: &WeekEntry<'_>, lang: Language) -> String {
    let mut parts = progress_parts(&entry.line, lang);
    if parts.is_empty() {
        parts.push(match (entry.line.issue, entry.line.next) {
            (Some(_), _) => say!(lang, "报送存在问题", "reports a problem"),
            (None, Some(next)) => say!(lang, "下一步：{next}", "next: {next}"),
            (None, None) => say!(lang, "报送佐证材料", "sends evidence"),
        });
    }
    let (date, said) = (entry.date, parts.join(&say!(lang, "，", ", ")));
    match entry.by.filter(|_| entry.by_another) {
        Some(by) => say!(lang, "{date} {by}：{said}", "{date} {by}: {said}"),
        None => format!("{date} {said}"),
    }
}

fn rows_text(rows: &ClosedRows<'_>, lang: Language) -> String {
    let (metric, unit, closed, value) = (rows.metric, rows.unit, rows.closed, rows.value);
    let target = marked(&format!("{}{unit}", rows.target), rows.target_assumed);
    say!(
        lang,
        "清单销项 {closed}{unit}，“{metric}”累计 {value}{unit}，目标 {target}",
        "{closed}{unit} closed in the checklist, {metric} now {value}{unit} of {target}"
    )
}

fn finished_line(finished: &Finished<'_>, lang: Language, medium: Medium) -> Line {
    let opening = opening(&finished.name, lang.pick("办结", "finished"), lang, medium);
    let (closing, day) = (closing(&finished.name, lang, medium), finished.finished_on);
    Line::plain(say!(lang, "{opening}{closing}：{day} 办结", "{opening}{closing}: finished on {day}"))
}

fn amended_line(amended: &Amended<'_>, lang: Language, medium: Medium) -> Line {
    let opening = opening(&amended.name, lang.pick("调整", "amended"), lang, medium);
    let (closing, day) = (closing(&amended.name, lang, medium), amended.date);
    let change = amendment(&amended.line, lang);
    Line::plain(say!(lang, "{opening}{closing}：{day} {change}", "{opening}{closing}: {day} {change}"))
}

pub(super) fn issues(page: &mut Page, report: &Week<'_>, lang: Language, medium: Medium) {
    page.heading(say!(lang, "四、存在问题", "4. Problems"));
    if report.issues.is_empty() {
        page.say(say!(lang, "本期没有新报送的问题。", "No problem was reported in these days."));
    } else {
        by_unit(page, &report.issues, |issue| issue.name.unit, lang, medium, |issue| issue_line(issue, lang, medium));
    }
    let (count, ids) = (report.open_issues.len(), words::list(lang, &report.open_issues));
    if count > 0 {
        page.say(say!(
            lang,
            "此前报送、尚未说明已解决的问题另有 {count} 项：{ids}。",
            "Reported before, and not said to be solved: {count} ({ids})."
        ));
    }
}

fn issue_line(issue: &Issue<'_>, lang: Language, medium: Medium) -> Line {
    let opening = opening(&issue.name, lang.pick("问题", "problem"), lang, medium);
    let (date, problem) = (issue.date, issue.issue);
    let next = match issue.next {
        Some(next) => say!(lang, "下一步措施：{next}", "next: {next}"),
        None => say!(lang, "下一步措施：未报送", "next: not said"),
    };
    Line::plain(say!(
        lang,
        "{opening}：{problem}（{date} 报送）；{next}",
        "{opening}: {problem} (reported {date}); {next}"
    ))
}
