//! How the plan went: tasks finished beside the pace, and the lights week by week.

use chrono::Datelike;
use maud::{Markup, html};

use super::drawing::Drawing;
use super::pieces::{light, light_class};
use super::plot::{Days, Marks, across, curve, line, months, scale, steps, tenth, today};
use crate::assess::{Light, Share};
use crate::plan::{Date, Language};
use crate::report::chart::{Burnup, LightsByWeek, LightsPoint};
use crate::report::site::Office;
use crate::say;
use crate::view::chart::{burnup_said, lights_said};
use crate::view::common::light_name;
use crate::words;

/// How high the plots are, what stays free above them, and what stands below.
const HEIGHT: f64 = 190.0;
const ABOVE: f64 = 8.0;
const BELOW: f64 = 20.0;

/// Both pictures; each says in words what it shows.
pub(super) fn figures(drawing: &Drawing<'_>, office: &Office<'_>) -> Markup {
    let lang = drawing.lang;
    html! {
        section {
            h2 { (lang.pick("进度走势", "Over time")) }
            div.figures { (lights(drawing, &office.by_week)) (burnup(&office.burnup, lang)) }
        }
    }
}

fn plot(said: &str, (left, right): (&Marks, &Marks), content: &Markup) -> Markup {
    let height = HEIGHT + BELOW;
    html! {
        div.plot role="img" aria-label=(said) {
            (scale(left, height, true))
            svg.area height=(tenth(height)) { (content) }
            @if !right.is_empty() { (scale(right, height, false)) }
        }
    }
}

/// How high a count stands where `most` is the highest.
fn level(count: usize, most: usize) -> f64 {
    let share = Share::of_counts(i64::try_from(count).unwrap_or(0), i64::try_from(most.max(1)).unwrap_or(1));
    ABOVE + (1.0 - share.map_or(0.0, |share| share.rounded(4))) * (HEIGHT - ABOVE)
}

fn counts(most: usize) -> Vec<(f64, String)> {
    steps(most).into_iter().map(|count| (level(count, most), count.to_string())).collect()
}

fn rules(marks: &Marks) -> Markup {
    html! { @for (y, _) in marks { (line("rule", (0.0, *y), (100.0, *y))) } }
}

fn burnup(burnup: &Burnup<'_>, lang: Language) -> Markup {
    let days = Days { first: burnup.axis.first, last: burnup.axis.last };
    let most = burnup.points.iter().map(|point| point.tasks).max().unwrap_or(0).max(1);
    let whole = level(burnup.tasks, most);
    let share = |share: Share| whole + (1.0 - share.rounded(4)) * (HEIGHT - whole);
    let along = |points: &mut dyn Iterator<Item = (Date, f64)>| points.map(|(day, y)| (days.end(day), y)).collect();
    let pace = burnup.pace.iter().map(|point| (days.end(point.date), share(point.share)));
    let pace: Vec<(f64, f64)> = [(days.begin(burnup.axis.first), HEIGHT)].into_iter().chain(pace).collect();
    let scope: Vec<(f64, f64)> = along(&mut burnup.points.iter().map(|point| (point.date, level(point.tasks, most))));
    let mean: Vec<(f64, f64)> =
        along(&mut burnup.points.iter().filter_map(|point| Some((point.date, share(point.progress?)))));
    let done: Vec<(f64, f64)> = along(&mut burnup.points.iter().map(|point| (point.date, level(point.done, most))));
    let (left, said) = (counts(most), burnup_said(burnup, lang));
    let right =
        [(HEIGHT, "0%"), ((whole + HEIGHT) / 2.0, "50%"), (whole, "100%")].map(|(y, mark)| (y, mark.to_owned()));
    let content = html! {
        (rules(&left)) (months(days, HEIGHT, lang))
        (curve("scope", &scope)) (curve("pace", &pace)) (curve("mean", &mean)) (stairs(&done))
        (today(days, burnup.header.as_of, HEIGHT))
    };
    let basis = burnup.pace_basis.said(lang);
    html! {
        figure.trend {
            h3 { (lang.pick("完成任务数与时间进度", "Tasks finished against the pace")) }
            (plot(&said, (&left, &right), &content))
            figcaption {
                ul.legend {
                    (key("done", lang.pick("已完成任务数（左轴）", "tasks finished (left)")))
                    (key("scope", lang.pick("有时限的任务总数", "tasks that have a finish")))
                    (key("pace", &say!(lang, "时间进度（{basis}，右轴）", "pace {basis} (right)")))
                    (key("mean", lang.pick("平均完成率（右轴）", "mean progress (right)")))
                }
                p { (said) }
            }
        }
    }
}

/// What was done rises at each week's end.
fn stairs(points: &[(f64, f64)]) -> Markup {
    let mut corners = vec![(0.0, HEIGHT)];
    for (x, y) in points {
        let level = corners.last().map_or(HEIGHT, |(_, level)| *level);
        corners.extend([(*x, level), (*x, *y)]);
    }
    html! {
        (curve("done", &corners))
        @if let Some((x, y)) = points.last() { circle.dot cx=(across(*x)) cy=(tenth(*y)) r="4" {} }
    }
}

fn key(class: &str, words: &str) -> Markup {
    html! { li { svg width="28" height="10" aria-hidden="true" { line class=(class) x1="0" y1="5" x2="28" y2="5" {} } " " (words) } }
}

fn lights(drawing: &Drawing<'_>, lights: &LightsByWeek<'_>) -> Markup {
    let (lang, head) = (drawing.lang, drawing.site.head);
    let most = lights.points.iter().map(|point| point.lights.tasks).max().unwrap_or(0).max(1);
    let (left, said) = (counts(most), lights_said(lights, lang));
    let wide = 100.0 / as_number(lights.weeks.max(1));
    let content = html! {
        (rules(&left))
        @for (at, point) in lights.points.iter().enumerate() { (column(drawing, point, (as_number(at) * wide, wide), most)) }
        (week_months(lights, wide, lang))
    };
    html! {
        figure.trend {
            h3 { (lang.pick("逐周亮灯情况", "The lights week by week")) }
            (plot(&said, (&left, &[]), &content))
            figcaption {
                ul.legend {
                    @for one in Light::WORST_FIRST {
                        li { (light(&head.lights, lang, Some(one))) " " (lights.points.last().map_or(0, |point| point.lights.count(one))) }
                    }
                }
                p { (said) }
            }
        }
    }
}

fn as_number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The lights of a week, the worst on the ground.
fn column(drawing: &Drawing<'_>, point: &LightsPoint, (x, wide): (f64, f64), most: usize) -> Markup {
    let (head, lang) = (drawing.site.head, drawing.lang);
    let mut below = 0;
    let parts = Light::WORST_FIRST.map(|light| {
        let count = point.lights.count(light);
        let (bottom, top) = (level(below, most), level(below + count, most));
        below += count;
        (light, count, top, bottom)
    });
    let told = |(light, count, ..): &(Light, usize, f64, f64)| format!("{} {count}", light_name(head, lang, *light));
    let told = words::list(lang, parts.iter().filter(|(_, count, ..)| *count > 0).map(told));
    let day = point.date;
    html! {
        g {
            title { (say!(lang, "{day}：{told}", "{day}: {told}")) }
            @for (light, count, top, bottom) in parts {
                @if count > 0 {
                    rect class={ "bar " (light_class(&head.lights, Some(light))) } x=(across(x + wide * 0.08)) width=(across(wide * 0.84))
                        y=(tenth(top)) height=(tenth((bottom - top).max(1.0))) {}
                }
            }
        }
    }
}

/// The names of the months in which weeks end first.
fn week_months(lights: &LightsByWeek<'_>, wide: f64, lang: Language) -> Markup {
    let mut last = None;
    let firsts: Vec<(usize, Date)> = lights
        .points
        .iter()
        .enumerate()
        .map(|(at, point)| (at, point.date))
        .filter(|(_, day)| last.replace(day.month_number()) != Some(day.month_number()))
        .collect();
    let step = firsts.len().div_ceil(8).max(1);
    html! {
        @for (at, day) in firsts.into_iter().step_by(step) {
            text x=(across(as_number(at) * wide)) dx="2" y=(tenth(HEIGHT + 15.0)) { (crate::view::chart::month_name(lang, day, day.0.month0() == 0)) }
        }
    }
}
