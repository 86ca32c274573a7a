//! `workplan chart`: the wall chart, and small charts for documents.

mod args;
mod run;
mod small;
mod wall;
mod write;

pub(super) use args::ChartArgs;
pub(super) use run::run;
