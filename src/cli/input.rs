//! Files that a person hands in, which are none of the plan's.

use std::io::Read;

use super::language;
use super::output::note;
use crate::lang;
use crate::say;

/// The file's text. Spreadsheets on Chinese Windows save CSV as GBK.
pub(super) fn text_of(from: &str) -> anyhow::Result<String> {
    let lang = language::language();
    let mut bytes = Vec::new();
    let read = match from {
        "-" => std::io::stdin().lock().read_to_end(&mut bytes).map(drop),
        path => std::fs::read(path).map(|read| bytes = read),
    };
    read.map_err(|error| {
        let why = lang::io_failure(lang, &error);
        anyhow::anyhow!(say!(lang, "无法读取 {from}：{why}", "cannot read {from}: {why}"))
    })?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (text, _, wrong) = encoding_rs::GB18030.decode(error.as_bytes());
            if wrong {
                anyhow::bail!(say!(
                    lang,
                    "{from} 既不是 UTF-8 也不是 GBK 编码，请另存为 UTF-8 后再试",
                    "{from} is neither UTF-8 nor GBK; save it as UTF-8"
                ));
            }
            note(lang, &say!(lang, "{from} 按 GBK 编码读取", "{from} is read as GBK"));
            text.into_owned()
        }
    };
    // With one kind of line end, lines are counted as the reader of the file counts them.
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n"))
}
