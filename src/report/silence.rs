//! 未报送: the units that were not heard of. Silence is the unit's, whatever the number of its tasks.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{AlertCode, Severity, Standing};
use crate::plan::{Date, Escalation, Head};

/// A unit that has not reported on tasks of which something must be heard. It is the unit that is chased for it (催报), not
/// each task.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SilentUnit<'s> {
    /// The unit; `null` for tasks that name none.
    pub lead: Option<&'s str>,
    /// How many tasks were not reported on in the last whole reporting period, and of which nothing worse is known.
    pub tasks: usize,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// On how many of them nothing was ever reported.
    pub never: usize,
    /// How many open tasks it leads in all.
    pub open: usize,
    /// The last day on which it was heard of, on any task that it leads.
    pub last_report: Option<Date>,
    /// How loudly to ask: the silence of the whole unit is urged, a task left out is a reminder.
    pub escalation: Escalation,
    /// The unit's short name, for tables.
    #[serde(skip)]
    pub lead_short: Option<&'s str>,
}

/// Whether nothing is known of the task but that it was not reported on.
pub(super) fn is_merely_silent(standing: &Standing<'_>) -> bool {
    let silent = standing.alerts.iter().any(|alert| alert.code == AlertCode::UNREPORTED);
    let worse =
        standing.alerts.iter().any(|alert| alert.code != AlertCode::UNREPORTED && alert.severity != Severity::Info);
    silent && !worse
}

/// The units with such tasks, those with most first, then in the tasks' order.
pub(super) fn silent_units<'s>(head: &'s Head, tasks: &[&'s Standing<'s>]) -> Vec<SilentUnit<'s>> {
    let mut units: Vec<SilentUnit<'s>> = Vec::new();
    let mut places: HashMap<(Option<&str>, bool), usize> = HashMap::new();
    for standing in tasks.iter().filter(|standing| standing.is_open()) {
        let lead = standing.task.lead.as_ref();
        let lead_assumed = standing.assumed.contains(&"lead");
        let name = lead.map(|lead| lead.as_str());
        let place = *places.entry((name, lead_assumed)).or_insert_with(|| {
            let lead_short = lead.and_then(|lead| head.unit(lead)).and_then(|unit| unit.short.as_deref());
            units.push(SilentUnit::new(name, lead_assumed, lead_short));
            units.len() - 1
        });
        if let Some(unit) = units.get_mut(place) {
            unit.add(standing);
        }
    }
    units.retain(|unit| unit.tasks > 0);
    for unit in &mut units {
        if unit.tasks == unit.open {
            unit.escalation = Escalation::Urge;
        }
    }
    units.sort_by_key(|unit| std::cmp::Reverse(unit.tasks));
    units
}

impl<'s> SilentUnit<'s> {
    fn new(lead: Option<&'s str>, lead_assumed: bool, lead_short: Option<&'s str>) -> SilentUnit<'s> {
        SilentUnit {
            lead,
            tasks: 0,
            lead_assumed,
            never: 0,
            open: 0,
            last_report: None,
            escalation: Escalation::Remind,
            lead_short,
        }
    }

    fn add(&mut self, standing: &Standing<'_>) {
        self.open += 1;
        self.last_report = self.last_report.max(standing.last_report);
        if is_merely_silent(standing) {
            self.tasks += 1;
            self.never += usize::from(standing.last_report.is_none());
        }
    }
}
