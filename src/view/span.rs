//! What days are called: a week, a month, a quarter or any others, what came before them and what comes next.

use crate::plan::calendar::week_name;
use crate::plan::{Language, Period};
use crate::report::week::Span;
use crate::say;

/// What the report is called: `督查周报`.
pub(super) fn report_name(span: Span, lang: Language) -> &'static str {
    match span {
        Span::Week => lang.pick("督查周报", "Weekly Report"),
        Span::Month => lang.pick("督查月报", "Monthly Report"),
        Span::Quarter => lang.pick("督查季报", "Quarterly Report"),
        Span::Days => lang.pick("督查报告", "Report"),
    }
}

/// What the days are called.
pub(super) fn these_days(span: Span, lang: Language) -> &'static str {
    match span {
        Span::Week => lang.pick("本周", "this week"),
        Span::Month => lang.pick("本月", "this month"),
        Span::Quarter => lang.pick("本季度", "this quarter"),
        Span::Days => lang.pick("本期", "in these days"),
    }
}

/// What comes next.
pub(super) fn next_days(span: Span, lang: Language) -> &'static str {
    match span {
        Span::Week => lang.pick("下周重点", "Next week"),
        Span::Month => lang.pick("下月重点", "Next month"),
        Span::Quarter => lang.pick("下季度重点", "Next quarter"),
        Span::Days => lang.pick("下期重点", "Next"),
    }
}

/// With what it is compared.
pub(super) fn than_before(span: Span, lang: Language) -> &'static str {
    match span {
        Span::Week => lang.pick("较上周", "since last week"),
        Span::Month => lang.pick("较上月", "since last month"),
        Span::Quarter => lang.pick("较上季度", "since last quarter"),
        Span::Days => lang.pick("较期前", "since before"),
    }
}

/// `2020年第48周`; none of days that are no week, month or quarter.
pub(super) fn days_called(days: Period, lang: Language) -> Option<String> {
    let from = days.start;
    let (year, month) = (from.year(), from.month_number().rem_euclid(12) + 1);
    match Span::of(days) {
        Span::Week => {
            let week = week_name(days)?;
            let (year, number) = week.split_once("-W")?;
            let number = number.trim_start_matches('0');
            Some(say!(lang, "{year}年第{number}周", "Week {number} of {year}"))
        }
        Span::Month => Some(say!(lang, "{year}年{month}月", "{year}-{month:02}")),
        Span::Quarter => {
            let quarter = (month + 2) / 3;
            Some(say!(lang, "{year}年第{quarter}季度", "Quarter {quarter} of {year}"))
        }
        Span::Days => None,
    }
}
