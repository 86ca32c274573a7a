//! Charts as PDF: each page is drawn from its SVG, its texts stay texts, in a subset of one face of the system's.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::Datelike;
use pdf_writer::{Chunk, Content, Date as PdfDate, Finish, Name, Pdf, Rect, Ref, TextStr};
use svg2pdf::usvg::fontdb::{Database, Source};
use svg2pdf::usvg::{Options, Tree};

use crate::lang::pick;
use crate::plan::{Date, Language};
use crate::render::{Drawing, visible};

/// A face of a font file.
#[derive(Debug, Clone)]
pub struct Typeface {
    /// The family's name.
    pub family: String,
    /// The font file.
    pub file: Arc<Vec<u8>>,
    /// Which of the file's faces.
    pub index: u32,
}

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

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfFault {
    /// The face cannot be taken apart; another may do.
    #[error("the font cannot be embedded: {0}")]
    Face(String),
    /// Our own SVG was not understood.
    #[error("a page cannot be drawn: {0}")]
    Drawing(String),
}

/// Millimetres to points.
const POINTS: f32 = 72.0 / 25.4;

/// The pages as one document; `millimetres` is the paper of each.
///
/// # Errors
/// When the face cannot be embedded.
pub fn pdf(
    drawings: &[Drawing],
    (width, height): (i32, i32),
    face: &Typeface,
    about: AboutPdf<'_>,
) -> Result<Vec<u8>, PdfFault> {
    let options = options(face);
    let mut next = Ref::new(1);
    let (catalog, tree) = (next.bump(), next.bump());
    let mut document = Pdf::new();
    let mut kids = Vec::new();
    let paper = (width as f32 * POINTS, height as f32 * POINTS);
    for drawing in drawings {
        let (chunk, drawing) = page_chunk(&drawing.svg(), &options, &mut next)?;
        let page = next.bump();
        add_page(&mut document, (page, tree, next.bump(), drawing), paper);
        document.extend(&chunk);
        kids.push(page);
    }
    let count = i32::try_from(kids.len()).unwrap_or(i32::MAX);
    document.pages(tree).kids(kids).count(count);
    let mut root = document.catalog(catalog);
    root.pages(tree).lang(TextStr(pick(about.language, "zh-CN", "en")));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    let info = next.bump();
    describe(&mut document, info, about);
    Ok(document.finish())
}

/// Nothing but the one face, so that the same chart is the same bytes, and no letter comes from elsewhere.
fn options(face: &Typeface) -> Options<'static> {
    let mut fonts = Database::new();
    fonts.load_font_source(Source::Binary(face.file.clone()));
    let others: Vec<_> = fonts.faces().filter(|known| known.index != face.index).map(|known| known.id).collect();
    others.into_iter().for_each(|id| fonts.remove_face(id));
    fonts.set_sans_serif_family(face.family.clone());
    Options { fontdb: Arc::new(fonts), font_family: face.family.clone(), ..Options::default() }
}

/// What draws a page, numbered on from `next`.
fn page_chunk(svg: &str, options: &Options<'_>, next: &mut Ref) -> Result<(Chunk, Ref), PdfFault> {
    let tree = Tree::from_str(svg, options).map_err(|fault| PdfFault::Drawing(fault.to_string()))?;
    let (chunk, drawing) = svg2pdf::to_chunk(&tree, svg2pdf::ConversionOptions::default())
        .map_err(|fault| PdfFault::Face(fault.to_string()))?;
    let mut numbers = HashMap::new();
    let chunk = chunk.renumber(|old| *numbers.entry(old).or_insert_with(|| next.bump()));
    let drawing = numbers.get(&drawing).copied().unwrap_or(drawing);
    Ok((chunk, drawing))
}

fn add_page(document: &mut Pdf, (page, tree, content, drawing): (Ref, Ref, Ref, Ref), (width, height): (f32, f32)) {
    let name = Name(b"P");
    let mut written = document.page(page);
    written.media_box(Rect::new(0.0, 0.0, width, height)).parent(tree).contents(content);
    written.resources().x_objects().pair(name, drawing);
    written.finish();
    let mut drawn = Content::new();
    drawn.transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(name);
    document.stream(content, &drawn.finish());
}

fn describe(document: &mut Pdf, info: Ref, about: AboutPdf<'_>) {
    let day = about.as_of.0;
    let number = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(0);
    let date = PdfDate::new(year).month(number(day.month())).day(number(day.day()));
    let title = visible(about.title);
    document.document_info(info).title(TextStr(&title)).creator(TextStr("workplan")).creation_date(date);
}
