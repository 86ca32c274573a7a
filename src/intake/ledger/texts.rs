//! What the texts of a ledger's cells say.

use crate::intake::sheet::{Cell, Value};
use crate::plan::meant::{half_width, numeral};
use crate::words::folded;

/// Whether a text in a cell says nothing: `—`, `无`, `/`.
pub(crate) fn says_nothing(text: &str) -> bool {
    let text = half_width(text);
    text.chars().all(|c| matches!(c, '-' | '/' | '\\' | '*'))
        || ["无", "暂无", "空", "未知", "未报", "未报送", "N/A", "n/a", "NA", "unknown", "[]", "{}", "null"]
            .contains(&text.as_str())
}

/// The text of a cell; `None` where it says nothing.
pub(crate) fn text_of(cell: &Cell) -> Option<String> {
    let text = match &cell.value {
        Value::Text(text) => text.trim().to_owned(),
        other @ (Value::Number(..) | Value::Day(_)) => other.text(),
        Value::Error(_) | Value::Formula(_) | Value::TooFine(_) => return None,
    };
    (!says_nothing(&text)).then_some(text)
}

/// A text without the mark that an exported ledger puts behind what is assumed. Two are a foreign ledger's own.
pub(crate) fn unmarked(text: &str) -> &str {
    text.strip_suffix('*').filter(|bare| !bare.ends_with(['*', ' ']) && !bare.is_empty()).unwrap_or(text)
}

/// The items of a cell that a program writes as a list: [Dana Kim,Lee Wong].
pub(crate) fn listed(text: &str) -> &str {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inside.filter(|inside| !inside.contains(['[', ']'])).map_or(text, str::trim)
}

/// A name as it is compared with the plan's: neither spaces nor the width of signs and brackets make a difference.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    name_key(one) == name_key(other)
}

/// What names that are the same have in common.
pub(crate) fn name_key(name: &str) -> String {
    folded(&squeezed(name))
}

/// A text without its spaces and line breaks: what a spreadsheet wraps stays the same.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What titles that are the same have in common, whatever stands between the items of one that is a list.
pub(crate) fn title_key(title: &str) -> String {
    name_key(title).replace(['；', ';'], "")
}

/// A title in one line: what a spreadsheet wraps is put together, and the items of a list are parted.
pub(crate) fn in_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_list = lines.iter().filter(|line| is_item(line)).count() > 1;
    lines.into_iter().fold(String::new(), |whole, line| {
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let last = whole.chars().next_back();
        let between = match last {
            Some(last) if is_list && is_item(line) => match last {
                '。' | '；' | '，' | '、' | '：' => "",
                _ if last.is_ascii_punctuation() => " ",
                _ if last.is_ascii() => "; ",
                _ => "；",
            },
            last if is_word(last) && is_word(line.chars().next()) => " ",
            Some(_) | None => "",
        };
        whole + between + line
    })
}

/// Whether a line begins with a number of its own: 1.、（1）、①.
fn is_item(line: &str) -> bool {
    if line.starts_with(|c: char| ('①'..='⑳').contains(&c)) || heading_number(line).is_some() {
        return true;
    }
    let line = line.strip_prefix(['（', '(']).unwrap_or(line);
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut signs = behind.chars();
    behind.len() < line.len()
        && signs.next().is_some_and(|sign| ".．)）".contains(sign))
        && !signs.next().is_some_and(|c| c.is_ascii_digit())
}

/// The parts of a cell that holds several: a line each, or with semicolons in between.
pub(crate) fn parts(text: &str) -> Vec<&str> {
    text.split(['\n', '；', ';']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The number before a heading, how deep such headings stand, and the heading without it: `一、`, `（二）`, `第三部分`.
pub(crate) fn heading_number(text: &str) -> Option<(u64, usize, &str)> {
    let text = text.trim();
    let numeral = |text: &str| numeral(text).ok().filter(|number| *number > 0);
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let (number, title) = rest.split_once(['）', ')'])?;
        return Some((numeral(number)?, 2, title.trim_start_matches(['、', ' ', '　'])));
    }
    let numbered = text.split_once('、').and_then(|(number, title)| Some((numeral(number)?, title)));
    if let Some((number, title)) = numbered {
        return Some((number, 1, title.trim()));
    }
    let (number, title) = text.strip_prefix('第')?.split_once(['部', '篇', '章', '板'])?;
    let title = title.trim_start_matches(['分', '块']).trim_start_matches(['：', ':', ' ', '　', '、']);
    Some((numeral(number)?, 1, title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_numbers() {
        for (text, meant) in [
            ("一、全力抓好经济建设", Some((1, 1, "全力抓好经济建设"))),
            ("（二）统筹谋划乡村振兴", Some((2, 2, "统筹谋划乡村振兴"))),
            ("第三部分　民生保障", Some((3, 1, "民生保障"))),
            ("十一、其他", Some((11, 1, "其他"))),
            ("完成92户、", None),
            ("甲、乙", None),
        ] {
            assert_eq!(heading_number(text), meant, "{text}");
        }
    }

    #[test]
    fn a_title_is_put_into_one_line() {
        for (text, line) in [
            ("迎接市级\n评审", "迎接市级评审"),
            ("Build the\nroad", "Build the road"),
            ("1.修订章程\n2.召开代表大会", "1.修订章程；2.召开代表大会"),
            ("1. Draft it;\n2. Print it\n3. Send it", "1. Draft it; 2. Print it; 3. Send it"),
            ("整治乱象：\n（1）摸清底数\n（2）逐户\n销号", "整治乱象：（1）摸清底数；（2）逐户销号"),
            ("完成\n1.5公里管网", "完成1.5公里管网"),
        ] {
            assert_eq!(in_one_line(text), line);
            assert_eq!(title_key(text), title_key(line));
        }
    }

    #[test]
    fn some_texts_say_nothing() {
        for text in ["—", "——", "-", " / ", "无", "暂无", "", "*"] {
            assert!(says_nothing(text), "{text}");
        }
        for text in ["0", "无法推进", "-1", "0%"] {
            assert!(!says_nothing(text), "{text}");
        }
    }
}
