//! Words that say about how many things there are to be, without a number: 三四家, 十余户, 上千亩.

use crate::plan::meant::is_numeral;

use super::brackets::Depth;

/// Words of a text that count vaguely.
pub(super) struct Vague {
    /// Where they begin.
    pub(super) start: usize,
    /// Where they end, and the unit begins.
    pub(super) end: usize,
}

/// What stands before a power of ten that says about how many: 数十, 上千.
const BEFORE: [char; 5] = ['上', '近', '数', '几', '成'];
/// What stands behind a numeral that says about how many: 十余.
const BEHIND: [char; 3] = ['余', '多', '来'];
/// The digits in their order: two that follow each other say one or the other.
const DIGITS: &str = "一二三四五六七八九";

/// The words outside of quotes and brackets that count vaguely.
pub(super) fn vague(text: &str) -> Vec<Vague> {
    let mut found = Vec::new();
    let mut depth = Depth::default();
    let mut past = 0;
    for (at, c) in text.char_indices() {
        depth.pass(c);
        if at < past || depth.is_open() || !(is_numeral(c) || BEFORE.contains(&c)) {
            continue;
        }
        let Some((before, rest)) = text.split_at_checked(at) else { continue };
        let Some(length) = length(before, rest) else {
            past = at + rest.chars().take_while(|c| is_numeral(*c)).map(char::len_utf8).sum::<usize>();
            continue;
        };
        past = at + length;
        found.push(Vague { start: at, end: past });
    }
    found
}

/// How long the words are that a text begins with and that count vaguely.
fn length(before: &str, rest: &str) -> Option<usize> {
    let bare = rest.strip_prefix(BEFORE).unwrap_or(rest);
    let run = bare.get(..bare.find(|c| !is_numeral(c)).unwrap_or(bare.len())).filter(|run| !run.is_empty())?;
    if before.ends_with(['第', '以', '之', '百', '千', '万']) {
        return None;
    }
    let whole = rest.len() - bare.len() + run.len();
    if bare.len() < rest.len() {
        return run.chars().all(|c| "十百千万亿".contains(c)).then_some(whole);
    }
    let behind = rest.get(whole..).and_then(|rest| rest.chars().next()).filter(|c| BEHIND.contains(c));
    match behind {
        Some(more) => Some(whole + more.len_utf8()),
        None => is_either(run).then_some(whole),
    }
}

/// 三四, 十五六: two digits of which the one follows the other.
fn is_either(run: &str) -> bool {
    let digits: Vec<usize> =
        run.chars().map(|c| if c == '两' { '二' } else { c }).filter_map(|c| DIGITS.find(c)).collect();
    let together = run.chars().collect::<Vec<_>>().windows(2).any(|pair| pair.iter().all(|c| is_digit(*c)));
    together && matches!(digits.as_slice(), [one, other] if one + '一'.len_utf8() == *other)
}

fn is_digit(c: char) -> bool {
    c == '两' || DIGITS.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_words_are_told_from_numbers() {
        for (text, found) in [
            ("发展农家乐三四家", &["三四"][..]),
            ("培育合作社十余家", &["十余"]),
            ("完成植树上千亩", &["上千"]),
            ("服务群众近万人次、惠及数百户", &["近万", "数百"]),
            ("招引十五六个项目", &["十五六"]),
            ("新建两三处", &["两三"]),
            ("推进一二三产业融合", &[]),
            ("建设十二个村", &[]),
            ("百分之九十以上百户", &[]),
            ("第三四批", &[]),
            ("二〇二五年", &[]),
        ] {
            let words: Vec<&str> = vague(text).iter().map(|one| &text[one.start..one.end]).collect();
            assert_eq!(words, found, "{text}");
        }
    }
}
