//! A file of the plan as a reader wants it in `git diff`: a block for each task or entry, a line for each of its
//! fields, whatever order, quotes and remarks the file has.

use crate::plan::Language;
use crate::say;
use crate::store::{Node, NodeData, read_node};
use crate::words;
use crate::words::fields::{self, Holds, Place};

use crate::words::visible;

/// So many short values stand on one line.
const FEW: usize = 3;

/// The file's blocks; `None` where it is no file of a plan, or cannot be read.
pub fn readable(text: &str, lang: Language) -> Option<String> {
    let root = read_node(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()??;
    let has = |item: &Node, keys: &[&str]| keys.iter().all(|key| item.get(key).is_some());
    let all_have = |keys: &[&str]| !root.items().is_empty() && root.items().iter().all(|item| has(item, keys));
    let blocks: Vec<String> = if all_have(&["id"]) {
        root.items().iter().map(|task| block(task, Place::Task, &["id", "title"], lang)).collect()
    } else if all_have(&["date", "task"]) {
        root.items().iter().map(|entry| block(entry, Place::Entry, &["date", "task", "by"], lang)).collect()
    } else if all_have(&["number", "date"]) {
        root.items().iter().map(|notice| block(notice, Place::Notice, &["number", "date"], lang)).collect()
    } else if has(&root, &["format", "id"]) {
        vec![block(&root, Place::Plan, &["id", "title"], lang)]
    } else {
        return None;
    };
    Some(blocks.join("\n"))
}

/// A block: what it is about, and the rest a line each below.
fn block(item: &Node, place: Place, about: &[&str], lang: Language) -> String {
    let head: Vec<String> =
        about.iter().filter_map(|key| item.get(key)?.text()).map(|text| visible(text).into_owned()).collect();
    let mut out = format!("{}\n", head.join(" "));
    for (key, value) in in_order(item, place) {
        // What the head says need not be said again, unless it is no single word.
        let is_said = about.contains(&key) && value.text().is_some();
        if !is_said {
            write(&mut out, 1, (place, key), value, lang);
        }
    }
    out
}

/// A map's keys in the order in which a reader wants them; those that no file has behind the others.
fn in_order(map: &Node, place: Place) -> Vec<(&str, &Node)> {
    let own = fields::of(place);
    let rank = |key: &str| own.iter().position(|field| field.key == key).unwrap_or(own.len());
    let mut pairs: Vec<(&str, &Node)> =
        map.pairs().iter().filter_map(|(key, value)| Some((key.text()?, value))).collect();
    pairs.sort_by_key(|(key, _)| (rank(key), *key));
    pairs
}

/// Where the parts of a field's value stand; of one without parts, in its own place.
fn inside((place, key): (Place, &str)) -> Place {
    match fields::field(place, key).map(|field| field.holds) {
        Some(Holds::Parts(parts)) => parts,
        Some(
            Holds::Text | Holds::Prose | Holds::Day | Holds::OneOf(_) | Holds::Fields | Holds::Own | Holds::Amended,
        )
        | None => place,
    }
}

fn write(out: &mut String, depth: usize, (place, key): (Place, &str), value: &Node, lang: Language) {
    let indent = "  ".repeat(depth);
    let name = visible(fields::name(lang, place, key));
    let parts = inside((place, key));
    match &value.data {
        NodeData::Scalar { .. } => {
            let value = scalar(place, key, value, lang);
            out.push_str(&say!(lang, "{indent}{name}：{value}\n", "{indent}{name}: {value}\n"));
        }
        NodeData::List(items) if items.iter().all(|item| item.text().is_some()) => {
            let value = words::list(lang, items.iter().map(|item| scalar(place, key, item, lang)));
            out.push_str(&say!(lang, "{indent}{name}：{value}\n", "{indent}{name}: {value}\n"));
        }
        NodeData::List(items) => items.iter().for_each(|item| {
            out.push_str(&item_line(&indent, parts, item, lang));
            for (key, value) in in_order(item, parts).into_iter().filter(|(_, value)| !is_short(value)) {
                write(out, depth + 1, (parts, key), value, lang);
            }
        }),
        NodeData::Map(pairs) if pairs.len() <= FEW && pairs.iter().all(|(_, value)| value.text().is_some()) => {
            let pairs: Vec<String> =
                in_order(value, parts).into_iter().map(|(key, value)| short_pair((parts, key), value, lang)).collect();
            let value = pairs.join(lang.pick("，", ", "));
            out.push_str(&say!(lang, "{indent}{name}：{value}\n", "{indent}{name}: {value}\n"));
        }
        NodeData::Map(_) => {
            out.push_str(&format!("{indent}{name}\n"));
            for (key, value) in in_order(value, parts) {
                write(out, depth + 1, (parts, key), value, lang);
            }
        }
    }
}

/// An item of a list on one line, with all of it that is short.
fn item_line(indent: &str, place: Place, item: &Node, lang: Language) -> String {
    let name = place.name(lang);
    let known_by =
        ["id", "name", "key"].into_iter().find(|key| item.get(key).is_some_and(|value| value.text().is_some()));
    let title = known_by.and_then(|key| item.get(key)).map_or_else(String::new, shown);
    let short = in_order(item, place).into_iter().filter(|(key, value)| Some(*key) != known_by && is_short(value));
    let rest: Vec<String> = short.map(|(key, value)| short_pair((place, key), value, lang)).collect();
    let rest = rest.join(lang.pick("，", ", "));
    let colon = if rest.is_empty() { "" } else { lang.pick("：", ": ") };
    format!("{indent}{name} {title}{colon}{rest}\n")
}

fn short_pair((place, key): (Place, &str), value: &Node, lang: Language) -> String {
    let name = visible(fields::name(lang, place, key));
    let value = match value.items() {
        [] => scalar(place, key, value, lang),
        items => words::list(lang, items.iter().map(|item| scalar(place, key, item, lang))),
    };
    format!("{name} {value}")
}

/// Whether a value fits into its item's line.
fn is_short(value: &Node) -> bool {
    match &value.data {
        NodeData::Scalar { .. } => true,
        NodeData::List(items) => items.iter().all(|item| item.text().is_some()),
        NodeData::Map(_) => false,
    }
}

fn scalar(place: Place, key: &str, value: &Node, lang: Language) -> String {
    let said = value.text().filter(|_| !value.is_nothing()).map(|text| words::held(lang, place, key, text));
    said.map_or_else(|| shown(value), |said| visible(&said).into_owned())
}

/// A value as it is written.
fn shown(value: &Node) -> String {
    if value.is_nothing() { "—".to_owned() } else { visible(value.text().unwrap_or("")).into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_quotes_and_remarks_change_nothing() {
        let one = "- id: 22-01\n  title: 甲\n  kind: measured\n  support: [乙, 丙]\n  metrics:\n    - { name: 户数, target: 92 }\n";
        let other = "# 注\n- kind: \"measured\" # x\n  metrics: [{target: 92, name: 户数}]\n  support:\n    - 乙\n    - '丙'\n  id: 22-01\n  title: 甲\n";
        assert_eq!(readable(one, Language::Chinese), readable(other, Language::Chinese));
        insta::assert_snapshot!(format!(
            "{}\n{}",
            readable(one, Language::Chinese).unwrap(),
            readable(one, Language::English).unwrap()
        ));
    }

    #[test]
    fn what_is_no_plan_is_not_read() {
        for text in ["", "- [", "a: 1\n", "- x\n", "文字\n", "- id: 1\n- no: 2\n"] {
            assert_eq!(readable(text, Language::Chinese), None, "{text}");
        }
    }
}
