//! Changing a plan: in the files' text and in the model, side by side. Whatever is not meant keeps its bytes, and
//! the new text, read again, must be the model that was meant.

mod alter;
mod carrying;
mod checklist;
mod declaring;
mod field;
mod head;
mod items;
mod keys;
mod lifted;
mod members;
mod moved;
mod noted;
mod relocating;
mod renamed;
mod rewrite;
mod style;
mod written;

pub use carrying::NextHead;
pub use checklist::NewRow;
pub(crate) use checklist::record as csv_record;
pub use declaring::Whereto;
pub use rewrite::{EditError, Rewrite};
pub use written::task_in_a_line;
