//! The site for the office: out of the reports that other commands show.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::assess::{Assessment, Basis, Course, Standing, State, assess};
use crate::plan::calendar::Calendar;
use crate::plan::{Journal, Language, Plan};
use crate::report::alerts::{self, alerts};
use crate::report::chart::{ChartFacts, TimeAxis, burnup, lights_by_week, weeks};
use crate::report::filter::Filter;
use crate::report::header::Header;
use crate::report::notice::{NoticeLine, Notices};
use crate::report::score::{self, Score, ScoreFacts};
use crate::report::show::EntryLine;
use crate::report::since::{Before, week_before};
use crate::report::status::{self, Group, GroupBy, Status, StatusQuery, status};
use crate::report::task_line::TaskLine;
use crate::report::trace::Trace;
use crate::report::week::Week;
use crate::threads;

use super::document::document;
use super::month::{months, upcoming};
use super::page_name::PageNames;
use super::task::{Inside, SiteTask};
use super::{Office, Part, Site};

/// So many of the tasks that need attention stand on the first page.
const PRESSING: usize = 12;

/// What a site for the office is made of.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'s> {
    /// The plan.
    pub plan: &'s Plan,
    /// Its journal.
    pub journal: &'s Journal,
    /// The working days.
    pub calendar: &'s Calendar,
    /// How its tasks stand.
    pub assessment: &'s Assessment<'s>,
}

/// The site for the office, of every task; `week` is the one in which the as-of day lies.
pub fn office<'s>(
    from: Sources<'s>,
    header: Header<'s>,
    (trace, week): (&Trace<'s>, Option<Week<'s>>),
    language: Language,
) -> Site<'s> {
    let (plan, head, assessment) = (from.plan, &from.plan.head, from.assessment);
    // On a site one looks for tasks, also for those that were called off.
    let filter = || Filter { states: State::ALL.to_vec(), ..Filter::default() };
    let asked = |by: GroupBy| StatusQuery {
        by,
        tasks: by == GroupBy::Section,
        top: Some(PRESSING),
        filter: filter(),
        ..StatusQuery::default()
    };
    let header_of = |schema: &'static str| Header { schema, ..header.clone() };
    let before = week_before(head.period, assessment.as_of)
        .map(|day| Before::of(plan, &assess(plan, from.journal, from.calendar, day)));
    let mut by_section =
        status(plan, (assessment, before.as_ref()), header_of(status::SCHEMA), &asked(GroupBy::Section), language);
    let by_unit = status(plan, (assessment, None), header_of(status::SCHEMA), &asked(GroupBy::Lead), language);
    let lines = std::mem::take(&mut by_section.tasks);
    let mut sections = parts(&by_section, &lines, |names, _, group| names.give(group.key));
    let mut units = units(&by_unit, &lines);
    let mut tasks = site_tasks(from, lines, &sections, &units);
    for part in sections.iter_mut().chain(&mut units) {
        let rank = |place: &usize| tasks.get(*place).map(SiteTask::rank);
        part.tasks.sort_by_key(rank);
        part.helps.sort_by_key(rank);
    }
    let document = document(head, trace, &mut tasks);
    let months = months(&tasks, head.period, Some(from.calendar));
    let since = by_section.week_ago.take();
    let facts = ChartFacts { plan, journal: from.journal, calendar: from.calendar };
    let weeks = weeks(facts, assessment, &Filter::default());
    let mut notices = Notices::all(head, assessment, |_| true);
    notices.notices.reverse();
    for task in &mut tasks {
        let about = |(at, notice): (usize, &NoticeLine<'_>)| notice.is_about(task.id).then_some(at);
        let own = notices.notices.iter().enumerate().filter_map(about).collect();
        if let Some(inside) = &mut task.inside {
            inside.notices = own;
        }
    }
    let office = Office {
        passed: Some(assessment.passed),
        attention: by_section.attention,
        burnup: burnup(head, from.calendar, header.clone(), &weeks),
        by_week: lights_by_week(head, header.clone(), &weeks, since.as_ref().map(|since| since.totals.lights)),
        since,
        week,
        axis: axis(from, &tasks),
        alerts: alerts(plan, assessment, header_of(alerts::SCHEMA), &Filter::default(), language),
        score: units_ranked(from, header_of(score::SCHEMA), language),
        notices,
    };
    Site {
        header,
        totals: Some(by_section.totals),
        tasks,
        sections,
        units,
        upcoming: upcoming(&months, assessment.as_of),
        months,
        document,
        office: Some(office),
        head,
    }
}

/// The days of the plan, and those around it on which something begins or is due.
fn axis(from: Sources<'_>, tasks: &[SiteTask<'_>]) -> TimeAxis {
    let due = tasks.iter().filter_map(|task| task.deadline);
    let lines = || tasks.iter().filter_map(|task| task.inside.as_ref()).map(|inside| &inside.line);
    let begun = lines().map(|line| line.start);
    let steps = lines().flat_map(|line| line.checkpoints.iter().map(|step| step.due));
    TimeAxis::new(from.plan.head.period, due.chain(begun).chain(steps), from.calendar)
}

fn parts<'s>(
    status: &Status<'s>,
    lines: &[TaskLine<'s>],
    name: impl Fn(&mut PageNames, usize, &Group<'s>) -> String,
) -> Vec<Part<'s>> {
    let mut names = PageNames::default();
    let groups = status.groups.iter().zip(&status.listing).enumerate();
    groups
        .map(|(place, (group, tasks))| Part {
            page: name(&mut names, place, group),
            key: group.key,
            title: group.title.clone(),
            short: None,
            assumed: group.assumed && !group.key.is_empty(),
            tasks: tasks.clone(),
            helps: Vec::new(),
            totals: Some(group.totals.clone()),
            unheard: tasks.iter().filter_map(|place| lines.get(*place)).filter(|line| is_unheard(line)).count(),
            next_deadline: group.next_deadline,
            next_deadline_basis: group.next_deadline_basis,
        })
        .collect()
}

/// Whether something is still asked of the task, and nothing was ever heard of it.
fn is_unheard(line: &TaskLine<'_>) -> bool {
    line.last_report.is_none() && line.finished_on.is_none() && line.light.is_some()
}

/// How bad the tasks of a unit or section are: the most red ones first, then yellow, then never heard of.
fn worst_first(one: &Part<'_>, other: &Part<'_>) -> std::cmp::Ordering {
    let count = |part: &Part<'_>| {
        let lights = part.totals.as_ref().map(|totals| totals.lights).unwrap_or_default();
        (lights.red, lights.yellow, part.unheard)
    };
    count(other).cmp(&count(one))
}

/// The units that lead, and those that only help. Their names are no names of files, so their pages have numbers: the
/// places in which the plan declares them.
fn units<'s>(status: &Status<'s>, lines: &[TaskLine<'s>]) -> Vec<Part<'s>> {
    let head = status.head;
    let declared: HashMap<&str, usize> =
        (1..).zip(&head.units).map(|(number, unit)| (unit.name.as_str(), number)).collect();
    let number = |key: &str| declared.get(key).copied().unwrap_or_default();
    let mut units = parts(status, lines, |names, _, group| names.give(&number(group.key).to_string()));
    let mut places: HashMap<&'s str, usize> = units.iter().enumerate().map(|(place, unit)| (unit.key, place)).collect();
    for (task, line) in lines.iter().enumerate() {
        for name in &line.support {
            let place = *places.entry(name).or_insert_with(|| {
                units.push(helper(name, number(name)));
                units.len() - 1
            });
            if let Some(unit) = units.get_mut(place) {
                unit.helps.push(task);
                unit.assumed |= line.assumes("support");
            }
        }
    }
    for unit in &mut units {
        unit.short =
            head.units.iter().find(|known| known.name.as_str() == unit.key).and_then(|known| known.short.as_deref());
    }
    units.sort_by(worst_first);
    units
}

fn helper(name: &str, number: usize) -> Part<'_> {
    Part {
        page: number.to_string(),
        key: name,
        title: name.to_owned(),
        short: None,
        assumed: false,
        tasks: Vec::new(),
        helps: Vec::new(),
        totals: Some(crate::assess::Totals::default()),
        unheard: 0,
        next_deadline: None,
        next_deadline_basis: Basis::None,
    }
}

fn units_ranked<'s>(from: Sources<'s>, header: Header<'s>, language: Language) -> Score<'s> {
    let Sources { plan, journal, calendar, assessment } = from;
    let whom = crate::report::whom::Whom::Lead;
    score::score(ScoreFacts { plan, journal, calendar, assessment }, header, (&Filter::default(), whom), language)
}

fn site_tasks<'s>(
    from: Sources<'s>,
    lines: Vec<TaskLine<'s>>,
    sections: &[Part<'s>],
    units: &[Part<'s>],
) -> Vec<SiteTask<'s>> {
    let place_of = |parts: &[Part<'s>]| -> HashMap<&'s str, usize> {
        parts.iter().enumerate().map(|(place, part)| (part.key, place)).collect()
    };
    let (sections, units) = (place_of(sections), place_of(units));
    let mut names = PageNames::default();
    let pages: Vec<String> = lines.iter().map(|line| names.give(line.id)).collect();
    // No task is filtered out, so lines and standings are in step.
    let told: Vec<_> = lines.into_iter().zip(&from.assessment.standings).zip(pages).collect();
    threads::ready();
    told.into_par_iter()
        .map(|((line, standing), page)| {
            let section = sections.get(line.section).copied();
            let unit = units.get(line.lead.unwrap_or("")).copied();
            SiteTask::inside(page, section, inside(from, line, standing, unit))
        })
        .collect()
}

fn inside<'s>(from: Sources<'s>, line: TaskLine<'s>, standing: &'s Standing<'s>, unit: Option<usize>) -> Inside<'s> {
    let (pace, as_of) = (from.plan.head.pace, from.assessment.as_of);
    Inside {
        line,
        entries: standing.entries.iter().map(|entry| EntryLine::new(&standing.task, entry)).collect(),
        courses: Course::all_of(standing, from.journal, from.calendar, pace, as_of),
        unit,
        notices: Vec::new(),
    }
}
