//! Ongoing work: a tick in each reporting period in which it was heard of, a ring in each that went by without.

use crate::paper::svg::{Canvas, Ink, Path};
use crate::report::chart::WallRow;

use super::super::palette::{BLACK, GREY, TODAY};
use super::plot::Plot;

/// The largest of these marks, from its middle.
const LARGEST: i32 = 15;

/// Draws the periods' marks along the days.
pub(super) fn draw(canvas: &mut Canvas, plot: &Plot<'_, '_>, row: &WallRow<'_>, middle: i32) {
    for period in &row.periods {
        let (from, to) = (plot.scale.begin(period.start), plot.scale.end(period.end));
        let r = ((to - from) / 3).clamp(2, LARGEST);
        let at = ((from + to) / 2, middle);
        match (period.reported, period.missed) {
            (true, _) => tick(canvas, at, r),
            (false, true) => missed(canvas, at, r),
            (false, false) => pending(canvas, at),
        }
    }
}

/// Heard of.
pub(super) fn tick(canvas: &mut Canvas, (x, y): (i32, i32), r: i32) {
    let path = Path::default().start(x - r, y).line(x - r / 4, y + r * 3 / 4).line(x + r, y - r);
    canvas.path(path, Ink::stroke(BLACK, 6));
}

/// Not heard of in the whole period.
pub(super) fn missed(canvas: &mut Canvas, at: (i32, i32), r: i32) {
    canvas.circle(at, r - r / 4, Ink::stroke(TODAY, 4));
}

/// The period is not over.
pub(super) fn pending(canvas: &mut Canvas, at: (i32, i32)) {
    canvas.circle(at, 4, Ink::fill(GREY));
}
