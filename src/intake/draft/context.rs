//! The sentences that order no work: all that no task quotes and no title is.

use std::collections::HashSet;

use crate::plan::document::Coverings;

use super::plan::DraftSection;

/// The document's sentences that no task quotes, behind those of them that are known. Together with the tasks they cover every sentence.
pub(super) fn context(sections: &[DraftSection], text: &str, mut context: Vec<String>) -> Vec<String> {
    let themes = sections.iter().flat_map(|section| &section.themes).map(|theme| theme.title.as_str());
    let mut covered = Coverings::new(text, sections.iter().map(|section| section.title.as_str()).chain(themes));
    let tasks = sections.iter().flat_map(DraftSection::tasks);
    tasks.enumerate().for_each(|(at, task)| covered.add(&task.source, Some(at)));
    context.iter().for_each(|sentence| covered.add(sentence, None));
    let mut known = HashSet::new();
    for span in covered.uncovered() {
        let sentence = text.get(span).unwrap_or("");
        if known.insert(sentence) {
            covered.add(sentence, None);
            context.push(sentence.to_owned());
        }
    }
    // A sentence that stands in the document very often is not looked for everywhere; a longer quote is.
    let left = covered.uncovered();
    if let (Some(first), Some(last)) = (left.first(), left.last()) {
        let longer = text.get(first.start..last.end).unwrap_or("");
        covered.add(longer, None);
        context.push(longer.to_owned());
    }
    if !covered.uncovered().is_empty() {
        context.push(text.trim().to_owned());
    }
    context
}
