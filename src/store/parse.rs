//! A file's text as the model: once, straight into its types; only when something is wrong, a second time.

use rayon::prelude::*;
use serde::Deserialize;

use crate::plan::{Entry, Head, Task};
use crate::threads;

use super::fault::FaultKind;
use super::limits::hostile;
use super::parsed::{FileItem, Items, Parsed};
use super::quick::quick;
use super::read::ReadText;
use super::salvage::parse_again;
use super::slips::suspects;
use super::text::floor_char;

/// The task that a line says; none where it says none.
pub(crate) fn task_of_a_line(line: &str) -> Option<Task> {
    serde_yaml::from_str(line).ok()
}

/// A piece of a large file, to be parsed by itself.
const PIECE_BYTES: usize = 16 * 1024;

/// Reads a file that holds a list.
pub(super) fn parse_list<T: FileItem>(mut text: ReadText) -> Parsed<T> {
    if !readable(&mut text) {
        return Parsed { text, items: Items::none(), maimed: Vec::new(), lost: true };
    }
    let error = match parse_items::<T>(&text.text) {
        Ok(pieces) if !suspects(&text.text) => {
            return Parsed { text, items: Items::All(pieces), maimed: Vec::new(), lost: false };
        }
        Ok(_) => None,
        Err(error) => Some(error),
    };
    parse_again::<T, Vec<T>>(text, error)
}

/// Reads of a file that holds a list the items in which one of the words stands; of a small file, all. Their places
/// in the list are not those in the file.
pub(super) fn parse_list_about<T: FileItem>(mut text: ReadText, words: &[String]) -> Parsed<T> {
    // What an alias or an escape stands for, no search for a word finds.
    let says_otherwise = |text: &str| memchr::memchr3(b'&', b'*', b'\\', text.as_bytes()).is_some();
    if !may_be_cut(&text.text) || says_otherwise(&text.text) || !readable(&mut text) {
        return parse_list(text);
    }
    let finders: Vec<_> = words.iter().map(memchr::memmem::Finder::new).collect();
    let is_about = |piece: &&str| finders.iter().any(|finder| finder.find(piece.as_bytes()).is_some());
    let items: Result<Vec<Vec<T>>, _> = pieces(&text.text, 0).into_iter().filter(is_about).map(piece).collect();
    match items {
        Ok(items) if !suspects(&text.text) => {
            Parsed { text, items: Items::All(items), maimed: Vec::new(), lost: false }
        }
        Ok(_) | Err(_) => parse_list(text),
    }
}

/// The items of a list file. A large one is parsed in pieces, side by side, each small enough to stay in the
/// processor's cache. A piece begins where a line begins with `- `: only quotes, brackets and anchors can reach across
/// such a line, each of them spoils a piece, and then the whole is parsed instead.
fn parse_items<T: FileItem>(text: &str) -> Result<Vec<Vec<T>>, serde_yaml::Error> {
    let whole = || piece(text).map(|items| vec![items]);
    if !may_be_cut(text) {
        return whole();
    }
    threads::ready();
    let pieces: Result<Vec<Vec<T>>, _> = pieces(text, PIECE_BYTES).into_par_iter().map(piece).collect();
    pieces.or_else(|_| whole())
}

/// Whether a text is large enough to be cut, and one list from its first column on: no list further in, no other document, no
/// directive, which a piece alone would not know of.
fn may_be_cut(text: &str) -> bool {
    let says = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let marks = ["\n---", "\n...", "\n%"];
    text.len() >= 2 * PIECE_BYTES
        && text.lines().find(says).is_some_and(|line| line.starts_with("- "))
        && !marks.iter().any(|mark| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some())
}

/// The items of a text, or of a piece of one.
fn piece<T: FileItem>(text: &str) -> Result<Vec<T>, serde_yaml::Error> {
    let mut items = parsed::<Option<Vec<T>>>(text)?.unwrap_or_default();
    items.shrink_to_fit();
    Ok(items)
}

/// What a text says: found out quickly where it is written as plans are, else by the parser.
fn parsed<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, serde_yaml::Error> {
    quick(text).map_or_else(|| serde_yaml::from_str(text), Ok)
}

/// Cuts a text before lines that begin with `- `, into pieces of at least so many bytes.
fn pieces(text: &str, bytes: usize) -> Vec<&str> {
    let mut pieces = Vec::with_capacity(text.len() / bytes.max(256) + 1);
    let item = memchr::memmem::Finder::new("\n- ");
    let mut rest = text;
    while let Some(after) = rest.get(floor_char(rest, bytes)..).filter(|after| !after.is_empty()) {
        let Some(cut) = item.find(after.as_bytes()) else { break };
        let Some((piece, later)) = rest.split_at_checked(rest.len() - after.len() + cut + 1) else { break };
        pieces.push(piece);
        rest = later;
    }
    pieces.push(rest);
    pieces
}

/// Reads a file that holds one thing.
pub(super) fn parse_one<T: FileItem>(mut text: ReadText) -> Parsed<T> {
    if !readable(&mut text) {
        return Parsed { text, items: Items::none(), maimed: Vec::new(), lost: true };
    }
    let error = match parsed::<T>(&text.text) {
        Ok(item) if !suspects(&text.text) => {
            return Parsed { text, items: Items::All(vec![vec![item]]), maimed: Vec::new(), lost: false };
        }
        Ok(_) => None,
        Err(error) => Some(error),
    };
    parse_again::<T, T>(text, error)
}

/// What a text of `plan.yaml` says; `None` where it has a fault.
pub fn read_head(text: &str) -> Option<Head> {
    let parsed = parse_one::<Head>(plain(text));
    if parsed.text.faults.is_empty() { parsed.items.first() } else { None }
}

/// The tasks of a text of `tasks/*.yaml`; `None` where it has a fault.
pub fn read_tasks(text: &str) -> Option<Vec<Task>> {
    whole(parse_list(plain(text)))
}

/// The entries of a text of `progress/*.yaml`; `None` where it has a fault.
pub fn read_entries(text: &str) -> Option<Vec<Entry>> {
    whole(parse_list(plain(text)))
}

fn plain(text: &str) -> ReadText {
    let marked = text.starts_with('\u{feff}');
    ReadText { text: text.trim_start_matches('\u{feff}').to_owned(), marked, faults: Vec::new() }
}

fn whole<T>(parsed: Parsed<T>) -> Option<Vec<T>> {
    let is_whole = !parsed.lost && parsed.text.faults.is_empty();
    is_whole.then(|| parsed.items.listed())
}

/// Whether a text may be given to the parsers; where not, why stands among its faults.
fn readable(text: &mut ReadText) -> bool {
    if let Some(at) = hostile(&text.text) {
        text.faults.push((at..at + 1, FaultKind::TooDeep));
    }
    text.faults.iter().all(|(_, kind)| *kind == FaultKind::ByteOrderMark)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So much that a list is cut behind it.
    fn padding() -> String {
        format!("#{}\n", "x".repeat(PIECE_BYTES))
    }

    fn task(id: &str) -> String {
        format!("- id: {id}\n  title: 任务\n  kind: continuous\n")
    }

    #[test]
    fn a_large_list_is_read_as_a_small_one() {
        let pad = padding();
        let (one, two) = (task("1-01"), task("1-02"));
        let firsts = [
            "~\n",
            "null\n",
            "[]\n",
            " - id: 1-09\n   title: t\n   kind: continuous\n",
            "%TAG ! tag:yaml.org,2002:\n---\n",
            "",
        ];
        for first in firsts {
            for between in ["", "...\n", "---\n", "# 说明\n", "%\n"] {
                let text = |pad: &str| format!("{first}{pad}{one}{pad}{between}{two}{pad}");
                let read = |text: String| read_tasks(&text).map(|tasks| tasks.len());
                assert_eq!(read(text(&pad)), read(text("#\n")), "{first:?} {between:?}");
            }
        }
    }

    #[test]
    fn what_an_alias_or_an_escape_stands_for_is_found_in_a_large_journal() {
        let pad = padding();
        for task in ["\"1\\x2d01\"", "*t", "\"1\\\n    -01\""] {
            let other = "- date: 2020-07-22\n  task: &t 1-01\n";
            let text = format!("{other}{pad}- date: 2020-07-23\n  task: {task}\n{pad}");
            let found = parse_list_about::<Entry>(plain(&text), &["1-01".to_owned()]);
            assert_eq!(found.items.listed().len(), 2, "{task}");
        }
    }
}
