//! An alert as a row.

use schemars::JsonSchema;
use serde::Serialize;

use super::mark::PlanMark;
use crate::assess::Assessment;
use crate::plan::{Language, Plan};
use crate::report::alerts::{AlertLine, worst_first};
use crate::report::filter::Filter;

/// An alert: a line of `rows-alerts`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlertRow<'s> {
    /// The plan.
    #[serde(flatten)]
    pub plan: PlanMark<'s>,
    /// The alert, as `workplan.alerts/1` has it.
    #[serde(flatten)]
    pub alert: AlertLine<'s>,
}

/// The alerts of the tasks that pass the filter, worst first.
pub fn alert_rows<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    mark: PlanMark<'s>,
    filter: &Filter,
    lang: Language,
) -> impl Iterator<Item = AlertRow<'s>> {
    let passing = filter.chosen(&plan.head, &assessment.standings);
    let alerts = worst_first(&plan.head, passing, |_| true, lang);
    alerts.into_iter().map(move |alert| AlertRow { plan: mark, alert })
}
