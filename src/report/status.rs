//! Where every task stands: totals, groups, tasks.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Alert, AlertCode, Assessment, Basis, Light, Severity, Share, Standing, Totals, next_deadline};
use crate::plan::{Date, Head, Kind, Language, OwnKind, PaceBasis, Plan};
use crate::words::Worded;
use crate::words::fields::{self, Field, Place};

use super::filter::Filter;
use super::header::Header;
use super::notice::Notices;
use super::own::OwnSum;
use super::silence::{SilentUnit, is_merely_silent, silent_units};
use super::since::{Before, Since};
use super::task_line::TaskLine;

/// `workplan.status/2`.
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
    /// The tasks that pass the filter, in the plan's order; none where they were not asked for.
    pub tasks: Vec<TaskLine<'s>>,
    /// The share of the plan's period that has passed.
    pub passed: Share,
    /// What needs attention.
    pub attention: Attention<'s>,
    /// What the tasks' numbers come to under the own fields that are to be summed.
    pub sums: Vec<OwnSum<'s>>,
    /// How the same tasks stood a week ago; `null` where the plan's period had not begun then.
    pub week_ago: Option<Since<'s>>,
    /// The notices about these tasks: all counted, and those on which somebody still has to act, worst first.
    pub notices: Notices<'s>,
    /// The places in `tasks` of each group's tasks, in the order asked for; of those called off only where they are asked for.
    #[serde(skip)]
    pub listing: Vec<Vec<usize>>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// The tasks with a critical alert or a warning.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Attention<'s> {
    /// Those with more to say than that nothing was heard of them, worst first.
    pub pressing: Vec<&'s str>,
    /// For which reasons the pressing ones are so, and how many of them for each.
    pub reasons: Vec<Reason>,
    /// Those of which nothing else is known than that they were not reported on, by the unit that answers, most first.
    pub silent: Vec<SilentUnit<'s>>,
    /// The first of the pressing ones, as many as were asked for.
    #[serde(skip)]
    pub shown: Vec<TaskLine<'s>>,
}

/// A reason why tasks need attention.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Reason {
    /// The rule.
    pub code: AlertCode,
    /// How many tasks.
    pub tasks: usize,
    /// How many of them are red.
    pub red: usize,
}

impl Attention<'_> {
    /// The reasons said of red tasks, or those of the others.
    pub fn reasons_of(&self, light: Light) -> Vec<Reason> {
        let of = |reason: &Reason| if light == Light::Red { reason.red } else { reason.tasks - reason.red };
        let each = self.reasons.iter().map(|reason| Reason { tasks: of(reason), ..*reason });
        each.filter(|reason| reason.tasks > 0).collect()
    }
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
    /// Whether only an assumption sets it.
    pub next_deadline_assumed: bool,
    /// How it is known.
    pub next_deadline_basis: Basis,
    /// Whether an assumption puts any of the tasks into it.
    pub assumed: bool,
    /// What the tasks' numbers come to under the own fields that are to be summed.
    pub sums: Vec<OwnSum<'s>>,
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
    /// The leaders over them; a task may stand under several.
    Leader,
    /// The people in charge; a task may stand under several.
    Person,
    /// The places; a task may stand in several.
    Place,
    /// How tasks are judged.
    Kind,
    /// What tasks come from beside the document.
    Origin,
}

impl GroupBy {
    /// The name of the group of tasks that name no unit or place.
    pub const fn nobody(self, lang: Language) -> &'static str {
        match self {
            GroupBy::Place => lang.pick("（未点名地点）", "(no place named)"),
            GroupBy::Origin => lang.pick("（无其他来源）", "(nothing else)"),
            GroupBy::Leader | GroupBy::Person => lang.pick("（未写明）", "(nobody named)"),
            GroupBy::Section | GroupBy::Theme | GroupBy::Lead | GroupBy::Kind => lang.pick("（未定）", "(none)"),
        }
    }

    /// Every grouping, and the field that it goes by.
    pub const ALL: [(GroupBy, Place, &'static str); 8] = [
        (GroupBy::Section, Place::Standing, "section"),
        (GroupBy::Theme, Place::Standing, "theme"),
        (GroupBy::Lead, Place::Task, "lead"),
        (GroupBy::Leader, Place::Task, "leader"),
        (GroupBy::Person, Place::Task, "person"),
        (GroupBy::Place, Place::Task, "places"),
        (GroupBy::Kind, Place::Task, "kind"),
        (GroupBy::Origin, Place::Task, "origin"),
    ];

    /// What each is called on the command line: the grouping's own name.
    pub const KEYS: [&'static str; 8] = ["section", "theme", "lead", "leader", "person", "place", "kind", "origin"];

    /// The field that it goes by, as it is named.
    pub fn named(self) -> Option<&'static Field> {
        let (_, place, key) = GroupBy::ALL.into_iter().find(|(by, ..)| *by == self)?;
        fields::field(place, key)
    }

    /// The field of a task that decides its group. A section or theme is never assumed: the id names it.
    fn field(self) -> &'static str {
        match self {
            GroupBy::Section | GroupBy::Theme => "id",
            GroupBy::Lead => "lead",
            GroupBy::Leader => "leader",
            GroupBy::Person => "person",
            GroupBy::Place => "places",
            GroupBy::Kind => "kind",
            GroupBy::Origin => "origin",
        }
    }
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

impl SortBy {
    /// Every order but the plan's, and the field that it goes by.
    pub const BY_FIELD: [(SortBy, Place, &'static str); 4] = [
        (SortBy::Deadline, Place::Task, "deadline"),
        (SortBy::Light, Place::Standing, "light"),
        (SortBy::Progress, Place::Standing, "progress"),
        (SortBy::Lead, Place::Task, "lead"),
    ];
}

/// What of a status is wanted.
#[derive(Debug, Clone, Default)]
pub struct StatusQuery {
    /// Which tasks it is about.
    pub filter: Filter,
    /// What they are grouped by.
    pub by: GroupBy,
    /// Their order within a group, where they are listed.
    pub sort: SortBy,
    /// Whether every task is wanted, or the counts and what needs attention.
    pub tasks: bool,
    /// How many pressing tasks are shown; `None` means all.
    pub top: Option<usize>,
    /// The keys of the plan's own fields whose numbers are summed.
    pub sums: Vec<String>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.status/2";

/// Reports where every task that passes the filter stands, beside how the plan stood a week before.
pub fn status<'s>(
    plan: &'s Plan,
    (assessment, before): (&'s Assessment<'s>, Option<&Before<'_>>),
    header: Header<'s>,
    query: &StatusQuery,
    language: Language,
) -> Status<'s> {
    let head = &plan.head;
    let chosen: Vec<&'s Standing<'s>> = query.filter.chosen(head, &assessment.standings).collect();
    let summed = || head.fields.iter().filter(|field| field.kind == OwnKind::Number && query.sums.contains(&field.key));
    let mut groups = Vec::new();
    let mut listing = Vec::new();
    for (key, mut members) in grouped(head, &chosen, query.by) {
        let standings = members.iter().filter_map(|place| chosen.get(*place).copied());
        let next = next_deadline(standings.clone(), assessment.as_of);
        groups.push(Group {
            by: query.by,
            key,
            title: title_of(head, query.by, key, language),
            totals: Totals::of(standings.clone()),
            next_deadline: next.map(|(deadline, _)| deadline),
            next_deadline_assumed: next.is_some_and(|(_, basis)| basis == Basis::Assumed),
            next_deadline_basis: next.map_or(Basis::None, |(_, basis)| basis),
            sums: summed().map(|field| OwnSum::new(field, standings.clone())).collect(),
            assumed: standings.into_iter().any(|standing| standing.assumed.contains(&query.by.field())),
        });
        let is_listed = |place: &usize| chosen.get(*place).is_some_and(|one| query.filter.lists(one));
        members.retain(is_listed);
        sort_tasks(&mut members, &chosen, query.sort);
        listing.push(members);
    }
    let lines = |standing: &&'s Standing<'s>| TaskLine::new(head, standing, language);
    Status {
        header,
        pace: head.pace,
        totals: Totals::of(chosen.iter().copied()),
        sums: summed().map(|field| OwnSum::new(field, chosen.iter().copied())).collect(),
        groups,
        tasks: if query.tasks { chosen.iter().map(lines).collect() } else { Vec::new() },
        passed: assessment.passed,
        attention: Attention::new(head, &chosen, query.top, language),
        week_ago: before.map(|before| Since::new(before, &chosen)),
        notices: Notices::alive(head, assessment, |task| chosen.iter().any(|own| own.task.id.as_str() == task)),
        listing,
        head,
    }
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

/// The places of the tasks of each group; groups in the plan's order, those of tasks that name none last.
fn grouped<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], by: GroupBy) -> Vec<(&'s str, Vec<usize>)> {
    let sections: HashMap<&str, &'s str> = head.themes().map(|(theme, section)| (theme, section.id.as_str())).collect();
    let mut members: HashMap<&'s str, Vec<usize>> = HashMap::new();
    let mut met: Vec<&'s str> = Vec::new();
    for (place, standing) in tasks.iter().enumerate() {
        for key in keys_of(standing, by, &sections) {
            let places = members.entry(key).or_insert_with(|| {
                met.push(key);
                Vec::new()
            });
            places.push(place);
        }
    }
    met.sort_unstable();
    let (nameless, undeclared): (Vec<&str>, Vec<&str>) = met.into_iter().partition(|key| key.is_empty());
    let order = declared_keys(head, by).into_iter().chain(undeclared).chain(nameless);
    order.filter_map(|key| Some((key, members.remove(key)?))).collect()
}

fn keys_of<'s>(standing: &'s Standing<'s>, by: GroupBy, sections: &HashMap<&str, &'s str>) -> Vec<&'s str> {
    let task = &*standing.task;
    match by {
        GroupBy::Section => vec![sections.get(task.theme()).copied().unwrap_or("")],
        GroupBy::Theme => vec![task.theme()],
        GroupBy::Lead => vec![task.lead.as_ref().map_or("", |lead| lead.as_str())],
        GroupBy::Leader => named_or_none(task.leaders()),
        GroupBy::Person => named_or_none(task.persons()),
        GroupBy::Place => named_or_none(task.places.iter().map(String::as_str)),
        GroupBy::Kind => vec![task.kind.name()],
        GroupBy::Origin => vec![task.origin.as_deref().unwrap_or("")],
    }
}

/// The names; where there is none, the key of those that name none.
fn named_or_none<'s>(names: impl Iterator<Item = &'s str>) -> Vec<&'s str> {
    let names: Vec<&str> = names.collect();
    if names.is_empty() { vec![""] } else { names }
}

fn declared_keys(head: &Head, by: GroupBy) -> Vec<&str> {
    match by {
        GroupBy::Section => head.sections.iter().map(|section| section.id.as_str()).collect(),
        GroupBy::Theme => head.themes().map(|(theme, _)| theme).collect(),
        GroupBy::Lead => head.units.iter().map(|unit| unit.name.as_str()).collect(),
        GroupBy::Place => head.places.iter().map(|place| place.name.as_str()).collect(),
        GroupBy::Kind => Kind::ALL.iter().map(|kind| kind.name()).collect(),
        GroupBy::Leader | GroupBy::Person | GroupBy::Origin => Vec::new(),
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
        GroupBy::Kind => Kind::named(key).map(|kind| kind.word(language)),
        GroupBy::Lead | GroupBy::Leader | GroupBy::Person | GroupBy::Place | GroupBy::Origin if key.is_empty() => {
            Some(by.nobody(language))
        }
        GroupBy::Lead | GroupBy::Leader | GroupBy::Person | GroupBy::Place | GroupBy::Origin => None,
    };
    title.unwrap_or(key).to_owned()
}

fn sort_tasks(members: &mut [usize], tasks: &[&Standing<'_>], sort: SortBy) {
    let task = |place: &usize| tasks.get(*place);
    match sort {
        SortBy::Plan => {}
        SortBy::Deadline => members.sort_by_key(|place| task(place).map(|task| task.by_deadline())),
        SortBy::Light => members.sort_by_key(|place| task(place).map(|task| Light::badness(task.light))),
        SortBy::Progress => {
            members.sort_by_key(|place| task(place).map(|task| (task.progress.is_none(), task.progress)))
        }
        SortBy::Lead => members.sort_by_key(|place| task(place).map(|task| task.task.lead.as_ref())),
    }
}

impl<'s> Attention<'s> {
    /// Sorts the tasks that need attention: severity, escalation, deadline, the plan's order. Tasks that were
    /// merely not heard of are told by unit: that is how they are chased.
    fn new(head: &'s Head, tasks: &[&'s Standing<'s>], top: Option<usize>, language: Language) -> Attention<'s> {
        let ranked = |place: usize, standing: &&'s Standing<'s>| {
            let worst = standing.alerts.iter().map(Alert::rank).min()?;
            (worst.0 != Severity::Info && !is_merely_silent(standing)).then_some((worst, standing.by_deadline(), place))
        };
        let mut pressing: Vec<_> =
            tasks.iter().enumerate().filter_map(|(place, standing)| ranked(place, standing)).collect();
        pressing.sort();
        let pressing: Vec<_> = pressing.into_iter().filter_map(|(_, _, place)| tasks.get(place).copied()).collect();
        let shown = pressing.iter().take(top.unwrap_or(usize::MAX));
        Attention {
            pressing: pressing.iter().map(|standing| standing.task.id.as_str()).collect(),
            reasons: reasons(&pressing),
            silent: silent_units(head, tasks),
            shown: shown.map(|standing| TaskLine::new(head, standing, language)).collect(),
        }
    }
}

fn reasons(tasks: &[&Standing<'_>]) -> Vec<Reason> {
    let is_said = |standing: &Standing<'_>, code: AlertCode| {
        standing.alerts.iter().any(|alert| alert.code == code && alert.severity != Severity::Info)
    };
    let counted = AlertCode::ALL.iter().copied().map(|code| {
        let found: Vec<_> = tasks.iter().filter(|standing| is_said(standing, code)).collect();
        let red = found.iter().filter(|standing| standing.light == Some(Light::Red)).count();
        Reason { code, tasks: found.len(), red }
    });
    counted.filter(|reason| reason.tasks > 0).collect()
}
