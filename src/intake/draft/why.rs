//! Why sentences order no work, as far as the outline tells.

use super::headings::{Form, Heading};
use super::outline::Block;
use super::parts::Part;
use super::plan::Reasons;
use crate::report::review::ReviewWhy;

/// The reasons, sentence by sentence. Those of which a task was made have one too, which nobody asks for.
pub(super) fn why(blocks: &[Block<'_>]) -> Reasons {
    let mut reasons = Reasons::default();
    let mut begun = false;
    for block in blocks {
        // What has no number may be the title once more.
        let divides = |heading: &Heading| !matches!(heading.form, Form::Plain | Form::Lead);
        begun |= !block.idle || block.heading.as_ref().is_some_and(divides);
        reasons.headings.extend(block.heading.as_ref().map(|heading| heading.title.clone()));
        for piece in &block.pieces {
            let why = match &piece.part {
                Part::Note(_) | Part::Front(_) => ReviewWhy::Beside,
                Part::Row(_) | Part::Band | Part::Idle => ReviewWhy::Table,
                Part::Text if block.frame => ReviewWhy::Beside,
                Part::Text if !begun => ReviewWhy::Front,
                Part::Text if block.idle => ReviewWhy::Told,
                Part::Text => ReviewWhy::NoOrder,
            };
            reasons.sentences.push((piece.span.clone(), why));
        }
    }
    reasons
}
