//! The page of what changed in a plan.

mod changes;
mod impact;
mod journal;
mod names;
mod notices;
mod page;
mod revisions;
mod summary;
mod words;

pub use page::{diff, diff_stat};
pub use revisions::{blame, revisions};
