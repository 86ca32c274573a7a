//! `workplan export`: the ledger as a file to be taken away. One file a format.

mod args;
mod csv;
mod docx;
mod ics;
mod json;
mod jsonl;
mod md;
mod request;
mod run;
mod xlsx;

pub(super) use args::ExportArgs;
pub(super) use run::run;

/// Every format.
const FORMATS: &[&request::Format] =
    &[&xlsx::FORMAT, &csv::FORMAT, &docx::FORMAT, &ics::FORMAT, &json::FORMAT, &jsonl::FORMAT, &md::FORMAT];
