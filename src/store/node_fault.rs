//! What is wrong with a text that is not YAML, in the parser's words, and where.

use super::fault::FaultKind;
use super::text::line_around;

/// Where and why a text is not YAML.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NodeFault {
    pub(super) at: usize,
    pub(super) kind: FaultKind,
}

/// What is missing at its end shows where it began: the open bracket, the open quote, the key without its colon.
const SHOWN_AT_BEGINNING: &[&str] =
    &["could not find expected ':'", "expected ',' or ']'", "expected ',' or '}'", "found unexpected end of stream"];

impl NodeFault {
    /// In the words that the parser has for a tag with anything else behind it.
    pub(super) fn of_tag(at: usize) -> NodeFault {
        NodeFault { at, kind: FaultKind::Syntax("did not find expected whitespace or line break".to_owned()) }
    }

    pub(super) fn of(error: &libyaml_safer::Error, text: &str) -> NodeFault {
        let problem = error.problem();
        let marks = (error.problem_mark(), error.context_mark());
        let began = SHOWN_AT_BEGINNING.iter().any(|known| problem.contains(known));
        let mark = if began { marks.1.or(marks.0) } else { marks.0.or(marks.1) };
        let at = byte_of(text, mark.map(|mark| (mark.line, mark.column)));
        if problem.starts_with("mapping values are not allowed")
            && let Some(key) = misaligned_key(text, at)
        {
            return NodeFault { at: key, kind: FaultKind::Misaligned };
        }
        if problem.starts_with("did not find expected node content")
            && text.get(at..).is_some_and(|at| at.starts_with(','))
        {
            return NodeFault { at, kind: FaultKind::EmptyItem };
        }
        NodeFault { at, kind: FaultKind::Syntax(problem.to_owned()) }
    }
}

/// Where the key begins whose colon the parser did not expect, when it is the first of its line: the line then
/// reads as the text of the line above, because it is indented further.
fn misaligned_key(text: &str, colon: usize) -> Option<usize> {
    let line = line_around(text, colon);
    let before = text.get(line.start..colon)?;
    let key = before.trim_start_matches(' ');
    (!key.is_empty() && !key.starts_with('-') && !key.contains(": ")).then(|| colon - key.len())
}

/// The byte at a line and a character in it, both from 0.
fn byte_of(text: &str, place: Option<(u64, u64)>) -> usize {
    let Some((line, column)) = place else { return 0 };
    let mut rest = text;
    let mut at = 0;
    for _ in 0..line {
        let Some(newline) = rest.find('\n') else { break };
        at += newline + 1;
        rest = rest.get(newline + 1..).unwrap_or("");
    }
    let column = usize::try_from(column).unwrap_or(usize::MAX);
    let in_line = rest.split('\n').next().unwrap_or("");
    at + in_line.char_indices().nth(column).map_or(in_line.len(), |(byte, _)| byte)
}
