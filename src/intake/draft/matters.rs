//! The matters of a cell that holds several: ①…②…, 1.…2.…, or parted by ； with a verb of work each.

use std::ops::Range;

use super::brackets::may_cut;
use super::listed::{holds, words};
use super::numbers::{half_width, is_digit};
use super::parts::Row;
use super::titles;
use super::verbs::{Opening, contains_order, opening};

/// More matters than that are no cell's.
const MOST: usize = 40;
/// A shorter piece is no matter, in characters.
const SHORTEST: usize = 4;

/// The name of a row stands before that of the matter in a title of at most so many characters.
const LONGEST_TITLE: usize = 30;

/// A row, or one for each of the matters in the cell that tells of its work. `whole`: only all of the row holds all of its sentences.
pub(super) fn rows(row: Row, cell: Range<usize>, whole: bool, text: &str) -> Vec<Row> {
    let found = matters(text.get(cell.clone()).unwrap_or(""));
    if found.len() < 2 {
        return vec![row];
    }
    let last = found.len() - 1;
    let of = |(at, piece): (usize, Range<usize>)| {
        let words = cell.start + piece.start..cell.start + piece.end;
        let start = if at == 0 && whole { row.quote.start } else { words.start };
        let end = if at == last && whole { row.quote.end } else { words.end };
        let own = titles::title(text.get(words.clone()).unwrap_or(""));
        let named = row.title.as_ref().map(|name| format!("{name}：{own}"));
        let title = named.filter(|title| title.chars().count() <= LONGEST_TITLE).unwrap_or(own);
        Row { quote: start..end, words, title: Some(title), shared: true, ..row.clone() }
    };
    found.into_iter().enumerate().map(of).collect()
}

/// The pieces of a cell that are a task each, without their numbers; one where it is one matter.
fn matters(cell: &str) -> Vec<Range<usize>> {
    let numbered = FORMS.iter().map(|form| by_number(cell, *form)).find(|pieces| pieces.len() > 1);
    let stopped = || Some(by_stop(cell)).filter(|pieces| pieces.len() > 1);
    let pieces = numbered.or_else(stopped).unwrap_or_else(|| by_sentence(cell));
    if pieces.len() > 1 { pieces } else { std::iter::once(0..cell.len()).collect() }
}

/// Whether the matters of a cell are numbered: 1.…2.….
pub(super) fn is_numbered(cell: &str) -> bool {
    FORMS.iter().any(|form| by_number(cell, *form).len() > 1)
}

/// How matters are numbered.
#[derive(Clone, Copy)]
enum Form {
    Circle,
    Bracket,
    Digit,
}

const FORMS: [Form; 3] = [Form::Circle, Form::Bracket, Form::Digit];

/// How long the number is with which a text begins, if it is that number in that form.
fn numbered(text: &str, form: Form, number: usize) -> Option<usize> {
    let rest = match form {
        Form::Circle => {
            let circle = u32::try_from(number).ok().and_then(|number| char::from_u32(u32::from('①') + number - 1))?;
            text.strip_prefix(circle)
        }
        Form::Bracket => digits(text.strip_prefix(['（', '('])?, number)?.strip_prefix(['）', ')']),
        Form::Digit => digits(text, number)?.strip_prefix(['.', '．', '、', ')', '）']),
    }?;
    let rest = rest.trim_start_matches(['、', ' ']);
    (!rest.starts_with(is_digit)).then_some(text.len() - rest.len())
}

fn digits(text: &str, number: usize) -> Option<&str> {
    let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let plain: String = digits.chars().map(half_width).collect();
    (plain == number.to_string()).then_some(rest)
}

/// The pieces that begin with 1, 2, 3 in one form, the first of them at the beginning.
fn by_number(cell: &str, form: Form) -> Vec<Range<usize>> {
    let Some(length) = numbered(cell, form, 1) else { return Vec::new() };
    let mut begun = length;
    let mut pieces = Vec::new();
    for number in 2..=MOST {
        let stands = |at: &usize| {
            let before = cell.get(..*at).unwrap_or("").chars().next_back();
            before.is_some_and(|c| c.is_whitespace() || "；;。，,、".contains(c) || matches!(form, Form::Circle))
        };
        let next = cell.char_indices().map(|(at, _)| at).filter(|at| *at > begun && stands(at));
        let found = next.filter_map(|at| Some((at, numbered(cell.get(at..)?, form, number)?))).next();
        let Some((at, length)) = found else { break };
        pieces.push(trimmed(cell, begun..at));
        begun = at + length;
    }
    pieces.push(trimmed(cell, begun..cell.len()));
    let works = |piece: &Range<usize>| contains_order(cell.get(piece.clone()).unwrap_or(""));
    if pieces.iter().all(|piece| is_long(cell, piece) && works(piece)) { pieces } else { Vec::new() }
}

/// The pieces that ； parts, where each of them begins with a verb of work.
fn by_stop(cell: &str) -> Vec<Range<usize>> {
    let mut begun = 0;
    let mut pieces = Vec::new();
    for (at, mark) in cell.match_indices(['；', ';']).filter(|(at, _)| may_cut(cell, *at)) {
        pieces.push(trimmed(cell, begun..at));
        begun = at + mark.len();
    }
    pieces.push(trimmed(cell, begun..cell.len()));
    pieces.retain(|piece| !piece.is_empty());
    let orders = |piece: &Range<usize>| opening(cell.get(piece.clone()).unwrap_or("")) == Opening::Order;
    let each = pieces.len() <= MOST && pieces.iter().all(|piece| is_long(cell, piece) && orders(piece));
    if each { pieces } else { Vec::new() }
}

/// The sentences of a cell, from one that begins with a verb of work to the next, where one of them has a day of its own: what does
/// not begin so goes with those before it.
fn by_sentence(cell: &str) -> Vec<Range<usize>> {
    let orders = |words: &str| opening(words) == Opening::Order && words.chars().count() >= SHORTEST;
    if !orders(cell) || !holds(cell, words!("月底前 日前 月底完成 季度末前 月末前")) {
        return Vec::new();
    }
    let stops = cell.match_indices('。').filter(|(at, _)| may_cut(cell, *at)).map(|(at, mark)| at + mark.len());
    let starts = stops.filter(|start| {
        let behind = cell.get(*start..).unwrap_or("");
        let next = behind.split('。').next().unwrap_or("");
        orders(next.trim()) && next.chars().any(char::is_alphanumeric)
    });
    let mut pieces = Vec::new();
    let mut begun = 0;
    for start in starts.take(MOST) {
        pieces.push(stopped(cell, begun..start));
        begun = start;
    }
    pieces.push(stopped(cell, begun..cell.len()));
    pieces
}

/// A piece with the full stop that ends it.
fn stopped(cell: &str, piece: Range<usize>) -> Range<usize> {
    let words = trimmed(cell, piece);
    let stop = cell.get(words.end..).filter(|behind| behind.starts_with('。')).map_or(0, |_| '。'.len_utf8());
    words.start..words.end + stop
}

fn is_long(cell: &str, piece: &Range<usize>) -> bool {
    cell.get(piece.clone()).is_some_and(|words| words.chars().count() >= SHORTEST)
}

/// A piece without the marks at its ends.
fn trimmed(cell: &str, piece: Range<usize>) -> Range<usize> {
    let words = cell.get(piece.clone()).unwrap_or("");
    let mark = |c: char| c.is_whitespace() || "；;。，,".contains(c);
    let start = piece.start + words.len() - words.trim_start_matches(mark).len();
    start..start + words.trim_matches(mark).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_one_matter_or_several() {
        for (cell, found) in [
            ("①完成选址；②启动建设。", &["完成选址", "启动建设"][..]),
            ("1.完成选址 2.启动建设", &["完成选址", "启动建设"]),
            ("（1）完成选址。（2）启动建设。", &["完成选址", "启动建设"]),
            ("完成选址；启动建设", &["完成选址", "启动建设"]),
            ("完成选址，启动建设", &["完成选址，启动建设"]),
            ("完成1.5公里管网改造；确保质量", &["完成1.5公里管网改造；确保质量"]),
            ("完成甲（一期；二期）", &["完成甲（一期；二期）"]),
            (
                "新建学校5所，新增学位90个。9月底前更换灯具610间。",
                &["新建学校5所，新增学位90个。", "9月底前更换灯具610间。"],
            ),
            ("新建学校5所。更换教室灯具610间。", &["新建学校5所。更换教室灯具610间。"]),
            (
                "6月底前建成分区32个。漏损率降至8.8%以下。建设平台。",
                &["6月底前建成分区32个。漏损率降至8.8%以下。", "建设平台。"],
            ),
            ("村内道路；管网", &["村内道路；管网"]),
            ("1.完成选址", &["1.完成选址"]),
        ] {
            let pieces: Vec<&str> = matters(cell).into_iter().map(|piece| &cell[piece]).collect();
            assert_eq!(pieces, found, "{cell}");
        }
    }
}
