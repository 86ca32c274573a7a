//! Why a document cannot be read.

use crate::plan::Language;
use crate::say;
use crate::words;

/// Why a document cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DocumentFault {
    /// The file cannot be read.
    #[error(transparent)]
    Unreadable(#[from] std::io::Error),
    /// It is no file.
    #[error("not a file")]
    NotAFile,
    /// It is larger than a document is; the most, in bytes.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// A kind that is not read here, by its ending, and the kind to save it as.
    #[error("a document of another kind: {0}")]
    OtherKind(&'static str, &'static str),
    /// A workbook: it has a command of its own.
    #[error("a workbook")]
    Workbook,
    /// It cannot be opened without its password.
    #[error("protected by a password")]
    Protected,
    /// It holds pictures of pages, and no text.
    #[error("no text on {0} pages")]
    Scanned(usize),
    /// It is damaged, in the reader's words.
    #[error("{0}")]
    Damaged(String),
    /// This build lacks what reads such documents, by their ending.
    #[error("this build reads no {0}")]
    NotBuilt(&'static str),
    /// It is a text in no known encoding, or none at all.
    #[error("not a text")]
    NotText,
    /// There is nothing in it.
    #[error("empty")]
    Empty,
}

impl DocumentFault {
    /// The fault as a sentence about a file, with what to do.
    pub fn said(&self, lang: Language, file: &str) -> String {
        match self {
            DocumentFault::Unreadable(error) => {
                let why = words::io_failure(lang, error);
                say!(lang, "无法读取 {file}：{why}", "cannot read {file}: {why}")
            }
            DocumentFault::NotAFile => say!(lang, "{file} 不是文件", "{file} is not a file"),
            DocumentFault::TooLarge(most) => say!(
                lang,
                "{file} 超过 {most} 字节，不像一份工作安排",
                "{file} has more than {most} bytes: too much for a work plan"
            ),
            DocumentFault::OtherKind(kind, to) => say!(
                lang,
                "{file} 是 {kind} 文件，不能直接读取；请用 WPS 或 Word 打开，另存为 {to} 后再试",
                "{file} is a {kind} file, which is not read here: open it in Word or WPS and save it as {to}"
            ),
            DocumentFault::Workbook => say!(
                lang,
                "{file} 是表格；请先用 workplan init 建计划，再用 workplan import {file} --as tasks 导入任务",
                "{file} is a workbook: make the plan with `workplan init`, then take its tasks with `workplan import {file} --as tasks`"
            ),
            DocumentFault::Protected => say!(
                lang,
                "{file} 设有打开密码；请去掉密码后再试",
                "{file} is protected by a password; save it without one"
            ),
            DocumentFault::Scanned(pages) => say!(
                lang,
                "{file} 是扫描件或图片（{pages} 页都没有文字），读不出内容；请找到可以复制文字的原稿，或先用文字识别软件转成文本",
                "{file} is a scan ({pages} pages without text): find the original from which words can be copied, or have its text recognised first"
            ),
            DocumentFault::Damaged(why) => say!(
                lang,
                "{file} 已损坏，无法读取（{why}）；请重新打开并另存一份后再试",
                "{file} is damaged and cannot be read ({why}): open it and save it anew"
            ),
            DocumentFault::NotBuilt(kind) => say!(
                lang,
                "本程序编译时未包含 {kind} 功能，不能读取 {file}；请另存为纯文本（.txt）后再试",
                "this build reads no {kind}, so {file} cannot be read; save it as plain text (.txt)"
            ),
            DocumentFault::NotText => say!(
                lang,
                "{file} 不是文档：认得 .docx、.html、.pdf、.md 和纯文本（UTF-8、GBK、UTF-16），其他的请另存为 .docx 或 .txt 后再试",
                "{file} is no document: .docx, .html, .pdf, .md and plain text (UTF-8, GBK, UTF-16) are read; save others as .docx or .txt"
            ),
            DocumentFault::Empty => {
                say!(lang, "文件是空的，没有可以起草的内容", "the document is empty: there is nothing to draft from")
            }
        }
    }
}
