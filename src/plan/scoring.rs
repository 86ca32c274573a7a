//! How the office reckons what was achieved (考评): points for what was done in time, points off for what had to be urged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::notice::Escalation;
use super::quantity::Quantity;
use crate::words::{Term, Worded, terms};

/// How many points each thing gives or costs, and by what those who are judged are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ScoringRules {
    /// By what they are ranked.
    pub rank_by: Ranking,
    /// For a task that was finished in time.
    pub finished_in_time: Quantity,
    /// For a task that is on pace.
    pub on_pace: Quantity,
    /// For each reporting period in which a task was reported on in time.
    pub reported_in_time: Quantity,
    /// Taken off for each 催办通知.
    pub urged: Quantity,
    /// Taken off for each 督办单.
    pub supervised: Quantity,
    /// Taken off for each 通报.
    pub circulated: Quantity,
    /// Taken off for each extension after the deadline had passed.
    pub extended_late: Quantity,
}

impl Default for ScoringRules {
    fn default() -> Self {
        let points = Quantity::count;
        ScoringRules {
            rank_by: Ranking::Rate,
            finished_in_time: points(5),
            on_pace: points(2),
            reported_in_time: points(1),
            urged: points(1),
            supervised: points(2),
            circulated: points(5),
            extended_late: points(2),
        }
    }
}

impl ScoringRules {
    /// No single thing gives or costs more.
    pub const MOST: usize = 100;

    /// What a thing gives, or costs.
    pub fn points(&self, merit: Merit) -> Quantity {
        match merit {
            Merit::FinishedInTime => self.finished_in_time,
            Merit::OnPace => self.on_pace,
            Merit::ReportedInTime => self.reported_in_time,
            Merit::Urged => self.urged,
            Merit::Supervised => self.supervised,
            Merit::Circulated => self.circulated,
            Merit::ExtendedLate => self.extended_late,
        }
    }

    /// Whether a thing can give or cost so much.
    pub fn is_sound(points: Quantity) -> bool {
        (Quantity::ZERO..=Quantity::count(Self::MOST)).contains(&points)
    }
}

/// By what those who are judged are ranked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Ranking {
    /// The points of those that could be had: who has more to do does not gain by it.
    #[default]
    Rate,
    /// The points.
    Points,
}

impl Worded for Ranking {
    const TERMS: &'static [Term] = terms::RANKINGS;

    fn all() -> &'static [Ranking] {
        &[Ranking::Rate, Ranking::Points]
    }

    fn key(self) -> &'static str {
        match self {
            Ranking::Rate => "rate",
            Ranking::Points => "points",
        }
    }
}

/// Something that gives points, or costs some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Merit {
    /// A task was finished by its deadline.
    FinishedInTime,
    /// A task is on pace.
    OnPace,
    /// A task was reported on in time.
    ReportedInTime,
    /// A 催办通知 was sent.
    Urged,
    /// A 督办单 was sent.
    Supervised,
    /// A 通报 was sent.
    Circulated,
    /// A deadline was put off after it had passed.
    ExtendedLate,
}

impl Merit {
    /// What gives points.
    pub const GAINS: [Merit; 3] = [Merit::FinishedInTime, Merit::OnPace, Merit::ReportedInTime];
    /// What costs some.
    pub const COSTS: [Merit; 4] = [Merit::Urged, Merit::Supervised, Merit::Circulated, Merit::ExtendedLate];

    /// What a notice of that level counts as; a mere reminder as nothing.
    pub fn of_notice(level: Escalation) -> Option<Merit> {
        match level {
            Escalation::Remind => None,
            Escalation::Urge => Some(Merit::Urged),
            Escalation::Supervise => Some(Merit::Supervised),
            Escalation::Circulate => Some(Merit::Circulated),
        }
    }
}

impl Worded for Merit {
    const TERMS: &'static [Term] = terms::MERITS;

    fn all() -> &'static [Merit] {
        &[
            Merit::FinishedInTime,
            Merit::OnPace,
            Merit::ReportedInTime,
            Merit::Urged,
            Merit::Supervised,
            Merit::Circulated,
            Merit::ExtendedLate,
        ]
    }

    fn key(self) -> &'static str {
        match self {
            Merit::FinishedInTime => "finished_in_time",
            Merit::OnPace => "on_pace",
            Merit::ReportedInTime => "reported_in_time",
            Merit::Urged => "urged",
            Merit::Supervised => "supervised",
            Merit::Circulated => "circulated",
            Merit::ExtendedLate => "extended_late",
        }
    }
}
