//! What is known of one of many plans, with its plan.

use schemars::JsonSchema;
use serde::Serialize;

/// Something of one of many plans.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rolled<T> {
    /// The plan's folder.
    pub path: String,
    /// What it is.
    #[serde(flatten)]
    pub of: T,
    /// The plan, as its place among the rows.
    #[serde(skip)]
    pub row: usize,
}

impl<T> Rolled<T> {
    /// All that one plan brings.
    pub(super) fn all(path: &str, row: usize, things: Vec<T>) -> impl Iterator<Item = Rolled<T>> {
        things.into_iter().map(move |of| Rolled { path: path.to_owned(), of, row })
    }
}
