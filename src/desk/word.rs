//! Word documents, where this build makes them.

use crate::paper::Letter;
use crate::plan::Language;
use crate::say;

/// A letter as a Word document.
#[cfg(feature = "docx")]
pub(crate) fn document(lang: Language, letter: &Letter) -> anyhow::Result<Vec<u8>> {
    crate::paper::docx(letter).map_err(|error| {
        let why = error.to_string();
        anyhow::anyhow!(say!(lang, "无法生成 Word 文档：{why}", "the Word document cannot be made: {why}"))
    })
}

/// A letter as a Word document.
#[cfg(not(feature = "docx"))]
pub(crate) fn document(lang: Language, _: &Letter) -> anyhow::Result<Vec<u8>> {
    available(lang).map(|()| Vec::new())
}

/// Whether this build makes Word documents; to be asked before anything else is done.
///
/// # Errors
/// When it does not.
pub(crate) fn available(lang: Language) -> anyhow::Result<()> {
    if cfg!(feature = "docx") {
        return Ok(());
    }
    anyhow::bail!(say!(
        lang,
        "本程序编译时未含 docx 功能，不能生成 Word 文档；可改用 --format md 或 text",
        "this build makes no Word documents (feature docx); use --format md or text"
    ))
}
