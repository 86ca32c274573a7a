//! Spellings that mean one word: full width and half width, brackets, spaces, capitals.

/// Full-width letters, digits and signs as plain ones; spaces of every width left out.
pub fn half_width(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(plain_sign).collect()
}

/// A name or a sentence as it is compared with what was typed: plain signs, small letters, one kind of brackets, and of
/// the spaces only those that part Latin words. `（一期） A` and `(一期)a` are the same, `not he` and `no the` are not.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut spaced = false;
    for c in text.chars() {
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let c = plain_sign(c);
        let parts = |c: char| c.is_alphanumeric() && c.is_ascii();
        if std::mem::take(&mut spaced) && parts(c) && out.ends_with(parts) {
            out.push(' ');
        }
        out.extend(bracket(c).to_lowercase());
    }
    out
}

/// A field's or a term's name as it is looked up: like [`folded`], without spaces, underscores and hyphens, and without
/// the sign that ends a header. `Working days left`, `working_days_left` and `ＷＯＲＫＩＮＧ－ｄａｙｓ left` are one.
pub fn squeezed(word: &str) -> String {
    let folded = folded(word);
    let kept = folded.trim_end_matches(['*', ':', '.']).chars().filter(|c| !matches!(c, ' ' | '_' | '-'));
    kept.collect()
}

/// Whether what was written where a problem may be written says that there is none: `无`, `暂无`, `没有`, `-`, `/`, `none`.
pub fn says_none(text: &str) -> bool {
    let folded = folded(text);
    let word = folded.trim_matches(['-', '/', '\\', '.', ',', '~', '_', '*', '(', ')', '[', ']', '…']);
    let word = word.strip_suffix("存在").unwrap_or(word);
    matches!(
        word,
        "" | "无"
            | "暂无"
            | "没有"
            | "没"
            | "尚无"
            | "均无"
            | "暂时没有"
            | "目前没有"
            | "无问题"
            | "暂无问题"
            | "没有问题"
            | "目前无"
            | "无存在问题"
            | "不存在"
            | "不存在问题"
            | "无异常"
            | "none"
            | "no"
            | "nil"
            | "n/a"
            | "na"
            | "null"
            | "nothing"
            | "no issue"
            | "no issues"
            | "no problem"
            | "no problems"
    )
}

/// The things that one argument lists, parted by commas of either kind or by `、`.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty())
}

/// A full-width letter, digit or sign as a plain one.
pub fn plain_sign(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '。' => '.',
        '–' | '—' | '−' | '‐' => '-',
        c => c,
    }
}

/// Brackets and quotes of other shapes as plain ones.
fn bracket(c: char) -> char {
    match c {
        '〔' | '【' | '［' => '[',
        '〕' | '】' | '］' => ']',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '、' => ',',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_one() {
        for (one, other) in [
            ("龙王庙路（一期）", "龙王庙路(一期)"),
            ("ＷＷＷ　平台", "www平台"),
            ("甲 、 乙", "甲，乙"),
            ("金府督〔2020〕3号", "金府督【２０２０】3号"),
            ("Phase  One", "phase one"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("not he"), folded("no the"));
    }

    #[test]
    fn spellings_of_a_word_are_one() {
        for word in [
            "working_days_left",
            "Working days left",
            "working-days left*",
            "ＷＯＲＫＩＮＧ　days　left：",
            "workingdaysleft",
        ] {
            assert_eq!(squeezed(word), "workingdaysleft", "{word}");
        }
    }

    #[test]
    fn that_there_is_no_problem_is_no_problem() {
        for text in ["无", "暂无", "没有", "-", "/", "——", "none", "N/A", "无。", "（无）", "No issues", " ", "、"]
        {
            assert!(says_none(text), "{text}");
        }
        for text in
            ["?", "!", "无人施工", "没有资金", "无法进场", "暂无资金", "not enough money", "不存在的路", "no money"]
        {
            assert!(!says_none(text), "{text}");
        }
    }

    #[test]
    fn a_list_is_parted_by_commas_of_every_kind() {
        assert_eq!(listed("a, b，丙、丁,").collect::<Vec<_>>(), ["a", "b", "丙", "丁"]);
    }
}
