//! What may stand beside a day and makes no other of it: an hour, the day of the week.

use chrono::Weekday;

use crate::words::plain_sign;

/// Plain signs and small letters, and one space where there were several.
pub(super) fn plain(text: &str) -> String {
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.chars().map(plain_sign).collect::<String>()).collect();
    words.join(" ").to_ascii_lowercase()
}

/// The text without the hour behind a day: `2026/11/1 8:30`, `2026-11-01t08:30:00`, `2026-11-01-08:30`. An hour of another zone could be
/// another day, and is left.
pub(super) fn without_time(text: &str) -> &str {
    let joints = text.char_indices().filter(|(_, c)| matches!(c, ' ' | 't' | '-' | '日' | '号'));
    let parted = joints.filter_map(|(at, c)| {
        let kept = if matches!(c, ' ' | 't' | '-') { at } else { at + c.len_utf8() };
        let behind = text.get(at + c.len_utf8()..)?;
        let whole = c != '-' || text.get(..at).is_some_and(|day| day.matches('-').count() == 2);
        (whole && is_time(behind.trim_start())).then(|| text.get(..kept))?
    });
    let mut parted = parted.filter(|day| day.contains(|c: char| c.is_ascii_digit()));
    parted.next().unwrap_or(text)
}

fn is_time(text: &str) -> bool {
    let part = ["上午", "下午", "中午", "晚上", "凌晨"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let half = ["am", "pm"].iter().find_map(|word| part.strip_suffix(word)).unwrap_or(part).trim();
    half.starts_with(|c: char| c.is_ascii_digit())
        && half.contains([':', '时', '点'])
        && half.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '时' | '点' | '分' | '秒'))
}

/// The text without the day of the week before or behind a day, and that day of the week.
pub(super) fn without_weekday(text: &str) -> (&str, Option<Weekday>) {
    let named = |rest: &str| rest.contains(|c: char| c.is_ascii_digit());
    if let Some((word, rest)) = text.split_once(' ')
        && let Some(weekday) = weekday(word.trim_end_matches([',', '.']))
        && named(rest)
    {
        return (rest, Some(weekday));
    }
    let marks = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let behind =
        ["周", "星期", "礼拜"].iter().find_map(|word| text.rfind(word)).and_then(|at| text.split_at_checked(at));
    for (rest, word) in [marks, behind, text.rsplit_once(' ')].into_iter().flatten() {
        if let Some(weekday) = weekday(word).filter(|_| named(rest)) {
            return (rest.trim_end_matches([' ', ',', '(']), Some(weekday));
        }
    }
    (text, None)
}

/// The day of the week that a word names: 周五, 星期天, fri, friday.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, &str, Weekday); 7] = [
        ("一", "monday", Weekday::Mon),
        ("二", "tuesday", Weekday::Tue),
        ("三", "wednesday", Weekday::Wed),
        ("四", "thursday", Weekday::Thu),
        ("五", "friday", Weekday::Fri),
        ("六", "saturday", Weekday::Sat),
        ("日天", "sunday", Weekday::Sun),
    ];
    let chinese = ["周", "星期", "礼拜"].iter().find_map(|week| word.strip_prefix(week));
    let is = |zh: &str, en: &str| match chinese {
        Some(day) => day.chars().count() == 1 && zh.contains(day),
        None => word.len() >= 3 && en.starts_with(word),
    };
    DAYS.iter().find(|(zh, en, _)| is(zh, en)).map(|(_, _, weekday)| *weekday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_left_out_and_nothing_else() {
        for (text, day) in [
            ("2026/11/1 8:30", "2026/11/1"),
            ("2026-11-01t08:30:00", "2026-11-01"),
            ("2026-11-01-08:30", "2026-11-01"),
            ("9-10:30", "9-10:30"),
            ("2026-11-01 08:30:00.000", "2026-11-01"),
            ("2026年11月1日8时", "2026年11月1日"),
            ("2026-11-01t08:30:00z", "2026-11-01t08:30:00z"),
            ("2026-11-01t08:30:00+08:00", "2026-11-01t08:30:00+08:00"),
            ("2026-11-01 30", "2026-11-01 30"),
            ("oct 1", "oct 1"),
            ("8:30", "8:30"),
        ] {
            assert_eq!(without_time(text), day, "{text}");
        }
    }

    #[test]
    fn the_day_of_the_week_is_told_apart() {
        for (text, day, weekday) in [
            ("thu 01/01/26", "01/01/26", Some(Weekday::Thu)),
            ("thursday, 1 jan 2026", "1 jan 2026", Some(Weekday::Thu)),
            ("11月20日(周五)", "11月20日", Some(Weekday::Fri)),
            ("11月20日 星期天", "11月20日", Some(Weekday::Sun)),
            ("2026-01-01 (thu)", "2026-01-01", Some(Weekday::Thu)),
            ("周五", "周五", None),
            ("上周五", "上周五", None),
            ("1 nov 2026", "1 nov 2026", None),
        ] {
            assert_eq!(without_weekday(text), (day, weekday), "{text}");
        }
    }
}
