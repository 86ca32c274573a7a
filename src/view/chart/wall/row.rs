//! A heading, and a task: its texts.

use crate::assess::{Light, LightCounts};
use crate::paper::svg::{Anchor, Area, Canvas, Colour, Ink, fit_line, width};
use crate::report::chart::{WallBy, WallRow};
use crate::say;
use crate::view::common::{light_name, marked, percent};
use crate::words::Worded;

use super::super::palette::{BLACK, GREY, RULE, mark, tint};
use super::columns::{MARK, PAD, TEXT, fitted};
use super::pages::{Band, LEADING, Row};
use super::plot::{Plot, edges};
use super::{bar, words};

/// The size of a heading.
const HEADING: i32 = 36;

/// Draws a heading over the whole width, with the counts of its lights.
pub(super) fn draw_band(canvas: &mut Canvas, plot: &Plot<'_, '_>, band: &Band<'_, '_>, y: i32) {
    let group = band.group;
    canvas.rect(Area::new(plot.left(), y, plot.right() - plot.left(), 62), Ink::both(Colour(0xdfe5ec), BLACK, 2));
    let baseline = y + 44;
    let counts_from = counts(canvas, plot, group.lights.as_ref(), group.rows.len(), baseline);
    let title = match plot.wall.by {
        WallBy::Section => format!("{} {}", group.key, group.title),
        WallBy::Lead => group.title.clone(),
    };
    let title = marked(&title, group.assumed);
    let more = if band.continued { say!(plot.lang, "（续）", " (continued)") } else { String::new() };
    let room = counts_from - plot.left() - 2 * PAD - 40 - width(&more, HEADING);
    let title = fit_line(&title, HEADING, room) + &more;
    canvas.text((plot.left() + PAD, baseline), HEADING, Anchor::Start, BLACK, &title);
}

/// The counts of a heading, from the right; where they begin.
fn counts(canvas: &mut Canvas, plot: &Plot<'_, '_>, lights: Option<&LightCounts>, rows: usize, baseline: i32) -> i32 {
    let mut x = plot.right() - 2 * PAD;
    if let Some(lights) = lights {
        for light in Light::ALL.into_iter().rev().filter(|light| lights.count(*light) > 0) {
            let text = format!("{} {}", light_name(plot.wall.head, plot.lang, light), lights.count(light));
            let text = fit_line(&text, TEXT, 260);
            canvas.text((x, baseline), TEXT, Anchor::End, BLACK, &text);
            x -= width(&text, TEXT) + 24;
            mark(canvas, plot.wall.head, Some(light), (x, baseline - 12), 14);
            x -= 36;
        }
    }
    let tasks = words::task_count(plot.lang, lights.map_or(rows, |lights| lights.tasks));
    canvas.text((x, baseline), TEXT, Anchor::End, BLACK, &tasks);
    x - width(&tasks, TEXT)
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
    cell(canvas, columns.deadline, middle, Anchor::Middle, ink, &words::deadline(task, &plot.wall.axis, plot.lang));
    bar::draw(canvas, plot, task, y, row.height);
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
    canvas.text((column.x + PAD + MARK, middle + 11), TEXT, Anchor::Start, colour, &word);
}

fn cell(canvas: &mut Canvas, column: Area, middle: i32, anchor: Anchor, colour: Colour, text: &str) {
    let x = match anchor {
        Anchor::Start => column.x + PAD,
        Anchor::Middle => column.x + column.width / 2,
        Anchor::End => column.right() - PAD,
    };
    canvas.text((x, middle + 11), TEXT, anchor, colour, &fitted(column, text));
}

fn lines(canvas: &mut Canvas, column: Area, middle: i32, colour: Colour, lines: &[String]) {
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let mut baseline = middle - (count - 1) * LEADING / 2 + 11;
    for line in lines {
        canvas.text((column.x + PAD, baseline), TEXT, Anchor::Start, colour, line);
        baseline += LEADING;
    }
}
