//! What a task is judged by.

use crate::plan::calendar::Calendar;
use crate::plan::{Date, Journal, Plan};

/// The plan, what was reported, and the day.
pub(super) struct World<'w> {
    pub(super) plan: &'w Plan,
    pub(super) journal: &'w Journal,
    pub(super) calendar: &'w Calendar,
    pub(super) as_of: Date,
}

impl World<'_> {
    /// The day that one means by which something is due.
    pub(super) fn meant(&self, day: Date) -> Date {
        self.calendar.meant(day, self.plan.head.on_day_off)
    }
}
