//! What those who answer for tasks have achieved (考评), point by point.

mod line;
mod rate;
mod report;

pub use line::{MeritCount, ScoreItem, ScoreLine};
pub use rate::Rate;
pub use report::{RuleLine, SCHEMA, Score, ScoreFacts, ScoreTotals, score};
