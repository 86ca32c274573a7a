//! What the marks of a task are, in words under its bar: as many lines as it needs, so that none is left out.

use crate::paper::svg::{Anchor, Canvas, Colour, Lane, fit_line, width};
use crate::plan::Date;
use crate::report::chart::{WallCheckpoint, WallRow};
use crate::say;
use crate::view::common::marked;
use crate::words::visible;

use super::super::palette::{BLACK, GREY, TODAY};
use super::plot::{Plot, SMALL};
use super::words;

/// From one line of labels to the next.
pub(super) const LINE: i32 = 38;
/// Labels beside the as-of line keep away from it by so much.
const ASIDE: i32 = 5;
/// A label is cut to this where the whole finds no room.
const SHORT: i32 = 420;
/// A label begins or ends no further from its mark, where there is room for that.
const NEAR: i32 = 40;

/// A label in its place.
pub(super) struct Label {
    pub(super) line: i32,
    x: i32,
    pub(super) text: String,
    colour: Colour,
}

/// The labels of a task: of what is late first, then of what is next, then the day before an amendment, then what is reached.
pub(super) fn labels(plot: &Plot<'_, '_>, row: &WallRow<'_>) -> Vec<Label> {
    if row.cancelled {
        return Vec::new();
    }
    let mut lines: Vec<Lane> = Vec::new();
    let told = told(plot, row);
    told.into_iter().filter_map(|(day, text, colour)| place(plot, &mut lines, day, (text, colour))).collect()
}

/// What is to be said of which day, in the order of what matters.
fn told(plot: &Plot<'_, '_>, row: &WallRow<'_>) -> Vec<(Date, String, Colour)> {
    let (axis, lang) = (&plot.wall.axis, plot.lang);
    let mut steps: Vec<&WallCheckpoint<'_>> = row.checkpoints.iter().collect();
    steps.sort_by_key(|step| (!step.late, step.reached_on.is_some(), step.due));
    let original = row.original_deadline.map(|day| {
        let said = words::short_day(day, axis);
        (day, say!(lang, "原时限 {said}", "was {said}"), GREY)
    });
    let pending = steps.iter().take_while(|step| step.reached_on.is_none()).count();
    let step = |step: &&WallCheckpoint<'_>| {
        let day = words::short_day(step.due, axis);
        let late = if step.late { lang.pick("逾期 ", "late ") } else { "" };
        let text = marked(&format!("{late}{day} {}", step.title), row.checkpoints_assumed);
        (step.due, text, if step.late { TODAY } else { BLACK })
    };
    let (open, reached) = steps.split_at_checked(pending).unwrap_or((&steps, &[]));
    open.iter().map(step).chain(original).chain(reached.iter().map(step)).collect()
}

/// A label on the first line that has room for it near its mark; on a line of its own where none has.
fn place(plot: &Plot<'_, '_>, lines: &mut Vec<Lane>, day: Date, (text, colour): (String, Colour)) -> Option<Label> {
    let x = plot.scale.middle(day);
    let text = visible(&text).into_owned();
    let short = fit_line(&text, SMALL, SHORT);
    let texts = || [&text, &short].into_iter();
    let found = texts().find_map(|text| {
        let room = width(text, SMALL);
        (0..).zip(&mut *lines).find_map(|(line, lane)| Some((line, lane.near(x, room, NEAR)?, text)))
    });
    let (line, x, text) = match found {
        Some(found) => found,
        None => {
            let line = i32::try_from(lines.len()).unwrap_or(0);
            let mut lane = empty(plot);
            let at = [(&text, NEAR), (&short, NEAR), (&short, plot.sheet.width)];
            let set = at.into_iter().find_map(|(text, near)| Some((lane.near(x, width(text, SMALL), near)?, text)));
            lines.push(lane);
            let (x, text) = set?;
            (line, x, text)
        }
    };
    Some(Label { line, x, text: text.clone(), colour })
}

/// A line of labels with nothing on it but the as-of day.
fn empty(plot: &Plot<'_, '_>) -> Lane {
    let mut lane = Lane::new(plot.scale.left + 4, plot.scale.right - 4);
    if plot.wall.axis.contains(plot.wall.header.as_of) {
        let x = plot.scale.middle(plot.wall.header.as_of);
        lane.take(x - ASIDE, x + ASIDE);
    }
    lane
}

/// Draws the labels; the first line's texts stand on `baseline`.
pub(super) fn draw(canvas: &mut Canvas, labels: &[Label], baseline: i32) {
    for Label { line, x, text, colour } in labels {
        canvas.text((*x, baseline + line * LINE), SMALL, Anchor::Start, *colour, text);
    }
}
