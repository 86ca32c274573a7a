//! A drawing as SVG: every text and attribute goes through `maud`, which escapes it.

use std::fmt::{Display, Formatter, Result};

use maud::{Markup, html};

use super::canvas::Drawing;
use super::shape::{Anchor, Area, Colour, Ink, Path, Shape, Sheet, Step, Text};

/// The families by which the texts are named: a black face (黑体) of whatever system opens the file.
const FAMILIES: &str = "'Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC','Microsoft YaHei','PingFang SC','SimHei','Heiti SC','WenQuanYi Micro Hei','WenQuanYi Zen Hei',sans-serif";

impl Drawing {
    /// The page as an SVG document.
    pub fn svg(&self) -> String {
        page(self).into_string()
    }
}

/// The page as an `<svg>` element.
fn page(drawing: &Drawing) -> Markup {
    let Sheet { width_mm, height_mm, width, height } = drawing.sheet;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width={ (width_mm) "mm" } height={ (height_mm) "mm" }
            viewBox={ "0 0 " (width) " " (height) } role="img" font-family=(FAMILIES) {
            "\n" title { (drawing.title) } "\n" desc { (drawing.description) } "\n"
            @for shape in &drawing.shapes { (element(shape)) "\n" }
        }
        "\n"
    }
}

fn element(shape: &Shape) -> Markup {
    match shape {
        Shape::Rect(area, ink) => rect(area, ink),
        Shape::Path(path, ink) => outline(path, ink),
        Shape::Circle { centre, radius, ink } => circle(*centre, *radius, ink),
        Shape::Text(text) => words(text),
    }
}

fn rect(area: &Area, ink: &Ink) -> Markup {
    html! {
        rect x=(area.x) y=(area.y) width=(area.width.max(0)) height=(area.height.max(0)) fill=(Fill(ink.fill))
            stroke=[ink.stroke] stroke-width=[ink.stroke.map(|_| ink.width)] stroke-dasharray=[ink.dash.map(Dash)] {}
    }
}

fn outline(path: &Path, ink: &Ink) -> Markup {
    html! {
        path d=(path) fill=(Fill(ink.fill)) stroke=[ink.stroke] stroke-width=[ink.stroke.map(|_| ink.width)]
            stroke-dasharray=[ink.dash.map(Dash)] {}
    }
}

fn circle(centre: (i32, i32), radius: i32, ink: &Ink) -> Markup {
    html! {
        circle cx=(centre.0) cy=(centre.1) r=(radius) fill=(Fill(ink.fill)) stroke=[ink.stroke]
            stroke-width=[ink.stroke.map(|_| ink.width)] stroke-dasharray=[ink.dash.map(Dash)] {}
    }
}

fn words(Text { at, size, anchor, colour, text, length }: &Text) -> Markup {
    let anchor = match anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    html! {
        text x=(at.0) y=(at.1) font-size=(size) text-anchor=[anchor] fill=(colour) textLength=[length]
            lengthAdjust=[length.map(|_| "spacingAndGlyphs")] { (text) }
    }
}

impl Display for Colour {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "#{:06x}", self.0)
    }
}

/// What a shape is filled with.
struct Fill(Option<Colour>);

impl Display for Fill {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0 {
            Some(colour) => colour.fmt(f),
            None => f.write_str("none"),
        }
    }
}

/// A dash and its gap.
struct Dash([i32; 2]);

impl Display for Dash {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let [dash, gap] = self.0;
        write!(f, "{dash} {gap}")
    }
}

impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.steps.iter().try_for_each(|step| match step {
            Step::Start(x, y) => write!(f, "M{x} {y}"),
            Step::Line(x, y) => write!(f, "L{x} {y}"),
            Step::Across(x) => write!(f, "H{x}"),
            Step::DownTo(y) => write!(f, "V{y}"),
            Step::DownBy(height) => write!(f, "v{height}"),
            Step::Close => f.write_str("Z"),
        })
    }
}
