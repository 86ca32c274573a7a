//! The names of pages' files.

use std::collections::HashSet;

use crate::words;

/// Characters of an id that a file's name takes over.
const LONGEST: usize = 80;

/// Gives out names of files. Names that differ only in case are one file on some systems.
#[derive(Debug, Default)]
pub(super) struct PageNames {
    taken: HashSet<String>,
}

impl PageNames {
    /// The name of the page of something with that id: the id itself, unless it is too long, another has it already, it names a device,
    /// or it holds what a file's name or an address should not.
    pub(super) fn give(&mut self, id: &str) -> String {
        let is_plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
        let mut stem: String = id.chars().filter(is_plain).take(LONGEST).collect();
        if stem.is_empty() || words::is_device(&stem) {
            stem.insert(0, '_');
        }
        let numbered = (2_usize..).map(|number| format!("{stem}~{number}"));
        let names = std::iter::once(stem.clone()).chain(numbered);
        names.into_iter().find(|name| self.taken.insert(name.to_lowercase())).unwrap_or(stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_as_its_task_and_no_two_pages_alike() {
        let mut names = PageNames::default();
        for (id, name) in [
            ("22-07", "22-07"),
            ("a-1", "a-1"),
            ("A-1", "A-1~2"),
            ("A-1~2", "A-12"),
            ("../../etc", "....etc"),
            ("..", ".."),
            ("一", "_"),
            ("二", "_~2"),
            ("con\"<>", "_con"),
            ("con", "_con~2"),
            ("aux.1", "_aux.1"),
        ] {
            assert_eq!(names.give(id), name, "{id}");
        }
        let long = names.give(&"1".repeat(300));
        assert_eq!((long.len(), names.give(&"1".repeat(301))), (80, format!("{long}~2")));
    }
}
