//! How much room words need. A spreadsheet reckons that itself only where it likes to: a file that is merely looked at or
//! printed must bring the heights of its rows.

use super::style::Face;
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
