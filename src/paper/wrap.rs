//! Breaking lines the way Chinese is set: 避头尾, and no number parted from its unit.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr;

/// The columns that a text takes on a terminal.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most so many columns.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    if width(text) <= columns {
        return vec![text.to_owned()];
    }
    let options = Options::new(columns.max(2))
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(|line| line.into_owned()).collect()
}

/// The narrowest column in which no piece of the text must be torn.
pub(super) fn narrowest(text: &str) -> usize {
    words(text).map(|word| width(&word)).max().unwrap_or(0)
}

/// The pieces of a text that stay whole, for `textwrap`.
fn words(text: &str) -> Box<dyn Iterator<Item = textwrap::core::Word<'_>> + '_> {
    Box::new(pieces(text).map(textwrap::core::Word::from))
}

/// The pieces of a text that stay whole, with the spaces behind them.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let unicode = linebreaks(text)
        .filter(|(at, kind)| *kind == BreakOpportunity::Mandatory || may_break(text, *at))
        .map(|(at, _)| at);
    let mut breaks: Vec<usize> = unicode.chain(beside_quotes(text)).collect();
    breaks.sort_unstable();
    breaks.dedup();
    let starts = std::iter::once(0).chain(breaks.clone());
    starts.zip(breaks).filter_map(|(start, end)| text.get(start..end))
}

/// The breaks beside “ ” that Chinese allows and the Unicode rules, made for quotes of any language, do not:
/// before an opening and after a closing one.
fn beside_quotes(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().zip(text.chars().skip(1)).filter_map(|((at, this), next)| {
        let after = at + this.len_utf8();
        let opening = matches!(next, '“' | '‘') && !this.is_ascii();
        let closing = matches!(this, '”' | '’') && !next.is_ascii();
        ((opening || closing) && may_break(text, after)).then_some(after)
    })
}

/// Whether a break that the Unicode rules allow is good: not between a number and its unit, nor within a
/// date, nor next to a quotation mark's inside.
fn may_break(text: &str, at: usize) -> bool {
    let (Some((before, after)), true) = (text.split_at_checked(at), at < text.len()) else { return true };
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return true };
    let number_and_unit =
        (last.is_ascii_digit() || last == '%') && !first.is_whitespace() && !matches!(first, '(' | '（');
    let number_space_unit =
        last == ' ' && ends_with_number(before.trim_end()) && (!first.is_ascii() || first.is_ascii_lowercase());
    let within_date = matches!(last, '年' | '月') && first.is_ascii_digit();
    let opens = matches!(last, '“' | '‘' | '《' | '(' | '（' | '【' | '〔');
    let closes = matches!(
        first,
        '”' | '’'
            | '》'
            | ')'
            | '）'
            | '】'
            | '〕'
            | '、'
            | '，'
            | '。'
            | '；'
            | '：'
            | ','
            | ';'
            | ':'
            | '!'
            | '！'
            | '?'
            | '？'
            | '*'
            | '%'
    );
    let mark_stands_alone = matches!(last, '✓' | '▸' | '▴' | '✗' | '◌')
        || (last == ' ' && before.trim_end().ends_with(['✓', '▸', '▴', '✗', '◌']));
    !(number_and_unit
        || number_space_unit
        || within_unit(before, after)
        || within_date
        || opens
        || closes
        || mark_stands_alone)
}

/// Whether a text ends with a number that a unit may follow; a date is none.
fn ends_with_number(text: &str) -> bool {
    let date = text.len().checked_sub("2020-11-30".len()).and_then(|at| text.get(at..));
    let is_day = |text| chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok();
    text.ends_with(|c: char| c.is_ascii_digit()) && !date.is_some_and(is_day)
}

/// Units of several characters that a number may stand before.
const LONG_UNITS: [&str; 11] =
    ["个工作日", "个百分点", "个点位", "个村", "个项目", "分钟", "小时", "公里", "平方米", "万元", "亿元"];

/// Whether a break would tear a long unit that follows a number.
fn within_unit(before: &str, after: &str) -> bool {
    if !before.ends_with(|c| "个工作日百分点位项目小公平方万亿".contains(c)) {
        return false;
    }
    LONG_UNITS.iter().any(|unit| {
        unit.char_indices().skip(1).filter_map(|(at, _)| unit.split_at_checked(at)).any(|(head, tail)| {
            let number = before.strip_suffix(head).map(str::trim_end);
            after.starts_with(tail) && number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_line_begins_with_a_closing_mark_and_no_number_loses_its_unit() {
        for (text, columns, lines) in [
            ("完成龚都村92户农(渔)民", 11, vec!["完成龚都村", "92户农(渔)", "民"]),
            ("一、二、三、四", 4, vec!["一、", "二、", "三、", "四"]),
            ("应于 2020-11-30 完成", 10, vec!["应于", "2020-11-30", "完成"]),
            ("到2020年11月30日止", 14, vec!["到", "2020年11月30日", "止"]),
            ("“一网通办”试点", 6, vec!["“一网", "通办”", "试点"]),
            ("已逾期 10 天(6 个工作日)", 14, vec!["已逾期 10 天", "(6 个工作日)"]),
            ("还剩 6 天(4 个工作日)", 16, vec!["还剩 6 天", "(4 个工作日)"]),
            ("落后 12.6 个百分点", 15, vec!["落后", "12.6 个百分点"]),
        ] {
            assert_eq!(wrap(text, columns), lines, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_begins_badly(text in "[一二三村户，。、；：”“0-9年月 a-z-]{0,60}", columns in 8_usize..40) {
            let lines = wrap(&text, columns);
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            prop_assert_eq!(kept, text.chars().filter(|c| *c != ' ').collect::<String>());
            for line in lines.iter().skip(1) {
                prop_assert!(!line.starts_with(['，', '。', '、', '；', '：', '”']) || narrowest(&text) > columns, "{:?}", lines);
            }
        }
    }
}
