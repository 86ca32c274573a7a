//! The page: how things stand, then its parts.

use super::{ahead, carried, late, progress};
use crate::assess::Light;
use crate::paper::{Block, Cell, Column, Letter, Page, Table};
use crate::plan::Language;
use crate::report::week::Week;
use crate::say;
use crate::view::Medium;
use crate::view::common::{add_end, as_of, light_cell, light_name, page, percent};
use crate::view::notices;
use crate::view::totals::{known_progress, share_of, totals_line};

/// Lays out a week.
pub fn week(report: &Week<'_>, lang: Language, medium: Medium) -> Page {
    let about = match report.week {
        Some(_) => say!(lang, "落实情况周报", "weekly report"),
        None => say!(lang, "落实情况报告", "report"),
    };
    let mut page = page(&report.header, lang, &about);
    page.say(span_line(report, lang));
    overall(&mut page, report, lang, medium);
    progress::progress(&mut page, report, lang, medium);
    late::late(&mut page, report, lang, medium);
    progress::issues(&mut page, report, lang, medium);
    ahead::ahead(&mut page, report, lang, medium);
    notices::section(&mut page, say!(lang, "附：通知单办理", "Annex: notices"), &report.notices, lang, medium);
    ahead::missed(&mut page, report, lang);
    ahead::silent(&mut page, report, lang, medium);
    add_end(&mut page, &report.header, lang);
    page
}

/// The week as a letter: the same page with its days written out, signed by who issues the plan.
pub fn week_letter(report: &Week<'_>, lang: Language) -> Letter {
    crate::view::common::in_letter(week(report, lang, Medium::Paper), &report.header, lang)
}

/// `2020年第48周（2020-11-23 至 2020-11-29），截至 2020-11-24（星期二），时间已过 78.9%（按工作日计）`.
fn span_line(report: &Week<'_>, lang: Language) -> String {
    let (from, to, day) = (report.from, report.to, as_of(lang, report.header.as_of));
    let days = match report.week.as_deref().and_then(|week| week.split_once("-W")) {
        Some((year, number)) => {
            let number = number.trim_start_matches('0');
            say!(lang, "{year}年第{number}周（{from} 至 {to}）", "Week {number} of {year} ({from} to {to})")
        }
        None => say!(lang, "{from} 至 {to}", "{from} to {to}"),
    };
    let (passed, basis) = (report.passed.percent(), report.pace.said(lang));
    say!(
        lang,
        "{days}，{day}，时间已过 {passed}（{basis}）",
        "{days}. {day}; {passed} of the time has passed ({basis})"
    )
}

fn overall(page: &mut Page, report: &Week<'_>, lang: Language, medium: Medium) {
    page.heading(say!(lang, "一、总体情况", "1. Overall"));
    match medium {
        Medium::Paper => {
            page.add(Block::Table(lights_table(report, lang)));
            let (tasks, known) = (report.now.tasks, known_progress(&report.now, lang));
            let change = change_line(report, lang);
            page.say(say!(lang, "共 {tasks} 项任务，{known}。{change}", "Tasks: {tasks}; {known}. {change}"));
        }
        Medium::Chat => {
            page.say(totals_line(report.head, &report.now, lang));
            page.say(change_line(report, lang));
        }
    }
    carried::carried(page, report, lang);
}

fn lights_table(report: &Week<'_>, lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "亮灯", "Light")),
        Column::number(say!(lang, "任务数", "Tasks")),
        Column::number(say!(lang, "占比", "Share")),
        Column::number(match report.week {
            Some(_) => say!(lang, "较上周", "Change"),
            None => say!(lang, "较期前", "Change"),
        }),
        Column::text(say!(lang, "含义", "Meaning")),
    ];
    let row = |light: Light| {
        let (count, before) = (report.now.count(light), report.before.count(light));
        vec![
            light_cell(report.head, lang, Some(light)),
            Cell::plain(count.to_string()),
            Cell::plain(share_of(count, report.now.tasks)),
            Cell::plain(change(count, before)),
            Cell::plain(light.meaning(lang)),
        ]
    };
    Table { columns, rows: Light::ALL.into_iter().map(row).collect() }
}

/// `+2`, `-1`, `0`.
fn change(now: usize, before: usize) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("+{}", now - before),
        std::cmp::Ordering::Less => format!("-{}", before - now),
        std::cmp::Ordering::Equal => "0".to_owned(),
    }
}

/// What is otherwise than on the day before, in words.
fn change_line(report: &Week<'_>, lang: Language) -> String {
    let (now, before, day) = (&report.now, &report.before, report.before_on);
    let lights = Light::ALL.into_iter().filter(|light| now.count(*light) != before.count(*light)).map(|light| {
        let (word, count, was) = (light_name(report.head, lang, light), now.count(light), before.count(light));
        let points = count.abs_diff(was);
        match count > was {
            true => say!(lang, "{word}增加 {points} 项", "{word} +{points}"),
            false => say!(lang, "{word}减少 {points} 项", "{word} -{points}"),
        }
    });
    let cancelled = now.cancelled.checked_sub(before.cancelled).filter(|more| *more > 0);
    let cancelled = cancelled.map(|more| say!(lang, "撤销 {more} 项", "{more} more cancelled"));
    let progress = (now.progress != before.progress).then(|| {
        let known = |known: usize| say!(lang, "{known} 项有数据", "{known} known");
        let (is, was) = (percent(now.progress), percent(before.progress));
        let (of, of_before) = (known(now.progress_known), known(before.progress_known));
        say!(
            lang,
            "平均完成率由 {was}（{of_before}）变为 {is}（{of}）",
            "mean progress from {was} ({of_before}) to {is} ({of})"
        )
    });
    let parts: Vec<String> = lights.chain(cancelled).chain(progress).collect();
    if parts.is_empty() {
        return match now.progress {
            Some(_) => say!(
                lang,
                "与 {day} 相比，各类亮灯任务数和平均完成率均无变化。",
                "Neither a count nor the mean has changed since {day}."
            ),
            None => say!(lang, "与 {day} 相比，各类亮灯任务数无变化。", "No count has changed since {day}."),
        };
    }
    let parts = parts.join(&say!(lang, "，", ", "));
    say!(lang, "与 {day} 相比：{parts}。", "Since {day}: {parts}.")
}
