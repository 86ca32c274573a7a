//! The whole ledger of a plan: what a workbook for the office is made of.

use crate::assess::Assessment;
use crate::plan::{Language, Plan};

use super::alerts::{Alerts, alerts};
use super::header::Header;
use super::status::{GroupBy, Status, StatusQuery, status};
use super::whom::Whom;

/// What the first cell holds of the sheet in which a workbook keeps what its cells do not show.
pub const KEPT_IN_BOOK: &str = "workplan/1";

/// The tasks with their alerts, and the counts by section and by unit.
#[derive(Debug)]
pub struct Ledger<'s> {
    /// The plan that they stand in.
    pub plan: &'s Plan,
    /// The tasks that pass the filter, in the order asked for.
    pub tasks: Status<'s>,
    /// Their counts by section.
    pub sections: Status<'s>,
    /// Their counts by unit.
    pub leads: Status<'s>,
    /// Them by those who get a part of their own, where parts are wanted; its listing gives the places of each part's tasks.
    pub parts: Option<Status<'s>>,
    /// Their alerts.
    pub alerts: Alerts<'s>,
}

/// Gathers the ledger of the tasks that pass the query's filter.
pub fn ledger<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    header: &Header<'s>,
    (query, split): (&StatusQuery, Option<Whom>),
    language: Language,
) -> Ledger<'s> {
    let grouped = |by: GroupBy, tasks: bool| {
        let query = StatusQuery { by, tasks, top: Some(0), ..query.clone() };
        status(plan, (assessment, None), header.clone(), &query, language)
    };
    Ledger {
        plan,
        tasks: grouped(query.by, true),
        sections: grouped(GroupBy::Section, false),
        leads: grouped(GroupBy::Lead, false),
        parts: split.map(|whom| grouped(whom.group(), false)),
        alerts: alerts(plan, assessment, header.clone(), &query.filter, language),
    }
}
