//! A folder, a pipe or a device named like a file of the plan.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E002",
    name: "not-a-file",
    zh: "名为 .yaml 的不是文件",
    en: "something named like a file that is none",
    wrong: "tasks/1.yaml/",
    right: "tasks/1.yaml",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::NotAFile = fault else { return None };
    Some(Words {
        message: say!(
            reader.lang,
            "这不是文件，是文件夹、管道或设备",
            "this is no file but a folder, a pipe or a device"
        ),
        hint: say!(
            reader.lang,
            "移走、改名，或改正路径；这里须是文本文件",
            "move it away, rename it or correct the path: a text file is wanted"
        ),
    })
}
