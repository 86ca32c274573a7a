//! A text so long that no report could show it.

use crate::check::finding::{At, Place};
use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;
use crate::store::{FileKind, Node, NodeData};

pub(super) const CHECK: Check = Check {
    code: "E118",
    name: "long-text",
    zh: "一处文字过长",
    en: "a text that is too long",
    wrong: "note: 会议纪要全文……（两万多字）",
    right: "note: 会议纪要见附件\n  evidence: [evidence/会议纪要.docx]",
    finds: Finds::Plan(look),
};

/// In bytes: some twenty thousand Chinese characters.
const LONGEST: usize = 64 * 1024;

fn look(inspection: &mut Inspection<'_, '_>) {
    let opened = inspection.opened;
    for (file, read) in opened.files.iter().enumerate() {
        let items = match read.kind {
            FileKind::Head | FileKind::Tasks | FileKind::Progress | FileKind::Notices => "\n- ",
            FileKind::Checklist => "\n",
            FileKind::Source | FileKind::Calendar => continue,
        };
        // Where no item is so long, no text in it is: only then are the places looked for.
        if !is_longer_between(&read.text, items) {
            continue;
        }
        let mut spans = Vec::new();
        match read.kind {
            FileKind::Checklist => spans.push(0..0),
            _ => opened.nodes(file).iter().for_each(|root| collect(root, &mut spans)),
        }
        let lang = inspection.lang;
        for span in spans {
            inspection.find(
                At { file, place: Place::Span(span) },
                say!(lang, "这处文字超过 {} KB", "this text has more than {} kB", LONGEST / 1024),
                say!(
                    lang,
                    "写要点，全文另存文件，列入 evidence",
                    "write the gist; keep the whole in a file and name it under `evidence`"
                ),
            );
        }
    }
}

/// Whether more bytes than that stand between two of these.
fn is_longer_between(text: &str, between: &str) -> bool {
    if text.len() <= LONGEST {
        return false;
    }
    let ends = memchr::memmem::find_iter(text.as_bytes(), between).chain([text.len()]);
    ends.scan(0, |last, end| Some(end - std::mem::replace(last, end))).any(|gap| gap > LONGEST)
}

/// Where each text that is too long begins.
fn collect(node: &Node, spans: &mut Vec<std::ops::Range<usize>>) {
    match &node.data {
        NodeData::Scalar { text, .. } if text.len() > LONGEST => spans.push(node.span.start..node.span.start),
        NodeData::Scalar { .. } => {}
        NodeData::List(items) => items.iter().for_each(|item| collect(item, spans)),
        // The document's own sentences are as long as they are.
        NodeData::Map(pairs) => pairs
            .iter()
            .filter(|(key, _)| !matches!(key.text(), Some("context" | "source")))
            .for_each(|(key, value)| {
                collect(key, spans);
                collect(value, spans);
            }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_two_items_is_measured() {
        for (length, longer) in [(LONGEST - 3, false), (LONGEST, true)] {
            let text = format!("- a\n- {}\n- b\n", "x".repeat(length));
            assert_eq!(is_longer_between(&text, "\n- "), longer, "{length}");
        }
        assert!(!is_longer_between(&"- a\n".repeat(LONGEST), "\n- "));
    }
}
