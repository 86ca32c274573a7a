//! The whole: every plan's share put together, one after another.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Severity, Totals};
use crate::plan::{Date, Language, LightStyles, Plan};
use crate::report::alerts::AlertTotals;
use crate::report::header::PlanLine;
use crate::report::unreadable::Unreadable;
use crate::say;
use crate::words::{folded, list as listed};

use super::figures::{Figures, Reach, Sum};
use super::of_plan::{OfPlan, RolledAlert, RolledPlan};
use super::order::{RollupBy, RollupQuery, RollupSort, merit};
use super::orders::{Order, Orders};
use super::rolled::Rolled;
use super::week::RolledWeek;

/// `workplan.rollup/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rollup {
    /// The document's name and version.
    pub schema: &'static str,
    /// The day for which everything is computed; of several, the last.
    pub as_of: Date,
    /// Warnings to the reader.
    pub notes: Vec<String>,
    /// The tasks that pass the filter, counted.
    pub totals: Totals,
    /// The plans, in the order asked for.
    pub plans: Vec<RolledPlan>,
    /// Those that could not be read.
    pub unreadable: Vec<Unreadable>,
    /// The alerts that are wanted, worst first: severity, escalation, the nearest deadline, the plan's path.
    pub worst: Vec<RolledAlert>,
    /// How many were not read, because somebody has stopped the reading: nothing is known of them.
    pub unread: usize,
    /// What the groups are about.
    pub by: RollupBy,
    /// The tasks of all plans by what they have in common, in the order asked for; none by plan.
    pub groups: Vec<Group>,
    /// What else is known of the whole.
    #[serde(flatten)]
    pub reach: Reach,
    /// The alerts that are wanted, counted, listed or not.
    pub alerts: AlertTotals,
    /// What the days of a weekly paper have brought; `null` elsewhere.
    pub week: Option<RolledWeek>,
    /// The tasks that tasks of other plans carry out, those of which the worst was made first.
    pub orders: Vec<Order>,
    /// The notes on which the figures rest.
    #[serde(skip)]
    pub closing_notes: Vec<String>,
    /// The words for the lights that all plans share.
    #[serde(skip)]
    pub lights: LightStyles,
    /// The worst alert of the tasks that pass, wanted or not.
    #[serde(skip)]
    pub reaches: Option<Severity>,
}

/// Tasks of several plans that have something in common.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Group {
    /// What they have in common; empty of tasks that name nothing.
    pub key: String,
    /// In how many plans they are.
    pub plans: usize,
    /// What they come to.
    #[serde(flatten)]
    pub figures: Figures,
    /// Whether an assumption puts any of the tasks into it.
    pub assumed: bool,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.rollup/1";

/// The report as it grows, plan by plan.
#[derive(Debug, Default)]
pub struct Whole {
    query: RollupQuery,
    rows: Vec<RolledPlan>,
    sum: Sum,
    groups: Vec<(String, bool, usize, Sum)>,
    places: HashMap<String, usize>,
    worst: Vec<RolledAlert>,
    counted: AlertTotals,
    /// Notes, with the first plan that has them and how many do, and whether figures rest on them.
    notes: Vec<(String, String, usize, bool)>,
    reaches: Option<Severity>,
    week: Option<RolledWeek>,
    orders: Orders,
}

impl Whole {
    /// A report of no plan yet.
    pub fn new(query: RollupQuery) -> Whole {
        Whole { week: query.days.map(RolledWeek::new), query, ..Whole::default() }
    }

    /// Takes what a plan brings.
    pub fn add(&mut self, mut of: OfPlan) {
        let path = of.row.path.clone();
        self.sum.merge(&of.sum);
        self.orders.add(of.orders);
        for (key, assumed, sum) in of.groups {
            let next = self.groups.len();
            let place = *self.places.entry(folded(&key)).or_insert(next);
            if place == next {
                self.groups.push((key, false, 0, Sum::default()));
            }
            if let Some((_, any, plans, whole)) = self.groups.get_mut(place) {
                *any |= assumed;
                *plans += 1;
                whole.merge(&sum);
            }
        }
        let row = self.rows.len();
        self.worst.extend(Rolled::all(&path, row, of.alerts));
        if let Some(top) = self.query.wanted.top {
            self.worst.sort_by_key(|worst| worst.of.place());
            self.worst.truncate(top);
        }
        if let (Some(whole), Some(week)) = (&mut self.week, of.week) {
            of.row.week = Some(week.plan.clone());
            whole.add(week, &path, row);
        }
        self.counted.merge(of.counted);
        for note in of.notes {
            let rests = of.closing_note.as_ref() == Some(&note);
            match self.notes.iter_mut().find(|(known, ..)| *known == note) {
                Some((_, _, plans, _)) => *plans += 1,
                None => self.notes.push((note, path.clone(), 1, rests)),
            }
        }
        // The worst severity is the least.
        self.reaches = self.reaches.into_iter().chain(of.worst).min();
        self.rows.push(of.row);
    }

    /// The plans whose tasks others carry out: how those tasks stand themselves is asked when all plans are there. Which of several
    /// plans of one id is meant nobody can tell.
    pub fn upper_plans(&self) -> Vec<String> {
        let twice = namesakes(&self.rows);
        let is_one = |row: &&RolledPlan| !twice.iter().any(|(id, _)| *id == row.plan.id);
        let uppers = self.rows.iter().filter(|row| self.orders.are_of(row.plan.id)).filter(is_one);
        uppers.map(|row| row.path.clone()).collect()
    }

    /// Takes how the tasks of such a plan stand.
    pub fn know(&mut self, path: &str, plan: &Plan, assessment: &Assessment<'_>) {
        self.orders.know(path, plan, assessment);
    }

    /// The report, with the plans that could not be read, and how many were not for want of time; `day` is told where none was.
    pub fn report(mut self, (unreadable, unread): (Vec<Unreadable>, usize), day: Date, language: Language) -> Rollup {
        let all = self.rows.len();
        let said = |(note, path, plans, rests): (String, String, usize, bool)| {
            let note = match plans {
                _ if plans == all => note,
                1 => say!(language, "{note}（{path}）", "{note} ({path})"),
                _ => say!(language, "{note}（{path} 等 {plans} 个计划）", "{note} ({plans} plans, {path} among them)"),
            };
            (note, rests)
        };
        let mut notes: Vec<(String, bool)> = self.notes.into_iter().map(said).collect();
        let twice = namesakes(&self.rows).into_iter();
        notes.extend(twice.map(|(id, paths)| (of_one_id(id, &paths, self.orders.are_of(id), language), true)));
        self.worst.sort_by_key(|worst| worst.of.place());
        name(&mut self.rows);
        let lights = shared_lights(&self.rows);
        let Figures { totals, reach } = self.sum.figures();
        // A weekly paper is a ranking.
        let sort = if self.week.is_some() { RollupSort::Best } else { self.query.sort };
        let groups = self.groups.into_iter();
        let groups = groups.map(|(key, assumed, plans, sum)| Group { key, plans, figures: sum.figures(), assumed });
        let (mut groups, nameless): (Vec<Group>, Vec<Group>) = groups.partition(|group| !group.key.is_empty());
        sort.sort(&mut groups, |group| &group.figures);
        groups.extend(nameless);
        let places = sorted(&mut self.rows, sort);
        let place = |row: usize| places.get(row).copied().unwrap_or_default();
        self.worst.iter_mut().for_each(|worst| worst.row = place(worst.row));
        self.week.iter_mut().for_each(|week| week.order(place));
        rank(&mut self.rows);
        Rollup {
            schema: SCHEMA,
            as_of: self.rows.iter().map(|row| row.as_of).max().unwrap_or(day),
            closing_notes: notes.iter().filter(|(_, rests)| *rests).map(|(note, _)| note.clone()).collect(),
            notes: notes.into_iter().map(|(note, _)| note).collect(),
            totals,
            plans: self.rows,
            unreadable,
            unread,
            worst: self.worst,
            by: self.query.by,
            groups,
            reach,
            alerts: self.counted,
            week: self.week,
            orders: self.orders.all(),
            lights,
            reaches: self.reaches,
        }
    }
}

impl Rollup {
    /// Whether there is an alert as bad as that, or worse.
    pub fn reach(&self, severity: Severity) -> bool {
        self.reaches.is_some_and(|worst| worst <= severity)
    }

    /// The plans of which nothing was heard in the days of a weekly paper, those that were silent longest first.
    pub fn silent_plans(&self) -> Vec<&RolledPlan> {
        let silent = |row: &&RolledPlan| row.week.as_ref().is_some_and(|week| week.silent);
        let mut plans: Vec<&RolledPlan> = self.plans.iter().filter(silent).collect();
        let open = |row: &RolledPlan| row.week.as_ref().map_or(0, |week| week.open_tasks);
        plans.sort_by_key(|row| (row.figures.reach.last_entry, Reverse(open(row))));
        plans
    }
}

/// The ids that several plans have, each with where these lie.
fn namesakes(rows: &[RolledPlan]) -> Vec<(&'static str, Vec<&str>)> {
    let mut paths: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
    rows.iter().for_each(|row| paths.entry(row.plan.id).or_default().push(&row.path));
    paths.into_iter().filter(|(_, paths)| paths.len() > 1).collect()
}

/// So many folders are named in a note.
const NAMED: usize = 5;

fn of_one_id(id: &str, paths: &[&str], ordered: bool, language: Language) -> String {
    let (plans, named) = (paths.len(), listed(language, paths.iter().take(NAMED)));
    let more = if plans > NAMED { language.pick(" 等", " …") } else { "" };
    let own = match ordered {
        true => language.pick("；落实其任务的，无法判断指的是哪一份", "; tasks that serve it may mean any of them"),
        false => "",
    };
    say!(
        language,
        "{plans} 个计划的代号同为“{id}”（{named}{more}），各自计入{own}",
        "{plans} plans have the id `{id}` ({named}{more}), and each of them counts{own}"
    )
}

/// Sorts the rows; returns where each stands now.
fn sorted(rows: &mut Vec<RolledPlan>, sort: RollupSort) -> Vec<usize> {
    let mut numbered: Vec<(usize, RolledPlan)> = std::mem::take(rows).into_iter().enumerate().collect();
    sort.sort(&mut numbered, |(_, row)| &row.figures);
    let mut places = vec![0; numbered.len()];
    for (place, (before, row)) in numbered.into_iter().enumerate() {
        if let Some(known) = places.get_mut(before) {
            *known = place;
        }
        rows.push(row);
    }
    places
}

/// Numbers plans that stand from the best to the worst; equal ones share a place.
fn rank(rows: &mut [RolledPlan]) {
    let mut last = None;
    for (row, number) in rows.iter_mut().zip(1..) {
        let Some((week, merit)) = row.week.as_mut().zip(merit(&row.figures.totals)) else { continue };
        let (_, place) = last.filter(|(known, _)| *known == merit).unwrap_or((merit, number));
        last = Some((merit, place));
        week.rank = Some(place);
    }
}

/// Names the plans so that no two are called alike: by who has issued them, else by their titles, else by their folders.
fn name(rows: &mut [RolledPlan]) {
    let mut plans: HashMap<&str, usize> = HashMap::new();
    for PlanLine { issuer, title, .. } in rows.iter().map(|row| &row.plan) {
        *plans.entry(issuer).or_default() += 1;
        if title != issuer {
            *plans.entry(title).or_default() += 1;
        }
    }
    for row in rows.iter_mut() {
        let alone = |name: &&&'static str| plans.get(**name) == Some(&1);
        let named = [&row.plan.issuer, &row.plan.title].into_iter().find(alone).copied();
        row.name = named.map_or_else(|| row.path.clone(), |name| name.to_string());
    }
}

/// The words for the lights, where all plans have the same.
fn shared_lights(rows: &[RolledPlan]) -> LightStyles {
    let first = rows.first().map(|row| &row.lights);
    first.filter(|lights| rows.iter().all(|row| row.lights == **lights)).cloned().unwrap_or_default()
}
