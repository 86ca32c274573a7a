//! A ledger on a sheet: its header, wherever it stands, and the lines below it. Which cell is which field is known here;
//! what the plan makes of it is not.

mod header;
mod lines;

use crate::intake::place::Place;
use crate::intake::sheet::{Cell, Sheet, Value};
use crate::plan::meant::column::Field;
use crate::plan::meant::{half_width, numeral};
use crate::words::folded;

pub(crate) use header::{Header, Mapping};
pub(crate) use lines::{Line, Row};

/// A sheet with a header.
#[derive(Debug)]
pub(crate) struct Ledger<'s> {
    pub(crate) sheet: &'s Sheet,
    pub(crate) header: Header,
    /// Which of several ledgers that are read together it is.
    pub(crate) number: usize,
}

impl<'s> Ledger<'s> {
    /// The ledger on a sheet; `None` where no row names its columns.
    pub(crate) fn on(sheet: &'s Sheet, mappings: &[Mapping]) -> Option<Ledger<'s>> {
        Header::find(&sheet.grid, mappings).map(|header| Ledger { sheet, header, number: 0 })
    }

    /// The lines below the header.
    pub(crate) fn lines(&self) -> Vec<Line<'s>> {
        lines::lines(&self.sheet.grid, &self.header)
    }

    /// What stands above the header.
    pub(crate) fn title_texts(&self) -> impl Iterator<Item = String> {
        let rows = self.sheet.grid.rows().take_while(|(row, _)| *row < self.header.first);
        rows.flat_map(|(row, cells)| {
            cells.iter().filter(move |(column, cell)| cell.origin == (row, **column)).map(|(_, cell)| cell.value.text())
        })
    }

    /// Where a cell stands: `进展!F12`, and in a text `returns.csv:12:6`.
    pub(crate) fn place(&self, file: &str, row: u32, column: u32) -> Place {
        self.shown(file, row, column + 1, &self.sheet.grid.address(row, column))
    }

    /// Where a field of a row stands; the row itself where the ledger has no such column.
    pub(crate) fn place_of(&self, file: &str, row: &Row<'_>, field: Field) -> Place {
        match self.header.column(field) {
            Some(column) => self.place(file, row.at, column),
            None => self.place_of_row(file, row.at),
        }
    }

    /// Where a row stands: `进展!12`, `returns.csv:12`.
    pub(crate) fn place_of_row(&self, file: &str, row: u32) -> Place {
        self.shown(file, row, 0, &self.sheet.grid.row_name(row))
    }

    fn shown(&self, file: &str, row: u32, column: u32, address: &str) -> Place {
        let shown = match &self.sheet.name {
            Some(name) => format!("{name}!{address}"),
            None => format!("{file}:{address}"),
        };
        Place::of((self.number, usize::try_from(row).unwrap_or(usize::MAX), column), shown)
    }
}

/// Whether a text in a cell says nothing: `—`, `无`, `/`.
pub(crate) fn says_nothing(text: &str) -> bool {
    let text = half_width(text);
    text.chars().all(|c| matches!(c, '-' | '/' | '\\' | '*'))
        || ["无", "暂无", "空", "未知", "未报", "未报送", "N/A", "n/a", "unknown"].contains(&text.as_str())
}

/// The text of a cell, without the mark of an assumption; `None` where it says nothing.
pub(crate) fn text_of(cell: &Cell) -> Option<String> {
    let text = match &cell.value {
        Value::Text(text) => text.trim_end_matches('*').trim().to_owned(),
        other @ (Value::Number(..) | Value::Day(_)) => other.text(),
        Value::Error(_) => return None,
    };
    (!says_nothing(&text)).then_some(text)
}

/// A name as it is compared with the plan's: neither spaces nor the width of signs and brackets make a difference.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    name_key(one) == name_key(other)
}

/// What names that are the same have in common.
pub(crate) fn name_key(name: &str) -> String {
    folded(&squeezed(name))
}

/// A text without its spaces and line breaks: what a spreadsheet wraps stays the same.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The parts of a cell that holds several: a line each, or with semicolons in between.
pub(crate) fn parts(text: &str) -> Vec<&str> {
    text.split(['\n', '；', ';']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The number before a heading, how deep such headings stand, and the heading without it: `一、`, `（二）`, `第三部分`.
pub(crate) fn heading_number(text: &str) -> Option<(u64, usize, &str)> {
    let text = text.trim();
    let numeral = |text: &str| numeral(text).ok().filter(|number| *number > 0);
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let (number, title) = rest.split_once(['）', ')'])?;
        return Some((numeral(number)?, 2, title.trim_start_matches(['、', ' ', '　'])));
    }
    let numbered = text.split_once('、').and_then(|(number, title)| Some((numeral(number)?, title)));
    if let Some((number, title)) = numbered {
        return Some((number, 1, title.trim()));
    }
    let (number, title) = text.strip_prefix('第')?.split_once(['部', '篇', '章', '板'])?;
    let title = title.trim_start_matches(['分', '块']).trim_start_matches(['：', ':', ' ', '　', '、']);
    Some((numeral(number)?, 1, title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_numbers() {
        for (text, meant) in [
            ("一、全力抓好经济建设", Some((1, 1, "全力抓好经济建设"))),
            ("（二）统筹谋划乡村振兴", Some((2, 2, "统筹谋划乡村振兴"))),
            ("第三部分　民生保障", Some((3, 1, "民生保障"))),
            ("十一、其他", Some((11, 1, "其他"))),
            ("完成92户、", None),
            ("甲、乙", None),
        ] {
            assert_eq!(heading_number(text), meant, "{text}");
        }
    }

    #[test]
    fn some_texts_say_nothing() {
        for text in ["—", "——", "-", " / ", "无", "暂无", "", "*"] {
            assert!(says_nothing(text), "{text}");
        }
        for text in ["0", "无法推进", "-1", "0%"] {
            assert!(!says_nothing(text), "{text}");
        }
    }
}
