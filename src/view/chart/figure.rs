//! What small charts have in common: the size of a figure in a document, its title, its plot with scales.

use chrono::Datelike;

use crate::paper::svg::{Anchor, Area, Canvas, Drawing, Ink, Sheet, fit, fit_line, width};
use crate::plan::{Date, Language};
use crate::report::header::Header;
use crate::view::common::as_of;
use crate::words;

use super::palette::{BLACK, GREY, RULE, TODAY};

/// Width and height of a figure in millimetres: as wide as the text of an A4 page.
pub const FIGURE_MM: (i32, i32) = (156, 96);
/// The size of its texts: 9 points.
pub(super) const TEXT: i32 = 32;
/// The size of its title.
const TITLE: i32 = 38;
/// Where the plot begins, under what is said of it.
const TOP: i32 = 176;
/// What stays free at each edge.
const MARGIN: i32 = 30;

/// A figure that is being drawn.
pub(super) struct Figure {
    pub(super) canvas: Canvas,
    pub(super) plot: Area,
    name: String,
}

impl Figure {
    /// A figure with its title, the plan, the day and its notes; `below` is the room for a legend.
    pub(super) fn new(header: &Header<'_>, lang: Language, what: &str, below: i32) -> Figure {
        let (width_mm, height_mm) = FIGURE_MM;
        let sheet = Sheet { width_mm, height_mm, width: width_mm * 10, height: height_mm * 10 };
        let mut canvas = Canvas::new(sheet);
        let right = sheet.width - MARGIN;
        let day = as_of(lang, header.as_of);
        canvas.text((right, MARGIN + 34), TEXT, Anchor::End, GREY, &day);
        let tag = if header.plan.sample { words::sample_tag(lang).trim() } else { "" };
        let room = right - MARGIN - width(&day, TEXT) - width(tag, TITLE) - 40;
        let title = fit_line(what, TITLE, room);
        canvas.text((MARGIN, MARGIN + 34), TITLE, Anchor::Start, BLACK, &title);
        canvas.text((MARGIN + width(&title, TITLE) + 10, MARGIN + 34), TITLE, Anchor::Start, TODAY, tag);
        let plan = fit_line(header.plan.title, TEXT, right - MARGIN);
        canvas.text((MARGIN, MARGIN + 78), TEXT, Anchor::Start, GREY, &plan);
        let plot = Area::new(130, TOP, sheet.width - 130 - 110, sheet.height - TOP - MARGIN - 50 - below);
        let name = format!("{} {what}{tag}", header.plan.title);
        Figure { canvas, plot, name }
    }

    /// Horizontal lines at round numbers from 0 to `most`, with their numbers at the left.
    pub(super) fn counts(&mut self, most: usize, lang: Language) {
        let unit = lang.pick("项", "tasks");
        self.canvas.text((self.plot.x - 12, self.plot.y - 28), TEXT, Anchor::End, GREY, unit);
        let step = round_step(most);
        for count in (0..=most).step_by(step) {
            let y = self.height_of(count, most);
            let from = (self.plot.x, y);
            self.canvas.line(from, (self.plot.right(), y), Ink::stroke(if count == 0 { BLACK } else { RULE }, 2));
            self.canvas.text((self.plot.x - 12, y + 11), TEXT, Anchor::End, BLACK, &count.to_string());
        }
    }

    /// How high a count stands.
    pub(super) fn height_of(&self, count: usize, most: usize) -> i32 {
        let along =
            i64::try_from(count).unwrap_or(0) * i64::from(self.plot.height) / i64::try_from(most.max(1)).unwrap_or(1);
        self.plot.bottom() - i32::try_from(along).unwrap_or(0)
    }

    /// Names of months under the plot: those that find room.
    pub(super) fn months(&mut self, lang: Language, days: &[(Date, i32)]) {
        let mut free = self.plot.x - 40;
        let mut last = None;
        for (day, x) in days {
            let month = day.month_number();
            if last == Some(month) {
                continue;
            }
            last = Some(month);
            let label = super::wall::month_name(lang, *day, day.0.month() == 1);
            if *x >= free && x + width(&label, TEXT) <= self.plot.right() + 90 {
                self.canvas.line((*x, self.plot.bottom()), (*x, self.plot.bottom() + 10), Ink::stroke(BLACK, 2));
                self.canvas.text((*x, self.plot.bottom() + 42), TEXT, Anchor::Start, BLACK, &label);
                free = x + width(&label, TEXT) + 10;
            }
        }
    }

    /// A sentence under everything, in lines that fit.
    pub(super) fn sentence(&mut self, y: i32, text: &str, lines: usize) {
        let room = self.plot.right() + 80 - MARGIN;
        for (at, line) in (0..).zip(fit(text, TEXT, room, lines)) {
            self.canvas.text((MARGIN, y + at * 38), TEXT, Anchor::Start, GREY, &line);
        }
    }

    /// Where the legend may begin.
    pub(super) fn legend_top(&self) -> i32 {
        self.plot.bottom() + 66
    }

    /// The left edge of all texts.
    pub(super) fn left(&self) -> i32 {
        MARGIN
    }

    /// The right edge of all texts.
    pub(super) fn right(&self) -> i32 {
        self.plot.right() + 110 - MARGIN
    }

    /// The figure as it is drawn; the description is for those who do not see it.
    pub(super) fn finish(self, description: &str) -> Drawing {
        self.canvas.finish(&self.name, description)
    }
}

/// 1, 2, 5, 10, …: so that there are at most six numbers.
fn round_step(most: usize) -> usize {
    let powers = (0..18).map(|power| 10_usize.pow(power));
    powers.flat_map(|power| [power, 2 * power, 5 * power]).find(|step| most / step <= 6).unwrap_or(most.max(1))
}
