//! What happened in a week, and what the next one asks for.

mod ahead;
mod carried;
mod late;
mod progress;
mod report;
mod units;

pub use ahead::{Ahead, DueDay, DuePart, DueThing, UpcomingCheckpoint, UpcomingDeadline, UpcomingReport};
pub use carried::CarriedTask;
pub use late::{Late, LateTask};
pub use progress::{Amended, ClosedRows, Finished, Issue, Progressed, WeekEntry};
pub use report::{DAYS_AHEAD, SCHEMA, Week, WeekFacts, WeekQuery, week};
pub use units::{SilentUnit, UnitCount};
