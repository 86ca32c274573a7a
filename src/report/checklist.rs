//! The rows of a task's checklist.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Standing;
use crate::plan::{Checklist, Date, Head, Metric};

use super::header::Header;

/// `workplan.checklist/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChecklistReport<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The metric that the list counts.
    pub metric: &'s str,
    /// What is counted.
    pub unit: &'s str,
    /// The list, relative to the plan's folder.
    pub checklist: &'s str,
    /// How many rows there are.
    pub total: usize,
    /// How many are closed on the day.
    pub closed: usize,
    /// How many are not.
    pub open: usize,
    /// The list's columns.
    pub columns: Vec<String>,
    /// The rows that were asked for, in the list's order.
    pub rows: Vec<RowLine<'s>>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// A row.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowLine<'s> {
    /// What names it.
    pub item: &'s str,
    /// The day on which it was closed, up to the as-of day.
    pub closed_on: Option<Date>,
    /// Its cells, in the order of the columns.
    pub cells: Vec<String>,
}

/// Which rows are wanted.
#[derive(Debug, Clone, Default)]
pub struct RowFilter {
    /// Only those that are closed, or only those that are not.
    pub closed: Option<bool>,
    /// Words that stand in one of the cells.
    pub words: Vec<String>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.checklist/1";

/// Reports the rows of a list. `records` are its cells, row by row.
pub fn checklist<'s>(
    head: &'s Head,
    standing: &'s Standing<'_>,
    metric: &'s Metric,
    header: Header<'s>,
    list: &'s Checklist,
    (columns, records): (Vec<String>, Vec<Vec<String>>),
    filter: &RowFilter,
) -> ChecklistReport<'s> {
    let as_of = header.as_of;
    let closed_on = |day: Option<Date>| day.filter(|day| *day <= as_of);
    let closed = list.rows.iter().filter(|row| closed_on(row.closed_on).is_some()).count();
    let lines = list.rows.iter().zip(records).map(|(row, cells)| RowLine {
        item: &row.item,
        closed_on: closed_on(row.closed_on),
        cells,
    });
    let wanted = |line: &RowLine<'_>| {
        filter.closed.is_none_or(|closed| closed == line.closed_on.is_some())
            && filter.words.iter().all(|word| line.cells.iter().any(|cell| cell.contains(word.as_str())))
    };
    ChecklistReport {
        task: standing.task.id.as_str(),
        title: &standing.task.title,
        metric: &metric.name,
        unit: &metric.unit,
        checklist: &list.path,
        total: list.rows.len(),
        closed,
        open: list.rows.len() - closed,
        columns,
        rows: lines.filter(wanted).collect(),
        header,
        head,
    }
}
