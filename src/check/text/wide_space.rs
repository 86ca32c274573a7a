//! A full-width space in the indentation.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E010",
    name: "wide-space",
    zh: "缩进用了全角空格",
    en: "a full-width space in the indentation",
    wrong: "- id: 22-07\n　title: 龚都村",
    right: "- id: 22-07\n  title: 龚都村",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::WideSpace = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "行首用了全角空格", "a full-width space stands in the indentation"),
        hint: say!(
            reader.lang,
            "删去全角空格，改用半角空格，与上下行对齐",
            "delete it and type plain spaces, in line with the lines around"
        ),
    })
}
