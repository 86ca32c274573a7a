//! Tasks that belong together.

use serde::Serialize;

use crate::assess::{Basis, Totals};
use crate::plan::Date;

/// Tasks that belong together: a section's, or a unit's.
#[derive(Debug, Serialize)]
pub struct Part<'s> {
    /// The name of its page's file, without its ending.
    pub page: String,
    /// A section's id, a unit's full name; empty for tasks that name none.
    pub key: &'s str,
    /// Its title.
    pub title: String,
    /// A unit's short name.
    pub short: Option<&'s str>,
    /// Whether an assumption puts any of the tasks into it.
    pub assumed: bool,
    /// Its tasks.
    pub tasks: Vec<usize>,
    /// The tasks that a unit helps with.
    pub helps: Vec<usize>,
    /// The tasks by light; `null` where lights are not shown.
    pub totals: Option<Totals>,
    /// How many of its open tasks were never heard of.
    pub unheard: usize,
    /// The nearest deadline, not before the as-of day, of those still open.
    pub next_deadline: Option<Date>,
    /// How it is known.
    pub next_deadline_basis: Basis,
}
