//! A row of a ledger as a task.

use crate::intake::form::unit_or_person;
use crate::intake::ledger::{Ledger, Row, in_one_line, listed, text_of};
use crate::intake::new_task::assumed;
use crate::intake::place::PlacedFault;
use crate::plan::meant::column::Field;
use crate::plan::meant::endless::is_endless;
use crate::plan::meant::half_width;
use crate::plan::{Date, Kind, Metric, Task, TaskId, UnitName};
use crate::report::filter::place_named;
use crate::say;
use crate::words::{Worded, visible};

use super::answering::{Answering, answering, names_nobody};
use super::cells::{names_in, people_in, unfit, unread};
use super::days::beside_state;
use super::numbered::{is_for_numbers, keeps_numbers};
use super::rows::Reader;
use super::sheets::PROGRESS;
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
    /// Whether its lead is the first of several units, as a guess.
    pub(super) guessed_lead: bool,
    /// The cells that went into the remark because they cannot be read.
    unread: Vec<(u32, Field)>,
}

impl Clerk<'_, '_> {
    /// The task that a row describes. What the ledger does not say stays out.
    pub(super) fn write(&self, row: &Row<'_>, id: TaskId) -> Written {
        let task = Task::silent(id, Kind::Milestone);
        let (faults, remarks, unread) = (Vec::new(), Vec::new(), Vec::new());
        let mut written = Written { task, faults, remarks, guessed_lead: false, unread };
        written.task.note = row.text(Field::Remark);
        self.unfit_cells(row, &mut written);
        let endless = row.text(Field::Deadline).is_some_and(|text| is_endless(&text));
        written.task.title = row.text(Field::Title).map(|text| in_one_line(&text)).unwrap_or_default();
        self.words(row, &mut written);
        written.task.person = row.text(Field::Person).map(|text| people_in(&text));
        written.task.leader = row.text(Field::Leader).map(|text| names_in(&text));
        written.task.tags = self.tags(row);
        written.task.start = self.day(row, Field::Start, &mut written);
        if !endless {
            self.deadline(row, &mut written);
        }
        self.in_order(row, &mut written);
        self.units(row, &mut written);
        self.places(row, &mut written);
        self.number(row, &mut written);
        self.own(row, &mut written);
        self.by_time(row, None, &mut written);
        self.add_metrics(row, &mut written);
        written.task.kind = self.kind(row, endless, &mut written);
        self.assume(&mut written);
        written
    }

    /// What the ledger quotes, and what a task with a name of its own is in detail: where there is a document, that is not
    /// in it.
    fn words(&self, row: &Row<'_>, written: &mut Written) {
        written.task.source = row.text(Field::Source);
        written.task.origin = row.text(Field::Origin);
        let content = row.texts(Field::Content);
        if content.is_empty() {
            return;
        }
        if written.task.source.is_none() && !self.reader.plan.has_document() {
            written.task.source = Some(content.join("；"));
            return;
        }
        let name = self.ledger.header.column(Field::Content).map_or("", |column| self.ledger.header.name(column));
        let said = format!("{name}{}{}", self.reader.lang.pick("：", ": "), content.join("；"));
        self.remark(&said, written);
    }

    /// What columns say that are headed by a time, 6月底目标, and the first row of the task does not.
    fn by_time(&self, row: &Row<'_>, first: Option<&Row<'_>>, written: &mut Written) {
        for column in &self.ledger.header.by_time {
            let said = |row: &Row<'_>| self.ledger.sheet.grid.cell(row.at, *column).and_then(text_of);
            if let Some(text) = said(row).filter(|text| first.and_then(said).as_ref() != Some(text)) {
                let name = self.ledger.header.name(*column);
                self.remark(&format!("{name}{}{text}", self.reader.lang.pick("：", ": ")), written);
            }
        }
    }

    /// Adds the metrics of a row, and what of its indicators is no number to the task's remark.
    pub(super) fn add_metrics(&self, row: &Row<'_>, written: &mut Written) {
        let lang = self.reader.lang;
        let found = targets(self.ledger, row, lang);
        for (field, message) in found.faults {
            self.unread(row, field, message, written);
        }
        for metric in found.metrics {
            if written.task.metric(&metric.name).is_some() {
                let name = &metric.name;
                let message = say!(lang, "指标“{name}”写了两次", "metric {name} is given twice");
                self.unread(row, Field::Metrics, message, written);
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
            self.remark(&words, written);
        }
        if !written.task.metrics.is_empty() && written.task.kind == Kind::Milestone {
            written.task.kind = Kind::Measured;
        }
        if written.task.kind == Kind::Continuous {
            written.task.metrics = std::mem::take(&mut written.task.metrics).into_iter().map(Metric::held).collect();
        }
        self.assume(written);
    }

    fn assume(&self, written: &mut Written) {
        written.task.assumed = assumed(self.reader.plan, &written.task);
        if written.guessed_lead && !written.task.assumed.iter().any(|field| field == "lead") {
            written.task.assumed.insert(0, "lead".to_owned());
        }
    }

    /// What a further row of a task says of it otherwise than its first goes into the remark: a task has one deadline, one lead
    /// and one sum of money. Its metrics are added, and how the work goes is read as progress.
    pub(super) fn tell_otherwise(&self, row: &Row<'_>, first: &Row<'_>, written: &mut Written) {
        const OTHERWISE: [Field; 13] = [
            Field::Id,
            Field::Key,
            Field::Title,
            Field::Level,
            Field::Outline,
            Field::Metrics,
            Field::Target,
            Field::Unit,
            Field::Progress,
            Field::FinishedOn,
            Field::Light,
            Field::Computed,
            Field::By,
        ];
        let is_told = |field: &Field| !OTHERWISE.contains(field) && *field != Field::Date && !PROGRESS.contains(field);
        for field in row.cells().map(|(field, _)| field).filter(is_told) {
            if row.text(field).is_some_and(|text| first.text(field).as_ref() != Some(&text)) {
                let message =
                    say!(self.reader.lang, "同一任务的另一行写得不同", "another row of the same task says otherwise");
                self.unread(row, field, message, written);
            }
        }
        self.by_time(row, Some(first), written);
    }

    /// What a cell says that cannot be read goes into the remark, with a mark; where nothing may be left, it is a fault.
    pub(super) fn unread(&self, row: &Row<'_>, field: Field, message: String, written: &mut Written) {
        let lang = self.reader.lang;
        if self.reader.strict {
            return written.faults.push(self.at(row, field, message));
        }
        // Of one cell, its first fault is enough.
        if written.unread.contains(&(row.at, field)) {
            return;
        }
        written.unread.push((row.at, field));
        let message = say!(lang, "{message}；已写入备注，待核", "{message}; it goes into the remark, to be checked");
        written.remarks.push(self.at(row, field, message));
        let name = field.name_with(self.reader.own, lang);
        let text = row.text(field).or_else(|| row.cell(field).map(|cell| visible(&cell.value.text()).into_owned()));
        self.remark(&unread(&name, &text.unwrap_or_default(), lang), written);
    }

    fn remark(&self, words: &str, written: &mut Written) {
        let before = written.task.note.take().map(|note| note + self.reader.lang.pick("；", "; "));
        written.task.note = Some(before.unwrap_or_default() + words);
    }

    /// Labels, and how urgent it is under the name that the ledger gives it.
    fn tags(&self, row: &Row<'_>) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        let parts = row.texts(Field::Tags);
        let parts = parts
            .iter()
            .flat_map(|text| listed(text).split([',', '，', '、', ';', '；', '\n']))
            .map(|tag| tag.trim().to_owned());
        let header = self.ledger.header.column(Field::Priority).map_or("", |column| self.ledger.header.name(column));
        let priority = row.text(Field::Priority).filter(|text| !is_no_priority(text));
        let priority = priority.map(|text| format!("{header}:{text}"));
        for tag in parts.chain(priority).filter(|tag| !tag.is_empty()) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
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
                self.unread(row, field, message, written);
            }
        }
    }

    fn day(&self, row: &Row<'_>, field: Field, written: &mut Written) -> Option<Date> {
        let cell = row.cell(field).filter(|cell| text_of(cell).is_some())?;
        let read = if field == Field::Start { self.reader.first_day_in(cell) } else { self.reader.day_in(cell) };
        read.map_err(|message| self.unread(row, field, message, written)).ok()
    }

    /// When it ends, and when it begins where the cell says both and no other one does.
    fn deadline(&self, row: &Row<'_>, written: &mut Written) {
        for field in [Field::Deadline, Field::Span] {
            let Some(cell) = row.cell(field).filter(|cell| text_of(cell).is_some()) else { continue };
            match self.reader.span_in(cell) {
                Ok((start, deadline)) => {
                    if let Some((_, state)) = beside_state(&cell.value.text()) {
                        let lang = self.reader.lang;
                        let message = say!(
                            lang,
                            "日期后的“{state}”没有作为状态记入",
                            "`{state}` behind the day is not entered as a state"
                        );
                        written.remarks.push(self.at(row, field, message));
                    }
                    let known = *written.task.deadline.get_or_insert(deadline);
                    written.task.start = written.task.start.or(start);
                    if known != deadline {
                        let lang = self.reader.lang;
                        let message = say!(lang, "与完成时限写得不同", "the deadline says otherwise");
                        self.unread(row, field, message, written);
                    }
                }
                Err(message) => self.unread(row, field, message, written),
            }
        }
    }

    /// A task cannot end before it begins, nor before the plan does where nothing else is said: the day that is out of order
    /// is left out.
    fn in_order(&self, row: &Row<'_>, written: &mut Written) {
        let (lang, first) = (self.reader.lang, self.reader.plan.head.period.start);
        let (start, Some(deadline)) = (written.task.start, written.task.deadline) else { return };
        if deadline >= start.unwrap_or(first) {
            return;
        }
        if start.is_some() && deadline >= first {
            written.task.start = None;
            let message = say!(lang, "开始时间晚于完成时限 {deadline}", "it begins after its deadline, {deadline}");
            self.unread(row, Field::Start, message, written);
        } else {
            written.task.deadline = None;
            let message = say!(
                lang,
                "完成时限 {deadline} 早于开始时间或本期首日 {first}",
                "the deadline {deadline} lies before it begins, or before the plan's first day, {first}"
            );
            self.unread(row, Field::Deadline, message, written);
        }
    }

    /// The number by which the ledger knows the task is kept, where it is not the plan's and no other field holds it.
    fn number(&self, row: &Row<'_>, written: &mut Written) {
        let Some(number) = row.number().filter(|number| half_width(number) != written.task.id.as_str()) else { return };
        let own = || self.reader.own.iter().enumerate();
        let is_kept = own().any(|(at, field)| keeps_numbers(field) && row.text(Field::Own(at)).is_some());
        if let Some((_, field)) = own().find(|(_, field)| !is_kept && is_for_numbers(field)) {
            written.task.fields.put(&field.key, Some(number));
        }
    }

    /// The fields of the plan's own.
    fn own(&self, row: &Row<'_>, written: &mut Written) {
        for (at, field) in self.reader.own.iter().enumerate() {
            let Some(cell) = row.cell(Field::Own(at)) else { continue };
            match self.reader.own_in(field, cell) {
                Ok(value) => written.task.fields.put(&field.key, value),
                Err(message) => self.unread(row, Field::Own(at), message, written),
            }
        }
    }

    /// Who leads and who helps.
    fn units(&self, row: &Row<'_>, written: &mut Written) {
        let mut faults = Vec::new();
        let lang = self.reader.lang;
        let meant = |field: Field, name: &str| {
            if names_nobody(self.reader.plan, name) {
                faults.push((field, say!(lang, "“{name}”不是一个单位", "`{name}` names no unit")));
                return None;
            }
            let unit = unit_or_person(self.reader.plan, name, self.reader.lang);
            unit.map_err(|message| faults.push((field, message))).ok()
        };
        let Answering { lead, support, guessed, people } = answering(self.ledger, row, meant);
        written.guessed_lead = guessed;
        written.task.lead = lead.map(|(name, _)| UnitName(name));
        written.task.support = support.into_iter().map(UnitName).collect();
        if written.task.person.is_none() && !people.is_empty() {
            written.task.person = Some(people.join("、"));
        }
        for (field, message) in faults {
            self.unread(row, field, message, written);
        }
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
                    self.unread(row, Field::Places, message, written);
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

/// Whether a word says that nothing is urgent about it.
fn is_no_priority(text: &str) -> bool {
    ["no priority", "none", "not set", "unprioritized", "无优先级", "未设置"].contains(&text.to_lowercase().as_str())
}
