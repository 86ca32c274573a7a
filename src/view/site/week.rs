//! The week in which the as-of day lies: the page of `workplan week`, with links.

use maud::html;

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::paged::paged;
use crate::report::week::Week;
use crate::view;
use crate::view::Medium;

/// The page of the week.
pub(super) fn page(drawing: &Drawing<'_>, week: &Week<'_>) -> String {
    let lang = drawing.lang;
    let title = PartOf::Week.name(lang);
    let content = html! { (paged(drawing, title, &view::week(week, lang, Medium::Paper))) };
    frame::page(drawing, &Place { root: "", part: PartOf::Week, title, plan_words: false }, &content)
}
