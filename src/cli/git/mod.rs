//! `workplan git`: the plan as a plan within git itself.

mod command;
mod merge;
mod setup;
mod textconv;

pub(super) use command::{GitArgs, run};
