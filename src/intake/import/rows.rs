//! Rows that are matched to tasks, and put together where several speak of one.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDateTime;

use crate::intake::form::unit_or_person;
use crate::intake::ledger::{Ledger, Line, Row, same_name, text_of, title_key};
use crate::intake::own::own_value;
use crate::intake::place::{Place, PlacedFault};
use crate::intake::sheet::{Cell, Value};
use crate::plan::meant::column::Field;
use crate::plan::meant::day::{DayWords, day, read_day, read_first_day};
use crate::plan::meant::half_width;
use crate::plan::{Date, Language, OwnField, OwnKind, Plan, Task, TaskId, UtcOffset};
use crate::say;
use crate::words;

use super::cells::unfit;
use super::places::Heading;
use super::sheets::PROGRESS;

/// What every row is read with.
pub(super) struct Reader<'r> {
    pub(super) plan: &'r Plan,
    /// The fields beyond those of every ledger that its columns may hold.
    pub(super) own: &'r [OwnField],
    pub(super) file: &'r str,
    pub(super) lang: Language,
    /// Whether a cell that cannot be read is in the way.
    pub(super) strict: bool,
    /// The day of rows that name none.
    pub(super) date: Date,
    /// Who reports, where a row does not say.
    pub(super) by: Option<String>,
    pub(super) tasks: TaskIndex<'r>,
}

/// The plan's tasks by id and by title.
pub(super) struct TaskIndex<'r> {
    ids: HashMap<&'r str, &'r Task>,
    titles: HashMap<String, Vec<&'r Task>>,
}

impl<'r> TaskIndex<'r> {
    pub(super) fn of(plan: &'r Plan) -> TaskIndex<'r> {
        let mut titles: HashMap<String, Vec<&Task>> = HashMap::new();
        for task in &plan.tasks {
            titles.entry(title_key(&task.title)).or_default().push(task);
        }
        TaskIndex { ids: plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect(), titles }
    }

    /// The task of that id.
    pub(super) fn by_id(&self, id: &str) -> Option<&'r Task> {
        self.ids.get(id).copied()
    }

    /// The tasks of that title.
    fn by_title(&self, title: &str) -> &[&'r Task] {
        self.titles.get(&title_key(title)).map_or(&[], Vec::as_slice)
    }
}

/// The rows that speak of one task, for one day, from one reporter.
pub(super) struct Group<'r, 's> {
    pub(super) task: &'r Task,
    pub(super) date: Date,
    pub(super) by: Option<String>,
    first: (&'r Ledger<'s>, &'r Row<'s>),
    pub(super) rows: Vec<(&'r Ledger<'s>, &'r Row<'s>)>,
    pub(super) file: &'r str,
}

/// What came of matching.
#[derive(Default)]
pub(super) struct Matched<'r, 's> {
    pub(super) groups: Vec<Group<'r, 's>>,
    pub(super) faults: Vec<PlacedFault>,
    /// Rows about no task of the plan, in which nothing is filled in.
    pub(super) passed_over: usize,
    /// Rows that are sections or themes of the plan.
    pub(super) parts: usize,
}

impl Reader<'_> {
    /// Matches the rows of a ledger.
    pub(super) fn matched<'r, 's>(&'r self, ledgers: &[(&'r Ledger<'s>, &'r [Line<'s>])]) -> Matched<'r, 's> {
        let mut matched = Matched::default();
        for (ledger, lines) in ledgers {
            for line in *lines {
                let Line::Row(row) = line else { continue };
                self.take(ledger, row, &mut matched);
            }
        }
        matched
    }

    fn take<'r, 's>(&'r self, ledger: &'r Ledger<'s>, row: &'r Row<'s>, matched: &mut Matched<'r, 's>) {
        matched.faults.extend(self.unfit_cells(ledger, row));
        let fault =
            |field: Field, message: String| PlacedFault { place: ledger.place_of(self.file, row, field), message };
        let task = match self.task_of(row) {
            Ok(task) => task,
            Err(_) if self.is_part(row) => {
                matched.parts += 1;
                return;
            }
            Err(_) if !PROGRESS.iter().any(|field| row.text(*field).is_some()) => {
                matched.passed_over += 1;
                return;
            }
            Err((field, message)) => return matched.faults.push(fault(field, message)),
        };
        let date = row.cell(Field::Date).filter(|cell| text_of(cell).is_some());
        let date = date.map_or(Ok(self.date), |cell| self.day_in(cell));
        let date = date.map_err(|message| matched.faults.push(fault(Field::Date, message)));
        let by = row.text(Field::By).map(|text| unit_or_person(self.plan, &text, self.lang)).transpose();
        let by = by.map_err(|message| matched.faults.push(fault(Field::By, message)));
        // A row with a fault is heard as well, so that all its faults are told at once.
        let (date, by) = (date.unwrap_or(self.date), by.ok().flatten().or_else(|| self.by.clone()));
        let same = |group: &&mut Group<'_, '_>| group.task.id == task.id && group.date == date && group.by == by;
        // The rows of one task stand together.
        match matched.groups.iter_mut().rev().take(MOST_ROWS_APART).find(same) {
            // Said once; what comes after it is not heard.
            Some(group) if group.rows.len() > MOST_ROWS_OF_ONE => {}
            Some(group) => {
                group.rows.push((ledger, row));
                if group.rows.len() > MOST_ROWS_OF_ONE {
                    let message = say!(
                        self.lang,
                        "任务 {} 超过 {MOST_ROWS_OF_ONE} 行，请核对文件",
                        "more than {MOST_ROWS_OF_ONE} rows about task {}: look at the file",
                        task.id
                    );
                    matched.faults.push(fault(Field::Id, message));
                }
            }
            None => matched.groups.push(Group {
                task,
                date,
                by,
                first: (ledger, row),
                rows: vec![(ledger, row)],
                file: self.file,
            }),
        }
    }

    /// The task of that id; else the only one of that title.
    fn task_of(&self, row: &Row<'_>) -> Result<&Task, (Field, String)> {
        let (id, title) = (row.text(Field::Id), row.text(Field::Title));
        if let Some(task) = id.as_ref().and_then(|id| self.tasks.by_id(&half_width(id))) {
            return Ok(task);
        }
        let lang = self.lang;
        let Some(title) = title else {
            let shown = id.unwrap_or_default();
            return Err((
                Field::Id,
                say!(
                    lang,
                    "没有任务“{shown}”，也没有写工作任务；请填写任务编号（编号变成日期的，把该列设为文本再填）",
                    "there is no task `{shown}`, and no title either; write the task's id (as text, where the spreadsheet makes a date of it)"
                ),
            ));
        };
        match self.tasks.by_title(&title) {
            [only] => Ok(only),
            [] => {
                let shown = id.map_or_else(|| title.clone(), |id| format!("{id} {title}"));
                Err((
                    Field::Title,
                    say!(
                        lang,
                        "计划中没有“{shown}”这项任务；请核对编号或工作任务，新任务先用 workplan add 或 import --as tasks",
                        "the plan has no task `{shown}`; check its id or title; add new tasks first, with `workplan add` or `import --as tasks`"
                    ),
                ))
            }
            several => {
                let ids = words::list(lang, several.iter().map(|task| task.id.as_str()));
                Err((
                    Field::Title,
                    say!(
                        lang,
                        "“{title}”可指 {ids}，请填写任务编号",
                        "`{title}` could mean {ids}; write the task's id"
                    ),
                ))
            }
        }
    }

    /// The id of the task that a row is about, if the plan has it.
    pub(super) fn known(&self, row: &Row<'_>) -> Option<TaskId> {
        self.task_of(row).ok().map(|task| task.id.clone())
    }

    /// What a sheet is called: by its own name, else by the file's.
    pub(super) fn sheet(&self, ledger: &Ledger<'_>) -> String {
        let stem = || {
            Path::new(self.file)
                .file_stem()
                .map_or_else(|| self.file.to_owned(), |stem| stem.to_string_lossy().into_owned())
        };
        let own = ledger.sheet.name.as_ref().filter(|name| !is_numbered(name));
        own.cloned().unwrap_or_else(stem)
    }

    /// Whether a row is the head of a section or a theme: what stood above others in an outline has become one.
    fn is_part(&self, row: &Row<'_>) -> bool {
        let sections = &self.plan.head.sections;
        let titles = || {
            let themes = sections.iter().flat_map(|section| &section.themes).map(|theme| &theme.title);
            sections.iter().map(|section| &section.title).chain(themes)
        };
        let bare = row.text(Field::Title).map(|title| Heading::new(&title).title);
        // Of headings below the second, a theme's title holds the whole way.
        bare.is_some_and(|own| titles().any(|title| title.split(" / ").any(|part| same_name(part, &own))))
    }

    /// The day on which work begins: of a month or a quarter, the first.
    pub(super) fn first_day_in(&self, cell: &Cell) -> Result<Date, String> {
        let words = DayWords { today: None, period: Some(self.plan.head.period) };
        match &cell.value {
            Value::Text(text) => {
                read_first_day(text.trim_end_matches('*').trim(), words).or_else(|_| self.day_in(cell))
            }
            Value::Number(..) | Value::Day(_) | Value::Error(_) | Value::Formula(_) | Value::TooFine(_) => {
                self.day_in(cell)
            }
        }
    }

    /// The day by which a cell says that work ends, and the one on which it begins where it names both: 3月至5月.
    pub(super) fn span_in(&self, cell: &Cell) -> Result<(Option<Date>, Date), String> {
        let words = DayWords { today: None, period: Some(self.plan.head.period) };
        let text = cell.value.text();
        let span = |joint: &str| {
            let (first, last) = text.split_once(joint)?;
            let first = read_first_day(first.trim(), words).ok()?;
            let last = read_day(last.trim(), words).ok()?.date;
            (first <= last).then_some((Some(first), last))
        };
        self.day_in(cell).map(|day| (None, day)).or_else(|why| JOINTS.iter().find_map(|joint| span(joint)).ok_or(why))
    }

    /// The day that a cell holds, or its words mean: 昨天 means none, for nobody knows when it was written.
    pub(super) fn day_in(&self, cell: &Cell) -> Result<Date, String> {
        match &cell.value {
            Value::Day(day) | Value::Number(_, Some(day)) => Ok(*day),
            Value::Number(text, None)
            | Value::Error(text)
            | Value::Formula(text)
            | Value::TooFine(text)
            | Value::Text(text) => {
                let text = text.trim_end_matches('*').trim();
                if let Some(day) = of_program(text, &self.plan.head.utc_offset) {
                    return Ok(day);
                }
                day(&self.plan.head, text, None, self.lang)
            }
        }
    }

    /// What a cell says of one of the plan's own fields: a date may be a number that counts days.
    pub(super) fn own_in(&self, field: &OwnField, cell: &Cell) -> Result<Option<String>, String> {
        match (field.kind, text_of(cell)) {
            (_, None) => Ok(None),
            (OwnKind::Date, Some(_)) => self.day_in(cell).map(|day| Some(day.to_string())),
            (OwnKind::Text | OwnKind::Number, Some(text)) => {
                own_value(field, &text, (&self.plan.head, None), self.lang)
            }
        }
    }

    /// Cells that hold what no plan may hold, or a formula's error.
    fn unfit_cells(&self, ledger: &Ledger<'_>, row: &Row<'_>) -> Vec<PlacedFault> {
        let read =
            |field: &Field| !matches!(field, Field::Progress | Field::FinishedOn | Field::Light | Field::Computed);
        let unfit = row.cells().filter(|(field, _)| read(field)).filter_map(|(field, cell)| {
            let message = unfit(cell, self.lang)?;
            Some(PlacedFault { place: ledger.place_of(self.file, row, field), message })
        });
        unfit.collect()
    }
}

/// What stands between the first and the last day of a span.
const JOINTS: [&str; 13] = [" - ", " – ", " — ", " to ", "→", "至", "到", "——", "—", "–", "～", "~", "-"];

/// Whether a sheet has only the name that a spreadsheet gives it: Sheet1.
fn is_numbered(name: &str) -> bool {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')'));
    ["sheet", "工作表", "表", "tabelle", ""].contains(&bare.to_lowercase().as_str())
}

/// A moment as programs write it. In the time of Greenwich it may be another day here; in any other, the day stands as it is
/// written.
fn of_program(text: &str, here: &UtcOffset) -> Option<Date> {
    let plain = ["%Y%m%dT%H%M%SZ", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S%.fZ"];
    let moment = plain.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    if let Some(moment) = moment {
        return Some(Date(moment.and_utc().with_timezone(&here.0).date_naive()));
    }
    // 2020-07-06-08:00-+0000, as TaskJuggler writes it.
    let (day, zone) = text.split_once("-+").or_else(|| text.split_once("--"))?;
    let is_zone = zone.len() == 4 && zone.bytes().all(|byte| byte.is_ascii_digit());
    NaiveDateTime::parse_from_str(day, "%Y-%m-%d-%H:%M").ok().filter(|_| is_zone).map(|moment| Date(moment.date()))
}

/// No ledger has more rows about one task; what each of its cells says is compared with the others.
const MOST_ROWS_OF_ONE: usize = 1_000;

/// How far apart in the ledger rows of one task may stand to be taken together.
const MOST_ROWS_APART: usize = 1000;

impl Group<'_, '_> {
    /// What a field says, row by row; what several rows say alike counts once.
    pub(super) fn texts(&self, field: Field) -> Vec<(Place, String)> {
        let mut texts: Vec<(Place, String)> = Vec::new();
        for (ledger, row) in &self.rows {
            if let Some(text) = row.text(field).filter(|text| !texts.iter().any(|(_, known)| known == text)) {
                texts.push((ledger.place_of(self.file, row, field), text));
            }
        }
        texts
    }

    /// What a field says in all; several texts on lines of their own.
    pub(super) fn whole(&self, field: Field) -> Option<String> {
        let texts: Vec<String> = self.texts(field).into_iter().map(|(_, text)| text).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// Where a field stands, in the first row that says anything of it.
    pub(super) fn place(&self, field: Field) -> Place {
        let said = self.texts(field).into_iter().next().map(|(place, _)| place);
        let (ledger, row) = self.first;
        said.unwrap_or_else(|| ledger.place_of(self.file, row, field))
    }

    /// Where the first row stands.
    pub(super) fn row_place(&self) -> Place {
        self.first.0.place_of_row(self.file, self.first.1.at)
    }

    /// Whether the ledger writes how far the work has come in parts of one.
    pub(super) fn in_parts(&self) -> bool {
        self.first.0.header.in_parts
    }

    /// Whether a ledger has the column.
    pub(super) fn asks_for(&self, field: Field) -> bool {
        self.rows.iter().any(|(ledger, _)| ledger.header.column(field).is_some())
    }

    /// Whether the rows report anything but a state.
    pub(super) fn reports(&self) -> bool {
        let reported = || PROGRESS.into_iter().filter(|field| *field != Field::State);
        self.rows.iter().any(|(_, row)| reported().any(|field| row.text(field).is_some()))
    }

    /// Whether the ledger has the column, with nothing in it.
    pub(super) fn leaves_empty(&self, field: Field) -> bool {
        self.rows.iter().all(|(ledger, row)| ledger.header.column(field).is_some() && row.text(field).is_none())
    }
}
