//! Notices to units: which tasks one is about, what it says, and how far they have come.

mod choice;
mod issue;
mod line;
mod list;
mod paper;

pub use choice::{Choice, ChoiceFault, left_out, of_all_units, of_tasks, of_unit, unreported};
pub(crate) use issue::{About, Asked, IssueFault, ReplyFault, choices, numbered, reply_by, unsent};
pub use line::{NoticeLine, NoticeState, NoticeStatus, NoticeTaskLine};
pub use list::{NoticeList, NoticeTotals, Notices, SCHEMA, notice_list};
pub use paper::{Paper, PaperFacts, PaperNumber, PaperTask, paper};
