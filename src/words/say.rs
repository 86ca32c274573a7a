//! One thing said in both languages.

use super::language::Language;

/// Says one thing in the reader's language: `say!(lang, "中文 {x}", "English {x}")`.
#[macro_export]
macro_rules! say {
    ($lang:expr, $zh:literal, $en:literal $(, $($args:tt)*)?) => {
        match $lang {
            $crate::words::Language::Chinese => format!($zh $(, $($args)*)?),
            $crate::words::Language::English => format!($en $(, $($args)*)?),
        }
    };
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
    text.split_once(PARTED).map_or(text, |(zh, en)| lang.pick(zh, en))
}
