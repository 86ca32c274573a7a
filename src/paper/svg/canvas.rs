//! A page that is being drawn, and one that is drawn.

use super::measure::{is_exotic, width};
use super::shape::{Anchor, Area, Colour, Ink, Path, Shape, Sheet, Text, WHITE};
use crate::words::visible;

/// What is drawn on one page, in the order in which it is drawn.
#[derive(Debug)]
pub(crate) struct Canvas {
    sheet: Sheet,
    shapes: Vec<Shape>,
}

/// A page that is drawn, named for those who do not see it.
#[derive(Debug)]
pub struct Drawing {
    pub(crate) sheet: Sheet,
    pub(crate) shapes: Vec<Shape>,
    pub(super) title: String,
    pub(super) description: String,
}

impl Canvas {
    /// An empty page.
    pub(crate) fn new(sheet: Sheet) -> Canvas {
        let mut canvas = Canvas { sheet, shapes: Vec::new() };
        canvas.rect(Area::new(0, 0, sheet.width, sheet.height), Ink::fill(WHITE));
        canvas
    }

    /// A rectangle.
    pub(crate) fn rect(&mut self, area: Area, ink: Ink) {
        self.shapes.push(Shape::Rect(area, ink));
    }

    /// A line.
    pub(crate) fn line(&mut self, from: (i32, i32), to: (i32, i32), ink: Ink) {
        self.path(Path::default().start(from.0, from.1).line(to.0, to.1), ink);
    }

    /// A path.
    pub(crate) fn path(&mut self, path: Path, ink: Ink) {
        if !path.steps.is_empty() {
            self.shapes.push(Shape::Path(path, ink));
        }
    }

    /// A circle.
    pub(crate) fn circle(&mut self, centre: (i32, i32), radius: i32, ink: Ink) {
        self.shapes.push(Shape::Circle { centre, radius, ink });
    }

    /// A text on its base line. It must have been fitted: here nothing is cut. Where nobody knows how wide its letters
    /// are drawn, it is made as wide as it was measured.
    pub(crate) fn text(&mut self, at: (i32, i32), size: i32, anchor: Anchor, colour: Colour, text: &str) {
        let text = visible(text).into_owned();
        if text.trim().is_empty() {
            return;
        }
        let length = is_exotic(&text).then(|| width(&text, size));
        self.shapes.push(Shape::Text(Text { at, size, anchor, colour, text, length }));
    }

    /// The page as it is drawn, named for those who do not see it.
    pub(crate) fn finish(self, title: &str, description: &str) -> Drawing {
        let Canvas { sheet, shapes } = self;
        Drawing { sheet, shapes, title: visible(title).into_owned(), description: visible(description).into_owned() }
    }
}
