//! Recurring duties as people type them: `每月25日`, `每周五前`, `每季度末`, `month:25`, `monthly by 25`, `week:Friday`.

use chrono::Weekday;

use super::numeral;
use crate::plan::{Every, Recurrence};
use crate::words::half_width;

/// Beginnings that name a period, the longer before those that begin them.
const PERIODS: [(&str, Every); 12] = [
    ("weekly", Every::Week),
    ("week", Every::Week),
    ("星期", Every::Week),
    ("周", Every::Week),
    ("monthly", Every::Month),
    ("month", Every::Month),
    ("个月", Every::Month),
    ("月", Every::Month),
    ("quarterly", Every::Quarter),
    ("quarter", Every::Quarter),
    ("季度", Every::Quarter),
    ("季", Every::Quarter),
];

/// The duty that a text means; the day may be one that the period does not have. `None` where it means none.
pub(crate) fn recurrence(text: &str) -> Option<Recurrence> {
    let tight: String = half_width(text).to_lowercase().split_whitespace().collect();
    let bare = ["每", "every", "each"].iter().find_map(|word| tight.strip_prefix(word)).unwrap_or(&tight);
    // `every Friday`, `fridays`.
    if let Some(day) = english_weekday(bare.strip_suffix('s').unwrap_or(bare)) {
        return Some(Recurrence { every: Every::Week, by: day });
    }
    let (every, rest) = PERIODS.iter().find_map(|(word, every)| Some((*every, bare.strip_prefix(word)?)))?;
    let by = day_of(every, stripped(rest))?;
    Some(Recurrence { every, by })
}

/// What names the day, without what stands around it.
fn stripped(rest: &str) -> &str {
    const BEFORE: [&str; 12] =
        [":", "=", ",", "的", "by", "on", "the", "day", "最后一个月", "最后一月", "末月", "第三个月"];
    const BEHIND: [&str; 4] = ["报送", "之前", "以前", "前"];
    let mut day = rest;
    while let Some(bare) = BEFORE.iter().find_map(|word| day.strip_prefix(word)) {
        day = bare;
    }
    BEHIND.iter().fold(day, |day, word| day.strip_suffix(word).unwrap_or(day))
}

fn day_of(every: Every, text: &str) -> Option<u16> {
    if matches!(
        text,
        "月底"
            | "月末"
            | "季末"
            | "季度末"
            | "底"
            | "末"
            | "最后一天"
            | "最后一日"
            | "lastday"
            | "itslastday"
            | "last"
            | "end"
    ) {
        return Some(every.last_day());
    }
    let named = match every {
        Every::Week => weekday(text),
        Every::Month | Every::Quarter => None,
    };
    named.or_else(|| {
        number(
            ["日", "号", "th", "st", "nd", "rd"].iter().fold(text, |day, word| day.strip_suffix(word).unwrap_or(day)),
        )
    })
}

fn weekday(text: &str) -> Option<u16> {
    let bare = ["星期", "周"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    match bare {
        "日" | "天" => Some(7),
        _ => english_weekday(text),
    }
}

fn english_weekday(text: &str) -> Option<u16> {
    text.parse::<Weekday>().ok().and_then(|day| u16::try_from(day.number_from_monday()).ok())
}

fn number(text: &str) -> Option<u16> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { numeral(text).ok().and_then(|number| u16::try_from(number).ok()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn duties_are_read_however_they_are_typed() {
        for (text, meant) in [
            ("每月25日", "month:25"),
            ("每月25日前", "month:25"),
            ("每月２５号之前报送", "month:25"),
            ("每月二十五日", "month:25"),
            ("每个月底", "month:31"),
            ("month:25", "month:25"),
            ("monthly by 25", "month:25"),
            ("every month by the 25th", "month:25"),
            ("month：32", "month:32"),
            ("每周五", "week:5"),
            ("每星期五前", "week:5"),
            ("每周日", "week:7"),
            ("周一", "week:1"),
            ("week:Friday", "week:5"),
            ("week:0", "week:0"),
            ("weekly by Fri", "week:5"),
            ("every Friday", "week:5"),
            ("每季度末月25日前", "quarter:25"),
            ("每季25日", "quarter:25"),
            ("每季度末", "quarter:31"),
            ("quarter:25", "quarter:25"),
        ] {
            assert_eq!(recurrence(text).map(|duty| duty.to_string()).as_deref(), Some(meant), "{text}");
        }
        for text in ["", "每月", "每天", "month", "25", "每年12月", "每月上旬", "每月25日和28日", "月度"]
        {
            assert_eq!(recurrence(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_printed_is_understood() {
        for every in [Every::Week, Every::Month, Every::Quarter] {
            for by in 1..=every.last_day() {
                let duty = Recurrence { every, by };
                for printed in [duty.to_string(), duty.said(Language::Chinese), duty.said(Language::English)] {
                    assert_eq!(recurrence(printed.trim_end_matches(" of its last month")), Some(duty), "{printed}");
                }
            }
        }
    }
}
