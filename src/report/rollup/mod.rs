//! Many plans in one report: the whole, a row a plan, and the worst of all.

mod figures;
mod of_plan;
mod order;
mod whole;

pub use figures::{Change, Figures, Reach, WeekAgo};
pub use of_plan::{OfPlan, RolledAlert, RolledPlan, of_plan};
pub use order::{RollupBy, RollupQuery, RollupSort};
pub use whole::{Group, Rollup, SCHEMA, Whole};
