//! An entry that was committed, and says something else now.

use crate::check::{Check, Finds, Words};
use crate::say;

use super::Comparison;

pub(super) const CHECK: Check = Check {
    code: "E601",
    name: "entry-rewritten",
    zh: "已提交的台账记录被改写（check --staged）",
    en: "an entry that was committed and is rewritten (check --staged)",
    wrong: "# HEAD: { date: 2020-11-05, task: 22-07, values: { 户数: 61 } }\n- { date: 2020-11-05, task: 22-07, values: { 户数: 66 } }",
    right: "- { date: 2020-11-05, task: 22-07, values: { 户数: 61 } }\n- { date: 2020-11-06, task: 22-07, values: { 户数: 66 }, note: 更正5日所报 }",
    finds: Finds::Commit(look),
};

fn look(comparison: &mut Comparison<'_>) {
    let lang = comparison.lang;
    for ((_, entry), new) in comparison.rewritten() {
        let Some(new) = new else { continue };
        let (date, task) = (entry.date, &entry.task);
        let words = Words {
            message: say!(
                lang,
                "{date} 任务 {task} 的台账记录已经提交，被改写",
                "the entry of {date} on {task} was committed, and is rewritten"
            ),
            hint: say!(
                lang,
                "台账只增不改：请恢复原记录，另记一条更正（workplan record {task}）",
                "entries are only ever added: put the old one back, and record the correction (workplan record {task})"
            ),
        };
        comparison.find_after(comparison.new_entry(new), "", words);
    }
}
