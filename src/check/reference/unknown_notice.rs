//! An entry that answers a notice which was never sent.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;
use crate::store::{FaultKind, FileKind};
use crate::words;

pub(super) const CHECK: Check = Check {
    code: "E213",
    name: "unknown-notice",
    zh: "回复的督办文号不存在",
    en: "an entry that answers a notice which was never sent",
    wrong: "- date: 2020-11-26\n  task: 22-07\n  reply_to: 金府督〔2020〕10号",
    right: "- date: 2020-11-26\n  task: 22-07\n  reply_to: 金府督〔2020〕1号",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    // A lost notice may be the one that is answered.
    let lost = inspection.opened.faults.iter().any(|fault| {
        let file = inspection.opened.files.get(fault.file);
        file.is_some_and(|file| file.kind == FileKind::Notices) && fault.kind != FaultKind::ByteOrderMark
    });
    if lost {
        return;
    }
    let lang = inspection.lang;
    let journal = &inspection.opened.journal;
    for (index, entry) in journal.entries.iter().enumerate() {
        let Some(number) = &entry.reply_to else { continue };
        if journal.notices.iter().any(|notice| notice.number == *number) {
            continue;
        }
        let own = journal.notices.iter().filter(|notice| notice.tasks.contains(&entry.task));
        let own = words::list(lang, own.map(|notice| notice.number.to_string()));
        let task = &entry.task;
        let hint = if own.is_empty() {
            say!(
                lang,
                "没有发给任务 {task} 的督办单；发过的见 workplan notice --list",
                "no notice was sent about {task}: see `workplan notice --list`"
            )
        } else {
            say!(lang, "涉及任务 {task} 的有：{own}", "those about {task}: {own}")
        };
        inspection.find(
            inspection.at_entry(index).key("reply_to"),
            say!(lang, "没有文号为 {number} 的督办单", "there is no notice {number}"),
            hint,
        );
    }
}
