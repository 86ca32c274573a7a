//! Words that set a deadline and do not stand in the task's quote, or set none.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::says_missing::words;

pub(super) const CHECK: Check = Check {
    code: "E504",
    name: "deadline-says",
    zh: "deadline_says 的词语不在引文中，或没有写 deadline",
    en: "words of `deadline_says` that the task's quote does not contain, or that set no deadline",
    wrong: "source: 迎接11月份市级创建评审\ndeadline: 2020-11-30\ndeadline_says: 十一月",
    right: "source: 迎接11月份市级创建评审\ndeadline: 2020-11-30\ndeadline_says: 11月份",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks() {
        let Some(says) = &task.deadline_says else { continue };
        let at = inspection.at_task(index).key("deadline_says");
        if task.deadline.is_none() {
            inspection.find(
                at,
                say!(lang, "写了“{says}”，但没有写 deadline", "`{says}` sets a deadline, but there is no `deadline`"),
                say!(lang, "加一行“deadline: 年-月-日”", "add `deadline: YEAR-MONTH-DAY`"),
            );
        } else if let Some((message, hint)) = words(inspection, task.source.as_deref(), says) {
            inspection.find(at, message, hint);
        }
    }
}
