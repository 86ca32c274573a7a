//! The ledger's own numbers of its tasks: PAY-3, a uuid. They stay when a title changes; the number of a row does not.

use std::collections::BTreeSet;

use crate::intake::sheet::Grid;
use crate::plan::meant::column::Field;

use super::header::Header;
use super::lines::{Line, heads_section, lines};

impl Header {
    /// Finds the column in which such numbers stand.
    pub(super) fn find_number(&mut self, grid: &Grid) {
        let of_row = |line: Line<'_>, field: Field| match line {
            Line::Row(row) => row.text(field),
            Line::Heading(..) | Line::Aside(..) => None,
        };
        for field in [Field::Id, Field::Key] {
            let texts: Vec<String> = lines(grid, self).into_iter().filter_map(|line| of_row(line, field)).collect();
            let name = self.column(field).map_or("", |column| self.name(column));
            let keys = texts.iter().filter(|text| is_key(text)).count();
            if keys * 2 > texts.len() || (!texts.is_empty() && numbers_tasks(name) && !runs(&texts)) {
                self.number = Some(field);
                let mut seen = BTreeSet::new();
                self.shared = texts.into_iter().filter(|text| !seen.insert(text.clone())).collect();
                return;
            }
        }
    }

    /// A column that a field of the plan's own keeps is that of numbers as well, where it is called so.
    pub(super) fn keep_numbers(&mut self) {
        let own: Vec<u32> =
            self.fields().filter(|(field, _)| matches!(field, Field::Own(_))).map(|(_, at)| at).collect();
        for column in own {
            if let Some(field) = number_named(self.name(column)) {
                self.fields.entry(field).or_insert(column);
            }
        }
    }
}

/// The field of numbers that a name means.
pub(crate) fn number_named(name: &str) -> Option<Field> {
    let field = Field::named(name).or_else(|| Field::named_elsewhere(name))?;
    matches!(field, Field::Id | Field::Key).then_some(field)
}

/// Whether a number is more than one of a row: PAY-3, 86abc1, road.plan. 一 and 1.2 are not.
fn is_key(text: &str) -> bool {
    let is_one = text.contains(|c: char| c.is_ascii_digit()) || text.is_ascii();
    text.contains(char::is_alphabetic) && is_one && !text.contains(char::is_whitespace) && !heads_section(text)
}

/// Whether a column of digits is one of numbers that a program gives, once and for all.
fn numbers_tasks(name: &str) -> bool {
    const NAMES: [&str; 8] =
        ["number", "issue number", "task id", "ticket", "wp id", "work item", "card id", "issue id"];
    NAMES.contains(&name.trim().to_lowercase().as_str())
}

/// Whether numbers count the rows: 1, 2, 3.
fn runs(texts: &[String]) -> bool {
    texts.iter().zip(1_usize..).all(|(text, number)| text.parse() == Ok(number))
}
