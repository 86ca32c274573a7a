//! A task along the days: its bar, what is done of it, its deadline and its checkpoints.

use crate::assess::{Basis, Share};
use crate::paper::svg::{Anchor, Area, Canvas, Colour, Ink, Lane, Path, WHITE, fit_line, width};
use crate::plan::Date;
use crate::report::chart::WallRow;
use crate::say;
use crate::view::common::marked;

use super::super::palette::{BLACK, GREY, TODAY, fill, tint};
use super::columns::has_lane;
use super::plot::{Plot, SMALL};
use super::words;

/// Half the height of a bar.
const HALF: i32 = 15;
/// Half the height of the strip that shows what is done.
const STRIP: i32 = 6;
/// Labels beside the as-of line keep away from it by so much.
const ASIDE: i32 = 5;
/// A label is cut to this before it is left out.
const SHORT_LABEL: i32 = 200;

/// Draws a task's bar and marks in its row.
pub(super) fn draw(canvas: &mut Canvas, plot: &Plot<'_, '_>, row: &WallRow<'_>, y: i32, height: i32) {
    let with_labels = has_lane(row);
    let middle = if with_labels { y + 28 } else { y + height / 2 };
    let place = Place { plot, middle, bottom: y + height };
    if !row.cancelled {
        match row.start {
            Some(start) => place.bar(canvas, row, start),
            None => place.span(canvas, row),
        }
    }
    place.today(canvas, y);
    if row.cancelled {
        return;
    }
    place.deadline(canvas, row);
    place.checkpoints(canvas, row);
    place.lateness(canvas, row);
    if with_labels {
        place.labels(canvas, row);
    }
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
        if row.continuous == Some(true) {
            self.open_end(canvas, area, dark);
        }
        if row.start_assumed {
            canvas.text((self.star(from), self.middle + 10), SMALL, Anchor::Start, BLACK, "*");
        }
    }

    /// Where the mark of an assumed beginning stands: before the bar, or in it where that is the edge.
    fn star(&self, from: i32) -> i32 {
        if from - 18 < self.plot.scale.left { from + 4 } else { from - 18 }
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

    /// Work without a finish: the bar ends in an arrow.
    fn open_end(&self, canvas: &mut Canvas, bar: Area, dark: Colour) {
        let (x, y) = (bar.right(), self.middle);
        let from = (x - 22).max(bar.x);
        canvas.rect(Area::new(from, y - HALF - 2, x - from + 2, 2 * HALF + 4), Ink::fill(WHITE));
        let arrow = Path::default().start(from, y - HALF).line(x, y).line(from, y + HALF);
        canvas.path(arrow, Ink::stroke(dark, 4));
    }

    /// For the public, who are not told when the work begins: a line to the deadline.
    fn span(&self, canvas: &mut Canvas, row: &WallRow<'_>) {
        let scale = &self.plot.scale;
        let to = row.deadline.map_or(scale.right, |deadline| scale.end(deadline));
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
        let Some(deadline) = row.deadline.filter(|_| row.continuous != Some(true)) else { return };
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
        for step in row.checkpoints.iter().filter(|step| self.plot.wall.axis.contains(step.due)) {
            diamond(
                canvas,
                (self.plot.scale.middle(step.due), self.middle),
                15,
                (step.reached_on.is_some(), step.late),
            );
        }
    }

    /// From the deadline to the as-of day, in dashes, with the number of days.
    fn lateness(&self, canvas: &mut Canvas, row: &WallRow<'_>) {
        let (Some(days), Some(deadline)) = (row.days_late, row.deadline) else { return };
        let scale = &self.plot.scale;
        let (from, to) = (scale.end(deadline), scale.middle(self.plot.wall.header.as_of));
        canvas.line((from, self.middle), (to, self.middle), Ink::stroke(TODAY, 6).dashed(12, 8));
        let plural = if days == 1 { "" } else { "s" };
        let label = say!(self.plot.lang, "逾期 {days} 天", "{days} day{plural} late");
        let room = width(&label, SMALL);
        let mut lane = Lane::new(scale.left, scale.right);
        row.checkpoints.iter().map(|step| scale.middle(step.due)).for_each(|x| lane.take(x - 16, x + 16));
        if let Some(start) = row.start.filter(|_| row.start_assumed) {
            let star = self.star(self.ends(row, start).0);
            lane.take(star, star + width("*", SMALL));
        }
        if let Some(x) = lane.place_at(to + 12, room) {
            canvas.text((x, self.middle + 9), SMALL, Anchor::Start, TODAY, &label);
        }
    }

    /// What the marks are, on the line under the bar; what finds no room is left out.
    fn labels(&self, canvas: &mut Canvas, row: &WallRow<'_>) {
        let (scale, axis) = (&self.plot.scale, &self.plot.wall.axis);
        let mut lane = Lane::new(scale.left + 4, scale.right - 4);
        let as_of = self.plot.wall.header.as_of;
        if axis.contains(as_of) {
            let x = scale.middle(as_of);
            lane.take(x - ASIDE, x + ASIDE);
        }
        if let Some(original) = row.original_deadline {
            let day = words::short_day(original, axis);
            let label = say!(self.plot.lang, "原时限 {day}", "was {day}");
            self.label(canvas, &mut lane, scale.end(original), [label, day]);
        }
        for step in row.checkpoints.iter().filter(|step| axis.contains(step.due)) {
            let day = words::short_day(step.due, axis);
            let mark = |text: String| marked(&text, row.checkpoints_assumed);
            let whole = format!("{day} {}", step.title);
            let star = if row.checkpoints_assumed { "*" } else { "" };
            let short = fit_line(&whole, SMALL, SHORT_LABEL);
            let labels = [mark(whole), mark(short), mark(day), star.to_owned()];
            self.label(canvas, &mut lane, scale.middle(step.due), labels);
        }
    }

    /// The first of the labels that finds room at its mark.
    fn label(&self, canvas: &mut Canvas, lane: &mut Lane, x: i32, labels: impl IntoIterator<Item = String>) {
        let placed = labels.into_iter().filter(|label| !label.is_empty()).find_map(|label| {
            let label = crate::words::visible(&label).into_owned();
            Some((lane.place(x, width(&label, SMALL))?, label))
        });
        if let Some((x, label)) = placed {
            canvas.text((x, self.middle + 44), SMALL, Anchor::Start, BLACK, &label);
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
