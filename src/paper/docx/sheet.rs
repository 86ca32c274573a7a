//! A page of A4, and the type area of official papers: 156 mm by 225 mm; in twentieths of a point.

pub(super) const WIDTH: u32 = 11_906;
pub(super) const HEIGHT: u32 = 16_838;
pub(super) const TOP: u32 = 2_098;
pub(super) const BOTTOM: u32 = 1_984;
pub(super) const LEFT: u32 = 1_588;
pub(super) const RIGHT: u32 = 1_474;
/// A form fills its sheet: its upper and lower margins are narrower.
pub(super) const FORM_EDGE: u32 = 1_417;
pub(super) const FORM_FOOTER: u32 = 850;
pub(super) const FOOTER: u32 = 1_417;
/// Between the left and the right margin.
pub(super) const TEXT: usize = 8_844;
