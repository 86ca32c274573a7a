//! A plan as rows for other engines: one flat object a row, the same keys on every row.

mod alert;
mod entry;
mod mark;
mod notice;
mod task;

pub use alert::{AlertRow, alert_rows};
pub use entry::{EntryRow, entry_rows};
pub use mark::{PlanMark, What};
pub use notice::{NoticeRow, notice_rows};
pub use task::{TaskRow, task_rows};
