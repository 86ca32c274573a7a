//! An entry that was committed, and is gone.

use crate::check::{Check, Finds, Words};
use crate::say;

use super::Comparison;

pub(super) const CHECK: Check = Check {
    code: "E602",
    name: "entry-removed",
    zh: "已提交的台账记录被删除（check --staged）",
    en: "an entry that was committed and is removed (check --staged)",
    wrong: "# HEAD: { date: 2020-11-05, task: 22-07, values: { 户数: 61 } }",
    right: "- { date: 2020-11-05, task: 22-07, values: { 户数: 61 } }",
    finds: Finds::Commit(look),
};

fn look(comparison: &mut Comparison<'_>) {
    let lang = comparison.lang;
    for ((at, entry), new) in comparison.rewritten() {
        if new.is_some() {
            continue;
        }
        let (date, task) = (entry.date, &entry.task);
        let words = Words {
            message: say!(
                lang,
                "{date} 任务 {task} 的台账记录已经提交，被删除",
                "the entry of {date} on {task} was committed, and is removed"
            ),
            hint: say!(
                lang,
                "台账只增不删：请恢复该记录；记错的，另记一条更正",
                "entries are only ever added: put it back; if it is wrong, record the correction"
            ),
        };
        comparison.find_before(comparison.old_entry(at), words);
    }
}
