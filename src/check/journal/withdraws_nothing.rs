//! An entry that withdraws another which is not there, or which could be several.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Withdrawn;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E414",
    name: "withdraws-nothing",
    zh: "作废的记录不存在，或不能确定是哪一条",
    en: "a withdrawal of an entry that is not there, or could be several",
    wrong: "# 22-07 在 2020-11-20 没有记录\n- date: 2020-11-22\n  task: 22-07\n  withdraws: { date: 2020-11-20, reason: 误填 }",
    right: "- date: 2020-11-20\n  task: 22-07\n  note: 已签约\n- date: 2020-11-22\n  task: 22-07\n  withdraws: { date: 2020-11-20, reason: 误填 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    if !inspection.journal_is_whole() {
        return;
    }
    let (lang, entries) = (inspection.lang, &inspection.opened.journal.entries);
    let mut aimless: Vec<usize> = Withdrawn::of(entries).aimless.into_iter().collect();
    aimless.sort_unstable();
    for at in aimless {
        let Some((entry, withdrawal)) = entries.get(at).and_then(|entry| Some((entry, entry.withdraws.as_deref()?)))
        else {
            continue;
        };
        let (task, date) = (&entry.task, withdrawal.date);
        let of_day = entries.iter().filter(|other| other.task == *task && other.date == date && other.says_anything());
        let count = of_day.count();
        let place = inspection.at_entry(at).key("withdraws").key("date");
        let (message, hint) = if count > 1 && withdrawal.entry.is_none() {
            (
                say!(
                    lang,
                    "{task} 在 {date} 有 {count} 条记录，没有写明作废哪一条",
                    "{task} has {count} entries of {date}, and it is not said which is withdrawn"
                ),
                say!(
                    lang,
                    "删去这一条，改用 workplan withdraw {task} --date {date} --reason 原因",
                    "delete this entry, and use workplan withdraw {task} --date {date} --reason WHY"
                ),
            )
        } else {
            (
                say!(
                    lang,
                    "{task} 在 {date} 没有这样的记录，或已经作废",
                    "{task} has no such entry of {date}, or it was withdrawn already"
                ),
                say!(
                    lang,
                    "核对任务编号和日期；可用 workplan history {task} 查看",
                    "check the task and the day; `workplan history {task}` shows them"
                ),
            )
        };
        inspection.find(place, message, hint);
    }
}
