//! New items in a list file.

use crate::store::node::{Node, NodeData};

use super::style::{Style, line_end};
use super::written::Written;

/// The text with items at its end. `None` where the end of its list is not certain.
pub(super) fn append(text: &str, items: impl Iterator<Item = Written>) -> Option<String> {
    let items: Vec<Written> = items.collect();
    if is_flow(text) {
        return items.iter().try_fold(text.to_owned(), |text, item| into_flow(&text, None, item));
    }
    let style = Style::of(text);
    append_lines(text, &items.iter().map(|item| style.item(&item.lines())).collect::<Vec<_>>())
}

fn append_lines(text: &str, items: &[String]) -> Option<String> {
    let style = Style::of(text);
    // A document may say where it ends.
    let end = text.strip_suffix("...\n").or_else(|| text.strip_suffix("...")).unwrap_or(text);
    let (head, tail) = match end.is_empty() || end.ends_with('\n') {
        true => (end, text.get(end.len()..)?),
        false => (text, ""),
    };
    let has_items = head.lines().any(|line| line.trim_start().starts_with('-'));
    let mut new = String::new();
    for (at, item) in items.iter().enumerate() {
        if style.spaced && (has_items || at > 0) {
            new.push_str(style.line_end);
        }
        new.push_str(item);
    }
    if head.is_empty() || head.ends_with('\n') {
        return Some(format!("{head}{new}{tail}"));
    }
    // A file without a newline at its end stays one.
    Some(format!("{head}{}{}", style.line_end, new.strip_suffix(style.line_end)?))
}

/// The text with items behind another one, or before the first. `None` where their place is not certain.
pub(super) fn insert(text: &str, after: Option<usize>, new: Vec<Written>) -> Option<String> {
    if is_flow(text) {
        let places = std::iter::once(after).chain((after.map_or(0, |after| after + 1)..).map(Some));
        return new
            .iter()
            .zip(places)
            .try_fold(text.to_owned(), |text, (item, after)| into_flow(&text, Some(after), item));
    }
    let style = Style::of(text);
    insert_lines(text, after, &new.iter().map(|item| style.item(&item.lines())).collect::<Vec<_>>())
}

/// The same with items that are written already, each in lines of its own as this text has them. `None` also where its
/// list stands in brackets.
pub(super) fn insert_lines(text: &str, after: Option<usize>, new: &[String]) -> Option<String> {
    if is_flow(text) {
        return None;
    }
    let root = Node::parse(text).ok()?;
    let items = root.as_ref().map_or(&[][..], Node::items);
    let style = Style::of(text);
    let gap = if style.spaced { style.line_end } else { "" };
    match (after, items) {
        (_, []) => append_lines(text, new),
        (Some(after), items) if after + 1 >= items.len() && !text.ends_with('\n') => append_lines(text, new),
        (Some(after), items) => {
            let item = items.get(after)?;
            let at = own_comments(text, line_after(text, item.span.end)?, dash_of(text, item)?);
            let new: String = new.iter().map(|item| format!("{gap}{item}")).collect();
            Some(format!("{}{new}{}", text.get(..at)?, text.get(at..)?))
        }
        (None, [first, ..]) => {
            let at = line_start(text, first.span.start)?;
            let new: String = new.iter().map(|item| format!("{item}{gap}")).collect();
            Some(format!("{}{new}{}", text.get(..at)?, text.get(at..)?))
        }
    }
}

/// Where the comments end that stand behind an item and further in than its dash: they are said of it.
pub(super) fn own_comments(text: &str, from: usize, dash: usize) -> usize {
    let behind = text.get(from..).unwrap_or("");
    let own = |line: &&str| line.trim_start().starts_with('#') && indent(line) > dash;
    from + behind.split_inclusive('\n').take_while(own).map(str::len).sum::<usize>()
}

/// How far in the dash of an item stands.
fn dash_of(text: &str, item: &Node) -> Option<usize> {
    text.get(line_start(text, item.span.start)?..item.span.start)?.find('-')
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Where the line begins in which a place lies.
pub(super) fn line_start(text: &str, at: usize) -> Option<usize> {
    Some(text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1))
}

/// Where the line after the one begins in which a value ends.
pub(super) fn line_after(text: &str, end: usize) -> Option<usize> {
    if text.get(..end)?.ends_with('\n') {
        return Some(end);
    }
    Some(text.get(end..)?.find('\n').map_or(text.len(), |newline| end + newline + 1))
}

/// Whether the text's list stands in brackets.
fn is_flow(text: &str) -> bool {
    let content = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#') && *line != "---");
    content.is_some_and(|line| line.starts_with('[') || line.starts_with("--- ["))
}

/// Puts an item into a list in brackets: at its end, or behind an item or before the first.
fn into_flow(text: &str, place: Option<Option<usize>>, item: &Written) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let NodeData::List(items) = &root.data else { return None };
    if items.is_empty() {
        let style = Style { line_end: line_end(text), indent: String::new(), gap: 1, spaced: false };
        let new = style.item(&item.lines());
        let (before, after) = (text.get(..root.span.start)?, text.get(root.span.end..)?);
        let after = after.strip_prefix('\r').unwrap_or(after);
        return Some(format!("{before}{new}{}", after.strip_prefix('\n').unwrap_or(after)));
    }
    let after = match place {
        Some(after) => after,
        None => Some(items.len() - 1),
    };
    let new = item.flow();
    match after {
        Some(after) => {
            let at = items.get(after)?.span.end;
            Some(format!("{}, {new}{}", text.get(..at)?, text.get(at..)?))
        }
        None => {
            let at = items.first()?.span.start;
            Some(format!("{}{new}, {}", text.get(..at)?, text.get(at..)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Entry;
    use crate::store::edit::written;

    fn entry(yaml: &str) -> Written {
        written::entry(&serde_yaml::from_str::<Entry>(yaml).unwrap())
    }

    #[test]
    fn an_item_is_appended_in_the_style_of_its_file() {
        let new = "- date: 2020-11-20\n  task: 22-07\n  note: 乙\n";
        for (before, after) in [
            ("", new.to_owned()),
            ("# 说明\n", format!("# 说明\n{new}")),
            ("- date: 2020-11-02\n  task: 22-07\n", format!("- date: 2020-11-02\n  task: 22-07\n{new}")),
            (
                "- date: 2020-11-02 # 会上\n  task: 22-07 # 尾注",
                "- date: 2020-11-02 # 会上\n  task: 22-07 # 尾注\n- date: 2020-11-20\n  task: 22-07\n  note: 乙"
                    .to_owned(),
            ),
            ("- a: 1\r\n", format!("- a: 1\r\n{}", new.replace('\n', "\r\n"))),
            ("  -   a: 1\n", "  -   a: 1\n  -   date: 2020-11-20\n      task: 22-07\n      note: 乙\n".to_owned()),
            ("- a: 1\n\n- a: 2\n", format!("- a: 1\n\n- a: 2\n\n{new}")),
            ("- a: 1\n...\n", format!("- a: 1\n{new}...\n")),
            ("[]\n", new.to_owned()),
            ("# 十一月\n[]", format!("# 十一月\n{new}")),
            ("[{ a: 1 }]\n", "[{ a: 1 }, { date: 2020-11-20, task: 22-07, note: 乙 }]\n".to_owned()),
            ("---\n- a: 1\n", format!("---\n- a: 1\n{new}")),
        ] {
            let appended = append(before, std::iter::once(entry("{ date: 2020-11-20, task: 22-07, note: 乙 }")));
            assert_eq!(appended.as_deref(), Some(after.as_str()), "{before:?}");
        }
    }

    #[test]
    fn an_item_is_inserted_behind_another_one_with_its_comments_left_alone() {
        let new = || entry("{ date: 2020-11-20, task: 22-07 }");
        let lines = "- date: 2020-11-20\n  task: 22-07\n";
        let before = "# 头\n- a: 1\n  b: |\n    文\n# 专题二\n- a: 2 # 注\n";
        let behind_first = format!("# 头\n- a: 1\n  b: |\n    文\n{lines}# 专题二\n- a: 2 # 注\n");
        assert_eq!(insert(before, Some(0), vec![new()]), Some(behind_first));
        assert_eq!(insert(before, Some(1), vec![new()]), Some(format!("{before}{lines}")));
        let said = "- a: 1\n  # 待核\n  # 依据\n# 专题二\n- a: 2\n  # 注\n";
        let behind = format!("- a: 1\n  # 待核\n  # 依据\n{lines}# 专题二\n- a: 2\n  # 注\n");
        assert_eq!(insert(said, Some(0), vec![new()]), Some(behind));
        assert_eq!(insert(said, Some(1), vec![new()]), Some(format!("{said}{lines}")));
        assert_eq!(insert(before, None, vec![new()]), Some(before.replacen("- a: 1", &format!("{lines}- a: 1"), 1)));
        assert_eq!(
            insert("- a: 1", Some(0), vec![new()]).as_deref(),
            Some("- a: 1\n- date: 2020-11-20\n  task: 22-07")
        );
        assert_eq!(
            insert("[{a: 1}, {a: 2}]", Some(0), vec![new()]).as_deref(),
            Some("[{a: 1}, { date: 2020-11-20, task: 22-07 }, {a: 2}]")
        );
        let several = || vec![entry("{ date: 2020-11-20, task: 22-07 }"), entry("{ date: 2020-11-21, task: 22-08 }")];
        let both = format!("{lines}{}", lines.replace("20\n", "21\n").replace("-07", "-08"));
        assert_eq!(insert("- a: 1\n- a: 2\n", Some(0), several()), Some(format!("- a: 1\n{both}- a: 2\n")));
        assert_eq!(insert("- a: 1\n", None, several()), Some(format!("{both}- a: 1\n")));
        for (after, shown) in [(Some(0), "[{a: 1}, A, B, {a: 2}]"), (None, "[A, B, {a: 1}, {a: 2}]")] {
            let shown = shown
                .replace('A', "{ date: 2020-11-20, task: 22-07 }")
                .replace('B', "{ date: 2020-11-21, task: 22-08 }");
            assert_eq!(insert("[{a: 1}, {a: 2}]", after, several()), Some(shown));
        }
    }
}
