//! The pages as one document, and what it says of itself.

use chrono::Datelike;
use pdf_writer::{Date as PdfDate, Filter, Finish, Name, Pdf, Rect, Ref, TextStr};

use super::content::{FACE, content};
use super::embed::{deflated, embed};
use super::font::{Font, PdfFault, Typeface};
use crate::paper::Drawing;
use crate::paper::svg::Sheet;
use crate::paper::visible;
use crate::plan::{Date, Language};

/// What a PDF says of itself.
#[derive(Debug, Clone, Copy)]
pub struct AboutPdf<'a> {
    /// The title.
    pub title: &'a str,
    /// The day of which it tells; no clock is asked.
    pub as_of: Date,
    /// The language.
    pub language: Language,
}

/// Millimetres to points.
const POINTS: f32 = 72.0 / 25.4;

/// The pages as one document.
///
/// # Errors
/// When the face cannot be embedded.
pub fn pdf(drawings: &[Drawing], face: &Typeface, about: AboutPdf<'_>) -> Result<Vec<u8>, PdfFault> {
    let mut font = Font::new(face)?;
    let mut document = Pdf::new();
    let mut next = Ref::new(1);
    let (catalog, tree, info, face) = (next.bump(), next.bump(), next.bump(), next.bump());
    let mut pages = Vec::new();
    for drawing in drawings {
        let (page, drawn) = (next.bump(), next.bump());
        let operators = content(drawing, scale(drawing.sheet), &mut font);
        document.stream(drawn, &deflated(&operators)?).filter(Filter::FlateDecode);
        add_page(&mut document, (page, tree, drawn, face), drawing.sheet);
        pages.push(page);
    }
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    document.pages(tree).kids(pages).count(count);
    embed(&mut document, &font, face, &mut next)?;
    describe(&mut document, (catalog, tree, info), about);
    Ok(document.finish())
}

/// How many points a unit of the drawing is.
fn scale(sheet: Sheet) -> f32 {
    sheet.width_mm as f32 * POINTS / sheet.width.max(1) as f32
}

fn add_page(document: &mut Pdf, (page, tree, drawn, face): (Ref, Ref, Ref, Ref), sheet: Sheet) {
    let (width, height) = (sheet.width_mm as f32 * POINTS, sheet.height_mm as f32 * POINTS);
    let mut written = document.page(page);
    written.media_box(Rect::new(0.0, 0.0, width, height)).parent(tree).contents(drawn);
    written.resources().fonts().pair(Name(FACE), face);
}

fn describe(document: &mut Pdf, (catalog, tree, info): (Ref, Ref, Ref), about: AboutPdf<'_>) {
    let mut root = document.catalog(catalog);
    root.pages(tree).lang(TextStr(about.language.pick("zh-CN", "en")));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    let day = about.as_of.0;
    let number = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(0);
    let date = PdfDate::new(year).month(number(day.month())).day(number(day.day()));
    let title = visible(about.title);
    document.document_info(info).title(TextStr(&title)).creator(TextStr("workplan")).creation_date(date);
}
