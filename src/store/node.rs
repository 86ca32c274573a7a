//! YAML with places: what a file holds and where each part of it stands.
//!
//! Read with the safe port of the same C library that the typed parser is a port of, so that the two
//! agree on what YAML is.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;

use libyaml_safer::{Event, EventData, ScalarStyle};

use super::events::Readable;
use super::fault::FaultKind;
use super::limits::{MAX_DEPTH, MAX_REPEATED, hostile};
use super::node_fault::NodeFault;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// The bytes of the value.
    pub span: Range<usize>,
    /// What it is.
    pub data: NodeData,
}

/// What a node is.
#[derive(Debug, Clone)]
pub enum NodeData {
    /// A single value.
    Scalar {
        /// The text it stands for.
        text: String,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the file's order.
    Map(Vec<(Node, Node)>),
}

/// A step on the way to a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// Reads a text that holds one YAML document; `None` where it holds nothing.
///
/// # Errors
/// When it is not YAML, or asks more of the parser than any plan would: the byte, and the parser's words.
pub fn read_node(text: &str) -> Result<Option<Node>, (usize, String)> {
    if let Some(at) = hostile(text) {
        return Err((at, "nested too deeply, or too long".to_owned()));
    }
    Node::parse(text).map_err(|fault| {
        let why = match fault.kind {
            FaultKind::Syntax(why) => why,
            FaultKind::EmptyItem => "nothing between two commas".to_owned(),
            other => format!("{other:?}"),
        };
        (fault.at, why)
    })
}

/// Which part of a map's pair is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The key.
    Key,
    /// The value.
    Value,
}

impl Node {
    /// Reads a text that holds one YAML document; `None` where it holds nothing.
    pub(super) fn parse(text: &str) -> Result<Option<Node>, NodeFault> {
        // A mark before the text is none of it, but counts among its bytes.
        let Some(rest) = text.strip_prefix('\u{feff}') else { return Node::parse_unmarked(text) };
        let mark = text.len() - rest.len();
        match Node::parse_unmarked(rest) {
            Ok(root) => Ok(root.map(|root| root.shifted(mark))),
            Err(fault) => Err(NodeFault { at: fault.at + mark, ..fault }),
        }
    }

    fn parse_unmarked(text: &str) -> Result<Option<Node>, NodeFault> {
        let readable = Readable::new(text).map_err(NodeFault::of_tag)?;
        let mut parser = readable.parser();
        let mut builder = Builder { length: text.len(), ..Builder::default() };
        loop {
            let event = parser.parse().map_err(|error| NodeFault::of(&error, text))?;
            if builder.take(event)? {
                return Ok(builder.root);
            }
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.data {
            NodeData::Scalar { text, .. } => Some(text),
            NodeData::List(_) | NodeData::Map(_) => None,
        }
    }

    /// Whether this is how YAML writes "nothing".
    pub fn is_nothing(&self) -> bool {
        matches!(&self.data, NodeData::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.pairs().iter().find(|(name, _)| name.text() == Some(key)).map(|(_, value)| value)
    }

    /// The pairs of a map; none of anything else.
    pub fn pairs(&self) -> &[(Node, Node)] {
        match &self.data {
            NodeData::Map(pairs) => pairs,
            NodeData::Scalar { .. } | NodeData::List(_) => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Node] {
        match &self.data {
            NodeData::List(items) => items,
            NodeData::Scalar { .. } | NodeData::Map(_) => &[],
        }
    }

    /// The bytes that a path leads to: of the nearest part that exists, when the path leads further.
    pub fn locate(&self, path: &[Step], part: Part) -> Range<usize> {
        self.locate_by(path, part, &mut |map, key| map.pairs().iter().position(|(name, _)| name.text() == Some(key)))
    }

    /// As [`Node::locate`], with another way to find a key's place among the pairs of a map.
    pub(crate) fn locate_by(
        &self,
        path: &[Step],
        part: Part,
        find: &mut impl FnMut(&Node, &str) -> Option<usize>,
    ) -> Range<usize> {
        let Some((step, rest)) = path.split_first() else { return self.head() };
        match step {
            Step::Item(index) => {
                self.items().get(*index).map_or_else(|| self.head(), |item| item.locate_by(rest, part, find))
            }
            Step::Key(key) => match find(self, key).and_then(|place| self.pairs().get(place)) {
                None => self.head(),
                Some((name, _)) if rest.is_empty() && part == Part::Key => name.span.clone(),
                Some((name, value)) if rest.is_empty() && value.span.is_empty() => name.span.clone(),
                Some((_, value)) => value.locate_by(rest, part, find),
            },
        }
    }

    /// What to underline of a node: of a map its first key, of a list its first item, else the whole.
    fn head(&self) -> Range<usize> {
        match &self.data {
            NodeData::Scalar { .. } => self.span.clone(),
            NodeData::List(items) => items.first().map_or_else(|| self.span.clone(), Node::head),
            NodeData::Map(pairs) => pairs.first().map_or_else(|| self.span.clone(), |(key, _)| key.span.clone()),
        }
    }

    /// The node as it stands in a text that has so many more bytes before it.
    pub(super) fn shifted(self, offset: usize) -> Node {
        let data = match self.data {
            NodeData::List(items) => NodeData::List(items.into_iter().map(|item| item.shifted(offset)).collect()),
            NodeData::Map(pairs) => NodeData::Map(
                pairs.into_iter().map(|(key, value)| (key.shifted(offset), value.shifted(offset))).collect(),
            ),
            scalar @ NodeData::Scalar { .. } => scalar,
        };
        Node { span: self.span.start + offset..self.span.end + offset, data }
    }

    /// The same value as one line of YAML that the typed parser reads alike.
    pub(super) fn to_flow(&self) -> String {
        let mut text = String::new();
        self.write_flow(&mut text);
        text
    }

    fn write_flow(&self, out: &mut String) {
        match &self.data {
            NodeData::Scalar { .. } if self.is_nothing() => out.push('~'),
            NodeData::Scalar { text, plain } => write_scalar(out, text, *plain),
            NodeData::List(items) => {
                out.push('[');
                for item in items {
                    item.write_flow(out);
                    out.push_str(", ");
                }
                out.push(']');
            }
            NodeData::Map(pairs) => {
                out.push('{');
                for (key, value) in pairs {
                    key.write_flow(out);
                    out.push_str(": ");
                    value.write_flow(out);
                    out.push_str(", ");
                }
                out.push('}');
            }
        }
    }
}

fn write_scalar(out: &mut String, text: &str, plain: bool) {
    let needs_no_quotes = plain
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+'));
    if needs_no_quotes {
        out.push_str(text);
    } else {
        // A JSON string is a double-quoted YAML scalar. Writing to a string cannot fail.
        let _ = write!(out, "{}", serde_json::Value::from(text));
    }
}

/// Builds the tree out of the parser's events.
#[derive(Default)]
struct Builder {
    /// Of the text, beyond which nothing ends.
    length: usize,
    open: Vec<Open>,
    anchors: HashMap<String, Node>,
    repeated: usize,
    documents: usize,
    root: Option<Node>,
}

/// A list or a map whose end has not come yet.
struct Open {
    anchor: Option<String>,
    start: usize,
    is_map: bool,
    children: Vec<Node>,
}

impl Builder {
    /// Takes one event; true when the stream has ended.
    fn take(&mut self, event: Event) -> Result<bool, NodeFault> {
        let span = byte(event.start_mark.index).min(self.length)..byte(event.end_mark.index).min(self.length);
        match event.data {
            EventData::StreamStart { .. } | EventData::DocumentEnd { .. } => {}
            EventData::StreamEnd => return Ok(true),
            EventData::DocumentStart { .. } => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(NodeFault { at: span.start, kind: FaultKind::SeveralDocuments });
                }
            }
            EventData::Alias { anchor } => {
                let Some(target) = self.anchors.get(&anchor) else {
                    let kind = FaultKind::Syntax(format!("found undefined alias '{anchor}'"));
                    return Err(NodeFault { at: span.start, kind });
                };
                self.repeated += nodes_in(target);
                if self.repeated > MAX_REPEATED {
                    return Err(NodeFault { at: span.start, kind: FaultKind::TooDeep });
                }
                let data = target.data.clone();
                self.add(Node { span, data }, None);
            }
            EventData::Scalar { anchor, value, style, .. } => {
                let data = NodeData::Scalar { text: value, plain: style == ScalarStyle::Plain };
                self.add(Node { span, data }, anchor);
            }
            EventData::SequenceStart { anchor, .. } => self.open(anchor, span.start, false)?,
            EventData::MappingStart { anchor, .. } => self.open(anchor, span.start, true)?,
            EventData::SequenceEnd | EventData::MappingEnd => self.close(span),
        }
        Ok(false)
    }

    fn open(&mut self, anchor: Option<String>, start: usize, is_map: bool) -> Result<(), NodeFault> {
        if self.open.len() >= MAX_DEPTH {
            return Err(NodeFault { at: start, kind: FaultKind::TooDeep });
        }
        self.open.push(Open { anchor, start, is_map, children: Vec::new() });
        Ok(())
    }

    fn close(&mut self, end: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        // A block's own end mark stands at the next token; its last child says where it really ends.
        let last = open.children.last().map_or(open.start, |child| child.span.end);
        let end = if end.is_empty() { last } else { end.end };
        let data = if open.is_map { NodeData::Map(in_pairs(open.children)) } else { NodeData::List(open.children) };
        self.add(Node { span: open.start..end.max(open.start), data }, open.anchor);
    }

    fn add(&mut self, node: Node, anchor: Option<String>) {
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => self.root = Some(node),
        }
    }
}

fn byte(index: u64) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

fn in_pairs(children: Vec<Node>) -> Vec<(Node, Node)> {
    let mut children = children.into_iter();
    std::iter::from_fn(|| Some((children.next()?, children.next()?))).collect()
}

fn nodes_in(node: &Node) -> usize {
    match &node.data {
        NodeData::Scalar { .. } => 1,
        NodeData::List(items) => 1 + items.iter().map(nodes_in).sum::<usize>(),
        NodeData::Map(pairs) => 1 + pairs.iter().map(|(key, value)| nodes_in(key) + nodes_in(value)).sum::<usize>(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(steps: &[&str]) -> Vec<Step> {
        steps.iter().map(|step| step.parse().map_or_else(|_| Step::Key((*step).to_owned()), Step::Item)).collect()
    }

    #[test]
    fn a_path_leads_to_its_bytes() {
        let text = "- id: 22-07\n  标题: 龚都村\n  metrics:\n    - { name: 户数, target: 92 }\n  note:\n- id: x\n";
        let root = Node::parse(text).unwrap().unwrap();
        for (steps, part, found) in [
            (vec!["0", "标题"], Part::Value, "龚都村"),
            (vec!["0", "标题"], Part::Key, "标题"),
            (vec!["0", "metrics", "0", "target"], Part::Value, "92"),
            (vec!["0", "note"], Part::Value, "note"),
            (vec!["0", "nowhere"], Part::Value, "id"),
            (vec!["1", "id"], Part::Value, "x"),
            (vec!["7"], Part::Value, "id"),
        ] {
            assert_eq!(text.get(root.locate(&path(&steps), part)), Some(found), "{steps:?}");
        }
    }

    #[test]
    fn places_count_a_mark_before_the_text() {
        let text = "\u{feff}标题: 龚都村\n";
        let root = Node::parse(text).unwrap().unwrap();
        assert_eq!(text.get(root.locate(&path(&["标题"]), Part::Value)), Some("龚都村"));
        let at = |text: &str| Node::parse(text).unwrap_err().at;
        assert_eq!(at("\u{feff}a: b: c"), at("a: b: c") + 3);
    }

    #[test]
    fn a_text_may_end_in_the_middle_of_anything() {
        let text = "# 头\n- id: 'x'\n  title: |2-\n    甲\n\n    乙\n  note: >+ # 注\n   丙\n  tags: [\"丁\\n\", { a: *b }]\n---\n...\n%";
        for (end, _) in text.char_indices() {
            let _ = Node::parse(&text[..end]);
        }
        let root = Node::parse("- |-\n  甲").unwrap().unwrap();
        assert_eq!((root.items()[0].text(), root.items()[0].span.clone()), (Some("甲"), 2..10));
    }

    #[test]
    fn an_alias_bomb_and_great_depth_are_refused() {
        let mut bomb = "- &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            bomb += &format!("- &a{level} [{}]\n", vec![format!("*a{}", level - 1); 9].join(", "));
        }
        assert_eq!(Node::parse(&bomb).unwrap_err().kind, FaultKind::TooDeep);
        assert_eq!(Node::parse(&"- ".repeat(100_000)).unwrap_err().kind, FaultKind::TooDeep);
        assert_eq!(Node::parse(&"[".repeat(100_000)).unwrap_err().kind, FaultKind::TooDeep);
    }

    #[test]
    fn flow_text_reads_back_as_the_same_values() {
        let text = "a: 1\nb: \"1\"\nc: [x, '是: 否', ~]\nd: |\n  多行\n  \"文本\"\ne:\n";
        let flow = Node::parse(text).unwrap().unwrap().to_flow();
        let (one, other): (serde_yaml::Value, serde_yaml::Value) =
            (serde_yaml::from_str(text).unwrap(), serde_yaml::from_str(&flow).unwrap());
        assert_eq!(one, other, "{flow}");
    }
}
