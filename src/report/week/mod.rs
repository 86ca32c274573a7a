//! What happened in a week, and what the next one asks for.

mod ahead;
mod attention;
mod carried;
mod changed;
mod late;
mod progress;
mod report;
mod span;
mod units;

pub use ahead::{Ahead, DueDay, DuePart, DueThing, UpcomingCheckpoint, UpcomingDeadline, UpcomingReport};
pub use attention::{Attention, PressingReason, PressingTask};
pub use carried::CarriedTask;
pub use changed::{LightChange, SectionTotals};
pub use progress::{Amended, ClosedRows, Finished, Issue, Progressed, WeekEntry};
pub use report::{SCHEMA, Week, WeekFacts, WeekQuery, week};
pub use span::{DAYS_AHEAD, IssueNumber, Span};
pub use units::{SilentUnit, UnitCount};
