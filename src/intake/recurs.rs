//! A recurring duty, as a person types it.

use crate::plan::meant::recurs::recurrence;
use crate::plan::{Every, Language, Recurrence};
use crate::say;

/// The duty that a text means.
///
/// # Errors
/// When it means none, or a day that no such period has.
pub(crate) fn recurs_of(text: &str, lang: Language) -> Result<Recurrence, String> {
    let duty = recurrence(text).ok_or_else(|| {
        say!(
            lang,
            "定期报送“{text}”请写成“每周五”“每月25日”“每季度末月25日”或 month:25",
            "write the recurring report `{text}` as month:25, week:Friday or quarter:25"
        )
    })?;
    if duty.is_sound() {
        return Ok(duty);
    }
    let by = duty.by;
    Err(match duty.every {
        Every::Week => say!(
            lang,
            "一周没有第 {by} 天：写 1（周一）至 7（周日），如 每周五",
            "a week has no day {by}: write 1 (Monday) to 7, as week:Friday"
        ),
        Every::Month | Every::Quarter => say!(
            lang,
            "一个月没有 {by} 日：写 1 至 31，31 为月末",
            "a month has no day {by}: write 1 to 31; 31 is the last day of any month"
        ),
    })
}
