//! GBK or UTF-16 where UTF-8 is read.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E006",
    name: "encoding",
    zh: "文件不是 UTF-8 编码",
    en: "a file that is not UTF-8",
    wrong: "- title: ¹¨¶¼´å",
    right: "- title: 龚都村",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::Encoding(encoding) = fault else { return None };
    let lang = reader.lang;
    let message = match *encoding {
        "?" => say!(
            lang,
            "文件不是 UTF-8 编码，也认不出是什么编码",
            "the file is not UTF-8, nor any encoding that is known"
        ),
        named => say!(lang, "文件是 {named} 编码，不是 UTF-8", "the file is {named}, not UTF-8"),
    };
    let hint = say!(
        lang,
        "记事本：“另存为”，编码选“UTF-8”；WPS：“另存为”纯文本，编码选“Unicode(UTF-8)”，表格选“CSV UTF-8”",
        "save it as UTF-8: in Notepad `Save as`, encoding `UTF-8`; a spreadsheet as `CSV UTF-8`"
    );
    Some(Words { message, hint })
}
