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
            "“=======”上下是同一任务、同一记录的两种写法的，留一种；是两项不同任务、两条不同记录的，都保留，给后加的任务换一个没用过的编号（它的台账记录一并改）；再删去 <<<<<<<、=======、>>>>>>> 三行",
            "of two versions of one task or entry on the two sides of `=======`, keep one; of two different ones keep both, and give the task that came later an id that was never used (in its entries too); then delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"
        ),
    })
}
