//! The document's parts as a file: always the same bytes, and nothing in it but what was written.

use std::io::{Cursor, Write};

use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::styles::{font_table, styles};
use super::xml::{Element, el, val, word_part};
use crate::paper::letter::Properties;

/// Why a document could not be put together.
#[derive(Debug, thiserror::Error)]
#[error("the document could not be put together: {0}")]
pub struct DocxError(ZipError);

/// The namespace of what refers to other parts, and the beginning of the names of kinds of reference.
pub(super) const REFERENCES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// By what the text refers to its footers.
pub(super) const ODD_FOOTER: &str = "footer1";
pub(super) const EVEN_FOOTER: &str = "footer2";

/// A part that the text refers to. Its file has the name by which it is referred to.
struct Part {
    kind: &'static str,
    id: &'static str,
    root: Element,
}

/// Puts a document together: the text, and the footers of odd and even pages.
pub(super) fn pack(
    document: Element,
    [odd, even]: [Element; 2],
    properties: &Properties,
) -> Result<Vec<u8>, DocxError> {
    let parts = [
        Part { kind: "styles", id: "styles", root: styles() },
        Part { kind: "settings", id: "settings", root: settings() },
        Part { kind: "fontTable", id: "fontTable", root: font_table() },
        Part { kind: "footer", id: ODD_FOOTER, root: odd },
        Part { kind: "footer", id: EVEN_FOOTER, root: even },
    ];
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), content_types(&parts)),
        ("_rels/.rels".to_owned(), references_of_the_file()),
        ("docProps/core.xml".to_owned(), core(properties)),
        ("word/document.xml".to_owned(), document),
        ("word/_rels/document.xml.rels".to_owned(), references_of_the_text(&parts)),
    ];
    files.extend(parts.into_iter().map(|part| (format!("word/{}.xml", part.id), part.root)));
    zipped(files).map_err(DocxError)
}

/// Uncompressed, and as if made on the first day that zip knows: neither clock nor machine shows.
fn zipped(files: Vec<(String, Element)>) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, root) in files {
        zip.start_file(name, options)?;
        zip.write_all(root.into_part().as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types(parts: &[Part]) -> Element {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    const PACKAGE: &str = "application/vnd.openxmlformats-package";
    let by_ending = |ending: &str, kind: &str| el("Default").at("Extension", ending).at("ContentType", kind);
    let of = |name: &str, kind: &str| el("Override").at("PartName", name).at("ContentType", kind);
    el("Types")
        .at("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
        .with([
            by_ending("rels", &format!("{PACKAGE}.relationships+xml")),
            by_ending("xml", "application/xml"),
            of("/docProps/core.xml", &format!("{PACKAGE}.core-properties+xml")),
            of("/word/document.xml", &format!("{WORD}.document.main+xml")),
        ])
        .with(parts.iter().map(|part| of(&format!("/word/{}.xml", part.id), &format!("{WORD}.{}+xml", part.kind))))
}

fn references_of_the_file() -> Element {
    const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    references([
        reference("document", &format!("{REFERENCES}/officeDocument"), "word/document.xml"),
        reference("core", CORE, "docProps/core.xml"),
    ])
}

fn references_of_the_text(parts: &[Part]) -> Element {
    let kind = |part: &Part| format!("{REFERENCES}/{}", part.kind);
    references(parts.iter().map(|part| reference(part.id, &kind(part), &format!("{}.xml", part.id))))
}

fn references(all: impl IntoIterator<Item = Element>) -> Element {
    el("Relationships").at("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships").with(all)
}

fn reference(id: &str, kind: &str, target: &str) -> Element {
    el("Relationship").at("Id", id).at("Type", kind).at("Target", target)
}

/// What the file says of itself: title, issuer and day, and not who made it with what.
fn core(properties: &Properties) -> Element {
    let moment =
        |name: &'static str| el(name).at("xsi:type", "dcterms:W3CDTF").text(&format!("{}T00:00:00Z", properties.day));
    el("cp:coreProperties")
        .at("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .at("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .at("xmlns:dcterms", "http://purl.org/dc/terms/")
        .at("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with([
            el("dc:title").text(&properties.title),
            el("dc:creator").text(&properties.creator),
            moment("dcterms:created"),
            moment("dcterms:modified"),
        ])
}

/// How the text is laid out: as Word 2013 and later do, with the widths and spaces of Chinese.
fn settings() -> Element {
    const EAST_ASIAN: [&str; 6] = [
        "w:spaceForUL",
        "w:balanceSingleByteDoubleByteWidth",
        "w:doNotLeaveBackslashAlone",
        "w:ulTrailSpace",
        "w:doNotExpandShiftReturn",
        "w:useFELayout",
    ];
    const WORD_2013: [(&str, u32); 6] = [
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
        ("useWord2013TrackBottomHyphenation", 0),
    ];
    let setting = |(name, value): (&str, u32)| {
        val("w:compatSetting", value).at("w:name", name).at("w:uri", "http://schemas.microsoft.com/office/word")
    };
    word_part("w:settings").with([
        el("w:zoom").at("w:percent", 100),
        val("w:defaultTabStop", 840),
        el("w:evenAndOddHeaders"),
        el("w:compat").with(EAST_ASIAN.map(el)).with(WORD_2013.map(setting)),
        val("w:themeFontLang", "en-US").at("w:eastAsia", "zh-CN"),
    ])
}
