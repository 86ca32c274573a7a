//! Findings with their places: what a person is shown and a program reads.

use std::collections::HashMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::store::{Node, Opened, Position};

use super::Gravity;
use super::inspection::{At, Finding, Place};

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

/// Finds the places of findings, and puts them in the order of the files. Each file is parsed once more, and
/// only if something was found in it.
pub(super) fn locate(opened: &Opened, findings: Vec<Finding>) -> Vec<Diagnostic> {
    let mut roots: HashMap<usize, Option<Node>> = HashMap::new();
    let mut found: Vec<Diagnostic> = findings
        .into_iter()
        .map(|finding| {
            let At { file, place } = finding.at;
            let span = match place {
                Place::Span(span) => span,
                Place::Path(path, part) => {
                    let root = roots.entry(file).or_insert_with(|| opened.nodes(file));
                    root.as_ref().map_or(0..0, |root| root.locate(&path, part))
                }
            };
            let text = opened.files.get(file).map_or("", |file| file.text.as_str());
            let Position { line, column } = Position::of(text, span.start);
            Diagnostic {
                code: finding.check.code,
                severity: finding.check.gravity(),
                file: opened.files.get(file).map_or_else(String::new, |file| file.path.clone()),
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
