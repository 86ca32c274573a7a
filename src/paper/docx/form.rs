//! A form: a table that fills what its sheet has left, so that there is room to write in.

use unicode_width::UnicodeWidthStr;

use super::runs::{Ink, heading, paragraph, plain};
use super::sheet;
use super::styles::{self, FORM_LINE, Face, LINE, Side, TITLE_LINE};
use super::table::{cell_at, row, ruled};
use super::xml::{Element, val};
use crate::paper::letter::{Form, FormRow, Letter};
use crate::paper::page::{Block, Line};

/// The four columns: a name, what stands beside it, and once more.
const COLUMNS: [usize; 4] = [1_400, 3_222, 1_400, 2_822];
/// What stands left and right of a cell's text, together.
const AROUND: usize = 216;
/// Half the width of a Chinese character of the form (小四, 12 pt).
const HALF: usize = 120;
/// No room to write in is lower.
const LOWEST: u32 = 1_000;

/// Draws the form of a letter: its rooms share what the rest leaves of the sheet.
pub(super) fn form(form: &Form, letter: &Letter) -> Element {
    let rooms = form.rows.iter().filter(|row| matches!(row, FormRow::Room(..))).count();
    let left = (sheet::HEIGHT - 2 * sheet::FORM_EDGE).saturating_sub(outside(letter) + filled(form));
    let room = (left / u32::try_from(rooms.max(1)).unwrap_or(1)).max(LOWEST);
    ruled(&COLUMNS).with(form.rows.iter().map(|row| drawn(row, room)))
}

fn drawn(row: &FormRow, room: u32) -> Element {
    let [name_width, left, _, right] = COLUMNS;
    let whole = sheet::TEXT - name_width;
    match row {
        FormRow::Said(name, line) => {
            row_of(None, [name_cell(name), cell_at("center", (whole, 3), [], vec![text(line, Side::Both)])])
        }
        FormRow::Room(name, foot) => {
            row_of(Some(room), [name_cell(name), cell_at("bottom", (whole, 3), [], vec![text(foot, Side::Right)])])
        }
        FormRow::Pair([(name, line), (other, beside)]) => row_of(
            None,
            [
                name_cell(name),
                cell_at("center", (left, 1), [], vec![text(line, Side::Left)]),
                name_cell(other),
                cell_at("center", (right, 1), [], vec![text(beside, Side::Left)]),
            ],
        ),
    }
}

/// A row of at least that height, which no page break cuts.
fn row_of(height: Option<u32>, cells: impl IntoIterator<Item = Element>) -> Element {
    let height = height.unwrap_or(FORM_LINE + ROW_AIR);
    let height = val("w:trHeight", height).at("w:hRule", "atLeast");
    row([height], cells)
}

/// What a row of one line is higher than its line.
const ROW_AIR: u32 = 120;

fn name_cell(name: &str) -> Element {
    let label = heading(name, Ink { face: Some(Face::Heading), ..Ink::default() });
    cell_at("center", (COLUMNS[0], 1), [], vec![paragraph(&styles::FORM_TEXT, [Side::Center.element()], label)])
}

fn text(line: &Line, side: Side) -> Element {
    paragraph(&styles::FORM_TEXT, [side.element()], [plain(&line.text())])
}

/// How high the rows are in which something is said.
fn filled(form: &Form) -> u32 {
    let [name, left, _, right] = COLUMNS;
    let rows = form.rows.iter().map(|row| {
        let lines = match row {
            FormRow::Room(..) => return 0,
            FormRow::Said(label, line) => lines(line, sheet::TEXT - name).max(label_lines(label)),
            FormRow::Pair([(_, line), (_, beside)]) => lines(line, left).max(lines(beside, right)),
        };
        (lines * FORM_LINE).max(FORM_LINE + ROW_AIR)
    });
    rows.sum()
}

fn label_lines(label: &str) -> u32 {
    count(label.width(), (COLUMNS[0] - AROUND) / HALF)
}

fn lines(line: &Line, width: usize) -> u32 {
    count(line.text().width(), (width - AROUND) / HALF)
}

/// How many lines so many half characters take; at line ends some room is lost.
fn count(halves: usize, of_line: usize) -> u32 {
    u32::try_from(halves.div_ceil(of_line.saturating_sub(1).max(1)).max(1)).unwrap_or(1)
}

/// How high everything else on the sheet is, with a line to spare.
fn outside(letter: &Letter) -> u32 {
    const TITLE_LETTERS: usize = 38;
    let titles: u32 = letter
        .page
        .blocks
        .iter()
        .map(|block| match block {
            Block::Title(line) => count(line.text().width(), TITLE_LETTERS) * TITLE_LINE + 2 * LINE,
            Block::Heading(_)
            | Block::Subheading(_)
            | Block::Paragraph(_)
            | Block::Items(_)
            | Block::Words(_)
            | Block::Fields(_)
            | Block::Verbatim(_)
            | Block::Table(_)
            | Block::Tables(_)
            | Block::Frame(..)
            | Block::Bars(_) => LINE,
        })
        .sum();
    let number = if letter.number.is_some() { 2 * LINE } else { 0 };
    let addressee = if letter.addressee.is_some() { LINE } else { 0 };
    let notes: u32 = letter.notes.iter().map(|note| lines(note, sheet::TEXT) * FORM_LINE).sum();
    number + addressee + titles + notes + LINE
}
