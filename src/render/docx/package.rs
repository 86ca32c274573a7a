//! The document's parts as a file: always the same bytes, and nothing in it but what was written.

use std::io::Cursor;

use docx_rs::Docx;

use super::order::in_schema_order;
use super::style::{HEADING, LATIN, SONG, SUBHEADING, TEXT, TITLE, TWO_CHARACTERS};
use crate::render::letter::Properties;
use crate::render::visible;

/// Why a document could not be put together.
#[derive(Debug, thiserror::Error)]
#[error("the document could not be put together: {0}")]
pub struct DocxError(String);

/// Puts a document together.
pub(super) fn pack(docx: Docx, properties: &Properties) -> Result<Vec<u8>, DocxError> {
    let mut parts = docx.build();
    parts.doc_props.core = core(properties).into_bytes();
    parts.font_table = font_table().into_bytes();
    parts.styles = edited(parts.styles, &|text| in_schema_order(&in_characters(&text)))?;
    parts.document = edited(parts.document, &|text| in_schema_order(&with_repeated_headers(&text)))?;
    let footers = parts.footers.into_iter().map(|part| edited(part, &|text| in_schema_order(&text)));
    parts.footers = footers.collect::<Result<_, _>>()?;
    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|error| DocxError(error.to_string()))?;
    Ok(file.into_inner())
}

fn edited(part: Vec<u8>, edit: &dyn Fn(String) -> String) -> Result<Vec<u8>, DocxError> {
    let text = String::from_utf8(part).map_err(|error| DocxError(error.to_string()))?;
    Ok(edit(text).into_bytes())
}

/// The first line's indentation in characters too, which is how a clerk reads and sets it.
fn in_characters(styles: &str) -> String {
    let twips = format!("w:firstLine=\"{TWO_CHARACTERS}\"");
    styles.replace(&twips, &format!("{twips} w:firstLineChars=\"200\""))
}

/// The first row of each table stands on every page that the table reaches. No text of ours can be taken for a mark:
/// its brackets are escaped.
fn with_repeated_headers(document: &str) -> String {
    let mut tables = document.split("<w:tbl>");
    let before = tables.next().unwrap_or_default().to_owned();
    tables.fold(before, |text, table| {
        format!("{text}<w:tbl>{}", table.replacen("</w:trPr>", "<w:tblHeader /></w:trPr>", 1))
    })
}

/// What the file says of itself: title, issuer and day, and not who made it with what.
fn core(properties: &Properties) -> String {
    let [title, creator] = [&properties.title, &properties.creator].map(|text| escaped(&visible(text)));
    let day = escaped(&properties.day);
    let moment = format!("xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z<");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{creator}</dc:creator><dcterms:created {moment}/dcterms:created>\
         <dcterms:modified {moment}/dcterms:modified></cp:coreProperties>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The fonts by name, each with those that take its place where it is not there.
fn font_table() -> String {
    let font = |name: &str, others: &str, charset: &str, family: &str| {
        format!(
            "<w:font w:name=\"{name}\"><w:altName w:val=\"{others}\" /><w:charset w:val=\"{charset}\" />\
             <w:family w:val=\"{family}\" /><w:pitch w:val=\"variable\" /></w:font>"
        )
    };
    let fonts = [
        font(TITLE, "方正小标宋简体,小标宋,FZXiaoBiaoSong-B05,宋体", "86", "script"),
        font(TEXT, "仿宋,FangSong,STFangsong,华文仿宋", "86", "modern"),
        font(HEADING, "SimHei,STHeiti,华文黑体", "86", "modern"),
        font(SUBHEADING, "楷体,KaiTi,STKaiti,华文楷体", "86", "modern"),
        font(SONG, "SimSun,STSong,华文宋体", "86", "auto"),
        font(LATIN, "Liberation Serif", "00", "roman"),
    ];
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:fonts \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{}</w:fonts>",
        fonts.concat()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_row_of_each_table_is_repeated() {
        let row = "<w:tr><w:trPr></w:trPr></w:tr>";
        let document = format!("x<w:tbl>{row}{row}</w:tbl>y<w:tbl>{row}</w:tbl>");
        let edited = with_repeated_headers(&document);
        assert_eq!(edited.matches("<w:tblHeader />").count(), 2);
        assert_eq!(edited.replace("<w:tblHeader />", ""), document);
    }
}
