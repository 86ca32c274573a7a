//! Names of sheets.

use std::collections::HashSet;

use crate::words::visible;

/// The names that are taken, as spreadsheets compare them: without regard to case.
#[derive(Debug, Default)]
pub(super) struct SheetNames {
    taken: HashSet<String>,
}

/// The longest name that a spreadsheet takes, in UTF-16 units.
const LONGEST: usize = 31;

impl SheetNames {
    /// A name near to the one wanted that a spreadsheet takes, and that no other sheet has.
    pub(super) fn name(&mut self, wanted: &str) -> String {
        let wanted = allowed(wanted);
        let numbered = (2_usize..).map(|number| format!("({number})"));
        let endings = std::iter::once(String::new()).chain(numbered);
        let mut names = endings.map(|ending| shortened(&wanted, LONGEST - ending.len()) + &ending);
        names.find(|name| self.taken.insert(name.to_lowercase())).unwrap_or(wanted)
    }
}

/// The text without what no name of a sheet may hold. `History` is the name of a sheet of Excel's own.
fn allowed(text: &str) -> String {
    let replaced: String = visible(text).chars().map(|c| if "[]:*?/\\".contains(c) { '_' } else { c }).collect();
    let name = shortened(replaced.trim().trim_matches('\''), LONGEST);
    match name.trim_end_matches(['\'', ' ']) {
        "" => "_".to_owned(),
        name if name.eq_ignore_ascii_case("history") => format!("{name}_"),
        name => name.to_owned(),
    }
}

fn shortened(text: &str, units: usize) -> String {
    let mut left = units;
    let fits = |c: &char| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_a_spreadsheet_takes() {
        let mut names = SheetNames::default();
        for (wanted, name) in [
            ("规建办", "规建办"),
            ("规建办", "规建办(2)"),
            ("Office", "Office"),
            ("OFFICE", "OFFICE(2)"),
            ("a[b]c:d*e?f/g\\h", "a_b_c_d_e_f_g_h"),
            ("'甲'", "甲"),
            ("", "_"),
            ("History", "History_"),
            ("\u{202e}x", "_u{202e}x"),
        ] {
            assert_eq!(names.name(wanted), name, "{wanted}");
        }
        let long = "规划建设和生态环境办公室".repeat(4);
        assert_eq!(names.name(&long).encode_utf16().count(), 31);
        let second = names.name(&long);
        assert!(second.ends_with("(2)") && second.encode_utf16().count() == 31, "{second}");
        assert_eq!(names.name(&"𠀀".repeat(20)).encode_utf16().count(), 30);
        assert_eq!(names.name(&format!("{}'x", "a".repeat(30))), "a".repeat(30));
    }
}
