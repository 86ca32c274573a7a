//! What is likeliest to be done next about a plan, by how it stands.

use chrono::Datelike;

use crate::plan::Date;

use super::status::Status;

/// So many steps are named.
const NAMED: usize = 3;

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// The plan's period is over: what is unfinished goes on in the next plan.
    Carry,
    /// So many tasks are to be chased.
    Chase(usize),
    /// So many notices were not answered in time.
    Answers(usize),
    /// The week ends: its report.
    Week,
    /// Reports are to be entered; of so many tasks nothing was heard in time.
    Record(usize),
    /// The whole of it, section by section.
    Status,
}

/// The likeliest steps, the most pressing first.
pub fn next_steps(status: &Status<'_>) -> Vec<NextStep> {
    let Date(day) = status.header.as_of;
    let attention = &status.attention;
    let over = status.header.plan.period.end < status.header.as_of;
    let steps = [
        over.then_some(NextStep::Carry),
        some(attention.pressing.len()).map(NextStep::Chase),
        some(status.notices.totals.overdue).map(NextStep::Answers),
        (day.weekday().number_from_monday() >= 4).then_some(NextStep::Week),
        Some(NextStep::Record(attention.silent.iter().map(|unit| unit.tasks).sum())),
        Some(NextStep::Status),
    ];
    steps.into_iter().flatten().take(NAMED).collect()
}

fn some(count: usize) -> Option<usize> {
    (count > 0).then_some(count)
}
