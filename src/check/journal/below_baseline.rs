//! A value less than where its metric starts.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::values::{Doubt, doubts};

pub(super) const CHECK: Check = Check {
    code: "W402",
    name: "below-baseline",
    zh: "填报的值低于基数",
    en: "a value below its metric's baseline",
    wrong: "# baseline: 20\nvalues: { 完成户数: 2 }",
    right: "# baseline: 20\nvalues: { 完成户数: 22 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (value, doubt) in doubts(inspection) {
        let Doubt::BelowBaseline = doubt else { continue };
        let baseline = value.metric.baseline().map_or_else(String::new, |baseline| baseline.to_string());
        inspection.find(
            value.at(inspection),
            say!(lang, "{} 低于基数 {baseline}", "{} lies below the baseline {baseline}", value.written),
            say!(
                lang,
                "填累计数（含基数），不填本期新增数",
                "report the total so far, the baseline included, never the increase alone"
            ),
        );
    }
}
