//! What stands on a page and is none of the text: page numbers, and heads and feet that come again on each page.

use std::collections::HashMap;

use super::lines::Line;

/// So many lines at the top and at the bottom of a page are looked at.
const LOOKED_AT: usize = 2;

/// Takes page numbers and running heads out of pages of lines.
pub(super) fn without_furniture(pages: &mut [Vec<Line>]) {
    let mut seen: HashMap<(String, i64), usize> = HashMap::new();
    for page in pages.iter() {
        edges(page).for_each(|line| *seen.entry(mark(line)).or_default() += 1);
    }
    let count = pages.iter().filter(|page| !page.is_empty()).count();
    for page in pages {
        let places: Vec<usize> = (0..page.len()).filter(|at| *at < LOOKED_AT || at + LOOKED_AT >= page.len()).collect();
        let furniture: Vec<bool> = (0..page.len())
            .map(|at| {
                let Some(line) = page.get(at).filter(|_| places.contains(&at)) else { return false };
                let again = seen.get(&mark(line)).copied().unwrap_or(0);
                is_page_number(&line.text) || (count >= 2 && again >= 2 && again * 2 >= count)
            })
            .collect();
        let mut furniture = furniture.into_iter();
        page.retain(|_| furniture.next() != Some(true));
    }
}

fn edges(page: &[Line]) -> impl Iterator<Item = &Line> {
    let last = page.len().saturating_sub(LOOKED_AT).max(LOOKED_AT);
    page.iter().take(LOOKED_AT).chain(page.iter().skip(last))
}

/// What a running head has in common on all pages: its words, but for numbers, and its height.
fn mark(line: &Line) -> (String, i64) {
    let mut words: Vec<char> = line.text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    words.retain(|c| !c.is_whitespace());
    words.dedup_by(|one, before| *one == '0' && *before == '0');
    (words.into_iter().collect(), (line.y / 4.0).round() as i64)
}

/// `- 3 -`, `— 3 —`, `第 3 页 共 9 页`, `3 / 9`.
pub(super) fn is_page_number(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = bare.trim_matches(|c: char| "-—–－_·•~〜".contains(c));
    let inner = inner.strip_prefix('第').unwrap_or(inner);
    let inner = inner.replace(['页', '頁', '共'], "");
    let parts: Vec<&str> = inner.split(['/', '／', '，', ',']).collect();
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let wide: String = inner.chars().map(|c| if ('０'..='９').contains(&c) { '0' } else { c }).collect();
    (parts.len() <= 2 && parts.iter().all(is_number))
        || (wide.len() <= 4 && !wide.is_empty() && wide.chars().all(|c| c == '0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_text() {
        for line in ["3", "- 12 -", "— 3 —", "－３－", "第 3 页", "第3页 共12页", "3 / 12", "第 1 页，共 3 页"]
        {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["2026年", "1.2", "一", "12亿元", "页", "—", "", "20260301", "1、"] {
            assert!(!is_page_number(line), "{line}");
        }
    }

    #[test]
    fn what_comes_again_on_the_pages_is_taken_out() {
        let line =
            |text: &str, y: f64| Line { text: text.to_owned(), left: 0.0, right: 100.0, y, size: 12.0, parted: false };
        let page = |number: usize| {
            // What differs in more than numbers from page to page is the document's own.
            let matter = ["", "推进", "完成", "启动"][number];
            let body = (0..4_i32).map(|at| line(&format!("{matter}第{at}项工作"), 700.0 - 20.0 * f64::from(at)));
            [line("某镇文件", 800.0)]
                .into_iter()
                .chain(body)
                .chain([line(&format!("file:///甲 {}/12", 8 + number), 40.0)])
                .collect::<Vec<_>>()
        };
        let mut pages = vec![page(1), page(2), page(3)];
        without_furniture(&mut pages);
        assert!(pages.iter().all(|page| page.len() == 4), "{pages:?}");
    }
}
