//! A task along the days: its bar, what is done of it, its deadline and its checkpoints.

use crate::assess::{Basis, Share};
use crate::paper::svg::{Area, Canvas, Ink, Path, WHITE};
use crate::plan::Date;
use crate::report::chart::WallRow;

use super::super::palette::{BLACK, GREY, TODAY, fill, tint};
use super::pages::{BAR, Row};
use super::plot::Plot;
use super::{label, tick};

/// Half the height of a bar.
const HALF: i32 = 16;
/// Half the height of the strip that shows what is done.
const STRIP: i32 = 6;

/// Draws a task's bar and marks in its row.
pub(super) fn draw(canvas: &mut Canvas, plot: &Plot<'_, '_>, row: &Row<'_, '_>, y: i32) {
    let (task, lines) = (row.row, row.label_lines());
    let middle = if lines > 0 { y + (row.height - lines * label::LINE) / 2 } else { y + row.height / 2 };
    let place = Place { plot, middle, bottom: y + row.height };
    if !task.cancelled && task.continuous != Some(true) {
        match task.start {
            Some(start) => place.bar(canvas, task, start),
            None => place.span(canvas, task),
        }
    }
    place.today(canvas, y);
    if task.cancelled {
        return;
    }
    tick::draw(canvas, plot, task, middle);
    place.lateness(canvas, task);
    place.deadline(canvas, task);
    place.checkpoints(canvas, task);
    label::draw(canvas, &row.labels, middle + BAR / 2 + 24);
}

/// The part of a row where the days are.
struct Place<'r, 'p, 's> {
    plot: &'r Plot<'p, 's>,
    middle: i32,
    bottom: i32,
}

impl Place<'_, '_, '_> {
    /// The bar from the first day to the deadline, dashed where nobody knows how far the work has come.
    fn bar(&self, canvas: &mut Canvas, row: &WallRow<'_>, start: Date) {
        let (from, to) = self.ends(row, start);
        let area = Area::new(from, self.middle - HALF, to - from, 2 * HALF);
        let head = self.plot.wall.head;
        fill(canvas, head, row.light, area);
        let dark = tint(head, row.light).dark;
        let outline = Ink::stroke(dark, 3);
        if let Some(progress) = row.progress {
            self.done(canvas, area, progress);
        }
        canvas.rect(area, if row.progress.is_some() { outline } else { outline.dashed(9, 7) });
        if row.start_assumed {
            self.assumed_start(canvas, from);
        }
    }

    /// The mark of an assumed beginning: white, as an assumed deadline's.
    fn assumed_start(&self, canvas: &mut Canvas, x: i32) {
        let (top, bottom) = (self.middle - HALF - 8, self.middle + HALF + 5);
        canvas.line((x + 3, top), (x + 3, bottom), Ink::stroke(BLACK, 6));
        let cloth = Path::default().start(x + 3, top).line(x + 23, top + 8).line(x + 3, top + 16).close();
        canvas.path(cloth, Ink::both(WHITE, BLACK, 3));
    }

    fn ends(&self, row: &WallRow<'_>, start: Date) -> (i32, i32) {
        let scale = &self.plot.scale;
        let from = scale.begin(start).min(scale.right - 6);
        let to = row.deadline.map_or(scale.right, |deadline| scale.end(deadline));
        (from, to.max(from + 6))
    }

    /// A white lane along the bar, filled as far as the work has come; for nothing done, a mark at its beginning. Where
    /// nothing is known there is no lane.
    fn done(&self, canvas: &mut Canvas, bar: Area, progress: Share) {
        let long = (progress.rounded(4) * f64::from(bar.width)).round() as i32;
        canvas.rect(Area::new(bar.x, self.middle - STRIP - 1, bar.width, 2 * STRIP + 2), Ink::fill(WHITE));
        if progress == Share::ZERO {
            let area = Area::new(bar.x, self.middle - HALF, 8, 2 * HALF);
            canvas.rect(area, Ink::fill(BLACK));
            return;
        }
        let area = Area::new(bar.x, self.middle - STRIP, long.max(3), 2 * STRIP);
        canvas.rect(area, Ink::fill(BLACK));
    }

    /// For the public, who are not told when the work begins: a line to the deadline.
    fn span(&self, canvas: &mut Canvas, row: &WallRow<'_>) {
        let Some(deadline) = row.deadline else { return };
        let scale = &self.plot.scale;
        let to = scale.end(deadline);
        let area = Area::new(scale.left, self.middle - 5, to - scale.left, 10);
        canvas.rect(area, Ink::fill(tint(self.plot.wall.head, row.light).pale));
        canvas.rect(area, Ink::stroke(GREY, 2));
    }

    /// The as-of day goes through every row, over the bars.
    fn today(&self, canvas: &mut Canvas, top: i32) {
        let day = self.plot.wall.header.as_of;
        if self.plot.wall.axis.contains(day) {
            let x = self.plot.scale.middle(day);
            canvas.line((x, top), (x, self.bottom), Ink::stroke(TODAY, 4));
        }
    }

    /// The deadline: a flag where the document or an approval states it, a thin line where the period just ends.
    fn deadline(&self, canvas: &mut Canvas, row: &WallRow<'_>) {
        let Some(deadline) = row.deadline else { return };
        if !self.plot.wall.axis.contains(deadline) {
            return self.beyond(canvas, deadline);
        }
        let x = self.plot.scale.end(deadline);
        let (top, bottom) = (self.middle - HALF, self.middle + HALF);
        match row.deadline_basis {
            Some(Basis::Stated | Basis::Confirmed) => self.flag(canvas, x, Ink::fill(BLACK)),
            Some(Basis::Assumed) => self.flag(canvas, x, Ink::both(WHITE, BLACK, 3)),
            Some(Basis::Period | Basis::None) | None => {
                canvas.line((x - 2, top), (x - 2, bottom), Ink::stroke(BLACK, 4))
            }
        }
        if let Some(original) = row.original_deadline.filter(|day| self.plot.wall.axis.contains(*day)) {
            let x = self.plot.scale.end(original);
            canvas.line((x, top - 8), (x, bottom + 8), Ink::stroke(BLACK, 5).dashed(7, 5));
        }
    }

    fn flag(&self, canvas: &mut Canvas, x: i32, ink: Ink) {
        let (top, bottom) = (self.middle - HALF - 8, self.middle + HALF + 5);
        canvas.line((x - 3, top), (x - 3, bottom), Ink::stroke(BLACK, 6));
        let cloth = Path::default().start(x - 3, top).line(x - 23, top + 8).line(x - 3, top + 16).close();
        canvas.path(cloth, ink);
    }

    /// A deadline that lies outside: an arrow at the edge; the day stands in its column.
    fn beyond(&self, canvas: &mut Canvas, deadline: Date) {
        let later = deadline > self.plot.wall.axis.last;
        let (x, back) = if later { (self.plot.scale.right - 2, -16) } else { (self.plot.scale.left + 2, 16) };
        let y = self.middle;
        let arrow = Path::default().start(x + back, y - HALF).line(x, y).line(x + back, y + HALF).close();
        canvas.path(arrow, Ink::fill(BLACK));
    }

    fn checkpoints(&self, canvas: &mut Canvas, row: &WallRow<'_>) {
        for step in &row.checkpoints {
            let at = (self.plot.scale.middle(step.due), self.middle);
            diamond(canvas, at, 15, (step.reached_on.is_some(), step.late));
        }
    }

    /// From the deadline to the as-of day, in dashes.
    fn lateness(&self, canvas: &mut Canvas, row: &WallRow<'_>) {
        if let (Some(_), Some(deadline)) = (row.days_late, row.deadline) {
            let (from, to) = (self.plot.scale.end(deadline), self.plot.scale.middle(self.plot.wall.header.as_of));
            canvas.line((from, self.middle), (to, self.middle), Ink::stroke(TODAY, 6).dashed(12, 8));
        }
    }
}

/// A checkpoint: full once it is reached, red while it is late.
pub(super) fn diamond(canvas: &mut Canvas, (x, y): (i32, i32), r: i32, (reached, late): (bool, bool)) {
    let path = Path::default().start(x, y - r).line(x + r, y).line(x, y + r).line(x - r, y).close();
    let ink = match (reached, late) {
        (true, _) => Ink::both(BLACK, WHITE, 2),
        (false, true) => Ink::both(WHITE, TODAY, 5),
        (false, false) => Ink::both(WHITE, BLACK, 3),
    };
    canvas.path(path, ink);
    if late && !reached {
        canvas.line((x, y - r / 2), (x, y + r / 2), Ink::stroke(TODAY, 4));
    }
}
