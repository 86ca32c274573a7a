//! A link, or a path in the plan, that leads out of the repository.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E003",
    name: "outside-repository",
    zh: "路径指到了仓库之外",
    en: "a path that leads out of the repository",
    wrong: "source: ../../../../home/下半年工作安排.txt",
    right: "source: ../../seeds/下半年工作安排.txt",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::OutsideRepository(path) = fault else { return None };
    Some(Words {
        message: say!(
            reader.lang,
            "“{path}”指到了仓库之外，不予读取",
            "`{path}` leads out of the repository and is not read"
        ),
        hint: say!(
            reader.lang,
            "把文件复制到仓库内，再写它在仓库内的路径",
            "copy the file into the repository and write its path there"
        ),
    })
}
