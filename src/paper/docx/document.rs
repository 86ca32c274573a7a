//! The text of a letter, from its number to its notes, and the sheet that it stands on.

use unicode_width::UnicodeWidthStr;

use super::form::form;
use super::package::{DocxError, EVEN_FOOTER, ODD_FOOTER, REFERENCES, pack};
use super::pieces::{borders, paragraph, plain, run, spaced};
use super::sheet;
use super::styles::{self, CHARACTER, Face, Side, Style};
use super::xml::{Element, el, val, word_part};
use crate::paper::letter::Letter;
use crate::paper::page::{Block, Cell, Column, Line, Page, Table, Tone, colon_after};

/// Draws a letter.
///
/// # Errors
/// When the document cannot be put together.
pub fn docx(letter: &Letter) -> Result<Vec<u8>, DocxError> {
    let body = el("w:body").with(text(letter)).with([section(letter)]);
    let document = word_part("w:document").at("xmlns:r", REFERENCES).with([body]);
    pack(document, [Pages::Odd, Pages::Even].map(page_number), &letter.properties)
}

fn text(letter: &Letter) -> Vec<Element> {
    let mut text: Vec<Element> = letter.number.iter().map(|line| styled(&styles::NUMBER, line)).collect();
    let mut addressee = letter.addressee.as_ref();
    for block in &letter.page.blocks {
        if !matches!(block, Block::Title(_)) {
            text.extend(addressee.take().map(|line| styled(&styles::FLUSH, line)));
        }
        text.extend(drawn(block));
    }
    let first = if letter.annex.is_some() { &styles::CLOSE_SIGNATURE } else { &styles::SIGNATURE };
    let note = if letter.form.is_some() { &styles::FORM_NOTE } else { &styles::NOTE };
    text.extend(letter.form.as_ref().map(|own| form(own, letter)));
    text.extend(signature(&letter.signature, first));
    text.extend(letter.notes.iter().map(|line| styled(note, line)));
    text.extend(letter.annex.iter().flat_map(annex));
    text
}

/// What stands behind the letter, from a new sheet on.
fn annex((mark, page): &(Line, Page)) -> Vec<Element> {
    let blocks = page.blocks.iter().flat_map(|block| match block {
        // What stands under the table is as small as its text.
        Block::Paragraph(line) => vec![styled(&styles::FORM_NOTE, line)],
        block => drawn(block),
    });
    std::iter::once(styled(&styles::ANNEX, mark)).chain(blocks).collect()
}

fn drawn(block: &Block) -> Vec<Element> {
    match block {
        Block::Title(line) => title(line),
        Block::Heading(line) => vec![styled(&styles::HEADING, line)],
        Block::Subheading(line) => vec![styled(&styles::SUBHEADING, line)],
        Block::Paragraph(line) => vec![styled(&styles::BODY, line)],
        Block::Items(lines) => {
            let numbered = lines.iter().zip(1..).map(|(line, number)| format!("{number}. {}", line.text()));
            numbered.map(|text| body([plain(&text)])).collect()
        }
        Block::Words(words) => {
            let words: Vec<_> = words.iter().map(Line::text).collect();
            vec![body([plain(&words.join(" "))])]
        }
        Block::Fields(fields) => fields.iter().map(|(name, line)| field(name, line)).collect(),
        Block::Verbatim(lines) => lines.iter().map(|line| body([plain(line)])).collect(),
        Block::Table(one) => vec![around_table(), table(one), around_table()],
        Block::Tables(tables) => {
            let under = |(title, one): &(Line, Table)| [styled(&styles::SUBHEADING, title), table(one), around_table()];
            tables.iter().flat_map(under).collect()
        }
    }
}

/// A title's first piece, and what follows it on a line of its own.
fn title(line: &Line) -> Vec<Element> {
    let mut pieces = line.pieces.iter().map(|(text, _)| text.as_str());
    let first = pieces.next().unwrap_or_default();
    let rest: String = pieces.collect();
    let under = (!rest.is_empty()).then(|| paragraph(&styles::SUBTITLE, [], [plain(rest.trim_start())]));
    let title = paragraph(&styles::TITLE, [], [plain(first)]);
    std::iter::once(title).chain(under).collect()
}

fn field(name: &str, line: &Line) -> Element {
    let label = run(&format!("{name}{}", colon_after(name)), [Face::Heading.fonts()]);
    body([label, plain(&line.text())])
}

/// The issuer centred over the day, and the day four characters from the right, as where a seal is put on it.
fn signature(lines: &[Line], first_style: &Style) -> Vec<Element> {
    const FROM_RIGHT: i32 = 4 * CHARACTER;
    let width = |line: &Line| i32::try_from(line.text().width()).unwrap_or(0) * CHARACTER / 2;
    let day = lines.last().map_or(0, width);
    let first = lines.len().saturating_sub(1);
    let paragraphs = lines.iter().enumerate().map(|(at, line)| {
        let from_right = FROM_RIGHT + if at < first { (day - width(line)) / 2 } else { 0 };
        let style = if at == 0 { first_style } else { &styles::SIGNATURE_DAY };
        paragraph(style, [el("w:ind").at("w:right", from_right.max(0))], runs(line))
    });
    paragraphs.collect()
}

fn body(runs: impl IntoIterator<Item = Element>) -> Element {
    paragraph(&styles::BODY, [], runs)
}

fn around_table() -> Element {
    paragraph(&styles::AROUND_TABLE, [], [])
}

fn styled(style: &Style, line: &Line) -> Element {
    paragraph(style, [], runs(line))
}

fn runs(line: &Line) -> impl Iterator<Item = Element> {
    line.pieces.iter().map(|(text, tone)| toned(text, *tone))
}

/// On paper a tone is at most bold: it is printed in black, and the words say the same.
fn toned(text: &str, tone: Tone) -> Element {
    match tone {
        Tone::Strong => run(text, [el("w:b"), el("w:bCs")]),
        Tone::Plain
        | Tone::Faint
        | Tone::Blue
        | Tone::Green
        | Tone::Yellow
        | Tone::Red
        | Tone::Grey
        | Tone::Magenta
        | Tone::Cyan => plain(text),
    }
}

/// The sheet: its size, its margins, its footers.
fn section(letter: &Letter) -> Element {
    let (top, bottom, edge) = match &letter.form {
        Some(_) => (sheet::FORM_EDGE, sheet::FORM_EDGE, sheet::FORM_FOOTER),
        None => (sheet::TOP, sheet::BOTTOM, sheet::FOOTER),
    };
    let footer = |pages: &str, id: &str| el("w:footerReference").at("w:type", pages).at("r:id", id);
    let margins = [
        ("w:top", top),
        ("w:right", sheet::RIGHT),
        ("w:bottom", bottom),
        ("w:left", sheet::LEFT),
        ("w:header", edge),
        ("w:footer", edge),
        ("w:gutter", 0),
    ];
    el("w:sectPr").with([
        footer("default", ODD_FOOTER),
        footer("even", EVEN_FOOTER),
        el("w:pgSz").at("w:w", sheet::WIDTH).at("w:h", sheet::HEIGHT),
        margins.into_iter().fold(el("w:pgMar"), |margins, (side, width)| margins.at(side, width)),
    ])
}

/// The pages that lie on one side of an open volume.
#[derive(Debug, Clone, Copy)]
enum Pages {
    Odd,
    Even,
}

/// `— 1 —`: on odd pages one character from the right, on even ones from the left.
fn page_number(pages: Pages) -> Element {
    const FROM_EDGE: u32 = 280;
    let (edge, side) = match pages {
        Pages::Odd => ("w:right", Side::Right),
        Pages::Even => ("w:left", Side::Left),
    };
    let mark = |kind: &str| el("w:fldChar").at("w:fldCharType", kind);
    let number =
        el("w:r").with([mark("begin"), el("w:instrText").text("PAGE"), mark("separate"), spaced("1"), mark("end")]);
    let place = [el("w:ind").at(edge, FROM_EDGE), side.element()];
    word_part("w:ftr").with([paragraph(&styles::PAGE_NUMBER, place, [plain("— "), number, plain(" —")])])
}

/// A table within the type area. Its first row stands on every page that the table reaches.
fn table(table: &Table) -> Element {
    let widths = widths(table);
    let properties = el("w:tblPr").with([
        el("w:tblW").at("w:w", sheet::TEXT).at("w:type", "dxa"),
        Side::Center.element(),
        borders(),
        el("w:tblLayout").at("w:type", "fixed"),
    ]);
    let grid = el("w:tblGrid").with(widths.iter().map(|width| el("w:gridCol").at("w:w", width)));
    let head = row(&widths, Some(el("w:tblHeader")), table.columns.iter().map(heading));
    let rows = table.rows.iter().map(|cells| {
        let cells = cells.iter().zip(&table.columns).map(|(cell, column)| cell_text(cell, column));
        row(&widths, None, cells)
    });
    el("w:tbl").with([properties, grid, head]).with(rows)
}

/// A row, which no page break cuts.
fn row(widths: &[usize], kind: Option<Element>, cells: impl Iterator<Item = Element>) -> Element {
    let cells = cells.zip(widths).map(|(text, width)| {
        let width = el("w:tcW").at("w:w", width).at("w:type", "dxa");
        el("w:tc").with([el("w:tcPr").with([width, val("w:vAlign", "center")]), text])
    });
    el("w:tr").with([el("w:trPr").with([el("w:cantSplit")]).with(kind)]).with(cells)
}

fn heading(column: &Column) -> Element {
    let text = run(&column.header, [Face::Heading.fonts()]);
    paragraph(&styles::TABLE_TEXT, [Side::Center.element()], [text])
}

fn cell_text(cell: &Cell, column: &Column) -> Element {
    let side = if column.wraps { Side::Left } else { Side::Center };
    paragraph(&styles::TABLE_TEXT, [side.element()], [toned(&cell.text, cell.tone)])
}

/// The columns' widths, together the width of the type area: narrow columns are as wide as their words, and the columns of
/// text share the rest.
fn widths(table: &Table) -> Vec<usize> {
    /// The width of a Latin letter of the table's text (小四, 12 pt), and what stands around a cell's text.
    const LETTER: usize = 130;
    const AROUND: usize = 360;
    /// No column is narrower, nor a column of short words wider, in letters.
    const FEWEST: usize = 4;
    const MOST: usize = 16;
    let longest = |at: usize, header: &str| {
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.width());
        cells.chain([header.width()]).max().unwrap_or(0).max(FEWEST)
    };
    let wanted: Vec<(bool, usize)> =
        table.columns.iter().enumerate().map(|(at, column)| (column.wraps, longest(at, &column.header))).collect();
    let width = |letters: usize| letters.min(MOST) * LETTER + AROUND;
    let fixed: usize = wanted.iter().filter(|(wraps, _)| !wraps).map(|(_, letters)| width(*letters)).sum();
    let (fluid, shared): (usize, usize) = (
        wanted.iter().filter(|(wraps, _)| *wraps).map(|(_, letters)| root(*letters)).sum(),
        sheet::TEXT.saturating_sub(fixed),
    );
    let mut widths: Vec<usize> = wanted
        .iter()
        .map(|(wraps, letters)| match wraps {
            true => shared * root(*letters) / fluid.max(1),
            false if fluid == 0 => sheet::TEXT * width(*letters) / fixed.max(1),
            false => width(*letters),
        })
        .collect();
    let rest = sheet::TEXT.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// A long text gets more room than a short one, but not all of it.
fn root(letters: usize) -> usize {
    letters.isqrt().max(1)
}
