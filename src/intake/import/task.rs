//! A row of a ledger as a task.

use crate::intake::form::unit_or_person;
use crate::intake::ledger::{Ledger, Row, text_of};
use crate::intake::new_task::assumed;
use crate::intake::place::PlacedFault;
use crate::plan::meant::column::Field;
use crate::plan::meant::units::{Role, units};
use crate::plan::{Date, Kind, Metric, Task, TaskId, UnitName};
use crate::report::filter::place_named;
use crate::say;
use crate::words::Worded;

use super::cells::{is_endless, unfit};
use super::rows::Reader;
use super::target::targets;

/// Writes tasks down as a ledger gives them.
pub(super) struct Clerk<'c, 's> {
    pub(super) reader: &'c Reader<'c>,
    pub(super) ledger: &'c Ledger<'s>,
}

/// A task, and what is to be said of how it was read.
pub(super) struct Written {
    pub(super) task: Task,
    pub(super) faults: Vec<PlacedFault>,
    pub(super) remarks: Vec<PlacedFault>,
}

impl Clerk<'_, '_> {
    /// The task that a row describes. What the ledger does not say stays out.
    pub(super) fn write(&self, row: &Row<'_>, id: TaskId) -> Written {
        let mut written = Written { task: Task::silent(id, Kind::Milestone), faults: Vec::new(), remarks: Vec::new() };
        self.unfit_cells(row, &mut written);
        let one_line = |text: String| text.lines().map(str::trim).collect::<String>();
        let endless = row.text(Field::Deadline).is_some_and(|text| is_endless(&text));
        written.task.title = row.text(Field::Title).map(one_line).unwrap_or_default();
        written.task.source = row.text(Field::Source);
        written.task.person = row.text(Field::Person).map(one_line);
        written.task.leader = row.text(Field::Leader).map(one_line);
        written.task.note = row.text(Field::Remark);
        written.task.start = self.day(row, Field::Start, &mut written.faults);
        written.task.deadline = if endless { None } else { self.day(row, Field::Deadline, &mut written.faults) };
        self.units(row, &mut written);
        self.places(row, &mut written);
        self.own(row, &mut written);
        let faults = self.add_metrics(row, &mut written);
        written.faults.extend(faults);
        written.task.kind = self.kind(row, endless, &mut written);
        written.task.assumed = assumed(self.reader.plan, &written.task);
        written
    }

    /// Adds the metrics of a row, and what of its indicators is no number to the task's remark.
    pub(super) fn add_metrics(&self, row: &Row<'_>, written: &mut Written) -> Vec<PlacedFault> {
        let lang = self.reader.lang;
        let found = targets(self.ledger, row, lang);
        let mut faults: Vec<PlacedFault> =
            found.faults.into_iter().map(|(field, message)| self.at(row, field, message)).collect();
        for metric in found.metrics {
            if written.task.metric(&metric.name).is_some() {
                let name = &metric.name;
                faults.push(self.at(
                    row,
                    Field::Metrics,
                    say!(lang, "指标“{name}”写了两次", "metric {name} is given twice"),
                ));
            } else {
                written.task.metrics.push(metric);
            }
        }
        if !found.words.is_empty() {
            let said = found.words.join(lang.pick("；", "; "));
            let remark = if found.approximate {
                say!(
                    lang,
                    "“{said}”有约数或范围，没有作为指标，写入备注",
                    "`{said}` holds an approximation or a range, so it is no metric; it goes into the remark"
                )
            } else {
                say!(
                    lang,
                    "“{said}”不是数字，没有作为指标，写入备注",
                    "`{said}` is no number, so it is no metric; it goes into the remark"
                )
            };
            let field = if row.text(Field::Target).is_some() { Field::Target } else { Field::Metrics };
            written.remarks.push(self.at(row, field, remark));
            let words = say!(lang, "量化指标：{said}", "metrics: {said}");
            let before = written.task.note.take().map(|note| note + lang.pick("；", "; "));
            written.task.note = Some(before.unwrap_or_default() + &words);
        }
        if !written.task.metrics.is_empty() && written.task.kind == Kind::Milestone {
            written.task.kind = Kind::Measured;
        }
        if written.task.kind == Kind::Continuous {
            written.task.metrics = std::mem::take(&mut written.task.metrics).into_iter().map(Metric::held).collect();
        }
        written.task.assumed = assumed(self.reader.plan, &written.task);
        faults
    }

    fn at(&self, row: &Row<'_>, field: Field, message: String) -> PlacedFault {
        PlacedFault { place: self.ledger.place_of(self.reader.file, row, field), message }
    }

    fn unfit_cells(&self, row: &Row<'_>, written: &mut Written) {
        const READ: [Field; 15] = [
            Field::Id,
            Field::Title,
            Field::Section,
            Field::Theme,
            Field::Source,
            Field::Kind,
            Field::Metrics,
            Field::Target,
            Field::Lead,
            Field::Responsible,
            Field::Support,
            Field::Person,
            Field::Leader,
            Field::Deadline,
            Field::Remark,
        ];
        let is_read = |field: &Field| READ.contains(field) || matches!(field, Field::Own(_));
        for (field, cell) in row.cells().filter(|(field, _)| is_read(field)) {
            if let Some(message) = unfit(cell, self.reader.lang) {
                written.faults.push(self.at(row, field, message));
            }
        }
    }

    fn day(&self, row: &Row<'_>, field: Field, faults: &mut Vec<PlacedFault>) -> Option<Date> {
        let cell = row.cell(field).filter(|cell| text_of(cell).is_some())?;
        self.reader.day_in(cell).map_err(|message| faults.push(self.at(row, field, message))).ok()
    }

    /// The fields of the plan's own.
    fn own(&self, row: &Row<'_>, written: &mut Written) {
        for (at, field) in self.reader.own.iter().enumerate() {
            let Some(cell) = row.cell(Field::Own(at)) else { continue };
            match self.reader.own_in(field, cell) {
                Ok(value) => written.task.fields.put(&field.key, value),
                Err(message) => written.faults.push(self.at(row, Field::Own(at), message)),
            }
        }
    }

    /// Who leads and who helps: whoever is said to lead; else the first that stands where leaders do. Where several lead, the
    /// others help.
    fn units(&self, row: &Row<'_>, written: &mut Written) {
        let mut named: Vec<(UnitName, Field, Option<Role>)> = Vec::new();
        for field in [Field::Lead, Field::Responsible, Field::Support] {
            let Some(text) = row.text(field) else { continue };
            for (name, role) in units(&text) {
                match unit_or_person(self.reader.plan, name, self.reader.lang) {
                    Ok(name) if named.iter().any(|(known, ..)| known.as_str() == name) => {}
                    Ok(name) => named.push((UnitName(name), field, role)),
                    Err(message) => written.faults.push(self.at(row, field, message)),
                }
            }
        }
        let at = |field: Field| named.iter().position(|(_, stands, role)| *stands == field && role.is_none());
        let said = named.iter().position(|(_, field, role)| *field != Field::Support && *role == Some(Role::Lead));
        let lead = said.or_else(|| at(Field::Lead)).or_else(|| at(Field::Responsible));
        written.task.lead = lead.map(|at| named.remove(at).0);
        written.task.support = named.into_iter().map(|(unit, ..)| unit).collect();
    }

    fn places(&self, row: &Row<'_>, written: &mut Written) {
        let Some(text) = row.text(Field::Places) else { return };
        let plan = self.reader.plan;
        for name in text.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()) {
            if plan.head.places.is_empty() {
                written.task.places.push(name.to_owned());
                continue;
            }
            match place_named(plan, name) {
                Ok(place) => written.task.places.push(place),
                Err(error) => {
                    let message = error.said(self.reader.lang, &Field::Places.name(self.reader.lang), name);
                    written.faults.push(self.at(row, Field::Places, message));
                }
            }
        }
    }

    fn kind(&self, row: &Row<'_>, endless: bool, written: &mut Written) -> Kind {
        let lang = self.reader.lang;
        let by_metric = if written.task.metrics.is_empty() { Kind::Milestone } else { Kind::Measured };
        let by_itself = if endless { Kind::Continuous } else { by_metric };
        let Some(text) = row.text(Field::Kind) else { return by_itself };
        Kind::read(&text).unwrap_or_else(|| {
            // Offices have kinds of their own.
            let message = say!(
                lang,
                "类型“{text}”不是节点类、量化类、常态类之一，按“{}”处理",
                "`{text}` is none of milestone, measured, continuous; taken as {}",
                by_itself.word(lang)
            );
            written.remarks.push(self.at(row, Field::Kind, message));
            by_itself
        })
    }
}
