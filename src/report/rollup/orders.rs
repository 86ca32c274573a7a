//! What plans have made of each other's orders: the tasks that are served, each with those that carry it out, counted.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Light, Share, Standing, Tally, Totals};
use crate::plan::{Plan, Serves};
use crate::report::header::kept;

/// A task that tasks of other plans carry out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Order {
    /// The id of its plan.
    pub plan: String,
    /// Its id there.
    pub task: String,
    /// How it stands itself; `null` where its plan is not among those that were read, has no such task, or is one of several with
    /// that id.
    pub own: Option<OrderedTask>,
    /// In how many plans tasks carry it out.
    pub plans: usize,
    /// These tasks, counted.
    pub totals: Totals,
    /// How many of them are finished.
    pub finished: usize,
    /// The worst light; `null` where all are called off.
    pub worst: Option<Light>,
}

/// The task that is carried out, as it stands itself.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OrderedTask {
    /// The folder of its plan.
    pub path: String,
    /// Its title.
    pub title: &'static str,
    /// The unit that answers for it.
    pub lead: Option<&'static str>,
    /// Its light; `null` where it was called off.
    pub light: Option<Light>,
    /// How far it has come by its own journal; `null` while nothing was reported.
    pub progress: Option<Share>,
}

/// What one plan has made of others' orders.
#[derive(Debug, Default)]
pub(super) struct OfOrders(BTreeMap<(String, String), Tally>);

/// The orders as they become known.
#[derive(Debug, Default)]
pub(super) struct Orders(BTreeMap<(String, String), (usize, Tally, Option<OrderedTask>)>);

impl OfOrders {
    /// Counts a task under each order that it carries out, once however often it says so.
    pub(super) fn add(&mut self, standing: &Standing<'_>) {
        let orders: BTreeSet<(&str, &str)> =
            standing.task.serves.iter().map(|Serves { plan, task }| (plan.as_str(), task.as_str())).collect();
        for (plan, task) in orders {
            self.0.entry((plan.to_owned(), task.to_owned())).or_default().add(standing);
        }
    }
}

impl Orders {
    /// Takes what a plan has made of them.
    pub(super) fn add(&mut self, of: OfOrders) {
        for (order, own) in of.0 {
            let (plans, tally, _) = self.0.entry(order).or_default();
            *plans += 1;
            tally.merge(own);
        }
    }

    /// Whether any task of the plan with that id is carried out.
    pub(super) fn are_of(&self, plan: &str) -> bool {
        let first = self.0.range((plan.to_owned(), String::new())..).next();
        first.is_some_and(|((known, _), _)| known == plan)
    }

    /// Takes how the tasks of a plan stand that others carry out.
    pub(super) fn know(&mut self, path: &str, plan: &Plan, assessment: &Assessment<'_>) {
        for standing in &assessment.standings {
            let order = (plan.head.id.clone(), standing.task.id.as_str().to_owned());
            let Some((.., own)) = self.0.get_mut(&order) else { continue };
            own.get_or_insert_with(|| OrderedTask {
                path: path.to_owned(),
                title: kept(&standing.task.title),
                lead: standing.task.lead.as_ref().map(|lead| kept(lead.as_str())),
                light: standing.light,
                progress: standing.progress,
            });
        }
    }

    /// The orders, those of which the worst was made first.
    pub(super) fn all(self) -> Vec<Order> {
        let order = |((plan, task), (plans, tally, own)): ((String, String), (usize, Tally, Option<OrderedTask>))| {
            let totals = tally.totals();
            Order { plan, task, own, plans, finished: totals.blue, worst: totals.lights.worst(), totals }
        };
        let mut orders: Vec<Order> = self.0.into_iter().map(order).collect();
        orders.sort_by_key(|order| Light::badness(order.worst));
        orders
    }
}
