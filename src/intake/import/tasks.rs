//! An existing ledger as tasks of the plan.

use std::collections::HashSet;

use crate::intake::ledger::{Ledger, Row};
use crate::intake::new_task::Numbers;
use crate::intake::place::{Place, PlacedFault};
use crate::plan::meant::column::Field;
use crate::plan::{Direction, Metric, OwnField, Section, Task, TaskId, Theme, Unit, UnitName};
use crate::report::import::{NewTask, NewTasks};
use crate::say;
use crate::store::Opened;
use crate::words;

use super::guessed::told;
use super::kept::Kept;
use super::linked::Links;
use super::lost::shares;
use super::placed::{PlacedRow, placed};
use super::places::{Nowhere, Places, Under};
use super::rows::{Reader, TaskIndex};
use super::sheets::PROGRESS;
use super::task::{Clerk, Written};
use super::terms::Terms;

/// A task out of a ledger.
pub(super) struct Found<'s> {
    place: Place,
    pub(super) row: Row<'s>,
    pub(super) written: Written,
}

/// The tasks that the plan does not know, and what must be declared for them.
pub(crate) struct Taken {
    pub(crate) tasks: Vec<(Place, Task)>,
    pub(crate) units: Vec<Unit>,
    /// New fields of the plan's own, which the tasks carry.
    pub(crate) fields: Vec<OwnField>,
    /// New sections, with their themes.
    pub(crate) sections: Vec<Section>,
    /// New themes of sections that the plan knows, with those sections' ids.
    pub(crate) themes: Vec<(String, Theme)>,
    pub(crate) report: NewTasks,
    pub(crate) faults: Vec<PlacedFault>,
    /// What is not taken as it stands, and why.
    pub(crate) remarks: Vec<PlacedFault>,
    /// Tasks that the plan knows.
    pub(crate) held: usize,
    /// Whether anything is said of how the work goes.
    pub(crate) progress: bool,
}

/// Reads the ledgers' tasks; `section` is for rows whose ledger names none.
pub(crate) fn tasks(
    opened: &Opened,
    (ledgers, kept): (&[Ledger<'_>], Option<Kept>),
    terms: Terms<'_>,
    section: Option<&str>,
) -> Taken {
    let mut reading = Reading::new(opened, terms, section, kept.unwrap_or_default());
    for ledger in ledgers {
        reading.read(ledger);
    }
    reading.taken()
}

/// A ledger that is being read.
pub(super) struct Reading<'d, 's> {
    pub(super) reader: Reader<'d>,
    numbers: Numbers,
    places: Places,
    /// What the workbook keeps beyond its cells.
    kept: Kept,
    /// The lists of items that the plan's folder holds.
    lists: HashSet<String>,
    /// The section of rows whose ledger names none.
    section: Option<String>,
    pub(super) links: Links,
    ids: HashSet<String>,
    pub(super) found: Vec<Found<'s>>,
    units: Vec<Unit>,
    pub(super) faults: Vec<PlacedFault>,
    pub(super) remarks: Vec<PlacedFault>,
    /// Tasks that the plan knows.
    held: usize,
    /// Whether anything is said of how the work goes.
    progress: bool,
}

impl<'d, 's> Reading<'d, 's> {
    fn new(opened: &Opened, terms: Terms<'d>, section: Option<&str>, kept: Kept) -> Reading<'d, 's> {
        let Terms { plan, own, file, today, strict, lang } = terms;
        let reader = Reader { plan, own, file, lang, strict, date: today, by: None, tasks: TaskIndex::of(plan) };
        let holding = plan.tasks.iter().map(|task| task.id.theme().to_owned());
        Reading {
            reader,
            numbers: Numbers::of(opened),
            places: Places::new(&plan.head, holding),
            kept,
            lists: opened.journal.checklists.iter().map(|list| list.path.clone()).collect(),
            section: section.map(str::to_owned),
            links: Links::default(),
            ids: plan.tasks.iter().map(|task| task.id.to_string()).collect(),
            found: Vec::new(),
            units: Vec::new(),
            faults: Vec::new(),
            remarks: Vec::new(),
            held: 0,
            progress: false,
        }
    }

    fn read(&mut self, ledger: &Ledger<'s>) {
        let (lines, first) = (ledger.lines(), self.found.len());
        let placed = placed(ledger, &lines, (self.section.as_deref(), self.reader.lang), &self.reader.sheet(ledger));
        let mut before: Option<(u32, u32)> = None;
        let mut waiting: Vec<(usize, Vec<String>)> = Vec::new();
        for (at, PlacedRow { row, under, is_theme }) in placed.into_iter().enumerate() {
            let title = row.cell(Field::Title).map(|cell| cell.origin);
            let goes_on = row.text(Field::Id).is_none()
                && (row.text(Field::Metrics).is_some() || row.text(Field::Target).is_some());
            if is_theme {
                self.links.learn(row, at + 1, None);
                self.theme(ledger, row);
            } else if (title.is_some() && title == before) || (title.is_none() && before.is_some() && goes_on) {
                // Of a task over several rows the title is merged; each row has a metric of its own.
                self.more(ledger, row);
                continue;
            } else if self.row(ledger, (row, at + 1), &under) {
                let waits = row.texts(Field::Depends);
                waiting.extend((!waits.is_empty()).then(|| (self.found.len() - 1, waits)));
            }
            before = title;
        }
        self.link(ledger, waiting);
        let written = self.found.iter().skip(first).map(|found| &found.written);
        self.remarks.extend(told(&self.reader, ledger, written));
        self.remarks.extend(shares(&self.reader, ledger, &lines));
    }

    /// What a row above others says beyond its title goes nowhere, and that is said.
    fn theme(&mut self, ledger: &Ledger<'_>, row: &Row<'_>) {
        const OF_PLACE: [Field; 7] =
            [Field::Id, Field::Key, Field::Title, Field::Level, Field::Outline, Field::Section, Field::Parent];
        let lang = self.reader.lang;
        let says =
            row.cells().map(|(field, _)| field).filter(|field| !OF_PLACE.contains(field) && row.text(*field).is_some());
        let said: Vec<String> = says.map(|field| field.name_with(self.reader.own, lang)).collect();
        if !said.is_empty() {
            let (title, said) = (row.text(Field::Title).unwrap_or_default(), words::list(lang, said));
            let message = say!(
                lang,
                "“{title}”下有其他任务，作为板块或专题；没有导入：{said}",
                "`{title}` has others under it and becomes a section or a theme; not taken: {said}"
            );
            self.remarks.push(PlacedFault { place: ledger.place_of(self.reader.file, row, Field::Title), message });
        }
    }

    fn fault(&mut self, ledger: &Ledger<'_>, row: &Row<'_>, field: Field, message: String) {
        self.faults.push(PlacedFault { place: ledger.place_of(self.reader.file, row, field), message });
    }

    /// Takes a row as a task, if it is a new one.
    fn row(&mut self, ledger: &Ledger<'s>, (row, place): (&Row<'s>, usize), under: &Under) -> bool {
        let given = row.text(Field::Id).map(|id| crate::plan::meant::half_width(&id)).and_then(|id| TaskId::new(&id));
        let title = row.text(Field::Title);
        let known = self.reader.known(row);
        let is_known = known.is_some() || self.reader.is_titled(row);
        if given.as_ref().is_some_and(|id| self.ids.contains(id.as_str())) || is_known {
            self.held += 1;
            self.progress |= says_progress(row);
            if let Some(id) = known {
                self.links.learn(row, place, Some(&id));
            }
            return false;
        }
        if title.is_none() {
            self.untitled(ledger, row);
            return false;
        }
        if let Some(id) = &given {
            self.places.adopt(&self.kept.sections, id.theme());
        }
        let own = given.filter(|id| self.places.knows(id.theme()));
        let id = match own {
            Some(id) => {
                self.numbers.take(&id);
                Some(id)
            }
            None => self.new_id(ledger, row, under),
        };
        let clerk = Clerk { reader: &self.reader, ledger };
        // Even without an id everything is looked at, so that all faults are told at once.
        let shadow = id.clone().or_else(|| TaskId::new("0-0"));
        let Some(shadow) = shadow else { return false };
        let mut written = clerk.write(row, shadow);
        written.task = self.kept.with(written.task, self.reader.plan.head.period, self.reader.own);
        // A list of items is a file of its own, which a workbook does not bring.
        written.task.metrics.iter_mut().for_each(|metric| {
            metric.checklist.take_if(|path| !self.lists.contains(path));
        });
        self.faults.append(&mut written.faults);
        let remarks = std::mem::take(&mut written.remarks);
        if !self.kept.knows(written.task.id.as_str()) {
            self.remarks.extend(remarks);
        }
        self.progress |= says_progress(row);
        let Some(id) = id else { return false };
        self.links.learn(row, place, Some(&id));
        self.ids.insert(id.to_string());
        self.take_units(&written.task);
        self.found.push(Found { place: ledger.place_of_row(self.reader.file, row.at), row: row.clone(), written });
        true
    }

    /// A row without a title is left out, and what it says is told.
    fn untitled(&mut self, ledger: &Ledger<'_>, row: &Row<'_>) {
        let lang = self.reader.lang;
        if self.reader.strict {
            return self.fault(ledger, row, Field::Title, say!(lang, "没有写工作任务", "no title is given"));
        }
        let said = words::list(lang, ledger.sheet.grid.row(row.at).map(|cell| cell.value.text()));
        let message =
            say!(lang, "没有写工作任务，这一行没有导入：{said}", "no title is given, so this row is not taken: {said}");
        self.remarks.push(PlacedFault { place: ledger.place_of(self.reader.file, row, Field::Title), message });
    }

    /// Another row of the last task: more metrics.
    fn more(&mut self, ledger: &Ledger<'_>, row: &Row<'_>) {
        let clerk = Clerk { reader: &self.reader, ledger };
        let Some(last) = self.found.last_mut() else { return };
        clerk.add_metrics(row, &mut last.written);
        clerk.tell_otherwise(row, &last.row, &mut last.written);
        self.faults.append(&mut last.written.faults);
        self.remarks.append(&mut last.written.remarks);
        self.progress |= says_progress(row);
    }

    fn new_id(&mut self, ledger: &Ledger<'_>, row: &Row<'_>, under: &Under) -> Option<TaskId> {
        let lang = self.reader.lang;
        match self.places.place(under) {
            Ok(place) if under.theme.is_some() && self.places.section(&place).is_some() => {
                self.undivided(ledger, row, under);
                self.numbers.next(&place)
            }
            Ok(place) => match self.numbers.next(&place) {
                Some(id) => Some(id),
                None => {
                    let message = say!(
                        lang,
                        "板块或专题的编号“{place}”不能用于任务编号，请在 plan.yaml 中改为字母、数字",
                        "no task id begins with `{place}`; in plan.yaml, give the section an id of letters and digits"
                    );
                    self.fault(ledger, row, Field::Section, message);
                    None
                }
            },
            Err(Nowhere::Unsaid) => {
                let message = say!(
                    lang,
                    "没有写明属于哪个板块；请加“板块”一列，或用 --section 统一指定",
                    "nothing says to which section it belongs; add a column Section, or give --section for all"
                );
                self.fault(ledger, row, Field::Section, message);
                None
            }
            Err(Nowhere::WhichTheme(section, themes)) => {
                let themes = words::list(lang, themes);
                let message = say!(
                    lang,
                    "板块 {section} 分设专题，请加“专题”一列写明：{themes}",
                    "section {section} has themes; name one in a column Theme: {themes}"
                );
                self.fault(ledger, row, Field::Theme, message);
                None
            }
        }
    }

    /// A theme in a section whose tasks have none goes nowhere.
    fn undivided(&mut self, ledger: &Ledger<'_>, row: &Row<'_>, under: &Under) {
        let theme = under.theme.as_ref().map_or("", |theme| theme.title.as_str());
        let message = say!(
            self.reader.lang,
            "板块下已直接设任务，专题“{theme}”没有采用",
            "the section has tasks without themes, so the theme `{theme}` is not taken"
        );
        self.remarks.push(PlacedFault { place: ledger.place_of_row(self.reader.file, row.at), message });
    }

    fn take_units(&mut self, task: &Task) {
        let head = &self.reader.plan.head;
        for unit in task.lead.iter().chain(&task.support) {
            if head.unit(unit).is_none() && !self.units.iter().any(|known| known.name == *unit) {
                self.units.push(self.kept.unit(unit.as_str()));
            }
        }
    }

    fn taken(self) -> Taken {
        let Reading { reader, places, mut found, units, faults, remarks, held, progress, ids, .. } = self;
        // What a task waits for may have been left out of the workbook.
        found.iter_mut().for_each(|found| found.written.task.depends.retain(|id| ids.contains(id.as_str())));
        let report = report(&places, &found, &units);
        let is_carried = |field: &&OwnField| found.iter().any(|one| one.written.task.fields.get(&field.key).is_some());
        let is_new = |field: &&OwnField| !reader.plan.head.fields.contains(field);
        let fields = reader.own.iter().filter(is_new).filter(is_carried).cloned().collect();
        let known = |section: &String| !places.new_sections.contains(section);
        Taken {
            tasks: found.into_iter().map(|found| (found.place, found.written.task)).collect(),
            units,
            fields,
            sections: places.new_sections.iter().filter_map(|id| places.section(id)).cloned().collect(),
            themes: places.new_themes.iter().filter(|(section, _)| known(section)).cloned().collect(),
            report,
            faults,
            remarks,
            held,
            progress,
        }
    }
}

/// Whether a row says how the work goes.
fn says_progress(row: &Row<'_>) -> bool {
    PROGRESS.iter().chain(&[Field::Progress, Field::FinishedOn]).any(|field| row.text(*field).is_some())
}

fn report(places: &Places, found: &[Found<'_>], units: &[Unit]) -> NewTasks {
    let title = |section: &Section| (section.id.clone(), section.title.clone());
    let sections = places.new_sections.iter().filter_map(|id| places.section(id)).map(title);
    let themes = places.new_themes.iter().map(|(_, theme)| (theme.id.clone(), theme.title.clone()));
    let task = |found: &Found<'_>| {
        let task = &found.written.task;
        let metric = |metric: &Metric| {
            let sign = match metric.direction() {
                Direction::AtLeast => "",
                Direction::AtMost => "≤",
                Direction::Hold => "≥",
            };
            format!("{} {sign}{}{}", metric.name, metric.target(), metric.unit)
        };
        NewTask {
            place: found.place.to_string(),
            id: task.id.to_string(),
            title: task.title.clone(),
            lead: task.lead.as_ref().map(UnitName::to_string),
            deadline: task.deadline.map(|day| day.to_string()),
            metrics: task.metrics.iter().map(metric).collect(),
        }
    };
    NewTasks {
        tasks: found.iter().map(task).collect(),
        sections: sections.chain(themes).collect(),
        units: units.iter().map(|unit| unit.name.to_string()).collect(),
    }
}
