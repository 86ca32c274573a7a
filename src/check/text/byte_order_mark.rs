//! A byte order mark, as Windows editors write it.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "W007",
    name: "byte-order-mark",
    zh: "文件开头有字节顺序标记（BOM）",
    en: "a byte order mark before the first character",
    wrong: "﻿- id: 22-07",
    right: "- id: 22-07",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::ByteOrderMark = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "文件开头有字节顺序标记（BOM）", "the file begins with a byte order mark"),
        hint: say!(
            reader.lang,
            "不影响使用；要去掉，另存时编码选“UTF-8”，不选“带有 BOM 的 UTF-8”",
            "harmless; to remove it, save as `UTF-8` rather than `UTF-8 with BOM`"
        ),
    })
}
