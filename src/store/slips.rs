//! Slips of the keyboard that YAML swallows or explains badly: `状态：已完成`, `title:x`, `　note: x`, tabs.

use std::ops::Range;

use super::fault::FaultKind;
use super::node::{Node, NodeData};
use super::text::lines;
use crate::words::fields;

/// The key that a word most likely stands for, when it is a name of one.
pub(crate) fn key_meant_by(word: &str) -> Option<&'static str> {
    fields::called_anywhere(word).next().map(|field| field.key)
}

/// A slip and its bytes.
pub(super) type Slip = (Range<usize>, FaultKind);

/// Whether a text that reads as YAML may hold slips. Cheap: looks at the beginnings of lines.
pub(super) fn suspects(text: &str) -> bool {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.into_iter().any(|end| {
        let line = text.get(start..end).unwrap_or("");
        start = end + 1;
        !is_plainly_right(line.as_bytes()) && slip_in(0, line, false).is_some()
    })
}

/// What nearly every line is: nothing, a remark, or a key of Latin letters with a colon and a space. A glance
/// at the bytes; a line that fails it is looked at closely.
fn is_plainly_right(line: &[u8]) -> bool {
    let mut bytes = line.iter().copied().skip_while(|byte| *byte == b' ' || *byte == b'-').peekable();
    if matches!(bytes.peek(), None | Some(b'#' | b'\r')) {
        return true;
    }
    let after_key = bytes.find(|byte| !byte.is_ascii_lowercase() && *byte != b'_');
    match after_key {
        None | Some(b' ' | b'\r' | b'0'..=b'9') => true,
        Some(b':') => matches!(bytes.next(), None | Some(b' ' | b'\r')),
        Some(_) => false,
    }
}

/// The slips of a text, given what could be read of it: what stands in quotes or in a block of text is
/// the writer's own business.
pub(super) fn slips(text: &str, root: Option<&Node>, broken: bool) -> Vec<Slip> {
    let mut quoted = Vec::new();
    if let Some(root) = root {
        collect_quoted(root, &mut quoted);
    }
    let in_quotes = |span: &Range<usize>| {
        let next = quoted.partition_point(|quote: &Range<usize>| quote.start <= span.start);
        next.checked_sub(1).and_then(|last| quoted.get(last)).is_some_and(|quote| span.start < quote.end)
    };
    lines(text).filter_map(|(start, line)| slip_in(start, line, broken)).filter(|(span, _)| !in_quotes(span)).collect()
}

fn slip_in(start: usize, line: &str, tabs: bool) -> Option<Slip> {
    let content = line.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
    let indent = line.get(..line.len() - content.len())?;
    if content.is_empty() || content.starts_with('#') {
        return None;
    }
    if let Some((at, wide)) = indent.char_indices().find(|(_, c)| matches!(c, '\u{3000}' | '\u{a0}')) {
        return Some((start + at..start + at + wide.len_utf8(), FaultKind::WideSpace));
    }
    if let Some(at) = indent.find('\t').filter(|_| tabs) {
        return Some((start + at..start + at + 1, FaultKind::Tab));
    }
    let content_start = start + indent.len();
    let after_dash = content.strip_prefix('-').map_or(content, |rest| rest.trim_start_matches(' '));
    let begins_item = after_dash.len() < content.len();
    colon_slip(content_start + (content.len() - after_dash.len()), after_dash, begins_item)
}

/// `key：` and `key:value`, where `key` is one that the files know. An item may be a sentence as well, `- 事项：…`, so
/// there only the keys and their own names count.
fn colon_slip(start: usize, content: &str, begins_item: bool) -> Option<Slip> {
    let colon = content.find([':', '：', ' ', '"', '\'', '#', '{', '['])?;
    let (key, rest) = content.split_at_checked(colon)?;
    let first = rest.chars().next()?;
    let known = || if begins_item { fields::is_name(key) } else { fields::is_spelling(key) };
    let span = start + colon..start + colon + first.len_utf8();
    match first {
        '：' if known() => Some((span, FaultKind::WideColon { key: key.to_owned() })),
        ':' if !matches!(rest.as_bytes().get(1), None | Some(b' ' | b'\t')) && known() => {
            Some((span, FaultKind::NoSpace { key: key.to_owned() }))
        }
        _ => None,
    }
}

fn collect_quoted(node: &Node, quoted: &mut Vec<Range<usize>>) {
    match &node.data {
        NodeData::Scalar { plain: false, .. } => quoted.push(node.span.clone()),
        NodeData::Scalar { plain: true, .. } => {}
        NodeData::List(items) => items.iter().for_each(|item| collect_quoted(item, quoted)),
        NodeData::Map(pairs) => pairs.iter().for_each(|(key, value)| {
            collect_quoted(key, quoted);
            collect_quoted(value, quoted);
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, FaultKind)> {
        let root = Node::parse(text).ok().flatten();
        let broken = root.is_none();
        slips(text, root.as_ref(), broken).into_iter().map(|(span, kind)| (span.start, kind)).collect()
    }

    #[test]
    fn slips_are_found_where_yaml_swallows_them() {
        for (text, slip) in [
            ("- note: 甲\n  状态：已完成\n", Some((20, FaultKind::WideColon { key: "状态".into() }))),
            ("- note: 甲\n  状态:已完成\n", Some((20, FaultKind::NoSpace { key: "状态".into() }))),
            ("- note: 甲\n　 title: 乙\n", Some((12, FaultKind::WideSpace))),
            ("- note: 甲\n\ttitle: 乙\n", Some((12, FaultKind::Tab))),
            ("- note: |\n    状态：已完成\n", None),
            ("- note: \"甲\n    状态：已完成\"\n", None),
            ("- note: 甲：乙\n# 状态：已完成\n", None),
            ("- 说明：甲\n", None),
            ("- title: 11:30\n", None),
        ] {
            assert_eq!(found(text), slip.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
