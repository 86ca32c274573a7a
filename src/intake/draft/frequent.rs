//! Words of time that come round again: 每月25日前, 每年6月底前, 每季度一次.

use crate::plan::Recurrence;
use crate::plan::meant::is_numeral;
use crate::plan::meant::recurs::recurrence;

use super::figures::{in_figures, several};
use super::listed::{Words, without, words};
use super::numbers::is_digit;

/// 每月25日前, 每年6月底前: words of time that come round again, and the duty where it is one.
pub(super) fn again(rest: &str) -> (&str, Option<Recurrence>) {
    const LONGEST: usize = 12;
    let within = rest.char_indices().take_while(|(_, c)| !"，。；,;".contains(*c));
    let ends: Vec<usize> = within.map(|(at, c)| at + c.len_utf8()).take(LONGEST).collect();
    let prefix = |end: &usize| rest.get(..*end).unwrap_or("");
    let duty = |end: &usize| {
        let says = prefix(end);
        let behind = rest.get(*end..).unwrap_or("");
        let counted = behind.starts_with(['次', '回', '期', '场', '个', '例', '轮', '批']);
        let named = says.ends_with(['日', '号', '底', '末', '前', '天'])
            || says.starts_with("每周") && says.ends_with(is_numeral);
        // 每月15日、30日 are two days, and 每周一调度 is once a week, or every Monday.
        let several = behind.strip_prefix(['、', '和']).is_some_and(|rest| rest.starts_with(is_digit));
        let once = says.ends_with("周一") && behind.chars().nth(2).is_none_or(|c| !c.is_alphanumeric());
        let sure = named && !counted && !several && !once;
        recurrence(says).filter(|duty| sure && duty.is_sound()).map(|duty| (says, Some(duty)))
    };
    if let Some(found) = ends.iter().rev().find_map(duty) {
        return found;
    }
    let yearly = ["每年", "每半年", "每季", "每月", "每周"].iter().any(|word| rest.starts_with(word));
    let end = ends.iter().find(|end| yearly && prefix(end).ends_with('前'));
    (end.map_or_else(|| rest.get(..'每'.len_utf8()).unwrap_or(""), prefix), None)
}

/// What stands behind the words of a duty that comes round again, at the beginning of a clause: 每月25日前报送.
pub(super) fn behind_recurring(clause: &str) -> Option<&str> {
    let (says, duty) = again(clause.strip_prefix('每').map(|_| clause)?);
    clause.get(says.len()..).filter(|_| duty.is_some() || says.ends_with('前'))
}

/// How long what comes round again takes until then.
static ROUNDS: Words = Words::of("年 学年 学期 半年 季度 季 月 个月 两个月 半月 旬 周 星期 两周 双周");
/// What counts how often.
const TIMES: [char; 8] = ['次', '回', '期', '场', '轮', '批', '节', '遍'];
/// How often is said within so many characters.
const LONGEST_ROUND: usize = 14;

/// 每月组织一次, 每学期不少于1次, 每年6月、12月: how often, where no day is said. 每月780元 is an amount.
pub(super) fn frequency(rest: &str) -> Option<&str> {
    let behind = without(rest.strip_prefix('每')?, &ROUNDS)?;
    if let Some(months) = several(behind).map(str::len).or_else(|| in_figures(behind)) {
        return rest.get(..rest.len() - behind.len() + months);
    }
    let counts = |c: char| is_digit(c) || is_numeral(c);
    let within = behind.char_indices().take(LONGEST_ROUND).take_while(|(_, c)| !"，。；,;、“（".contains(*c));
    let counted = |at: usize| behind.get(..at).is_some_and(|before| before.trim_end_matches('至').ends_with(counts));
    let mut ends = within.filter(|(at, c)| TIMES.contains(c) && counted(*at)).map(|(at, c)| at + c.len_utf8());
    let end = ends.next().map(|end| rest.len() - behind.len() + end);
    // 每半月一通报
    let one = behind.strip_prefix('一').is_some_and(|behind| !behind.starts_with(counts));
    let bare = || (!behind.starts_with(counts) || one).then_some(rest.len() - behind.len());
    rest.get(..end.or_else(bare)?)
}

/// 每月监测1次，数据于次月10日前报送: a report that comes round again.
pub(super) fn of_next_month<'t>(before: &str, rest: &'t str) -> Option<(&'t str, Recurrence)> {
    let behind = without(rest, words!("次月 下月")).filter(|_| before.contains("每月"))?;
    let (day, _) = behind.split_once('日').filter(|(day, _)| !day.is_empty() && day.chars().all(is_digit))?;
    let says = rest.get(..rest.len() - behind.len() + day.len() + '日'.len_utf8())?;
    Some((says, recurrence(&format!("每月{day}日")).filter(|duty| duty.is_sound())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_is_told() {
        for (text, said) in [
            ("每月组织一次“回头看”", Some("每月组织一次")),
            ("每学期不少于1次", Some("每学期不少于1次")),
            ("每年6月、12月各开展一次", Some("每年6月、12月")),
            ("每两周一次", Some("每两周一次")),
            ("每季度调度各组", Some("每季度")),
            ("每半月一通报", Some("每半月")),
            ("每月780元", None),
            ("每校检查2次", None),
        ] {
            assert_eq!(frequency(text), said, "{text}");
        }
    }

    #[test]
    fn what_may_mean_several_days_or_none_is_no_duty() {
        for (text, duty) in [
            ("每月25日前报送进展", true),
            ("每周五下班前报送", true),
            ("每月月底检查", true),
            ("每月15日、30日通报", false),
            ("每周一调度、每半月一通报", false),
        ] {
            assert_eq!(again(text).1.is_some(), duty, "{text}");
        }
    }
}
