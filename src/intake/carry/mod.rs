//! From a plan to the next one: what is not finished goes on, with how it stood. No input or output.

mod head;
mod next;
mod said;
mod task;

pub(crate) use head::{NextKnown, next_period};
pub(crate) use next::{Carried, next_plan, values_so_far};
pub(crate) use said::{notes, told};
pub(crate) use task::CarryValues;
