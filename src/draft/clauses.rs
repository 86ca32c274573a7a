//! Clauses: what commas and semicolons part, outside quotes and brackets; and which of them are one task.

use std::ops::Range;

use super::headings::number;
use super::metrics::targets;
use super::numbers::{begins_with_thousands, is_digit};
use super::verbs::{Opening, contains_order, opening};

/// A clause of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its bytes in the sentence, without the mark that ends it.
    pub(super) span: Range<usize>,
    /// Whether a semicolon, or the beginning of the sentence, stands before it.
    pub(super) begins: bool,
}

impl Clause {
    /// Its words, without the number in front of it.
    pub(super) fn words<'t>(&self, sentence: &'t str) -> &'t str {
        let words = sentence.get(self.span.clone()).unwrap_or("").trim();
        number(words).map_or(words, |(_, rest)| rest)
    }
}

/// A clause of fewer characters is no task by itself.
const SHORTEST: usize = 5;
/// A clause without a verb at its beginning is no matter of its own if it is shorter.
const LEAST_MATTER: usize = 9;

/// The clauses of a sentence.
pub(super) fn clauses(sentence: &str) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut depth = Depth::default();
    let (mut start, mut begins) = (0, true);
    let mut before = None;
    for (at, c) in sentence.char_indices() {
        depth.pass(c);
        let behind = sentence.get(at + c.len_utf8()..).unwrap_or("");
        let in_number = matches!(c, ',' | '，') && before.is_some_and(is_digit) && begins_with_thousands(behind);
        before = Some(c);
        if depth.is_open() || in_number || !matches!(c, '，' | ',' | '；' | ';' | '。' | '！' | '？') {
            continue;
        }
        push(&mut clauses, sentence, start..at, begins);
        begins = matches!(c, '；' | ';' | '。' | '！' | '？');
        start = at + c.len_utf8();
    }
    push(&mut clauses, sentence, start..sentence.len(), begins);
    clauses
}

fn push(clauses: &mut Vec<Clause>, sentence: &str, span: Range<usize>, begins: bool) {
    let words = sentence.get(span.clone()).unwrap_or("");
    if words.chars().any(char::is_alphanumeric) {
        let front = words.len() - words.trim_start().len();
        clauses.push(Clause { span: span.start + front..span.start + front + words.trim().len(), begins });
    }
}

/// The clauses of a sentence that are one task each: a semicolon parts tasks, and a comma does where a verb
/// that orders work follows and work was ordered before it. What leads to the work, and what it is for, stay with it.
pub(super) fn groups(sentence: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut ordered = false;
    for clause in clauses(sentence) {
        let words = clause.words(sentence);
        // Behind the work, 为… says what it is for.
        let opening = if ordered && words.starts_with('为') { Opening::Purpose } else { opening(words) };
        let numbered = number(sentence.get(clause.span.clone()).unwrap_or("")).is_some();
        let begins = (clause.begins && contains_order(words)) || numbered;
        // Words that lead to nothing before a semicolon belong to what stands before them.
        if begins && !ordered && groups.len() > 1 {
            fold(&mut groups);
            ordered = true;
        }
        let works = words.chars().count() >= SHORTEST && matches!(opening, Opening::Order | Opening::LeadIn);
        let parted = ordered && (begins || works || is_matter(words, opening));
        match groups.last_mut() {
            Some(group) if !parted => {
                group.end = clause.span.end;
                ordered |= opening != Opening::LeadIn;
            }
            _ => {
                groups.push(clause.span.clone());
                ordered = opening != Opening::LeadIn;
            }
        }
    }
    if !ordered {
        fold(&mut groups);
    }
    groups
}

/// Adds the last group to the one before it.
fn fold(groups: &mut Vec<Range<usize>>) {
    if groups.len() > 1 {
        let end = groups.pop().map(|group| group.end);
        if let (Some(last), Some(end)) = (groups.last_mut(), end) {
            last.end = end;
        }
    }
}

/// Whether a clause without a verb at its beginning is a matter of its own: one with a number or a day.
/// 商榻集镇区停车场等9项实事项目全面完成建设.
fn is_matter(words: &str, opening: Opening) -> bool {
    let told = opening == Opening::Other && words.chars().count() >= LEAST_MATTER && contains_order(words);
    told && (words.contains("年底")
        || words.contains("月底")
        || words.contains("严格控制")
        || targets(words).count() > 0)
}

/// How deep in quotes and brackets a text is.
#[derive(Debug, Default, Clone)]
pub(super) struct Depth {
    open: Vec<char>,
}

/// More marks in each other are no text of an office.
const DEEPEST: usize = 64;

/// Marks that stand in pairs.
pub(super) const PAIRS: [(char, char); 11] = [
    ('“', '”'),
    ('‘', '’'),
    ('（', '）'),
    ('(', ')'),
    ('《', '》'),
    ('〈', '〉'),
    ('【', '】'),
    ('「', '」'),
    ('『', '』'),
    ('〔', '〕'),
    ('[', ']'),
];

impl Depth {
    /// Goes on by one character. A mark that closes what was never opened is passed over.
    pub(super) fn pass(&mut self, c: char) {
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == c) {
            if self.open.len() < DEEPEST {
                self.open.push(*close);
            }
        } else if let Some(place) = self.open.iter().rposition(|close| *close == c) {
            self.open.truncate(place);
        }
        // A mark that is never closed must not swallow the document.
        if c == '。' || c == '\n' && self.open.len() > 3 {
            self.open.clear();
        }
    }

    /// The marks that would close what is open.
    pub(super) fn closing(&self) -> String {
        self.open.iter().rev().collect()
    }

    /// Whether something is open.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(sentence: &str) -> Vec<&str> {
        groups(sentence).into_iter().map(|span| &sentence[span]).collect()
    }

    #[test]
    fn work_is_parted_from_work_and_not_from_what_it_is_for() {
        for (sentence, tasks) in [
            (
                "完成龚都村92户农(渔)民相对集中居住项目,继续推进农民建房试点工作,鼓励成片建设。",
                &["完成龚都村92户农(渔)民相对集中居住项目", "继续推进农民建房试点工作", "鼓励成片建设"][..],
            ),
            (
                "加强农业招商,积极引进龙头企业,提升农业发展能级。",
                &["加强农业招商", "积极引进龙头企业,提升农业发展能级"],
            ),
            ("依据我镇2035总体规划,完善西岑社区控制性详细规划。", &["依据我镇2035总体规划,完善西岑社区控制性详细规划"]),
            ("构建“一屏观天下,一网治全镇”新体系。", &["构建“一屏观天下,一网治全镇”新体系"]),
            (
                "一是加快建设；二是完成甲，确保质量；三是抓好乙。",
                &["一是加快建设", "二是完成甲，确保质量", "三是抓好乙"],
            ),
            ("安置1,447户群众。", &["安置1,447户群众"]),
            ("完善（甲，乙。", &["完善（甲，乙"]),
        ] {
            assert_eq!(parted(sentence), tasks, "{sentence}");
        }
    }
}
