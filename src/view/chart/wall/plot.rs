//! The page as a whole: its sizes, its columns, and where a day lies on it.

use crate::paper::svg::{Area, Canvas, Ink, Path, Sheet};
use crate::plan::{Date, Language};
use crate::report::chart::{TimeAxis, Wall};

use super::super::palette::RULE;
use super::columns::Columns;

/// What stays free at each edge of the paper.
pub(super) const MARGIN: i32 = 90;
/// How many units the paper is wide where things are drawn smallest: tenths of a millimetre on A3.
pub(super) const WIDTH: i32 = 4200;
/// Where the table begins, under the title.
pub(super) const TABLE_TOP: i32 = 318;
/// What stays free behind the last day, for the marks on it.
const AFTER: i32 = 14;
/// The size of the texts at marks: 9 points on A3.
pub(super) const SMALL: i32 = 32;
/// How high the head is: months, weeks, their first days, holidays.
pub(super) const HEAD: i32 = MONTHS + WEEKS + DAYS + REST;
pub(super) const MONTHS: i32 = 48;
pub(super) const WEEKS: i32 = 40;
pub(super) const DAYS: i32 = 38;
pub(super) const REST: i32 = 44;

/// What every part of a page looks at.
pub(super) struct Plot<'p, 's> {
    pub(super) wall: &'p Wall<'s>,
    pub(super) lang: Language,
    pub(super) sheet: Sheet,
    pub(super) columns: Columns,
    pub(super) scale: Scale<'p>,
}

impl<'p, 's> Plot<'p, 's> {
    pub(super) fn new(wall: &'p Wall<'s>, sheet: Sheet, lang: Language) -> Plot<'p, 's> {
        let inner = Area::new(MARGIN, TABLE_TOP, sheet.width - 2 * MARGIN, 0);
        let columns = Columns::new(wall, inner, lang);
        let scale = Scale::new(&wall.axis, columns.chart.x, columns.chart.right() - AFTER);
        Plot { wall, lang, sheet, columns, scale }
    }

    pub(super) fn left(&self) -> i32 {
        MARGIN
    }

    pub(super) fn right(&self) -> i32 {
        self.sheet.width - MARGIN
    }

    /// Where the rows begin.
    pub(super) fn rows_top(&self) -> i32 {
        TABLE_TOP + HEAD
    }
}

/// The lines between the columns.
pub(super) fn edges(canvas: &mut Canvas, plot: &Plot<'_, '_>, top: i32, height: i32) {
    let lines = plot.columns.edges().fold(Path::default(), |path, x| path.start(x, top).down_by(height));
    canvas.path(lines, Ink::stroke(RULE, 2));
}

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
