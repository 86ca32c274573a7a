//! Judging a plan at a day: pure functions from a plan, a journal, a calendar and a date to verdicts.

mod alert;
mod assessment;
mod course;
mod doubt;
mod duty;
mod in_force;
mod merit;
mod pace;
mod progress;
mod reason;
mod reporting;
mod share;
mod standing;
mod state;
mod totals;
mod world;

pub use alert::{alert_message, moved};
pub use assessment::{Assessment, assess, passed_share};
pub use course::Course;
pub use doubt::{Doubt, doubts};
pub use duty::DueReport;
pub use in_force::{Basis, Deadline, Held};
pub use merit::{Because, Judged, is_unheard_of, judged, judged_because};
pub use progress::MetricStanding;
pub use reason::{About, Alert, AlertCode, Rank, Severity, rank};
pub use share::{Mean, Share};
pub use standing::{Light, Standing};
pub use state::State;
pub(crate) use state::named_state;
pub(crate) use totals::next_deadline;
pub use totals::{LightCounts, Stood, Tally, Totals};
