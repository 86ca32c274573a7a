//! The lights week by week, as stacked columns.

use crate::assess::Light;
use crate::paper::svg::{Anchor, Area, Drawing, Ink, WHITE, fit_line, width};
use crate::plan::{Date, Language};
use crate::report::chart::{LightsByWeek, LightsPoint};
use crate::say;
use crate::view::common::{change, light_name};
use crate::words;

use super::figure::{Figure, TEXT};
use super::palette::{BLACK, GREY, fill, mark, tint};

/// A number is set in a part that is this high.
const LOWEST_WITH_NUMBER: i32 = 30;
/// The size of such a number.
const NUMBER: i32 = 26;

/// The figure.
pub fn lights_drawing(lights: &LightsByWeek<'_>, lang: Language) -> Drawing {
    let what = say!(lang, "逐周亮灯情况", "Lights by week");
    let mut figure = Figure::new(&lights.header, lang, &what, 104);
    let most = lights.points.iter().map(|point| point.lights.tasks).max().unwrap_or(0).max(1);
    figure.counts(most, lang);
    let weeks = i32::try_from(lights.weeks.max(1)).unwrap_or(i32::MAX);
    let left = |at: usize| figure_left(&figure, at, weeks);
    let places: Vec<(i32, i32)> = (0..lights.points.len()).map(|at| (left(at), left(at + 1))).collect();
    for (point, (from, to)) in lights.points.iter().zip(&places) {
        let gap = ((to - from) / 6).max(1);
        column(&mut figure, lights, point, (from + gap / 2, to - gap / 2), most);
    }
    let days: Vec<_> = days(lights).enumerate().map(|(at, day)| (day, figure_left(&figure, at, weeks))).collect();
    figure.months(lang, &days);
    legend(&mut figure, lights, lang);
    let description = description(lights, lang);
    figure.finish(&description)
}

/// The days that are told, and about those that are to come.
fn days(lights: &LightsByWeek<'_>) -> impl Iterator<Item = Date> {
    let told = lights.points.iter().map(|point| point.date);
    let last = lights.points.last().map(|point| point.date);
    let next = std::iter::successors(last, |day| day.plus_days(7)).skip(1);
    told.chain(next).take(lights.weeks.max(lights.points.len()))
}

fn figure_left(figure: &Figure, at: usize, weeks: i32) -> i32 {
    let at = i32::try_from(at).unwrap_or(i32::MAX).min(weeks);
    figure.plot.x + i32::try_from(i64::from(figure.plot.width) * i64::from(at) / i64::from(weeks)).unwrap_or(0)
}

fn column(figure: &mut Figure, lights: &LightsByWeek<'_>, point: &LightsPoint, (from, to): (i32, i32), most: usize) {
    let mut below = 0;
    for light in Light::WORST_FIRST {
        let count = point.lights.count(light);
        let (bottom, top) = (figure.height_of(below, most), figure.height_of(below + count, most));
        below += count;
        let area = Area::new(from, top, to - from, bottom - top);
        if area.height <= 0 {
            continue;
        }
        fill(&mut figure.canvas, lights.head, Some(light), area);
        figure.canvas.rect(area, Ink::stroke(tint(lights.head, Some(light)).dark, 2));
        let number = count.to_string();
        let room = width(&number, NUMBER) + 6;
        if area.height >= LOWEST_WITH_NUMBER && area.width >= room {
            let (x, y) = (area.x + area.width / 2, area.y + area.height / 2);
            figure.canvas.rect(Area::new(x - room / 2, y - 14, room, 28), Ink::fill(WHITE));
            figure.canvas.text((x, y + 9), NUMBER, Anchor::Middle, BLACK, &number);
        }
    }
}

/// The lights' words with the last counts, and what they were a week ago.
fn legend(figure: &mut Figure, lights: &LightsByWeek<'_>, lang: Language) {
    let y = figure.legend_top() + 24;
    let room = (figure.right() - figure.left()) / 5;
    let mut x = figure.left();
    for light in Light::WORST_FIRST {
        let area = Area::new(x, y - 13, 44, 26);
        fill(&mut figure.canvas, lights.head, Some(light), area);
        figure.canvas.rect(area, Ink::stroke(tint(lights.head, Some(light)).dark, 2));
        mark(&mut figure.canvas, lights.head, Some(light), (x + 68, y), 14);
        let count = lights.points.last().map(|point| format!(" {}", point.lights.count(light))).unwrap_or_default();
        let word = fit_line(&light_name(lights.head, lang, light), TEXT, room - 94 - width(&count, TEXT));
        figure.canvas.text((x + 90, y + 11), TEXT, Anchor::Start, BLACK, &(word + &count));
        if let (Some(before), Some(now)) = (lights.week_ago, lights.points.last()) {
            let change = change(now.lights.count(light), before.count(light));
            let change = say!(lang, "较上周 {change}", "week: {change}");
            let change = fit_line(&change, TEXT, room - 94);
            figure.canvas.text((x + 90, y + 51), TEXT, Anchor::Start, GREY, &change);
        }
        x += room;
    }
}

pub(in crate::view) fn description(lights: &LightsByWeek<'_>, lang: Language) -> String {
    let Some(last) = lights.points.last() else {
        return say!(lang, "计划期尚未开始。", "The plan's period has not begun.");
    };
    let count = |light| format!("{} {}", light_name(lights.head, lang, light), last.lights.count(light));
    let counts = words::list(lang, Light::ALL.map(count));
    let (day, tasks) = (last.date, last.lights.tasks);
    say!(lang, "截至 {day}，共 {tasks} 项任务：{counts}。", "{day}: {tasks} tasks: {counts}.")
}
