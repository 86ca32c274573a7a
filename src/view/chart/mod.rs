//! Charts: the wall chart, and figures that fit into a document or a page. Each is a drawing, of
//! which SVG, HTML and PDF are made.

mod burnup;
mod figure;
mod html;
mod lights;
mod palette;
mod paper;
#[cfg(test)]
mod tests;
mod wall;

pub use burnup::burnup_drawing;
pub(super) use burnup::summary as burnup_said;
pub use figure::FIGURE_MM;
pub use html::charts_html;
pub(super) use lights::description as lights_said;
pub use lights::lights_drawing;
pub use paper::Paper;
pub(super) use wall::month_name;
pub use wall::wall_drawings;
