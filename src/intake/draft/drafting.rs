//! The way from a document's text to a drafted plan.

use crate::plan::Date;

use super::head::Given;
use super::plan::Draft;
use super::{context, front, outline, paragraphs, sections, traditional};

/// Drafts a plan from a document. `today` is what an undated document is taken to be issued on.
pub fn draft(text: &str, given: &Given, today: Date) -> Draft {
    match traditional::simplified(text) {
        Some(simple) => traditional::in_own_words(in_simplified(&simple, given, today), &simple, text),
        None => in_simplified(text, given, today),
    }
}

fn in_simplified(text: &str, given: &Given, today: Date) -> Draft {
    let paragraphs = paragraphs::paragraphs(text);
    let head = front::head(text, &paragraphs, given, today);
    let title = front::own_title(&paragraphs).unwrap_or_default();
    let blocks = outline::outline(paragraphs, &title);
    let sections = sections::sections(&blocks, text, head.period.value);
    let context = context::context(&sections, text);
    Draft { head, sections, context }
}
