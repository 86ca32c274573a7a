//! The day that a text means, or why it is none.

use crate::plan::calendar::{DayWords, WordsFault, read_day};
use crate::plan::{Date, Head, Language};
use crate::say;

/// The day that a text means, in the plan's period and as of today; why it means none.
pub(crate) fn day(head: &Head, text: &str, today: Date, lang: Language) -> Result<Date, String> {
    read_day(text, DayWords { today, period: Some(head.period) }).map_err(|fault| day_fault(text, fault, lang))
}

/// Why a text is no day.
pub(crate) fn day_fault(text: &str, fault: WordsFault, lang: Language) -> String {
    match fault {
        WordsFault::Ambiguous => say!(
            lang,
            "“{text}”所指的日期不止一个，请写全，如 2020-11-30",
            "`{text}` could mean several days: write it out, as 2020-11-30"
        ),
        WordsFault::NoSuchDay => say!(lang, "没有“{text}”这一天", "there is no such day as `{text}`"),
        WordsFault::Unknown => say!(
            lang,
            "无法识别日期“{text}”，请按 2020-11-30 的形式写",
            "`{text}` is not understood as a day: write it as 2020-11-30"
        ),
    }
}
