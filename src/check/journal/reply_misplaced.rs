//! An answer to a notice that was about other tasks, or was not sent yet.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;
use crate::words;

pub(super) const CHECK: Check = Check {
    code: "E413",
    name: "reply-misplaced",
    zh: "回复的督办单不涉及该任务，或当时尚未发出",
    en: "an answer to a notice that is about other tasks, or was not sent yet",
    wrong: "# 金府督〔2020〕1号是发给 22-07 的\n- date: 2020-11-26\n  task: 22-08\n  reply_to: 金府督〔2020〕1号",
    right: "# 金府督〔2020〕1号是发给 22-07 的\n- date: 2020-11-26\n  task: 22-07\n  reply_to: 金府督〔2020〕1号",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    let journal = &inspection.opened.journal;
    for (index, entry) in journal.entries.iter().enumerate() {
        let Some(number) = &entry.reply_to else { continue };
        let Some(notice) = journal.notices.iter().find(|notice| notice.number == *number) else { continue };
        let (task, date) = (&entry.task, entry.date);
        if !notice.tasks.contains(task) {
            let tasks = words::list(lang, notice.tasks.iter().map(|task| task.as_str()));
            inspection.find(
                inspection.at_entry(index).key("reply_to"),
                say!(lang, "{number} 不涉及任务 {task}", "{number} is not about {task}"),
                say!(
                    lang,
                    "该督办单涉及：{tasks}；核对任务编号和文号",
                    "it is about {tasks}: check the task and the number"
                ),
            );
        } else if date < notice.date {
            let sent = notice.date;
            inspection.find(
                inspection.at_entry(index).key("date"),
                say!(
                    lang,
                    "{date} 回复了 {sent} 才发出的{number}",
                    "an answer of {date} to {number}, which was sent on {sent}"
                ),
                say!(lang, "核对日期和文号", "check the day and the number"),
            );
        }
    }
}
