//! Files that a person hands in, which are none of the plan's.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::desk::output::note;
use crate::intake::document::{self, DocumentKind, HandedIn};
use crate::intake::sheet::{Encoding, decoded, no_text};
use crate::plan::Language;
use crate::say;
use crate::store::MAX_FILE_BYTES;
use crate::words;

/// The file's text. Spreadsheets on Chinese Windows save CSV as GBK.
pub(crate) fn text_of(lang: Language, from: &str) -> anyhow::Result<String> {
    let bytes = bytes_of(from).map_err(|error| {
        let why = words::io_failure(lang, &error);
        anyhow::anyhow!(say!(lang, "无法读取 {from}：{why}", "cannot read {from}: {why}"))
    })?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_FILE_BYTES) {
        let most = MAX_FILE_BYTES / 1024 / 1024;
        anyhow::bail!(say!(lang, "{from} 超过 {most} MB，不予读取", "{from} has more than {most} MB and is not read"));
    }
    let (text, encoding) = decoded(&bytes).ok_or_else(|| anyhow::anyhow!(no_text(lang, from)))?;
    said(lang, from, encoding);
    Ok(text)
}

/// The document that a person hands in; `-` is the standard input.
pub(crate) fn document_of(lang: Language, path: &Path, said: Option<DocumentKind>) -> anyhow::Result<HandedIn> {
    let read = match path == Path::new("-") {
        true => document::from(io::stdin().lock(), said),
        false => document::read(path, said),
    };
    read.map_err(|fault| anyhow::anyhow!(fault.said(lang, &words::shown_path(path))))
}

/// As much as may be read, and one byte more where there is more.
fn bytes_of(from: &str) -> io::Result<Vec<u8>> {
    let source: Box<dyn Read> = match from {
        "-" => Box::new(io::stdin().lock()),
        path => Box::new(File::open(path)?),
    };
    let mut bytes = Vec::new();
    source.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Says what a text was read as, where that is not what texts should be.
pub(crate) fn said(lang: Language, from: &str, encoding: Encoding) {
    match encoding {
        Encoding::Utf8 => {}
        Encoding::Utf16 => note(lang, &say!(lang, "{from} 按 UTF-16 编码读取", "{from} is read as UTF-16")),
        Encoding::Gbk => note(lang, &say!(lang, "{from} 按 GBK 编码读取", "{from} is read as GBK")),
    }
}
