//! The numbers of pages that a previewer puts in front of each page it shows: `2、况分析，…`, in the midst of a sentence.

use std::ops::Range;

/// A shorter line is no page, in characters.
const SHORTEST: usize = 80;
/// Fewer lines that go on in the next may be items.
const LEAST: usize = 2;

/// The text with spaces for the numbers of its pages, as long as before; nothing where it has none.
pub(super) fn without_numbers(text: &str) -> Option<String> {
    let mut plain = text.to_owned();
    let spans: Vec<Range<usize>> = pages(text).into_iter().map(|(_, number)| number).collect();
    for span in spans.iter().rev() {
        let blank = text.get(span.clone())?.chars().map(|c| if c.len_utf8() == 3 { '\u{3000}' } else { ' ' });
        let blank: String = blank.collect();
        plain.replace_range(span.clone(), &blank);
    }
    (!spans.is_empty()).then_some(plain)
}

/// The lines, from 1, that are pages and go on in the next line.
pub(super) fn going_on(text: &str) -> Vec<usize> {
    let pages = pages(text);
    let last = pages.len().saturating_sub(1);
    pages.into_iter().take(last).map(|(line, _)| line).collect()
}

/// The pages of a text, by their lines and the bytes of their numbers: each begins with the next number, and all but the last
/// are long and end in the midst of a sentence. So do no items.
fn pages(text: &str) -> Vec<(usize, Range<usize>)> {
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    let (mut start, mut goes_on) = (0, true);
    for (line, at) in text.split('\n').zip(1..) {
        let begin = start;
        start += line.len() + 1;
        let number = format!("{}、", found.len() + 1);
        if line.starts_with(&number) && goes_on {
            found.push((at, begin..begin + number.len()));
            goes_on = breaks_off(line);
        } else if found.len() <= LEAST {
            (found, goes_on) = (Vec::new(), true);
        } else {
            break;
        }
    }
    if found.len() > LEAST { found } else { Vec::new() }
}

fn breaks_off(line: &str) -> bool {
    line.chars().count() >= SHORTEST && line.trim_end().ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paged(pages: [&str; 3]) -> String {
        let long = "推进道路建设，".repeat(12);
        pages.map(|page| page.replace('~', &long)).join("\n")
    }

    #[test]
    fn pages_are_told_from_items_by_where_they_break() {
        let pages = paged(["1、~加快管", "2、网改造。~完成验", "3、收。"]);
        let plain = without_numbers(&pages).unwrap();
        assert_eq!((plain.len(), plain.contains('、')), (pages.len(), false), "{plain}");
        for items in [["1、~加快管网改造。", "2、~完成验收。", "3、~"], ["1、道路", "2、管网", "3、验收"]]
        {
            assert_eq!(without_numbers(&paged(items)), None);
        }
        assert_eq!(without_numbers(&paged(["1、~加快管", "3、网", "2、收"])), None);
    }
}
