//! Notices to units: which tasks one is about, what it says, and which of them were answered.

mod choice;
mod issue;
mod list;
mod paper;

pub use choice::{Choice, ChoiceFault, left_out, of_all_units, of_tasks, of_unit};
pub(crate) use issue::{About, IssueFault, ReplyFault, choices, numbered, reply_by, unsent};
pub use list::{NoticeLine, NoticeList, NoticeStatus, NoticeTaskLine, NoticeTotals, SCHEMA, notice_list};
pub use paper::{Paper, PaperFacts, PaperNumber, PaperTask, paper};
