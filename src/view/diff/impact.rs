//! What the changes do to the lights and alerts of a day.

use crate::assess::Light;
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::alerts::AlertLine;
use crate::report::diff::{Dark, Diff, Impact, LightChange, Shown};
use crate::say;
use crate::view::Medium;
use crate::view::common::{as_of, light_cell, light_word, marked, unit};
use crate::words::Worded;

/// Adds the lights that are others, then the alerts.
pub(super) fn add(page: &mut Page, report: &Diff<'_>, lang: Language, medium: Medium) {
    let Some(impact) = &report.impact else { return };
    add_counts(page, report, lang);
    if !impact.lights.is_empty() {
        page.add(match medium {
            Medium::Paper => Block::Table(table(report, impact, lang)),
            Medium::Chat => Block::Items(impact.lights.iter().map(|task| line(report, task, lang)).collect()),
        });
    }
    for (alerts, heading) in [
        (&impact.gone, say!(lang, "不再有的预警", "Alerts that are gone")),
        (&impact.appeared, say!(lang, "新出现的预警", "New alerts")),
    ] {
        if !alerts.is_empty() {
            page.heading(heading);
            page.add(Block::Items(alerts.iter().map(|one| alert(one, lang)).collect()));
        }
    }
}

/// Adds the lights, counted on both sides.
pub(super) fn add_counts(page: &mut Page, report: &Diff<'_>, lang: Language) {
    let Some(impact) = &report.impact else { return };
    let day = as_of(lang, impact.as_of);
    page.heading(say!(lang, "对亮灯和预警的影响，{day}", "What that does to lights and alerts. {day}"));
    let counts = Light::ALL.into_iter().filter_map(|light| {
        let (before, now) = (impact.before.count(light), impact.now.count(light));
        let word = light_word(report.words, lang, Some(light));
        (before != now).then(|| say!(lang, "{word} {before} 项变为 {now} 项", "{word} from {before} to {now}"))
    });
    let counts: Vec<String> = counts.collect();
    let (lights, gone, appeared) = (impact.lights.len(), impact.gone.len(), impact.appeared.len());
    if lights + gone + appeared == 0 {
        page.say(say!(lang, "亮灯和预警均无变化", "No light and no alert differs"));
        return;
    }
    page.say(say!(
        lang,
        "亮灯变化 {lights} 项，预警减少 {gone} 条、新增 {appeared} 条",
        "lights that differ: {lights}; alerts gone: {gone}, new: {appeared}"
    ));
    if !counts.is_empty() {
        page.say(counts.join(lang.pick("；", "; ")));
    }
}

fn table(report: &Diff<'_>, impact: &Impact<'_>, lang: Language) -> Table {
    let columns = vec![
        Column::text(say!(lang, "工作任务", "Task")),
        Column::short(say!(lang, "改动前", "Before")),
        Column::short(say!(lang, "改动后", "Now")),
    ];
    let rows = impact.lights.iter().map(|task| {
        let name = format!("{} {}", task.task, marked(task.title, task.title_assumed));
        vec![Cell::plain(name), cell(report, task.before, lang), cell(report, task.now, lang)]
    });
    Table { columns, rows: rows.collect() }
}

fn cell(report: &Diff<'_>, shown: Shown, lang: Language) -> Cell {
    match shown {
        Shown::Light(light) => light_cell(report.words, lang, Some(light)),
        Shown::Dark(_) => Cell::toned(word(report, shown, lang), Tone::Faint),
    }
}

fn word(report: &Diff<'_>, shown: Shown, lang: Language) -> String {
    match shown {
        Shown::Light(light) => light_word(report.words, lang, Some(light)),
        Shown::Dark(Dark::Cancelled) => light_word(report.words, lang, None),
        Shown::Dark(Dark::Absent) => say!(lang, "无此任务", "not there"),
    }
}

fn line(report: &Diff<'_>, task: &LightChange<'_>, lang: Language) -> Line {
    let (before, now) = (word(report, task.before, lang), word(report, task.now, lang));
    let (id, title) = (task.task, marked(task.title, task.title_assumed));
    Line::plain(say!(lang, "{id} {title}：{before} 变为 {now}", "{id} {title}: {before}, now {now}"))
}

fn alert(alert: &AlertLine<'_>, lang: Language) -> Line {
    let (task, title, why) = (alert.task, alert.title, &alert.message);
    let unit = unit(lang, alert.lead, alert.lead_short, alert.lead_assumed);
    let mut tag = alert.code.word(lang).to_owned();
    if let Some(escalation) = alert.escalation {
        tag = say!(lang, "{tag}·{word}", "{tag}, {word}", word = escalation.word(lang));
    }
    Line::plain(say!(lang, "{unit}【{tag}】{task} {title}：{why}", "{unit} [{tag}] {task} {title}: {why}"))
}
