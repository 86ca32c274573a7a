//! Lists in lists without end, or aliases that stand for too much.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E014",
    name: "too-deep",
    zh: "层级过深，或引用展开过多",
    en: "values nested too deeply, or repeated too often",
    wrong: "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    right: "c: [x, x]",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::TooDeep = fault else { return None };
    Some(Words {
        message: say!(
            reader.lang,
            "层级过深，或逗号、引用（&、*）过多",
            "values stand too deep in each other, or there are too many commas or aliases"
        ),
        hint: say!(
            reader.lang,
            "层级不超过 128 层；不用 & 和 *，内容直接写出",
            "at most 128 levels; write values out rather than with & and *"
        ),
    })
}
