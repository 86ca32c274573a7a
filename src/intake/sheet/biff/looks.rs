//! How cells look: what a number in them is meant to be, and whether it is struck through.

use std::collections::BTreeMap;

use calamine::{ExcelDateTime, ExcelDateTimeType};

use crate::intake::sheet::Value;
use crate::intake::sheet::figures::{day, has_percent, number_value};

/// What the number of a cell is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Meant {
    #[default]
    Number,
    Percent,
    Day,
    Span,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    meant: Meant,
    pub(super) struck: bool,
}

/// What a workbook says of how its cells may look, as it comes.
#[derive(Default)]
pub(super) struct Looks {
    pub(super) struck_fonts: Vec<bool>,
    pub(super) formats: BTreeMap<u16, String>,
    /// The font and the format of each look.
    pub(super) looks: Vec<(u16, u16)>,
}

impl Looks {
    /// How the cells look that name a look by its number.
    pub(super) fn all(&self) -> Vec<Look> {
        // No font has the number 4: the fifth is called 5.
        let font = |number: u16| usize::from(if number > 4 { number - 1 } else { number });
        let struck = |number: u16| self.struck_fonts.get(font(number)).copied().unwrap_or(false);
        let meant = |format: &u16| self.formats.get(format).map_or_else(|| built_in(*format), |code| by_code(code));
        self.looks.iter().map(|(font, format)| Look { meant: meant(format), struck: struck(*font) }).collect()
    }
}

impl Look {
    /// What a number in such a cell is.
    pub(super) fn value(self, number: f64, is_1904: bool) -> Option<Value> {
        let moment = |kind| ExcelDateTime::new(number, kind, is_1904);
        match self.meant {
            Meant::Number => number_value(number, false, is_1904),
            Meant::Percent => number_value(number, true, is_1904),
            Meant::Day => day(moment(ExcelDateTimeType::DateTime)),
            Meant::Span => day(moment(ExcelDateTimeType::TimeDelta)),
        }
    }
}

/// The formats that no workbook describes.
fn built_in(number: u16) -> Meant {
    match number {
        9 | 10 => Meant::Percent,
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Meant::Day,
        46 => Meant::Span,
        _ => Meant::Number,
    }
}

fn by_code(code: &str) -> Meant {
    match bare(code) {
        code if ["[h", "[m", "[s"].iter().any(|span| code.contains(span)) => Meant::Span,
        code if code.contains(['d', 'm', 'h', 'y', 's']) => Meant::Day,
        _ if has_percent(code) => Meant::Percent,
        _ => Meant::Number,
    }
}

/// The signs of a format's first part that say what is shown, in small letters: without words, colours, conditions and
/// languages; of brackets, only those of spans of time.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut signs = code.chars().map(|sign| sign.to_ascii_lowercase());
    while let Some(sign) = signs.next() {
        match sign {
            ';' => break,
            '"' => drop(signs.find(|sign| *sign == '"')),
            '\\' | '_' | '*' => drop(signs.next()),
            '[' => {
                let within: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                let is_span = ["h", "m", "s"].iter().any(|unit| within.trim_matches(|c| unit.contains(c)).is_empty());
                bare.extend(is_span.then(|| format!("[{within}]")));
            }
            sign => bare.push(sign),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_what_a_number_is() {
        for (code, meant) in [
            ("General", Meant::Number),
            ("0.00E+00", Meant::Number),
            ("#,##0\"户\"", Meant::Number),
            ("0\" days\"", Meant::Number),
            ("#,##0_d;[Red]-#,##0", Meant::Number),
            ("0;yyyy", Meant::Number),
            ("0.0%", Meant::Percent),
            ("yyyy-mm-dd", Meant::Day),
            ("yyyy\"年\"m\"月\"d\"日\";@", Meant::Day),
            ("[$-804]M\\月D\\日", Meant::Day),
            ("h:mm", Meant::Day),
            ("[h]:mm:ss", Meant::Span),
            ("[Red][>=100]0", Meant::Number),
        ] {
            assert_eq!(by_code(code), meant, "{code}");
        }
    }
}
