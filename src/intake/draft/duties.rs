//! Whose work a sentence orders, as far as its own words say: 由甲局牵头, 甲局要…, 甲局负责、乙局配合。

use crate::plan::meant::column::Field;

use super::fields::{Fields, by_verbs};
use super::offices::{IN_PLACE, SHORTEST, are_units, is_office, is_organ, is_room, unit};
use super::headings::number;
use super::listed::{begins, ends, without, words};
use super::words::{ADVERBS, ORDERS};

/// What a sentence says that only says whose work it is: 本项工作由甲局牵头，乙局配合。
pub(super) fn duty(sentence: &str) -> Option<Fields> {
    let words = sentence.trim().trim_start_matches(['—', '-', '－']).trim_end_matches(['。', '；', ';']);
    let words = without(words, words!("本项工作 此项工作 该项工作 以上工作 上述工作")).unwrap_or(words);
    let words = words.trim_start_matches(['，', ',', '由']);
    let clear = words.contains(['责', '头', '合', '办', '与', '助']) && words.chars().count() <= LONGEST_DUTY;
    if clear { by_verbs(words) } else { None }
}

/// The longest sentence that only says whose work it is, in characters.
const LONGEST_DUTY: usize = 80;

/// 由甲局牵头, 由甲局负责: the unit that a sentence itself makes answer.
pub(super) fn in_prose(sentence: &str) -> Option<String> {
    let (_, behind) = sentence.split_once('由')?;
    let end = ["牵头", "负责"].iter().filter_map(|word| behind.find(word)).min()?;
    let name = behind.get(..end).filter(|name| !name.contains(['，', '。', '、', ',', '；']))?;
    let person = behind.get(end..).is_some_and(|rest| rest.starts_with("负责人") || rest.starts_with("负责同志"));
    unit(name).filter(|name| is_organ(name) && !person && name.chars().count() >= SHORTEST)
}

/// Whether a clause says nothing but whose work it is: 由甲局牵头.
pub(super) fn is_duty(clause: &str) -> bool {
    let helps = ends(clause, words!("牵头 配合 协助 参与 协同")) && by_verbs(clause).is_some();
    helps || is_led(clause)
}

/// 由甲局牵头.
fn is_led(clause: &str) -> bool {
    clause.starts_with('由') && ends(clause, words!("牵头 负责 牵头负责 负责落实")) && in_prose(clause).is_some()
}

/// What such a clause in a sentence, and those behind it, say of all that the sentence orders: 由甲局牵头，乙站配合.
pub(super) fn duties(sentence: &str) -> Option<Fields> {
    let bare = number(sentence).map_or(sentence, |(_, rest)| rest);
    let mut clauses = bare.split(['，', ',', '；', '。']).map(str::trim);
    let lead = in_prose(clauses.find(|clause| is_led(clause))?)?;
    let mut found = Fields { lead: Some(lead), ..Fields::default() };
    for helping in clauses.map_while(by_verbs) {
        found.add(Fields { deadline: None, ..helping });
    }
    Some(found)
}

/// 甲局、乙局要完成丙: who is to do what a clause orders, and what that is.
pub(super) fn subject(clause: &str) -> Option<(&str, &str)> {
    let places = clause.char_indices().skip(SHORTEST).take(LONGEST_SUBJECT).map(|(at, _)| at);
    places.filter_map(|at| clause.split_at_checked(at)).find_map(|(names, rest)| {
        let must = without(rest, words!("要 应 应当 须 必须 将 负责 牵头 负责牵头 牵头负责"));
        let must =
            must.filter(|_| !begins(rest, words!("要求 要素 要点 要件 应用 应急 应对 应届 应收 应有 将来 须知")));
        let acts = begins(rest, words!("每 会同 组织 开展 做好 抓好 制定 编制 报送 上报 汇总 通报 督促 督查"));
        let does = must.or((acts && is_office(names)).then_some(rest))?;
        // 县政府督查室 is no 县政府 that inspects.
        let part = begins(rest, words!("督查室 督查组 督查科 组织部 组织科 组织股 制定组"));
        let how = begins(names, &ADVERBS) || begins(names, &ORDERS) || begins(names, &IN_PLACE) || is_room(names);
        // 经甲局, 年底由甲局: how, for whom or when it is done.
        let timed = names.contains('由')
            || (names.starts_with('经') && !begins(names, words!("经济 经信 经发 经贸 经开 经营 经管")))
            || begins(
                names,
                words!(
                    "向 对 请 与 被 受 在 从 按 依 以 为 把 将 使 让 年底 年初 年末 月底 月初 上半年 下半年 本周 下周"
                ),
            );
        // 统计站, 应急办 begin with what they do.
        let short = names.chars().count() <= SHORT_NAME
            && names.ends_with(['办', '站', '局', '所', '科', '股', '室', '队', '部']);
        let named = (short || !how) && !timed && !part && are_units(names);
        named.then_some((names, does.trim_start_matches(['要', '于', '，', ','])))
    })
}

/// The name of an office of so many characters may begin with a verb.
const SHORT_NAME: usize = 6;

/// The names of those who are to do something are not longer, in characters.
const LONGEST_SUBJECT: usize = 24;

/// What the subject of a task's first clause says of whose work it is.
pub(super) fn by_subject(sentence: &str) -> Option<Fields> {
    let words = number(sentence).map_or(sentence, |(_, rest)| rest);
    // 会议要求，县教育局要…: who speaks stands before who is to do it.
    let words =
        words.split_once(['，', ',']).filter(|(first, _)| first.starts_with("会议")).map_or(words, |(_, rest)| rest);
    let (names, _) = subject(words)?;
    let mut found = Fields::default();
    found.take(Field::Responsible, names);
    found.names_units().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(fields: &Fields) -> String {
        format!("{}|{}", fields.lead.as_deref().unwrap_or("-"), fields.support.join(" "))
    }

    #[test]
    fn a_clause_of_duty_speaks_for_its_sentence() {
        let found = duties("改造管网2公里，由城建办牵头，水务站配合，6月底前完工").as_ref().map(shown);
        assert_eq!(found.as_deref(), Some("城建办|水务站"));
        assert_eq!(duties("推进改造，由城建办负责路面修复").as_ref().map(shown), None);
    }

    #[test]
    fn a_sentence_may_name_its_unit() {
        assert_eq!(in_prose("由区政府办公室牵头，会同甲局组成督查组").as_deref(), Some("区政府办公室"));
        assert_eq!(in_prose("建立由分管负责人牵头的机制"), None);
        assert_eq!(in_prose("建立由政府负责人牵头的机制"), None);
    }

    #[test]
    fn who_is_to_do_it_stands_in_front() {
        for (clause, found) in [
            ("县住建局、县应急局要完成排查", Some(("县住建局、县应急局", "完成排查"))),
            ("县财政局负责安排经费", Some(("县财政局", "安排经费"))),
            ("党政办每季度通报一次进展", Some(("党政办", "每季度通报一次进展"))),
            ("统计站要核对数据", Some(("统计站", "核对数据"))),
            ("经济发展办要建立制度", Some(("经济发展办", "建立制度"))),
            ("县政府督查室备案一份", None),
            ("积极推进经济社会应用场景培育", None),
            ("老旧小区改造要有序实施", None),
            ("集约化平台应提供支撑", None),
            ("经甲局会同乙局审定", None),
            ("年底由县督查室会同甲局考核", None),
        ] {
            assert_eq!(subject(clause), found, "{clause}");
        }
        assert_eq!(by_subject("会议要求，县教育局要抓紧整改").as_ref().map(shown).as_deref(), Some("县教育局|"));
    }
}
