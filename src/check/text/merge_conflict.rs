//! What git leaves where two sides changed one place.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E017",
    name: "merge-conflict",
    zh: "合并冲突尚未处理",
    en: "a merge conflict that nobody has settled",
    wrong: "- id: 22-02\n<<<<<<< ours\n  deadline: 2020-12-15\n=======\n  deadline: 2020-12-25\n>>>>>>> theirs",
    right: "- id: 22-02\n  deadline: 2020-12-15",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::Conflict = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "此处有合并冲突尚未处理", "a merge conflict that nobody has settled"),
        hint: say!(
            reader.lang,
            "“=======”上下两种写法留一种，再删去 <<<<<<<、=======、>>>>>>> 三行",
            "keep one of the two sides of `=======`, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"
        ),
    })
}
