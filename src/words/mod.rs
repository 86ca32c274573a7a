//! The words of the program: its language, its fields and its terms, each said once. Knows no plan.

pub mod fields;
mod file_name;
mod fold;
mod language;
mod phrases;
mod refusal;
mod say;
mod shell;
pub mod terms;
mod visible;

pub use fields::{field_name, held};
pub use file_name::{is_device, shown_path};
pub use fold::{folded, half_width, listed, plain_sign, says_none, squeezed};
pub use language::Language;
pub use phrases::{
    VERSION, day_count, failure, io_failure, is_closed_pipe, list, ordinal, sample_tag, sample_word, task_count,
    working_day_count,
};
pub use refusal::Refusal;
pub use say::side;
pub use shell::shell_word;
pub use terms::{Term, Worded};
pub use visible::{is_obeyed, visible, visible_json};
