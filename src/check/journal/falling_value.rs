//! A running total that falls.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::values::{Doubt, doubts};

pub(super) const CHECK: Check = Check {
    code: "W403",
    name: "falling-value",
    zh: "累计值比上次填报的少",
    en: "a running total lower than the one before it",
    wrong: "- { date: 2020-10-20, task: 22-07, values: { 完成户数: 61 } }\n- { date: 2020-11-20, task: 22-07, values: { 完成户数: 12 } }",
    right: "- { date: 2020-10-20, task: 22-07, values: { 完成户数: 61 } }\n- { date: 2020-11-20, task: 22-07, values: { 完成户数: 73 } }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (value, doubt) in doubts(inspection) {
        let Doubt::Falling { before, on } = doubt else { continue };
        inspection.find(
            value.at(inspection),
            say!(lang, "{} 少于 {on} 填报的 {before}", "{} is less than the {before} reported on {on}", value.written),
            say!(
                lang,
                "填累计数，不填本期新增数；核减属实的不必改",
                "report the total so far, never the increase alone; leave it if the total did fall"
            ),
        );
    }
}
