//! What is to be known of how a document was read.

use crate::plan::Language;
use crate::say;

/// What of a document is not taken, or not for sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// So many ticked boxes: that the work is done is not taken.
    Ticked(usize),
    /// So many pages hold no text, as scanned ones do.
    Scanned(usize),
    /// Tracked changes were taken as accepted.
    Tracked,
    /// Hidden text was left out.
    Hidden,
    /// So many footnotes and endnotes were left out.
    Footnotes(usize),
    /// So many pages are set in columns, or hold a table without rules: the order of their words is not sure.
    Columns(usize),
    /// Some letters have no characters and are left out.
    Unreadable(usize),
}

impl Remark {
    /// The remark as a sentence.
    pub fn said(self, lang: Language) -> String {
        match self {
            Remark::Ticked(count) => say!(
                lang,
                "原文有 {count} 项已勾选，勾选没有采用；已完成的，请用 workplan record 记入台账",
                "{count} boxes are ticked, which is not taken: enter what is done with `workplan record`"
            ),
            Remark::Scanned(count) => say!(
                lang,
                "有 {count} 页没有文字（扫描页或图片），没有读取",
                "{count} pages hold no text (scans or pictures) and are not read"
            ),
            Remark::Tracked => say!(
                lang,
                "原文有修订，已按接受全部修订读取",
                "the document has tracked changes: it is read as if all were accepted"
            ),
            Remark::Hidden => say!(lang, "原文有隐藏文字，没有读取", "hidden text is not read"),
            Remark::Footnotes(count) => {
                say!(lang, "脚注、尾注 {count} 条没有读取", "{count} footnotes or endnotes are not read")
            }
            Remark::Columns(count) => say!(
                lang,
                "有 {count} 页像是分栏，或是没有框线的表格，各行文字可能连错；请对照原文，最好用 Word 或网页版",
                "{count} pages seem to be set in columns, or to hold a table without rules, so lines may be put together wrongly: compare with the document, or use its Word file"
            ),
            Remark::Unreadable(count) => say!(
                lang,
                "有 {count} 个字没有对应的字符，读不出来，已略去；请对照原文",
                "{count} letters stand for no character and are left out: compare with the document"
            ),
        }
    }
}
