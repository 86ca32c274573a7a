//! A second document in one file.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E015",
    name: "several-documents",
    zh: "一个文件里有几份文档",
    en: "several documents in one file",
    wrong: "- id: 22-07\n---\n- id: 22-08",
    right: "- id: 22-07\n- id: 22-08",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::SeveralDocuments = fault else { return None };
    Some(Words {
        message: say!(
            reader.lang,
            "“---”之后又起了一份文档，不予读取",
            "a second document begins here; it is not read"
        ),
        hint: say!(reader.lang, "删去“---”这一行", "delete the line `---`"),
    })
}
