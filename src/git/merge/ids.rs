//! Giving tasks other ids in a file's text, and nothing else.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::store::{Node, read_node};

/// Ids that are to be replaced, with the new ones.
pub type Ids = BTreeMap<String, String>;

/// A file's bytes with other ids in the place of some: of its tasks, and of those of which its tasks, entries and notices
/// speak; and in how many items. `None` where it cannot be read.
pub fn with_ids(bytes: &[u8], ids: &Ids) -> Option<(Vec<u8>, usize)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let bare = text.get(mark..)?;
    let root = read_node(bare).ok()?;
    let mut places = Vec::new();
    let mut items = 0;
    for item in root.iter().flat_map(|root| root.items()) {
        let before = places.len();
        let single = ["id", "task"].into_iter().filter_map(|key| item.get(key));
        let listed = ["depends", "tasks"].into_iter().filter_map(|key| item.get(key)).flat_map(|list| list.items());
        places.extend(single.chain(listed).filter_map(|place| replaced(place, bare, ids)));
        items += usize::from(places.len() > before);
    }
    let mut text = bare.to_owned();
    places.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
    for (place, new) in places {
        text.replace_range(place, &new);
    }
    let mark = bytes.get(..mark).unwrap_or_default();
    Some(([mark, text.as_bytes()].concat(), items))
}

/// Where an id stands that is to be replaced, and what is put there; quotes stay.
fn replaced(place: &Node, text: &str, ids: &Ids) -> Option<(Range<usize>, String)> {
    let new = ids.get(place.text()?)?;
    let written = text.get(place.span.clone())?;
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
    let quote = quote.map(String::from).unwrap_or_default();
    Some((place.span.clone(), format!("{quote}{new}{quote}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_are_replaced() {
        let ids = Ids::from([("1-02".to_owned(), "1-10".to_owned())]);
        for (text, expected, items) in [
            (
                "- id: 1-02 # 1-02\n  title: 1-02\n  depends: [1-01, '1-02']\n",
                "- id: 1-10 # 1-02\n  title: 1-02\n  depends: [1-01, '1-10']\n",
                1,
            ),
            (
                "- { date: 2020-11-02, task: \"1-02\", note: 1-02 }\n- { date: 2020-11-02, task: 1-01 }\n",
                "- { date: 2020-11-02, task: \"1-10\", note: 1-02 }\n- { date: 2020-11-02, task: 1-01 }\n",
                1,
            ),
            (
                "\u{feff}- number: 甲〔2020〕1号\r\n  tasks:\r\n    - 1-02\r\n    - 1-02\r\n",
                "\u{feff}- number: 甲〔2020〕1号\r\n  tasks:\r\n    - 1-10\r\n    - 1-10\r\n",
                1,
            ),
            ("# nothing\n", "# nothing\n", 0),
        ] {
            assert_eq!(with_ids(text.as_bytes(), &ids), Some((expected.as_bytes().to_vec(), items)), "{text}");
        }
        assert_eq!(with_ids(b"- [", &ids), None);
    }
}
