//! The columns in which tasks can be listed.

use super::common::{UNKNOWN, bare_due, due, light_cell, light_name, marked, marked_list, percent, unit};
use crate::assess::{Basis, Share, State};
use crate::paper::{Cell, Column, Table};
use crate::plan::{Date, Head, Language, OwnField, OwnKind};
use crate::report::task_line::{MetricLine, TaskAlert, TaskLine};
use crate::say;
use crate::words;
use crate::words::Worded;
use crate::words::fields::{self, Place};

/// A column in which tasks can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Field {
    Id,
    Light,
    Title,
    Lead,
    Support,
    Person,
    Leader,
    Section,
    Theme,
    Kind,
    State,
    Places,
    Metrics,
    Target,
    Value,
    Progress,
    Expected,
    Deadline,
    DaysLeft,
    WorkingDaysLeft,
    LastReport,
    Report,
    Issue,
    Next,
    Evidence,
    FinishedOn,
    Remark,
    Tags,
    Source,
    Alerts,
    /// A field of the plan's own, by its place among those that it declares.
    Own(usize),
}

/// The columns of the 任务分解表, in the order in which offices keep them.
pub(super) const LEDGER: [Field; 19] = [
    Field::Id,
    Field::Section,
    Field::Title,
    Field::Metrics,
    Field::Target,
    Field::Value,
    Field::Progress,
    Field::Lead,
    Field::Support,
    Field::Person,
    Field::Leader,
    Field::Deadline,
    Field::State,
    Field::Report,
    Field::Issue,
    Field::Next,
    Field::Evidence,
    Field::FinishedOn,
    Field::Remark,
];

/// The columns of a plan's 任务分解表: those of every plan, and before the remark those that it declares itself.
pub(super) fn ledger_fields(head: &Head) -> Vec<Field> {
    let own = (0..head.fields.len()).map(Field::Own);
    let (before, remark) = LEDGER.split_at(LEDGER.len().saturating_sub(1));
    before.iter().copied().chain(own).chain(remark.iter().copied()).collect()
}

/// The columns of a list on a screen; the number says which goes first when they do not fit.
const LISTING: [(Field, u8); 12] = [
    (Field::Light, 0),
    (Field::Id, 0),
    (Field::Deadline, 2),
    (Field::WorkingDaysLeft, 6),
    (Field::Progress, 1),
    (Field::Expected, 5),
    (Field::State, 7),
    (Field::LastReport, 9),
    (Field::Lead, 0),
    (Field::Title, 0),
    (Field::Target, 8),
    (Field::Report, 10),
];

impl Field {
    /// Every column that plans have without declaring it.
    pub const ALL: [Field; 30] = [
        Field::Id,
        Field::Light,
        Field::Title,
        Field::Lead,
        Field::Support,
        Field::Person,
        Field::Leader,
        Field::Section,
        Field::Theme,
        Field::Kind,
        Field::State,
        Field::Places,
        Field::Metrics,
        Field::Target,
        Field::Value,
        Field::Progress,
        Field::Expected,
        Field::Deadline,
        Field::DaysLeft,
        Field::WorkingDaysLeft,
        Field::LastReport,
        Field::Report,
        Field::Issue,
        Field::Next,
        Field::Evidence,
        Field::FinishedOn,
        Field::Remark,
        Field::Tags,
        Field::Source,
        Field::Alerts,
    ];

    /// What the column shows, as the table of fields has it; of the plan's own, all of them together.
    pub fn named(self) -> Option<&'static fields::Field> {
        let (place, key) = self.place();
        fields::field(place, key)
    }

    /// The column that a word means, in either language; the plan's own after those that every plan has.
    pub fn called(head: &Head, word: &str) -> Option<Field> {
        let named = Field::ALL.into_iter().filter_map(Field::named);
        let meant = fields::meant(named, word);
        let known = meant.and_then(|meant| Field::ALL.into_iter().find(|field| field.named() == Some(meant)));
        known.or_else(|| head.own_place(word).map(Field::Own))
    }

    /// The field of the plan's own that the column shows.
    pub fn own(self, head: &Head) -> Option<&OwnField> {
        let at = if let Field::Own(at) = self { Some(at) } else { None };
        head.fields.get(at?)
    }

    /// One word for each column, for a shell that completes.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        Field::ALL
            .into_iter()
            .filter_map(Field::named)
            .map(|field| if field.en.contains(' ') { field.key } else { field.en })
    }

    const fn place(self) -> (Place, &'static str) {
        match self {
            Field::Id => (Place::Task, "id"),
            Field::Light => (Place::Standing, "light"),
            Field::Title => (Place::Task, "title"),
            Field::Lead => (Place::Task, "lead"),
            Field::Support => (Place::Task, "support"),
            Field::Person => (Place::Task, "person"),
            Field::Leader => (Place::Task, "leader"),
            Field::Section => (Place::Standing, "section"),
            Field::Theme => (Place::Standing, "theme"),
            Field::Kind => (Place::Task, "kind"),
            Field::State => (Place::Entry, "state"),
            Field::Places => (Place::Task, "places"),
            Field::Metrics => (Place::Task, "metrics"),
            Field::Target => (Place::Metric, "target"),
            Field::Value => (Place::Entry, "values"),
            Field::Progress => (Place::Standing, "progress"),
            Field::Expected => (Place::Standing, "expected"),
            Field::Deadline => (Place::Task, "deadline"),
            Field::DaysLeft => (Place::Standing, "days_left"),
            Field::WorkingDaysLeft => (Place::Standing, "working_days_left"),
            Field::LastReport => (Place::Standing, "last_report"),
            Field::Report => (Place::Entry, "note"),
            Field::Issue => (Place::Entry, "issue"),
            Field::Next => (Place::Entry, "next"),
            Field::Evidence => (Place::Entry, "evidence"),
            Field::FinishedOn => (Place::Standing, "finished_on"),
            Field::Remark => (Place::Task, "note"),
            Field::Tags => (Place::Task, "tags"),
            Field::Source => (Place::Task, "source"),
            Field::Alerts => (Place::Standing, "alerts"),
            Field::Own(_) => (Place::Task, "fields"),
        }
    }

    /// The column's name in a ledger, in which the permanent id stands for the number.
    pub(super) fn ledger_header(self, head: &Head, lang: Language) -> String {
        if self == Field::Id { say!(lang, "序号", "No.") } else { self.header(head, lang) }
    }

    /// What a ledger says in that column of a task.
    #[cfg(feature = "xlsx")]
    pub(super) fn ledger_text(self, head: &Head, task: &TaskLine<'_>, lang: Language) -> String {
        self.cell(head, task, lang, Style::Ledger).text
    }

    fn header(self, head: &Head, lang: Language) -> String {
        let own = self.own(head).map(|field| field.heading(lang));
        own.or_else(|| self.named().map(|field| field.heading(lang))).unwrap_or_default()
    }

    fn column(self, head: &Head, lang: Language) -> Column {
        let header = self.header(head, lang);
        match self {
            Field::Own(_) => match self.own(head).map(|field| field.kind).unwrap_or_default() {
                OwnKind::Number => Column::number(header),
                OwnKind::Date => Column::short(header),
                OwnKind::Text => Column::text(header),
            },
            Field::Progress | Field::Expected | Field::DaysLeft | Field::WorkingDaysLeft => Column::number(header),
            Field::Id
            | Field::Light
            | Field::Kind
            | Field::State
            | Field::Deadline
            | Field::LastReport
            | Field::FinishedOn => Column::short(header),
            Field::Lead => Column::short(header),
            Field::Title
            | Field::Support
            | Field::Person
            | Field::Leader
            | Field::Section
            | Field::Theme
            | Field::Places
            | Field::Metrics
            | Field::Target
            | Field::Value
            | Field::Report
            | Field::Issue
            | Field::Next
            | Field::Evidence
            | Field::Remark
            | Field::Tags
            | Field::Source
            | Field::Alerts => Column::text(header),
        }
    }

    fn cell(self, head: &Head, task: &TaskLine<'_>, lang: Language, style: Style) -> Cell {
        let full = style != Style::Screen;
        let is_marked = matches!(style, Style::Screen | Style::MarkedLedger);
        let assumed = |field: &str| is_marked && task.assumes(field);
        let number = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let percent =
            |share: Option<Share>| if full { share.map_or_else(String::new, Share::percent) } else { percent(share) };
        let named =
            |name: Option<&str>, field: &str| name.map_or_else(String::new, |name| marked(name, assumed(field)));
        let short = if full { None } else { task.lead_short };
        let ended = task.finished_on.is_some() || task.light.is_none();
        Cell::plain(match self {
            Field::Light if style == Style::Clean => {
                task.light.map_or_else(|| State::Cancelled.word(lang).to_owned(), |light| light_name(head, lang, light))
            }
            Field::Light => return light_cell(head, lang, task.light),
            Field::Id => task.id.to_owned(),
            Field::Title => marked(task.title, assumed("title")),
            Field::Lead if full => named(task.lead, "lead"),
            Field::Lead => unit(lang, task.lead, short, assumed("lead")),
            Field::Support => marked_list(lang, &task.support, assumed("support")),
            Field::Person => named(task.person, "person"),
            Field::Leader => named(task.leader, "leader"),
            Field::Section => task.section_title.to_owned(),
            Field::Theme => task.theme_title.unwrap_or("").to_owned(),
            Field::Kind => marked(task.kind.word(lang), assumed("kind")),
            Field::State => task.state.word(lang).to_owned(),
            Field::Places => {
                let places: Vec<&str> = task.places.iter().map(String::as_str).collect();
                marked_list(lang, &places, assumed("places"))
            }
            Field::Metrics => joined(task, lang, |metric| metric.name.to_owned()),
            Field::Target => joined(task, lang, |metric| marked(&target(metric, lang), metric.assumed && is_marked)),
            Field::Value if full && task.metrics.iter().all(|metric| metric.value.is_none()) => String::new(),
            Field::Value => joined(task, lang, value),
            Field::Progress => percent(task.progress),
            Field::Expected => task.expected.map_or_else(String::new, Share::percent),
            Field::Deadline if is_marked => due(lang, task.deadline, task.deadline_basis),
            Field::Deadline => bare_due(lang, task.deadline),
            // Of ended work no days are left or missing.
            Field::DaysLeft | Field::WorkingDaysLeft if ended => String::new(),
            Field::DaysLeft => number(task.days_left),
            Field::WorkingDaysLeft => number(task.working_days_left),
            Field::LastReport if full => day(task.last_report),
            Field::LastReport => task.last_report.map_or_else(|| say!(lang, "未报送", "never"), |day| day.to_string()),
            Field::Report => task.latest.note.unwrap_or("").to_owned(),
            Field::Issue => task.latest.issue.unwrap_or("").to_owned(),
            Field::Next => task.latest.next.unwrap_or("").to_owned(),
            Field::Evidence => task.latest.evidence.join(&say!(lang, "；", "; ")),
            Field::FinishedOn => day(task.finished_on),
            Field::Remark => remark(head, task, lang, style),
            Field::Tags => words::list(lang, task.tags),
            Field::Source => task.source.unwrap_or("").to_owned(),
            Field::Alerts => {
                let said = |alert: &TaskAlert| match is_marked {
                    true => alert.message.clone(),
                    false => unmarked(&alert.message, task.title),
                };
                task.alerts.iter().map(said).collect::<Vec<_>>().join(&say!(lang, "；", "; "))
            }
            Field::Own(at) => match task.fields.0.get(at).and_then(|(_, value)| *value) {
                Some(value) => value.to_owned(),
                None if full => String::new(),
                None => UNKNOWN.to_owned(),
            },
        })
    }
}

/// The task's remark; in a ledger also whether it is fictional, and what is assumed of it.
fn remark(head: &Head, task: &TaskLine<'_>, lang: Language, style: Style) -> String {
    let note = noted(task, lang);
    match style {
        Style::Screen | Style::MarkedLedger => note,
        Style::Clean => remark_of(head, note, std::iter::empty(), lang),
        Style::Ledger => remark_of(head, note, assumed_fields(task, lang), lang),
    }
}

fn assumed_fields<'t>(task: &'t TaskLine<'_>, lang: Language) -> impl Iterator<Item = String> + 't {
    let assumed = task.assumed.iter().map(move |field| words::field_name(lang, field));
    let period_end = task.deadline_basis == Basis::Period;
    assumed.chain(period_end.then(|| lang.pick("完成时限（计划期末）", "deadline (the period's end)").to_owned()))
}

/// `备注；交办来源：镇长办公会 2020-08-03`: a ledger has no column of its own for what else a task comes from.
fn noted(task: &TaskLine<'_>, lang: Language) -> String {
    let origin = task.origin.map(|origin| say!(lang, "交办来源：{origin}", "origin: {origin}"));
    let carried = task.carried_from.map(|from| {
        let (plan, id) = (&from.plan, &from.task);
        say!(lang, "结转来源：{plan} {id}", "carried from {plan} {id}")
    });
    let recurs = task.recurs.map(|duty| duty.said(lang));
    let recurs = recurs.map(|duty| say!(lang, "定期报送：{duty}", "reports: {duty}"));
    let parts = task.note.map(str::to_owned).into_iter().chain(origin).chain(carried).chain(recurs);
    let parts = parts.filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(&say!(lang, "；", "; "))
}

/// `示例数据；备注；推定：牵头单位、完成时限`.
pub(super) fn remark_of(head: &Head, note: String, assumed: impl Iterator<Item = String>, lang: Language) -> String {
    let fields = words::list(lang, assumed);
    let sample = if head.sample { words::sample_word(lang).to_owned() } else { String::new() };
    let assumed = if fields.is_empty() { fields } else { say!(lang, "推定：{fields}", "assumed: {fields}") };
    let parts: Vec<String> = [sample, note, assumed].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&say!(lang, "；", "; "))
}

/// Tasks in the columns of the 任务分解表, or in those that were asked for, as data: nothing is marked in the cells, and
/// the last column names what is assumed.
pub fn ledger<'t>(
    head: &Head,
    tasks: impl Iterator<Item = &'t TaskLine<'t>>,
    asked: &[Field],
    lang: Language,
) -> Table {
    let fields = if asked.is_empty() { ledger_fields(head) } else { asked.to_vec() };
    let tasks: Vec<&TaskLine<'t>> = tasks.collect();
    let mut table = in_ledger(head, tasks.iter().copied(), &fields, asked.is_empty(), Style::Clean, lang);
    table.columns.push(Column::text(fields::heading(lang, Place::Task, "assumed")));
    for (row, task) in table.rows.iter_mut().zip(tasks) {
        row.push(Cell::plain(words::list(lang, assumed_fields(task, lang))));
    }
    table
}

/// Tasks in the columns of the 任务分解表 to be read, not reckoned with: what is assumed bears its mark in the cell.
pub(super) fn marked_ledger<'t>(head: &Head, tasks: impl Iterator<Item = &'t TaskLine<'t>>, lang: Language) -> Table {
    in_ledger(head, tasks, &ledger_fields(head), true, Style::MarkedLedger, lang)
}

fn in_ledger<'t>(
    head: &Head,
    tasks: impl Iterator<Item = &'t TaskLine<'t>>,
    fields: &[Field],
    whole: bool,
    style: Style,
    lang: Language,
) -> Table {
    let mut columns: Vec<Column> = fields.iter().map(|field| field.column(head, lang)).collect();
    if let (true, Some(first)) = (whole, columns.first_mut()) {
        first.header = Field::Id.ledger_header(head, lang);
    }
    let rows = tasks.map(|task| fields.iter().map(|field| field.cell(head, task, lang, style)).collect());
    Table { columns, rows: rows.collect() }
}

/// How cells are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// For a screen: short unit names, marks, a sign for the unknown.
    Screen,
    /// For a spreadsheet: full names, empty where unknown, assumptions under 备注.
    #[cfg_attr(not(feature = "xlsx"), allow(dead_code))]
    Ledger,
    /// For a page that looks like one: marks in the cells.
    MarkedLedger,
    /// For programs: as a ledger, with assumptions in a column of their own.
    Clean,
}

/// Tasks in a list for a screen, or in the columns that were asked for.
pub fn listing<'t>(
    head: &Head,
    tasks: impl Iterator<Item = &'t TaskLine<'t>>,
    asked: &[Field],
    lang: Language,
) -> Table {
    let fields: Vec<(Field, u8)> = match asked {
        [] => LISTING.to_vec(),
        asked => asked.iter().map(|field| (*field, 0)).collect(),
    };
    let columns = fields.iter().map(|(field, dispensable)| field.column(head, lang).dispensable(*dispensable));
    let rows = tasks.map(|task| fields.iter().map(|(field, _)| field.cell(head, task, lang, Style::Screen)).collect());
    Table { columns: columns.collect(), rows: rows.collect() }
}

/// A sentence without the marks of what is assumed; where the task's title has such a sign itself, as it is.
pub(super) fn unmarked(sentence: &str, title: &str) -> String {
    if title.contains('*') { sentence.to_owned() } else { sentence.replace('*', "") }
}

fn joined(task: &TaskLine<'_>, lang: Language, say: impl Fn(&MetricLine<'_>) -> String) -> String {
    task.metrics.iter().map(say).collect::<Vec<_>>().join(&say!(lang, "；", "; "))
}

/// A target with its unit: `92户`, `不超过15分钟`, `不劣于Ⅴ`.
pub(crate) fn target(metric: &MetricLine<'_>, lang: Language) -> String {
    metric.asked(lang)
}

/// A value with its unit, or the mark of the unknown.
pub(crate) fn value(metric: &MetricLine<'_>) -> String {
    metric.value.as_ref().map_or_else(|| UNKNOWN.to_owned(), |value| format!("{value}{}", metric.unit))
}
