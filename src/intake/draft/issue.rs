//! The day on which a document was issued.

use crate::plan::Date;
use crate::plan::meant::day::{DayWords, Named, ReadDay, read_day};

/// The title stands among so many lines.
pub(super) const HEAD_LINES: usize = 12;
/// The signature and the day stand among so many last lines.
pub(super) const FOOT_LINES: usize = 8;

/// The day of issue: a line that is a day, or holds one in brackets, at the head or the foot, or below the letter at the head.
pub(super) fn day(lines: &[&str]) -> Option<Date> {
    let foot = lines.len().saturating_sub(FOOT_LINES).max(HEAD_LINES);
    let edges = || lines.iter().take(HEAD_LINES).chain(lines.iter().skip(foot).rev()).filter(|line| is_short(line));
    // When a page was published says less than the day under a signature.
    let signed = || lines.iter().take(MOST_SIGNED).filter(|line| is_short(line)).find_map(|line| alone(line));
    let beside = || edges().find_map(|line| signature(line).map(|(_, day)| day));
    let said = || edges().find_map(|line| day_in(line));
    edges().find_map(|line| alone(line)).or_else(signed).or_else(beside).or_else(said)
}

/// Who signs and when, in one line: 某县公安局　　2026年5月22日.
pub(super) fn signature(line: &str) -> Option<(&str, Date)> {
    let line = line.trim().trim_end_matches("印发");
    let gaps = line.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let parted = gaps.filter_map(|at| Some((line.get(..at)?.trim_end(), alone(line.get(at..)?)?)));
    parted.into_iter().find(|(name, _)| !name.is_empty() && !name.contains(['，', '。', '：', ':']))
}

/// A day in a line of its own stands among so many first lines.
pub(super) const MOST_SIGNED: usize = 40;

fn is_short(line: &str) -> bool {
    line.chars().count() <= 60
}

/// The day of a line that is nothing but a day.
pub(super) fn alone(line: &str) -> Option<Date> {
    let words: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let whole = whole_day(words).filter(|_| words.chars().count() >= 8);
    whole.filter(|day| (1990..=2099).contains(&day.year()))
}

/// The day that a line names as that of its issue.
pub(super) fn day_in(line: &str) -> Option<Date> {
    let words: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let words = words.trim_matches(['(', '（', ')', '）', '—', '。']);
    let named = [
        "印发日期",
        "发布日期",
        "发文日期",
        "成文日期",
        "签订日期",
        "签订时间",
        "签署日期",
        "填报日期",
        "填报时间",
        "填表日期",
        "编制日期",
        "制表日期",
        "报送日期",
        "时间",
        "日期",
    ];
    let words = named.iter().find_map(|name| words.strip_prefix(name)?.strip_prefix(['：', ':'])).unwrap_or(words);
    let whole = whole_day(words).filter(|_| words.chars().count() >= 8);
    // ——2023年1月5日在某某大会上; 2016年5月28日印发
    let spoken = || {
        let end = words.find('日')? + '日'.len_utf8();
        let (day, rest) = words.split_at_checked(end)?;
        let said =
            rest.starts_with('在') || rest.starts_with("印发") || rest.starts_with("发布") || rest.starts_with("于");
        whole_day(day).filter(|_| said)
    };
    whole.or_else(spoken).filter(|day| (1990..=2099).contains(&day.year()))
}

/// The day that a text names by its year, its month and its number.
fn whole_day(text: &str) -> Option<Date> {
    match read_day(text, DayWords { today: None, period: None }) {
        Ok(ReadDay { date, named: Named::Day }) => Some(date),
        Ok(ReadDay { named: Named::End | Named::Month | Named::Span, .. }) | Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_issue_is_a_line_of_its_own_or_said_to_be_one() {
        for (line, day) in [
            ("2020.07.17", Some("2020-07-17")),
            ("二〇二一年三月五日", Some("2021-03-05")),
            ("（2023年1月5日）", Some("2023-01-05")),
            ("——2026年1月27日在江西省第十四届人民代表大会第四次会议上", Some("2026-01-27")),
            ("发布日期：2021-09-30", Some("2021-09-30")),
            ("2020年", None),
            ("完成2020年7月17日的任务", None),
        ] {
            assert_eq!(day_in(line).map(|day| day.to_string()).as_deref(), day, "{line}");
        }
        let signed = signature("　　某县公安局　　2026年5月22日").map(|(name, day)| (name, day.to_string()));
        assert_eq!(signed, Some(("某县公安局", "2026-05-22".to_owned())));
        assert_eq!(signature("某县公安局 某县教育局"), None);
    }
}
