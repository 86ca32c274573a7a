//! Why a file is no table.

use super::limits::MAX_CELLS;

/// Why a file is no table.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] std::io::Error),
    /// It is larger than a ledger is; the most, in bytes.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// A workbook of Excel 95 or older.
    #[error("a workbook of Excel 95 or older")]
    TooOld,
    /// Its sheets hold more than a ledger does.
    #[error("more than {MAX_CELLS} cells")]
    TooMany,
    /// A workbook of a kind that is not read here, by the ending of its kind.
    #[error("a workbook of another kind: {0}")]
    OtherKind(&'static str),
    /// A plan of MS Project in its own form, or as XML.
    #[error("a plan of MS Project")]
    OfProject,
    /// It is a workbook, and this build reads none.
    #[error("this build reads no workbooks")]
    NotBuilt,
    /// It cannot be opened without its password.
    #[error("protected by a password")]
    Protected,
    /// A quote of a text is not closed; the line in which it opens.
    #[error("line {0}: a quote is not closed")]
    OpenQuote(usize),
    /// It is damaged, or no table at all; in the reader's words.
    #[error("{0}")]
    Damaged(String),
    /// It is a text in no known encoding.
    #[error("neither UTF-8 nor GBK")]
    NotText,
}
