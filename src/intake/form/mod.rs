//! What a person says of a task, in the words of a form or of a command, and the entries that it makes.

mod batch;
mod blank;
mod facts;
mod names;
mod rows;
mod values;

pub(crate) use batch::batch;
pub(crate) use blank::{cells, header, json_lines, yaml};
pub(crate) use facts::{FactFault, Facts, typed_again};
pub(crate) use names::{STATES, checkpoint_named, evidence_path, notice_named, state_named, unit_or_person};
pub(crate) use values::{is_by_hand, percent_in, value_in, value_of};
