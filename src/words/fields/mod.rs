//! The fields of a plan, each described once: its key, its names, where it stands and what may become of it. Whatever
//! lists, asks for, compares or explains fields looks here.

mod beyond;
mod field;
mod foreign;
mod index;
mod journal;
mod plan;
mod standing;
mod table;
mod task;

pub use beyond::{BEYOND, of_column};
pub use field::{Changes, Field, Holds, Place};
pub use foreign::FOREIGN;
pub use index::{called_anywhere, is_name, is_spelling};
pub use table::*;
