//! A file that the plan names and that is not there.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E004",
    name: "no-such-file",
    zh: "找不到所写的文件",
    en: "a file that does not exist",
    wrong: "source: ../../seeds/下半年工作安徘.txt",
    right: "source: ../../seeds/下半年工作安排.txt",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::NoSuchFile(path) = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "找不到文件“{path}”", "there is no file `{path}`"),
        hint: say!(
            reader.lang,
            "核对文件名；路径从 plan.yaml 所在文件夹写起",
            "check its name; the path starts from the folder of plan.yaml"
        ),
    })
}
