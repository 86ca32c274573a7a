//! What needs chasing, and whom.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Alert, AlertCode, Assessment, Basis, Light, Rank, Severity, Standing, alert_message, rank};
use crate::plan::{Date, Escalation, Head, Language, Plan};
use crate::threads;

use super::filter::Filter;
use super::header::{Header, kept};
use super::silence::{SilentUnit, silent_units};

/// `workplan.alerts/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Alerts<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The alerts, counted.
    pub totals: AlertTotals,
    /// The alerts, worst first.
    pub alerts: Vec<AlertLine<'s>>,
    /// The units that have not reported on tasks of which nothing worse is known, most first; none where alerts of some rules
    /// alone are wanted.
    pub silent: Vec<SilentUnit<'s>>,
    /// How many more there are than were wanted.
    #[serde(skip)]
    pub more: usize,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// Which alerts are wanted; all, where nothing is said.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Those that are as bad as that, or worse.
    pub severity: Option<Severity>,
    /// Those of these rules.
    pub codes: Vec<AlertCode>,
    /// No more than so many.
    pub top: Option<usize>,
}

/// Alerts by severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AlertTotals {
    /// Those that make a light red.
    pub critical: usize,
    /// Those that make a light yellow.
    pub warning: usize,
    /// Those that are worth knowing.
    pub info: usize,
}

/// One alert about one task.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AlertLine<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// The task's deadline; `null` of ongoing work that no day ends.
    pub deadline: Option<Date>,
    /// Calendar days to it; negative past it.
    pub days_left: Option<i64>,
    /// Working days to it.
    pub working_days_left: Option<i64>,
    /// The task's light.
    pub light: Option<Light>,
    /// Which rule.
    pub code: AlertCode,
    /// How bad.
    pub severity: Severity,
    /// How loudly to say so.
    pub escalation: Option<Escalation>,
    /// The sentence.
    pub message: String,
    /// Whether the deadline is an assumption.
    pub deadline_assumed: bool,
    /// How the deadline is known.
    pub deadline_basis: Basis,
    /// The unit's short name, for tables.
    #[serde(skip)]
    pub lead_short: Option<&'s str>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.alerts/1";

/// Reports every alert of the tasks that pass the filter, worst first: severity, escalation, the nearest
/// deadline, the plan's order.
pub fn alerts<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    filter: &Filter,
    language: Language,
) -> Alerts<'s> {
    of_tasks(plan, assessment, header, |standing| filter.passes(&plan.head, standing), language)
}

/// The same of the tasks that are chosen.
pub(super) fn of_tasks<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    is_chosen: impl Fn(&Standing<'s>) -> bool,
    language: Language,
) -> Alerts<'s> {
    let head = &plan.head;
    let chosen: Vec<&'s Standing<'s>> = assessment.standings.iter().filter(|standing| is_chosen(standing)).collect();
    let alerts = worst_first(head, chosen.iter().copied(), |_| true, language);
    Alerts { header, totals: counted(&alerts), alerts, silent: silent_units(head, &chosen), more: 0, head }
}

impl AlertTotals {
    /// Counts what others have counted.
    pub(super) fn merge(&mut self, other: AlertTotals) {
        self.critical += other.critical;
        self.warning += other.warning;
        self.info += other.info;
    }
}

impl Wanted {
    /// Whether an alert of that rule, as bad as that, is wanted.
    pub(super) fn wants(&self, severity: Severity, code: AlertCode) -> bool {
        self.severity.is_none_or(|least| severity <= least) && (self.codes.is_empty() || self.codes.contains(&code))
    }
}

pub(super) fn counted(alerts: &[AlertLine<'_>]) -> AlertTotals {
    let count = |severity: Severity| alerts.iter().filter(|alert| alert.severity == severity).count();
    AlertTotals { critical: count(Severity::Critical), warning: count(Severity::Warning), info: count(Severity::Info) }
}

/// The alerts of some tasks that are wanted, worst first.
pub(super) fn worst_first<'s>(
    head: &'s Head,
    tasks: impl Iterator<Item = &'s Standing<'s>>,
    wanted: impl Fn(&Alert) -> bool,
    language: Language,
) -> Vec<AlertLine<'s>> {
    let mut ranked: Vec<(&Standing<'s>, &Alert)> = Vec::new();
    for standing in tasks {
        ranked.extend(standing.alerts.iter().filter(|alert| wanted(alert)).map(|alert| (standing, alert)));
    }
    ranked.sort_by_cached_key(|(standing, alert)| (alert.rank(), standing.by_deadline()));
    threads::in_order(&ranked, |(standing, alert)| AlertLine::new(head, standing, alert, language))
}

/// The alerts of each task together, the task with the worst alert first.
pub(super) fn by_task<'s>(
    alerts: Vec<AlertLine<'s>>,
    tasks: &[&'s Standing<'s>],
) -> Vec<(&'s Standing<'s>, Vec<AlertLine<'s>>)> {
    let standings: HashMap<&str, &'s Standing<'s>> =
        tasks.iter().map(|standing| (standing.task.id.as_str(), *standing)).collect();
    let of_task = |own: Vec<AlertLine<'s>>| Some((*standings.get(own.first()?.task)?, own));
    together(alerts, |alert| alert.task).into_iter().filter_map(of_task).collect()
}

/// What is about one task together, in the order of the first of each.
fn together<'t, T>(alerts: impl IntoIterator<Item = T>, task: impl Fn(&T) -> &'t str) -> Vec<Vec<T>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut together: Vec<Vec<T>> = Vec::new();
    for alert in alerts {
        let place = *places.entry(task(&alert)).or_insert(together.len());
        match together.get_mut(place) {
            Some(own) => own.push(alert),
            None => together.push(vec![alert]),
        }
    }
    together
}

impl<'s> Alerts<'s> {
    /// Keeps the alerts that are wanted; those are counted that are as bad and of the rules, listed or not.
    pub fn keep(&mut self, wanted: &Wanted) {
        self.alerts.retain(|alert| wanted.wants(alert.severity, alert.code));
        self.totals = counted(&self.alerts);
        if !wanted.codes.is_empty() || wanted.severity.is_some_and(|least| least != Severity::Info) {
            self.silent.clear();
        }
        if let Some(top) = wanted.top {
            self.more = self.alerts.len().saturating_sub(top);
            self.alerts.truncate(top);
        }
    }

    /// The alerts of each task together, as a person reads them: the task with the worst alert first. A task of which nothing is
    /// known but its unit's silence stands among the units instead.
    pub fn by_task(&self) -> Vec<Vec<&AlertLine<'s>>> {
        let mut together = together(&self.alerts, |alert| alert.task);
        let by_unit = !self.silent.is_empty();
        together.retain(|own| !by_unit || own.iter().any(|alert| alert.code != AlertCode::UNREPORTED));
        together
    }

    /// Whether there is an alert as bad as that, or worse.
    pub fn reach(&self, severity: Severity) -> bool {
        self.alerts.iter().any(|alert| alert.severity <= severity)
    }
}

impl AlertLine<'_> {
    /// The same for as long as the program runs: a report about many plans outlives each of them.
    pub(super) fn kept(self) -> AlertLine<'static> {
        AlertLine {
            task: kept(self.task),
            title: kept(self.title),
            lead: self.lead.map(kept),
            lead_assumed: self.lead_assumed,
            deadline: self.deadline,
            days_left: self.days_left,
            working_days_left: self.working_days_left,
            light: self.light,
            code: self.code,
            severity: self.severity,
            escalation: self.escalation,
            message: self.message,
            deadline_assumed: self.deadline_assumed,
            deadline_basis: self.deadline_basis,
            lead_short: self.lead_short.map(kept),
        }
    }

    /// Its place among alerts of many plans: severity, escalation, the nearest deadline.
    pub(super) fn place(&self) -> (Rank, (bool, Option<Date>)) {
        (rank(self.severity, self.escalation), (self.deadline.is_none(), self.deadline))
    }
}

impl<'s> AlertLine<'s> {
    /// An alert of a task.
    pub(super) fn new(head: &'s Head, standing: &'s Standing<'s>, alert: &Alert, language: Language) -> AlertLine<'s> {
        let task = &*standing.task;
        let unit = task.lead.as_ref().and_then(|lead| head.unit(lead));
        AlertLine {
            task: task.id.as_str(),
            title: &task.title,
            lead: task.lead.as_ref().map(|lead| lead.as_str()),
            lead_assumed: standing.assumed.contains(&"lead"),
            deadline: standing.due(),
            days_left: standing.deadline.map(|deadline| deadline.days_left),
            working_days_left: standing.deadline.map(|deadline| deadline.working_days_left),
            light: standing.light,
            code: alert.code,
            severity: alert.severity,
            escalation: alert.escalation,
            message: alert_message(language, standing, alert),
            deadline_assumed: standing.assumed.contains(&"deadline"),
            deadline_basis: standing.basis(),
            lead_short: unit.and_then(|unit| unit.short.as_deref()),
        }
    }
}
