//! What needs attention: the worst in a frame, then all of it, a row a task.

use super::lines::{none, others};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::{Escalation, Language};
use crate::report::week::{PressingTask, Week};
use crate::say;
use crate::view::common::{light_cell, named, unit_of};
use crate::view::span::these_days;
use crate::words::Worded;

/// So many tasks stand in the frame.
const WORST: usize = 3;

/// The worst, in a frame.
pub(super) fn worst(page: &mut Page, report: &Week<'_>, lang: Language) {
    let worst = report.attention.worst(WORST);
    let days = these_days(report.span, lang);
    if worst.is_empty() {
        return;
    }
    let title = match report.attention.tasks.len() {
        all if all > WORST => {
            say!(lang, "{days}最需关注（共 {all} 项，前 {WORST} 项）", "Worst {days} (first {WORST} of {all})")
        }
        _ => say!(lang, "{days}最需关注", "Worst {days}"),
    };
    page.add(Block::Frame(Line::plain(title), worst.iter().map(|task| worst_line(task, lang)).collect()));
}

/// `【通报】12-08 完成金泽工业园区整体转型方案（经发办*）：应于 …，已逾期 25 天`.
fn worst_line(task: &PressingTask<'_>, lang: Language) -> Line {
    let (named, unit) = (named(&task.name), unit_of(lang, task.name.unit));
    let action =
        say!(lang, "【{}】", "[{}] ", task.escalation.map_or(task.code.word(lang), |action| action.word(lang)));
    let why = why(task, lang);
    Line::default()
        .with(action, Tone::Strong)
        .with(say!(lang, "{named}（{unit}）：{why}", "{named} ({unit}): {why}"), Tone::Plain)
}

pub(super) fn attention(page: &mut Page, report: &Week<'_>, lang: Language) {
    page.heading(say!(lang, "二、逾期及预警", "2. Overdue and warnings"));
    if report.attention.tasks.is_empty() {
        page.say(none(lang));
        return;
    }
    page.say(counts(report, lang));
    let shown = report.attention.worst(report.attention.shown);
    page.add(Block::Table(table(report, shown, lang)));
    others(page, &report.attention.others, lang);
}

/// `共 12 项：逾期 3 项，滞后 4 项，受阻 2 项（同一任务可有多种情形）。`
pub(super) fn counts(report: &Week<'_>, lang: Language) -> String {
    let attention = &report.attention;
    let reasons = attention.reasons.iter().map(|reason| {
        let (word, tasks) = (reason.code.word(lang), reason.tasks);
        say!(lang, "{word} {tasks} 项", "{word} {tasks}")
    });
    let (tasks, sum) = (attention.tasks.len(), attention.reasons.iter().map(|reason| reason.tasks).sum::<usize>());
    let several =
        if sum > tasks { lang.pick("（同一任务可有多种情形）", " (a task may have several)") } else { "" };
    let reasons = reasons.collect::<Vec<_>>().join(&say!(lang, "，", ", "));
    say!(lang, "共 {tasks} 项：{reasons}{several}。", "{tasks}: {reasons}{several}.")
}

fn table(report: &Week<'_>, tasks: &[PressingTask<'_>], lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "亮灯", "Light")),
        Column::short(say!(lang, "处置", "Action")),
        Column::short(say!(lang, "牵头单位", "Lead")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "情况", "Why")),
    ];
    let row = |task: &PressingTask<'_>| {
        let tone = match task.escalation {
            Some(Escalation::Circulate | Escalation::Supervise | Escalation::Urge) => Tone::Strong,
            Some(Escalation::Remind) | None => Tone::Plain,
        };
        vec![
            light_cell(report.head, lang, task.light),
            Cell::toned(task.escalation.map_or("", |escalation| escalation.word(lang)), tone),
            Cell::plain(unit_of(lang, task.name.unit)),
            Cell::plain(named(&task.name)),
            Cell::plain(why(task, lang)),
        ]
    };
    Table { columns, rows: tasks.iter().map(row).collect() }
}

pub(super) fn why(task: &PressingTask<'_>, lang: Language) -> String {
    task.messages.join(&say!(lang, "；", "; "))
}
