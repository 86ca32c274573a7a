//! What tasks come to, in one plan or in several.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{AlertCode, Light, LightCounts, Mean, Share, Standing, Tally, Totals};
use crate::plan::Date;

/// What some tasks come to.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Figures {
    /// The tasks that pass the filter, counted.
    pub totals: Totals,
    /// What else is known of them.
    #[serde(flatten)]
    pub reach: Reach,
}

/// What is known of some tasks beside their lights.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Reach {
    /// How many are past their deadline.
    pub overdue: usize,
    /// How many were not reported on in the last whole reporting period, nor since.
    pub unreported: usize,
    /// The last day on which any of them was heard of.
    pub last_entry: Option<Date>,
    /// The progress that the passed time calls for: the weighted mean over the tasks whose progress is known and that have a deadline.
    pub expected: Option<Share>,
    /// How they stood a week ago, in a weekly paper on the day before its first; `null` where the plan's period had not begun then.
    pub week_ago: Option<WeekAgo>,
}

/// How tasks stood a week ago. Of several plans, those alone whose period had begun then.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WeekAgo {
    /// That day.
    pub as_of: Date,
    /// The tasks as they were counted then.
    pub totals: Totals,
    /// By how many each light has become more since.
    pub change: Change,
}

/// By how many each light has become more; less, where negative.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
#[allow(missing_docs)]
pub struct Change {
    pub blue: i64,
    pub green: i64,
    pub yellow: i64,
    pub red: i64,
    pub grey: i64,
}

impl Change {
    /// By how many that light has become more.
    pub fn of(&self, light: Light) -> i64 {
        match light {
            Light::Blue => self.blue,
            Light::Green => self.green,
            Light::Yellow => self.yellow,
            Light::Red => self.red,
            Light::Grey => self.grey,
        }
    }
}

/// Figures that are still being summed up.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    tally: Tally,
    expected: Mean,
    overdue: usize,
    unreported: usize,
    last_entry: Option<Date>,
    /// The day a week ago, how the tasks stood then, and their lights now.
    week_ago: Option<(Date, Tally, LightCounts)>,
}

impl Sum {
    /// Counts a task as it stands, and as it stood on a day a week ago.
    pub(super) fn add(&mut self, now: &Standing<'_>, then: Option<(Date, &Standing<'_>)>) {
        self.tally.add(now);
        let says = |code: AlertCode| usize::from(now.alerts.iter().any(|alert| alert.code == code));
        self.overdue += says(AlertCode::OVERDUE);
        self.unreported += says(AlertCode::UNREPORTED);
        self.last_entry = self.last_entry.max(now.last_report);
        if let (Some(_), Some(_), Some(deadline)) = (now.light, now.progress, now.deadline) {
            self.expected.add(deadline.expected, now.task.weight.ratio());
        }
        if let Some((day, then)) = then {
            let (_, before, lights) = self.week_ago.get_or_insert((day, Tally::default(), LightCounts::default()));
            before.add(then);
            lights.merge(LightCounts::of(std::iter::once(now.light)));
        }
    }

    /// Counts what others have counted.
    pub(super) fn merge(&mut self, other: &Sum) {
        self.tally.merge(other.tally);
        self.expected.merge(other.expected);
        self.overdue += other.overdue;
        self.unreported += other.unreported;
        self.last_entry = self.last_entry.max(other.last_entry);
        if let Some((day, before, now)) = other.week_ago {
            let (last, tally, lights) = self.week_ago.get_or_insert((day, Tally::default(), LightCounts::default()));
            *last = day.max(*last);
            tally.merge(before);
            lights.merge(now);
        }
    }

    /// What it comes to.
    pub(super) fn figures(&self) -> Figures {
        let Sum { overdue, unreported, last_entry, .. } = *self;
        let week_ago = self.week_ago.map(|(as_of, then, now)| {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let more = |light: Light| number(now.count(light)) - number(then.lights.count(light));
            let change = Change {
                blue: more(Light::Blue),
                green: more(Light::Green),
                yellow: more(Light::Yellow),
                red: more(Light::Red),
                grey: more(Light::Grey),
            };
            WeekAgo { as_of, totals: then.totals(), change }
        });
        let reach = Reach { overdue, unreported, last_entry, expected: self.expected.share(), week_ago };
        Figures { totals: self.tally.totals(), reach }
    }
}
