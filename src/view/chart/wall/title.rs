//! What stands above the table.

use crate::assess::Light;
use crate::paper::svg::{Anchor, Canvas, fit_line, width};
use crate::view::common::as_of;

use super::super::palette::{BLACK, GREY, TODAY, mark};
use super::{MARGIN, Plot, words};
use crate::lang;

/// The size of the title.
const TITLE: i32 = 76;
/// The size of the day.
const DAY: i32 = 46;
/// The size of what is said under the title.
const ABOUT: i32 = 32;

/// The title with the day and the page at its right; under it, what the plan is, and the lights.
pub(super) fn draw(canvas: &mut Canvas, plot: &Plot<'_, '_>, (page, of): (usize, usize)) {
    let (left, right) = (plot.left(), plot.right());
    let day = fit_line(&as_of(plot.lang, plot.wall.header.as_of), DAY, (right - left) / 3);
    let page = words::page_number(plot.lang, page, of);
    canvas.text((right, MARGIN + 46), DAY, Anchor::End, TODAY, &day);
    canvas.text((right, MARGIN + 94), ABOUT, Anchor::End, GREY, &page);
    let room = right - left - width(&day, DAY).max(width(&page, ABOUT)) - 60;
    headline(canvas, plot, room);
    let lights = lights(canvas, plot);
    let about = fit_line(&words::about(plot), ABOUT, lights - left - 40);
    canvas.text((left, MARGIN + 142), ABOUT, Anchor::Start, GREY, &about);
}

/// The title, and, where the plan is a sample, the word for that in red, whatever else has to be cut.
fn headline(canvas: &mut Canvas, plot: &Plot<'_, '_>, room: i32) {
    let plan = &plot.wall.header.plan;
    let tag = if plan.sample { lang::sample_tag(plot.lang).trim() } else { "" };
    let name = crate::say!(plot.lang, "{}挂图作战图", "{}: wall chart", plan.title);
    let title = fit_line(&name, TITLE, room - width(tag, TITLE));
    let baseline = MARGIN + 68;
    canvas.text((plot.left(), baseline), TITLE, Anchor::Start, BLACK, &title);
    canvas.text((plot.left() + width(&title, TITLE) + 12, baseline), TITLE, Anchor::Start, TODAY, tag);
}

/// The lights with their counts, and where they begin.
fn lights(canvas: &mut Canvas, plot: &Plot<'_, '_>) -> i32 {
    let Some(counts) = &plot.wall.lights else { return plot.right() };
    let baseline = MARGIN + 142;
    let mut x = plot.right();
    for light in Light::ALL.into_iter().rev() {
        let text = fit_line(&words::light_count(plot, counts, light), ABOUT, 420);
        canvas.text((x, baseline), ABOUT, Anchor::End, BLACK, &text);
        x -= width(&text, ABOUT) + 26;
        mark(canvas, plot.wall.head, Some(light), (x, baseline - 12), 15);
        x -= 40;
    }
    let tasks = words::task_count(plot.lang, counts.tasks);
    canvas.text((x, baseline), ABOUT, Anchor::End, BLACK, &tasks);
    x - width(&tasks, ABOUT)
}
