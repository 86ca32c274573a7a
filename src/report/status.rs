//! Where every task stands: totals, groups, tasks.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Light, Severity, Share, Standing, Totals, next_deadline};
use crate::lang;
use crate::plan::{Date, Head, Kind, Language, PaceBasis, Plan, Section};

use super::filter::Filter;
use super::header::Header;
use super::task_line::TaskLine;

/// `workplan.status/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Status<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// How passed time is reckoned.
    pub pace: PaceBasis,
    /// The tasks that pass the filter, counted.
    pub totals: Totals,
    /// The same, group by group.
    pub groups: Vec<Group<'s>>,
    /// The tasks that pass the filter, in the plan's order.
    pub tasks: Vec<TaskLine<'s>>,
    /// The share of the plan's period that has passed.
    pub passed: Option<Share>,
    /// The ids of the tasks with a critical alert or a warning, worst first.
    pub attention: Vec<&'s str>,
    /// The places in `tasks` of each group's tasks, in the order asked for.
    #[serde(skip)]
    pub listing: Vec<Vec<usize>>,
    /// The places in `tasks` of `attention`.
    #[serde(skip)]
    pub attention_places: Vec<usize>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// Some tasks that have something in common.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Group<'s> {
    /// What they have in common.
    pub by: GroupBy,
    /// Which section, theme, unit, place or kind; empty for tasks that name none.
    pub key: &'s str,
    /// Its title.
    pub title: String,
    /// The counts.
    #[serde(flatten)]
    pub totals: Totals,
    /// The nearest deadline, not before the as-of day, of those still open.
    pub next_deadline: Option<Date>,
}

/// What tasks are grouped by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum GroupBy {
    /// The document's sections.
    #[default]
    Section,
    /// The document's themes.
    Theme,
    /// The units that answer.
    Lead,
    /// The places; a task may stand in several.
    Place,
    /// How tasks are judged.
    Kind,
}

/// The order in which tasks are listed to a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The plan's.
    #[default]
    Plan,
    /// The nearest deadline first.
    Deadline,
    /// The worst light first.
    Light,
    /// The least progress first; unknown progress last.
    Progress,
    /// By unit.
    Lead,
}

impl<'s> Status<'s> {
    /// Every task once, in the order asked for.
    pub fn sorted_tasks(&self) -> impl Iterator<Item = &TaskLine<'s>> {
        let mut seen = vec![false; self.tasks.len()];
        let places = self.listing.iter().flatten().copied();
        places.filter_map(move |place| {
            let first = seen.get_mut(place).is_some_and(|seen| !std::mem::replace(seen, true));
            self.tasks.get(place).filter(|_| first)
        })
    }
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.status/1";

/// Reports where every task that passes the filter stands.
pub fn status<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    filter: &Filter,
    by: GroupBy,
    sort: SortBy,
    language: Language,
) -> Status<'s> {
    let head = &plan.head;
    let chosen: Vec<&Standing<'s>> =
        assessment.standings.iter().filter(|standing| filter.passes(head, standing)).collect();
    let tasks: Vec<TaskLine<'s>> = chosen.iter().map(|standing| TaskLine::new(head, standing, language)).collect();
    let mut groups = Vec::new();
    let mut listing = Vec::new();
    for (key, mut members) in grouped(head, &tasks, by) {
        let standings = members.iter().filter_map(|place| chosen.get(*place).copied());
        groups.push(Group {
            by,
            key,
            title: title_of(head, by, key, language),
            totals: Totals::of(standings.clone()),
            next_deadline: next_deadline(standings, assessment.as_of),
        });
        sort_tasks(&mut members, &tasks, sort);
        listing.push(members);
    }
    let attention_places = attention(&tasks);
    Status {
        header,
        pace: head.pace,
        totals: Totals::of(chosen.iter().copied()),
        groups,
        passed: assessment.passed,
        attention: attention_places.iter().filter_map(|place| tasks.get(*place)).map(|task| task.id).collect(),
        listing,
        attention_places,
        tasks,
        head,
    }
}

/// The places of the tasks of each group; groups in the plan's order, those of tasks that name none last.
fn grouped<'s>(head: &'s Head, tasks: &[TaskLine<'s>], by: GroupBy) -> Vec<(&'s str, Vec<usize>)> {
    let mut members: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, task) in tasks.iter().enumerate() {
        for key in keys_of(task, by) {
            members.entry(key).or_default().push(place);
        }
    }
    let mut order = declared_keys(head, by);
    let mut undeclared: Vec<&'s str> = tasks.iter().flat_map(|task| keys_of(task, by)).collect();
    undeclared.sort_unstable();
    undeclared.dedup();
    let (nameless, undeclared): (Vec<&str>, Vec<&str>) = undeclared.into_iter().partition(|key| key.is_empty());
    order.extend(undeclared);
    order.extend(nameless);
    order.into_iter().filter_map(|key| Some((key, members.remove(key)?))).collect()
}

fn keys_of<'s>(task: &TaskLine<'s>, by: GroupBy) -> Vec<&'s str> {
    match by {
        GroupBy::Section => vec![task.section],
        GroupBy::Theme => vec![task.theme.unwrap_or(task.section)],
        GroupBy::Lead => vec![task.lead.unwrap_or("")],
        GroupBy::Place if task.places.is_empty() => vec![""],
        GroupBy::Place => task.places.iter().map(String::as_str).collect(),
        GroupBy::Kind => vec![task.kind.name()],
    }
}

fn declared_keys<'s>(head: &'s Head, by: GroupBy) -> Vec<&'s str> {
    match by {
        GroupBy::Section => head.sections.iter().map(|section| section.id.as_str()).collect(),
        GroupBy::Theme => {
            let of_section = |section: &'s Section| {
                let own = section.themes.is_empty().then_some(section.id.as_str());
                own.into_iter().chain(section.themes.iter().map(|theme| theme.id.as_str()))
            };
            head.sections.iter().flat_map(of_section).collect()
        }
        GroupBy::Lead => head.units.iter().map(|unit| unit.name.as_str()).collect(),
        GroupBy::Place => head.places.iter().map(String::as_str).collect(),
        GroupBy::Kind => Kind::ALL.iter().map(|kind| kind.name()).collect(),
    }
}

fn title_of(head: &Head, by: GroupBy, key: &str, language: Language) -> String {
    let title = match by {
        GroupBy::Section => {
            head.sections.iter().find(|section| section.id == key).map(|section| section.title.as_str())
        }
        GroupBy::Theme => head
            .section_of(key)
            .map(|(section, theme)| theme.map_or(section.title.as_str(), |theme| theme.title.as_str())),
        GroupBy::Kind => Kind::named(key).map(|kind| lang::kind(language, kind)),
        GroupBy::Lead | GroupBy::Place if key.is_empty() => Some(lang::nobody(language, by)),
        GroupBy::Lead | GroupBy::Place => None,
    };
    title.unwrap_or(key).to_owned()
}

fn sort_tasks(members: &mut [usize], tasks: &[TaskLine<'_>], sort: SortBy) {
    let task = |place: &usize| tasks.get(*place);
    match sort {
        SortBy::Plan => {}
        SortBy::Deadline => members.sort_by_key(|place| task(place).map(|task| task.deadline)),
        SortBy::Light => members.sort_by_key(|place| task(place).map(|task| badness(task.light))),
        SortBy::Progress => {
            members.sort_by_key(|place| task(place).map(|task| (task.progress.is_none(), task.progress)))
        }
        SortBy::Lead => members.sort_by_key(|place| task(place).and_then(|task| task.lead)),
    }
}

/// Worst first: red, yellow, grey, green, blue, and what was called off last.
fn badness(light: Option<Light>) -> usize {
    let order = [Light::Red, Light::Yellow, Light::Grey, Light::Green, Light::Blue];
    light.and_then(|light| order.iter().position(|known| *known == light)).unwrap_or(order.len())
}

/// The tasks that need attention, worst first: severity, escalation, deadline, the plan's order.
fn attention(tasks: &[TaskLine<'_>]) -> Vec<usize> {
    let mut ranked: Vec<_> = tasks
        .iter()
        .enumerate()
        .filter_map(|(place, task)| {
            let worst = task.worst_alert().filter(|alert| alert.severity != Severity::Info)?;
            Some((worst.rank(), task.deadline, place))
        })
        .collect();
    ranked.sort();
    ranked.into_iter().map(|(_, _, place)| place).collect()
}
