//! A small picture of how a metric went, beside the pace.

use maud::{Markup, html};

use super::pieces::tenths;
use crate::assess::{Course, Share};
use crate::plan::{Date, Language};
use crate::say;
use crate::words;

/// The picture's inner width and height.
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 100.0;

/// The picture of a metric's course, from its start to its deadline, with a line at the as-of day.
pub(super) fn course(course: &Course, name: &str, start: Date, deadline: Date, as_of: Date, lang: Language) -> Markup {
    let last = course.done.last().map_or(deadline, |(day, _)| *day).max(deadline).max(as_of);
    let first = course.done.first().map_or(start, |(day, _)| *day).min(start);
    let span = last.days_since(first).max(1);
    let x = |day: Date| {
        Share::of_counts(day.days_since(first), span).map_or_else(String::new, |share| tenths(share, WIDTH))
    };
    let y = |share: Share| format!("{}", ((1.0 - share.rounded(4)) * HEIGHT * 10.0).round() / 10.0);
    let line = |points: &[(Date, Share)]| {
        points.iter().map(|(day, share)| format!("{},{}", x(*day), y(*share))).collect::<Vec<_>>().join(" ")
    };
    let few = course.done.len() <= 40;
    html! {
        figure.course {
            svg viewBox="-32 -8 348 130" role="img" aria-label=(told(course, name, lang)) {
                path.axis d=(format!("M0 0V{HEIGHT}H{WIDTH}")) {}
                text x="-4" y="4" text-anchor="end" { "100%" }
                text x="-4" y="103" text-anchor="end" { "0%" }
                text x="0" y="116" { (start) }
                text x=(x(deadline)) y="116" text-anchor="end" { (deadline) }
                @if as_of >= first { path.now d=(format!("M{} 0V{HEIGHT}", x(as_of))) {} }
                @if !course.pace.is_empty() { polyline.pace points=(line(&course.pace)) {} }
                polyline.done points=(line(&course.done)) {}
                @if few { @for (day, share) in &course.done { circle cx=(x(*day)) cy=(y(*share)) r="2.2" {} } }
            }
            figcaption {
                b { (super::pieces::text(name)) } br;
                (say!(lang, "实线：完成率；虚线：序时进度；竖线：截至日期", "solid: progress; dashed: the pace; upright: the as-of day"))
            }
        }
    }
}

fn told(course: &Course, name: &str, lang: Language) -> String {
    let step = |(day, share): &(Date, Share)| format!("{day} {}", share.percent());
    let name = super::pieces::text(name);
    // A long course is told by its last reports.
    let skipped = course.done.len().saturating_sub(6);
    let steps = words::list(lang, course.done.iter().skip(skipped).map(step));
    say!(lang, "{name}完成率：{steps}", "progress of {name}: {steps}")
}
