//! About how many: 约80, 80余户, 80以上, 70-80, 几十. The words that make a number a guess, a least or a most.

use super::is_numeral;

/// Words before a number that make it a guess. They say nothing of a least or a most.
const ABOUT_BEFORE: &[&str] = &[
    "约",
    "近",
    "将近",
    "接近",
    "大概",
    "大致",
    "≈",
    "~",
    "about",
    "around",
    "nearly",
    "almost",
    "approx",
    "approximately",
    "circa",
];
/// Words before a number that only end as those do.
const NOT_ABOUT: &[&str] = &["签约", "节约", "集约", "合约", "预约", "履约", "解约", "邀约", "附近", "邻近"];
/// Words before a number that make it a least or a most.
const BOUND_BEFORE: &[&str] = &[
    "超",
    "超过",
    "逾",
    "突破",
    "上",
    "不足",
    "不到",
    "不少于",
    "不低于",
    "不超过",
    "不高于",
    "至少",
    "至多",
    "最多",
    "最少",
    ">",
    "<",
    "≥",
    "≤",
    "over",
    "under",
    "morethan",
    "lessthan",
    "atleast",
    "atmost",
    "upto",
];
/// Words behind a number, or behind its unit, that make it a guess.
const ABOUT_BEHIND: &[&str] = &["左右", "上下", "许", "orso"];
/// Words behind a number, or behind its unit, that make it a least or a most.
const BOUND_BEHIND: &[&str] = &["以上", "以下", "以内", "之内", "之间", "多", "余", "不到", "+", "ormore", "orless"];
/// Words that stand for a number that is not known.
const UNKNOWN: &[&str] = &["几", "若干", "数十", "数百", "数千", "数万", "上百", "上千", "上万", "成百", "成千"];
/// What parts the ends of a range.
const RANGE: &[char] = &['-', '~', '～', '至', '到', '、'];

/// The words before and behind a number of a text, with its unit, that make it a guess: 近80户, 80户左右. A least such as
/// 80户以上 is no guess.
pub(crate) fn guessing_words(before: &str, behind_unit: &str) -> Option<(&'static str, &'static str)> {
    let about = |word: &&&str| before.ends_with(**word) && !NOT_ABOUT.iter().any(|other| before.ends_with(other));
    let first = ABOUT_BEFORE.iter().filter(about).max_by_key(|word| word.len());
    let last = ABOUT_BEHIND.iter().find(|word| behind_unit.starts_with(**word));
    (first.is_some() || last.is_some()).then(|| (*first.unwrap_or(&""), *last.unwrap_or(&"")))
}

/// Whether a text says about how many, from how many on, or up to how many.
pub(super) fn is_about(text: &str) -> bool {
    let text = text.to_lowercase();
    let Some(start) = text.find(is_figure) else { return UNKNOWN.iter().any(|word| text.contains(word)) };
    let (before, from) = text.split_at_checked(start).unwrap_or(("", &text));
    let end = from.find(|c| !is_figure(c)).unwrap_or(from.len());
    let behind = from.get(end..).unwrap_or("");
    let before_it = |words: &[&str]| words.iter().any(|word| before.trim_end_matches('.').ends_with(word));
    let mut about_behind = ABOUT_BEHIND.iter().chain(BOUND_BEHIND);
    let behind_it = about_behind.any(|word| behind.starts_with(word) || behind.ends_with(word));
    before_it(ABOUT_BEFORE)
        || before_it(BOUND_BEFORE)
        || UNKNOWN.iter().any(|word| text.contains(word))
        || behind.starts_with('来')
        || behind_it
        || behind.contains('约')
        || is_range(from)
}

/// 70-80, 70%~80%, 七、八十: two numbers with one mark in between.
fn is_range(from: &str) -> bool {
    let joints = from.char_indices().filter(|(_, c)| RANGE.contains(c));
    let behind = joints.filter(|(at, c)| from.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(is_figure)));
    behind.count() == 1
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || is_numeral(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_is_told_from_a_least() {
        for (before, behind, words) in [
            ("惠及约", "", Some(("约", ""))),
            ("新增将近", "", Some(("将近", ""))),
            ("增长", "左右", Some(("", "左右"))),
            ("增长", "以上", None),
            ("完成", "", None),
            ("超过", "", None),
            ("完成贷款签约", "", None),
        ] {
            assert_eq!(guessing_words(before, behind), words, "{before}80户{behind}");
        }
    }
}
