//! Rows that are matched to tasks, and put together where several speak of one.

use std::collections::HashMap;
use std::path::Path;

use crate::intake::form::unit_or_person;
use crate::intake::ledger::{Ledger, Line, Row, name_key, same_name, text_of, title_key};
use crate::intake::own::own_value;
use crate::intake::place::PlacedFault;
use crate::intake::sheet::{Cell, Value};
use crate::plan::meant::column::Field;
use crate::plan::meant::half_width;
use crate::plan::{Date, Language, OwnField, OwnKind, Plan, Task, TaskId};
use crate::say;
use crate::words;

use super::cells::unfit;
use super::group::Group;
use super::numbered::numbers_of;
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
    /// By the numbers that ledgers have given them.
    numbers: HashMap<String, Vec<&'r Task>>,
    titles: HashMap<String, Vec<&'r Task>>,
}

impl<'r> TaskIndex<'r> {
    pub(super) fn of(plan: &'r Plan) -> TaskIndex<'r> {
        let mut titles: HashMap<String, Vec<&Task>> = HashMap::new();
        for task in &plan.tasks {
            titles.entry(title_key(&task.title)).or_default().push(task);
        }
        let ids = plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect();
        let mut numbers: HashMap<String, Vec<&Task>> = HashMap::new();
        for task in &plan.tasks {
            numbers_of(plan, task).into_iter().for_each(|number| numbers.entry(number).or_default().push(task));
        }
        TaskIndex { ids, numbers, titles }
    }

    /// The only task to which a ledger has given that number.
    pub(super) fn by_number(&self, number: &str) -> Option<&'r Task> {
        match self.numbers.get(&name_key(number)).map(Vec::as_slice) {
            Some([only]) => Some(only),
            Some(_) | None => None,
        }
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

/// What came of matching.
#[derive(Default)]
pub(super) struct Matched<'r, 's> {
    pub(super) groups: Vec<Group<'r, 's>>,
    pub(super) faults: Vec<PlacedFault>,
    /// Cells of the plan itself in which nothing can be read.
    pub(super) changes: Vec<PlacedFault>,
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
        self.unfit_cells(ledger, row, matched);
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

    /// The task of that id, or of that number of the ledger's own; else the only one of that title.
    fn task_of(&self, row: &Row<'_>) -> Result<&Task, (Field, String)> {
        let (id, title) = (row.text(Field::Id), row.text(Field::Title));
        let number = row.own_number();
        if let Some(task) = number.as_ref().and_then(|number| self.tasks.by_number(number)) {
            return Ok(task);
        }
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
        match self.titled(row, &title).as_slice() {
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

    /// The tasks of a title. Where the row has a number of the ledger's own, what has another is another task.
    fn titled(&self, row: &Row<'_>, title: &str) -> Vec<&Task> {
        let is_other = |task: &&&Task| row.own_number().is_some() && !numbers_of(self.plan, task).is_empty();
        self.tasks.by_title(title).iter().filter(|task| !is_other(task)).copied().collect()
    }

    /// Whether the plan has a task of a row's title, or several.
    pub(super) fn is_titled(&self, row: &Row<'_>) -> bool {
        row.text(Field::Title).is_some_and(|title| !self.titled(row, &title).is_empty())
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

    /// Cells that hold what no plan may hold, or a formula's error: those of progress and of what a row is about are faults,
    /// those of the plan itself no more than changes of it.
    fn unfit_cells(&self, ledger: &Ledger<'_>, row: &Row<'_>, matched: &mut Matched<'_, '_>) {
        const READ: [Field; 7] =
            [Field::Id, Field::Title, Field::Date, Field::By, Field::ReplyTo, Field::Metrics, Field::Target];
        const COMPUTED: [Field; 4] = [Field::Progress, Field::FinishedOn, Field::Light, Field::Computed];
        for (field, cell) in row.cells().filter(|(field, _)| !COMPUTED.contains(field)) {
            // A share is rounded.
            let is_share = field == Field::Percent && matches!(cell.value, Value::TooFine(_));
            let Some(message) = unfit(cell, self.lang).filter(|_| !is_share) else { continue };
            let is_read = PROGRESS.contains(&field) || READ.contains(&field);
            let told = if is_read { &mut matched.faults } else { &mut matched.changes };
            told.push(PlacedFault { place: ledger.place_of(self.file, row, field), message });
        }
    }
}

/// Whether a sheet has only the name that a spreadsheet gives it: Sheet1.
fn is_numbered(name: &str) -> bool {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')'));
    ["sheet", "工作表", "表", "tabelle", ""].contains(&bare.to_lowercase().as_str())
}

/// No ledger has more rows about one task; what each of its cells says is compared with the others.
const MOST_ROWS_OF_ONE: usize = 1_000;

/// How far apart in the ledger rows of one task may stand to be taken together.
const MOST_ROWS_APART: usize = 1000;
