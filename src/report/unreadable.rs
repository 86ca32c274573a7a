//! Of many plans, one of which there is nothing to report.

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::{Diagnostic, Gravity};
use crate::plan::Language;
use crate::say;

/// A plan that could not be read, and why.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Unreadable {
    /// Its folder, as `--plan` takes it.
    pub path: String,
    /// What is wrong with its files.
    pub diagnostics: Vec<Diagnostic>,
    /// Why there are no files to look at; `null` where the diagnostics say why.
    pub message: Option<String>,
}

impl Unreadable {
    /// Why, in a sentence: the first error, where it stands, and how many more there are.
    pub fn why(&self, language: Language) -> String {
        let mut errors = self.diagnostics.iter().filter(|found| found.severity == Gravity::Error);
        let Some(Diagnostic { code, file, line, message, .. }) = errors.next() else {
            return self.message.clone().unwrap_or_default();
        };
        match errors.count() {
            0 => say!(language, "{file} 第 {line} 行：{message}（{code}）", "{file}:{line}: {message} ({code})"),
            more => say!(
                language,
                "{file} 第 {line} 行：{message}（{code}），另有 {more} 处错误",
                "{file}:{line}: {message} ({code}); more errors: {more}"
            ),
        }
    }
}
