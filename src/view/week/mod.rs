//! The week: the worst first, then what has changed, then five parts and who reported nothing.

mod ahead;
mod attention;
mod carried;
mod changed;
mod charts;
mod chat;
mod letter;
mod lines;
mod page;
mod progress;

pub use letter::week_letter;
pub use page::week;
