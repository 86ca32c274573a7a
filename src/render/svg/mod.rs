//! Drawing: a canvas of shapes, texts that are measured before they are set, labels that get out of each other's way;
//! and what is drawn, as SVG. Coordinates are whole tenths of a millimetre, so that the same chart is the same bytes.

mod canvas;
mod lane;
mod measure;
mod shape;
mod write;

pub(super) use canvas::Canvas;
pub use canvas::Drawing;
pub(super) use lane::Lane;
pub(super) use measure::{fit, fit_line, width};
pub(super) use shape::{Anchor, Area, Colour, Ink, Path, Sheet, WHITE};
#[cfg(feature = "pdf")]
pub(super) use shape::{Shape, Step, Text};
