//! What several places say: numbers of days, lists, the mark of a sample, refusals of the system.

use crate::say;

use super::language::Language;
use super::refusal::Refusal;

/// Which version of the program this is.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

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

/// So many calendar days.
pub fn day_count(lang: Language, days: i64) -> String {
    let plural = if days == 1 { "" } else { "s" };
    say!(lang, "{days} 天", "{days} day{plural}")
}

/// So many tasks.
pub fn task_count(lang: Language, tasks: usize) -> String {
    let plural = if tasks == 1 { "" } else { "s" };
    say!(lang, "{tasks} 项任务", "{tasks} task{plural}")
}

/// So many working days.
pub fn working_day_count(lang: Language, days: i64) -> String {
    let plural = if days == 1 { "" } else { "s" };
    say!(lang, "{days} 个工作日", "{days} working day{plural}")
}

/// Things in a row: `甲、乙`, `a, b`.
pub fn list(lang: Language, things: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let things: Vec<String> = things.into_iter().map(|thing| thing.as_ref().to_owned()).collect();
    things.join(lang.pick("、", ", "))
}

/// The tag that every report of a sample carries.
pub fn sample_tag(lang: Language) -> &'static str {
    lang.pick("【示例数据】", " [sample data]")
}

/// What stands beside each task of a sample in a table that is taken away.
pub fn sample_word(lang: Language) -> &'static str {
    lang.pick("示例数据", "sample data")
}

/// It could not be done.
pub fn failure(lang: Language, why: &str) -> String {
    say!(lang, "错误：{why}", "error: {why}")
}

/// Whether whoever was to read the output has gone. Windows says so in a way of its own that has no kind.
pub fn is_closed_pipe(error: &std::io::Error) -> bool {
    /// ERROR_PIPE_NOT_CONNECTED.
    const NOT_CONNECTED: i32 = 233;
    error.kind() == std::io::ErrorKind::BrokenPipe || (cfg!(windows) && error.raw_os_error() == Some(NOT_CONNECTED))
}

/// Why the system refused, in words that say what to do.
pub fn io_failure(lang: Language, error: &std::io::Error) -> String {
    Refusal::from(error).said(lang)
}
