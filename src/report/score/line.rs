//! One unit or leader, with each point that was gained or lost.

use schemars::JsonSchema;
use serde::Serialize;

use super::rate::Rate;
use crate::assess::{Judged, Standing, judged_because};
use crate::plan::{Date, Language, Merit, Notice, NoticeNumber, Quantity, Ranking};
use crate::report::task_name::{TaskName, UnitRef};
use crate::say;
use crate::words;
use crate::words::Worded;

/// What one unit or leader has achieved.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScoreLine<'s> {
    /// The place in the ranking; those who are equal share one. `null` where nothing is known by which to judge.
    pub rank: Option<usize>,
    /// The unit or the leader.
    pub name: &'s str,
    /// Whether an assumption alone makes any of the tasks its own.
    pub assumed: bool,
    /// How many tasks it answers for, of those that pass the filter.
    pub tasks: usize,
    /// Those that have begun and on which nobody has ever reported: they cost nothing.
    pub unknown: Vec<&'s str>,
    /// The points: those gained without those taken off.
    pub points: Quantity,
    /// The points that could be had.
    pub attainable: Quantity,
    /// The one of the other; `null` where none could be had.
    pub rate: Option<Rate>,
    /// The points by what they were given or taken off for.
    pub merits: Vec<MeritCount>,
    /// Each of them: what was taken off first, then what was missed, then what was gained, by day.
    pub items: Vec<ScoreItem<'s>>,
    /// The unit or the leader, for views.
    #[serde(skip)]
    pub who: UnitRef<'s>,
}

/// The points for one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MeritCount {
    /// What they were given, or taken off for.
    pub merit: Merit,
    /// How many times it was so.
    pub times: usize,
    /// How many times it could have been; `null` of what costs points.
    pub of: Option<usize>,
    /// The points; below 0 where they were taken off.
    pub points: Quantity,
}

/// One thing that gave points, missed them, or cost some.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ScoreItem<'s> {
    /// What it is.
    pub merit: Merit,
    /// The day that made it so.
    pub date: Date,
    /// The tasks: one, or those of a notice.
    pub tasks: Vec<&'s str>,
    /// The task's title; `null` of a notice.
    pub title: Option<&'s str>,
    /// The points; below 0 where they were taken off.
    pub points: Quantity,
    /// The points that could be had; 0 of what costs points.
    pub of: Quantity,
    /// The mark of the entry on that task and day that made it so, as `withdraws` names it; `null` where none did.
    pub entry: Option<String>,
    /// The day of that entry.
    pub entry_date: Option<Date>,
    /// The notice that cost the points.
    pub notice: Option<&'s NoticeNumber>,
    /// The sentence.
    pub message: String,
    /// The task, for views; `None` of a notice.
    #[serde(skip)]
    pub name: Option<TaskName<'s>>,
}

impl<'s> ScoreItem<'s> {
    /// One thing by which a task is judged.
    pub(super) fn of_task(
        name: TaskName<'s>,
        standing: &Standing<'s>,
        judged: &Judged<'s>,
        points: Quantity,
        language: Language,
    ) -> ScoreItem<'s> {
        let costs = Merit::COSTS.contains(&judged.merit);
        ScoreItem {
            merit: judged.merit,
            date: judged.date,
            tasks: vec![name.id],
            title: Some(name.title),
            points: match (costs, judged.met) {
                (true, _) => Quantity::ZERO.minus(points),
                (false, true) => points,
                (false, false) => Quantity::ZERO,
            },
            of: if costs { Quantity::ZERO } else { points },
            entry: judged.entry.map(|entry| entry.mark()),
            entry_date: judged.entry.map(|entry| entry.date),
            notice: None,
            message: judged_because(language, standing, judged),
            name: Some(name),
        }
    }

    /// A notice that was sent.
    pub(super) fn of_notice(notice: &'s Notice, merit: Merit, points: Quantity, language: Language) -> ScoreItem<'s> {
        let (number, level) = (&notice.number, notice.level.as_notice(language));
        let (day, tasks) = (notice.date, words::task_count(language, notice.tasks.len()));
        ScoreItem {
            merit,
            date: day,
            tasks: notice.tasks.iter().map(|task| task.as_str()).collect(),
            title: None,
            points: Quantity::ZERO.minus(points),
            of: Quantity::ZERO,
            entry: None,
            entry_date: None,
            notice: Some(number),
            message: say!(language, "{day} {number}（{level}，涉及 {tasks}）", "{number} of {day} ({level}, {tasks})"),
            name: None,
        }
    }

    fn place(&self) -> (u8, Date) {
        let kind = match (self.points < Quantity::ZERO, self.points < self.of) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        (kind, self.date)
    }
}

impl<'s> ScoreLine<'s> {
    /// One of whom nothing is known yet.
    pub(super) fn new(name: &'s str, who: UnitRef<'s>) -> ScoreLine<'s> {
        ScoreLine {
            rank: None,
            name,
            assumed: false,
            tasks: 0,
            unknown: Vec::new(),
            points: Quantity::ZERO,
            attainable: Quantity::ZERO,
            rate: None,
            merits: Vec::new(),
            items: Vec::new(),
            who: UnitRef { assumed: false, ..who },
        }
    }

    /// Adds everything up.
    pub(super) fn close(&mut self) {
        self.items.sort_by_key(ScoreItem::place);
        let sum = |of: fn(&ScoreItem<'_>) -> Quantity, items: &[ScoreItem<'_>]| {
            items.iter().map(of).fold(Quantity::ZERO, Quantity::plus)
        };
        self.points = sum(|item| item.points, &self.items);
        self.attainable = sum(|item| item.of, &self.items);
        self.rate = Rate::of(self.points, self.attainable);
        let count = |merit: &Merit| {
            let own = || self.items.iter().filter(|item| item.merit == *merit);
            let costs = Merit::COSTS.contains(merit);
            MeritCount {
                merit: *merit,
                times: own().filter(|item| item.points != Quantity::ZERO).count(),
                of: (!costs).then(|| own().count()),
                points: own().map(|item| item.points).fold(Quantity::ZERO, Quantity::plus),
            }
        };
        self.merits = Merit::all().iter().map(count).collect();
    }

    /// By what it is ranked, the best greatest; `None` where there is nothing by which to judge. Who could gain nothing, and
    /// lost something, comes behind everybody who could.
    pub(super) fn standing(&self, by: Ranking) -> Option<(Option<Rate>, Quantity)> {
        let judged = match (by, self.rate) {
            (Ranking::Rate, Some(rate)) => (Some(rate), Quantity::ZERO),
            (Ranking::Rate, None) | (Ranking::Points, _) => (None, self.points),
        };
        (!self.items.is_empty()).then_some(judged)
    }
}
