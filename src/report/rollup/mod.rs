//! Many plans in one report: the whole, a row a plan, and the worst of all.

mod figures;
mod of_plan;
mod order;
mod orders;
mod rolled;
mod week;
mod whole;

pub use figures::{Change, Figures, Reach, WeekAgo};
pub use of_plan::{OfPlan, RolledAlert, RolledPlan, of_plan};
pub use order::{RolledDays, RollupBy, RollupQuery, RollupSort};
pub use orders::{Order, OrderedTask};
pub use rolled::Rolled;
pub use week::{OfWeek, PlanWeek, RolledWeek, WeekCounts};
pub use whole::{Group, Rollup, SCHEMA, Whole};
