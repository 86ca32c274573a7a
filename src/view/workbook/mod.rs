//! Reports laid out as a workbook, one kind of sheet a file.

mod alerts;
mod form;
mod frame;
mod ledger;
mod metrics;
mod names;
mod office;
mod plan;
mod published;
mod score;
mod summary;

pub use office::{nobody, part_workbooks, published_workbook, workbook};
pub use score::score_workbook;
