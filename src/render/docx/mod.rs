//! Letters as Word documents, in the layout of official papers (GB/T 9704): A4, its margins, 22 lines a page, 小标宋 for
//! the title, 仿宋 for the text, 黑体 and 楷体 for headings. Fonts are named, never embedded.

mod order;
mod package;
mod style;
mod table;

use docx_rs::{AlignmentType, Docx, Footer, PageMargin, PageNum, Paragraph, Run, SpecialIndentType, Style, StyleType};
use unicode_width::UnicodeWidthStr;

use super::escape::visible;
use super::letter::Letter;
use super::page::{Block, Line, Tone, colon_after};
use style::{Face, fonts};

pub use package::DocxError;

/// A page of A4, and the type area of official papers: 156 mm by 225 mm.
mod sheet {
    /// Twentieths of a point.
    pub(super) const WIDTH: u32 = 11_906;
    pub(super) const HEIGHT: u32 = 16_838;
    pub(super) const TOP: i32 = 2_098;
    pub(super) const BOTTOM: i32 = 1_984;
    pub(super) const LEFT: i32 = 1_588;
    pub(super) const RIGHT: i32 = 1_474;
    pub(super) const FOOTER: i32 = 1_417;
    /// Between the left and the right margin.
    pub(super) const TEXT: usize = 8_844;
}

/// The width of a character of the text (3号, 16 pt).
const CHARACTER: i32 = 320;

/// Draws a letter.
///
/// # Errors
/// When the document cannot be put together.
pub fn docx(letter: &Letter) -> Result<Vec<u8>, DocxError> {
    let margin = PageMargin::new()
        .top(sheet::TOP)
        .bottom(sheet::BOTTOM)
        .left(sheet::LEFT)
        .right(sheet::RIGHT)
        .header(sheet::FOOTER)
        .footer(sheet::FOOTER);
    let mut docx = style::styles(Docx::new().page_size(sheet::WIDTH, sheet::HEIGHT).page_margin(margin))
        .footer(page_number(Pages::Odd))
        .even_footer(page_number(Pages::Even));
    if let Some(number) = &letter.number {
        docx = docx.add_paragraph(styled("Number", number));
    }
    let mut addressee = letter.addressee.as_ref();
    for block in &letter.page.blocks {
        if !matches!(block, Block::Title(_))
            && let Some(addressee) = addressee.take()
        {
            docx = docx.add_paragraph(styled("Flush", addressee));
        }
        docx = add(docx, block);
    }
    for paragraph in signature(&letter.signature) {
        docx = docx.add_paragraph(paragraph);
    }
    for note in &letter.notes {
        docx = docx.add_paragraph(styled("Note", note));
    }
    package::pack(docx, &letter.properties)
}

fn add(docx: Docx, block: &Block) -> Docx {
    match block {
        Block::Title(line) => title(line).into_iter().fold(docx, Docx::add_paragraph),
        Block::Heading(line) => docx.add_paragraph(styled("Heading1", line).keep_next(true)),
        Block::Subheading(line) => docx.add_paragraph(styled("Heading2", line).keep_next(true)),
        Block::Paragraph(line) => docx.add_paragraph(styled("BodyText", line).widow_control(false)),
        Block::Items(lines) => lines.iter().zip(1..).fold(docx, |docx, (line, number)| {
            docx.add_paragraph(body().add_run(plain(&format!("{number}. "))).add_run(plain(&line.text())))
        }),
        Block::Words(words) => {
            let words = words.iter().map(Line::text).collect::<Vec<_>>().join(" ");
            docx.add_paragraph(body().add_run(plain(&words)))
        }
        Block::Fields(fields) => fields.iter().fold(docx, |docx, (name, line)| {
            let label = plain(&format!("{name}{}", colon_after(name))).fonts(fonts(Face::Heading));
            docx.add_paragraph(body().add_run(label).add_run(plain(&line.text())))
        }),
        Block::Verbatim(lines) => lines.iter().fold(docx, |docx, line| docx.add_paragraph(body().add_run(plain(line)))),
        Block::Table(table) => {
            docx.add_paragraph(around_table()).add_table(table::table(table)).add_paragraph(around_table())
        }
        Block::Tables(tables) => tables.iter().fold(docx, |docx, (title, one)| {
            let title = styled("Heading2", title).keep_next(true);
            docx.add_paragraph(title).add_table(table::table(one)).add_paragraph(around_table())
        }),
    }
}

/// A title's first piece, and what follows it on a line of its own.
fn title(line: &Line) -> Vec<Paragraph> {
    let mut pieces = line.pieces.iter().map(|(text, _)| text.as_str());
    let first = pieces.next().unwrap_or_default();
    let rest: String = pieces.collect();
    let head = Paragraph::new().style("Title").add_run(plain(first));
    let under = Paragraph::new().style("Subtitle").add_run(plain(rest.trim_start()));
    if rest.is_empty() { vec![head] } else { vec![head, under] }
}

fn body() -> Paragraph {
    Paragraph::new().style("BodyText").widow_control(false)
}

/// A little room above and below a table.
fn around_table() -> Paragraph {
    Paragraph::new().style("AroundTable")
}

fn styled(style: &str, line: &Line) -> Paragraph {
    line.pieces
        .iter()
        .fold(Paragraph::new().style(style), |paragraph, (text, tone)| paragraph.add_run(toned(text, *tone)))
}

/// On paper a tone is at most bold: it is printed in black, and the words say the same.
fn toned(text: &str, tone: Tone) -> Run {
    let run = plain(text);
    match tone {
        Tone::Strong => run.bold(),
        Tone::Plain
        | Tone::Faint
        | Tone::Blue
        | Tone::Green
        | Tone::Yellow
        | Tone::Red
        | Tone::Grey
        | Tone::Magenta
        | Tone::Cyan => run,
    }
}

/// A text in which nothing is obeyed, and which XML has a place for.
fn plain(text: &str) -> Run {
    Run::new().add_text(visible(text))
}

/// The issuer centred over the day, and the day four characters from the right, as where a seal is put on it.
fn signature(lines: &[Line]) -> Vec<Paragraph> {
    const FROM_RIGHT: i32 = 4 * CHARACTER;
    let width = |line: &Line| i32::try_from(line.text().width()).unwrap_or(0) * CHARACTER / 2;
    let day = lines.last().map_or(0, width);
    let first = lines.len().saturating_sub(1);
    let paragraphs = lines.iter().enumerate().map(|(at, line)| {
        let from_right = FROM_RIGHT + if at < first { (day - width(line)) / 2 } else { 0 };
        let style = if at == 0 { "Signature" } else { "SignatureDay" };
        styled(style, line).align(AlignmentType::Right).indent(
            None,
            Some(SpecialIndentType::FirstLine(0)),
            Some(from_right.max(0)),
            None,
        )
    });
    paragraphs.collect()
}

/// The pages that lie on one side of an open volume.
#[derive(Debug, Clone, Copy)]
enum Pages {
    Odd,
    Even,
}

/// `— 1 —`: on odd pages one character from the right, on even ones from the left.
fn page_number(pages: Pages) -> Footer {
    const FROM_EDGE: i32 = 280;
    let number = Paragraph::new().style("PageNumber");
    let number = match pages {
        Pages::Odd => number.align(AlignmentType::Right).indent(None, None, Some(FROM_EDGE), None),
        Pages::Even => number.align(AlignmentType::Left).indent(Some(FROM_EDGE), None, None, None),
    };
    Footer::new().add_paragraph(number.add_run(plain("— ")).add_page_num(PageNum::new()).add_run(plain(" —")))
}

/// A paragraph style of that id and name.
fn paragraph_style(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal")
}
