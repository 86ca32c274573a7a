//! The sentences that order no work: all that no task quotes and no title is.

use std::collections::HashSet;

use crate::plan::document::{Covered, cover_by_words};

use super::plan::DraftSection;

/// The document's sentences that no task quotes. Together with the tasks they cover every sentence.
pub(super) fn context(sections: &[DraftSection], text: &str) -> Vec<String> {
    let mut context = Vec::new();
    let mut known = HashSet::new();
    for span in uncovered(sections, &context, text) {
        let sentence = text.get(span).unwrap_or("").to_owned();
        if known.insert(sentence.clone()) {
            context.push(sentence);
        }
    }
    // A sentence that stands in the document very often is not looked for everywhere; a longer quote is.
    let left = uncovered(sections, &context, text);
    if let (Some(first), Some(last)) = (left.first(), left.last()) {
        context.push(text.get(first.start..last.end).unwrap_or("").to_owned());
    }
    if !uncovered(sections, &context, text).is_empty() {
        context.push(text.trim().to_owned());
    }
    context
}

fn uncovered(sections: &[DraftSection], context: &[String], text: &str) -> Vec<std::ops::Range<usize>> {
    let tasks = sections.iter().flat_map(DraftSection::tasks);
    let quotes = tasks.enumerate().map(|(at, task)| (task.source.as_str(), Some(at)));
    let context = context.iter().map(|quote| (quote.as_str(), None));
    let themes = sections.iter().flat_map(|section| &section.themes).map(|theme| theme.title.as_str());
    let titles = sections.iter().map(|section| section.title.as_str()).chain(themes);
    let covered = cover_by_words(context.chain(quotes), titles, text);
    covered.into_iter().filter(Covered::is_uncovered).map(|one| one.sentence.span).collect()
}
