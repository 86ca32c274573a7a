//! A document beside its plan.

use std::path::Path;

use super::kind::DocumentKind;
use super::read::HandedIn;
use crate::plan::Language;
use crate::say;

/// The document beside the plan: byte for byte, and, where a plan cannot read it so, as a text that it can.
pub(crate) fn source_files(
    path: &Path,
    handed: HandedIn,
    lang: Language,
    notes: &mut Vec<String>,
) -> (String, Vec<(String, Vec<u8>)>) {
    let HandedIn { document, kind, remarks, .. } = handed;
    let usual = format!("document.{}", kind.name());
    let name = path.file_name().map_or_else(|| usual.clone(), |name| name.to_string_lossy().into_owned());
    // A name that git, YAML or a terminal might trip over is not worth keeping.
    let plain = name.chars().all(|c| c.is_alphanumeric() || "._-()（）《》〔〕、 ".contains(c))
        && !name.starts_with(['.', ' ', '-']);
    let name = if plain { name } else { usual };
    let own = format!("source/{name}");
    notes.extend(remarks.iter().map(|remark| remark.said(lang)));
    if document.readable {
        return (own.clone(), vec![(own, document.bytes)]);
    }
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let fit = match kind {
        DocumentKind::Text => format!("source/{stem}.utf8.txt"),
        DocumentKind::Markdown | DocumentKind::Html | DocumentKind::Docx | DocumentKind::Pdf => {
            format!("source/{stem}.txt")
        }
    };
    notes.push(match (kind, document.encoding) {
        (DocumentKind::Text, Some(encoding)) => say!(
            lang,
            "原文是 {encoding} 编码，已照原样存为 {own}，并转为 UTF-8 存为 {fit}，计划以后者为原文",
            "the document is {encoding}: kept as {own}, and as UTF-8 in {fit}, which the plan reads"
        ),
        (DocumentKind::Text, None) => say!(
            lang,
            "原文有不可见的控制字符，已照原样存为 {own}，去掉这些字符后存为 {fit}，计划以后者为原文",
            "the document has control characters: kept as {own}, and without them in {fit}, which the plan reads"
        ),
        (DocumentKind::Markdown | DocumentKind::Html | DocumentKind::Docx | DocumentKind::Pdf, _) => say!(
            lang,
            "原文已照原样存为 {own}，文字存为 {fit}（一段一行，表格一行一行），计划以后者为原文",
            "the document is kept as {own}, and its text in {fit} (a paragraph a line, a row a line), which the plan reads"
        ),
    });
    (fit.clone(), vec![(own, document.bytes), (fit, document.text.into_bytes())])
}
