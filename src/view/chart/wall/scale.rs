//! Where a day lies on the paper.

use crate::plan::Date;
use crate::report::chart::TimeAxis;

/// Days, from left to right.
#[derive(Debug)]
pub(super) struct Scale<'a> {
    pub(super) axis: &'a TimeAxis,
    pub(super) left: i32,
    pub(super) right: i32,
}

impl<'a> Scale<'a> {
    /// The axis between two places on the paper.
    pub(super) fn new(axis: &'a TimeAxis, left: i32, right: i32) -> Scale<'a> {
        Scale { axis, left, right }
    }

    /// Where a day begins; at an edge, if it lies beyond.
    pub(super) fn begin(&self, day: Date) -> i32 {
        self.after(day.days_since(self.axis.first))
    }

    /// Where a day ends.
    pub(super) fn end(&self, day: Date) -> i32 {
        self.after(day.days_since(self.axis.first) + 1)
    }

    /// The middle of a day.
    pub(super) fn middle(&self, day: Date) -> i32 {
        (self.begin(day) + self.end(day)) / 2
    }

    /// The width of so many days.
    pub(super) fn width(&self, days: i64) -> i32 {
        self.after(days) - self.left
    }

    fn after(&self, days: i64) -> i32 {
        let (room, all) = (i64::from(self.right - self.left), self.axis.days().max(1));
        let along = i128::from(room) * i128::from(days.clamp(0, all)) / i128::from(all);
        self.left + i32::try_from(along).unwrap_or(0)
    }
}
