//! What a workbook of our own keeps in a sheet that is not shown: the plan's outline and its tasks as they stand in the files.
//! What the cells that are shown say otherwise goes before it.

use std::collections::HashMap;

use crate::intake::ledger::squeezed;
use crate::intake::sheet::{Book, Sheet};
use crate::plan::{Head, Metric, OwnField, OwnKind, Period, Section, Task, Theme, Unit, UnitName};
use crate::report::ledger::KEPT_IN_BOOK;
use crate::store::task_of_a_line;
use crate::words::{Worded, visible};

use super::cells::own_remark;

/// What the sheet keeps.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    pub(super) sections: Vec<Section>,
    pub(super) units: Vec<Unit>,
    /// The own fields of the plan that it was made of.
    fields: Vec<OwnField>,
    tasks: HashMap<String, Task>,
}

impl Kept {
    /// Whether a workbook is one of ours.
    pub(crate) fn is_in(book: &Book) -> bool {
        sheet_of(book).is_some()
    }

    /// Whether a sheet is the one that keeps it.
    pub(super) fn is_sheet(sheet: &Sheet) -> bool {
        sheet.hidden && text(sheet, 0, 0).as_deref() == Some(KEPT_IN_BOOK)
    }

    /// What a workbook keeps; none where it is not one of ours.
    pub(crate) fn of(book: &Book) -> Option<Kept> {
        let sheet = sheet_of(book)?;
        let mut kept = Kept::default();
        for (row, _) in sheet.grid.rows() {
            let cell = |column: u32| text(sheet, row, column);
            let (Some(what), Some(first)) = (cell(0), cell(1)) else { continue };
            match (what.as_str(), cell(2)) {
                ("section", Some(title)) => kept.sections.push(Section::new(&first, &title)),
                ("theme", Some(title)) => {
                    let section = kept.sections.iter_mut().find(|section| Some(&section.id) == cell(3).as_ref());
                    section.into_iter().for_each(|section| {
                        section.themes.push(Theme::new(&first, &title));
                    });
                }
                ("unit", short) => kept.units.push(Unit { short, note: cell(3), ..Unit::new(&first) }),
                ("field", title) => {
                    let kind = cell(4).and_then(|kind| OwnKind::read(&kind)).unwrap_or_default();
                    let public = cell(5).is_some();
                    kept.fields.push(OwnField { key: first, title, unit: cell(3), kind, public });
                }
                ("task", Some(line)) => {
                    let task = task_of_a_line(&line).filter(|task| task.id.as_str() == first);
                    kept.tasks.extend(task.map(|task| (first, task)));
                }
                _ => {}
            }
        }
        Some(kept)
    }

    /// The fields that columns may hold: the plan's own, and those that the workbook brings and the plan has not got.
    pub(crate) fn own_fields(kept: Option<&Kept>, head: &Head) -> Vec<OwnField> {
        let brought = kept.into_iter().flat_map(|kept| &kept.fields);
        let new =
            brought.filter(|field| head.own_field(&field.key).is_none() && head.own_field(field.name()).is_none());
        head.fields.iter().chain(new).cloned().collect()
    }

    /// The unit of that name, with its short form.
    pub(super) fn unit(&self, name: &str) -> Unit {
        let known = self.units.iter().find(|unit| unit.name.as_str() == name).cloned();
        known.unwrap_or_else(|| Unit::new(name))
    }

    /// Whether the task is kept.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.tasks.contains_key(id)
    }

    /// A task as it is kept, with what its row says otherwise.
    pub(super) fn with(&self, seen: Task, period: Period, own: &[OwnField]) -> Task {
        match self.tasks.get(seen.id.as_str()) {
            Some(known) => corrected(known, seen, (period, own)),
            None => seen,
        }
    }
}

fn sheet_of(book: &Book) -> Option<&Sheet> {
    book.sheets.iter().find(|sheet| Kept::is_sheet(sheet))
}

fn text(sheet: &Sheet, row: u32, column: u32) -> Option<String> {
    sheet.grid.cell(row, column).map(|cell| cell.value.text()).filter(|text| !text.is_empty())
}

fn corrected(known: &Task, seen: Task, (period, own): (Period, &[OwnField])) -> Task {
    let mut task = known.clone();
    let mut assumed: Vec<String> = Vec::new();
    let same = |one: &str, other: &str| squeezed(one) == squeezed(other) || squeezed(one) == squeezed(&visible(other));
    let same_or_none = |one: &Option<String>, other: &Option<String>| {
        same(one.as_deref().unwrap_or(""), other.as_deref().unwrap_or(""))
    };
    if !same(&seen.title, &known.title) {
        task.title = seen.title;
    }
    if seen.lead != known.lead {
        task.lead = seen.lead;
        assumed.push("lead".to_owned());
    }
    let named = |unit: &UnitName| known.support.contains(unit);
    if seen.support.len() != known.support.len() || !seen.support.iter().all(named) {
        task.support = seen.support;
        assumed.push("support".to_owned());
    }
    if !same_or_none(&seen.person, &known.person) {
        task.person = seen.person;
    }
    if !same_or_none(&seen.leader, &known.leader) {
        task.leader = seen.leader;
    }
    if let Some(day) = seen.deadline.filter(|day| *day != known.deadline.unwrap_or(period.end)) {
        (task.deadline, task.deadline_says) = (Some(day), None);
        assumed.push("deadline".to_owned());
    }
    for metric in seen.metrics {
        let name = format!("metrics.{}", metric.name);
        match task.metrics.iter_mut().find(|known| known.name == metric.name) {
            Some(known) if is_same_target(known, &metric) => {}
            Some(known) => {
                *known = metric;
                assumed.push(name);
            }
            None => {
                task.metrics.push(metric);
                assumed.push(name);
            }
        }
    }
    for (key, value) in seen.fields.0 {
        let field = own.iter().find(|field| field.key == key);
        let is_known = |held: &str| {
            field.is_some_and(|field| field.is_same(held, &value) || field.is_same(&visible(held), &value))
        };
        if !known.fields.get(&key).is_some_and(is_known) {
            task.fields.put(&key, Some(value));
        }
    }
    // Targets that are no numbers are words of the remark where a ledger has nothing else to keep them in.
    let mut remark = own_remark(seen.note.as_deref().unwrap_or(""));
    remark.retain(|part| !part.starts_with("量化指标：") && !part.starts_with("metrics: "));
    let remark = remark.join("；");
    let bare = |text: &str| squeezed(&visible(text)).replace(['；', ';'], "");
    if bare(&remark) != bare(known.note.as_deref().unwrap_or("")) {
        task.note = Some(remark).filter(|remark| !remark.is_empty());
    }
    assumed.retain(|field| !task.assumed.contains(field));
    let all = std::mem::take(&mut task.assumed).into_iter().chain(assumed);
    task.assumed = all.filter(|field| is_there(&task, field)).collect();
    task
}

/// A grade is shown as it is; a number may be shown with its unit.
fn is_same_target(known: &Metric, seen: &Metric) -> bool {
    known.target() == seen.target() || known.read(&seen.target()).ok() == known.read(&known.target()).ok()
}

/// Whether the task has what is marked as assumed.
fn is_there(task: &Task, field: &str) -> bool {
    match field {
        "lead" => task.lead.is_some(),
        "support" => !task.support.is_empty(),
        "deadline" => task.deadline.is_some(),
        _ => true,
    }
}
