//! What is settled before anything is done: which plan is meant, who reads, and where it goes.

use std::path::PathBuf;

use crate::paper::Ambiguous;
use crate::plan::{Date, Language, Plan};

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColorChoice {
    Auto,
    Always,
    Never,
}

/// One visit to a plan.
#[derive(Debug, Clone)]
pub(crate) struct Desk {
    /// The plan's folder, where one was named.
    pub(crate) plan: Option<PathBuf>,
    /// The revision that was asked for.
    pub(crate) rev: Option<String>,
    /// The day of the revision that was asked for.
    pub(crate) rev_date: Option<String>,
    /// The language that was asked for.
    pub(crate) asked: Option<Language>,
    /// The reader's language: the one that was asked for, else that of the plan on the disk.
    pub(crate) lang: Language,
    /// The day that is asked about, as far as it is known before the plan is.
    pub(crate) day: Date,
    /// When to use colour.
    pub(crate) color: ColorChoice,
    /// How the reader's terminal draws characters of doubtful width.
    pub(crate) ambiguous: Ambiguous,
    /// The file that is written instead of the standard output.
    pub(crate) out: Option<PathBuf>,
}

impl Desk {
    /// The language in which a plan that was read is spoken of.
    pub(crate) fn language_of(&self, plan: Option<&Plan>) -> Language {
        self.asked.or(plan.map(|plan| plan.head.language)).unwrap_or(self.lang)
    }
}
