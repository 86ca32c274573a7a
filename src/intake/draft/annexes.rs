//! Where annexes begin: 附件1 in a line of its own, and the title below it.

use std::collections::HashMap;
use std::ops::Range;

use super::headings::number;
use super::listed::{Words, holds};
use super::sentences::{Paragraph, title_of};

/// An annex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Annex {
    /// Its title.
    pub(super) words: String,
    /// The paragraphs in which the title stands.
    pub(super) title: Range<usize>,
    /// Whether it explains words and orders no work.
    pub(super) explains: bool,
}

/// The annexes, by the paragraphs with which they begin.
pub(super) type Annexes = HashMap<usize, Annex>;

/// What the titles of annexes say that explain, rather than order.
static EXPLAINS: Words = Words::of("名词解释 名词注释 词语解释 指标解释 指标说明 术语 注释 有关说明 名词说明 缩略语");
/// The longest title of an annex, in characters.
const LONGEST: usize = 40;

/// The annexes of a document.
pub(super) fn annexes(paragraphs: &[Paragraph<'_>]) -> Annexes {
    let line = |at: usize| {
        let paragraph = paragraphs.get(at)?;
        let first = paragraph.first().filter(|first| paragraph.len() == 1 && first.is_text())?;
        Some(first.text.trim())
    };
    let begins = (0..paragraphs.len()).filter(|at| line(*at).is_some_and(is_mark));
    let annex = |at: usize| {
        let is_title = |place: &usize| {
            line(*place).is_some_and(|line| {
                line.chars().count() <= LONGEST && number(line).is_none() && !line.ends_with(['。', '：', ':', '；'])
            })
        };
        let last = (at + 1..at + 2).take_while(is_title).last().unwrap_or(at);
        let words: String = (at + 1..=last).filter_map(line).map(title_of).collect();
        let words = if words.is_empty() { line(at).unwrap_or("").to_owned() } else { words };
        let explains = holds(&words, &EXPLAINS);
        (at, Annex { words, title: at + 1..last + 1, explains })
    };
    begins.map(annex).collect()
}

/// 附件, 附件1：, 附表二.
fn is_mark(line: &str) -> bool {
    let number = ["附件", "附表", "附录"].iter().find_map(|word| line.strip_prefix(word));
    number.is_some_and(|number| {
        let number = number.trim().trim_end_matches(['：', ':']);
        number.chars().count() <= 2 && number.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    })
}
