//! A drawing as the operators that draw a page. They count from above, as the drawing does.

use pdf_writer::{Content, Name, Str, TextStr};

use super::font::Font;
use crate::paper::Drawing;
use crate::paper::svg::{Anchor, Area, Colour, Ink, Path, Shape, Step, Text};

/// The name of the face among a page's resources.
pub(super) const FACE: &[u8] = b"F";

/// As SVG has it; PDF would draw longer tips.
const MITER_LIMIT: f32 = 4.0;

/// How far the handles of a quarter of a circle reach, for a radius of 1.
const QUARTER: f32 = 0.552_285;

/// The operators of a page, of which a unit is `scale` points; its letters are taken from the font.
pub(super) fn content(drawing: &Drawing, scale: f32, font: &mut Font<'_>) -> Vec<u8> {
    let mut content = Content::new();
    content.transform([scale, 0.0, 0.0, -scale, 0.0, drawing.sheet.height as f32 * scale]);
    content.set_miter_limit(MITER_LIMIT);
    drawing.shapes.iter().for_each(|shape| draw(&mut content, shape, font));
    content.finish()
}

fn draw(content: &mut Content, shape: &Shape, font: &mut Font<'_>) {
    match shape {
        // SVG does not show a rectangle without a size; PDF would show a hair line.
        Shape::Rect(area, _) if area.width <= 0 || area.height <= 0 => {}
        Shape::Rect(area, ink) => paint(content, ink, |content| rect(content, area)),
        Shape::Path(path, ink) => paint(content, ink, |content| outline(content, path)),
        Shape::Circle { centre, radius, ink } => paint(content, ink, |content| circle(content, *centre, *radius)),
        Shape::Text(text) => words(content, text, font),
    }
}

/// What `trace` draws, in this ink.
fn paint(content: &mut Content, ink: &Ink, trace: impl Fn(&mut Content)) {
    if let Some(colour) = ink.fill {
        let [red, green, blue] = channels(colour);
        content.set_fill_rgb(red, green, blue);
    }
    if let Some(colour) = ink.stroke {
        let [red, green, blue] = channels(colour);
        content.set_stroke_rgb(red, green, blue).set_line_width(ink.width as f32);
    }
    if let Some(dash) = ink.dash {
        content.set_dash_pattern(dash.map(|length| length as f32), 0.0);
    }
    trace(content);
    match (ink.fill, ink.stroke) {
        (Some(_), Some(_)) => content.fill_nonzero_and_stroke(),
        (Some(_), None) => content.fill_nonzero(),
        (None, Some(_)) => content.stroke(),
        (None, None) => content.end_path(),
    };
    if ink.dash.is_some() {
        content.set_dash_pattern([], 0.0);
    }
}

fn channels(colour: Colour) -> [f32; 3] {
    let [_, red, green, blue] = colour.0.to_be_bytes();
    [red, green, blue].map(|channel| f32::from(channel) / 255.0)
}

fn rect(content: &mut Content, area: &Area) {
    content.rect(area.x as f32, area.y as f32, area.width as f32, area.height as f32);
}

fn outline(content: &mut Content, path: &Path) {
    let mut at = (0, 0);
    for step in &path.steps {
        at = end(*step, at);
        let (x, y) = (at.0 as f32, at.1 as f32);
        match step {
            Step::Start(..) => content.move_to(x, y),
            Step::Close => content.close_path(),
            Step::Line(..) | Step::Across(_) | Step::DownTo(_) | Step::DownBy(_) => content.line_to(x, y),
        };
    }
}

/// Where a step from `(x, y)` ends. What follows one that closes is a start.
fn end(step: Step, (x, y): (i32, i32)) -> (i32, i32) {
    match step {
        Step::Start(x, y) | Step::Line(x, y) => (x, y),
        Step::Across(x) => (x, y),
        Step::DownTo(y) => (x, y),
        Step::DownBy(height) => (x, y + height),
        Step::Close => (x, y),
    }
}

/// A circle, of four curves.
fn circle(content: &mut Content, (x, y): (i32, i32), radius: i32) {
    let (x, y, r) = (x as f32, y as f32, radius as f32);
    let h = r * QUARTER;
    content.move_to(x + r, y);
    content.cubic_to(x + r, y + h, x + h, y + r, x, y + r);
    content.cubic_to(x - h, y + r, x - r, y + h, x - r, y);
    content.cubic_to(x - r, y - h, x - h, y - r, x, y - r);
    content.cubic_to(x + h, y - r, x + r, y - h, x + r, y);
    content.close_path();
}

/// A text. What its letters do not tell is written beside them, so that it is found all the same.
fn words(content: &mut Content, text: &Text, font: &mut Font<'_>) {
    let set = font.set(&text.text);
    if !set.tells_all {
        content.begin_marked_content_with_properties(Name(b"Span")).properties().actual_text(TextStr(&text.text));
    }
    let [red, green, blue] = channels(text.colour);
    content.set_fill_rgb(red, green, blue);
    content.begin_text().set_font(Name(FACE), text.size as f32);
    content.set_text_matrix(place(text, set.width * text.size as f32)).show(Str(&set.glyphs)).end_text();
    if !set.tells_all {
        content.end_marked_content();
    }
}

/// Where a text stands that is so wide, upright although the page counts from above, and as wide as it has to be.
fn place(text: &Text, width: f32) -> [f32; 6] {
    let wanted = text.length.map_or(width, |length| length as f32);
    let stretch = if width > 0.0 { wanted / width } else { 1.0 };
    let before = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => wanted / 2.0,
        Anchor::End => wanted,
    };
    [stretch, 0.0, 0.0, -1.0, text.at.0 as f32 - before, text.at.1 as f32]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::svg::WHITE;

    fn drawn(ink: Ink, trace: impl Fn(&mut Content)) -> String {
        let mut content = Content::new();
        paint(&mut content, &ink, trace);
        String::from_utf8(content.finish()).unwrap().replace('\n', " ").trim().to_owned()
    }

    #[test]
    fn every_step_of_a_path_is_drawn_to_where_it_ends() {
        let path =
            Path::default().start(1, 2).line(5, 6).across(9).down_to(3).down_by(4).close().start(7, 7).line(8, 8);
        let said = drawn(Ink::stroke(Colour(0xff_00_00), 3), |content| outline(content, &path));
        assert_eq!(said, "1 0 0 RG 3 w 1 2 m 5 6 l 9 6 l 9 3 l 9 7 l h 7 7 m 8 8 l S");
    }

    #[test]
    fn dashes_end_with_their_shape() {
        let ink = Ink::both(WHITE, Colour(0), 2).dashed(9, 7);
        let said = drawn(ink, |content| rect(content, &Area::new(1, 2, 3, 4)));
        assert_eq!(said, "1 1 1 rg 0 0 0 RG 2 w [9 7] 0 d 1 2 3 4 re B [] 0 d");
    }

    #[test]
    fn a_circle_comes_back_to_where_it_began() {
        let said = drawn(Ink::fill(WHITE), |content| circle(content, (100, 50), 10));
        assert!(said.starts_with("1 1 1 rg 110 50 m 110 55.52285 ") && said.ends_with(" 110 50 c h f"), "{said}");
    }

    #[test]
    fn a_text_stands_by_its_anchor_and_is_stretched_to_its_length() {
        let text = |anchor, length| Text { at: (100, 50), size: 10, anchor, colour: WHITE, text: "x".into(), length };
        assert_eq!(place(&text(Anchor::Start, None), 40.0), [1.0, 0.0, 0.0, -1.0, 100.0, 50.0]);
        assert_eq!(place(&text(Anchor::Middle, None), 40.0), [1.0, 0.0, 0.0, -1.0, 80.0, 50.0]);
        assert_eq!(place(&text(Anchor::End, Some(20)), 40.0), [0.5, 0.0, 0.0, -1.0, 80.0, 50.0]);
        assert_eq!(place(&text(Anchor::End, Some(20)), 0.0), [1.0, 0.0, 0.0, -1.0, 80.0, 50.0]);
    }
}
