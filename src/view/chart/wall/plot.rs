//! The page as a whole: its sizes, its columns, and where a day lies on it.

use crate::paper::svg::{Area, Canvas, Ink, Path, Sheet};
use crate::plan::Language;
use crate::report::chart::Wall;

use super::super::Paper;
use super::super::palette::RULE;
use super::columns::Columns;
use super::scale::Scale;

/// What stays free at each edge of the paper.
pub(super) const MARGIN: i32 = 100;
/// Where the table begins, under the title.
pub(super) const TABLE_TOP: i32 = 262;
/// What stays free behind the last day, for the marks on it.
const AFTER: i32 = 14;
/// The size of the texts at marks.
pub(super) const SMALL: i32 = 24;
/// How high the head is: months, weeks, their first days, holidays.
pub(super) const HEAD: i32 = MONTHS + WEEKS + DAYS + REST;
pub(super) const MONTHS: i32 = 46;
pub(super) const WEEKS: i32 = 36;
pub(super) const DAYS: i32 = 32;
pub(super) const REST: i32 = 36;

/// What every part of a page looks at.
pub(super) struct Plot<'p, 's> {
    pub(super) wall: &'p Wall<'s>,
    pub(super) lang: Language,
    pub(super) sheet: Sheet,
    pub(super) columns: Columns,
    pub(super) scale: Scale<'p>,
}

impl<'p, 's> Plot<'p, 's> {
    pub(super) fn new(wall: &'p Wall<'s>, sheet: Sheet, paper: Paper, lang: Language) -> Plot<'p, 's> {
        let inner = Area::new(MARGIN, TABLE_TOP, sheet.width - 2 * MARGIN, 0);
        let columns = Columns::new(wall, inner, paper, lang);
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
