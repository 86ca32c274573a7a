//! Units, sections and themes that `plan.yaml` does not know yet.

use crate::plan::{NamedPlace, OwnField, OwnKind, Section, Theme, Unit};
use crate::store::node::Node;
use crate::store::scalar::{block_scalar, flow_scalar};

use super::items::line_after;
use super::keys::{Step, cleared, column, holds_remark, reached, remove_item};
use super::style::line_end;
use crate::words::Worded;

/// The text with a unit behind the others. `None` where its place is not certain.
pub(super) fn add_unit(text: &str, unit: &Unit) -> Option<String> {
    let mut parts = vec![format!("name: {}", flow_scalar(unit.name.as_str()))];
    parts.extend(unit.short.as_ref().map(|short| format!("short: {}", flow_scalar(short))));
    parts.extend(unit.note.as_ref().map(|note| format!("note: {}", flow_scalar(note))));
    push(text, &[Step::Key("units")], &Item::line(format!("{{ {} }}", parts.join(", "))))
}

/// The text with a place behind the others.
pub(super) fn add_place(text: &str, place: &NamedPlace) -> Option<String> {
    push(text, &[Step::Key("places")], &Item::line(flow_scalar(&place.name)))
}

/// The text with a sentence that orders no work behind the others.
pub(super) fn add_context(text: &str, sentence: &str) -> Option<String> {
    push(text, &[Step::Key("context")], &Item::line(flow_scalar(sentence)))
}

/// The text with a field of the office's own behind the others.
pub(super) fn add_field(text: &str, field: &OwnField) -> Option<String> {
    let mut parts = vec![format!("key: {}", flow_scalar(&field.key))];
    parts.extend(field.title.as_ref().map(|title| format!("title: {}", flow_scalar(title))));
    parts.extend(field.unit.as_ref().map(|unit| format!("unit: {}", flow_scalar(unit))));
    parts.extend((field.kind != OwnKind::default()).then(|| format!("kind: {}", field.kind.key())));
    parts.extend(field.public.then(|| "public: true".to_owned()));
    push(text, &[Step::Key("fields")], &Item::line(format!("{{ {} }}", parts.join(", "))))
}

/// The text with what a column of a ledger holds behind the others.
pub(super) fn add_column(text: &str, said: &str) -> Option<String> {
    push(text, &[Step::Key("columns")], &Item::line(flow_scalar(said)))
}

/// The text without the so-manieth of them; without the list where it was the only one.
pub(super) fn remove_field(text: &str, at: usize) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let list = root.get("fields")?;
    if list.items().len() > 1 {
        return remove_item(text, list, at);
    }
    // A remark among the lines that go may be about more than they are.
    (!holds_remark(text, &list.span, list)).then(|| cleared(text, &["fields"]))?
}

/// The text with a section behind the others.
pub(super) fn add_section(text: &str, section: &Section) -> Option<String> {
    let themes: Vec<String> = section.themes.iter().map(theme).collect();
    let mut lines = vec![format!("id: {}", quoted(&section.id)), format!("title: {}", block_scalar(&section.title))];
    let mut flow = format!("id: {}, title: {}", quoted(&section.id), flow_scalar(&section.title));
    if !themes.is_empty() {
        lines.push("themes:".to_owned());
        lines.extend(themes.iter().map(|theme| format!("  - {theme}")));
        flow += &format!(", themes: [{}]", themes.join(", "));
    }
    push(text, &[Step::Key("sections")], &Item { lines, flow: format!("{{ {flow} }}") })
}

/// The text with a theme behind the others of its section, the so-manieth of the plan.
pub(super) fn add_theme(text: &str, section: usize, new: &Theme) -> Option<String> {
    let path = [Step::Key("sections"), Step::Item(section), Step::Key("themes")];
    push(text, &path, &Item::line(theme(new)))
}

fn theme(theme: &Theme) -> String {
    format!("{{ id: {}, title: {} }}", quoted(&theme.id), flow_scalar(&theme.title))
}

/// Ids look like numbers, and are none.
fn quoted(id: &str) -> String {
    format!("\"{id}\"")
}

/// An item to be written: in lines of a block, or within brackets.
struct Item {
    lines: Vec<String>,
    flow: String,
}

impl Item {
    fn line(flow: String) -> Item {
        Item { lines: vec![flow.clone()], flow }
    }

    /// The item's lines behind a dash, each with its end.
    fn block(&self, lead: &str, line_end: &str) -> String {
        let indent = " ".repeat(lead.chars().count());
        let lines = self.lines.iter().enumerate();
        lines.map(|(at, line)| format!("{}{line}{line_end}", if at == 0 { lead } else { &indent })).collect()
    }
}

/// The text with an item at the end of a list, which is made where there is none.
fn push(text: &str, path: &[Step<'_>], item: &Item) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let (last, way) = path.split_last()?;
    let map = reached(&root, way)?;
    let Step::Key(key) = last else { return None };
    match map.pairs().iter().find(|(name, _)| name.text() == Some(key)) {
        None => add_list(text, map, key, item),
        Some((name, list)) if list.items().is_empty() => fill_empty(text, name, list, item),
        Some((_, list)) => behind_last(text, list, item),
    }
}

/// The text with an item, as it is to stand, behind the others of a list.
pub(super) fn push_raw(text: &str, path: &[Step<'_>], item: &str) -> Option<String> {
    push(text, path, &Item::line(item.to_owned()))
}

/// A list without items, `units: []` or `units:`, becomes one with an item.
fn fill_empty(text: &str, name: &Node, list: &Node, item: &Item) -> Option<String> {
    if is_within_brackets(text, name)? {
        let range = list.span.clone();
        return Some(format!("{}[{}]{}", text.get(..range.start)?, item.flow, text.get(range.end..)?));
    }
    let colon = name.span.end + text.get(name.span.end..)?.find(':')? + 1;
    let end = colon.max(list.span.end);
    let written = text.get(colon..end)?.trim();
    if !matches!(written, "" | "[]" | "~" | "null") {
        return None;
    }
    let indent = " ".repeat(column(text, name.span.start)? + 2);
    let (line_end, at) = (line_end(text), line_after(text, colon)?);
    let rest = text.get(end.min(at)..at)?;
    let mut head = format!("{}{rest}", text.get(..colon)?);
    if !head.ends_with('\n') {
        head += line_end;
    }
    Some(format!("{head}{}{}", item.block(&format!("{indent}- "), line_end), text.get(at..)?))
}

fn behind_last(text: &str, list: &Node, item: &Item) -> Option<String> {
    let last = list.items().last()?;
    if text.get(list.span.start..)?.starts_with('[') {
        let end = last.span.end;
        return Some(format!("{}, {}{}", text.get(..end)?, item.flow, text.get(end..)?));
    }
    let start = text.get(..last.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let lead = text.get(start..last.span.start)?;
    let at = line_after(text, last.span.end)?;
    insert(text, at, &item.block(lead, line_end(text)))
}

/// A key that is not there yet, behind the others of its map; of the whole file before its sections.
fn add_list(text: &str, map: &Node, key: &str, item: &Item) -> Option<String> {
    let pairs = map.pairs();
    let (first, last) = (pairs.first()?, pairs.last()?);
    let end = last.1.span.end.max(last.0.span.end);
    if is_within_brackets(text, &first.0)? {
        return Some(format!("{}, {key}: [{}]{}", text.get(..end)?, item.flow, text.get(end..)?));
    }
    let indent = " ".repeat(column(text, first.0.span.start)?);
    let line_end = line_end(text);
    let new = format!("{indent}{key}:{line_end}{}", item.block(&format!("{indent}  - "), line_end));
    let sections = pairs.iter().find(|(name, _)| name.text() == Some("sections"));
    match sections {
        Some((name, _)) => insert(text, text.get(..name.span.start)?.rfind('\n').map_or(0, |at| at + 1), &new),
        None => insert(text, line_after(text, end)?, &new),
    }
}

fn insert(text: &str, at: usize, new: &str) -> Option<String> {
    let gap = if at == text.len() && !text.is_empty() && !text.ends_with('\n') { line_end(text) } else { "" };
    Some(format!("{}{gap}{new}{}", text.get(..at)?, text.get(at..)?))
}

/// Whether a key stands in a map within brackets: something of its map stands before it on its line.
fn is_within_brackets(text: &str, name: &Node) -> Option<bool> {
    let start = text.get(..name.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    Some(text.get(start..name.span.start)?.contains(['{', '[', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_declared_where_the_others_are_and_nothing_else_changes() {
        let unit: Unit = serde_yaml::from_str("{ name: 乙办, short: 乙 }").unwrap();
        for (before, after) in [
            (
                "a: 1\nunits:\n  # 头\n  - { name: 甲办 } # 甲\nsections: []\n",
                "a: 1\nunits:\n  # 头\n  - { name: 甲办 } # 甲\n  - { name: 乙办, short: 乙 }\nsections: []\n",
            ),
            (
                "units:\n- name: 甲办\n  short: 甲\nb: 1\n",
                "units:\n- name: 甲办\n  short: 甲\n- { name: 乙办, short: 乙 }\nb: 1\n",
            ),
            ("units: [{ name: 甲办 }]\n", "units: [{ name: 甲办 }, { name: 乙办, short: 乙 }]\n"),
            ("units: []\nb: 1\n", "units:\n  - { name: 乙办, short: 乙 }\nb: 1\n"),
            ("units: [] # 待填\nb: 1\n", "units: # 待填\n  - { name: 乙办, short: 乙 }\nb: 1\n"),
            ("units:\nb: 1\n", "units:\n  - { name: 乙办, short: 乙 }\nb: 1\n"),
            ("a: 1\n# 板块\nsections: []", "a: 1\n# 板块\nunits:\n  - { name: 乙办, short: 乙 }\nsections: []"),
            ("units:\r\n  - { name: 甲办 }\r\n", "units:\r\n  - { name: 甲办 }\r\n  - { name: 乙办, short: 乙 }\r\n"),
        ] {
            assert_eq!(add_unit(before, &unit).as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn sections_and_themes_are_declared() {
        let section: Section =
            serde_yaml::from_str("{ id: '3', title: 丙, themes: [{ id: '31', title: 丙一 }] }").unwrap();
        let theme: Theme = serde_yaml::from_str("{ id: '22', title: 乙二 }").unwrap();
        let before = "sections:\n  - id: \"1\"\n    title: 甲\n  - id: \"2\"\n    title: 乙\n    themes:\n      - { id: \"21\", title: 乙一 }\ncontext: []\n";
        let after = before.replace(
            "context",
            "  - id: \"3\"\n    title: 丙\n    themes:\n      - { id: \"31\", title: 丙一 }\ncontext",
        );
        assert_eq!(add_section(before, &section), Some(after));
        let after = before.replace("context", "      - { id: \"22\", title: 乙二 }\ncontext");
        assert_eq!(add_theme(before, 1, &theme), Some(after));
        let after =
            before.replace("    title: 甲\n", "    title: 甲\n    themes:\n      - { id: \"22\", title: 乙二 }\n");
        assert_eq!(add_theme(before, 0, &theme), Some(after));
        assert_eq!(
            add_theme("sections: [{ id: '2', title: 乙 }]\n", 0, &theme).as_deref(),
            Some("sections: [{ id: '2', title: 乙, themes: [{ id: \"22\", title: 乙二 }] }]\n")
        );
        assert_eq!(
            add_section("sections: []\n", &section).as_deref(),
            Some("sections:\n  - id: \"3\"\n    title: 丙\n    themes:\n      - { id: \"31\", title: 丙一 }\n")
        );
    }
}
