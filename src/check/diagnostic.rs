//! Findings with their places: what a person is shown and a program reads.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::store::Position;

use super::finding::Finding;
use super::places::Places;
use super::rule::{Check, Gravity};

/// Something wrong, where, and what to type instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Diagnostic {
    /// The check's stable code.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Gravity,
    /// The file, from the plan's folder, with `/`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// The file, as its place among those that were read.
    #[serde(skip)]
    pub file_index: usize,
    /// The bytes at fault.
    #[serde(skip)]
    pub span: Range<usize>,
}

/// Finds the places of findings, and puts them in the order of the files.
pub(super) fn locate(places: &mut Places<'_>, findings: Vec<(&'static Check, Finding)>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = findings
        .into_iter()
        .map(|(check, finding)| {
            let file = finding.at.file;
            let span = places.span(&finding.at);
            let Position { line, column } = places.position(file, span.start);
            Diagnostic {
                code: check.code,
                severity: check.gravity(),
                file: places.path(file).to_owned(),
                line,
                column,
                message: finding.words.message,
                hint: finding.words.hint,
                file_index: file,
                span,
            }
        })
        .collect();
    found.sort_by(|one, other| {
        (one.file_index, one.span.start, one.code, &one.message).cmp(&(
            other.file_index,
            other.span.start,
            other.code,
            &other.message,
        ))
    });
    found.dedup();
    found
}
