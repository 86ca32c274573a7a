//! The page: first the counts, then what should not have happened, then all of it.

use super::{changes, impact, journal, names, notices, summary, words};
use crate::git;
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::diff::{Diff, FieldChange, SideLine, TaskLabel};
use crate::say;
use crate::view::Medium;
use crate::view::common::{add_legend, marked, unit};
use crate::words::sample_tag;

/// Lays out what changed: first the counts, then what should not have happened, then all of it.
pub fn diff(report: &Diff<'_>, lang: Language, medium: Medium) -> Page {
    let mut page = opening(report, lang);
    labels(&mut page, &report.comparison.added, &say!(lang, "新增任务", "New tasks"), (lang, medium));
    labels(&mut page, &report.comparison.removed, &say!(lang, "删去的任务", "Tasks taken out"), (lang, medium));
    renumbered(&mut page, report, lang);
    changes::add(&mut page, report, lang, medium);
    rules(&mut page, &report.comparison.plan, lang, medium);
    journal::add(&mut page, report, lang);
    notices::add(&mut page, report, lang);
    impact::add(&mut page, report, lang, medium);
    add_legend(&mut page, lang);
    page
}

/// The counts alone.
pub fn diff_stat(report: &Diff<'_>, lang: Language) -> Page {
    let mut page = opening(report, lang);
    if !report.comparison.is_empty() {
        page.add(Block::Fields(summary::counts(&report.comparison.totals, lang)));
    }
    impact::add_counts(&mut page, report, lang);
    page
}

fn opening(report: &Diff<'_>, lang: Language) -> Page {
    let mut page = Page::default();
    let title = Line::plain(report.head.title).with(say!(lang, "——版本比对", " — what changed"), Tone::Plain);
    page.add(Block::Title(match report.head.sample {
        true => title.with(sample_tag(lang), Tone::Red),
        false => title,
    }));
    let (from, to) = (side(&report.from, lang), side(&report.to, lang));
    page.say(say!(lang, "{from} → {to}", "{from} → {to}"));
    let totals = &report.comparison.totals;
    page.add(Block::Paragraph(Line::default().with(summary::line(&report.comparison, lang), Tone::Strong)));
    if let Some(tampering) = summary::tampering(totals, lang) {
        page.add(Block::Paragraph(Line::default().with(tampering, Tone::Red)));
    }
    page
}

fn side(side: &SideLine, lang: Language) -> String {
    match (&side.revision, side.date, &side.folder) {
        (Some(id), date, _) => {
            let id: String = id.chars().take(git::SHORT_ID).collect();
            let date = date.map_or_else(String::new, |date| date.to_string());
            say!(lang, "版本 {id}（{date}）", "revision {id} ({date})")
        }
        (None, _, Some(folder)) => folder.clone(),
        (None, _, None) => say!(lang, "当前文件", "the files on the disk"),
    }
}

/// Tasks that only one side has.
fn labels(page: &mut Page, tasks: &[TaskLabel<'_>], heading: &str, (lang, medium): (Language, Medium)) {
    if tasks.is_empty() {
        return;
    }
    page.heading(heading);
    let line = |task: &TaskLabel<'_>| {
        let (id, title) = (task.id, marked(task.title, task.title_assumed));
        let unit = unit(lang, task.lead, task.lead_short, task.lead_assumed);
        let deadline = marked(&task.deadline.to_string(), task.deadline_assumed);
        Line::plain(match medium {
            Medium::Paper => {
                say!(lang, "{id} {title}（{unit}，时限 {deadline}）", "{id} {title} ({unit}, due {deadline})")
            }
            Medium::Chat => say!(lang, "{unit} {id} {title}，时限 {deadline}", "{unit} {id} {title}, due {deadline}"),
        })
    };
    page.add(Block::Items(tasks.iter().map(line).collect()));
}

fn renumbered(page: &mut Page, report: &Diff<'_>, lang: Language) {
    let tasks = &report.comparison.renumbered;
    if tasks.is_empty() {
        return;
    }
    page.heading(say!(lang, "编号改动（编号应永久不变）", "Renumbered (an id is meant to be permanent)"));
    let line = |task: &crate::report::diff::Renumbered<'_>| {
        let (from, to, title) = (task.from, task.to, task.title);
        Line::plain(say!(lang, "{from} 改为 {to}：{title}", "{from} is now {to}: {title}"))
    };
    page.add(Block::Items(tasks.iter().map(line).collect()));
}

/// What `plan.yaml` says otherwise.
fn rules(page: &mut Page, changes: &[FieldChange], lang: Language, medium: Medium) {
    if changes.is_empty() {
        return;
    }
    page.heading(say!(lang, "计划设置及规则", "The plan and its rules"));
    let told: Vec<(String, String)> = changes
        .iter()
        .map(|change| (names::plan_field(lang, &change.field), words::plain_change(change, lang)))
        .collect();
    page.add(match medium {
        Medium::Paper => Block::Table(Table {
            columns: vec![Column::text(say!(lang, "事项", "What")), Column::text(say!(lang, "改动", "Change"))],
            rows: told.iter().map(|(field, change)| vec![Cell::plain(field), Cell::plain(change)]).collect(),
        }),
        Medium::Chat => Block::Items(
            told.iter()
                .map(|(field, change)| Line::plain(say!(lang, "{field}：{change}", "{field}: {change}")))
                .collect(),
        ),
    });
}
