//! The 任务分解表 as a page: every task in the columns of the ledger.

use super::common::page;
use super::fields::marked_ledger;
use super::status::{group_title, passed_line};
use super::totals::totals_line;
use crate::paper::{Block, Line, Page};
use crate::plan::Language;
use crate::report::status::Status;
use crate::say;

/// Lays out the ledger of a status; group by group, each under its title, where groups are asked for.
pub fn ledger_page(report: &Status<'_>, grouped: bool, lang: Language) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "任务分解表", "tasks"));
    page.say(passed_line(report, lang));
    page.say(totals_line(report.head, &report.totals, lang));
    let tables = || {
        let groups = report.groups.iter().zip(&report.listing).map(|(group, places)| {
            let tasks = places.iter().filter_map(|place| report.tasks.get(*place));
            (Line::plain(group_title(group)), marked_ledger(report.head, tasks, lang))
        });
        groups.collect()
    };
    page.add(match grouped {
        true => Block::Tables(tables()),
        false => Block::Table(marked_ledger(report.head, report.sorted_tasks(), lang)),
    });
    super::common::add_end(&mut page, &report.header, lang);
    page
}
