//! The way from a document's text to a drafted plan.

use crate::plan::Date;

use super::head::Given;
use super::parties::Parties;
use super::plan::Draft;
use super::{context, front, outline, pages, paragraphs, sections, traditional, why};

/// Drafts a plan from a document. `today` is what an undated document is taken to be issued on.
pub fn draft(text: &str, given: &Given, today: Date) -> Draft {
    let simple = traditional::simplified(text);
    let whole = pages::without_numbers(simple.as_deref().unwrap_or(text));
    match whole.or(simple) {
        Some(plain) => {
            let read = of_plain(&plain, pages::going_on(text), given, today);
            let mut own = traditional::in_own_words(read, &plain, text);
            // What is one sentence in simplified characters may be two in its own: 责任单位 and 責任單位.
            own.context = context::context(&own.sections, text, own.context);
            own
        }
        None => of_plain(text, Vec::new(), given, today),
    }
}

/// `going_on` are the lines that go on in the next, whatever their width.
fn of_plain(text: &str, going_on: Vec<usize>, given: &Given, today: Date) -> Draft {
    let paragraphs = paragraphs::paragraphs(text, &going_on);
    let parties = Parties::of(text);
    let head = front::head(text, &paragraphs, &parties, given, today);
    let title = front::own_title(&paragraphs).unwrap_or_default();
    let blocks = outline::outline(paragraphs, &title);
    let sections = sections::sections(&blocks, text, &head, parties);
    let context = context::context(&sections, text, Vec::new());
    Draft { head, sections, context, why: why::why(&blocks) }
}
