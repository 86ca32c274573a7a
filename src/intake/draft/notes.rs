//! Where notes of responsibility stand in a sentence: behind it in a bracket, in front of the next one, or behind a label.

use std::ops::Range;

use crate::plan::meant::half_width;
use crate::plan::meant::units::units;

use super::brackets::PAIRS;
use super::days::says_when;
use super::duties::duty;
use super::fields::{Fields, bracketed, labelled, labels, listed};
use super::fronts;
use super::numbers::is_digit;
use super::offices::is_organ;
use super::parts::Part;
use super::sentences::{Paragraph, Sentence};

/// The longest bracket that is read as a note, in bytes.
const LONGEST: usize = 2000;

/// A paragraph with its notes parted from its sentences.
pub(super) fn parted(paragraph: Paragraph<'_>) -> Paragraph<'_> {
    let last = paragraph.len().saturating_sub(1);
    let sentences = paragraph.into_iter().enumerate();
    sentences.flat_map(|(at, sentence)| fronted(sentence, at < last)).collect()
}

/// The pieces of a sentence, with the units in front of it apart; `goes_on`: another sentence follows.
fn fronted(sentence: Sentence<'_>, goes_on: bool) -> Vec<Sentence<'_>> {
    let front = Some(&sentence).filter(|one| one.is_text()).and_then(|one| fronts::front(one.text, goes_on));
    let Some((end, fields)) = front else { return pieces(sentence) };
    let rest = sentence.cut(end..sentence.text.len(), Part::Text);
    let mut found = vec![sentence.cut(0..end, Part::Front(Box::new(fields)))];
    if rest.text.contains(char::is_alphanumeric) {
        found.extend(pieces(rest));
    }
    found
}

fn pieces(sentence: Sentence<'_>) -> Vec<Sentence<'_>> {
    if sentence.part != Part::Text {
        return vec![sentence];
    }
    let text = sentence.text;
    let mut found: Vec<Sentence<'_>> = Vec::new();
    let mut start = 0;
    for (span, fields) in brackets(text) {
        found.extend(words(&sentence, start..span.start));
        found.push(sentence.cut(span.clone(), Part::Note(Box::new(fields))));
        start = span.end;
    }
    found.extend(words(&sentence, start..text.len()));
    if found.iter().all(|one| one.part == Part::Text) && found.len() == 1 { vec![sentence] } else { found }
}

/// The words between notes: a piece of text, and what labels say behind it.
fn words<'t>(sentence: &Sentence<'t>, span: Range<usize>) -> Vec<Sentence<'t>> {
    let text = sentence.text.get(span.clone()).unwrap_or("");
    let label = labels(text).first().map(|label| span.start + label.start);
    let fields = label.and_then(|label| labelled(sentence.text.get(label..span.end)?));
    let end = if fields.is_some() { label.unwrap_or(span.end) } else { span.end };
    let said = |span: &Range<usize>| {
        sentence.text.get(span.clone()).is_some_and(|words| words.chars().any(char::is_alphanumeric))
    };
    // 工会、后勤中心负责。 says no more than whose work it is.
    if fields.is_none()
        && let Some(fields) =
            duty(text).or_else(|| dashed(text).filter(|(front, _)| front.is_empty()).map(|(_, note)| note))
    {
        return vec![sentence.cut(span, Part::Note(Box::new(fields)))];
    }
    if fields.is_none()
        && let Some((front, fields)) = dashed(text)
    {
        let at = span.start + front.len();
        return vec![
            sentence.cut(span.start..at, Part::Text),
            sentence.cut(at..span.end, Part::Note(Box::new(fields))),
        ];
    }
    let text = Some(span.start..end).filter(said).map(|span| sentence.cut(span, Part::Text));
    let note = fields.map(|fields| sentence.cut(end..span.end, Part::Note(Box::new(fields))));
    text.into_iter().chain(note).collect()
}

/// 完成甲——甲局: the words before a dash, and what is said behind it of whose work it is.
fn dashed(text: &str) -> Option<(&str, Fields)> {
    let (front, names) = text.rsplit_once("——").or_else(|| text.rsplit_once("--"))?;
    let names = names.trim().trim_end_matches(['。', '；', ';']);
    Some((front, bracketed(names).or_else(|| listed(names))?))
}

/// The brackets of a text that are notes: those that begin it, and those behind which a clause ends.
fn brackets(text: &str) -> Vec<(Range<usize>, Fields)> {
    let mut found = Vec::new();
    let mut past = 0;
    let label = labels(text).first().map(|label| label.start);
    for (at, open) in text.char_indices() {
        let Some((_, close)) = PAIRS.iter().find(|(mark, _)| *mark == open && "（(【[〔［".contains(open)) else {
            continue;
        };
        if at < past {
            continue;
        }
        let Some(end) = closing(text, at, open, *close) else { continue };
        let inside = text.get(at + open.len_utf8()..end - close.len_utf8()).unwrap_or("");
        let behind = text.get(end..).unwrap_or("");
        let first = !text.get(past..at).unwrap_or("").chars().any(char::is_alphanumeric);
        let ends = behind.trim_start().is_empty() || behind.starts_with(['。', '；', ';', '，', ',', '（', '(']);
        let stops = behind.trim_start().is_empty() || behind.starts_with(['。', '；', ';']);
        // （6月底前完成） alone says when what stands before it is to be done.
        let alone = matches!(open, '（' | '(')
            && first
            && past == 0
            && stops
            && !behind.contains(char::is_alphanumeric)
            && says_when(inside);
        let when = || alone.then(|| Fields { deadline: Some(inside.to_owned()), ..Fields::default() });
        // 重点专科3个（骨伤科、肺病科、脾胃病科）: these are what is counted.
        let before = || text.get(..at).unwrap_or("");
        let counted = || counts_so_many(before(), units(inside).len());
        // 牵头单位：县农业农村局（县乡村振兴局）: the bracket belongs to the name.
        let own = || label.is_some_and(|label| label < at) && is_organ(before());
        let alone = |_: &Fields| !counted() && !own();
        let units_alone = || if stops { listed(inside).filter(alone) } else { None };
        let fields = || bracketed(inside).or_else(units_alone).or_else(when);
        if (first || ends)
            && let Some(fields) = fields()
        {
            found.push((at..end, fields));
            past = end;
        }
    }
    found
}

/// Whether words end with a number of things, which is that many, and more than one.
fn counts_so_many(before: &str, many: usize) -> bool {
    if many <= 1 {
        return false;
    }
    let bare = before.trim_end_matches(|c: char| !is_digit(c));
    let unit = before.get(bare.len()..).unwrap_or("").chars().count();
    let number = bare.rsplit(|c| !is_digit(c)).next().and_then(|digits| half_width(digits).parse::<usize>().ok());
    let counted = before.get(bare.len()..).is_some_and(|unit| unit.chars().all(char::is_alphabetic));
    counted && (1..=MOST_IN_UNIT).contains(&unit) && number == Some(many)
}

/// A unit of counting is not longer, in characters.
const MOST_IN_UNIT: usize = 3;

/// Where the bracket that is opened there ends.
fn closing(text: &str, at: usize, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, c) in text.get(at..)?.char_indices().take_while(|(place, _)| *place < LONGEST) {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at + place + c.len_utf8());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let sentence =
            Sentence { span: 0..text.len(), text, parts: std::iter::once(0..text.len()).collect(), part: Part::Text };
        let pieces = fronted(sentence, false).into_iter();
        pieces.map(|one| if one.part == Part::Text { one.text.to_owned() } else { format!("[{}]", one.text) }).collect()
    }

    #[test]
    fn notes_stand_behind_before_and_between() {
        for (text, pieces) in [
            ("完成甲（责任单位：甲局）。", &["完成甲", "[（责任单位：甲局）]"][..]),
            ("（甲局负责）完成乙。", &["[（甲局负责）]", "完成乙。"]),
            ("完成甲（甲局负责）；完成乙（乙局负责）。", &["完成甲", "[（甲局负责）]", "；完成乙", "[（乙局负责）]"]),
            ("完成甲，责任单位：甲局", &["完成甲，", "[责任单位：甲局]"]),
            ("牵头单位:甲局", &["[牵头单位:甲局]"]),
            ("牵头单位：甲局（乙局）", &["[牵头单位：甲局（乙局）]"]),
            ("完成甲（一期）工程。", &["完成甲（一期）工程。"]),
            ("完成甲——县住建局、县水利局", &["完成甲", "[——县住建局、县水利局]"]),
            ("——信息中心", &["[——信息中心]"]),
            ("县审计局：完成甲（乙局配合）。", &["[县审计局：]", "完成甲", "[（乙局配合）]"]),
            ("——信息中心牵头，矿山分公司配合", &["[——信息中心牵头，矿山分公司配合]"]),
            ("本项工作由德育处负责，教务处配合。", &["[本项工作由德育处负责，教务处配合。]"]),
            ("工会、后勤中心负责。", &["[工会、后勤中心负责。]"]),
            ("各社区要负责巡查。", &["各社区要负责巡查。"]),
            ("重点任务：完成甲。", &["重点任务：完成甲。"]),
            ("（一）完成甲（（甲局负责）。", &["（一）完成甲（", "[（甲局负责）]"]),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }
}
