//! Whether every task can be traced to the document, and the document to its tasks.

mod context_missing;
mod coverage_without_source;
mod deadline_says;
mod deadline_unstated;
mod metric_unstated;
mod passages;
mod says_missing;
mod source_missing;
mod source_repeated;
mod uncovered_sentence;

use super::Check;

pub(super) const CHECKS: &[&Check] = &[
    &source_missing::CHECK,
    &source_repeated::CHECK,
    &says_missing::CHECK,
    &deadline_says::CHECK,
    &deadline_unstated::CHECK,
    &metric_unstated::CHECK,
    &uncovered_sentence::CHECK,
    &context_missing::CHECK,
    &coverage_without_source::CHECK,
];
