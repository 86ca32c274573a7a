//! The ranking of units or leaders, by the plan's own rule.

use std::cmp::Reverse;
use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::line::{ScoreItem, ScoreLine};
use crate::assess::{Assessment, Standing, is_unheard_of, judged};
use crate::plan::calendar::Calendar;
use crate::plan::{Journal, Language, Merit, Notice, Plan, Quantity, Ranking, ScoringRules, TaskId};
use crate::report::filter::Filter;
use crate::report::header::Header;
use crate::report::status::GroupBy;
use crate::report::task_name::{TaskName, UnitRef};
use crate::report::whom::Whom;

/// `workplan.score/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Score<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// Who is judged.
    pub by: GroupBy,
    /// The rule.
    pub rule: RuleLine,
    /// Those who are judged, counted.
    pub totals: ScoreTotals,
    /// They themselves, the best first; at the end those of whom nothing is known.
    pub ranking: Vec<ScoreLine<'s>>,
}

/// The rule by which points are given and taken off.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct RuleLine {
    /// Whether the plan states it; otherwise it is the usual one.
    pub stated: bool,
    /// What it says.
    #[serde(flatten)]
    pub rules: ScoringRules,
}

/// Those who are judged, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScoreTotals {
    /// How many have a place in the ranking.
    pub ranked: usize,
    /// How many have none, because nothing is known by which to judge.
    pub unranked: usize,
    /// The tasks that name somebody who is judged.
    pub tasks: usize,
    /// Those of them that have begun and on which nobody has ever reported.
    pub unknown: usize,
    /// The tasks that name nobody.
    pub nameless: usize,
}

/// What a score is made of.
#[derive(Debug, Clone, Copy)]
pub struct ScoreFacts<'s> {
    /// The plan.
    pub plan: &'s Plan,
    /// Its journal and notices.
    pub journal: &'s Journal,
    /// The working days.
    pub calendar: &'s Calendar,
    /// How its tasks stand.
    pub assessment: &'s Assessment<'s>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.score/1";

/// Ranks those who answer for the tasks that pass the filter. Where it names some of them, they keep their places among all.
pub fn score<'s>(
    facts: ScoreFacts<'s>,
    header: Header<'s>,
    (filter, whom): (&Filter, Whom),
    language: Language,
) -> Score<'s> {
    let head = &facts.plan.head;
    let rule = RuleLine { stated: head.scoring.is_some(), rules: head.scoring.unwrap_or_default() };
    let (filter, wanted) = parted(filter, whom);
    let mut judging =
        Judging { facts, rules: rule.rules, whom, language, lines: Vec::new(), totals: ScoreTotals::default() };
    let listed = filter.chosen(head, &facts.assessment.standings).filter(|standing| filter.lists(standing));
    listed.for_each(|standing| judging.add_task(standing));
    judging.add_notices(&filter);
    let Judging { mut lines, mut totals, .. } = judging;
    lines.iter_mut().for_each(ScoreLine::close);
    rank(&mut lines, rule.rules.rank_by);
    totals.ranked = lines.iter().filter(|line| line.rank.is_some()).count();
    totals.unranked = lines.len() - totals.ranked;
    lines.retain(|line| wanted.is_empty() || wanted.iter().any(|name| name == line.name));
    Score { header, by: whom.group(), rule, totals, ranking: lines }
}

/// Which tasks are judged, and who of those who answer for them is wanted; all, where nobody is named.
fn parted(filter: &Filter, whom: Whom) -> (Filter, Vec<String>) {
    let mut filter = filter.clone();
    let wanted = match whom {
        Whom::Lead => std::mem::take(&mut filter.leads),
        Whom::Leader => std::mem::take(&mut filter.leaders),
        Whom::Person => std::mem::take(&mut filter.persons),
    };
    (filter, wanted)
}

/// The best first; who is equal shares a place, and stays in the plan's order.
fn rank(lines: &mut [ScoreLine<'_>], by: Ranking) {
    lines.sort_by_key(|line| Reverse(line.standing(by)));
    let (mut place, mut before) = (0, None);
    for (at, line) in (1..).zip(lines) {
        let standing = line.standing(by);
        if standing != before {
            place = at;
        }
        line.rank = standing.map(|_| place);
        before = standing;
    }
}

/// A score in the making.
struct Judging<'s> {
    facts: ScoreFacts<'s>,
    rules: ScoringRules,
    whom: Whom,
    language: Language,
    lines: Vec<ScoreLine<'s>>,
    totals: ScoreTotals,
}

impl<'s> Judging<'s> {
    /// Adds a task to everybody who answers for it.
    fn add_task(&mut self, standing: &'s Standing<'s>) {
        let ScoreFacts { plan, journal, calendar, .. } = self.facts;
        let everybody = self.whom.of(&plan.head, standing).into_iter().filter(|who| who.lead.is_some());
        let everybody: Vec<UnitRef<'s>> = everybody.collect();
        if everybody.is_empty() {
            self.totals.nameless += 1;
            return;
        }
        let unknown = is_unheard_of(standing);
        self.totals.tasks += 1;
        self.totals.unknown += usize::from(unknown);
        let (rules, language) = (self.rules, self.language);
        let (name, judged) = (TaskName::new(&plan.head, standing), judged(plan, journal, calendar, standing));
        for who in everybody {
            let counting = judged.iter().map(|judged| (judged, rules.points(judged.merit)));
            let counting = counting.filter(|(_, points)| *points != Quantity::ZERO);
            let items = counting.map(|(judged, points)| ScoreItem::of_task(name, standing, judged, points, language));
            let Some(line) = self.line(who) else { continue };
            line.tasks += 1;
            line.unknown.extend(unknown.then_some(standing.task.id.as_str()));
            line.items.extend(items);
        }
    }

    /// Adds the notices that were sent about tasks that pass the filter. One that is void was never sent.
    fn add_notices(&mut self, filter: &Filter) {
        let ScoreFacts { plan, assessment, .. } = self.facts;
        let standings: HashMap<&TaskId, &'s Standing<'s>> =
            assessment.standings.iter().map(|standing| (&standing.task.id, standing)).collect();
        let sent = assessment.notices.iter().filter(|notice| !notice.is_void_on(assessment.as_of));
        for notice in sent {
            let Some(merit) = Merit::of_notice(notice.level) else { continue };
            let about = notice.tasks.iter().filter_map(|task| standings.get(task).copied());
            let about: Vec<&'s Standing<'s>> = about.filter(|standing| filter.passes(&plan.head, standing)).collect();
            let points = self.rules.points(merit);
            if points != Quantity::ZERO && !about.is_empty() {
                let language = self.language;
                for who in self.reached(notice, &about) {
                    let item = ScoreItem::of_notice(notice, merit, points, language);
                    self.line(who).into_iter().for_each(|line| line.items.push(item.clone()));
                }
            }
        }
    }

    /// Whom a notice reaches: the unit that it went to, whoever leads its tasks by now; or those over its tasks, each once.
    fn reached(&self, notice: &'s Notice, about: &[&'s Standing<'s>]) -> Vec<UnitRef<'s>> {
        let head = &self.facts.plan.head;
        match self.whom {
            Whom::Lead => {
                let name = head.unit_now(&notice.unit);
                let is_own = |standing: &&&Standing<'_>| standing.task.lead.as_ref() == Some(name);
                let assumed = about.iter().filter(is_own).any(|standing| standing.assumed.contains(&"lead"));
                let short = head.unit(name).and_then(|unit| unit.short.as_deref());
                vec![UnitRef { lead: Some(name.as_str()), short, assumed }]
            }
            Whom::Leader | Whom::Person => {
                let mut reached: Vec<UnitRef<'s>> = Vec::new();
                for who in about.iter().flat_map(|standing| self.whom.of(head, standing)) {
                    if !reached.iter().any(|known| known.lead == who.lead) {
                        reached.push(who);
                    }
                }
                reached
            }
        }
    }

    /// The line of a unit or a leader, which is made where there is none; marked where an assumption brings it here.
    fn line(&mut self, who: UnitRef<'s>) -> Option<&mut ScoreLine<'s>> {
        let name = who.lead?;
        let at = self.lines.iter().position(|line| line.name == name).unwrap_or(self.lines.len());
        if at == self.lines.len() {
            self.lines.push(ScoreLine::new(name, who));
        }
        let line = self.lines.get_mut(at)?;
        line.assumed |= who.assumed;
        line.who.assumed |= who.assumed;
        Some(line)
    }
}
