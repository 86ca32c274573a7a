//! Reading on after a mistake: the parts of a file that are YAML, when the whole of it is not.

use std::ops::Range;

use super::fault::FaultKind;
use super::node::{Node, NodeData};
use super::node_fault::NodeFault;
use super::text::lines;

/// What could be read of a file.
#[derive(Debug, Default)]
pub(super) struct Recovered {
    /// The file's list or map, without the parts that were lost.
    pub(super) root: Option<Node>,
    /// Why parts were lost.
    pub(super) faults: Vec<(Range<usize>, FaultKind)>,
    /// The parts that were lost.
    pub(super) lost: Vec<Range<usize>>,
}

/// Reads a file part by part where it cannot be read as a whole. A part begins at each line that is not
/// indented: an item of a list, a key of a map. So one slip in one task hides no fault of another.
pub(super) fn recover(text: &str) -> Recovered {
    match Node::parse(text) {
        Ok(root) => Recovered { root, ..Recovered::default() },
        Err(fault) if matches!(fault.kind, FaultKind::Syntax(_) | FaultKind::Misaligned | FaultKind::EmptyItem) => {
            by_parts(text, fault)
        }
        Err(fault) => whole_lost(text, fault),
    }
}

fn whole_lost(text: &str, fault: NodeFault) -> Recovered {
    Recovered {
        root: None,
        faults: vec![(at(text, fault.at), fault.kind)],
        lost: std::iter::once(0..text.len()).collect(),
    }
}

fn by_parts(text: &str, whole: NodeFault) -> Recovered {
    let parts = parts(text);
    let mut recovered = Recovered::default();
    let mut items = Vec::new();
    let mut pairs = Vec::new();
    for part in parts {
        match Node::parse(text.get(part.clone()).unwrap_or("")) {
            Ok(None) => {}
            Ok(Some(node)) => match node.shifted(part.start).data {
                NodeData::List(more) => items.extend(more),
                NodeData::Map(more) => pairs.extend(more),
                NodeData::Scalar { .. } => recovered.lost.push(part),
            },
            Err(fault) => {
                recovered.faults.push((at(text, fault.at + part.start), fault.kind));
                recovered.lost.push(part);
            }
        }
    }
    if recovered.faults.is_empty() {
        return whole_lost(text, whole);
    }
    let data = if pairs.is_empty() { NodeData::List(items) } else { NodeData::Map(pairs) };
    recovered.root = Some(Node { span: 0..text.len(), data });
    recovered
}

/// The character at fault; nothing at the end of a line.
fn at(text: &str, byte: usize) -> Range<usize> {
    let here = text.get(byte..).and_then(|rest| rest.chars().next()).filter(|c| !matches!(c, '\n' | '\r'));
    byte..byte + here.map_or(0, char::len_utf8)
}

fn parts(text: &str) -> Vec<Range<usize>> {
    let starts: Vec<usize> = lines(text)
        .filter(|(_, line)| line.starts_with(|first: char| !first.is_whitespace() && first != '#'))
        .map(|(start, _)| start)
        .collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_one_item_hides_no_other() {
        let text = "- a: 1\n- b: [1\n- c: 3\n- d: \"x\n- e: 5\n";
        let recovered = recover(text);
        let keys: Vec<_> =
            recovered.root.iter().flat_map(Node::items).filter_map(|item| item.pairs().first()?.0.text()).collect();
        assert_eq!(keys, ["a", "c", "e"]);
        assert_eq!(recovered.faults.len(), 2);
        let root = recovered.root.unwrap();
        assert_eq!(text.get(root.items()[1].pairs()[0].1.span.clone()), Some("3"));
    }

    #[test]
    fn a_whole_file_needs_no_recovery() {
        assert!(recover("- a: 1\n").faults.is_empty());
        assert!(recover("# nothing\n").root.is_none());
    }
}
