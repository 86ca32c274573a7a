//! The text of a letter, from its number to its notes, and the sheet that it stands on.

use unicode_width::UnicodeWidthStr;

use super::around::{frame, masthead, record};
use super::bars::bars;
use super::form::form;
use super::package::{DocxError, EVEN_FOOTER, ODD_FOOTER, REFERENCES, pack};
use super::runs::{Ink, heading, paragraph, plain, runs, spaced};
use super::sheet;
use super::styles::{self, CHARACTER, Face, Side, Style};
use super::table::table;
use super::title::title_lines;
use super::xml::{Element, el, word_part};
use crate::paper::letter::Letter;
use crate::paper::page::{Block, Line, Page, Table, colon_after};

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
    let mut text: Vec<Element> = letter.masthead.iter().flat_map(masthead).collect();
    text.extend(letter.number.iter().map(|line| styled(&styles::NUMBER, line)));
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
    // To whom it goes does not stand on a page alone.
    let keep = || (!letter.record.is_empty()).then(|| el("w:keepNext"));
    text.extend(letter.notes.iter().map(|line| paragraph(note, keep(), runs(line))));
    text.extend(letter.annex.iter().flat_map(annex));
    // A table is followed by a paragraph.
    text.extend(record(&letter.record).into_iter().flat_map(|record| [record, around_table()]));
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
        Block::Heading(line) => vec![headed(&styles::HEADING, line)],
        Block::Subheading(line) => vec![subheaded(line)],
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
            let under = |(title, one): &(Line, Table)| [subheaded(title), table(one), around_table()];
            tables.iter().flat_map(under).collect()
        }
        Block::Frame(title, lines) => vec![around_table(), frame(title, lines), around_table()],
        // A heading stays with the chart below it.
        Block::Bars(chart) => {
            let before = paragraph(&styles::AROUND_TABLE, [el("w:keepNext")], []);
            vec![before, bars(chart), around_table()]
        }
    }
}

/// A title's first piece, and what follows it on a line of its own.
fn title(line: &Line) -> Vec<Element> {
    let mut pieces = line.pieces.iter().map(|(text, _)| text.as_str());
    let first = pieces.next().unwrap_or_default();
    let rest: String = pieces.collect();
    let under = (!rest.is_empty()).then(|| paragraph(&styles::SUBTITLE, [], [plain(rest.trim_start())]));
    let new_line = || el("w:r").with([el("w:br")]);
    let lines = title_lines(first).into_iter().enumerate().flat_map(|(at, line)| {
        let turn = (at > 0).then(new_line);
        turn.into_iter().chain(heading(line, Ink::default()))
    });
    let title = paragraph(&styles::TITLE, [], lines);
    std::iter::once(title).chain(under).collect()
}

fn field(name: &str, line: &Line) -> Element {
    let label = heading(&format!("{name}{}", colon_after(name)), Ink { face: Some(Face::Heading), ..Ink::default() });
    body(label.into_iter().chain([plain(&line.text())]))
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

fn headed(style: &Style, line: &Line) -> Element {
    paragraph(style, [], heading(&line.text(), Ink::default()))
}

/// 楷体 is as light as the Latin face beside it: a title of a part's part is bold only where all of it is Latin.
fn subheaded(line: &Line) -> Element {
    let text = line.text();
    let runs = if text.is_ascii() { heading(&text, Ink::default()) } else { runs(line).collect() };
    paragraph(&styles::SUBHEADING, [], runs)
}

fn styled(style: &Style, line: &Line) -> Element {
    paragraph(style, [], runs(line))
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
