//! A file that the system does not let us read.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E001",
    name: "unreadable-file",
    zh: "文件读不出来",
    en: "a file that cannot be read",
    wrong: "-rw------- root tasks/1.yaml",
    right: "-rw-r--r-- root tasks/1.yaml",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::Unreadable(words) = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "文件读不出来:{words}", "the file cannot be read: {words}"),
        hint: say!(
            reader.lang,
            "检查文件的读取权限,关闭正占用它的程序",
            "check who may read the file, and close programs that hold it"
        ),
    })
}
