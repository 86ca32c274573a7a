//! Which tasks a report is about.

use crate::assess::{Light, Standing, State};
use crate::plan::{Date, Head, Kind, Plan, Task};

use super::names::{NameError, Named, pick, pick_now_or_before};
use crate::words::folded;

/// Which tasks a report is about: all that pass every part that says something. Several values of one part
/// mean any of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Full names of units that answer for the task.
    pub leads: Vec<String>,
    /// People in charge.
    pub persons: Vec<String>,
    /// Leaders.
    pub leaders: Vec<String>,
    /// What else tasks come from.
    pub origins: Vec<String>,
    /// Section ids.
    pub sections: Vec<String>,
    /// Theme ids.
    pub themes: Vec<String>,
    /// Full names of places.
    pub places: Vec<String>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Lights.
    pub lights: Vec<Light>,
    /// States.
    pub states: Vec<State>,
    /// Due on that day or before.
    pub due_by: Option<Date>,
    /// Tags.
    pub tags: Vec<String>,
    /// Values of the plan's own fields, by the fields' keys; an empty one means that nothing is said.
    pub fields: Vec<(String, String)>,
    /// Words that stand in the id, the title, the source or the remark, whatever their case and the width of their signs.
    pub words: Vec<String>,
}

impl Filter {
    /// Whether a task that passes is listed: one that was called off is in no ledger unless its state is asked for.
    pub fn lists(&self, standing: &Standing<'_>) -> bool {
        standing.state != State::Cancelled || self.states.contains(&State::Cancelled)
    }

    /// The tasks that pass.
    pub fn chosen<'f, 'h, 'a, 's>(
        &'f self,
        head: &'h Head,
        standings: &'a [Standing<'s>],
    ) -> impl Iterator<Item = &'a Standing<'s>> + use<'f, 'h, 'a, 's> {
        standings.iter().filter(move |standing| self.passes(head, standing))
    }

    /// Whether a task passes.
    pub fn passes(&self, head: &Head, standing: &Standing<'_>) -> bool {
        let task = &*standing.task;
        let theme = task.theme();
        let section = || head.section_of(theme).map_or("", |(section, _)| section.id.as_str());
        any(&self.leads, |lead| task.lead.as_ref().is_some_and(|unit| unit.as_str() == lead))
            && any(&self.persons, |person| task.persons().any(|name| name == person))
            && any(&self.leaders, |leader| task.leaders().any(|name| name == leader))
            && any(&self.origins, |origin| task.origin.as_ref() == Some(origin))
            && any(&self.sections, |id| section() == id)
            && any(&self.themes, |id| theme == id)
            && any(&self.places, |place| task.places.contains(place))
            && any(&self.kinds, |kind| task.kind == *kind)
            && any(&self.lights, |light| standing.light == Some(*light))
            && any(&self.states, |state| standing.state == *state)
            && self.due_by.is_none_or(|day| standing.due().is_some_and(|due| due <= day))
            && any(&self.tags, |tag| task.tags.contains(tag))
            && self.fields.iter().all(|(key, _)| self.holds_own(head, task, key))
            && any(&self.words, |word| mentions(standing, word))
    }

    /// Whether the task says one of the wanted things under a field of the plan's own.
    fn holds_own(&self, head: &Head, task: &Task, key: &str) -> bool {
        let field = head.fields.iter().find(|field| field.key == key);
        let held = task.fields.get(key);
        let says = |wanted: &str| match (field, held) {
            (_, None) => wanted.is_empty(),
            (Some(field), Some(held)) => !wanted.is_empty() && field.is_same(held, wanted),
            (None, Some(_)) => false,
        };
        self.fields.iter().any(|(of, wanted)| of == key && says(wanted))
    }
}

fn any<T>(wanted: &[T], matches: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(matches)
}

fn mentions(standing: &Standing<'_>, word: &str) -> bool {
    let word = folded(word);
    let task = &*standing.task;
    [Some(task.id.as_str()), Some(&task.title), task.source.as_deref(), task.note.as_deref()]
        .into_iter()
        .flatten()
        .any(|text| folded(text).contains(&word))
}

/// The full name of the unit that a short form means; one that no unit answers to now may be a name of before.
///
/// # Errors
/// When no unit, or more than one, could be meant.
pub fn unit_named(plan: &Plan, given: &str) -> Result<String, NameError> {
    let units = &plan.head.units;
    let now = units.iter().map(|unit| Named { name: unit.name.as_str(), also: unit.short.as_deref() });
    let before = units.iter().flat_map(|unit| formerly(unit.name.as_str(), &unit.formerly));
    pick_now_or_before(given, now, before)
}

/// The same of a unit that is to take new work on a day.
///
/// # Errors
/// When no unit, or more than one, could be meant, and when the unit is no more on that day.
pub fn working_unit_named(plan: &Plan, given: &str, day: Date) -> Result<String, NameError> {
    let name = unit_named(plan, given)?;
    let unit = plan.head.units.iter().find(|unit| unit.name.as_str() == name);
    match unit.and_then(|unit| unit.retired).filter(|since| *since <= day) {
        Some(since) => Err(NameError::Retired(name, since)),
        None => Ok(name),
    }
}

/// The id of the section that an id or a part of its title means.
///
/// # Errors
/// When no section, or more than one, could be meant.
pub fn section_named(plan: &Plan, given: &str) -> Result<String, NameError> {
    let sections = &plan.head.sections;
    let now = sections.iter().map(|section| Named { name: &section.id, also: Some(&section.title) });
    let before = sections.iter().flat_map(|section| formerly(&section.id, &section.formerly));
    pick_now_or_before(given, now, before)
}

/// The id of the theme that an id or a part of its title means.
///
/// # Errors
/// When no theme, or more than one, could be meant.
pub fn theme_named(plan: &Plan, given: &str) -> Result<String, NameError> {
    let themes = || plan.head.sections.iter().flat_map(|section| &section.themes);
    let now = themes().map(|theme| Named { name: &theme.id, also: Some(&theme.title) });
    let before = themes().flat_map(|theme| formerly(&theme.id, &theme.formerly));
    pick_now_or_before(given, now, before)
}

/// The full name of the place that a short form means: one that the plan declares, or a task names.
///
/// # Errors
/// When no place, or more than one, could be meant.
pub fn place_named(plan: &Plan, given: &str) -> Result<String, NameError> {
    let places = &plan.head.places;
    let declared = places.iter().map(|place| place.name.as_str());
    let named = plan.tasks.iter().flat_map(|task| &task.places).map(String::as_str);
    let now = once_each(declared.chain(named)).into_iter().map(|name| Named { name, also: None });
    let before = places.iter().flat_map(|place| formerly(&place.name, &place.formerly));
    pick_now_or_before(given, now, before)
}

fn formerly<'p>(name: &'p str, before: &'p [String]) -> impl Iterator<Item = Named<'p>> + Clone {
    before.iter().map(move |old| Named { name, also: Some(old) })
}

/// The person in charge whom a short form means: one whom a task names.
///
/// # Errors
/// When nobody, or more than one, could be meant.
pub fn person_named(plan: &Plan, given: &str) -> Result<String, NameError> {
    one_of(given, plan.tasks.iter().flat_map(Task::persons))
}

/// The leader whom a short form means: one whom a task names.
///
/// # Errors
/// When nobody, or more than one, could be meant.
pub fn leader_named(plan: &Plan, given: &str) -> Result<String, NameError> {
    one_of(given, plan.tasks.iter().flat_map(Task::leaders))
}

/// What tasks come from beside the document, by a part of it: `办公会` where one meeting is meant.
///
/// # Errors
/// When nothing, or more than one thing, could be meant.
pub fn origin_named(plan: &Plan, given: &str) -> Result<String, NameError> {
    one_of(given, plan.tasks.iter().filter_map(|task| task.origin.as_deref()))
}

fn one_of<'p>(given: &str, names: impl Iterator<Item = &'p str>) -> Result<String, NameError> {
    pick(given, once_each(names).into_iter().map(|name| Named { name, also: None }))
}

fn once_each<'p>(names: impl Iterator<Item = &'p str>) -> Vec<&'p str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The task that a short form means.
///
/// # Errors
/// When no task, or more than one, could be meant.
pub fn task_named<'p>(plan: &'p Plan, given: &str) -> Result<&'p Task, NameError> {
    let id = pick(given, plan.tasks.iter().map(|task| Named { name: task.id.as_str(), also: Some(&task.title) }))?;
    plan.tasks.iter().find(|task| task.id.as_str() == id).ok_or_else(|| NameError::Unknown(Vec::new()))
}
