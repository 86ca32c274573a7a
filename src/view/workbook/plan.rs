//! The sheet that nobody is shown: what the plan says beyond the cells of the others, so that a workbook read back gives the
//! same tasks.

use super::frame::frame;
use super::names::SheetNames;
use crate::paper::book::{Body, Sheet};
use crate::plan::{Language, Task};
use crate::report::ledger::{KEPT_IN_BOOK, Ledger};
use crate::report::task_line::TaskLine;
use crate::store::task_in_a_line;
use crate::words::Worded;

/// A spreadsheet takes no longer text in a cell.
const LONGEST: usize = 32_000;

/// The plan's sections, themes and units, and those tasks, each as it stands in the plan's files.
pub(super) fn sheet(report: &Ledger<'_>, tasks: &[&TaskLine<'_>], names: &mut SheetNames, lang: Language) -> Sheet {
    let head = &report.plan.head;
    let text = |text: &str| text.to_owned();
    let mut rows = vec![vec![text(KEPT_IN_BOOK)]];
    for section in &head.sections {
        rows.push(vec![text("section"), text(&section.id), text(&section.title)]);
        let themes = section.themes.iter();
        rows.extend(themes.map(|theme| vec![text("theme"), text(&theme.id), text(&theme.title), text(&section.id)]));
    }
    rows.extend(head.units.iter().map(|unit| {
        let or_none = |said: &Option<String>| said.clone().unwrap_or_default();
        vec![text("unit"), unit.name.to_string(), or_none(&unit.short), or_none(&unit.note)]
    }));
    rows.extend(head.fields.iter().map(|field| {
        let public = if field.public { "public" } else { "" };
        let (title, unit) = (field.title.clone().unwrap_or_default(), field.unit.clone().unwrap_or_default());
        vec![text("field"), field.key.clone(), title, unit, text(field.kind.key()), text(public)]
    }));
    let shown = |task: &&Task| tasks.iter().any(|line| line.id == task.id.as_str());
    let tasks = report.plan.tasks.iter().filter(shown).map(|task| (task.id.to_string(), task_in_a_line(task)));
    let tasks = tasks.filter(|(_, line)| line.encode_utf16().count() <= LONGEST);
    rows.extend(tasks.map(|(id, line)| vec![text("task"), id, line]));
    let body = Body::Hidden(rows);
    Sheet {
        name: names.name(lang.pick("计划", "Plan")),
        frame: frame(&report.tasks.header, "", Vec::new(), &body, lang),
        body,
    }
}
