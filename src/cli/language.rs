//! The language of the program's own words: settled once, before the first of them is needed.

use std::ffi::OsString;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::builder::PossibleValue;

use crate::plan::Language;

static ENGLISH: AtomicBool = AtomicBool::new(false);

/// A language as it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice(pub(super) Language);

impl clap::ValueEnum for Choice {
    fn value_variants<'a>() -> &'a [Choice] {
        &[Choice(Language::Chinese), Choice(Language::English)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self.0 {
            Language::Chinese => PossibleValue::new("zh").alias("zh-CN").alias("zh_CN"),
            Language::English => PossibleValue::new("en").alias("en-US").alias("en_US"),
        })
    }
}

/// Settles the language of help and usage errors, which come before any plan is read: `--lang`, else
/// `WORKPLAN_LANG`, else Chinese.
pub(super) fn settle(args: &[OsString]) {
    let words: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let spaced = words.windows(2).find_map(|pair| match pair {
        ["--lang", language] => Some((*language).to_owned()),
        _ => None,
    });
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang=")).map(str::to_owned);
    let asked = spaced.or(joined).or_else(|| std::env::var("WORKPLAN_LANG").ok());
    ENGLISH.store(asked.is_some_and(|language| language.starts_with("en")), Ordering::Relaxed);
}

/// The language of the program's own words.
pub(super) fn language() -> Language {
    if ENGLISH.load(Ordering::Relaxed) { Language::English } else { Language::Chinese }
}

/// A word of the program's own, in the reader's language.
pub(super) fn tr(zh: &'static str, en: &'static str) -> &'static str {
    crate::lang::pick(language(), zh, en)
}
