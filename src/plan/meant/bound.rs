//! Which way a target is meant: 不超过15分钟, ≤15分钟 and 15分钟以内 must not be passed; 不少于3 is to be reached.

use crate::plan::Direction;

/// Signs and words before a number that make it a bound from above.
const MOST: &[&str] = &[
    "≤",
    "≦",
    "<",
    "＜",
    "‹",
    "不得超过",
    "不超过",
    "不高于",
    "不多于",
    "不大于",
    "至多",
    "最多",
    "at most",
    "up to",
    "not more than",
    "no more than",
];
/// Signs and words before a number that is to be reached.
const LEAST: &[&str] = &[
    "≥",
    "≧",
    ">",
    "＞",
    "›",
    "不少于",
    "不低于",
    "不小于",
    "不劣于",
    "至少",
    "最少",
    "达到",
    "at least",
    "not less than",
    "no less than",
];
/// Words behind a number that make it a bound from above.
const MOST_BEHIND: &[&str] = &["以内", "之内", "以下", "or less"];
/// Words behind a number that is to be reached.
const LEAST_BEHIND: &[&str] = &["以上", "or more", "or better"];

/// Words before a number that is there already and is to be held.
const HELD: &[&str] = &["保持不低于", "始终不低于", "不跌破", "保持在", "保持", "never below", "hold"];

/// A target without the words that say which way it is meant, and what they say.
pub(crate) fn directed(text: &str) -> (Option<Direction>, &str) {
    let text = text.trim();
    let before = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word));
    let behind = |text: &'_ str, words: &[&str]| words.iter().any(|word| text.ends_with(word));
    let (said, text) = match (before(MOST), before(LEAST).or_else(|| before(HELD))) {
        (Some(rest), _) => (Some(Direction::AtMost), rest),
        (None, Some(rest)) if before(HELD).is_some() => (Some(Direction::Hold), rest),
        (None, Some(rest)) => (Some(Direction::AtLeast), rest),
        (None, None) if behind(text, MOST_BEHIND) => (Some(Direction::AtMost), text),
        (None, None) if behind(text, LEAST_BEHIND) => (Some(Direction::AtLeast), text),
        (None, None) => (None, text),
    };
    let text = text.trim().trim_start_matches(['=', '＝']).trim();
    let all = MOST_BEHIND.iter().chain(LEAST_BEHIND);
    (said, all.clone().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim())
}

/// A metric's name and its target, parted where the sign or the words that join them begin: `步行时间<=15分钟`,
/// `步行时间不超过15分钟`, `整治户数=30户`.
pub(crate) fn named(text: &str) -> Option<(&str, &str)> {
    let joints = ["=", "＝"].iter().chain(MOST).chain(LEAST).chain(HELD);
    let at = joints.filter_map(|joint| text.find(joint)).min()?;
    let (name, target) = text.split_at_checked(at)?;
    Some((name.trim(), target.strip_prefix(['=', '＝']).unwrap_or(target).trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_words_say_which_way() {
        let most = Some(Direction::AtMost);
        let least = Some(Direction::AtLeast);
        for (text, said, bare) in [
            ("92户", None, "92户"),
            ("≤15分钟", most, "15分钟"),
            ("<=15分钟", most, "15分钟"),
            ("‹=15分钟", most, "15分钟"),
            ("＜＝15分钟", most, "15分钟"),
            ("< 15分钟", most, "15分钟"),
            ("不超过 15 分钟", most, "15 分钟"),
            ("15分钟以内", most, "15分钟"),
            ("不超过15分钟以内", most, "15分钟"),
            (">= 3个", least, "3个"),
            ("3个以上", least, "3个"),
            ("不劣于Ⅴ", least, "Ⅴ"),
            ("保持26个村以上", Some(Direction::Hold), "26个村"),
            ("never below 26", Some(Direction::Hold), "26"),
            ("at most 4%", most, "4%"),
        ] {
            assert_eq!(directed(text), (said, bare), "{text}");
        }
    }

    #[test]
    fn a_name_ends_where_its_target_begins() {
        for (text, parts) in [
            ("整治户数=30户", Some(("整治户数", "30户"))),
            ("步行时间<=15分钟", Some(("步行时间", "<=15分钟"))),
            ("步行时间 ≤ 15分钟", Some(("步行时间", "≤ 15分钟"))),
            ("步行时间=不超过15分钟", Some(("步行时间", "不超过15分钟"))),
            ("步行时间不超过15分钟", Some(("步行时间", "不超过15分钟"))),
            ("步行时间", None),
        ] {
            assert_eq!(named(text), parts, "{text}");
        }
    }
}
