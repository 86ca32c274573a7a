//! What pictures along time are made of. They are as wide as there is room: across they are measured in shares of it, up and
//! down in pixels, so that their words keep their size and nothing is cut on a phone. Their colours are the page's.

use chrono::Datelike;
use maud::{Markup, html};

use crate::assess::Share;
use crate::plan::{Date, Language};
use crate::view::chart::month_name;

/// The days along a picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub(super) first: Date,
    pub(super) last: Date,
}

impl Days {
    /// Where a day begins, in percent of the width.
    pub(super) fn begin(self, day: Date) -> f64 {
        self.at(day.days_since(self.first))
    }

    /// Where a day ends, in percent of the width.
    pub(super) fn end(self, day: Date) -> f64 {
        self.at(day.days_since(self.first) + 1)
    }

    /// Whether a day is one of them.
    pub(super) fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    fn at(self, days: i64) -> f64 {
        let all = self.last.days_since(self.first) + 1;
        Share::of_counts(days.clamp(0, all), all).map_or(0.0, |share| share.rounded(4) * 100.0)
    }

    /// The first days of months; of a long time, of as many as find room.
    pub(super) fn months(self) -> Vec<Date> {
        let next = |day: &Date| day.month_end().plus_days(1);
        let firsts: Vec<Date> =
            std::iter::successors(Some(self.first), next).take_while(|day| *day <= self.last).collect();
        let step = firsts.len().div_ceil(MOST_MONTHS).max(1);
        firsts.into_iter().step_by(step).collect()
    }
}

/// So many names of months stand side by side on a phone.
const MOST_MONTHS: usize = 8;

/// A share of the width.
pub(super) fn across(percent: f64) -> String {
    format!("{}%", (percent * 100.0).round() / 100.0)
}

/// A line.
pub(super) fn line(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Markup {
    html! { line class=(class) x1=(across(x1)) y1=(tenth(y1)) x2=(across(x2)) y2=(tenth(y2)) {} }
}

/// A line through points.
pub(super) fn curve(class: &str, points: &[(f64, f64)]) -> Markup {
    html! { @for pair in points.windows(2) { @if let [from, to] = pair { (line(class, *from, *to)) } } }
}

/// A height in pixels, with one digit after the point.
pub(super) fn tenth(height: f64) -> String {
    format!("{}", (height * 10.0).round() / 10.0)
}

/// The months' names under a plot that ends at that height, and their lines in it.
pub(super) fn months(days: Days, height: f64, lang: Language) -> Markup {
    html! {
        @for day in days.months() {
            (line("rule", (days.begin(day), 0.0), (days.begin(day), height + 5.0)))
            text x=(across(days.begin(day))) dx="3" y=(tenth(height + 15.0)) { (month_name(lang, day, day.0.month0() == 0)) }
        }
    }
}

/// The line at the as-of day, where it is one of the days.
pub(super) fn today(days: Days, as_of: Date, height: f64) -> Markup {
    html! { @if days.contains(as_of) { (line("now", (days.end(as_of), 0.0), (days.end(as_of), height))) } }
}

/// What stands at which height of a scale.
pub(super) type Marks = [(f64, String)];

/// The scale beside a plot.
pub(super) fn scale(marks: &Marks, height: f64, left: bool) -> Markup {
    let (x, anchor) = if left { ("38", "end") } else { ("4", "start") };
    html! {
        svg.scale width="42" height=(tenth(height)) aria-hidden="true" {
            @for (y, mark) in marks { text x=(x) y=(tenth(y + 4.0)) text-anchor=(anchor) { (mark) } }
        }
    }
}

/// 1, 2, 5, 10, …: so that there are at most five numbers on a scale.
pub(super) fn steps(most: usize) -> Vec<usize> {
    let powers = (0..18).map(|power| 10_usize.pow(power));
    let round = powers.flat_map(|power| [power, 2 * power, 5 * power]).find(|step| most / step <= 5);
    (0..=most).step_by(round.unwrap_or(most.max(1))).collect()
}
