//! Fixed words: lights, states, kinds, days of the week.

use chrono::Weekday;

use super::pick;
use crate::assess::{Light, Severity, State};
use crate::plan::{Date, Direction, EntryState, Escalation, Kind, Language, PaceBasis, Scalar};
use crate::words::fields::{self, Holds, Place};
use crate::words::terms::{ENTRY_STATES, KINDS, word_of};
use crate::words::{Worded, terms};

/// A light's word.
pub fn light(lang: Language, light: Light) -> &'static str {
    light.word(lang)
}

/// What a light means.
pub fn light_meaning(lang: Language, light: Light) -> &'static str {
    match light {
        Light::Blue => pick(lang, "已完成", "finished"),
        Light::Green => pick(lang, "正常推进", "on track"),
        Light::Yellow => pick(lang, "预警", "warning"),
        Light::Red => pick(lang, "逾期、严重滞后或超限", "overdue, far behind, or a bound broken"),
        Light::Grey => pick(lang, "尚无报送", "never reported"),
    }
}

/// A state's word.
pub fn state(lang: Language, state: State) -> &'static str {
    state.word(lang)
}

/// A kind's word.
pub fn kind(lang: Language, kind: Kind) -> &'static str {
    kind.word(lang)
}

/// A severity's word.
pub fn severity(lang: Language, severity: Severity) -> &'static str {
    severity.word(lang)
}

/// An escalation's word.
pub fn escalation(lang: Language, escalation: Escalation) -> &'static str {
    escalation.word(lang)
}

/// How the passed share is reckoned.
pub fn pace(lang: Language, basis: PaceBasis) -> String {
    let days = basis.word(lang);
    crate::say!(lang, "{days}计", "by {days}")
}

/// A day as official papers write it.
pub fn long_day(lang: Language, day: Date) -> String {
    let form = pick(lang, "%Y年%-m月%-d日", "%-d %B %Y");
    day.0.format(form).to_string()
}

/// The so-manieth of a list: 一, 二, … in Chinese.
pub fn ordinal(lang: Language, number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |digit: usize| DIGITS.get(digit).copied().unwrap_or_default();
    match (lang, number) {
        (Language::Chinese, 1..10) => digit(number).to_owned(),
        (Language::Chinese, 10..20) => format!("十{}", digit(number % 10)),
        (Language::Chinese, 20..100) => format!("{}十{}", digit(number / 10), digit(number % 10)),
        (Language::Chinese | Language::English, _) => number.to_string(),
    }
}

/// What a notice of that level is called.
pub fn notice_level(lang: Language, level: Escalation) -> &'static str {
    terms::word_of(terms::NOTICE_LEVELS, level.name(), lang).unwrap_or_else(|| level.word(lang))
}

/// A day of the week.
pub fn weekday(lang: Language, day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Mon => pick(lang, "星期一", "Monday"),
        Weekday::Tue => pick(lang, "星期二", "Tuesday"),
        Weekday::Wed => pick(lang, "星期三", "Wednesday"),
        Weekday::Thu => pick(lang, "星期四", "Thursday"),
        Weekday::Fri => pick(lang, "星期五", "Friday"),
        Weekday::Sat => pick(lang, "星期六", "Saturday"),
        Weekday::Sun => pick(lang, "星期日", "Sunday"),
    }
}

/// The state that an entry names.
pub fn entry_state(lang: Language, state: EntryState) -> &'static str {
    state.word(lang)
}

/// A field of a task: one that may be amended or assumed.
pub fn field_name(lang: Language, field: &str) -> String {
    let target = field.strip_prefix("metrics.").map(|field| field.strip_suffix(".target").unwrap_or(field));
    match target {
        Some(metric) => crate::say!(lang, "“{metric}”目标值", "target of {metric}"),
        None if field == "state" => fields::name(lang, Place::Entry, field).to_owned(),
        None => fields::name(lang, Place::Task, field).to_owned(),
    }
}

/// What a field holds, in words where the files write a key of the program's own.
pub fn held(lang: Language, place: Place, key: &str, value: &str) -> String {
    let known = |terms| word_of(terms, value, lang).map(str::to_owned);
    let word = match fields::field(place, key).map(|field| field.holds) {
        Some(Holds::OneOf(terms)) => known(terms),
        Some(Holds::Amended) => known(KINDS).or_else(|| known(ENTRY_STATES)),
        Some(Holds::Fields) => Some(field_name(lang, value)),
        Some(Holds::Text | Holds::Prose | Holds::Day | Holds::Parts(_)) | None => None,
    };
    word.unwrap_or_else(|| value.to_owned())
}

/// So many calendar days.
pub fn day_count(lang: Language, days: i64) -> String {
    let plural = if days == 1 { "" } else { "s" };
    crate::say!(lang, "{days} 天", "{days} day{plural}")
}

/// So many working days.
pub fn working_day_count(lang: Language, days: i64) -> String {
    let plural = if days == 1 { "" } else { "s" };
    crate::say!(lang, "{days} 个工作日", "{days} working day{plural}")
}

/// Things in a row: `甲、乙`, `a, b`.
pub fn list(lang: Language, things: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let things: Vec<String> = things.into_iter().map(|thing| thing.as_ref().to_owned()).collect();
    things.join(pick(lang, "、", ", "))
}

/// A target with its unit: `92户`, `不超过15分钟`, `不劣于Ⅴ`. A grade is `graded`; a number is not.
pub fn target(lang: Language, direction: Direction, graded: bool, target: &Scalar, unit: &str) -> String {
    let (before, after) = target_words(lang, direction, graded);
    format!("{before}{target}{unit}{after}")
}

/// What is said before a target, and after its unit.
pub fn target_words(lang: Language, direction: Direction, graded: bool) -> (&'static str, &'static str) {
    match (direction, graded) {
        (Direction::AtLeast, _) => ("", ""),
        (Direction::AtMost, false) => (pick(lang, "不超过", "at most "), ""),
        (Direction::AtMost, true) => (pick(lang, "不劣于", ""), pick(lang, "", " or better")),
    }
}
