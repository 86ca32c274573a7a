//! One piece of work that can be reported on by itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::carried::CarriedFrom;
use super::date::Date;
use super::head::Head;
use super::id::{TaskId, UnitName};
use super::metric::Metric;
use super::metric_part::MetricPart;
use super::own::OwnValues;
use super::quantity::Weight;
use super::recurs::Recurrence;
use super::serves::Serves;
use crate::words::{Term, Worded, listed, terms};

/// One piece of work that can be reported on by itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Permanent: never reused, never renumbered. What stands before the last hyphen is the theme's id.
    pub id: TaskId,
    /// The section or theme in which it stands, where that is not the one of its id: it was moved there.
    pub under: Option<String>,
    /// A short name for tables.
    pub title: String,
    /// The document's own words that order the work, exactly.
    pub source: Option<String>,
    /// What else the work comes from, beside the document: a meeting, an instruction (批示), a letter, with its day.
    pub origin: Option<String>,
    /// How the task is judged.
    pub kind: Kind,
    /// The unit that answers for the task.
    pub lead: Option<UnitName>,
    /// The units that help.
    #[serde(default)]
    pub support: Vec<UnitName>,
    /// The person in charge (责任人).
    pub person: Option<String>,
    /// The leader over it (分管领导).
    pub leader: Option<String>,
    /// The villages, settlements and sites that the words name.
    #[serde(default)]
    pub places: Vec<String>,
    /// The quantities and grades to reach or to keep.
    #[serde(default)]
    pub metrics: Vec<Metric>,
    /// The first day of the work; the period's first day where nothing is said.
    pub start: Option<Date>,
    /// The last day on which the task is in time; the period's last day where nothing is said.
    pub deadline: Option<Date>,
    /// The words of `source` that set the deadline.
    pub deadline_says: Option<String>,
    /// How often a report is due, and by which day of each week, month or quarter; the plan's `reporting` holds for the others.
    pub recurs: Option<Recurrence>,
    /// Dated steps inside the task.
    #[serde(default)]
    pub checkpoints: Vec<Checkpoint>,
    /// The tasks that this one waits for.
    #[serde(default)]
    pub depends: Vec<TaskId>,
    /// The tasks of plans above that this one carries out.
    #[serde(default)]
    pub serves: Vec<Serves>,
    /// How much the task counts in a mean of progress; 1 where nothing is said.
    #[serde(default)]
    pub weight: Weight,
    /// Free marks to filter by.
    #[serde(default)]
    pub tags: Vec<String>,
    /// What it says under the plan's own fields.
    #[serde(default)]
    pub fields: OwnValues,
    /// An internal remark.
    pub note: Option<String>,
    /// The fields that the document does not state.
    #[serde(default)]
    pub assumed: Vec<String>,
    /// What was assumed, and somebody has settled since.
    #[serde(default)]
    pub confirmed: Vec<Confirmation>,
    /// The plan from which the task was carried over, and how it stood there.
    pub carried_from: Option<Box<CarriedFrom>>,
}

impl Task {
    /// A task of which nothing is said but its id and how it is judged.
    pub fn silent(id: TaskId, kind: Kind) -> Task {
        Task {
            id,
            under: None,
            title: String::new(),
            source: None,
            origin: None,
            kind,
            lead: None,
            support: Vec::new(),
            person: None,
            leader: None,
            places: Vec::new(),
            metrics: Vec::new(),
            start: None,
            deadline: None,
            deadline_says: None,
            recurs: None,
            checkpoints: Vec::new(),
            depends: Vec::new(),
            serves: Vec::new(),
            weight: Weight::default(),
            tags: Vec::new(),
            fields: OwnValues::default(),
            note: None,
            assumed: Vec::new(),
            confirmed: Vec::new(),
            carried_from: None,
        }
    }

    /// The id of the theme in which it stands, or of the section where that has none.
    pub fn theme(&self) -> &str {
        self.under.as_deref().unwrap_or_else(|| self.id.theme())
    }

    /// The task's metric of that name.
    pub fn metric(&self, name: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.name == name)
    }

    /// The metric, and the part of it, that a field named as under `assumed` means.
    pub fn metric_part(&self, field: &str) -> Option<(&Metric, MetricPart)> {
        self.metrics.iter().find_map(|metric| Some((metric, MetricPart::of(field, &metric.name)?)))
    }

    /// The people in charge, where `person` names several: `张三、李四`.
    pub fn persons(&self) -> impl Iterator<Item = &str> {
        self.person.iter().flat_map(|names| listed(names))
    }

    /// The leaders over it, where `leader` names several.
    pub fn leaders(&self) -> impl Iterator<Item = &str> {
        self.leader.iter().flat_map(|names| listed(names))
    }

    /// Who has settled the field, and when; the last where there are several.
    pub fn confirmation(&self, field: &str) -> Option<&Confirmation> {
        self.confirmed.iter().rev().find(|confirmation| confirmation.fields.iter().any(|known| known == field))
    }

    /// Whether something of it may be an assumption: what a person typed into a plan without a document is none, but a task
    /// that was carried over brings along what was assumed before.
    pub fn may_assume(&self, head: &Head) -> bool {
        head.source.is_some() || self.carried_from.is_some()
    }

    /// Whether the field stands under `assumed`.
    pub fn assumes(&self, field: &str) -> bool {
        self.assumed.iter().any(|assumed| assumed == field)
    }
}

/// Fields that were assumed, and that somebody has settled.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The fields, named as under `assumed`.
    pub fields: Vec<String>,
    /// Who has settled them.
    pub by: String,
    /// The day from which they count as settled.
    pub date: Date,
}

/// How a task is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Kind {
    /// Done or not done, perhaps by checkpoints.
    Milestone,
    /// By its metrics.
    Measured,
    /// Has no finish: by being reported on in every reporting period, and by its bounds.
    Continuous,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Milestone, Kind::Measured, Kind::Continuous];

    /// The kind's name in the files and in the machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Milestone => "milestone",
            Kind::Measured => "measured",
            Kind::Continuous => "continuous",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Worded for Kind {
    const TERMS: &'static [Term] = terms::KINDS;

    fn all() -> &'static [Kind] {
        &Kind::ALL
    }

    fn key(self) -> &'static str {
        self.name()
    }
}

/// A dated step inside a task.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// The name under which it is reported; unique in its task.
    pub id: String,
    /// What is reached.
    pub title: String,
    /// The last day on which it is in time.
    pub due: Date,
}
