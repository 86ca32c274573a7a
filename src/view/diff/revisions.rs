//! The pages of the revisions of a plan or a task: what each changed, and who set what holds now.

use super::changes::told_line;
use super::{names, summary, words};
use crate::git;
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::{Head, Language, OwnField};
use crate::report::blame::{Blame, BlamedField};
use crate::report::diff::{Comparison, Holding};
use crate::report::revisions::{RevisionLine, Revisions};
use crate::say;
use crate::view::common::{add_legend, marked, page};
use crate::words::list;

/// Lays out the revisions, newest first.
pub fn revisions(report: &Revisions<'_>, lang: Language) -> Page {
    let about = match (report.task, report.title) {
        (Some(id), Some(title)) => say!(lang, "{id} {title} 修订记录", "{id} {title}: revisions"),
        _ => say!(lang, "修订记录", "revisions"),
    };
    let mut page = page(&report.header, lang, &about);
    let count = report.revisions.len();
    page.say(match count {
        1 => say!(lang, "共 1 次修订", "1 revision"),
        _ => say!(lang, "共 {count} 次修订", "{count} revisions"),
    });
    for line in &report.revisions {
        let id: String = line.revision.chars().take(git::SHORT_ID).collect();
        let (date, author, subject) = (line.date, line.author, line.subject);
        let heading = Line::default()
            .with(say!(lang, "{date} {author}", "{date} {author}"), Tone::Strong)
            .with(say!(lang, "  {id}  {subject}", "  {id}  {subject}"), Tone::Faint);
        page.add(Block::Paragraph(heading));
        page.add(Block::Items(said(line, report.task.is_some(), lang)));
    }
    add_legend(&mut page, lang);
    page
}

/// What a revision changed, a line a matter.
fn said(line: &RevisionLine<'_>, about_task: bool, lang: Language) -> Vec<Line> {
    let mut lines = Vec::new();
    match &line.changes {
        Some(_) if line.cut_off => lines.push(Line::plain(say!(
            lang,
            "历史在此截断（浅克隆）：此前的修订、本次改了什么，均不在本仓库中",
            "the history is cut off here (a shallow clone): what was before, and what this changed, is not in this clone"
        ))),
        None => {
            lines.push(Line::plain(say!(lang, "plan.yaml 有误，无法比较", "plan.yaml cannot be read: not compared")))
        }
        Some(changes) if line.first && !about_task => {
            let tasks = changes.added.len();
            lines.push(Line::plain(say!(lang, "建立计划，{tasks} 项任务", "the plan begins: {tasks} tasks")));
        }
        Some(changes) => tell(&mut lines, changes, lang),
    }
    if !line.unread.is_empty() {
        let files = list(lang, line.unread);
        lines.push(Line::plain(say!(lang, "{files} 有误，未作比较", "{files} cannot be read: not compared")));
    }
    lines
}

fn tell(lines: &mut Vec<Line>, changes: &Comparison<'_>, lang: Language) {
    if let Some(tampering) = summary::tampering(&changes.totals, lang) {
        lines.push(Line::default().with(tampering, Tone::Red));
    }
    for task in &changes.added {
        let (id, title) = (task.id, marked(task.title, task.title_assumed));
        lines.push(Line::plain(say!(lang, "新增 {id} {title}", "new: {id} {title}")));
    }
    for task in &changes.removed {
        let (id, title) = (task.id, marked(task.title, task.title_assumed));
        lines.push(Line::plain(say!(lang, "删去 {id} {title}", "taken out: {id} {title}")));
    }
    for task in &changes.renumbered {
        let (from, to, title) = (task.from, task.to, task.title);
        lines.push(Line::plain(say!(lang, "编号 {from} 改为 {to}：{title}", "{from} is now {to}: {title}")));
    }
    lines.extend(changes.changed.iter().map(|task| told_line(task, lang)));
    for change in &changes.plan {
        let (field, said) = (names::plan_field(lang, &change.field), words::plain_change(change, lang));
        lines.push(Line::plain(say!(lang, "{field} {said}", "{field} {said}")));
    }
    let entries = changes.totals.entries_added;
    if entries > 0 {
        let tasks = list(lang, changes.journal.added.iter().take(SHOWN).map(|entries| entries.task));
        let more = if changes.journal.added.len() > SHOWN { lang.pick(" 等", " …") } else { "" };
        let plural = if entries == 1 { "entry" } else { "entries" };
        lines.push(Line::plain(say!(
            lang,
            "台账新增 {entries} 条（{tasks}{more}）",
            "{entries} new {plural} ({tasks}{more})"
        )));
    }
}

/// So many tasks are named whose journal has grown.
const SHOWN: usize = 8;

/// Lays out who set each field.
pub fn blame(report: &Blame<'_>, lang: Language) -> Page {
    let (id, title) = (report.task, report.title);
    let mut page = page(&report.header, lang, &say!(lang, "{id} {title} 逐项出处", "{id} {title}: who set what"));
    let columns = vec![
        Column::text(say!(lang, "事项", "What")),
        Column::text(say!(lang, "现为", "Is now")),
        Column::text(say!(lang, "版本", "Revision")),
        Column::text(say!(lang, "日期", "Date")),
        Column::text(say!(lang, "提交人", "Author")),
        Column::text(say!(lang, "依据", "By what")),
    ];
    let rows = report.fields.iter().map(|field| row(report.head, field, lang)).collect();
    page.add(Block::Table(Table { columns, rows }));
    add_legend(&mut page, lang);
    page
}

fn row(head: &Head, field: &BlamedField<'_>, lang: Language) -> Vec<Cell> {
    let key = field.said.field.strip_prefix("fields.");
    let own = key.and_then(|key| head.fields.iter().find(|own| own.key == key));
    let held = match &field.said.to {
        Holding::List(items) => list(lang, items.iter().map(|item| names::thing(lang, &field.said.field, item))),
        held => words::value(lang, &field.said.field, held, own.map_or("", OwnField::unit)),
    };
    let by = match &field.amendment {
        Some(note) => {
            let (date, reason, approved_by) = (note.date, note.reason, note.approved_by);
            say!(
                lang,
                "{date} 调整：{reason}（{approved_by}批准）",
                "amended {date}: {reason} (approved by {approved_by})"
            )
        }
        None if field.confirmed.is_some() => {
            let confirmed = field.confirmed.as_deref().unwrap_or("");
            say!(lang, "核定：{confirmed}", "confirmed: {confirmed}")
        }
        None if field.cut_off => say!(lang, "浅克隆的截断处或更早", "where the shallow clone is cut off, or before"),
        None => field.subject.unwrap_or("").to_owned(),
    };
    let id: String = field.revision.unwrap_or("—").chars().take(git::SHORT_ID).collect();
    let date = field.date.map_or_else(|| "—".to_owned(), |date| date.to_string());
    vec![
        Cell::plain(own.map_or_else(|| names::task_field(lang, &field.said.field), |own| own.name().to_owned())),
        Cell::plain(marked(&held, field.assumed)),
        Cell::plain(id),
        Cell::plain(date),
        Cell::plain(field.author.unwrap_or("—")),
        Cell::plain(by),
    ]
}
