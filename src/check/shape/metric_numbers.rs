//! A metric whose target and baseline make no sense together.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::MetricFault;
use crate::plan::meant::number;
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E110",
    name: "metric-numbers",
    zh: "指标的目标值或基数不对",
    en: "a metric whose target and baseline make no sense together",
    wrong: "metrics: [{ name: 户数, unit: 户, target: 92户 }]",
    right: "metrics: [{ name: 户数, unit: 户, target: 92 }]",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::Metric { fault, written } = fault else { return None };
    let lang = reader.lang;
    let (message, hint) = match fault {
        MetricFault::TargetNotANumber => (
            say!(lang, "目标值“{written}”不是数字", "the target `{written}` is not a number"),
            number::hint(written, lang),
        ),
        MetricFault::BaselineNotANumber => (
            say!(lang, "基数“{written}”不是数字", "the baseline `{written}` is not a number"),
            number::hint(written, lang),
        ),
        MetricFault::TargetNotAGrade => (
            say!(lang, "目标值“{written}”不在 grades 中", "the target `{written}` is not among the grades"),
            grade_hint(reader),
        ),
        MetricFault::BaselineNotAGrade => (
            say!(lang, "基数“{written}”不在 grades 中", "the baseline `{written}` is not among the grades"),
            grade_hint(reader),
        ),
        MetricFault::TargetNotAbove => (
            say!(lang, "目标值不高于基数", "the target does not lie above the baseline"),
            say!(
                lang,
                "目标值须大于 baseline（不写为 0）；“不超过”一类的上限加“direction: at_most”",
                "write a target above `baseline` (0 where none is written); for a bound add `direction: at_most`"
            ),
        ),
        MetricFault::BoundWithBaseline => (
            say!(lang, "上限类指标（at_most）不写基数", "a bound (`at_most`) has no baseline"),
            say!(lang, "删去 baseline", "delete `baseline`"),
        ),
    };
    Some(Words { message, hint })
}

fn grade_hint(reader: &Reader) -> String {
    say!(
        reader.lang,
        "写 grades 里的一个等级；“V”与“Ⅴ”不是同一个字，可在该等级下加 aliases",
        "write one of `grades`; `V` and `Ⅴ` are different characters: list one under `aliases` of the other"
    )
}
