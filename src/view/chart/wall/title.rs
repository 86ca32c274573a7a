//! What stands above the table, and what a page is called.

use crate::assess::{Light, LightCounts};
use crate::paper::svg::{Anchor, Canvas, fit_line, width};
use crate::plan::Language;
use crate::report::notes;
use crate::say;
use crate::view::common::{UNKNOWN, as_of, change, light_name};
use crate::words::{list, sample_tag};

use super::super::palette::{BLACK, GREY, TODAY, mark};
use super::plot::{MARGIN, Plot};
use super::words;

/// The sizes of the title: the first at which it fits, else cut.
const TITLE: [i32; 4] = [76, 68, 60, 54];
/// The size of the day.
const DAY: i32 = 46;
/// The size of the lights' counts.
const COUNTS: i32 = 48;
/// The size of what is said under the title.
const ABOUT: i32 = 34;

/// The title with the day and the page at its right; under it the lights, and what the plan is.
pub(super) fn draw(canvas: &mut Canvas, plot: &Plot<'_, '_>, (page, of): (usize, usize)) {
    let (left, right) = (plot.left(), plot.right());
    let day = fit_line(&as_of(plot.lang, plot.wall.header.as_of), DAY, (right - left) / 3);
    let page = page_number(plot.lang, page, of);
    canvas.text((right, MARGIN + 46), DAY, Anchor::End, TODAY, &day);
    canvas.text((right, MARGIN + 100), ABOUT, Anchor::End, GREY, &page);
    let room = right - left - width(&day, DAY).max(width(&page, ABOUT)) - 60;
    headline(canvas, plot, room);
    lights(canvas, plot);
    let about = fit_line(&about(plot), ABOUT, right - left);
    canvas.text((left, MARGIN + 208), ABOUT, Anchor::Start, GREY, &about);
}

/// The title, and, where the plan is a sample, the word for that in red, whatever else has to be cut.
fn headline(canvas: &mut Canvas, plot: &Plot<'_, '_>, room: i32) {
    let plan = &plot.wall.header.plan;
    let tag = if plan.sample { sample_tag(plot.lang).trim() } else { "" };
    let name = say!(plot.lang, "{}挂图作战图", "{}: wall chart", plan.title);
    let [.., smallest] = TITLE;
    let fits = |size: &i32| width(&name, *size) + width(tag, *size) <= room;
    let size = TITLE.into_iter().find(fits).unwrap_or(smallest);
    let title = fit_line(&name, size, room - width(tag, size));
    let baseline = MARGIN + 68;
    canvas.text((plot.left(), baseline), size, Anchor::Start, BLACK, &title);
    canvas.text((plot.left() + width(&title, size) + 12, baseline), size, Anchor::Start, TODAY, tag);
}

/// The lights with their counts, the worst first, and what they were a week ago.
fn lights(canvas: &mut Canvas, plot: &Plot<'_, '_>) {
    let Some(counts) = &plot.wall.lights else { return };
    let baseline = MARGIN + 152;
    let mut x = plot.left();
    let mut add = |canvas: &mut Canvas, light: Option<Light>, size: i32, text: &str| {
        let before = light.map_or(0, |_| 62);
        let text = fit_line(text, size, (plot.right() - x - before).max(0));
        if let Some(light) = light {
            mark(canvas, plot.wall.head, Some(light), (x + 24, baseline - 17), 22);
        }
        canvas.text((x + before, baseline), size, Anchor::Start, if light.is_some() { BLACK } else { GREY }, &text);
        x += before + width(&text, size) + 56;
    };
    for light in Light::WORST_FIRST {
        add(canvas, Some(light), COUNTS, &light_count(plot, counts, light));
    }
    add(canvas, None, ABOUT, &counted(plot, counts));
}

/// How many tasks there are, how many of them are only named, and what the brackets mean.
fn counted(plot: &Plot<'_, '_>, counts: &LightCounts) -> String {
    let tasks = words::task_count(plot.lang, counts.tasks);
    let mut said = say!(plot.lang, "共 {tasks}", "{tasks}");
    let brief = plot.wall.groups.iter().flat_map(|group| &group.rows).filter(|row| row.brief).count();
    if brief > 0 && plot.wall.edition.shows_standing() {
        said += &say!(
            plot.lang,
            "，其中 {brief} 项持续推进工作从未报送，列于图末",
            ", {brief} of them ongoing and never reported on: named at the end"
        );
    }
    if plot
        .wall
        .week_ago
        .is_some_and(|before| Light::ALL.iter().any(|light| before.count(*light) != counts.count(*light)))
    {
        said += plot.lang.pick("；括号内为较上周增减", "; in brackets: since a week ago");
    }
    said
}

/// The chart's name on a page, for those who do not see it.
pub(super) fn page_name(plot: &Plot<'_, '_>, page: usize, of: usize) -> String {
    let (title, numbers) = (whole_title(plot), page_number(plot.lang, page, of));
    say!(plot.lang, "{title}（{numbers}）", "{title} ({numbers})")
}

/// The title of the whole.
fn whole_title(plot: &Plot<'_, '_>) -> String {
    let title = plot.wall.header.plan.title;
    let sample = if plot.wall.header.plan.sample { sample_tag(plot.lang) } else { "" };
    say!(plot.lang, "{title}挂图作战图{sample}", "{title}: wall chart{sample}")
}

/// `第 1 页，共 6 页`.
fn page_number(lang: Language, page: usize, of: usize) -> String {
    say!(lang, "第 {page} 页，共 {of} 页", "page {page} of {of}")
}

/// The whole in two sentences, for those who do not see it.
pub(super) fn description(plot: &Plot<'_, '_>) -> String {
    let (wall, lang) = (plot.wall, plot.lang);
    let day = as_of(lang, wall.header.as_of);
    let tasks: usize = wall.groups.iter().map(|group| group.rows.len()).sum();
    let lights = wall.lights.map(|counts| {
        let count = |light| format!("{} {}", light_name(wall.head, lang, light), counts.count(light));
        let counts = list(lang, Light::ALL.map(count));
        say!(lang, "：{counts}", ": {counts}")
    });
    let lights = lights.unwrap_or_default();
    say!(lang, "{day}，共 {tasks} 项任务{lights}。", "{day}: {tasks} tasks{lights}.")
}

/// What is said under the title.
fn about(plot: &Plot<'_, '_>) -> String {
    let (wall, lang) = (plot.wall, plot.lang);
    let plan = &wall.header.plan;
    let (issuer, issued) = (plan.issuer, plan.issued);
    let (start, end) = (plan.period.start, plan.period.end);
    let mut said = say!(
        lang,
        "{issuer} {issued} 印发　计划期 {start} 至 {end}",
        "issued by {issuer} on {issued}; runs {start} to {end}"
    );
    if let Some(basis) = wall.pace {
        let (passed, basis) =
            (wall.passed.map_or_else(|| UNKNOWN.to_owned(), |share| share.percent()), basis.said(lang));
        said += &say!(lang, "　时间已过 {passed}（{basis}）", "; {passed} of the time has passed ({basis})");
    }
    if let Some(revision) = &wall.header.revision {
        said += &notes::revision_tag(lang, revision);
    }
    said
}

/// `红灯 12（+1）`: with what is otherwise than a week ago.
fn light_count(plot: &Plot<'_, '_>, counts: &LightCounts, light: Light) -> String {
    let (word, count) = (light_name(plot.wall.head, plot.lang, light), counts.count(light));
    let before = plot.wall.week_ago.map_or(count, |before| before.count(light));
    if before == count {
        return format!("{word} {count}");
    }
    let change = change(count, before);
    say!(plot.lang, "{word} {count}（{change}）", "{word} {count} ({change})")
}
