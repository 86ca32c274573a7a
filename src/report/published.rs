//! What the public may see of a plan: the one list of it. An edition for the public is drawn from this report and
//! from nothing else, so what does not stand here cannot get out.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Basis, Light, Standing, Totals};
use crate::plan::{Date, Head, Kind, Language, Metric, MetricPart, OwnField, Plan};
use crate::report::notes;

use super::filter::Filter;
use super::header::{Header, PlanLine};
use super::own::OwnLine;
use super::target::Target;

/// `workplan.published/1`: section, title, source, deadline and metrics of each task under its permanent id, and its
/// light where `publish_lights` allows it; of the plan's own fields those that are declared public. No names, notes, issues,
/// evidence, tags, values or states.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Published<'s> {
    /// What every document starts with; of the notes, only that the plan is a sample.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The tasks by light; `null` where lights are not published.
    pub totals: Option<Totals>,
    /// The document's numbered parts of which tasks are listed.
    pub sections: Vec<PublishedSection<'s>>,
    /// The tasks in the plan's order, without those that were called off.
    pub tasks: Vec<PublishedTask<'s>>,
    /// The plan's own words for the lights.
    #[serde(skip)]
    pub head: &'s Head,
}

/// One of the document's numbered parts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PublishedSection<'s> {
    /// Its number.
    pub id: &'s str,
    /// Its heading.
    pub title: &'s str,
}

/// What the public may see of a task.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PublishedTask<'s> {
    /// The permanent id, by which links and calendars know the task.
    pub id: &'s str,
    /// The short name.
    pub title: &'s str,
    /// The section's id.
    pub section: &'s str,
    /// The section's title.
    pub section_title: &'s str,
    /// The theme's id; `null` in a section without themes.
    pub theme: Option<&'s str>,
    /// The theme's title.
    pub theme_title: Option<&'s str>,
    /// The document's words.
    pub source: Option<&'s str>,
    /// The last day on which it is in time; `null` of ongoing work that no day ends.
    pub deadline: Option<Date>,
    /// How the deadline is known.
    pub deadline_basis: Basis,
    /// The words that set it.
    pub deadline_says: Option<&'s str>,
    /// What is to be reached or kept.
    pub metrics: Vec<Target<'s>>,
    /// What it says under those of the plan's own fields that are declared public, by their keys.
    pub fields: OwnLine<'s>,
    /// The verdict; `null` where lights are not published.
    pub light: Option<Light>,
    /// Whether time can run out for it: an ongoing task has no finish, so the end of the period is no deadline to watch.
    #[serde(skip)]
    pub has_finish: bool,
}

/// What ends a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// A day that the document, or somebody since, has set.
    On(Date),
    /// The plan's period: no day is set.
    WithThePeriod,
    /// Nothing: it goes on.
    Never,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.published/1";

/// Why there can be no edition for the public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOpen {
    /// The plan does not say how public it is.
    #[error("the plan says nothing of its disclosure")]
    Unsaid,
    /// It says that it is not for everybody.
    #[error("the plan is not for everybody")]
    Closed,
    /// The choice of the tasks would tell what their lines do not; the option that makes it.
    #[error("{0} tells what is not published")]
    TellingFilter(&'static str),
}

/// The part of a plan that the public may see, of the tasks that pass the filter.
///
/// # Errors
/// When the plan's `disclosure` is anything but 主动公开, or tasks are chosen by what is not published.
pub fn published<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    filter: &Filter,
    language: Language,
) -> Result<Published<'s>, NotOpen> {
    let head = &plan.head;
    if !head.is_open() {
        return Err(if head.disclosure.is_none() { NotOpen::Unsaid } else { NotOpen::Closed });
    }
    if let Some(option) = telling(filter, head) {
        return Err(NotOpen::TellingFilter(option));
    }
    // By the day that is published: which tasks come out must not tell another.
    let due = |task: &PublishedTask<'_>| filter.due_by.is_none_or(|day| task.deadline.is_some_and(|due| due <= day));
    let filter = Filter { due_by: None, ..filter.clone() };
    let (chosen, tasks): (Vec<&Standing<'s>>, Vec<_>) = filter
        .chosen(head, &assessment.standings)
        .filter(|standing| standing.light.is_some())
        .map(|standing| (standing, PublishedTask::new(head, standing)))
        .filter(|(_, task)| due(task))
        .unzip();
    let listed = |id: &str| tasks.iter().any(|task| task.section == id);
    let sections = head.sections.iter().filter(|section| listed(&section.id));
    Ok(Published {
        header: header(head, assessment.as_of, language),
        totals: head.publish_lights.then(|| shown_totals(&chosen)),
        sections: sections.map(|section| PublishedSection { id: &section.id, title: &section.title }).collect(),
        tasks,
        head,
    })
}

impl<'s> Published<'s> {
    /// Those of the plan's own fields that are declared public, in the plan's order.
    pub fn public_fields(&self) -> impl Iterator<Item = &'s OwnField> + use<'s> {
        self.head.fields.iter().filter(|field| field.public)
    }

    /// How many tasks end on a day that is set, with the period, and not at all.
    pub fn endings(&self) -> (usize, usize, usize) {
        let count = |is: fn(&Ending) -> bool| self.tasks.iter().filter(|task| is(&task.ending())).count();
        (
            count(|ending| matches!(ending, Ending::On(_))),
            count(|ending| *ending == Ending::WithThePeriod),
            count(|ending| *ending == Ending::Never),
        )
    }

    /// The tasks of a section by what ends them: by days, then those that end with the period, then those that go on.
    pub fn by_ending<'p>(&'p self, section: &str) -> BTreeMap<Ending, Vec<&'p PublishedTask<'s>>> {
        let mut groups: BTreeMap<Ending, Vec<&PublishedTask<'s>>> = BTreeMap::new();
        for task in self.tasks.iter().filter(|task| task.section == section) {
            groups.entry(task.ending()).or_default().push(task);
        }
        groups
    }

    /// The tasks of a section by light; `None` where lights are not published.
    pub fn totals_of(&self, section: &str) -> Option<Totals> {
        self.totals.as_ref()?;
        let mut totals = Totals::default();
        for task in self.tasks.iter().filter(|task| task.section == section) {
            totals.lights.add(task.light?);
        }
        Some(totals)
    }
}

/// The first option that chooses tasks by what the public may not see: which tasks come out would tell it.
fn telling(filter: &Filter, head: &Head) -> Option<&'static str> {
    let Filter {
        leads,
        persons,
        leaders,
        origins,
        sections: _,
        themes: _,
        places,
        kinds,
        lights,
        states,
        due_by: _,
        tags,
        fields,
        words,
    } = filter;
    let hidden = |key: &String| !head.fields.iter().any(|field| field.public && field.key == *key);
    let options = [
        ("--lead", !leads.is_empty()),
        ("--person", !persons.is_empty()),
        ("--leader", !leaders.is_empty()),
        ("--origin", !origins.is_empty()),
        ("--place", !places.is_empty()),
        ("--kind", !kinds.is_empty()),
        ("--light", !lights.is_empty() && !head.publish_lights),
        ("--state", !states.is_empty()),
        ("--tag", !tags.is_empty()),
        ("--field", fields.iter().any(|(key, _)| hidden(key))),
        ("--grep", !words.is_empty()),
    ];
    options.into_iter().find(|(_, used)| *used).map(|(option, _)| option)
}

/// Notes may speak of what is internal, and a revision's id leads to it.
fn header(head: &Head, as_of: Date, language: Language) -> Header<'_> {
    let notes = if head.sample { vec![notes::note_sample(language)] } else { Vec::new() };
    Header {
        schema: SCHEMA,
        plan: PlanLine::new(head),
        as_of,
        revision: None,
        notes,
        keepers_note: None,
        closing_note: None,
    }
}

/// How many tasks have which light: the mean progress is no light.
fn shown_totals(chosen: &[&Standing<'_>]) -> Totals {
    Totals { progress: None, progress_known: 0, ..Totals::of(chosen.iter().copied()) }
}

impl<'s> PublishedTask<'s> {
    /// What ends it.
    pub fn ending(&self) -> Ending {
        match (self.deadline, self.deadline_basis) {
            (Some(day), Basis::Stated | Basis::Confirmed) => Ending::On(day),
            (Some(_), Basis::Period | Basis::Assumed) => Ending::WithThePeriod,
            (None, _) | (_, Basis::None) => Ending::Never,
        }
    }

    fn new(head: &'s Head, standing: &'s Standing<'s>) -> PublishedTask<'s> {
        let task = &*standing.task;
        let (section, theme) = match head.section_of(task.theme()) {
            Some((section, theme)) => (Some(section), theme),
            None => (None, None),
        };
        let (deadline, deadline_basis) = published_day(head, standing);
        PublishedTask {
            id: task.id.as_str(),
            title: &task.title,
            section: section.map_or("", |section| section.id.as_str()),
            section_title: section.map_or("", |section| section.title.as_str()),
            theme: theme.map(|theme| theme.id.as_str()),
            theme_title: theme.map(|theme| theme.title.as_str()),
            source: task.source.as_deref(),
            deadline,
            deadline_basis,
            deadline_says: task.deadline_says.as_deref().filter(|_| !standing.is_amended("deadline")),
            metrics: task.metrics.iter().map(|metric| target_of(metric, standing)).collect(),
            fields: OwnLine::new(head.fields.iter().filter(|field| field.public), task),
            light: standing.light.filter(|_| head.publish_lights),
            has_finish: deadline_basis.binds(task.kind),
        }
    }
}

/// The day by which a task is due. One that the office has assumed is none for the public, which would take it for the
/// document's: then the period is all that is known.
fn published_day(head: &Head, standing: &Standing<'_>) -> (Option<Date>, Basis) {
    match standing.basis() {
        Basis::Assumed if standing.task.kind == Kind::Continuous => (None, Basis::None),
        Basis::Assumed => (Some(head.period.end), Basis::Period),
        basis @ (Basis::Stated | Basis::Period | Basis::Confirmed | Basis::None) => (standing.due(), basis),
    }
}

fn target_of<'s>(metric: &'s Metric, standing: &Standing<'_>) -> Target<'s> {
    let field = format!("metrics.{}", metric.name);
    Target {
        name: &metric.name,
        unit: &metric.unit,
        direction: metric.direction(),
        target: metric.target(),
        says: metric.says.as_deref().filter(|_| !standing.is_amended(&field)),
        assumed: standing.assumed_parts(metric).any(|part| matches!(part, MetricPart::Target | MetricPart::Direction)),
        graded: !metric.grades().is_empty(),
    }
}
