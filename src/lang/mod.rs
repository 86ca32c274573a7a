//! Every word shown to a person, in both languages: one function a message, so that a missing translation
//! does not compile. The words of a check stand in the check's own file, the help of an argument at the argument.

mod alerts;
mod doubts;
mod notes;
mod shell;
mod words;

pub use crate::plan::Language;
pub use alerts::{alert_message, alert_name};
pub use doubts::{doubt, not_insisted};
pub use notes::*;
pub use shell::shell_word;
pub use words::*;

/// Says one thing in the reader's language: `say!(lang, "中文 {x}", "English {x}")`.
#[macro_export]
macro_rules! say {
    ($lang:expr, $zh:literal, $en:literal $(, $($args:tt)*)?) => {
        match $lang {
            $crate::plan::Language::Chinese => format!($zh $(, $($args)*)?),
            $crate::plan::Language::English => format!($en $(, $($args)*)?),
        }
    };
}

/// Picks the fixed word of the reader's language.
pub fn pick<'t>(lang: Language, zh: &'t str, en: &'t str) -> &'t str {
    lang.pick(zh, en)
}

/// What parts the two languages of a text that is written before the reader's is known.
const PARTED: char = '\u{1f}';

/// A fixed text in both languages, for what is declared before the reader's language is known: arguments and their help.
/// `side` gives the reader's.
#[macro_export]
macro_rules! both {
    ($zh:literal, $en:literal $(,)?) => {
        concat!($zh, "\u{1f}", $en)
    };
}

/// The reader's side of a text that `both!` has made; any other text as it is.
pub fn side(lang: Language, text: &str) -> &str {
    text.split_once(PARTED).map_or(text, |(zh, en)| pick(lang, zh, en))
}
