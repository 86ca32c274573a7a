//! Drawing in SVG: a canvas that writes it, texts that are measured before they are set, labels that get out of each
//! other's way. Coordinates are whole tenths of a millimetre, so that the same chart is the same bytes.

mod canvas;
mod lane;
mod measure;

pub(crate) use canvas::{Anchor, Area, Canvas, Ink, Sheet};
pub(crate) use lane::Lane;
pub(crate) use measure::{fit, fit_line, width};
