//! A value so far above its target that a unit must have slipped.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::values::{Doubt, doubts};

pub(super) const CHECK: Check = Check {
    code: "W404",
    name: "tenfold-value",
    zh: "填报的值超过目标值十倍",
    en: "a value above ten times its target",
    wrong: "# target: 92\nvalues: { 完成户数: 6100 }",
    right: "# target: 92\nvalues: { 完成户数: 61 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (value, doubt) in doubts(inspection) {
        let Doubt::Tenfold = doubt else { continue };
        let (written, target, unit) = (value.written, value.metric.target(), &value.metric.unit);
        inspection.find(
            value.at(inspection),
            say!(lang, "{written} 超过目标值 {target} 的十倍", "{written} is more than ten times the target {target}"),
            say!(
                lang,
                "核对数字和计量单位，本指标以“{unit}”计",
                "check the number and its unit: this metric counts `{unit}`"
            ),
        );
    }
}
