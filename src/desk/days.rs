//! What day it is, and what day is meant.

use crate::plan::{Date, Head, Language, UtcOffset, meant};

/// The day asked for; today in the plan's own offset where none was.
pub(crate) fn as_of(head: &Head, asked: Option<&str>, lang: Language) -> anyhow::Result<Date> {
    let today = today(head.utc_offset);
    match asked {
        None => Ok(today),
        Some(text) => day(head, text, today, lang),
    }
}

/// Today where the plan is.
pub(crate) fn today(offset: UtcOffset) -> Date {
    Date(chrono::Utc::now().with_timezone(&offset.0).date_naive())
}

/// The day that an argument means; what stands in a table is read without a today.
pub(crate) fn day(head: &Head, text: &str, today: impl Into<Option<Date>>, lang: Language) -> anyhow::Result<Date> {
    meant::day::day(head, text, today, lang).map_err(anyhow::Error::msg)
}
