//! What a clerk meant by a number, a day or a word that the files write in another way.

pub(crate) mod approximate;
pub(crate) mod column;
pub(crate) mod day;
pub(crate) mod notice;
pub(crate) mod number;
mod numeral;
pub(crate) mod turned;
pub(crate) mod word;

pub(crate) use numeral::{is_numeral, numeral};

/// Full-width letters, digits and signs as plain ones; spaces of every width left out.
pub(crate) fn half_width(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(plain_sign).collect()
}

/// A full-width letter, digit or sign as a plain one.
fn plain_sign(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '。' => '.',
        '–' | '—' | '−' | '‐' => '-',
        c => c,
    }
}
