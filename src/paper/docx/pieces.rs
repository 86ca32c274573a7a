//! What a letter's text and its form are put together of.

use super::styles::Style;
use super::xml::{Element, el, val};

/// A paragraph, with the properties that it has beyond its style's.
pub(super) fn paragraph(
    style: &Style,
    beyond: impl IntoIterator<Item = Element>,
    runs: impl IntoIterator<Item = Element>,
) -> Element {
    let properties = el("w:pPr").with([val("w:pStyle", style.id)]).with(beyond);
    el("w:p").with([properties]).with(runs)
}

pub(super) fn plain(text: &str) -> Element {
    el("w:r").with([spaced(text)])
}

pub(super) fn run(text: &str, properties: impl IntoIterator<Item = Element>) -> Element {
    el("w:r").with([el("w:rPr").with(properties), spaced(text)])
}

/// A text that keeps its spaces.
pub(super) fn spaced(text: &str) -> Element {
    el("w:t").at("xml:space", "preserve").text(text)
}

pub(super) fn borders() -> Element {
    let line = |side| val(side, "single").at("w:sz", 2).at("w:space", 0).at("w:color", "000000");
    el("w:tblBorders").with(["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"].map(line))
}
