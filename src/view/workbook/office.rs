//! The workbooks: which sheets they have.

use super::names::SheetNames;
use super::{alerts, ledger, plan, published, summary};
use crate::paper::book::{Book, Sheet};
use crate::plan::Language;
use crate::report::header::Header;
use crate::report::ledger::Ledger;
use crate::report::published::Published;
use crate::report::status::{Group, GroupBy};
use crate::report::task_line::TaskLine;
use crate::words::visible;

/// The office's workbook: the tasks, the counts, the alerts; and a sheet for each part that was wanted.
pub fn workbook(report: &Ledger<'_>, lang: Language) -> Book {
    let mut names = SheetNames::default();
    let mut sheets = vec![
        ledger::sheet(report, &mut names, lang),
        summary::sheet(report, &mut names, lang),
        alerts::sheet(&report.alerts, &mut names, lang),
    ];
    for (group, tasks) in parts(report) {
        sheets.push(ledger::part_sheet(report, group, &tasks, &mut names, lang));
    }
    let tasks: Vec<&TaskLine<'_>> = report.tasks.tasks.iter().collect();
    sheets.push(plan::sheet(report, &tasks, &mut names, lang));
    book(&report.tasks.header, sheets)
}

/// A workbook for each part that was wanted: its tasks, to be filled in, and its alerts; each under the key of its part.
pub fn part_workbooks<'l>(report: &'l Ledger<'_>, lang: Language) -> impl Iterator<Item = (&'l str, Book)> {
    parts(report).zip(&report.part_alerts).map(move |((group, tasks), own)| {
        let mut names = SheetNames::default();
        let sheets = vec![
            ledger::part_sheet(report, group, &tasks, &mut names, lang),
            alerts::sheet(own, &mut names, lang),
            plan::sheet(report, &tasks, &mut names, lang),
        ];
        (group.key, book(&report.tasks.header, sheets))
    })
}

/// What to call the part of those tasks that name nobody.
pub fn nobody(by: GroupBy, lang: Language) -> String {
    ledger::nobody(by, lang)
}

fn parts<'l>(report: &'l Ledger<'_>) -> impl Iterator<Item = (&'l Group<'l>, Vec<&'l TaskLine<'l>>)> {
    let parts = report.parts.iter().flat_map(|parts| parts.groups.iter().zip(&parts.listing));
    parts.map(|(group, places)| (group, places.iter().filter_map(|place| report.tasks.tasks.get(*place)).collect()))
}

/// The public's workbook: what anybody may see of the tasks, and the counts where the lights are published.
pub fn published_workbook(report: &Published<'_>, lang: Language) -> Book {
    let mut names = SheetNames::default();
    let mut sheets = vec![published::sheet(report, &mut names, lang)];
    sheets.extend(summary::published_sheet(report, &mut names, lang));
    book(&report.header, sheets)
}

pub(super) fn book(header: &Header<'_>, sheets: Vec<Sheet>) -> Book {
    let plan = &header.plan;
    Book {
        title: visible(plan.title).into_owned(),
        company: visible(plan.issuer).into_owned(),
        day: header.as_of.0,
        sheets,
    }
}
