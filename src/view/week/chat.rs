//! The week for a chat: a dozen lines, the worst first; details are counted.

use super::ahead::due_line;
use super::attention::{counts, why};
use super::changed::change_line;
use super::lines::counted;
use crate::paper::{Block, Line, Page};
use crate::plan::Language;
use crate::report::week::{PressingTask, SilentUnit, Week};
use crate::say;
use crate::view::common::{named, unit_of};
use crate::view::span::{next_days, these_days};
use crate::view::totals::totals_line;
use crate::words;
use crate::words::Worded;

pub(super) fn chat(page: &mut Page, report: &Week<'_>, lang: Language) {
    attention(page, report, lang);
    page.say(change_line(report, lang));
    page.say(totals_line(report.head, &report.now, lang));
    progress(page, report, lang);
    issues(page, report, lang);
    ahead(page, report, lang);
    silent(page, report, lang);
}

fn attention(page: &mut Page, report: &Week<'_>, lang: Language) {
    if report.attention.tasks.is_empty() {
        page.say(say!(lang, "【逾期及预警】无", "[Overdue and warnings] none"));
        return;
    }
    let counts = counts(report, lang);
    page.say(say!(lang, "【逾期及预警】{counts}", "[Overdue and warnings] {counts}"));
    let shown = report.attention.worst(report.attention.shown);
    page.add(Block::Items(shown.iter().map(|task| attention_line(task, lang)).collect()));
    if !report.attention.others.is_empty() {
        let units = counted(&report.attention.others, lang);
        page.say(say!(lang, "其余：{units}。", "The others: {units}."));
    }
}

/// `经发办*【逾期·通报】12-08 完成金泽工业园区整体转型方案：应于 …`.
fn attention_line(task: &PressingTask<'_>, lang: Language) -> Line {
    let tag = task.code.word(lang);
    let tag = match task.escalation.map(|escalation| escalation.word(lang)) {
        Some(action) => say!(lang, "{tag}·{action}", "{tag}, {action}"),
        None => tag.to_owned(),
    };
    let (unit, named, why) = (unit_of(lang, task.name.unit), named(&task.name), why(task, lang));
    Line::plain(say!(lang, "{unit}【{tag}】{named}：{why}", "{unit} [{tag}] {named}: {why}"))
}

fn progress(page: &mut Page, report: &Week<'_>, lang: Language) {
    let (days, reported, amended) = (these_days(report.span, lang), report.progressed.len(), report.amended.len());
    let ids = |ids: &[&str]| if ids.is_empty() { String::new() } else { bracketed(ids, lang) };
    let (finished, done) = (report.finished.len(), ids(&report.finished));
    let mut changed: Vec<&str> = report.amended.iter().map(|amended| amended.task).collect();
    changed.dedup();
    let changed = ids(&changed);
    page.say(say!(
        lang,
        "【{days}进展】报送 {reported} 项，办结 {finished} 项{done}，计划调整 {amended} 项{changed}。",
        "[Progress {days}] reported {reported}; finished {finished}{done}; changes of the plan {amended}{changed}."
    ));
}

fn issues(page: &mut Page, report: &Week<'_>, lang: Language) {
    let mut new: Vec<&str> = report.issues.iter().map(|issue| issue.task).collect();
    new.dedup();
    if new.is_empty() && report.open_issues.is_empty() {
        return;
    }
    let told = |ids: &[&str]| if ids.is_empty() { String::new() } else { bracketed(ids, lang) };
    let (reported, before) = (new.len(), report.open_issues.len());
    let (new, open) = (told(&new), told(&report.open_issues));
    page.say(say!(
        lang,
        "【存在问题】新报送 {reported} 项{new}，此前报送、尚未说明已解决 {before} 项{open}。",
        "[Problems] new {reported}{new}; reported before and not said to be solved {before}{open}."
    ));
}

fn bracketed(ids: &[&str], lang: Language) -> String {
    let ids = words::list(lang, ids);
    say!(lang, "（{ids}）", " ({ids})")
}

fn ahead(page: &mut Page, report: &Week<'_>, lang: Language) {
    let (next, end) = (next_days(report.span, lang), report.upcoming_to);
    if report.ahead.days.is_empty() {
        page.say(say!(lang, "【{next}】至 {end} 无到期事项", "[{next}] nothing is due by {end}"));
        return;
    }
    let count = report.upcoming.len() + report.upcoming_checkpoints.len() + report.upcoming_reports.len();
    page.say(say!(lang, "【{next}】至 {end} 到期 {count} 项：", "[{next}] due by {end}: {count}"));
    let lines = report.ahead.days.iter().flat_map(|day| day.things.iter().map(move |thing| (day, thing)));
    page.add(Block::Items(lines.map(|(day, thing)| due_line(day, thing, lang)).collect()));
    if !report.ahead.others.is_empty() {
        let units = counted(&report.ahead.others, lang);
        page.say(say!(lang, "其余：{units}。", "The others: {units}."));
    }
}

fn silent(page: &mut Page, report: &Week<'_>, lang: Language) {
    let days = these_days(report.span, lang);
    let units = report.silent_units.len();
    if units == 0 {
        page.say(say!(lang, "【未报送】各单位{days}均有报送", "[Unreported] every unit was heard of {days}"));
    } else {
        let counts = list(&report.silent_units, |unit| unit.open_tasks, lang);
        page.say(say!(
            lang,
            "【未报送】{days}未报送单位 {units} 个（在办任务数）：{counts}。",
            "[Unreported] units of which nothing was heard {days} (with their open tasks): {units}: {counts}."
        ));
    }
    if !report.partly_silent_units.is_empty() {
        let counts = list(&report.partly_silent_units, |unit| unit.unreported(), lang);
        page.say(say!(
            lang,
            "另有部分任务从未报送或上期未报送：{counts}。",
            "Heard of, but for tasks never reported or not in the last period: {counts}."
        ));
    }
}

fn list(units: &[SilentUnit<'_>], count: impl Fn(&SilentUnit<'_>) -> usize, lang: Language) -> String {
    words::list(lang, units.iter().map(|unit| format!("{} {}", unit_of(lang, unit.unit), count(unit))))
}
