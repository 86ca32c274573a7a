//! How much room words need. A spreadsheet reckons that itself only where it likes to: a file that is merely looked at or
//! printed must bring the heights of its rows.

use super::style::Face;
use crate::paper::book::{Column, Seen};
use crate::paper::wrap::{Ambiguous, wrap};

/// A pixel at 100 %, in points.
const POINTS: f64 = 0.75;
/// What a cell keeps free at its left and right, in pixels.
const SIDES: f64 = 8.0;
/// What it keeps free above and below, in points.
const ABOVE_AND_BELOW: f64 = 6.0;
/// A line's height by its letters' size: what the taller of the usual Chinese typefaces take.
const LEADING: f64 = 1.42;
/// A spreadsheet's tallest row, in points.
const TALLEST: f64 = 409.0;

/// What a page of A3 across takes between its margins, in pixels at 100 %. A table of that width is printed in its own size.
const PAGE: u32 = 1520;
/// What is wider is printed smaller, to fit, in whole percents: no letter of 10 points below 9.
const WIDEST: u32 = PAGE * 100 / 92;
/// No column of text becomes narrower for it than this part of its width, in hundredths.
const NARROWEST: u32 = 45;

/// The columns with their widths such that those that are printed fill a page, and none is printed too small to be read.
/// Columns of text give and take the room.
pub(super) fn fitted(columns: &[Column]) -> Vec<Column> {
    let sum = |prose: bool| -> u32 {
        let printed = columns.iter().filter(|column| column.seen == Seen::Everywhere && column.prose == prose);
        printed.map(|column| u32::from(column.width)).sum()
    };
    let (fixed, elastic) = (sum(false), sum(true));
    let room = (fixed + elastic).clamp(PAGE, WIDEST).saturating_sub(fixed).max(elastic * NARROWEST / 100);
    let width = |column: &Column| match column.seen {
        Seen::Everywhere if column.prose && elastic > 0 => {
            u16::try_from(u32::from(column.width) * room / elastic).unwrap_or(column.width)
        }
        Seen::Everywhere | Seen::OnScreen | Seen::Nowhere => column.width,
    };
    columns.iter().map(|column| Column { width: width(column), ..column.clone() }).collect()
}

/// The height in points of a row in which a text of several lines stands, at so many pixels.
pub(super) fn height(text: &str, width: u32, face: Face) -> f64 {
    let half = face.size() / POINTS / 2.0;
    let columns = ((f64::from(width) - SIDES) / half).floor().max(2.0) as usize;
    let lines: usize = text.split('\n').map(|line| wrap(line, columns, Ambiguous::Narrow).len()).sum();
    (lines as f64 * face.size() * LEADING + ABOVE_AND_BELOW).min(TALLEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_text_fill_the_page_and_give_way() {
        let hidden = Column { seen: Seen::Nowhere, ..Column::prose("", 500) };
        let widths = |columns: &[Column]| fitted(columns).iter().map(|column| column.width).collect::<Vec<_>>();
        for (short, prose, expected) in
            [(520, 500, 1000), (520, 1000, 1000), (600, 1040, 1040), (1152, 600, 500), (1600, 400, 180)]
        {
            let columns = [Column::short("", short), Column::prose("", prose), hidden.clone()];
            assert_eq!(widths(&columns), [short, expected, 500], "{short} {prose}");
        }
        assert_eq!(widths(&[Column::short("", 2000)]), [2000]);
    }

    #[test]
    fn a_chinese_letter_is_as_wide_as_it_is_high() {
        let lines = |text, width| ((height(text, width, Face::Body) - ABOVE_AND_BELOW) / 14.2).round();
        for (text, width, expected) in [
            ("", 100, 1.0),
            ("龚都村92户", 75, 1.0),
            ("龚都村92户", 70, 2.0),
            ("一二三四五六", 88, 1.0),
            ("一二三四五六", 87, 2.0),
            ("一\n二\n三", 100, 3.0),
            ("规划建设和生态环境办公室", 94, 2.0),
        ] {
            assert_eq!(lines(text, width), expected, "{text} in {width}");
        }
        assert_eq!(height(&"长".repeat(10_000), 100, Face::Body), TALLEST);
    }
}
