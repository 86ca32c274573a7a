//! The sheet 任务分解表: every task, or one unit's.

use super::super::common::{light_name, light_tone};
use super::super::fields::Field;
use super::super::status::{group_title, passed_line};
use super::frame::{counted, due_cell, frame, light_legend};
use super::metrics;
use super::names::SheetNames;
use crate::assess::{State, Totals};
use crate::paper::book::{Body, Cell, Choice, Column, List, Sheet, Value};
use crate::plan::{Date, Head, Language, OwnField, OwnKind};
use crate::report::ledger::Ledger;
use crate::report::status::{Group, GroupBy};
use crate::report::task_line::TaskLine;
use crate::say;
use crate::words;
use crate::words::{Worded, visible};

/// Every task.
pub(super) fn sheet(report: &Ledger<'_>, names: &mut SheetNames, lang: Language) -> Sheet {
    let name = names.name(lang.pick("任务分解表", "Tasks"));
    let about = say!(lang, "任务分解表", "tasks");
    of_tasks(report, name, &about, report.tasks.sorted_tasks(), &report.tasks.totals, lang)
}

/// The tasks of one unit, leader or person.
pub(super) fn part_sheet(
    report: &Ledger<'_>,
    group: &Group<'_>,
    tasks: &[&TaskLine<'_>],
    names: &mut SheetNames,
    lang: Language,
) -> Sheet {
    let is_unit = group.by == GroupBy::Lead;
    let short = tasks.first().and_then(|task| task.lead_short).filter(|_| is_unit);
    let field = group.by.named().map_or("", |field| field.name(lang));
    let nobody = &if is_unit {
        say!(lang, "未定牵头单位", "No lead")
    } else {
        say!(lang, "未写明{field}", "No {field}")
    };
    let known = !group.key.is_empty();
    let name = names.name(if known { short.unwrap_or(group.key) } else { nobody });
    let unit = if known { group_title(group) } else { nobody.clone() };
    let about = say!(lang, "任务分解表（{unit}）", "tasks of {unit}");
    of_tasks(report, name, &about, tasks.iter().copied(), &group.totals, lang)
}

fn of_tasks<'t>(
    report: &Ledger<'_>,
    name: String,
    about: &str,
    tasks: impl Iterator<Item = &'t TaskLine<'t>>,
    totals: &Totals,
    lang: Language,
) -> Sheet {
    let (status, head) = (&report.tasks, report.tasks.head);
    let columns = columns(head);
    let rows = tasks.map(|task| columns.iter().map(|column| column.cell(head, task, lang)).collect());
    let body = Body::List(List {
        columns: columns.iter().map(|column| column.column(head, lang)).collect(),
        fixed: 3,
        rows: rows.collect(),
        nothing: lang.pick("没有符合条件的任务", "No such tasks").to_owned(),
        choice: Some(states(lang)),
    });
    let lines = vec![counted(&passed_line(status, lang), totals, lang), light_legend(head, lang)];
    Sheet { name, frame: frame(&status.header, about, lines, &body, lang), body }
}

/// The columns of a plan's sheet: those of every plan, and before the remark those that it declares itself.
fn columns(head: &Head) -> Vec<Kept> {
    let (before, remark) = COLUMNS.split_at(COLUMNS.len().saturating_sub(1));
    let own = (0..head.fields.len()).map(|at| kept(Field::Own(at), 84, Holds::Own));
    before.iter().copied().chain(own).chain(remark.iter().copied()).collect()
}

/// A column of the sheet: what it says, how wide it is in pixels, and what stands in its cells.
#[derive(Clone, Copy)]
struct Kept {
    field: Field,
    width: u16,
    holds: Holds,
}

/// What stands in the cells of a column.
#[derive(Clone, Copy)]
enum Holds {
    Id,
    Light,
    /// A word or a name; marked where that field of the task is assumed.
    Word(&'static str),
    /// Sentences; marked likewise.
    Prose(&'static str),
    Metrics,
    Targets,
    Values,
    Progress,
    Deadline,
    FinishedOn,
    Evidence,
    /// A value of a field of the plan's own.
    Own,
}

const fn kept(field: Field, width: u16, holds: Holds) -> Kept {
    Kept { field, width, holds }
}

/// The 任务分解表; the light stands before the state, our verdict beside the unit's word.
const COLUMNS: [Kept; 20] = [
    kept(Field::Id, 58, Holds::Id),
    kept(Field::Section, 118, Holds::Prose("")),
    kept(Field::Title, 166, Holds::Prose("title")),
    kept(Field::Metrics, 108, Holds::Metrics),
    kept(Field::Target, 78, Holds::Targets),
    kept(Field::Value, 78, Holds::Values),
    kept(Field::Progress, 62, Holds::Progress),
    kept(Field::Lead, 102, Holds::Word("lead")),
    kept(Field::Support, 102, Holds::Prose("support")),
    kept(Field::Person, 58, Holds::Word("person")),
    kept(Field::Leader, 58, Holds::Word("leader")),
    kept(Field::Deadline, 84, Holds::Deadline),
    kept(Field::Light, 52, Holds::Light),
    kept(Field::State, 58, Holds::Word("")),
    kept(Field::Report, 144, Holds::Prose("")),
    kept(Field::Issue, 112, Holds::Prose("")),
    kept(Field::Next, 112, Holds::Prose("")),
    kept(Field::Evidence, 92, Holds::Evidence),
    kept(Field::FinishedOn, 84, Holds::FinishedOn),
    kept(Field::Remark, 134, Holds::Prose("")),
];

impl Kept {
    fn column(&self, head: &Head, lang: Language) -> Column {
        let is_text = self.field.own(head).is_some_and(|field| field.kind == OwnKind::Text);
        let prose = is_text || matches!(self.holds, Holds::Prose(_) | Holds::Metrics | Holds::Evidence);
        Column { header: self.field.ledger_header(head, lang), width: self.width, prose }
    }

    fn cell(&self, head: &Head, task: &TaskLine<'_>, lang: Language) -> Cell {
        match self.holds {
            Holds::Id => Cell::of(Value::Id(visible(task.id).into_owned())),
            Holds::Light => light(head, task, lang),
            Holds::Word(field) | Holds::Prose(field) => {
                Cell::text(self.field.ledger_text(head, task, lang)).marked(task.assumes(field))
            }
            Holds::Metrics => metrics::names(task.metrics.iter().map(|metric| metric.name)),
            Holds::Targets => metrics::targets(task, lang),
            Holds::Values => metrics::values(task),
            Holds::Progress => metrics::progress(task),
            Holds::Deadline => due_cell(task.deadline, task.deadline_basis, lang),
            Holds::FinishedOn => Cell::day(task.finished_on.map(|day| day.0)),
            Holds::Evidence => {
                let files: Vec<String> = task.latest.evidence.iter().map(|file| visible(file).into_owned()).collect();
                Cell::text(files.join("\n"))
            }
            Holds::Own => {
                let own = self.field.own(head);
                own.map_or_else(Cell::default, |field| own_cell(field, task.fields.get(&field.key)))
            }
        }
    }
}

/// A number as one, a day as one, so that a spreadsheet reckons with them; empty where nothing is said.
pub(super) fn own_cell(field: &OwnField, value: Option<&str>) -> Cell {
    let Some(value) = value else { return Cell::default() };
    match field.kind {
        OwnKind::Number => match metrics::exact(value) {
            None => Cell::text(visible(value)),
            number => Cell::of(Value::Number { number, before: String::new(), after: String::new() }),
        },
        OwnKind::Date => Cell::day(value.parse::<Date>().ok().map(|day| day.0)),
        OwnKind::Text => Cell::text(visible(value)),
    }
}

fn light(head: &Head, task: &TaskLine<'_>, lang: Language) -> Cell {
    let cancelled = || State::Cancelled.word(lang).to_owned();
    let word = task.light.map_or_else(cancelled, |light| light_name(head, lang, light));
    Cell::text(visible(&word)).toned(light_tone(head, task.light))
}

/// The words of the states: what a unit may fill in.
fn states(lang: Language) -> Choice {
    let words: Vec<String> = State::ALL.into_iter().map(|state| state.word(lang).to_owned()).collect();
    let listed = words::list(lang, &words);
    Choice {
        column: COLUMNS.iter().position(|column| column.field == Field::State).unwrap_or_default(),
        words,
        refusal: say!(lang, "请从下拉列表中选择：{listed}", "Choose one of: {listed}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::fields::LEDGER;
    use super::*;

    #[test]
    fn the_sheet_has_the_columns_of_the_ledger_and_the_light() {
        let fields: Vec<Field> = COLUMNS.iter().map(|column| column.field).collect();
        let without_light: Vec<Field> = fields.iter().copied().filter(|field| *field != Field::Light).collect();
        assert_eq!(without_light, LEDGER);
        assert_eq!(fields.len(), LEDGER.len() + 1);
    }
}
