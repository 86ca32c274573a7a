//! The week page: five parts and who reported nothing, in the order in which an office's weekly report has them.

mod ahead;
mod carried;
mod late;
mod lines;
mod page;
mod progress;

pub use page::{week, week_letter};
