//! `已完成` for `done`: what a clerk writes for the files' own words.

use super::turned::is_turned;

/// The words that the files take, and what a clerk would write for them.
const WORDS: &[(&str, &[&str])] = &[
    ("done", &["已完成", "完成", "提前完成", "全面完成", "办结", "已办结"]),
    (
        "in_progress",
        &["推进中", "进行中", "正在推进", "正在实施", "实施中", "序时推进", "有序推进", "正常推进", "持续推进", "推进"],
    ),
    ("blocked", &["受阻", "停滞", "卡住", "遇阻"]),
    ("closed", &["已销号", "销号", "已销项"]),
    ("returned", &["已退回", "退回"]),
    ("reopened", &["重启", "重新启动", "恢复"]),
    ("cancelled", &["已取消", "取消", "已撤销", "撤销", "终止"]),
    ("milestone", &["节点", "节点类", "里程碑"]),
    ("measured", &["量化", "量化类"]),
    ("continuous", &["持续", "持续类", "常态", "常态类", "持续推进", "常态化", "长期"]),
    ("at_least", &["至少", "不少于", "不低于"]),
    ("at_most", &["至多", "不超过", "不高于"]),
    ("working_days", &["工作日", "按工作日"]),
    ("months", &["月", "按月"]),
    ("days", &["天", "日", "按天", "日历天"]),
    ("direct", &["直接"]),
    ("reviewed", &["销号", "审核", "复核", "需审核"]),
    ("full", &["全部", "全", "完整"]),
    ("partial", &["部分"]),
    ("weekly", &["周", "每周", "周报"]),
    ("monthly", &["月", "每月", "月报"]),
    ("quarterly", &["季", "每季", "季报", "每季度"]),
    ("zh-CN", &["中文", "汉语"]),
    ("en", &["英文", "英语"]),
    ("blue", &["蓝", "蓝色", "蓝灯"]),
    ("green", &["绿", "绿色", "绿灯"]),
    ("yellow", &["黄", "黄色", "黄灯"]),
    ("red", &["红", "红色", "红灯"]),
    ("grey", &["灰", "灰色", "灰灯", "gray"]),
    ("magenta", &["紫", "紫色", "品红"]),
    ("cyan", &["青", "青色"]),
    ("true", &["是", "有", "对", "yes", "on", "y"]),
    ("false", &["否", "无", "不是", "no", "off", "n"]),
];

/// The one of the known words that a word stands for: it is the word, another name or spelling of it, or how it alone begins.
/// A word that only holds it, or is like it, is another word: 未完成, `undone`.
pub(crate) fn word<'k>(text: &str, known: &'k [String]) -> Option<&'k str> {
    same(text, known).or_else(|| begun(text, known))
}

/// The one of the grades that a word stands for: `IV` or `4` for `Ⅳ`, `Ⅲ类` for `Ⅲ`. The beginning of one may be another.
pub(crate) fn grade<'k>(text: &str, grades: &'k [String]) -> Option<&'k str> {
    let wanted = in_letters(text);
    grades.iter().find(|grade| in_letters(grade) == wanted).map(String::as_str).or_else(|| same(text, grades))
}

fn same<'k>(text: &str, known: &'k [String]) -> Option<&'k str> {
    let plain = super::half_width(text).to_lowercase();
    let is_name = |known: &&String| WORDS.iter().any(|(word, names)| word == known && names.contains(&plain.as_str()));
    let wanted = spelling(text);
    known.iter().find(|known| spelling(known) == wanted).or_else(|| known.iter().find(is_name)).map(String::as_str)
}

/// The only known word that begins so.
fn begun<'k>(text: &str, known: &'k [String]) -> Option<&'k str> {
    /// One letter is a slip as likely as a beginning.
    const SHORTEST: usize = 2;
    let wanted = spelling(text);
    let mut begun = known.iter().filter(|known| spelling(known).starts_with(&wanted));
    let only = begun.next().filter(|_| wanted.chars().count() >= SHORTEST)?;
    begun.next().is_none().then_some(only.as_str())
}

/// A word without what makes no difference to it: width, case, spaces, hyphens; and with one l for two, as Americans write.
fn spelling(word: &str) -> String {
    super::half_width(word).to_lowercase().replace(['-', '_'], "").replace("ll", "l")
}

/// A Roman or Arabic number as capital letters, without its 类 or 级.
fn in_letters(grade: &str) -> String {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let letters = |c: char| {
        let place = match c {
            'Ⅰ'..='Ⅻ' => u32::from(c) - u32::from('Ⅰ'),
            '1'..='9' => u32::from(c) - u32::from('1'),
            c => return c.to_string(),
        };
        let roman = usize::try_from(place).ok().and_then(|place| ROMAN.get(place));
        roman.map_or_else(|| c.to_string(), |roman| (*roman).to_owned())
    };
    super::half_width(grade).to_uppercase().trim_end_matches(['类', '级']).chars().map(letters).collect()
}

/// The known words, the nearest to the text first.
pub(crate) fn by_nearness<'k>(text: &str, known: &'k [String]) -> Vec<&'k str> {
    let plain = super::half_width(text).to_lowercase();
    let mut known: Vec<&str> = known.iter().map(String::as_str).collect();
    known.sort_by(|one, other| {
        likeness(&plain, &other.to_lowercase()).total_cmp(&likeness(&plain, &one.to_lowercase()))
    });
    known
}

/// The known word that a wrong one is likely a slip of: to be asked about, never to be taken. What a negation or a degree makes
/// of a word is no slip of it.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    known
        .filter(|candidate| !is_turned(word, candidate))
        .map(|candidate| (likeness(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

/// Longer words are no slips of one another, and comparing them takes the product of their lengths.
const LONGEST_WORD: usize = 600;

/// How alike two words are, from 0 to 1; a word inside the other is at least a likely slip.
pub(crate) fn likeness(word: &str, candidate: &str) -> f64 {
    if word.len().max(candidate.len()) > LONGEST_WORD {
        return 0.0;
    }
    let alike =
        strsim::normalized_damerau_levenshtein(word, candidate).max(strsim::jaro_winkler(word, candidate) * 0.8);
    let contained = !word.is_empty() && !candidate.is_empty() && (candidate.contains(word) || word.contains(candidate));
    if contained { alike.max(0.6) } else { alike }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clerks_words_are_understood() {
        let known = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let states = known(&["in_progress", "blocked", "done", "closed", "returned", "reopened", "cancelled"]);
        for (text, meant) in [
            ("已完成", Some("done")),
            ("推进中", Some("in_progress")),
            ("已销号", Some("closed")),
            ("Done", Some("done")),
            ("in-progress", Some("in_progress")),
            ("ｄｏｎｅ", Some("done")),
            ("prog", None),
            ("in", Some("in_progress")),
            ("re", None),
            ("c", None),
            ("canceled", Some("cancelled")),
            ("未完成", None),
            ("尚未完成", None),
            ("基本完成", None),
            ("部分完成", None),
            ("已完成一半", None),
            ("not done", None),
            ("undone", None),
            ("done soon", None),
            ("dome", None),
            ("unclosed", None),
            ("甲", None),
        ] {
            assert_eq!(word(text, &states), meant, "{text}");
        }
        let grades = known(&["劣Ⅴ", "Ⅴ", "Ⅳ", "Ⅲ"]);
        for (text, meant) in [("IV", "Ⅳ"), ("iii", "Ⅲ"), ("Ⅴ类", "Ⅴ"), ("劣V", "劣Ⅴ"), ("4", "Ⅳ")] {
            assert_eq!(grade(text, &grades), Some(meant), "{text}");
        }
        for text in ["甲", "劣Ⅳ", "劣IV", "劣", "I", "VI", "优于Ⅲ", "Ⅲ以上"] {
            assert_eq!(grade(text, &grades), None, "{text}");
        }
        let verdicts = known(&["不合格", "基本合格", "合格"]);
        for (text, meant) in
            [("合格", Some("合格")), ("不合格", Some("不合格")), ("未合格", None), ("合", None), ("合格品", None)]
        {
            assert_eq!(grade(text, &verdicts), meant, "{text}");
        }
        assert_eq!(word("销号", &known(&["direct", "reviewed"])), Some("reviewed"));
        let kinds = known(&["measured", "milestone", "continuous"]);
        for (text, meant) in
            [("量化类", Some("measured")), ("非量化", None), ("不量化", None), ("mile", Some("milestone"))]
        {
            assert_eq!(word(text, &kinds), meant, "{text}");
        }
        assert_eq!(word("月", &known(&["weekly", "monthly"])), Some("monthly"));
    }

    #[test]
    fn what_is_proposed_is_a_slip_and_no_opposite() {
        let metrics = ["合格数", "未达标点位", "已签约户数"];
        for (text, proposed) in [
            ("合恪数", Some("合格数")),
            ("不合格数", None),
            ("达标点位", None),
            ("签约户数", Some("已签约户数")),
            ("未签约户数", None),
        ] {
            assert_eq!(nearest(text, metrics.into_iter()), proposed, "{text}");
        }
        assert_eq!(nearest("合格", ["不合格品", "良好"].into_iter()), None);
        assert_eq!(nearest("不合格", ["不合格品", "合格"].into_iter()), Some("不合格品"));
    }
}
