//! Days as people write them: `2020/11/30`, `11月底`, `9月30日前`, `1 Nov 2026`, `2026Q4`, 昨天. The only reader of days: the
//! command line, hints about files, ledgers and drafting ask it, each with what it knows of today and of the plan's period.

mod figures;
mod meaning;
mod parts;
mod read;
mod relative;
mod said;
mod words;

pub use meaning::{DayFault, DayWords, Named, ReadDay};
pub use read::read_day;
pub(crate) use read::read_first_day;
pub(crate) use said::{day, hint, hint_of_month};
