//! Who is late.

use super::lines::{items, none, opening, others};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::{Escalation, Language};
use crate::report::week::{LateTask, Week};
use crate::say;
use crate::view::Medium;
use crate::view::common::{marked, unit_of};
use crate::words::Worded;

pub(super) fn late(page: &mut Page, report: &Week<'_>, lang: Language, medium: Medium) {
    page.heading(say!(lang, "三、滞后及逾期", "3. Overdue and behind"));
    let lateness = &report.lateness;
    let tasks = lateness.shown.len() + lateness.others.iter().map(|unit| unit.tasks).sum::<usize>();
    if tasks == 0 {
        page.say(none(lang));
        return;
    }
    let (overdue, behind) = (lateness.overdue, lateness.behind);
    let both = match (overdue + behind).saturating_sub(tasks) {
        0 => String::new(),
        both => say!(lang, "（{both} 项既逾期又滞后）", " ({both} of them both)"),
    };
    page.say(say!(
        lang,
        "共 {tasks} 项：逾期 {overdue} 项，滞后 {behind} 项{both}。",
        "Late: {tasks}, of which {overdue} overdue, {behind} behind{both}."
    ));
    match medium {
        Medium::Paper => page.add(Block::Table(late_table(&lateness.shown, lang))),
        Medium::Chat => page.add(items(&lateness.shown, |task| late_line(task, lang))),
    }
    others(page, &lateness.others, lang);
}

fn late_table(tasks: &[LateTask<'_>], lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "处置", "Action")),
        Column::short(say!(lang, "编号", "ID")),
        Column::short(say!(lang, "牵头单位", "Lead")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "情况", "Why")),
    ];
    let rows = tasks.iter().map(|task| {
        let tone = match task.escalation {
            Some(Escalation::Circulate | Escalation::Supervise | Escalation::Urge) => Tone::Strong,
            Some(Escalation::Remind) | None => Tone::Plain,
        };
        vec![
            Cell::toned(task.escalation.map_or("", |escalation| escalation.word(lang)), tone),
            Cell::plain(task.name.id),
            Cell::plain(unit_of(lang, task.name.unit)),
            Cell::plain(marked(task.name.title, task.name.title_assumed)),
            Cell::plain(task.messages.join(&say!(lang, "；", "; "))),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `经发办*【逾期·通报】12-08 完成金泽工业园区整体转型方案：应于 …`.
fn late_line(task: &LateTask<'_>, lang: Language) -> Line {
    let tag = task.code.word(lang);
    let tag = match task.escalation.map(|escalation| escalation.word(lang)) {
        Some(action) => say!(lang, "{tag}·{action}", "{tag}, {action}"),
        None => tag.to_owned(),
    };
    let (opening, why) = (opening(&task.name, &tag, lang, Medium::Chat), task.messages.join(&say!(lang, "；", "; ")));
    Line::plain(say!(lang, "{opening}：{why}", "{opening}: {why}"))
}
