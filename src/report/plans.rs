//! The plans that are near: their periods, tasks and lights.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{LightCounts, assess};
use crate::check::{self, Gravity};
use crate::plan::{Date, Language, Period};
use crate::store::Opened;

/// `workplan.plans/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Plans {
    /// The document's name and version.
    pub schema: &'static str,
    /// The plans, in the order of their folders.
    pub plans: Vec<NearPlan>,
}

/// A plan nearby.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NearPlan {
    /// Its folder, as `--plan` takes it.
    pub folder: String,
    /// Its title; `null` where `plan.yaml` cannot be read.
    pub title: Option<String>,
    /// The days over which it runs.
    pub period: Option<Period>,
    /// Whether its journal is fictional.
    pub sample: bool,
    /// The day for which its tasks are counted; `null` where `plan.yaml` cannot be read.
    pub as_of: Option<Date>,
    /// Its tasks by light; `null` where the plan has errors.
    pub tasks: Option<LightCounts>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.plans/1";

impl NearPlan {
    /// A plan as it stands on a day.
    pub fn new(folder: String, opened: &Opened, as_of: Option<Date>, lang: Language) -> NearPlan {
        let is_sound = || check::run(opened, lang).iter().all(|found| found.severity != Gravity::Error);
        let plan = opened.plan.as_ref();
        let tasks = plan.zip(as_of).filter(|_| is_sound()).map(|(plan, as_of)| {
            let assessment = assess(plan, &opened.journal, &opened.calendar, as_of);
            LightCounts::of(assessment.standings.iter().map(|standing| standing.light))
        });
        NearPlan {
            folder,
            title: plan.map(|plan| plan.head.title.clone()),
            period: plan.map(|plan| plan.head.period),
            sample: plan.is_some_and(|plan| plan.head.sample),
            as_of,
            tasks,
        }
    }
}
