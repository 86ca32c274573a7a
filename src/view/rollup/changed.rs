//! What some days have changed in many plans, and who was silent.

use crate::assess::Light;
use crate::paper::{Block, Line, Page};
use crate::plan::{Language, LightStyles};
use crate::report::rollup::{Rolled, RolledPlan, RolledWeek, Rollup};
use crate::report::task_name::TaskName;
use crate::report::week::{Amended, Issue, LightChange, SilentUnit};
use crate::say;
use crate::view::common::{name_in, named, tone_in, unit_of, word_in};
use crate::view::entry::amendment;
use crate::view::span::{than_before, these_days};
use crate::words;

use super::alerts::row_of;
use super::frame::capital;
use super::page::{changed_lights, headline};

/// So many things are listed under one heading.
pub(super) const LISTED: usize = 20;

/// The whole in a sentence, and, where any plan was read, what has changed and what happened.
pub(super) fn add_whole(page: &mut Page, report: &Rollup, week: &RolledWeek, lang: Language) {
    page.say(headline(report, lang));
    if !report.plans.is_empty() {
        page.say(changed_line(report, week, lang));
        page.say(counts_line(week, lang));
    }
}

fn changed_line(report: &Rollup, week: &RolledWeek, lang: Language) -> String {
    let than = capital(than_before(week.span, lang));
    match changed_lights(report, lang) {
        Some((day, changes)) => {
            say!(lang, "{than}（截至 {day}）：{changes}。", "{than} ({day}): {changes}.")
        }
        None => say!(lang, "{than}：计划尚未开始，无从比较。", "{than}: no plan had begun."),
    }
}

fn counts_line(week: &RolledWeek, lang: Language) -> String {
    let days = these_days(week.span, lang);
    let counts = week.counts;
    let (reported, finished, due) = (counts.reported_tasks, counts.finished_tasks, counts.due_next);
    let (amended, problems) = (counts.amendments, counts.problems);
    say!(
        lang,
        "{days}有进展记录的任务 {reported} 项，办结 {finished} 项，计划调整 {amended} 项，报送问题 {problems} 个；接下来到期 {due} 项。",
        "Tasks heard of {days}: {reported}; finished: {finished}; changes of plans: {amended}; problems: {problems}; due next: {due}."
    )
}

pub(super) fn changed(page: &mut Page, report: &Rollup, week: &RolledWeek, lang: Language) {
    let mut number = 0;
    let to = |light: Light| week.became(light).map(|of| light_line(report, of, lang)).collect::<Vec<_>>();
    for light in [Light::Red, Light::Yellow, Light::Blue] {
        let word = name_in(&report.lights, lang, light);
        let title = say!(lang, "新增{word}", "New: {word}");
        section(page, &mut number, &title, to(light), lang);
    }
    let amended = week.amended.iter().map(|of| amended_line(report, of, lang)).collect();
    section(page, &mut number, lang.pick("计划调整", "Changes of plans"), amended, lang);
    let issues = week.issues.iter().map(|of| issue_line(report, of, lang)).collect();
    section(page, &mut number, lang.pick("报送的问题", "Problems"), issues, lang);
    if number == 0 {
        page.say(say!(lang, "没有新增红灯、黄灯、蓝灯，没有计划调整和问题", "Nothing"));
    }
}

/// Lines under a numbered title; no more than a reader takes in, the rest counted.
fn section(page: &mut Page, number: &mut usize, title: &str, mut lines: Vec<Line>, lang: Language) {
    let count = lines.len();
    if count == 0 {
        return;
    }
    *number += 1;
    let ordinal = words::ordinal(lang, *number);
    page.add(Block::Subheading(Line::plain(say!(
        lang,
        "（{ordinal}）{title}（{count} 项）",
        "({ordinal}) {title} ({count})"
    ))));
    lines.truncate(LISTED);
    page.add(Block::Items(lines));
    if let Some(more) = count.checked_sub(LISTED).filter(|more| *more > 0) {
        page.say(say!(lang, "另有 {more} 项，未列出", "{more} more are not listed"));
    }
}

/// `河西镇人民政府 1-02 迎接评审（规建办）：▸ 绿灯 → ✗ 红灯`.
fn light_line(report: &Rollup, of: &Rolled<LightChange<'_>>, lang: Language) -> Line {
    let default = LightStyles::default();
    let styles = row_of(report, of).map_or(&default, |row| &row.lights);
    let (task, was, is) = (
        task_line(report, of, &of.of.name, lang),
        word_in(styles, lang, of.of.before),
        word_in(styles, lang, of.of.now),
    );
    Line::plain(say!(lang, "{task}：{was} → ", "{task}: {was} → ")).with(is, tone_in(styles, of.of.now))
}

fn amended_line(report: &Rollup, of: &Rolled<Amended<'_>>, lang: Language) -> Line {
    let (task, day, change) = (task_line(report, of, &of.of.name, lang), of.of.date, amendment(&of.of.line, lang));
    Line::plain(say!(lang, "{task}：{day} {change}", "{task}: {day} {change}"))
}

fn issue_line(report: &Rollup, of: &Rolled<Issue<'_>>, lang: Language) -> Line {
    let (task, date, problem) = (task_line(report, of, &of.of.name, lang), of.of.date, of.of.issue);
    Line::plain(say!(lang, "{task}：{problem}（{date} 报送）", "{task}: {problem} (reported {date})"))
}

/// `河西镇人民政府 1-02 迎接评审（规建办）`.
fn task_line<T>(report: &Rollup, of: &Rolled<T>, name: &TaskName<'_>, lang: Language) -> String {
    let (plan, task, unit) = (plan_of(report, of), named(name), unit_of(lang, name.unit));
    say!(lang, "{plan} {task}（{unit}）", "{plan} {task} ({unit})")
}

pub(super) fn plan_of<'r, T>(report: &'r Rollup, of: &Rolled<T>) -> &'r str {
    row_of(report, of).map_or("", |row| &row.name)
}

/// The plans that were silent altogether, then the units of the others, a line a plan.
pub(super) fn silent(page: &mut Page, report: &Rollup, week: &RolledWeek, lang: Language) {
    let days = these_days(week.span, lang);
    let plans = report.silent_plans();
    let lines: Vec<Line> = plans.iter().map(|row| silent_line(row, lang)).collect();
    let mut number = 0;
    section(
        page,
        &mut number,
        &say!(lang, "{days}没有任何报送的计划", "Plans of which nothing was heard {days}"),
        lines,
        lang,
    );
    let others = units_by_plan(report, week);
    let lines = others.iter().map(|(row, units)| units_line(row, units, lang)).collect();
    section(page, &mut number, &say!(lang, "有单位{days}未报送的计划", "Plans with silent units"), lines, lang);
    if number == 0 {
        page.say(say!(lang, "无", "None"));
    }
}

/// The silent units of the plans that were heard of, in the report's order.
pub(super) fn units_by_plan<'r>(
    report: &'r Rollup,
    week: &'r RolledWeek,
) -> Vec<(&'r RolledPlan, Vec<&'r SilentUnit<'static>>)> {
    let heard = |row: &RolledPlan| row.week.as_ref().is_some_and(|week| !week.silent);
    let of_heard = week.silent_units.iter().filter_map(|unit| Some((row_of(report, unit)?, unit)));
    let of_heard: Vec<_> = of_heard.filter(|(row, _)| heard(row)).collect();
    // A plan's units stand together.
    let plans = of_heard.chunk_by(|(_, one), (_, other)| one.row == other.row);
    plans.filter_map(|units| Some((units.first()?.0, units.iter().map(|(_, unit)| &unit.of).collect()))).collect()
}

/// `河西镇人民政府：在办 3 项，最近报送 2020-11-06`.
fn silent_line(row: &RolledPlan, lang: Language) -> Line {
    let (name, tasks) = (&row.name, row.week.as_ref().map_or(0, |week| week.open_tasks));
    let last = match row.figures.reach.last_entry {
        Some(day) => say!(lang, "最近报送 {day}", "last heard of on {day}"),
        None => say!(lang, "从未报送", "never heard of"),
    };
    Line::plain(say!(lang, "{name}：在办 {tasks} 项，{last}", "{name}: {tasks} open; {last}"))
}

/// `青山镇人民政府：规建办* 2 项、社建办 1 项`.
fn units_line(row: &RolledPlan, units: &[&SilentUnit<'_>], lang: Language) -> Line {
    let counts = units.iter().map(|unit| {
        let (unit, tasks) = (unit_of(lang, unit.unit), unit.open_tasks);
        say!(lang, "{unit} {tasks} 项", "{unit} {tasks}")
    });
    let (name, units) = (&row.name, words::list(lang, counts));
    Line::plain(say!(lang, "{name}：{units}", "{name}: {units}"))
}
