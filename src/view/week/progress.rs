//! What happened, and what stands in the way.

use super::lines::{by_unit, listed, none, task_of_unit};
use crate::assess::State;
use crate::paper::{Line, Page};
use crate::plan::Language;
use crate::report::week::{Amended, ClosedRows, Finished, Issue, Progressed, Span, Week, WeekEntry};
use crate::say;
use crate::view::common::{marked, named};
use crate::view::entry::{amendment, progress_parts};
use crate::view::span::these_days;
use crate::words;

pub(super) fn progress(page: &mut Page, report: &Week<'_>, lang: Language) {
    let days = these_days(report.span, lang);
    page.heading(say!(lang, "三、{days}进展", "3. Progress {days}"));
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
    let mut number = 0;
    if !report.finished_tasks.is_empty() {
        let lines = report.finished_tasks.iter().map(|finished| finished_line(finished, lang)).collect();
        listed(page, &mut number, lang.pick("办结", "Finished"), lines, lang);
    }
    if !report.amended.is_empty() {
        let lines = report.amended.iter().map(|amended| amended_line(amended, lang)).collect();
        listed(page, &mut number, lang.pick("计划调整", "Changes of the plan"), lines, lang);
    }
    by_unit(
        page,
        &mut number,
        &report.progressed,
        |task| task.name.unit,
        lang,
        |task| progress_line(report, task, lang),
    );
}

/// `22-07 龚都村92户…：2020-11-20 完成集中居住户数 61户，第二批签约完成`.
fn progress_line(report: &Week<'_>, task: &Progressed<'_>, lang: Language) -> Line {
    let task_named = named(&task.name);
    let called_off = match task.state {
        State::Cancelled => say!(lang, "（已撤销）", " (cancelled)"),
        State::NotStarted | State::InProgress | State::Blocked | State::Done | State::Closed | State::Returned => {
            String::new()
        }
    };
    // A month has too many reports to tell them all: the last one tells how it stands.
    let passed_over = match report.span {
        Span::Week | Span::Days => 0,
        Span::Month | Span::Quarter => task.entries.len().saturating_sub(1),
    };
    let entries = task.entries.iter().skip(passed_over).map(|entry| entry_text(entry, lang));
    let rows = task.closed_rows.iter().map(|rows| rows_text(rows, lang));
    let said = entries.chain(rows).collect::<Vec<_>>().join(&say!(lang, "；", "; "));
    let times = task.entries.len();
    let said = if passed_over > 0 {
        say!(lang, "报送 {times} 次，最近：{said}", "{times} reports, the last: {said}")
    } else {
        said
    };
    Line::plain(say!(lang, "{task_named}{called_off}：{said}", "{task_named}{called_off}: {said}"))
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

fn finished_line(finished: &Finished<'_>, lang: Language) -> Line {
    let (task, day) = (task_of_unit(&finished.name, lang), finished.finished_on);
    Line::plain(say!(lang, "{task}：{day} 办结", "{task}: finished on {day}"))
}

fn amended_line(amended: &Amended<'_>, lang: Language) -> Line {
    let (task, day, change) = (task_of_unit(&amended.name, lang), amended.date, amendment(&amended.line, lang));
    Line::plain(say!(lang, "{task}：{day} {change}", "{task}: {day} {change}"))
}

pub(super) fn issues(page: &mut Page, report: &Week<'_>, lang: Language) {
    page.heading(say!(lang, "四、存在问题", "4. Problems"));
    if report.issues.is_empty() {
        let days = these_days(report.span, lang);
        page.say(say!(lang, "{days}没有新报送的问题。", "No problem was reported {days}."));
    } else {
        by_unit(page, &mut 0, &report.issues, |issue| issue.name.unit, lang, |issue| issue_line(issue, lang));
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

fn issue_line(issue: &Issue<'_>, lang: Language) -> Line {
    let task = named(&issue.name);
    let (date, problem) = (issue.date, issue.issue);
    let next = match issue.next {
        Some(next) => say!(lang, "下一步措施：{next}", "next: {next}"),
        None => say!(lang, "下一步措施：未报送", "next: not said"),
    };
    Line::plain(say!(lang, "{task}：{problem}（{date} 报送）；{next}", "{task}: {problem} (reported {date}); {next}"))
}
