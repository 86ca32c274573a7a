//! How a metric went, beside the pace, as wide as the page.

use maud::{Markup, html};

use super::pieces::text;
use super::plot::{Days, across, curve, line, months, scale, tenth, today};
use crate::assess::{Course, Share};
use crate::plan::{Date, Language};
use crate::say;
use crate::words;

/// How high the plot is, what stays free above it, and what stands below.
const HEIGHT: f64 = 150.0;
const ABOVE: f64 = 8.0;
const BELOW: f64 = 20.0;
/// Of a longer course the single reports are not marked.
const FEW: usize = 40;

/// The picture of a metric's course, from its start to its deadline, with a line at the as-of day.
pub(super) fn course(
    course: &Course,
    name: &str,
    (start, deadline): (Date, Date),
    as_of: Date,
    lang: Language,
) -> Markup {
    let last = course.done.last().map_or(deadline, |(day, _)| *day).max(deadline).max(as_of);
    let first = course.done.first().map_or(start, |(day, _)| *day).min(start);
    let days = Days { first, last };
    let y = |share: Share| ABOVE + (1.0 - share.rounded(4)) * (HEIGHT - ABOVE);
    let along = |points: &[(Date, Share)]| -> Vec<(f64, f64)> {
        points.iter().map(|(day, share)| (days.end(*day), y(*share))).collect()
    };
    let (done, pace) = (along(&course.done), along(&course.pace));
    let marks =
        [(ABOVE, "100%"), ((ABOVE + HEIGHT) / 2.0, "50%"), (HEIGHT, "0%")].map(|(y, mark)| (y, mark.to_owned()));
    html! {
        figure.trend {
            h3 { (text(name)) }
            div.plot role="img" aria-label=(told(course, name, lang)) {
                (scale(&marks, HEIGHT + BELOW, true))
                svg.area height=(tenth(HEIGHT + BELOW)) {
                    @for (y, _) in &marks { (line("rule", (0.0, *y), (100.0, *y))) }
                    (months(days, HEIGHT, lang))
                    (curve("pace", &pace)) (curve("done", &done))
                    @if done.len() <= FEW { @for (x, y) in &done { circle.dot cx=(across(*x)) cy=(tenth(*y)) r="3.5" {} } }
                    (today(days, as_of, HEIGHT))
                }
            }
            figcaption {
                (say!(lang, "实线：完成率；虚线：序时进度；竖线：截至日期", "solid: progress; dashed: the pace; upright: the as-of day"))
            }
        }
    }
}

fn told(course: &Course, name: &str, lang: Language) -> String {
    let step = |(day, share): &(Date, Share)| format!("{day} {}", share.percent());
    let name = text(name);
    // A long course is told by its last reports.
    let skipped = course.done.len().saturating_sub(6);
    let steps = words::list(lang, course.done.iter().skip(skipped).map(step));
    say!(lang, "{name}完成率：{steps}", "progress of {name}: {steps}")
}
