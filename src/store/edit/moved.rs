//! Sections and themes at another place of `plan.yaml`, with the remarks above and beside them.

use std::ops::Range;

use crate::store::node::Node;

use super::head::push_raw;
use super::items::{line_after, line_start, own_comments};
use super::keys::{Step, reached, remove_item, splice};

/// The text with a section, or a theme of it, moved: of themes to the section `list`, before the item `at` or behind the
/// last one. Items are counted as they stand before.
pub(super) fn moved(
    text: &str,
    (section, theme): (usize, Option<usize>),
    list: Option<usize>,
    at: Option<usize>,
) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let from = list_way(theme.map(|_| section));
    let item = theme.unwrap_or(section);
    let taken = Taken::of(text, reached(&root, &from)?, item)?;
    let without = taken.without(text, reached(&root, &from)?, item)?;
    // A theme's section stays where it is, so the way to the other list is the same.
    let shift = usize::from(list == theme.map(|_| section) && at.is_some_and(|at| at > item));
    taken.put_into(&without, &list_way(list), at.map(|at| at - shift))
}

fn list_way(section: Option<usize>) -> Vec<Step<'static>> {
    match section {
        Some(section) => vec![Step::Key("sections"), Step::Item(section), Step::Key("themes")],
        None => vec![Step::Key("sections")],
    }
}

/// An item that is taken from its list.
struct Taken {
    /// What it is, without the dash.
    bare: String,
    /// Its lines with the dash and the remarks above; `None` within brackets.
    lines: Option<(Range<usize>, String, usize)>,
}

impl Taken {
    fn of(text: &str, list: &Node, at: usize) -> Option<Taken> {
        let item = list.items().get(at)?;
        let bare = text.get(item.span.clone())?.trim_end().to_owned();
        if text.get(list.span.start..)?.starts_with('[') {
            return Some(Taken { bare, lines: None });
        }
        let Range { start: dash, end } = own_lines(text, list, at)?;
        let indent = text.get(dash..end)?.find('-')?;
        // Remarks right above belong to it.
        let start = above_remarks(text, dash, indent)?;
        let mut lines = text.get(start..end)?.to_owned();
        if !lines.ends_with('\n') {
            lines.push('\n');
        }
        Some(Taken { bare, lines: Some((start..end, lines, indent)) })
    }

    fn without(&self, text: &str, list: &Node, at: usize) -> Option<String> {
        match &self.lines {
            Some((range, _, _)) => splice(text, range.clone(), ""),
            None => remove_item(text, list, at),
        }
    }

    fn put_into(&self, text: &str, way: &[Step<'_>], at: Option<usize>) -> Option<String> {
        let root = Node::parse(text).ok()??;
        let list = reached(&root, way);
        let Some((list, first)) = list.and_then(|list| list.items().first().map(|first| (list, first))) else {
            return self.is_one_line().then(|| push_raw(text, way, &self.bare))?;
        };
        let before = at.and_then(|at| list.items().get(at));
        if text.get(list.span.start..)?.starts_with('[') {
            let is_fit = self.is_one_line();
            return match before {
                Some(next) if is_fit => splice(text, next.span.start..next.span.start, &format!("{}, ", self.bare)),
                None if is_fit => push_raw(text, way, &self.bare),
                Some(_) | None => None,
            };
        }
        let (_, lines, indent) = self.lines.as_ref()?;
        let dash = line_start(text, first.span.start)?;
        let wanted = text.get(dash..first.span.start)?.find('-')?;
        let lines = shifted(lines, *indent, wanted)?;
        let place = match before {
            Some(next) => above_remarks(text, line_start(text, next.span.start)?, wanted)?,
            None => own_comments(text, line_after(text, list.items().last()?.span.end)?, wanted),
        };
        let gap = if place == text.len() && !text.ends_with('\n') { "\n" } else { "" };
        splice(text, place..place, &format!("{gap}{lines}"))
    }

    /// Whether it may stand within brackets: no remark would be lost.
    fn is_one_line(&self) -> bool {
        let remarks = self.lines.as_ref().is_some_and(|(_, lines, _)| lines.contains('#'));
        self.bare.starts_with('{') && !self.bare.contains('\n') && !remarks
    }
}

/// The lines of an item of a list, from its dash on, where it stands in lines of its own, with the comments behind it that are
/// said of it.
pub(super) fn own_lines(text: &str, list: &Node, at: usize) -> Option<Range<usize>> {
    let span = list.items().get(at)?.span.clone();
    let start = line_start(text, span.start)?;
    let front = text.get(start..span.start)?;
    let is_own = front.trim() == "-";
    let end = own_comments(text, line_after(text, span.end)?, front.find('-')?);
    is_own.then_some(start..end)
}

/// Where the remarks right above a line begin.
pub(super) fn above_remarks(text: &str, line: usize, indent: usize) -> Option<usize> {
    let mut start = line;
    while let Some(above) = start.checked_sub(1).and_then(|end| line_start(text, end)) {
        let line = text.get(above..start)?;
        if !line.trim_start().starts_with('#') || line.len() - line.trim_start().len() != indent {
            break;
        }
        start = above;
    }
    Some(start)
}

/// Lines as far to the right as those among which they are to stand.
fn shifted(lines: &str, from: usize, to: usize) -> Option<String> {
    let moved = lines.split_inclusive('\n').map(|line| match line.trim().is_empty() {
        true => Some(line.to_owned()),
        false => Some(format!("{}{}", " ".repeat(to), line.get(from..)?)),
    });
    moved.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "\
sections: # 头
  # 甲的注
  - id: \"1\"
    title: 甲 # 尾
    themes:
      - { id: \"11\", title: 甲一 }
      # 甲二的注
      - { id: \"12\", title: 甲二 } # 尾
  - id: \"2\"
    title: 乙
    themes:
    - id: \"21\"
      title: 乙一
context: []
";

    #[test]
    fn a_section_goes_with_its_themes_and_remarks() {
        let first = PLAN.find("  # 甲的注").unwrap()..PLAN.find("  - id: \"2\"").unwrap();
        let without = PLAN.replacen(&PLAN[first.clone()], "", 1);
        let behind = without.replace("context", &format!("{}context", &PLAN[first]));
        assert_eq!(moved(PLAN, (0, None), None, None).as_deref(), Some(behind.as_str()));
        assert_eq!(moved(&behind, (1, None), None, Some(0)).as_deref(), Some(PLAN));
    }

    #[test]
    fn a_theme_goes_to_another_section_as_that_is_written() {
        let theme = "      # 甲二的注\n      - { id: \"12\", title: 甲二 } # 尾\n";
        let wanted = PLAN
            .replace(theme, "")
            .replace("    - id: \"21\"", "    # 甲二的注\n    - { id: \"12\", title: 甲二 } # 尾\n    - id: \"21\"");
        assert_eq!(moved(PLAN, (0, Some(1)), Some(1), Some(0)).as_deref(), Some(wanted.as_str()));
        let wanted = PLAN.replace(theme, "").replace("      - { id: \"11\"", &format!("{theme}      - {{ id: \"11\""));
        assert_eq!(moved(PLAN, (0, Some(1)), Some(0), Some(0)).as_deref(), Some(wanted.as_str()));
    }

    #[test]
    fn within_brackets_commas_go_along() {
        let text = "sections: [{ id: '1', title: 甲, themes: [{ id: '11', title: 丙 }] }, { id: '2', title: 乙 }]\n";
        let swapped = "sections: [{ id: '2', title: 乙 }, { id: '1', title: 甲, themes: [{ id: '11', title: 丙 }] }]\n";
        assert_eq!(moved(text, (0, None), None, None).as_deref(), Some(swapped));
        assert_eq!(moved(text, (1, None), None, Some(0)).as_deref(), Some(swapped));
        let other = "sections: [{ id: '1', title: 甲, themes: [] }, { id: '2', title: 乙, themes: [{ id: '11', title: 丙 }] }]\n";
        assert_eq!(moved(text, (0, Some(0)), Some(1), None).as_deref(), Some(other));
    }
}
