//! Placeholder.

use crate::plan::Plan;
use std::ops::Range;

/// A sentence.
#[derive(Debug, Clone)]
pub struct Sentence<'t> {
    /// Line.
    pub line: usize,
    /// Span.
    pub span: Range<usize>,
    /// Text.
    pub text: &'t str,
}
/// Covered.
pub struct Covered<'t> {
    /// Sentence.
    pub sentence: Sentence<'t>,
    /// Tasks.
    pub tasks: Vec<usize>,
    /// Context.
    pub context: bool,
    /// Left out.
    pub left_out: Vec<Range<usize>>,
}
/// Sentences.
pub fn sentences(_text: &str) -> Vec<Sentence<'_>> {
    Vec::new()
}
/// Cover.
pub fn cover<'t>(_plan: &Plan, _text: &'t str) -> Vec<Covered<'t>> {
    Vec::new()
}
