//! The writer of SVG: every text and attribute goes through `maud`, which escapes it.

use maud::{Markup, PreEscaped, html};

use super::measure::{is_exotic, width};
use crate::paper::visible;

/// The families by which the texts are named: a black face (黑体) of whatever system opens the file.
const FAMILIES: &str = "'Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC','Microsoft YaHei','PingFang SC','SimHei','Heiti SC','WenQuanYi Micro Hei','WenQuanYi Zen Hei',sans-serif";

/// A rectangle, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Area {
    /// A rectangle by its corner and size.
    pub(crate) fn new(x: i32, y: i32, width: i32, height: i32) -> Area {
        Area { x, y, width, height }
    }

    /// Where it ends on the right.
    pub(crate) fn right(&self) -> i32 {
        self.x + self.width
    }

    /// Where it ends below.
    pub(crate) fn bottom(&self) -> i32 {
        self.y + self.height
    }
}

/// How an outline and what is in it are drawn.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ink {
    pub(crate) fill: Option<&'static str>,
    pub(crate) stroke: Option<&'static str>,
    pub(crate) width: i32,
    pub(crate) dash: Option<&'static str>,
}

impl Ink {
    /// Filled.
    pub(crate) fn fill(colour: &'static str) -> Ink {
        Ink { fill: Some(colour), ..Ink::default() }
    }

    /// Outlined.
    pub(crate) fn stroke(colour: &'static str, width: i32) -> Ink {
        Ink { stroke: Some(colour), width, ..Ink::default() }
    }

    /// Filled and outlined.
    pub(crate) fn both(fill: &'static str, stroke: &'static str, width: i32) -> Ink {
        Ink { fill: Some(fill), ..Ink::stroke(stroke, width) }
    }

    /// Outlined with dashes.
    pub(crate) fn dashed(self, dash: &'static str) -> Ink {
        Ink { dash: Some(dash), ..self }
    }
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A page's size: on paper in millimetres, and in the units that are drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) width_mm: i32,
    pub(crate) height_mm: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

/// What is drawn on one page.
#[derive(Debug)]
pub(crate) struct Canvas {
    page: Sheet,
    body: String,
}

impl Canvas {
    /// An empty page.
    pub(crate) fn new(page: Sheet) -> Canvas {
        let mut canvas = Canvas { page, body: String::new() };
        canvas.rect(Area::new(0, 0, page.width, page.height), Ink::fill("#ffffff"));
        canvas
    }

    /// A rectangle.
    pub(crate) fn rect(&mut self, area: Area, ink: Ink) {
        let fill = ink.fill.unwrap_or("none");
        self.push(html! {
            rect x=(area.x) y=(area.y) width=(area.width.max(0)) height=(area.height.max(0)) fill=(fill)
                stroke=[ink.stroke] stroke-width=[ink.stroke.map(|_| ink.width)] stroke-dasharray=[ink.dash] {}
        });
    }

    /// A line.
    pub(crate) fn line(&mut self, from: (i32, i32), to: (i32, i32), ink: Ink) {
        self.path(&format!("M{} {}L{} {}", from.0, from.1, to.0, to.1), ink);
    }

    /// A path, given by its data, which no text of a plan may be part of.
    pub(crate) fn path(&mut self, data: &str, ink: Ink) {
        if data.is_empty() {
            return;
        }
        let fill = ink.fill.unwrap_or("none");
        self.push(html! {
            path d=(data) fill=(fill) stroke=[ink.stroke] stroke-width=[ink.stroke.map(|_| ink.width)]
                stroke-dasharray=[ink.dash] {}
        });
    }

    /// A circle.
    pub(crate) fn circle(&mut self, centre: (i32, i32), radius: i32, ink: Ink) {
        let fill = ink.fill.unwrap_or("none");
        self.push(html! {
            circle cx=(centre.0) cy=(centre.1) r=(radius) fill=(fill) stroke=[ink.stroke]
                stroke-width=[ink.stroke.map(|_| ink.width)] stroke-dasharray=[ink.dash] {}
        });
    }

    /// A text on its base line. It must have been fitted: here nothing is cut. Where nobody knows how wide its letters
    /// are drawn, it is made as wide as it was measured.
    pub(crate) fn text(&mut self, at: (i32, i32), size: i32, anchor: Anchor, colour: &'static str, text: &str) {
        let text = visible(text);
        if text.trim().is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => None,
            Anchor::Middle => Some("middle"),
            Anchor::End => Some("end"),
        };
        let exotic = is_exotic(&text);
        self.push(html! {
            text x=(at.0) y=(at.1) font-size=(size) text-anchor=[anchor] fill=(colour)
                textLength=[exotic.then(|| width(&text, size))] lengthAdjust=[exotic.then_some("spacingAndGlyphs")] { (text) }
        });
    }

    fn push(&mut self, markup: Markup) {
        self.body.push_str(&markup.into_string());
        self.body.push('\n');
    }

    /// The page as an `<svg>` element, named for those who do not see it.
    pub(crate) fn finish(self, title: &str, description: &str) -> String {
        let Sheet { width_mm, height_mm, width, height } = self.page;
        let markup = html! {
            svg xmlns="http://www.w3.org/2000/svg" width={ (width_mm) "mm" } height={ (height_mm) "mm" }
                viewBox={ "0 0 " (width) " " (height) } role="img" font-family=(FAMILIES) {
                "\n" title { (visible(title)) } "\n" desc { (visible(description)) } "\n"
                (PreEscaped(self.body))
            }
        };
        let mut svg = markup.into_string();
        svg.push('\n');
        svg
    }
}
