//! What a text can mean as a day, and why it means none.

use crate::plan::{Date, Period};

/// What words of time are relative to.
#[derive(Debug, Clone, Copy)]
pub struct DayWords {
    /// Today, in the plan's own offset. `None` in files and tables, which are read on other days than they were written.
    pub today: Option<Date>,
    /// The plan's period: it decides which year `11月底` means. `None` when there is no plan yet.
    pub period: Option<Period>,
}

/// A day, and what the text names it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadDay {
    /// The day.
    pub date: Date,
    /// How the text names it.
    pub named: Named,
}

/// What a text names a day by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// The day itself: `11月30日`.
    Day,
    /// The end of something: `11月底`, `9月30日前`.
    End,
    /// A month: its last day is taken.
    Month,
    /// Another span of days: `第四季度`, `12月中旬`, `上半年`. Its last day is taken.
    Span,
}

/// Why a text means no single day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DayFault {
    /// It could mean several days: the year or the month is not said.
    #[error("ambiguous")]
    Ambiguous,
    /// `01/02/26`: which number is the day, the month or the year is not to be told.
    #[error("day or month first?")]
    Order,
    /// `3月前`: before the month begins, or before it ends.
    #[error("before it begins, or before it ends?")]
    BeforeSpan,
    /// `每季度`, `每月25日前`: day after day.
    #[error("recurring")]
    Recurring,
    /// `昨天`, `月底`: reckoned from a today that is not known.
    #[error("reckoned from today")]
    FromToday,
    /// There is no such day.
    #[error("no such day")]
    NoSuchDay {
        /// The year.
        year: i32,
        /// The month, which may be none itself.
        month: u32,
    },
    /// The day of the week that stands beside it is another one.
    #[error("another day of the week")]
    Weekday(Date),
    /// A number that a spreadsheet may count that day by.
    #[error("a spreadsheet's number of a day")]
    Serial(Date),
    /// It means no day that is known here.
    #[error("not understood")]
    Unknown,
}

/// What one way of reading makes of a text: nothing where the text is not written in that way.
pub(super) type Reading = Option<Result<ReadDay, DayFault>>;
