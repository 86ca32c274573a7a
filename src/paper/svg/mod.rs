//! Drawing: a canvas of shapes, texts that are measured before they are set, labels that get out of each other's way;
//! and what is drawn, as SVG. Coordinates are whole tenths of a millimetre, so that the same chart is the same bytes.

mod canvas;
mod lane;
mod measure;
mod shape;
mod write;

pub(crate) use canvas::Canvas;
pub use canvas::Drawing;
pub(crate) use lane::Lane;
pub(crate) use measure::{fit, fit_line, width};
pub(crate) use shape::{Anchor, Area, Colour, Ink, Path, Sheet, WHITE};
#[cfg(feature = "pdf")]
pub(crate) use shape::{Shape, Step, Text};
