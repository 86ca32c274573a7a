//! What of a list is filled in: those cells are open and say what they take, the others are locked. No password is asked for:
//! the lock keeps slips out, not people.

use rust_xlsxwriter::{DataValidation, DataValidationRule, ProtectionOptions, Worksheet, XlsxError};

use super::sheet::{day, place};
use crate::paper::book::{Blank, Cell, Column, Takes};

/// What a spreadsheet takes as a message's title, as a message, and as words to choose from, in UTF-16 units.
const LONGEST_TITLE: usize = 32;
const LONGEST_MESSAGE: usize = 250;
const LONGEST_CHOICE: usize = 255;

/// Says of the open cells what they take, and locks the others; does nothing where no cell is open. Each row stands in
/// that row of the sheet.
pub(super) fn draw(worksheet: &mut Worksheet, columns: &[Column], rows: &[(u32, &Vec<Cell>)]) -> Result<(), XlsxError> {
    let mut is_form = false;
    for (at, column) in columns.iter().enumerate() {
        for (blank, areas) in alike(at, rows) {
            is_form = true;
            say(worksheet, place(at), &column.header, blank, &areas)?;
        }
    }
    if is_form {
        worksheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::new()
        });
    }
    Ok(())
}

/// The blanks of a column, each with the rows, from one to another, in which it stands.
fn alike<'b>(at: usize, rows: &[(u32, &'b Vec<Cell>)]) -> Vec<(&'b Blank, Vec<(u32, u32)>)> {
    let mut found: Vec<(&Blank, Vec<(u32, u32)>)> = Vec::new();
    for (row, cells) in rows {
        let Some(blank) = cells.get(at).and_then(|cell| cell.blank.as_ref()) else { continue };
        match found.iter_mut().find(|(known, _)| *known == blank) {
            None => found.push((blank, vec![(*row, *row)])),
            Some((_, areas)) => match areas.last_mut() {
                Some((_, last)) if *last + 1 == *row => *last = *row,
                Some(_) | None => areas.push((*row, *row)),
            },
        }
    }
    found
}

fn say(
    worksheet: &mut Worksheet,
    column: u16,
    header: &str,
    blank: &Blank,
    areas: &[(u32, u32)],
) -> Result<(), XlsxError> {
    let Some((first, last)) = areas.first().copied() else { return Ok(()) };
    let prompt = cut(&blank.prompt, LONGEST_MESSAGE);
    let mut validation = takes(&blank.takes)?
        .set_input_title(cut(header, LONGEST_TITLE))?
        .set_input_message(&prompt)?
        .set_error_message(&prompt)?;
    if areas.len() > 1 {
        let area = |(first, last): &(u32, u32)| {
            let (first, last) = (first + 1, last + 1);
            let name = letters(column);
            if first == last { format!("{name}{first}") } else { format!("{name}{first}:{name}{last}") }
        };
        validation = validation.set_multi_range(areas.iter().map(area).collect::<Vec<_>>().join(" "));
    }
    worksheet.add_data_validation(first, column, last, column, &validation)?;
    Ok(())
}

fn takes(takes: &Takes) -> Result<DataValidation, XlsxError> {
    let any = DataValidation::new().allow_any_value();
    Ok(match takes {
        Takes::Words => any,
        // Between the words of a list stand commas.
        Takes::OneOf(words) if words.iter().any(|word| word.contains([',', '\n'])) => any,
        Takes::OneOf(words) if units(&words.join(",")) > LONGEST_CHOICE => any,
        Takes::OneOf(words) => any.allow_list_strings(words)?,
        Takes::Number { negative: false } => any.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
        Takes::Number { negative: true } => any.allow_decimal_number(DataValidationRule::Between(-LARGEST, LARGEST)),
        Takes::Day(from, to) => match (day(*from), day(*to)) {
            (Some(from), Some(to)) => any.allow_date(DataValidationRule::Between(from, to)),
            (_, None) | (None, _) => any,
        },
    })
}

/// The digits that a spreadsheet keeps.
const LARGEST: f64 = 999_999_999_999_999.0;

/// The letters of a column: `A`, `Z`, `AA`.
fn letters(column: u16) -> String {
    let mut left = u32::from(column) + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        letters.push(char::from_u32(u32::from('A') + left % 26).unwrap_or('A'));
        left /= 26;
    }
    letters.into_iter().rev().collect()
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn cut(text: &str, longest: usize) -> String {
    if units(text) <= longest {
        return text.to_owned();
    }
    let mut left = longest;
    let fits = |c: &char| {
        left = left.saturating_sub(c.len_utf16());
        left > 0
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn a_prompt_is_cut_where_a_spreadsheet_would_refuse_it() {
        assert_eq!(cut("填数字", 3), "填数字");
        assert_eq!(cut("填数字。", 3), "填数…");
        assert!(units(&cut(&"𠀀".repeat(300), LONGEST_MESSAGE)) <= LONGEST_MESSAGE);
    }

    #[test]
    fn cells_that_take_the_same_are_said_once() {
        let words = |prompt: &str| Some(Blank { prompt: prompt.to_owned(), takes: Takes::Words });
        let rows =
            [words("甲"), words("甲"), words("乙"), None, words("甲")].map(|blank| vec![Cell::default().blank(blank)]);
        let rows: Vec<(u32, &Vec<Cell>)> = (5..).zip(&rows).collect();
        let found = alike(0, &rows);
        let told: Vec<_> = found.iter().map(|(blank, areas)| (blank.prompt.as_str(), areas.clone())).collect();
        assert_eq!(told, [("甲", vec![(5, 6), (9, 9)]), ("乙", vec![(7, 7)])]);
    }
}
