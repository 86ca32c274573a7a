//! Files that a person hands in, which are none of the plan's.

use std::io::Read;

use crate::desk::output::note;
use crate::intake::sheet::{Encoding, decoded, no_text};
use crate::plan::Language;
use crate::say;
use crate::words;

/// The file's text. Spreadsheets on Chinese Windows save CSV as GBK.
pub(crate) fn text_of(lang: Language, from: &str) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    let read = match from {
        "-" => std::io::stdin().lock().read_to_end(&mut bytes).map(drop),
        path => std::fs::read(path).map(|read| bytes = read),
    };
    read.map_err(|error| {
        let why = words::io_failure(lang, &error);
        anyhow::anyhow!(say!(lang, "无法读取 {from}：{why}", "cannot read {from}: {why}"))
    })?;
    let (text, encoding) = decoded(&bytes).ok_or_else(|| anyhow::anyhow!(no_text(lang, from)))?;
    said(lang, from, encoding);
    Ok(text)
}

/// Says what a text was read as, where that is not what texts should be.
pub(crate) fn said(lang: Language, from: &str, encoding: Encoding) {
    match encoding {
        Encoding::Utf8 => {}
        Encoding::Utf16 => note(lang, &say!(lang, "{from} 按 UTF-16 编码读取", "{from} is read as UTF-16")),
        Encoding::Gbk => note(lang, &say!(lang, "{from} 按 GBK 编码读取", "{from} is read as GBK")),
    }
}
