//! 不合格 is not 合格, 基本完成 not 完成, `not done` not `done`: a negation or a degree makes another word of a word. The one rule
//! of it, for everything that matches what was typed against words that are known.

use crate::words::folded;

/// Signs that turn a word wherever they stand in it.
const NEGATIONS: &[char] = &['不', '未', '非', '无', '没', '劣', '拟', '尚', '勿', '莫', '否', '待'];
/// Degrees of more than one sign: they too turn a word wherever they stand.
const DEGREES: &[&str] =
    &["基本", "部分", "初步", "大部", "大体", "大致", "接近", "将近", "即将", "局部", "个别", "过半", "暂缓", "逾期"];
/// Degrees of one sign, which many names hold inside: only at the beginning they turn a word.
const FIRST: &[char] = &['超', '半', '准', '亚', '次', '副', '近', '约', '将', '欠', '缺', '少'];
/// English words that turn the words beside them.
const WORDS: &[&str] = &[
    "not",
    "no",
    "never",
    "non",
    "without",
    "partly",
    "partially",
    "nearly",
    "almost",
    "half",
    "semi",
    "quasi",
    "mostly",
    "hardly",
    "barely",
];
/// English beginnings that turn a word.
const BEGINNINGS: &[&str] =
    &["un", "in", "im", "ir", "il", "dis", "non", "not", "mis", "semi", "half", "over", "under", "sub"];

/// Whether a negation or a degree stands between two words: then neither may be taken, or proposed, for the other.
pub(crate) fn is_turned(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    let differ = |holds: &dyn Fn(&str) -> bool| holds(&one) != holds(&other);
    NEGATIONS.iter().any(|sign| differ(&|word| word.contains(*sign)))
        || DEGREES.iter().any(|degree| differ(&|word| word.contains(degree)))
        || FIRST.iter().any(|sign| differ(&|word| word.trim_start_matches('已').starts_with(*sign)))
        || WORDS.iter().any(|known| differ(&|word| holds_word(word, known)))
        || begins_another(&one, &other)
        || begins_another(&other, &one)
}

/// Whether a name holds what is given, and not behind a negation or a degree: 评审 in 市级评审, but not 合格 in 不合格数.
pub(crate) fn stands_in(name: &str, given: &str) -> bool {
    let turned = |before: &str| {
        let run = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("").to_ascii_lowercase();
        let parted = before.trim_end_matches([' ', '-', '_']);
        before.ends_with(NEGATIONS)
            || DEGREES.iter().any(|degree| before.ends_with(degree))
            || FIRST.iter().any(|sign| before.trim_start_matches('已').chars().eq([*sign]))
            || BEGINNINGS.contains(&run.as_str())
            || WORDS.iter().any(|word| parted.len() < before.len() && ends_in_word(parted, word))
    };
    name.match_indices(given).any(|(at, _)| !turned(name.get(..at).unwrap_or("")))
}

/// `incomplete` beside `complete`: a beginning, and behind it the other word or a slip of it.
fn begins_another(one: &str, other: &str) -> bool {
    const ALIKE: f64 = 0.7;
    BEGINNINGS.iter().any(|beginning| {
        let rest = one.strip_prefix(beginning).filter(|_| !other.starts_with(beginning));
        rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            .is_some_and(|rest| strsim::normalized_levenshtein(rest, other) >= ALIKE)
    })
}

fn holds_word(text: &str, known: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == known)
}

fn ends_in_word(text: &str, known: &str) -> bool {
    text.to_ascii_lowercase().rsplit(|c: char| !c.is_ascii_alphanumeric()).next() == Some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negation_or_a_degree_makes_another_word() {
        for (one, other) in [
            ("合格", "不合格"),
            ("达标", "未达标"),
            ("已完成", "未完成"),
            ("完成", "未完成"),
            ("完成", "尚未完成"),
            ("完成", "基本完成"),
            ("已完成", "部分完成"),
            ("已完成", "已基本完成"),
            ("完成", "拟完成"),
            ("完成", "接近完成"),
            ("进度", "超进度"),
            ("达进度", "欠进度"),
            ("合格数", "不合格数"),
            ("Ⅳ", "劣Ⅳ"),
            ("V", "劣V"),
            ("公开", "非公开"),
            ("效", "无效"),
            ("达标", "准达标"),
            ("done", "not done"),
            ("done", "not_done"),
            ("Done", "Undone"),
            ("complete", "incomplete"),
            ("complete", "incomplet"),
            ("compliant", "non-compliant"),
            ("done", "partly done"),
            ("due", "overdue"),
        ] {
            assert!(is_turned(one, other), "{one} and {other}");
            assert!(is_turned(other, one), "{other} and {one}");
        }
    }

    #[test]
    fn a_slip_makes_none() {
        for (one, other) in [
            ("合格", "合格"),
            ("不合格", "不合各"),
            ("规建办", "规建半"),
            ("基本完成", "基本完城"),
            ("户数", "戸数"),
            ("cancelled", "canceld"),
            ("in_progress", "in progress"),
            ("in_progress", "in_progres"),
            ("note", "notes"),
            ("unit", "units"),
            ("index", "indx"),
        ] {
            assert!(!is_turned(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn a_part_of_a_name_is_not_its_opposite() {
        for (name, given, stands) in [
            ("市级评审", "评审", true),
            ("不断推进市级评审", "评审", true),
            ("不合格数", "合格", false),
            ("合格数与不合格数", "合格", true),
            ("未达标点位", "达标", false),
            ("超进度任务", "进度", false),
            ("小超市整治", "市整治", true),
            ("基本完成户数", "完成", false),
            ("not done", "done", false),
            ("undone", "done", false),
            ("work done", "done", true),
            ("市级评审", "初审", false),
        ] {
            assert_eq!(stands_in(name, given), stands, "{given} in {name}");
        }
    }
}
