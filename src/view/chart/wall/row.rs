//! A heading, and a task: its texts.

use crate::assess::Light;
use crate::paper::svg::{Anchor, Area, Canvas, Colour, Ink, fit_line, width};
use crate::report::chart::WallRow;
use crate::say;
use crate::view::common::{light_name, percent};
use crate::words::Worded;

use super::super::palette::{BLACK, GREY, RULE, TODAY, Tint, mark, tint};
use super::arrange::Heading;
use super::columns::{MARK, PAD, TEXT, fitted};
use super::pages::{Band, LEADING, Row};
use super::plot::{Plot, edges};
use super::{bar, words};

/// The size of a heading.
const HEADING: i32 = 40;

/// Draws a heading over the whole width, with the counts of its lights.
pub(super) fn draw_band(canvas: &mut Canvas, plot: &Plot<'_, '_>, band: &Band, y: i32) {
    let heading = &band.heading;
    let (left, right) = (plot.left(), plot.right());
    let Tint { dark, pale } = match heading.light {
        Some(light) => tint(plot.wall.head, Some(light)),
        None => Tint { dark: BLACK, pale: Colour(0xdfe5ec) },
    };
    canvas.rect(Area::new(left, y, right - left, 66), Ink::both(pale, BLACK, 2));
    let baseline = y + 46;
    let counts_from = counts(canvas, plot, heading, baseline);
    let mut x = left + PAD;
    if let Some(light) = heading.light {
        mark(canvas, plot.wall.head, Some(light), (x + 20, y + 33), 20);
        x += 56;
    }
    let more = if band.continued { say!(plot.lang, "（续）", " (continued)") } else { String::new() };
    let title = fit_line(&heading.title, HEADING, counts_from - x - PAD - 40 - width(&more, HEADING)) + &more;
    canvas.text((x, baseline), HEADING, Anchor::Start, dark, &title);
}

/// The counts of a heading, from the right; where they begin.
fn counts(canvas: &mut Canvas, plot: &Plot<'_, '_>, heading: &Heading, baseline: i32) -> i32 {
    let mut x = plot.right() - 2 * PAD;
    if let Some(lights) = &heading.lights {
        for light in Light::ALL.into_iter().rev().filter(|light| lights.count(*light) > 0) {
            let text = format!("{} {}", light_name(plot.wall.head, plot.lang, light), lights.count(light));
            let text = fit_line(&text, TEXT, 260);
            canvas.text((x, baseline), TEXT, Anchor::End, BLACK, &text);
            x -= width(&text, TEXT) + 24;
            mark(canvas, plot.wall.head, Some(light), (x, baseline - 12), 15);
            x -= 36;
        }
    }
    canvas.text((x, baseline), TEXT, Anchor::End, BLACK, &heading.count);
    x - width(&heading.count, TEXT)
}

/// Draws a task.
pub(super) fn draw(canvas: &mut Canvas, plot: &Plot<'_, '_>, row: &Row<'_, '_>, y: i32) {
    let task = row.row;
    let columns = &plot.columns;
    let middle = y + row.height / 2;
    let ink = if task.cancelled { GREY } else { BLACK };
    edges(canvas, plot, y, row.height);
    canvas.line((plot.left(), y), (plot.right(), y), Ink::stroke(RULE, 2));
    if let Some(column) = columns.light {
        light(canvas, plot, task, column, middle);
    }
    cell(canvas, columns.id, middle, Anchor::Middle, ink, task.id);
    lines(canvas, columns.title, middle, ink, &row.title);
    if let Some(column) = columns.targets {
        lines(canvas, column, middle, ink, &row.targets);
    }
    if let Some(column) = columns.lead {
        cell(canvas, column, middle, Anchor::Middle, ink, &words::lead(task, plot.lang));
    }
    if let Some(column) = columns.progress {
        cell(canvas, column, middle, Anchor::End, ink, &percent(task.progress));
    }
    deadline(canvas, plot, task, middle);
    bar::draw(canvas, plot, row, y);
}

fn light(canvas: &mut Canvas, plot: &Plot<'_, '_>, task: &WallRow<'_>, column: Area, middle: i32) {
    let head = plot.wall.head;
    let word = match task.light {
        Some(light) => light_name(head, plot.lang, light),
        None => crate::assess::State::Cancelled.word(plot.lang).to_owned(),
    };
    mark(canvas, head, task.light, (column.x + PAD + 16, middle), 16);
    let word = fit_line(&word, TEXT, column.width - MARK - 2 * PAD + 4);
    let colour = tint(head, task.light).dark;
    canvas.text((column.x + PAD + MARK, middle + 12), TEXT, Anchor::Start, colour, &word);
}

fn cell(canvas: &mut Canvas, column: Area, middle: i32, anchor: Anchor, colour: Colour, text: &str) {
    let x = match anchor {
        Anchor::Start => column.x + PAD,
        Anchor::Middle => column.x + column.width / 2,
        Anchor::End => column.right() - PAD,
    };
    canvas.text((x, middle + 12), TEXT, anchor, colour, &fitted(column, text));
}

/// The deadline, and how late it is in red under it.
fn deadline(canvas: &mut Canvas, plot: &Plot<'_, '_>, task: &WallRow<'_>, middle: i32) {
    let column = plot.columns.deadline;
    let said = words::deadline(task, plot.wall, plot.lang);
    let lines = i32::try_from(said.len()).unwrap_or(1);
    let first = if task.cancelled { GREY } else { BLACK };
    for (at, (text, colour)) in (0..).zip(said.iter().zip([first, TODAY])) {
        cell(canvas, column, middle - (lines - 1) * LEADING / 2 + at * LEADING, Anchor::Middle, colour, text);
    }
}

fn lines(canvas: &mut Canvas, column: Area, middle: i32, colour: Colour, lines: &[String]) {
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let mut baseline = middle - (count - 1) * LEADING / 2 + 12;
    for line in lines {
        canvas.text((column.x + PAD, baseline), TEXT, Anchor::Start, colour, line);
        baseline += LEADING;
    }
}
