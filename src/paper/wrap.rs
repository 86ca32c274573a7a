//! Breaking lines the way Chinese is set: 避头尾, and no number parted from its unit.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How a terminal draws the characters that are narrow in one part of the world and wide in another: `“ ” … ① Ⅲ`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ambiguous {
    /// In one column.
    #[default]
    Narrow,
    /// In two, as terminals do that are set up for Chinese.
    Wide,
}

impl Ambiguous {
    /// The columns that a text takes.
    pub(super) fn width(self, text: &str) -> usize {
        match self {
            Ambiguous::Narrow => text.width(),
            Ambiguous::Wide => text.width_cjk(),
        }
    }

    /// Whether the character is drawn wider than others reckon.
    pub(super) fn widens(self, c: char) -> bool {
        self == Ambiguous::Wide && c.width() != c.width_cjk()
    }
}

/// The columns that a text takes on most terminals.
pub(crate) fn width(text: &str) -> usize {
    Ambiguous::Narrow.width(text)
}

/// The text in lines of at most so many columns.
pub(super) fn wrap(text: &str, columns: usize, ambiguous: Ambiguous) -> Vec<String> {
    if ambiguous.width(text) <= columns && !text.contains('\n') {
        return vec![text.to_owned()];
    }
    let columns = columns.max(2);
    let lines = text.split('\n').map(|line| {
        let pieces: Vec<Piece<'_>> = pieces(line).flat_map(|piece| torn(piece, columns, ambiguous)).collect();
        let lines = wrap_first_fit(&pieces, &[columns as f64]);
        let put = |line: &[Piece<'_>]| line.iter().map(|piece| piece.whole).collect::<String>().trim_end().to_owned();
        lines.into_iter().map(put).collect::<Vec<_>>()
    });
    lines.flat_map(|lines| if lines.is_empty() { vec![String::new()] } else { lines }).collect()
}

/// A piece of a text that stays whole, with the spaces behind it.
#[derive(Debug)]
struct Piece<'t> {
    whole: &'t str,
    columns: usize,
    spaces: usize,
}

impl Fragment for Piece<'_> {
    fn width(&self) -> f64 {
        self.columns as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.spaces as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// A piece; one that is wider than a line in several.
fn torn(text: &str, columns: usize, ambiguous: Ambiguous) -> Vec<Piece<'_>> {
    let piece = |whole: &str| {
        let word = ambiguous.width(whole.trim_end());
        (word, ambiguous.width(whole) - word)
    };
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (word, _) = piece(rest);
        let mut taken = 0;
        let fits = |(at, c): (usize, char)| {
            taken += ambiguous.width(c.encode_utf8(&mut [0; 4]));
            (at > 0 && taken > columns).then_some(at)
        };
        let end = if word <= columns { None } else { rest.char_indices().find_map(fits) };
        let (whole, later) = end.and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
        let (columns, spaces) = piece(whole);
        pieces.push(Piece { whole, columns, spaces });
        rest = later;
    }
    pieces
}

/// The narrowest column in which no piece of the text must be torn.
pub(super) fn narrowest(text: &str, ambiguous: Ambiguous) -> usize {
    pieces(text).map(|piece| ambiguous.width(piece.trim_end())).max().unwrap_or(0)
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
            assert_eq!(wrap(text, columns, Ambiguous::Narrow), lines, "{text}");
        }
    }

    #[test]
    fn doubtful_characters_count_twice_where_they_are_drawn_wide() {
        assert_eq!((Ambiguous::Narrow.width("“①”"), Ambiguous::Wide.width("“①”")), (3, 6));
        assert_eq!(wrap("“一网”通办", 8, Ambiguous::Narrow), ["“一网”通", "办"]);
        assert_eq!(wrap("“一网”通办", 10, Ambiguous::Narrow), ["“一网”通办"]);
        assert_eq!(wrap("“一网”通办", 10, Ambiguous::Wide), ["“一网”通", "办"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_begins_badly(text in "[一二三村户，。、；：”“0-9年月 a-z-]{0,60}", columns in 8_usize..40) {
            let lines = wrap(&text, columns, Ambiguous::Narrow);
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            prop_assert_eq!(kept, text.chars().filter(|c| *c != ' ').collect::<String>());
            for line in lines.iter().skip(1) {
                prop_assert!(!line.starts_with(['，', '。', '、', '；', '：', '”']) || narrowest(&text, Ambiguous::Narrow) > columns, "{:?}", lines);
            }
        }
    }
}
