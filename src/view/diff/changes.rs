//! The tasks that changed.

use super::{names, words};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::diff::{Change, ChangedTask, Diff, Holding};
use crate::say;
use crate::view::Medium;
use crate::view::common::{marked, unit};

/// Adds the tasks that were called off, then the others.
pub(super) fn add(page: &mut Page, report: &Diff<'_>, lang: Language, medium: Medium) {
    let (off, others): (Vec<_>, Vec<_>) = report.comparison.changed.iter().partition(|task| task.cancelled);
    for (tasks, heading) in
        [(off, say!(lang, "经台账撤销的任务", "Cancelled tasks")), (others, say!(lang, "调整的任务", "Changed tasks"))]
    {
        if tasks.is_empty() {
            continue;
        }
        page.heading(heading);
        page.add(match medium {
            Medium::Paper => Block::Table(table(&tasks, lang)),
            Medium::Chat => Block::Items(tasks.iter().map(|task| chat_line(task, lang)).collect()),
        });
    }
}

/// A row for each change; the task is named in its first.
fn table(tasks: &[&ChangedTask<'_>], lang: Language) -> Table {
    let columns = vec![
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "事项", "What")),
        Column::text(say!(lang, "调整情况", "Change")),
        Column::text(say!(lang, "批准情况", "Approval")),
    ];
    let mut rows = Vec::new();
    for task in tasks {
        let mut name = format!("{} {}", task.id, marked(task.title, task.title_assumed));
        for change in told(task) {
            let approval = approval(change, lang);
            let tone = if change.unapproved { Tone::Red } else { Tone::Plain };
            rows.push(vec![
                Cell::plain(std::mem::take(&mut name)),
                Cell::plain(names::changed_field(lang, change)),
                Cell::plain(said(task, change, lang)),
                Cell::toned(approval, tone),
            ]);
        }
    }
    Table { columns, rows }
}

/// `规建办*【延期】22-02 迎接市级创建评审：完成时限 2020-11-30 改为 2020-12-15（延期 15 天），未见批准`.
fn chat_line(task: &ChangedTask<'_>, lang: Language) -> Line {
    let unit = unit(lang, task.lead, task.lead_short, task.lead_assumed);
    let tag = match (task.cancelled, task.postponed()) {
        (true, _) => say!(lang, "撤销", "called off"),
        (false, Some(_)) => say!(lang, "延期", "due later"),
        (false, None) => say!(lang, "调整", "changed"),
    };
    let changes = all_told(task, lang);
    let (id, title) = (task.id, marked(task.title, task.title_assumed));
    Line::plain(say!(lang, "{unit}【{tag}】{id} {title}：{changes}", "{unit} [{tag}] {id} {title}: {changes}"))
}

/// `22-02 迎接市级创建评审：完成时限 2020-11-30 改为 2020-12-15（延期 15 天），未见批准`, for a list of revisions.
pub(super) fn told_line(task: &ChangedTask<'_>, lang: Language) -> Line {
    let (id, title, changes) = (task.id, marked(task.title, task.title_assumed), all_told(task, lang));
    let tone = if told(task).any(|change| change.unapproved) { Tone::Red } else { Tone::Plain };
    Line::default().with(say!(lang, "{id} {title}：{changes}", "{id} {title}: {changes}"), tone)
}

fn all_told(task: &ChangedTask<'_>, lang: Language) -> String {
    let changes = told(task).map(|change| {
        let (field, said) = (names::changed_field(lang, change), said(task, change, lang));
        match approval(change, lang) {
            approval if approval.is_empty() => say!(lang, "{field} {said}", "{field} {said}"),
            approval => say!(lang, "{field} {said}，{approval}", "{field} {said}, {approval}"),
        }
    });
    changes.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// The changes that are told: the parts of a metric or a checkpoint that is new, or gone, stand with its name.
fn told<'t, 'a>(task: &'t ChangedTask<'a>) -> impl Iterator<Item = &'t Change<'a>> {
    task.changes.iter().filter(|change| !is_part_of_whole(task, &change.field))
}

fn is_part_of_whole(task: &ChangedTask<'_>, field: &str) -> bool {
    ["metrics", "checkpoints"].into_iter().any(|list| {
        let part = field.strip_prefix(list).and_then(|rest| rest.strip_prefix('.')?.rsplit_once('.'));
        part.is_some_and(|(name, _)| {
            let lists = task.changes.iter().filter(|change| change.field == list);
            lists.flat_map(|change| [&change.added, &change.removed]).flatten().flatten().any(|whole| whole == name)
        })
    })
}

fn said(task: &ChangedTask<'_>, change: &Change<'_>, lang: Language) -> String {
    let (Some(added), Some(removed)) = (&change.added, &change.removed) else { return words::change(change, lang) };
    let part = match change.field.as_str() {
        "metrics" => "target",
        "checkpoints" => "due",
        _ => return words::change(change, lang),
    };
    let named = |name: &String| {
        let field = format!("{}.{name}.{part}", change.field);
        let held = task.changes.iter().find(|other| other.field == field);
        let side = held.map(|held| match &held.to {
            Holding::Nothing => (&held.from, held.from_assumed, &held.unit),
            to => (to, held.to_assumed, &held.unit),
        });
        match side {
            Some((held, assumed, unit)) => {
                let held = marked(&words::value(lang, &field, held, unit), assumed);
                say!(lang, "“{name}”（{held}）", "{name} ({held})")
            }
            None => say!(lang, "“{name}”", "{name}"),
        }
    };
    let all = |names: &[String]| names.iter().map(named).collect::<Vec<_>>();
    words::list(lang, &all(added), &all(removed))
}

/// Who approved a change; empty where nobody had to.
fn approval(change: &Change<'_>, lang: Language) -> String {
    match &change.amendment {
        Some(note) => {
            let (date, reason, by) = (note.date, note.reason, note.approved_by);
            say!(lang, "{by}批准（{date}）：{reason}", "approved by {by} ({date}): {reason}")
        }
        None if change.unapproved => say!(lang, "未见批准", "no approval on record"),
        None => String::new(),
    }
}
