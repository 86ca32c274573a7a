//! A day by which a recurring report is due that no such period has.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Every;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E120",
    name: "report-day",
    zh: "定期报送的日子不存在",
    en: "a day by which a recurring report is due that there is not",
    wrong: "recurs: { every: week, by: 8 }",
    right: "recurs: { every: week, by: 5 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks() {
        let Some(duty) = task.recurs.filter(|duty| !duty.is_sound()) else { continue };
        let by = duty.by;
        let (message, hint) = match duty.every {
            Every::Week => (
                say!(lang, "一周没有第 {by} 天", "a week has no day {by}"),
                say!(lang, "写 1（周一）至 7（周日）", "type 1 (Monday) to 7 (Sunday)"),
            ),
            Every::Month => (
                say!(lang, "一个月没有 {by} 日", "a month has no day {by}"),
                say!(lang, "写 1 至 31；31 为各月最后一天", "type 1 to 31; 31 is the last day of any month"),
            ),
            Every::Quarter => (
                say!(lang, "季度末月没有 {by} 日", "the last month of a quarter has no day {by}"),
                say!(lang, "写 1 至 31；31 为末月最后一天", "type 1 to 31; 31 is that month's last day"),
            ),
        };
        inspection.find(inspection.at_task(index).key("recurs").key("by"), message, hint);
    }
}
