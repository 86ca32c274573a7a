//! What the plans below have made of a task: the tasks that carry it out.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Light, Share, State, Tally, Totals};
use crate::plan::{Date, Plan, Serves};

use super::header::kept;

/// The tasks of other plans that carry out one of this plan.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Served {
    /// The tasks, counted.
    pub totals: Totals,
    /// How many are finished.
    pub finished: usize,
    /// The worst light; `null` where there are none.
    pub worst: Option<Light>,
    /// The tasks, in the order of their plans.
    pub tasks: Vec<ServingTask>,
    /// The plans that could not be read: what they have made of it is unknown.
    pub unreadable: Vec<String>,
}

/// A task that carries out another plan's.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ServingTask {
    /// Its plan's folder, as `--plan` takes it.
    pub path: String,
    /// Its plan's id.
    pub plan: &'static str,
    /// Who has issued that plan.
    pub issuer: &'static str,
    /// Its id there.
    pub task: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The unit that answers for it there.
    pub lead: Option<&'static str>,
    /// Its light; `null` where it was called off.
    pub light: Option<Light>,
    /// What the journal says.
    pub state: State,
    /// How far it has come; `null` while nothing was reported.
    pub progress: Option<Share>,
    /// The last day on which it was heard of.
    pub last_report: Option<Date>,
}

/// What one plan has made of an order: its tasks that carry it out, and what they count.
pub fn serving(path: &str, plan: &Plan, assessment: &Assessment<'_>, order: &Serves) -> (Vec<ServingTask>, Tally) {
    let mut tally = Tally::default();
    let mut tasks = Vec::new();
    for standing in assessment.standings.iter().filter(|standing| standing.task.serves.contains(order)) {
        tally.add(standing);
        tasks.push(ServingTask {
            path: path.to_owned(),
            plan: kept(&plan.head.id),
            issuer: kept(&plan.head.issuer),
            task: kept(standing.task.id.as_str()),
            title: kept(&standing.task.title),
            lead: standing.task.lead.as_ref().map(|lead| kept(lead.as_str())),
            light: standing.light,
            state: standing.state,
            progress: standing.progress,
            last_report: standing.last_report,
        });
    }
    (tasks, tally)
}

impl Served {
    /// What all of them come to.
    pub fn new(tasks: Vec<ServingTask>, tally: Tally, unreadable: Vec<String>) -> Served {
        let totals = tally.totals();
        Served { finished: totals.blue, worst: totals.lights.worst(), totals, tasks, unreadable }
    }
}
