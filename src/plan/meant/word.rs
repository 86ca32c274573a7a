//! `已完成` for `done`: what a clerk writes for the files' own words.

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

/// How alike a word and a known one must be for the known one to be what was meant.
const MEANT: f64 = 0.6;

/// The one of the known words that a word stands for.
pub(crate) fn word<'k>(text: &str, known: &'k [String]) -> Option<&'k str> {
    let plain = super::half_width(text).to_lowercase();
    let meaning = WORDS.iter().filter(|(_, names)| names.contains(&plain.as_str())).map(|(word, _)| *word);
    let by_name = known.iter().find(|known| meaning.clone().any(|word| word == known.as_str()));
    by_name.map(String::as_str).or_else(|| {
        let near = by_nearness(text, known).into_iter().next()?;
        (likeness(&plain, &near.to_lowercase()) >= MEANT).then_some(near)
    })
}

/// The one of the grades that a word stands for: `IV` or `4` for `Ⅳ`, `Ⅲ类` for `Ⅲ`.
pub(crate) fn grade<'k>(text: &str, grades: &'k [String]) -> Option<&'k str> {
    let wanted = in_letters(text);
    grades.iter().find(|grade| in_letters(grade) == wanted).map(String::as_str).or_else(|| word(text, grades))
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

/// The known word that is nearest to a wrong one, if it is near enough to be meant: for hints.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    known
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
            ("canceled", Some("cancelled")),
            ("ｄｏｎｅ", Some("done")),
            ("甲", None),
        ] {
            assert_eq!(word(text, &states), meant, "{text}");
        }
        let grades = known(&["劣Ⅴ", "Ⅴ", "Ⅳ", "Ⅲ"]);
        for (text, meant) in [("IV", "Ⅳ"), ("iii", "Ⅲ"), ("Ⅴ类", "Ⅴ"), ("劣V", "劣Ⅴ"), ("4", "Ⅳ")] {
            assert_eq!(grade(text, &grades), Some(meant), "{text}");
        }
        assert_eq!(grade("甲", &grades), None);
        assert_eq!(word("销号", &known(&["direct", "reviewed"])), Some("reviewed"));
        assert_eq!(word("月", &known(&["weekly", "monthly"])), Some("monthly"));
    }
}
